#include <string>
#include <vector>

#include "report/faces.hpp"
#include "report/report_reading.hpp"

namespace irikteu::report {
namespace {

constexpr std::string_view kSvrl = "http://purl.oclc.org/dsdl/svrl";

void set_if(xml::Node node, std::string_view name, const std::string& text) {
    if (!text.empty()) node.set_attribute(name, text);
}

std::string sentence(xml::Node finding, std::string_view language) {
    const std::string message = said(finding, "message", language);
    const std::string remedy = said(finding, "remedy", language);
    return remedy.empty() ? message : message + " " + remedy;
}

void property(xml::Node outcome, xml::Node finding, std::string_view name) {
    const std::string text = value(finding, name);
    if (text.empty()) return;
    xml::Node reference = outcome.append("property-reference");
    reference.set_attribute("property", name);
    reference.set_attribute("role", name);
    reference.append_with_text("text", text);
}

void append(xml::Node root, xml::Node finding) {
    const bool report = value(finding, "outcome") == "report";
    const std::string xpath = value(finding, "xpath");
    root.append("fired-rule").set_attribute("context", xpath.empty() ? "/" : xpath);
    xml::Node outcome = root.append(report ? "successful-report" : "failed-assert");
    outcome.set_attribute("id", value(finding, "rule"));
    outcome.set_attribute("role", value(finding, "severity"));
    set_if(outcome, "flag", value(finding, "kind"));
    outcome.set_attribute("location", xpath.empty() ? "/" : xpath);
    const std::string test = value(finding, "test");
    outcome.set_attribute("test", test.empty() ? "false()" : test);
    outcome.set_attribute("xml:lang", "kk");
    for (const std::string_view language : {"ru", "en"}) {
        xml::Node reference = outcome.append("diagnostic-reference");
        reference.set_attribute("diagnostic", value(finding, "rule") + "." + std::string(language));
        reference.append_with_text("text", sentence(finding, language)).set_attribute("xml:lang", language);
    }
    for (const std::string_view name : {"item", "appendix", "clause", "document", "file", "place", "by_act"}) property(outcome, finding, name);
    outcome.append_with_text("text", sentence(finding, "kk"));
}

}  // namespace

xml::Document svrl_face(const xml::Document& report) {
    xml::Document document = xml::Document::create("schematron-output", kSvrl, "svrl");
    xml::Node root = document.root();
    set_if(root, "title", value(report.root(), "act"));
    // How the act was read and faults were weighed otherwise than by default: SVRL has a place for texts ahead of all patterns.
    for (const xml::Node setting : report.root().first_element("readings").elements()) {
        if (setting.attribute("default")) root.append_with_text("text", value(setting, "id") + ": " + value(setting, "value") + " (" + value(setting, "default") + ")");
    }
    for (const xml::Node change : report.root().first_element("severities").elements()) {
        root.append_with_text("text", value(change, "rule") + ": " + value(change, "is") + ". " + change.text() + " (" + value(change, "author") + ", " + value(change, "date") + ")");
    }
    std::vector<std::string> clauses;
    const std::vector<xml::Node> all = findings(report);
    for (const xml::Node finding : all) {
        const std::string clause = value(finding, "clause");
        bool known = false;
        for (const std::string& each : clauses) known = known || each == clause;
        if (!known) clauses.push_back(clause);
    }
    for (const std::string& clause : clauses) {
        xml::Node pattern = root.append("active-pattern");
        set_if(pattern, "name", clause);
        set_if(pattern, "documents", value(report.root(), "dossier"));
        for (const xml::Node finding : all)
            if (value(finding, "clause") == clause) append(root, finding);
    }
    return document;
}

}  // namespace irikteu::report
