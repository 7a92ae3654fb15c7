#include "layout/filler.hpp"

#include <algorithm>
#include <vector>

namespace irikteu::layout {

namespace {

std::int64_t sum_of_notes(const List& list);

std::int64_t sum_of_notes(const Piece& p) {
    std::int64_t sum = 0;
    if (p.kind == PieceKind::line && p.line != nullptr) {
        for (const List* note : p.line->notes) sum += note->height;
    } else if (p.kind == PieceKind::row && p.row->has_notes) {
        for (const Cell& cell : p.row->cells) sum += sum_of_notes(*cell.list);
    }
    return sum;
}

std::int64_t sum_of_notes(const List& list) {
    std::int64_t sum = 0;
    if (!list.has_notes) return 0;
    for (const Piece& p : list.pieces) sum += sum_of_notes(p);
    return sum;
}

void resume(Stacker& stacker, const Frame* frame, std::int64_t& closing) {
    if (frame == nullptr) return;
    resume(stacker, frame->outer, closing);
    if (frame->resume_cost != 0) stacker.box(frame->resume_cost);
    closing += frame->break_cost;
}

}  // namespace

namespace {

bool is_sized(const Cell& cell, const FoNode* row) {
    const auto sized = [](const Style& s) { return s.height || s.minimum_height; };
    return sized(*cell.style) || (row != nullptr && sized(*row->style));
}

}  // namespace

Cursor Filler::cell_cursor(const RowState* state, std::size_t cell) {
    return state == nullptr ? Cursor{} : state->cells[cell];
}

std::int64_t Filler::notes_height(const Piece& piece, bool first) const {
    const std::int64_t sum = sum_of_notes(piece);
    return sum > 0 && first ? sum + separator_ : sum;
}

namespace {

constexpr std::int64_t kTooFull = 100'000'000;
constexpr std::int64_t kLastStretch = 10'000'000;  // What FOP lets an area stretch at its end, where it need not be full.

// By Knuth and Plass: 1 + 100 r³, in ten-thousandths (ends are chosen by the last of them). Integers, so that every machine comes to the same.
std::int64_t badness(std::int64_t difference, std::int64_t flexibility) {
    if (difference == 0) return 10'000;
    const auto far = static_cast<__int128>(difference < 0 ? -difference : difference);
    const auto cube = static_cast<__int128>(flexibility) * flexibility * flexibility;
    return 10'000 + static_cast<std::int64_t>(far * far * far * 1'000'000 / cube);
}

// The demerits of an area that ends where nothing more comes, or may come; negative where it is too full for that.
void rate_end(Filler::Result& end, std::int64_t difference) {
    const std::int64_t flexibility = difference < 0 ? end.adjustment.total : kLastStretch;
    if (-difference > flexibility) {
        end.demerits = kTooFull;
        return;
    }
    const std::int64_t cost = badness(difference, flexibility);
    end.demerits = cost * cost;
    end.ratio = static_cast<int>(difference < 0 ? difference * 1000 / flexibility : 0);
}

}  // namespace

namespace {

std::int64_t counted_space(const RowGroup& group, const RowState& state);

// The space in front of what comes next, which an area's start discards.
std::int64_t counted_space(const List& list, const Cursor& from) {
    Stacker stacker;
    stacker.box(0);
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        if (p.kind == PieceKind::space) {
            stacker.space(p);
        } else if (p.kind == PieceKind::row && i == from.index && from.row != nullptr) {
            return counted_space(*p.row, *from.row);
        } else if (p.kind == PieceKind::line || p.kind == PieceKind::container || p.kind == PieceKind::row || (p.kind == PieceKind::open && p.height != 0)) {
            return stacker.height_before_box();
        }
    }
    return 0;
}

// To FOP an item of a list that goes on counts the space that isn't seen at the top of its area.
std::int64_t counted_space(const RowGroup& group, const RowState& state) {
    std::int64_t most = 0;
    if (group.cells.empty() || (group.cells[0].node->object != Object::list_item_label && group.cells[0].node->object != Object::list_item_body)) return most;
    for (std::size_t i = 0; i < group.cells.size(); ++i) most = std::max(most, counted_space(*group.cells[i].list, Filler::cell_cursor(&state, i)));
    return most;
}

}  // namespace

// A place where the area may end, and how good it is there. Where spaces can make the area full, the demerits of Knuth
// and Plass decide, as in FOP; else the weakest keep, and then the last place.
struct Filler::Candidate {
    Result result;
    Strength strength = 0;
    std::int64_t demerits = -1;  // Negative: the area stays short.

    bool full() const { return demerits >= 0; }
    bool better_than(const Candidate& other) const {
        if (full() != other.full()) return full();
        if (full()) return demerits <= other.demerits;
        return strength <= other.strength;
    }
};

// The footnotes of a page, in their order: those before `sure_` have to be on it whole.
class Filler::NoteFiller {
  public:
    NoteFiller(Filler& filler, const std::vector<Note>* left) : filler_(filler), splits_(left != nullptr) {
        if (left == nullptr) return;
        for (const Note& note : *left) push(note);
    }

    void add(const Piece& piece) {
        if (!splits_) return;
        if (piece.kind == PieceKind::line && piece.line != nullptr) {
            for (const List* note : piece.line->notes) push({note, {}});
        } else if (piece.kind == PieceKind::row && piece.row->has_notes) {
            for (const Cell& cell : piece.row->cells) {
                for (const Piece& p : cell.list->pieces) add(p);
            }
        }
    }
    /// Height of all of them, with the separator.
    std::int64_t height() const { return total_; }
    /// What is the least of `all` (of them and a next piece's) that has to be on the page, for the text in front of it to stay.
    std::int64_t least(std::int64_t all, bool more) const {
        if (!splits_ || (!more && notes_.size() == sure_)) return all;
        return sure_height_ + filler_.separator_;
    }
    /// The text may end here: what came until now has to be whole on pages that go on.
    void passed() {
        sure_ = notes_.size();
        sure_height_ = total_ == 0 ? 0 : total_ - filler_.separator_;
    }
    /// Ends the notes within `room`, what the text leaves. False where not even a piece of those that may be split fits.
    bool split(std::int64_t room, bool must, Result& result) const {
        if (!splits_ || notes_.size() == sure_) return false;
        room -= filler_.separator_ + sure_height_;
        std::size_t at = sure_;
        while (at + 1 < notes_.size() && height_of(notes_[at]) <= room) room -= height_of(notes_[at++]);
        const bool some = at > sure_;
        const Result part = filler_.fill(*notes_[at].list, notes_[at].from, room, must && !some ? Progress::required : Progress::optional);
        const bool legal = part.progressed && !part.done && (part.strength < kAlways || must);
        if (!legal && !(must && part.done) && !some) return false;
        result.notes_left = static_cast<std::uint32_t>(notes_.size() - at);
        result.note_end = legal ? part.end : notes_[at].from;
        result.note_height = legal ? part.height : 0;
        if (!legal && part.done && must && !some) {
            --result.notes_left;
            result.note_end = {};
        }
        return true;
    }

  private:
    static std::int64_t height_of(const Note& note) { return rest_height(*note.list, note.from); }
    void push(const Note& note) {
        if (total_ == 0) total_ = filler_.separator_;
        notes_.push_back(note);
        total_ += height_of(note);
    }

    Filler& filler_;
    bool splits_;
    std::vector<Note> notes_;
    std::size_t sure_ = 0;
    std::int64_t total_ = 0, sure_height_ = 0;
};

// `difference` is what is left; negative, what there is too much of. Rigid spaces neither stretch nor shrink.
void Filler::rate(Candidate& here, std::int64_t stretch, std::int64_t shrink, std::int64_t difference, Strength strength) {
    here.strength = here.result.strength = strength;
    if (strength == kAlways) return;
    const std::int64_t flexibility = difference < 0 ? shrink : stretch;
    if (difference > flexibility) {
        // Too short: spaces grow as far as they may.
        if (flexibility > 0) here.result.adjustment = {flexibility, flexibility};
        return;
    }
    if (-difference > flexibility) return;  // Too long for what there is, as a header and a row that nothing holds.
    const std::int64_t ratio = difference == 0 ? 0 : difference * 1000 / flexibility;
    const std::int64_t cost = badness(difference, flexibility) + (strength == 0 ? 0 : 9'990'000);
    here.demerits = here.result.demerits = cost * cost;
    here.result.ratio = static_cast<int>(ratio);
    here.result.adjustment = {difference, flexibility};
}

Filler::Result Filler::fill(const List& list, Cursor from, std::int64_t available, Progress progress, Spaces spaces,
                            const std::vector<Note>* left_notes, std::vector<Result>* ways) {
    Stacker stacker;
    std::int64_t closing = 0;
    NoteFiller note_filler(*this, left_notes);
    std::int64_t notes = note_filler.height();
    const Frame* frame = from.frame;
    resume(stacker, frame, closing);
    if (from.row != nullptr) available -= counted_space(*list.pieces[from.index].row, *from.row);
    Candidate best;
    bool have_best = false;
    bool content = false;
    bool forcing = false;
    const bool flexible = spaces == Spaces::flexible;
    const auto shrink = [&] { return flexible ? stacker.shrink_before_box() : 0; };
    const auto leave_at = [&](Cursor end) {
        Result here;
        here.end = end;
        here.height = stacker.height_at_end() + closing;
        here.progressed = true;
        // Where nothing more would come, spaces need not grow, but they may have to shrink.
        const std::int64_t over = here.height + notes - available;
        if (over > 0 && spaces == Spaces::flexible && over <= stacker.shrink()) here.adjustment = {-over, stacker.shrink()};
        return here;
    };
    Result nothing;
    nothing.end = from;
    // The row that was placed last, as long as no place behind it is free: the area may end within it.
    struct Passed {
        const Piece* piece = nullptr;
        std::uint32_t index = 0;
        const RowState* state = nullptr;
        const Frame* frame = nullptr;
        std::int64_t before = 0, height = 0, room = 0, stretch = 0, shrink = 0;
    } passed;
    const auto split_passed = [&] {
        if (passed.piece == nullptr || (have_best && best.strength < kAlways && best.result.end.index > passed.index)) return;
        const auto cut = split(*passed.piece->row, passed.state, std::min(passed.room, passed.height - 1), Progress::optional);
        if (!cut || cut->strength == kAlways) return;
        Candidate here;
        here.result.end = {passed.index, cut->state, passed.frame};
        here.result.height = passed.before + cut->height + closing;
        here.result.progressed = true;
        rate(here, passed.stretch, passed.shrink, passed.room - cut->height, cut->strength);
        if (ways != nullptr && here.full()) ways->push_back(here.result);
        if (have_best && !here.better_than(best)) return;
        best = here;
        have_best = true;
    };
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::opportunity: {
                if (!content) break;
                Candidate here;
                here.result = leave_at({i + 1, nullptr, frame});
                if (forcing) return here.result;
                here.result.adjustment = {};
                if (p.strength < kAlways && available - here.result.height - notes + (flexible ? stacker.shrink() : 0) < 0 &&
                    note_filler.least(notes, false) < notes) {
                    // Nothing behind it would be better: its notes would have to be whole.
                    const bool only_way = !have_best && progress == Progress::required;
                    if (note_filler.split(available - here.result.height, only_way, here.result)) {
                        here.strength = here.result.strength = p.strength;
                        if (!have_best || here.better_than(best)) best = here;
                        have_best = true;
                    }
                    if (have_best) return best.result;
                }
                if (p.strength < kAlways) note_filler.passed();
                rate(here, flexible ? stacker.stretch() : 0, flexible ? stacker.shrink() : 0, available - here.result.height - notes, p.strength);
                if (ways != nullptr && here.full()) ways->push_back(here.result);
                if (!have_best || here.better_than(best)) best = here;
                have_best = true;
                break;
            }
            case PieceKind::forced:
                if (content) {
                    Result here = leave_at({i + 1, nullptr, frame});
                    here.forced = p.break_class;
                    rate_end(here, available - here.height - notes);
                    if (here.height + notes > available && note_filler.least(notes, false) < notes &&
                        !note_filler.split(available - here.height, !have_best, here) && have_best) {
                        return best.result;
                    }
                    return here;
                }
                break;
            case PieceKind::open:
                frame = p.frame;
                closing += frame->break_cost;
                if (p.height != 0) stacker.box(p.height);
                break;
            case PieceKind::footer: closing -= p.frame->footer->height; break;
            case PieceKind::close:
                closing -= p.frame->break_cost - (p.frame->footer != nullptr ? p.frame->footer->height : 0);
                if (p.height != 0) {
                    if (!forcing && stacker.height_before_box() - shrink() + p.height + closing + note_filler.least(notes, false) > available) {
                        split_passed();
                        if (have_best) return best.result;
                        if (progress == Progress::optional) return nothing;
                        forcing = true;
                    }
                    stacker.box(p.height);
                }
                frame = frame->outer;
                break;
            // It takes no room, but spaces don't meet across it.
            case PieceKind::absolute: stacker.box(0); break;
            case PieceKind::anchor:
            case PieceKind::marker_end: break;
            case PieceKind::line:
            case PieceKind::container:
            case PieceKind::row: {
                const RowState* state = i == from.index ? from.row : nullptr;
                const std::int64_t height = state != nullptr ? rest_height(*p.row, state) : p.height;
                const std::int64_t more_notes = notes_height(p, notes == 0);
                const std::int64_t before = stacker.height_before_box();
                if (p.kind == PieceKind::row && p.row->has_forced) {
                    Result here;
                    const auto cut = split_forced(*p.row, state, available - before - closing - notes - more_notes, here.forced);
                    if (cut) {
                        here.end = {i, cut->state, frame};
                        here.height = before + cut->height + closing;
                        here.progressed = true;
                        return here;
                    }
                }
                // All places in it that make the area full, whether there is room for all of it or not.
                if (ways != nullptr && p.kind == PieceKind::row && !forcing) {
                    const std::int64_t room = available - before - closing - notes - more_notes;
                    const std::int64_t least = room - stacker.stretch_before_box();
                    for (std::int64_t most = std::min(room + shrink(), height - 1); most >= least;) {
                        const auto cut = split(*p.row, state, most, Progress::optional);
                        if (!cut || cut->height < least || cut->height > most) break;
                        Candidate here;
                        here.result.end = {i, cut->state, frame};
                        here.result.height = before + cut->height + closing;
                        here.result.progressed = true;
                        rate(here, stacker.stretch_before_box(), shrink(), room - cut->height, cut->strength);
                        if (here.full()) ways->push_back(here.result);
                        most = cut->height - 1;
                    }
                }
                if (!forcing && before - shrink() + height + closing + note_filler.least(notes + more_notes, more_notes > 0) > available) {
                    if (p.kind == PieceKind::row) {
                        const std::int64_t room = available - before - closing - notes - more_notes;
                        auto cut = split(*p.row, state, room, Progress::optional);
                        const bool last_way = !content && !have_best && progress == Progress::required;
                        if (!cut && last_way) cut = split(*p.row, state, room, Progress::required);
                        bool cut_wins = false;
                        const auto weigh = [&](const Split& s) {
                            Candidate here;
                            here.result.end = {i, s.state, frame};
                            here.result.height = before + s.height + closing;
                            here.result.progressed = true;
                            rate(here, flexible ? stacker.stretch_before_box() : 0, shrink(), room - s.height, s.strength);
                            here.result.strength = s.strength;
                            if (have_best && !here.better_than(best)) return;
                            best = here;
                            have_best = cut_wins = true;
                        };
                        if (cut) weigh(*cut);
                        // Spaces that shrink may make room for more of it.
                        if (shrink() > 0) {
                            const auto more = split(*p.row, state, room + shrink(), Progress::optional);
                            if (more && (!cut || more->height > cut->height)) weigh(*more);
                        }
                        if (cut_wins) return best.result;
                    }
                    split_passed();
                    if (have_best) return best.result;
                    if (progress == Progress::optional) return nothing;
                    forcing = true;
                }
                if (p.kind == PieceKind::row) {
                    passed = {&p, i, state, frame, before, height, available - before - closing - notes - more_notes,
                              flexible ? stacker.stretch_before_box() : 0, shrink()};
                }
                stacker.box(height);
                notes += more_notes;
                if (more_notes > 0) note_filler.add(p);
                // An empty block alone ends no page.
                content = content || p.kind != PieceKind::line || p.line != nullptr;
                break;
            }
        }
    }
    Result all = leave_at({static_cast<std::uint32_t>(list.pieces.size()), nullptr, nullptr});
    all.done = all.saw_end = best.result.saw_end = true;
    rate_end(all, available - all.height - notes);
    if (all.height + notes > available && note_filler.least(notes, false) < notes && all.adjustment.amount == 0) {
        if (!note_filler.split(available - all.height, !have_best && progress == Progress::required, all) && have_best) return best.result;
    }
    all.progressed = content;
    return all;
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
            std::int64_t lacks = rest_height(*cell.list, state->cells[i]) + before_edge(cell, state) + cell.after + gap_of(cell, state);
            for (std::uint32_t r = state->row; r < row; ++r) lacks -= row_height(group, state, r);
            height = std::max(height, lacks);
            continue;
        }
        height = std::max(height, rest_height(*cell.list, state->cells[i]) + before_edge(cell, state) + cell.after + gap_of(cell, state));
    }
    return height;
}

std::span<const std::uint32_t> Filler::open_cells(const RowGroup& group, std::uint32_t row) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < group.cells.size() && group.cells[i].row <= row; ++i) {
        if (group.cells[i].row + std::uint32_t{group.cells[i].rows} > row) open.push_back(i);
    }
    return arena_.copy(open);
}

std::int64_t Filler::rest_height(const RowGroup& group, const RowState* state) {
    if (state == nullptr) return group.height;
    std::int64_t height = 0;
    for (std::uint32_t r = state->row; r < group.heights.size(); ++r) height += row_height(group, state, r);
    return height;
}

std::optional<Filler::Split> Filler::split(const RowGroup& group, const RowState* state, std::int64_t available,
                                           Progress progress) {
    std::int64_t above = 0;
    std::uint32_t row = state == nullptr ? 0 : state->row;
    const std::uint32_t first = row;
    while (row + 1 < group.heights.size() && above + row_height(group, state, row) <= available) {
        above += row_height(group, state, row);
        ++row;
    }
    const bool required = progress == Progress::required;
    auto inside = split_row(group, state, row, above, available,
                            required && row == first ? Progress::required : Progress::optional);
    if (row == first) return inside;
    auto between = split_between(group, state, row, above, available);
    if (inside && inside->strength <= between->strength) return inside;
    return between;
}

// Every cell that reaches into the row must find a place to break, or end, within what is available (as in FOP).
std::optional<Filler::Split> Filler::split_row(const RowGroup& group, const RowState* state, std::uint32_t row,
                                               std::int64_t above, std::int64_t available, Progress progress) {
    std::vector<Cursor> cursors(group.cells.size());
    std::int64_t partial = 0;
    bool any_left = false;
    bool any_new = false;
    Strength strength = group.splits[row];
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
        const Cell& cell = group.cells[i];
        cursors[i] = cell_cursor(state, i);
        if (cell.row > row) continue;
        if (cell.row + std::uint32_t{cell.rows} <= row) {
            cursors[i] = {static_cast<std::uint32_t>(cell.list->pieces.size()), nullptr, nullptr};
            continue;
        }
        std::int64_t top = 0;
        const std::uint32_t first = state == nullptr ? 0 : state->row;
        for (std::uint32_t r = first; r < cell.row; ++r) top += row_height(group, state, r);
        if (cursors[i].index >= cell.list->pieces.size()) continue;
        const std::int64_t before = before_edge(cell, state) + gap_of(cell, state);
        std::int64_t edges = before + cell.after;
        // Not tried twice for nothing: tables in tables in tables would take twice as long with each.
        const std::int64_t rest = rest_height(*cell.list, cursors[i]);
        const bool too_much = progress == Progress::optional && rest > available - top - edges;
        Result part;
        if (!too_much) part = fill(*cell.list, cursors[i], available - top - edges, progress);
        if (!part.done && (too_much || cell.after_at_break != cell.after)) {
            edges = before + cell.after_at_break;
            // What does not end here with its edge doesn't without it, unless there is a height that its content needn't fill.
            const std::int64_t room = available - top - edges;
            part = fill(*cell.list, cursors[i], too_much && !is_sized(cell, group.rows[row]) ? std::min(room, rest - 1) : room, progress);
        } else if (!part.done) {
            edges = before + cell.after_at_break;
        }
        const bool legal = part.done || (part.progressed && (part.strength < kAlways || progress == Progress::required));
        if (!legal) {
            // A cell that has not begun begins with something; one that goes on may wait (as FOP's steps have it).
            if (cursors[i].index == 0 && cursors[i].row == nullptr) return std::nullopt;
            any_left = true;
            continue;
        }
        if (!part.done) any_left = true;
        any_new = true;
        if (!part.done) strength = std::max(strength, part.strength);
        cursors[i] = part.end;
        partial = std::max(partial, top + part.height + edges - above);
    }
    if (!any_left || !any_new) return std::nullopt;
    RowState* next = arena_.make<RowState>();
    next->row = row;
    next->begun = true;
    next->partial = static_cast<std::int32_t>(partial);
    next->cells = arena_.copy(cursors);
    next->open = open_cells(group, row);
    return Split{next, above + partial, strength};
}

std::optional<Filler::Split> Filler::split_forced(const RowGroup& group, const RowState* state, std::int64_t available,
                                                  BreakClass& forced) {
    constexpr std::int64_t kEndless = std::int64_t{1} << 40;
    std::int64_t above = 0;
    const std::uint32_t first = state == nullptr ? 0 : state->row;
    for (std::uint32_t row = first; row < group.heights.size(); ++row) {
        std::int64_t height = 0;
        for (std::size_t i = 0; i < group.cells.size(); ++i) {
            const Cell& cell = group.cells[i];
            if (!cell.list->has_forced || cell.row > row || cell.row + std::uint32_t{cell.rows} <= row) continue;
            const Cursor cursor = cell_cursor(state, i);
            if (cursor.index >= cell.list->pieces.size()) continue;
            const Result part = fill(*cell.list, cursor, kEndless, Progress::optional);
            if (part.forced == BreakClass::none) continue;
            std::int64_t top = 0;
            for (std::uint32_t r = first; r < cell.row; ++r) top += row_height(group, state, r);
            height = std::max(height, top + before_edge(cell, state) + gap_of(cell, state) + part.height + cell.after_at_break);
            forced = part.forced;
        }
        if (forced != BreakClass::none) {
            if (height > available) {
                forced = BreakClass::none;
                return std::nullopt;
            }
            return split_row(group, state, row, above, height, Progress::required);
        }
        above += row_height(group, state, row);
        if (above > available) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Filler::Split> Filler::split_between(const RowGroup& group, const RowState* state, std::uint32_t row,
                                                   std::int64_t above, std::int64_t available) {
    std::vector<Cursor> cursors(group.cells.size());
    const std::uint32_t first = state == nullptr ? 0 : state->row;
    std::int64_t height = above;
    Strength strength = group.splits[group.heights.size() + row - 1];
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
        const std::int64_t edges = before_edge(cell, state) + cell.after_at_break + gap_of(cell, state);
        if (cursors[i].index >= cell.list->pieces.size()) continue;
        Result part = fill(*cell.list, cursors[i], above - top - edges, Progress::optional);
        if (!part.done && (!part.progressed || part.strength == kAlways) && cursors[i].index == 0 && cursors[i].row == nullptr) {
            // Its first row is higher here than it would be alone, where that lets it begin (as in FOP).
            const Result more = fill(*cell.list, cursors[i], available - top - edges, Progress::optional);
            if (more.progressed && !more.done && more.strength < kAlways) {
                part = more;
                height = std::max(height, top + part.height + edges);
            }
        }
        // A spanning cell that begins here has to begin with something, at a place that nothing forbids.
        const bool begins = cursors[i].index == 0 && cursors[i].row == nullptr;
        if (!part.done && begins && (!part.progressed || part.strength == kAlways)) strength = kAlways;
        if (!part.done && part.progressed && part.strength < kAlways) strength = std::max(strength, part.strength);
        if (part.done || (part.progressed && (part.strength < kAlways || begins))) cursors[i] = part.end;
    }
    RowState* next = arena_.make<RowState>();
    next->row = row;
    next->begun = false;
    next->partial = static_cast<std::int32_t>(height - above);
    next->cells = arena_.copy(cursors);
    next->open = open_cells(group, row);
    return Split{next, height, strength};
}

}  // namespace irikteu::layout
