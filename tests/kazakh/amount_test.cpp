#include "kazakh/amount.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irikteu::kazakh {
namespace {

using testing::ElementsAre;

TEST(Amount, reads_one_number_however_it_is_written) {
    EXPECT_EQ(amount("1 460 000"), 1460000);
    EXPECT_EQ(amount("1\u00A0460\u202F000,5 мың теңге"), 1460000.5);
    EXPECT_EQ(amount("8,5 %"), 8.5);
    EXPECT_EQ(amount("3.25"), 3.25);
    EXPECT_EQ(amount("12.500.000 тг"), 12500000);
    EXPECT_EQ(amount("-12"), -12);
    EXPECT_EQ(amount("–12"), -12);
    EXPECT_EQ(amount("2016"), 2016);
}

TEST(Amount, refuses_what_is_none_or_several) {
    for (const char* text : {"", "–", "жоқ", "12 және 13", "12.08.2001", "А12", "10 20"}) EXPECT_FALSE(amount(text)) << text;
}

TEST(Amounts, are_the_sums_of_running_text) {
    EXPECT_THAT(amounts("меншікті қаражат – 200,5, республикалық бюджет – 1 200"), ElementsAre(200.5, 1200));
    EXPECT_THAT(amounts("2016 жылы 40 %, яғни 500 мың теңге"), ElementsAre(500));
    EXPECT_THAT(amounts("республикалық бюджет"), ElementsAre());
    EXPECT_THAT(amounts("|200||1200,5|"), ElementsAre(200, 1200.5));
}

}  // namespace
}  // namespace irikteu::kazakh
