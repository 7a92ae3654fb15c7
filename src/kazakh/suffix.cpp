#include "kazakh/suffix.hpp"

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/number.hpp"

namespace irikteu::kazakh {

namespace {

using Letters = std::u32string_view;

bool contains(Letters set, char32_t c) {
    return set.find(c) != set.npos;
}
bool ends_with(Letters word, Letters end) {
    return word.ends_with(end);
}

constexpr char32_t soft_sign = U'\u044C', letter_i = U'\u0438', letter_u = U'\u0443';

/// How the sound at a word's end governs the consonant of a suffix.
enum class Final { vowel, nasal, glide, l, sibilant, voiceless };

Final final_of(Letters word) {
    while (!word.empty() && (word.back() == soft_sign || word.back() == U'\u044A')) word.remove_suffix(1);
    const char32_t last = word.empty() ? U'\u0430' : word.back();
    if (last == letter_u || last == letter_i || last == U'\u0439' || last == U'\u0440') return Final::glide;
    if (is_vowel(last)) return Final::vowel;
    if (contains(U"\u043C\u043D\u04A3", last)) return Final::nasal;
    if (last == U'\u043B') return Final::l;
    if (last == U'\u0436' || last == U'\u0437') return Final::sibilant;
    return Final::voiceless;
}

/// The last word, in lower case, with nothing but its letters.
std::u32string last_word(std::string_view text) {
    std::u32string word;
    bool ended = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (is_letter(c)) {
            if (ended) word.clear();
            ended = false;
            word.push_back(to_lower(c));
        } else if (!is_invisible(c)) {
            ended = true;
        }
    }
    return word;
}

Harmony harmony(Letters word) {
    static constexpr Letters front_loans[] = {U"\u0431\u0430\u043D\u043A",
                                              U"\u043F\u0430\u0440\u043A",
                                              U"\u0433\u0440\u0430\u043D\u0442",
                                              U"\u0438\u043D\u0433",
                                              U"\u043A\u0442",
                                              U"\u0431\u043B\u0430\u043D\u043A"};
    for (const Letters loan : front_loans) {
        if (ends_with(word, loan)) return Harmony::front;
    }
    if (ends_with(word, U"\u043B\u044C") && word.size() > 2) {
        for (std::size_t i = word.size() - 2; i-- > 0;) {
            if (is_vowel(word[i])) return word[i] == U'\u0430' ? Harmony::back : Harmony::front;
        }
    }
    for (std::size_t i = word.size(); i-- > 0;) {
        if (contains(U"\u0430\u043E\u04B1\u044B\u044F\u044E\u0451", word[i])) return Harmony::back;
        if (contains(U"\u04D9\u0435\u04E9\u04AF\u0456\u044D", word[i])) return Harmony::front;
    }
    for (std::size_t i = word.size(); i-- > 0;) {  // only и and у: the last of them decides
        if (word[i] == letter_i) return Harmony::front;
        if (word[i] == letter_u) return Harmony::back;
    }
    return Harmony::front;
}

/// Writes a suffix given with back vowels in the harmony that is wanted.
std::string in_harmony(Letters back_form, Harmony harmony) {
    std::string out;
    for (const char32_t c : back_form) {
        char32_t letter = c;
        if (harmony == Harmony::front) {
            if (c == U'\u0430') letter = U'\u0435';
            if (c == U'\u044B') letter = U'\u0456';
            if (c == U'\u0493') letter = U'\u0433';
            if (c == U'\u049B') letter = U'\u043A';
        }
        base::append_utf8(out, letter);
    }
    return out;
}

/// The suffixes of a case by the final sound, with back vowels.
Letters case_suffix(Case form, Final final) {
    const bool voiceless = final == Final::voiceless;
    switch (form) {
        case Case::genitive:
            if (final == Final::vowel || final == Final::nasal) return U"\u043D\u044B\u04A3";
            return voiceless ? U"\u0442\u044B\u04A3" : U"\u0434\u044B\u04A3";
        case Case::dative:
            return voiceless ? U"\u049B\u0430" : U"\u0493\u0430";
        case Case::accusative:
            if (final == Final::vowel) return U"\u043D\u044B";
            return voiceless ? U"\u0442\u044B" : U"\u0434\u044B";
        case Case::locative:
            return voiceless ? U"\u0442\u0430" : U"\u0434\u0430";
        case Case::ablative:
            if (final == Final::nasal) return U"\u043D\u0430\u043D";
            return voiceless ? U"\u0442\u0430\u043D" : U"\u0434\u0430\u043D";
        case Case::instrumental:
            if (final == Final::sibilant) return U"\u0431\u0435\u043D";
            return voiceless ? U"\u043F\u0435\u043D" : U"\u043C\u0435\u043D";
        case Case::attributive:
            break;
    }
    return voiceless ? U"\u0442\u0430\u0493\u044B" : U"\u0434\u0430\u0493\u044B";
}

Letters possessive_case_suffix(Case form) {
    switch (form) {
        case Case::genitive:
            return U"\u043D\u044B\u04A3";
        case Case::dative:
            return U"\u043D\u0430";
        case Case::accusative:
            return U"\u043D";
        case Case::locative:
            return U"\u043D\u0434\u0430";
        case Case::ablative:
            return U"\u043D\u0430\u043D";
        case Case::instrumental:
            return U"\u043C\u0435\u043D";
        case Case::attributive:
            break;
    }
    return U"\u043D\u0434\u0430\u0493\u044B";
}

/// -кт of loanwords takes і before a suffix: объектіге. (Native -кт doesn't occur at a word's end.)
bool needs_joining_vowel(Letters word) {
    return ends_with(word, U"\u043A\u0442");
}

std::string suffix(Letters word, Case form, Ending ending) {
    const Harmony vowels = harmony(word);
    if (ending == Ending::possessive) return in_harmony(possessive_case_suffix(form), vowels);
    // The instrumental's vowel never changes; in_harmony leaves its е alone.
    if (needs_joining_vowel(word))
        return in_harmony(U"\u044B", vowels) + in_harmony(case_suffix(form, Final::vowel), vowels);
    return in_harmony(case_suffix(form, final_of(word)), vowels);
}

/// The word by which an abbreviation's last letter is called.
std::u32string letter_name(char32_t lower) {
    if (is_vowel(lower)) return {lower};
    if (contains(U"\u049B\u0493\u0445\u04BB\u0448\u0449", lower)) return {lower, U'\u0430'};
    if (contains(U"\u043B\u043C\u043D\u0440\u0441\u0444", lower)) return {U'\u044D', lower};
    return {lower, U'\u0435'};
}

/// The last word where it is an abbreviation: two and more letters, all of them capitals.
bool is_abbreviation(std::string_view text) {
    int capitals = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (!is_letter(c)) {
            if (!is_invisible(c)) capitals = 0;
        } else if (is_upper(c)) {
            if (capitals >= 0) ++capitals;
        } else {
            capitals = -1;
        }
    }
    return capitals >= 2;
}

}  // namespace

Harmony harmony_of(std::string_view word) {
    return harmony(last_word(word));
}

std::string suffix_for(std::string_view word, Case form, Ending ending) {
    const std::u32string last = last_word(word);
    if (last.empty()) return {};
    if (!is_abbreviation(word)) return suffix(last, form, ending);
    // Taken as the head word that they stand for: серіктестігі, Республикасы.
    if (last == U"\u0436\u0448\u0441") return suffix(U"\u0435", form, ending);
    if (last == U"\u049B\u0440") return suffix(U"\u044B", form, Ending::possessive);
    return suffix(letter_name(last.back()), form, ending);
}

std::string with_case(std::string_view word, Case form, Ending ending) {
    std::string out(word);
    if (is_abbreviation(word)) out += '-';  // digits alone get no suffix: see number_with_case()
    return out + suffix_for(word, form, ending);
}

std::string suffix_for_number(std::int64_t number, Case form) {
    return suffix_for(in_words(number), form);
}

std::string number_with_case(std::int64_t number, Case form) {
    return std::to_string(number) + '-' + suffix_for_number(number, form);
}

std::string plural(std::string_view word) {
    const std::u32string last = last_word(word);
    const Harmony vowels = harmony(last);
    if (needs_joining_vowel(last)) return std::string(word) + in_harmony(U"\u044B\u043B\u0430\u0440", vowels);
    switch (final_of(last)) {
        case Final::vowel:
        case Final::glide:
            return std::string(word) + in_harmony(U"\u043B\u0430\u0440", vowels);
        case Final::voiceless:
            return std::string(word) + in_harmony(U"\u0442\u0430\u0440", vowels);
        case Final::nasal:
        case Final::l:
        case Final::sibilant:
            break;
    }
    return std::string(word) + in_harmony(U"\u0434\u0430\u0440", vowels);
}

std::string with_possessive(std::string_view word) {
    std::u32string letters = to_code_points(word);
    const std::u32string last = last_word(word);
    const Harmony vowels = harmony(last);
    if (letters.empty() || last.empty()) return std::string(word);
    if (needs_joining_vowel(last)) return std::string(word) + in_harmony(U"\u044B\u0441\u044B", vowels);
    if (final_of(last) == Final::vowel) return std::string(word) + in_harmony(U"\u0441\u044B", vowels);

    // Words whose last vowel falls out: орын → орны.
    static constexpr Letters shortened[] = {
        U"\u043E\u0440\u044B\u043D",       U"\u0445\u0430\u043B\u044B\u049B", U"\u0430\u0443\u044B\u0437",
        U"\u049B\u0430\u0443\u0456\u043F", U"\u043C\u04B1\u0440\u044B\u043D", U"\u0435\u0440\u0456\u043D",
        U"\u043A\u04E9\u0440\u0456\u043A", U"\u049B\u04B1\u043B\u044B\u049B"};
    for (const Letters whole : shortened) {
        if (ends_with(last, whole)) {
            letters.erase(letters.size() - 2, 1);
            if (letters.back() == U'\u043F') letters.back() = U'\u0431';
            return to_utf8(letters) + in_harmony(U"\u044B", vowels);
        }
    }
    if (letters.back() == soft_sign) letters.pop_back();
    const bool after_vowel = last.size() > 1 && is_vowel(last[last.size() - 2]);
    if (after_vowel) {  // банк, парк keep their к
        if (letters.back() == U'\u049B') letters.back() = U'\u0493';
        if (letters.back() == U'\u043A') letters.back() = U'\u0433';
        if (letters.back() == U'\u043F') letters.back() = U'\u0431';
    }
    return to_utf8(letters) + in_harmony(U"\u044B", vowels);
}

}  // namespace irikteu::kazakh
