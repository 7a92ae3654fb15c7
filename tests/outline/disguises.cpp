#include "disguises.hpp"

#include <map>

#include "kazakh/letters.hpp"

namespace irikteu::outline::testing {

namespace {

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

const std::vector<std::pair<const char*, Disguise>> table = {
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
    {"decomposed letters", [](const std::string& t) { return mapped(t, {{U'й', U"и\u0306"}, {U'Й', U"И\u0306"}, {U'ө', U"о\u0335"}, {U'қ', U"к\u0329"}, {U'ң', U"н\u0329"}}); }},
    {"letter missing", with_one_letter_missing},
};

}  // namespace

const std::vector<std::pair<const char*, Disguise>>& disguises() { return table; }

}  // namespace irikteu::outline::testing
