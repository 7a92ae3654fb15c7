// Blocks of text in a list: paragraphs broken into lines, how high each line is, the notes it brings.
#include <algorithm>

#include "layout/list_builder.hpp"

namespace irikteu::layout {

namespace {

// Lines that follow a block within their own have no first line of it.
bool goes_on(const FoNode& block) {
    if (block.source || block.parent == nullptr) return false;
    return skip_markers(block.parent->first_child) != &block;
}

}  // namespace

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
    line->width = narrow(line->measure - indent);
    line->hyphen = at.hyphen;
    line->space_follows = at.space_follows;
    line->last = at.last;
    line->align = at.last ? s.text_align_last : s.text_align;
    if (at.last) line->width = narrow(line->width - s.last_line_end_indent.of(c.width));
    if (line->align == TextAlign::center && !at.last && !at.hyphen && at.end > at.first && paragraph.atoms[at.end].kind != AtomKind::space) {
        const Atom& end = paragraph.atoms[at.end - 1];
        if (end.kind == AtomKind::word) line->width -= narrow(breaker_.hyphen_width(end));
    }
    measure_line(*line);
    if (paragraph.has_notes) add_notes(c, *line);
    Piece p;
    p.kind = PieceKind::line;
    p.height = line->height;
    p.line = line;
    c.pieces.push_back(p);
}

// A dot is as high as it is wide, and what a leader repeats is of no height (as in FOP): only one that is moved makes its line higher.
std::int32_t ListBuilder::leader_height(const Style& s) const {
    if (s.leader_pattern == LeaderPattern::use_content || !s.alignment_asked) return 0;
    return s.leader_pattern == LeaderPattern::dots ? shaper_.width(*shaper_.shape(s.face, ".", {})[0], s.font_size) : s.rule_thickness;
}

// XSL-FO 1.1, 4.5, as FOP has it: the block's strut, raised and lowered by what the line holds; half-leading around.
void ListBuilder::measure_line(Line& line) const {
    const Style& s = *line.paragraph->style;
    std::int64_t ascent = shaper_.ascent(s.face, s.font_size);
    std::int64_t descent = shaper_.descent(s.face, s.font_size);
    const std::int64_t leading = s.line_height - ascent - descent;
    const std::int64_t before = leading / 2;
    std::int64_t at_edges = 0;  // The highest of what is aligned with the line's own edges, which the others make (7.13).
    bool visible = false;
    const Style* seen = nullptr;
    const auto reach = [&](const Style& style, std::int64_t above, std::int64_t below, std::int64_t raise) {
        if (style.shifted && s.shift_adjusts_line == Toggle::no) return;
        if (style.at_line_edge) {
            at_edges = std::max(at_edges, above + below);
            return;
        }
        ascent = std::max(ascent, above + raise);
        descent = std::max(descent, below - raise);
    };
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
            reach(*a.style, size.outer_height(), 0, raised(*a.style, size.outer_height()).fixed);
            continue;
        }
        // Spaces are of no height (as in FOP).
        if (a.style == &s || a.style == seen || a.kind == AtomKind::space || a.kind == AtomKind::fixed_space) continue;
        seen = a.style;
        if (a.kind == AtomKind::leader) {
            const std::int32_t height = leader_height(*a.style);
            reach(*a.style, height, 0, a.style->leader_pattern == LeaderPattern::use_content ? a.style->empty_raise : raised(*a.style, height).fixed);
            continue;
        }
        reach(*a.style, shaper_.ascent(a.style->face, a.style->font_size), shaper_.descent(a.style->face, a.style->font_size), a.style->raise.fixed);
    }
    const bool ended = line.end < atoms.size() && atoms[line.end].kind == AtomKind::linefeed;
    if (!visible && line.end > line.first && !line.paragraph->takes_line && !ended) return;
    descent = std::max(descent, at_edges - ascent);
    line.height = narrow(ascent + descent + leading);
    line.baseline = narrow(before + ascent);
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

}  // namespace irikteu::layout
