#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.hpp"

namespace irikteu::layout {

/// A face of the font source: an index, stable for the source's life.
using FaceId = std::uint16_t;

enum class Weight : std::uint8_t { regular, bold };
enum class Slant : std::uint8_t { upright, italic };

struct FontQuery {
    std::string_view family;  ///< A generic (serif, sans-serif, monospace) or a family's name, one only.
    Weight weight = Weight::regular;
    Slant slant = Slant::upright;
};

/// In font units; `units_per_em` of them are the font size.
struct FaceMetrics {
    int units_per_em = 1000;
    int ascender = 0;    ///< OS/2 sTypoAscender, above the baseline: positive.
    int descender = 0;   ///< OS/2 sTypoDescender, below: negative.
    int cap_height = 0;
    int x_height = 0;
    int underline_position = 0;  ///< Negative: below the baseline.
    int underline_thickness = 0;
    int strikeout_position = 0;
};

struct ShapedGlyph {
    std::uint32_t glyph = 0;    ///< Glyph id in the face.
    std::int32_t advance = 0;   ///< Font units.
    std::int32_t x_offset = 0;
    std::int32_t y_offset = 0;
    std::uint32_t cluster = 0;  ///< Byte offset in `text` of the first character it stands for.
};

/// A run of characters in one face, shaped with kerning and ligatures. Independent of size: font units.
struct ShapedText {
    FaceId face = 0;
    std::string text;  ///< UTF-8, exactly what the glyphs stand for.
    std::vector<ShapedGlyph> glyphs;
    std::int64_t advance = 0;  ///< The sum of the glyphs' advances.
    /// Each glyph's width, and its kerning where it has one, in thousandths of the font size cut to whole ones, as PDF and Apache FOP have
    /// them: what lines are measured with.
    std::vector<std::int32_t> parts;
    std::int64_t thousandths = 0;  ///< The sum of the parts.
};

/// What layout knows of fonts. One source serves one worker: not for several threads at once.
class FontSource {
  public:
    virtual ~FontSource() = default;
    /// Throws Error(missing_font) naming the family where there is none.
    virtual FaceId face(const FontQuery& query) = 0;
    virtual const FaceMetrics& metrics(FaceId face) = 0;
    virtual bool has_glyph(FaceId face, char32_t character) = 0;
    /// A face that has the character, in the given face's weight and slant where it can be; nullopt where none has.
    virtual std::optional<FaceId> fallback(FaceId face, char32_t character) = 0;
    /// Shapes the text; the same text and face give the same object again, which lives as long as the source.
    /// Every character must be in the face: ask has_glyph first. U+00AD alone gives a visible hyphen that stands for
    /// U+00AD: the hyphen of a broken word.
    virtual const ShapedText& shape(FaceId face, std::string_view text) = 0;
    /// The same without kerning and ligatures, by the same rules.
    virtual const ShapedText& shape_plain(FaceId face, std::string_view text) { return shape(face, text); }
};

}  // namespace irikteu::layout
