#include "readers/headings.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

#include "base/utf8.hpp"
#include "kazakh/numbering.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

namespace {

constexpr std::size_t longest_by_look = 220;
constexpr std::size_t longest_by_style = 600;
constexpr std::size_t longest_bold_sentence = 100;
constexpr std::size_t longest_lead = 150;

/// What is usual in this document: only what differs from it stands out.
struct Body {
    int half_points = 24;
    bool bold = false;
    bool italic = false;
};

Body measure_body(const std::vector<Block>& blocks) {
    std::map<int, std::uint64_t> sizes;
    std::uint64_t seen = 0;
    std::uint64_t bold = 0;
    std::uint64_t italic = 0;
    for (const Block& block : blocks) {
        const Paragraph* p = block.paragraph();
        if (p == nullptr || p->seen == 0) continue;
        sizes[static_cast<int>(p->sized / p->seen)] += p->seen;
        seen += p->seen;
        bold += p->bold;
        italic += p->italic;
    }
    Body body;
    for (const auto& [size, characters] : sizes) {  // Upwards: the largest size that is no exception.
        if (characters * 5 >= seen) body.half_points = size;
    }
    body.bold = bold * 10 > seen * 6;
    body.italic = italic * 10 > seen * 6;
    return body;
}

bool nearly_all(std::uint32_t part, std::uint32_t whole) {
    return whole > 0 && static_cast<std::uint64_t>(part) * 100 >= static_cast<std::uint64_t>(whole) * 95;
}

bool ends_with_any(std::string_view text, std::string_view characters) {
    return !text.empty() && characters.find(text.back()) != std::string_view::npos;
}

enum class Case { none, lower, upper };

Case case_of(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? Case::lower : c >= 'A' && c <= 'Z' ? Case::upper : Case::none;
    if (c >= 0x430 && c <= 0x45F) return Case::lower;
    if (c >= 0x400 && c <= 0x42F) return Case::upper;
    if (c >= 0x48A && c <= 0x4FF) return c % 2 == 0 ? Case::upper : Case::lower;  // Paired.
    return Case::none;
}

/// Letters of any script; spaces, punctuation and symbols are none.
int count_letters(std::string_view text) {
    int letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const bool symbol = c < 0xC0 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040);
        letters += !symbol || case_of(c) != Case::none ? 1 : 0;
    }
    return letters;
}

bool begins_with_capital(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Case found = case_of(base::next_code_point(text, at));
        if (found != Case::none) return found == Case::upper;
    }
    return false;
}

bool is_heading_by_look(const Paragraph& p, const Body& body) {
    const kazakh::NumberedText parts = kazakh::split_numbering(p.text);
    const bool numbered = !p.number.empty() || !parts.number.empty();
    const std::string_view rest = parts.rest;
    const std::size_t length = base::count_characters(p.text);
    if (count_letters(rest) < 2 || length > longest_by_look || rest.find("___") != std::string_view::npos) return false;
    if (rest.find('\t') != std::string_view::npos || ends_with_any(rest, ";,")) return false;
    const bool sentence = ends_with_any(rest, ".!?") && !numbered;
    const bool bold = nearly_all(p.bold, p.seen) && !body.bold;
    const bool larger = p.smallest >= body.half_points + 2;
    const bool capitals = nearly_all(p.caps, p.seen) || is_in_capitals(rest);
    if (larger && !sentence) return true;
    if (bold || capitals || larger) return !sentence || length <= longest_bold_sentence;
    if (sentence || ends_with_any(rest, ".") || p.bullet) return false;
    const bool marked = nearly_all(p.underlined, p.seen) || (nearly_all(p.italic, p.seen) && !body.italic);
    if (p.centred) return (numbered || marked || p.keep_with_next) && begins_with_capital(rest);
    // A line that is underlined from end to end is one without a number too.
    return marked && (numbered || (nearly_all(p.underlined, p.seen) && length <= longest_bold_sentence && begins_with_capital(rest)));
}

int level_by_look(const Paragraph& p, const Body& body) {
    const std::string_view number = p.number.empty() ? kazakh::split_numbering(p.text).number : p.number;
    if (const int level = level_by_number(number); level > 0) return level;
    const bool larger = p.smallest >= body.half_points + 2;
    return larger || p.centred || is_in_capitals(p.text) || nearly_all(p.caps, p.seen) ? 1 : 2;
}

void mark(Paragraph& p, const Body& body) {
    if (p.text.empty()) return;
    const bool fits = base::count_characters(p.text) <= longest_by_style;
    if (p.style_level > 0 && fits) {
        p.heading_level = p.style_level;
        p.how = "style";
    } else if (p.outline_level < 9 && fits) {
        p.heading_level = p.outline_level + 1;
        p.how = "outline-level";
    } else if (is_heading_by_look(p, body)) {
        p.heading_level = level_by_look(p, body);
        p.how = p.number.empty() || p.bullet ? "look" : "numbering";
    }
}

/// Where a bold beginning ends that is a heading by itself; 0 where there is none.
std::size_t lead_end(const Paragraph& p, const Body& body) {
    if (body.bold || p.bold_lead == 0 || p.bold_lead >= p.text.size() || p.bullet) return 0;
    const std::string_view text = p.text;
    const std::string_view lead = xml::trim(text.substr(0, p.bold_lead));
    if (lead.size() < 3 || base::count_characters(lead) > longest_lead) return 0;
    const std::size_t start = text.find_first_not_of(" \t\r\n", lead.size());
    if (start == std::string_view::npos) return 0;
    const bool broken = text.substr(lead.size(), start - lead.size()).find('\n') != std::string_view::npos;
    const bool stopped = ends_with_any(lead, ".:") && !kazakh::split_numbering(lead).number.empty() &&
                         base::count_characters(kazakh::split_numbering(lead).rest) > 3;
    return (broken && !ends_with_any(lead, ";,")) || stopped ? lead.size() : 0;
}

}  // namespace

bool is_in_capitals(std::string_view text) {
    int upper = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Case found = case_of(base::next_code_point(text, at));
        if (found == Case::lower) return false;
        upper += found == Case::upper ? 1 : 0;
    }
    return upper >= 6;
}

int level_by_number(std::string_view number) {
    number = xml::trim(number);
    if (number.empty()) return 0;
    int groups = 0;
    bool in_digits = false;
    for (const char c : number) {
        const bool digit = c >= '0' && c <= '9';
        groups += digit && !in_digits ? 1 : 0;
        in_digits = digit;
    }
    const bool bracket = number.back() == ')';
    if (groups > 0) return std::min(groups + (bracket && groups == 1 ? 1 : 0), 9);
    if (bracket) return 3;
    std::size_t at = 0;
    const char32_t first = base::next_code_point(number, at);
    const bool roman = first == 'I' || first == 'V' || first == 'X' || first == 0x406 || first == 0x425;
    if (roman || kazakh::spelled_ordinal(number) > 0) return 1;
    return case_of(first) == Case::upper ? 1 : 3;
}

void mark_headings(std::vector<Block>& blocks) {
    const Body body = measure_body(blocks);
    std::vector<Block> marked;
    marked.reserve(blocks.size());
    for (Block& block : blocks) {
        Paragraph* p = block.paragraph();
        if (p != nullptr) mark(*p, body);
        const std::size_t end = p != nullptr && p->heading_level == 0 ? lead_end(*p, body) : 0;
        if (end > 0) {
            Paragraph heading = *p;
            heading.text.resize(end);
            heading.heading_level = level_by_look(heading, body);
            heading.how = p->number.empty() ? "look" : "numbering";
            p->text.erase(0, end);
            p->text = xml::trim(p->text);
            p->number.clear();
            marked.push_back({std::move(heading)});
        }
        marked.push_back(std::move(block));
    }
    blocks = std::move(marked);
}

}  // namespace irikteu::readers
