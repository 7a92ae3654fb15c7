#include "base/ascii.hpp"

#include <gtest/gtest.h>

namespace irikteu::base {

TEST(Ascii, LettersBeyondItAreLeftAlone) {
    EXPECT_EQ(ascii_lower("Content-TYPE: Қ"), "content-type: Қ");
    EXPECT_EQ(ascii_upper("utf-8 қ"), "UTF-8 қ");
    for (int byte = 0x80; byte < 0x100; ++byte) EXPECT_FALSE(is_ascii_letter(static_cast<char>(byte)));
}

TEST(Ascii, HexadecimalDigitsHaveTheirValue) {
    int digits = 0;
    for (int byte = 0; byte < 0x100; ++byte) digits += hexadecimal(static_cast<char>(byte)) >= 0;
    EXPECT_EQ(digits, 22);
    EXPECT_EQ(hexadecimal('0'), 0);
    EXPECT_EQ(hexadecimal('a'), 10);
    EXPECT_EQ(hexadecimal('F'), 15);
}

TEST(Ascii, PercentSignsAreDecodedOnlyBeforeTwoDigits) {
    EXPECT_EQ(percent_decoded("a%20b%D2%9B"), "a bқ");
    EXPECT_EQ(percent_decoded("100% %4"), "100% %4");
    EXPECT_EQ(percent_decoded("%zz%2"), "%zz%2");
    EXPECT_EQ(percent_decoded("%2541"), "%41");
}

}  // namespace irikteu::base
