#include "kazakh/letters.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace irikteu::kazakh {

std::u32string to_code_points(std::string_view utf8) {
    std::u32string points(utf8.size(), U'\0');
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) points[count] = base::next_code_point(utf8, at);
    points.resize(count);
    return points;
}

std::string to_utf8(std::u32string_view points) {
    std::string utf8;
    utf8.reserve(points.size() * 2);
    for (const char32_t c : points) base::append_utf8(utf8, c);
    return utf8;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return is_cyrillic(c) || u_isalpha(static_cast<UChar32>(c));
}

bool has_letter(std::string_view utf8) {
    const std::u32string points = to_code_points(utf8);
    return std::any_of(points.begin(), points.end(), is_letter);
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

bool is_vowel(char32_t c) {
    static constexpr std::u32string_view vowels =
        U"\u0430\u04D9\u0435\u0451\u0438\u043E\u04E9\u0443\u04B1\u04AF\u044B\u0456\u044D\u044E\u044F";
    return vowels.find(c) != vowels.npos;
}

}  // namespace irikteu::kazakh
