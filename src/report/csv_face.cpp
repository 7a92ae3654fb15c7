#include "report/csv.hpp"

#include <vector>

#include "report/report_reading.hpp"
#include "report/words.hpp"

namespace irikteu::report {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // Without it spreadsheets take UTF-8 for something else.
constexpr const char* kColumns[] = {"dossier", "number", "cluster", "applicant", "stage", "verdict", "severity", "state", "rule", "ground", "document",
                                    "file", "place", "headings", "message", "remedy", "quotation", "by_act"};

/// A cell as RFC 4180 has it. A spreadsheet would calculate what begins like a formula: such text gets an apostrophe.
std::string cell(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string result = formula ? "'" + text : text;
    if (result.find_first_of("\",;\r\n") == std::string::npos) return result;
    for (std::size_t at = 0; (at = result.find('"', at)) != std::string::npos; at += 2) result.insert(at, 1, '"');
    return "\"" + result + "\"";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& each : cells) row += (&each == &cells.front() ? "" : ",") + cell(each);
    return row + "\r\n";
}

std::string csv_head(const Messages& messages) {
    std::vector<std::string> cells;
    for (const char* column : kColumns) cells.push_back(messages.say("csv." + std::string(column)));
    return std::string(kByteOrderMark) + csv_row(cells);
}

std::string csv_rows(const xml::Document& report, const Messages& messages) {
    const xml::Node root = report.root();
    const xml::Node identity = root.first_element("identity");
    const std::vector<std::string> dossier = {value(root, "dossier"), identity.child_text("number"), identity.child_text("cluster_name"),
                                              identity.child_text("applicant_name"), value(root, "stage"), messages.say("verdict." + value(root, "verdict"))};
    const auto optional = [&messages](std::string_view prefix, const std::string& name) { return name.empty() ? name : messages.say(std::string(prefix) + name); };
    const auto row = [&](xml::Node finding) {
        std::vector<std::string> cells = dossier;
        const std::string language = messages.language();
        for (std::string each : {messages.say("severity." + value(finding, "severity")), optional("state.", value(finding, "state")), value(finding, "rule"),
                                 ground_words(finding, messages), part_words(finding, messages), value(finding, "file"), position_words(finding, messages),
                                 finding.child_text("headings"), said(finding, "message", language), said(finding, "remedy", language),
                                 finding.child_text("quotation"), optional("severity.", value(finding, "by_act"))})
            cells.push_back(std::move(each));
        return csv_row(cells);
    };
    std::string rows;
    for (const xml::Node finding : findings(report)) rows += row(finding);
    for (const xml::Node finding : root.first_element("comparison").elements()) rows += row(finding);
    if (!rows.empty()) return rows;
    std::vector<std::string> alone = dossier;
    alone.resize(std::size(kColumns));
    return csv_row(alone);
}

}  // namespace irikteu::report
