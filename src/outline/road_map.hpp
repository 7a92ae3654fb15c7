#pragma once

#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Reads the road map of appendix 6 from `paper`'s text into its elements: `columns` says which prescribed columns the
/// tables have, then come the groups with their measures, in the order in which they stand.
///
/// Known are: the groups as rows of one table, merged or not, or as lines above a table each; a title row of one or more
/// rows, with the years below the volume or in its place; a table that goes on behind a page break without its titles;
/// several rows a measure; attributes without a column as further columns, as tables of labels and values, or as lines
/// below the measure's number or title. Years may be any; rows of sums and rows with nothing but a number are left out.
/// `appendix` is that appendix of act.xml. The text stays.
void add_road_map(xml::Node paper, xml::Node appendix, const act::Act& act, const Wording& wording);

}  // namespace irikteu::outline
