#include "kazakh/pattern_hyphenation.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/hyphenation_patterns.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

/// What stands between the letters of a pattern (digits) and of an exception (hyphens).
bool is_mark(char c) { return base::is_ascii_digit(c) || c == '-'; }

constexpr std::uint32_t kNoLetters = 2166136261u;
std::uint32_t hash_with(std::uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619u; }

/// Words with marks between their letters, found by their letters: an index of the lines, which copies none of them.
class MarkedWords {
  public:
    explicit MarkedWords(std::span<const std::string_view> lines) {
        std::size_t bytes = 0;
        for (const std::string_view line : lines) bytes += line.size();
        words_.reserve(bytes / 6);
        for (const std::string_view line : lines) add(line);
        std::size_t size = 16;
        while (size < words_.size() * 2) size *= 2;
        slots_.assign(size, 0);
        for (std::size_t i = 0; i < words_.size(); ++i) {
            std::size_t slot = words_[i].hash & (size - 1);
            while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
            slots_[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    /// The word with its marks; empty where there is none of these letters.
    std::string_view find(std::string_view letters, std::uint32_t hash) const {
        for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
            const Word& word = words_[slots_[slot] - 1];
            if (word.hash == hash && has_letters(word.text, letters)) return word.text;
        }
        return {};
    }
    /// Bytes of the longest word without its marks.
    std::size_t longest() const { return longest_; }

  private:
    struct Word {
        std::string_view text;
        std::uint32_t hash;
    };

    void add(std::string_view line) {
        for (std::size_t begin = 0; begin < line.size();) {
            const std::size_t end = std::min(line.find(' ', begin), line.size());
            const std::string_view text = line.substr(begin, end - begin);
            std::uint32_t hash = kNoLetters;
            std::size_t letters = 0;
            for (const char c : text) {
                if (is_mark(c)) continue;
                hash = hash_with(hash, c);
                ++letters;
            }
            longest_ = std::max(longest_, letters);
            words_.push_back({text, hash});
            begin = end + 1;
        }
    }
    static bool has_letters(std::string_view text, std::string_view letters) {
        std::size_t at = 0;
        for (const char c : text) {
            if (is_mark(c)) continue;
            if (at == letters.size() || letters[at] != c) return false;
            ++at;
        }
        return at == letters.size();
    }

    std::vector<Word> words_;
    std::vector<std::uint32_t> slots_;  // Numbers of words, from 1; 0: free.
    std::size_t longest_ = 0;
};

/// A language's patterns ready to be looked up.
struct Patterns {
    explicit Patterns(const HyphenationPatterns& source) : patterns(source.patterns), exceptions(source.exceptions) {}
    MarkedWords patterns;
    MarkedWords exceptions;
};

template <const HyphenationPatterns& Source>
const Patterns& once() {
    static const Patterns made(Source);
    return made;
}

const Patterns& patterns_of(PatternLanguage language) {
    switch (language) {
        case PatternLanguage::british: return once<british_patterns>();
        case PatternLanguage::danish: return once<danish_patterns>();
        case PatternLanguage::finnish: return once<finnish_patterns>();
        case PatternLanguage::french: return once<french_patterns>();
        case PatternLanguage::german: return once<german_patterns>();
        case PatternLanguage::italian: return once<italian_patterns>();
        case PatternLanguage::polish: return once<polish_patterns>();
        case PatternLanguage::portuguese: return once<portuguese_patterns>();
        case PatternLanguage::russian: return once<russian_patterns>();
        case PatternLanguage::spanish: return once<spanish_patterns>();
        case PatternLanguage::english:
        case PatternLanguage::none: break;
    }
    return once<english_patterns>();
}

/// How much each place is wanted: in front of each character, and behind the last one.
using Values = std::vector<std::uint8_t>;

// Raises the values from a place on to those of the marked word.
void raise(Values& values, std::size_t from, std::string_view marked) {
    for (const char c : marked) {
        if (is_mark(c)) {
            values[from] = std::max(values[from], static_cast<std::uint8_t>(c == '-' ? 1 : c - '0'));
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++from;
        }
    }
}

// Of the letters alone, `count` of them: one value more.
Values values_of(const std::string& letters, std::size_t count, const Patterns& all) {
    std::uint32_t whole = kNoLetters;
    for (const char c : letters) whole = hash_with(whole, c);
    if (const std::string_view marked = all.exceptions.find(letters, whole); !marked.empty()) {
        Values values(count + 1);
        raise(values, 0, marked);
        return values;
    }
    const std::string text = "." + letters + ".";
    Values values(count + 3);
    const auto begins = [&](std::size_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; };
    std::size_t place = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (!begins(from)) continue;
        std::uint32_t hash = kNoLetters;
        for (std::size_t to = from; to < text.size() && to - from < all.patterns.longest(); ++to) {
            hash = hash_with(hash, text[to]);
            if (begins(to + 1)) raise(values, place, all.patterns.find(std::string_view(text).substr(from, to + 1 - from), hash));
        }
        ++place;
    }
    return {values.begin() + 1, values.begin() + 2 + static_cast<std::ptrdiff_t>(count)};
}

struct Letter {
    char32_t small = 0;  ///< 0: no letter, but digit or sign.
    std::size_t offset = 0;
};

/// Small letters, but to FOP capital I and S are no i and s but the dotless i and the long s; so that the same words break at the same places,
/// no pattern has them here either.
char32_t folded(char32_t letter) { return letter == U'I' ? U'\u0131' : letter == U'S' ? U'\u017F' : to_lower(letter); }

bool is_russian(char32_t letter) { return (letter >= U'\u0410' && letter <= U'\u044F') || letter == U'\u0401' || letter == U'\u0451'; }

/// Empty for words of other scripts than the language's.
std::vector<Letter> letters_of(std::string_view word, PatternLanguage language) {
    const bool russian = language == PatternLanguage::russian;
    std::vector<Letter> letters;
    letters.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t offset = at;
        const char32_t c = base::next_code_point(word, at);
        const bool letter = c < 0x80 ? base::is_ascii_letter(static_cast<char>(c)) : is_letter(c);
        const bool latin = c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
        if (letter && (russian ? !is_russian(c) : !latin)) return {};
        letters.push_back({letter ? folded(c) : 0, offset});
    }
    return letters;
}

/// The region of a tag, in small letters (BCP 47, 2.1): the first part of two letters behind the language, before which only an extended
/// language (three letters) and a script (four) may stand. Behind a part of one letter two letters are no region.
std::string region_of(std::string_view tag) {
    for (std::size_t at = tag.find_first_of("-_"); at != std::string_view::npos;) {
        tag.remove_prefix(at + 1);
        at = tag.find_first_of("-_");
        const std::string part = base::ascii_lower(tag.substr(0, at));
        if (part.size() == 2) return part;
        if (part.size() < 3 || part.size() > 4 || !std::all_of(part.begin(), part.end(), base::is_ascii_letter)) break;
    }
    return {};
}

}  // namespace

PatternLanguage pattern_language(std::string_view tag) {
    static constexpr std::array<std::pair<std::string_view, PatternLanguage>, 10> kNames = {{{"da", PatternLanguage::danish},
                                                                                          {"de", PatternLanguage::german},
                                                                                          {"en", PatternLanguage::english},
                                                                                          {"es", PatternLanguage::spanish},
                                                                                          {"fi", PatternLanguage::finnish},
                                                                                          {"fr", PatternLanguage::french},
                                                                                          {"it", PatternLanguage::italian},
                                                                                          {"pl", PatternLanguage::polish},
                                                                                          {"pt", PatternLanguage::portuguese},
                                                                                          {"ru", PatternLanguage::russian}}};
    const std::string code = base::ascii_lower(tag.substr(0, tag.find_first_of("-_")));  // BCP 47, 2.1.1: case says nothing.
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&code](const auto& name) { return name.first == code; });
    if (code == "en" && region_of(tag) == "gb") return PatternLanguage::british;
    return found == kNames.end() ? PatternLanguage::none : found->second;
}

std::vector<std::size_t> hyphenate(std::string_view word, PatternLanguage language) {
    std::vector<std::size_t> offsets;
    const std::vector<Letter> all = letters_of(word, language);
    const auto is_pair = [&](std::size_t i) { return i + 1 < all.size() && all[i].small != 0 && all[i + 1].small != 0; };
    std::size_t last_pair = 0;  // Behind it no two letters stand together.
    for (std::size_t i = 0; i < all.size(); ++i) last_pair = is_pair(i) ? i : last_pair;
    bool begun = false;
    for (std::size_t first = 0; first < all.size(); ++first) {
        if (all[first].small == 0) continue;
        std::string letters;
        std::size_t end = first;
        for (; end < all.size() && all[end].small != 0; ++end) base::append_utf8(letters, all[end].small);
        const std::size_t count = end - first;
        // Two letters at the word's start and end; beside signs within it one is enough, as in FOP.
        const std::size_t before = begun ? 1 : 2;
        const std::size_t after = end > last_pair || count < 3 ? 2 : 1;
        if (count >= before + after) {
            const Values values = values_of(letters, count, patterns_of(language));
            for (std::size_t i = before; i + after <= count; ++i) {
                if (values[i] % 2 != 0) offsets.push_back(all[first + i].offset);
            }
        }
        begun = true;
        first = end - 1;
    }
    return offsets;
}

bool in_russian_letters(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = base::next_code_point(word, at);
        const bool letter = c < 0x80 ? base::is_ascii_letter(static_cast<char>(c)) : is_letter(c);
        if (letter && !is_russian(c)) return false;
    }
    return true;
}

}  // namespace irikteu::kazakh
