#pragma once

#include <string>
#include <string_view>

#include "layout/style.hpp"

namespace irikteu::layout {

enum class WordState { between_words, inside_word };

/// The text as text-transform shows it (XSL-FO 1.1, 7.17.6). `before` is where the text before it ends: capitalize leaves what goes on with a word.
std::string transformed(std::string_view text, TextTransform transform, WordState before);

/// White space of any length as one space, at the ends too.
std::string collapsed(std::string_view text);

}  // namespace irikteu::layout
