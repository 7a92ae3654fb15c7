#pragma once

#include <string_view>
#include <vector>

#include "readers/blocks.hpp"

namespace irikteu::readers {

/// Decides which paragraphs outside tables are headings, and of which level: by style, by outline level, by automatic
/// number together with look, or by look alone (all bold, capitals, larger than the body, centred and numbered …).
/// Generous: what looks like a heading is marked as one; whether it is a prescribed one is for others to say.
/// A bold beginning that is set off by a line break, or that has its own number and full stop, becomes a heading and
/// the rest a paragraph of its own, both of the same place.
void mark_headings(std::vector<Block>& blocks);

/// Level of a heading by its displayed number: "II." 1, "2." 1, "2.1." 2, "3)" 2, "a)" 3, a dash 3; 0 without number.
int level_by_number(std::string_view number);

/// Are all its letters capitals, and enough of them for a heading? Latin and Cyrillic.
bool is_in_capitals(std::string_view text);

}  // namespace irikteu::readers
