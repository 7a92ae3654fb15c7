#include "layout/table_builder.hpp"

#include <algorithm>
#include <numeric>

#include "base/error.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

Strength keep_of(const FoNode* node, const KeepStrengths OwnStyle::*keep) {
    return node == nullptr ? Strength{0} : (node->style->*keep).vertical();
}

}  // namespace

void TableBuilder::add(ListBuilder::Collector& c, const FoNode& table) {
    begin(c, table);
    while (add_rows(c, SIZE_MAX)) {
    }
    end(c);
}

void TableBuilder::begin(ListBuilder::Collector& c, const FoNode& table) {
    table_ = &table;
    start_ = c.pieces.size();
    while (start_ > 0 && c.pieces[start_ - 1].kind == PieceKind::space) --start_;
    const Style& s = *table.style;
    lists_.settle_indents(table, c.width);
    const std::int64_t start = s.start_indent.of(c.width);
    width_ = s.width ? s.width->of(ListBuilder::percent_base(table, c.width)) : c.width - start - s.end_indent.of(c.width);
    grid_.read(lists_.tree(), table, width_);
    lists_.tree().overflows(table, grid_.width() - std::max(width_, c.width - start), Overflow::Kind::too_wide, "its columns are wider than its place");
    if (!table.id.empty()) lists_.add_anchor(c, table);
    frame_ = lists_.make_frame(c, table, c.x + start, std::max<std::int64_t>(width_, grid_.width()));
    // Collapsed borders are the cells'.
    if (grid_.collapsed()) frame_->resume_cost = frame_->break_cost = 0;
    frame_->table = true;
    if (!grid_.collapsed()) {
        frame_->x -= s.border_and_padding(kStart);
        frame_->width += s.border_and_padding(kStart) + s.border_and_padding(kEnd);
    }
    outer_x_ = c.x;
    const List* header = part_list(c.x + start, 0, grid_.header_end());
    footer_ = part_list(c.x + start, grid_.body_end(), grid_.rows().size());
    if (footer_ != nullptr && !s.omit_footer) {
        frame_->footer = footer_;
        frame_->break_cost = narrow(std::int64_t{frame_->break_cost} + footer_->height);
    }
    c.x += start;
    lists_.open_frame(c, *frame_);
    if (grid_.collapsed()) c.pieces.back().height = 0;
    if (header != nullptr) {
        c.pieces.insert(c.pieces.end(), header->pieces.begin(), header->pieces.end());
        c.has_notes = c.has_notes || header->has_notes;
        if (!s.omit_header) {
            frame_->header = header;
            frame_->resume_cost = narrow(std::int64_t{frame_->resume_cost} + header->height);
        }
    }
    for (const FoNode* child = table.first_child; child != nullptr; child = child->next) {
        if (child->object != Object::marker) continue;
        lists_.add_anchor(c, *child);
        marked_ = true;
    }
    body_ = {grid_.header_end(), grid_.body_end(), grid_.header_end()};
}

bool TableBuilder::add_rows(ListBuilder::Collector& c, std::size_t at_most) {
    for (std::size_t i = 0; i < at_most && body_.next < body_.end; ++i) add_group(c, body_);
    return body_.next < body_.end;
}

void TableBuilder::end(ListBuilder::Collector& c) {
    end_part(c, body_);
    c.keep_next = std::max(c.keep_next, body_.keep_next);
    const Style& s = *table_->style;
    if (footer_ != nullptr) {
        Piece keep;
        keep.kind = PieceKind::opportunity;
        keep.strength = kAlways;
        c.pieces.push_back(keep);
        if (!s.omit_footer) {
            Piece begin;
            begin.kind = PieceKind::footer;
            begin.frame = frame_;
            c.pieces.push_back(begin);
        }
        c.pieces.insert(c.pieces.end(), footer_->pieces.begin(), footer_->pieces.end());
    }
    lists_.close_frame(c, *frame_);
    if (grid_.collapsed()) c.pieces.back().height = 0;
    if (marked_) lists_.end_markers(c, *table_);
    c.x = outer_x_;
}

const List* TableBuilder::part_list(std::int64_t x, std::size_t first, std::size_t end) {
    if (first == end) return nullptr;
    ListBuilder::Collector c(lists_);
    c.x = x;
    c.width = width_;
    Part part{first, end, first};
    while (part.next < part.end) add_group(c, part);
    end_part(c, part);
    for (Piece& p : c.pieces) {
        if (p.kind == PieceKind::opportunity) p.strength = kAlways;
    }
    return lists_.finish(c);
}

Strength TableBuilder::keep_of_first_row(const FoNode& table) {
    const FoNode* body = table.first_child;
    while (body != nullptr && body->object != Object::table_body) body = body->next;
    const FoNode* first = body == nullptr ? nullptr : body->first_child;
    while (first != nullptr && first->object == Object::marker) first = first->next;
    if (first == nullptr) return 0;
    const bool row = first->object == Object::table_row;
    Strength strength = row ? keep_of(first, &OwnStyle::keep_with_previous) : Strength{0};
    for (const FoNode* cell = row ? first->first_child : first; cell != nullptr; cell = cell->next) {
        if (cell->object == Object::table_cell) strength = std::max(strength, ListBuilder::keep_of_first(*cell));
        if (!row && cell->style->ends_row) break;
    }
    return strength;
}

std::size_t TableBuilder::group_end(std::size_t first, std::size_t limit) const {
    std::size_t end = first + 1;
    for (std::size_t r = first; r < end && r < limit; ++r) {
        const GridRow& row = grid_.rows()[r];
        for (std::uint32_t i = row.first_cell; i < row.end_cell; ++i) {
            end = std::max<std::size_t>(end, r + grid_.cells()[i].rows);
        }
    }
    return std::min(end, limit);
}

void TableBuilder::add_group(ListBuilder::Collector& c, Part& part) {
    const std::size_t r = part.next;
    const GridRow& row = grid_.rows()[r];
    const bool behind_header = r == grid_.header_end() && r > 0 && r < grid_.body_end();
    break_before_ = break_after_ = BreakClass::none;
    const std::size_t next = group_end(r, part.end);
    const RowGroup* group = make_group(r, next, c.x);
    if (r > part.first || behind_header) {
        Piece p;
        p.kind = PieceKind::opportunity;
        p.strength = std::max({part.keep_next, part.keep_previous, table_->style->keep_together.vertical(), keep_previous_.front()});
        if (behind_header) p.strength = kAlways;
        c.pieces.push_back(p);
    }
    if (row.part != part.node) {
        if (part.marked) lists_.end_markers(c, *part.node);
        part.node = row.part;
        part.marked = false;
        if (!part.node->id.empty()) lists_.add_anchor(c, *part.node);
        for (const FoNode* child = part.node->first_child; child != nullptr; child = child->next) {
            if (child->object != Object::marker) continue;
            lists_.add_anchor(c, *child);
            part.marked = true;
        }
    }
    const FoNode* node = row.node;
    const BreakClass before = node != nullptr && node->style->break_before != BreakClass::none ? node->style->break_before : break_before_;
    if (before != BreakClass::none && r == grid_.header_end() && &part == &body_) {
        // Neither its border nor its header stays behind.
        Piece p;
        p.kind = PieceKind::forced;
        p.break_class = before;
        c.pieces.insert(c.pieces.begin() + static_cast<std::ptrdiff_t>(start_), p);
    } else if (before != BreakClass::none) {
        lists_.force_break(c, before);
    } else if (part.break_after != BreakClass::none) {
        lists_.force_break(c, part.break_after);
    }
    for (std::size_t i = r; i < next; ++i) {
        const FoNode* n = grid_.rows()[i].node;
        if (n != nullptr && !n->id.empty()) lists_.add_anchor(c, *n);
    }
    Piece p;
    p.kind = PieceKind::row;
    p.row = group;
    p.height = p.row->height;
    c.has_notes = c.has_notes || p.row->has_notes;
    c.pieces.push_back(p);
    const FoNode* last = grid_.rows()[next - 1].node;
    part.keep_next = keep_next_.back();
    part.keep_previous = r == part.first ? keep_previous_.front() : Strength{0};
    part.break_after = last != nullptr && last->style->break_after != BreakClass::none ? last->style->break_after : break_after_;
    part.next = next;
}

void TableBuilder::end_part(ListBuilder::Collector& c, const Part& part) {
    if (part.marked) lists_.end_markers(c, *part.node);
    if (part.break_after != BreakClass::none) c.pending_break = part.break_after;
}

const RowGroup* TableBuilder::make_group(std::size_t first, std::size_t end, std::int64_t x) {
    std::vector<Cell>& cells = cells_;
    std::vector<const FoNode*>& rows = rows_;
    std::vector<Strength>& splits = splits_;
    std::vector<std::int32_t>& heights = heights_;
    cells.clear();
    rows.clear();
    splits.clear();
    heights.clear();
    keep_next_.assign(end - first, 0);
    keep_previous_.assign(end - first, 0);
    RowGroup* group = lists_.arena().make<RowGroup>();
    for (std::size_t r = first; r < end; ++r) {
        const GridRow& row = grid_.rows()[r];
        keep_next_[r - first] = std::max(keep_next_[r - first], keep_of(row.node, &OwnStyle::keep_with_next));
        keep_previous_[r - first] = keep_of(row.node, &OwnStyle::keep_with_previous);
        rows.push_back(row.node != nullptr ? row.node : row.part);
        const Strength table_together = table_->style->keep_together.vertical();
        splits.push_back(row.node != nullptr ? std::max(table_together, row.node->style->keep_together.vertical()) : table_together);
        for (std::uint32_t i = row.first_cell; i < row.end_cell; ++i) {
            cells.push_back(make_cell(grid_.cells()[i], r - first));
            group->has_notes = group->has_notes || cells.back().list->has_notes;
            group->has_forced = group->has_forced || cells.back().list->has_forced;
        }
    }
    for (std::size_t r = first; r + 1 < end; ++r) {
        splits.push_back(std::max({table_->style->keep_together.vertical(), keep_next_[r - first], keep_previous_[r + 1 - first]}));
    }
    // A header or footer whose rows hang together is no place to end a page in either.
    if (end <= grid_.header_end() || first >= grid_.body_end()) std::fill(splits.begin(), splits.end(), kAlways);
    std::vector<std::int32_t> grown;
    row_heights(first, cells, heights, grown);
    heights.resize(end - first);
    if (!grown.empty()) grown.resize(end - first);
    group->grown = lists_.arena().copy(grown);
    group->height = narrow(std::accumulate(heights.begin(), heights.end(), std::int64_t{0}));
    group->cells = lists_.arena().copy(cells);
    group->heights = lists_.arena().copy(heights);
    group->rows = lists_.arena().copy(rows);
    group->splits = lists_.arena().copy(splits);
    group->x = narrow(x);
    group->width = grid_.width();
    group->collapsed = grid_.collapsed();
    return group;
}

Cell TableBuilder::make_cell(const GridCell& grid_cell, std::size_t group_row) {
    Cell cell;
    cell.node = grid_cell.node;
    lists_.resolve_padding(*cell.node, grid_.width());
    cell.style = grid_cell.node->style;
    cell.row = static_cast<std::uint16_t>(group_row);
    cell.rows = grid_cell.rows;
    cell.column = grid_cell.column;
    cell.columns = grid_cell.columns;
    cell.x = grid_.x(grid_cell.column);
    cell.width = grid_.x(grid_cell.column + grid_cell.columns) - cell.x;
    set_insets(grid_cell, cell);
    ListBuilder::Collector inner(lists_);
    const std::int32_t end = cell.end;
    inner.width = cell.width - cell.start - end;
    if (!cell.node->id.empty()) lists_.add_anchor(inner, *cell.node);
    lists_.add_children(inner, *cell.node, 0);  // keep-together is no property of cells and bodies.
    cell.keep_next = inner.keep_next;
    Strength& next = keep_next_[std::min(group_row + cell.rows, keep_next_.size()) - 1];
    next = std::max(next, inner.keep_next);
    keep_previous_[group_row] = std::max(keep_previous_[group_row], ListBuilder::keep_of_first(*cell.node));
    const BreakClass leading = ListBuilder::take_leading_break(inner);
    if (leading != BreakClass::none) break_before_ = leading;
    if (inner.pending_break != BreakClass::none) break_after_ = inner.pending_break;
    cell.list = lists_.finish(inner);
    return cell;
}

void TableBuilder::set_insets(const GridCell& grid_cell, Cell& cell) {
    const Style& s = *cell.style;
    // A broken cell's collapsed border meets that of a repeated header or footer.
    const auto retained = [&](Edge e) {
        const std::int32_t own = s.border[e].retain ? s.border[e].width : 0;
        const std::int32_t border = grid_.collapsed() ? std::max(own, grid_.repeated_border(grid_cell, e)) / 2 : own;
        return border + (s.padding_retain[e] ? s.padding[e] : 0);
    };
    cell.before_at_break = retained(kBefore);
    cell.after_at_break = retained(kAfter);
    if (grid_.collapsed()) {
        for (const Edge e : {kBefore, kAfter, kStart, kEnd}) cell.border[e] = grid_.border(grid_cell, e);
        cell.before = cell.border[kBefore].width / 2 + s.padding[kBefore];
        cell.after = cell.border[kAfter].width / 2 + s.padding[kAfter];
        cell.start = cell.border[kStart].width / 2 + s.padding[kStart];
        cell.end = cell.border[kEnd].width / 2 + s.padding[kEnd];
        set_bare_edges(grid_cell, cell);
        return;
    }
    cell.border = s.border;
    const std::int32_t across = table_->style->border_separation_inline;
    cell.gap = table_->style->border_separation_block;
    cell.x += across / 2;
    cell.width -= across;
    cell.before = s.border_and_padding(kBefore);
    cell.after = s.border_and_padding(kAfter);
    cell.start = s.border_and_padding(kStart);
    cell.end = s.border_and_padding(kEnd);
}

void TableBuilder::set_bare_edges(const GridCell& grid_cell, Cell& cell) {
    std::vector<BareEdge> edges;
    for (const BarePlaces& p : grid_.bare_places(grid_cell)) {
        if (p.border.width == 0) continue;
        const bool before = p.edge == kBefore;
        edges.push_back({p.edge, before ? grid_.x(p.from) - cell.x : static_cast<std::int32_t>(p.from - grid_cell.row),
                         before ? grid_.x(p.end) - cell.x : static_cast<std::int32_t>(p.end - grid_cell.row), p.border});
    }
    if (!edges.empty()) cell.bare = lists_.arena().copy(edges);
}

// A row is as high as its highest cell, at least as it says itself; what a spanning cell lacks goes to its last row.
void TableBuilder::row_heights(std::size_t first, std::span<const Cell> cells, std::vector<std::int32_t>& heights, std::vector<std::int32_t>& grown) {
    const auto height_of = [](const Cell& cell) {
        std::int32_t content = cell.list->height;
        if (cell.style->height) content = std::max(content, cell.style->height->fixed);
        if (cell.style->minimum_height) content = std::max(content, cell.style->minimum_height->fixed);
        return narrow(std::int64_t{content} + cell.before + cell.after + cell.gap);
    };
    for (const Cell& cell : cells) {
        const std::size_t rows = cell.row + std::size_t{cell.rows};
        if (heights.size() < rows) heights.resize(rows);
    }
    for (std::size_t r = 0; r < heights.size(); ++r) {
        if (first + r >= grid_.rows().size()) break;
        const FoNode* row = grid_.rows()[first + r].node;
        if (row == nullptr) continue;
        if (row->style->height) heights[r] = row->style->height->fixed;
        if (row->style->minimum_height) heights[r] = std::max(heights[r], row->style->minimum_height->fixed);
    }
    // What a row says of its height is its cells' content's, as FOP has it.
    std::vector<std::int32_t>& said = said_;
    said = heights;
    for (const Cell& cell : cells) {
        if (cell.rows > 1) continue;
        const std::int32_t least = said[cell.row] == 0 ? 0 : narrow(std::int64_t{said[cell.row]} + cell.before + cell.after + cell.gap);
        heights[cell.row] = std::max({heights[cell.row], height_of(cell), least});
    }
    // In the order of their last rows: what one adds to a row in the middle of another's is there for that one.
    std::vector<const Cell*> spanning;
    for (const Cell& cell : cells) {
        if (cell.rows > 1) spanning.push_back(&cell);
    }
    std::stable_sort(spanning.begin(), spanning.end(), [](const Cell* a, const Cell* b) { return a->row + a->rows < b->row + b->rows; });
    for (const Cell* cell : spanning) {
        std::int64_t lacks = height_of(*cell);
        for (std::size_t r = cell->row; r < cell->row + std::size_t{cell->rows}; ++r) lacks -= heights[r];
        if (lacks <= 0) continue;
        grown.resize(heights.size());
        std::int32_t& last = heights[cell->row + cell->rows - 1u];
        last = narrow(last + lacks);
        grown[cell->row + cell->rows - 1u] += narrow(lacks);
    }
}

}  // namespace irikteu::layout
