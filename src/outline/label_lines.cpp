#include "outline/label_lines.hpp"

#include <algorithm>

#include "kazakh/letters.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

namespace {
constexpr std::size_t longest_label = 160;  ///< Bytes.
constexpr std::size_t most_words = 10;
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

bool may_name_item(std::string_view label, const Titles& titles) {
    if (titles.say_briefly(kazakh::matching_key(label))) return true;
    const auto words = tokens_of(label, most_words + 1);
    if (words.size() < 2 || words.size() > most_words) return false;
    const auto known = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Token& word) { return titles.have_word(word); }));
    return known * 10 >= words.size() * 7;
}

}  // namespace irikteu::outline
