#include "layout/alignment.hpp"

#include <cmath>

#include "layout/style_resolver.hpp"

namespace irikteu::layout {

std::int32_t Extent::line(Baseline line) const {
    switch (line) {
        case Baseline::automatic:
        case Baseline::alphabetic: return 0;
        case Baseline::middle: return x_height / 2;
        case Baseline::central: return (ascent - descent) / 2 + descent;
        case Baseline::text_before:
        case Baseline::before: return ascent;
        case Baseline::text_after:
        case Baseline::after: return descent;
        case Baseline::hanging: return static_cast<std::int32_t>((std::int64_t{ascent} * 8 + 5) / 10);
        case Baseline::mathematical: return (ascent + 1) / 2;
    }
    return 0;
}

Extent StyleResolver::extent(FaceId face, std::int32_t font_size) const {
    const FaceMetrics& m = fonts_.metrics(face);
    const auto scaled = [&](std::int64_t units) {
        return static_cast<std::int32_t>(Length{units}.scaled(font_size, m.units_per_em).millipoints);
    };
    return {scaled(m.ascender), scaled(m.descender), scaled(m.x_height)};
}

// 7.14 as FOP has it: an object stands by the letters of its block, or of the nearest inline around that is shifted or has another dominant
// line, rather than by those of its parent. A font is looked into only where something is asked for: most text isn't aligned.
void StyleResolver::align(StyleBuilder& builder) const {
    Style& s = builder.style;
    const Style& parent = builder.parent();
    const Object object = builder.object();
    if (object == Object::wrapper || object == Object::footnote) {
        s.shifted = parent.shifted;
        s.at_line_edge = parent.at_line_edge;
        return;
    }
    s.raise = {};
    if (!is_inline_level(object)) {
        // A block begins a line of its own.
        s.line_face = s.face;
        s.line_font_size = s.font_size;
        s.alignment = Rare<Alignment>();
        return;
    }
    const AlignmentAdjust& adjust = builder.alignment_adjust;
    const bool plain = builder.alignment == Baseline::automatic && builder.shift == StyleBuilder::Shift::none && !builder.dominant;
    if (plain && adjust.kind == AlignmentAdjust::Kind::automatic && !parent.alignment) return;

    s.alignment_asked = true;
    const Alignment around = parent.alignment ? *parent.alignment : Alignment{s.line_face, s.line_font_size, Baseline::alphabetic, true, {}, 0};
    const bool image = object == Object::external_graphic || object == Object::instream_foreign_object || object == Object::qr_code ||
                       object == Object::field || (object == Object::leader && s.leader_pattern != LeaderPattern::use_content);
    const Extent lines = extent(around.face, around.font_size);
    const Extent own = image ? Extent{} : extent(s.face, s.font_size);
    const Baseline by = builder.alignment == Baseline::automatic ? around.dominant : builder.alignment;
    const bool at_edge = around.of_line && (by == Baseline::before || by == Baseline::after);
    std::int32_t shift = 0;
    switch (builder.shift) {
        case StyleBuilder::Shift::none: break;
        case StyleBuilder::Shift::super: shift = extent(parent.face, parent.font_size).x_height + around.letters; break;
        case StyleBuilder::Shift::sub: shift = around.letters - own.x_height / 2; break;
        case StyleBuilder::Shift::measure: shift = within_reach(builder.shift_measure.of(std::int64_t{parent.line_height})); break;
    }
    const Raise stands = around.origin + Raise{lines.line(by) - lines.line(around.dominant) + shift, at_edge && by == Baseline::before, at_edge && by == Baseline::after};

    const bool resets = builder.dominant || shift != 0;
    const Baseline dominant = builder.dominant.value_or(Baseline::automatic) == Baseline::automatic ? around.dominant : *builder.dominant;
    s.shifted = shift != 0;
    s.own_line = adjust.kind == AlignmentAdjust::Kind::automatic ? by : adjust.kind == AlignmentAdjust::Kind::line ? adjust.line : dominant;
    s.at_line_edge = at_edge && !resets;
    if (image) {
        s.raise = stands;
        s.moved_up = adjust.length;
        s.subscript = builder.shift == StyleBuilder::Shift::sub;
        return;
    }
    if (object == Object::leader) s.empty_raise = stands.fixed + adjust.length.fixed + (builder.shift == StyleBuilder::Shift::sub ? own.x_height / 2 : 0);
    const std::int32_t base = object == Object::character ? s.font_size : s.line_height;
    s.raise = stands + (within_reach(adjust.length.of(std::int64_t{base})) - own.line(s.own_line));
    const Extent& mine = resets ? own : lines;
    Alignment inner{around.face, around.font_size, dominant, around.of_line && !resets, stands + (mine.line(dominant) - mine.line(by)),
                    mine.line(by) - mine.line(dominant) - own.line(by)};
    if (resets) {
        inner.face = s.face;
        inner.font_size = s.font_size;
    }
    s.alignment = inner;
}

}  // namespace irikteu::layout
