#include "layout/filler.hpp"

#include <algorithm>
#include <vector>

#include "layout/note_filler.hpp"

namespace irikteu::layout {

std::int64_t Filler::notes_height(const Piece& piece, const RowState* state, bool first) const {
    const std::int64_t sum = counts_notes_ ? sum_of_notes(piece, state) : 0;
    return sum > 0 && first && !noted_ ? sum + separator_ : sum;
}

std::optional<Filler::Split> Filler::split_within(const RowGroup& group, const RowState* state, std::int64_t available, Progress progress, bool noted) {
    const bool before = noted_;
    noted_ = noted_ || noted;
    auto cut = split(group, state, available, progress);
    noted_ = before;
    return cut;
}

std::optional<Filler::Split> Filler::split_free(const RowGroup& group, const RowState* state, std::int64_t available, bool noted) {
    constexpr int kMost = 64;  // Of a row as long, its last places.
    auto best = split_within(group, state, available, Progress::optional, noted);
    auto cut = best;
    for (int i = 0; cut && cut->strength > held(group.splits[cut->state->row]) && i < kMost; ++i) {
        cut = split_within(group, state, cut->size() - 1, Progress::optional, noted);
        if (cut && cut->strength < best->strength) best = cut;
    }
    return best;
}

namespace {

// By Knuth and Plass: 1 + 100 r³, in ten-thousandths (ends are chosen by the last of them). Integers, so that every machine comes to the same.
std::int64_t badness(std::int64_t difference, std::int64_t flexibility) {
    if (difference == 0) return 10'000;
    const auto far = static_cast<__int128>(difference < 0 ? -difference : difference);
    const auto cube = static_cast<__int128>(flexibility) * flexibility * flexibility;
    return 10'000 + static_cast<std::int64_t>(far * far * far * 1'000'000 / cube);
}

}  // namespace

// The space in front of what comes next, which an area's start discards: also that of what is in front of the break, but not what is retained on either side.
std::int64_t Filler::space_at(const List& list, const Cursor& from) {
    if (from.row != nullptr) return counted_space(*list.pieces[from.index].row, *from.row);
    const auto passes = [](const Piece& p) {
        switch (p.kind) {
            case PieceKind::line:
            case PieceKind::container:
            case PieceKind::row:
            case PieceKind::absolute: return false;
            default: return p.kind == PieceKind::space || p.height == 0;
        }
    };
    std::uint32_t first = from.index;
    while (first > 0 && passes(list.pieces[first - 1])) --first;
    Stacker whole, above, below;
    whole.box(0);
    above.box(0);
    for (std::uint32_t i = first; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        if (!passes(p)) return std::max<std::int64_t>(whole.height_before_box() - above.height_at_end() - below.height_before_box(), 0);
        if (p.kind != PieceKind::space) continue;
        whole.space(p);
        (i < from.index ? above : below).space(p);
    }
    return 0;
}

// To FOP an item of a list that goes on counts the space that isn't seen at the top of its area.
std::int64_t Filler::counted_space(const RowGroup& group, const RowState& state) {
    std::int64_t most = 0;
    if (group.cells.empty() || (group.cells[0].node->object != Object::list_item_label && group.cells[0].node->object != Object::list_item_body)) return most;
    for (std::size_t i = 0; i < group.cells.size(); ++i) most = std::max(most, space_at(*group.cells[i].list, Filler::cell_cursor(&state, i)));
    return most;
}

std::int64_t Filler::counted_space(const Cell& cell, const RowState* state, std::size_t index) {
    const RowState* const inner = cell_cursor(state, index).row;
    if (inner == nullptr || inner->forced || cell.node->object != Object::table_cell) return 0;
    return counted_space(*cell.list->pieces[cell_cursor(state, index).index].row, *inner);
}

// A place where the area may end, and how good it is there. Where spaces can make the area full, the demerits of Knuth
// and Plass decide, as in FOP; else the weakest keep, and then the last place.
struct Filler::Candidate {
    Result result;
    Strength strength = 0;
    std::int64_t demerits = -1;  // Negative: the area stays short.
    bool too_full = false;       // Retained edges and spaces run out of it.
    std::int64_t shortness = 0;  // How bad the end of a short area is.

    bool full() const { return demerits >= 0; }
    bool better_than(const Candidate& other) const {
        if (full() != other.full()) return full();
        if (too_full != other.too_full && strength < kAlways && other.strength < kAlways) return other.too_full;
        if (full()) return demerits <= other.demerits;
        // Where spaces would have to grow less, a keep that isn't absolute is broken for it (all as in FOP).
        if (strength < kAlways && other.strength < kAlways && shortness != other.shortness) return shortness < other.shortness;
        return strength <= other.strength;
    }
};

// By how many times what they can spaces would have to grow: where there are none, as in FOP, and at most.
constexpr std::int64_t kWithoutSpaces = 1'000, kFarthest = 9'000;

std::int64_t keep_cost(Strength strength) { return strength == 0 ? 0 : strength == kAlwaysInPage ? 10'000'000 : 9'990'000; }

// `difference` is what is left; negative, what there is too much of. Rigid spaces neither stretch nor shrink.
void Filler::rate(Candidate& here, std::int64_t stretch, std::int64_t shrink, std::int64_t difference, Strength strength) {
    here.strength = here.result.strength = strength;
    if (strength == kAlways) return;
    const std::int64_t flexibility = difference < 0 ? shrink : stretch;
    if (difference > flexibility) {
        // Too short: spaces grow as far as they may.
        if (flexibility > 0) here.result.adjustment = {flexibility, flexibility};
        const std::int64_t times = flexibility > 0 ? std::min(difference / flexibility, kFarthest) : kWithoutSpaces;
        const bool near = flexibility > 0 && times < kFarthest;
        here.shortness = (near ? badness(difference, flexibility) : badness(times, 1)) + keep_cost(strength);
        return;
    }
    if (-difference > flexibility) {
        here.too_full = true;  // As a header and a row that nothing holds.
        return;
    }
    const std::int64_t cost = badness(difference, flexibility) + keep_cost(strength);
    here.demerits = cost * cost;
    here.result.adjustment = {difference, flexibility};
}

Filler::Result Filler::fill(const List& list, Cursor from, std::int64_t available, Progress progress, Spaces spaces,
                            const std::vector<Note>* left_notes) {
    Stacker stacker;
    std::int64_t closing = 0;
    NoteFiller note_filler(*this, separator_, left_notes);
    std::int64_t notes = note_filler.height();
    const Frame* frame = from.frame;
    resume(stacker, frame, closing);
    if (const std::int64_t again = counts_notes_ ? notes_of_headers(frame) : 0; again > 0) {
        notes += again + (notes == 0 && !noted_ ? separator_ : 0);
        note_filler.add_headers(frame);
    }
    if (from.row != nullptr && !from.row->forced) available -= counted_space(*list.pieces[from.index].row, *from.row);
    Candidate best;
    bool have_best = false;
    bool content = false;
    bool hollow = false;  // An empty block is in it.
    bool framed = false;  // A block's border or padding is in it.
    bool forcing = false;
    const bool flexible = spaces == Spaces::flexible;
    const auto shrink = [&] { return flexible ? stacker.shrink_before_box() : 0; };
    const auto leave_at = [&](Cursor end) {
        Result here;
        here.end = end;
        here.height = stacker.height_at_end() + closing;
        here.notes = notes;
        here.progressed = true;
        // Where nothing more would come, spaces need not grow, but they may have to shrink.
        const std::int64_t over = here.height + notes - available;
        if (over > 0 && spaces == Spaces::flexible && over <= stacker.shrink()) here.adjustment = {-over, stacker.shrink()};
        return here;
    };
    Result nothing;
    nothing.end = from;
    Result behind_empty;  // The last place behind nothing but empty blocks and the spaces between them.
    const std::int64_t start = stacker.height();
    // Rows that were placed, as long as no place behind them is free: the area may end within them, best within the last.
    struct Passed {
        const Piece* piece = nullptr;
        std::uint32_t index = 0;
        const RowState* state = nullptr;
        const Frame* frame = nullptr;
        std::int64_t before = 0, size = 0, room = 0, stretch = 0, shrink = 0, notes = 0;
    } last_passed;
    std::vector<Passed> passed_before;
    const auto split_one = [&](const Passed& passed) {
        if (passed.piece == nullptr || (have_best && best.strength < kAlways && best.result.end.index > passed.index)) return true;
        const auto cut = split_free(*passed.piece->row, passed.state, std::min(passed.room, passed.size - 1), passed.notes > 0);
        if (!cut || cut->strength == kAlways) return false;
        Candidate here;
        here.result.end = {passed.index, cut->state, passed.frame};
        here.result.height = passed.before + cut->height + closing;
        here.result.notes = passed.notes + cut->notes;
        here.result.progressed = true;
        rate(here, passed.stretch, passed.shrink, passed.room - cut->size(), cut->strength);
        if (have_best && !here.better_than(best)) return true;
        best = here;
        have_best = true;
        return true;
    };
    const auto split_passed = [&] {
        bool found = split_one(last_passed);
        for (auto passed = passed_before.rbegin(); !found && passed != passed_before.rend(); ++passed) found = split_one(*passed);
    };
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) {
        const Piece& p = list.pieces[i];
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::opportunity: {
                const Strength strength = held(p.strength);
                if (!content) {
                    if (strength < kAlways && !forcing && stacker.height() > start) behind_empty = leave_at({i + 1, nullptr, frame});
                    break;
                }
                Candidate here;
                here.result = leave_at({i + 1, nullptr, frame});
                if (forcing) return here.result;
                here.result.adjustment = {};
                if (strength < kAlways && available - here.result.height - notes + (flexible ? stacker.shrink() : 0) < 0 &&
                    note_filler.least(notes, false) < notes) {
                    // Nothing behind it would be better: its notes would have to be whole.
                    const bool only_way = !have_best && progress == Progress::required;
                    if (note_filler.split(available - here.result.height, only_way, here.result)) {
                        here.strength = here.result.strength = strength;
                        if (!have_best || here.better_than(best)) best = here;
                        have_best = true;
                    } else {
                        split_passed();
                    }
                    if (have_best) return best.result;
                }
                if (strength < kAlways) note_filler.passed();
                rate(here, flexible ? stacker.stretch() : 0, flexible ? stacker.shrink() : 0, available - here.result.height - notes, strength);
                        if (!have_best || here.better_than(best)) best = here;
                have_best = true;
                break;
            }
            case PieceKind::forced:
                if (content || (hollow && page_begun_)) {
                    Result here = leave_at({i + 1, nullptr, frame});
                    here.forced = p.break_class;
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
                framed = framed || (p.height != 0 && !frame->table);
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
                    content = content || !frame->table;
                }
                frame = frame->outer;
                break;
            // It takes no room, but spaces don't meet across it.
            case PieceKind::absolute:
                stacker.box(0);
                content = true;
                break;
            case PieceKind::anchor:
            case PieceKind::marker_end: break;
            case PieceKind::line:
            case PieceKind::container:
            case PieceKind::row: {
                const RowState* state = i == from.index ? from.row : nullptr;
                const std::int64_t height = state != nullptr ? rest_height(*p.row, state) : p.height;
                const std::int64_t more_notes = notes_height(p, state, notes == 0);
                const std::int64_t before = stacker.height_before_box();
                if (p.kind == PieceKind::row && p.row->has_forced) {
                    Result here;
                    const auto cut = split_forced(*p.row, state, available - before - closing - notes, here.forced);
                    if (cut) {
                        here.end = {i, cut->state, frame};
                        here.height = before + cut->height + closing;
                        here.notes = notes + cut->notes;
                        here.progressed = true;
                        return here;
                    }
                }
                if (!forcing && before - shrink() + height + closing + note_filler.least(notes + more_notes, more_notes > 0) > available) {
                    if (p.kind == PieceKind::row) {
                        const std::int64_t room = available - before - closing - notes;
                        auto cut = split_free(*p.row, state, room, notes > 0);
                        const bool last_way = !content && !have_best && progress == Progress::required;
                        if (!cut && last_way) cut = split_within(*p.row, state, room, Progress::required, notes > 0);
                        bool cut_wins = false;
                        const auto weigh = [&](const Split& s) {
                            Candidate here;
                            here.result.end = {i, s.state, frame};
                            here.result.height = before + s.height + closing;
                            here.result.notes = notes + s.notes;
                            here.result.progressed = true;
                            rate(here, flexible ? stacker.stretch_before_box() : 0, shrink(), room - s.size(), s.strength);
                            here.result.strength = s.strength;
                            if (have_best && !here.better_than(best)) return;
                            best = here;
                            have_best = cut_wins = true;
                        };
                        if (cut) weigh(*cut);
                        // Spaces that shrink may make room for more of it.
                        if (shrink() > 0) {
                            const auto more = split_free(*p.row, state, room + shrink(), notes > 0);
                            if (more && (!cut || more->size() > cut->size())) weigh(*more);
                        }
                        if (cut_wins) return best.result;
                    }
                    split_passed();
                    if (have_best) return best.result;
                    if (progress == Progress::optional) return nothing;
                    if (behind_empty.progressed && height + closing <= available) {
                        behind_empty.adjustment = {};
                        return behind_empty;
                    }
                    forcing = true;
                }
                if (p.kind == PieceKind::row) {
                    const bool free_behind = have_best && best.strength < kAlways && best.result.end.index > last_passed.index;
                    if (free_behind) passed_before.clear();
                    else if (last_passed.piece != nullptr) passed_before.push_back(last_passed);
                    last_passed = {&p, i, state, frame, before, height + more_notes, available - before - closing - notes,
                                   flexible ? stacker.stretch_before_box() : 0, shrink(), notes};
                }
                stacker.box(height);
                notes += more_notes;
                if (more_notes > 0) note_filler.add(p, state);
                // An empty block alone ends no page, but where it has borders or padding, or spaces between such blocks fill the page.
                hollow = true;
                content = content || framed || p.kind != PieceKind::line || p.line != nullptr;
                break;
            }
        }
    }
    // A space that is retained at the end has no room.
    const std::int64_t least = stacker.height_at_end() + closing - (flexible ? stacker.shrink() : 0) + note_filler.least(notes, false);
    if (!forcing && least > available) {
        split_passed();
        if (have_best && best.strength < kAlways) {
            best.result.saw_end = true;
            return best.result;
        }
    }
    Result all = leave_at({static_cast<std::uint32_t>(list.pieces.size()), nullptr, nullptr});
    all.done = all.saw_end = best.result.saw_end = true;
    if (all.height + notes > available && note_filler.least(notes, false) < notes && all.adjustment.amount == 0) {
        if (!note_filler.split(available - all.height, !have_best && progress == Progress::required, all) && have_best) return best.result;
    }
    all.progressed = content;
    return all;
}

}  // namespace irikteu::layout
