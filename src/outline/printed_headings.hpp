#pragma once

#include "xml/node.hpp"

namespace irikteu::outline {

/// A paper typed into a form (text/@form) holds what was typed, item by item (p/@section); the headings are printed on the form and
/// known from the act. Puts them in: every heading of the structure, below it what was typed there; company sheets below the item
/// that asks for them; the paper's title, where it has none. Does nothing to other papers.
/// `appendix` is an appendix of act.xml with nature="structure".
void put_printed_headings(xml::Node paper, xml::Node appendix);

}  // namespace irikteu::outline
