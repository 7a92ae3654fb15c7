#pragma once

#include "readers/story.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// Reads a w:p (ECMA-376-1, 17.3.1) with its runs, and hands it to `sink`; text boxes anchored in it come before it
/// where they are anchored before its first word, else after it.
void read_paragraph(xml::Node p, Story& story, BlockSink& sink);

/// Reads a formula that stands between paragraphs as a paragraph of its own.
void read_formula(xml::Node math, Story& story, BlockSink& sink);

}  // namespace irikteu::readers
