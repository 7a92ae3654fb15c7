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

    /// The same in pieces: what stands before the body's rows; some of the rows, until there are no more (false); what stands behind.
    void begin(ListBuilder::Collector& c, const FoNode& table);
    bool add_rows(ListBuilder::Collector& c, std::size_t at_most);
    void end(ListBuilder::Collector& c);

    /// The keep with the previous of the first of its body's rows.
    static Strength keep_of_first_row(const FoNode& table);

  private:
    /// How far the rows of a header, body or footer have got.
    struct Part {
        std::size_t first = 0, end = 0, next = 0;
        Strength keep_next = 0, keep_previous = 0;  // The latter of its first row: FOP has it count behind that row too.
        BreakClass break_after = BreakClass::none;
        const FoNode* node = nullptr;
        bool marked = false;  // It has markers, which last to the end of its rows.
    };
    void add_group(ListBuilder::Collector& c, Part& part);
    void end_part(ListBuilder::Collector& c, const Part& part);
    const RowGroup* make_group(std::size_t first, std::size_t end, std::int64_t x);
    Cell make_cell(const GridCell& grid_cell, std::size_t group_row);
    void set_insets(const GridCell& grid_cell, Cell& cell);
    void set_bare_edges(const GridCell& grid_cell, Cell& cell);
    std::size_t group_end(std::size_t first, std::size_t limit) const;
    void row_heights(std::size_t first, std::span<const Cell> cells, std::vector<std::int32_t>& heights, std::vector<std::int32_t>& grown);
    const List* part_list(std::int64_t x, std::size_t first, std::size_t end);

    ListBuilder& lists_;
    Part body_;
    Frame* frame_ = nullptr;
    const List* footer_ = nullptr;
    std::size_t start_ = 0;  // Of its pieces: where a break before its first row is one before it.
    std::int64_t outer_x_ = 0;
    bool marked_ = false;    // It has markers, which last to its end.
    TableGrid grid_;
    const FoNode* table_ = nullptr;
    std::int64_t width_ = 0;
    BreakClass break_before_ = BreakClass::none, break_after_ = BreakClass::none;  // Of the cells of the row group.
    // Of the row group that is being made; a table within a cell has a builder of its own.
    std::vector<Cell> cells_;
    std::vector<const FoNode*> rows_;
    std::vector<Strength> splits_;
    std::vector<Strength> keep_next_, keep_previous_;  // Of each row: its own, and those of cells that end, or begin, in it.
    std::vector<std::int32_t> heights_, said_;
};

}  // namespace irikteu::layout
