#include "outline/grid.hpp"

#include <algorithm>
#include <charconv>

namespace irikteu::outline {

namespace {

constexpr int widest = 64;  ///< Word has 63 columns at most.
constexpr int highest = 1000;

int span_of(xml::Node cell, std::string_view attribute, int most) {
    const auto value = cell.attribute_or(attribute, "1");
    int span = 1;
    std::from_chars(value.data(), value.data() + value.size(), span);
    return std::clamp(span, 1, most);
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
            cell.rows = span_of(node, "rows", highest);
            cell.columns = span_of(node, "columns", widest);
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
    covering_.resize(static_cast<std::size_t>(rows_));
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const int end = std::min(cells_[i].row + cells_[i].rows, rows_);
        for (int row = cells_[i].row; row < end; ++row) covering_[static_cast<std::size_t>(row)].push_back(i);
    }
}

const GridCell* Grid::at(int row, int column) const {
    if (row < 0 || column < 0 || row >= rows_) return nullptr;
    for (const std::size_t index : covering_[static_cast<std::size_t>(row)]) {
        if (cells_[index].covers(row, column)) return &cells_[index];
    }
    return nullptr;
}

std::vector<const GridCell*> Grid::row(int index) const {
    std::vector<const GridCell*> cells;
    if (index < 0 || index >= rows_) return cells;
    for (const std::size_t cell : covering_[static_cast<std::size_t>(index)]) {
        if (cells_[cell].row == index) cells.push_back(&cells_[cell]);
    }
    return cells;
}

}  // namespace irikteu::outline
