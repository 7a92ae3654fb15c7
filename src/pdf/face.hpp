#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "layout/fonts.hpp"

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace irikteu::pdf {

/// An opened TrueType face: read only after its construction, hence free for all threads.
class Face {
  public:
    /// The bytes of `blob` (whose ownership passes here). Throws Error(malformed) naming `file` where they are no TrueType face.
    Face(hb_blob_t* blob, const std::string& file);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    const layout::FaceMetrics& metrics() const { return metrics_; }
    const std::string& postscript_name() const { return postscript_name_; }
    /// xMin, yMin, xMax, yMax of all glyphs, font units.
    const std::array<int, 4>& bounds() const { return bounds_; }
    /// Degrees, counter-clockwise: italics have a negative one.
    int italic_angle() const { return italic_angle_; }
    bool fixed_pitch() const { return fixed_pitch_; }
    bool bold() const { return bold_; }
    /// The glyph of a character, 0 where there is none.
    std::uint32_t glyph(char32_t character) const;
    /// Font units.
    std::int32_t glyph_advance(std::uint32_t glyph) const;
    /// Thousandths of the em, rounded half away from zero.
    std::int64_t thousandths(std::int64_t font_units) const;

    hb_face_t* hb_face() const { return face_; }
    hb_font_t* hb_font() const { return font_; }

  private:
    void read_tables(const std::string& file);

    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
    layout::FaceMetrics metrics_;
    std::string postscript_name_;
    std::array<int, 4> bounds_{};
    int italic_angle_ = 0;
    bool fixed_pitch_ = false;
    bool bold_ = false;
};

}  // namespace irikteu::pdf
