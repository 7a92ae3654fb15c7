#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "report/comparison.hpp"
#include "report/report_reading.hpp"

namespace irikteu::report {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::string_view kReport = "urn:irikteu:report:1";

/// Empty for text that XML cannot hold.
std::string text_of(const Json& value) {
    const std::string text = value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
    return xml::is_text(text) ? text : std::string();
}

void copy(const Json& from, const char* name, xml::Node to, const char* as) {
    if (const auto found = from.find(name); found != from.end() && !found->is_structured()) to.set_attribute(as, text_of(*found));
}

void put_words(const Json& finding, const char* name, xml::Node entry) {
    const auto found = finding.find(name);
    if (found == finding.end() || !found->is_object()) return;
    for (const auto& [language, words] : found->items()) entry.append_with_text(name, text_of(words)).set_attribute("xml:lang", language);
}

/// A report's JSON face as the XML that it was made from, as far as a comparison needs it.
xml::Document of_json(const Json& json, const std::string& source) {
    const auto refuse = [&source] { throw base::Error(base::ErrorCode::invalid, "is no report: neither report.xml nor an answer of check --json", {source, 0, 0, {}}); };
    if (!json.is_object() || !json.contains("verdict") || !json.contains("findings") || !json["findings"].is_array()) refuse();
    xml::Document report = xml::Document::create("report", kReport);
    xml::Node root = report.root();
    for (const char* name : {"dossier", "stage", "verdict"}) copy(json, name, root, name);
    if (const auto provenance = json.find("provenance"); provenance != json.end() && provenance->is_object())
        for (const char* name : {"engine", "act", "edition", "rules", "input"}) copy(*provenance, name, root, name);
    if (const auto identity = json.find("identity"); identity != json.end() && identity->is_object()) {
        xml::Node fields = root.append("identity");
        for (const char* name : {"cluster_name", "applicant_name"})
            if (identity->contains(name)) fields.append_with_text(name, text_of((*identity)[name]));
    }
    for (const Json& finding : json["findings"]) {
        if (!finding.is_object()) refuse();
        xml::Node entry = root.append("finding");
        for (const char* name : {"rule", "severity", "by_act", "kind", "cause", "clause", "appendix", "item", "document", "file", "at", "place", "xpath", "times"})
            copy(finding, name, entry, name);
        for (const char* name : {"headings", "quotation"})
            if (finding.contains(name)) entry.append_with_text(name, text_of(finding[name]));
        put_words(finding, "message", entry);
        put_words(finding, "remedy", entry);
    }
    return report;
}

}  // namespace

std::vector<xml::Document> read_reports(std::string_view bytes, const std::string& source) {
    std::vector<xml::Document> reports;
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string_view::npos && bytes[first] == '<') {
        reports.push_back(xml::Document::parse(bytes, source));
        findings(reports.back());  // Refuses what is no report.
        return reports;
    }
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) throw base::Error(base::ErrorCode::malformed, "is neither XML nor JSON", {source, 0, 0, {}});
    const Json& list = json.is_object() && json.contains("reports") ? json["reports"] : json;
    if (!list.is_array()) reports.push_back(of_json(list, source));
    else
        for (const Json& each : list) reports.push_back(of_json(each, source));
    if (reports.empty()) throw base::Error(base::ErrorCode::invalid, "holds no report", {source, 0, 0, {}});
    return reports;
}

}  // namespace irikteu::report
