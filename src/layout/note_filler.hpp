#pragma once

#include <vector>

#include "layout/filler.hpp"

namespace irikteu::layout {

/// Height of the footnotes in what is left of a list behind a place; of a piece, with `state` where it is a row that is left in the middle.
std::int64_t sum_of_notes(const List& list, const Cursor& from);
std::int64_t sum_of_notes(const Piece& piece, const RowState* state);
/// Height of the footnotes that come again with the headers of tables that go on.
std::int64_t notes_of_headers(const Frame* frame);

/// The footnotes of a page, in their order: those before a certain one have to be on it whole, the others may be split.
class NoteFiller {
  public:
    /// Without `left` notes aren't split.
    NoteFiller(Filler& filler, std::int64_t separator, const std::vector<Filler::Note>* left);

    void add(const Piece& piece, const RowState* state);
    /// Those of the repeated headers of tables that go on: they have to be on the page whole.
    void add_headers(const Frame* frame);
    /// Height of all of them, with the separator.
    std::int64_t height() const { return total_; }
    /// What is the least of `all` (of them and a next piece's) that has to be on the page, for the text in front of it to stay.
    std::int64_t least(std::int64_t all, bool more) const {
        if (!splits_ || (!more && notes_.size() == sure_)) return all;
        return sure_height_ + separator_;
    }
    /// The text may end here: what came until now has to be whole on pages that go on.
    void passed();
    /// Ends the notes within `room`, what the text leaves. False where not even a piece of those that may be split fits.
    bool split(std::int64_t room, bool must, Filler::Result& result) const;

  private:
    void add(const List& list, const Cursor& from);
    void push(const Filler::Note& note);

    Filler& filler_;
    std::int64_t separator_;
    bool splits_;
    std::vector<Filler::Note> notes_;
    std::size_t sure_ = 0;
    std::int64_t total_ = 0, sure_height_ = 0;
};

}  // namespace irikteu::layout
