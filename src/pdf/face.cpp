#include "pdf/face.hpp"

#include <hb-ot.h>
#include <hb.h>

#include "base/error.hpp"

namespace irikteu::pdf {

namespace {

/// One table of the file, big-endian numbers by offset (OpenType 1.9, "Font file").
class Table {
  public:
    Table(hb_face_t* face, const char* tag, std::size_t least, const std::string& file)
        : blob_(hb_face_reference_table(face, hb_tag_from_string(tag, 4))) {
        unsigned length = 0;
        bytes_ = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_, &length));
        length_ = length;
        if (length_ < least) {
            hb_blob_destroy(blob_);
            throw base::Error(base::ErrorCode::malformed, std::string("the font table ") + tag + " is absent or short", {file, 0, 0, {}});
        }
    }
    ~Table() { hb_blob_destroy(blob_); }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    int u16(std::size_t at) const { return bytes_[at] << 8 | bytes_[at + 1]; }
    int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    std::size_t size() const { return length_; }

  private:
    hb_blob_t* blob_;
    const unsigned char* bytes_ = nullptr;
    std::size_t length_ = 0;
};

}  // namespace

Face::Face(hb_blob_t* blob, const std::string& file) : face_(hb_face_create(blob, 0)), font_(nullptr) {
    hb_blob_destroy(blob);
    font_ = hb_font_create(face_);
    try {
        read_tables(file);
    } catch (...) {
        hb_font_destroy(font_);
        hb_face_destroy(face_);
        throw;
    }
    hb_font_set_scale(font_, metrics_.units_per_em, metrics_.units_per_em);
    hb_face_make_immutable(face_);
    hb_font_make_immutable(font_);
}

Face::~Face() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

void Face::read_tables(const std::string& file) {
    const Table head(face_, "head", 54, file);
    const Table os2(face_, "OS/2", 78, file);
    const Table post(face_, "post", 16, file);
    metrics_.units_per_em = head.u16(18);
    if (metrics_.units_per_em < 16) throw base::Error(base::ErrorCode::malformed, "the font has no em", {file, 0, 0, {}});
    for (std::size_t i = 0; i < 4; ++i) bounds_[i] = head.i16(36 + 2 * i);
    metrics_.ascender = os2.i16(68);
    metrics_.descender = os2.i16(70);
    metrics_.strikeout_position = os2.i16(28);
    const bool has_heights = os2.u16(0) >= 2 && os2.size() >= 90;
    metrics_.x_height = has_heights ? os2.i16(86) : metrics_.units_per_em / 2;
    metrics_.cap_height = has_heights ? os2.i16(88) : metrics_.units_per_em * 7 / 10;
    metrics_.underline_position = post.i16(8);
    metrics_.underline_thickness = post.i16(10);
    italic_angle_ = post.i16(4);
    fixed_pitch_ = post.u16(12) != 0 || post.u16(14) != 0;
    bold_ = os2.u16(4) >= 600;
    char name[128] = {};
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face_, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
    postscript_name_ = name;
    if (postscript_name_.empty()) throw base::Error(base::ErrorCode::malformed, "the font has no PostScript name", {file, 0, 0, {}});
}

std::uint32_t Face::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_, character, &glyph) != 0 ? glyph : 0;
}

std::int32_t Face::glyph_advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

std::int64_t Face::thousandths(std::int64_t font_units) const {
    return base::Length{font_units}.scaled(1000, metrics_.units_per_em).millipoints;
}

}  // namespace irikteu::pdf
