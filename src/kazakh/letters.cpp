#include "kazakh/letters.hpp"

#include <unicode/uchar.h>

namespace irikteu::kazakh {

std::u32string to_code_points(std::string_view utf8) {
    std::u32string points;
    points.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) points.push_back(next_code_point(utf8, at));
    return points;
}

std::string to_utf8(std::u32string_view points) {
    std::string utf8;
    utf8.reserve(points.size() * 2);
    for (const char32_t c : points) append_utf8(utf8, c);
    return utf8;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return is_cyrillic(c) || u_isalpha(static_cast<UChar32>(c));
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z';
    return to_lower(c) != c;
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    if (c >= 0x400 && c <= 0x52F) {
        if (c < 0x410) return c + 0x50;
        if (c < 0x430) return c + 0x20;
        if (c < 0x460 || (c >= 0x482 && c < 0x48A)) return c;
        if (c == 0x4C0) return 0x4CF;
        if (c > 0x4C0 && c < 0x4D0) return c < 0x4CF ? c + (c & 1) : c;
        return c | 1;
    }
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t to_upper(char32_t c) {
    if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 0x20 : c;
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
    return c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
    if (c < 0xAD) return false;
    return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF;
}

bool is_dash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 ||
           c == 0xFE63 || c == 0xFF0D;
}

bool is_vowel(char32_t c) {
    static constexpr std::u32string_view vowels =
        U"\u0430\u04D9\u0435\u0451\u0438\u043E\u04E9\u0443\u04B1\u04AF\u044B\u0456\u044D\u044E\u044F";
    return vowels.find(c) != vowels.npos;
}

}  // namespace irikteu::kazakh
