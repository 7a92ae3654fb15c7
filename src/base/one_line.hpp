#pragma once

#include <string>
#include <string_view>

namespace irikteu::base {

/// A text out of somebody's file as it may stand in a line of ours: line ends and tabs are spaces; what commands a terminal (C0, C1, DEL),
/// turns the direction of a line (U+202A to 202E, U+2066 to 2069) or is no UTF-8 is U+FFFD. Whoever wrote the file can then say nothing in our name.
std::string one_line(std::string_view text);

}  // namespace irikteu::base
