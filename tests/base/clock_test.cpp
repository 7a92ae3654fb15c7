#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace irikteu::base {

TEST(Date, ReadsOnlyDaysThatExist) {
    EXPECT_EQ(Date::parse("2016-02-29")->iso(), "2016-02-29");
    for (const char* wrong : {"2015-02-29", "2015-13-01", "2015-1-1", "15-01-01", "", "2015-01-01T", "2015/01/01"}) {
        EXPECT_FALSE(Date::parse(wrong)) << wrong;
    }
}

TEST(Date, CountsDaysAndWeekdays) {
    EXPECT_EQ(Date::parse("2015-07-16")->weekday(), 4);
    EXPECT_EQ(Date::parse("2015-12-29")->plus_days(5).iso(), "2016-01-03");
    EXPECT_EQ((Date{1969, 12, 31}).weekday(), 3);
}

TEST(Moment, ComparesAcrossOffsetsAndKeepsItsOwn) {
    const auto astana = Moment::parse("2015-10-05T18:00:00+06:00");
    const auto utc = Moment::parse("2015-10-05T12:00Z");
    ASSERT_TRUE(astana && utc);
    EXPECT_EQ(*astana, *utc);
    EXPECT_EQ(astana->iso(), "2015-10-05T18:00:00+06:00");
    EXPECT_EQ(astana->pdf(), "D:20151005180000+06'00'");
    EXPECT_EQ(astana->time_of_day(), "18:00");
    EXPECT_EQ(utc->iso(), "2015-10-05T12:00:00+00:00");
}

TEST(Moment, RefusesWhatIsNoMoment) {
    for (const char* wrong : {"2015-10-05", "2015-10-05T24:00Z", "2015-10-05T18:00", "2015-10-05T18:00:00+6", "x"}) {
        EXPECT_FALSE(Moment::parse(wrong)) << wrong;
    }
}

TEST(SystemClock, GoesByTheTimeOfAstana) {
    const Moment now = SystemClock().now();
    ASSERT_GT(now.seconds, 1'709'229'600) << "this computer's clock stands before March 2024";
    EXPECT_EQ(now.offset_minutes, 5 * 60);
}

}  // namespace irikteu::base
