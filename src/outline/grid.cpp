#include "outline/grid.hpp"

#include <algorithm>
#include <charconv>

namespace irikteu::outline {

namespace {

constexpr int widest_span = 1000;  ///< A span beyond this is a reader's or applicant's slip.

int span_of(xml::Node cell, std::string_view attribute) {
    const auto value = cell.attribute_or(attribute, "1");
    int span = 1;
    std::from_chars(value.data(), value.data() + value.size(), span);
    return std::clamp(span, 1, widest_span);
}

std::string text_of(xml::Node cell) {
    std::string text;
    for (xml::Node p : cell.elements()) {
        if (p.name() != "p") continue;
        if (!text.empty()) text += '\n';
        text += p.text();
    }
    return text;
}

}  // namespace

Grid::Grid(xml::Node table) {
    std::vector<int> taken_until;  // For each column, the first row that is free again.
    for (xml::Node row : table.elements()) {
        if (row.name() != "row") continue;
        std::size_t column = 0;
        for (xml::Node node : row.elements()) {
            while (column < taken_until.size() && taken_until[column] > rows_) ++column;
            GridCell& cell = cells_.emplace_back();
            cell.node = node;
            cell.row = rows_;
            cell.column = static_cast<int>(column);
            cell.rows = span_of(node, "rows");
            cell.columns = span_of(node, "columns");
            cell.text = text_of(node);
            cell.key = kazakh::matching_key(cell.text);
            const std::size_t end = column + static_cast<std::size_t>(cell.columns);
            if (taken_until.size() < end) taken_until.resize(end, 0);
            std::fill(taken_until.begin() + static_cast<std::ptrdiff_t>(column), taken_until.begin() + static_cast<std::ptrdiff_t>(end),
                      rows_ + cell.rows);
            column = end;
        }
        ++rows_;
    }
}

const GridCell* Grid::at(int row, int column) const {
    if (row < 0 || column < 0) return nullptr;
    const auto found = std::find_if(cells_.begin(), cells_.end(), [&](const GridCell& cell) { return cell.covers(row, column); });
    return found == cells_.end() ? nullptr : &*found;
}

std::vector<const GridCell*> Grid::row(int index) const {
    std::vector<const GridCell*> cells;
    for (const GridCell& cell : cells_) {
        if (cell.row == index) cells.push_back(&cell);
    }
    return cells;
}

}  // namespace irikteu::outline
