#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "base/ascii.hpp"
#include "kazakh/english_patterns.hpp"
#include "kazakh/line_break.hpp"

namespace irikteu::kazakh {

namespace {

/// What a pattern says of the places before, between and behind its letters.
using Values = std::string;

struct Patterns {
    std::unordered_map<std::string, Values> values;        // By their letters.
    std::unordered_map<std::string, Values> exceptions;    // Of whole words: '1' where a line may end.
    std::size_t longest = 0;
};

const Patterns& patterns() {
    static const Patterns made = [] {
        Patterns p;
        p.values.reserve(5000);
        std::string letters;
        Values values(1, '0');
        for (const char* c = english_patterns; *c != 0; ++c) {
            if (*c == ' ') {
                if (letters.empty()) continue;
                p.longest = std::max(p.longest, letters.size());
                p.values.emplace(letters, values);
                letters.clear();
                values.assign(1, '0');
            } else if (*c >= '0' && *c <= '9') {
                values.back() = *c;
            } else {
                letters += *c;
                values += '0';
            }
        }
        for (const char* c = english_exceptions;; ++c) {
            if (*c == ' ' || *c == 0) {
                p.exceptions.emplace(letters, values);
                letters.clear();
                values.assign(1, '0');
                if (*c == 0) break;
            } else if (*c == '-') {
                values.back() = '1';
            } else {
                letters += *c;
                values += '0';
            }
        }
        return p;
    }();
    return made;
}

// Where the letters may be parted, with so many of them on either side.
void hyphenate_letters(std::string_view letters, std::size_t offset, std::size_t before, std::size_t after, std::vector<std::size_t>& offsets) {
    if (letters.size() < before + after) return;
    std::string text = ".";
    // To FOP capital I and S are no i and s; so that the same words break at the same places, no pattern has them.
    for (const char c : letters) text += c == 'I' || c == 'S' ? '_' : static_cast<char>(c | 0x20);
    text += '.';
    const Patterns& p = patterns();
    Values values(text.size() + 1, '0');
    const auto exception = p.exceptions.find(text.substr(1, letters.size()));
    if (exception != p.exceptions.end()) {
        std::copy(exception->second.begin(), exception->second.end(), values.begin() + 1);
    } else {
        std::string part;
        for (std::size_t from = 0; from < text.size(); ++from) {
            part.clear();
            for (std::size_t to = from; to < text.size() && part.size() < p.longest; ++to) {
                part += text[to];
                const auto found = p.values.find(part);
                if (found == p.values.end()) continue;
                for (std::size_t i = 0; i < found->second.size(); ++i) values[from + i] = std::max(values[from + i], found->second[i]);
            }
        }
    }
    for (std::size_t i = before; i + after <= letters.size(); ++i) {
        if ((values[i + 1] - '0') % 2 != 0) offsets.push_back(offset + i);
    }
}

}  // namespace

std::vector<std::size_t> hyphenate_english(std::string_view word) {
    std::vector<std::size_t> offsets;
    bool begun = false;
    for (std::size_t first = 0; first < word.size(); ++first) {
        if (!base::is_ascii_letter(word[first])) {
            // With other letters it is a word of another kind.
            const auto c = static_cast<unsigned char>(word[first]);
            if (c >= 0xC3 && c != 0xE2) return {};
            continue;
        }
        std::size_t end = first;
        while (end < word.size() && base::is_ascii_letter(word[end])) ++end;
        // Two letters at the word's start and end; beside signs within it one is enough, as in FOP.
        bool ends = end - first > 2;  // Shorter ones aren't parted anyway.
        for (std::size_t i = end; i + 1 < word.size() && ends; ++i) ends = !base::is_ascii_letter(word[i]) || !base::is_ascii_letter(word[i + 1]);
        hyphenate_letters(word.substr(first, end - first), first, begun ? 1 : 2, ends || end - first < 3 ? 2 : 1, offsets);
        begun = true;
        first = end - 1;
    }
    return offsets;
}

}  // namespace irikteu::kazakh
