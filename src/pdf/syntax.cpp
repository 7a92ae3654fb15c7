#include "pdf/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/error.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::size_t kLongestString = 32767, kLongestName = 127;
constexpr char kDigits[] = "0123456789ABCDEF";

void append_hex16(std::string& out, unsigned value) {
    const char four[] = {kDigits[value >> 12 & 15], kDigits[value >> 8 & 15], kDigits[value >> 4 & 15], kDigits[value & 15]};
    out.append(four, 4);
}

bool is_plain_ascii(std::string_view text) {
    for (const char c : text) {
        if (c < 0x20 || c > 0x7e) return false;
    }
    return true;
}

/// ISO 19005-3, 6.1.13: of a string, of a name.
void require_short(std::size_t bytes, std::size_t most, std::string_view text) {
    if (bytes <= most) return;
    std::size_t end = std::min<std::size_t>(text.size(), 60);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    throw base::Error(base::ErrorCode::invalid, "takes " + std::to_string(bytes) + " bytes, and PDF/A allows " + std::to_string(most) + ": \"" + std::string(text.substr(0, end)) + "...\"");
}

/// Marks of direction (UAX 9, 2), but U+202E.
bool turns_text(char32_t c) { return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202d) || (c >= 0x2066 && c <= 0x2069); }

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, end.ptr);
}

void append_thousandths(std::string& out, std::int64_t thousandths) {
    if (thousandths < 0) {
        out += '-';
        thousandths = -thousandths;
    }
    const auto whole = thousandths / 1000;
    const auto rest = static_cast<unsigned>(thousandths % 1000);
    if (whole != 0 || rest == 0) append_integer(out, whole);
    if (rest == 0) return;
    const char digits[] = {'.', kDigits[rest / 100], kDigits[rest / 10 % 10], kDigits[rest % 10]};
    const std::size_t length = rest % 10 != 0 ? 4 : rest % 100 != 0 ? 3 : 2;
    out.append(digits, length);
}

void append_color(std::string& out, layout::Color color) {
    const auto part = [&](std::uint8_t value) { append_thousandths(out, (value * 1000 + 127) / 255); };
    part(color.red);
    out += ' ';
    part(color.green);
    out += ' ';
    part(color.blue);
}

void append_rectangle(std::string& out, const layout::Rectangle& area, base::Length page_height) {
    out += '[';
    append_length(out, area.x);
    out += ' ';
    append_length(out, page_height - area.y - area.height);
    out += ' ';
    append_length(out, area.x + area.width);
    out += ' ';
    append_length(out, page_height - area.y);
    out += ']';
}

void append_text_string(std::string& out, std::string_view utf8) {
    if (is_plain_ascii(utf8)) return append_byte_string(out, utf8);
    const std::size_t start = out.size();
    out += "<FEFF";
    append_utf16_hex(out, utf8);
    require_short((out.size() - start - 1) / 2, kLongestString, utf8);
    out += '>';
}

bool is_command(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7f && c < 0xa0) || c == 0x202e || (c >= 0xfff9 && c <= 0xfffb);
}

std::string code_point_name(char32_t character) {
    char digits[9];
    const int length = std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(character));
    return "U+" + std::string(digits, static_cast<std::size_t>(length));
}

std::string readable(std::string_view utf8) {
    if (is_plain_ascii(utf8)) return std::string(utf8);
    std::string text;
    text.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t start = i;
        const char32_t c = next_character(utf8, i);
        if (c == 0x85) {
            text += ' ';
            continue;
        }
        if (is_command(c)) throw base::Error(base::ErrorCode::missing_glyph, "no text for people may hold the control character " + code_point_name(c));
        if (!turns_text(c)) text += utf8.substr(start, i - start);
    }
    return text;
}

void append_byte_string(std::string& out, std::string_view bytes) {
    require_short(bytes.size(), kLongestString, bytes);
    out += '(';
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        if (c == '\r') {
            out += "\\r";
        } else {
            out += c;
        }
    }
    out += ')';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        const char32_t c = next_character(utf8, i);
        if (c < 0x10000) {
            append_hex16(out, c);
        } else {
            append_hex16(out, 0xd800 + ((c - 0x10000) >> 10));
            append_hex16(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
        }
    }
}

void append_name(std::string& out, std::string_view name) {
    require_short(name.size(), kLongestName, name);
    out += '/';
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool regular = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                             c == '+' || c == '.' || c == ':';
        if (regular) {
            out += c;
        } else {
            out += '#';
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        }
    }
}

char32_t next_character(std::string_view utf8, std::size_t& position) {
    const auto fail = [&]() -> char32_t {
        throw base::Error(base::ErrorCode::malformed, "text is not UTF-8 at byte " + std::to_string(position));
    };
    const auto first = static_cast<unsigned char>(utf8[position]);
    if (first < 0x80) {
        ++position;
        return first;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || position + length > utf8.size()) return fail();
    char32_t value = first & (0x7fu >> length);
    for (std::size_t k = 1; k < length; ++k) {
        const auto next = static_cast<unsigned char>(utf8[position + k]);
        if ((next & 0xc0) != 0x80) return fail();
        value = value << 6 | (next & 0x3f);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[length] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return fail();
    position += length;
    return value;
}

}  // namespace irikteu::pdf
