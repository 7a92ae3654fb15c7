#include <gtest/gtest.h>

#include "base/one_line.hpp"

namespace irikteu::base {
namespace {

TEST(OneLine, leaves_texts_as_they_are) {
    for (const char* text : {"", "plain", "«Ақ Жайық» ЖШС – 5 ₸", "Ә\u0301\u00a0и\u0306", "\U0001F600", "\u200d\u200b"}) EXPECT_EQ(one_line(text), text);
}

TEST(OneLine, lets_nobody_begin_a_line_or_command_a_terminal) {
    EXPECT_EQ(one_line("a\r\nVerdict: conforming"), "a  Verdict: conforming");
    EXPECT_EQ(one_line("a\tb\u0085c\u2028d\u2029e\vf\fg"), "a b c d e f g");
    EXPECT_EQ(one_line("\x1b[2J\x07\x7f"), "\uFFFD[2J\uFFFD\uFFFD");
    EXPECT_EQ(one_line("\u009b2J"), "\uFFFD2J");
    EXPECT_EQ(one_line("a\u202Eb\u2066c\u2069"), "a\uFFFDb\uFFFDc\uFFFD");
    EXPECT_EQ(one_line("a\xff\xd0"), "a\uFFFD\uFFFD");
    EXPECT_EQ(one_line(std::string_view("a\0b", 3)), "a\uFFFDb");
}

}  // namespace
}  // namespace irikteu::base
