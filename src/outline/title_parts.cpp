#include "outline/title_parts.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_line = 2000;  ///< Bytes; the longest prescribed title in two languages has 1400.
constexpr int most_parts = 12;

/// Where a line may be parted.
struct Seam {
    std::size_t before, behind;  ///< Bytes: the end of what is left of it, the beginning of what is right of it.
    bool either = false;         ///< The title may stand on either side.
};

bool is_blank_at(std::string_view text, std::size_t at) { return at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n'); }

std::vector<Seam> seams_of(std::string_view line) {
    std::vector<Seam> seams;
    int open = 0;
    for (std::size_t at = 0; at < line.size() && seams.size() < most_parts;) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(line, at);
        open += c == U'(' ? 1 : c == U')' && open > 0 ? -1 : 0;
        const bool spaced = is_blank_at(line, at) || (before > 0 && is_blank_at(line, before - 1));
        if (c == U'\n' || c == U'|' || (c == U'/' && spaced)) seams.push_back({before, at, true});
        else if (open == 0 && (c == U'\t' || (kazakh::is_dash(c) && spaced) || (c == U':' && is_blank_at(line, at)))) seams.push_back({before, at, false});
    }
    return seams;
}

/// A line without the brackets that it ends in; the whole of it where it ends in none.
std::string_view without_remark(std::string_view line) {
    line = xml::trim(line);
    while (!line.empty() && (line.back() == '.' || line.back() == ':' || line.back() == ';')) line.remove_suffix(1);
    if (!line.ends_with(')')) return line;
    int open = 0;
    for (std::size_t at = line.size(); at-- > 0;) {
        open += line[at] == ')' ? 1 : line[at] == '(' ? -1 : 0;
        if (open == 0) return xml::trim(line.substr(0, at));
    }
    return line;
}

/// Whether what stands beside a title says something of its own, as a sentence or a figure does.
bool is_content(std::string_view text) {
    return xml::trim(text).ends_with('.') || std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<TitlePart> if_title(std::string_view text, const Titles& titles) {
    text = xml::trim(text);
    const auto said = [&](std::string_view words) -> std::optional<TitlePart> {
        if (words.empty()) return std::nullopt;
        Key key = kazakh::matching_key(words);
        if (!titles.say(key)) {
            if (key.folded.empty() || !titles.may_have_length_of(key)) return std::nullopt;
            if (!titles.nearly_say(Letters(key.folded))) return std::nullopt;
        }
        return TitlePart{words, std::move(key), 0};
    };
    if (auto part = said(text)) return part;
    const std::string_view bare = without_remark(text);
    return bare.size() < text.size() ? said(bare) : std::nullopt;
}

/// Whether a line has anything that it may be parted at, or a bracket, or a sign of those among which the dashes are.
bool has_seam(std::string_view line) {
    static constexpr auto seams = [] {
        std::array<bool, 256> table{};
        for (const char c : {'/', '|', '(', '\n', '\t', ':', '-'}) table[static_cast<unsigned char>(c)] = true;
        return table;
    }();
    return std::any_of(line.begin(), line.end(), [](char c) { return seams[static_cast<unsigned char>(c)]; }) || line.find("\xE2\x80") != std::string_view::npos;
}

}  // namespace

bool has_two_sides(std::string_view line) {
    if (line.find('|') != std::string_view::npos || line.find('\n') != std::string_view::npos) return true;
    for (std::size_t at = line.find('/'); at != std::string_view::npos; at = line.find('/', at + 1)) {
        if ((at > 0 && line[at - 1] == ' ') || (at + 1 < line.size() && line[at + 1] == ' ')) return true;
    }
    return false;
}

std::optional<TitlePart> title_part(std::string_view line, const Titles& titles) {
    if (line.size() > longest_line || !has_seam(line)) return std::nullopt;
    const std::string_view bare = without_remark(line);
    if (bare.size() + 1 < line.size()) {
        if (auto part = if_title(bare, titles)) return part;
    }
    for (const Seam& seam : seams_of(line)) {
        const std::string_view left = line.substr(0, seam.before);
        const std::string_view right = line.substr(seam.behind);
        if (auto part = if_title(left, titles)) {
            if (is_content(right)) part->run_in = visible_characters(right);
            return part;
        }
        if (!seam.either) continue;
        if (auto part = if_title(right, titles)) return part;
    }
    return std::nullopt;
}

}  // namespace irikteu::outline
