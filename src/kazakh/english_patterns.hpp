#pragma once

namespace irikteu::kazakh {

/// Patterns, with a space behind each: letters, digits and a full stop for the word's end.
extern const char* const english_patterns;
/// Words with hyphens where they may end a line, and nowhere else; a space between each two.
extern const char* const english_exceptions;

}  // namespace irikteu::kazakh
