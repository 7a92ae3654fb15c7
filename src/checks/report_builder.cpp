#include "checks/report_builder.hpp"

#include <charconv>
#include <map>
#include <vector>

#include "base/digest.hpp"
#include "checks/place.hpp"
#include "checks/place_words.hpp"
#include "checks/schema_words.hpp"

namespace irikteu::checks {
namespace {

constexpr std::size_t kMaxSchemaFaults = 50;
constexpr std::array<const char*, 5> kSeverities = {"error", "warning", "info", "undetermined", "manual"};
constexpr std::array<const char*, 5> kCounts = {"errors", "warnings", "infos", "undetermined", "manual"};

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

/// Among kSeverities; what is none of them counts as error.
std::size_t index_of(const std::string& severity) {
    std::size_t index = 0;
    while (index < kSeverities.size() && kSeverities[index] != severity) ++index;
    return index == kSeverities.size() ? 0 : index;
}

std::string severity_or_error(const std::string& role) { return kSeverities[index_of(role)]; }

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The message without its remedy, and the remedy: the spans of class "remedy".
std::pair<std::string, std::string> split(const Text& text) {
    std::string message, remedy;
    for (const TextRun& run : text.runs) {
        const std::string words = run.kind == TextRun::Kind::copy ? run.node.text() : run.text;
        (run.kind == TextRun::Kind::span && run.attribute == "remedy" ? remedy : message) += words;
    }
    return {xml::normalize_space(message), xml::normalize_space(remedy)};
}

void say(xml::Node entry, std::string_view name, const std::string& language, const std::string& words) {
    if (!words.empty()) entry.append_with_text(name, words).set_attribute("xml:lang", language);
}

}  // namespace

ReportBuilder::ReportBuilder(const xml::Document& dossier, std::string_view stage, const RuleBook& book,
                             const MessageBook& messages)
    : dossier_(dossier), book_(book), messages_(messages), report_(xml::Document::create("report", kReportNamespace)) {
    xml::Node root = report_.root();
    root.set_attribute("dossier", dossier.root().attribute_or("name", ""));
    root.set_attribute("stage", stage);
    root.set_attribute("verdict", "undetermined");
    root.set_attribute("act", book.act_id);
    set_if(root, "edition", book.edition);
    root.set_attribute("engine", book.engine);
    root.set_attribute("rules", "");
    root.set_attribute("input", "");
    head();
}

void ReportBuilder::by_input(const base::Digest& digest) { report_.root().set_attribute("input", digest.hex()); }

void ReportBuilder::by_rules(const std::string& digest) { report_.root().set_attribute("rules", digest); }

void ReportBuilder::head() {
    const xml::Node dossier = dossier_.root();
    const xml::Node intake = dossier.first_element("intake");
    const xml::Node application = dossier.first_element("application");
    report_.root().append("counts");
    xml::Node node = report_.root().append("identity");
    const auto field = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) node.append_with_text(name, value);
    };
    field("number", intake.child_text("number"));
    field("received", intake.child_text("received"));
    std::string cluster = application.child_text("cluster_name");
    if (cluster.empty()) cluster = dossier.first_element("local_conclusion").child_text("cluster_name");
    field("cluster_name", cluster);
    field("applicant_name", application.child_text("applicant_name"));
    field("applicant_kind", std::string(application.first_element("applicant").attribute_or("kind", "")));
}

xml::Node ReportBuilder::finding(const std::string& severity, xml::Node where) {
    const std::size_t index = index_of(severity);
    ++counts_[index];
    const Place found = place_of(where, &headings_);
    xml::Node entry = report_.root().append("finding");
    entry.set_attribute("severity", kSeverities[index]);
    entry.set_attribute("document", found.part.empty() ? "dossier" : found.part);
    set_if(entry, "file", found.file);
    set_if(entry, "at", found.at);
    set_if(entry, "place", place_words(found.at, messages_.in("kk")));
    if (where) entry.set_attribute("xpath", paths_.of(where));
    if (!found.headings.empty()) entry.append_with_text("headings", found.headings);
    if (!found.quotation.empty()) entry.append_with_text("quotation", found.quotation);
    return entry;
}

void ReportBuilder::add_outcome(const Outcome& outcome) {
    const std::string by_act = severity_or_error(outcome.labels.role);
    const SeverityOverlay::Change* change = book_.severities.change(outcome.labels.id, by_act);
    xml::Node entry = finding(change == nullptr ? by_act : change->severity, outcome.node);
    if (change != nullptr) {
        entry.set_attribute("by_act", by_act);
        ++changed_[outcome.labels.id];
    }
    set_if(entry, "rule", outcome.labels.id);
    set_if(entry, "kind", outcome.labels.flag);
    const std::string clause = clause_of(outcome.labels.see);
    for (const Text& property : outcome.properties)
        if (property.role == "item" || property.role == "appendix") set_if(entry, property.role, property.plain());
    set_if(entry, "clause", clause);
    entry.set_attribute("test", outcome.test);
    entry.set_attribute("outcome", outcome.kind == Outcome::Kind::failed_assert ? "assert" : "report");
    std::vector<const Text*> texts = {&outcome.text};
    for (const Text& diagnostic : outcome.diagnostics) texts.push_back(&diagnostic);
    for (const Text* text : texts) say(entry, "message", text->lang, split(*text).first);
    for (const Text* text : texts) say(entry, "remedy", text->lang, split(*text).second);
}

xml::Node ReportBuilder::undetermined(std::string_view cause, xml::Node where, std::initializer_list<std::string_view> arguments) {
    return undetermined(cause, where, [&](const Messages& messages, const std::string& key) { return messages.say(key, arguments); });
}

xml::Node ReportBuilder::undetermined(std::string_view cause, xml::Node where, const Say& say_cause) {
    xml::Node entry = finding("undetermined", where);
    entry.set_attribute("cause", cause);
    entry.set_attribute("kind", "unreadable");
    const std::string key = "unchecked." + std::string(cause);
    for (const std::string& language : MessageBook::languages()) say(entry, "message", language, say_cause(messages_.in(language), key));
    for (const std::string& language : MessageBook::languages()) say(entry, "remedy", language, messages_.in(language).say(key + ".remedy"));
    return entry;
}

void ReportBuilder::add(const xml::SchemaFault& fault) {
    // A file of faults tells no more than its beginning.
    if (counts_[3] >= kMaxSchemaFaults) return;
    xml::Node entry = undetermined("schema", fault.node, [&](const Messages& messages, const std::string& key) { return messages.say(key, {schema_words(fault, messages)}); });
    entry.set_attribute("rule", "X-schema");
    if (fault.line <= 0 || entry.attribute("at")) return;
    const std::string at = "line " + std::to_string(fault.line);
    entry.set_attribute("at", at);
    entry.set_attribute("place", place_words(at, messages_.in("kk")));
}

void ReportBuilder::add(Result result) {
    result.fired.clear();
    result.fired.shrink_to_fit();
    for (Outcome& outcome : result.outcomes) {
        if (outcome.labels.role != "none") add_outcome(outcome);
        outcome = {};  // A report is as large again.
    }
    for (const Unchecked& failure : result.unchecked) {
        std::string rule = failure.assertion.empty() ? failure.rule : failure.assertion;
        if (rule.empty()) rule = failure.pattern.empty() ? failure.expression : failure.pattern;
        if (rule.empty()) rule = "*";  // The run was stopped.
        xml::Node entry = undetermined("run-time", failure.node, {rule, failure.message});
        entry.set_attribute("rule", rule);
        if (failure.times > 1) entry.set_attribute("times", std::to_string(failure.times));
    }
}

void ReportBuilder::no_rules(std::string_view stage) { undetermined("no-rules", {}, {stage}).set_attribute("rule", "X-no-rules"); }

void ReportBuilder::ledger() {
    xml::Node ledger = report_.root().append("ledger");
    for (xml::Node document : dossier_.root().first_element("documents").elements()) {
        xml::Node entry = ledger.append("file");
        set_if(entry, "name", document.attribute_or("file", ""));
        for (const std::string_view name : {"format", "kind", "sha256", "bytes"}) set_if(entry, name, document.attribute_or(name, ""));
        const xml::Node source = document.first_element("ledger");
        if (!source || source.first_element("ignored").attribute_or("reason", "") == "system-file") continue;  // Nobody reads Thumbs.db.
        std::uint64_t ignored = 0;
        std::uint64_t unknown = 0;
        for (xml::Node part : source.elements()) {
            if (part.name() == "ignored") ignored += number(part.attribute_or("characters", "0"));
            if (part.name() == "unknown") ++unknown;
        }
        entry.set_attribute("used", source.attribute_or("used", "0"));
        entry.set_attribute("ignored", std::to_string(ignored));
        entry.set_attribute("unknown", std::to_string(unknown));
    }
}

void ReportBuilder::readings() {
    xml::Node readings = report_.root().append("readings");
    for (const auto& [id, value] : book_.settings) {
        xml::Node setting = readings.append("setting");
        setting.set_attribute("id", id);
        setting.set_attribute("value", value);
        if (const auto usual = book_.defaults.find(id); usual != book_.defaults.end()) setting.set_attribute("default", usual->second);
    }
}

void ReportBuilder::severities() {
    if (changed_.empty()) return;
    xml::Node list = report_.root().append("severities");
    list.set_attribute("organisation", book_.severities.organisation);
    list.set_attribute("sha256", book_.severities.digest);
    for (const auto& [rule, times] : changed_) {
        const SeverityOverlay::Change& change = book_.severities.changes.at(rule);
        xml::Node entry = list.append_with_text("severity", change.reason);
        entry.set_attribute("rule", rule);
        entry.set_attribute("is", change.severity);
        entry.set_attribute("author", change.author);
        entry.set_attribute("date", change.date);
        entry.set_attribute("times", std::to_string(times));
    }
}

Coverage coverage_of(const Schematron& rules, const RuleBook& book) {
    Coverage result;
    for (const auto& [clause, mode] : book.clauses) result[clause].mode = mode;
    for (const Labels& labels : rules.assertions()) {
        std::string clause = clause_of(labels.see);
        // The map's rows are whole clauses and whole appendices; unknown ones keep their own.
        if (const std::string whole = clause.substr(0, clause.find_first_of("(,")); book.clauses.count(clause) == 0 && book.clauses.count(whole) != 0) clause = whole;
        std::string& ids = result[clause].rules;
        if (!ids.empty()) ids += ' ';
        ids += labels.id;
    }
    return result;
}

xml::Document ReportBuilder::finish(const Coverage& coverage) {
    ledger();
    readings();
    severities();
    xml::Node clauses = report_.root().append("coverage");
    for (const auto& [clause, how] : coverage) {
        xml::Node entry = clauses.append("clause");
        entry.set_attribute("id", clause);
        set_if(entry, "mode", how.mode);
        entry.set_attribute("rules", how.rules);
    }
    report_.root().set_attribute("verdict", counts_[0] > 0 ? "non-conforming" : counts_[3] > 0 ? "undetermined" : "conforming");
    xml::Node counts = report_.root().first_element("counts");
    for (std::size_t i = 0; i < kCounts.size(); ++i) counts.set_attribute(kCounts[i], std::to_string(counts_[i]));
    return std::move(report_);
}

}  // namespace irikteu::checks
