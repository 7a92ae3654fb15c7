#include <nlohmann/json.hpp>

#include "report/faces.hpp"
#include "report/report_reading.hpp"

namespace irikteu::report {
namespace {

using Json = nlohmann::ordered_json;

void set_if(Json& object, const std::string& name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}

Json by_language(xml::Node finding, std::string_view element) {
    Json result = Json::object();
    for (xml::Node node : finding.elements())
        if (node.name() == element) result[std::string(node.attribute("lang", "http://www.w3.org/XML/1998/namespace").value_or("kk"))] = node.text();
    return result;
}

Json finding_json(xml::Node finding) {
    Json result;
    for (const char* name : {"rule", "severity", "by_act", "state", "kind", "cause", "clause", "appendix", "item", "document", "file", "at", "place", "xpath"})
        set_if(result, name, value(finding, name));
    set_if(result, "headings", finding.child_text("headings"));
    set_if(result, "quotation", finding.child_text("quotation"));
    if (const std::string times = value(finding, "times"); !times.empty()) result["times"] = std::stoull(times);
    result["message"] = by_language(finding, "message");
    if (Json remedy = by_language(finding, "remedy"); !remedy.empty()) result["remedy"] = std::move(remedy);
    return result;
}

/// What the organisation weighs otherwise, as far as it touched this report.
Json severities_json(xml::Node severities) {
    Json changes = Json::array();
    for (xml::Node change : severities.elements()) {
        Json entry;
        for (const char* name : {"rule", "is", "author", "date"}) entry[name] = value(change, name);
        entry["times"] = std::stoull(value(change, "times"));
        entry["reason"] = change.text();
        changes.push_back(std::move(entry));
    }
    return {{"organisation", value(severities, "organisation")}, {"sha256", value(severities, "sha256")}, {"changes", std::move(changes)}};
}

Json comparison_json(xml::Node comparison) {
    Json result;
    for (const char* name : {"mended", "open", "new", "unknown"}) result[name] = std::stoull(value(comparison, name));
    result["verdict"] = value(comparison, "verdict");
    result["input"] = value(comparison, "input");
    result["same_rules"] = value(comparison, "same_rules") == "true";
    Json list = Json::array();
    for (xml::Node finding : comparison.elements()) list.push_back(finding_json(finding));
    result["findings"] = std::move(list);
    return result;
}

Json report_json(const xml::Document& report) {
    const std::vector<xml::Node> found = findings(report);
    const xml::Node root = report.root();
    Json result;
    result["dossier"] = value(root, "dossier");
    if (const std::string part = value(root, "part"); !part.empty()) result["part"] = part;
    result["stage"] = std::stoi(value(root, "stage"));
    result["verdict"] = value(root, "verdict");
    Json counts = Json::object();
    for (xml::Node count : root.first_element("counts").attributes()) counts[std::string(count.name())] = std::stoull(std::string(count.content()));
    result["counts"] = std::move(counts);
    Json identity = Json::object();
    for (xml::Node field : root.first_element("identity").elements()) identity[std::string(field.name())] = field.text();
    result["identity"] = std::move(identity);
    Json list = Json::array();
    for (const xml::Node finding : found) list.push_back(finding_json(finding));
    result["findings"] = std::move(list);
    Json ledger = Json::array();
    for (xml::Node file : root.first_element("ledger").elements()) {
        Json entry = Json::object();
        for (const char* name : {"name", "format", "kind", "sha256"}) set_if(entry, name, value(file, name));
        for (const char* name : {"bytes", "used", "ignored", "unknown"})
            if (const std::string number = value(file, name); !number.empty()) entry[name] = std::stoull(number);
        ledger.push_back(std::move(entry));
    }
    result["ledger"] = std::move(ledger);
    Json readings = Json::object();
    for (xml::Node setting : root.first_element("readings").elements()) readings[value(setting, "id")] = value(setting, "value");
    result["readings"] = std::move(readings);
    if (const xml::Node severities = root.first_element("severities")) result["severities"] = severities_json(severities);
    Json coverage = Json::object();
    for (xml::Node clause : root.first_element("coverage").elements()) {
        Json rules = Json::array();
        const std::string names = value(clause, "rules");
        for (std::size_t at = 0; at < names.size();) {
            const std::size_t end = std::min(names.find(' ', at), names.size());
            rules.push_back(names.substr(at, end - at));
            at = end + 1;
        }
        Json entry = Json::object();
        set_if(entry, "mode", value(clause, "mode"));
        entry["rules"] = std::move(rules);
        coverage[value(clause, "id")] = std::move(entry);
    }
    result["coverage"] = std::move(coverage);
    Json provenance = Json::object();
    for (const char* name : {"engine", "act", "edition", "rules", "input"}) set_if(provenance, name, value(root, name));
    result["provenance"] = std::move(provenance);
    if (const xml::Node comparison = root.first_element("comparison")) result["comparison"] = comparison_json(comparison);
    return result;
}

std::string written(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string json_face(const xml::Document& report) { return written(report_json(report)); }

std::string json_face(const std::vector<const xml::Document*>& reports) {
    Json list = Json::array();
    for (const xml::Document* report : reports) list.push_back(report_json(*report));
    return written(Json{{"reports", std::move(list)}});
}

}  // namespace irikteu::report
