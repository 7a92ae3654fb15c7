#include "pdf/font_session.hpp"

#include <hb.h>
#include <numeric>

#include "base/error.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

constexpr char32_t kCovered = 0x3000;
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

bool is_invisible(char32_t c) {
    return c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202d) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
}

/// Spaces whose width HarfBuzz makes from the em where the face has no glyph for them.
bool is_space(char32_t c) { return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000; }

bool covers(const Face& face, char32_t character) {
    if (is_command(character)) return false;  // Some faces have an empty glyph for them.
    if (face.glyph(character) != 0 || is_invisible(character)) return true;
    if (is_space(character)) return face.glyph(U' ') != 0;
    return character == 0x2011 && face.glyph(0x2010) != 0;
}

[[noreturn]] void missing(std::string_view text, std::size_t cluster, const Face& face) {
    const std::size_t start = cluster;
    const char32_t character = next_character(text, cluster);
    throw base::Error(base::ErrorCode::missing_glyph, "the face " + face.postscript_name() + " has no glyph for " + code_point_name(character) +
                                                          " \"" + std::string(text.substr(start, cluster - start)) + "\"");
}

hb_language_t kazakh() {
    static const hb_language_t language = hb_language_from_string("kk", 2);
    return language;
}

}  // namespace

FontSession::FontSession(const FontLibrary& library)
    : library_(library), buffer_(hb_buffer_create()), faces_(library.manifest().faces.size()) {}

FontSession::~FontSession() { hb_buffer_destroy(buffer_); }

bool FontSession::has_glyph(layout::FaceId face, char32_t character) {
    if (character >= kCovered) return covers(library_.face(face), character);
    auto& coverage = faces_[face].coverage;
    if (coverage.empty()) coverage.resize(kCovered, Coverage::unknown);
    auto& known = coverage[character];
    if (known == Coverage::unknown) known = covers(library_.face(face), character) ? Coverage::present : Coverage::absent;
    return known == Coverage::present;
}

std::optional<layout::FaceId> FontSession::fallback(layout::FaceId face, char32_t character) {
    for (const auto candidate : library_.fallbacks(face)) {
        if (has_glyph(candidate, character)) return candidate;
    }
    return std::nullopt;
}

const layout::ShapedText& FontSession::shape(layout::FaceId face, std::string_view text) {
    return remembered(faces_.at(face).shaped, face, text, Features::all);
}

const layout::ShapedText& FontSession::shape_plain(layout::FaceId face, std::string_view text) {
    return remembered(faces_.at(face).plain, face, text, Features::none);
}

const layout::ShapedText& FontSession::remembered(Shaped& shaped, layout::FaceId face, std::string_view text, Features features) {
    if (const auto found = shaped.find(text); found != shaped.end()) return *found->second;
    auto fresh = shape_afresh(face, text, features);
    const std::string_view key = fresh->text;
    return *shaped.emplace(key, std::move(fresh)).first->second;
}

std::unique_ptr<layout::ShapedText> FontSession::shape_afresh(layout::FaceId face_id, std::string_view text, Features features) {
    const Face& face = library_.face(face_id);
    for (std::size_t i = 0; i < text.size();) next_character(text, i);
    auto shaped = std::make_unique<layout::ShapedText>();
    shaped->face = face_id;
    shaped->text = text;
    const std::string_view visible = text == kSoftHyphen ? std::string_view("-") : text;

    hb_buffer_clear_contents(buffer_);
    hb_buffer_add_utf8(buffer_, visible.data(), static_cast<int>(visible.size()), 0, static_cast<int>(visible.size()));
    hb_buffer_set_language(buffer_, kazakh());
    hb_buffer_guess_segment_properties(buffer_);
    if (hb_buffer_get_script(buffer_) == HB_SCRIPT_INVALID) hb_buffer_set_script(buffer_, HB_SCRIPT_CYRILLIC);
    hb_buffer_set_direction(buffer_, HB_DIRECTION_LTR);
    static constexpr hb_feature_t kOff[] = {{HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
                                            {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
                                            {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    hb_shape(face.hb_font(), buffer_, features == Features::none ? kOff : nullptr, features == Features::none ? 3 : 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
    shaped->glyphs.reserve(count);
    shaped->parts.reserve(count);
    const std::int64_t units = face.metrics().units_per_em;
    for (unsigned i = 0; i < count; ++i) {
        if (infos[i].codepoint == 0) missing(visible, infos[i].cluster, face);
        shaped->glyphs.push_back({infos[i].codepoint, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset, infos[i].cluster});
        shaped->advance += positions[i].x_advance;
        const std::int64_t nominal = face.glyph_advance(infos[i].codepoint);
        shaped->parts.push_back(static_cast<std::int32_t>(nominal * 1000 / units));
        if (positions[i].x_advance != nominal) shaped->parts.push_back(static_cast<std::int32_t>((positions[i].x_advance - nominal) * 1000 / units));
    }
    shaped->thousandths = std::accumulate(shaped->parts.begin(), shaped->parts.end(), std::int64_t{0});
    return shaped;
}

}  // namespace irikteu::pdf
