#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/fo_tree.hpp"

namespace irikteu::layout {

enum RegionKind : std::uint8_t { kBody, kRegionBefore, kRegionAfter, kRegionStart, kRegionEnd };

/// One region's place on the page.
struct Region {
    const FoNode* node = nullptr;  ///< Null: the master has no such region.
    std::string_view name;
    std::int64_t x = 0, y = 0, width = 0, height = 0;  ///< As its content has it: turned, sides change places.
    std::uint8_t turn = 0;                             ///< Quarter turns to the left.
    std::int64_t page_width() const { return turn % 2 == 0 ? width : height; }   ///< As it lies on the page.
    std::int64_t page_height() const { return turn % 2 == 0 ? height : width; }
    int columns = 1;
    std::int64_t gap = 0;
    std::int64_t column_width() const { return (width - gap * (columns - 1)) / columns; }
};

struct PageMaster {
    const FoNode* node = nullptr;
    std::int64_t width = 0, height = 0;  ///< As its content has it.
    std::uint8_t turn = 0;               ///< Quarter turns to the left.
    std::int64_t page_width() const { return turn % 2 == 0 ? width : height; }
    std::int64_t page_height() const { return turn % 2 == 0 ? height : width; }
    std::array<Region, 5> regions;  ///< By RegionKind.
};

/// What a page is, as far as the choice of its master goes.
struct PageKind {
    bool first = false, last = false, only = false, odd = true, blank = false;
};

/// The fo:layout-master-set.
class PageMasters {
  public:
    /// Throws Error(invalid) for references to masters that aren't there, missing bodies, double names.
    PageMasters(const FoTree& tree, const FoNode& layout_master_set);
    /// Whether a page has a region of that name at all.
    bool has_region(std::string_view name) const;

    /// The master of the `index`-th page (from 0) of a sequence with that master-reference.
    /// Throws Error(invalid) where no alternative fits or the sequence of masters is exhausted.
    const PageMaster& choose(const FoNode& page_sequence, std::size_t index, const PageKind& kind) const;
    /// The same for a page that may never be made: null where there is none.
    const PageMaster* foresee(const FoNode& page_sequence, std::size_t index, const PageKind& kind) const;
    /// Whether it matters which page is the last one.
    bool asks_for_last(const FoNode& page_sequence) const;
    /// Whether its first page may have a master of its own for an only page.
    bool asks_for_only(const FoNode& page_sequence) const;

  private:
    void read_page_master(const FoNode& node);
    void place_regions(PageMaster& master);
    const PageMaster& simple(const FoNode& user, std::string_view name) const;
    static bool fits(const FoTree& tree, const FoNode& condition, const PageKind& kind);
    static bool asks_for_last_among(const FoNode& alternatives);
    static bool has_position(const FoNode& alternatives, std::string_view position);

    const FoTree& tree_;
    std::map<std::string, PageMaster, std::less<>> masters_;
    std::map<std::string, const FoNode*, std::less<>> sequences_;
};

}  // namespace irikteu::layout
