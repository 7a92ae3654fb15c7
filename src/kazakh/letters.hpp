#pragma once

#include <string>
#include <string_view>

/// Letters: what the rest of `kazakh` needs to know of them quickly. Cyrillic is answered
/// from small tables, anything else by ICU's character properties (which need no data file).
namespace irikteu::kazakh {

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view points);

inline constexpr bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
inline constexpr bool is_cyrillic(char32_t c) {
    return c >= 0x400 && c <= 0x52F && !(c >= 0x482 && c <= 0x489);
}
/// Letters of any script.
bool is_letter(char32_t c);
/// Whether any character of the text is a letter: a name without one is none.
bool has_letter(std::string_view utf8);
bool is_upper(char32_t c);
/// Simple lower case of any script; Kazakh has no special rules.
char32_t to_lower(char32_t c);
/// Simple upper case of any script.
char32_t to_upper(char32_t c);

/// The small letter that stands for a small Kazakh letter where somebody types on a Russian keyboard ("қ" → "к"); others as they are.
inline constexpr char32_t on_russian_keyboard(char32_t lower) {
    switch (lower) {
        case U'\u04D9': case U'\u044D': return U'\u0430';
        case U'\u0493': return U'\u0433';
        case U'\u049B': return U'\u043A';
        case U'\u04A3': return U'\u043D';
        case U'\u04E9': return U'\u043E';
        case U'\u04B1': case U'\u04AF': return U'\u0443';
        case U'\u04BB': return U'\u0445';
        case U'\u0456': return U'\u0438';
        case U'\u0451': return U'\u0435';
        default: return lower;
    }
}

/// Every kind of horizontal or vertical white space.
inline constexpr bool is_space(char32_t c) {
    if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
    if (c >= 0x400 && c < 0x1680) return false;
    return c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}
/// Soft hyphens, zero-width characters, direction and variation marks: nothing that a reader sees.
inline constexpr bool is_invisible(char32_t c) {
    if (c < 0xAD || (c >= 0x400 && c < 0x61C)) return false;
    return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF;
}
/// Hyphens, dashes and the minus sign.
inline constexpr bool is_dash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 ||
           c == 0xFE63 || c == 0xFF0D;
}

/// Vowels of the Kazakh alphabet in lower case, with и and у, which are sometimes none.
bool is_vowel(char32_t lower);

}  // namespace irikteu::kazakh
