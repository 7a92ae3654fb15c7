#include "layout/column_balance.hpp"

#include <gtest/gtest.h>

namespace irikteu::layout {
namespace {

/// Pieces of those heights one below the other, each end of which takes `cost` but the last.
std::vector<ColumnEnd> ends_of(std::initializer_list<std::int64_t> heights, std::int64_t cost) {
    std::vector<ColumnEnd> ends;
    std::int64_t at = 0;
    for (const std::int64_t h : heights) {
        at += h;
        ends.push_back({at, at, cost});
    }
    ends.back().cost = 0;
    return ends;
}

TEST(ColumnBalance, shares_equal_pieces_out_equally) {
    EXPECT_EQ(balanced_columns(ends_of({10'000, 10'000, 10'000, 10'000}, 0), 0, 2), (std::vector<std::size_t>{1, 3}));
}

TEST(ColumnBalance, makes_no_column_shorter_than_the_next_one) {
    EXPECT_EQ(balanced_columns(ends_of({10'000, 10'000, 10'000, 10'000, 10'000}, 0), 0, 2), (std::vector<std::size_t>{2, 4}));
}

TEST(ColumnBalance, leaves_columns_empty_where_there_is_too_little) {
    EXPECT_EQ(balanced_columns(ends_of({10'000}, 0), 0, 3), (std::vector<std::size_t>{0}));
    EXPECT_TRUE(balanced_columns({}, 0, 3).empty());
}

TEST(ColumnBalance, counts_what_an_end_takes) {
    EXPECT_EQ(balanced_columns(ends_of({43'200, 14'400, 14'400, 14'400, 7'200, 7'200, 14'400, 14'400, 43'200}, 28'800), 0, 4),
              (std::vector<std::size_t>{0, 3, 6, 8}));
}

TEST(ColumnBalance, drops_spaces_between_columns) {
    std::vector<ColumnEnd> ends = ends_of({10'000, 10'000}, 0);
    ends[0].next = 30'000;
    ends[1].height = ends[1].next = 40'000;
    EXPECT_EQ(balanced_columns(ends, 0, 2), (std::vector<std::size_t>{0, 1}));
}

}  // namespace
}  // namespace irikteu::layout
