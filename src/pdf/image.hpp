#pragma once

#include <string>

#include "layout/pages.hpp"
#include "pdf/deflate.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// An image file as the streams that a PDF keeps: entries of the dictionary, and data under the filter the entries name.
struct ImageStream {
    int width = 0, height = 0;
    std::string entries;  ///< /ColorSpace, /BitsPerComponent, /Filter, /DecodeParms.
    std::string data;
    std::string mask;     ///< Opacity, 8 or 16 bits a pixel, not deflated; empty: opaque.
    int mask_bits = 8;
};

/// Reads a PNG (ISO/IEC 15948): grey, RGB, palette, with or without alpha, 1 … 16 bits, not interlaced. Opaque pixels stay deflated as they are.
/// Colours are taken as sRGB. Throws Error(malformed, unsupported, limit_exceeded: over 64 million pixels).
ImageStream read_png(std::string_view bytes, Deflater& deflater);
/// Reads a JPEG's frame header (ISO/IEC 10918-1) and keeps the file as it is: grey or three components.
/// Throws Error(malformed); Error(unsupported) for four components, which an sRGB output intent forbids.
ImageStream read_jpeg(std::string_view bytes);

/// Writes an image, with its soft mask where it has one.
Reference write_image(const layout::Image& image, Objects& objects, Deflater& deflater);

}  // namespace irikteu::pdf
