#pragma once

#include <string>
#include <string_view>

#include "act/act.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Byte where the telephone begins in a line: its word of the act's wording, or a number of seven digits and more; the text's size
/// where there is none.
std::size_t phone_in(std::string_view text, const act::Act& act);

/// From the first digit, plus or parenthesis on.
std::string phone(std::string_view text);

/// Without commas, semicolons and spaces at its end.
std::string trimmed(std::string_view text);

/// Parts the telephone from the address that it was written behind, where a form has none of its own.
void part_phone(xml::Node form, const act::Act& act);

}  // namespace irikteu::outline
