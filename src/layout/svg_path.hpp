#pragma once

#include <string_view>
#include <vector>

#include "layout/svg.hpp"

namespace irikteu::layout {

/// The segments of SVG path data (SVG 1.1, 8.3): all commands, arcs and quadratic curves as cubic ones. False where the data is
/// no path.
bool read_svg_path(std::string_view data, std::vector<Drawing::Segment>& out);
/// The next number of a list; false where none follows.
bool next_svg_number(std::string_view& rest, double& value);

}  // namespace irikteu::layout
