#include "layout/text_shaper.hpp"

#include <gtest/gtest.h>

#include "fake_fonts.hpp"

namespace irikteu::layout {
namespace {

TEST(TextShaper, CutsEveryLettersWidthToWholeMillipoints) {
    FakeFonts fonts;
    TextShaper shaper(fonts);
    const FaceId face = fonts.face({"serif"});
    const ShapedText& word = fonts.shape(face, "abcd");  // 500 thousandths each.
    EXPECT_EQ(shaper.width(word, 12'000), 24'000);
    EXPECT_EQ(shaper.width(word, 10'002), 20'004);
    EXPECT_EQ(shaper.width(word, 10'003), 20'004);  // 5001.5 each.
    EXPECT_EQ(shaper.width(word, 1), 0);
}

// Not less than nothing: it has to be seen that they are too long.
TEST(TextShaper, KeepsWordsWideThatAreWiderThanNumbersGo) {
    FakeFonts fonts;
    TextShaper shaper(fonts);
    const ShapedText& word = fonts.shape(fonts.face({"serif"}), std::string(50'000, 'W'));
    EXPECT_EQ(shaper.width(word, 100'000), 1'000'000'000);
    EXPECT_EQ(shaper.width(word, 100'001), 1'000'000'000);
    EXPECT_EQ(shaper.drawn_width(word, 100'000), 1'000'000'000);
    InheritedStyle style;
    style.font_size = 1'000;
    style.letter_spacing = 90'000;
    EXPECT_EQ(shaper.word_width(word, style), 1'000'000'000);
    style.letter_spacing = -90'000;
    EXPECT_EQ(shaper.word_width(word, style), -1'000'000'000);
}

}  // namespace
}  // namespace irikteu::layout
