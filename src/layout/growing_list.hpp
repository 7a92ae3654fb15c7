#pragma once

#include <deque>
#include <memory>

#include "layout/arena.hpp"
#include "layout/list_builder.hpp"
#include "layout/table_builder.hpp"

namespace irikteu::layout {

/// The list of a flow, made as pages want it and let go when they have it: a child at a time, of a table that is one some rows. So a
/// page is painted, and written, while the next ones' rows are not even broken into lines, and a table of any length takes the room of some pages.
class GrowingList {
  public:
    /// `children` of the flow from `first` up to `end`, in a list so wide.
    GrowingList(ListBuilder& lists, const FoNode& flow, const FoNode* first, const FoNode* end, std::int64_t width);
    ~GrowingList();

    /// Its pieces are other ones after each grow(); their indices stay.
    const List& list() const { return list_; }
    bool complete() const { return complete_; }
    /// Makes it longer, by at least so much height behind the piece, or to its end.
    void grow(std::uint32_t from, std::int64_t height);
    void grow_to_end();
    /// The pieces in front of that one, and what they point to, are wanted no more.
    void let_go(std::uint32_t before);

  private:
    void step();
    /// Where what comes next is made.
    void choose_arena();

    struct Batch {
        std::unique_ptr<Arena> arena;
        std::uint32_t first = 0;  // Of the pieces that live in it.
    };

    ListBuilder& lists_;
    const FoNode& flow_;
    const FoNode* child_;
    const FoNode* end_;
    ListBuilder::Collector collector_;
    std::unique_ptr<TableBuilder> table_;  // That is being made.
    bool first_ = true, markers_ = false, complete_ = false;
    List list_;
    std::deque<Batch> batches_;
    std::vector<std::unique_ptr<Arena>> spare_;
    ParagraphMemory memory_;
    ListBuilder::Areas areas_;
};

}  // namespace irikteu::layout
