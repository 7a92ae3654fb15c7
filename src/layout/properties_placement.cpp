// Keeps and breaks, tables, positions, pages (XSL-FO 1.1, 7.6, 7.13, 7.19, 7.20, 7.27, 7.28, 7.31).
#include <array>

#include "layout/style_builder.hpp"

namespace irikteu::layout {
namespace {

using B = StyleBuilder;
using V = std::string_view;

BreakClass break_class(B& b, V v) {
    return b.pick<BreakClass>(v, {{"auto", BreakClass::none}, {"column", BreakClass::column}, {"page", BreakClass::page},
                                  {"even-page", BreakClass::even_page}, {"odd-page", BreakClass::odd_page}});
}

BreakClass css_break(B& b, V v, KeepStrengths& avoid) {
    if (v == "avoid") {
        avoid.within_page = avoid.within_column = kAlways;
        return BreakClass::none;
    }
    return b.pick<BreakClass>(v, {{"auto", BreakClass::none}, {"always", BreakClass::page},
                                  {"left", BreakClass::even_page}, {"right", BreakClass::odd_page}});
}

template <KeepStrengths OwnStyle::*Keep>
void keep(B& b, V v) {
    const Strength s = b.strength(v);
    b.style.*Keep = {s, s, s};
}
template <KeepStrengths OwnStyle::*Keep, Strength KeepStrengths::*Where>
void keep_within(B& b, V v) { b.style.*Keep.*Where = b.strength(v); }
template <Strength KeepStrengths::*Where>
void together_within(B& b, V v) { b.style.keep_together.*Where = b.strength(v); }

template <std::optional<Measure> OwnStyle::*Member>
void place(B& b, V v) {
    if (v == "auto" || v == "indefinite") {
        (b.style.*Member).reset();
    } else {
        b.style.*Member = b.measure(v);
    }
}

template <std::int32_t OwnStyle::*Member>
void count(B& b, V v) { b.style.*Member = b.integer(v, 1); }

void column_width(B& b, V v) {
    const Quantity q = b.quantity(v);
    if (q.kind == Quantity::Kind::proportional) {
        b.style.column_share = q.number;
        if (q.fixed != 0 || q.percent != 0) b.style.column_width = Measure{static_cast<std::int32_t>(q.fixed), static_cast<std::int32_t>(q.percent)};
    } else {
        b.style.column_width = b.measure(v);
    }
}

void separation(B& b, V v) {
    V rest = v;
    const V first = next_word(rest);
    const V second = next_word(rest);
    b.style.border_separation_inline = b.length(first);
    b.style.border_separation_block = second.empty() ? b.style.border_separation_inline : b.length(second);
}

constexpr auto kWithNext = &OwnStyle::keep_with_next;
constexpr auto kWithPrevious = &OwnStyle::keep_with_previous;

constexpr auto kTable = std::to_array<Property>({
    {"page-break-before", 2, [](B& b, V v) { b.style.break_before = css_break(b, v, b.style.keep_with_previous); }},
    {"page-break-after", 2, [](B& b, V v) { b.style.break_after = css_break(b, v, b.style.keep_with_next); }},
    {"page-break-inside", 2,
     [](B& b, V v) { b.style.keep_together.within_page = b.style.keep_together.within_column = b.pick<Strength>(v, {{"auto", 0}, {"avoid", kAlways}}); }},
    {"break-before", 3, [](B& b, V v) { b.style.break_before = break_class(b, v); }},
    {"break-after", 3, [](B& b, V v) { b.style.break_after = break_class(b, v); }},
    {"keep-with-next", 3, keep<kWithNext>},
    {"keep-with-next.within-line", 4, keep_within<kWithNext, &KeepStrengths::within_line>},
    {"keep-with-next.within-column", 4, keep_within<kWithNext, &KeepStrengths::within_column>},
    {"keep-with-next.within-page", 4, keep_within<kWithNext, &KeepStrengths::within_page>},
    {"keep-with-previous", 3, keep<kWithPrevious>},
    {"keep-with-previous.within-line", 4, keep_within<kWithPrevious, &KeepStrengths::within_line>},
    {"keep-with-previous.within-column", 4, keep_within<kWithPrevious, &KeepStrengths::within_column>},
    {"keep-with-previous.within-page", 4, keep_within<kWithPrevious, &KeepStrengths::within_page>},
    {"keep-together", 3,
     [](B& b, V v) {
         // Of a block's lines the shorthand says nothing: text would run out of the page.
         const Strength s = b.strength(v);
         b.style.keep_together = {is_inline_level(b.object()) ? s : b.style.keep_together.within_line, s, s};
     }},
    {"keep-together.within-line", 4, together_within<&KeepStrengths::within_line>},
    {"keep-together.within-column", 4, together_within<&KeepStrengths::within_column>},
    {"keep-together.within-page", 4, together_within<&KeepStrengths::within_page>},
    {"display-align", 3,
     [](B& b, V v) {
         b.style.display_align =
             b.pick<DisplayAlign>(v, {{"auto", DisplayAlign::automatic}, {"before", DisplayAlign::before},
                                      {"center", DisplayAlign::center}, {"after", DisplayAlign::after}});
     }},
    {"relative-align", 3, [](B& b, V v) { b.pick<int>(v, {{"before", 0}, {"baseline", 0}}); }},
    {"span", 3, [](B& b, V v) { b.style.span_all = b.pick<bool>(v, {{"none", false}, {"all", true}}); }},
    {"visibility", 3, [](B& b, V v) { b.style.visible = b.pick<bool>(v, {{"visible", true}, {"hidden", false}, {"collapse", false}}); }},
    {"overflow", 3,
     [](B& b, V v) {
         b.style.overflow_hidden = b.pick<bool>(
             v, {{"auto", false}, {"visible", false}, {"hidden", true}, {"error-if-overflow", false}, {"scroll", false}});
     }},
    // Of what overflows nothing is cut off, whatever rectangle is asked for.
    {"clip", 3, [](B& b, V v) {
         if (v.substr(0, 5) != "rect(") b.pick<int>(v, {{"auto", 0}});
     }},
    {"z-index", 3, [](B& b, V v) {
         if (v != "auto") b.integer(v, -1'000'000);
     }},
    {"position", 2, [](B& b, V v) {
         b.style.position = b.pick<Position>(v, {{"static", Position::automatic}, {"relative", Position::automatic},
                                                 {"absolute", Position::absolute}, {"fixed", Position::fixed}});
         b.style.relative = v == "relative" && b.object() == Object::block;
     }},
    {"absolute-position", 3,
     [](B& b, V v) {
         b.style.position = b.pick<Position>(v, {{"auto", Position::automatic}, {"absolute", Position::absolute},
                                                 {"fixed", Position::fixed}});
     }},
    {"relative-position", 3, [](B& b, V v) { b.style.relative = b.pick<bool>(v, {{"static", false}, {"relative", true}}) && b.object() == Object::block; }},
    {"top", 3, place<&OwnStyle::top>},
    {"bottom", 3, place<&OwnStyle::bottom>},
    {"left", 3, place<&OwnStyle::left>},
    {"right", 3, place<&OwnStyle::right>},
    {"border-collapse", 3,
     [](B& b, V v) {
         b.style.collapse_borders = b.pick<Toggle>(
             v, {{"collapse", Toggle::yes}, {"collapse-with-precedence", Toggle::yes}, {"separate", Toggle::no}});
     }},
    {"border-spacing", 3, separation},
    {"border-separation", 3, [](B& b, V v) { b.style.border_separation_inline = b.style.border_separation_block = b.length(v); }},
    {"border-separation.inline-progression-direction", 4, [](B& b, V v) { b.style.border_separation_inline = b.length(v); }},
    {"border-separation.block-progression-direction", 4, [](B& b, V v) { b.style.border_separation_block = b.length(v); }},
    {"table-layout", 3, [](B& b, V v) { b.style.fixed_layout = b.pick<bool>(v, {{"auto", false}, {"fixed", true}}); }},
    {"table-omit-header-at-break", 3, [](B& b, V v) { b.style.omit_header = b.boolean(v); }},
    {"table-omit-footer-at-break", 3, [](B& b, V v) { b.style.omit_footer = b.boolean(v); }},
    {"column-width", 3, column_width},
    {"column-number", 3, count<&OwnStyle::column_number>},
    {"number-columns-repeated", 3, count<&OwnStyle::columns_repeated>},
    {"number-columns-spanned", 3, count<&OwnStyle::columns_spanned>},
    {"number-rows-spanned", 3, count<&OwnStyle::rows_spanned>},
    {"starts-row", 3, [](B& b, V v) { b.style.starts_row = b.boolean(v); }},
    {"ends-row", 3, [](B& b, V v) { b.style.ends_row = b.boolean(v); }},
    {"empty-cells", 3, [](B& b, V v) { b.pick<int>(v, {{"show", 0}, {"hide", 0}}); }},
    {"caption-side", 3, [](B& b, V v) { b.pick<int>(v, {{"before", 0}, {"top", 0}}); }},
    {"size", 2,
     [](B& b, V v) {
         V rest = v;
         b.style.page_width = b.measure(next_word(rest));
         const V second = next_word(rest);
         b.style.page_height = second.empty() ? b.style.page_width : std::optional(b.measure(second));
     }},
    {"page-width", 3, place<&OwnStyle::page_width>},
    {"page-height", 3, place<&OwnStyle::page_height>},
    {"extent", 3, place<&OwnStyle::extent>},
    {"precedence", 3, [](B& b, V v) { b.style.precedence = b.boolean(v) ? Toggle::yes : Toggle::no; }},
    {"column-count", 3, count<&OwnStyle::column_count>},
    {"column-gap", 3, [](B& b, V v) { b.style.column_gap = b.measure(v); }},
});

}  // namespace

std::span<const Property> placement_properties() { return kTable; }

}  // namespace irikteu::layout
