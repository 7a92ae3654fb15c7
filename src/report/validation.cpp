#include "report/validation.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/digest.hpp"
#include "base/one_line.hpp"
#include "checks/schema_words.hpp"
#include "checks/svrl.hpp"
#include "report/json_text.hpp"
#include "report/sarif_log.hpp"

namespace irikteu::report {

namespace {

using Json = nlohmann::ordered_json;
using Entry = Validation::Entry;

Entry entry_of(const checks::Outcome& outcome) {
    Entry entry{Entry::Kind::assertion, outcome.node.line(), outcome.location, outcome.labels.id, outcome.labels.role,
                outcome.labels.flag, outcome.labels.see, outcome.test, outcome.text.plain(), {}};
    for (const checks::Text& diagnostic : outcome.diagnostics) entry.diagnostics.push_back(diagnostic.plain());
    return entry;
}

Entry entry_of(const checks::Unchecked& failure) {
    std::string message = failure.message;
    if (failure.times > 1) message += " (" + std::to_string(failure.times) + " times)";
    const std::string& rule = !failure.assertion.empty() ? failure.assertion : !failure.rule.empty() ? failure.rule : failure.pattern;
    return {Entry::Kind::unchecked, failure.node ? failure.node.line() : 0, failure.location, rule, {}, {}, {}, failure.expression, message, {}};
}

Json entry_json(const Validation& file, const Entry& entry) {
    Json result = {{"file", file.file}, {"line", entry.line}, {"place", entry.location}, {"rule", entry.rule}, {"message", entry.message}};
    const std::pair<const char*, const std::string*> more[] = {{"role", &entry.role}, {"flag", &entry.flag}, {"see", &entry.see}, {"test", &entry.test}};
    for (const auto& [name, value] : more)
        if (!value->empty()) result[name] = *value;
    if (!entry.diagnostics.empty()) result["diagnostics"] = entry.diagnostics;
    return result;
}

std::string rule_of(const Entry& entry) {
    if (entry.kind == Entry::Kind::schema) return "xml-schema";
    if (!entry.rule.empty()) return entry.rule;
    return entry.kind == Entry::Kind::unchecked ? "unchecked" : entry.test;
}

std::string level_of(const Entry& entry) {
    if (entry.kind != Entry::Kind::assertion) return "error";
    if (entry.role == "warning" || entry.role == "warn") return "warning";
    return entry.role == "info" || entry.role == "information" ? "note" : "error";
}

Json result_json(const Validation& file, const Entry& entry) {
    Json location;
    location["physicalLocation"]["artifactLocation"]["uri"] = file_uri(file.file);
    if (entry.line > 0) location["physicalLocation"]["region"]["startLine"] = entry.line;
    if (!entry.location.empty()) location["logicalLocations"] = Json::array({Json{{"fullyQualifiedName", entry.location}, {"kind", "element"}}});
    Json result;
    result["ruleId"] = rule_of(entry);
    const bool open = entry.kind == Entry::Kind::unchecked;
    result["level"] = open ? "none" : level_of(entry);
    result["kind"] = open ? "open" : "fail";
    std::string text = entry.message;
    for (const std::string& diagnostic : entry.diagnostics) text += (text.empty() ? "" : " ") + diagnostic;
    result["message"]["text"] = text.empty() ? entry.test : text;
    result["locations"] = Json::array({std::move(location)});
    result["partialFingerprints"]["place/v1"] = base::sha256(file.file + "\n" + rule_of(entry) + "\n" + entry.location).hex();
    return result;
}

}  // namespace

int Validation::exit_status() const {
    int status = 0;
    for (const Entry& entry : entries) status = std::max(status, entry.kind == Entry::Kind::unchecked ? 3 : 1);
    return status;
}

Validation validation(const std::string& file, const std::vector<xml::SchemaFault>& faults, const checks::Result* result, bool with_svrl, const checks::Messages* words) {
    Validation answer;
    answer.file = file;
    for (const xml::SchemaFault& fault : faults)
        answer.entries.push_back({Entry::Kind::schema, fault.line, fault.node ? checks::locate(fault.node) : "", {}, {}, {}, {}, {}, words == nullptr ? fault.message : checks::schema_words(fault, *words), {}});
    if (!result) return answer;
    for (const checks::Outcome& outcome : result->outcomes) answer.entries.push_back(entry_of(outcome));
    for (const checks::Unchecked& failure : result->unchecked) answer.entries.push_back(entry_of(failure));
    if (with_svrl) answer.svrl = checks::svrl(*result);
    return answer;
}

Validation unreadable(const std::string& file, int line, const std::string& message) {
    return {file, {{Entry::Kind::unchecked, line, {}, {}, {}, {}, {}, {}, message, {}}}, std::nullopt};
}

std::string validation_text(const Validation& validation, const Verdicts& verdicts) {
    if (validation.entries.empty()) return validation.file + ": " + verdicts.valid + '\n';
    std::string out;
    for (const Entry& entry : validation.entries) {
        out += validation.file;
        if (entry.line != 0) out.append(":").append(std::to_string(entry.line));
        out.append(": ").append(entry.kind == Entry::Kind::unchecked ? verdicts.unchecked : verdicts.invalid).append(": ");
        if (!entry.rule.empty()) out.append("[").append(entry.rule).append("] ");
        out += base::one_line(entry.message.empty() ? entry.test : entry.message);
        if (!entry.location.empty()) out.append("  (").append(entry.location).append(")");
        out += '\n';
        for (const std::string& diagnostic : entry.diagnostics) out.append("    ").append(base::one_line(diagnostic)).append("\n");
    }
    return out;
}

void ValidationJson::add(const Validation& file) {
    const auto is_unchecked = [](const Entry& entry) { return entry.kind == Entry::Kind::unchecked; };
    const bool checked = std::none_of(file.entries.begin(), file.entries.end(), is_unchecked);
    out_ << (begun_ ? ",\n" : "[\n") << "  {\n    \"file\": " << written(file.file, 0) << ",\n    \"valid\": " << (file.entries.empty() ? "true" : "false")
         << ",\n    \"checked\": " << (checked ? "true" : "false");
    for (const bool open : {false, true}) {
        out_ << (open ? ",\n    \"unchecked\": [" : ",\n    \"faults\": [");
        bool any = false;
        for (const Entry& entry : file.entries) {
            if (is_unchecked(entry) != open) continue;
            out_ << (any ? ",\n      " : "\n      ") << written(entry_json(file, entry), 6);
            any = true;
        }
        out_ << (any ? "\n    ]" : "]");
    }
    out_ << "\n  }";
    begun_ = true;
}

void ValidationJson::end() { out_ << (begun_ ? "\n]\n" : "[]\n"); }

std::string validation_svrl(const Validation& validation) {
    xml::Document document = validation.svrl ? validation.svrl->clone() : xml::Document::create("schematron-output", checks::kSvrlNamespace, "svrl");
    xml::Node root = document.root();
    bool titled = false;
    for (const Entry& entry : validation.entries) {
        if (entry.kind != Entry::Kind::schema) continue;
        if (!titled) {
            xml::Node pattern = root.append("active-pattern");
            pattern.set_attribute("id", "xml-schema");
            pattern.set_attribute("name", "W3C XML Schema");
            root.append("fired-rule").set_attribute("context", "/");
        }
        titled = true;
        xml::Node failed = root.append("failed-assert");
        failed.set_attribute("location", entry.location.empty() ? "/" : entry.location);
        failed.set_attribute("test", "true()");
        failed.append_with_text("text", entry.message);
    }
    if (validation.svrl) return document.serialize_compact();
    for (const Entry& entry : validation.entries) {
        if (entry.kind != Entry::Kind::unchecked) continue;
        xml::Node text = root.first_element() ? root.first_element().insert_before("text") : root.append("text");
        text.append_text("Could not be checked: " + entry.message);
    }
    return document.serialize_compact();
}

struct ValidationSarif::State {
    SarifRules rules;
    bool begun = false;
    bool complete = true;
};

ValidationSarif::ValidationSarif(std::ostream& out, std::string engine) : out_(out), engine_(std::move(engine)), state_(std::make_unique<State>()) {}
ValidationSarif::~ValidationSarif() = default;

void ValidationSarif::add(const Validation& file) {
    for (const Entry& entry : file.entries) {
        Json result = result_json(file, entry);
        Json& rule = state_->rules.of(rule_of(entry), result);
        if (!entry.see.empty()) rule["properties"]["see"] = entry.see;
        out_ << sarif_piece(result, state_->begun);
        state_->begun = true;
        if (entry.kind == Entry::Kind::unchecked) state_->complete = false;
    }
}

void ValidationSarif::end() { out_ << sarif_end(state_->begun, engine_, state_->rules, state_->complete, "en"); }

}  // namespace irikteu::report
