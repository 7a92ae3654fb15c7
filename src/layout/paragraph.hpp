#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layout/fo_tree.hpp"
#include "layout/graphics.hpp"
#include "layout/references.hpp"
#include "layout/text_shaper.hpp"

namespace irikteu::layout {

/// What a leader's borders and padding take of its length.
inline std::int64_t leader_edges(const Style& s) { return s.border_and_padding(kStart) + s.border_and_padding(kEnd); }

/// What a leader repeats; `flags` are its atom's: of white space at its ends that at the block's start and end is dropped.
std::string leader_content(const FoNode& leader, std::uint8_t flags);
/// The inline that is all of the content, for its font; the leader itself where there is none.
const FoNode& repeated(const FoNode& leader);
/// The image or drawing that is all of the content; null where there is none.
const FoNode* repeated_picture(const FoNode& leader);
/// What borders and padding of the leader and of that inline take of each repetition.
std::int64_t repeated_edges(const FoNode& leader);

enum class AtomKind : std::uint8_t {
    word,         ///< A run of glyphs without a space in it.
    space,        ///< A space at which a line may end, unless kUnbreakable.
    fixed_space,  ///< U+00A0 and the like: stretches, never ends a line.
    linefeed,     ///< A forced end of line.
    opportunity,  ///< A place without width where a line may end (U+200B).
    leader,
    image,
    field,
    page_number,
    citation,
    citation_last,
    begin,  ///< An inline's start edge; its node tells link, box and id.
    end,
    note,   ///< The anchor of a footnote.
};

enum AtomFlag : std::uint8_t {
    kBreakAfter = 1,    ///< A line may end here without a hyphen.
    kHyphenAfter = 2,   ///< A line may end here with a hyphen.
    kRigid = 2,         ///< The same bit of a space: it stays as wide as it is.
    kUnbreakable = 4,   ///< A space at which no line may end; a word that U+2060 joins to what follows.
    kSoftHyphen = 8,    ///< With kHyphenAfter: from U+00AD in the text, not from a rule.
    kCut = 16,          ///< The rest of the same word follows: joined again where no line ends here.
    kPreserved = 32,    ///< A space that stays at a line's end or start.
    kAtEdge = 64,       ///< A space at the start or end of its object's text.
    kLinefeed = 32,     ///< An opportunity that is a linefeed.
    kFirst = 32,        ///< A leader in front of which the block has nothing.
    kLast = 64,         ///< A leader behind which the block has nothing.
    kPlain = 128,       ///< A word without kerning and ligatures.
};

/// In place of the element of the block itself, so that blocks that say the same can have the same atoms.
inline constexpr ElementId kOfBlock = kArtifact - 1;

/// The smallest thing on a line.
struct Atom {
    AtomKind kind = AtomKind::word;
    std::uint8_t flags = 0;
    std::int32_t width = 0;
    const Style* style = nullptr;
    ElementId element = kArtifact;  ///< Of words and spaces mostly kOfBlock.
    union {
        const ShapedText* shaped = nullptr;  ///< word, space, fixed_space
        const FoNode* node;                  ///< The others.
    };
};

/// How much wider a space may become in justified text, in millipoints: half of the font's space, or what word-spacing allows.
inline std::int32_t stretch_of(const Atom& space) {
    const Style& s = *space.style;
    return s.word_stretch >= 0 ? s.word_stretch : (space.width - 2 * s.letter_spacing) / 2;
}
/// How much narrower: a third.
inline std::int32_t shrink_of(const Atom& space) {
    const Style& s = *space.style;
    return s.word_shrink >= 0 ? s.word_shrink : (space.width - 2 * s.letter_spacing) / 3;
}

/// The inline content of one block, or of the part of it between blocks: what lines are made of.
struct Paragraph {
    const FoNode* block = nullptr;
    const Style* style = nullptr;
    std::span<const Atom> atoms;
    bool has_inlines = false;  ///< Any begin atoms.
    bool has_notes = false;
    bool has_late = false;     ///< Page numbers or citations.
    bool takes_line = false;   ///< Even where nothing is seen of it: it has a wrapper, or an inline with an id (as in FOP).
    std::size_t done = 0;      ///< Text that was left out, as text_length() counts.
    bool resumed = false;      ///< Its beginning stands on an earlier page, in another width.
};

/// Collects a block's inline content as atoms: white space handled (XSL-FO 1.1, 7.17, 4.7.2), words shaped.
class ParagraphBuilder {
  public:
    ParagraphBuilder(FoTree& tree, TextShaper& shaper, Graphics& graphics, const References& references)
        : tree_(tree), shaper_(shaper), graphics_(graphics), references_(references) {}

    /// The paragraph of the block's inline children; nullptr where there is nothing to see and no anchor.
    /// `measure` is the lines' width, the base of percentages.
    Paragraph* build(const FoNode& block, Length measure);

    /// The space of a style, with word and letter spacing.
    Atom space_atom(AtomKind kind, const Style& style, ElementId element);

  private:
    void add(const FoNode& node);
    void add_children(const FoNode& node);
    void add_content(const FoNode& node);
    void add_character(const FoNode& node);
    void add_inline(const FoNode& node);
    void add_text(const FoNode& node, std::string_view text);
    void add_plain_text(const FoNode& node, std::string_view text);
    void add_word(const FoNode& node, std::string_view word);
    void add_part(const FoNode& node, std::string_view part, std::uint8_t flags);
    void add_space(const FoNode& node);
    void add_linefeed(const FoNode& node);
    void end_line(const FoNode& node);
    void keep_last_space();
    void add_fixed_space(const FoNode& node, std::string_view character);
    void add_object(AtomKind kind, const FoNode& node);
    void drop_trailing_spaces(bool all, std::size_t behind = 0);
    /// Of spaces that follow each other only the first one is spaced from a letter.
    bool follows_space() const {
        return !atoms_.empty() && (atoms_.back().kind == AtomKind::space || atoms_.back().kind == AtomKind::fixed_space);
    }
    void drop_space_before_leader();
    std::size_t begin_of_end();
    std::int32_t leader_width(const FoNode& node);
    std::int32_t late_width(const FoNode& node, const Style& style, std::string_view sample);

    FoTree& tree_;
    TextShaper& shaper_;
    Graphics& graphics_;
    const References& references_;
    /// Of a word or space.
    ElementId element_of(const FoNode& node) const { return node.element == block_element_ ? kOfBlock : node.element; }

    Length measure_;
    ElementId block_element_ = kArtifact;
    const FoNode* block_ = nullptr;
    std::vector<Atom> atoms_;
    std::size_t last_opened_ = 0;  // Atoms in front of the inline that began last.
    std::size_t space_at_end_ = SIZE_MAX;  // The space that ended an inline, behind which no inline ended in text.
    bool keep_first_space_ = false;
    bool after_space_ = true;      // The last character was a space that swallows more, or nothing came yet.
    bool after_linefeed_ = true;   // Only spaces since the last linefeed or the block's start.
    bool keep_next_space_ = false;  // keep-with-next.within-line
    bool has_inlines_ = false;
    bool has_notes_ = false;
    bool has_late_ = false;
    bool has_content_ = false;
    bool takes_line_ = false;
    const Style* space_style_ = nullptr;  // Of the space that was made last.
    Atom space_;
};

}  // namespace irikteu::layout
