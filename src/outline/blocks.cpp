#include "outline/blocks.hpp"

#include <algorithm>
#include <charconv>

#include "kazakh/letters.hpp"

namespace irikteu::outline {

namespace {

std::vector<std::string> keys_of(const act::Act& act, std::string_view use) {
    std::vector<std::string> keys;
    for (const auto& phrase : act.wording(use)) keys.push_back(kazakh::matching_key(phrase).folded);
    return keys;
}

bool contains(const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

constexpr std::size_t longest_key = 2000;  ///< Bytes of a text that its key covers: more than any title has, letter-spaced.

std::string_view beginning(std::string_view text) {
    if (text.size() <= longest_key) return text;
    std::size_t end = longest_key;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

Block line(xml::Node node, Block::Kind kind, const Wording& wording) {
    Block block;
    block.kind = kind;
    block.node = node;
    block.text = node.text();
    block.number = node.attribute_or("number", "");
    if (block.number.empty()) {
        const auto parts = kazakh::split_numbering(block.text);
        block.number = parts.number;
        if (!parts.number.empty()) block.text = std::string(parts.rest);
    }
    const auto level = node.attribute_or("level", "");
    std::from_chars(level.data(), level.data() + level.size(), block.level);
    // Of a long paragraph only the beginning may be a title.
    block.key = kazakh::matching_key(beginning(block.text));
    block.blank = is_blank(block.key, wording);
    return block;
}

struct Place {
    int table, row, column;
};

void add_cell(xml::Node cell, Place place, const Wording& wording, std::vector<Block>& blocks) {
    for (xml::Node child : cell.elements()) {
        if (child.name() == "p") {
            Block& block = blocks.emplace_back(line(child, Block::Kind::cell, wording));
            block.table = place.table, block.row = place.row, block.column = place.column;
        } else if (child.name() == "table") {
            for (xml::Node row : child.elements()) {
                for (xml::Node inner : row.elements()) add_cell(inner, place, wording, blocks);
            }
        }
    }
}

void add_table(xml::Node table, int index, const Wording& wording, std::vector<Block>& blocks) {
    int row_index = 0;
    for (xml::Node row : table.elements()) {
        int column = 0;
        for (xml::Node cell : row.elements()) add_cell(cell, {index, row_index, column++}, wording, blocks);
        ++row_index;
    }
}

/// A line as contents pages have them: a leader or a tab, then a page number at the very end.
bool ends_in_page_number(const std::string& text) {
    const auto points = kazakh::to_code_points(text);
    std::size_t end = points.size();
    while (end > 0 && kazakh::is_space(points[end - 1])) --end;
    std::size_t digits = end;
    while (digits > 0 && kazakh::is_digit(points[digits - 1])) --digits;
    if (digits == end || end - digits > 3 || digits == 0) return false;
    std::size_t leader = digits;
    bool tab = false;
    std::size_t dots = 0;
    while (leader > 0 && (kazakh::is_space(points[leader - 1]) || points[leader - 1] == U'.' || points[leader - 1] == U'_' || points[leader - 1] == 0x2026)) {
        tab = tab || points[leader - 1] == U'\t';
        dots += points[leader - 1] == 0x2026 ? 3 : points[leader - 1] == U'.' || points[leader - 1] == U'_';
        --leader;
    }
    return leader > 0 && (tab || dots >= 3);
}

/// Marks what follows a title like "Мазмұны" up to the line that begins the list anew, or the first long paragraph.
void mark_titled_contents(std::vector<Block>& blocks, const Wording& wording) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!contains(wording.contents, blocks[i].key.folded)) continue;
        blocks[i].contents = true;
        std::string first;
        int table = -1;
        for (std::size_t k = i + 1; k < blocks.size(); ++k) {
            Block& block = blocks[k];
            if (block.blank) continue;
            const bool paged = ends_in_page_number(block.text);
            if (block.kind == Block::Kind::cell && table < 0) table = block.table;
            const bool page_cell = block.kind == Block::Kind::cell && block.table == table;
            if (!paged && !page_cell && (block.kind == Block::Kind::heading || block.key.folded == first)) break;
            if (!paged && visible_characters(block.text) > 400) break;
            // Keys of lines that lost their page number are compared with those of the real headings.
            if (first.empty()) {
                first = block.key.folded;
                while (!first.empty() && first.back() >= '0' && first.back() <= '9') first.pop_back();
            }
            block.contents = true;
        }
    }
}

/// Marks three and more lines in a row that end in page numbers, titled or not.
void mark_paged_lines(std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t end = i;
        while (end < blocks.size() && (ends_in_page_number(blocks[end].text) || (end > i && blocks[end].blank))) ++end;
        if (end - i >= 3) {
            for (std::size_t k = i; k < end; ++k) blocks[k].contents = true;
        }
        i = std::max(end, i + 1);
    }
}

}  // namespace

Wording::Wording(const act::Act& act)
    : placeholders(keys_of(act, "placeholder")), contents(keys_of(act, "contents")), annexes(keys_of(act, "annex")) {}

bool is_blank(const Key& key, const Wording& wording) {
    return key.folded.empty() || contains(wording.placeholders, key.folded);
}

namespace {

/// "1-қосымша" as the word alone.
std::string without_digits(const Token& token) {
    std::string word = kazakh::to_utf8(token.folded);
    if (const std::size_t letters = word.find_first_not_of("0123456789"); letters != std::string::npos) word.erase(0, letters);
    return word;
}

}  // namespace

bool names_annex(const std::string& text, const Wording& wording) {
    if (visible_characters(text) > 160) return false;
    const auto words = tokens_of(text);
    return !words.empty() && contains(wording.annexes, without_digits(words.back()));
}

bool opens_annex(const Block& block, const Wording& wording) {
    if (block.kind == Block::Kind::cell || visible_characters(block.text) > 60) return false;
    const auto words = tokens_of(block.text);
    if (words.empty()) return false;
    if (words.size() > 3 && block.kind != Block::Kind::heading) return false;
    return contains(wording.annexes, without_digits(words.front()));
}

std::vector<Block> blocks_of(xml::Node text, const Wording& wording) {
    std::vector<Block> blocks;
    int tables = 0;
    for (xml::Node node : text.elements()) {
        if (node.name() == "heading") blocks.push_back(line(node, Block::Kind::heading, wording));
        if (node.name() == "p") blocks.push_back(line(node, Block::Kind::paragraph, wording));
        if (node.name() == "company") blocks.push_back(line(node, Block::Kind::company, wording));
        if (node.name() == "table") add_table(node, tables++, wording, blocks);
    }
    mark_titled_contents(blocks, wording);
    mark_paged_lines(blocks);
    return blocks;
}

}  // namespace irikteu::outline
