#pragma once

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Reads the form of appendix 3 from a text into a new `local_conclusion` element below `dossier`. `appendix` is that
/// appendix of act.xml. A date is written as 2015-09-10 where it is one, else as it stands. Rows of the table that only
/// have their printed number are left out.
xml::Node read_local_conclusion(xml::Node dossier, xml::Node text, xml::Node appendix, const act::Act& act, const Wording& wording);

}  // namespace irikteu::outline
