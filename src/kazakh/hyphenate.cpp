#include <cstdint>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/line_break.hpp"

namespace irikteu::kazakh {

namespace {

/// One letter of a word, with the signs that cling to it.
struct Sound {
    char32_t letter = 0;
    std::size_t end = 0;  ///< Byte offset behind it and behind ь or ъ.
    int letters = 1;
    bool vowel = false;
    bool hard = false;  ///< ъ follows: the next vowel begins a syllable.
};

constexpr char32_t letter_u = U'\u0443', soft_sign = U'\u044C', hard_sign = U'\u044A';

/// Reads a word; false where it is of a kind that isn't hyphenated.
bool read_word(std::string_view word, std::vector<Sound>& sounds) {
    int capitals = 0;
    bool behind = false;  // punctuation after the word
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = base::next_code_point(word, at);
        if (is_digit(c) || is_dash(c)) return false;
        if (!is_letter(c)) {
            behind = !sounds.empty();
            continue;
        }
        if (behind || !is_cyrillic(c)) return false;
        if (is_upper(c) && ++capitals > 1) return false;
        const char32_t lower = to_lower(c);
        if ((lower == soft_sign || lower == hard_sign) && !sounds.empty()) {
            sounds.back().end = at;
            ++sounds.back().letters;
            sounds.back().hard = lower == hard_sign;
            continue;
        }
        sounds.push_back({lower, at, 1, is_vowel(lower), false});
    }
    return true;
}

/// у is a vowel behind a consonant and a glide behind a vowel, or at the beginning before one (уақыт, тауы,
/// қуат).
void settle_glides(std::vector<Sound>& sounds) {
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        if (sounds[i].letter != letter_u) continue;
        if (i == 0) {
            sounds[i].vowel = sounds.size() > 1 && !is_vowel(sounds[1].letter);
        } else {
            sounds[i].vowel = !sounds[i - 1].vowel;
        }
    }
}

/// Obstruent and liquid begin a syllable together after another consonant: ин-фра, кон-троль.
bool is_onset(char32_t first, char32_t second) {
    static constexpr std::u32string_view obstruents = U"\u0431\u0432\u0433\u0434\u043A\u043F\u0442\u0444",
                                         liquids = U"\u0440\u043B";
    return obstruents.find(first) != obstruents.npos && liquids.find(second) != liquids.npos;
}

/// The "стан" of countries stays whole (Қазақ-стан), where the ablative of a stem in -с does not
/// (конкурс-тан).
bool begins_country(const std::vector<Sound>& sounds, std::size_t at) {
    static constexpr std::u32string_view ending = U"\u0441\u0442\u0430\u043D", before = U"\u049B\u043A\u0437";
    if (at == 0 || at + ending.size() > sounds.size() || before.find(sounds[at - 1].letter) == before.npos)
        return false;
    for (std::size_t i = 0; i < ending.size(); ++i) {
        if (sounds[at + i].letter != ending[i]) return false;
    }
    return true;
}

}  // namespace

std::vector<std::size_t> hyphenate(std::string_view word) {
    std::vector<std::size_t> offsets;
    std::vector<Sound> sounds;
    if (!read_word(word, sounds)) return offsets;
    settle_glides(sounds);
    int total = 0;
    for (const Sound& sound : sounds) total += sound.letters;

    int before = 0;  // letters up to and with sounds[i]
    for (std::size_t i = 0, next = 0; i < sounds.size(); i = next) {
        for (next = i + 1; next < sounds.size() && !sounds[next].vowel; ++next) {
        }
        for (std::size_t j = i; j < next; ++j) before += sounds[j].letters;
        if (!sounds[i].vowel || next == sounds.size()) continue;
        // Consonants i+1 … next-1 stand between two vowels: the last of them begins the next syllable.
        const std::size_t consonants = next - i - 1;
        const std::size_t last = next - 1;
        std::size_t cut = consonants == 0 ? next : last;
        if (consonants > 0 && sounds[last].hard) cut = next;
        if (consonants >= 3 && cut == last && is_onset(sounds[last - 1].letter, sounds[last].letter))
            cut = last - 1;
        if (consonants >= 3 && cut == last && begins_country(sounds, last - 1)) cut = last - 1;
        int left = before;
        for (std::size_t j = cut; j < next; ++j) left -= sounds[j].letters;
        if (left >= 2 && total - left >= 2) offsets.push_back(sounds[cut - 1].end);
    }
    return offsets;
}

}  // namespace irikteu::kazakh
