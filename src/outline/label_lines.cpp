#include "outline/label_lines.hpp"

#include <algorithm>

#include "kazakh/letters.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

namespace {
constexpr std::size_t longest_label = 160;  ///< Bytes.
constexpr std::size_t most_words = 10;      ///< Of two letters and more.
constexpr std::size_t enough_words = 100;   ///< Counted ahead.
}  // namespace

std::optional<LabelLine> label_line(std::string_view text) {
    text = xml::trim(text);
    for (std::size_t at = 0; at < std::min(text.size(), longest_label);) {
        const std::size_t before = at;
        const char32_t c = kazakh::next_code_point(text, at);
        if (c == U'.' || c == U';' || c == U'!' || c == U'?') return std::nullopt;
        const bool dash = kazakh::is_dash(c) && before > 0 && text[before - 1] == ' ' && at < text.size() && text[at] == ' ';
        if (c != U':' && c != U'\t' && c != U'\n' && !dash) continue;
        const std::string_view label = xml::trim(text.substr(0, before));
        std::string_view answer = xml::trim(text.substr(at));
        // "Орналасқан жері:\t…", "Орналасқан жері – : …"
        while (!answer.empty() && (answer.front() == ':' || answer.front() == '-')) answer = xml::trim(answer.substr(1));
        if (label.empty() || (answer.empty() && c != U':')) return std::nullopt;
        return LabelLine{label, answer};
    }
    return std::nullopt;
}

bool may_name_item(std::string_view label, const Titles& titles) { return may_name_item(label, kazakh::matching_key(label), titles); }

bool may_name_item(std::string_view label, const Key& key, const Titles& titles) {
    if (titles.say_briefly(key)) return true;
    std::size_t words = 0, at = 0;
    while (words < enough_words && !next_word(label, at).empty()) ++words;
    if (words < 2) return false;
    std::size_t counted = 0, known = 0;
    at = 0;
    for (std::string_view word = next_word(label, at); !word.empty(); word = next_word(label, at)) {
        const auto folded = kazakh::to_code_points(kazakh::matching_key(word).folded);
        if (folded.size() < 2) continue;
        known += titles.have_word(folded);
        if (++counted > most_words) return false;
        if (words < enough_words && (counted - known) * 10 > words * 3) return false;  // However well the rest is known.
    }
    return counted >= 2 && known * 10 >= counted * 7;
}

}  // namespace irikteu::outline
