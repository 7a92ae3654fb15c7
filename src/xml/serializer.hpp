#pragma once

#include <string>

struct _xmlDoc;

/// For this folder only.
namespace irikteu::xml {

enum class Layout { compact, indented };

/// The bytes that xmlDocDumpFormatMemoryEnc() writes in UTF-8, several times faster. False, and `out` is of no use, for a document
/// that has more in it than elements, plain text, comments and instructions.
bool serialize_quickly(const _xmlDoc* document, Layout layout, std::string& out);

}  // namespace irikteu::xml
