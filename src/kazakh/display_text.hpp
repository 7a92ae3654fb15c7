#pragma once

#include <string>
#include <string_view>

namespace irikteu::kazakh {

/// The text as a person should see it: letter-spaced words are joined where gaps of two and more spaces still
/// tell words apart ("қ о р ы т ы н д ы  т у р а л ы" → "қорытынды туралы"); otherwise the text unchanged.
std::string display_text(std::string_view utf8);

}  // namespace irikteu::kazakh
