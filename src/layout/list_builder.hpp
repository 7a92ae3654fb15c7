#pragma once

#include <map>
#include <vector>

#include "layout/fo_tree.hpp"
#include "layout/graphics.hpp"
#include "layout/line_breaker.hpp"
#include "layout/list.hpp"
#include "layout/paragraph.hpp"
#include "layout/paragraph_memory.hpp"
#include "layout/references.hpp"

namespace irikteu::layout {

class TableBuilder;

/// Where a list was left, told by the document instead of by pieces: for going on in another width.
struct Place {
    const FoNode* node = nullptr;  ///< The block of the next line, the next container, the first cell of the next row.
    std::size_t done = 0;          ///< Of the block's text, as text_length() counts.
};

/// How much text the paragraph has before that atom: bytes of words, 1 for everything else.
std::size_t text_length(const Paragraph& paragraph, std::size_t atom);

/// Turns block-level objects into vertical lists of a given width.
class ListBuilder {
  public:
    ListBuilder(FoTree& tree, TextShaper& shaper, Graphics& graphics, const References& references);

    /// The list of everything in `node` (a flow, static content, a cell, a footnote's body …), `width` wide.
    const List* build(const FoNode& node, std::int64_t width);
    /// The same of some of its children: from `first` up to `end`.
    const List* build_part(const FoNode& node, const FoNode* first, const FoNode* end, std::int64_t width);
    /// The children of a node that go into one list.
    struct Part {
        const FoNode& node;
        const FoNode* first;
        const FoNode* end;
    };
    /// The same, with the text that is done left out of the place's block; `cursor` is set to where the place is.
    const List* build_from(const Part& part, std::int64_t width, const Place& place, Cursor& cursor);
    /// The outermost table that is open where a list is left; null where none is.
    static const Frame* open_table(const Cursor& cursor);
    /// What `former` has of the table or list item behind the cursor, as it is, and in the new width what stands behind that: tables aren't
    /// laid out anew, as in FOP. `cursor` is set to the same place in it.
    const List* build_behind(const Part& part, std::int64_t width, const List& former, Cursor& cursor);
    /// Where the cursor is in the document. Its node is null in the middle of a table's row, and at the end.
    static Place place_of(const List& list, const Cursor& cursor);

    /// Gives what is in a container or table the indents in per cent that it inherits as the lengths that they are around it.
    void settle_indents(const FoNode& area, std::int64_t width);
    /// The width of the region that footnotes go into.
    void set_note_width(std::int64_t width) { note_width_ = width; }
    /// What heights in per cent, and containers of no height of their own, are measured by.
    void set_areas(std::int64_t page_width, std::int64_t page_height, std::int64_t area) {
        areas_ = {page_width, page_height, area};
    }
    /// The width of a page's body: what no word may be wider than.
    void set_body_width(std::int64_t width) { breaker_.set_widest(width); }
    /// The document's language tag.
    void set_language(std::string_view language) { breaker_.set_cuts_all(language.substr(0, 2) == "kk" || language.substr(0, 2) == "ru"); }
    FoTree& tree() { return tree_; }
    Arena& arena() { return tree_.list_arena(); }

    /// What a width in per cent is of: the line length of the block around it, as FOP has it.
    static std::int64_t percent_base(const FoNode& node, std::int64_t width);
    /// The height of a list that is not broken, spaces at its ends left out.
    static std::int32_t natural_height(std::span<const Piece> pieces);

  private:
    friend class TableBuilder;
    friend class GrowingList;

    // What a list is collected in. Lists nest, and there are many: their vectors are used again.
    struct Collector {
        explicit Collector(ListBuilder& owner) : owner_(&owner) {
            if (owner.spare_.empty()) return;
            pieces.swap(owner.spare_.back());
            owner.spare_.pop_back();
        }
        ~Collector() {
            pieces.clear();
            owner_->spare_.push_back(std::move(pieces));
        }
        Collector(const Collector&) = delete;
        Collector& operator=(const Collector&) = delete;

        std::vector<Piece> pieces;
        std::int64_t x = 0;       // Where the width starts.
        std::int64_t width = 0;
        const Frame* frame = nullptr;
        bool has_notes = false;
        Strength keep_next = 0;   // Of what was added last.
        BreakClass pending_break = BreakClass::none;
        bool broken = false;      // The break in front of the next child is made.

      private:
        ListBuilder* owner_;
    };

    void add_children(Collector& c, const FoNode& node, Strength keep_together) {
        add_children(c, node, node.first_child, nullptr, keep_together);
    }
    void add_children(Collector& c, const FoNode& node, const FoNode* first_child, const FoNode* end, Strength keep_together);
    const FoNode* lines_of(const FoNode& parent, const FoNode* first, const FoNode* end);
    bool add_markers(Collector& c, const FoNode& node);
    void end_markers(Collector& c, const FoNode& node);
    void add_child(Collector& c, const FoNode& node, Strength keep_together);
    void resolve_padding(const FoNode& node, std::int64_t width);
    /// What stands before a block's own pieces; false where it is no block of the flow, and done with.
    static BreakClass break_in_front(const Collector& c, const FoNode& node);
    bool begin_child(Collector& c, const FoNode& node, Strength keep_together);
    void end_child(Collector& c, const FoNode& node);
    void add_block(Collector& c, const FoNode& node);
    void add_lines(Collector& c, const FoNode& node);
    void add_paragraph(Collector& c, Paragraph& paragraph);
    void add_broken(Collector& c, Paragraph& paragraph);
    static std::int64_t first_indent(const Collector& c, const Paragraph& paragraph);
    void drop_done(Paragraph& paragraph);
    void add_line(Collector& c, Paragraph& paragraph, const LineBreak& at, std::int64_t indent);
    void measure_line(Line& line) const;
    std::int32_t leader_height(const Style& leader) const;
    void add_notes(Collector& c, Line& line);
    void add_container(Collector& c, const FoNode& node);
    void add_fixed_container(Collector& c, const FoNode& node, std::int64_t width);
    void add_list_block(Collector& c, const FoNode& node);
    void add_list_item(Collector& c, const FoNode& node);
    void add_anchor(Collector& c, const FoNode& node);
    void open_frame(Collector& c, Frame& frame);
    void close_frame(Collector& c, const Frame& frame);
    Frame* make_frame(Collector& c, const FoNode& node, std::int64_t x, std::int64_t width);
    void separate(Collector& c, const FoNode& node, Strength keep_together);
    /// A keep with the previous holds for what the object begins with too, in all its cells (as in FOP).
    static Strength keep_with_previous(const FoNode& node);
    /// Of the first child of a cell, label, body or block.
    static Strength keep_of_first(const FoNode& parent);
    void force_break(Collector& c, BreakClass break_class);
    /// A break before everything in a cell or list item's part is one before the row or item: taken out.
    static BreakClass take_leading_break(Collector& c);
    /// Breaks from there on in front of anything that has a height, or behind all that has one: to FOP such breaks of a list's beginning or an item's end aren't any.
    static void drop_leading_breaks(Collector& c, std::size_t start);
    static void drop_trailing_breaks(Collector& c);
    void add_space(Collector& c, const SpaceSpecifier& space, std::int64_t base);
    const List* finish(Collector& c);
    /// Runs `content` within the frame that the object's box needs, if any.
    template <class Content>
    void add_framed(Collector& c, const FoNode& node, Content content) {
        const Style& s = *node.style;
        if (!node.id.empty()) add_anchor(c, node);
        Frame* frame = nullptr;
        if (s.has_box()) {
            const std::int64_t start = s.start_indent.of(c.width) - s.border_and_padding(kStart);
            const std::int64_t end = s.end_indent.of(c.width) - s.border_and_padding(kEnd);
            frame = make_frame(c, node, c.x + start, c.width - start - end);
            open_frame(c, *frame);
        }
        content();
        if (frame != nullptr) close_frame(c, *frame);
    }

    FoTree& tree_;
    TextShaper& shaper_;
    Graphics& graphics_;
    const References& references_;
    ParagraphBuilder paragraphs_;
    LineBreaker breaker_;
    std::vector<LineBreak> line_breaks_;
    std::vector<std::vector<Piece>> spare_;
    std::int64_t note_width_ = 0;
    struct Areas {
        std::int64_t page_width = 0, page_height = 0, height = 0;
    } areas_;
    bool find_place(const List& list, const Place& place, Cursor& cursor);
    Place resumed_;
    std::map<const FoNode*, const Style*> unpadded_, unsettled_;  // Never iterated.
    ParagraphMemory* memory_ = nullptr;  // While lists are made that are let go together with it.
};

}  // namespace irikteu::layout
