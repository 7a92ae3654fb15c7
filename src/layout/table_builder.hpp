#pragma once

#include <vector>

#include "layout/list_builder.hpp"
#include "layout/table_grid.hpp"

namespace irikteu::layout {

/// Turns one fo:table into pieces: a frame, the header's rows, the body's, the footer's.
class TableBuilder {
  public:
    explicit TableBuilder(ListBuilder& lists) : lists_(lists) {}

    void add(ListBuilder::Collector& c, const FoNode& table);

  private:
    void add_part(ListBuilder::Collector& c, std::size_t first, std::size_t end);
    const RowGroup* make_group(std::size_t first, std::size_t end, std::int64_t x, Strength& keep_next);
    Cell make_cell(const GridCell& grid_cell, std::size_t group_row, Strength& keep_next);
    void set_insets(const GridCell& grid_cell, Cell& cell);
    std::size_t group_end(std::size_t first, std::size_t limit) const;
    void row_heights(std::size_t first, std::span<const Cell> cells, std::vector<std::int32_t>& heights);
    const List* part_list(std::int64_t x, std::size_t first, std::size_t end);

    ListBuilder& lists_;
    TableGrid grid_;
    const FoNode* table_ = nullptr;
    std::int64_t width_ = 0;
    BreakClass break_before_ = BreakClass::none, break_after_ = BreakClass::none;  // Of the cells of the row group.
    // Of the row group that is being made; a table within a cell has a builder of its own.
    std::vector<Cell> cells_;
    std::vector<const FoNode*> rows_;
    std::vector<Strength> splits_;
    std::vector<std::int32_t> heights_, said_;
};

}  // namespace irikteu::layout
