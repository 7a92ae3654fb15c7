// How far the choice of page ends looks, and how much work that is: counted, with areas that are made up.
#include "layout/page_plan.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

namespace irikteu::layout {
namespace {

// A flow of `pieces`, of which an area takes between `least` and `most`, and best what is in its room.
struct Flow {
    std::uint32_t pieces, least, most;
    std::size_t fills = 0;

    Filler::Result fill(const Cursor& from, std::int64_t room, std::vector<Filler::Result>& ends) {
        ++fills;
        Filler::Result last;
        for (std::uint32_t taken = least; taken <= most && from.index + taken < pieces; ++taken) {
            Filler::Result end;
            end.end = {from.index + taken, nullptr, nullptr};
            const std::int64_t off = std::int64_t{taken} - room;
            end.demerits = 100 * (1000 + off * off * off * off % 977) * (1000 + off * off);  // No two places alike.
            end.ratio = static_cast<int>(std::min<std::int64_t>(off * 300, 1000));
            ends.push_back(end);
        }
        if (from.index + most < pieces) return last;
        last.end.index = pieces;
        last.done = true;
        last.demerits = 100'000'000;
        return last;
    }
};

struct Made {
    std::int64_t demerits = 0;
    std::size_t pages = 0, fills = 0, alone = 0;
};

std::int64_t demerits_of(const Filler::Result& end, int& fitness) {
    const int own = end.done ? 1 : end.ratio < -500 ? 0 : end.ratio <= 500 ? 1 : end.ratio <= 1000 ? 2 : 3;
    const std::int64_t all = end.demerits + (std::abs(own - fitness) > 1 ? 5'000'000'000 : 0);
    fitness = own;
    return all;
}

Made make(Flow flow, const std::function<std::int64_t(std::size_t)>& room) {
    const List list;
    PagePlan plan;
    Made made;
    Cursor from;
    int fitness = 1;
    for (bool done = false; !done && made.pages < flow.pieces; ++made.pages) {
        const auto result = plan.next(list, from, made.pages, 0, room(made.pages), [&](std::size_t page) { return PagePlan::Page{room(page), 1, true}; },
                                      [&](const Cursor& at, std::int64_t height, std::vector<Filler::Result>& ends) { return flow.fill(at, height, ends); });
        if (!result) {
            ++made.alone;
            break;
        }
        made.demerits += demerits_of(*result, fitness);
        from = result->end;
        done = result->done;
    }
    made.fills = flow.fills;
    return made;
}

// The least there can be, by trying everything.
std::int64_t least(Flow& flow, const std::function<std::int64_t(std::size_t)>& room, std::uint32_t from, std::size_t page, int fitness) {
    std::vector<Filler::Result> ends;
    const auto last = flow.fill({from, nullptr, nullptr}, room(page), ends);
    if (last.done) ends.push_back(last);
    std::int64_t best = INT64_MAX;
    for (const auto& end : ends) {
        int own = fitness;
        const std::int64_t here = demerits_of(end, own);
        const std::int64_t on = end.done ? 0 : least(flow, room, end.end.index, page + 1, own);
        if (on != INT64_MAX) best = std::min(best, here + on);
    }
    return best;
}

TEST(PagePlan, finds_the_least_demerits_with_pages_of_whatever_height) {
    const std::vector<std::function<std::int64_t(std::size_t)>> rooms{
        [](std::size_t) { return 5; }, [](std::size_t page) { return page % 2 == 0 ? 4 : 6; }, [](std::size_t page) { return page == 0 ? 3 : page % 2 == 0 ? 7 : 4; },
        [](std::size_t page) { return page < 3 ? 4 + static_cast<int>(page) : 5; }};
    for (const auto& room : rooms) {
        for (std::uint32_t pieces = 1; pieces < 32; ++pieces) {
            Flow flow{pieces, 3, 7};
            EXPECT_EQ(make(flow, room).demerits, least(flow, room, 0, 0, 1)) << pieces;
        }
    }
}

TEST(PagePlan, fills_no_place_again_and_again_however_long_the_flow_is) {
    const auto even = [](std::size_t) { return std::int64_t{10}; };
    const auto in_turn = [](std::size_t page) { return page % 2 == 0 ? std::int64_t{9} : std::int64_t{12}; };
    for (const std::uint32_t pieces : {5'000u, 20'000u, 60'000u}) {
        const Flow flow{pieces, 6, 14};
        const Made alike = make(flow, even), other = make(flow, in_turn);
        EXPECT_EQ(alike.alone + other.alone, 0u);
        EXPECT_GT(alike.pages, pieces / 14);
        EXPECT_LE(alike.fills, pieces + 1);
        EXPECT_LE(other.fills, 2 * pieces + 2);  // Each place, on each of the two kinds of pages.
    }
}

TEST(PagePlan, follows_few_ends_of_a_page_that_has_many) {
    const Made made = make({16'000, 30, 1'200}, [](std::size_t) { return std::int64_t{900}; });
    EXPECT_EQ(made.alone, 0u);
    EXPECT_LE(made.pages, 30u);
    EXPECT_LE(made.fills, 1'500u);  // Not all 16'000 places.
}

TEST(PagePlan, takes_as_one_the_rows_that_are_left_at_the_same_place) {
    // From each of two ends of an area within a row, the next one's come to the same: twice as many with each page, were they not one.
    const List list;
    PagePlan plan;
    std::vector<std::unique_ptr<RowState>> states;
    std::size_t fills = 0;
    const auto fill = [&](const Cursor& at, std::int64_t, std::vector<Filler::Result>& ends) {
        ++fills;
        Filler::Result last;
        const int begun = at.row == nullptr ? 0 : at.row->partial;
        for (int more = 1; more <= 2 && begun < 60; ++more) {
            states.push_back(std::make_unique<RowState>());
            states.back()->partial = begun + more;
            Filler::Result end;
            end.end = {0, states.back().get(), nullptr};
            end.demerits = 100'000'000 + more;
            ends.push_back(end);
        }
        if (begun < 60) return last;
        last.done = true;
        last.demerits = 100'000'000;
        return last;
    };
    Cursor from;
    std::size_t pages = 0;
    for (bool done = false; !done; ++pages) {
        const auto result = plan.next(list, from, pages, 0, 10, [](std::size_t) { return PagePlan::Page{10, 1, true}; }, fill);
        ASSERT_TRUE(result.has_value());
        from = result->end;
        done = result->done;
    }
    EXPECT_EQ(pages, 31u);
    EXPECT_LE(fills, 63u);
}

}  // namespace
}  // namespace irikteu::layout
