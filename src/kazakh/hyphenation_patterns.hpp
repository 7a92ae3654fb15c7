#pragma once

#include <span>
#include <string_view>

namespace irikteu::kazakh {

/// The patterns of a language (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983) as UTF-8: a digit tells how much a place between two
/// letters is wanted, if it is odd, or forbidden, if it is even; of several that match the highest counts; a full stop is the word's end.
struct HyphenationPatterns {
    std::span<const std::string_view> patterns;    ///< Lines of patterns, with a space behind each pattern.
    std::span<const std::string_view> exceptions;  ///< Lines of words with hyphens where they may end a line, and nowhere else.
};

extern const HyphenationPatterns british_patterns, danish_patterns, english_patterns, finnish_patterns, french_patterns, german_patterns, italian_patterns,
    polish_patterns, portuguese_patterns, russian_patterns, spanish_patterns;

}  // namespace irikteu::kazakh
