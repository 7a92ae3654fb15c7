#include "outline/label_lines.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "kazakh/display_text.hpp"
#include "kazakh/letters.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

namespace {
constexpr std::size_t longest_label = 320;  ///< Bytes.
constexpr std::size_t most_words = 10;      ///< Of two letters and more.
constexpr std::size_t enough_words = 100;   ///< No label has so many.

/// Bytes at which a sign may begin that ends a label: most begin none.
constexpr auto may_part = [] {
    std::array<bool, 256> table{};
    for (const char c : {':', '\t', '\n', '.', ';', '!', '?', '-', '\xE2'}) table[static_cast<unsigned char>(c)] = true;
    return table;
}();
}  // namespace

std::optional<LabelLine> label_line(std::string_view text, bool is_numbered) {
    text = xml::trim(text);
    for (std::size_t at = 0; at < std::min(text.size(), longest_label);) {
        if (!may_part[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        const bool stop = c == U'.' && is_numbered && at < text.size() && text[at] == ' ';
        if (!stop && (c == U'.' || c == U';' || c == U'!' || c == U'?')) return std::nullopt;
        const bool dash = kazakh::is_dash(c) && before > 0 && text[before - 1] == ' ' && at < text.size() && text[at] == ' ';
        if (c != U':' && c != U'\t' && c != U'\n' && !dash && !stop) continue;
        const std::string_view label = xml::trim(text.substr(0, before));
        std::string_view answer = xml::trim(text.substr(at));
        // "Орналасқан жері:\t…", "Орналасқан жері – : …"
        while (!answer.empty() && (answer.front() == ':' || answer.front() == '-')) answer = xml::trim(answer.substr(1));
        if (label.empty() || (answer.empty() && c != U':')) return std::nullopt;
        return LabelLine{label, answer};
    }
    return std::nullopt;
}

namespace {
bool says_words_letter_spaced(std::string_view label, const Titles& titles) {
    const auto words = tokens_of(kazakh::display_text(label), most_words + 1);
    const auto known = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Token& word) { return titles.have_word(word.folded); }));
    return words.size() >= 2 && words.size() <= most_words && known * 10 >= words.size() * 6;
}

/// Whether so many words come from there on.
bool has_words(std::string_view text, std::size_t at, std::size_t many) {
    while (many > 0 && !next_word(text, at).empty()) --many;
    return many == 0;
}
}  // namespace

bool may_name_item(std::string_view label, const Titles& titles) { return may_name_item(label, kazakh::matching_key(label), titles); }

bool may_name_item(std::string_view label, const Key& key, const Titles& titles) {
    if (titles.say_briefly(key)) return true;
    std::size_t words = 0, counted = 0, known = 0, at = 0;
    for (std::string_view word = next_word(label, at); !word.empty(); word = next_word(label, at)) {
        ++words;
        const auto folded = kazakh::to_code_points(kazakh::matching_key(word).folded);
        if (folded.size() < 2) continue;
        known += titles.have_word(folded);
        if (++counted > most_words) return false;
        const std::size_t needed = ((counted - known) * 10 + 3) / 4;  // However well the rest is known.
        if (needed > words && !has_words(label, at, needed - words)) return false;
    }
    if (counted == 0 && words >= 2 && words < enough_words) return says_words_letter_spaced(label, titles);
    return counted >= 2 && known * 10 >= counted * 6;
}

}  // namespace irikteu::outline
