#include "readers/number_format.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "readers/entry_name.hpp"

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
    for (int i = 0; i < turns; ++i) append_utf8(text, letter((number - 1) % letters));
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
        append_utf8(text, static_cast<char32_t>(0x2460 + number - 1));
        return text;
    }
    return std::to_string(number);
}

char32_t symbol_character(std::string_view font, unsigned code) {
    const unsigned low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
    static constexpr std::string_view pictorial[] = {"dings", "Symbol", "Marlett", "Sorts"};
    const bool pictures = font.empty() || std::any_of(std::begin(pictorial), std::end(pictorial), [&](std::string_view part) {
        return font.find(part) != std::string_view::npos;
    });
    if (!pictures) return low == code || low < 0x80 ? low : 0x2022;
    if (low != code || code < 0x100) {
        const bool wingdings2 = font.find("Wingdings 2") != std::string_view::npos;
        const bool symbol = font.find("Symbol") != std::string_view::npos && font.find("Segoe") == std::string_view::npos;
        if (wingdings2) {
            if (low == 0x50 || low == 0x97) return low == 0x50 ? 0x2713 : 0x2022;
            if (low == 0x51 || low == 0x54) return 0x2612;
            if (low == 0x52) return 0x2611;
            if (low == 0xA3 || low == 0x30) return 0x2610;
            return 0x2022;
        }
        if (symbol) {
            if (low == 0x2D) return 0x2212;
            if (low == 0xB0) return 0x00B0;
            if (low == 0xB1) return 0x00B1;
            if (low == 0xB3) return 0x2265;
            if (low == 0xA3) return 0x2264;
            if (low == 0xB4) return 0x00D7;
            if (low == 0xAE) return 0x2192;
            if (low == 0xA5) return 0x221E;
            if (low == 0xB9) return 0x2260;
            if (low == 0xBB) return 0x2248;
            if (low == 0xE5 || low == 0x53) return 0x03A3;
            if (low >= 0x20 && low < 0x41) return low;
            return 0x2022;
        }
        switch (low) {  // Wingdings
            case 0x6F: case 0x70: case 0x71: case 0x72: case 0xA8: return 0x2610;
            case 0x78: case 0xFD: return 0x2612;
            case 0xFE: case 0x53: return 0x2611;
            case 0xFC: return 0x2713;
            case 0xFB: return 0x2717;
            case 0xA7: case 0x6E: return 0x25AA;
            case 0xD8: return 0x27A2;
            case 0xE0: return 0x2192;
            case 0x76: return 0x2756;
            case 0x2D: return code == low ? '-' : 0x2022;
            default: return 0x2022;
        }
    }
    return code;
}

std::string without_symbol_codes(std::string_view text, std::string_view font) {
    // U+F020…U+F0FF in UTF-8: EF 80 A0 … EF 83 BF.
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) == 0xEF && i + 2 < text.size() &&
            static_cast<unsigned char>(text[i + 1]) >= 0x80 && static_cast<unsigned char>(text[i + 1]) <= 0x83) {
            const unsigned code = 0xF000u | (static_cast<unsigned char>(text[i + 1]) & 0x3Fu) << 6 |
                                  (static_cast<unsigned char>(text[i + 2]) & 0x3Fu);
            append_utf8(out, symbol_character(font, code));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace irikteu::readers
