#include "kazakh/pattern_hyphenation.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/hyphenation_patterns.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

/// What a pattern says of the places before, between and behind its letters.
using Values = std::string;

/// Patterns ready to be looked up.
struct Patterns {
    std::unordered_map<std::u32string, Values> values;      // By their letters.
    std::unordered_map<std::u32string, Values> exceptions;  // Of whole words: '1' where a line may end.
    std::size_t longest = 0;
};

/// Letters with the values between them, read one after the other.
struct Reading {
    std::u32string letters;
    Values values = Values(1, '0');

    void put(char32_t letter) {
        letters += letter;
        values += '0';
    }
    void end(std::unordered_map<std::u32string, Values>& all) {
        if (!letters.empty()) all.emplace(letters, values);
        letters.clear();
        values.assign(1, '0');
    }
};

Patterns compiled(const HyphenationPatterns& source) {
    Patterns made;
    Reading reading;
    for (const std::string_view line : source.patterns) {
        for (std::size_t at = 0; at < line.size();) {
            const char32_t c = base::next_code_point(line, at);
            if (c == U' ') {
                made.longest = std::max(made.longest, reading.letters.size());
                reading.end(made.values);
            } else if (is_digit(c)) {
                reading.values.back() = static_cast<char>(c);
            } else {
                reading.put(c);
            }
        }
    }
    for (const std::string_view line : source.exceptions) {
        for (std::size_t at = 0; at < line.size();) {
            const char32_t c = base::next_code_point(line, at);
            if (c == U' ') {
                reading.end(made.exceptions);
            } else if (c == U'-') {
                reading.values.back() = '1';
            } else {
                reading.put(c);
            }
        }
    }
    return made;
}

template <const HyphenationPatterns& Source>
const Patterns& once() {
    static const Patterns made = compiled(Source);
    return made;
}

const Patterns& patterns_of(PatternLanguage language) {
    switch (language) {
        case PatternLanguage::danish: return once<danish_patterns>();
        case PatternLanguage::finnish: return once<finnish_patterns>();
        case PatternLanguage::french: return once<french_patterns>();
        case PatternLanguage::german: return once<german_patterns>();
        case PatternLanguage::italian: return once<italian_patterns>();
        case PatternLanguage::polish: return once<polish_patterns>();
        case PatternLanguage::portuguese: return once<portuguese_patterns>();
        case PatternLanguage::spanish: return once<spanish_patterns>();
        case PatternLanguage::english:
        case PatternLanguage::none: break;
    }
    return once<english_patterns>();
}

/// What the patterns say of the places in front of each of the letters, and behind the last one.
Values values_of(const std::u32string& letters, const Patterns& patterns) {
    const auto exception = patterns.exceptions.find(letters);
    if (exception != patterns.exceptions.end()) return exception->second;
    const std::u32string text = U"." + letters + U".";
    Values values(text.size() + 1, '0');
    std::u32string part;
    for (std::size_t from = 0; from < text.size(); ++from) {
        part.clear();
        for (std::size_t to = from; to < text.size() && part.size() < patterns.longest; ++to) {
            part += text[to];
            const auto found = patterns.values.find(part);
            if (found == patterns.values.end()) continue;
            for (std::size_t i = 0; i < found->second.size(); ++i) values[from + i] = std::max(values[from + i], found->second[i]);
        }
    }
    return values.substr(1, letters.size() + 1);
}

struct Letter {
    char32_t small = 0;  ///< 0: no letter, but digit or sign.
    std::size_t offset = 0;
};

/// Small letters, but to FOP capital I and S are no i and s but the dotless i and the long s; so that the same words break at the same places,
/// no pattern has them here either.
char32_t folded(char32_t letter) { return letter == U'I' ? U'\u0131' : letter == U'S' ? U'\u017F' : to_lower(letter); }

/// Empty for words of other scripts than the Latin one.
std::vector<Letter> letters_of(std::string_view word) {
    std::vector<Letter> letters;
    letters.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t offset = at;
        const char32_t c = base::next_code_point(word, at);
        const bool letter = c < 0x80 ? base::is_ascii_letter(static_cast<char>(c)) : is_letter(c);
        if (letter && c >= 0x250 && !(c >= 0x1E00 && c < 0x1F00)) return {};
        letters.push_back({letter ? folded(c) : 0, offset});
    }
    return letters;
}

}  // namespace

PatternLanguage pattern_language(std::string_view tag) {
    static constexpr std::array<std::pair<std::string_view, PatternLanguage>, 9> kNames = {{{"da", PatternLanguage::danish},
                                                                                          {"de", PatternLanguage::german},
                                                                                          {"en", PatternLanguage::english},
                                                                                          {"es", PatternLanguage::spanish},
                                                                                          {"fi", PatternLanguage::finnish},
                                                                                          {"fr", PatternLanguage::french},
                                                                                          {"it", PatternLanguage::italian},
                                                                                          {"pl", PatternLanguage::polish},
                                                                                          {"pt", PatternLanguage::portuguese}}};
    const std::string_view code = tag.substr(0, tag.find_first_of("-_"));
    const auto found = std::find_if(kNames.begin(), kNames.end(), [code](const auto& name) { return name.first == code; });
    return found == kNames.end() ? PatternLanguage::none : found->second;
}

std::vector<std::size_t> hyphenate(std::string_view word, PatternLanguage language) {
    std::vector<std::size_t> offsets;
    const std::vector<Letter> all = letters_of(word);
    const auto is_pair = [&](std::size_t i) { return i + 1 < all.size() && all[i].small != 0 && all[i + 1].small != 0; };
    std::size_t last_pair = 0;  // Behind it no two letters stand together.
    for (std::size_t i = 0; i < all.size(); ++i) last_pair = is_pair(i) ? i : last_pair;
    bool begun = false;
    for (std::size_t first = 0; first < all.size(); ++first) {
        if (all[first].small == 0) continue;
        std::u32string letters;
        std::size_t end = first;
        for (; end < all.size() && all[end].small != 0; ++end) letters += all[end].small;
        // Two letters at the word's start and end; beside signs within it one is enough, as in FOP.
        const std::size_t before = begun ? 1 : 2;
        const std::size_t after = end > last_pair || letters.size() < 3 ? 2 : 1;
        if (letters.size() >= before + after) {
            const Values values = values_of(letters, patterns_of(language));
            for (std::size_t i = before; i + after <= letters.size(); ++i) {
                if ((values[i] - '0') % 2 != 0) offsets.push_back(all[first + i].offset);
            }
        }
        begun = true;
        first = end - 1;
    }
    return offsets;
}

}  // namespace irikteu::kazakh
