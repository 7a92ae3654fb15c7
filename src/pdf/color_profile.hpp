#pragma once

#include <string>

namespace irikteu::pdf {

/// An ICC profile of version 2.1 (ICC.1:1998-09) for sRGB (IEC 61966-2-1), made from the published primaries, white point and
/// transfer function: monitor class, RGB to XYZ, for the output intent. Always the same bytes.
std::string srgb_profile();

}  // namespace irikteu::pdf
