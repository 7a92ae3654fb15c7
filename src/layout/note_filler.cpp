#include "layout/note_filler.hpp"

namespace irikteu::layout {

std::int64_t sum_of_notes(const Piece& p, const RowState* state) {
    std::int64_t sum = 0;
    if (p.kind == PieceKind::line && p.line != nullptr) {
        for (const List* note : p.line->notes) sum += note->height;
    } else if (p.kind == PieceKind::row && p.row->has_notes) {
        for (std::size_t i = 0; i < p.row->cells.size(); ++i) sum += sum_of_notes(*p.row->cells[i].list, Filler::cell_cursor(state, i));
    }
    return sum;
}

std::int64_t sum_of_notes(const List& list, const Cursor& from) {
    std::int64_t sum = 0;
    if (!list.has_notes) return 0;
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) sum += sum_of_notes(list.pieces[i], i == from.index ? from.row : nullptr);
    return sum;
}

std::int64_t notes_of_headers(const Frame* frame) {
    std::int64_t sum = 0;
    for (; frame != nullptr; frame = frame->outer) sum += frame->header != nullptr ? sum_of_notes(*frame->header, {}) : 0;
    return sum;
}

NoteFiller::NoteFiller(Filler& filler, std::int64_t separator, const std::vector<Filler::Note>* left) : filler_(filler), separator_(separator), splits_(left != nullptr) {
    if (left == nullptr) return;
    for (const Filler::Note& note : *left) push(note);
}

void NoteFiller::add(const Piece& piece, const RowState* state) {
    if (!splits_) return;
    if (piece.kind == PieceKind::line && piece.line != nullptr) {
        for (const List* note : piece.line->notes) push({note, {}});
    } else if (piece.kind == PieceKind::row && piece.row->has_notes) {
        for (std::size_t i = 0; i < piece.row->cells.size(); ++i) add(*piece.row->cells[i].list, Filler::cell_cursor(state, i));
    }
}

void NoteFiller::add(const List& list, const Cursor& from) {
    for (std::uint32_t i = from.index; i < list.pieces.size(); ++i) add(list.pieces[i], i == from.index ? from.row : nullptr);
}

void NoteFiller::add_headers(const Frame* frame) {
    if (!splits_) return;
    const bool alone = notes_.empty();
    for (; frame != nullptr; frame = frame->outer) {
        if (frame->header != nullptr && frame->header->has_notes) add(*frame->header, {});
    }
    if (alone) passed();  // What a page in front has left over may go on.
}

void NoteFiller::passed() {
    sure_ = notes_.size();
    sure_height_ = total_ == 0 ? 0 : total_ - separator_;
}

bool NoteFiller::split(std::int64_t room, bool must, Filler::Result& result) const {
    if (!splits_ || notes_.size() == sure_) return false;
    const auto height_of = [](const Filler::Note& note) { return Filler::rest_height(*note.list, note.from); };
    room -= separator_ + sure_height_;
    std::size_t at = sure_;
    while (at + 1 < notes_.size() && height_of(notes_[at]) <= room) room -= height_of(notes_[at++]);
    const bool some = at > sure_;
    const Filler::Result part = filler_.fill(*notes_[at].list, notes_[at].from, room, must && !some ? Filler::Progress::required : Filler::Progress::optional);
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

void NoteFiller::push(const Filler::Note& note) {
    if (total_ == 0) total_ = separator_;
    notes_.push_back(note);
    total_ += Filler::rest_height(*note.list, note.from);
}

}  // namespace irikteu::layout
