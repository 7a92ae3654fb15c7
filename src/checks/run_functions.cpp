#include "checks/run_functions.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "checks/schema_compiler.hpp"

namespace irikteu::checks {

namespace {

constexpr std::size_t kMaxWords = 5'000'000;  ///< Of a run.

/// What separates words: white space where there is no second argument, else the literal text, or "\s+".
std::vector<std::string> split(const std::string& text, const std::string& separator) {
    if (separator == "\\s+" || separator == "\\s") return words(text);
    if (separator.empty() || separator.find_first_of("\\[]{}()*+?.^$|") != std::string::npos)
        throw base::Error(base::ErrorCode::unsupported, "tokenize() knows plain separators and \\s+ only");
    std::vector<std::string> result;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        result.push_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return result;
}

}  // namespace

RunFunctions::RunFunctions(const CompiledSchema& schema) : keys_(schema), library_(schema.functions) {
    const bool visits_words = std::any_of(schema.patterns.begin(), schema.patterns.end(), [](const CompiledPattern& pattern) {
        return std::any_of(pattern.rules.begin(), pattern.rules.end(), [](const CompiledRule& rule) {
            return rule.visit_each && rule.visit_each->text().find("tokenize") != std::string::npos;
        });
    });
    if (schema.keys.empty() && !visits_words) return;
    extended_ = std::make_unique<xml::FunctionLibrary>(schema.functions ? *schema.functions : xml::FunctionLibrary());
    if (!schema.keys.empty())
        extended_->add("", "key", [this](std::span<const xml::Value> arguments) { return keys_.look_up(arguments); });
    if (visits_words)
        extended_->add("", "tokenize", [this](std::span<const xml::Value> arguments) { return tokenize_words(arguments); });
    library_ = extended_.get();
}

xml::Value RunFunctions::tokenize_words(std::span<const xml::Value> arguments) {
    if (arguments.empty() || arguments.size() > 2) throw base::Error(base::ErrorCode::invalid, "tokenize() takes one or two arguments");
    words_.push_back(std::make_unique<xml::Document>(xml::Document::create("words", {})));
    xml::NodeSet result;
    for (const std::string& word : split(xml::to_string(arguments[0]), arguments.size() == 2 ? xml::to_string(arguments[1]) : "\\s+"))
        result.push_back(words_.back()->root().append_with_text("word", word));
    if ((many_ += result.size()) > kMaxWords) throw base::Error(base::ErrorCode::limit_exceeded, "tokenize() makes more than " + std::to_string(kMaxWords) + " words");
    return result;
}

}  // namespace irikteu::checks
