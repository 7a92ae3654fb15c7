#pragma once

#include <vector>

#include "layout/pages.hpp"
#include "pdf/content_map.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// Writes the structure tree (ISO 32000-1, 14.7): every element, in document order, with its content in reading order,
/// but for links and paragraphs without any;
/// the parent tree; the tree of element ids. Page i has /StructParents i, annotation j has /StructParent (pages + j).
/// Returns /StructTreeRoot. `page_objects` has one entry a page.
Reference write_structure(const layout::Pages& pages, const ContentMap& map, const std::vector<Reference>& page_objects, Objects& objects);

/// Throws std::logic_error where the elements are no tree in document order under one "Document": a fault of whoever made the pages.
void require_structure(const layout::Pages& pages);

}  // namespace irikteu::pdf
