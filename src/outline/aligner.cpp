#include "outline/aligner.hpp"

namespace irikteu::outline {

Aligner::Aligner(const Prescribed& prescribed, const std::vector<Candidate>& candidates, const Comparison& comparison)
    : prescribed_(prescribed), candidates_(candidates), comparison_(comparison),
      items_(static_cast<int>(prescribed.items.size())), count_(static_cast<int>(candidates.size())),
      placements_(prescribed.items.size()), taken_(candidates.size(), -1) {
    similarities_.reserve(prescribed.items.size() * candidates.size());
    for (int i = 0; i < items_; ++i) {
        for (int j = 0; j < count_; ++j) {
            similarities_.push_back(comparison.compare(i, candidates[static_cast<std::size_t>(j)]).value_or(Similarity{}));
        }
    }
}

/// The candidate after which the item's section ends: the next one of another section at or above its depth.
int Aligner::region_end(int i) {
    const int start = placement(i).candidate;
    for (int j = start + 1; j < count_; ++j) {
        const int other = taken_[static_cast<std::size_t>(j)];
        if (other >= 0 && !prescribed_.is_within(other, i)) return j;
    }
    return count_;
}

/// The section whose text a candidate stands in: the last one placed at or before it.
int Aligner::section_of(int j) const {
    for (; j >= 0; --j) {
        const int i = taken_[static_cast<std::size_t>(j)];
        if (i >= 0) return i;
    }
    return -1;
}
int Aligner::top(int i) const {
    while (i >= 0 && item(i).parent >= 0) i = item(i).parent;
    return i;
}


/// The item before or behind under the same heading; -1 where there is none.
int Aligner::sibling(int i, int step) const {
    for (int k = i + step; k >= 0 && k < items_; k += step) {
        if (item(k).parent == item(i).parent) return k;
        if (item(k).depth < item(i).depth) break;
    }
    return -1;
}


bool Aligner::has_number_of(const Item& open, const Candidate& heading) const {
    if (heading.look != Candidate::Look::heading && heading.look != Candidate::Look::numbered) return false;
    if (heading.level > 0 && heading.level > open.depth + 1) return false;
    if (heading.numbers == open.path) return true;
    return heading.numbers.size() == 1 && heading.numbers.front() == open.path.back() &&
           (open.depth > 1 || heading.level <= 1);
}


/// Whether the paper's headings stand in tables, a number beside each or not.
bool Aligner::headings_are_cells() const {
    int cells = 0;
    int placed = 0;
    for (const Placement& each : placements_) {
        if (each.candidate < 0) continue;
        ++placed;
        cells += candidate(each.candidate).look == Candidate::Look::cell;
    }
    return cells > 3 && cells * 2 > placed;
}


/// Whether a heading is the title of another item.
bool Aligner::says_another(int i, int j) const {
    for (int other = 0; other < items_; ++other) {
        if (other != i && similarity(other, j).score >= said) return true;
    }
    return false;
}


/// Whether a heading that says an item's title in another section is only spelt like it: a part that its writer made of that
/// section. So it is where the act prescribes no parts, or where a part of the section is parted further.
bool Aligner::is_own_part(int i, int j) {
    const Candidate& heading = candidate(j);
    const int around = section_of(j);
    const int section = top(around);
    if (item(i).parent < 0 || section < 0 || section == top(i) || heading.numbers == item(i).path) return false;
    // Of a section whose heading is missing the items may stand behind the section before it.
    if (is_missing(top(i)) && sibling(top(i), -1) == section) return false;
    if (!item(section).has_items) return true;
    const Candidate& above = candidate(placement(around).candidate);
    if (item(around).parent < 0) return false;
    const int level = above.level > 0 ? above.level : item(around).depth;
    return heading.level > level || (heading.guessed_level && heading.numbers.empty() && !above.numbers.empty());
}

}  // namespace irikteu::outline
