#pragma once

#include <vector>

#include "outline/candidates.hpp"
#include "outline/prescribed.hpp"
#include "outline/similarity.hpp"

namespace irikteu::outline {

/// Where a prescribed item stands in a text.
struct Placement {
    int candidate = -1;  ///< Index, -1 where the item is missing.
    How how = How::exact;
    bool out_of_order = false;
    std::vector<int> duplicates;  ///< Further candidates that say the same title.
};

/// Aligns candidates with the prescribed items as a whole, one Placement an item:
/// 1. the best order-keeping assignment, by dynamic programming over both sequences (titles that are spelt alike are told
///    apart by their neighbours);
/// 2. what is left and says its title elsewhere is out of order; a moved section takes its items along;
/// 3. a heading in the one open place with the right number, or with some of its words, is its item under another name;
///    or a label with its answer behind it, or for an unnumbered item a row, a column or a list's member;
/// 4. an item whose words stand in a neighbour's heading was merged into it;
/// 5. under each heading the fewest items that have to be moved are out of order, and what stands in another's section;
/// 6. what still says a title is a duplicate.
std::vector<Placement> place(const Prescribed& prescribed, const std::vector<Candidate>& candidates, const Comparison& comparison);

}  // namespace irikteu::outline
