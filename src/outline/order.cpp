#include <algorithm>

#include "outline/aligner.hpp"

namespace irikteu::outline {

/// Says anew what is out of order, section by section: of the items under one heading the fewest that have to be moved, each
/// counted once whatever it takes along; and what stands in a section that is not its own.
void Aligner::judge_order() {
    for (int parent = -1; parent < items_; ++parent) {
        std::vector<int> children;
        for (int k = parent + 1; k < items_ && (parent < 0 || prescribed_.is_within(k, parent)); ++k) {
            if (item(k).parent == parent && !is_missing(k) && !candidate(placement(k).candidate).in_data) children.push_back(k);
        }
        const auto kept = longest_in_order(children);
        for (std::size_t n = 0; n < children.size(); ++n) placement(children[n]).out_of_order = !kept[n];
    }
    for (int i = 0; i < items_; ++i) {
        if (!is_missing(i) && item(i).parent >= 0 && !is_missing(item(i).parent) && strays(i)) placement(i).out_of_order = true;
    }
}

/// For each of the items whether it belongs to a longest sequence that keeps the order of the text.
std::vector<bool> Aligner::longest_in_order(const std::vector<int>& children) {
    std::vector<int> length(children.size(), 1);
    std::vector<int> before(children.size(), -1);
    int last = children.empty() ? -1 : 0;
    for (std::size_t n = 0; n < children.size(); ++n) {
        for (std::size_t m = 0; m < n; ++m) {
            if (placement(children[m]).candidate > placement(children[n]).candidate || length[m] + 1 <= length[n]) continue;
            length[n] = length[m] + 1;
            before[n] = static_cast<int>(m);
        }
        if (length[n] > length[static_cast<std::size_t>(last)]) last = static_cast<int>(n);
    }
    std::vector<bool> kept(children.size(), false);
    for (; last >= 0; last = before[static_cast<std::size_t>(last)]) kept[static_cast<std::size_t>(last)] = true;
    return kept;
}

/// Whether an item is below one that shares its heading with `merged`.
bool Aligner::is_within_merged(int i, int merged) {
    for (; i >= 0; i = item(i).parent) {
        if (placement(i).candidate == placement(merged).candidate) return true;
    }
    return false;
}

/// Whether an item stands in a section that is not its own: what is in order before it belongs elsewhere.
bool Aligner::strays(int i) {
    for (int j = placement(i).candidate - 1; j >= 0; --j) {
        const int other = taken_[static_cast<std::size_t>(j)];
        if (other < 0) continue;
        if (prescribed_.is_within(other, item(i).parent) || is_within_merged(other, item(i).parent)) return false;
        int moved = other;
        while (moved >= 0 && !placement(moved).out_of_order) moved = item(moved).parent;
        if (moved < 0) return true;
    }
    return true;
}

}  // namespace irikteu::outline
