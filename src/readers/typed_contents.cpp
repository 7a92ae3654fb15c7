#include "readers/typed_contents.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/utf8.hpp"
#include "kazakh/key.hpp"
#include "kazakh/numbering.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

namespace {

constexpr std::size_t fewest_lines = 4;
constexpr std::size_t longest_title = 600;  ///< Bytes.

struct Line {
    std::string_view title;
    int page = 0;
};

/// "Title .......... 12": nullopt where the paragraph is no such line.
std::optional<Line> contents_line(const Block& block) {
    const Paragraph* p = block.paragraph();
    if (p == nullptr || p->text.size() > longest_title) return std::nullopt;
    const std::string_view text = p->text;
    std::size_t digits = text.size();
    while (digits > 0 && text[digits - 1] >= '0' && text[digits - 1] <= '9') --digits;
    const std::size_t count = text.size() - digits;
    if (count == 0 || count > 3) return std::nullopt;
    std::size_t end = digits;
    int dots = 0;
    int spaces = 0;
    bool tab = false;
    for (; end > 0; --end) {
        const char c = text[end - 1];
        if (c == '.' || c == '_' || c == '-') ++dots;
        else if (c == ' ') ++spaces;
        else if (c == '\t') tab = true;
        else if (end > 2 && text.substr(end - 3, 3) == "\u2026") {
            dots += 3;
            end -= 2;
        } else break;
    }
    if (end == 0 || !(tab || dots >= 3 || spaces >= 3)) return std::nullopt;
    return Line{text.substr(0, end), std::stoi(std::string(text.substr(digits)))};
}

std::string title_key(std::string_view text) { return kazakh::matching_key(kazakh::split_numbering(text).rest).strict; }

/// Where each title stands for the last time.
class LastPlaces {
  public:
    explicit LastPlaces(const std::vector<Block>& blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Paragraph* p = blocks[i].paragraph();
            if (p != nullptr && p->text.size() <= longest_title) last_[title_key(p->text)] = i;
        }
    }
    /// Whether the title comes at `from` or later.
    bool comes_again(std::string_view title, std::size_t from) const { return has(title_key(title), from); }
    bool has(const std::string& key, std::size_t from) const {
        const auto it = last_.find(key);
        return it != last_.end() && !key.empty() && it->second >= from;
    }

  private:
    std::unordered_map<std::string, std::size_t> last_;
};

/// "Contents", as it is headed in Kazakh, Russian and English.
bool is_contents_heading(const Block& block) {
    static constexpr std::string_view words[] = {"\u043c\u0430\u0437\u043c\u04b1\u043d\u044b", "\u043c\u0430\u0437\u043c\u04b1\u043d",
                                                 "\u0441\u043e\u0434\u0435\u0440\u0436\u0430\u043d\u0438\u0435",
                                                 "\u043e\u0433\u043b\u0430\u0432\u043b\u0435\u043d\u0438\u0435", "contents"};
    const Paragraph* p = block.paragraph();
    if (p == nullptr || p->text.size() > 60) return false;
    const kazakh::MatchingKey key = kazakh::matching_key(p->text);
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        const kazakh::MatchingKey known = kazakh::matching_key(word);
        return key.strict == known.strict || key.folded == known.folded;
    });
}

/// The title of a line of contents without its page, whatever stands between; the text where it ends in no number.
std::string_view without_page(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9') --end;
    if (end == text.size() || text.size() - end > 3) return text;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '.' || text[end - 1] == '_')) --end;
    return end == 0 ? text : text.substr(0, end);
}

bool is_single_word(const Block& block) {
    const Paragraph* p = block.paragraph();
    return p != nullptr && p->text.size() <= 40 && p->text.find_first_of(" \t\n") == std::string::npos;
}

std::uint64_t visible_characters(const Block& block) {
    std::uint64_t characters = 0;
    for (const char c : block.paragraph()->text) {
        characters += !base::goes_on(c) && c != '\t' && c != '\n' ? 1 : 0;
    }
    return characters;
}

void set_aside(std::vector<Block>& blocks, std::size_t from, std::size_t to, Ledger& ledger) {
    for (std::size_t i = from; i < to; ++i) ledger.set_aside(reason::contents, visible_characters(blocks[i]));
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(from), blocks.begin() + static_cast<std::ptrdiff_t>(to));
}

/// Behind the last title in the list that follows a heading "Contents": the body begins where one of the first titles comes
/// for the second time, and most of the others come behind that. `from` where there is no such list.
std::size_t end_of_titles(const std::vector<Block>& blocks, std::size_t from, const LastPlaces& places) {
    constexpr std::size_t most_lines = 300;
    std::vector<std::string> titles;
    for (std::size_t i = from; i < blocks.size() && i < from + most_lines; ++i) {
        const Paragraph* p = blocks[i].paragraph();
        titles.push_back(p != nullptr && p->text.size() <= longest_title ? title_key(without_page(p->text)) : std::string());
    }
    for (std::size_t first = 0; first < titles.size() && first < 3; ++first) {
        if (titles[first].empty()) return from;
        const auto begin = titles.begin() + static_cast<std::ptrdiff_t>(first);
        const auto body = std::find(begin + 1, titles.end(), titles[first]);
        if (body == titles.end()) continue;
        const std::size_t end = from + static_cast<std::size_t>(body - titles.begin());
        std::size_t again = 0;
        std::size_t last = from;
        for (std::size_t i = from; i < end; ++i) {
            if (titles[i - from].empty()) return from;  // A table, or running text.
            const bool found = places.has(titles[i - from], end);
            again += found ? 1 : 0;
            if (found) last = i + 1;
        }
        return again >= fewest_lines && again * 3 >= (last - from) * 2 ? last : from;
    }
    return from;
}

}  // namespace

void set_aside_typed_contents(std::vector<Block>& blocks, Ledger& ledger) {
    std::optional<LastPlaces> places;
    for (std::size_t from = 0; from < blocks.size(); ++from) {
        std::size_t to = from;
        int page = 0;
        while (to < blocks.size()) {
            const auto line = contents_line(blocks[to]);
            if (!line || line->page < page) break;
            page = line->page;
            ++to;
        }
        if (to - from >= fewest_lines) {
            if (!places) places.emplace(blocks);
            std::size_t found = 0;
            for (std::size_t i = from; i < to; ++i) found += places->comes_again(contents_line(blocks[i])->title, to) ? 1 : 0;
            if (found * 2 >= to - from) {
                const bool headed = from > 0 && (is_contents_heading(blocks[from - 1]) || is_single_word(blocks[from - 1]));
                return set_aside(blocks, from - (headed ? 1 : 0), to, ledger);
            }
            from = to;
        } else if (from + fewest_lines < blocks.size() && is_contents_heading(blocks[from])) {
            if (!places) places.emplace(blocks);
            const std::size_t end = end_of_titles(blocks, from + 1, *places);
            if (end > from + 1) return set_aside(blocks, from, end, ledger);
        }
    }
}

}  // namespace irikteu::readers
