#pragma once

#include <string>
#include <string_view>

namespace irikteu::kazakh {

/// What is left of a line once everything is taken away that writers vary without meaning to: two lines with
/// equal keys say the same words. Both keys are lower-case UTF-8 of letters, digits and '%' only.
struct MatchingKey {
    std::string strict;  ///< Kazakh letters kept apart.
    std::string folded;  ///< Kazakh letters replaced by those of a Russian keyboard (ә→а, қ→к, і→и …).
    bool operator==(const MatchingKey&) const = default;
};

/// The key of a line or paragraph. Undone are: decomposed letters and marks of emphasis, soft hyphens and
/// zero-width characters, look-alikes from other scripts (word by word, in either direction), spacing between
/// letters, all kinds of space, dash, quotation mark and punctuation, and case. Numbering is not removed: see
/// split_numbering(). Ill-formed UTF-8 counts as punctuation. Any thread.
MatchingKey matching_key(std::string_view utf8);

}  // namespace irikteu::kazakh
