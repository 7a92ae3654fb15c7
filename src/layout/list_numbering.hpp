#pragma once

#include <string_view>

#include "layout/pages.hpp"

namespace irikteu::layout {

/// How a list is numbered, told from its first label: "1)", "2.1.", "iv.", "a)", a bullet. none where the label is of no such kind, as a dash is.
StructureElement::Numbering list_numbering(std::string_view label);

}  // namespace irikteu::layout
