// Lines, white space, hyphenation, leaders, lists' distances (XSL-FO 1.1, 7.10, 7.16, 7.17, 7.22, 7.30).
#include <algorithm>
#include <array>

#include "layout/style_builder.hpp"

namespace irikteu::layout {
namespace {

using B = StyleBuilder;
using V = std::string_view;

TextAlign alignment(B& b, V v) {
    return b.pick<TextAlign>(v, {{"start", TextAlign::start}, {"left", TextAlign::start}, {"inside", TextAlign::start},
                                 {"end", TextAlign::end}, {"right", TextAlign::end}, {"outside", TextAlign::end},
                                 {"center", TextAlign::center}, {"justify", TextAlign::justify}});
}

BorderStyle rule_style(B& b, V v) {
    return b.pick<BorderStyle>(v, {{"none", BorderStyle::none}, {"dotted", BorderStyle::dotted},
                                   {"dashed", BorderStyle::dashed}, {"solid", BorderStyle::solid},
                                   {"double", BorderStyle::double_}, {"groove", BorderStyle::solid},
                                   {"ridge", BorderStyle::solid}});
}

void white_space(B& b, V v) {
    enum class Mode { normal, pre, nowrap, pre_wrap };
    const Mode mode = b.pick<Mode>(v, {{"normal", Mode::normal}, {"pre", Mode::pre}, {"nowrap", Mode::nowrap},
                                       {"pre-wrap", Mode::pre_wrap}});
    const bool kept = mode == Mode::pre || mode == Mode::pre_wrap;
    b.style.linefeed = kept ? LinefeedTreatment::preserve : LinefeedTreatment::treat_as_space;
    b.style.white_space = kept ? WhiteSpaceTreatment::preserve : WhiteSpaceTreatment::if_surrounding;
    b.style.collapse_white_space = kept ? Toggle::no : Toggle::yes;
    b.style.wrap = mode == Mode::normal || mode == Mode::pre_wrap ? Toggle::yes : Toggle::no;
}

template <Measure InheritedStyle::*Member, std::size_t Which>
void line_indent(B& b, V v) {
    b.style.*Member = b.measure(v);
    b.line_indent_specified[Which] = true;
}
void leader_length(B& b, V v) { b.style.leader_minimum = b.style.leader_optimum = b.style.leader_maximum = b.measure(v); }

template <std::int16_t InheritedStyle::*Member, int Least>
void small_integer(B& b, V v) {
    b.style.*Member = static_cast<std::int16_t>(std::min(b.integer(v, Least), 1000));
}

void only_default_direction(B& b, V v) {
    b.pick<int>(v, {{"lr-tb", 0}, {"lr", 0}, {"ltr", 0}, {"normal", 0}, {"0", 0}, {"auto", 0}, {"use-normal-stylesheet", 0},
                    {"from-nearest", 0}});
}

Toggle yes_no(B& b, V v) { return b.boolean(v) ? Toggle::yes : Toggle::no; }

constexpr auto kTable = std::to_array<Property>({
    {"text-align", 2, [](B& b, V v) { b.style.text_align = alignment(b, v); }},
    {"text-align-last", 2,
     [](B& b, V v) {
         b.style.text_align_last_relative = v == "relative";
         if (v != "relative") b.style.text_align_last = alignment(b, v);
     }},
    {"text-indent", 2, line_indent<&InheritedStyle::text_indent, 0>},
    {"last-line-end-indent", 2, line_indent<&InheritedStyle::last_line_end_indent, 1>},
    {"start-indent", 2,
     [](B& b, V v) {
         b.style.start_indent = b.measure(v);
         b.indent_specified[0] = true;
     }},
    {"end-indent", 2,
     [](B& b, V v) {
         b.style.end_indent = b.measure(v);
         b.indent_specified[1] = true;
     }},
    {"white-space", 2, white_space},
    {"linefeed-treatment", 3,
     [](B& b, V v) {
         b.style.linefeed = b.pick<LinefeedTreatment>(
             v, {{"ignore", LinefeedTreatment::ignore},
                 {"preserve", LinefeedTreatment::preserve},
                 {"treat-as-space", LinefeedTreatment::treat_as_space},
                 {"treat-as-zero-width-space", LinefeedTreatment::treat_as_zero_width_space}});
     }},
    {"white-space-treatment", 3,
     [](B& b, V v) {
         b.style.white_space = b.pick<WhiteSpaceTreatment>(
             v, {{"ignore", WhiteSpaceTreatment::ignore},
                 {"preserve", WhiteSpaceTreatment::preserve},
                 {"ignore-if-before-linefeed", WhiteSpaceTreatment::if_before},
                 {"ignore-if-after-linefeed", WhiteSpaceTreatment::if_after},
                 {"ignore-if-surrounding-linefeed", WhiteSpaceTreatment::if_surrounding}});
     }},
    {"white-space-collapse", 3, [](B& b, V v) { b.style.collapse_white_space = yes_no(b, v); }},
    {"wrap-option", 3,
     [](B& b, V v) { b.style.wrap = b.pick<Toggle>(v, {{"wrap", Toggle::yes}, {"no-wrap", Toggle::no}}); }},
    {"hyphenate", 2, [](B& b, V v) { b.style.hyphenate = yes_no(b, v); }},
    {"hyphenation-character", 2,
     [](B& b, V v) {
         if (v.size() == 1) {
             b.style.hyphenation_character = static_cast<unsigned char>(v[0]);
         } else if (v == "\u2010") {
             b.style.hyphenation_character = U'\u2010';
         } else {
             b.bad_value(v);
         }
     }},
    {"hyphenation-push-character-count", 2, small_integer<&InheritedStyle::hyphenation_push, 1>},
    {"hyphenation-remain-character-count", 2, small_integer<&InheritedStyle::hyphenation_remain, 1>},
    {"hyphenation-ladder-count", 2,
     [](B& b, V v) {
         b.style.hyphenation_ladder = static_cast<std::int16_t>(v == "no-limit" ? 0 : std::min(b.integer(v, 1), 1000));
     }},
    {"hyphenation-keep", 2, [](B& b, V v) { b.pick<int>(v, {{"auto", 0}}); }},
    {"orphans", 2, small_integer<&InheritedStyle::orphans, 0>},
    {"widows", 2, small_integer<&InheritedStyle::widows, 0>},
    {"leader-pattern", 2,
     [](B& b, V v) {
         b.style.leader_pattern = b.pick<LeaderPattern>(v, {{"space", LeaderPattern::space},
                                                            {"rule", LeaderPattern::rule},
                                                            {"dots", LeaderPattern::dots},
                                                            {"use-content", LeaderPattern::use_content}});
     }},
    {"leader-alignment", 2,
     [](B& b, V v) {
         b.style.leader_alignment = b.pick<LeaderAlign>(v, {{"none", LeaderAlign::none},
                                                            {"reference-area", LeaderAlign::reference_area},
                                                            {"page", LeaderAlign::page}});
     }},
    {"leader-length", 2, leader_length},
    {"leader-length.minimum", 3, [](B& b, V v) { b.style.leader_minimum = b.measure(v); }},
    {"leader-length.optimum", 3, [](B& b, V v) { b.style.leader_optimum = b.measure(v); }},
    {"leader-length.maximum", 3, [](B& b, V v) { b.style.leader_maximum = b.measure(v); }},
    {"leader-pattern-width", 2,
     [](B& b, V v) { b.style.leader_pattern_width = v == "use-font-metrics" ? Measure{} : b.measure(v); }},
    {"rule-thickness", 2, [](B& b, V v) { b.style.rule_thickness = b.length(v); }},
    {"rule-style", 2, [](B& b, V v) { b.style.rule_style = rule_style(b, v); }},
    {"provisional-distance-between-starts", 2, [](B& b, V v) { b.style.distance_between_starts = share_beside(b.measure(v), b.parent().taken_around); }},
    {"provisional-label-separation", 2, [](B& b, V v) { b.style.label_separation = share_beside(b.measure(v), b.parent().taken_around); }},
    {"writing-mode", 2, only_default_direction},
    {"direction", 2, only_default_direction},
    {"unicode-bidi", 2, [](B& b, V v) { b.pick<int>(v, {{"normal", 0}, {"embed", 0}, {"bidi-override", 0}}); }},
    {"reference-orientation", 2,
     [](B& b, V v) {
         b.style.turn = b.pick<std::uint8_t>(v, {{"0", 0}, {"90", 1}, {"180", 2}, {"270", 3}, {"-90", 3}, {"-180", 2}, {"-270", 1}});
         const bool turns = b.object() == Object::block_container || b.object() == Object::simple_page_master ||
                            b.object() == Object::region_body || b.object() == Object::region_before ||
                            b.object() == Object::region_after || b.object() == Object::region_start || b.object() == Object::region_end;
         if (!turns) b.style.turn = 0;
     }},
    {"intrusion-displace", 2, [](B& b, V v) { b.pick<int>(v, {{"auto", 0}, {"none", 0}}); }},
});

}  // namespace

std::span<const Property> text_properties() { return kTable; }

}  // namespace irikteu::layout
