#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace irikteu::kazakh {

/// A place where a line may or must end.
struct LineBreak {
    enum class Kind {
        allowed,    ///< The line may end here.
        mandatory,  ///< A line feed or the like stands just before.
    };
    std::size_t offset;  ///< In bytes: of the first character after the break. Spaces before it belong to the
                         ///< line that ends.
    Kind kind;
    bool operator==(const LineBreak&) const = default;
};

/// Replaces `out` with the breaks strictly inside `utf8`, in ascending order: the opportunities of UAX #14,
/// less those that Kazakh typography forbids. A line never ends
/// - after № and §, after a list's number or bullet, after an opening quotation mark that a space follows;
/// - between a number and its measure, month, "жыл", percent sign, division of an act or bracketed repetition
/// in words
///   ("5 (бес) жұмыс"), inside a number grouped by spaces, between "мың" and "теңге";
/// - between initials and surname, either order, and after "қ.", "г." and single-letter words;
/// - before a dash between spaces, before "т.б.";
/// - at a hyphen before a suffix or beside a short part ("ҒЗТКЖ-ге", "3-қосымша", "%-ы", "іс-шара"): both
/// parts of a
///   compound need four letters; at a slash both parts need six ("және/немесе" stays whole). Addresses of the
///   web are left as UAX #14 has them.
/// Text with Latin letters and neither Cyrillic ones nor № or ₸ is left as UAX #14 has it.
/// No-break spaces and U+2060 hold as always. Any thread; each thread opens ICU's rules at the first text
/// that isn't plain (see line_opportunities.hpp) and keeps them. Throws base::Error(environment) where ICU
/// has no line rules.
void line_breaks(std::string_view utf8, std::vector<LineBreak>& out);

/// Byte offsets inside one word at which it may be hyphenated, by syllables: V-CV, VC-CV, VCC-CV, with й and
/// у as consonants beside a vowel before them; never less than two letters on either side and never before ь
/// or ъ. Serves Russian words too. Empty for words with a digit, a hyphen, a letter that isn't Cyrillic, or a
/// second capital. Punctuation around the word is passed over. Soft hyphens are the caller's business; words of
/// other languages are pattern_hyphenation.hpp's. Any thread.
std::vector<std::size_t> hyphenate(std::string_view word);

}  // namespace irikteu::kazakh
