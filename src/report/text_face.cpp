#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/one_line.hpp"
#include "base/utf8.hpp"
#include "report/faces.hpp"
#include "report/report_reading.hpp"
#include "report/words.hpp"

namespace irikteu::report {
namespace {

std::string_view colour_of(std::string_view severity) {
    if (severity == "error" || severity == "non-conforming") return "\x1b[1;31m";
    if (severity == "warning") return "\x1b[33m";
    if (severity == "undetermined") return "\x1b[1;35m";
    if (severity == "conforming") return "\x1b[1;32m";
    return "\x1b[36m";
}

class TextFace {
  public:
    TextFace(const xml::Document& report, const Messages& messages, const TextOptions& options)
        : report_(report), messages_(messages), options_(options) {}

    std::string run() {
        for (const std::string_view severity : severities) section(severity);
        const std::string sections = std::exchange(out_, {});
        head();
        out_ += sections;
        gone("mended");
        gone("unknown");
        otherwise();
        readings();
        ledger();
        provenance();
        return std::move(out_);
    }

  private:
    std::string coloured(std::string_view words, std::string_view severity) const {
        if (options_.colour == TextOptions::Colour::none) return std::string(words);
        return std::string(colour_of(severity)) + std::string(words) + "\x1b[0m";
    }
    /// Breaks at spaces; the first line begins with `first`, the others with as many blanks.
    void paragraph(const std::string& first, const std::string& said) {
        const std::string text = base::one_line(said);
        const std::string rest(base::count_characters(first), ' ');
        std::string line = first;
        std::size_t used = base::count_characters(first);
        bool fresh = true;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            const std::string_view word = std::string_view(text).substr(at, end - at);
            const std::size_t width = base::count_characters(word);
            if (!fresh && options_.width > 0 && used + 1 + width > options_.width) {
                out_ += line + '\n';
                line = rest;
                used = base::count_characters(rest);
                fresh = true;
            }
            if (!fresh) {
                line += ' ';
                ++used;
            }
            line += word;
            used += width;
            fresh = false;
            at = end + 1;
        }
        out_ += line + '\n';
    }
    /// What the file was taken for: the part, and further papers that it holds.
    std::string papers(const std::string& part) const {
        const auto named = [&](const std::string& kind) { return messages_.has("part." + kind) ? messages_.say("part." + kind) : kind; };
        std::string all = named(part);
        std::set<std::string> said{part};
        for (const xml::Node file : report_.root().first_element("ledger").elements()) {
            const std::string kind = value(file, "kind");
            if (!kind.empty() && kind != "unknown" && said.insert(kind).second) all += ", " + named(kind);
        }
        return all;
    }

    /// Whether any file was read at all: of what could not be opened, --kind would say nothing.
    bool was_read() const {
        for (const xml::Node file : report_.root().first_element("ledger").elements())
            if (file.attribute("used")) return true;
        return false;
    }
    void head() {
        const xml::Node root = report_.root();
        const xml::Node identity = root.first_element("identity");
        const auto line = [&](std::string_view key, const std::string& words) {
            if (!words.empty()) paragraph("", messages_.say(key, {words}));
        };
        line("text.dossier", value(root, "dossier"));
        if (const std::string part = value(root, "part"); part == "unknown") {
            if (was_read()) paragraph("", messages_.say("text.part.unknown"));
        } else if (!part.empty()) {
            line("text.part", papers(part));
        }
        line("text.number", identity.child_text("number"));
        line("text.cluster", identity.child_text("cluster_name"));
        line("text.applicant", identity.child_text("applicant_name"));
        const std::string verdict = value(root, "verdict");
        out_ += messages_.say("text.verdict", {coloured(messages_.say("verdict." + verdict), verdict)});
        const xml::Node counts = root.first_element("counts");
        out_ += " (" + messages_.say("text.counts", {counts.attribute_or("errors", "0"), counts.attribute_or("warnings", "0"),
                                                    counts.attribute_or("undetermined", "0")}) + ")\n";
        if (folded_entries_ > 0) paragraph("", messages_.say("text.folded", {std::to_string(folded_), std::to_string(folded_entries_)}));
        const xml::Node comparison = root.first_element("comparison");
        if (!comparison) return;
        paragraph("", messages_.say("text.comparison", {value(comparison, "mended"), value(comparison, "open"), value(comparison, "new"), value(comparison, "unknown"),
                                                        messages_.say("verdict." + value(comparison, "verdict"))}));
        if (value(comparison, "same_rules") != "true") paragraph("", messages_.say("text.other-rules"));
    }
    std::vector<std::string> parts() const {
        std::vector<std::string> result;
        for (const xml::Node finding : findings(report_)) {
            const std::string part = value(finding, "document");
            if (std::find(result.begin(), result.end(), part) == result.end()) result.push_back(part);
        }
        return result;
    }
    void section(std::string_view severity) {
        bool titled = false;
        for (const std::string& part : parts()) {
            bool named = false;
            std::map<std::string, std::vector<xml::Node>> blanks;
            for (const xml::Node finding : findings(report_))
                if (value(finding, "severity") == severity && value(finding, "document") == part)
                    if (const std::string key = sheet_of_blank(finding); !key.empty()) blanks[key].push_back(finding);
            std::map<std::string, std::vector<xml::Node>> alike;
            for (const xml::Node finding : findings(report_)) {
                if (value(finding, "severity") != severity || value(finding, "document") != part) continue;
                const auto sheet = blanks.find(sheet_of_blank(finding));
                if (sheet != blanks.end() && sheet->second.size() >= kManyBlanks) continue;
                if (const std::string key = lack_of_each(finding); !key.empty()) alike[key].push_back(finding);
            }
            for (const xml::Node finding : findings(report_)) {
                if (value(finding, "severity") != severity || value(finding, "document") != part) continue;
                const auto group = blanks.find(sheet_of_blank(finding));
                const bool is_grouped = group != blanks.end() && group->second.size() >= kManyBlanks;
                if (is_grouped && !(group->second.front() == finding)) continue;
                const auto same = is_grouped ? alike.end() : alike.find(lack_of_each(finding));
                const bool is_same = same != alike.end() && same->second.size() >= kManyBlanks;
                if (is_same && !(same->second.front() == finding)) continue;
                if (!titled) out_ += "\n" + coloured(messages_.say("heading." + std::string(severity)), severity) + "\n";
                titled = true;
                if (!named) out_ += "  " + part_words(finding, messages_) + "\n";
                named = true;
                if (is_grouped || is_same) {
                    folded_ += is_grouped ? group->second.size() : same->second.size();
                    ++folded_entries_;
                }
                if (is_grouped) entry(finding, blanks_words(group->second));
                else entry(finding, said(finding, "message", messages_.language()) + " [" + value(finding, "rule") + "]");
                if (is_same) paragraph("      ", messages_.say("text.same" + kind_of_others(same->second), {std::to_string(same->second.size() - 1), numbers_of_others(same->second)}));
            }
        }
    }
    static constexpr std::size_t kManyBlanks = 4;  ///< So many of one sheet are said in one sentence.

    /// Of a blank row of a company's sheet ("7.sheet[3].name"): the sheet, and whether it is an earlier report's too; empty for
    /// everything else.
    static std::string sheet_of_blank(xml::Node finding) {
        const std::string kind = value(finding, "kind"), item = value(finding, "item");
        if ((kind != "empty" && kind != "missing") || value(finding, "by_act") != "") return {};
        const std::size_t at = item.find("sheet["), end = item.find("].", at == item.npos ? 0 : at);
        return at == item.npos || end == item.npos ? std::string() : item.substr(0, end + 1) + kind + value(finding, "state");
    }
    /// Of what one of many like things lacks ("event[1.2].item7", "sheet[3].site"): the rule and what is lacking, whichever of
    /// them it is; empty for everything else.
    static std::string lack_of_each(xml::Node finding) {
        const std::string kind = value(finding, "kind"), item = value(finding, "item");
        if ((kind != "empty" && kind != "missing") || value(finding, "by_act") != "") return {};
        const std::size_t at = item.find('['), end = item.find(']', at == item.npos ? 0 : at);
        if (at == item.npos || end == item.npos) return {};
        return value(finding, "rule") + ' ' + item.substr(0, at) + item.substr(end) + ' ' + kind + value(finding, "state");
    }
    /// ".sheet" where an item is "7.sheet[3].site"; empty where there are no words for what it is one of.
    std::string kind_of_others(const std::vector<xml::Node>& alike) const {
        const std::string item = value(alike.front(), "item"), list = item.substr(0, item.find('['));
        const std::string kind = list.substr(list.rfind('.') + 1);
        return messages_.has("text.same." + kind) ? '.' + kind : std::string();
    }
    static std::string numbers_of_others(const std::vector<xml::Node>& alike) {
        std::string numbers;
        for (const xml::Node finding : alike) {
            if (finding == alike.front()) continue;
            const std::string item = value(finding, "item");
            const std::size_t at = item.find('[') + 1;
            numbers += (numbers.empty() ? "" : ", ") + item.substr(at, item.find(']', at) - at);
        }
        return numbers;
    }
    /// What a message quotes last: the row's name.
    static std::string last_quoted(const std::string& message) {
        std::string result;
        std::size_t last = 0;
        for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>("\xC2\xAB", "\xC2\xBB"), {"\xE2\x80\x9C", "\xE2\x80\x9D"}}) {
            const std::size_t end = message.rfind(close), begin = end == message.npos ? message.npos : message.rfind(open, end);
            if (begin == message.npos || end < last) continue;
            last = end;
            result = message.substr(begin + open.size(), end - begin - open.size());
        }
        return result;
    }
    std::string blanks_words(const std::vector<xml::Node>& blanks) const {
        const std::string item = value(blanks.front(), "item");
        const std::size_t at = item.find("sheet[") + 6;
        std::string rows, rules = value(blanks.front(), "rule");
        bool is_one_rule = true;
        for (const xml::Node finding : blanks) {
            rows += (rows.empty() ? "" : "; ") + last_quoted(said(finding, "message", messages_.language()));
            const std::string rule = value(finding, "rule");
            is_one_rule = is_one_rule && rule == rules;
            rules.erase(std::mismatch(rules.begin(), rules.end(), rule.begin(), rule.end()).first, rules.end());
        }
        return messages_.say("text.blanks." + value(blanks.front(), "kind"), {item.substr(at, item.find(']', at) - at), std::to_string(blanks.size()), rows}) + " [" + rules + (is_one_rule ? "]" : "*]");
    }
    void entry(xml::Node finding, const std::string& what) {
        const std::string language = messages_.language();
        const std::string state = value(finding, "state");
        const std::string mark = state.empty() ? state : messages_.say("state." + state) + ": ";
        paragraph("    \xE2\x80\xA2 ", mark + what);
        const auto line = [&](std::string_view key, const std::string& words) {
            if (!words.empty()) paragraph("      ", messages_.say(key, {words}));
        };
        line("text.remedy", said(finding, "remedy", language));
        line("text.ground", ground_words(finding, messages_));
        line("text.place", place(finding));
        line("text.quotation", finding.child_text("quotation"));
        if (const std::string by_act = value(finding, "by_act"); !by_act.empty()) line("text.by-act", messages_.say("severity." + by_act));
    }
    /// What of an earlier report is no more found.
    void gone(const std::string& state) {
        std::vector<std::string> parts;  // Grouped as what is still open.
        std::map<std::string, std::vector<xml::Node>> of_part;
        for (const xml::Node finding : report_.root().first_element("comparison").elements()) {
            if (value(finding, "state") != state) continue;
            const std::string part = part_words(finding, messages_);
            if (!of_part.contains(part)) parts.push_back(part);
            of_part[part].push_back(finding);
        }
        if (parts.empty()) return;
        out_ += "\n" + coloured(messages_.say("heading." + state), state == "mended" ? "conforming" : "undetermined") + "\n";
        for (const std::string& part : parts) {
            out_ += "  " + part + "\n";
            for (const xml::Node finding : of_part[part]) paragraph("    \xE2\x80\xA2 ", said(finding, "message", messages_.language()) + " [" + value(finding, "rule") + "]");
        }
    }
    /// What the organisation weighs otherwise than the act.
    void otherwise() {
        const xml::Node list = report_.root().first_element("severities");
        if (!list) return;
        out_ += "\n" + messages_.say("heading.severities", {value(list, "organisation")}) + "\n";
        for (const xml::Node change : list.elements()) {
            std::string reason = change.text();
            if (!reason.empty() && std::string_view(".!?").find(reason.back()) == std::string_view::npos) reason += '.';
            paragraph("    \xE2\x80\xA2 ", messages_.say("text.severity", {value(change, "rule"), messages_.say("severity." + value(change, "is")), reason,
                                                                     value(change, "author"), day_words(value(change, "date"), messages_), value(change, "times")}));
        }
    }
    std::string place(xml::Node finding) const {
        std::string result = value(finding, "file");
        for (const std::string& more : {position_words(finding, messages_), finding.child_text("headings")}) {
            if (more.empty()) continue;
            if (!result.empty()) result += ", ";
            result += more;
        }
        return result;
    }
    /// Where the act is ambiguous and the competition reads it otherwise than by default.
    void readings() {
        bool titled = false;
        for (const xml::Node setting : report_.root().first_element("readings").elements()) {
            if (!setting.attribute("default")) continue;
            if (!titled) out_ += "\n" + messages_.say("heading.readings") + "\n";
            titled = true;
            paragraph("    \xE2\x80\xA2 ", messages_.say("text.reading", {value(setting, "id"), value(setting, "value"), value(setting, "default")}));
        }
    }
    void ledger() {
        bool titled = false;
        for (const xml::Node file : report_.root().first_element("ledger").elements()) {
            if (!file.attribute("used")) continue;
            if (!titled) out_ += "\n" + messages_.say("heading.ledger") + "\n";
            titled = true;
            paragraph("    ", messages_.say("text.ledger", {value(file, "name"), value(file, "used"), value(file, "ignored"), value(file, "unknown")}));
        }
    }
    void provenance() {
        const xml::Node root = report_.root();
        out_ += "\n";
        paragraph("", messages_.say("text.provenance", {value(root, "engine"), value(root, "act"), value(root, "edition"),
                                                        value(root, "rules").substr(0, 16), value(root, "input").substr(0, 16)}));
    }

    const xml::Document& report_;
    const Messages& messages_;
    TextOptions options_;
    std::string out_;
    std::size_t folded_ = 0, folded_entries_ = 0;  ///< Findings that stand with others in one entry, and those entries.
};

}  // namespace

std::string text_face(const xml::Document& report, const Messages& messages, const TextOptions& options) {
    return TextFace(report, messages, options).run();
}

std::string summary_line(const xml::Document& report, const Messages& messages) {
    const xml::Node root = report.root();
    const xml::Node counts = root.first_element("counts");
    return value(root, "dossier") + ": " + messages.say("verdict." + value(root, "verdict")) + " (" +
           messages.say("text.counts", {counts.attribute_or("errors", "0"), counts.attribute_or("warnings", "0"), counts.attribute_or("undetermined", "0")}) + ")";
}

}  // namespace irikteu::report
