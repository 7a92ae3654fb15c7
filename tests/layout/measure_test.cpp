#include "layout/measure.hpp"

#include <gtest/gtest.h>

namespace irikteu::layout {
namespace {

struct Case {
    std::string_view text;
    Quantity::Kind kind;
    std::int64_t number, fixed, percent;
};

class Expressions : public testing::TestWithParam<Case> {};

TEST_P(Expressions, come_to_what_the_recommendation_says) {
    ExpressionContext context;
    context.font_size = 10'000;
    context.body_start = {24'000, 0};
    context.label_end = {-18'000, 100'000};
    Quantity q;
    ASSERT_TRUE(evaluate(GetParam().text, context, q)) << GetParam().text;
    EXPECT_EQ(q.kind, GetParam().kind);
    EXPECT_EQ(q.number, GetParam().number);
    EXPECT_EQ(q.fixed, GetParam().fixed);
    EXPECT_EQ(q.percent, GetParam().percent);
}

constexpr auto kNumber = Quantity::Kind::number;
constexpr auto kLength = Quantity::Kind::length;
INSTANTIATE_TEST_SUITE_P(
    Cases, Expressions,
    testing::Values(Case{"12pt", kLength, 0, 12'000, 0}, Case{"25.4mm", kLength, 0, 72'000, 0},
                    Case{"2.54cm", kLength, 0, 72'000, 0}, Case{"1in", kLength, 0, 72'000, 0}, Case{"1pc", kLength, 0, 12'000, 0},
                    Case{"1px", kLength, 0, 1'000, 0}, Case{"1.5em", kLength, 0, 15'000, 0}, Case{"50%", kLength, 0, 0, 50'000},
                    Case{"-3pt", kLength, 0, -3'000, 0}, Case{".5pt", kLength, 0, 500, 0}, Case{"1.2", kNumber, 1'200'000, 0, 0},
                    Case{"2 * 3pt + 1pt", kLength, 0, 7'000, 0}, Case{"(1pt + 2pt) * 2", kLength, 0, 6'000, 0},
                    Case{"10pt div 4", kLength, 0, 2'500, 0}, Case{"7 mod 4", kNumber, 3'000'000, 0, 0},
                    Case{"body-start() + 1pt", kLength, 0, 25'000, 0}, Case{"label-end()", kLength, 0, -18'000, 100'000},
                    Case{"50% - 2pt", kLength, 0, -2'000, 50'000}, Case{"proportional-column-width(2)", Quantity::Kind::proportional, 2'000'000, 0, 0},
                    Case{"(5pt * 1pt) div 2pt", kLength, 0, 2'500, 0}, Case{"6pt div 4pt", kNumber, 1'500'000, 0, 0},
                    Case{"max(1pt, 2pt)", kLength, 0, 2'000, 0}, Case{"abs(-2pt)", kLength, 0, 2'000, 0}, Case{"floor(2.5)", kNumber, 2'000'000, 0, 0},
                    Case{"ceiling(2.1)", kNumber, 3'000'000, 0, 0}, Case{"round(2.5)", kNumber, 3'000'000, 0, 0}));

TEST(Expressions, that_are_none_are_refused) {
    Quantity q;
    for (const std::string_view text : {"", "pt", "1 pt", "12pt 13pt", "1pt * 2pt", "1pt + 2", "((1pt)", "1pt / 2", "99999999999999999999pt",
                                        "nothing(1)", "1 div 0"}) {
        EXPECT_FALSE(evaluate(text, {}, q)) << text;
    }
}

TEST(Expressions, nested_without_end_are_refused) {
    Quantity q;
    EXPECT_FALSE(evaluate(std::string(100'000, '('), {}, q));
}

}  // namespace
}  // namespace irikteu::layout
