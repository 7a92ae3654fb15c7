#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace irikteu::layout {

/// A place where a column may end, in millipoints from the beginning of what is shared out.
struct ColumnEnd {
    std::int64_t height = 0;  ///< Of what is in front of it.
    std::int64_t next = 0;    ///< Where what follows begins: spaces between are dropped.
    std::int64_t cost = 0;    ///< What an end here takes on top: a table's header and footer, retained edges.
};

/// Where columns end that are to be about equally long, as FOP has it: first so that each ends nearest to its share, then none shorter than the next one where
/// that can be helped. Indices of `ends`, whose last one is the end of all; no more than `columns` of them, the last one the last.
std::vector<std::size_t> balanced_columns(std::span<const ColumnEnd> ends, std::int64_t begin, int columns);

}  // namespace irikteu::layout
