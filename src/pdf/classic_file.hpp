#pragma once

#include <string>

#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// The objects as a PDF 1.7 file with a cross-reference table, written by PoDoFo. /ID is made of the SHA-256 of everything before it.
std::string write_classic(const Objects& objects, const Trailer& trailer);

}  // namespace irikteu::pdf
