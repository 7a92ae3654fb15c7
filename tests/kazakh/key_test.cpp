#include "kazakh/key.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "data.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"

namespace irikteu::kazakh {

namespace {

using Text = std::u32string;

Text replaced(const Text& text, const std::map<char32_t, Text>& table, std::size_t every = 1) {
    Text out;
    std::size_t seen = 0;
    for (const char32_t c : text) {
        const auto found = table.find(c);
        if (found == table.end() || ++seen % every != 0) {
            out.push_back(c);
        } else {
            out += found->second;
        }
    }
    return out;
}

const std::map<char32_t, Text> latin_small = {
    {U'а', U"a"}, {U'с', U"c"}, {U'е', U"e"}, {U'о', U"o"}, {U'р', U"p"}, {U'х', U"x"}, {U'у', U"y"},
    {U'і', U"i"}, {U'һ', U"h"}, {U'ә', U"ə"}, {U'ө', U"ɵ"}, {U'А', U"A"}, {U'В', U"B"}, {U'С', U"C"},
    {U'Е', U"E"}, {U'Н', U"H"}, {U'І', U"I"}, {U'К', U"K"}, {U'М', U"M"}, {U'О', U"O"}, {U'Р', U"P"},
    {U'Т', U"T"}, {U'Х', U"X"}, {U'Ә', U"Ə"}, {U'Ө', U"Ɵ"}};
const std::map<char32_t, Text> cousins = {{U'қ', U"ӄ"}, {U'Қ', U"Ҡ"}, {U'ң', U"ҥ"}, {U'ө', U"ѳ"},
                                          {U'ә', U"ǝ"}, {U'ғ', U"ӷ"}, {U'ү', U"γ"}, {U'і', U"ї"}};
const std::map<char32_t, Text> greek = {{U'о', U"ο"}, {U'а', U"α"}, {U'р', U"ρ"}, {U'А', U"Α"},
                                        {U'К', U"Κ"}, {U'М', U"Μ"}, {U'ө', U"θ"}, {U'т', U"τ"}};
const std::map<char32_t, Text> decomposed = {{U'й', U"и\u0306"}, {U'ё', U"е\u0308"}, {U'Й', U"И\u0306"},
                                             {U'қ', U"к\u0329"}, {U'ұ', U"ү\u0335"}, {U'ө', U"о\u0335"},
                                             {U'ң', U"н\u0329"}, {U'ғ', U"г\u0335"}};

Text upper(const Text& text) {
    static const Text small = U"аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
    static const Text large = U"АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    Text out = text;
    for (char32_t& c : out) {
        if (const auto at = small.find(c); at != small.npos) c = large[at];
    }
    return out;
}

Text spaced(const Text& text, std::size_t gap) {
    Text out;
    for (const char32_t c : text) {
        if (c == U' ') {
            out.append(gap, U' ');
        } else {
            if (!out.empty() && out.back() != U' ') out.push_back(U' ');
            out.push_back(c);
        }
    }
    return out;
}

Text after_each(const Text& text, const Text& inserted, std::size_t every) {
    Text out;
    std::size_t count = 0;
    for (const char32_t c : text) {
        out.push_back(c);
        if (is_letter(c) && ++count % every == 0) out += inserted;
    }
    return out;
}

const std::map<std::string, std::function<Text(const Text&)>> disguises = {
    {"capitals", upper},
    {"letter-spaced with wide gaps", [](const Text& t) { return spaced(t, 2); }},
    {"letter-spaced with collapsed gaps", [](const Text& t) { return spaced(t, 1); }},
    {"letter-spaced in capitals", [](const Text& t) { return spaced(upper(t), 3); }},
    {"soft hyphens", [](const Text& t) { return after_each(t, U"\u00AD", 3); }},
    {"zero-width characters", [](const Text& t) { return after_each(t, U"\u200B\u2060\uFEFF", 4); }},
    {"every look-alike of Latin", [](const Text& t) { return replaced(t, latin_small); }},
    {"a third of the look-alikes", [](const Text& t) { return replaced(t, latin_small, 3); }},
    {"capitals of Latin", [](const Text& t) { return replaced(upper(t), latin_small); }},
    {"letter-spaced look-alikes", [](const Text& t) { return spaced(replaced(t, latin_small, 2), 2); }},
    {"other Cyrillic alphabets", [](const Text& t) { return replaced(t, cousins); }},
    {"Greek", [](const Text& t) { return replaced(t, greek); }},
    {"decomposed letters", [](const Text& t) { return replaced(t, decomposed); }},
    {"marks of stress", [](const Text& t) { return after_each(t, U"\u0301", 5); }},
    {"no-break spaces",
     [](const Text& t) {
         return replaced(t, {{U' ', U"\u00A0\u202F"}});
     }},
    {"other dashes",
     [](const Text& t) {
         return replaced(t, {{U'-', U"\u2011"}, {U'–', U" — "}});
     }},
    {"quotation marks around", [](const Text& t) { return U"«" + t + U"“»"; }},
    {"no punctuation",
     [](const Text& t) {
         return replaced(t, {{U',', U""}, {U'(', U""}, {U')', U""}, {U':', U""}});
     }},
    {"full stop at the end", [](const Text& t) { return t + U" . "; }},
    {"broken over lines",
     [](const Text& t) {
         return replaced(t, {{U' ', U"\r\n\t"}});
     }},
};

}  // namespace

TEST(MatchingKey, IsTheSameForEveryPrescribedTitleInEveryDisguise) {
    const auto titles = prescribed_titles();
    ASSERT_EQ(titles.size(), 126u);
    for (const std::string& title : titles) {
        const MatchingKey plain = matching_key(title);
        ASSERT_FALSE(plain.strict.empty());
        for (const auto& [name, disguise] : disguises) {
            const std::string worn = to_utf8(disguise(to_code_points(title)));
            EXPECT_EQ(matching_key(worn).strict, plain.strict) << name << ": " << worn;
            EXPECT_EQ(matching_key(worn).folded, plain.folded) << name << ": " << worn;
        }
    }
}

TEST(MatchingKey, FoldsRussianKeyboardSpelling) {
    EXPECT_EQ(matching_key("Аумактык кластердин курылымы").folded,
              matching_key("Аумақтық кластердің құрылымы").folded);
    EXPECT_NE(matching_key("Аумактык кластердин").strict, matching_key("Аумақтық кластердің").strict);
    const std::map<char32_t, Text> russian = {
        {U'ә', U"а"}, {U'ғ', U"г"}, {U'қ', U"к"}, {U'ң', U"н"}, {U'ө', U"о"}, {U'ұ', U"у"}, {U'ү', U"у"},
        {U'һ', U"х"}, {U'і', U"и"}, {U'Ә', U"А"}, {U'Ө', U"О"}, {U'Ұ', U"У"}, {U'І', U"И"}, {U'Қ', U"К"}};
    for (const std::string& title : prescribed_titles()) {
        EXPECT_EQ(matching_key(to_utf8(replaced(to_code_points(title), russian))).folded,
                  matching_key(title).folded);
    }
}

TEST(MatchingKey, KeepsLettersDigitsAndPercentOnly) {
    EXPECT_EQ(matching_key(" «Таза кірісі», 12,5 % – А4 ").strict, "тазакірісі125%а4");
    EXPECT_EQ(matching_key("").strict, "");
    EXPECT_EQ(matching_key("—…«»!№").strict, "");
    EXPECT_EQ(matching_key("\xFF\xC0\xAFқ\xD0").strict, "қ");
    EXPECT_EQ(matching_key("ІШКІ Ёлка").strict, "ішкіёлка");
}

TEST(MatchingKey, LeavesLatinWordsLatinAndMendsThem) {
    EXPECT_EQ(matching_key("Microsoft Word бағдарламасы").strict, "microsoftwordбағдарламасы");
    EXPECT_EQ(matching_key("Mісrоsоft").strict, "microsoft");  // Cyrillic і, с, о
    EXPECT_EQ(matching_key("A4 пішіміндегі").strict, matching_key("А4 пішіміндегі").strict);
    EXPECT_EQ(matching_key("Köln Mühle").strict, "kölnmühle");
    EXPECT_EQ(matching_key("IT-технологиялар").strict, matching_key("ІТ-технологиялар").strict);
}

TEST(MatchingKey, ReadsACapitalYByTheWordItStandsIn) {
    EXPECT_EQ(matching_key("YЛГІЛІК").strict, "үлгілік");
    EXPECT_EQ(matching_key("Yкіметі").strict, "үкіметі");
    EXPECT_EQ(matching_key("ДАМЫТY").strict, "дамыту");
    EXPECT_EQ(matching_key("ҚҰРYДЫҢ").strict, "құрудың");
    EXPECT_EQ(matching_key("AYМАҚТЫҚ").strict, "аумақтық");
}

TEST(MatchingKey, DoesNotTakeOrdinaryLinesOfTheDecreeForTitles) {
    std::map<std::string, std::string> titles;
    for (const std::string& title : prescribed_titles()) {
        titles[matching_key(split_numbering(title).rest).folded] = title;
    }
    // These stand in the decree twice, word for word: as a criterion or a table's heading, and as a
    // prescribed item.
    const std::set<std::string> word_for_word = {
        "Қалыптасқан аумақтық кластердің даму деңгейі:",
        "қаржы ресурстары.",
        "нарықтық перспективалар;",
        "Жылдар бойынша қаржыландыру көлемі",
        "Қаржыландыру көздері",
        "технологиялық тізбекті және қажетті ілеспелі көрсетілетін қызметтерді құруға арналған өндірістік "
        "қуаттар "
        "(кәсіпорындар);",
    };
    std::set<std::string> taken;
    for (const std::string& line : data_lines("decree_lines.txt")) {
        const auto rest = split_numbering(line).rest;
        if (titles.contains(matching_key(rest).folded)) taken.insert(std::string(rest));
    }
    for (const std::string& line : taken) EXPECT_TRUE(word_for_word.contains(line)) << line;
    EXPECT_EQ(taken.size(), word_for_word.size());
}

TEST(MatchingKey, KeepsDifferentTitlesApart) {
    std::map<std::string, std::string> seen;
    for (const std::string& title : prescribed_titles()) {
        const std::string words(split_numbering(title).rest);
        const auto [at, fresh] = seen.emplace(matching_key(words).folded, words);
        if (!fresh) {
            EXPECT_EQ(matching_key(at->second).strict, matching_key(words).strict);
        }
    }
    EXPECT_GE(seen.size(), 110u);
}

}  // namespace irikteu::kazakh
