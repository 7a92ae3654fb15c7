#pragma once

#include <vector>

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "outline/grid.hpp"
#include "outline/keys.hpp"
#include "outline/road_map_columns.hpp"

namespace irikteu::outline {

/// Rows of a road map's table that are no measures but sums of them. `columns` and `wording` must outlive this.
class SumRows {
  public:
    SumRows(const RoadMapColumns& columns, const act::Act& act, const Wording& wording);

    bool is_sum(const Grid& grid, int row, const TableLayout& layout) const;
    /// A word for sums at either end: that of the act's "sum" alone, or one of its "subtotal" with words around.
    bool is_sum_text(const GridCell& cell) const;

  private:
    /// Whether a row says nothing of what a measure must say but its money, and has no number of its own.
    bool says_only_sums(const Grid& grid, int row, const TableLayout& layout) const;

    const RoadMapColumns& columns_;
    const Wording& wording_;
    std::vector<std::vector<Token>> subtotals_;
};

}  // namespace irikteu::outline
