#pragma once

#include <string>

#include "base/error.hpp"
#include "xml/document.hpp"

namespace irikteu::pipeline {

/// The failure that no face has a character (missing_glyph, as layout throws it), told by the place in the data that gave the character to the
/// document: whoever writes data knows no template. Any other failure, and one whose character the data don't have, comes back as it is.
/// `file`: how the data are called; `line` is told where the data were read from that file.
base::Error at_the_data(const base::Error& error, const xml::Document& data, const std::string& file, bool with_line);

}  // namespace irikteu::pipeline
