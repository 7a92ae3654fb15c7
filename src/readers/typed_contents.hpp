#pragma once

#include <vector>

#include "readers/blocks.hpp"
#include "readers/ledger.hpp"

namespace irikteu::readers {

/// Takes out a table of contents that was typed by hand: four or more lines in a row, each with a leader or a tab
/// before a page number, the numbers never falling, and at least half of the lines found again further down. A single
/// word above it goes with it. Everything else is left as it is.
void set_aside_typed_contents(std::vector<Block>& blocks, Ledger& ledger);

}  // namespace irikteu::readers
