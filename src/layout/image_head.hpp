#pragma once

#include <string_view>

#include "layout/pages.hpp"

namespace irikteu::layout {

/// Sets kind, pixels and natural size from the head of a PNG or JPEG; false where it is neither, or damaged.
/// The resolution is the one that FOP goes by: PNG's pHYs, JPEG's JFIF density or the Exif tags of its main image.
bool read_image_head(std::string_view bytes, Image& image);

}  // namespace irikteu::layout
