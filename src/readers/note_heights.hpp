#pragma once

#include <map>
#include <string>
#include <string_view>

#include "xml/node.hpp"

namespace irikteu::readers {

struct Story;

/// How much room the footnotes of a document take (ECMA-376-1, 17.11), in twips.
class NoteHeights {
  public:
    /// The height of the note that a w:footnoteReference in `story` refers to; 0 where there is none.
    int height(xml::Node reference, Story& story);

  private:
    bool opened_ = false;
    std::map<std::string, xml::Node, std::less<>> notes_;  ///< By id.
};

/// The height of the paragraphs and tables in `container`, set in a column of that width and nowhere else: the ledger and
/// the numbers of `story` stay as they are. `part` is where the container stands.
int height_of_blocks(xml::Node container, const std::string& part, const Story& story, int width);

}  // namespace irikteu::readers
