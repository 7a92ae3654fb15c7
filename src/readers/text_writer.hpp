#pragma once

#include <vector>

#include "readers/blocks.hpp"
#include "readers/page_meter.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// Appends <text> with headings, paragraphs and tables to a <document> of the dossier (dossier.xsd, type "text").
/// Headings lose their line breaks; numbers stand in attributes, in cells before the text. Headings and paragraphs say how
/// many sheets stand before them.
void write_text(xml::Node document, const std::vector<Block>& blocks, const PageMeter& meter);

}  // namespace irikteu::readers
