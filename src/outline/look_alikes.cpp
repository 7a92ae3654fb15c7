#include "outline/look_alikes.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"
#include "outline/candidates.hpp"
#include "outline/label_lines.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t most_columns = 8;    ///< Of a row in which a section may stand.
constexpr std::size_t longest_number = 6;  ///< Characters of a cell that numbers a section.
constexpr std::size_t shortest_text = 60;  ///< Characters of a cell that is a section's text, beside its heading.

/// The nearest line before or behind that holds something; nullptr where there is none.
const Block* next_line(const std::vector<Block>& blocks, std::size_t index, int step) {
    for (std::size_t k = index + static_cast<std::size_t>(step); k < blocks.size(); k += static_cast<std::size_t>(step)) {
        if (!blocks[k].key.folded.empty() || blocks[k].kind == Block::Kind::company) return &blocks[k];
    }
    return nullptr;
}

bool has_bullet(const Block& block);

/// Whether a list has come to its end with a line.
bool ends_list(const Block& block) { return xml::trim(block.text).ends_with('.'); }

/// Members of a list go on in small letters, headings do not.
bool begins_with_capital(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (kazakh::is_letter(c)) return kazakh::to_lower(c) != c;
    }
    return false;
}

/// Whether the last line of a list is a member, and not the heading that comes next: it ends as members do, or goes on in small letters.
bool looks_like_last(const Block& block) {
    const std::string_view text = xml::trim(block.text);
    return text.ends_with('.') || text.ends_with(';') || text.ends_with(',') || !begins_with_capital(block.text);
}

/// "…:" that is no title: a list follows.
bool announces(const Block& block, const Titles& titles) {
    return block.kind == Block::Kind::paragraph && xml::trim(block.text).ends_with(':') && !titles.say(block.key) && !titles.begin(block.key);
}

constexpr int longest_list = 40;

/// Whether a bulleted line is one of a list that was announced.
bool is_announced(const std::vector<Block>& blocks, std::size_t index, const Titles& titles) {
    const auto same = [&](const Block& other) { return has_bullet(other) && other.number == blocks[index].number; };
    const bool goes_on_below = index + 1 < blocks.size() && same(blocks[index + 1]) && !ends_list(blocks[index]);
    std::size_t first = index;
    for (int steps = 0; steps < longest_list && first > 0; ++steps) {
        const Block& before = blocks[first - 1];
        if (!same(before)) return announces(before, titles) && (goes_on_below || (first < index && looks_like_last(blocks[index])));
        if (ends_list(before)) return false;
        --first;
    }
    return false;
}

bool has_bullet(const Block& block) {
    if (block.kind != Block::Kind::paragraph || block.number.empty()) return false;
    return block.number.find_first_of("0123456789") == std::string::npos && !kazakh::is_letter(kazakh::to_code_points(block.number).front());
}

/// Of a paragraph that is numbered "3)" or "3.": 3; else 0.
int number_of(const Block& block) {
    if (block.kind != Block::Kind::paragraph) return 0;
    const auto numbers = numbers_of(block.number);
    return numbers.size() == 1 ? numbers.front() : 0;
}

/// "…: 1) …; 2) …; 3) …." in running text, whose members may say titles.
bool is_numbered_member(const std::vector<Block>& blocks, std::size_t index, const Titles& titles) {
    const int number = number_of(blocks[index]);
    if (number < 1 || number > longest_list || index < static_cast<std::size_t>(number)) return false;
    for (int n = 1; n < number; ++n) {
        const Block& former = blocks[index - static_cast<std::size_t>(n)];
        if (number_of(former) != number - n || ends_list(former)) return false;
    }
    const bool goes_on_below = index + 1 < blocks.size() && number_of(blocks[index + 1]) == number + 1 && !ends_list(blocks[index]);
    return announces(blocks[index - static_cast<std::size_t>(number)], titles) && (goes_on_below || (number > 1 && looks_like_last(blocks[index])));
}

bool goes_on(const Block& block) {
    const std::string_view text = xml::trim(block.text);
    return text.ends_with(';') || text.ends_with(',');
}

}  // namespace

namespace {

constexpr std::size_t most_lines = 500;     ///< Of a paragraph that is looked at line by line.
constexpr std::size_t longest_line = 1000;  ///< Bytes of a line that may say a title.

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Whether one of a paragraph's lines but the first says a title.
bool has_title_below(const Block& block, const Titles& titles) {
    if (block.kind != Block::Kind::paragraph || block.contents || block.text.find('\n') == std::string::npos) return false;
    const auto lines = lines_of(block.text);
    return lines.size() <= most_lines && std::any_of(lines.begin() + 1, lines.end(), [&](std::string_view line) {
        return line.size() <= longest_line && titles.say(kazakh::matching_key(kazakh::split_numbering(line).rest));
    });
}

}  // namespace

void split_broken_lines(std::vector<Block>& blocks, const Titles& titles, const Wording& wording) {
    const auto first = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) { return has_title_below(block, titles); });
    if (first == blocks.end()) return;
    std::vector<Block> all(std::make_move_iterator(blocks.begin()), std::make_move_iterator(first));
    for (auto block = first; block != blocks.end(); ++block) {
        if (block != first && !has_title_below(*block, titles)) {
            all.push_back(std::move(*block));
            continue;
        }
        bool is_first = true;
        for (const std::string_view line : lines_of(block->text)) all.push_back(part_of(*block, std::string(line), std::exchange(is_first, false), wording));
    }
    blocks = std::move(all);
}

bool is_list_member(const std::vector<Block>& blocks, std::size_t index, const Titles& titles) {
    const Block& block = blocks[index];
    if (is_numbered_member(blocks, index, titles)) return true;
    if (!has_bullet(block)) return false;
    if (is_announced(blocks, index, titles)) return true;
    if (begins_with_capital(block.text)) return false;
    const auto of_other_things = [&](const Block* other) { return other != nullptr && has_bullet(*other) && !titles.say(other->key); };
    const Block* const before = next_line(blocks, index, -1);
    if (of_other_things(before) && goes_on(*before)) return true;
    return goes_on(block) && of_other_things(next_line(blocks, index, +1));
}

DataCells::DataCells(const std::vector<Block>& blocks, const Titles& titles) : blocks_(blocks), titles_(titles) {
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        const Block& block = blocks[k];
        if (block.kind != Block::Kind::cell || block.key.folded.empty()) continue;
        Row& row = rows_[{block.table, block.row}];
        if (row.columns > most_columns) continue;
        auto& seen = row.cells;
        const auto same = std::find_if(seen.begin(), seen.end(), [&](const Cell& cell) { return cell.column == block.column; });
        if (same == seen.end()) {
            ++row.columns;
            seen.push_back({block.column, block.visible + block.number.size(), block.visible});
        } else {
            same->all += block.visible + block.number.size();
            same->longest = std::max(same->longest, block.visible);
        }
    }
}

std::pair<std::size_t, std::size_t> DataCells::beside(const Block& block) {
    std::size_t filled = 0;
    std::size_t longest = 0;
    for (const Cell& cell : rows_[{block.table, block.row}].cells) {
        if (cell.column == block.column || (cell.column < block.column && cell.all <= longest_number)) continue;
        ++filled;
        longest = std::max(longest, cell.longest);
    }
    return {filled, longest};
}

bool DataCells::have(std::size_t index) {
    const Block& block = blocks_[index];
    if (rows_[{block.table, block.row}].columns > most_columns) return true;
    const auto [filled, longest] = beside(block);
    if (filled != 1) return filled > 1;
    // A section's text may be short: where the column is one of headings, more of them stand in it.
    return longest < shortest_text && titles_in(block.table, block.column) < 2;
}

std::size_t DataCells::characters_of(std::size_t index) {
    const Block& block = blocks_[index];
    const auto may_name = [&](const Block& other) { return titles_.say(other.key) || may_name_item(other.text, other.key, titles_); };
    std::size_t in_row = 0;
    std::size_t in_column = 0;
    bool has_names = false;
    // A table's cells stand one behind another.
    std::size_t first = index;
    while (first > 0 && blocks_[first - 1].table == block.table) --first;
    for (std::size_t k = first; k < blocks_.size() && blocks_[k].table == block.table; ++k) {
        const Block& other = blocks_[k];
        if (other.blank || k == index) continue;
        if (other.row == block.row && other.column != block.column) {
            has_names = has_names || may_name(other);
            if (other.column > block.column) in_row += other.visible;
        }
        if (other.column == block.column && other.row > block.row) in_column += other.visible;
    }
    return has_names ? in_column : in_row;
}

bool DataCells::have_text_beside(std::size_t index) { return beside(blocks_[index]).second >= shortest_text; }

std::size_t DataCells::titles_in(int table, int column) {
    if (!counted_) {
        counted_ = true;
        for (const Block& block : blocks_) {
            if (block.kind == Block::Kind::cell && (titles_.say(block.key) || titles_.say_briefly(block.key))) said_[{block.table, block.column}].insert(block.key.folded);
        }
    }
    return said_[{table, column}].size();
}

}  // namespace irikteu::outline
