#pragma once

#include <map>
#include <string>

#include "checks/schema_tree.hpp"
#include "xml/xpath.hpp"

namespace irikteu::checks {

/// What is included or extended keeps the prefixes of the schema that it stands in (ISO/IEC 19757-3, 5.4.4, 5.4.7): where
/// that one's ns elements say otherwise than those of the schema that includes, its expressions get prefixes of their own.
class PrefixScope {
  public:
    /// Notes the ns elements of a file other than the schema's own, once; further prefixes go into `known`.
    void enter(const SchemaElement& element, xml::Namespaces& known);
    /// Whether expressions of that file are to be rewritten at all.
    bool differs_in(const SchemaElement& element) const;
    /// The expression with the prefixes that `known` has it by.
    std::string rewritten(const SchemaElement& element, const std::string& text) const;

  private:
    using Prefixes = std::map<std::string, std::string>;
    std::map<const std::string*, Prefixes> files_;  ///< What each file's prefixes are called, where they differ.
};

}  // namespace irikteu::checks
