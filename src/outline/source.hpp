#pragma once

#include "xml/node.hpp"

namespace irikteu::outline {

/// Gives `target` the place of `origin` in the submitted file: @file of the nearest element that has one, and @at, or
/// the line in the XML file where there is none.
void copy_source(xml::Node target, xml::Node origin);

}  // namespace irikteu::outline
