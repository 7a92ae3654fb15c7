#pragma once

#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Finds the company sheets among the tables of a text and puts a `company` element behind each (behind the last of
/// its tables where a sheet is split over several). `sheet` is the prescribed sheet of act.xml. The tables stay.
///
/// Known are: one field a row; parts side by side with captions above values, as the decree draws them; "Көше: …" in
/// one cell; indicators in the same table or in one of their own; several companies in one table; and one row a company
/// below a row of labels. A text that has `company` elements already is left as it is.
void add_companies(xml::Node text, xml::Node sheet, const Wording& wording);

}  // namespace irikteu::outline
