#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/fo_tree.hpp"

namespace irikteu::layout {

/// A cell in its place among rows and columns.
struct GridCell {
    const FoNode* node = nullptr;  ///< Null: an empty place that no cell takes.
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    std::uint16_t rows = 1, columns = 1;
};

struct GridRow {
    const FoNode* node = nullptr;    ///< The fo:table-row; null where cells stand in the body themselves.
    const FoNode* part = nullptr;    ///< The header, footer or body.
    std::uint32_t first_cell = 0, end_cell = 0;
    bool part_first = false, part_last = false;
};

/// Places in a row or column beside a cell's edge, none of them taken by a cell, and the edge's border there.
struct BarePlaces {
    Edge edge = kBefore;
    std::uint32_t from = 0, end = 0;  ///< Columns of the table (kBefore) or rows (kStart).
    Border border;
};

/// The rows, columns and cells of a table (XSL-FO 1.1, 6.7), and what its borders come to.
class TableGrid {
  public:
    /// Reads the table: columns and their widths for a table that wide, cells in their places.
    /// Throws Error(invalid) for cells that overlap or stick out of the last row.
    void read(const FoTree& tree, const FoNode& table, std::int64_t width);

    const std::vector<GridRow>& rows() const { return rows_; }
    const std::vector<GridCell>& cells() const { return cells_; }
    std::size_t columns() const { return widths_.size(); }
    std::int32_t x(std::size_t column) const { return offsets_[column]; }
    std::int32_t width() const { return offsets_.back(); }
    std::size_t header_end() const { return header_end_; }  ///< Rows before it are the header's.
    std::size_t body_end() const { return body_end_; }      ///< Rows from it on are the footer's.
    bool collapsed() const { return collapsed_; }

    /// The winner on that edge of the cell (XSL-FO 1.1, 6.7.10; CSS 2, 17.6.2.1), in the collapsing model.
    Border border(const GridCell& cell, Edge edge) const;
    /// Where no cell stands above that one or in front of it within the table, in the collapsing model.
    std::vector<BarePlaces> bare_places(const GridCell& cell) const;
    /// Width of the border that a repeated header has below it (kBefore), or a footer above it (kAfter), where that cell of the body is broken, in
    /// the collapsing model.
    std::int32_t repeated_border(const GridCell& cell, Edge edge) const;

  private:
    struct Column {
        const FoNode* node = nullptr;
        std::optional<Measure> width;  // What a cell in a part's first row says.
    };
    void read_columns(const FoTree& tree, const FoNode& table);
    void count_columns(const FoTree& tree, const FoNode& part, bool first_row_only);
    void read_cell_widths(const FoNode& part);
    void read_part(const FoTree& tree, const FoNode& part);
    void read_row(const FoTree& tree, const FoNode* row, const FoNode& part, const FoNode* first_cell, const FoNode* end);
    void place(const FoTree& tree, const FoNode& node, std::size_t& column);
    void resolve_widths(std::int64_t width);
    void consider(Border& best, const Style* style, Edge edge) const;
    const GridCell* at(std::int64_t row, std::int64_t column) const;
    std::vector<std::int32_t> edge_widths(std::size_t row, Edge edge) const;
    // All that the winner on an edge depends on, for cells that begin in one column: the next row's are mostly alike.
    struct Meeting {
        struct Side {
            const Style* cell = nullptr;
            const Style* row = nullptr;
            const Style* part = nullptr;
            std::uint16_t column = 0, columns = 0;
            bool part_first = false, part_last = false, first = false, last = false;
            bool operator==(const Side&) const = default;
        };
        Side own, theirs;
        bool operator==(const Meeting&) const = default;
    };
    Border meet(const GridCell& cell, std::uint32_t row, Edge edge, std::int64_t their_row, std::int64_t their_column) const;
    Meeting::Side side(const GridCell& cell, std::uint32_t row) const;
    void consider_outside(Border& best, const GridCell& cell, std::uint32_t row, Edge edge) const;

    const FoNode* table_ = nullptr;
    std::vector<Column> column_nodes_;
    std::vector<std::int32_t> widths_, offsets_;
    std::vector<GridRow> rows_;
    std::vector<GridCell> cells_;
    std::vector<std::uint32_t> places_;    // Cell number + 1 of every row and column, row by row; 0: none.
    std::vector<std::uint32_t> hanging_;   // Per column: rows that a cell above still takes.
    mutable std::vector<std::pair<Meeting, Border>> lately_;  // By column and edge.
    std::vector<std::uint32_t> hanging_cell_;
    std::size_t header_end_ = 0, body_end_ = 0;
    mutable std::vector<std::int32_t> below_header_, above_footer_;  // Of each column; none before they are asked for.
    bool collapsed_ = false;
};

}  // namespace irikteu::layout
