#include "layout/cell_columns.hpp"

#include <algorithm>

namespace irikteu::layout {

namespace {

constexpr int kMost = 10'000;  // Columns, and rows of one cell: tables that have more are refused.

int number(xml::Node node, std::string_view name, int otherwise) {
    const std::string_view text = node.attribute_or(name, {});
    int value = 0;
    for (const char c : text) value = c >= '0' && c <= '9' ? std::min(value * 10 + (c - '0'), kMost) : value;
    return value == 0 ? otherwise : value;
}

bool says(xml::Node node, std::string_view name) { return node.attribute_or(name, {}) == "true"; }

}  // namespace

int CellColumns::of(xml::Node cell) {
    if (cell_ && cell_ == cell) return column_;
    const xml::Node around = cell.parent();
    const xml::Node part = around && around.is_element() && around.name() == "table-row" ? around.parent() : around;
    if (!part_ || !(part_ == part)) begin(part);
    for (int tries = 0; tries < 2; ++tries) {
        while (advance()) {
            if (cell_ == cell) return column_;
        }
        begin(part);
    }
    return 1;
}

void CellColumns::begin(xml::Node part) {
    part_ = part;
    row_ = cell_ = xml::Node();
    spanned_.clear();
    next_ = 1;
}

// To the next cell of the part; false behind the last one.
bool CellColumns::advance() {
    if (!cell_) {
        row_ = part_.first_element("table-row");
        cell_ = row_ ? row_.first_element("table-cell") : part_.first_element("table-cell");
    } else {
        // Cells may stand in a part of the table without rows, and say themselves where rows start and end.
        const bool ended = !row_ && says(cell_, "ends-row");
        cell_ = cell_.next_element("table-cell");
        if (cell_ && !row_ && (ended || says(cell_, "starts-row"))) start_row();
    }
    while (!cell_ && row_) {
        row_ = row_.next_element("table-row");
        if (!row_) return false;
        start_row();
        cell_ = row_.first_element("table-cell");
    }
    if (!cell_) return false;
    place();
    return true;
}

void CellColumns::start_row() {
    for (int& rows : spanned_) rows = std::max(rows - 1, 0);
    next_ = 1;
}

void CellColumns::place() {
    column_ = number(cell_, "column-number", 0);
    if (column_ == 0) {
        column_ = next_;
        while (column_ <= static_cast<int>(spanned_.size()) && spanned_[static_cast<std::size_t>(column_ - 1)] > 0) ++column_;
    }
    next_ = column_ + number(cell_, "number-columns-spanned", 1);
    const int rows = number(cell_, "number-rows-spanned", 1);
    if (rows > 1 && static_cast<int>(spanned_.size()) < next_ - 1) spanned_.resize(static_cast<std::size_t>(next_ - 1));
    for (int c = column_; rows > 1 && c < next_; ++c) spanned_[static_cast<std::size_t>(c - 1)] = rows;
}

}  // namespace irikteu::layout
