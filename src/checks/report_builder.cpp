#include "checks/report_builder.hpp"

#include <charconv>
#include <map>
#include <vector>

#include "base/digest.hpp"
#include "checks/place.hpp"

namespace irikteu::checks {
namespace {

constexpr std::size_t kMaxSchemaFaults = 50;

void set_if(xml::Node node, std::string_view name, std::string_view value) {
    if (!value.empty()) node.set_attribute(name, value);
}

/// "#clause-6.2" is "6(2)", "#appendix-2-7" "appendix 2, 7", "#criteria-1.1" "criteria 1.1": the ids of act.xml's coverage.
std::string clause_of(const std::string& see) {
    const auto after = [&](std::string_view prefix) { return see.substr(prefix.size()); };
    if (see.rfind("#clause-", 0) == 0) {
        std::string number = after("#clause-");
        const std::size_t dot = number.find('.');
        return dot == std::string::npos ? number : number.substr(0, dot) + "(" + number.substr(dot + 1) + ")";
    }
    if (see.rfind("#appendix-", 0) == 0) {
        std::string number = after("#appendix-");
        const std::size_t dash = number.find('-');
        return "appendix " + (dash == std::string::npos ? number : number.substr(0, dash) + ", " + number.substr(dash + 1));
    }
    if (see.rfind("#criteria-", 0) == 0) return "criteria " + after("#criteria-");
    return see;
}

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

ReportBuilder::ReportBuilder(const xml::Document& dossier, std::string_view stage)
    : dossier_(dossier), report_(xml::Document::create("report", kReportNamespace)) {
    xml::Node root = report_.root();
    root.set_attribute("verdict", "undetermined");
    root.set_attribute("stage", stage);
    set_if(root, "name", dossier.root().attribute_or("name", ""));
}

void ReportBuilder::provenance(const RuleBook& book, const std::string& rules_digest) {
    xml::Node node = report_.root().append("provenance");
    node.set_attribute("engine", book.engine);
    node.set_attribute("act", book.act_id);
    set_if(node, "edition", book.edition);
    node.set_attribute("rules", rules_digest);
    node.set_attribute("input", base::sha256(dossier_.canonical()).hex());
    head();
    xml::Node readings = report_.root().append("readings");
    for (const auto& [id, value] : book.settings) {
        xml::Node setting = readings.append("setting");
        setting.set_attribute("id", id);
        setting.set_attribute("value", value);
    }
    findings_ = report_.root().append("findings");
    unchecked_ = report_.root().append("unchecked");
    ledger();
    coverage_ = report_.root().append("coverage");
}

void ReportBuilder::head() {
    const xml::Node dossier = dossier_.root();
    const xml::Node intake = dossier.first_element("intake");
    const xml::Node application = dossier.first_element("application");
    const xml::Node conclusion = dossier.first_element("local_conclusion");
    report_.root().append("counts");
    xml::Node node = report_.root().append("dossier");
    const auto field = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) node.append_with_text(name, value);
    };
    field("number", intake.child_text("number"));
    field("received", intake.child_text("received"));
    std::string cluster = application.child_text("cluster_name");
    if (cluster.empty()) cluster = conclusion.child_text("cluster_name");
    field("cluster_name", cluster);
    field("applicant_name", application.child_text("applicant_name"));
    field("applicant_kind", std::string(application.first_element("applicant").attribute_or("kind", "")));
}

void ReportBuilder::ledger() {
    xml::Node ledger = report_.root().append("ledger");
    for (xml::Node document : dossier_.root().first_element("documents").elements()) {
        xml::Node entry = ledger.append("document");
        for (const std::string_view name : {"file", "format", "kind", "sha256", "bytes"})
            set_if(entry, name, document.attribute_or(name, ""));
        const xml::Node source = document.first_element("ledger");
        if (!source) continue;
        std::uint64_t ignored = 0, unknown = 0;
        for (xml::Node part : source.elements()) {
            if (part.name() == "ignored") ignored += number(part.attribute_or("characters", "0"));
            if (part.name() == "unknown") ++unknown;
        }
        entry.set_attribute("used", source.attribute_or("used", "0"));
        entry.set_attribute("ignored", std::to_string(ignored));
        entry.set_attribute("unknown", std::to_string(unknown));
    }
}

void ReportBuilder::place(xml::Node entry, xml::Node where) {
    const Place found = place_of(where);
    set_if(entry, "part", found.part);
    set_if(entry, "file", found.file);
    set_if(entry, "at", found.at);
    if (where) entry.set_attribute("xpath", where.path());
    if (!found.headings.empty()) entry.append_with_text("place", found.headings);
    if (!found.quotation.empty()) entry.append_with_text("quotation", found.quotation);
}

void ReportBuilder::labels(xml::Node entry, const Outcome& outcome) {
    set_if(entry, "rule", outcome.labels.id);
    set_if(entry, "clause", clause_of(outcome.labels.see));
    for (const Text& property : outcome.properties)
        if (property.role == "item" || property.role == "appendix") set_if(entry, property.role, property.plain());
    set_if(entry, "kind", outcome.labels.flag);
}

void ReportBuilder::messages(xml::Node entry, const Outcome& outcome) {
    const auto message = [&](const Text& text) {
        entry.append_with_text("message", text.plain()).set_attribute("xml:lang", text.lang);
    };
    message(outcome.text);
    for (const Text& diagnostic : outcome.diagnostics) message(diagnostic);
}

void ReportBuilder::add_finding(const Outcome& outcome, const std::string& severity) {
    xml::Node entry = findings_.append("finding");
    entry.set_attribute("severity", severity);
    labels(entry, outcome);
    place(entry, outcome.node);
    entry.set_attribute("test", outcome.test);
    entry.set_attribute("outcome", outcome.kind == Outcome::Kind::failed_assert ? "assert" : "report");
    messages(entry, outcome);
}

xml::Node ReportBuilder::add_unchecked(std::string_view cause, xml::Node where) {
    ++unchecked_count_;
    xml::Node entry = unchecked_.append("entry");
    entry.set_attribute("cause", cause);
    place(entry, where);
    return entry;
}

void ReportBuilder::add(const xml::SchemaFault& fault) {
    // A file of faults tells no more than its beginning.
    if (unchecked_count_ >= kMaxSchemaFaults) return;
    xml::Node entry = add_unchecked("schema", fault.node);
    if (fault.line > 0) entry.set_attribute("line", std::to_string(fault.line));
    entry.append_with_text("detail", fault.message);
}

void ReportBuilder::add(const Result& result) {
    for (const Outcome& outcome : result.outcomes) {
        const std::string& role = outcome.labels.role;
        if (role == "none") continue;
        if (role == "unchecked") {
            xml::Node entry = add_unchecked("document", outcome.node);
            labels(entry, outcome);
            messages(entry, outcome);
        } else if (role == "warning") {
            ++warnings_;
            add_finding(outcome, role);
        } else if (role == "info") {
            ++infos_;
            add_finding(outcome, role);
        } else {
            ++errors_;
            add_finding(outcome, "error");
        }
    }
    for (const Unchecked& failure : result.unchecked) {
        xml::Node entry = add_unchecked("run-time", failure.node);
        set_if(entry, "rule", failure.assertion.empty() ? failure.rule.empty() ? failure.pattern : failure.rule : failure.assertion);
        if (failure.times > 1) entry.set_attribute("times", std::to_string(failure.times));
        entry.append_with_text("detail", failure.message);
    }
}

void ReportBuilder::no_rules() { add_unchecked("no-rules", {}); }

void ReportBuilder::coverage(const Schematron& rules) {
    std::map<std::string, std::vector<std::string>> clauses;
    for (const Labels& labels : rules.assertions()) clauses[clause_of(labels.see)].push_back(labels.id);
    for (const auto& [clause, ids] : clauses) {
        xml::Node entry = coverage_.append("clause");
        entry.set_attribute("id", clause);
        std::string joined;
        for (const std::string& id : ids) joined += (joined.empty() ? "" : " ") + id;
        entry.set_attribute("rules", joined);
    }
}

xml::Document ReportBuilder::finish() {
    report_.root().set_attribute("verdict", errors_ > 0 ? "non-conforming" : unchecked_count_ > 0 ? "undetermined" : "conforming");
    xml::Node counts = report_.root().first_element("counts");
    counts.set_attribute("errors", std::to_string(errors_));
    counts.set_attribute("warnings", std::to_string(warnings_));
    counts.set_attribute("infos", std::to_string(infos_));
    counts.set_attribute("unchecked", std::to_string(unchecked_count_));
    return std::move(report_);
}

}  // namespace irikteu::checks
