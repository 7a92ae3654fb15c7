// What line ends are chosen from: the boxes, glue and penalties that Apache FOP makes of the same text.
#include <algorithm>

#include "layout/line_breaker.hpp"

namespace irikteu::layout {

namespace {

constexpr std::int64_t kRaggedStretch = 3 * 3336;  // What the end of a ragged line gives, as in FOP.

// Whether no line may end between the two: keep-together.within-line.
bool kept(const Atom& a, const Atom& b) {
    return a.style->keep_together.within_line == kAlways && b.style->keep_together.within_line == kAlways;
}

}  // namespace

void LineBreaker::make_elements(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end, std::int64_t indent) {
    elements_.clear();
    if (align_ == TextAlign::center && align_last_ != TextAlign::justify) glue(0, kRaggedStretch, 0, first);
    if (indent != 0) box(indent, first);
    for (std::uint32_t i = first; i < end; ++i) {
        const Atom& atom = paragraph.atoms[i];
        switch (atom.kind) {
            case AtomKind::space:
                if (atom.flags & kRigid) {
                    box(atom.width, i);
                } else if (atom.flags & kUnbreakable) {
                    box(0, i);
                    penalty(kInfinite, false, 0, i);
                    if (align_ == TextAlign::justify) {
                        glue(atom.width, stretch_of(atom), shrink_of(atom), i);
                    } else {
                        glue(atom.width, 0, 0, i);
                    }
                } else {
                    i = add_spaces(paragraph, i, end);
                }
                break;
            case AtomKind::fixed_space:
                if (align_ == TextAlign::justify && (atom.flags & (kPreserved | kRigid)) == 0) {
                    box(0, i);
                    penalty(kInfinite, false, 0, i);
                    glue(atom.width, stretch_of(atom), shrink_of(atom), i);
                } else {
                    box(atom.width, i);
                }
                break;
            case AtomKind::leader: add_leader(atom, i); break;
            case AtomKind::opportunity: add_hyphen(atom, i); break;
            default:
                if (is_edge(atom.kind) && atom.width == 0) break;  // Spaces on both of its sides go together.
                box(atom.width, i);
                if ((atom.flags & (kBreakAfter | kHyphenAfter)) && !(i + 1 < end && kept(atom, paragraph.atoms[i + 1]))) add_hyphen(atom, i);
                break;
        }
    }
    finish_elements(end == 0 ? 0 : end - 1);
}

// As in FOP: where spaces are preserved, and where they are ignored in front of linefeeds only, that of a line's end begins the next one.
bool LineBreaker::stays_at_start() const {
    return style_->white_space == WhiteSpaceTreatment::preserve || style_->white_space == WhiteSpaceTreatment::if_before;
}

// A line ends in front of it.
void LineBreaker::add_preserved_space(const Atom& atom, std::uint32_t i) {
    const std::int64_t w = atom.width;
    const bool justified = align_ == TextAlign::justify || only_last_justified_;
    const bool centred = !justified && align_ == TextAlign::center;
    glue(0, justified ? 0 : kRaggedStretch, 0, i);
    penalty(0, false, 0, i);
    glue(0, justified ? stretch_of(atom) : centred ? -2 * kRaggedStretch : -kRaggedStretch, justified && !only_last_justified_ ? shrink_of(atom) : 0, i);
    box(0, i);
    penalty(kInfinite, false, 0, i);
    glue(w, centred ? kRaggedStretch : 0, 0, i);
}

// Returns the last one. Spaces that follow each other in a text are one, as in FOP: a line ends in front of all of them.
std::uint32_t LineBreaker::add_spaces(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end) {
    const Atom& atom = paragraph.atoms[first];
    if (style_->white_space == WhiteSpaceTreatment::preserve || counts_first_spaces_) {
        add_preserved_space(atom, first);
        return first;
    }
    std::uint32_t last = first;
    const auto goes_on = [](const Atom& a) { return a.kind == AtomKind::space && (a.flags & (kUnbreakable | kRigid | kPreserved)) == 0; };
    while (style_->collapse_white_space == Toggle::no && last + 1 < end && goes_on(paragraph.atoms[last + 1])) ++last;
    const std::int64_t count = last + 1 - first;
    const std::int64_t w = count * atom.width;
    if (only_last_justified_) {
        glue(w, count * stretch_of(atom), 0, first);
    } else if (align_ == TextAlign::justify) {
        glue(w, count * stretch_of(atom), count * shrink_of(atom), first);
    } else if (align_ == TextAlign::center) {
        glue(0, kRaggedStretch, 0, first);
        penalty(0, false, 0, first);
        glue(w, -2 * kRaggedStretch, 0, first);
        box(0, first);
        penalty(kInfinite, false, 0, first);
        glue(0, kRaggedStretch, 0, first);
    } else {
        glue(0, kRaggedStretch, 0, first);
        penalty(0, false, 0, first);
        glue(w, -kRaggedStretch, 0, first);
    }
    return last;
}

std::int64_t LineBreaker::hyphen_width(const Atom& word) const {
    return shaper_.width(shaper_.hyphen(word.shaped->face, *word.style), word.style->font_size);
}

void LineBreaker::add_hyphen(const Atom& atom, std::uint32_t i) {
    const bool by_rule = (atom.flags & kHyphenAfter) != 0 && (atom.flags & kSoftHyphen) == 0;
    const bool justified = align_ == TextAlign::justify || only_last_justified_;
    const bool centred = !justified && align_ == TextAlign::center;
    // In centred text FOP keeps a hyphen's room at the word's own hyphens too.
    const std::int64_t hyphen = (atom.flags & kHyphenAfter) != 0 || (centred && atom.kind == AtomKind::word) ? hyphen_width(atom) : 0;
    const std::int32_t cost = by_rule ? 50 : 1;
    if (justified) {
        penalty(cost, by_rule, hyphen, i);
        return;
    }
    penalty(kInfinite, false, 0, i);
    glue(0, kRaggedStretch, 0, i);
    penalty(cost, by_rule, hyphen, i);
    if (centred) {
        glue(0, -2 * kRaggedStretch, 0, i);
        box(0, i);
        penalty(kInfinite, false, 0, i);
        glue(0, kRaggedStretch, 0, i);
    } else {
        glue(0, -kRaggedStretch, 0, i);
    }
}

void LineBreaker::add_leader(const Atom& atom, std::uint32_t i) {
    box(0, i);
    penalty(kInfinite, false, 0, i);
    if (align_ == TextAlign::justify || only_last_justified_) {
        const Style& s = *atom.style;
        const std::int64_t length = atom.width + leader_edges(s);
        glue(atom.width, std::max<std::int64_t>(s.leader_maximum.of(width_) - length, 0),
             std::max<std::int64_t>(std::min<std::int64_t>(length - s.leader_minimum.of(width_), atom.width), 0), i);
    } else {
        glue(atom.width, 0, 0, i);
    }
    box(0, i);
}

void LineBreaker::finish_elements(std::uint32_t last) {
    if (align_ == TextAlign::center && align_last_ != TextAlign::justify) {
        glue(0, kRaggedStretch, 0, last);
    } else if (align_last_ != TextAlign::justify) {
        penalty(kInfinite, false, 0, last);
        glue(0, width_, 0, last);
    }
    penalty(-kInfinite, false, filler_, last);
}

}  // namespace irikteu::layout
