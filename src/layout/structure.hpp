#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/fo_tree.hpp"

namespace irikteu::layout {

/// What an object holds directly, as far as its role depends on it.
enum class Holding : std::uint8_t { nothing, inlines, blocks };

/// The language tag as ISO 32000-1, 14.9.2 wants it, "en-US" for "en_US" too; empty for what is none.
std::string language_tag(std::string_view text);
/// The language that an object states by xml:lang, or language and country; empty where it states none, or none that is a
/// language tag.
std::string language_of(const FoNode& node);

/// Makes every table's rows equally long and its spans end where its rows do, as the grid on paper has it (ISO 14289-1, 7.2): cells are added at the
/// ends of rows, a body where there is only a head.
void complete_tables(std::vector<StructureElement>& elements);

/// Numbers the logical structure in document order while the FO tree is built, and refuses what no tagged PDF may
/// have: an unknown role, a heading level that skips.
class Structure {
  public:
    Structure(const FoTree& tree, std::vector<StructureElement>& elements) : tree_(tree), elements_(elements) {}

    /// The element of `node`, below the one of its parent: a new one, the parent's, or an artifact.
    ElementId element_for(const FoNode& node, ElementId parent, Holding holding);

    /// An element that no object stands for.
    ElementId add(std::string_view type, ElementId parent);

  private:
    std::string_view role(const FoNode& node, Holding holding) const;
    std::string_view role_for_language(const FoNode& node, Holding holding) const;
    std::string_view plain_role(const FoNode& node, std::string_view own);
    void check_role(const FoNode& node, std::string_view role);
    void describe(const FoNode& node, StructureElement& element);

    const FoTree& tree_;
    std::vector<StructureElement>& elements_;
    int heading_ = 0;
    int notes_ = 0;
};

}  // namespace irikteu::layout
