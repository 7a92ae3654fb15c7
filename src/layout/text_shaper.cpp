#include "layout/text_shaper.hpp"

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::layout {

using base::Error;
using base::ErrorCode;

namespace {

/// Left out of a line; U+202E is not: whoever wrote it saw another text.
bool has_no_look(char32_t c) { return kazakh::is_invisible(c) && c != 0x202E; }

}  // namespace

std::string code_point_name(char32_t c) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string digits;
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) digits.push_back(kDigits[(c >> shift) & 15]);
    return "U+" + digits;
}

const FaceFacts& TextShaper::learn(FaceId face) {
    if (face >= facts_.size()) facts_.resize(face + 1u);
    const FaceMetrics& m = fonts_.metrics(face);
    FaceFacts f;
    f.units_per_em = m.units_per_em;
    f.ascender = m.ascender;
    f.descender = m.descender;
    f.x_height = m.x_height;
    f.underline_position = m.underline_position;
    f.underline_thickness = m.underline_thickness;
    f.strikeout_position = m.strikeout_position;
    f.space = &fonts_.shape(face, " ");
    return facts_[face] = f;
}

TextShaper::Runs TextShaper::shape(FaceId face, std::string_view text, const std::function<base::SourcePosition()>& where) {
    const auto found = words_.find({face, text});
    if (found != words_.end()) return found->second;
    const Runs runs = make(face, text, where);
    words_.emplace(Key{face, arena_.text(text)}, runs);
    return runs;
}

TextShaper::Runs TextShaper::make(FaceId face, std::string_view text, const std::function<base::SourcePosition()>& where) {
    std::vector<const ShapedText*> runs;
    std::string run;
    FaceId run_face = face;
    const auto flush = [&] {
        if (!run.empty()) runs.push_back(&fonts_.shape(run_face, run));
        run.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = base::next_code_point(text, at);
        if (has_no_look(c)) continue;
        FaceId wanted = face;
        if (!fonts_.has_glyph(face, c)) {
            const auto other = fonts_.fallback(face, c);
            if (other) {
                wanted = *other;
            } else if (c == 0x2011 && fonts_.has_glyph(face, U'-')) {
                c = U'-';
            } else {
                throw Error(ErrorCode::missing_glyph, "no face has the character " + code_point_name(c), where());
            }
        }
        if (wanted != run_face) flush();
        run_face = wanted;
        base::append_utf8(run, c);
    }
    flush();
    return arena_.copy(runs);
}

}  // namespace irikteu::layout
