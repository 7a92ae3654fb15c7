#pragma once

#include <string>

#include "layout/pages.hpp"
#include "pdf/content_map.hpp"
#include "pdf/navigation.hpp"

namespace irikteu::pdf {

/// The entries that links and widgets share: place, page, print flag (ISO 19005-3, 6.3.2) and structure parent.
std::string annotation_entries(const AnnotationPlace& place, const layout::Page& page, Reference page_object, std::size_t structure_parent);

/// The entries of a link's own: where it leads and what a screen reader says. An outside address is written in ASCII, its other
/// bytes as %XX. Throws Error(invalid) where it leads nowhere.
std::string link_entries(const layout::Link& link, const DestinationNames& destinations);

}  // namespace irikteu::pdf
