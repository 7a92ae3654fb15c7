#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace irikteu::kazakh {

/// The cases that suffixes express.
enum class Case {
    genitive,      ///< ілік: -ның
    dative,        ///< барыс: -ға
    accusative,    ///< табыс: -ны
    locative,      ///< жатыс: -да
    ablative,      ///< шығыс: -дан
    instrumental,  ///< көмектес: -мен
    attributive,   ///< -дағы: "саласындағы", "шілдедегі"
};

/// What the word ends in already.
enum class Ending {
    plain,
    possessive,  ///< A possessive suffix of the third person: министрлігі, кластері, қағидалары.
};

/// Vowel harmony: which vowels the suffixes take.
enum class Harmony { back, front };

/// The harmony of a word's last syllable, with the loanwords that go their own way (банк, парк, грант, -инг,
/// -кт, роль).
Harmony harmony_of(std::string_view word);

/// The suffix alone; for stems in -кт with the і that joins it ("ге" for банк, "іге" for объект).
std::string suffix_for(std::string_view word, Case form, Ending ending = Ending::plain);

/// The word in a case: "кластер" → "кластерге"; of several words the last one is changed. A word in capitals
/// is taken for an abbreviation, read by the names of its letters and given a hyphen: "ҒЗТКЖ-ге". Suffixes on
/// abbreviations and on free names vary in use: put the name in quotation marks and the suffix on the word
/// behind it.
std::string with_case(std::string_view word, Case form, Ending ending = Ending::plain);

/// The suffix that a number in digits takes after its hyphen, by the last word spoken: 5 → "ке", 2015 →
/// "тен".
std::string suffix_for_number(std::int64_t number, Case form);

/// "5-ке"
std::string number_with_case(std::int64_t number, Case form);

/// The plural: "кластер" → "кластерлер". Never after a numeral.
std::string plural(std::string_view word);

/// The possessive form of the third person: "министрлік" → "министрлігі", "хаттама" → "хаттамасы", "орын" →
/// "орны".
std::string with_possessive(std::string_view word);

}  // namespace irikteu::kazakh
