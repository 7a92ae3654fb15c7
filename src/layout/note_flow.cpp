#include "layout/note_flow.hpp"

#include <algorithm>

namespace irikteu::layout {

namespace {

void collect_row(const RowGroup& group, const RowState* from, const RowState* to, std::vector<const List*>& notes) {
    if (!group.has_notes) return;
    for (std::size_t c = 0; c < group.cells.size(); ++c) {
        const Cursor end = Filler::cell_cursor(to, c);
        collect_notes(*group.cells[c].list, Filler::cell_cursor(from, c), to == nullptr ? nullptr : &end, notes);
    }
}

struct Placed {
    const List* note;
    std::int64_t at;  // The end of its anchor's line, from the row's top.
};

void place_notes(const List& list, const Cursor& from, std::int64_t top, std::vector<Placed>& placed) {
    if (!list.has_notes) return;
    Stacker stacker;
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        const RowState* state = i == from.index ? from.row : nullptr;
        if (p.kind == PieceKind::space) {
            stacker.space(p);
        } else if (p.kind == PieceKind::row) {
            const std::int64_t begin = top + stacker.height_before_box();
            for (std::size_t c = 0; p.row->has_notes && c < p.row->cells.size(); ++c) place_notes(*p.row->cells[c].list, Filler::cell_cursor(state, c), begin, placed);
            stacker.box(state != nullptr ? Filler::rest_height(*p.row, state) : p.height);
        } else if (p.height != 0 || p.kind == PieceKind::line) {
            stacker.box(p.kind == PieceKind::absolute ? 0 : p.height);
            if (p.kind == PieceKind::line && p.line != nullptr) {
                for (const List* note : p.line->notes) placed.push_back({note, top + stacker.height()});
            }
        }
    }
}

}  // namespace

void collect_notes(const List& list, const Cursor& from, const Cursor* to, std::vector<const List*>& notes) {
    const std::uint32_t size = static_cast<std::uint32_t>(list.pieces.size());
    const std::uint32_t end = to == nullptr ? size : std::min(size, to->index + (to->row != nullptr ? 1 : 0));
    for (std::uint32_t i = from.index; i < end; ++i) {
        const Piece& p = list.pieces[i];
        if (p.kind == PieceKind::line && p.line != nullptr) notes.insert(notes.end(), p.line->notes.begin(), p.line->notes.end());
        if (p.kind != PieceKind::row) continue;
        collect_row(*p.row, i == from.index ? from.row : nullptr, to != nullptr && i == to->index ? to->row : nullptr, notes);
    }
}

std::uint32_t count_of_notes(const RowGroup& group, const RowState* from, const RowState* to) {
    std::vector<const List*> notes;
    collect_row(group, from, to, notes);
    return static_cast<std::uint32_t>(notes.size());
}

void NoteFlow::push(const Filler::Note& note) {
    Entry entry;
    entry.note = note;
    entry.height = Filler::rest_height(*note.list, note.from);
    entry.upto = height(size()) + entry.height;
    notes_.push_back(std::move(entry));
}

std::uint32_t NoteFlow::push_row(const RowGroup& group, const RowState* state) {
    if (!group.has_notes) return 0;
    std::vector<Placed> placed;
    for (std::size_t c = 0; c < group.cells.size(); ++c) {
        const Cell& cell = group.cells[c];
        std::int64_t top = 0;
        for (std::uint32_t r = 0; r < cell.row; ++r) top += group.heights[r];
        place_notes(*cell.list, Filler::cell_cursor(state, c), top, placed);
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.at < b.at; });
    for (const Placed& p : placed) push({p.note, {}});
    return static_cast<std::uint32_t>(placed.size());
}

// From the last one on upwards: each is the last that is less high than the one behind it.
void NoteFlow::add_places_in_row(std::vector<Piece>& pieces, const RowGroup& group, const RowState* state, std::int64_t top, const Cursor& at) {
    constexpr std::size_t kMost = 500;
    std::vector<Piece> found;
    for (std::int64_t most = Filler::rest_height(group, state) - 1; most > 0 && found.size() < kMost;) {
        const auto cut = filler_.cut(group, state, most);
        if (!cut || cut->state == nullptr || cut->height > most) break;
        most = cut->height - 1;
        if (cut->strength < kAlwaysInPage) found.push_back({top + cut->height, {at.index, cut->state, at.frame}});
    }
    pieces.insert(pieces.end(), found.rbegin(), found.rend());
}

// The places where a note may be broken, and its end.
const std::vector<NoteFlow::Piece>& NoteFlow::pieces(std::uint32_t note) {
    Entry& entry = notes_[note];
    if (!entry.pieces.empty()) return entry.pieces;
    const List& list = *entry.note.list;
    const Cursor& from = entry.note.from;
    Stacker stacker;
    const Frame* frame = from.frame;
    bool content = false;
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const layout::Piece& p = list.pieces[i];
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::opportunity:
                if (content && p.strength < kAlwaysInPage) entry.pieces.push_back({stacker.height_at_end(), {i + 1, nullptr, frame}});
                break;
            case PieceKind::open: frame = p.frame; [[fallthrough]];
            case PieceKind::close:
                if (p.height != 0) stacker.box(p.height);
                if (p.kind == PieceKind::close) frame = frame->outer;
                break;
            case PieceKind::row: {
                const RowState* const state = i == from.index ? from.row : nullptr;
                add_places_in_row(entry.pieces, *p.row, state, stacker.height_before_box(), {i, nullptr, frame});
                stacker.box(state != nullptr ? Filler::rest_height(*p.row, state) : p.height);
                content = true;
                break;
            }
            case PieceKind::line:
            case PieceKind::container:
            case PieceKind::absolute:
                stacker.box(p.height);
                content = true;
                break;
            default: break;
        }
    }
    entry.pieces.push_back({entry.height, {static_cast<std::uint32_t>(list.pieces.size()), nullptr, nullptr}});
    return entry.pieces;
}

NoteFlow::Place NoteFlow::end(std::uint32_t count) {
    if (count == 0) return {};
    return {count - 1, last(count - 1)};
}

std::uint32_t NoteFlow::rest_of(const Place& place, Cursor& from) {
    if (place.note >= size()) return size();
    if (place.piece == last(place.note)) {
        if (place.note + 1 < size()) from = notes_[place.note + 1].note.from;
        return place.note + 1;
    }
    from = place.piece < 0 ? notes_[place.note].note.from : pieces(place.note)[static_cast<std::size_t>(place.piece)].end;
    return place.note;
}

std::int64_t NoteFlow::shown(const Place& place) {
    return place.piece < 0 || place.note >= size() ? 0 : pieces(place.note)[static_cast<std::size_t>(place.piece)].height;
}

std::int64_t NoteFlow::split(const Place& from, std::int64_t done, std::uint32_t count, std::uint32_t first_new, bool any_new, bool defers, std::int64_t room, Place& to) {
    if (room <= 0) return 0;
    std::uint32_t note = from.note;
    std::int32_t piece = from.piece + 1;
    if (from.piece == last(note)) {
        ++note;
        piece = 0;
    }
    if (note >= count) return 0;
    std::int64_t height = 0;
    bool some = false;
    // Whole notes: those of the text before can't be broken.
    if (note + 1 < count) {
        if (!defers && any_new && first_new > 0) {
            height = this->height(first_new) - done;
            note = first_new;
            piece = 0;
        }
        while (note < count && this->height(note + 1) - done <= room) {
            height = this->height(note + 1) - done;
            some = true;
            ++note;
            piece = 0;
        }
        if (note >= count) return 0;
    }
    // And pieces of the next one.
    std::int64_t before = 0;
    std::int32_t reached = -1, end = -1;
    while (height <= room) {
        if (some) {
            before = height;
            end = reached;
        }
        if (piece > last(note)) break;
        height += shown({note, piece}) - shown({note, piece - 1});
        some = some || height > before;
        reached = piece++;
    }
    if (!some || before <= 0) return 0;
    to.note = end != -1 ? note : note - 1;
    to.piece = end != -1 ? end : last(to.note);
    return before;
}

}  // namespace irikteu::layout
