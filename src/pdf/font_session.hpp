#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pdf/font_library.hpp"

struct hb_buffer_t;

namespace irikteu::pdf {

/// The fonts of one worker: shapes with HarfBuzz (kerning and ligatures, language kk, left to right) and remembers every shaped
/// text. Many sessions may share one library; one session serves one thread at a time.
class FontSession final : public layout::FontSource {
  public:
    /// The library must outlive the session.
    explicit FontSession(const FontLibrary& library);
    ~FontSession() override;
    FontSession(const FontSession&) = delete;
    FontSession& operator=(const FontSession&) = delete;

    layout::FaceId face(const layout::FontQuery& query) override { return library_.find(query); }
    const layout::FaceMetrics& metrics(layout::FaceId face) override { return library_.face(face).metrics(); }
    /// Also true of what needs no glyph of its own: invisible characters (U+200B, U+2060 …), spaces of other widths where the
    /// face has U+0020, and U+2011 where it has U+2010.
    bool has_glyph(layout::FaceId face, char32_t character) override;
    std::optional<layout::FaceId> fallback(layout::FaceId face, char32_t character) override;
    /// The text U+00AD alone gives a visible hyphen that stands for U+00AD: the hyphen of a broken word.
    /// Throws Error(missing_glyph) naming the character that the face lacks, Error(malformed) where the text is no UTF-8.
    const layout::ShapedText& shape(layout::FaceId face, std::string_view text) override;
    const layout::ShapedText& shape_plain(layout::FaceId face, std::string_view text) override;

    const FontLibrary& library() const { return library_; }

  private:
    enum class Coverage : std::uint8_t { unknown, present, absent };
    enum class Features : std::uint8_t { all, none };
    using Shaped = std::unordered_map<std::string_view, std::unique_ptr<layout::ShapedText>>;  ///< Keys point into the values.
    struct PerFace {
        Shaped shaped, plain;
        std::vector<Coverage> coverage;  ///< Of the characters below kCovered.
    };

    const layout::ShapedText& remembered(Shaped& shaped, layout::FaceId face, std::string_view text, Features features);
    std::unique_ptr<layout::ShapedText> shape_afresh(layout::FaceId face, std::string_view text, Features features);

    const FontLibrary& library_;
    hb_buffer_t* buffer_;
    std::vector<PerFace> faces_;
};

}  // namespace irikteu::pdf
