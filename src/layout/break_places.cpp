#include "layout/break_places.hpp"

#include <algorithm>

#include "layout/note_filler.hpp"

namespace irikteu::layout {

bool same(const RowState* a, const RowState* b) {
    if (a == b) return true;
    if (a == nullptr || b == nullptr || a->row != b->row || a->begun != b->begun || a->cells.size() != b->cells.size()) return false;
    for (std::size_t i = 0; i < a->cells.size(); ++i) {
        if (a->cells[i].index != b->cells[i].index || !same(a->cells[i].row, b->cells[i].row)) return false;
    }
    return true;
}

BreakPlaces::BreakPlaces(Filler& filler, const List& list, const Cursor& from, NoteFlow& notes)
    : filler_(filler), list_(list), notes_(notes), from_(from), index_(from.index), frame_(from.frame) {
    Filler::resume(stacker_, from.frame, closing_);
    if (from.row != nullptr && !from.row->forced) begins_at_ = -Filler::counted_space(*list.pieces[from.index].row, *from.row);
}

BreakPlaces::Place BreakPlaces::here(const Cursor& end) const {
    Place p;
    p.end = end;
    p.height = stacker_.height_at_end() + closing_;
    p.stretch = stacker_.stretch();
    p.shrink = stacker_.shrink();
    p.content = content_;
    p.notes = notes_.size();
    return p;
}

// What follows the places that wait is known: an area that begins there lacks the spaces in front of it.
void BreakPlaces::settle() {
    for (const Waiting& w : waiting_) {
        Place& p = *items_[w.item].place;
        p.next = stacker_.height_before_box() - w.fresh.height_before_box();
        p.next_stretch = stacker_.stretch_before_box() - w.fresh.stretch_before_box();
        p.next_shrink = stacker_.shrink_before_box() - w.fresh.shrink_before_box();
    }
    waiting_.clear();
}

void BreakPlaces::box(std::int64_t height) {
    settle();
    stacker_.box(height);
}

std::optional<BreakPlaces::Item> BreakPlaces::next(bool complete) {
    for (;;) {
        if (given_ < items_.size() && (waiting_.empty() || given_ < waiting_.front().item)) {
            Item item = std::move(items_[given_++]);
            if (given_ == items_.size() && waiting_.empty()) {
                items_.clear();
                given_ = 0;
            }
            return item;
        }
        if (over_) return std::nullopt;
        if (index_ >= list_.pieces.size()) {
            if (!complete) return std::nullopt;
            over_ = true;
            settle();
            Place end = here({static_cast<std::uint32_t>(list_.pieces.size()), nullptr, nullptr});
            end.done = true;
            items_.push_back({end, std::nullopt});
            continue;
        }
        const std::uint32_t i = index_++;
        const Piece& p = list_.pieces[i];
        switch (p.kind) {
            case PieceKind::space:
                stacker_.space(p);
                for (Waiting& w : waiting_) w.fresh.space(p);
                break;
            case PieceKind::opportunity: {
                if (p.strength == kAlways || content_ == 0) break;
                Place place = here({i + 1, nullptr, frame_});
                place.strength = p.strength;
                Waiting w{items_.size(), {}};
                std::int64_t closing = 0;
                Filler::resume(w.fresh, frame_, closing);
                items_.push_back({place, std::nullopt});
                waiting_.push_back(std::move(w));
                break;
            }
            case PieceKind::forced: {
                if (content_ == 0 && !(hollow_ && filler_.page_begun())) break;
                settle();
                over_ = true;
                Place place = here({i + 1, nullptr, frame_});
                place.forced = p.break_class;
                items_.push_back({place, std::nullopt});
                break;
            }
            case PieceKind::open:
                frame_ = p.frame;
                closing_ += frame_->break_cost;
                if (p.height != 0) box(p.height);
                framed_ = framed_ || (p.height != 0 && !frame_->table);
                break;
            case PieceKind::footer: closing_ -= p.frame->footer->height; break;
            case PieceKind::close:
                closing_ -= p.frame->break_cost - (p.frame->footer != nullptr ? p.frame->footer->height : 0);
                if (p.height != 0) box(p.height);
                if (p.height != 0 && !frame_->table && content_ == 0) content_ += 2;
                frame_ = frame_->outer;
                break;
            case PieceKind::absolute:
                box(0);
                content_ += 2;
                break;
            case PieceKind::anchor:
            case PieceKind::marker_end: break;
            case PieceKind::line:
            case PieceKind::container:
                box(p.height);
                hollow_ = true;
                // An empty block alone ends no page, but where it has borders or padding.
                if (p.kind == PieceKind::line && p.line == nullptr && !framed_) break;
                content_ += 2;
                framed_ = false;
                if (p.kind == PieceKind::line && p.line != nullptr) {
                    for (const List* note : p.line->notes) notes_.push({note, {}});
                }
                break;
            case PieceKind::row: add_row(p, i); break;
        }
    }
}

void BreakPlaces::add_row(const Piece& piece, std::uint32_t index) {
    settle();
    const RowState* state = index == from_.index ? from_.row : nullptr;
    Row row;
    row.group = piece.row;
    row.state = state;
    row.in_front = here({index, state, frame_});
    row.in_front.height = stacker_.height_before_box();
    row.in_front.stretch = stacker_.stretch_before_box();
    row.in_front.shrink = stacker_.shrink_before_box();
    const std::int64_t height = state != nullptr ? Filler::rest_height(*piece.row, state) : piece.height;
    row.size = height;
    row.notes = notes_.push_row(*piece.row, state);
    if (piece.row->has_forced) {
        BreakClass forced = BreakClass::none;
        if (const auto cut = filler_.cut_forced(*piece.row, state, forced)) {
            over_ = true;
            row.forced = place_in(row, *cut);
            row.forced->forced = forced;
            row.size = cut->height;
        }
    }
    stacker_.box(height);
    content_ += 2;
    items_.push_back({std::nullopt, std::move(row)});
}

BreakPlaces::Place BreakPlaces::place_in(const Row& row, const Filler::Split& cut) const {
    Place p = row.in_front;
    const RowState& state = *cut.state;
    Stacker fresh;
    std::int64_t closing = 0;
    Filler::resume(fresh, p.end.frame, closing);
    p.end.row = cut.state;
    const std::int64_t whole = row.state != nullptr ? Filler::rest_height(*row.group, row.state) : row.group->height;
    p.next = p.height + whole - fresh.height_before_box() - Filler::rest_height(*row.group, &state);
    if (!state.forced) p.next -= Filler::counted_space(*row.group, state);
    p.next_stretch = p.stretch;
    p.next_shrink = p.shrink;
    p.height += cut.height + closing;
    p.strength = cut.strength;
    ++p.content;
    if (row.notes > 0) p.notes += count_of_notes(*row.group, row.state, &state);
    return p;
}

std::vector<BreakPlaces::Place> BreakPlaces::places_in(const Row& row, std::int64_t least, std::int64_t most) const {
    std::vector<Place> places;
    most = std::min(most, row.size - 1);
    while (most > 0) {
        const auto cut = filler_.cut(*row.group, row.state, most);
        if (!cut || cut->height > most) break;
        if (cut->strength < kAlways) {
            places.push_back(place_in(row, *cut));
            if (cut->height < least) break;
        }
        most = cut->height - 1;
    }
    std::reverse(places.begin(), places.end());
    return places;
}

}  // namespace irikteu::layout
