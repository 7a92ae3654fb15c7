#pragma once

#include <cstdint>

/// Letters that are typed for others that look like them: Latin and Greek ones for Kazakh ones and the reverse, those of other Cyrillic
/// alphabets, and letters put together from a base and a mark.
namespace irikteu::kazakh {

/// One letter or digit of a line, with what it may have been meant for.
struct SeenLetter {
    char32_t letter = 0;    ///< Lower case; 0: no letter at all.
    char16_t cyrillic = 0;  ///< The Kazakh letter that looks like it; on a Cyrillic letter 0.
    char16_t latin = 0;     ///< On a Cyrillic letter: the Latin one that looks like it.
    enum class Evidence : std::uint8_t { none, cyrillic, latin } evidence = Evidence::none;  ///< What it says about the script of its word.
};

/// As `cyrillic`: Latin Y and Greek Upsilon are Ү or У, decided by the word.
inline constexpr char16_t either_u = 1;

/// What a character is without regard to its looks; a letter of another Cyrillic alphabet is the Kazakh one that it stands for.
SeenLetter letter_by_itself(char32_t c);

/// What a character may have been meant for. `spare` is room for what is in no table; the answer lasts as long as `spare`.
const SeenLetter& seen_letter(char32_t c, SeenLetter& spare);

/// The letter that `base` and a combining mark make together, also where Unicode has no such composition; `base` where the mark adds nothing.
char32_t composed_letter(char32_t base, char32_t mark);

}  // namespace irikteu::kazakh
