#include "readers/ink.hpp"

#include <cstdlib>
#include <string_view>

#include "base/ascii.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

namespace {

constexpr int kMostTiny = 4;         ///< Half points: nobody prints notes that small.
constexpr int kLeastPale = 0xF0;     ///< Each channel of a colour that paper has.
constexpr int kFarAway = 400;        ///< Half points above or below: further than to the next lines.
constexpr int kLeastScale = 10;      ///< Percent.
constexpr int kUnitsOfHalfPoint = 10;  ///< Twentieths of a point.
constexpr int kTransparent = 90'000;   ///< Of a hundred thousand.

/// The theme's paper, not darkened.
bool is_paper(xml::Node e, std::string_view colour, std::string_view shade) {
    const std::string_view name = attribute(e, colour).value_or("");
    return (name == "background1" || name == "light1" || name == "bg1" || name == "lt1") && !attribute(e, shade);
}

/// 17.3.2.6: a theme's colour counts before the value beside it.
bool is_pale_colour(xml::Node e) {
    if (attribute(e, "themeColor")) return is_paper(e, "themeColor", "themeShade");
    return is_pale(attribute(e, "val").value_or(""));
}

void take_fill(xml::Node fill, Ink& ink) {
    for (const xml::Node kind : fill.elements()) {
        ink.unfilled = kind.name() == "noFill";
        if (kind.name() != "solidFill") continue;
        for (const xml::Node colour : kind.elements()) {
            ink.pale = colour.name() == "srgbClr" ? is_pale(attribute(colour, "val").value_or("")) : is_paper(colour, "val", "shade");
            for (const xml::Node change : colour.elements())
                if (change.name() == "alpha" && integer_attribute(change, "val", 0) >= kTransparent) ink.unfilled = true;
        }
    }
}

template <class Value>
void replace(std::optional<Value>& value, const std::optional<Value>& by) {
    if (by) value = by;
}

}  // namespace

bool is_pale(std::string_view rgb) {
    if (rgb.size() != 6) return false;
    for (std::size_t i = 0; i < 6; i += 2) {
        const int high = base::hexadecimal(rgb[i]), low = base::hexadecimal(rgb[i + 1]);
        if (high < 0 || low < 0 || high * 16 + low < kLeastPale) return false;
    }
    return true;
}

void Ink::override_with(const Ink& over) {
    replace(pale, over.pale);
    replace(backed, over.backed);
    replace(unfilled, over.unfilled);
    replace(outlined, over.outlined);
    replace(raised, over.raised);
    replace(scale, over.scale);
    replace(spread, over.spread);
}

void Ink::take(xml::Node e) {
    const std::string_view name = e.name();
    if (name == "color") pale = is_pale_colour(e);
    else if (name == "shd") backed = backed.value_or(false) || is_coloured(e);
    else if (name == "highlight") backed = backed.value_or(false) || (attribute(e, "val").value_or("none") != "none" && attribute(e, "val") != "white");
    else if (name == "position") raised = integer_attribute(e, "val", 0);
    else if (name == "w") scale = integer_attribute(e, "val", 100);
    else if (name == "spacing") spread = integer_attribute(e, "val", 0);
    else if (name == "outline" || name == "shadow" || name == "emboss" || name == "imprint") outlined = outlined.value_or(false) || on_off(e).value_or(false);
    else if (name == "textOutline") outlined = static_cast<bool>(e.first_element()) && !e.first_element("noFill");
    else if (name == "textFill") take_fill(e, *this);
}

bool is_coloured(xml::Node shading) {
    const std::string_view pattern = attribute(shading, "val").value_or("clear");
    if (pattern == "nil") return false;
    if (pattern != "clear") return true;
    if (attribute(shading, "themeFill")) return !is_paper(shading, "themeFill", "themeFillShade");
    const std::string_view fill = attribute(shading, "fill").value_or("auto");
    return fill != "auto" && !fill.empty() && !is_pale(fill);
}

bool is_unseen(const Ink& ink, std::optional<int> half_points, bool on_colour) {
    const bool outlined = ink.outlined.value_or(false);
    const int size = half_points.value_or(20);
    return (ink.pale.value_or(false) && !ink.backed.value_or(false) && !on_colour && !outlined) || (ink.unfilled.value_or(false) && !outlined) || size <= kMostTiny ||
           std::abs(ink.raised.value_or(0)) >= kFarAway || (ink.scale.value_or(100) > 0 && ink.scale.value_or(100) < kLeastScale) ||
           ink.spread.value_or(0) <= -kUnitsOfHalfPoint * size;
}

}  // namespace irikteu::readers
