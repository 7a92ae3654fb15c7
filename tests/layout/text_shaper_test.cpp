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

}  // namespace
}  // namespace irikteu::layout
