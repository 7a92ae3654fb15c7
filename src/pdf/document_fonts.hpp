#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdf/deflate.hpp"
#include "pdf/font_library.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// A shaped text in the codes of one document. A code is a CID, two bytes.
struct EncodedText {
    /// Several glyphs for one stretch of text: ToUnicode can't say that, ActualText must.
    struct Cluster {
        std::size_t first = 0, count = 0;  ///< Glyphs.
        std::string text;
    };
    const layout::ShapedText* shaped = nullptr;
    std::size_t font = 0;              ///< Index for DocumentFonts.
    std::int64_t units_per_em = 1;
    std::vector<std::uint16_t> codes;  ///< One a glyph.
    std::vector<std::int32_t> widths;  ///< Of each code, thousandths of the em, as /W states them.
    std::vector<Cluster> clusters;     ///< Only those that need ActualText, in order.
    // Of a plain text, one without clusters whose glyphs are neither raised nor moved, and whose codes need no escapes:
    bool plain = false;
    std::string bytes;                 ///< All codes as a string's content.
    std::vector<std::int32_t> drift;   ///< How much farther than it ought to a reader's pen goes for each glyph, in em/1000/units_per_em.
    std::int64_t length = 0;           ///< How far it ought to go for all, in the same units.
};

/// The fonts that one document embeds: Type0 over CIDFontType2, Identity-H. Each pair of a glyph and the text it stands for gets
/// a CID at its first use, so that ToUnicode is exact even where two characters share a glyph; CIDToGIDMap leads to the subset.
class DocumentFonts {
  public:
    explicit DocumentFonts(const FontLibrary& library) : library_(library) {}

    /// The same object for the same shaped text (by address), alive as long as this.
    const EncodedText& encode(const layout::ShapedText& shaped);
    /// Gives a face all characters that a form field may be filled with: Kazakh, Russian, Latin, figures, punctuation.
    void add_repertoire(layout::FaceId face);

    static std::string resource_name(std::size_t font);
    /// The font of a face that was encoded or given a repertoire before.
    std::size_t font_of(layout::FaceId face) const { return by_face_.at(face); }
    const Face& face_of(std::size_t font) const { return *fonts_[font].face; }
    bool empty() const { return fonts_.empty(); }

    /// Cuts and writes every font, and fills `resources` with the dictionary for /Font of resources.
    void write(Reference resources, Objects& objects, Deflater& deflater) const;

  private:
    struct Code {
        std::uint32_t glyph = 0;
        std::string text;
        std::int32_t width = 0;
    };
    struct Font {
        layout::FaceId face_id = 0;
        const Face* face = nullptr;
        std::vector<Code> codes{1};  ///< Code 0 is .notdef and never shown.
        std::unordered_map<std::uint64_t, std::uint16_t> by_character;
        std::map<std::pair<std::uint32_t, std::string>, std::uint16_t> by_text;  ///< Where the text is not one character.
    };

    const EncodedText& encode_once(const layout::ShapedText& shaped);
    std::size_t font_index(layout::FaceId face);
    std::uint16_t code(Font& font, std::uint32_t glyph, std::string_view text);
    std::string to_unicode(const Font& font) const;
    std::shared_ptr<const FontProgram> program_of(const Font& font, const std::vector<std::uint32_t>& glyphs, Deflater& deflater) const;
    std::shared_ptr<const EmbeddedFont> embedded(const Font& font, Deflater& deflater) const;
    Reference write_font(const Font& font, Objects& objects, Deflater& deflater) const;

    const FontLibrary& library_;
    std::vector<Font> fonts_;
    std::map<layout::FaceId, std::size_t> by_face_;
    std::array<std::pair<const layout::ShapedText*, const EncodedText*>, 512> lately_{};  ///< Some of them, found sooner.
    std::unordered_map<const layout::ShapedText*, std::unique_ptr<EncodedText>> encoded_;  ///< Looked up only, never walked.
};

}  // namespace irikteu::pdf
