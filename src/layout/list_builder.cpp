#include "layout/list_builder.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "layout/stacker.hpp"
#include "layout/table_builder.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

bool has_block_children(const FoNode& node) {
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (is_block_level(child->object)) return true;
        const bool transparent = child->object == Object::wrapper || child->object == Object::retrieve_marker;
        if (transparent && has_block_children(*child)) return true;
    }
    return false;
}

const FoNode* skip_markers(const FoNode* child) {
    while (child != nullptr && child->object == Object::marker) child = child->next;
    return child;
}

// A break before the first of its children is one before the object, so that nothing of its box stays behind (as in FOP).
BreakClass leading_break(const FoNode& node) {
    BreakClass leading = node.style->break_before;
    if (node.object != Object::block && node.object != Object::block_container && node.object != Object::list_block) return leading;
    const FoNode* child = skip_markers(node.first_child);
    if (child == nullptr || (child->object == Object::list_block && node.object != Object::list_block)) return leading;
    if (is_block_level(child->object) || child->object == Object::list_item) leading = std::max(leading, leading_break(*child));
    return leading;
}

// Where a list, or what is in a table's cell, begins a block, container or part of a list item, its first break isn't heeded (as in FOP).
bool passes_over_leading_breaks(const FoNode& parent, const FoNode& first) {
    if (first.object != Object::list_block && first.object != Object::table) return false;
    return parent.object == Object::block || parent.object == Object::block_container || parent.object == Object::list_item_label || parent.object == Object::list_item_body;
}

bool stands_in_lines(const FoNode& node) {
    if (node.object == Object::wrapper || node.object == Object::retrieve_marker) return node.first_child != nullptr && !has_block_children(node);
    return node.object == Object::text || is_inline_level(node.object);
}


// Lines that follow a block within their own have no first line of it.
bool goes_on(const FoNode& block) {
    if (block.source || block.parent == nullptr) return false;
    return skip_markers(block.parent->first_child) != &block;
}

std::int32_t narrow(std::int64_t v) { return static_cast<std::int32_t>(v); }

}  // namespace

ListBuilder::ListBuilder(FoTree& tree, TextShaper& shaper, Graphics& graphics, const References& references)
    : tree_(tree), shaper_(shaper), graphics_(graphics), references_(references), paragraphs_(tree, shaper, graphics, references), breaker_(tree, shaper) {}

const List* ListBuilder::build(const FoNode& node, std::int64_t width) { return build_part(node, node.first_child, nullptr, width); }

const List* ListBuilder::build_part(const FoNode& node, const FoNode* first, const FoNode* end, std::int64_t width) {
    Collector c(*this);
    c.width = width;
    add_children(c, node, first, end, 0);
    return finish(c);
}

const List* ListBuilder::finish(Collector& c) {
    List* list = arena().make<List>();
    list->break_after = c.pending_break;
    list->pieces = arena().copy(c.pieces);
    list->height = natural_height(list->pieces);
    list->has_notes = c.has_notes;
    for (const Piece& p : c.pieces) {
        list->has_forced = list->has_forced || p.kind == PieceKind::forced || (p.kind == PieceKind::row && p.row->has_forced);
    }
    return list;
}

BreakClass ListBuilder::take_leading_break(Collector& c) {
    for (std::size_t i = 0; i < c.pieces.size(); ++i) {
        const Piece& p = c.pieces[i];
        if (p.kind == PieceKind::forced) {
            const BreakClass found = p.break_class;
            c.pieces.erase(c.pieces.begin() + static_cast<std::ptrdiff_t>(i));
            return found;
        }
        const bool nothing = p.kind == PieceKind::anchor || p.kind == PieceKind::marker_end || p.kind == PieceKind::opportunity ||
                             p.kind == PieceKind::space;
        if (!nothing) break;
    }
    return BreakClass::none;
}

void ListBuilder::drop_leading_breaks(Collector& c, std::size_t start) {
    while (start < c.pieces.size()) {
        switch (c.pieces[start].kind) {
            case PieceKind::forced: c.pieces.erase(c.pieces.begin() + static_cast<std::ptrdiff_t>(start)); break;
            case PieceKind::anchor:
            case PieceKind::marker_end:
            case PieceKind::opportunity:
            case PieceKind::space:
            case PieceKind::open: ++start; break;
            default: return;
        }
    }
}

void ListBuilder::drop_trailing_breaks(Collector& c) {
    c.pending_break = BreakClass::none;
    for (std::size_t i = c.pieces.size(); i > 0; --i) {
        const Piece& p = c.pieces[i - 1];
        if (p.kind == PieceKind::forced) {
            c.pieces.erase(c.pieces.begin() + static_cast<std::ptrdiff_t>(i - 1));
        } else if (p.kind != PieceKind::space && p.height != 0) {
            return;
        }
    }
}

std::int64_t ListBuilder::percent_base(const FoNode& node, std::int64_t width) {
    const FoNode* parent = node.parent;
    while (parent != nullptr && parent->object == Object::wrapper) parent = parent->parent;
    if (parent == nullptr) return width;
    switch (parent->object) {
        case Object::block: return width - parent->style->start_indent.of(width) - parent->style->end_indent.of(width);
        default: return width;
    }
}

std::int32_t ListBuilder::natural_height(std::span<const Piece> pieces) {
    Stacker stacker;
    for (const Piece& p : pieces) {
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::line:
            case PieceKind::row:
            case PieceKind::absolute:
            case PieceKind::container: stacker.box(p.height); break;
            case PieceKind::open:
            case PieceKind::close:
                if (p.height != 0) stacker.box(p.height);
                break;
            default: break;
        }
    }
    return narrow(stacker.height_at_end());
}

void ListBuilder::add_children(Collector& c, const FoNode& node, const FoNode* first_child, const FoNode* end, Strength keep_together) {
    bool first = true;
    bool markers = false;
    for (const FoNode* child = first_child; child != end; child = child->next) {
        if (child->object == Object::marker || child->object == Object::title) {
            if (child->object == Object::marker) add_anchor(c, *child);
            markers = markers || child->object == Object::marker;
            continue;
        }
        if (stands_in_lines(*child)) {
            const FoNode* last = child;
            while (last->next != end && stands_in_lines(*last->next)) last = last->next;
            if (const FoNode* lines = lines_of(node, child, last->next)) {
                if (!first) separate(c, *lines, keep_together);
                first = false;
                add_child(c, *lines, keep_together);
            }
            child = last;
            continue;
        }
        const bool passes_over = first && passes_over_leading_breaks(node, *child);
        const std::size_t start = c.pieces.size();
        if (!first) separate(c, *child, keep_together);
        first = false;
        add_child(c, *child, keep_together);
        if (passes_over) drop_leading_breaks(c, start);
    }
    if (markers) end_markers(c, node);
}

// What stands among lines beside blocks that a marker brought: it was no neighbour of blocks when the tree was built.
const FoNode* ListBuilder::lines_of(const FoNode& parent, const FoNode* first, const FoNode* end) {
    bool blank = true;
    for (const FoNode* child = first; child != end; child = child->next) {
        blank = blank && child->object == Object::text && child->text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }
    if (blank) return nullptr;
    FoNode* block = tree_.arena().make<FoNode>();
    block->object = Object::block;
    block->parent = const_cast<FoNode*>(&parent);
    block->style = &tree_.styles().anonymous(Object::block, *parent.style);
    block->element = parent.element;
    FoNode** last = &block->first_child;
    for (const FoNode* child = first; child != end; child = child->next) {
        FoNode* copy = tree_.arena().make<FoNode>();
        *copy = *child;
        copy->next = nullptr;
        *last = copy;
        last = &copy->next;
    }
    return block;
}

// Markers of the object and of its inlines.
bool ListBuilder::add_markers(Collector& c, const FoNode& node) {
    bool any = false;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::marker) {
            add_anchor(c, *child);
            any = true;
        } else if (child->object == Object::inline_ || child->object == Object::basic_link || child->object == Object::wrapper) {
            if (add_markers(c, *child)) end_markers(c, *child);
        }
    }
    return any;
}

Strength ListBuilder::keep_of_first(const FoNode& parent) {
    const FoNode* child = skip_markers(parent.first_child);
    return child != nullptr ? keep_with_previous(*child) : Strength{0};
}

Strength ListBuilder::keep_with_previous(const FoNode& node) {
    // A wrapper is no neighbour to what is in front of it.
    if (!is_block_level(node.object) && node.object != Object::list_item) return 0;
    const Style& s = *node.style;
    Strength strength = s.keep_with_previous.vertical();
    switch (node.object) {
        case Object::block_container:
            // One of a fixed height is a piece of its own.
            if (s.position == Position::automatic && !s.height && s.turn == 0) strength = std::max(strength, keep_of_first(node));
            break;
        case Object::list_item:
            for (const FoNode* child = node.first_child; child != nullptr; child = child->next) strength = std::max(strength, keep_of_first(*child));
            break;
        case Object::table: strength = std::max(strength, TableBuilder::keep_of_first_row(node)); break;
        default: strength = std::max(strength, keep_of_first(node)); break;
    }
    return strength;
}

void ListBuilder::end_markers(Collector& c, const FoNode& node) {
    Piece p;
    p.kind = PieceKind::marker_end;
    p.node = &node;
    c.pieces.push_back(p);
}

void ListBuilder::separate(Collector& c, const FoNode& node, Strength keep_together) {
    Piece p;
    p.kind = PieceKind::opportunity;
    p.strength = std::max({keep_together, c.keep_next, keep_with_previous(node)});
    c.pieces.push_back(p);
    c.keep_next = 0;
}

// Padding in per cent is of the width around (7.8.31): the style in which it is known stands for the object's. Indents have it in per cent, but
// those within a reference area.
void ListBuilder::resolve_padding(const FoNode& node, std::int64_t width) {
    if (node.style->padding_percent == std::array<std::int32_t, 4>{}) return;
    const Style& original = *unpadded_.emplace(&node, node.style).first->second;
    Style style = original;
    const bool within = node.object == Object::block_container || node.object == Object::table_cell;
    for (const Edge e : {kBefore, kAfter, kStart, kEnd}) {
        const std::int32_t more = narrow(Measure{0, style.padding_percent[e]}.of(width));
        style.padding[e] += more;
        if (!within) continue;
        if (e == kStart && style.indent_by_margin[0]) style.start_indent = style.start_indent + Measure{more, 0};
        if (e == kEnd && style.indent_by_margin[1]) style.end_indent = style.end_indent + Measure{more, 0};
    }
    const_cast<FoNode&>(node).style = &tree_.styles().keep(style);
}

// Of two breaks that meet the stronger counts (4.8).
BreakClass ListBuilder::break_in_front(const Collector& c, const FoNode& node) {
    const bool in_flow = node.style->position == Position::automatic || node.object != Object::block_container;
    return in_flow ? std::max(c.pending_break, leading_break(node)) : BreakClass::none;
}

bool ListBuilder::begin_child(Collector& c, const FoNode& node, Strength keep_together) {
    resolve_padding(node, c.width);
    const Style& s = *node.style;
    const bool in_flow = s.position == Position::automatic || node.object != Object::block_container;
    const BreakClass before = break_in_front(c, node);
    if (before != BreakClass::none && !c.broken) force_break(c, before);
    c.broken = false;
    if (node.object == Object::wrapper || node.object == Object::retrieve_marker) {
        if (!node.id.empty()) add_anchor(c, node);
        add_children(c, node, keep_together);
        return false;
    }
    if (!in_flow) {
        add_container(c, node);
        return false;
    }
    add_space(c, s.space_before, c.width);
    return true;
}

void ListBuilder::add_child(Collector& c, const FoNode& node, Strength keep_together) {
    if (!begin_child(c, node, keep_together)) return;
    switch (node.object) {
        case Object::block: add_block(c, node); break;
        case Object::block_container: add_container(c, node); break;
        case Object::list_block: add_list_block(c, node); break;
        case Object::list_item: add_list_item(c, node); break;
        case Object::table: TableBuilder(*this).add(c, node); break;
        case Object::table_and_caption:
        case Object::table_caption: add_block(c, node); break;
        default: tree_.fail(ErrorCode::unsupported, node, "is not supported here");
    }
    end_child(c, node);
}

void ListBuilder::end_child(Collector& c, const FoNode& node) {
    const Style& s = *node.style;
    if (!node.id.empty() && references_.is_end_wanted(node.id)) add_anchor(c, node);
    add_space(c, s.space_after, c.width);
    c.keep_next = std::max(c.keep_next, s.keep_with_next.vertical());
    if (s.break_after != BreakClass::none) c.pending_break = s.break_after;
}

void ListBuilder::force_break(Collector& c, BreakClass break_class) {
    Piece p;
    p.kind = PieceKind::forced;
    p.break_class = break_class;
    c.pieces.push_back(p);
    c.pending_break = BreakClass::none;
}

void ListBuilder::add_space(Collector& c, const SpaceSpecifier& space, std::int64_t base) {
    if (space.optimum == Measure{} && space.maximum == Measure{}) return;
    Piece p;
    p.kind = PieceKind::space;
    p.retain = space.retain;
    p.strength = space.precedence;
    p.height = narrow(space.optimum.of(base));
    p.flexibility = {narrow(space.maximum.of(base)) - p.height, p.height - narrow(space.minimum.of(base))};
    c.pieces.push_back(p);
}

void ListBuilder::add_anchor(Collector& c, const FoNode& node) {
    if (node.object != Object::marker && !references_.is_wanted(node.id)) return;
    Piece p;
    p.kind = PieceKind::anchor;
    p.node = &node;
    c.pieces.push_back(p);
}

Frame* ListBuilder::make_frame(Collector& c, const FoNode& node, std::int64_t x, std::int64_t width) {
    const Style& s = *node.style;
    Frame* f = arena().make<Frame>();
    f->node = &node;
    f->style = &s;
    f->outer = c.frame;
    f->x = narrow(x);
    f->width = narrow(width);
    const auto retained = [&](Edge e) {
        return (s.border[e].retain ? s.border[e].width : 0) + (s.padding_retain[e] ? s.padding[e] : 0);
    };
    f->resume_cost = retained(kBefore);
    f->break_cost = retained(kAfter);
    return f;
}

void ListBuilder::open_frame(Collector& c, Frame& frame) {
    Piece p;
    p.kind = PieceKind::open;
    p.height = frame.style->border_and_padding(kBefore);
    p.frame = &frame;
    c.pieces.push_back(p);
    c.frame = &frame;
}

void ListBuilder::close_frame(Collector& c, const Frame& frame) {
    Piece p;
    p.kind = PieceKind::close;
    p.height = frame.style->border_and_padding(kAfter);
    p.frame = &frame;
    c.pieces.push_back(p);
    c.frame = frame.outer;
}

void ListBuilder::add_block(Collector& c, const FoNode& node) {
    add_framed(c, node, [&] {
        if (has_block_children(node)) {
            add_children(c, node, node.style->keep_together.vertical());
        } else {
            add_lines(c, node);
        }
    });
}

void ListBuilder::add_lines(Collector& c, const FoNode& node) {
    const bool markers = tree_.has_markers() && add_markers(c, node);
    const Style& s = *node.style;
    // Cells say the same again and again: the same text in the same style and width has the same lines.
    ParagraphMemory::Entry* const entry = memory_ != nullptr && resumed_.node == nullptr ? memory_->entry(node, c.width) : nullptr;
    if (entry != nullptr && entry->known) {
        Paragraph* p = arena().make<Paragraph>();
        p->block = &node;
        p->style = &s;
        p->atoms = entry->atoms;
        line_breaks_.assign(entry->breaks.begin(), entry->breaks.end());
        add_broken(c, *p);
        if (markers) end_markers(c, node);
        return;
    }
    const std::int64_t width = c.width - s.start_indent.of(c.width) - s.end_indent.of(c.width);
    Paragraph* p = paragraphs_.build(node, {width});
    if (p == nullptr) {
        // An empty block is nothing to see, but spaces don't meet across it.
        Piece empty;
        empty.kind = PieceKind::line;
        empty.line = nullptr;
        c.pieces.push_back(empty);
        if (markers) end_markers(c, node);
        return;
    }
    if (resumed_.node == &node && resumed_.done > 0) drop_done(*p);
    add_paragraph(c, *p);
    if (entry != nullptr) {
        entry->known = true;
        entry->atoms = p->atoms;
        entry->breaks = arena().copy(line_breaks_);
    }
    if (markers) end_markers(c, node);
}

std::int64_t ListBuilder::first_indent(const Collector& c, const Paragraph& paragraph) {
    return paragraph.resumed || goes_on(*paragraph.block) ? 0 : paragraph.style->text_indent.of(c.width);
}

void ListBuilder::add_paragraph(Collector& c, Paragraph& paragraph) {
    const Style& s = *paragraph.style;
    const std::int64_t width = c.width - s.start_indent.of(c.width) - s.end_indent.of(c.width);
    const std::int64_t indent = first_indent(c, paragraph);
    std::int64_t natural = indent + s.last_line_end_indent.of(width);
    bool one_line = true;
    for (const Atom& a : paragraph.atoms) {
        natural += a.width;
        one_line = one_line && a.kind != AtomKind::linefeed;
    }
    line_breaks_.clear();
    // Words that are hyphenated are set otherwise, broken or not (LineBreaker::cut_part).
    const bool plain = s.hyphenate == Toggle::yes && s.patterns != kazakh::PatternLanguage::none && s.wrap == Toggle::yes;
    if (one_line && ((natural <= width && !plain) || s.wrap == Toggle::no)) {
        line_breaks_.push_back({0, static_cast<std::uint32_t>(paragraph.atoms.size()), false, true, false});
    } else {
        breaker_.run(paragraph, width, indent, line_breaks_);
    }
    add_broken(c, paragraph);
}

// The lines of `line_breaks_`.
void ListBuilder::add_broken(Collector& c, Paragraph& paragraph) {
    const Style& s = *paragraph.style;
    const std::size_t count = line_breaks_.size();
    const auto orphans = static_cast<std::size_t>(s.orphans);
    const auto widows = static_cast<std::size_t>(s.widows);
    // A footnote's body asks for line breaks of its own.
    const std::vector<LineBreak> breaks = paragraph.has_notes ? line_breaks_ : std::vector<LineBreak>{};
    // Linefeeds part a paragraph into paragraphs, as for text-align-last; orphans and widows are of each, as in FOP.
    std::size_t first = 0, end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == end) {
            first = i;
            while (end < count && !(paragraph.has_notes ? breaks : line_breaks_)[end].last) ++end;
            end = std::min(end + 1, count);
        }
        if (i > 0) {
            Piece p;
            p.kind = PieceKind::opportunity;
            p.strength = s.keep_together.vertical();
            if (i > first && (i - first < orphans || end - i < widows)) p.strength = kAlways;
            c.pieces.push_back(p);
        }
        const LineBreak at = paragraph.has_notes ? breaks[i] : line_breaks_[i];
        add_line(c, paragraph, at, i == 0 ? first_indent(c, paragraph) : 0);
    }
}

void ListBuilder::add_line(Collector& c, Paragraph& paragraph, const LineBreak& at, std::int64_t indent) {
    const Style& s = *paragraph.style;
    Line* line = arena().make<Line>();
    line->paragraph = &paragraph;
    line->first = at.first;
    line->end = at.end;
    line->start = narrow(c.x + s.start_indent.of(c.width) + indent);
    line->measure = narrow(c.width - s.start_indent.of(c.width) - s.end_indent.of(c.width));
    line->width = line->measure - narrow(indent);
    line->hyphen = at.hyphen;
    line->space_follows = at.space_follows;
    line->last = at.last;
    line->align = at.last ? s.text_align_last : s.text_align;
    if (at.last) line->width -= narrow(s.last_line_end_indent.of(c.width));
    measure_line(*line);
    if (paragraph.has_notes) add_notes(c, *line);
    Piece p;
    p.kind = PieceKind::line;
    p.height = line->height;
    p.line = line;
    c.pieces.push_back(p);
}

// XSL-FO 1.1, 4.5, as FOP has it: the block's strut, raised and lowered by what the line holds; half-leading around.
void ListBuilder::measure_line(Line& line) const {
    const Style& s = *line.paragraph->style;
    std::int32_t ascent = shaper_.ascent(s.face, s.font_size);
    std::int32_t descent = shaper_.descent(s.face, s.font_size);
    const std::int32_t leading = s.line_height - ascent - descent;
    const std::int32_t before = leading / 2;
    std::int32_t at_edges = 0;  // The highest of what is aligned with the line's own edges, which the others make (7.13).
    bool visible = false;
    const Style* seen = nullptr;
    const auto atoms = line.paragraph->atoms;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
        const Atom& a = atoms[i];
        // Of an empty inline with an id there is its font.
        const bool empty = a.kind == AtomKind::begin && i + 1 < line.end && atoms[i + 1].kind == AtomKind::end && !a.node->id.empty() && a.node->object != Object::wrapper;
        if (!empty && (a.kind == AtomKind::begin || a.kind == AtomKind::end || a.kind == AtomKind::note)) continue;
        visible = visible || !empty;
        if (s.font_height_lines == Toggle::yes) break;
        if (a.kind == AtomKind::image || a.kind == AtomKind::field) {
            const auto size = graphics_.size(*a.node, {line.measure});
            const std::int32_t up = a.kind == AtomKind::image ? raised(*a.style, size.outer_height()) : a.style->baseline_shift;
            if (a.kind == AtomKind::image && (a.style->alignment == Baseline::before || a.style->alignment == Baseline::after)) {
                at_edges = std::max(at_edges, size.outer_height());
                continue;
            }
            ascent = std::max(ascent, size.outer_height() + up);
            descent = std::max(descent, -up);
            continue;
        }
        // Leaders don't make their lines higher (as in FOP).
        if (a.style == &s || a.style == seen || a.kind == AtomKind::leader) continue;
        seen = a.style;
        const std::int32_t shift = a.style->baseline_shift;
        if (shift != 0 && s.shift_adjusts_line == Toggle::no) continue;
        ascent = std::max(ascent, shaper_.ascent(a.style->face, a.style->font_size) + shift);
        descent = std::max(descent, shaper_.descent(a.style->face, a.style->font_size) - shift);
    }
    const bool ended = line.end < atoms.size() && atoms[line.end].kind == AtomKind::linefeed;
    if (!visible && line.end > line.first && !line.paragraph->takes_line && !ended) return;
    descent = std::max(descent, at_edges - ascent);
    line.height = ascent + descent + leading;
    line.baseline = before + ascent;
}

void ListBuilder::add_notes(Collector& c, Line& line) {
    std::vector<const List*> notes;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
        const Atom& a = line.paragraph->atoms[i];
        if (a.kind != AtomKind::note) continue;
        for (const FoNode* child = a.node->first_child; child != nullptr; child = child->next) {
            if (child->object == Object::footnote_body) notes.push_back(build(*child, note_width_));
        }
    }
    line.notes = arena().copy(notes);
    if (!notes.empty()) c.has_notes = true;
}

void ListBuilder::add_list_block(Collector& c, const FoNode& node) {
    add_framed(c, node, [&] { add_children(c, node, node.style->keep_together.vertical()); });
}

void ListBuilder::add_list_item(Collector& c, const FoNode& node) {
    BreakClass break_before = BreakClass::none;
    const std::size_t start = c.pieces.size();
    add_framed(c, node, [&] {
        std::vector<Cell> cells;
        bool markers = false;
        RowGroup* group = arena().make<RowGroup>();
        for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
            if (child->object == Object::marker) {
                add_anchor(c, *child);
                markers = true;
                continue;
            }
            if (child->object != Object::list_item_label && child->object != Object::list_item_body) {
                tree_.fail(ErrorCode::invalid, *child, "is not allowed in fo:list-item");
            }
            Cell cell;
            cell.node = child;
            cell.style = child->style;
            Collector inner(*this);
            inner.width = c.width;
            if (!child->id.empty()) add_anchor(inner, *child);
            add_children(inner, *child, child->style->keep_together.vertical());
            const BreakClass leading = take_leading_break(inner);
            if (leading != BreakClass::none) break_before = leading;
            drop_trailing_breaks(inner);
            cell.keep_next = inner.keep_next;
            c.keep_next = std::max(c.keep_next, inner.keep_next);
            cell.list = finish(inner);
            cell.x = narrow(c.x);
            cell.width = narrow(c.width);
            group->has_notes = group->has_notes || cell.list->has_notes;
            group->has_forced = group->has_forced || cell.list->has_forced;
            group->height = std::max(group->height, cell.list->height);
            cells.push_back(cell);
        }
        group->cells = arena().copy(cells);
        const std::vector<std::int32_t> heights{group->height};
        group->heights = arena().copy(heights);
        const std::vector<const FoNode*> rows{nullptr};
        group->rows = arena().copy(rows);
        const std::vector<Strength> splits{node.style->keep_together.vertical()};
        group->splits = arena().copy(splits);
        group->x = narrow(c.x);
        group->width = narrow(c.width);
        c.has_notes = c.has_notes || group->has_notes;
        Piece p;
        p.kind = PieceKind::row;
        p.height = group->height;
        p.row = group;
        c.pieces.push_back(p);
        if (markers) end_markers(c, node);
    });
    if (break_before != BreakClass::none) {
        Piece p;
        p.kind = PieceKind::forced;
        p.break_class = break_before;
        c.pieces.insert(c.pieces.begin() + static_cast<std::ptrdiff_t>(start), p);
    }
}

void ListBuilder::add_container(Collector& c, const FoNode& node) {
    settle_indents(node, c.width);
    const Style& s = *node.style;
    const std::int64_t start = s.start_indent.of(c.width);
    std::int64_t content = s.width ? s.width->of(percent_base(node, c.width)) : c.width - start - s.end_indent.of(c.width);
    if (s.position != Position::automatic || s.height || s.turn != 0) {
        add_fixed_container(c, node, content);
        return;
    }
    if (!node.id.empty()) add_anchor(c, node);
    Frame* frame = nullptr;
    if (s.has_box() || s.minimum_height) {
        frame = make_frame(c, node, c.x + start - s.border_and_padding(kStart),
                           content + s.border_and_padding(kStart) + s.border_and_padding(kEnd));
        open_frame(c, *frame);
    }
    const std::int64_t x = c.x;
    const std::int64_t width = c.width;
    c.x += start;
    c.width = content;
    add_children(c, node, s.keep_together.vertical());
    c.x = x;
    c.width = width;
    if (frame != nullptr) close_frame(c, *frame);
}

void ListBuilder::add_fixed_container(Collector& c, const FoNode& node, std::int64_t content) {
    const Style& s = *node.style;
    const bool absolute = s.position != Position::automatic;
    if (absolute && !s.width) {
        const std::int64_t base = s.position == Position::fixed && areas_.page_width > 0 ? areas_.page_width : c.width;
        // Its border and padding stand outside of that, unless margins are said (as in FOP).
        content = base - (s.left ? s.left->of(base) : 0) - (s.right ? s.right->of(base) : 0) - s.start_indent.of(base) - s.end_indent.of(base);
    }
    Collector inner(*this);
    const std::int32_t edges = s.border_and_padding(kBefore) + s.border_and_padding(kAfter);
    std::int64_t height = s.height ? s.height->of(areas_.height) : 0;
    // Bottom said, but no height, it is what is left between top and bottom (7.6); in the flow's area from its upper edge on, as in FOP.
    const std::int64_t around = s.position == Position::fixed ? areas_.page_height : areas_.height;
    if (absolute && !s.height && s.bottom && (s.top || s.position == Position::absolute)) {
        height = around - (s.top ? s.top->of(around) : 0) - s.bottom->of(around) - edges;
    }
    const bool across = s.turn % 2 != 0;
    // Width and height are the content's, as it is turned; where the width is open, lines run as far as the area is high.
    if (across && !s.width) content = areas_.height - edges;
    const std::int32_t sides = s.border_and_padding(kStart) + s.border_and_padding(kEnd);
    inner.width = content;
    // Turned to the right and open in height, it goes on to the other side.
    if (across && height <= 0 && !absolute) height = c.width - s.start_indent.of(c.width) - s.end_indent.of(c.width);
    if (!node.id.empty()) add_anchor(inner, node);
    // What is placed within it is placed by its own height.
    const std::int64_t area = areas_.height;
    if (height > 0 && !across) areas_.height = height;
    add_children(inner, node, kAlways);
    areas_.height = area;
    Container* box = arena().make<Container>();
    box->node = &node;
    box->style = &s;
    box->list = finish(inner);
    box->content_height = box->list->height;
    // A height of nothing is one, but not per cent of an unknown one.
    const bool nothing = s.height && s.height->percent == 0 && !across && !absolute;
    if (height <= 0) height = nothing ? 0 : box->content_height;
    tree_.overflows(node, box->content_height - height, "its content is higher than its height");
    box->height = narrow(across ? content : height) + edges;
    box->width = narrow(across ? height : content) + sides;
    box->x = narrow(c.x + s.start_indent.of(c.width) - s.border_and_padding(kStart));
    Piece p;
    p.kind = absolute ? PieceKind::absolute : PieceKind::container;
    p.height = absolute ? 0 : box->height;
    p.container = box;
    c.pieces.push_back(p);
}

}  // namespace irikteu::layout
