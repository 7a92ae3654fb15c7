#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Letters and bytes: what the rest of `kazakh` needs to walk through UTF-8 quickly. Cyrillic is answered
/// from small tables, anything else by ICU's character properties (which need no data file).
namespace irikteu::kazakh {

/// What stands for bytes that are no UTF-8.
inline constexpr char32_t replacement = 0xFFFD;

/// Reads the code point at `at` and moves `at` past it; ill-formed bytes give `replacement`, one at a time.
/// `at` must be less than text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at++);
    if (lead < 0x80) return lead;
    if (lead >= 0xC2 && lead < 0xE0 && at < text.size() && (byte(at) & 0xC0) == 0x80) {  // Cyrillic among them
        return (lead & 0x1Fu) << 6 | (byte(at++) & 0x3Fu);
    }
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < static_cast<std::size_t>(more)) return replacement;
    char32_t point = lead & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        const std::uint8_t trail = byte(at + i);
        if ((trail & 0xC0) != 0x80) return replacement;
        point = (point << 6) | (trail & 0x3Fu);
    }
    static constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return replacement;
    at += more;
    return point;
}

/// Appends the code point as UTF-8.
inline void append_utf8(std::string& out, char32_t point) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6)), put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12)), put(0x80 | ((point >> 6) & 0x3F)), put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18)), put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F)), put(0x80 | (point & 0x3F));
    }
}

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
