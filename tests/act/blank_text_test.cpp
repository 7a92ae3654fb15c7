#include <gtest/gtest.h>

#include "act/act.hpp"
#include "act/blank_text.hpp"
#include "base/disk.hpp"
#include "support/folders.hpp"

namespace irikteu::act {
namespace {

const BlankTexts& texts() {
    static const Act act = Act::load(base::RealDisk(), support::source_path("/templates"), "kz-535-2015");
    static const BlankTexts one(act.wording("placeholder"), act.wording("none"));
    return one;
}

TEST(BlankTexts, what_nobody_wrote_fills_neither_field_nor_cell) {
    for (const char* blank : {"", " ", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u3164", "\u3000", "\u2009", "\u202f", "\u2007", "\u2028", "\u2060", "\u2800", "\u034f", "\u200f", "_____",
                              ".....", "…", "«»", "«___»", "???", "~", "===", "|", "△", "․", "//////", ",", ";", "'", "‹ ›", "\u00a0_\u00a0", "\ufe0f", "XXX", "ххххх", "[толтырылады]",
                              "толтырылады", "Толтырылады.", "тoлтырылaды", "заполняется", "«_____»", "\U000E0020", "Click here to enter text", "\xff\xfe"}) {
        EXPECT_FALSE(texts().fills_field(blank)) << blank;
        EXPECT_FALSE(texts().fills_cell(blank)) << blank;
    }
}

TEST(BlankTexts, captions_none_and_zero_fill_a_cell_at_most) {
    for (const char* blank : {"-", "—", "\u2212", "+++", "(толық)", "_____ (Т.А.Ә.)", "\u00a0(қолы)", "(қолы) ____ (күні)", "((қолы) __)", "жоқ", "нет", "x", "Х", "0", "00"}) {
        EXPECT_FALSE(texts().fills_field(blank)) << blank;
        EXPECT_TRUE(texts().fills_cell(blank)) << blank;
    }
}

TEST(BlankTexts, what_somebody_wrote_fills_both) {
    for (const char* text : {"Асанов А.Б.", "А.Б.", "7", "07-02/3318", "+7 (7252) 00-81-40", "(7252) 00-81-40", "қолы қойылған", "____ Асанов (директор)", "Ли", "(қолы Асанов", "№ 5",
                             "толтырылады деп күтілетін қойма", "жоқшылық", "Директор (толтырылады)", "ЖШС", "Ян", "✓", "☑ келісемін"}) {
        EXPECT_TRUE(texts().fills_field(text)) << text;
        EXPECT_TRUE(texts().fills_cell(text)) << text;
    }
}

}  // namespace
}  // namespace irikteu::act
