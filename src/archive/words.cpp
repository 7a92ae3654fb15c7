#include "archive/words.hpp"

#include "kazakh/key.hpp"
#include "kazakh/stem.hpp"

namespace irikteu::archive {

namespace {

/// Length of the separator at the beginning of `text`; 0 where a word goes on. Spaces, punctuation and quotation marks
/// of ASCII, Latin-1 (U+00A0 to U+00BF), general punctuation (U+2000 to U+206F) and the numero sign.
std::size_t separator(std::string_view text) {
    const auto c = static_cast<unsigned char>(text[0]);
    if (c < 0x80) return !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    const auto next = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
    if (c == 0xC2) return 2;
    if (c == 0xE2 && (next == 0x80 || next == 0x81)) return 3;
    if (c == 0xE2 && next == 0x84 && text.size() > 2 && static_cast<unsigned char>(text[2]) == 0x96) return 3;
    return 0;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::size_t start = 0;
    const auto end_word = [&](std::size_t end) {
        if (end == start) return;
        std::string key = kazakh::matching_key(text.substr(start, end - start)).folded;
        if (!key.empty()) words.push_back(std::move(key));
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t gap = std::min(separator(text.substr(at)), text.size() - at);
        if (gap == 0) {
            ++at;
            continue;
        }
        end_word(at);
        at += gap;
        start = at;
    }
    end_word(text.size());
    return words;
}

std::string indexed_text(std::string_view text) {
    std::string all;
    for (const std::string& word : words_of(text)) all += word + ' ';
    return all;
}

std::string search_expression(std::string_view text, std::string_view column) {
    std::string expression;
    for (const std::string& word : words_of(text)) {
        const std::string stem = kazakh::search_stem(word);
        if (!expression.empty()) expression += " AND ";
        if (!column.empty()) expression.append(column).append(" : ");
        expression += '"' + stem + '"';
        if (!(word[0] >= '0' && word[0] <= '9')) expression += " *";
    }
    return expression;
}

}  // namespace irikteu::archive
