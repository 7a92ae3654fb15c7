#pragma once

#include "layout/fo_tree.hpp"
#include "layout/pages.hpp"

namespace irikteu::layout {

/// The form field that an ir:field describes, without its place. Throws Error(invalid) for an unknown kind, a missing
/// name, a name with a dot or a wrong number.
Field make_field(const FoTree& tree, const FoNode& node);

/// The link of an fo:basic-link. Throws Error(invalid) where it has no destination.
Link make_link(const FoTree& tree, const FoNode& node);

}  // namespace irikteu::layout
