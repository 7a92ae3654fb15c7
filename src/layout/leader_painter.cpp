// Leaders: rules, dots and repeated contents.
#include <algorithm>

#include "base/error.hpp"
#include "layout/pen.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::int64_t kMostRepeated = 20'000;  ///< Of a leader's pattern in one line: more are finer than anybody sees.

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

// Each in its step's end, as letters are.
void Painter::draw_pictures(Pen& pen, const Atom& leader, const FoNode& picture, std::int64_t room) {
    const Style& s = *leader.style;
    const std::int64_t width = graphics_.size(picture, {pen.line->measure}).outer_width() + repeated_edges(*leader.node);
    const std::int64_t step = std::max<std::int64_t>({s.leader_pattern_width.of(pen.line->width), width, 1});
    Pen one = pen;
    one.x += step - width + s.border_and_padding(kStart);
    if (const FoNode& content = repeated(*leader.node); &content != leader.node) one.x += content.style->border_and_padding(kStart);
    const Atom image{AtomKind::image, 0, 0, picture.style, kArtifact, {.node = &picture}};
    for (std::int64_t n = times(leader, room, step); n > 0; --n) {
        const std::int64_t from = one.x;
        draw_image(one, image);
        one.x = from + step;
    }
}

std::int64_t Painter::times(const Atom& leader, std::int64_t room, std::int64_t step) const {
    const std::int64_t count = room / step;
    if (count > kMostRepeated)
        tree_.fail(ErrorCode::limit_exceeded, *leader.node, "its pattern would stand " + std::to_string(count) + " times in one line, and " + std::to_string(kMostRepeated) + " is the most");
    return count;
}

void Painter::draw_leader(Pen& pen, const Atom& atom, std::int64_t width, std::int64_t room_for_dots) {
    const Style& s = *atom.style;
    decorate(pen, nullptr, pen.x);
    if (s.leader_pattern == LeaderPattern::rule && s.rule_style != BorderStyle::none) {
        const std::int64_t baseline = baseline_of(pen, raised(s, s.rule_thickness));
        const Border rule{s.rule_thickness, s.color, s.rule_style, false};
        line_box(rule, {{pen.x}, {baseline - s.rule_thickness}, {width}, {s.rule_thickness}}, true);
    } else if (const FoNode* picture = s.leader_pattern == LeaderPattern::use_content ? repeated_picture(*atom.node) : nullptr) {
        draw_pictures(pen, atom, *picture, room_for_dots);
    } else if (s.leader_pattern == LeaderPattern::dots || s.leader_pattern == LeaderPattern::use_content) {
        const std::string pattern = s.leader_pattern == LeaderPattern::dots ? "." : leader_content(*atom.node, atom.flags);
        const bool repeats = s.leader_pattern == LeaderPattern::use_content;
        const Style& own = repeats ? *repeated(*atom.node).style : s;
        for (const ShapedText* dot : shaper_.shape(own.face, pattern, [&] { return tree_.position(*atom.node); })) {
            const std::int64_t dot_width = shaper_.width(*dot, own.font_size);
            // To FOP a dot is as high as it is wide.
            const std::int64_t baseline = baseline_of(pen, repeats ? own.raise : raised(s, static_cast<std::int32_t>(dot_width)));
            // Borders and padding are around each repetition of a content too, and it stands at its step's end (as in FOP).
            const std::int64_t edges = repeats ? repeated_edges(*atom.node) : 0;
            const std::int64_t step = std::max<std::int64_t>({s.leader_pattern_width.of(pen.line->width), dot_width + edges, 1});
            // Aligned dots stand as near to a grid from the line's left end as their room allows, so that they are one below the
            // other; there are as many as without it, as in FOP, and none comes nearer to a word that they touch or don't.
            const std::int64_t count = times(atom, room_for_dots, step);
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

}  // namespace irikteu::layout
