#include "kazakh/collation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

/// Checks that the texts stand in ascending order, each before each later one.
void expect_ascending(const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = 0; j < texts.size(); ++j) {
            EXPECT_EQ(compare(texts[i], texts[j]), i <=> j) << texts[i] << " and " << texts[j];
        }
    }
}

}  // namespace

TEST(KazakhOrder, IsThatOfTheAlphabet) {
    std::vector<std::string> small, large;
    for (const char32_t c : U"аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя") {
        if (c != 0) small.push_back(to_utf8({&c, 1}));
    }
    for (const char32_t c : U"АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ") {
        if (c != 0) large.push_back(to_utf8({&c, 1}));
    }
    EXPECT_EQ(small.size(), 42u);
    expect_ascending(small);
    expect_ascending(large);
}

TEST(KazakhOrder, SortsARegister) {
    expect_ascending({"",
                      " ",
                      "«Қызылорда»",
                      "2-қосымша",
                      "2-Қосымша",
                      "10-қосымша",
                      "010-қосымшаа",
                      "2015",
                      "аймақ",
                      "Аймақ",
                      "Ақмола",
                      "Ақтөбе",
                      "Алматы",
                      "Алматы облысы",
                      "әкімдік",
                      "Батыс Қазақстан",
                      "ел",
                      "ёлка",
                      "ж",
                      "қазақ",
                      "Қарағанды",
                      "ұйым",
                      "үлгі",
                      "шы",
                      "ші",
                      "ьо",
                      "Apple",
                      "apple tree",
                      "Zebra",
                      "日本"});
}

TEST(KazakhOrder, DecidesByCaseOnlyBetweenEqualWords) {
    expect_ascending({"аб", "аБ", "Аб", "АБ", "ав", "Ав"});
    expect_ascending({"resume", "résumé", "resumf"});
}

TEST(KazakhOrder, TakesDecomposedLettersForWhole) {
    EXPECT_EQ(sort_key("и\u0306од"), sort_key("йод"));
    EXPECT_EQ(sort_key("Е\u0308лка"), sort_key("Ёлка"));
    EXPECT_NE(compare("и\u0306од", "йод"), std::strong_ordering::equal);
    EXPECT_EQ(sort_key("И\u0306"), sort_key("Й"));
}

TEST(KazakhOrder, KeysOrderLikeComparisons) {
    std::vector<std::string> texts = {"№ 10", "№ 9", "А4", "А 4", "аб-в", "абв", "Қ",
                                      "к",    "100", "99", "000", "0",    "I",   "І"};
    std::vector<std::string> by_keys = texts;
    std::sort(texts.begin(), texts.end(), InKazakhOrder());
    std::sort(by_keys.begin(), by_keys.end(), [](const auto& a, const auto& b) {
        return std::pair(sort_key(a), a) < std::pair(sort_key(b), b);
    });
    EXPECT_EQ(texts, by_keys);
    EXPECT_EQ(texts.front(), "№ 9");
}

}  // namespace irikteu::kazakh
