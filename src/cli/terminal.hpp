#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::cli {

/// Columns for an answer: the environment's COLUMNS, else the terminal's width, else 80.
std::size_t columns();

/// A text in lines of at most that many characters, broken between words; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace irikteu::cli
