// Lines on the page: where each run of glyphs goes, once everything about the line is known.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/error.hpp"
#include "layout/fields.hpp"
#include "layout/painter.hpp"
#include "layout/text_transform.hpp"

namespace irikteu::layout {

using base::ErrorCode;

// Where the next glyph goes, and what is drawn behind and beneath the glyphs.
struct Painter::Pen {
    const Line* line = nullptr;
    std::int64_t left = 0;  // Of the line's list.
    std::int64_t x = 0;
    std::int64_t top = 0;
    std::int64_t baseline = 0;
    // What the line has too much or too little, shared out by running totals so that nothing is lost in rounding.
    std::int64_t surplus = 0;
    std::int64_t stretch = 0;
    std::int64_t stretched = 0;
    std::int64_t given = 0;
    // The decoration that is being drawn.
    const Style* decorated = nullptr;
    std::int64_t decorated_from = 0;
    struct Inline {
        const Atom* atom = nullptr;
        std::int64_t left = 0;
        std::size_t placeholder = 0;
        bool resumed = false;
    };
    std::vector<Inline> inlines;
    std::int64_t estimated = 0;  // The surplus with the widths that numbers had when the line's ends were chosen.

    std::int64_t share(std::int64_t part) {
        if (stretch == 0) return 0;
        stretched += part;
        const auto upto = static_cast<std::int64_t>(static_cast<__int128>(surplus) * stretched / stretch);
        const std::int64_t mine = upto - given;
        given = upto;
        return mine;
    }

    // The share cut to whole millipoints, with numbers as they were at first and then as they are: as FOP has it. Where a dot just fits,
    // that counts.
    std::int64_t cut_share(std::int64_t part) const {
        if (stretch == 0) return 0;
        if (estimated <= 0) return surplus * part / stretch;
        return static_cast<std::int64_t>(static_cast<__int128>(estimated * part / stretch) * surplus / estimated);
    }
};

namespace {

constexpr std::int64_t kMostRepeated = 20'000;  ///< Of a leader's pattern in one line: more are finer than anybody sees.

bool is_late(const Atom& atom) {
    return atom.kind == AtomKind::page_number || atom.kind == AtomKind::citation || atom.kind == AtomKind::citation_last;
}

// How much an atom may give: spaces half their width, leaders up to their maximum (shrinking: a third, their minimum).
std::int64_t flexibility(const Atom& atom, std::int64_t measure, bool shrinks) {
    switch (atom.kind) {
        case AtomKind::space:
            if (atom.flags & kRigid) return 0;
            return shrinks ? atom.width / 3 : atom.width / 2;
        case AtomKind::fixed_space:
            if (atom.flags & (kPreserved | kRigid)) return 0;
            return shrinks ? atom.width / 3 : atom.width / 2;
        case AtomKind::leader:
            return std::max<std::int64_t>(shrinks ? std::min<std::int64_t>(atom.width + leader_edges(*atom.style) - atom.style->leader_minimum.of(measure), atom.width)
                                                  : atom.style->leader_maximum.of(measure) - atom.width - leader_edges(*atom.style), 0);
        default: return 0;
    }
}

// Whether nothing but spaces and line ends is beside a leader.
bool stands_free(const Line& line, const Atom& leader) {
    const auto atoms = line.paragraph->atoms;
    const auto at = static_cast<std::uint32_t>(&leader - atoms.data());
    const auto passed = [](AtomKind kind) { return kind == AtomKind::begin || kind == AtomKind::end || kind == AtomKind::note; };
    std::uint32_t before = at;
    while (before > line.first && passed(atoms[before - 1].kind)) --before;
    std::uint32_t after = at + 1;
    while (after < line.end && passed(atoms[after].kind)) ++after;
    return (before == line.first || atoms[before - 1].kind == AtomKind::space) && (after == line.end || atoms[after].kind == AtomKind::space);
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

void Painter::finish_late_lines() {
    all_known_ = true;
    std::size_t end = 0;
    for (std::size_t i = 0; i < late_.size(); i = end) {
        page_ = late_[i].page;
        items_ = &pages_.pages[page_].items;
        while (end < late_.size() && late_[end].page == page_) ++end;
        splice_late_lines(i, end);
    }
    late_.clear();
}

// Puts the lines where they belong in the page's order. Mostly they are the foot's: then nothing has to be moved.
void Painter::splice_late_lines(std::size_t first, std::size_t end) {
    std::vector<Item> behind;
    std::vector<Item>& items = *items_;
    const auto place = items.begin() + static_cast<std::ptrdiff_t>(late_[first].item);
    const std::size_t offset = late_[first].item;
    behind.assign(std::make_move_iterator(place), std::make_move_iterator(items.end()));
    items.erase(place, items.end());
    auto done = behind.begin();
    for (std::size_t i = first; i < end; ++i) {
        const auto upto = behind.begin() + static_cast<std::ptrdiff_t>(late_[i].item - offset);
        std::move(done, upto, std::back_inserter(items));
        done = upto;
        artifact_ = late_[i].artifact;
        const std::size_t from = items.size();
        draw_line(*late_[i].line, late_[i].x, late_[i].y);
        for (auto t = late_[i].turns.rbegin(); t != late_[i].turns.rend(); ++t) {
            if (t->quarters != 0) turn_items(*t, from, items.size());
        }
    }
    std::move(done, behind.end(), std::back_inserter(items));
    artifact_ = ArtifactKind::none;
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
    const bool leaders_only = shrinks && line.paragraph->style->text_align != TextAlign::justify;
    const auto gives = [&](const Atom& atom) -> std::int64_t {
        if (leaders_only && (line.align != TextAlign::justify || atom.kind != AtomKind::leader)) return 0;
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
    if (has_words) tree_.overflows(*line.paragraph->block, by, "words of it lie outside the page");
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
        tree_.overflows(block, by, "a line that may not end before runs out of its place");
    } else if (widest->kind == AtomKind::word) {
        tree_.overflows(block, by, "the word \"" + std::string(widest->shaped->text) + "\" is wider than its line");
    } else if (widest->kind == AtomKind::image || widest->kind == AtomKind::field || widest->kind == AtomKind::leader) {
        tree_.overflows(*widest->node, by, "is wider than its line");
    } else {
        tree_.overflows(block, by, "a line runs out of its place");
    }
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
                TextItem{{pen.x}, {pen.baseline - s.baseline_shift}, {s.font_size}, atom.shaped, {atom.kind == AtomKind::word ? s.letter_spacing : 0}, s.color}});
    }
    pen.x += width;
}

std::string Painter::late_text(const Atom& atom) {
    const FoNode& node = *atom.node;
    if (atom.kind == AtomKind::page_number) return labels_(page_);
    const std::string_view id = node.attribute("ref-id");
    const Placement* place = references_.find(id);
    if (place == nullptr) tree_.fail(ErrorCode::invalid, node, "nothing has the id \"" + std::string(id) + '"');
    return labels_(atom.kind == AtomKind::citation ? place->first_page : place->last_page);
}

std::int64_t Painter::late_width(const Atom& atom) {
    const Style& s = *atom.style;
    std::int64_t width = 0;
    for (const char digit : late_text(atom)) {
        for (const ShapedText* run : shaper_.shape(s.face, std::string_view(&digit, 1), {})) width += shaper_.width(*run, s.font_size) + s.letter_spacing;
    }
    return width;
}

void Painter::draw_late(Pen& pen, const Atom& atom) {
    const Style& s = *atom.style;
    // Digit by digit: numbers are not kerned, so that they stand one below the other (and as FOP has them).
    for (const char digit : late_text(atom)) {
        for (const ShapedText* run : shaper_.shape(s.face, std::string_view(&digit, 1), {})) {
            Atom word = atom;
            word.kind = AtomKind::word;
            word.shaped = run;
            draw_text(pen, word, shaper_.width(*run, s.font_size) + s.letter_spacing);
        }
    }
}

void Painter::draw_leader(Pen& pen, const Atom& atom, std::int64_t width, std::int64_t room_for_dots) {
    const Style& s = *atom.style;
    decorate(pen, nullptr, pen.x);
    if (s.leader_pattern == LeaderPattern::rule && s.rule_style != BorderStyle::none) {
        const std::int64_t baseline = pen.baseline - s.baseline_shift;
        const Border rule{s.rule_thickness, s.color, s.rule_style, false};
        line_box(rule, {{pen.x}, {baseline - s.rule_thickness}, {width}, {s.rule_thickness}}, true);
    } else if (s.leader_pattern == LeaderPattern::dots || s.leader_pattern == LeaderPattern::use_content) {
        const std::string pattern = s.leader_pattern == LeaderPattern::dots ? "." : leader_content(*atom.node, atom.flags);
        const bool repeats = s.leader_pattern == LeaderPattern::use_content;
        const Style& own = repeats ? *repeated(*atom.node).style : s;
        const std::int64_t baseline = pen.baseline - own.baseline_shift;
        for (const ShapedText* dot : shaper_.shape(own.face, pattern, [&] { return tree_.position(*atom.node); })) {
            const std::int64_t dot_width = shaper_.width(*dot, own.font_size);
            // Borders and padding are around each repetition of a content too, and it stands at its step's end (as in FOP).
            const std::int64_t edges = repeats ? repeated_edges(*atom.node) : 0;
            const std::int64_t step = std::max<std::int64_t>({s.leader_pattern_width.of(pen.line->width), dot_width + edges, 1});
            // Aligned dots stand as near to a grid from the line's left end as their room allows, so that they are one below the
            // other; there are as many as without it, as in FOP, and none comes nearer to a word that they touch or don't.
            const std::int64_t count = room_for_dots / step;
            if (count > kMostRepeated)
                tree_.fail(ErrorCode::limit_exceeded, *atom.node, "its pattern would stand " + std::to_string(count) + " times in one line, and " + std::to_string(kMostRepeated) + " is the most");
            std::int64_t start = pen.x + (repeats ? step - dot_width - edges + s.border_and_padding(kStart) : 0);
            if (&own != &s) start += own.border_and_padding(kStart);
            if (s.leader_alignment != LeaderAlign::none && stands_free(*pen.line, atom)) {
                const std::int64_t ahead = (step - (pen.x - pen.left) % step) % step;
                const std::int64_t room = width - count * step;
                if (ahead <= room) {
                    start += ahead;
                } else if (ahead - room < step - ahead) {
                    start += room;
                }
            }
            const ArtifactKind kind = artifact_ == ArtifactKind::none ? ArtifactKind::layout : artifact_;
            if (count > 0 && step == dot_width) {
                std::string dots;
                for (std::int64_t i = 0; i < count; ++i) dots += dot->text;
                // Many dots drawn at once go as far as they were counted, not by the letters' uncut widths into what follows.
                const ShapedText* run = shaper_.shape(own.face, dots, {})[0];
                const std::int64_t drift = shaper_.drawn_width(*run, own.font_size) - count * step;
                append({kArtifact, kind, TextItem{{start}, {baseline}, {own.font_size}, run, {-drift / static_cast<std::int64_t>(run->glyphs.size())}, own.color}});
            } else {
                for (std::int64_t i = 0; i < count; ++i) {
                    append({kArtifact, kind, TextItem{{start + i * step}, {baseline}, {own.font_size}, dot, {}, own.color}});
                }
            }
            break;
        }
    }
    pen.x += width;
}

std::int64_t Painter::image_top(const Pen& pen, const Style& image, std::int32_t height) const {
    if (pen.line->height > 0 && image.alignment == Baseline::after) return pen.top + pen.line->height - height;
    if (pen.line->height > 0 && image.alignment == Baseline::before) {
        const Style& s = *pen.line->paragraph->style;
        return pen.top + (s.line_height - shaper_.ascent(s.face, s.font_size) - shaper_.descent(s.face, s.font_size)) / 2;
    }
    return pen.baseline - raised(image, height) - height;
}

void Painter::draw_image(Pen& pen, const Atom& atom) {
    const FoNode& node = *atom.node;
    const auto size = graphics_.size(node, {pen.line->measure});
    const Style& s = *atom.style;
    const std::int64_t top = image_top(pen, s, size.outer_height());
    paint_background(s, pen.x, top, size.outer_width(), size.outer_height());
    paint_borders(s.border, pen.x, top, size.outer_width(), size.outer_height(), true, true);
    std::int64_t left = pen.x + size.start;
    std::int64_t content_top = top + size.before;
    const std::int64_t free_x = size.width - size.content_width;
    const std::int64_t free_y = size.height - size.content_height;
    if (s.text_align == TextAlign::center) left += free_x / 2;
    if (s.text_align == TextAlign::end) left += free_x;
    if (s.display_align == DisplayAlign::center) content_top += free_y / 2;
    if (s.display_align == DisplayAlign::after) content_top += free_y;
    const Rectangle area{{left}, {content_top}, {size.content_width}, {size.content_height}};
    const ElementId element = artifact_ == ArtifactKind::none ? atom.element : kArtifact;
    const ArtifactKind kind = artifact_ == ArtifactKind::none ? ArtifactKind::layout : artifact_;
    if (const Drawing* drawing = graphics_.drawing(node)) {
        draw_shapes(*drawing, area, element, element == kArtifact ? kind : ArtifactKind::none);
    } else {
        append({element, element == kArtifact ? kind : ArtifactKind::none, ImageItem{area, graphics_.image(node), {}}});
    }
    if (element != kArtifact && !pages_.elements[element].bounds) pages_.elements[element].bounds = area;
    if (!node.id.empty()) anchor(node, pen.x, top);
    pen.x += size.outer_width();
}

void Painter::draw_shapes(const Drawing& drawing, const Rectangle& area, ElementId element, ArtifactKind kind) {
    const double sx = drawing.width > 0 ? static_cast<double>(area.width.millipoints) / drawing.width : 0;
    const double sy = drawing.height > 0 ? static_cast<double>(area.height.millipoints) / drawing.height : 0;
    const auto place = [&](double value, double scale, Length from) { return Length{from.millipoints + std::llround(value * scale)}; };
    for (const Drawing::Shape& shape : drawing.shapes) {
        PathItem path;
        path.color = shape.color;
        path.even_odd = shape.even_odd;
        if (shape.stroke > 0) path.stroke = {std::max<std::int64_t>(std::llround(shape.stroke * std::min(sx, sy)), 1)};
        path.segments.reserve(shape.segments.size());
        for (const Drawing::Segment& s : shape.segments) {
            path.segments.push_back({s.command, place(s.x1, sx, area.x), place(s.y1, sy, area.y), place(s.x2, sx, area.x),
                                     place(s.y2, sy, area.y), place(s.x, sx, area.x), place(s.y, sy, area.y)});
        }
        append({element, kind, std::move(path)});
    }
}

void Painter::draw_field(Pen& pen, const Atom& atom) {
    const FoNode& node = *atom.node;
    const auto size = graphics_.size(node, {pen.line->measure});
    const std::int64_t top = pen.baseline - size.outer_height();
    paint_background(*atom.style, pen.x, top, size.outer_width(), size.outer_height());
    paint_borders(atom.style->border, pen.x, top, size.outer_width(), size.outer_height(), true, true);
    Field field = make_field(tree_, node);
    if (!field_names_.insert(field.name).second) tree_.fail(ErrorCode::invalid, node, "another field has this name already: \"" + field.name + '"');
    field.area = {{pen.x + size.start}, {top + size.before}, {size.width}, {size.height}};
    field.page = page_;
    field.element = atom.element;
    pages_.fields.push_back(std::move(field));
    append({atom.element, artifact_, FieldItem{static_cast<std::uint32_t>(pages_.fields.size() - 1)}});
    pen.x += size.outer_width();
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
    const std::int64_t top = pen.baseline - s.baseline_shift - shaper_.ascent(s.face, s.font_size) - s.border_and_padding(kBefore);
    const std::int64_t bottom = pen.baseline - s.baseline_shift + shaper_.descent(s.face, s.font_size) + s.border_and_padding(kAfter);
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
        const std::int64_t baseline = pen.baseline - s.baseline_shift;
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
