#include "readers/number_format.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.hpp"

namespace irikteu::readers {

namespace {

std::string roman(int number) {
    static constexpr struct {
        int value;
        std::string_view letters;
    } steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                 {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    std::string text;
    for (const auto& step : steps) {
        for (; number >= step.value; number -= step.value) text += step.letters;
    }
    return text;
}

/// "a" … "z", "aa" … : the letter of the remainder, repeated.
std::string repeated(int number, char32_t (*letter)(int), int letters) {
    constexpr int most_turns = 30;  // Word begins anew behind that.
    const int turns = (number - 1) / letters % most_turns + 1;
    std::string text;
    for (int i = 0; i < turns; ++i) base::append_utf8(text, letter((number - 1) % letters));
    return text;
}

// The alphabet without U+0439 (short i), U+0451 (io), and the hard and soft signs: 17.18.59, russianLower.
constexpr std::array<char16_t, 29> russian = {0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, 0x438, 0x43A,
                                              0x43B, 0x43C, 0x43D, 0x43E, 0x43F, 0x440, 0x441, 0x442, 0x443, 0x444,
                                              0x445, 0x446, 0x447, 0x448, 0x449, 0x44B, 0x44D, 0x44E, 0x44F};

std::string lower_roman(int number) {
    std::string text = roman(number);
    for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string ordinal(int number) {
    const int tens = number % 100;
    const char* ending = "th";
    if (tens < 11 || tens > 13) {
        if (number % 10 == 1) ending = "st";
        if (number % 10 == 2) ending = "nd";
        if (number % 10 == 3) ending = "rd";
    }
    return std::to_string(number) + ending;
}

std::string surrounded(std::string_view before, int number, std::string_view after) {
    std::string text(before);
    text += std::to_string(number);
    text += after;
    return text;
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::string format_number(int number, std::string_view format, std::string_view custom) {
    if (format == "none") return {};
    if (format == "decimalZero") return padded(number, 2);
    if (format == "custom" && !custom.empty()) return padded(number, std::min(custom.find(','), std::min<std::size_t>(custom.size(), 20)));
    if (number < 1 || number > 32767) return std::to_string(number);
    if (format == "upperRoman") return roman(number);
    if (format == "lowerRoman") return lower_roman(number);
    if (format == "upperLetter") return repeated(number, [](int i) { return static_cast<char32_t>('A' + i); }, 26);
    if (format == "lowerLetter") return repeated(number, [](int i) { return static_cast<char32_t>('a' + i); }, 26);
    if (format == "russianLower") {
        return repeated(number, [](int i) { return static_cast<char32_t>(russian[static_cast<std::size_t>(i)]); }, 29);
    }
    if (format == "russianUpper") {
        return repeated(number, [](int i) { return static_cast<char32_t>(russian[static_cast<std::size_t>(i)] - 0x20); }, 29);
    }
    if (format == "ordinal") return ordinal(number);
    if (format == "numberInDash") return surrounded("- ", number, " -");
    if (format == "decimalEnclosedParen") return surrounded("(", number, ")");
    if (format == "decimalEnclosedFullstop") return std::to_string(number) + ".";
    if (format == "decimalEnclosedCircle" && number <= 20) {
        std::string text;
        base::append_utf8(text, static_cast<char32_t>(0x2460 + number - 1));
        return text;
    }
    return std::to_string(number);
}

}  // namespace irikteu::readers
