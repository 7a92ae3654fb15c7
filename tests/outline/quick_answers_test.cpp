// Short cuts give the answers that the long way gives.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "outline/keys.hpp"
#include "outline/sieve.hpp"

namespace irikteu::outline {
namespace {

std::string random_text(std::mt19937& random, std::size_t most) {
    static const std::vector<std::string> kPieces = {"a", "7", " ", "\t", ".", "\u0430", "\u049B", "\u053F", "\u0540", "\u05BE", "\u00A0", "\u00AB", "\u00AD", "\u2013",
                                                     "\u2003", "\u200B", "\U0001F600", "\xD0", "\xB0", "\xE2\x80", "\u0430\u043B\u0430\u0441", "word ", "\u0430\u0443\u043C\u0430\u049B "};
    std::string text;
    const std::size_t count = random() % most;
    // Mostly of plain letters, so that long runs of them come about.
    for (std::size_t i = 0; i < count; ++i) text += kPieces[random() % 4 == 0 ? random() % kPieces.size() : kPieces.size() - 1 - random() % 3];
    return text;
}

std::size_t visible_one_by_one(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        count += !kazakh::is_space(c) && !kazakh::is_invisible(c);
    }
    return count;
}

TEST(QuickAnswers, VisibleCharactersAreThoseThatCountOneByOne) {
    std::mt19937 random(535);
    for (int i = 0; i < 4000; ++i) {
        const std::string text = random_text(random, 60);
        ASSERT_EQ(visible_characters(text), visible_one_by_one(text)) << testing::PrintToString(text);
    }
}

TEST(QuickAnswers, ASieveLetsNothingFallThatIsThere) {
    std::mt19937 random(16);
    std::vector<std::string> set;
    Sieve sieve;
    for (int i = 0; i < 40; ++i) sieve.add(set.emplace_back(random_text(random, 12)));
    for (int i = 0; i < 2000; ++i) {
        const std::string& one = set[random() % set.size()];
        ASSERT_TRUE(sieve.may_hold(one));
        ASSERT_TRUE(sieve.may_begin(one + random_text(random, 9)));
        ASSERT_TRUE(sieve.may_end(random_text(random, 9) + one));
    }
}

TEST(QuickAnswers, APhraseIsLetThroughWhereverItStands) {
    std::mt19937 random(7);
    for (const std::size_t least : {0u, 1u, 8u, 15u, 16u, 17u, 40u, 200u}) {
        std::vector<std::string> phrases;
        for (int i = 0; i < 3; ++i) phrases.push_back(std::string(least, static_cast<char>('a' + i)) + random_text(random, 12));
        const PhraseSieve sieve(phrases);
        for (int i = 0; i < 500; ++i) ASSERT_TRUE(sieve.may_hold(random_text(random, 40) + phrases[random() % 3] + random_text(random, 40)));
    }
}

TEST(QuickAnswers, OrdinaryTextFallsThrough) {
    const PhraseSieve phrases({"what stands in the blank to be replaced", "and what stands there beside it"});
    EXPECT_FALSE(phrases.may_hold("an ordinary paragraph of some length, in which nothing of the kind is said, and that goes on for a while"));
    EXPECT_FALSE(PhraseSieve().may_hold(""));
    Sieve sieve;
    sieve.add("the title of a section");
    EXPECT_FALSE(sieve.may_hold("the title of a sections"));
    EXPECT_FALSE(sieve.may_begin("another beginning"));
    EXPECT_FALSE(sieve.may_end("another end"));
}

}  // namespace
}  // namespace irikteu::outline
