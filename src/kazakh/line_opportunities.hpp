#pragma once

#include <string_view>
#include <vector>

#include "kazakh/line_break.hpp"

/// Line break opportunities of UAX #14 before Kazakh typography is heard; of use to line_breaks() and its
/// tests only.
namespace irikteu::kazakh {

/// Appends ICU's breaks strictly inside the text. Throws base::Error(environment) where ICU has no line
/// rules.
void icu_opportunities(std::string_view utf8, std::vector<LineBreak>& out);

/// The same breaks without ICU, for the text that nearly every paragraph is: Cyrillic, ASCII and the usual
/// quotation marks and dashes in one line. False, and nothing of use in `out`, where the text has anything
/// else or one of the few sequences in which a pair of characters doesn't decide alone. Opening ICU's rules
/// costs a process a millisecond; this costs it nothing, and a tenth of ICU's time a character.
bool simple_opportunities(std::string_view utf8, std::vector<LineBreak>& out);

}  // namespace irikteu::kazakh
