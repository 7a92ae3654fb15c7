#include "checks/schematron.hpp"

#include <algorithm>

#include "checks/compiled_schema.hpp"
#include "checks/runner.hpp"

namespace irikteu::checks {

std::string Text::plain() const {
    std::string all;
    for (const TextRun& run : runs) all += run.kind == TextRun::Kind::copy ? run.node.text() : run.text;
    return xml::normalize_space(all);
}

Schematron Schematron::load(const base::Disk& disk, const std::string& path, const xml::FunctionLibrary* functions) {
    Schematron result;
    result.schema_ = compile_schema(std::make_unique<SchemaTree>(disk, path), functions);
    return result;
}

Result Schematron::run(const xml::Document& document, std::string_view phase) const { return run(document, phase, nullptr); }

Result Schematron::run(const xml::Document& document, std::string_view phase, const DocumentSource& subordinates) const {
    return Runner(schema_, document, subordinates).run(phase);
}

const std::vector<std::string>& Schematron::files() const { return schema_->tree->files(); }

std::vector<Labels> Schematron::assertions() const {
    std::vector<Labels> result;
    for (const CompiledPattern& pattern : schema_->patterns)
        for (const CompiledRule& rule : pattern.rules)
            for (const CompiledCheck& check : rule.checks) result.push_back(check.labels);
    return result;
}

std::vector<std::string> Schematron::phases() const {
    std::vector<std::string> result;
    for (const CompiledPhase& phase : schema_->phases)
        if (phase.id != "#ALL") result.push_back(phase.id);
    return result;
}

namespace {

/// A name test that needs no prefix.
std::string named(std::string test, const std::string& name, const std::string& uri) {
    return test.append("[local-name()='").append(name).append("' and namespace-uri()='").append(uri).append("']");
}

std::string element_step(xml::Node node) {
    const std::string name(node.name());
    const std::string uri(node.namespace_uri());
    int position = 1;
    for (xml::Node other = node.previous_sibling(); other; other = other.previous_sibling())
        if (other.is_element(name, uri)) ++position;
    std::string test = uri.empty() ? name : named("*", name, uri);
    return test.append("[").append(std::to_string(position)).append("]");
}

std::string other_step(xml::Node node) {
    using Kind = xml::Node::Kind;
    const Kind kind = node.kind();
    int position = 1;
    for (xml::Node other = node.previous_sibling(); other; other = other.previous_sibling())
        if (other.kind() == kind && other.name() == node.name()) ++position;
    std::string test = "node()";
    if (kind == Kind::text) test = "text()";
    if (kind == Kind::comment) test = "comment()";
    if (kind == Kind::processing_instruction) test = std::string("processing-instruction('").append(node.name()).append("')");
    return test.append("[").append(std::to_string(position)).append("]");
}

}  // namespace

std::string locate(xml::Node node) {
    using Kind = xml::Node::Kind;
    std::vector<std::string> steps;
    for (xml::Node at = node; at && at.kind() != Kind::document; at = at.parent()) {
        if (at.kind() == Kind::attribute) {
            const std::string name(at.name());
            const std::string uri(at.namespace_uri());
            steps.push_back(uri.empty() ? std::string("@").append(name) : named("@*", name, uri));
        } else {
            steps.push_back(at.is_element() ? element_step(at) : other_step(at));
        }
    }
    std::string result;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) result.append("/").append(*step);
    return result.empty() ? "/" : result;
}

}  // namespace irikteu::checks
