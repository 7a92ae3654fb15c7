#include "readers/shown_text.hpp"

#include <gtest/gtest.h>

namespace irikteu::readers {
namespace {

TEST(ShownText, HoldsADayHoweverATemplateWritesIt) {
    for (const char* text : {"2015 жылдың 14 қыркүйегінде", "14 қыркүйек 2015 ж.", "«14» сентября 2015 года", "14 September 2015", "on September 14, 2015,", "14/09/2015", "14.9.2015"})
        EXPECT_TRUE(ShownText(text).shows_otherwise("2015-09-14")) << text;
    for (const char* text : {"114 қыркүйек 2015 ж.", "14 қыркүйек 2016 ж.", "14 октября 2015 года", "4 September 2015", "Sept 2015", "09/14/2015", "114.9.2015"})
        EXPECT_FALSE(ShownText(text).shows_otherwise("2015-09-14")) << text;
    EXPECT_TRUE(ShownText("5 мая 2015").shows_otherwise("2015-05-05T10:00:00+06:00"));
}

TEST(ShownText, TakesNoDayForTheMonth) {
    EXPECT_TRUE(ShownText("03.04.2015").shows_otherwise("2015-04-03"));
    for (const char* mark : {".", "/", "-"}) EXPECT_FALSE(ShownText(std::string("03") + mark + "04" + mark + "2015").shows_otherwise("2015-03-04")) << mark;
    EXPECT_FALSE(ShownText("03.04.2015").shows("2015-03-04"));
    EXPECT_FALSE(ShownText("13.4.2015").shows_otherwise("2015-04-03"));
    EXPECT_TRUE(ShownText("on September 1, 2015").shows_otherwise("2015-09-01"));
    EXPECT_FALSE(ShownText("on September 10, 2015").shows_otherwise("2015-09-01"));
}

TEST(ShownText, KeepsTheSignOfANumber) {
    for (const char* text : {"-1,250", "−1 250", "− 1,250.00", "(1,250)", "–1250", "минус бір мың екі жүз елу"})
        EXPECT_TRUE(ShownText(text).shows_otherwise("-1250")) << text;
    for (const char* text : {"1,250", "1 250", "Сома – 1,250", "1,000-1,250", "мың екі жүз елу"}) EXPECT_FALSE(ShownText(text).shows("-1250") || ShownText(text).shows_otherwise("-1250")) << text;
    for (const char* text : {"5", "бес", "бесінші"}) EXPECT_FALSE(ShownText(text).shows("-5") || ShownText(text).shows_otherwise("-5")) << text;
    EXPECT_FALSE(ShownText("1 250").shows("-1 250"));
    EXPECT_FALSE(ShownText("−1,250").shows_otherwise("1250"));
    EXPECT_FALSE(ShownText("минус бес").shows_otherwise("5"));
}

TEST(ShownText, HoldsANumberInWordsThatIsWhole) {
    for (const char* text : {"Оның бес жүзі", "онда", "он екіге", "он бесінші", "жүз он", "он мың"}) EXPECT_FALSE(ShownText(text).shows_otherwise("10")) << text;
    EXPECT_TRUE(ShownText("оныншыдан кейінгі").shows_otherwise("10"));
    for (const char* text : {"бес жүз", "он бес", "бес мың", "бес жүзі", "бестік"}) EXPECT_FALSE(ShownText(text).shows_otherwise("5")) << text;
    for (const char* text : {"беске дейін", "бес", "(бес) күн", "«Бес»,", "бесінші", "екі бес"}) EXPECT_TRUE(ShownText(text).shows_otherwise("5")) << text;
    EXPECT_TRUE(ShownText("он екіге дейін").shows_otherwise("12"));
    EXPECT_TRUE(ShownText("бес жүзге").shows_otherwise("500"));
}

TEST(ShownText, HoldsANumberHoweverATemplateWritesIt) {
    for (const char* text : {"1,250,000.50", "1.250.000,50", "1 250 000,5", "1'250'000.5", "1250000.5"}) EXPECT_TRUE(ShownText(text).shows_otherwise("1250000.50")) << text;
    for (const char* text : {"1,250,001.50", "1 250 000", "125 000.5"}) EXPECT_FALSE(ShownText(text).shows_otherwise("1250000.50")) << text;
    EXPECT_TRUE(ShownText("бір мың екі жүз елу теңге").shows_otherwise("1250"));
    EXPECT_TRUE(ShownText("барлығы он екі дана").shows_otherwise("12.0"));
    EXPECT_TRUE(ShownText("(−1,250)").shows_otherwise("-1250"));
    EXPECT_FALSE(ShownText("он бір").shows_otherwise("12"));
    EXPECT_FALSE(ShownText("a, b").shows_otherwise("c"));
    EXPECT_FALSE(ShownText("1").shows_otherwise("12345678901234567890"));
}

}  // namespace
}  // namespace irikteu::readers
