// Fonts, color and what is done to the glyphs (XSL-FO 1.1, 7.9, 7.14, 7.17, 7.18).
#include <algorithm>
#include <array>
#include <cstdlib>

#include "layout/style_builder.hpp"

namespace irikteu::layout {
namespace {

using B = StyleBuilder;
using V = std::string_view;

constexpr std::int32_t kLargestFont = 2'000'000;

std::int32_t scaled(std::int32_t value, std::int64_t numerator, std::int64_t denominator) {
    return static_cast<std::int32_t>(Length{value}.scaled(numerator, denominator).millipoints);
}

// `larger` and `smaller` go by the steps of the named sizes, from the one that is nearest (7.9.4), as in FOP.
std::int32_t nearest_named_size(std::int32_t size) {
    constexpr std::int32_t kMedium = 12'000;
    std::int32_t last = kMedium;
    const bool down = size < kMedium;
    for (;;) {
        const std::int32_t next = down ? scaled(last, 10, 12) : scaled(last, 12, 10);
        if (next == last || (down ? next <= size : next >= size)) return std::abs(last - size) <= std::abs(next - size) ? last : next;
        last = next;
    }
}

void font_size(B& b, V v) {
    static constexpr auto kSizes = std::to_array<std::pair<V, std::int32_t>>(
        {{"xx-small", 6'944}, {"x-small", 8'333}, {"small", 10'000}, {"medium", 12'000},
         {"large", 14'400},   {"x-large", 17'280}, {"xx-large", 20'736}});
    const std::int32_t before = b.parent().font_size;
    b.style.font_size = before;  // What "em" means here.
    if (v == "larger") {
        b.style.font_size = std::min(scaled(nearest_named_size(before), 12, 10), kLargestFont);
        return;
    }
    if (v == "smaller") {
        b.style.font_size = scaled(nearest_named_size(before), 10, 12);
        return;
    }
    for (const auto& [name, size] : kSizes) {
        if (name == v) {
            b.style.font_size = size;
            return;
        }
    }
    const std::int64_t size = b.measure(v).of(std::int64_t{before});
    if (size < 0 || size > kLargestFont) b.bad_value(v);
    b.style.font_size = static_cast<std::int32_t>(size);
}

void font_family(B& b, V v) { b.family = v; }

void font_weight(B& b, V v) {
    b.style.weight = b.pick<Weight>(v, {{"normal", Weight::regular}, {"bold", Weight::bold}, {"bolder", Weight::bold},
                                        {"lighter", Weight::regular}, {"100", Weight::regular}, {"200", Weight::regular},
                                        {"300", Weight::regular}, {"400", Weight::regular}, {"500", Weight::regular},
                                        {"600", Weight::bold}, {"700", Weight::bold}, {"800", Weight::bold},
                                        {"900", Weight::bold}});
}

void font_style(B& b, V v) {
    b.style.slant = b.pick<Slant>(v, {{"normal", Slant::upright}, {"italic", Slant::italic}, {"oblique", Slant::italic}});
}

void line_height(B& b, V v) {
    b.line_height_specified = true;
    if (v == "normal") {
        b.style.line_height_factor = 1'200;
        return;
    }
    const Quantity q = b.quantity(v);
    if (q.kind == Quantity::Kind::number) {
        if (q.number < 0) b.bad_value(v);
        b.style.line_height_factor = static_cast<std::int32_t>(q.number / 1'000);
        if (b.style.line_height_factor == 0) b.style.line_height = 0;
        return;
    }
    b.style.line_height_factor = 0;
    b.style.line_height = within_reach(b.measure(v).of(std::int64_t{b.style.font_size}));
}

// [style || variant || weight]? size[/line-height]? family (7.31.13)
void font(B& b, V v) {
    // The fonts of a desktop: a page has none but its default.
    for (const V system : {"caption", "icon", "menu", "message-box", "small-caption", "status-bar"}) {
        if (v == system) return;
    }
    V rest = v;
    for (;;) {
        const V word = next_word(rest);
        if (word.empty()) b.bad_value(v);
        if (word == "normal" || word == "small-caps") continue;
        if (word == "italic" || word == "oblique") {
            font_style(b, word);
        } else if (word == "bold" || word == "bolder" || word == "lighter" || (word.size() == 3 && word.substr(1) == "00")) {
            font_weight(b, word);
        } else {
            const std::size_t slash = word.find('/');
            font_size(b, word.substr(0, slash));
            if (slash != V::npos) line_height(b, word.substr(slash + 1));
            break;
        }
    }
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (rest.empty()) b.bad_value(v);
    font_family(b, rest);
}

void decoration(B& b, V v) {
    V rest = v;
    for (V word = next_word(rest); !word.empty(); word = next_word(rest)) {
        if (word == "none" || word == "blink" || word == "no-blink") {
            if (word != "none") continue;
            b.style.underline = b.style.overline = b.style.line_through = false;
        } else if (word == "underline") {
            b.style.underline = true;
        } else if (word == "overline") {
            b.style.overline = true;
        } else if (word == "line-through") {
            b.style.line_through = true;
        } else if (word == "no-underline") {
            b.style.underline = false;
        } else if (word == "no-overline") {
            b.style.overline = false;
        } else if (word == "no-line-through") {
            b.style.line_through = false;
        } else {
            b.bad_value(v);
        }
    }
}

constexpr std::pair<V, Baseline> kBaselines[] = {
    {"alphabetic", Baseline::alphabetic}, {"middle", Baseline::middle}, {"central", Baseline::central}, {"before-edge", Baseline::before},
    {"text-before-edge", Baseline::text_before}, {"after-edge", Baseline::after}, {"text-after-edge", Baseline::text_after},
    {"ideographic", Baseline::text_after}, {"hanging", Baseline::hanging}, {"mathematical", Baseline::mathematical}};

std::optional<Baseline> baseline_named(V v) {
    for (const auto& [name, baseline] : kBaselines) {
        if (name == v) return baseline;
    }
    return std::nullopt;
}

void alignment_baseline(B& b, V v) {
    if (v == "auto" || v == "baseline") {
        b.alignment = Baseline::automatic;
        return;
    }
    const auto named = baseline_named(v);
    if (!named) b.bad_value(v);
    b.alignment = *named;
}

void baseline_shift(B& b, V v) {
    if (v == "baseline") {
        b.shift = B::Shift::none;
    } else if (v == "super") {
        b.shift = B::Shift::super;
    } else if (v == "sub") {
        b.shift = B::Shift::sub;
    } else {
        b.shift = B::Shift::measure;
        b.shift_measure = b.measure(v);
    }
}

void spacing(B& b, V v, std::int32_t InheritedStyle::*member) { b.style.*member = v == "normal" ? 0 : b.length(v); }
void letter_spacing(B& b, V v) { spacing(b, v, &InheritedStyle::letter_spacing); }
// A length stands for minimum, optimum and maximum (5.11): such spaces stay as they are in justified text, as in FOP.
void word_spacing(B& b, V v) {
    spacing(b, v, &InheritedStyle::word_spacing);
    b.style.word_stretch = b.style.word_shrink = v == "normal" ? -1 : 0;
}
void most_word_spacing(B& b, V v) {
    if (v != "normal") b.style.word_stretch = std::max(b.length(v) - b.style.word_spacing, 0);
}
void least_word_spacing(B& b, V v) {
    if (v != "normal") b.style.word_shrink = std::max(b.style.word_spacing - b.length(v), 0);
}

// Of the faces that there are the nearest is taken (7.9.2), and all are of normal width.
void font_stretch(B& b, V v) {
    b.pick<int>(v, {{"normal", 0}, {"wider", 0}, {"narrower", 0}, {"ultra-condensed", 0}, {"extra-condensed", 0}, {"condensed", 0},
                    {"semi-condensed", 0}, {"semi-expanded", 0}, {"expanded", 0}, {"extra-expanded", 0}, {"ultra-expanded", 0}});
}
// No face has small capitals: the letters stay as they are, as in FOP.
void font_variant(B& b, V v) { b.pick<int>(v, {{"normal", 0}, {"small-caps", 0}}); }

// Of a language and a country that come by different objects; in Britain English words end their lines elsewhere.
void choose_english(B& b) {
    const bool english = b.style.patterns == kazakh::PatternLanguage::english || b.style.patterns == kazakh::PatternLanguage::british;
    if (english) b.style.patterns = b.style.british ? kazakh::PatternLanguage::british : kazakh::PatternLanguage::english;
}

void nothing(B&, V) {}
// A bound of something of which only the optimum is used.
void any_length(B& b, V v) {
    if (v != "normal") b.quantity(v);
}
void alignment_adjust(B& b, V v) {
    using Kind = AlignmentAdjust::Kind;
    if (v == "auto") {
        b.alignment_adjust = {};
    } else if (v == "baseline") {
        b.alignment_adjust = {Kind::length, {}, {}};
    } else if (const auto named = baseline_named(v)) {
        b.alignment_adjust = {Kind::line, *named, {}};
    } else {
        b.alignment_adjust = {Kind::length, {}, b.measure(v)};
    }
}
void dominant_baseline(B& b, V v) {
    if (v == "auto" || v == "use-script" || v == "no-change") {
        b.dominant.reset();
    } else if (v == "reset-size") {
        b.dominant = Baseline::automatic;
    } else {
        b.dominant = baseline_named(v);
        if (!b.dominant || b.dominant == Baseline::before || b.dominant == Baseline::after) b.bad_value(v);
    }
}
// The shorthand of the four (7.31.22).
void vertical_align(B& b, V v) {
    if (v == "sub" || v == "super") {
        baseline_shift(b, v);
        return;
    }
    for (const auto& [name, baseline] : {std::pair{V("baseline"), Baseline::automatic}, {"middle", Baseline::middle}, {"top", Baseline::before},
                                         {"text-top", Baseline::text_before}, {"bottom", Baseline::after}, {"text-bottom", Baseline::text_after}}) {
        if (v != name) continue;
        b.alignment = baseline;
        return;
    }
    b.alignment_adjust = {AlignmentAdjust::Kind::length, {}, b.measure(v)};
}
void only_none(B& b, V v) { b.pick<int>(v, {{"none", 0}}); }

constexpr auto kTable = std::to_array<Property>({
    {"font", 0, font},
    {"font-size", 1, font_size},
    {"font-family", 1, font_family},
    {"font-weight", 1, font_weight},
    {"font-style", 1, font_style},
    {"font-stretch", 1, font_stretch},
    {"font-variant", 1, font_variant},
    {"font-size-adjust", 1, only_none},
    {"font-selection-strategy", 1, [](B& b, V v) { b.pick<int>(v, {{"auto", 0}, {"character-by-character", 0}}); }},
    {"line-height", 2, line_height},
    {"line-height.optimum", 3, line_height},
    {"line-height.minimum", 2, any_length},
    {"line-height.maximum", 2, any_length},
    {"line-height.precedence", 2, nothing},
    {"line-height.conditionality", 2, nothing},
    {"line-height-shift-adjustment", 2,
     [](B& b, V v) {
         b.style.shift_adjusts_line =
             b.pick<Toggle>(v, {{"consider-shifts", Toggle::yes}, {"disregard-shifts", Toggle::no}});
     }},
    {"line-stacking-strategy", 2,
     [](B& b, V v) {
         b.style.font_height_lines = b.pick<Toggle>(
             v, {{"max-height", Toggle::no}, {"line-height", Toggle::no}, {"font-height", Toggle::yes}});
     }},
    {"color", 2, [](B& b, V v) { b.style.color = b.color(v); }},
    {"letter-spacing", 2, letter_spacing},
    {"letter-spacing.optimum", 3, letter_spacing},
    {"letter-spacing.minimum", 2, any_length},
    {"letter-spacing.maximum", 2, any_length},
    {"word-spacing", 2, word_spacing},
    {"word-spacing.optimum", 3, word_spacing},
    {"word-spacing.minimum", 4, least_word_spacing},
    {"word-spacing.maximum", 4, most_word_spacing},
    {"text-decoration", 2, decoration},
    {"text-shadow", 2, only_none},
    {"text-transform", 2,
     [](B& b, V v) {
         b.style.transform = b.pick<TextTransform>(v, {{"none", TextTransform::none}, {"capitalize", TextTransform::capitalize},
                                                       {"uppercase", TextTransform::uppercase}, {"lowercase", TextTransform::lowercase}});
     }},
    {"vertical-align", 2, vertical_align},
    {"baseline-shift", 3, baseline_shift},
    {"alignment-baseline", 3, alignment_baseline},
    {"alignment-adjust", 3, alignment_adjust},
    {"dominant-baseline", 3, dominant_baseline},
    {"language", 2, [](B& b, V v) {
         b.style.patterns = v.size() == 2 ? kazakh::pattern_language(v) : kazakh::PatternLanguage::none;
         choose_english(b);
     }},
    {"country", 2, [](B& b, V v) {
         b.style.british = v == "GB" || v == "gb";
         choose_english(b);
     }},
    {"script", 2, nothing},
    {"xml:lang", 1, [](B& b, V v) {
         b.style.patterns = kazakh::pattern_language(v);
         b.style.british = b.style.patterns == kazakh::PatternLanguage::british;
     }},
});

}  // namespace

std::span<const Property> font_properties() { return kTable; }

}  // namespace irikteu::layout
