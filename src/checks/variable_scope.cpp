#include "checks/variable_scope.hpp"

namespace irikteu::checks {

void VariableScope::define(Level level, const SchemaElement& element, const std::string& name, const std::string& value) {
    if (!names(level).emplace(name, value).second) element.fail("defines the variable \"" + name + "\" a second time");
    if (level != Level::phase && level != Level::pattern) return;
    const auto outer = names(Level::schema).find(name);
    if (outer != names(Level::schema).end() && outer->second == value)
        element.fail("defines the variable \"" + name + "\" again, which the schema has with the same value");
}

void VariableScope::leave(Level level) {
    for (std::size_t i = static_cast<std::size_t>(level); i < 4; ++i) levels_[i].clear();
}

void VariableScope::use(const VariableUse& use) {
    for (const auto& level : levels_)
        if (level.count(use.name) != 0) return;
    if (of_phases_.count(use.name) != 0) return;
    const auto found = shared_.find(use.name);
    if (found == shared_.end()) use.element.fail("refers to the variable $" + use.name + ", which is not defined here");
    if (found->second > 1) use.element.fail("refers to the variable $" + use.name + ", which several other patterns define");
    borrowed_.insert(use.name);
}

std::set<std::string> VariableScope::borrowed() {
    std::set<std::string> result;
    result.swap(borrowed_);
    return result;
}

}  // namespace irikteu::checks
