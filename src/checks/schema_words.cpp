#include "checks/schema_words.hpp"

#include <string_view>

namespace irikteu::checks {

namespace {

/// "a whole number" for a type that every schema has; of others the name.
std::string type_words(const std::string& type, const Messages& messages) {
    constexpr std::string_view kBuiltIn = "xs:";
    const std::string key = type.starts_with(kBuiltIn) ? "schema.type." + type.substr(kBuiltIn.size()) : std::string();
    return messages.has(key) ? messages.say(key) : messages.say("schema.type.named", {type});
}

}  // namespace

std::string schema_words(const xml::SchemaFault& fault, const Messages& messages) {
    const std::string key = "schema." + std::string(fault.kind);
    if (fault.kind.empty() || !messages.has(key)) return messages.say("schema.other", {fault.message});
    const std::string first = fault.values.empty() ? std::string() : fault.values[0];
    std::string second = fault.values.size() < 2 ? std::string() : fault.values[1];
    if (fault.kind == "type") second = type_words(second, messages);
    const std::string what = messages.say(key, {first, second});
    return fault.attribute.empty() ? messages.say("schema.of-element", {fault.element, what}) : messages.say("schema.of-attribute", {fault.attribute, fault.element, what});
}

}  // namespace irikteu::checks
