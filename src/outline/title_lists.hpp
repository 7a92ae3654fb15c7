#pragma once

#include <vector>

#include "outline/blocks.hpp"
#include "outline/titles.hpp"

namespace irikteu::outline {

/// Marks typed tables of contents that nothing else tells: lines one upon another that say titles with a page behind each; and
/// lines or cells that say titles, most of which come again below. Such a list ends where the first of its titles comes again.
void mark_title_lists(std::vector<Block>& blocks, const Titles& titles);

}  // namespace irikteu::outline
