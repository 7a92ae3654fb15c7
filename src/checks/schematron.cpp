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

Schematron Schematron::load(const base::Disk& disk, const std::string& path, const xml::FunctionLibrary* functions,
                            MessageContext messages) {
    return load(std::make_unique<SchemaTree>(disk, path), functions, messages);
}

Schematron Schematron::load(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions, MessageContext messages, bool proven) {
    Schematron result;
    result.schema_ = compile_schema(std::move(tree), functions, messages, proven);
    return result;
}

bool Schematron::is_provable() const { return !schema_->language && !schema_->borrows; }

Result Schematron::run(const xml::Document& document, std::string_view phase) const { return run(document, phase, nullptr); }

Result Schematron::run(const xml::Document& document, std::string_view phase, const DocumentSource& subordinates) const {
    return Runner(schema_, document, subordinates, work_, report_).run(phase);
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

}  // namespace irikteu::checks
