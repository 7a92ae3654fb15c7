#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/schema_tree.hpp"

namespace irikteu::checks {

/// A reference to a variable, and where it stands.
struct VariableUse {
    SchemaElement element;
    std::string name;
};

/// Which variables an expression of a schema may refer to (ISO/IEC 19757-3, 5.4.5): those of the schema, the phase, the
/// pattern and the rule that it stands in. "It is an error to reference a variable that has not been defined."
/// A pattern may also refer to a variable that exactly one other pattern defines: the variables of patterns are values of
/// the whole document, and implementations on XSLT have always shared them.
class VariableScope {
  public:
    enum class Level { schema, phase, pattern, rule };

    /// Variables of other patterns, by name, with how many patterns define them.
    void share(const std::string& name) { ++shared_[name]; }
    /// A variable of some phase: which phase runs is not known before the run.
    void of_some_phase(const std::string& name) { of_phases_.insert(name); }
    /// From here on the name is known, at that level. Fails at the element where the level has it already, or, below the
    /// schema and above the rule, where the schema has it with the same value: a redefinition that changes nothing is
    /// taken for the error that 5.4.5 speaks of, one that changes the value for a narrower scope.
    void define(Level level, const SchemaElement& element, const std::string& name, const std::string& value);
    /// Forgets the names of a level and of those below.
    void leave(Level level);
    /// Fails at the element where the name is not known. Names borrowed from other patterns are noted.
    void use(const VariableUse& use);
    /// The names that were borrowed since the last call.
    std::set<std::string> borrowed();

  private:
    std::map<std::string, std::string>& names(Level level) { return levels_[static_cast<std::size_t>(level)]; }

    std::map<std::string, std::string> levels_[4];  ///< Name to value.
    std::map<std::string, int> shared_;
    std::set<std::string> of_phases_;
    std::set<std::string> borrowed_;
};

}  // namespace irikteu::checks
