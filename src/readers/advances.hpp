#pragma once

#include <string_view>

namespace irikteu::readers {

/// Families of fonts whose texts take the same room.
enum class Typeface {
    serif, sans, narrow_sans, wide_sans, plain_sans, noto_sans, book_serif, wide_serif, monospaced,
    theme_minor, theme_major,  ///< Whatever the document's theme names.
};

/// The family of a font by its name; serif where it is unknown, as Word falls back to Times New Roman.
Typeface typeface_named(std::string_view font);
/// Width of a character, in thousandths of the font size.
int advance(Typeface typeface, bool bold, char32_t c);
/// Height of a single-spaced line, in thousandths of the font size.
int line_height(Typeface typeface);

}  // namespace irikteu::readers
