// How high an area becomes when its spaces are adjusted: those within list items, which no plan counts, too.
#include <algorithm>

#include "layout/filler.hpp"

namespace irikteu::layout {

namespace {

bool is_item(const RowGroup& group) {
    return !group.cells.empty() && (group.cells[0].node->object == Object::list_item_label || group.cells[0].node->object == Object::list_item_body);
}

// `natural` is what it is without adjustment.
std::int64_t adjusted_row(const RowGroup& group, const RowState* from, const RowState* to, std::int64_t natural, const Adjustment& adjustment) {
    if (!is_item(group)) return natural;
    std::int64_t height = 0;
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
        const Cursor start = Filler::cell_cursor(from, i);
        const Cursor* const stop = to != nullptr ? &to->cells[i] : nullptr;
        if (stop != nullptr && stop->index == start.index && stop->row == start.row) continue;
        height = std::max(height, Filler::adjusted_height(*group.cells[i].list, start, stop, adjustment));
    }
    return height;
}

}  // namespace

std::int64_t Filler::adjusted_height(const List& list, const Cursor& from, const Cursor* to, const Adjustment& adjustment) {
    Stacker stacker(adjustment);
    std::int64_t closing = 0;
    resume(stacker, from.frame, closing);
    const std::uint32_t end = to == nullptr ? static_cast<std::uint32_t>(list.pieces.size()) : to->index;
    for (std::uint32_t i = from.index; i < end; ++i) {
        const Piece& p = list.pieces[i];
        const RowState* const state = i == from.index ? from.row : nullptr;
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::open:
            case PieceKind::close:
                if (p.height != 0) stacker.box(p.height);
                break;
            case PieceKind::absolute: stacker.box(0); break;
            case PieceKind::line:
            case PieceKind::container: stacker.box(p.height); break;
            case PieceKind::row: stacker.box(adjusted_row(*p.row, state, nullptr, rest_height(*p.row, state), adjustment)); break;
            default: break;
        }
    }
    if (to != nullptr && to->row != nullptr) {
        const RowGroup& group = *list.pieces[end].row;
        const RowState* const state = end == from.index ? from.row : nullptr;
        std::int64_t natural = to->row->partial;
        for (std::uint32_t r = state == nullptr ? 0 : state->row; r < to->row->row; ++r) natural += row_height(group, state, r);
        stacker.box(adjusted_row(group, state, to->row, natural, adjustment));
    }
    return stacker.height_at_end();
}

}  // namespace irikteu::layout
