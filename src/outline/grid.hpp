#pragma once

#include <string>
#include <vector>

#include "outline/keys.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// A cell of a table at its place in the grid of rows and columns, spans resolved.
struct GridCell {
    xml::Node node;
    int row = 0, column = 0;    ///< From 0.
    int rows = 1, columns = 1;  ///< Spans.
    std::string text;           ///< Its paragraphs, joined by line feeds; nested tables left out.
    Key key;

    bool covers(int r, int c) const { return r >= row && r < row + rows && c >= column && c < column + columns; }
};

/// A dossier's `table` as a grid. Spans of more than 64 columns or 1000 rows are cut to that.
class Grid {
  public:
    explicit Grid(xml::Node table);

    int rows() const { return rows_; }
    const std::vector<GridCell>& cells() const { return cells_; }  ///< In reading order.
    /// The cell that covers that place; nullptr where there is none.
    const GridCell* at(int row, int column) const;
    /// The cell to the right of this one, in its first row; nullptr at the end.
    const GridCell* right_of(const GridCell& cell) const { return at(cell.row, cell.column + cell.columns); }
    /// The cell below this one, in its first column.
    const GridCell* below(const GridCell& cell) const { return at(cell.row + cell.rows, cell.column); }
    const GridCell* above(const GridCell& cell) const { return at(cell.row - 1, cell.column); }
    /// Cells that begin in that row, left to right.
    std::vector<const GridCell*> row(int index) const;

  private:
    std::vector<GridCell> cells_;
    std::vector<std::vector<std::size_t>> covering_;  ///< By row: indices of the cells that cover a place in it.
    int rows_ = 0;
};

}  // namespace irikteu::outline
