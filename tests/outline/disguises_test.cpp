#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "kazakh/letters.hpp"
#include "papers.hpp"

/// Every prescribed title in the disguises in which people type headings, and ordinary text that is no heading.
namespace irikteu::outline::testing {
namespace {

using Disguise = std::function<std::string(const std::string&)>;

std::string mapped(const std::string& text, const std::map<char32_t, std::u32string>& letters) {
    std::string out;
    for (const char32_t c : kazakh::to_code_points(text)) {
        const auto found = letters.find(c);
        out += kazakh::to_utf8(found == letters.end() ? std::u32string(1, c) : found->second);
    }
    return out;
}

std::string capitals(const std::string& text) {
    std::map<char32_t, std::u32string> upper;
    const std::u32string small = U"аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
    const std::u32string large = U"АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    for (std::size_t i = 0; i < small.size(); ++i) upper[small[i]] = std::u32string(1, large[i]);
    return mapped(text, upper);
}

std::string letter_spaced(const std::string& text) {
    std::string out;
    for (const char32_t c : kazakh::to_code_points(text)) out += kazakh::to_utf8(std::u32string(1, c)) + ' ';
    return out;
}

std::string with_one_letter_missing(const std::string& text) {
    auto points = kazakh::to_code_points(text);
    if (points.size() > 14) points.erase(points.begin() + 9);
    return kazakh::to_utf8(points);
}

const std::pair<const char*, Disguise> disguises[] = {
    {"capitals", capitals},
    {"letter-spaced", letter_spaced},
    {"Latin look-alikes", [](const std::string& t) { return mapped(t, {{U'а', U"a"}, {U'о', U"o"}, {U'е', U"e"}, {U'с', U"c"}, {U'р', U"p"}, {U'і', U"i"}, {U'ә', U"ə"}, {U'һ', U"h"}}); }},
    {"Russian keyboard", [](const std::string& t) {
         return mapped(t, {{U'ә', U"а"}, {U'ғ', U"г"}, {U'қ', U"к"}, {U'ң', U"н"}, {U'ө', U"о"}, {U'ұ', U"у"}, {U'ү', U"у"}, {U'һ', U"х"}, {U'і', U"и"}, {U'Ө', U"О"}, {U'Қ', U"К"}, {U'Ұ', U"У"}});
     }},
    {"soft hyphens", [](const std::string& t) { return mapped(t, {{U'а', U"а\u00AD"}, {U'т', U"\u00ADт"}}); }},
    {"no-break spaces", [](const std::string& t) { return mapped(t, {{U' ', U"\u00A0"}}); }},
    {"other dashes", [](const std::string& t) { return mapped(t, {{U'-', U"–"}, {U'–', U"-"}}); }},
    {"line breaks", [](const std::string& t) { return mapped(t, {{U' ', U"\n"}}); }},
    {"full stop", [](const std::string& t) { return t + "."; }},
    {"colon", [](const std::string& t) { return t + ":"; }},
    {"double spaces and tab", [](const std::string& t) { return "\t" + mapped(t, {{U' ', U"  "}}); }},
    {"quotation marks", [](const std::string& t) { return "«" + t + "»"; }},
    {"letter missing", with_one_letter_missing},
};

const std::pair<const char*, std::function<std::string(const Item&)>> numberings[] = {
    {"none", [](const Item&) { return std::string(); }},
    {"1)", [](const Item& i) { return std::to_string(i.path.back()) + ") "; }},
    {"1.1.", [](const Item& i) { return std::to_string(i.path.front()) + "." + std::to_string(i.path.back()) + ". "; }},
    {"dash", [](const Item&) { return std::string("– "); }},
};

class Disguises : public ::testing::TestWithParam<const char*> {};

TEST_P(Disguises, hide_no_title) {
    const Prescribed& prescribed = std::string(GetParam()) == "2" ? concept_structure() : strategy_structure();
    for (const auto& [name, disguise] : disguises) {
        for (const auto& [numbering, number] : numberings) {
            for (const char* element : {"heading", "p"}) {
                auto lines = full_paper(prescribed);
                std::size_t index = 0;
                for (Line& line : lines) {
                    if (line.element != "heading") continue;
                    const Item& item = prescribed.items[index++];
                    line = {element, "", number(item) + disguise(item.title), std::string(element) == "p" ? 0 : item.depth};
                }
                const auto outcome = outline_of(lines, prescribed);
                for (const auto& [id, status] : outcome.status) {
                    const bool differs = std::string(name) == "letter missing";
                    EXPECT_TRUE(status == "found" || (differs && status == "approximate"))
                        << id << ' ' << status << " as " << element << ", " << name << ", numbered " << numbering;
                }
                EXPECT_THAT(outcome.duplicates, ::testing::IsEmpty());
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Appendix, Disguises, ::testing::Values("2", "5"));

TEST(OrdinaryText, is_no_heading) {
    std::vector<Line> lines;
    for (const char* text : {"Қаржы ресурстары жеткілікті, сондықтан қосымша қарыз алу көзделмейді.", "Нарықтық перспективалар туралы деректер төменде келтірілген.",
                             "Аумақтық кластердің негізгі қатысушылары облыс орталығында орналасқан.", "Кластер 2015 жылғы 16 шілдеде құрылды.",
                             "1) қант қызылшасын өңдеу;", "2) көлік инфрақұрылымын дамыту;", "3) білім беру ұйымдарымен ынтымақтастық.",
                             "Инновациялар енгізу қарқыны жоғары.", "Экспортты дамыту және қолдау үшін өкілдік ашылады.", "Ұлттық басымдықтар ескерілді."}) {
        lines.push_back({"p", "", text, 0});
    }
    for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
        for (const auto& [id, status] : outline_of(lines, *prescribed).status) EXPECT_EQ(status, "missing") << id;
    }
}

}  // namespace
}  // namespace irikteu::outline::testing
