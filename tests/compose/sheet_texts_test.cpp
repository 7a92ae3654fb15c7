#include <gtest/gtest.h>

#include "compose/sheet_texts.hpp"
#include "sample.hpp"

namespace irikteu::compose {

TEST(SheetTexts, TellWhichElementsAStylesheetMayLookAt) {
    EXPECT_TRUE(may_look_at("select=\"$p:competition/c:commission/c:member\"", "competition", "commission"));
    EXPECT_TRUE(may_look_at("*[local-name() = 'commission']", "competition", "commission"));
    EXPECT_FALSE(may_look_at("<!-- the commission of the competition --> c:commissioner", "competition", "commission"));
    EXPECT_TRUE(may_look_at("c:competition/*", "competition", "commission")) << "whatever its name";
}

TEST(SheetTexts, OfTheActSayWhatEachDocumentSpeaksOf) {
    EXPECT_TRUE(testing::composer().may_show("protocol-15", "commission"));
    EXPECT_TRUE(testing::composer().may_show("return-1", "acceptance"));
    EXPECT_TRUE(testing::composer().may_show("return-1", "organiser"));
    EXPECT_FALSE(testing::composer().may_show("return-1", "commission"));
    EXPECT_FALSE(testing::composer().may_show("inventory", "experts"));
}

}  // namespace irikteu::compose
