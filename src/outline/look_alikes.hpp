#pragma once

#include <vector>

#include "outline/blocks.hpp"
#include "outline/titles.hpp"

/// Lines that say a prescribed title and are no heading.
namespace irikteu::outline {

/// Marks lists of titles as contents: three lines in a row and more that say titles, most of which come again below.
void mark_title_lists(std::vector<Block>& blocks, const Titles& titles);
/// Makes a paragraph whose lines were broken by hand several lines, where one of them after the first says a title.
void split_broken_lines(std::vector<Block>& blocks, const Titles& titles, const Wording& wording);

/// Whether a bulleted line is a member of a list of other things.
bool is_list_member(const std::vector<Block>& blocks, std::size_t index, const Titles& titles);
/// Whether a cell is one of a table of data: its row says more than the number and the text of a section.
bool is_data_cell(const std::vector<Block>& blocks, std::size_t index, const Titles& titles);

}  // namespace irikteu::outline
