#include "outline/placement.hpp"

#include <algorithm>

#include "outline/aligner.hpp"

namespace irikteu::outline {

namespace {

constexpr int merged_coverage = 800;          ///< Thousandths of an item's words in a neighbour's heading.
constexpr int renamed_paragraph_likeness = 350;
constexpr int reworded_label_likeness = 450;
constexpr int reworded_heading_likeness = 300;  ///< Of a heading at the very place where the item is missing.

}  // namespace

std::vector<Placement> Aligner::run() {
    std::vector<int> all(static_cast<std::size_t>(items_));
    for (int i = 0; i < items_; ++i) all[static_cast<std::size_t>(i)] = i;
    keep_order(all, 0, count_);
    find_merged();
    find_moved();
    find_reworded();
    find_renamed();
    find_reworded();
    find_labelled();
    find_moved_and_reworded();
    find_in_data();
    find_merged();
    judge_order();
    find_duplicates();
    return std::move(placements_);
}

/// Best assignment that keeps the order of `items` among the free candidates of [from, until).
void Aligner::keep_order(const std::vector<int>& items, int from, int until) {
    std::vector<int> free;
    for (int j = from; j < until; ++j) {
        if (is_free(j)) free.push_back(j);
    }
    const std::size_t width = free.size() + 1;
    std::vector<int> best((items.size() + 1) * width, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return best[i * width + j]; };
    for (std::size_t i = 1; i <= items.size(); ++i) {
        for (std::size_t j = 1; j < width; ++j) {
            int value = std::max(at(i - 1, j), at(i, j - 1));
            const int score = similarity(items[i - 1], free[j - 1]).score;
            if (score > 0) value = std::max(value, at(i - 1, j - 1) + score);
            at(i, j) = value;
        }
    }
    std::size_t j = width - 1;
    for (std::size_t i = items.size(); i > 0 && j > 0;) {
        const Similarity& same = similarity(items[i - 1], free[j - 1]);
        if (at(i, j) == at(i, j - 1)) {
            --j;
        } else if (at(i, j) == at(i - 1, j)) {
            --i;
        } else {
            assign(items[i - 1], free[j - 1], same.how);
            --i, --j;
        }
    }
}

/// Whether a free candidate repeats, inside its own section, an item that has been placed already.
bool Aligner::repeats_neighbour(int i, int j) {
    for (int other = 0; other < items_; ++other) {
        if (other == i || is_missing(other) || similarity(other, j).score < said) continue;
        if (top(section_of(j)) == top(other)) return true;
    }
    return false;
}

/// Whether a heading stands in the section of another missing item with that title: titles that are spelt alike.
bool Aligner::belongs_to_another(int i, int j) {
    const int section = top(section_of(j));
    if (section < 0 || section == top(i)) return false;
    for (int other = 0; other < items_; ++other) {
        if (other != i && is_missing(other) && top(other) == section && similarity(other, j).score >= said) return true;
    }
    return false;
}

void Aligner::find_moved() {
    for (int i = 0; i < items_; ++i) {
        if (!is_missing(i)) continue;
        int best = -1;
        for (int j = 0; j < count_; ++j) {
            const Similarity& same = similarity(i, j);
            if (!is_free(j) || same.score < said || (candidate(j).look == Candidate::Look::cell && !headings_are_cells())) continue;
            if (candidate(j).look == Candidate::Look::plain && !candidate(j).has_content) continue;
            if (repeats_neighbour(i, j) || belongs_to_another(i, j) || is_own_part(i, j)) continue;
            if (best < 0 || same.score > similarity(i, best).score) best = j;
        }
        if (best < 0) continue;
        assign(i, best, similarity(i, best).how);
        placement(i).out_of_order = true;
        take_items_along(i);
    }
}

/// A heading under the same heading, or of a section, that shares most words with what is missing yet stands elsewhere.
void Aligner::find_moved_and_reworded() {
    for (int i = 0; i < items_; ++i) {
        if (!is_missing(i) || !item(i).required) continue;
        int best = -1;
        for (int j = 0; j < count_; ++j) {
            const Candidate& heading = candidate(j);
            if (!is_free(j) || similarity(i, j).score == 0 || heading.look != Candidate::Look::heading || says_another(i, j)) continue;
            const bool any_level = heading.level == 0 || (heading.guessed_level && item(i).parent >= 0);
            if (!any_level && heading.level != item(i).depth) continue;
            if (item(i).parent >= 0 && top(section_of(j)) != top(i)) continue;
            if (best < 0 || similarity(i, j).score > similarity(i, best).score) best = j;
        }
        if (best < 0) continue;
        assign(i, best, similarity(i, best).how);
        take_items_along(i);
    }
}

void Aligner::take_items_along(int i) {
    std::vector<int> below;
    for (int k = i + 1; k < items_ && prescribed_.is_within(k, i); ++k) {
        if (is_missing(k)) below.push_back(k);
    }
    keep_order(below, placement(i).candidate + 1, region_end(i));
}

/// Candidates between the nearest placed items before and after `i` in prescribed order.
std::pair<int, int> Aligner::open_place(int i) {
    int from = 0;
    int until = count_;
    for (int k = i - 1; k >= 0; --k) {
        if (is_missing(k) || placement(k).out_of_order) continue;
        from = placement(k).candidate + 1;
        break;
    }
    for (int k = i + 1; k < items_; ++k) {
        if (is_missing(k) || placement(k).out_of_order) continue;
        until = placement(k).candidate;
        break;
    }
    return {from, until};
}

void Aligner::find_renamed() {
    for (int i = 0; i < items_; ++i) {
        const Item& open = item(i);
        if (!is_missing(i) || open.path.back() == 0) continue;
        if (open.parent >= 0 && is_missing(open.parent)) continue;
        const auto [from, until] = open_place(i);
        int only = -1;
        int found = 0;
        for (int j = from; j < until; ++j) {
            if (!is_free(j) || !has_number_of(open, candidate(j))) continue;
            const bool is_heading = candidate(j).look == Candidate::Look::heading;
            if (!is_heading && (comparison_.is_too_long(i, candidate(j).tokens) || comparison_.likeness(i, candidate(j).tokens) < renamed_paragraph_likeness)) continue;
            if (is_heading && (says_another(i, j) || !comparison_.may_mean(i, candidate(j)))) continue;
            ++found;
            only = j;
        }
        if (found == 1) assign(i, only, How::number);
    }
}

/// Whether it is known where an item belongs: its section is there, or others of its items are.
bool Aligner::has_place(int i) {
    const int section = item(i).parent;
    if (section < 0 || !is_missing(section)) return true;
    for (int k = section + 1; k < items_ && prescribed_.is_within(k, section); ++k) {
        if (item(k).parent == section && !is_missing(k)) return true;
    }
    return false;
}

/// In the one open place fewer words in common are enough.
void Aligner::find_reworded() {
    for (int i = 0; i < items_; ++i) {
        if (!is_missing(i) || !item(i).required || !has_place(i)) continue;
        const auto [from, until] = open_place(i);
        int best = -1;
        int most = reworded_heading_likeness - 1;
        for (int j = from; j < until; ++j) {
            const Candidate& heading = candidate(j);
            if (!is_free(j) || heading.look != Candidate::Look::heading || says_another(i, j)) continue;
            if (heading.level > 0 && !heading.guessed_level && heading.level != item(i).depth) continue;
            int alike = comparison_.likeness(i, heading.tokens);
            if (alike < reworded_heading_likeness && comparison_.is_part(i, heading.tokens)) alike = reworded_heading_likeness;
            if (alike >= reworded_heading_likeness && has_number_of(item(i), heading)) alike += 100;
            if (alike > most && comparison_.may_mean(i, heading)) most = alike, best = j;
        }
        if (best >= 0) assign(i, best, How::words);
    }
}

/// Whether a line that does not look like a heading may be one in other words: a label, or a numbered line above a text.
bool Aligner::may_be_reworded(const Candidate& line, const Item& item) {
    if (line.is_label) return !item.has_items;
    return line.look == Candidate::Look::numbered && (line.has_content || item.has_items) && !line.listed && line.run_in == 0 && !xml::trim(line.title).ends_with('.');
}

/// In the one open place a label, or a numbered line above a text, may say its title in other words.
void Aligner::find_labelled() {
    for (int i = 0; i < items_; ++i) {
        if (!is_missing(i) || !has_place(i)) continue;
        const auto [from, until] = open_place(i);
        int best = -1;
        int most = 0;
        for (int j = from; j < until; ++j) {
            const Candidate& label = candidate(j);
            if (!is_free(j) || !may_be_reworded(label, item(i)) || says_another(i, j)) continue;
            const int alike = comparison_.likeness(i, label.tokens);
            if (alike <= most || (alike < reworded_label_likeness && !comparison_.is_part(i, label.tokens)) || !comparison_.may_mean(i, label)) continue;
            most = alike, best = j;
        }
        if (best >= 0) assign(i, best, How::words);
    }
}

/// Unnumbered items may be rows, columns or members of a list in the text of what they belong to: first to the letter, then by a word
/// that only they have.
void Aligner::find_in_data() {
    for (const bool to_the_letter : {true, false}) {
        for (int i = 0; i < items_; ++i) {
            const int parent = item(i).parent;
            if (!is_missing(i) || item(i).path.back() != 0 || parent < 0 || is_missing(parent)) continue;
            const int end = region_end(parent);
            for (int j = placement(parent).candidate + 1; j < end; ++j) {
                if (!is_free(j) || !candidate(j).in_data) continue;
                const auto& keys = item(i).keys;
                const bool says = std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return nearly_equal(key, candidate(j).key); });
                if (!says && (to_the_letter || !comparison_.may_be_named(i, candidate(j).tokens))) continue;
                assign(i, j, says ? How::key : How::brief);
                break;
            }
        }
    }
}

void Aligner::find_merged() {
    for (int i = 0; i < items_; ++i) {
        if (!is_missing(i) || item(i).tokens.size() < 2) continue;
        for (const int neighbour : {sibling(i, -1), sibling(i, +1)}) {
            if (neighbour < 0 || is_missing(neighbour) || !item(i).required) continue;
            const Candidate& heading = candidate(placement(neighbour).candidate);
            // A heading that is word for word its own title cannot stand for another as well.
            if (!is_approximate(placement(neighbour).how) || placement(neighbour).how == How::merged) continue;
            if (comparison_.coverage(i, heading.tokens) < merged_coverage) continue;
            placement(i).candidate = placement(neighbour).candidate;
            placement(i).how = How::merged;
            break;
        }
    }
}

std::vector<Placement> place(const Prescribed& prescribed, const std::vector<Candidate>& candidates, const Comparison& comparison) {
    return Aligner(prescribed, candidates, comparison).run();
}

}  // namespace irikteu::outline
