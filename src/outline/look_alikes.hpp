#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/blocks.hpp"
#include "outline/titles.hpp"

/// Lines that say a prescribed title and are no heading.
namespace irikteu::outline {

/// Makes a paragraph whose lines were broken by hand several lines, where one of them after the first says a title.
void split_broken_lines(std::vector<Block>& blocks, const Titles& titles, const Wording& wording);

/// Whether a bulleted line is a member of a list of other things.
bool is_list_member(const std::vector<Block>& blocks, std::size_t index, const Titles& titles);
/// Cells of tables of data: their row says more than the number and the text of a section. Gathered once for all of a paper.
class DataCells {
  public:
    DataCells(const std::vector<Block>& blocks, const Titles& titles);
    /// Whether the cell at that index is one.
    bool have(std::size_t index);
    /// Characters of what belongs to a cell that names something: its row, or its column where the row has other names.
    std::size_t characters_of(std::size_t index);
    /// Whether what stands beside the cell is as long as a section's text.
    bool have_text_beside(std::size_t index);
    /// Whether another cell of its column says a title, in full or briefly.
    bool are_labels_beside(std::size_t index) { return titles_in(blocks_[index].table, blocks_[index].column) > 1; }

  private:
    struct Cell {
        int column;
        std::size_t all;      ///< Characters with those of numbers.
        std::size_t longest;  ///< Of one of its lines.
    };
    struct Row {
        std::size_t columns = 0;
        std::vector<Cell> cells;
    };
    /// Filled cells of the row beside the cell, but for one that only numbers it, and characters of the longest of their lines.
    std::pair<std::size_t, std::size_t> beside(const Block& block);
    std::size_t titles_in(int table, int column);

    const std::vector<Block>& blocks_;
    const Titles& titles_;
    std::map<std::pair<int, int>, Row> rows_;
    std::map<std::pair<int, int>, std::set<std::string_view>> said_;  ///< Titles in a table's column; gathered when first asked.
    bool counted_ = false;
};

}  // namespace irikteu::outline
