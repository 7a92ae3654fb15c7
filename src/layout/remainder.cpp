// What is left of lists and rows behind a place where a page ended.
#include "layout/filler.hpp"

#include <algorithm>
#include <vector>

namespace irikteu::layout {

Cursor Filler::cell_cursor(const RowState* state, std::size_t cell) {
    return state == nullptr ? Cursor{} : state->cells[cell];
}

void Filler::resume(Stacker& stacker, const Frame* frame, std::int64_t& closing) {
    if (frame == nullptr) return;
    resume(stacker, frame->outer, closing);
    if (frame->resume_cost != 0) stacker.box(frame->resume_cost);
    closing += frame->break_cost;
}

std::int64_t Filler::rest_height(const List& list, Cursor from) {
    if (from.index == 0 && from.row == nullptr) return list.height;
    Stacker stacker;
    std::int64_t closing = 0;
    resume(stacker, from.frame, closing);
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::line:
            case PieceKind::absolute:
            case PieceKind::container: stacker.box(p.height); break;
            case PieceKind::row:
                stacker.box(i == from.index && from.row != nullptr ? rest_height(*p.row, from.row) : p.height);
                break;
            case PieceKind::open:
            case PieceKind::close:
                if (p.height != 0) stacker.box(p.height);
                break;
            default: break;
        }
    }
    return stacker.height_at_end();
}

std::int32_t Filler::before_edge(const Cell& cell, const RowState* state) {
    const bool begun = state != nullptr && (cell.row < state->row || (cell.row == state->row && state->begun));
    return begun ? cell.before_at_break : cell.before;
}

std::int32_t Filler::gap_of(const Cell& cell, const RowState* state) {
    const bool begun = state != nullptr && (cell.row < state->row || (cell.row == state->row && state->begun));
    return begun ? cell.gap / 2 : cell.gap;
}

std::int64_t Filler::row_height(const RowGroup& group, const RowState* state, std::uint32_t row) {
    std::vector<std::int64_t> above;
    return row_height(group, state, row, above);
}

// `above` holds the heights of the rows from the state's on, as far as they were wanted: rows that spanning cells bind together are looked at once.
std::int64_t Filler::row_height(const RowGroup& group, const RowState* state, std::uint32_t row, std::vector<std::int64_t>& above) {
    if (state == nullptr) return group.heights[row];
    const bool whole = row > state->row || (row == state->row && !state->begun);
    std::int64_t height = whole ? group.heights[row] : 0;
    // No other cell has anything of it on an earlier page.
    for (const std::uint32_t i : state->open) {
        const Cell& cell = group.cells[i];
        if (cell.row + cell.rows - 1u != row) continue;
        if (whole) {
            // A cell that began on an earlier page may need more than its share of the whole was.
            const bool begun = cell.row < state->row || (cell.row == state->row && state->begun);
            if (!begun) continue;
            std::int64_t lacks = rest_height(*cell.list, state->cells[i]) + counted_space(cell, state, i) + before_edge(cell, state) + cell.after + gap_of(cell, state);
            while (above.size() < row - state->row) above.push_back(row_height(group, state, state->row + static_cast<std::uint32_t>(above.size()), above));
            for (std::uint32_t r = state->row; r < row; ++r) lacks -= above[r - state->row];
            height = std::max(height, lacks);
            continue;
        }
        height = std::max(height, rest_height(*cell.list, state->cells[i]) + counted_space(cell, state, i) + before_edge(cell, state) + cell.after + gap_of(cell, state));
    }
    return height;
}

// FOP counts how far cells are as if no page had ended in their row: one that is ahead of the one that has most left waits for it.
std::vector<std::int64_t> Filler::waits(const RowGroup& group, const RowState* state, std::uint32_t row) {
    if (state == nullptr || state->left.empty()) return {};
    std::vector<std::int64_t> left(group.cells.size(), 0);
    std::int64_t most = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Cell& cell = group.cells[i];
        if (state->cells[i].index >= cell.list->pieces.size()) continue;
        left[i] = state->left[i] + before_edge(cell, state) + cell.after + gap_of(cell, state);
        most = std::max(most, left[i]);
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Cell& cell = group.cells[i];
        const std::int64_t lower = group.heights[row] - (cell.list->height + cell.before + cell.after + cell.gap);  // Than the row.
        left[i] = std::max<std::int64_t>(most - left[i] - lower, 0);
    }
    return left;
}

std::span<const std::int64_t> Filler::left_of(const RowGroup& group, const RowState* state, const std::vector<Cursor>& cursors) {
    if (group.heights.size() > 1 || group.cells.size() < 2 || group.cells[0].node->object != Object::table_cell) return {};
    std::vector<std::int64_t> left(group.cells.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        const List& list = *group.cells[i].list;
        const Cursor from = cell_cursor(state, i);
        left[i] = state != nullptr && !state->left.empty() ? state->left[i] : list.height;
        left[i] -= adjusted_height(list, from, &cursors[i], {}) + space_at(list, cursors[i]);
    }
    return arena_.copy(left);
}

std::int64_t Filler::rest_height(const RowGroup& group, const RowState* state) {
    if (state == nullptr) return group.height;
    std::int64_t height = 0;
    std::vector<std::int64_t> above;
    for (std::uint32_t r = state->row; r < group.heights.size(); ++r) height += row_height(group, state, r, above);
    return height;
}

std::vector<std::int64_t> Filler::painted_heights(const RowGroup& group, const RowState& state) {
    const auto last_row = [&](std::size_t i) { return group.cells[i].row + group.cells[i].rows - 1u; };
    std::vector<std::size_t> spanning;
    for (std::size_t i = 0; !group.grown.empty() && i < group.cells.size(); ++i) {
        if (group.cells[i].rows > 1 && last_row(i) >= state.row) spanning.push_back(i);
    }
    std::stable_sort(spanning.begin(), spanning.end(), [&](std::size_t a, std::size_t b) { return last_row(a) < last_row(b); });
    std::vector<std::int64_t> heights;
    std::vector<std::int64_t> above;
    std::size_t next = 0;
    for (std::uint32_t r = state.row; r < group.heights.size(); ++r) {
        std::int64_t height = row_height(group, &state, r, above);
        const bool whole = r > state.row || !state.begun;
        if (!group.grown.empty() && whole) height = group.heights[r] - group.grown[r];
        for (; next < spanning.size() && last_row(spanning[next]) == r; ++next) {
            if (!whole) continue;
            const std::size_t i = spanning[next];
            const Cell& cell = group.cells[i];
            std::int64_t lacks = rest_height(*cell.list, cell_cursor(&state, i)) + counted_space(cell, &state, i) + before_edge(cell, &state) + cell.after + gap_of(cell, &state);
            for (std::uint32_t over = std::max<std::uint32_t>(cell.row, state.row); over < r; ++over) lacks -= heights[over - state.row];
            height = std::max(height, lacks);
        }
        heights.push_back(height);
    }
    return heights;
}

}  // namespace irikteu::layout
