#pragma once

#include <string>

#include "layout/pages.hpp"
#include "pdf/deflate.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// An image file as the streams that a PDF keeps: entries of the dictionary, and data under the filter the entries name.
struct ImageStream {
    int width = 0, height = 0;
    int components = 3;   ///< Of the colours: 1, 3 or 4; of a palette's colours 3.
    std::string palette;  ///< Highest index and colours, "3<FF0000…>"; empty: none.
    std::string profile;  ///< The ICC profile that the file carries for its colours; empty: none that a PDF/A may have.
    std::string entries;  ///< /BitsPerComponent, /Filter, /DecodeParms, /Decode.
    std::string data;
    std::string mask;     ///< Opacity, 8 or 16 bits a pixel, not deflated; empty: opaque.
    int mask_bits = 8;
};

/// Reads a PNG (ISO/IEC 15948): grey, RGB, palette, with or without alpha, 1 … 16 bits. Opaque pixels that are not interlaced stay deflated as they are.
/// Throws Error(malformed, unsupported, limit_exceeded: over 64 million pixels).
ImageStream read_png(std::string_view bytes, Deflater& deflater);
/// Reads a JPEG's frame header and its profile (ISO/IEC 10918-1, ICC.1 Annex B) and keeps the file as it is: grey, three components or CMYK.
/// Throws Error(malformed, unsupported).
ImageStream read_jpeg(std::string_view bytes);

/// Whether an ICC profile may stand in an ICCBased colour space of that many components (ISO 19005-3, 6.2.4.2).
bool is_usable_profile(std::string_view profile, int components);

/// Writes an image, with its soft mask and its profile where it has them. Without a profile colours are sRGB, or naive inks.
Reference write_image(const layout::Image& image, Objects& objects, Deflater& deflater);

}  // namespace irikteu::pdf
