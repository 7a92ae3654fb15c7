#include "outline/look_alikes.hpp"

#include <set>
#include <string>
#include <utility>

#include "kazakh/letters.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t least_titles = 3;    ///< Of a list of titles.
constexpr std::size_t shortest_text = 60;  ///< Characters of a cell that is a section's text, beside its heading.

bool is_line(const Block& block) { return block.kind == Block::Kind::heading || block.kind == Block::Kind::paragraph; }

/// The nearest line before or behind that holds something; nullptr where there is none.
const Block* next_line(const std::vector<Block>& blocks, std::size_t index, int step) {
    for (std::size_t k = index + static_cast<std::size_t>(step); k < blocks.size(); k += static_cast<std::size_t>(step)) {
        if (!blocks[k].key.folded.empty() || blocks[k].kind == Block::Kind::company) return &blocks[k];
    }
    return nullptr;
}

bool has_bullet(const Block& block) {
    if (block.kind != Block::Kind::paragraph || block.number.empty()) return false;
    return block.number.find_first_of("0123456789") == std::string::npos && !kazakh::is_letter(kazakh::to_code_points(block.number).front());
}

bool goes_on(const Block& block) {
    const std::string_view text = xml::trim(block.text);
    return text.ends_with(';') || text.ends_with(',');
}

}  // namespace

void mark_title_lists(std::vector<Block>& blocks, const Titles& titles) {
    for (std::size_t i = 0; i < blocks.size();) {
        std::vector<std::size_t> run;
        std::size_t end = i;
        for (; end < blocks.size(); ++end) {
            if (blocks[end].key.folded.empty()) continue;
            if (!is_line(blocks[end]) || blocks[end].contents || !titles.say(blocks[end].key)) break;
            run.push_back(end);
        }
        if (run.size() >= least_titles) {
            std::set<std::string_view> below;
            for (std::size_t k = end; k < blocks.size(); ++k) {
                if (!blocks[k].contents && titles.say(blocks[k].key)) below.insert(blocks[k].key.folded);
            }
            // The first headings of the text itself may follow at once: the list ends with the last title that comes again.
            std::size_t length = 0;
            std::size_t again = 0;
            for (std::size_t n = run.size(); n-- > 0;) {
                const bool comes_again = !below.insert(blocks[run[n]].key.folded).second;
                again += comes_again;
                if (comes_again && length == 0) length = n + 1;
            }
            std::set<std::string_view> listed;
            for (std::size_t n = 0; n < length; ++n) listed.insert(blocks[run[n]].key.folded);
            if (listed.size() == length && length >= least_titles && again * 2 > length) {
                for (std::size_t n = 0; n < length; ++n) blocks[run[n]].contents = true;
            }
        }
        i = std::max(end, i + 1);
    }
}

void split_broken_lines(std::vector<Block>& blocks, const Titles& titles, const Wording& wording) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != Block::Kind::paragraph || blocks[i].contents || blocks[i].text.find('\n') == std::string::npos) continue;
        std::vector<std::string> lines;
        for (std::size_t at = 0; at <= blocks[i].text.size();) {
            const std::size_t end = std::min(blocks[i].text.find('\n', at), blocks[i].text.size());
            lines.push_back(blocks[i].text.substr(at, end - at));
            at = end + 1;
        }
        bool title = false;
        std::vector<Block> parts;
        for (std::size_t n = 0; n < lines.size(); ++n) {
            parts.push_back(part_of(blocks[i], lines[n], n == 0, wording));
            title = title || (n > 0 && titles.say(parts.back().key));
        }
        if (!title) continue;
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
        blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(i), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
        i += lines.size() - 1;
    }
}

bool is_list_member(const std::vector<Block>& blocks, std::size_t index, const Titles& titles) {
    const Block& block = blocks[index];
    if (!has_bullet(block)) return false;
    const auto of_other_things = [&](const Block* other) { return other != nullptr && has_bullet(*other) && !titles.say(other->key); };
    const Block* const before = next_line(blocks, index, -1);
    if (of_other_things(before) && goes_on(*before)) return true;
    return goes_on(block) && of_other_things(next_line(blocks, index, +1));
}

bool is_data_cell(const std::vector<Block>& blocks, std::size_t index, const Titles& titles) {
    const Block& block = blocks[index];
    std::size_t filled = 0;   // Cells of the row beside it, but for one that only numbers it.
    std::size_t longest = 0;
    int last = -1;
    const auto look_at = [&](const Block& other) {
        if (other.column == block.column || other.key.folded.empty()) return;
        const bool numbers = other.column < block.column && other.visible + other.number.size() <= 6;
        if (numbers) return;
        if (other.column != last) ++filled;
        last = other.column;
        longest = std::max(longest, other.visible);
    };
    const auto same_row = [&](const Block& other) { return other.kind == Block::Kind::cell && other.table == block.table && other.row == block.row; };
    for (std::size_t k = index; k-- > 0 && same_row(blocks[k]);) look_at(blocks[k]);
    for (std::size_t k = index + 1; k < blocks.size() && same_row(blocks[k]); ++k) look_at(blocks[k]);
    if (filled == 0) return false;
    if (filled > 1) return true;
    if (longest >= shortest_text) return false;
    // A section's text may be short: where the column is one of headings, more of them stand in it.
    std::set<std::string_view> said;
    const auto same_table = [&](const Block& other) { return other.kind == Block::Kind::cell && other.table == block.table; };
    const auto collect = [&](const Block& other) {
        if (other.column == block.column && titles.say(other.key)) said.insert(other.key.folded);
    };
    for (std::size_t k = index + 1; k-- > 0 && same_table(blocks[k]);) collect(blocks[k]);
    for (std::size_t k = index + 1; k < blocks.size() && same_table(blocks[k]); ++k) collect(blocks[k]);
    return said.size() < 3;
}

}  // namespace irikteu::outline
