// Margins, spaces, borders, padding, background, dimensions (XSL-FO 1.1, 7.8, 7.11, 7.15).
#include <array>

#include "layout/style_builder.hpp"

namespace irikteu::layout {
namespace {

using B = StyleBuilder;
using V = std::string_view;

// Words of a shorthand of four sides: top, right, bottom, left, as CSS hands them out.
std::array<V, 4> four_sides(B& b, V v) {
    std::array<V, 4> words;
    std::size_t count = 0;
    V rest = v;
    for (V word = next_word(rest); !word.empty(); word = next_word(rest)) {
        if (count == 4) b.bad_value(v);
        words[count++] = word;
    }
    if (count == 0) b.bad_value(v);
    const V top = words[0];
    const V right = count > 1 ? words[1] : top;
    const V bottom = count > 2 ? words[2] : top;
    const V left = count > 3 ? words[3] : right;
    return {top, bottom, left, right};  // In the order of Edge.
}

template <Edge E>
void margin(B& b, V v) {
    b.style.margin[E] = v == "auto" ? Measure{} : b.measure(v);
    b.margin_specified[E] = true;
    if (E == kBefore || E == kAfter) {
        SpaceSpecifier& space = E == kBefore ? b.style.space_before : b.style.space_after;
        space.minimum = space.optimum = space.maximum = b.style.margin[E];
        space.minimum_set = space.optimum_set = space.maximum_set = true;
        space.retain = true;
        b.space_of_margin[E == kBefore ? 0 : 1] = true;
    }
}

// Said by itself, not by the shorthand: that one leaves an indent that is said as well.
template <Edge E>
void own_margin(B& b, V v) {
    margin<E>(b, v);
    b.indent_specified[E == kStart ? 0 : 1] = false;
}

// What is laid out by ListBuilder or TableBuilder, which know the width around; rows and their kind have no padding at all.
bool pads_in_per_cent(Object object) {
    switch (object) {
        case Object::block:
        case Object::block_container:
        case Object::list_block:
        case Object::list_item:
        case Object::table:
        case Object::table_cell:
        case Object::table_row:
        case Object::table_body:
        case Object::table_header:
        case Object::table_footer:
        case Object::table_column: return true;
        default: return false;
    }
}

template <Edge E>
void padding(B& b, V v) {
    const Measure m = b.measure(v);
    if (m.percent != 0 && !pads_in_per_cent(b.object())) b.bad_value(v);
    // Less than nothing is no padding by the recommendation; as in FOP, it draws the content outwards.
    b.style.padding[E] = m.fixed;
    b.style.padding_percent[E] = m.percent;
}

template <Edge E>
void border_style(B& b, V v) {
    b.style.border[E].style = b.pick<BorderStyle>(
        v, {{"none", BorderStyle::none}, {"hidden", BorderStyle::hidden}, {"dotted", BorderStyle::dotted},
            {"dashed", BorderStyle::dashed}, {"solid", BorderStyle::solid}, {"double", BorderStyle::double_},
            {"groove", BorderStyle::solid}, {"ridge", BorderStyle::solid}, {"inset", BorderStyle::solid},
            {"outset", BorderStyle::solid}});
}

template <Edge E>
void border_width(B& b, V v) {
    b.border_width[E] = v == "thin" ? 500 : v == "medium" ? 1'000 : v == "thick" ? 2'000 : b.length(v);
    if (b.border_width[E] < 0) b.bad_value(v);
}

template <Edge E>
void border_color(B& b, V v) {
    b.border_color_specified[E] = true;
    b.style.border[E].color = b.color(v);
}

template <Edge E>
void border_side(B& b, V v) {
    V rest = v;
    for (V word = next_word(rest); !word.empty(); word = next_word(rest)) {
        static constexpr auto kStyles = std::to_array<V>(
            {"none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset"});
        bool is_style = false;
        for (const V style : kStyles) is_style = is_style || style == word;
        if (is_style) {
            border_style<E>(b, word);
        } else if (word == "thin" || word == "medium" || word == "thick" || b.try_quantity(word)) {
            border_width<E>(b, word);
        } else {
            border_color<E>(b, word);
        }
    }
}

template <void (*Before)(B&, V), void (*After)(B&, V), void (*Start)(B&, V), void (*End)(B&, V)>
void each_side(B& b, V v) {
    const auto sides = four_sides(b, v);
    Before(b, sides[kBefore]);
    After(b, sides[kAfter]);
    Start(b, sides[kStart]);
    End(b, sides[kEnd]);
}

void border(B& b, V v) {
    border_side<kBefore>(b, v);
    border_side<kAfter>(b, v);
    border_side<kStart>(b, v);
    border_side<kEnd>(b, v);
}

bool retains(B& b, V v) { return b.pick<bool>(v, {{"retain", true}, {"discard", false}}); }

template <Edge E>
void border_condition(B& b, V v) { b.style.border[E].retain = retains(b, v); }
template <Edge E>
void padding_condition(B& b, V v) { b.style.padding_retain[E] = retains(b, v); }

BackgroundImage background_image_of(B& b) { return b.style.background_image ? *b.style.background_image : BackgroundImage{}; }

void background_image(B& b, V v) {
    if (v == "none") {
        b.style.background_image = Rare<BackgroundImage>();
        return;
    }
    BackgroundImage image = background_image_of(b);
    image.uri = v;
    image.source = b.source();
    b.style.background_image = image;
}

void background_repeat(B& b, V v) {
    const int repeat = b.pick<int>(v, {{"repeat", 3}, {"repeat-x", 1}, {"repeat-y", 2}, {"no-repeat", 0}});
    if (!b.style.background_image) return;
    BackgroundImage image = *b.style.background_image;
    image.repeat_x = (repeat & 1) != 0;
    image.repeat_y = (repeat & 2) != 0;
    b.style.background_image = image;
}

bool is_position(V v) { return v == "left" || v == "right" || v == "center" || v == "top" || v == "bottom"; }

template <Measure BackgroundImage::*Where>
void background_place(B& b, V v) {
    const Measure place = v == "left" || v == "top" ? Measure{} : v == "center" ? Measure{0, 50'000} : v == "right" || v == "bottom" ? Measure{0, 100'000} : b.measure(v);
    if (!b.style.background_image) return;
    BackgroundImage image = *b.style.background_image;
    image.*Where = place;
    b.style.background_image = image;
}

// One word: the other is the centre; keywords in any order, lengths across first.
void background_position(B& b, V v) {
    V rest = v;
    V across = next_word(rest), down = next_word(rest);
    if (down.empty()) down = "center";
    if (across == "top" || across == "bottom" || down == "left" || down == "right") std::swap(across, down);
    background_place<&BackgroundImage::x>(b, across);
    background_place<&BackgroundImage::y>(b, down);
}

// colour || image || repeat || attachment || position (7.31.1)
void background(B& b, V v) {
    V rest = v;
    V image, repeat, first, second;
    for (V word = next_word(rest); !word.empty(); word = next_word(rest)) {
        if (word == "none" || word == "scroll" || word == "fixed") continue;
        if (word.substr(0, 4) == "url(") {
            image = word;
        } else if (word.find("repeat") != V::npos) {
            repeat = word;
        } else if (is_position(word) || (word[0] != '#' && b.try_quantity(word))) {
            (first.empty() ? first : second) = word;
        } else {
            b.style.background = b.background(word);
        }
    }
    if (!image.empty()) background_image(b, image);
    if (!repeat.empty()) background_repeat(b, repeat);
    if (!first.empty()) background_position(b, std::string_view(first.data(), static_cast<std::size_t>((second.empty() ? first : second).data() + (second.empty() ? first : second).size() - first.data())));
}

template <SpaceSpecifier OwnStyle::*Space>
void space(B& b, V v) {
    SpaceSpecifier& space = b.style.*Space;
    space.minimum = space.optimum = space.maximum = b.measure(v);
    space.minimum_set = space.optimum_set = space.maximum_set = true;
    space.retain = false;
    b.space_of_margin[Space == &OwnStyle::space_before ? 0 : 1] = false;
}
// A component is of another space than the one that the margin shorthand made, and retains (as in FOP).
template <SpaceSpecifier OwnStyle::*Space>
SpaceSpecifier& own_space(B& b) {
    bool& of_margin = b.space_of_margin[Space == &OwnStyle::space_before ? 0 : 1];
    if (of_margin) b.style.*Space = {};
    of_margin = false;
    return b.style.*Space;
}
template <SpaceSpecifier OwnStyle::*Space>
void space_minimum(B& b, V v) {
    SpaceSpecifier& space = own_space<Space>(b);
    space.minimum = b.measure(v);
    space.minimum_set = true;
}
template <SpaceSpecifier OwnStyle::*Space>
void space_optimum(B& b, V v) {
    SpaceSpecifier& space = own_space<Space>(b);
    space.optimum = b.measure(v);
    space.optimum_set = true;
}
template <SpaceSpecifier OwnStyle::*Space>
void space_maximum(B& b, V v) {
    SpaceSpecifier& space = own_space<Space>(b);
    space.maximum = b.measure(v);
    space.maximum_set = true;
}
template <SpaceSpecifier OwnStyle::*Space>
void space_precedence(B& b, V v) {
    own_space<Space>(b).precedence =
        v == "force" ? kAlways : static_cast<std::int16_t>(std::min(b.integer(v, -32'768), kAlways - 1));
}
template <SpaceSpecifier OwnStyle::*Space>
void space_condition(B& b, V v) { own_space<Space>(b).retain = retains(b, v); }

template <std::optional<Measure> OwnStyle::*Member>
void dimension(B& b, V v) {
    if (v == "auto" || v == "none") {
        (b.style.*Member).reset();
    } else {
        b.style.*Member = b.measure(v);
    }
}

template <ContentSize OwnStyle::*Kind, Measure OwnStyle::*Size>
void content_size(B& b, V v) {
    if (v == "auto") {
        b.style.*Kind = ContentSize::automatic;
    } else if (v == "scale-to-fit") {
        b.style.*Kind = ContentSize::scale_to_fit;
    } else if (v == "scale-down-to-fit") {
        b.style.*Kind = ContentSize::scale_down_to_fit;
    } else if (v == "scale-up-to-fit") {
        b.style.*Kind = ContentSize::scale_up_to_fit;
    } else {
        b.style.*Kind = ContentSize::measure;
        b.style.*Size = b.measure(v);
    }
}

constexpr auto kSb = &OwnStyle::space_before;
constexpr auto kSa = &OwnStyle::space_after;

constexpr auto kTable = std::to_array<Property>({
    {"margin", 2, each_side<margin<kBefore>, margin<kAfter>, margin<kStart>, margin<kEnd>>},
    {"margin-top", 7, margin<kBefore>},
    {"margin-bottom", 7, margin<kAfter>},
    {"margin-left", 7, own_margin<kStart>},
    {"margin-right", 7, own_margin<kEnd>},
    {"space-before", 5, space<kSb>},
    {"space-before.minimum", 6, space_minimum<kSb>},
    {"space-before.optimum", 6, space_optimum<kSb>},
    {"space-before.maximum", 6, space_maximum<kSb>},
    {"space-before.precedence", 6, space_precedence<kSb>},
    {"space-before.conditionality", 6, space_condition<kSb>},
    {"space-after", 5, space<kSa>},
    {"space-after.minimum", 6, space_minimum<kSa>},
    {"space-after.optimum", 6, space_optimum<kSa>},
    {"space-after.maximum", 6, space_maximum<kSa>},
    {"space-after.precedence", 6, space_precedence<kSa>},
    {"space-after.conditionality", 6, space_condition<kSa>},
    {"space-start", 5, [](B& b, V v) { b.style.space_start = b.measure(v); }},
    {"space-start.optimum", 6, [](B& b, V v) { b.style.space_start = b.measure(v); }},
    {"space-end", 5, [](B& b, V v) { b.style.space_end = b.measure(v); }},
    {"space-end.optimum", 6, [](B& b, V v) { b.style.space_end = b.measure(v); }},
    {"padding", 2, each_side<padding<kBefore>, padding<kAfter>, padding<kStart>, padding<kEnd>>},
    {"padding-before", 5, padding<kBefore>},
    {"padding-after", 5, padding<kAfter>},
    {"padding-start", 5, padding<kStart>},
    {"padding-end", 5, padding<kEnd>},
    {"padding-before.length", 6, padding<kBefore>},
    {"padding-after.length", 6, padding<kAfter>},
    {"padding-start.length", 6, padding<kStart>},
    {"padding-end.length", 6, padding<kEnd>},
    {"padding-before.conditionality", 6, padding_condition<kBefore>},
    {"padding-after.conditionality", 6, padding_condition<kAfter>},
    {"padding-top", 7, padding<kBefore>},
    {"padding-bottom", 7, padding<kAfter>},
    {"padding-left", 7, padding<kStart>},
    {"padding-right", 7, padding<kEnd>},
    {"border", 2, border},
    {"border-style", 3, each_side<border_style<kBefore>, border_style<kAfter>, border_style<kStart>, border_style<kEnd>>},
    {"border-width", 3, each_side<border_width<kBefore>, border_width<kAfter>, border_width<kStart>, border_width<kEnd>>},
    {"border-color", 3, each_side<border_color<kBefore>, border_color<kAfter>, border_color<kStart>, border_color<kEnd>>},
    {"border-before", 4, border_side<kBefore>},
    {"border-after", 4, border_side<kAfter>},
    {"border-start", 4, border_side<kStart>},
    {"border-end", 4, border_side<kEnd>},
    {"border-top", 4, border_side<kBefore>},
    {"border-bottom", 4, border_side<kAfter>},
    {"border-left", 4, border_side<kStart>},
    {"border-right", 4, border_side<kEnd>},
    {"border-before-style", 5, border_style<kBefore>},
    {"border-after-style", 5, border_style<kAfter>},
    {"border-start-style", 5, border_style<kStart>},
    {"border-end-style", 5, border_style<kEnd>},
    {"border-top-style", 7, border_style<kBefore>},
    {"border-bottom-style", 7, border_style<kAfter>},
    {"border-left-style", 7, border_style<kStart>},
    {"border-right-style", 7, border_style<kEnd>},
    {"border-before-width", 5, border_width<kBefore>},
    {"border-after-width", 5, border_width<kAfter>},
    {"border-start-width", 5, border_width<kStart>},
    {"border-end-width", 5, border_width<kEnd>},
    {"border-before-width.length", 6, border_width<kBefore>},
    {"border-after-width.length", 6, border_width<kAfter>},
    {"border-start-width.length", 6, border_width<kStart>},
    {"border-end-width.length", 6, border_width<kEnd>},
    {"border-before-width.conditionality", 6, border_condition<kBefore>},
    {"border-after-width.conditionality", 6, border_condition<kAfter>},
    {"border-top-width", 7, border_width<kBefore>},
    {"border-bottom-width", 7, border_width<kAfter>},
    {"border-left-width", 7, border_width<kStart>},
    {"border-right-width", 7, border_width<kEnd>},
    {"border-before-color", 5, border_color<kBefore>},
    {"border-after-color", 5, border_color<kAfter>},
    {"border-start-color", 5, border_color<kStart>},
    {"border-end-color", 5, border_color<kEnd>},
    {"border-top-color", 7, border_color<kBefore>},
    {"border-bottom-color", 7, border_color<kAfter>},
    {"border-left-color", 7, border_color<kStart>},
    {"border-right-color", 7, border_color<kEnd>},
    {"background", 2, background},
    {"background-color", 3, [](B& b, V v) { b.style.background = b.background(v); }},
    {"background-image", 3, background_image},
    {"background-repeat", 4, background_repeat},
    {"background-attachment", 4, [](B& b, V v) { b.pick<int>(v, {{"scroll", 0}, {"fixed", 0}}); }},
    {"background-position", 4, background_position},
    {"background-position-horizontal", 5, background_place<&BackgroundImage::x>},
    {"background-position-vertical", 5, background_place<&BackgroundImage::y>},
    {"width", 7, dimension<&OwnStyle::width>},
    {"height", 7, dimension<&OwnStyle::height>},
    {"inline-progression-dimension", 5, dimension<&OwnStyle::width>},
    {"inline-progression-dimension.optimum", 6, dimension<&OwnStyle::width>},
    {"inline-progression-dimension.minimum", 6, dimension<&OwnStyle::minimum_width>},
    {"inline-progression-dimension.maximum", 6, dimension<&OwnStyle::maximum_width>},
    {"block-progression-dimension", 5, dimension<&OwnStyle::height>},
    {"block-progression-dimension.optimum", 6, dimension<&OwnStyle::height>},
    {"block-progression-dimension.minimum", 6, dimension<&OwnStyle::minimum_height>},
    {"block-progression-dimension.maximum", 6, dimension<&OwnStyle::maximum_height>},
    {"min-width", 7, dimension<&OwnStyle::minimum_width>},
    {"max-width", 7, dimension<&OwnStyle::maximum_width>},
    {"min-height", 7, dimension<&OwnStyle::minimum_height>},
    {"max-height", 7, dimension<&OwnStyle::maximum_height>},
    {"width.optimum", 7, dimension<&OwnStyle::width>},
    {"width.minimum", 7, dimension<&OwnStyle::minimum_width>},
    {"width.maximum", 7, dimension<&OwnStyle::maximum_width>},
    {"height.optimum", 7, dimension<&OwnStyle::height>},
    {"height.minimum", 7, dimension<&OwnStyle::minimum_height>},
    {"height.maximum", 7, dimension<&OwnStyle::maximum_height>},
    {"content-width", 5, content_size<&OwnStyle::content_width, &OwnStyle::content_width_measure>},
    {"content-height", 5, content_size<&OwnStyle::content_height, &OwnStyle::content_height_measure>},
    {"scaling", 5,
     [](B& b, V v) {
         b.style.scaling = b.pick<Scaling>(v, {{"uniform", Scaling::uniform}, {"non-uniform", Scaling::non_uniform}});
     }},
    {"scaling-method", 5, [](B& b, V v) { b.pick<int>(v, {{"auto", 0}, {"integer-pixels", 0}, {"resample-any-method", 0}}); }},
});

}  // namespace

std::span<const Property> box_properties() { return kTable; }

}  // namespace irikteu::layout
