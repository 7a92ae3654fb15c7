#include "readers/typed_contents.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "kazakh/key.hpp"
#include "readers/entry_name.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

namespace {

constexpr std::size_t fewest_lines = 4;

struct Line {
    std::string_view title;
    int page = 0;
};

/// "Title .......... 12": nullopt where the paragraph is no such line.
std::optional<Line> contents_line(const Block& block) {
    const Paragraph* p = block.paragraph();
    if (p == nullptr || p->text.size() > 600) return std::nullopt;
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

bool is_contents(const std::vector<Block>& blocks, std::size_t from, std::size_t to) {
    std::set<std::string> later;
    for (std::size_t i = to; i < blocks.size(); ++i) {
        const Paragraph* p = blocks[i].paragraph();
        if (p != nullptr && p->text.size() < 600) later.insert(title_key(p->text));
    }
    std::size_t found = 0;
    for (std::size_t i = from; i < to; ++i) found += later.contains(title_key(contents_line(blocks[i])->title)) ? 1 : 0;
    return found * 2 >= to - from;
}

}  // namespace

void set_aside_typed_contents(std::vector<Block>& blocks, Ledger& ledger) {
    for (std::size_t from = 0; from < blocks.size(); ++from) {
        std::size_t to = from;
        int page = 0;
        while (to < blocks.size()) {
            const auto line = contents_line(blocks[to]);
            if (!line || line->page < page) break;
            page = line->page;
            ++to;
        }
        if (to - from < fewest_lines) continue;
        if (is_contents(blocks, from, to)) {
            if (from > 0) {
                const Paragraph* above = blocks[from - 1].paragraph();
                const bool word = above != nullptr && above->text.size() <= 40 &&
                                  above->text.find_first_of(" \t\n") == std::string::npos;
                from -= word ? 1 : 0;
            }
            for (std::size_t i = from; i < to; ++i) {
                std::uint64_t characters = 0;
                for (const char c : blocks[i].paragraph()->text) {
                    characters += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u && c != '\t' && c != '\n' ? 1 : 0;
                }
                ledger.set_aside(reason::contents, characters);
            }
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(from), blocks.begin() + static_cast<std::ptrdiff_t>(to));
            return;
        }
        from = to;
    }
}

}  // namespace irikteu::readers
