#include "outline/candidates.hpp"

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "kazakh/display_text.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"
#include "outline/label_lines.hpp"
#include "outline/look_alikes.hpp"
#include "outline/title_parts.hpp"
#include "outline/titles.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t most_candidates = 20'000;  ///< Bounds memory: the alignment has a cell for each with each title.
constexpr std::size_t longest_beside = 720;   ///< Characters of a paragraph that may be a title in two languages.
constexpr std::size_t longest_heading = 420;  ///< Characters; the longest prescribed title has 330.

/// Where a title may end in a paragraph that runs on: before ". ", ": ", " – ", a tab or a line break.
std::vector<std::size_t> title_ends(const std::string& text) {
    std::vector<std::size_t> ends;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size() && ends.size() < 4 && letters < longest_heading; ++letters) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        const bool breaks = c == U'\n' || c == U'\t' || c == U':' || c == U'.' || (kazakh::is_dash(c) && before > 0 && text[before - 1] == ' ');
        if (breaks && before > 0) ends.push_back(before);
    }
    return ends;
}

bool ends_as_in_list(const std::string& text) {
    const std::string_view trimmed = xml::trim(text);
    return !trimmed.empty() && (trimmed.back() == ';' || trimmed.back() == ',');
}

/// Sets title and run_in where the paragraph begins with a prescribed title and goes on.
bool cut_run_in(Candidate& candidate, const Block& block, const Titles& titles, const Wording& wording) {
    for (const std::size_t end : title_ends(block.text)) {
        const std::string_view head = std::string_view(block.text).substr(0, end);
        Key key = kazakh::matching_key(head);
        if (!titles.say(key)) continue;
        const std::string_view rest = std::string_view(block.text).substr(end);
        const Key said = kazakh::matching_key(rest);
        if (said.folded.empty()) continue;
        candidate.title = std::string(xml::trim(head));
        candidate.letters = {};
        candidate.run_in = is_blank(said, wording) ? 0 : visible_characters(rest);
        candidate.key = std::move(key);
        return true;
    }
    return false;
}

/// For each block the first from there on that shows anything.
std::vector<std::size_t> shown_from(const std::vector<Block>& blocks) {
    std::vector<std::size_t> shown(blocks.size() + 1, blocks.size());
    for (std::size_t k = blocks.size(); k-- > 0;) {
        const bool is_blank = blocks[k].blank && !blocks[k].picture && blocks[k].kind != Block::Kind::company;
        shown[k] = is_blank ? shown[k + 1] : k;
    }
    return shown;
}

bool content_follows(const std::vector<Block>& blocks, std::size_t index, const std::vector<std::size_t>& shown, const Titles& titles) {
    for (std::size_t k = shown[index + 1]; k < blocks.size(); k = shown[k + 1]) {
        if (blocks[k].kind == Block::Kind::heading) {
            // Another section's heading; a heading of the applicant's own only divides what follows.
            if (titles.say(blocks[k].key) || blocks[k].level == 0 || blocks[k].level <= blocks[index].level) return false;
            continue;
        }
        return blocks[k].number.empty() || blocks[k].kind != Block::Kind::paragraph ||
               numbers_of(blocks[k].number).empty() || numbers_of(blocks[index].number).empty();
    }
    return false;
}

/// Takes the number off that stayed in front of a line, as in "3 КЛАСТЕРДІҢ": no prescribed title begins with a digit.
std::vector<int> take_leading_number(const std::string& text, Key& key) {
    std::size_t digits = 0;
    while (digits < key.folded.size() && key.folded[digits] >= '0' && key.folded[digits] <= '9') ++digits;
    if (digits == 0 || digits > 4 || digits == key.folded.size()) return {};
    key.folded.erase(0, digits);
    key.strict.erase(0, digits);
    return numbers_of(text.substr(0, std::min(text.find_first_not_of("0123456789. \t"), text.size())));
}

/// Where a number of an unusual kind ends before a title: "1-блок.", "п. 1.1", "A."; 0 where what stands there is no number.
std::size_t end_of_number(std::string_view text, std::string_view title) {
    constexpr std::size_t longest_number = 44;  // Bytes.
    bool digit = false;
    for (std::size_t at = 0; at < std::min(text.size(), longest_number);) {
        const char32_t c = base::next_code_point(text, at);
        digit = digit || kazakh::is_digit(c);
        const bool ends = kazakh::is_space(c) || c == U'.' || c == U')' || c == U':' || kazakh::is_dash(c);
        if (!ends || kazakh::matching_key(text.substr(at)).folded != title) continue;
        const std::string_view number = xml::trim(text.substr(0, at));
        const bool one_letter = kazakh::to_code_points(number).size() <= 2;
        return digit || (one_letter && (number.ends_with('.') || number.ends_with(')'))) ? at : 0;
    }
    return 0;
}

/// Takes a number of an unusual kind off that stands before a title.
void take_number(Candidate& candidate, const Block& block, const Titles& titles, const Wording& wording) {
    const std::string_view title = titles.end(candidate.key);
    if (title.empty() || is_caption(block.number + block.text, wording)) return;
    const std::size_t end = end_of_number(block.text, title);
    if (end == 0) return;
    candidate.key = kazakh::matching_key(std::string_view(block.text).substr(end));
    if (candidate.numbers.empty()) candidate.numbers = numbers_of(block.text.substr(0, end));
}

/// Takes the digit of a note off that somebody typed behind a title, raised or not: no prescribed title ends in a digit.
void drop_note_mark(Key& key, const Titles& titles) {
    Key bare = key;
    for (int digits = 0; digits < 2 && bare.folded.size() > 1 && bare.folded.back() >= '0' && bare.folded.back() <= '9'; ++digits) {
        bare.folded.pop_back();
        bare.strict.pop_back();
        if (titles.say(bare)) {
            key = std::move(bare);
            return;
        }
    }
}

/// Takes the word off that calls a title a section: "Қаржы ресурстары бөлімі".
void drop_division(Key& key, const Titles& titles, const Wording& wording) {
    for (const std::string& word : wording.divisions) {
        if (!key.folded.ends_with(word)) continue;
        Key bare = key;
        bare.folded.resize(key.folded.size() - word.size());
        bare.strict.resize(key.strict.size() - std::min(word.size(), key.strict.size()));
        if (titles.say(bare)) {
            key = std::move(bare);
            return;
        }
    }
}

constexpr std::size_t most_lines = 4;  ///< Of a title that was typed as so many paragraphs.

/// Takes the lines below into a heading with which they say a prescribed title that it does not say alone.
void take_lines(Candidate& candidate, const std::vector<Block>& blocks, const Titles& titles) {
    const Block& first = blocks[candidate.block];
    if (first.kind == Block::Kind::cell || titles.say(candidate.key) || !titles.go_on_from(candidate.key)) return;
    Key key = candidate.key;
    std::string title = first.text;
    for (std::size_t k = candidate.block + 1; k < blocks.size() && k < candidate.block + most_lines; ++k) {
        const Block& next = blocks[k];
        const bool text = next.kind == Block::Kind::heading || next.kind == Block::Kind::paragraph;
        if (!text || next.contents || next.blank || !next.number.empty() || titles.say(next.key)) return;
        title += ' ' + next.text;
        key.strict += next.key.strict;
        key.folded += next.key.folded;
        if (titles.say(key)) {
            candidate.title = std::move(title);
            candidate.key = std::move(key);
            candidate.last = k;
            return;
        }
        if (!titles.go_on_from(key)) return;
    }
}

/// Takes the title alone for what the line says, where its translation or a remark stands beside it.
bool take_part(Candidate& candidate, const Block& block, const Titles& titles) {
    if (candidate.last != candidate.block || titles.say(candidate.key) || block.visible > longest_beside) return false;
    auto part = title_part(block.text, titles);
    if (!part) return false;
    const bool is_near = titles.may_have_length_of(candidate.key) && titles.nearly_say(Letters(candidate.key.folded));
    if (is_near && !titles.say(part->key)) return false;
    candidate.letters = {};
    candidate.key = std::move(part->key);
    candidate.run_in = part->run_in;
    candidate.in_part = true;
    return true;
}

/// Takes a label for what a paragraph says that has its answer behind it or below.
bool take_label(Candidate& candidate, const Block& block, const Titles& titles, const Wording& wording) {
    const auto line = label_line(block.text, !block.number.empty());
    const std::string_view label = line ? line->label : std::string_view(block.text);
    if (line ? !may_name_item(label, titles) : !titles.say_briefly(block.key)) return false;
    candidate.is_label = true;
    candidate.title = std::string(label);
    candidate.key = kazakh::matching_key(label);
    candidate.letters = {};
    candidate.run_in = line && !is_blank(kazakh::matching_key(line->answer), wording) ? visible_characters(line->answer) : 0;
    return true;
}

/// Whether make() would only find that a line is no heading: nothing in it is like a title. So are most.
bool is_ordinary(const Block& block, const Titles& titles) {
    const std::string& key = block.key.folded;
    if (block.kind == Block::Kind::heading || base::is_ascii_digit(key.front()) || base::is_ascii_digit(key.back()) || titles.say(block.key)) return false;
    if (block.visible <= longest_beside && (has_two_sides(block.text) || !titles.end(block.key).empty())) return false;
    if (titles.say_briefly(block.key)) return false;
    if (block.kind == Block::Kind::cell) return !titles.begin(block.key) && !may_name_item(block.text, block.key, titles);
    if (const auto line = label_line(block.text, !block.number.empty()); line && may_name_item(line->label, titles)) return false;
    const bool has_length = block.visible <= longest_heading && titles.may_have_length_of(block.key);
    return block.number.empty() && !has_length && !titles.begin(block.key) && !titles.go_on_from(block.key);
}

/// Takes a cell of a table of data, or a list's member, that may name an item.
bool take_name(Candidate& candidate, const Block& block, const Titles& titles, const Wording& wording, DataCells& data) {
    std::string_view name = block.text;
    if (const auto line = block.kind == Block::Kind::cell ? std::nullopt : label_line(block.text, false)) name = line->label;
    const Key key = kazakh::matching_key(name);
    if (is_blank(key, wording) || (!titles.say(key) && !may_name_item(name, key, titles))) return false;
    candidate.in_data = true;
    candidate.is_label = false;
    candidate.listed = false;
    candidate.has_content = true;
    candidate.title = std::string(name);
    candidate.key = key;
    candidate.letters = {};
    candidate.tokens = tokens_of(name);
    candidate.run_in = block.kind == Block::Kind::cell ? data.characters_of(candidate.block) : block.visible;
    return true;
}

bool make(Candidate& candidate, const std::vector<Block>& blocks, const Titles& titles, const Wording& wording, DataCells& data) {
    const Block& block = blocks[candidate.block];
    candidate.title = block.text;
    candidate.key = block.key;
    candidate.level = block.level;
    candidate.guessed_level = block.node.attribute_or("how", "") == "look";
    candidate.numbers = numbers_of(block.number);
    if (block.number.empty()) {
        if (auto numbers = take_leading_number(block.text, candidate.key); !numbers.empty()) candidate.numbers = std::move(numbers);
    }
    if (!titles.say(candidate.key)) drop_note_mark(candidate.key, titles);
    if (!titles.say(candidate.key)) drop_division(candidate.key, titles, wording);
    if (!titles.say(candidate.key)) take_number(candidate, block, titles, wording);
    take_lines(candidate, blocks, titles);
    if (block.kind != Block::Kind::paragraph || xml::trim(block.text).ends_with(')')) take_part(candidate, block, titles);
    candidate.listed = block.kind != Block::Kind::heading && ends_as_in_list(block.text);
    const bool is_short = block.visible <= longest_heading;
    switch (block.kind) {
        case Block::Kind::heading: candidate.look = Candidate::Look::heading; return true;
        case Block::Kind::company: return false;
        case Block::Kind::cell:
            candidate.look = Candidate::Look::cell;
            candidate.is_label = !titles.say(candidate.key);
            if (!is_short) return false;
            if (data.have(candidate.block)) return take_name(candidate, block, titles, wording, data);
            return !candidate.is_label || (may_name_item(block.text, block.key, titles) && (data.have_text_beside(candidate.block) || data.are_labels_beside(candidate.block)));
        case Block::Kind::paragraph: break;
    }
    if (is_list_member(blocks, candidate.block, titles)) return is_short && take_name(candidate, block, titles, wording, data);
    candidate.look = block.number.empty() ? Candidate::Look::plain : Candidate::Look::numbered;
    if (is_short) {
        if (titles.say(candidate.key)) return true;
        if (titles.may_have_length_of(candidate.key)) {
            candidate.letters = Letters(candidate.key.folded);
            if (titles.nearly_say(candidate.letters)) return true;
        }
    }
    if (titles.begin(block.key) && cut_run_in(candidate, block, titles, wording)) return true;
    if (take_part(candidate, block, titles) || take_label(candidate, block, titles, wording)) return true;
    return is_short && candidate.look == Candidate::Look::numbered && !candidate.listed;
}

bool says(const Item& item, const Key& key) {
    return std::any_of(item.keys.begin(), item.keys.end(), [&](const Key& title) { return title.folded == key.folded; });
}

/// Whether the second of two candidates is an item of the section that the first one says.
bool stand_above_one_another(const Candidate& section, const Candidate& below, const Prescribed& prescribed) {
    const auto items = static_cast<int>(prescribed.items.size());
    for (int i = 0; i < items; ++i) {
        if (!prescribed.items[static_cast<std::size_t>(i)].has_items || !says(prescribed.items[static_cast<std::size_t>(i)], section.key)) continue;
        for (int k = i + 1; k < items && prescribed.is_within(k, i); ++k) {
            if (says(prescribed.items[static_cast<std::size_t>(k)], below.key)) return true;
        }
    }
    return false;
}

/// Whether a candidate says an item to the letter and has the number that the act gives it.
bool has_its_number(const Candidate& candidate, const Prescribed& prescribed) {
    return !candidate.numbers.empty() && std::any_of(prescribed.items.begin(), prescribed.items.end(), [&](const Item& item) {
        const bool numbered = candidate.numbers == item.path || (candidate.numbers.size() == 1 && candidate.numbers.front() == item.path.back());
        return numbered && says(item, candidate.key);
    });
}

/// Drops entries of lists: they end as such and nothing stands below them but where they are sections above their items, or have
/// the item's own number. In a paper whose headings all end in semicolons, as the act prints them, none is an entry.
void drop_list_entries(std::vector<Candidate>& candidates, const Prescribed& prescribed) {
    constexpr std::ptrdiff_t least_headings = 3;
    const auto headings = std::count_if(candidates.begin(), candidates.end(), [](const Candidate& each) { return each.listed && each.has_content && each.run_in == 0; });
    const auto entries = std::count_if(candidates.begin(), candidates.end(), [](const Candidate& each) { return each.listed && !each.has_content; });
    if (headings >= least_headings && headings > entries) return;
    std::vector<Candidate> kept;
    for (std::size_t k = 0; k < candidates.size(); ++k) {
        const bool entry = candidates[k].listed && !candidates[k].has_content;
        if (entry && !has_its_number(candidates[k], prescribed) &&
            (k + 1 == candidates.size() || !stand_above_one_another(candidates[k], candidates[k + 1], prescribed))) continue;
        kept.push_back(candidates[k]);
    }
    candidates = std::move(kept);
}

int roman(std::string_view text) {
    const auto value = [](char c) {
        switch (c) {
            case 'I': return 1;
            case 'V': return 5;
            case 'X': return 10;
            default: return 0;
        }
    };
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int here = value(text[i]);
        if (here == 0) return 0;
        sum += i + 1 < text.size() && value(text[i + 1]) > here ? -here : here;
    }
    return sum;
}

/// Latin capitals for the Cyrillic ones that stand in for Roman digits (U+0406, U+0425).
std::string latin_capitals(const std::string& text) {
    std::string out;
    for (const char32_t c : kazakh::to_code_points(text)) {
        if (c == 0x0406 || c == 0x0456 || c == U'i') out += 'I';
        else if (c == 0x0425 || c == U'x') out += 'X';
        else if (c == U'v') out += 'V';
        else if (c < 0x80) out += static_cast<char>(c);
        else out += '?';
    }
    return out;
}

}  // namespace

std::vector<int> numbers_of(const std::string& numbering) {
    std::vector<int> numbers;
    std::string capitals;
    int current = -1;
    for (const char c : latin_capitals(numbering)) {
        if (c >= '0' && c <= '9') {
            current = std::min((current < 0 ? 0 : current) * 10 + (c - '0'), 100000);
        } else {
            if (current >= 0) numbers.push_back(current);
            current = -1;
            if (c >= 'A' && c <= 'Z') capitals += c;
        }
    }
    if (current >= 0) numbers.push_back(current);
    if (numbers.empty()) {
        const int value = roman(capitals);
        if (value > 0) numbers.push_back(value);
        else if (const int spelled = kazakh::spelled_ordinal(numbering); spelled > 0) numbers.push_back(spelled);
    }
    return numbers;
}

std::vector<Candidate> candidates_of(const std::vector<Block>& blocks, const Titles& titles, const Wording& wording) {
    DataCells data(blocks, titles);
    const std::vector<std::size_t> shown = shown_from(blocks);
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].contents || blocks[i].key.folded.empty() || is_ordinary(blocks[i], titles)) continue;
        Candidate candidate;
        candidate.block = candidate.last = i;
        if (!make(candidate, blocks, titles, wording, data)) continue;
        if (!titles.say(candidate.key) && is_caption(blocks[i].number.empty() ? candidate.title : blocks[i].number + candidate.title, wording)) continue;
        i = candidate.last;
        candidate.has_content = candidate.in_data || candidate.run_in > 0 || content_follows(blocks, i, shown, titles);
        candidate.continues = is_continued(candidate.key, wording);
        if (candidate.letters.size() == 0) candidate.letters = Letters(candidate.key.folded);
        const bool may_be_reworded = candidate.look == Candidate::Look::heading || candidate.look == Candidate::Look::numbered || candidate.is_label;
        if (may_be_reworded && !titles.say(candidate.key)) {
            candidate.tokens = tokens_of(kazakh::display_text(candidate.title));
        }
        if ((candidate.is_label || candidate.in_data) && candidates.size() >= most_candidates / 2) continue;
        if (candidates.size() >= most_candidates) {
            throw base::Error(base::ErrorCode::limit_exceeded, "more than " + std::to_string(most_candidates) + " headings",
                              {.file = std::string(blocks[i].node.attribute_or("file", "")), .line = 0, .column = 0,
                               .place = std::string(blocks[i].node.attribute_or("at", ""))});
        }
        candidates.push_back(std::move(candidate));
    }
    if (std::any_of(candidates.begin(), candidates.end(), [](const Candidate& each) { return each.listed; })) drop_list_entries(candidates, titles.prescribed());
    return candidates;
}

}  // namespace irikteu::outline
