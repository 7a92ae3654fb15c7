#pragma once

#include <string>
#include <string_view>

#include "layout/pages.hpp"

namespace irikteu::pdf {

/// The XMP packet: Dublin Core, basic and PDF schemas with the same values as Info, PDF/A-3a and PDF/UA-1 identification with the
/// extension schema that the latter needs (ISO 19005-3, 6.6.2.3).
std::string xmp_packet(const layout::Metadata& metadata, std::string_view producer);

}  // namespace irikteu::pdf
