#include "layout/table_grid.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::size_t kMostColumns = 10'000;

// Behind the last of the cells that stand in a part themselves and make a row.
const FoNode* end_of_row(const FoNode* cell) {
    for (;;) {
        const bool ends = cell->style->ends_row;
        cell = cell->next;
        if (cell == nullptr || ends || cell->style->starts_row || cell->object != Object::table_cell) return cell;
    }
}

// Calls use(first cell, end) for each row of a part, until it returns false.
template <class Use>
void each_row(const FoNode& part, Use use) {
    const FoNode* child = skip_markers(part.first_child);
    while (child != nullptr) {
        const bool row = child->object == Object::table_row;
        const FoNode* end = row || child->object != Object::table_cell ? child->next : end_of_row(child);
        if (row ? !use(child->first_child, nullptr) : !use(child, end)) return;
        child = skip_markers(end);
    }
}

int rank(BorderStyle style) {
    switch (style) {
        case BorderStyle::double_: return 4;
        case BorderStyle::solid: return 3;
        case BorderStyle::dashed: return 2;
        case BorderStyle::dotted: return 1;
        default: return 0;
    }
}

}  // namespace

void TableGrid::read(const FoTree& tree, const FoNode& table, std::int64_t width) {
    table_ = &table;
    collapsed_ = table.style->collapse_borders == Toggle::yes;
    read_columns(tree, table);
    hanging_.assign(widths_.size(), 0);
    hanging_cell_.assign(widths_.size(), 0);
    for (const Object wanted : {Object::table_header, Object::table_body, Object::table_footer}) {
        if (wanted == Object::table_footer) body_end_ = rows_.size();
        for (const FoNode* part = table.first_child; part != nullptr; part = part->next) {
            if (part->object == wanted) read_part(tree, *part);
        }
        if (wanted == Object::table_header) header_end_ = rows_.size();
    }
    resolve_widths(width);
}

void TableGrid::read_columns(const FoTree& tree, const FoNode& table) {
    std::size_t next = 0;
    for (const FoNode* child = table.first_child; child != nullptr; child = child->next) {
        switch (child->object) {
            case Object::table_column: {
                if (child->style->column_number > 0) {
                    const auto column = static_cast<std::size_t>(child->style->column_number) - 1;
                    if (column > kMostColumns) tree.fail(ErrorCode::limit_exceeded, *child, "more than 10,000 columns");
                    next = column;
                }
                for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(child->style->columns_repeated), kMostColumns); ++i, ++next) {
                    if (column_nodes_.size() <= next) column_nodes_.resize(next + 1);
                    column_nodes_[next].node = child;
                }
                break;
            }
            case Object::table_header:
            case Object::table_footer:
            case Object::table_body: break;
            case Object::marker: break;
            default: tree.fail(ErrorCode::invalid, *child, "is not allowed in fo:table");
        }
    }
    // Without columns of its own a table has as many as all its rows need.
    const bool counted = column_nodes_.empty();
    for (const FoNode* part = table.first_child; part != nullptr; part = part->next) {
        if (part->object == Object::table_column || part->object == Object::marker) continue;
        count_columns(tree, *part, !counted);
        read_cell_widths(*part);
    }
    widths_.assign(std::max<std::size_t>(column_nodes_.size(), 1), 0);
    column_nodes_.resize(widths_.size());
}

void TableGrid::count_columns(const FoTree& tree, const FoNode& part, bool first_row_only) {
    std::vector<std::uint32_t>& hanging = hanging_;
    hanging.clear();
    each_row(part, [&](const FoNode* first, const FoNode* end) {
        std::size_t column = 0;
        for (std::uint32_t& rows : hanging) rows -= rows > 0 ? 1 : 0;
        for (const FoNode* cell = first; cell != end; cell = cell->next) {
            if (cell->object != Object::table_cell) continue;
            const Style& s = *cell->style;
            if (s.column_number > 0) column = static_cast<std::size_t>(s.column_number) - 1;
            else while (column < hanging.size() && hanging[column] != 0) ++column;
            const std::size_t behind = column + static_cast<std::size_t>(s.columns_spanned);
            if (behind > kMostColumns) tree.fail(ErrorCode::limit_exceeded, *cell, "more than 10,000 columns");
            if (hanging.size() < behind) hanging.resize(behind);
            // One more than the rows below: what the next row takes off.
            for (; column < behind; ++column) hanging[column] = static_cast<std::uint32_t>(s.rows_spanned);
        }
        return !first_row_only;
    });
    if (column_nodes_.size() < hanging.size()) column_nodes_.resize(hanging.size());
}

// The width of a cell in the first row of a part is its column's, whatever the column says, and that of all columns repeated
// with it; the last part counts, and per cent come to nothing (all as in FOP).
void TableGrid::read_cell_widths(const FoNode& part) {
    each_row(part, [&](const FoNode* first, const FoNode* end) {
        std::size_t column = 0;
        for (const FoNode* cell = first; cell != end; cell = cell->next) {
            if (cell->object != Object::table_cell) continue;
            const Style& s = *cell->style;
            if (s.column_number > 0) column = static_cast<std::size_t>(s.column_number) - 1;
            const bool says = s.width && s.columns_spanned == 1 && !cell->attribute("width").empty();
            if (says && column < column_nodes_.size()) {
                const FoNode* const node = column_nodes_[column].node;
                for (Column& c : column_nodes_) {
                    if (&c == &column_nodes_[column] || (node != nullptr && c.node == node)) c.width = Measure{s.width->fixed, 0};
                }
            }
            column += static_cast<std::size_t>(s.columns_spanned);
        }
        return false;
    });
}

void TableGrid::read_part(const FoTree& tree, const FoNode& part) {
    const std::size_t first_row = rows_.size();
    for (const FoNode* child = part.first_child; child != nullptr;) {
        if (child->object == Object::table_row) {
            read_row(tree, child, part, child->first_child, nullptr);
            child = child->next;
        } else if (child->object == Object::table_cell) {
            const FoNode* end = end_of_row(child);
            read_row(tree, nullptr, part, child, end);
            child = end;
        } else if (child->object == Object::marker) {
            child = child->next;
        } else {
            tree.fail(ErrorCode::invalid, *child, "is not allowed in " + std::string(name_of(part.object)));
        }
    }
    for (std::size_t c = 0; c < hanging_.size(); ++c) {
        if (hanging_[c] == 0) continue;
        // A cell that spans more rows than its part has ends with the part, as in FOP.
        GridCell& cell = cells_[hanging_cell_[c]];
        cell.rows = static_cast<std::uint16_t>(rows_.size() - cell.row);
        hanging_[c] = 0;
    }
    if (rows_.size() == first_row) return;
    rows_[first_row].part_first = true;
    rows_.back().part_last = true;
}

void TableGrid::read_row(const FoTree& tree, const FoNode* row, const FoNode& part, const FoNode* first, const FoNode* end) {
    GridRow grid_row;
    grid_row.node = row;
    grid_row.part = &part;
    grid_row.first_cell = static_cast<std::uint32_t>(cells_.size());
    rows_.push_back(grid_row);
    const std::size_t base = places_.size();
    places_.resize(base + widths_.size(), 0);
    for (std::size_t c = 0; c < widths_.size(); ++c) {
        if (hanging_[c] == 0) continue;
        places_[base + c] = hanging_cell_[c] + 1;
        --hanging_[c];
    }
    std::size_t column = 0;
    for (const FoNode* cell = first; cell != end; cell = cell->next) {
        if (cell->object == Object::marker) continue;
        if (cell->object != Object::table_cell) tree.fail(ErrorCode::invalid, *cell, "is not allowed in a row");
        place(tree, *cell, column);
    }
    rows_.back().end_cell = static_cast<std::uint32_t>(cells_.size());
}

void TableGrid::place(const FoTree& tree, const FoNode& node, std::size_t& column) {
    const Style& s = *node.style;
    const std::size_t base = places_.size() - widths_.size();
    if (s.column_number > 0) {
        column = static_cast<std::size_t>(s.column_number) - 1;
    } else {
        while (column < widths_.size() && places_[base + column] != 0) ++column;
    }
    const auto across = static_cast<std::size_t>(s.columns_spanned);
    if (column + across > widths_.size()) {
        tree.fail(ErrorCode::invalid, node, "the row has more cells than the table has columns");
    }
    GridCell cell;
    cell.node = &node;
    cell.row = static_cast<std::uint32_t>(rows_.size() - 1);
    cell.column = static_cast<std::uint16_t>(column);
    cell.columns = static_cast<std::uint16_t>(across);
    cell.rows = static_cast<std::uint16_t>(std::min(s.rows_spanned, 60'000));
    cells_.push_back(cell);
    for (std::size_t c = column; c < column + across; ++c) {
        if (places_[base + c] != 0) tree.fail(ErrorCode::invalid, node, "overlaps another cell");
        places_[base + c] = static_cast<std::uint32_t>(cells_.size());
        hanging_[c] = cell.rows - 1u;
        hanging_cell_[c] = static_cast<std::uint32_t>(cells_.size() - 1);
    }
    column += across;
}

// 6.7.4: fixed widths first; what is left goes to the proportional columns by their shares. Columns without a width
// share equally, and so do all proportional ones where the layout isn't fixed, as in FOP.
void TableGrid::resolve_widths(std::int64_t width) {
    std::int64_t fixed = 0;
    std::int64_t shares = 0;
    const auto share = [&](std::size_t c) -> std::int64_t {
        const FoNode* node = column_nodes_[c].node;
        if (column_nodes_[c].width) return 0;
        if (node == nullptr) return 1'000'000;
        if (node->style->column_width && node->style->column_share == 0) return 0;
        return node->style->column_share > 0 && table_->style->fixed_layout ? node->style->column_share : 1'000'000;
    };
    const auto give_fixed = [&] {
        fixed = 0;
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            const FoNode* node = column_nodes_[c].node;
            const bool shared_length = node != nullptr && node->style->column_share > 0 && !table_->style->fixed_layout;
            if (column_nodes_[c].width) widths_[c] = narrow(column_nodes_[c].width->fixed);
            else if (node != nullptr && node->style->column_width && !shared_length) widths_[c] = narrow(node->style->column_width->of(width));
            fixed += widths_[c];
        }
    };
    give_fixed();
    // A table whose columns are wider together is so wide, and then per cent are of that (as in FOP).
    if (fixed > width && table_->style->fixed_layout && table_->style->width) {
        width = fixed;
        give_fixed();
    }
    for (std::size_t c = 0; c < widths_.size(); ++c) shares += share(c);
    const std::int64_t rest = std::max<std::int64_t>(width - fixed, 0);
    offsets_.assign(1, 0);
    // A share of one is a whole number of millipoints, as in FOP: shares of hundreds together lose some tenths of a point.
    const auto one = shares == 0 ? 0 : static_cast<std::int64_t>(static_cast<__int128>(rest) * 1'000'000 / shares);
    for (std::size_t c = 0; c < widths_.size(); ++c) {
        widths_[c] = narrow(widths_[c] + share(c) * one / 1'000'000);
        offsets_.push_back(narrow(std::int64_t{offsets_.back()} + widths_[c]));
    }
}

const GridCell* TableGrid::at(std::int64_t row, std::int64_t column) const {
    if (row < 0 || column < 0 || row >= static_cast<std::int64_t>(rows_.size()) || column >= static_cast<std::int64_t>(widths_.size())) {
        return nullptr;
    }
    const std::uint32_t place = places_[static_cast<std::size_t>(row) * widths_.size() + static_cast<std::size_t>(column)];
    return place == 0 ? nullptr : &cells_[place - 1];
}

void TableGrid::consider(Border& best, const Style* style, Edge edge) const {
    if (style == nullptr || best.style == BorderStyle::hidden) return;
    const Border& b = style->border[edge];
    if (b.style == BorderStyle::hidden) {
        best = b;
        best.width = 0;
        return;
    }
    if (b.style == BorderStyle::none) return;
    if (b.width > best.width || (b.width == best.width && rank(b.style) > rank(best.style))) best = b;
}

// Row, part, column and table, in the order of 17.6.2.1's last rule: an equal of these never replaces a cell's.
void TableGrid::consider_outside(Border& best, const GridCell& cell, std::uint32_t row, Edge edge) const {
    const GridRow& r = rows_[row];
    const bool horizontal = edge == kBefore || edge == kAfter;
    const bool first_column = cell.column == 0;
    const bool last_column = cell.column + cell.columns == static_cast<int>(widths_.size());
    const bool outer_side = (edge == kStart && first_column) || (edge == kEnd && last_column);
    if (r.node != nullptr && (horizontal || outer_side)) consider(best, r.node->style, edge);
    const bool part_edge = (edge == kBefore && r.part_first) || (edge == kAfter && r.part_last) || outer_side;
    if (part_edge) consider(best, r.part->style, edge);
    const std::size_t column = edge == kEnd ? cell.column + cell.columns - 1u : cell.column;
    const bool table_edge = (edge == kBefore && row == 0) || (edge == kAfter && row + 1 == rows_.size()) || outer_side;
    const FoNode* column_node = column_nodes_[column].node;
    if (column_node != nullptr && (!horizontal || table_edge)) consider(best, column_node->style, edge);
    if (table_edge) consider(best, table_->style, edge);
}

std::vector<std::int32_t> TableGrid::edge_widths(std::size_t row, Edge edge) const {
    std::vector<std::int32_t> widths(widths_.size());
    const GridRow& r = rows_[row];
    for (std::size_t column = 0; column < widths.size(); ++column) {
        Border best;
        if (const GridCell* cell = at(static_cast<std::int64_t>(row), static_cast<std::int64_t>(column))) consider(best, cell->node->style, edge);
        if (r.node != nullptr) consider(best, r.node->style, edge);
        consider(best, r.part->style, edge);
        widths[column] = best.width;
    }
    return widths;
}

std::int32_t TableGrid::repeated_border(const GridCell& cell, Edge edge) const {
    if (cell.row < header_end_ || cell.row >= body_end_) return 0;
    const bool header = edge == kBefore;
    if (header ? header_end_ == 0 || table_->style->omit_header : body_end_ == rows_.size() || table_->style->omit_footer) return 0;
    std::vector<std::int32_t>& widths = header ? below_header_ : above_footer_;
    if (widths.empty()) widths = header ? edge_widths(header_end_ - 1, kAfter) : edge_widths(body_end_, kBefore);
    return *std::max_element(widths.begin() + cell.column, widths.begin() + cell.column + cell.columns);
}

TableGrid::Meeting::Side TableGrid::side(const GridCell& cell, std::uint32_t row) const {
    const GridRow& r = rows_[row];
    return {cell.node == nullptr ? nullptr : cell.node->style, r.node == nullptr ? nullptr : r.node->style, r.part->style, cell.column, cell.columns,
            r.part_first, r.part_last, row == 0, row + 1 == rows_.size()};
}

Border TableGrid::border(const GridCell& cell, Edge edge) const {
    const std::int64_t row = cell.row;
    const std::int64_t column = cell.column;
    switch (edge) {
        case kBefore: return meet(cell, cell.row, edge, row - 1, column);
        case kAfter: return meet(cell, cell.row + cell.rows - 1u, edge, row + cell.rows, column);
        case kStart: return meet(cell, cell.row, edge, row, column - 1);
        case kEnd: break;
    }
    return meet(cell, cell.row, edge, row, column + cell.columns);
}

// The winner on an edge between that row of the cell and a place beside it. A place without a cell has the borders of its row,
// part and column all the same.
Border TableGrid::meet(const GridCell& cell, std::uint32_t row, Edge edge, std::int64_t their_row, std::int64_t their_column) const {
    static constexpr std::array kOpposite = {kAfter, kBefore, kEnd, kStart};
    static_assert(kBefore == 0 && kAfter == 1 && kStart == 2 && kEnd == 3);
    const Edge theirs = kOpposite[edge];
    const bool inside = their_row >= 0 && their_column >= 0 && their_row < static_cast<std::int64_t>(rows_.size()) &&
                        their_column < static_cast<std::int64_t>(widths_.size());
    GridCell empty;
    empty.row = static_cast<std::uint32_t>(their_row);
    empty.column = static_cast<std::uint16_t>(their_column);
    const GridCell* neighbour = at(their_row, their_column);
    if (neighbour == nullptr && inside) neighbour = &empty;
    Meeting meeting;
    meeting.own = side(cell, row);
    if (neighbour != nullptr) meeting.theirs = side(*neighbour, empty.row);
    lately_.resize(4 * widths_.size());
    auto& [known, winner] = lately_[4u * cell.column + static_cast<std::size_t>(edge)];
    if (known == meeting) return winner;
    Border best;
    consider(best, cell.node->style, edge);
    if (neighbour != nullptr && neighbour->node != nullptr) consider(best, neighbour->node->style, theirs);
    consider_outside(best, cell, row, edge);
    if (neighbour != nullptr) consider_outside(best, *neighbour, empty.row, theirs);
    known = meeting;
    winner = best;
    return best;
}

std::vector<BarePlaces> TableGrid::bare_places(const GridCell& cell) const {
    std::vector<BarePlaces> found;
    const auto add = [&](Edge edge, std::uint32_t place, const Border& border) {
        BarePlaces* last = found.empty() ? nullptr : &found.back();
        if (last != nullptr && last->edge == edge && last->end == place && last->border == border) ++last->end;
        else found.push_back({edge, place, place + 1, border});
    };
    if (cell.row > 0) {
        const std::int64_t above = std::int64_t{cell.row} - 1;
        for (std::uint32_t c = cell.column; c < std::uint32_t{cell.column} + cell.columns; ++c) {
            if (at(above, c) == nullptr) add(kBefore, c, meet(cell, cell.row, kBefore, above, c));
        }
    }
    if (cell.column > 0) {
        for (std::uint32_t r = cell.row; r < cell.row + cell.rows; ++r) {
            if (at(r, cell.column - 1) == nullptr) add(kStart, r, meet(cell, r, kStart, r, cell.column - 1));
        }
    }
    return found;
}

}  // namespace irikteu::layout
