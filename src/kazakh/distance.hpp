#pragma once

#include <string_view>

namespace irikteu::kazakh {

/// Levenshtein distance between `a` and `b`, or `limit` + 1 as soon as it is certain to be more than `limit`.
int bounded_distance(std::u32string_view a, std::u32string_view b, int limit);
/// The same for UTF-8, counted in code points.
int bounded_distance(std::string_view a, std::string_view b, int limit);

}  // namespace irikteu::kazakh
