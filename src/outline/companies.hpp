#pragma once

#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Finds the company sheets of a text and puts a `company` element behind each (behind the last of its tables where a
/// sheet is split over several). `sheet` is the prescribed sheet of act.xml. Tables and lines stay.
///
/// Known are: one field a row; parts side by side with captions above values, as the decree draws them; all parts of a row
/// in one cell, labelled or not; several companies in one table, below each other, one a row (below one or two rows of
/// labels) or one a column; lines "Атауы: …" as paragraphs or in cells; indicators in the same table, in one of their own
/// behind the sheet or below the company's name, or in one for all companies by their names, with years as columns or rows.
/// A text that has `company` elements already is left as it is.
void add_companies(xml::Node text, xml::Node sheet, const Wording& wording);

}  // namespace irikteu::outline
