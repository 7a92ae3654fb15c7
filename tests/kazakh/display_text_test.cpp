#include "kazakh/display_text.hpp"

#include <gtest/gtest.h>

namespace irikteu::kazakh {

TEST(DisplayText, JoinsLetterSpacedWordsWhereGapsSurvive) {
    EXPECT_EQ(display_text("з а ң д ы  т ұ л ғ а )  б о л у ы ;"), "заңды тұлға) болуы;");
    EXPECT_EQ(display_text("Қ а з а қ с т а н  Р е с п у б л и к а с ы н ы ң"), "Қазақстан Республикасының");
    EXPECT_EQ(display_text("Жай  ғана сөйлем"), "Жай  ғана сөйлем");
    EXPECT_EQ(display_text("з а ң д ы т ұ л ғ а"), "з а ң д ы т ұ л ғ а");
    EXPECT_EQ(display_text("А  Б  В"), "А  Б  В");
}

}  // namespace irikteu::kazakh
