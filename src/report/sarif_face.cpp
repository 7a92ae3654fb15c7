#include <map>

#include "base/digest.hpp"
#include "report/faces.hpp"
#include "report/report_reading.hpp"
#include "report/sarif_log.hpp"

namespace irikteu::report {
namespace {

using Json = nlohmann::ordered_json;

std::string level(const std::string& severity) {
    if (severity == "error" || severity == "warning") return severity;
    return "note";
}

Json location(const xml::Document& report, xml::Node finding) {
    Json result;
    const std::string dossier = value(report.root(), "dossier");
    std::string path = value(finding, "file");
    if (path.empty()) path = dossier;
    else if (!dossier.empty() && path != dossier) path = dossier + "/" + path;
    if (path.empty()) path = "dossier";
    result["physicalLocation"]["artifactLocation"]["uri"] = file_uri(path);
    const std::string at = value(finding, "at");
    if (at.rfind("line ", 0) == 0) result["physicalLocation"]["region"]["startLine"] = std::stoull(at.substr(5));
    if (const std::string xpath = value(finding, "xpath"); !xpath.empty())
        result["logicalLocations"] = Json::array({Json{{"fullyQualifiedName", xpath}, {"kind", "element"}}});
    return result;
}

Json result_json(const xml::Document& report, xml::Node finding, std::string_view language) {
    Json result;
    const std::string severity = value(finding, "severity");
    result["ruleId"] = value(finding, "rule");
    result["level"] = level(severity);
    result["kind"] = severity == "undetermined" ? "open" : severity == "manual" ? "review" : severity == "info" ? "informational" : "fail";
    if (result["kind"] != "fail") result["level"] = "none";
    const std::string remedy = said(finding, "remedy", language);
    result["message"]["text"] = said(finding, "message", language) + (remedy.empty() ? "" : " " + remedy);
    result["locations"] = Json::array({location(report, finding)});
    const std::string identity = value(report.root(), "dossier") + "\n" + value(finding, "rule") + "\n" + value(finding, "item") + "\n" + value(finding, "xpath");
    result["partialFingerprints"]["place/v1"] = base::sha256(identity).hex();
    Json properties = Json::object();
    for (const char* name : {"severity", "kind", "clause", "appendix", "item", "document", "place"})
        if (const std::string text = value(finding, name); !text.empty()) properties[name] = text;
    result["properties"] = std::move(properties);
    return result;
}

}  // namespace

std::string sarif_face(const std::vector<const xml::Document*>& reports, std::string_view language) {
    Json results = Json::array();
    std::map<std::string, Json> rules;
    bool complete = true;
    std::string engine = "irikteu";
    for (const xml::Document* report : reports) {
        engine = value(report->root(), "engine");
        for (const xml::Node finding : findings(*report)) {
            const std::string id = value(finding, "rule");
            Json& rule = rules[id];
            rule["id"] = id;
            if (const std::string clause = value(finding, "clause"); !clause.empty()) rule["properties"]["clause"] = clause;
            results.push_back(result_json(*report, finding, language));
            if (value(finding, "cause") == "run-time" || value(finding, "cause") == "no-rules") complete = false;
        }
    }
    return sarif_log(engine, std::move(rules), std::move(results), complete, std::string(language));
}

}  // namespace irikteu::report
