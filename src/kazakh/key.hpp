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

/// A line, cut behind its number.
struct NumberedText {
    std::string_view number;  ///< As written, without spaces around: "1)", "2.1.", "1 4 .", "–"; empty where
                              ///< there is none.
    std::string_view rest;  ///< The text after it, without spaces before.
};

/// Cuts off a numbering prefix: "1)", "1.", "1 4 .", "2.1.", "2.1 Мақсаты", "(3)", "I.", "ІІІ.", "а)", "–",
/// "•", "§ 3", "3-бөлім.", "1 Кластердің". Left alone: "2015 ж.", "16.07.2015", "3-қосымша", "20-25 парақ",
/// "1,5 млн", "К. Мәсімов". One prefix a call. Views point into `utf8`.
NumberedText split_numbering(std::string_view utf8);

/// The ordinal that stands in words in a numbering prefix ("Бірінші бөлім.", "Раздел второй"), up to 30; 0 where there is none.
int spelled_ordinal(std::string_view utf8);

/// Levenshtein distance between `a` and `b`, or `limit` + 1 as soon as it is certain to be more than `limit`.
int bounded_distance(std::u32string_view a, std::u32string_view b, int limit);
/// The same for UTF-8, counted in code points.
int bounded_distance(std::string_view a, std::string_view b, int limit);

/// The text as a person should see it: letter-spaced words are joined where gaps of two and more spaces still
/// tell words apart ("қ о р ы т ы н д ы  т у р а л ы" → "қорытынды туралы"); otherwise the text unchanged.
std::string display_text(std::string_view utf8);

}  // namespace irikteu::kazakh
