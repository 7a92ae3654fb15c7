#include "cli/summary.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/one_line.hpp"
#include "base/utf8.hpp"
#include "report/faces.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::string>;

constexpr std::size_t kMaxCell = 44;

std::string clipped(const std::string& text) {
    if (display_width(text) <= kMaxCell) return text;
    std::size_t end = 0, characters = 0;
    while (end < text.size() && (characters < kMaxCell - 1 || base::goes_on(text[end]))) {
        characters += !base::goes_on(text[end]);
        ++end;
    }
    return text.substr(0, end) + "\xE2\x80\xA6";
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string blanks(width - std::min(width, display_width(text)), ' ');
    return right ? blanks + text : text + blanks;
}

}  // namespace

std::string table_text(const std::vector<Row>& said, const std::vector<bool>& right) {
    std::vector<Row> rows = said;
    for (Row& row : rows) std::transform(row.begin(), row.end(), row.begin(), [](const std::string& cell) { return base::one_line(cell); });
    std::vector<std::size_t> widths(rows.front().size());
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string line;
        for (std::size_t i = 0; i < rows[r].size(); ++i) line += padded(rows[r][i], widths[i], right[i]) + "  ";
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
        if (r > 0) continue;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            for (std::size_t k = 0; k < widths[i]; ++k) out += "\xE2\x94\x80";
            out += i + 1 < widths.size() ? "  " : "\n";
        }
    }
    return out;
}

std::size_t display_width(std::string_view utf8) {
    return base::count_characters(utf8);
}

std::string listed(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + base::one_line(name);
    return all;
}

std::string summary_table(const pipeline::RunSummary& summary, const std::string& out_folder, const report::Messages& messages) {
    std::vector<Row> rows = {{messages.say("summary.number"), messages.say("summary.dossier"), messages.say("summary.verdict"),
                              messages.say("summary.errors"), messages.say("summary.warnings"), messages.say("summary.unchecked"), messages.say("summary.cluster")}};
    for (const pipeline::DossierOutcome& d : summary.dossiers) {
        std::string verdict = messages.say(d.late ? "verdict.late" : "verdict." + d.verdict);
        if (!d.same_as.empty()) verdict += " (= " + d.same_as + ')';
        rows.push_back({d.number.empty() ? "-" : d.number, d.name, verdict, std::to_string(d.errors),
                        std::to_string(d.warnings), std::to_string(d.unchecked), clipped(d.cluster)});
    }
    std::string out = table_text(rows, {true, false, false, true, true, true, false}) + '\n';
    for (const std::string& name : summary.absent) out += messages.say("summary.absent", {name}) + '\n';
    for (const std::string& name : summary.withdrawn) out += messages.say("summary.withdrawn", {name}) + '\n';
    if (!summary.unregistered.empty()) out += messages.say("summary.unregistered", {listed(summary.unregistered)}) + '\n';
    if (!summary.passed_over.empty()) out += messages.say("summary.passed-over", {listed(summary.passed_over)}) + '\n';
    for (const auto& names : summary.twins) out += messages.say("summary.twins", {listed(names)}) + '\n';
    if (summary.record) out += report::text_face(*summary.record, messages, {}) + '\n';
    if (!summary.readings.empty()) out += messages.say("heading.readings") + ":\n";
    for (const auto& [id, reading] : summary.readings) out += "  " + base::one_line(messages.say("text.reading", {id, reading.first, reading.second})) + '\n';
    if (!summary.weighed.empty()) out += base::one_line(messages.say("heading.severities", {summary.weighed_by})) + ":\n";
    for (const auto& [rule, severity] : summary.weighed) out += "  " + rule + ": " + messages.say("severity." + severity) + '\n';
    if (summary.held == false) out += messages.say("summary.not-held", {std::to_string(summary.conforming)}) + '\n';
    out += messages.say("summary.results", {out_folder}) + '\n';
    for (const std::string& file : summary.files) out += messages.say("summary.protocol", {out_folder + '/' + file}) + '\n';
    if (!summary.answers.empty()) out += messages.say("summary.answers", {out_folder + "/notices", std::to_string(summary.answers.size())}) + '\n';
    if (summary.tables.size() == 2) out += messages.say("summary.tables", {out_folder + '/' + summary.tables[0], out_folder + '/' + summary.tables[1]}) + '\n';
    out += messages.say("summary.archive", {summary.archive_folder, std::to_string(summary.issued), std::to_string(summary.fetched)}) + '\n';
    return out;
}

std::string summary_json(const pipeline::RunSummary& summary, const std::string& out_folder) {
    Json json = {{"out", out_folder}, {"archive", summary.archive_folder}, {"archive_root", summary.archive_root},
                 {"issued", summary.issued}, {"fetched", summary.fetched}, {"exit_status", summary.exit_status},
                 {"conforming", summary.conforming}, {"held", summary.held ? Json(*summary.held) : Json()},
                 {"dossiers", Json::array()}, {"files", summary.files}, {"tables", summary.tables}, {"absent", summary.absent}, {"withdrawn", summary.withdrawn}, {"answers", summary.answers}, {"twins", summary.twins}, {"unregistered", summary.unregistered}, {"passed_over", summary.passed_over}, {"record", summary.record_files}};
    for (const pipeline::DossierOutcome& d : summary.dossiers) {
        json["dossiers"].push_back({{"dossier", d.name}, {"number", d.number}, {"cluster", d.cluster}, {"applicant", d.applicant},
                                    {"verdict", d.verdict}, {"late", d.late}, {"same_as", d.same_as}, {"errors", d.errors}, {"warnings", d.warnings},
                                    {"unchecked", d.unchecked}, {"files", d.files}});
    }
    json["readings"] = Json::object();
    for (const auto& [id, reading] : summary.readings) json["readings"][id] = {{"value", reading.first}, {"default", reading.second}};
    json["severities"] = {{"organisation", summary.weighed_by}, {"changes", summary.weighed}};
    json["left_over"] = summary.left_over;
    json["kept"] = Json::array();
    for (const pipeline::KeptFile& kept : summary.kept) {
        json["kept"].push_back({{"file", kept.file}, {"why", kept.why == pipeline::KeptFile::Why::was_signed ? "signed" : "changed"}, {"new_edition", kept.instead.empty() ? Json() : Json(kept.instead)}});
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::vector<std::string> summary_warnings(const pipeline::RunSummary& summary, const report::Messages& messages) {
    std::vector<std::string> lines;
    for (const pipeline::KeptFile& kept : summary.kept) {
        const bool is_signed = kept.why == pipeline::KeptFile::Why::was_signed;
        if (kept.instead.empty()) lines.push_back(messages.say(is_signed ? "summary.kept-signed-void" : "summary.kept-changed-void", {kept.file}));
        else lines.push_back(messages.say(is_signed ? "summary.kept-signed" : "summary.kept-changed", {kept.file, kept.instead}));
    }
    for (const std::string& folder : summary.left_over) lines.push_back(messages.say("summary.left-over", {folder}));
    return lines;
}

}  // namespace irikteu::cli
