#pragma once

#include <string>
#include <vector>

#include "xml/document.hpp"

namespace irikteu::compose::testing {

/// What a reader sees of an XSL-FO document, one line a block: fields as "[name]", rules and leaders left out, no-break
/// spaces as spaces, zero-width spaces dropped, table rows closed by "--".
std::string text_of(const xml::Document& fo);

/// The same of what stands below one element.
std::string text_below(xml::Node element);

/// The same of one element and all below it, on one line.
std::string line_of(xml::Node element);

/// No-break spaces become spaces, zero-width spaces vanish, runs of white space fold.
std::string plain(std::string_view text);

/// Every element of that name in the document, in document order; they live as long as `fo`. "ir:field" and "fo:block" are written "field", "block".
std::vector<xml::Node> all(const xml::Document& fo, std::string_view name);
std::vector<xml::Node> all(xml::Document&& fo, std::string_view name) = delete;

}  // namespace irikteu::compose::testing
