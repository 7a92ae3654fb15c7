#pragma once

#include <utility>
#include <vector>

#include "outline/placement.hpp"

namespace irikteu::outline {

/// The work of place(): one paper's candidates and what each was given to so far. Made for one call, by one thread.
class Aligner {
  public:
    Aligner(const Prescribed& prescribed, const std::vector<Candidate>& candidates, const Comparison& comparison);
    /// The steps that place() names, in their order.
    std::vector<Placement> run();

  private:
    const Item& item(int i) const { return prescribed_.items[static_cast<std::size_t>(i)]; }
    const Candidate& candidate(int j) const { return candidates_[static_cast<std::size_t>(j)]; }
    Placement& placement(int i) { return placements_[static_cast<std::size_t>(i)]; }
    const Similarity& similarity(int i, int j) const {
        return similarities_[static_cast<std::size_t>(i) * static_cast<std::size_t>(count_) + static_cast<std::size_t>(j)];
    }
    bool is_free(int j) const { return taken_[static_cast<std::size_t>(j)] < 0; }
    bool is_missing(int i) { return placement(i).candidate < 0; }

    void assign(int i, int j, How how) {
        placement(i).candidate = j;
        placement(i).how = how;
        taken_[static_cast<std::size_t>(j)] = i;
    }

    // Where things stand (aligner.cpp).
    int region_end(int i);
    int section_of(int j) const;
    int top(int i) const;
    int sibling(int i, int step) const;
    bool has_number_of(const Item& open, const Candidate& heading) const;
    bool headings_are_cells() const;
    bool says_another(int i, int j) const;
    bool is_own_part(int i, int j);

    // Steps 1 to 4 (placement.cpp).
    void keep_order(const std::vector<int>& items, int from, int until);
    bool repeats_neighbour(int i, int j);
    bool belongs_to_another(int i, int j);
    void find_moved();
    void find_moved_and_reworded();
    void take_items_along(int i);
    std::pair<int, int> open_place(int i);
    void find_renamed();
    bool has_place(int i);
    void find_reworded();
    static bool may_be_reworded(const Candidate& line, const Item& item);
    void find_labelled();
    void find_in_data();
    void find_merged();

    // Step 5 (order.cpp).
    void judge_order();
    std::vector<bool> longest_in_order(const std::vector<int>& children);
    bool is_within_merged(int i, int merged);
    bool strays(int i);

    // Step 6 (repeats.cpp).
    bool says_again(int i, int j);
    bool repeats_run_in(int i, int j);
    bool repeats_as_paragraph(int i, int j);
    bool repeats_section(int i, int j) const;
    bool echoes(int i, int j);
    bool subdivides(int i, int j);
    void find_duplicates();

    const Prescribed& prescribed_;
    const std::vector<Candidate>& candidates_;
    const Comparison& comparison_;
    int items_, count_;
    std::vector<Placement> placements_;
    std::vector<int> taken_;  ///< Item that a candidate was given to, -1 where it is free.
    std::vector<Similarity> similarities_;
};

}  // namespace irikteu::outline
