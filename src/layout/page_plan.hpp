#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "layout/filler.hpp"

namespace irikteu::layout {

/// Chooses the ends of areas (pages, columns) together, for lists with spaces that give: by the sum of their demerits up to the next forced
/// break, each after the fitness class of the one before, as in FOP. It looks ahead as far as some thousands of places where an area may begin,
/// and goes on from there when half of them are behind; so work and memory of a page don't depend on how many follow.
class PagePlan {
  public:
    /// What is known of a page before it is made.
    struct Page {
        std::int64_t room = 0;  ///< Height of its body.
        int columns = 1;
        bool alike = true;      ///< The list is for it, too: its body is as wide.
        bool operator==(const Page&) const = default;
    };
    /// The page with that index in its sequence, as long as nothing forces another one.
    using Foresee = std::function<Page(std::size_t page)>;
    /// Fills an area and tells all ends it may have (Filler::fill).
    using Fill = std::function<Filler::Result(const Cursor& from, std::int64_t room, std::vector<Filler::Result>& ends)>;

    /// Looks no further than so many places where an area may begin, and so many ends of them.
    static constexpr std::size_t kPlaces = 4096, kEnds = 65536;
    /// Of one area's ends, those with the least demerits; of an area with more ends, which is a tall one, fewer, but never less than some.
    static constexpr std::size_t kEndsOfOne = 32, kLeastEnds = 4;

    /// The area that begins at `from` of `list`, in that column of that page. Nothing where no end makes it full, or where `room` is not what the page
    /// has by itself: then it is to be filled for its own sake.
    std::optional<Filler::Result> next(const List& list, const Cursor& from, std::size_t page, int column, std::int64_t room, const Foresee& foresee, const Fill& fill);

  private:
    // Pages by what follows them: of those that repeat, by one or two, the first two stand for all.
    class Foreseen {
      public:
        bool holds(std::size_t page, std::int64_t room) const;
        void look(std::size_t page, const Foresee& foresee);
        std::size_t same_as(std::size_t page) const;  // Its number.
        std::size_t same_after(std::size_t number) const { return same_as(first_ + number + 1); }
        const Page& at(std::size_t number) const { return pages_[number]; }

      private:
        static constexpr std::size_t kPages = 64;
        std::size_t first_ = 0, repeats_ = 0;
        std::vector<Page> pages_;
    };
    // Where an area begins. Row states are compared by what they say: areas that begin at the same place go on alike.
    struct Place {
        std::uint32_t index = 0;
        const RowState* row = nullptr;
        std::size_t page = 0;  // Foreseen::same_as.
        int column = 0;
        bool operator<(const Place& other) const;
    };
    struct Node;
    struct End {
        Filler::Result result;
        Node* next = nullptr;  // Null: it goes on independently.
        int fitness = 1;
    };
    struct Way {
        std::int64_t demerits = 0;
        std::uint32_t stuck = kNowhere;  // The piece at which an area begins that can't be full.
        std::uint32_t end = 0;
    };
    struct Node {
        Place place;
        Cursor from;
        std::uint32_t serial = 0;
        std::uint32_t mark = 0, ordered = 0;  // The last plan that reached it, or put it in order.
        bool explored = false;
        std::vector<End> ends;
        std::array<Way, 4> ways;  // By the fitness class of the area before.
    };
    using Pending = std::map<std::pair<std::uint32_t, std::uint32_t>, Node*>;
    static constexpr std::uint32_t kNowhere = UINT32_MAX;

    void look_ahead(Node& root, const Fill& fill);
    void reach(Node& node, Pending& pending);
    void explore(Node& node, const Fill& fill);
    static void keep_best(std::vector<Filler::Result>& ends);
    void weigh_from(Node& root);
    static void weigh(Node& node);
    void forget_before(std::uint32_t index);

    const List* list_ = nullptr;
    Foreseen foreseen_;
    std::map<Place, Node> nodes_;
    std::map<Place, int> fitness_;  // Of the area before the one that begins there.
    std::uint32_t serial_ = 0, plan_ = 0;
    std::uint32_t trusted_ = 0;  // Up to that piece the ways see far enough.
    std::size_t reached_ = 0, reached_ends_ = 0;
};

}  // namespace irikteu::layout
