#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/face.hpp"

namespace irikteu::pdf {

/// A TrueType program with some of a face's glyphs, without hints and layout tables: for embedding in a PDF only.
struct FontSubset {
    std::string program;
    std::vector<std::uint16_t> glyphs;  ///< The new glyph id of each one asked for, in that order.
};

/// Cuts the face down to .notdef and the given glyphs (and what they are composed of), with hb-subset. The same bytes for the same set.
FontSubset subset(const Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace irikteu::pdf
