#pragma once

#include <vector>

#include "xml/xpath_syntax.hpp"

/// What can be said of a path by its steps alone, while it is parsed; for this folder only.
namespace irikteu::xml::xpath {

/// What a step's or a filter's predicates ask of positions.
Places places_of(const std::vector<Expr>& predicates);

/// A path whose steps are complete: made shorter where that changes nothing, and in which order they give nodes.
Expr finished_path(Expr&& path);

}  // namespace irikteu::xml::xpath
