#pragma once

#include "xml/node.hpp"

namespace irikteu::layout {

/// Whether pages have nothing of the element: of a switch all cases but the first that is to be shown; and what changes nothing about where
/// anything stands, change bars, the properties of a first line, and other formatters' elements: all below the root, elsewhere those without text.
bool is_passed_over(xml::Node element);

}  // namespace irikteu::layout
