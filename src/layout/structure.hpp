#pragma once

#include <string_view>
#include <vector>

#include "layout/fo_tree.hpp"

namespace irikteu::layout {

/// What an object holds directly, as far as its role depends on it.
enum class Holding : std::uint8_t { nothing, inlines, blocks };

/// Numbers the logical structure in document order while the FO tree is built, and refuses what no tagged PDF may
/// have: an unknown role, a heading level that skips.
class Structure {
  public:
    Structure(const FoTree& tree, std::vector<StructureElement>& elements) : tree_(tree), elements_(elements) {}

    /// The element of `node`, below the one of its parent: a new one, the parent's, or an artifact.
    ElementId element_for(const FoNode& node, ElementId parent, Holding holding);

  private:
    std::string_view role(const FoNode& node, Holding holding) const;
    void check_role(const FoNode& node, std::string_view role);
    void describe(const FoNode& node, StructureElement& element);

    const FoTree& tree_;
    std::vector<StructureElement>& elements_;
    int heading_ = 0;
    int notes_ = 0;
};

}  // namespace irikteu::layout
