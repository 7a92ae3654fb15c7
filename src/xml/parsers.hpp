#pragma once

#include <string>
#include <string_view>

#include "xml/document.hpp"

/// For this folder only: the two parsers behind Document::parse(). Who calls owns the document.
namespace irikteu::xml {

/// Of one element, namespaces included. They are compared with each other, so their number must not be the submitter's to choose.
constexpr std::size_t kMaxAttributes = 500;

/// Parses UTF-8 XML 1.0 with namespaces into the tree that libxml2's parser would build, several times as fast: what
/// most files are. It decides nothing: whatever is not certainly well-formed, within the limits and plain (a document
/// type, another encoding, names beyond ASCII, xml:id, an undeclared prefix) gives nullptr.
_xmlDoc* parse_quickly(std::string_view bytes, const Limits& limits);

/// Parses by libxml2, which knows every encoding and names every fault. Throws Error as Document::parse() does.
_xmlDoc* parse_thoroughly(std::string_view bytes, const std::string& source, const Limits& limits);

}  // namespace irikteu::xml
