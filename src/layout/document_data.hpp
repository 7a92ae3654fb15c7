#pragma once

#include "layout/fo_tree.hpp"
#include "layout/graphics.hpp"
#include "layout/pages.hpp"
#include "layout/references.hpp"

namespace irikteu::layout {

/// Metadata from ir:document in fo:declarations, and what its ir:attachment objects name. Throws Error: invalid (a date that is none,
/// an attachment without name or type), unsupported, what `load` throws.
void read_declarations(const FoTree& tree, const FoNode& root, const LoadBytes& load, Pages& pages);

/// Destinations of links and bookmarks, and the bookmarks themselves. Throws Error(invalid) for a destination that
/// nothing has.
void add_destinations(const FoTree& tree, const FoNode& root, const References& references, Pages& pages);

}  // namespace irikteu::layout
