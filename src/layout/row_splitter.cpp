// Where pages end within rows and list items.
#include "layout/filler.hpp"

#include <algorithm>
#include <vector>

#include "layout/note_filler.hpp"

namespace irikteu::layout {

namespace {

// The height that a cell or its row states for the cell's content.
std::int64_t stated_height(const Cell& cell, const FoNode* row) {
    const auto stated = [](const Style& s) {
        return std::max(s.height ? s.height->fixed : 0, s.minimum_height ? s.minimum_height->fixed : 0);
    };
    return std::max(stated(*cell.style), row != nullptr ? stated(*row->style) : 0);
}

// A cell that has one part left, to FOP, is bound to the next row as soon as another cell reaches farther than it does now.
struct LastPart {
    std::int64_t reached = 0;
    Strength strength = 0;
};

bool is_last_part(const List& list, const Cursor& from) {
    if (from.row != nullptr) return false;
    bool content = false;
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        if (p.kind == PieceKind::row) return false;
        if (p.kind == PieceKind::opportunity && content && p.strength < kAlwaysInColumn) return false;
        content = content || p.kind == PieceKind::line || p.kind == PieceKind::container;
    }
    return true;
}

bool begins(const Cursor& cursor) { return cursor.index == 0 && cursor.row == nullptr; }

// A row that says how high it is at most is no higher at a break.
bool ends_exactly(const FoNode* row) { return row != nullptr && (row->style->height || row->style->maximum_height); }

}  // namespace

std::span<const std::uint32_t> Filler::open_cells(const RowGroup& group, std::uint32_t row) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < group.cells.size() && group.cells[i].row <= row; ++i) {
        if (group.cells[i].row + std::uint32_t{group.cells[i].rows} > row) open.push_back(i);
    }
    return arena_.copy(open);
}

std::int64_t Filler::notes_of_row(const RowGroup& group, const RowState* state, std::uint32_t row, bool first) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; group.has_notes && counts_notes_ && i < group.cells.size(); ++i) {
        const Cell& cell = group.cells[i];
        if (cell.row + cell.rows - 1u == row) sum += sum_of_notes(*cell.list, cell_cursor(state, i));
    }
    return sum > 0 && first && !noted_ ? sum + separator_ : sum;
}

std::optional<Filler::Split> Filler::cut(const RowGroup& group, const RowState* state, std::int64_t at_most) {
    const bool ends_column = ends_column_;
    const bool counts_notes = counts_notes_;
    counts_notes_ = false;
    ends_column_ = true;  // Where they don't hold, they are told.
    auto found = split(group, state, at_most, Progress::optional);
    counts_notes_ = counts_notes;
    ends_column_ = ends_column;
    return found;
}

std::optional<Filler::Split> Filler::cut_forced(const RowGroup& group, const RowState* state, BreakClass& forced) {
    const bool counts_notes = counts_notes_;
    counts_notes_ = false;
    auto found = split_forced(group, state, std::int64_t{1} << 40, forced);
    counts_notes_ = counts_notes;
    return found;
}

std::optional<Filler::Split> Filler::split(const RowGroup& group, const RowState* state, std::int64_t available,
                                           Progress progress) {
    Above above;
    std::uint32_t row = state == nullptr ? 0 : state->row;
    const std::uint32_t first = row;
    while (row + 1 < group.heights.size()) {
        const std::int64_t height = above.height + row_height(group, state, row);
        const std::int64_t notes = above.notes + notes_of_row(group, state, row, above.notes == 0);
        if (height + notes > available) break;
        above = {height, notes};
        ++row;
    }
    const bool required = progress == Progress::required;
    auto inside = split_row(group, state, row, above, available,
                            required && row == first ? Progress::required : Progress::optional);
    if (row == first && !inside && required && row + 1 < group.heights.size()) {
        // Not even the first of rows that a cell binds together fits, and it can't be broken: they are parted behind it.
        above = {row_height(group, state, row), notes_of_row(group, state, row, true)};
        return split_between(group, state, row + 1, above, available);
    }
    if (row == first) return inside;
    auto between = split_between(group, state, row, above, available);
    if (inside && inside->strength <= between->strength) return inside;
    return between;
}

std::optional<Filler::Split> Filler::split_row(const RowGroup& group, const RowState* state, std::uint32_t row, const Above& above,
                                               std::int64_t available, Progress progress) {
    std::vector<std::int64_t> notes(group.has_notes && counts_notes_ ? group.cells.size() : 0);
    auto cut = split_cells(group, state, row, above, available, progress, notes);
    // Where all that end in the row would end but for what is below them, the one that reaches farthest is broken earlier.
    const auto ends_too_low = [room = available](const Split& split) { return split.state == nullptr || split.ended + split.notes > room; };
    if (cut && ends_too_low(*cut)) {
        available = (cut->state == nullptr ? cut->height : cut->last_end) + cut->notes - 1;
        auto earlier = split_cells(group, state, row, above, available, Progress::optional, notes);
        // What can't be broken earlier is broken here, where something has to.
        if (earlier && !ends_too_low(*earlier)) {
            cut = earlier;
        } else if (progress == Progress::optional || cut->state == nullptr) {
            cut.reset();
        }
    }
    // Once more, where one cell's footnotes take away another one's room.
    if (cut && cut->notes > above.notes && cut->size() > available) cut = split_cells(group, state, row, above, available, progress, notes);
    if (cut && cut->state == nullptr) cut.reset();
    return cut;
}

// Every cell that reaches into the row must find a place to break, or end, within what is available (as in FOP).
std::optional<Filler::Split> Filler::split_cells(const RowGroup& group, const RowState* state, std::uint32_t row, const Above& above, std::int64_t available,
                                                 Progress progress, std::vector<std::int64_t>& notes) {
    std::vector<Cursor> cursors(group.cells.size());
    std::int64_t partial = 0;
    std::int64_t noted = above.notes;
    available -= above.notes;
    std::int64_t others = 0;
    for (const std::int64_t n : notes) others += n;
    const bool outside = noted_;
    bool any_left = false;
    bool any_new = false;
    bool sized = false;
    Strength strength = held(group.splits[row]);
    std::vector<LastPart> last_parts;
    const std::vector<std::int64_t> waiting = waits(group, state, row);
    std::int64_t ended = 0, last_end = 0;
    bool all_ended = true;
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
        const Cell& cell = group.cells[i];
        cursors[i] = cell_cursor(state, i);
        if (cell.row > row) continue;
        if (cell.row + std::uint32_t{cell.rows} <= row) {
            cursors[i] = {static_cast<std::uint32_t>(cell.list->pieces.size()), nullptr, nullptr};
            continue;
        }
        const bool ends_here = cell.row + std::uint32_t{cell.rows} == row + 1;
        std::int64_t top = 0;
        const std::uint32_t first = state == nullptr ? 0 : state->row;
        for (std::uint32_t r = first; r < cell.row; ++r) top += row_height(group, state, r);
        if (cursors[i].index >= cell.list->pieces.size()) {
            strength = std::max(strength, held(cell.keep_next));
            continue;
        }
        const std::int64_t before = before_edge(cell, state) + gap_at_break(cell, state);
        // In a broken row the cells that end have no more below them than those that go on, as in FOP.
        const std::int64_t unseen = counted_space(cell, state, i);
        const std::int64_t edges = before + cell.after_at_break;
        const std::int64_t kept_free = notes.empty() ? 0 : others - notes[i];
        noted_ = outside || noted > 0;
        // What a list item within a list item counts, that one has counted.
        const RowState* const inner = cursors[i].row;
        const bool counted = inner != nullptr && !inner->forced && cell.node->object != Object::table_cell;
        const std::int64_t once = counted ? counted_space(*cell.list->pieces[cursors[i].index].row, *inner) : 0;
        const std::int64_t room = available + once - top - kept_free - edges - (waiting.empty() ? 0 : waiting[i]);
        Result part = fill(*cell.list, cursors[i], room, progress);
        sized = sized || stated_height(cell, group.rows[row]) > cell.list->height;
        // What of a cell is in front of its first break is as high as the cell or its row states (as in FOP).
        const bool begun = !begins(cursors[i]);
        const std::int64_t least = begun || progress == Progress::required ? 0 : stated_height(cell, group.rows[cell.row]);
        part.height = std::max(part.height, least);
        const bool legal = least <= room && (part.done || (part.progressed && (part.strength < kAlways || progress == Progress::required)));
        if (!legal) {
            // A cell that has not begun begins with something; one that goes on may wait (as FOP's steps have it).
            if (!begun) {
                noted_ = outside;
                return std::nullopt;
            }
            if (!notes.empty()) notes[i] = 0;
            any_left = true;
            all_ended = all_ended && !ends_here;
            continue;
        }
        if (!part.done) any_left = true;
        if (ends_here && part.done) {
            ended = std::max(ended, top + part.height + before + cell.after + cell.gap / 2);
            last_end = std::max(last_end, top + part.height + unseen + edges);
        }
        all_ended = all_ended && (part.done || !ends_here);
        any_new = true;
        strength = std::max(strength, part.done ? held(cell.keep_next) : part.strength);
        cursors[i] = part.end;
        const std::int64_t reached = top + part.height + unseen + edges - above.height;
        partial = std::max(partial, reached);
        if (!part.done && held(cell.keep_next) > 0 && is_last_part(*cell.list, part.end)) last_parts.push_back({reached, held(cell.keep_next)});
        if (!notes.empty()) notes[i] = part.notes;
        noted += part.notes;
    }
    noted_ = outside;
    if (!any_new) return std::nullopt;
    for (const LastPart& last : last_parts) {
        if (last.reached >= partial || last.strength <= strength) continue;
        // Not where all cells have only come to their first place.
        std::vector<std::int64_t> unused = notes;
        const bool begun = state != nullptr && state->row == row && state->begun;
        const bool first = !begun && !split_cells(group, state, row, above, above.height + partial - 1, Progress::optional, unused);
        if (!first) strength = last.strength;
    }
    if (!any_left) return Split{nullptr, above.height + partial, strength, noted};
    RowState* next = arena_.make<RowState>();
    next->row = row;
    next->begun = true;
    next->partial = static_cast<std::int32_t>(partial);
    next->cells = arena_.copy(cursors);
    next->open = open_cells(group, row);
    next->left = left_of(group, state, cursors);
    return Split{next, above.height + partial, strength, noted, all_ended ? ended : 0, last_end};
}

std::optional<Filler::Split> Filler::split_forced(const RowGroup& group, const RowState* state, std::int64_t available,
                                                  BreakClass& forced) {
    constexpr std::int64_t kEndless = std::int64_t{1} << 40;
    Above above;
    const std::uint32_t first = state == nullptr ? 0 : state->row;
    for (std::uint32_t row = first; row < group.heights.size(); ++row) {
        std::int64_t height = 0;
        std::int64_t notes = 0;
        for (std::size_t i = 0; i < group.cells.size(); ++i) {
            const Cell& cell = group.cells[i];
            if (!cell.list->has_forced || cell.row > row || cell.row + std::uint32_t{cell.rows} <= row) continue;
            const Cursor cursor = cell_cursor(state, i);
            if (cursor.index >= cell.list->pieces.size()) continue;
            const Result part = fill(*cell.list, cursor, kEndless, Progress::optional);
            if (part.forced == BreakClass::none) continue;
            std::int64_t top = 0;
            for (std::uint32_t r = first; r < cell.row; ++r) top += row_height(group, state, r);
            const std::int64_t least = begins(cursor) ? stated_height(cell, group.rows[cell.row]) : 0;
            height = std::max(height, top + before_edge(cell, state) + gap_at_break(cell, state) + std::max(part.height, least) + cell.after_at_break);
            notes += part.notes;
            forced = part.forced;
        }
        if (forced != BreakClass::none) {
            height += above.notes + notes;
            if (height > available) {
                forced = BreakClass::none;
                return std::nullopt;
            }
            auto cut = split_row(group, state, row, above, height, Progress::required);
            if (cut) cut->state->forced = true;
            return cut;
        }
        above.height += row_height(group, state, row);
        above.notes += notes_of_row(group, state, row, above.notes == 0);
        if (above.height + above.notes > available) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Filler::Split> Filler::split_between(const RowGroup& group, const RowState* state, std::uint32_t row,
                                                   const Above& above, std::int64_t available) {
    std::vector<Cursor> cursors(group.cells.size());
    const std::uint32_t first = state == nullptr ? 0 : state->row;
    std::int64_t height = above.height;
    std::int64_t noted = above.notes;
    available -= above.notes;
    const bool outside = noted_;
    noted_ = noted_ || noted > 0;
    Strength strength = held(group.splits[group.heights.size() + row - 1]);
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
        const Cell& cell = group.cells[i];
        cursors[i] = cell_cursor(state, i);
        if (cell.row >= row) continue;
        if (cell.row + std::uint32_t{cell.rows} <= row) {
            cursors[i] = {static_cast<std::uint32_t>(cell.list->pieces.size()), nullptr, nullptr};
            continue;
        }
        std::int64_t top = 0;
        for (std::uint32_t r = first; r < cell.row; ++r) top += row_height(group, state, r);
        const std::int64_t edges = before_edge(cell, state) + cell.after_at_break + gap_at_break(cell, state);
        if (cursors[i].index >= cell.list->pieces.size()) {
            strength = std::max(strength, held(cell.keep_next));
            continue;
        }
        Result part = fill(*cell.list, cursors[i], above.height - top - edges, Progress::optional);
        if (!part.done && !ends_exactly(group.rows[row - 1])) {
            // It goes on below the rows that it spans on this page as far as there is room: the last of them is higher here (as in FOP).
            const Result more = fill(*cell.list, cursors[i], available - top - edges, Progress::optional);
            if (more.progressed && more.height > part.height && (more.done || more.strength < kAlways)) {
                part = more;
                height = std::max(height, top + part.height + edges);
            }
        }
        if (part.done) strength = std::max(strength, held(cell.keep_next));
        // A spanning cell that begins here has to begin with something, at a place that nothing forbids.
        const bool begins = cursors[i].index == 0 && cursors[i].row == nullptr;
        if (!part.done && begins && (!part.progressed || part.strength == kAlways)) strength = kAlways;
        if (!part.done && part.progressed && part.strength < kAlways) strength = std::max(strength, part.strength);
        if (part.done || (part.progressed && (part.strength < kAlways || begins))) {
            cursors[i] = part.end;
            noted += part.notes;
        }
    }
    noted_ = outside;
    RowState* next = arena_.make<RowState>();
    next->row = row;
    next->begun = false;
    next->partial = static_cast<std::int32_t>(height - above.height);
    next->cells = arena_.copy(cursors);
    next->open = open_cells(group, row);
    return Split{next, height, strength, noted};
}

}  // namespace irikteu::layout
