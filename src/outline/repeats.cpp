#include "outline/aligner.hpp"

namespace irikteu::outline {

/// Whether a candidate says an item's title, or what was taken for it in other words, word for word and in the same section.
bool Aligner::says_again(int i, int j) {
    if (similarity(i, j).score >= said) return true;
    if (placement(i).how != How::words || candidate(j).in_data) return false;
    return candidate(placement(i).candidate).key.folded == candidate(j).key.folded && top(section_of(j)) == top(i);
}

/// Whether a title with its text behind it stands once more as it stood first.
bool Aligner::repeats_run_in(int i, int j) {
    const Candidate& first = candidate(placement(i).candidate);
    return first.run_in > 0 && first.numbers.empty() == candidate(j).numbers.empty() && first.look == candidate(j).look && says_again(i, j) && top(section_of(j)) == top(i);
}

/// Whether a paragraph is the heading of an item once more: it has its number, or says its title to the letter as the
/// first heading did, which is a paragraph too.
bool Aligner::repeats_as_paragraph(int i, int j) {
    const Candidate& again = candidate(j);
    if (again.look == Candidate::Look::cell || again.listed) return false;
    if (again.run_in > 0) return repeats_run_in(i, j);
    if (again.look == Candidate::Look::numbered && has_number_of(item(i), again)) return true;
    const bool first_is_paragraph = candidate(placement(i).candidate).look != Candidate::Look::heading;
    const bool next_is_candidate = j + 1 < count_ && candidate(j + 1).block == again.last + 1;
    return first_is_paragraph && !next_is_candidate && similarity(i, j).how <= How::distance && top(section_of(j)) == top(i);
}

/// Whether a section is there once more: its title, and the next heading is one of its items'.
bool Aligner::repeats_section(int i, int j) const {
    if (!item(i).has_items || j + 1 >= count_ || !is_free(j + 1)) return false;
    for (int below = i + 1; below < items_ && prescribed_.is_within(below, i); ++below) {
        if (similarity(below, j + 1).score >= said) return true;
    }
    return false;
}

/// Whether a heading only repeats the one right above it, as on a sheet that parts two sections.
bool Aligner::echoes(int i, int j) {
    const int first = placement(i).candidate;
    return first == j - 1 && !candidate(first).has_content && candidate(first).run_in == 0;
}

/// Whether a heading names a part of what stands below its title: "Нарықтық перспективалар: болжам".
bool Aligner::subdivides(int i, int j) {
    const Candidate& first = candidate(placement(i).candidate);
    const bool is_other = candidate(j).in_part ? !first.in_part
                                               : similarity(i, j).how == How::distance && candidate(j).numbers.empty() && !first.numbers.empty();
    return is_other && prescribed_.is_within(section_of(j), i);
}

void Aligner::find_duplicates() {
    const bool cells = headings_are_cells();
    int again = -1;  // The section that stands here once more.
    for (int j = 0; j < count_; ++j) {
        if (!is_free(j)) again = -1;
        if (!is_free(j) || candidate(j).continues) continue;
        const bool is_heading = candidate(j).look == Candidate::Look::heading || (cells && candidate(j).look == Candidate::Look::cell);
        const int section = again >= 0 ? again : top(section_of(j));
        int best = -1;
        for (int i = 0; i < items_; ++i) {
            if (is_missing(i) || !says_again(i, j)) continue;
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

}  // namespace irikteu::outline
