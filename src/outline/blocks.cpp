#include "outline/blocks.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"

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

constexpr std::size_t least_placeholder = 18;  ///< Bytes of a placeholder's key that may have words around it.
constexpr std::size_t longest_placeholder = 200;  ///< Characters; a company's sheet that has more says something.

std::string_view beginning(std::string_view text) {
    if (text.size() <= longest_key) return text;
    std::size_t end = longest_key;
    while (end > 0 && base::goes_on(text[end])) --end;
    return text.substr(0, end);
}

/// What a blank says is not what its writer says.
void take_hints(Block& block, const Wording& wording) {
    if (!wording.hint_sieve.may_hold(block.key.folded)) return;
    std::string rest = without_hints(block.key.folded, wording);
    if (rest.size() == block.key.folded.size()) return;
    block.hint = true;
    const std::size_t hint = visible_characters(block.key.folded) - visible_characters(rest);
    block.visible -= std::min(hint, block.visible);
    Key key;
    key.folded = std::move(rest);
    block.blank = is_blank(key, wording);
}

/// "[мәтін]", "<толтыру қажет>", "{…}": what is to be replaced.
bool is_bracketed(std::string_view text) {
    constexpr std::size_t longest = 160;  // Bytes.
    text = xml::trim(text);
    if (text.size() < 2 || text.size() > longest) return false;
    const auto within = [&](char open, char close) { return text.front() == open && text.find(close) == text.size() - 1; };
    return within('[', ']') || within('<', '>') || within('{', '}');
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
    block.picture = node.attribute("picture").has_value();
    const auto level = node.attribute_or("level", "");
    std::from_chars(level.data(), level.data() + level.size(), block.level);
    block.visible = visible_characters(block.text);
    // A company's sheet is no title; of a long paragraph only the beginning may be one.
    if (kind == Block::Kind::company && block.visible > longest_placeholder) return block;
    block.key = kazakh::matching_key(beginning(block.text));
    block.blank = is_blank(block.key, wording) || is_bracketed(block.text);
    take_hints(block, wording);
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

/// Takes the last code point off a text.
char32_t take_last(std::string_view& text) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && text.size() - begin < 4 && base::goes_on(text[begin])) --begin;
    std::size_t at = begin;
    const char32_t last = base::next_code_point(text, at);
    const bool whole = at == text.size();
    text = text.substr(0, whole ? begin : text.size() - 1);
    return whole ? last : base::replacement;
}

/// A line as contents pages have them: a leader or a tab, then a page number at the very end.
bool ends_in_page_number(std::string_view text) {
    char32_t last = U' ';
    while (kazakh::is_space(last) && !text.empty()) last = take_last(text);
    int digits = 0;
    for (; kazakh::is_digit(last); last = take_last(text)) {
        if (++digits > 3 || text.empty()) return false;
    }
    if (digits == 0) return false;
    bool tab = false;
    std::size_t dots = 0;
    for (; kazakh::is_space(last) || last == U'.' || last == U'_' || last == 0x2026; last = take_last(text)) {
        if (text.empty()) return false;
        tab = tab || last == U'\t';
        dots += last == 0x2026 ? 3 : last == U'.' || last == U'_';
    }
    return tab || dots >= 3;
}

std::string without_page_number(std::string key) {
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();
    return key;
}

bool nearly_contains(const std::vector<std::string>& keys, const std::string& key) {
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& each) { return nearly_equal({each, each}, {key, key}); });
}

constexpr std::size_t longest_entry = 400;     ///< Characters; the longest prescribed title has 330.
constexpr std::size_t longest_unended = 60;    ///< A line longer than that which ends in a full stop is a sentence.
constexpr std::size_t least_entries = 5;       ///< Of a list whose end is only guessed.
constexpr std::size_t least_cells = 4;         ///< Of a table that is the whole list.

bool is_sentence(const Block& block) {
    return block.visible > longest_unended && xml::trim(block.text).ends_with('.');
}

/// Whether a cell has others beside it: it is the head of a column.
bool heads_column(const std::vector<Block>& blocks, std::size_t index) {
    const Block& block = blocks[index];
    const auto beside = [&](std::size_t k) {
        return blocks[k].kind == Block::Kind::cell && blocks[k].table == block.table && blocks[k].row == block.row && blocks[k].column != block.column && !blocks[k].key.folded.empty();
    };
    return block.kind == Block::Kind::cell && ((index > 0 && beside(index - 1)) || (index + 1 < blocks.size() && beside(index + 1)));
}

/// Whether lines whose end is only guessed are a list of contents: most have pages, or come again below.
bool are_of_contents(const std::vector<Block>& blocks, const std::vector<std::size_t>& entries) {
    std::size_t paged = 0;
    std::set<std::string> keys;
    for (const std::size_t k : entries) {
        paged += ends_in_page_number(blocks[k].text);
        keys.insert(without_page_number(blocks[k].key.folded));
    }
    std::size_t again = 0;
    for (std::size_t k = entries.back() + 1; k < blocks.size(); ++k) again += keys.erase(blocks[k].key.folded);
    return paged * 2 > entries.size() || again * 2 > entries.size();
}

/// Marks what follows a title like "Мазмұны" up to where the text begins: at the first heading, where one of the list's
/// first two entries comes again, or behind the list's table. Without any of them a list that has few entries is none: the
/// reader has set the real one aside already.
void mark_titled_contents(std::vector<Block>& blocks, const Wording& wording) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool perhaps = contains(wording.perhaps_contents, blocks[i].key.folded);
        if (!perhaps && !contains(wording.contents, blocks[i].key.folded)) continue;
        if (heads_column(blocks, i)) continue;
        blocks[i].contents = !perhaps;
        std::vector<std::size_t> entries;
        std::vector<std::string> first;
        std::size_t cells = 0;
        bool sure = false;
        int table = -1;
        for (std::size_t k = i + 1; k < blocks.size() && !sure; ++k) {
            const Block& block = blocks[k];
            if (block.blank) continue;
            const bool paged = ends_in_page_number(block.text);
            if (block.kind == Block::Kind::cell && table < 0 && entries.empty()) table = block.table;
            const bool in_table = block.kind == Block::Kind::cell && block.table == table;
            // Keys of lines that lost their page number are compared with those of the real headings.
            const std::string key = without_page_number(block.key.folded);
            const bool again = nearly_contains(first, key);
            sure = !paged && !in_table && (block.kind == Block::Kind::heading || again || cells >= least_cells);
            if (perhaps && sure && !again) entries.clear();
            if (sure || (!paged && !in_table && (block.visible > longest_entry || is_sentence(block)))) break;
            entries.push_back(k);
            cells += in_table;
            if (first.size() < 2 && !key.empty()) first.push_back(key);
        }
        if ((!sure || perhaps) && entries.size() < least_entries) continue;
        if (perhaps && !sure) continue;
        if (!sure && !are_of_contents(blocks, entries)) continue;
        blocks[i].contents = true;
        for (const std::size_t k : entries) blocks[k].contents = true;
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
    : placeholders(keys_of(act, "placeholder")), contents(keys_of(act, "contents")), annexes(keys_of(act, "annex")),
      continued(keys_of(act, "continued")), divisions(keys_of(act, "division")), ends(keys_of(act, "end")), captions(keys_of(act, "caption")), perhaps_contents(keys_of(act, "perhaps-contents")), hints(keys_of(act, "hint")), hint_sieve(hints) {
    for (const std::string& words : placeholders) {
        placeholder_sieve.add(words);
        if (words.size() >= least_placeholder) long_placeholder_sieve.add(words);
    }
    for (const std::string& words : act.wording("sense")) senses.push_back(tokens_of(words));
    for (const std::string& words : act.wording("generic")) {
        for (Token& word : tokens_of(words)) generic.push_back(std::move(word));
    }
}

std::string without_hints(std::string key, const Wording& wording) {
    for (const std::string& hint : wording.hints) {
        if (key.size() < hint.size() || hint.empty()) continue;
        for (std::size_t at = key.find(hint); at != std::string::npos; at = key.find(hint)) key.erase(at, hint.size());
    }
    return key;
}

Block part_of(const Block& paragraph, const std::string& text, bool is_first, const Wording& wording) {
    Block part;
    part.kind = paragraph.kind;
    part.node = paragraph.node;
    const auto parts = kazakh::split_numbering(text);
    part.number = is_first ? paragraph.number : parts.number;
    part.text = is_first || parts.number.empty() ? text : std::string(parts.rest);
    part.picture = paragraph.picture && is_first;
    part.visible = visible_characters(part.text);
    part.key = kazakh::matching_key(beginning(part.text));
    part.blank = is_blank(part.key, wording);
    take_hints(part, wording);
    return part;
}

bool is_continued(const Key& key, const Wording& wording) {
    return std::any_of(wording.continued.begin(), wording.continued.end(), [&](const std::string& word) { return key.folded.size() > word.size() && key.folded.ends_with(word); });
}

namespace {

constexpr std::size_t longest_around = 28;  ///< Bytes of a key around a placeholder's words: two words or so.

/// A letter, once or over and over.
bool is_one_sign(const std::string& key) {
    std::size_t sign = 0;  // Bytes of the first one.
    if (key.empty() || kazakh::is_digit(base::next_code_point(key, sign))) return false;
    return std::equal(key.begin() + static_cast<std::ptrdiff_t>(sign), key.end(), key.begin());
}

}  // namespace

bool is_blank(const Key& key, const Wording& wording) {
    if (key.folded.empty() || (wording.placeholder_sieve.may_hold(key.folded) && contains(wording.placeholders, key.folded)) || is_one_sign(key.folded)) return true;
    if (!wording.long_placeholder_sieve.may_begin(key.folded) && !wording.long_placeholder_sieve.may_end(key.folded)) return false;
    return std::any_of(wording.placeholders.begin(), wording.placeholders.end(), [&](const std::string& words) {
        if (words.size() < least_placeholder || key.folded.size() > words.size() + longest_around) return false;
        return key.folded.ends_with(words) || key.folded.starts_with(words);
    });
}

namespace {

/// "1-қосымша" as the word alone.
std::string without_digits(const Token& token) {
    std::string word = kazakh::to_utf8(token.folded);
    if (const std::size_t letters = word.find_first_not_of("0123456789"); letters != std::string::npos) word.erase(0, letters);
    return word;
}

}  // namespace

bool opens_end(const Block& block, const Wording& wording) {
    constexpr std::size_t longest_line = 120;
    if (block.kind == Block::Kind::cell || block.visible > longest_line || block.key.folded.empty()) return false;
    if (contains(wording.ends, block.key.folded)) return true;
    const std::string before_colon = block.text.substr(0, block.text.find(':'));
    if (before_colon.size() < block.text.size() && contains(wording.ends, kazakh::matching_key(before_colon).folded)) return true;
    if (block.text.find("___") != std::string::npos && !block.blank) return true;  // A line to sign on, with a name.
    return kazakh::parse_date(block.text).has_value();
}

bool is_caption(const std::string& text, const Wording& wording) {
    const auto words = tokens_of(text, 1);
    if (words.empty()) return false;
    const std::string_view first = words.front().word;
    if (!contains(wording.captions, without_digits(words.front()))) return false;
    if (first.front() >= '0' && first.front() <= '9') return true;  // "1-кесте"
    const std::size_t at = text.find(first) + first.size();
    const std::size_t next = text.find_first_not_of(" .\t", at);
    const bool number_behind = next != std::string::npos && text[next] >= '0' && text[next] <= '9';
    const std::size_t before = text.find_first_not_of(" \t");
    return number_behind || (before != std::string::npos && text[before] >= '0' && text[before] <= '9');  // "Кесте 1", "1 кесте"
}

bool names_annex(const std::string& text, const Wording& wording) {
    if (visible_characters(text) > 160) return false;
    const auto words = tokens_of(text);
    return !words.empty() && contains(wording.annexes, without_digits(words.back()));
}

namespace {

/// Whether a line is a short name that ends in an annex's number: "Тұжырымдамаға 1-қосымша".
bool is_named_annex(const std::string& text, const Wording& wording) {
    constexpr std::size_t most_words = 3;
    if (text.find_first_of(":(.") != std::string::npos || text.find_first_of("0123456789") == std::string::npos) return false;
    const auto words = tokens_of(text, most_words + 1);
    return words.size() > 1 && words.size() <= most_words && contains(wording.annexes, without_digits(words.back()));
}

/// Whether a line goes on behind its annex's number with a full stop, a colon or a dash, as titles do.
bool has_annex_title(const Block& block, const Token& first) {
    const std::string& text = block.text;
    const bool numbered = first.word.front() >= '0' && first.word.front() <= '9';
    const std::size_t at = text.find(first.word) + first.word.size();
    const std::size_t next = text.find_first_not_of(' ', at);
    if (!numbered || at > text.size() || next == std::string::npos || xml::trim(text).ends_with('.')) return false;
    return text[next] == '.' || text[next] == ':' || text[next] == '-' || text.compare(next, 2, "\xE2\x80") == 0;
}

}  // namespace

bool opens_annex(const Block& block, const Wording& wording) {
    if (block.kind == Block::Kind::cell || block.visible > 60) return false;
    const auto words = tokens_of(block.text, 1);
    if (words.empty()) return false;
    if (!contains(wording.annexes, without_digits(words.front()))) return block.number.empty() && is_named_annex(block.text, wording);
    return block.kind == Block::Kind::heading || tokens_of(block.text, 4).size() <= 3 || has_annex_title(block, words.front());
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
