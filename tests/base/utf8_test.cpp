#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace irikteu::base {

namespace {

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> points;
    for (std::size_t at = 0; at < text.size();) points.push_back(next_code_point(text, at));
    return points;
}

}  // namespace

TEST(Utf8, EveryCodePointComesBackAsItWasWritten) {
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point == 0xD800) point = 0xE000;
        std::string text;
        append_utf8(text, point);
        ASSERT_TRUE(is_utf8(text)) << std::hex << static_cast<unsigned>(point);
        ASSERT_EQ(code_points(text), std::vector<char32_t>{point}) << std::hex << static_cast<unsigned>(point);
        ASSERT_EQ(count_characters(text), 1u);
    }
}

TEST(Utf8, WhatIsNoScalarValueIsWrittenAsReplacement) {
    for (const char32_t point : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
        std::string text;
        append_utf8(text, point);
        EXPECT_EQ(text, "\xEF\xBF\xBD");
    }
}

TEST(Utf8, IllFormedBytesAreReplacedOneAtATime) {
    for (const std::string_view text : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xD0", "\xE2\x82", "\xF0\x9F\x98"}) {
        EXPECT_FALSE(is_utf8(text)) << text.size();
        EXPECT_EQ(code_points(text), std::vector<char32_t>(text.size(), replacement));
    }
    EXPECT_EQ(code_points("\xD0" "a"), (std::vector<char32_t>{replacement, U'a'}));
}

TEST(Utf8, TheTwoWaysToReadItAgreeOnWhatIsWellFormed) {
    // All pairs of bytes, before and behind a byte that begins and one that goes on.
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            for (const char* behind : {"", "a", "\x80", "\x80\x80"}) {
                const std::string text = std::string{static_cast<char>(first), static_cast<char>(second)} + behind;
                bool replaced = false;
                for (const char32_t point : code_points(text)) replaced = replaced || point == replacement;
                ASSERT_EQ(is_utf8(text), !replaced) << first << ' ' << second << ' ' << text.size();
            }
        }
    }
}

}  // namespace irikteu::base
