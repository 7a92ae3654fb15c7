#pragma once

#include <string>

#include "xml/document.hpp"

namespace irikteu::compose {

/// A word-processor file (.docx: ISO/IEC 29500-2, Annex C) of a Flat OPC document whose parts are all XML, as templates/style/word.xsl
/// makes them. Parts stand in the order of the document behind [Content_Types].xml, stored without compression and without
/// times: the same document gives the same bytes. A part's root has no attributes and no text of its own. Throws Error(invalid) for a root that is no pkg:package and for a part without
/// name, content type or XML.
std::string word_package(const xml::Document& flat);

}  // namespace irikteu::compose
