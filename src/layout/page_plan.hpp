#pragma once

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "layout/break_places.hpp"
#include "layout/filler.hpp"
#include "layout/note_flow.hpp"
#include "layout/pages_ahead.hpp"

namespace irikteu::layout {

/// Chooses the ends of areas (pages, columns) together, for lists with spaces that give: by the sum of their demerits up to the next forced break, each after
/// the fitness class of the one before, with their footnotes, as in FOP. Places are looked at once, in their order, with all areas that may end there.
/// An area is given out as soon as it is the first of all ways that are left, and at the latest when some thousands of places are behind it: so work and
/// memory of a page don't depend on how many follow.
class PagePlan {
  public:
    using Page = PagesAhead::Page;
    using Foresee = PagesAhead::Foresee;
    /// Makes the list longer; false where it is complete.
    using Grow = std::function<bool()>;

    /// Looks no further than so many places.
    static constexpr std::uint32_t kPlaces = 4096;
    /// So many areas that may have come before are followed, those with the least demerits.
    static constexpr std::size_t kWays = 64;

    explicit PagePlan(Filler& filler) : filler_(filler) {}

    /// The area that begins at `from` of `list`, in that column of that page. Nothing where no end makes it full or nearly so, or where `room` is not what the page
    /// has by itself: then it is to be filled for its own sake. `left_notes` (of the pages before) may be null: then footnotes are not broken.
    std::optional<Filler::Result> next(const List& list, const Cursor& from, std::size_t page, int column, std::int64_t room, const std::vector<Filler::Note>* left_notes,
                                       const Foresee& foresee, const Grow& grow);
    /// Whether the area that begins there was chosen with the one before.
    bool goes_on(const List& list, const Cursor& from, std::size_t page, int column) const;
    /// The areas that come are chosen anew: the last one leaves to them what they weren't chosen with.
    void give_up() {
        running_ = false;
        results_.clear();
    }

  private:
    struct Node;
    using NodePtr = std::shared_ptr<Node>;
    /// An end of areas, and the best way to it.
    struct Node {
        NodePtr before;
        BreakPlaces::Place place;
        std::uint32_t serial = 0;   // Of the place.
        std::size_t page = 0;       // Of the area that begins behind it.
        int column = 0, line = 0, fitness = 1;
        NoteFlow::Place shown;      // Of the notes.
        std::int64_t shown_height = 0;
        double ratio = 0, demerits = 0;
        std::int64_t difference = 0, stretch = 0, shrink = 0;
    };
    // A way from one node to a place.
    struct Way {
        std::int64_t difference = 0;
        double ratio = 0, demerits = 0;
        int fitness = 1;
        std::int64_t stretch = 0, shrink = 0;
        NoteFlow::Place shown;
        std::int64_t shown_height = 0;
    };
    struct Record {
        NodePtr from;
        Way way;
    };
    struct Start {
        Cursor from;
        std::size_t page = 0;
        int column = 0;
    };

    void start(const Start& at, const std::vector<Filler::Note>* left_notes, int fitness);
    void run(const Grow& grow);
    void consider_row(const BreakPlaces::Row& row);
    void want_places(const BreakPlaces::Row& row, const Node& node, std::int64_t reached, std::vector<BreakPlaces::Place>& places) const;
    void consider(const BreakPlaces::Place& place);
    void consider_passed(const BreakPlaces::Place& place);
    /// False where no area from the node ends at that place or behind it.
    bool evaluate(const NodePtr& node, const BreakPlaces::Place& place, std::array<Record, 4>& best);
    Way way(const Node& node, const BreakPlaces::Place& place);
    NodePtr make(const NodePtr& from, const BreakPlaces::Place& place, const Way& way) const;
    void add(const std::array<Record, 4>& best, const BreakPlaces::Place& place);
    NodePtr later(const NodePtr& a, const NodePtr& b) const;
    void choose_end();
    void recover();
    void restart(const NodePtr& at);
    void give_out(const NodePtr& last);
    void give_out_common();
    void give_out_first();
    NodePtr first_of(NodePtr node) const;
    Filler::Result result(const Node& from, const Node& to);
    bool is_noted_as_painted(const Node& from, const Node& to);

    Filler& filler_;
    const List* list_ = nullptr;
    PagesAhead ahead_;
    Start next_;                             // The area that comes next.
    std::deque<Filler::Result> results_;
    std::optional<std::pair<Start, Filler::Result>> last_;

    bool running_ = false;
    bool breaks_notes_ = false;
    NoteFlow notes_{filler_};
    std::unique_ptr<BreakPlaces> places_;
    NodePtr root_;                           // Where what isn't given out begins.
    NodePtr forced_;                         // From which it had to go on.
    std::vector<NodePtr> active_;            // By line, and then as they came.
    std::vector<BreakPlaces::Row> passed_;   // Rows since the last place that nothing keeps: areas may end in them where all that follows is too far.
    NodePtr too_short_, deactivated_, unlike_;
    std::uint32_t serial_ = 0;
    std::uint32_t notes_before_ = 0;         // In front of the place that was considered last.
    bool changed_ = false;
};

}  // namespace irikteu::layout
