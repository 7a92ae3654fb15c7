#pragma once

#include <span>
#include <string>

#include "layout/pages.hpp"
#include "pdf/content_map.hpp"
#include "pdf/document_fonts.hpp"

namespace irikteu::pdf {

/// A page's content stream (ISO 32000-1, 7.8.2), not yet deflated. `texts` are the encoded texts of the page's TextItems, in
/// order; of `elements` the types are read. Every run stands in its marked content. Reads only: pages may be made by several threads.
std::string page_content(const layout::Page& page, const PageContentMap& map, const layout::StructureElement* elements,
                         std::span<const EncodedText* const> texts);

/// Resource name of an image.
std::string image_name(std::uint32_t image);

}  // namespace irikteu::pdf
