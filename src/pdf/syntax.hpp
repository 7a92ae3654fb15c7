#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.hpp"
#include "layout/pages.hpp"

/// Spelling of PDF objects (ISO 32000-1, 7.3), independent of locale. Everything appends to `out`.
namespace irikteu::pdf {

/// A decimal integer.
void append_integer(std::string& out, std::int64_t value);
/// Thousandths as a decimal number without trailing zeros: 12500 is "12.5". Lengths in millipoints become points exactly.
void append_thousandths(std::string& out, std::int64_t thousandths);
inline void append_length(std::string& out, base::Length length) { append_thousandths(out, length.millipoints); }
/// "0.2 0.4 0.6" of a colour, each within 1/2000 of n/255.
void append_color(std::string& out, layout::Color color);
/// "[left bottom right top]" in points, y upwards, of an area on a page of the given height.
void append_rectangle(std::string& out, const layout::Rectangle& area, base::Length page_height);
/// A text string (7.9.2.2): printable ASCII as it is, else UTF-16BE with its mark, as hexadecimal digits.
/// Throws Error: malformed where the text is no UTF-8, invalid where it takes more than the 32767 bytes that PDF/A allows a string (ISO 19005-3, 6.1.13).
void append_text_string(std::string& out, std::string_view utf8);
/// What a text says to people: without marks of direction, which nobody sees and which would turn it about where another program shows it. NEL is a space.
/// Throws Error(missing_glyph) naming the character where it holds a control character (C0 but white space, DEL, C1) or U+202E, which shows another text.
std::string readable(std::string_view utf8);
/// A text string of what it says to people.
inline void append_readable_string(std::string& out, std::string_view utf8) { append_text_string(out, readable(utf8)); }
/// A character that no text for people holds: readable() refuses it, no face has a glyph for it.
bool is_command(char32_t character);
/// "U+009B".
std::string code_point_name(char32_t character);
/// A byte string as a literal, with what must be escaped escaped. Throws Error(invalid) as append_text_string().
void append_byte_string(std::string& out, std::string_view bytes);
/// Hexadecimal digits of the text in UTF-16BE, without a mark.
void append_utf16_hex(std::string& out, std::string_view utf8);
/// "/Name" with # escapes. Throws Error(invalid) where it is longer than the 127 bytes that PDF/A allows.
void append_name(std::string& out, std::string_view name);
/// The character at `position`, which moves behind it. Throws Error(malformed) where there is no well-formed one.
char32_t next_character(std::string_view utf8, std::size_t& position);

}  // namespace irikteu::pdf
