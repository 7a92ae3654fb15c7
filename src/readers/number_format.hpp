#pragma once

#include <string>
#include <string_view>

namespace irikteu::readers {

/// A number in one of the formats of ST_NumberFormat (ECMA-376-1, 17.18.59), as Word shows it. Formats of scripts that
/// do not occur in Kazakhstan and numbers below what a format can say come out in digits; "none" gives nothing.
/// `custom` is the pattern of the format "custom", "001, 002, 003, ..." for instance.
std::string format_number(int number, std::string_view format, std::string_view custom = {});

/// The character that a symbol font shows for a private-use or low code (Symbol, Wingdings, Wingdings 2 and others):
/// what a reader of plain text should get for it. A bullet where no better is known.
char32_t symbol_character(std::string_view font, unsigned code);

/// The text with every private-use character of symbol fonts (U+F020…F0FF) replaced by symbol_character().
std::string without_symbol_codes(std::string_view text, std::string_view font);

}  // namespace irikteu::readers
