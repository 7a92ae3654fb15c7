#pragma once

#include <string>
#include <vector>

#include "pdf/deflate.hpp"
#include "pdf/font_session.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// What a signed field's box shows.
struct SignatureAppearance {
    std::vector<std::string> lines;  ///< Each in a line of its own, broken where it is too long.
    std::string family = "serif";
};

/// Adds the appearance stream with its fonts, for a box of this size: a hair line around, the text from the upper left corner in the largest size from
/// 4 to 9 points that fits. Throws Error: missing_glyph naming `field`, limit_exceeded where the text doesn't fit.
Reference write_appearance(const SignatureAppearance& appearance, base::Length width, base::Length height, const std::string& field, FontSession& fonts,
                           Objects& objects, Deflater& deflater);

}  // namespace irikteu::pdf
