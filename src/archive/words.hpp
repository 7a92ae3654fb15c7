#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace irikteu::archive {

/// The words of a text as the index keeps them: by their matching keys (kazakh::matching_key), so that case, look-alike
/// letters, a Russian keyboard and punctuation make no difference.
std::vector<std::string> words_of(std::string_view text);

/// The words of a text joined with spaces, for the index.
std::string indexed_text(std::string_view text);

/// A full-text expression for words that are to be found in whatever case form, in the column `column` (empty: any). Numbers and short words
/// are to be found as they are. Empty where the text has no word.
std::string search_expression(std::string_view text, std::string_view column);

}  // namespace irikteu::archive
