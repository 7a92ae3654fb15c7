#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace irikteu::readers {

/// Families of fonts whose texts take the same room.
enum class Typeface {
    serif, sans, narrow_sans, wide_sans, plain_sans, noto_sans, book_serif, wide_serif, monospaced,
    theme_minor, theme_major,  ///< Whatever the document's theme names.
};

/// The family of a font by its name; serif where it is unknown, as Word falls back to Times New Roman.
Typeface typeface_named(std::string_view font);
/// The widths of one font's characters, in thousandths of the font size.
class Advances {
  public:
    Advances(Typeface typeface, bool bold);
    int of(char32_t c) const {
        if (widths_ == nullptr) return 600;  // Monospaced.
        const int width = c >= 0x400 && c < 0x500 ? widths_[cyrillic_at + (c - 0x400)] : c >= 0x20 && c < 0x7F ? widths_[c - 0x20] : of_other(c);
        return scale_ == 100 ? width : width * scale_ / 100;
    }

  private:
    static constexpr std::size_t cyrillic_at = 127;  ///< Where U+0400 stands in the table; U+0020 stands first.
    int of_other(char32_t c) const;
    const std::uint16_t* widths_;
    int scale_;  ///< Per cent.
};
/// Height of a single-spaced line, in thousandths of the font size.
int line_height(Typeface typeface);

}  // namespace irikteu::readers
