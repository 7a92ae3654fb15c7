#include <map>
#include <set>

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

/// What a fault is, whatever came or went around it: its rule, document and item, and what stands there. Faults that are
/// alike in all of that are told apart by their order.
std::string fault_fingerprint(const xml::Document& report, xml::Node finding, std::map<std::string, int>& alike) {
    std::string identity = value(report.root(), "dossier");
    for (const std::string& more : {value(finding, "rule"), value(finding, "document"), value(finding, "item"), finding.child_text("quotation"), said(finding, "message", "kk")})
        identity += '\n' + more;
    return base::sha256(identity + '\n' + std::to_string(++alike[identity])).hex();
}

/// SARIF 2.1.0, 3.27.24: how a result stands against the baseline.
std::string baseline_state(const std::string& state) {
    if (state == "new") return "new";
    return state == "mended" ? "absent" : "unchanged";
}

Json result_json(const xml::Document& report, xml::Node finding, std::string_view language, std::map<std::string, int>& alike) {
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
    result["partialFingerprints"]["fault/v1"] = fault_fingerprint(report, finding, alike);
    // Of what cannot be told to be mended nothing is claimed.
    if (const std::string state = value(finding, "state"); !state.empty() && state != "unknown") result["baselineState"] = baseline_state(state);
    Json properties = Json::object();
    for (const char* name : {"severity", "by_act", "state", "kind", "clause", "appendix", "item", "document", "place"})
        if (const std::string text = value(finding, name); !text.empty()) properties[name] = text;
    result["properties"] = std::move(properties);
    return result;
}

}  // namespace

struct SarifStream::State {
    std::string language;
    std::string engine = "irikteu";
    SarifRules rules;
    Json overrides = Json::array();
    Json readings = Json::object();  ///< Other than by default: value and default.
    std::set<std::string> overridden;
    bool complete = true;
    bool begun = false;
};

SarifStream::SarifStream(std::string language) : state_(std::make_unique<State>()) { state_->language = std::move(language); }
SarifStream::SarifStream(SarifStream&&) noexcept = default;
SarifStream& SarifStream::operator=(SarifStream&&) noexcept = default;
SarifStream::~SarifStream() = default;

std::string SarifStream::add(const xml::Document& report) {
    State& s = *state_;
    std::string out;
    s.engine = value(report.root(), "engine");
    std::map<std::string, int> alike;
    std::vector<xml::Node> all = findings(report);
    for (const xml::Node gone : report.root().first_element("comparison").elements()) all.push_back(gone);
    for (const xml::Node finding : all) {
        Json result = result_json(report, finding, s.language, alike);
        const std::string id = value(finding, "rule");
        Json& rule = s.rules.of(id, result);
        if (const std::string clause = value(finding, "clause"); !clause.empty()) rule["properties"]["clause"] = clause;
        const std::string by_act = value(finding, "by_act");
        rule["defaultConfiguration"]["level"] = level(by_act.empty() ? value(finding, "severity") : by_act);
        out += sarif_piece(result, s.begun);
        s.begun = true;
        if (value(finding, "cause") == "run-time" || value(finding, "cause") == "no-rules") s.complete = false;
    }
    for (const xml::Node change : report.root().first_element("severities").elements()) {
        if (!s.overridden.insert(value(change, "rule")).second) continue;
        Json entry;
        entry["descriptor"]["id"] = value(change, "rule");
        entry["configuration"]["level"] = level(value(change, "is"));
        entry["properties"] = {{"reason", change.text()}, {"author", value(change, "author")}, {"date", value(change, "date")}};
        s.overrides.push_back(std::move(entry));
    }
    for (const xml::Node setting : report.root().first_element("readings").elements()) {
        if (setting.attribute("default")) s.readings[value(setting, "id")] = {{"value", value(setting, "value")}, {"default", value(setting, "default")}};
    }
    return out;
}

std::string SarifStream::finish() {
    State& s = *state_;
    return sarif_end(s.begun, s.engine, std::move(s.rules), s.complete, s.language, std::move(s.overrides), std::move(s.readings));
}

std::string sarif_face(const std::vector<const xml::Document*>& reports, std::string_view language) {
    SarifStream stream{std::string(language)};
    std::string log;
    for (const xml::Document* report : reports) log += stream.add(*report);
    return log + stream.finish();
}

}  // namespace irikteu::report
