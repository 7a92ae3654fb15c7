#pragma once

#include "readers/story.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// Reads a w:tbl (ECMA-376-1, 17.4): spans resolved, deleted rows and cells left out. A table of a single column, and
/// one whose cells hold headings and running text, only places text on the page: its content is read as if it stood
/// outside, row by row.
void read_table(xml::Node tbl, Story& story, BlockSink& sink);

/// Gives a table that was read to `sink`; what only places text, as if its content stood outside.
void add_table(Table table, BlockSink& sink);

}  // namespace irikteu::readers
