#pragma once

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Reads an inventory of documents (clause 11) from a text into a new `inventory` element below `dossier`: tables with a
/// column of titles and a column of sheets, one volume after another. Lines like "1-том" begin a volume.
xml::Node read_inventory(xml::Node dossier, xml::Node text, const act::Act& act, const Wording& wording);

}  // namespace irikteu::outline
