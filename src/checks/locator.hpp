#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "xml/node.hpp"

namespace irikteu::checks {

/// Writes the places of many nodes of documents that do not change: siblings are counted once for all.
class Locator {
  public:
    /// As locate() in schematron.hpp.
    std::string locate(xml::Node node);

  private:
    int position(xml::Node node);
    std::string step(xml::Node node);

    std::unordered_map<const void*, int> positions_;  ///< Of children among siblings of their kind and name.
    std::unordered_set<const void*> counted_;         ///< Parents.
};

}  // namespace irikteu::checks
