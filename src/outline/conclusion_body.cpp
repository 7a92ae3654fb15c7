#include "outline/conclusion_body.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "outline/labels.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_name = 300;  ///< Bytes of a line that names a body without the labels.
constexpr std::size_t longest_line = 800;  ///< Bytes of one that has the labels.
constexpr std::ptrdiff_t end_of_label = 3;  ///< Words of the first label that stay whatever region it is.

bool has_word(const std::vector<Token>& words, const Token& word) {
    return std::any_of(words.begin(), words.end(), [&](const Token& each) { return same_stem(each.folded, word.folded); });
}

bool ends_like(const std::vector<Token>& words, const std::vector<Token>& label) {
    if (std::ssize(words) < end_of_label || std::ssize(label) < end_of_label) return false;
    return std::equal(words.end() - end_of_label, words.end(), label.end() - end_of_label, [](const Token& a, const Token& b) { return begin_alike(a.folded, b.folded); });
}

bool is_quote(char32_t c) { return c == U'"' || c == 0xAB || (c >= 0x201C && c <= 0x201F); }

}  // namespace

ConclusionBody::ConclusionBody(FormReader& reader, const act::Act& act, xml::Node field)
    : reader_(reader), act_(act), first_label_(field.child_text("label")), ending_(kazakh::matching_key(field.first_element("label").next_element("label").text()).folded),
      caption_(kazakh::matching_key(field.child_text("caption"))) {}

/// What stands behind the first label, or behind words that end like it; the whole text where it has neither. What is quoted is a name already.
std::string_view ConclusionBody::behind_first_label(std::string_view text) const {
    if (const auto rest = behind_words(text, first_label_)) return *rest;
    const auto label = tokens_of(first_label_);
    for (std::size_t at = 0; at < std::min(text.size(), longest_line);) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        if (is_quote(c)) break;
        if ((c == U' ' || c == 0xA0) && before > 0 && ends_like(tokens_of(text.substr(0, before)), label)) return xml::trim(text.substr(at));
    }
    return text;
}

std::optional<ConclusionBody::Found> ConclusionBody::read() const {
    const auto& lines = reader_.form().lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const FormLine& line = lines[i];
        const bool captioned = std::any_of(reader_.captions().begin(), reader_.captions().end(), [&](const Captioned& each) {
            return each.line == i && each.key.folded == caption_.folded;
        });
        if (!captioned && !ends(line)) continue;
        std::string text = line.text.substr(0, captioned ? line.text.rfind('(') : std::string::npos);
        if (!ends(line) && reader_.value(text).empty() && i > 0) text = lines[i - 1].text;
        Found found{{reader_.value(behind_first_label(text)), line.node}, i};
        if (kazakh::matching_key(found.name.text).folded == ending_) found.name.text.clear();
        mark_lines();
        return found;
    }
    return short_name();
}

std::optional<ConclusionBody::Found> ConclusionBody::short_name() const {
    std::vector<std::string> words_for_bodies;
    for (const auto& phrase : act_.wording("local-body")) words_for_bodies.push_back(kazakh::matching_key(phrase).folded);
    auto& lines = reader_.form().lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        FormLine& line = lines[i];
        if (line.anchor || line.cell != nullptr || line.text.size() > longest_name) continue;
        const auto words = tokens_of(line.text);
        if (words.size() < 2 || std::find(words_for_bodies.begin(), words_for_bodies.end(), kazakh::to_utf8(words.back().folded)) == words_for_bodies.end()) continue;
        line.anchor = true;
        return Found{{reader_.value(line.text), line.node}, i};
    }
    return std::nullopt;
}

void ConclusionBody::mark_lines() const {
    for (FormLine& line : reader_.form().lines()) {
        if (ends(line) || behind_words(line.text, first_label_)) line.anchor = true;
    }
}

void ConclusionBody::mark_lines_unlike(const std::string& title) const {
    const auto label = tokens_of(first_label_);
    auto own = tokens_of(title);
    std::erase_if(own, [&](const Token& word) { return has_word(label, word); });
    const auto has_own = [&](const FormLine& line) {
        const auto words = tokens_of(line.text);
        return std::any_of(own.begin(), own.end(), [&](const Token& word) { return has_word(words, word); });
    };
    auto& lines = reader_.form().lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!ends(lines[i]) && !behind_words(lines[i].text, first_label_)) continue;
        // The title may be broken behind the label.
        const bool goes_on = !ends(lines[i]) && i + 1 < lines.size() && has_own(lines[i + 1]);
        if (!has_own(lines[i]) && !goes_on) lines[i].anchor = true;
    }
}

}  // namespace irikteu::outline
