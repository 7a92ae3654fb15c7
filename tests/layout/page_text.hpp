#pragma once

#include <string>

#include "fake_fonts.hpp"
#include "layout/pages.hpp"

namespace irikteu::layout {

/// Pages as text for goldens: places in points, words of a line together, then the structure and the rest.
std::string page_text(const Pages& pages, const FakeFonts& fonts);

}  // namespace irikteu::layout
