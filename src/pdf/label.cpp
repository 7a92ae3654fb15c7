#include "pdf/label.hpp"

#include "base/error.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

class LabelSetter {
  public:
    LabelSetter(FontSession& fonts, layout::FaceId face, base::Length size, std::string_view place) : fonts_(fonts), face_(face), size_(size), place_(place) {}

    Label set(std::string_view text, Wrap wrap, base::Length width) {
        for (std::size_t start = 0; start < text.size();) {
            if (text[start] == '\n') {
                break_line();
                ++start;
                continue;
            }
            const bool space = text[start] == ' ';
            const auto end = std::min(space ? start + 1 : text.find_first_of(" \n", start), text.size());
            const auto runs = pieces(text.substr(start, end - start));
            base::Length advance;
            for (const auto& run : runs) advance += width_of(*run);
            if (!space && wrap == Wrap::at_width && x_ > base::Length{} && x_ + advance > width) break_line();
            for (const auto* run : runs) {
                label_.runs.push_back({run, x_, label_.lines - 1});
                x_ += width_of(*run);
            }
            start = end;
        }
        return std::move(label_);
    }

  private:
    void break_line() {
        ++label_.lines;
        x_ = {};
    }

    base::Length width_of(const layout::ShapedText& shaped) { return size_.scaled(shaped.advance, fonts_.metrics(shaped.face).units_per_em); }

    layout::FaceId face_for(char32_t character) {
        if (fonts_.has_glyph(face_, character)) return face_;
        if (const auto other = fonts_.fallback(face_, character)) return *other;
        throw base::Error(base::ErrorCode::missing_glyph, "no face has the character " + code_point_name(character),
                          {{}, 0, 0, std::string(place_)});
    }

    /// A word's parts by face.
    std::vector<const layout::ShapedText*> pieces(std::string_view word) {
        std::vector<const layout::ShapedText*> parts;
        std::size_t start = 0;
        layout::FaceId current = face_;
        for (std::size_t i = 0; i < word.size();) {
            const auto at = i;
            const auto face = face_for(next_character(word, i));
            if (face != current && at > start) {
                parts.push_back(&fonts_.shape(current, word.substr(start, at - start)));
                start = at;
            }
            current = face;
        }
        parts.push_back(&fonts_.shape(current, word.substr(start)));
        return parts;
    }

    FontSession& fonts_;
    layout::FaceId face_;
    base::Length size_;
    std::string_view place_;
    Label label_;
    base::Length x_;
};

}  // namespace

Label set_label(FontSession& fonts, layout::FaceId face, base::Length size, std::string_view text, Wrap wrap, base::Length width, std::string_view place) {
    return LabelSetter(fonts, face, size, place).set(text, wrap, width);
}

}  // namespace irikteu::pdf
