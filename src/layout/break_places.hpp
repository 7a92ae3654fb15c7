#pragma once

#include <optional>
#include <vector>

#include "layout/filler.hpp"
#include "layout/note_flow.hpp"

namespace irikteu::layout {

/// All places where areas of a list may end, in their order, each measured from one beginning: so what an area from any of them to any other holds is a
/// difference, as with the elements of Knuth and Plass.
class BreakPlaces {
  public:
    struct Place {
        Cursor end;                  ///< Where what follows begins.
        std::int64_t height = 0;     ///< From the beginning to an area's end here, with what the end costs, without footnotes.
        std::int64_t stretch = 0, shrink = 0;
        std::int64_t next = 0;       ///< From the beginning to what follows: an area that begins here and ends there is `there.height - here.next` high.
        std::int64_t next_stretch = 0, next_shrink = 0;
        Strength strength = 0;       ///< Of the keeps that are broken here; never kAlways.
        BreakClass forced = BreakClass::none;
        bool done = false;           ///< The list ends.
        std::uint32_t content = 0;   ///< Twice how many pieces are in front, and one more in the middle of one: nothing between two of them makes no area.
        std::uint32_t notes = 0;     ///< How many footnotes are in front.
        /// Whether what is between the two makes no area.
        bool is_at(const Place& other) const { return content == other.content && content % 2 == 0; }
    };
    /// A row or list item, which may be broken at many places: those of them are asked for that are wanted.
    struct Row {
        const RowGroup* group = nullptr;
        const RowState* state = nullptr;  ///< At the beginning, where that is in the middle of it.
        Place in_front;                   ///< Where it begins (its end is of what follows), all but its height.
        std::int64_t size = 0;            ///< Its height, or that of its part in front of a break that is forced.
        std::uint32_t notes = 0;          ///< How many it has.
        std::optional<Place> forced;
    };
    struct Item {
        std::optional<Place> place;
        std::optional<Row> row;
    };

    /// `notes` gets those of the list as they are met.
    BreakPlaces(Filler& filler, const List& list, const Cursor& from, NoteFlow& notes);

    /// What comes next; nothing where the list has to grow first, or is at its end. `complete` says that it doesn't grow.
    std::optional<Item> next(bool complete);
    /// The places in the row whose areas would be as high as a share of it between `least` and `most`, and the one in front of them; rising.
    std::vector<Place> places_in(const Row& row, std::int64_t least, std::int64_t most) const;
    /// How far the row at that piece is done at the beginning; null where it isn't begun.
    const RowState* state_of(std::uint32_t index) const { return index == from_.index ? from_.row : nullptr; }
    /// Height of what is in front of where an area begins.
    std::int64_t begins_at() const { return begins_at_; }

  private:
    struct Waiting {
        std::size_t item;
        Stacker fresh;  // Of an area that begins there.
    };
    Place here(const Cursor& end) const;
    void box(std::int64_t height);
    void settle();
    void add_row(const Piece& piece, std::uint32_t index);
    Place place_in(const Row& row, const Filler::Split& cut) const;

    Filler& filler_;
    const List& list_;
    NoteFlow& notes_;
    Cursor from_;
    std::uint32_t index_;
    const Frame* frame_;
    Stacker stacker_;
    std::int64_t closing_ = 0, begins_at_ = 0;
    std::uint32_t content_ = 0;
    std::vector<Item> items_;       // Known, but for those that wait for what follows.
    std::size_t given_ = 0;
    std::vector<Waiting> waiting_;
    bool over_ = false;
    bool hollow_ = false;           // There was an empty block.
    bool framed_ = false;           // Since the last place there was a block's border or padding.
};

/// Whether two states say the same of what is left of a row.
bool same(const RowState* a, const RowState* b);

}  // namespace irikteu::layout
