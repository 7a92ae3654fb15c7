// Lines on the page: where each run of glyphs goes, once everything about the line is known.
#include <algorithm>

#include "base/error.hpp"
#include "layout/fields.hpp"
#include "layout/pen.hpp"
#include "layout/text_transform.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

bool is_late(const Atom& atom) {
    return atom.kind == AtomKind::page_number || atom.kind == AtomKind::citation || atom.kind == AtomKind::citation_last;
}

// How much an atom may give: spaces what they may, leaders up to their maximum or down to their minimum.
std::int64_t flexibility(const Atom& atom, std::int64_t measure, bool shrinks) {
    switch (atom.kind) {
        case AtomKind::space:
            if (atom.flags & kRigid) return 0;
            return shrinks ? shrink_of(atom) : stretch_of(atom);
        case AtomKind::fixed_space:
            if (atom.flags & (kPreserved | kRigid)) return 0;
            return shrinks ? shrink_of(atom) : stretch_of(atom);
        case AtomKind::leader:
            return std::max<std::int64_t>(shrinks ? std::min<std::int64_t>(atom.width + leader_edges(*atom.style) - atom.style->leader_minimum.of(measure), atom.width)
                                                  : atom.style->leader_maximum.of(measure) - atom.width - leader_edges(*atom.style), 0);
        default: return 0;
    }
}

}  // namespace

void Painter::paint_line(const Line& line, std::int64_t x, std::int64_t y) {
    for (const List* note : line.notes) notes_.push_back(note);
    report_outside(line, x, y);
    if (line.paragraph->has_late && !all_known_) {
        for (std::uint32_t i = line.first; i < line.end; ++i) {
            const AtomKind kind = line.paragraph->atoms[i].kind;
            if (kind != AtomKind::citation && kind != AtomKind::citation_last) continue;
            // What is cited may stand on the line itself.
            for (std::uint32_t at = line.first; at < line.end; ++at) {
                const Atom& atom = line.paragraph->atoms[at];
                if (atom.kind == AtomKind::begin && !atom.node->id.empty()) anchor(*atom.node, x, y);
            }
            late_.push_back({page_, items_->size(), &line, x, y, artifact_, turns_});
            return;
        }
    }
    draw_line(line, x, y);
}

void Painter::draw_line(const Line& line, std::int64_t x, std::int64_t y) {
    Pen pen;
    pen.line = &line;
    pen.left = x;
    pen.x = x + line.start;
    pen.top = y;
    pen.baseline = y + line.baseline;
    const auto atoms = line.paragraph->atoms;
    std::int64_t natural = 0;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
        const std::int64_t width = is_late(atoms[i]) ? late_width(atoms[i]) : atoms[i].width;
        natural += width;
        if (atoms[i].kind != AtomKind::page_number) pen.estimated += width - atoms[i].width;
    }
    std::int64_t hyphen_width = 0;
    const Atom* last_word = nullptr;
    if (line.hyphen && line.end > line.first) {
        last_word = &atoms[line.end - 1];
        hyphen_width = shaper_.width(shaper_.hyphen(last_word->shaped->face, *last_word->style), last_word->style->font_size);
    }
    pen.surplus = line.width - natural - hyphen_width;
    pen.estimated += pen.surplus;
    const bool shrinks = pen.surplus < 0;
    const std::int64_t measure = line.measure;
    // A line that is too long shrinks in justified text as far as its spaces allow, whatever its own alignment; else a last line that is to be justified has its leaders
    // shrink.
    const bool ragged = line.paragraph->style->text_align != TextAlign::justify;
    const bool leaders_only = shrinks && ragged;
    const auto gives = [&](const Atom& atom) -> std::int64_t {
        if (leaders_only && (line.align != TextAlign::justify || atom.kind != AtomKind::leader)) return 0;
        // Spaces at which no line may end are boxes where only the last line is justified: FOP's leader beside them has all of what is left.
        const bool space = atom.kind == AtomKind::space || atom.kind == AtomKind::fixed_space;
        if (ragged && space && (atom.kind == AtomKind::fixed_space || (atom.flags & kUnbreakable) != 0)) return 0;
        return flexibility(atom, measure, shrinks);
    };
    if (line.align == TextAlign::justify || shrinks) {
        for (std::uint32_t i = line.first; i < line.end; ++i) pen.stretch += gives(atoms[i]);
        if (shrinks && -pen.surplus > pen.stretch) {
            const std::int64_t over = -pen.surplus - pen.stretch;
            report_overflow(line, over);
            pen.surplus = -pen.stretch;
            // What is wider than its line is centred, or ends where it ends, nevertheless (as in FOP).
            if (line.align == TextAlign::center) pen.x -= over / 2;
            if (line.align == TextAlign::end) pen.x -= over;
        }
    } else if (line.align == TextAlign::center) {
        pen.x += pen.surplus / 2;
    } else if (line.align == TextAlign::end) {
        pen.x += pen.surplus;
    }
    if (line.paragraph->has_inlines) {
        for (std::uint32_t i = 0; i < line.first; ++i) {
            if (atoms[i].kind == AtomKind::begin) pen.inlines.push_back({&atoms[i], pen.x, 0, true});
            if (atoms[i].kind == AtomKind::end && !pen.inlines.empty()) pen.inlines.pop_back();
        }
        std::vector<Pen::Inline> open;
        open.swap(pen.inlines);
        for (const Pen::Inline& o : open) begin_inline(pen, *o.atom, true);
    }
    for (std::uint32_t i = line.first; i < line.end; ++i) {
        const Atom& atom = atoms[i];
        const std::int64_t more = pen.stretch == 0 ? 0 : pen.share(gives(atom));
        if (atom.kind == AtomKind::space || atom.kind == AtomKind::fixed_space) {
            draw_text(pen, atom, atom.width + more);
        } else if (atom.kind == AtomKind::leader) {
            draw_leader(pen, atom, atom.width + more, atom.width + std::min(more, pen.cut_share(gives(atom))));
        } else {
            draw_atom(pen, atom);
        }
    }
    if (last_word != nullptr) {
        Atom hyphen = *last_word;
        hyphen.shaped = &shaper_.hyphen(last_word->shaped->face, *last_word->style);
        draw_text(pen, hyphen, hyphen_width);
    }
    decorate(pen, nullptr, pen.x);
    while (!pen.inlines.empty()) end_inline(pen, *pen.inlines.back().atom, false);
    if (line.space_follows && line.end < atoms.size() && atoms[line.end].kind == AtomKind::space) {
        draw_text(pen, atoms[line.end], 0);
    }
}

// Whatever put it there: words that stand on no paper are lost.
void Painter::report_outside(const Line& line, std::int64_t x, std::int64_t y) {
    if (std::any_of(turns_.begin(), turns_.end(), [](const Turn& turn) { return turn.quarters != 0; })) return;
    const std::int64_t baseline = y + line.baseline, from = x + line.start, to = from + line.width;
    const std::int64_t by = std::max({baseline - page_height_, -baseline, from - page_width_, -to});
    if (by <= 0) return;
    const auto atoms = line.paragraph->atoms;
    const bool has_words = std::any_of(atoms.begin() + line.first, atoms.begin() + line.end, [](const Atom& atom) { return atom.kind == AtomKind::word; });
    if (has_words) tree_.overflows(*line.paragraph->block, by, Overflow::Kind::lost, "words of it lie outside the page");
}

// Spaces that a line keeps at its end are not seen.
void Painter::report_overflow(const Line& line, std::int64_t by) {
    const auto atoms = line.paragraph->atoms;
    std::uint32_t end = line.end;
    for (; end > line.first && (atoms[end - 1].kind == AtomKind::space || atoms[end - 1].kind == AtomKind::end); --end) by -= atoms[end - 1].width;
    const Atom* widest = nullptr;
    for (std::uint32_t i = line.first; i < end; ++i) {
        if (widest == nullptr || atoms[i].width > widest->width) widest = &atoms[i];
    }
    if (widest == nullptr) return;
    const FoNode& block = *line.paragraph->block;
    if (widest->width <= line.width) {
        tree_.overflows(block, by, Overflow::Kind::too_wide, "a line that may not end before runs out of its place");
    } else if (widest->kind == AtomKind::word) {
        tree_.overflows(block, by, Overflow::Kind::too_wide, "the word \"" + std::string(widest->shaped->text) + "\" is wider than its line");
    } else if (widest->kind == AtomKind::image || widest->kind == AtomKind::field || widest->kind == AtomKind::leader) {
        tree_.overflows(*widest->node, by, Overflow::Kind::too_wide, "is wider than its line");
    } else {
        tree_.overflows(block, by, Overflow::Kind::too_wide, "a line runs out of its place");
    }
}

// The edges of a line are where what it holds has taken them: beyond those of its block's letters.
std::int64_t Painter::baseline_of(const Pen& pen, Raise raise) const {
    if (!raise.at_edges() || pen.line->height == 0) return pen.baseline - raise.fixed;
    const Style& s = *pen.line->paragraph->style;
    const std::int32_t ascent = shaper_.ascent(s.face, s.font_size), descent = shaper_.descent(s.face, s.font_size);
    const std::int32_t leading = s.line_height - ascent - descent, before = leading / 2;
    const std::int64_t above = pen.line->baseline - before - ascent, below = pen.line->height - pen.line->baseline - (leading - before) - descent;
    return pen.baseline - raise.fixed - raise.before * above + raise.after * below;
}

void Painter::draw_atom(Pen& pen, const Atom& atom) {
    switch (atom.kind) {
        case AtomKind::word: draw_text(pen, atom, atom.width); break;
        case AtomKind::begin: begin_inline(pen, atom, false); break;
        case AtomKind::end: end_inline(pen, atom, true); break;
        case AtomKind::image: draw_image(pen, atom); break;
        case AtomKind::field: draw_field(pen, atom); break;
        case AtomKind::page_number:
        case AtomKind::citation:
        case AtomKind::citation_last: draw_late(pen, atom); break;
        default: break;
    }
}

void Painter::draw_text(Pen& pen, const Atom& atom, std::int64_t width) {
    const Style& s = *atom.style;
    if (s.visible) {
        decorate(pen, &s, pen.x);
        const ElementId element = atom.element == kOfBlock ? pen.line->paragraph->block->element : atom.element;
        append({artifact_ == ArtifactKind::none ? element : kArtifact,
                artifact_ == ArtifactKind::none && element == kArtifact ? ArtifactKind::pagination : artifact_,
                TextItem{{pen.x}, {baseline_of(pen, s.raise)}, {s.font_size}, atom.shaped, {atom.kind == AtomKind::word ? s.letter_spacing : 0}, s.color}});
    }
    pen.x += width;
}

void Painter::begin_inline(Pen& pen, const Atom& atom, bool resumed) {
    decorate(pen, nullptr, pen.x);
    const Style& s = *atom.style;
    if (!resumed) pen.x += s.space_start.fixed;
    Pen::Inline i{&atom, pen.x, items_->size(), resumed};
    if (!resumed && !atom.node->id.empty()) anchor(*atom.node, pen.x, pen.top);
    if (s.has_box() && !s.background_image) {
        for (int n = 0; n < 5; ++n) append({kArtifact, ArtifactKind::background, BoxItem{}});
    }
    if (!resumed) pen.x += s.border_and_padding(kStart);
    pen.inlines.push_back(i);
}

void Painter::end_inline(Pen& pen, const Atom& atom, bool ended) {
    decorate(pen, nullptr, pen.x);
    if (pen.inlines.empty()) return;
    const Pen::Inline i = pen.inlines.back();
    pen.inlines.pop_back();
    const Style& s = *atom.style;
    if (ended && !atom.node->id.empty()) anchor(*atom.node, pen.x, pen.top);
    if (ended) pen.x += s.border_and_padding(kEnd);
    const std::int64_t baseline = baseline_of(pen, s.raise);
    const std::int64_t top = baseline - shaper_.ascent(s.face, s.font_size) - s.border_and_padding(kBefore);
    const std::int64_t bottom = baseline + shaper_.descent(s.face, s.font_size) + s.border_and_padding(kAfter);
    if (s.has_box()) {
        const std::size_t end = items_->size();
        auto borders = s.border;
        if (i.resumed) borders[kStart].width = 0;
        if (!ended) borders[kEnd].width = 0;
        paint_background(s, i.left, top, pen.x - i.left, bottom - top);
        paint_borders(borders, i.left, top, pen.x - i.left, bottom - top, true, true);
        const std::size_t count = items_->size() - end;
        if (s.background_image) {
            move_behind(i.placeholder, end);
        } else if (count <= 5) {
            for (std::size_t n = 0; n < count; ++n) (*items_)[i.placeholder + n] = std::move((*items_)[end + n]);
            items_->resize(end);
        }
    }
    if (atom.node->object == Object::basic_link && pen.x > i.left && artifact_ == ArtifactKind::none) {
        append({atom.element, ArtifactKind::none,
                LinkItem{{{i.left}, {top}, {pen.x - i.left}, {bottom - top}}, link_of(*atom.node)}});
    }
    if (ended) pen.x += s.space_end.fixed;
}

std::uint32_t Painter::link_of(const FoNode& node) {
    const auto found = links_.find(&node);
    if (found != links_.end()) return found->second;
    pages_.links.push_back(make_link(tree_, node));
    const auto index = static_cast<std::uint32_t>(pages_.links.size() - 1);
    links_.emplace(&node, index);
    return index;
}

// Ends the decoration that is being drawn where `style` has another one, and begins its own.
void Painter::decorate(Pen& pen, const Style* style, std::int64_t x) {
    const bool wanted = style != nullptr && (style->underline || style->overline || style->line_through);
    const Style* next = wanted ? style : nullptr;
    if (next == pen.decorated) return;
    if (pen.decorated != nullptr && x > pen.decorated_from) {
        const Style& s = *pen.decorated;
        const FaceFacts& f = shaper_.facts(s.face);
        const std::int64_t thickness = std::max(TextShaper::scale(f.underline_thickness, s.font_size, f.units_per_em), 100);
        const std::int64_t baseline = baseline_of(pen, s.raise);
        const auto rule = [&](std::int64_t middle) {
            box({{pen.decorated_from}, {middle - thickness / 2}, {x - pen.decorated_from}, {thickness}}, s.color, ArtifactKind::layout);
        };
        if (s.underline) rule(baseline - TextShaper::scale(f.underline_position, s.font_size, f.units_per_em));
        if (s.line_through) rule(baseline - TextShaper::scale(f.strikeout_position, s.font_size, f.units_per_em));
        if (s.overline) rule(baseline - TextShaper::scale(f.ascender, s.font_size, f.units_per_em));
    }
    pen.decorated = next;
    pen.decorated_from = x;
}

}  // namespace irikteu::layout
