#include "act/blank_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::act {

namespace {

constexpr std::size_t least_of_one_letter = 3;  ///< In a cell, where one or two may be a code or a mark.

/// What of a text a reader could take for an answer.
struct Signs {
    std::size_t letters = 0, digits = 0;
    bool has_dash = false, has_plus = false, has_check = false;
    bool is_one_letter = true;  ///< All letters are the same.
    bool is_zero = true;        ///< So are all digits, and they are 0.

    void take(char32_t c) {
        if (kazakh::is_digit(c)) {
            ++digits;
            is_zero = is_zero && c == U'0';
        } else if (kazakh::is_letter(c) && !is_filler(c)) {
            const char32_t lower = kazakh::to_lower(c);
            if (letters++ == 0) first_ = lower;
            is_one_letter = is_one_letter && lower == first_;
        } else {
            has_dash = has_dash || kazakh::is_dash(c);
            has_plus = has_plus || c == U'+';
            has_check = has_check || c == U'√' || (c >= U'\u2611' && c <= U'\u2612') || (c >= U'\u2713' && c <= U'\u2718');
        }
    }

  private:
    char32_t first_ = 0;
    /// Letters by their class that are drawn as nothing (Unicode's Default_Ignorable_Code_Point).
    static bool is_filler(char32_t c) { return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0; }
};

}  // namespace

BlankTexts::Phrases::Phrases(const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases) {
        Signs signs;
        for (std::size_t at = 0; at < phrase.size();) signs.take(base::next_code_point(phrase, at));
        if (letters.size() <= signs.letters) letters.resize(signs.letters + 1);
        letters[signs.letters] = true;
        keys.push_back(kazakh::matching_key(phrase).folded);
    }
    std::sort(keys.begin(), keys.end());
}

bool BlankTexts::Phrases::hold(std::string_view utf8, std::size_t letters_in_it) const {
    return letters_in_it < letters.size() && letters[letters_in_it] && std::binary_search(keys.begin(), keys.end(), kazakh::matching_key(utf8).folded);
}

BlankTexts::BlankTexts(const std::vector<std::string>& placeholders, const std::vector<std::string>& none) : placeholders_(placeholders), none_(none) {}

bool BlankTexts::fills_field(std::string_view utf8) const {
    Signs all, outside;
    int depth = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = base::next_code_point(utf8, at);
        all.take(c);
        if (c == U'(') ++depth;
        if (depth == 0) outside.take(c);
        if (c == U')' && depth > 0) --depth;
    }
    const Signs& signs = depth == 0 ? outside : all;  // A parenthesis that is never closed encloses nothing.
    if (signs.digits > 0 && !signs.is_zero) return true;
    if (signs.letters == 0) return signs.has_check;  // People sign so, too.
    return !signs.is_one_letter && !placeholders_.hold(utf8, all.letters) && !none_.hold(utf8, all.letters);
}

bool BlankTexts::fills_cell(std::string_view utf8) const {
    Signs signs;
    for (std::size_t at = 0; at < utf8.size();) signs.take(base::next_code_point(utf8, at));
    if (signs.digits > 0) return true;
    if (signs.letters == 0) return signs.has_dash || signs.has_plus || signs.has_check;
    return !(signs.is_one_letter && signs.letters >= least_of_one_letter) && !placeholders_.hold(utf8, signs.letters);
}

}  // namespace irikteu::act
