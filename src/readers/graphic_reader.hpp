#pragma once

#include <vector>

#include "readers/story.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// Reads the text in a w:drawing, w:pict or w:object: text boxes of DrawingML and VML, WordArt, diagrams. Charts,
/// pictures and embedded objects are entered in the ledger.
std::vector<Block> read_graphic(xml::Node graphic, Story& story);

}  // namespace irikteu::readers
