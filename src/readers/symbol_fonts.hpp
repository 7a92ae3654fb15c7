#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace irikteu::readers {

/// The character that a symbol font shows for a private-use or low code (Symbol, Wingdings, Wingdings 2 and others):
/// what a reader of plain text should get for it. A bullet where no better is known.
char32_t symbol_character(std::string_view font, unsigned code);

/// The same as UTF-8; U+FFFD for what no paper may hold.
std::string symbol_text(std::string_view font, unsigned code);

/// Whether there is anything for without_symbol_codes() to do.
bool has_symbol_codes(std::string_view text);

/// The text with every private-use character of symbol fonts (U+F020…F0FF) replaced by symbol_character().
std::string without_symbol_codes(std::string_view text, std::string_view font);

}  // namespace irikteu::readers
