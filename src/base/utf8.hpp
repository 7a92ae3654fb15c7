#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8 (RFC 3629), code point by code point. Any thread.
namespace irikteu::base {

/// What stands for bytes that are no UTF-8.
inline constexpr char32_t replacement = 0xFFFD;

/// Whether the byte goes on a code point that an earlier one has begun.
inline constexpr bool goes_on(char byte) {
    return (static_cast<std::uint8_t>(byte) & 0xC0) == 0x80;
}

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

/// Appends the code point; `replacement` for what is no scalar value.
inline void append_utf8(std::string& out, char32_t point) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) point = replacement;
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

/// Whether all of it is well-formed: no surrogates, no overlong forms, nothing beyond U+10FFFF.
bool is_utf8(std::string_view bytes);

/// How many code points well-formed text has.
std::size_t count_characters(std::string_view text);

}  // namespace irikteu::base
