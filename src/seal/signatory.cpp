#include "seal/signatory.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::seal {

namespace {

constexpr std::size_t kMostNameWords = 5;
constexpr std::size_t kSameBeginning = 4;  ///< Letters in which Қанатұлы and Канатович agree.

/// Keys of the words, initials ("С.", "Қ.") as one letter each.
std::vector<std::u32string> words_of(std::string_view name) {
    std::vector<std::u32string> words;
    std::string word;
    const auto end_word = [&] {
        const std::string key = kazakh::matching_key(word).folded;
        std::u32string letters;
        for (std::size_t i = 0; i < key.size();) letters += base::next_code_point(key, i);
        if (!letters.empty()) words.push_back(std::move(letters));
        word.clear();
    };
    for (std::size_t i = 0; i < name.size();) {
        const std::size_t start = i;
        const char32_t c = base::next_code_point(name, i);
        if (c <= 0x20 || c == '.' || c == ',' || c == 0xA0 || c == 0x202F) end_word();
        else word += name.substr(start, i - start);
    }
    end_word();
    return words;
}

/// Whether it may be a person's name: a few words that begin with capitals, as against "please sign here".
bool looks_like_a_name(std::string_view text) {
    std::size_t words = 0;
    bool between = true;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = base::next_code_point(text, i);
        const bool space = c <= 0x20 || c == '.' || c == 0xA0 || c == 0x202F;
        if (between && !space && !kazakh::is_upper(c)) return false;
        words += between && !space;
        between = space;
    }
    return words > 0 && words <= kMostNameWords;
}

enum class Fit { none, initial, beginning, whole };

/// How well a word of the certificate stands among those declared.
Fit fit_of(const std::u32string& word, const std::vector<std::u32string>& declared) {
    Fit best = Fit::none;
    for (const std::u32string& other : declared) {
        const auto same = static_cast<std::size_t>(std::mismatch(word.begin(), word.end(), other.begin(), other.end()).first - word.begin());
        if (same == word.size() && same == other.size()) return Fit::whole;
        if (same == 1 && (other.size() == 1 || word.size() == 1)) best = std::max(best, Fit::initial);
        if (same >= kSameBeginning) best = std::max(best, Fit::beginning);
    }
    return best;
}

}  // namespace

std::string declared_signatory(std::string_view tooltip) {
    const auto colon = tooltip.rfind(": ");
    if (colon == std::string_view::npos || !looks_like_a_name(tooltip.substr(colon + 2))) return {};
    return std::string(tooltip.substr(colon + 2));
}

std::string full_name(const sign::Certificate& certificate) {
    const std::string name = certificate.common_name(), more = certificate.given_name();
    const auto known = words_of(name);
    std::string all = name;
    for (const std::u32string& word : words_of(more)) {
        if (fit_of(word, known) != Fit::whole) return all + ' ' + more;
    }
    return all;
}

bool may_be_of(const sign::Certificate& certificate, std::string_view declared) {
    const std::vector<std::u32string> names = words_of(declared), common = words_of(certificate.common_name());
    std::size_t whole = 0, some = 0, any = 0;
    for (const std::u32string& word : common) {
        const Fit fit = fit_of(word, names);
        any += fit != Fit::none;
        whole += fit == Fit::whole;
        some += fit == Fit::whole || fit == Fit::initial;
    }
    if (whole == 0 || some < std::min<std::size_t>({2, common.size(), names.size()})) return false;
    // Of two people with one surname and one given name the father's name tells.
    if (any < std::min<std::size_t>({3, common.size(), names.size()})) return false;
    for (const std::u32string& word : words_of(certificate.surname())) {
        if (fit_of(word, names) != Fit::whole) return false;
    }
    const auto given = words_of(certificate.given_name());
    const bool comparable = names.size() > 2 && !given.empty();
    return !comparable || std::any_of(given.begin(), given.end(), [&names](const auto& word) { return fit_of(word, names) != Fit::none; });
}

}  // namespace irikteu::seal
