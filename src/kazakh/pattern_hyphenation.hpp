#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace irikteu::kazakh {

/// A language whose words are hyphenated by patterns. Kazakh is by syllables, and Russian where the text states no language (line_break.hpp).
enum class PatternLanguage : std::uint8_t { none, british, danish, english, finnish, french, german, italian, polish, portuguese, russian, spanish };

/// The language of a tag of BCP 47 that begins with a code of two letters ("de", "de-AT", "en_GB"); none where it has no patterns.
/// British English is that of the region GB.
PatternLanguage pattern_language(std::string_view tag);

/// Byte offsets inside one word at which it may be hyphenated, by the language's patterns: at least two letters at its ends. What digits and
/// punctuation part are words of their own (index.html). Any thread; a language's patterns are read when its first word comes.
std::vector<std::size_t> hyphenate(std::string_view word, PatternLanguage language);

/// Whether all letters of the word are Russian ones: Kazakh words in Russian text have none of its patterns.
bool in_russian_letters(std::string_view word);

}  // namespace irikteu::kazakh
