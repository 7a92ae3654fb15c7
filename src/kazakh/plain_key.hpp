#pragma once

#include <string_view>

#include "kazakh/key.hpp"

namespace irikteu::kazakh {

/// The key of a line that has no letters but Cyrillic ones, as most lines: nothing has to be weighed word by word. False at the first
/// character that may be meant for another one; `key` then holds no key. Any thread.
bool write_plain_key(std::string_view utf8, MatchingKey& key);

}  // namespace irikteu::kazakh
