#pragma once

#include <string>

#include "pdf/deflate.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// The objects as a PDF 1.7 file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8): tagged documents
/// shrink to a fraction. Open objects stand by themselves. /ID is made of the SHA-256 of everything before it. The bytes don't depend on `threads`.
std::string write_compact(const Objects& objects, const Trailer& trailer, Deflater& deflater, std::size_t threads);

}  // namespace irikteu::pdf
