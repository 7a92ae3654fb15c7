#include "outline/placement.hpp"

#include <algorithm>

namespace irikteu::outline {

namespace {

constexpr int merged_coverage = 800;          ///< Thousandths of an item's words in a neighbour's heading.
constexpr int renamed_paragraph_likeness = 350;
constexpr int reworded_label_likeness = 450;
constexpr int reworded_heading_likeness = 300;  ///< Of a heading at the very place where the item is missing.

class Aligner {
  public:
    Aligner(const Prescribed& prescribed, const std::vector<Candidate>& candidates, const Comparison& comparison)
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

    std::vector<Placement> run() {
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
        find_merged();
        judge_order();
        find_duplicates();
        return std::move(placements_);
    }

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

    /// Best assignment that keeps the order of `items` among the free candidates of [from, until).
    void keep_order(const std::vector<int>& items, int from, int until) {
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

    /// The candidate after which the item's section ends: the next one of another section at or above its depth.
    int region_end(int i) {
        const int start = placement(i).candidate;
        for (int j = start + 1; j < count_; ++j) {
            const int other = taken_[static_cast<std::size_t>(j)];
            if (other >= 0 && !prescribed_.is_within(other, i)) return j;
        }
        return count_;
    }

    /// The section whose text a candidate stands in: the last one placed at or before it.
    int section_of(int j) const {
        for (; j >= 0; --j) {
            const int i = taken_[static_cast<std::size_t>(j)];
            if (i >= 0) return i;
        }
        return -1;
    }
    int top(int i) const {
        while (i >= 0 && item(i).parent >= 0) i = item(i).parent;
        return i;
    }

    /// Whether a free candidate repeats, inside its own section, an item that has been placed already.
    bool repeats_neighbour(int i, int j) {
        for (int other = 0; other < items_; ++other) {
            if (other == i || is_missing(other) || similarity(other, j).score < said) continue;
            if (top(section_of(j)) == top(other)) return true;
        }
        return false;
    }

    /// Whether a heading stands in the section of another missing item with that title: titles that are spelt alike.
    bool belongs_to_another(int i, int j) {
        const int section = top(section_of(j));
        if (section < 0 || section == top(i)) return false;
        for (int other = 0; other < items_; ++other) {
            if (other != i && is_missing(other) && top(other) == section && similarity(other, j).score >= said) return true;
        }
        return false;
    }

    /// Whether a heading that says an item's title in another section is only spelt like it: a part that its writer made of that
    /// section. So it is where the act prescribes no parts, or where a part of the section is parted further.
    bool is_own_part(int i, int j) {
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

    void find_moved() {
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
    void find_moved_and_reworded() {
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

    void take_items_along(int i) {
        std::vector<int> below;
        for (int k = i + 1; k < items_ && prescribed_.is_within(k, i); ++k) {
            if (is_missing(k)) below.push_back(k);
        }
        keep_order(below, placement(i).candidate + 1, region_end(i));
    }

    /// Candidates between the nearest placed items before and after `i` in prescribed order.
    std::pair<int, int> open_place(int i) {
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

    void find_renamed() {
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

    /// Whether a heading is the title of another item.
    bool says_another(int i, int j) const {
        for (int other = 0; other < items_; ++other) {
            if (other != i && similarity(other, j).score >= said) return true;
        }
        return false;
    }

    /// Whether it is known where an item belongs: its section is there, or others of its items are.
    bool has_place(int i) {
        const int section = item(i).parent;
        if (section < 0 || !is_missing(section)) return true;
        for (int k = section + 1; k < items_ && prescribed_.is_within(k, section); ++k) {
            if (item(k).parent == section && !is_missing(k)) return true;
        }
        return false;
    }

    /// In the one open place fewer words in common are enough.
    void find_reworded() {
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
    static bool may_be_reworded(const Candidate& line) {
        if (line.is_label) return true;
        return line.look == Candidate::Look::numbered && line.has_content && !line.listed && line.run_in == 0 && !xml::trim(line.title).ends_with('.');
    }

    /// In the one open place a label, or a numbered line above a text, may say its title in other words.
    void find_labelled() {
        for (int i = 0; i < items_; ++i) {
            if (!is_missing(i) || item(i).has_items || !has_place(i)) continue;
            const auto [from, until] = open_place(i);
            int best = -1;
            int most = 0;
            for (int j = from; j < until; ++j) {
                const Candidate& label = candidate(j);
                if (!is_free(j) || !may_be_reworded(label) || says_another(i, j)) continue;
                const int alike = comparison_.likeness(i, label.tokens);
                if (alike <= most || (alike < reworded_label_likeness && !comparison_.is_part(i, label.tokens)) || !comparison_.may_mean(i, label)) continue;
                most = alike, best = j;
            }
            if (best >= 0) assign(i, best, How::words);
        }
    }

    /// Says anew what is out of order, section by section: of the items under one heading the fewest that have to be moved, each
    /// counted once whatever it takes along; and what stands in a section that is not its own.
    void judge_order() {
        for (int parent = -1; parent < items_; ++parent) {
            std::vector<int> children;
            for (int k = parent + 1; k < items_ && (parent < 0 || prescribed_.is_within(k, parent)); ++k) {
                if (item(k).parent == parent && !is_missing(k)) children.push_back(k);
            }
            const auto kept = longest_in_order(children);
            for (std::size_t n = 0; n < children.size(); ++n) placement(children[n]).out_of_order = !kept[n];
        }
        for (int i = 0; i < items_; ++i) {
            if (!is_missing(i) && item(i).parent >= 0 && !is_missing(item(i).parent) && strays(i)) placement(i).out_of_order = true;
        }
    }

    /// For each of the items whether it belongs to a longest sequence that keeps the order of the text.
    std::vector<bool> longest_in_order(const std::vector<int>& children) {
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
    bool is_within_merged(int i, int merged) {
        for (; i >= 0; i = item(i).parent) {
            if (placement(i).candidate == placement(merged).candidate) return true;
        }
        return false;
    }

    /// Whether an item stands in a section that is not its own: what is in order before it belongs elsewhere.
    bool strays(int i) {
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

    bool has_number_of(const Item& open, const Candidate& heading) const {
        if (heading.look != Candidate::Look::heading && heading.look != Candidate::Look::numbered) return false;
        if (heading.level > 0 && heading.level > open.depth + 1) return false;
        if (heading.numbers == open.path) return true;
        return heading.numbers.size() == 1 && heading.numbers.front() == open.path.back() &&
               (open.depth > 1 || heading.level <= 1);
    }

    /// The item before or behind under the same heading; -1 where there is none.
    int sibling(int i, int step) const {
        for (int k = i + step; k >= 0 && k < items_; k += step) {
            if (item(k).parent == item(i).parent) return k;
            if (item(k).depth < item(i).depth) break;
        }
        return -1;
    }

    void find_merged() {
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

    /// Whether the paper's headings stand in tables, a number beside each or not.
    bool headings_are_cells() const {
        int cells = 0;
        int placed = 0;
        for (const Placement& each : placements_) {
            if (each.candidate < 0) continue;
            ++placed;
            cells += candidate(each.candidate).look == Candidate::Look::cell;
        }
        return cells > 3 && cells * 2 > placed;
    }

    /// Whether a title with its text behind it stands once more as it stood first.
    bool repeats_run_in(int i, int j) {
        const Candidate& first = candidate(placement(i).candidate);
        return first.run_in > 0 && first.numbers.empty() == candidate(j).numbers.empty() && first.look == candidate(j).look && similarity(i, j).how <= How::distance &&
               top(section_of(j)) == top(i);
    }

    /// Whether a paragraph is the heading of an item once more: it has its number, or says its title to the letter as the
    /// first heading did, which is a paragraph too.
    bool repeats_as_paragraph(int i, int j) {
        const Candidate& again = candidate(j);
        if (again.look == Candidate::Look::cell || again.listed) return false;
        if (again.run_in > 0) return repeats_run_in(i, j);
        if (again.look == Candidate::Look::numbered && has_number_of(item(i), again)) return true;
        const bool first_is_paragraph = candidate(placement(i).candidate).look != Candidate::Look::heading;
        const bool next_is_candidate = j + 1 < count_ && candidate(j + 1).block == again.last + 1;
        return first_is_paragraph && !next_is_candidate && similarity(i, j).how <= How::distance && top(section_of(j)) == top(i);
    }

    /// Whether a section is there once more: its title, and the next heading is one of its items'.
    bool repeats_section(int i, int j) const {
        if (!item(i).has_items || j + 1 >= count_ || !is_free(j + 1)) return false;
        for (int below = i + 1; below < items_ && prescribed_.is_within(below, i); ++below) {
            if (similarity(below, j + 1).score >= said) return true;
        }
        return false;
    }

    /// Whether a heading only repeats the one right above it, as on a sheet that parts two sections.
    bool echoes(int i, int j) {
        const int first = placement(i).candidate;
        return first == j - 1 && !candidate(first).has_content && candidate(first).run_in == 0;
    }

    /// Whether a heading names a part of what stands below its title: "Нарықтық перспективалар: болжам".
    bool subdivides(int i, int j) {
        const Candidate& first = candidate(placement(i).candidate);
        const bool is_other = candidate(j).in_part ? !first.in_part
                                                   : similarity(i, j).how == How::distance && candidate(j).numbers.empty() && !first.numbers.empty();
        return is_other && prescribed_.is_within(section_of(j), i);
    }

    void find_duplicates() {
        const bool cells = headings_are_cells();
        int again = -1;  // The section that stands here once more.
        for (int j = 0; j < count_; ++j) {
            if (!is_free(j)) again = -1;
            if (!is_free(j) || candidate(j).continues) continue;
            const bool is_heading = candidate(j).look == Candidate::Look::heading || (cells && candidate(j).look == Candidate::Look::cell);
            const int section = again >= 0 ? again : top(section_of(j));
            int best = -1;
            for (int i = 0; i < items_; ++i) {
                if (is_missing(i) || similarity(i, j).score < said) continue;
                if (!is_heading && !repeats_as_paragraph(i, j)) continue;
                if (again < 0 && is_own_part(i, j)) continue;
                if (subdivides(i, j)) {
                    best = -1;
                    break;
                }
                if (!candidate(j).has_content && !(is_heading && repeats_section(i, j))) continue;
                if (best < 0 || (section == top(i) && section != top(best))) best = i;
            }
            if (best < 0 || echoes(best, j)) continue;
            placement(best).duplicates.push_back(j);
            if (item(best).parent < 0) again = best;
        }
    }

    const Prescribed& prescribed_;
    const std::vector<Candidate>& candidates_;
    const Comparison& comparison_;
    int items_, count_;
    std::vector<Placement> placements_;
    std::vector<int> taken_;  ///< Item that a candidate was given to, -1 where it is free.
    std::vector<Similarity> similarities_;
};

}  // namespace

std::vector<Placement> place(const Prescribed& prescribed, const std::vector<Candidate>& candidates, const Comparison& comparison) {
    return Aligner(prescribed, candidates, comparison).run();
}

}  // namespace irikteu::outline
