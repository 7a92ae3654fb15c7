#pragma once

#include <vector>

#include "layout/filler.hpp"

namespace irikteu::layout {

/// Footnotes one behind the other, as the text has them, and where they may be broken: which of them a page shows, by FOP's rules.
class NoteFlow {
  public:
    /// Up to where they have been shown: up to that piece of that note. Piece -1 of note 0 is in front of all.
    struct Place {
        std::uint32_t note = 0;
        std::int32_t piece = -1;
        bool operator==(const Place&) const = default;
    };

    explicit NoteFlow(Filler& filler) : filler_(filler) {}

    void clear() { notes_.clear(); }
    void push(const Filler::Note& note);
    /// Those of a row, or of what is left of it, in the order in which they are met from its top down. Returns how many.
    std::uint32_t push_row(const RowGroup& group, const RowState* state);

    std::uint32_t size() const { return static_cast<std::uint32_t>(notes_.size()); }
    const Filler::Note& note(std::uint32_t i) const { return notes_[i].note; }
    /// Height of the first `count` of them.
    std::int64_t height(std::uint32_t count) const { return count == 0 ? 0 : notes_[count - 1].upto; }
    /// The end of the first `count`.
    Place end(std::uint32_t count);
    /// The first note that is not whole in front of the place, and where it goes on.
    std::uint32_t rest_of(const Place& place, Cursor& from);
    /// Height of what of its note is in front of the place.
    std::int64_t shown(const Place& place);

    /// What of the first `count` notes behind `from` fits into `room`, where all don't: at least a piece of the first that may be broken, which is the first of
    /// the new ones, or any where `defers`. Returns its height, 0 where there is none; `to` says how far it goes. `done` is the height of what is in front of `from`.
    std::int64_t split(const Place& from, std::int64_t done, std::uint32_t count, std::uint32_t first_new, bool any_new, bool defers, std::int64_t room, Place& to);

  private:
    struct Piece {
        std::int64_t height = 0;  // From the note's beginning to here.
        Cursor end;
    };
    struct Entry {
        Filler::Note note;
        std::int64_t height = 0, upto = 0;
        std::vector<Piece> pieces;  // Made when they are wanted.
    };
    const std::vector<Piece>& pieces(std::uint32_t note);
    void add_places_in_row(std::vector<Piece>& pieces, const RowGroup& group, const RowState* state, std::int64_t top, const Cursor& at);
    std::int32_t last(std::uint32_t note) { return static_cast<std::int32_t>(pieces(note).size()) - 1; }

    Filler& filler_;
    std::vector<Entry> notes_;
};

/// Footnotes of a list between two places (to its end where `to` is null), in the order in which they are painted.
void collect_notes(const List& list, const Cursor& from, const Cursor* to, std::vector<const List*>& notes);
/// How many notes are in what of a row is between two states.
std::uint32_t count_of_notes(const RowGroup& group, const RowState* from, const RowState* to);

}  // namespace irikteu::layout
