#pragma once

#include <string>
#include <string_view>

#include "readers/story.hpp"

namespace irikteu::readers {

/// The bytes of a web page or plain text as UTF-8: by byte order mark, by what its meta element says, or by what fits
/// (UTF-8, else CP1251). Characters that XML does not allow are replaced.
std::string to_utf8(std::string_view bytes);

/// Reads a web page as programs write it into Word documents: paragraphs, headings, lists, tables, what is bold; scripts,
/// styles and hidden elements are left out. Ill-formed markup is read as far as it can be. `utf8` as to_utf8() gives it.
void read_html(std::string_view utf8, Story& story, BlockSink& sink);

}  // namespace irikteu::readers
