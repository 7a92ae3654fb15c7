#pragma once

#include <string>
#include <vector>

#include "readers/story.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// What a person sees in a graphic.
struct Graphic {
    std::vector<Block> blocks;  ///< Its text.
    std::string picture;        ///< What its picture, chart or embedded object is called; empty where it has none.
};

/// Reads the text in a w:drawing, w:pict or w:object: text boxes of DrawingML and VML, WordArt, diagrams. Charts,
/// pictures and embedded objects are entered in the ledger.
Graphic read_graphic(xml::Node graphic, Story& story);

}  // namespace irikteu::readers
