#pragma once

#include <optional>
#include <string_view>

#include "xml/node.hpp"

namespace irikteu::readers {

/// What of a run's looks may keep a person from seeing it (ECMA-376-1, 17.3.2; w14:textFill, MS-DOCX 2.2); absent means "as inherited".
struct Ink {
    std::optional<bool> pale;      ///< Of the paper's colour, or nearly.
    std::optional<bool> backed;    ///< On a colour of its own: shading or highlighting.
    std::optional<bool> unfilled;  ///< Its letters have no fill, or a wholly transparent one.
    std::optional<bool> outlined;  ///< Its letters have an outline or a shadow.
    std::optional<int> raised;     ///< Above the line it belongs to, in half points; negative below it.
    std::optional<int> scale;      ///< Width of its letters, in percent.
    std::optional<int> spread;     ///< Added between its letters, in twentieths of a point.

    /// Takes over everything that `over` states.
    void override_with(const Ink& over);
    /// Takes what an element of w:rPr says; passes over those of which it does not know.
    void take(xml::Node property);
};

/// "FFFFFF", and what no eye tells from it.
bool is_pale(std::string_view rgb);
/// Whether a shading (w:shd) gives another colour than white paper has.
bool is_coloured(xml::Node shading);

/// Whether nobody can read what looks so: white on paper, letters without fill or width, higher or lower than any page, two points high.
/// `on_colour`: the paper around has a colour.
bool is_unseen(const Ink& ink, std::optional<int> half_points, bool on_colour);

}  // namespace irikteu::readers
