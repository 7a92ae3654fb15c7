#include "readers/number_words.hpp"

#include <array>
#include <map>

#include "base/utf8.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/number.hpp"
#include "kazakh/suffix.hpp"

namespace irikteu::readers {

namespace {

using kazakh::Case;
constexpr std::array kCases = {Case::genitive, Case::dative, Case::accusative, Case::locative, Case::ablative, Case::instrumental, Case::attributive};

/// Letters, digits and marks on them.
bool is_of_word(char32_t c) {
    if (c < 0x80) return (c >= U'0' && c <= U'9') || kazakh::is_letter(c);
    return kazakh::is_letter(c) || kazakh::is_invisible(c) || (c >= 0x300 && c < 0x370);
}

std::string keys_of_words(std::string_view text) {
    std::string keys = " ";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        std::size_t end = at;
        while (at < text.size() && is_of_word(base::next_code_point(text, at))) end = at;
        if (const std::string key = kazakh::matching_key(text.substr(begin, end - begin)).strict; !key.empty()) keys += key + ' ';
    }
    return keys;
}

std::string key_of(std::string_view word) { return kazakh::matching_key(word).strict; }

/// What a numeral counts: 0 ones, 1 tens, 2 hundreds, 3 thousands, 4 millions …; by its forms.
const std::map<std::string, int, std::less<>>& ranks() {
    static const auto made = [] {
        std::map<std::string, int, std::less<>> all;
        const auto add = [&all](std::int64_t number, int rank) {
            const std::string words = kazakh::in_words(number), ordinals = kazakh::ordinal_in_words(number);
            const std::string word = words.substr(words.rfind(' ') + 1), ordinal = ordinals.substr(ordinals.rfind(' ') + 1);
            for (const std::string& form : {word, ordinal, kazakh::with_possessive(word)}) {
                all.emplace(key_of(form), rank);
                for (const Case c : kCases) all.emplace(key_of(kazakh::with_case(form, c)), rank);
            }
        };
        for (int i = 1; i < 10; ++i) add(i, 0), add(i * 10, 1);
        add(100, 2);
        std::int64_t unit = 1000;
        for (int rank = 3; rank <= 8; ++rank, unit *= rank <= 8 ? 1000 : 1) add(unit, rank);
        return all;
    }();
    return made;
}

/// Whether a numeral goes on with the next: "он екі", "бес жүз", but not "екі он".
bool go_on(std::string_view first, std::string_view second) {
    const auto a = ranks().find(first), b = ranks().find(second);
    if (a == ranks().end() || b == ranks().end()) return false;
    return a->second > b->second || (b->second == 2 && a->second == 0) || (b->second > 2 && a->second < b->second);
}

/// "онда" and "бірге" say "then" and "together".
bool has_forms_that_mean_else(std::string_view words) { return words == key_of(kazakh::in_words(1)) || words == key_of(kazakh::in_words(10)); }

}  // namespace

NumberWords::NumberWords(std::string_view text) : words_(keys_of_words(text)) {}

bool NumberWords::hold(std::int64_t number) const {
    return holds(kazakh::in_words(number)) || holds(kazakh::in_words_of_money(number)) || (number >= 0 && holds(kazakh::ordinal_in_words(number)));
}

bool NumberWords::holds(std::string_view number) const {
    std::string wanted = keys_of_words(number);
    wanted.pop_back();
    for (std::size_t at = words_.find(wanted); at != std::string::npos; at = words_.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size(), word_end = words_.find(' ', end);
        const std::string_view ending = std::string_view(words_).substr(end, word_end - end);
        bool whole = ending.empty();
        if (!whole && !has_forms_that_mean_else(std::string_view(wanted).substr(1)))
            for (const Case c : kCases) whole = whole || ending == key_of(kazakh::suffix_for(number, c));
        if (whole && stands_alone(at, word_end)) return true;
    }
    return false;
}

/// Whether what is between the spaces at `begin` and `end` is no part of a longer number.
bool NumberWords::stands_alone(std::size_t begin, std::size_t end) const {
    const auto word = [this](std::size_t from, std::size_t to) { return std::string_view(words_).substr(from + 1, to - from - 1); };
    static const std::string minus = keys_of_words(kazakh::in_words(-1)).substr(1, key_of(kazakh::in_words(-1)).size() - key_of(kazakh::in_words(1)).size());
    if (begin > 0) {
        const std::string_view before = word(words_.rfind(' ', begin - 1), begin);
        if (before == minus || go_on(before, word(begin, words_.find(' ', begin + 1)))) return false;
    }
    if (end + 1 == words_.size()) return true;
    return !go_on(word(words_.rfind(' ', end - 1), end), word(end, words_.find(' ', end + 1)));
}

}  // namespace irikteu::readers
