#include "kazakh/numbering_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

template <std::size_t N>
bool one_of(std::u32string_view word, const std::array<std::u32string_view, N>& list) {
    for (const std::u32string_view known : list) {
        if (word == known) return true;
    }
    return false;
}

/// A small letter as it is typed on a Russian keyboard, so that "болим" is told as well; a Latin i was meant for a Kazakh one.
constexpr char32_t without_kazakh_letters(char32_t c) { return c == U'i' ? U'\u0438' : on_russian_keyboard(c); }
std::u32string without_kazakh_letters(std::u32string word) {
    for (char32_t& c : word) c = without_kazakh_letters(c);
    return word;
}

}  // namespace

bool is_measure(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 40> words = {
        U"\u0436",
        U"\u0436\u0436",
        U"\u0436\u044B\u043B",
        U"\u0436\u044B\u043B\u0493\u044B",
        U"\u0436\u044B\u043B\u044B",
        U"\u0436\u044B\u043B\u0434\u044B\u04A3",
        U"\u0436\u044B\u043B\u0493\u0430",
        U"\u043C\u043B\u043D",
        U"\u043C\u043B\u0440\u0434",
        U"\u043C\u044B\u04A3",
        U"\u043C\u0438\u043B\u043B\u0438\u043E\u043D",
        U"\u043C\u0438\u043B\u043B\u0438\u0430\u0440\u0434",
        U"\u0442\u0440\u043B\u043D",
        U"\u0442\u0435\u04A3\u0433\u0435",
        U"\u0442\u0433",
        U"\u043A\u043C",
        U"\u043C",
        U"\u0441\u043C",
        U"\u0433\u0430",
        U"\u0433\u0435\u043A\u0442\u0430\u0440",
        U"\u0442\u043E\u043D\u043D\u0430",
        U"\u0442",
        U"\u043A\u0433",
        U"\u043A\u0432\u0442",
        U"\u043C\u0432\u0442",
        U"\u0435\u0441\u0435",
        U"\u0435\u0441\u0435\u0433\u0435",
        U"\u043F\u0430\u0439\u044B\u0437",
        U"\u043F\u0430\u0439\u044B\u0437\u0493\u0430",
        U"\u0430\u0434\u0430\u043C",
        U"\u043F\u0430\u0440\u0430\u049B",
        U"\u0431\u0435\u0442",
        U"\u0434\u0430\u043D\u0430",
        U"\u0430\u0439",
        U"\u043A\u04AF\u043D",
        U"\u0441\u0430\u0493\u0430\u0442",
        U"\u0433",
        U"\u0442\u044B\u0441",
        U"\u0440\u0443\u0431",
        U"\u0442\u0430\u0440\u043C\u0430\u049B"};
    return one_of(word, words);
}

bool is_month(std::u32string_view word) {
    static const auto names = [] {
        std::array<std::u32string, 12> months;
        for (int month = 1; month <= 12; ++month) months[static_cast<std::size_t>(month - 1)] = to_code_points(month_name(month));
        return months;
    }();
    return std::any_of(names.begin(), names.end(), [&](const std::u32string& name) { return word.starts_with(name); });
}

bool is_division(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 16> words = {
        U"\u0431\u043E\u043B\u0438\u043C",
        U"\u0431\u043E\u043B\u0438\u043C\u0448\u0435",
        U"\u0431\u043E\u043B\u0438\u043A",
        U"\u0442\u0430\u0440\u0430\u0443",
        U"\u0442\u0430\u0440\u043C\u0430\u043A",
        U"\u0442\u0430\u0440\u043C\u0430\u043A\u0448\u0430",
        U"\u043F\u0430\u0440\u0430\u0433\u0440\u0430\u0444",
        U"\u0440\u0430\u0437\u0434\u0435\u043B",
        U"\u043F\u043E\u0434\u0440\u0430\u0437\u0434\u0435\u043B",
        U"\u0433\u043B\u0430\u0432\u0430",
        U"\u043F\u0443\u043D\u043A\u0442",
        U"\u043F\u043E\u0434\u043F\u0443\u043D\u043A\u0442",
        U"\u0431\u0430\u043F",
        U"\u0447\u0430\u0441\u0442\u044C",
        U"section",
        U"chapter"};
    if (word.size() < 3 || word.size() > 9) return false;
    const std::u32string plain = without_kazakh_letters(std::u32string(word));
    return one_of(plain, words);
}

bool is_ordinal_ending(std::u32string_view word) {
    if (word.size() < 2 || word.size() > 5) return false;
    static constexpr std::array<std::u32string_view, 6> endings = {
        U"\u0448\u0438", U"\u0448\u044B", U"\u043D\u0448\u0438", U"\u043D\u0448\u044B", U"\u0438\u043D\u0448\u0438", U"\u044B\u043D\u0448\u044B"};
    return one_of(without_kazakh_letters(std::u32string(word)), endings);
}

int ordinal_tens(std::u32string_view word) {
    if (word == U"\u043E\u043D") return 10;
    return word == U"\u0436\u0438\u044B\u0440\u043C\u0430" ? 20 : 0;
}

int ordinal_units(std::u32string_view word) {
    struct Ordinal {
        std::u32string_view kazakh, russian;  ///< Kazakh in the letters of a Russian keyboard; Russian without its ending.
        int value;
    };
    static constexpr std::array<Ordinal, 11> ordinals = {{
        {U"\u0431\u0438\u0440\u0438\u043D\u0448\u0438", U"\u043F\u0435\u0440\u0432", 1},
        {U"\u0435\u043A\u0438\u043D\u0448\u0438", U"\u0432\u0442\u043E\u0440", 2},
        {U"\u0443\u0448\u0438\u043D\u0448\u0438", U"\u0442\u0440\u0435\u0442", 3},
        {U"\u0442\u043E\u0440\u0442\u0438\u043D\u0448\u0438", U"\u0447\u0435\u0442\u0432\u0435\u0440\u0442", 4},
        {U"\u0431\u0435\u0441\u0438\u043D\u0448\u0438", U"\u043F\u044F\u0442", 5},
        {U"\u0430\u043B\u0442\u044B\u043D\u0448\u044B", U"\u0448\u0435\u0441\u0442", 6},
        {U"\u0436\u0435\u0442\u0438\u043D\u0448\u0438", U"\u0441\u0435\u0434\u044C\u043C", 7},
        {U"\u0441\u0435\u0433\u0438\u0437\u0438\u043D\u0448\u0438", U"\u0432\u043E\u0441\u044C\u043C", 8},
        {U"\u0442\u043E\u0433\u044B\u0437\u044B\u043D\u0448\u044B", U"\u0434\u0435\u0432\u044F\u0442", 9},
        {U"\u043E\u043D\u044B\u043D\u0448\u044B", U"\u0434\u0435\u0441\u044F\u0442", 10},
        {U"\u0436\u0438\u044B\u0440\u043C\u0430\u0441\u044B\u043D\u0448\u044B", U"\u0434\u0432\u0430\u0434\u0446\u0430\u0442", 20},
    }};
    static constexpr std::array<std::u32string_view, 6> endings = {U"\u044B\u0439", U"\u043E\u0439", U"\u0438\u0439", U"\u0430\u044F", U"\u043E\u0435", U"\u044C\u044F"};
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 13;
    if (word.size() < shortest || word.size() > longest) return 0;
    const std::u32string plain = without_kazakh_letters(std::u32string(word));
    for (const Ordinal& each : ordinals) {
        if (plain == each.kazakh || (plain.starts_with(each.russian) && one_of(std::u32string_view(plain).substr(each.russian.size()), endings))) return each.value;
    }
    return 0;
}

char32_t roman_digit(char32_t c) {
    if (c >= 0x2160 && c <= 0x216F) return U'R';
    if (c == U'I' || c == U'\u0406' || c == U'l' || c == U'\u04C0') return U'I';
    if (c == U'V' || c == U'L') return c;
    if (c == U'X' || c == U'\u0425') return U'X';
    return 0;
}

bool begins_with_word(std::string_view utf8) {
    static constexpr std::array<std::u32string_view, 31> beginnings = {
        U"\u0431\u043E\u043B", U"\u0442\u0430\u0440", U"\u043F\u0430\u0440", U"\u0440\u0430\u0437", U"\u043F\u043E\u0434",
        U"\u0433\u043B\u0430", U"\u043F\u0443\u043D", U"\u0431\u0430\u043F", U"\u0447\u0430\u0441", U"\u0431\u0438\u0440",
        U"\u0435\u043A\u0438", U"\u0443\u0448\u0438", U"\u0442\u043E\u0440", U"\u0431\u0435\u0441", U"\u0430\u043B\u0442",
        U"\u0436\u0435\u0442", U"\u0441\u0435\u0433", U"\u0442\u043E\u0433", U"\u043E\u043D\u044B", U"\u0436\u0438\u044B",
        U"\u043F\u0435\u0440", U"\u0432\u0442\u043E", U"\u0442\u0440\u0435", U"\u0447\u0435\u0442", U"\u043F\u044F\u0442",
        U"\u0448\u0435\u0441", U"\u0441\u0435\u0434", U"\u0432\u043E\u0441", U"\u0434\u0435\u0432", U"\u0434\u0435\u0441",
        U"\u0434\u0432\u0430"};
    if (utf8.size() < 6) return false;
    std::size_t at = 0;
    std::array<char32_t, 3> first = {};
    for (char32_t& c : first) c = base::next_code_point(utf8, at);
    if (!is_cyrillic(first[0]) || !is_cyrillic(first[1]) || !is_cyrillic(first[2]) || roman_digit(first[0]) != 0) return false;
    for (char32_t& c : first) c = without_kazakh_letters(to_lower(c));
    return !one_of(std::u32string_view(first.data(), first.size()), beginnings);
}

}  // namespace irikteu::kazakh
