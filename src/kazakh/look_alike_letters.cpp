#include "kazakh/look_alike_letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

using Evidence = SeenLetter::Evidence;

struct Pair {
    char16_t from, to;
};

/// Cyrillic letters that pass for a Latin one.
constexpr Pair latin_twins[] = {
    // case by case: В is a B, в is no b
    {u'\u0430', u'a'}, {u'\u0441', u'c'}, {u'\u0435', u'e'}, {u'\u043E', u'o'}, {u'\u0440', u'p'},
    {u'\u0445', u'x'}, {u'\u0443', u'y'}, {u'\u0456', u'i'}, {u'\u04BB', u'h'}, {u'\u043A', u'k'},
    {u'\u0455', u's'}, {u'\u0458', u'j'}, {u'\u0501', u'd'}, {u'\u051B', u'q'}, {u'\u051D', u'w'},
    {u'\u0410', u'a'}, {u'\u0412', u'b'}, {u'\u0421', u'c'}, {u'\u0415', u'e'}, {u'\u041D', u'h'},
    {u'\u0406', u'i'}, {u'\u041A', u'k'}, {u'\u041C', u'm'}, {u'\u041E', u'o'}, {u'\u0420', u'p'},
    {u'\u0422', u't'}, {u'\u0425', u'x'}, {u'\u04AE', u'y'}, {u'\u0423', u'y'}, {u'\u0405', u's'},
    {u'\u0408', u'j'},
};

/// Letters that look like a Kazakh one so closely that they say nothing about the script.
constexpr Pair strong_twins[] = {
    {u'a', u'\u0430'},      {u'c', u'\u0441'},      {u'e', u'\u0435'},
    {u'o', u'\u043E'},      {u'p', u'\u0440'},      {u'x', u'\u0445'},
    {u'y', u'\u0443'},      {u'i', u'\u0456'},      {u'h', u'\u04BB'},
    {u'k', u'\u043A'},      {u'A', u'\u0430'},      {u'B', u'\u0432'},
    {u'C', u'\u0441'},      {u'E', u'\u0435'},      {u'H', u'\u043D'},
    {u'I', u'\u0456'},      {u'K', u'\u043A'},      {u'M', u'\u043C'},
    {u'O', u'\u043E'},      {u'P', u'\u0440'},      {u'T', u'\u0442'},
    {u'X', u'\u0445'},      {u'Y', either_u},       {u'\u00A5', u'\u04B1'},  // yen
    {u'\u00CF', u'\u0456'}, {u'\u00EF', u'\u0456'}, {u'\u0131', u'\u0456'},  // i with diaeresis, dotless i
    {u'\u00F6', u'\u04E9'}, {u'\u00D6', u'\u04E9'}, {u'\u00F8', u'\u04E9'},
    {u'\u00D8', u'\u04E9'},                          // o umlaut, o with stroke
    {u'\u00FC', u'\u04AF'}, {u'\u00DC', u'\u04AF'},  // u umlaut
    {u'\u00EB', u'\u0451'}, {u'\u00CB', u'\u0451'},  // e with diaeresis
    {u'\u00F1', u'\u04A3'}, {u'\u00D1', u'\u04A3'}, {u'\u0146', u'\u04A3'},
    {u'\u0145', u'\u04A3'},                                                  // n tilde, n cedilla
    {u'\u014B', u'\u04A3'}, {u'\u014A', u'\u04A3'},                          // eng
    {u'\u0137', u'\u049B'}, {u'\u0136', u'\u049B'}, {u'\u0138', u'\u043A'},  // k cedilla, kra
    {u'\u0123', u'\u0493'}, {u'\u0122', u'\u0493'}, {u'\u011F', u'\u0493'},
    {u'\u011E', u'\u0493'},  // g cedilla, g breve
    {u'\u01DD', u'\u04D9'}, {u'\u018E', u'\u04D9'}, {u'\u0259', u'\u04D9'},
    {u'\u018F', u'\u04D9'},                                                  // turned e, schwa
    {u'\u0275', u'\u04E9'}, {u'\u019F', u'\u04E9'}, {u'\u0127', u'\u04BB'},  // barred o, h with stroke
    {u'\u0192', u'\u0493'}, {u'\u0263', u'\u04AF'}, {u'\u0194', u'\u04AF'},  // f with hook, Latin gamma
    {u'\u0391', u'\u0430'}, {u'\u0392', u'\u0432'}, {u'\u0395', u'\u0435'},
    {u'\u0397', u'\u043D'}, {u'\u0399', u'\u0456'},  // Greek capitals
    {u'\u039A', u'\u043A'}, {u'\u039C', u'\u043C'}, {u'\u039F', u'\u043E'},
    {u'\u03A1', u'\u0440'}, {u'\u03A4', u'\u0442'}, {u'\u03A5', either_u},
    {u'\u03A7', u'\u0445'}, {u'\u0398', u'\u04E9'}, {u'\u0393', u'\u0433'},
    {u'\u03A0', u'\u043F'}, {u'\u03A6', u'\u0444'}, {u'\u03B1', u'\u0430'},
    {u'\u03B5', u'\u0435'}, {u'\u03B9', u'\u0456'}, {u'\u03BA', u'\u043A'},  // Greek small
    {u'\u03BF', u'\u043E'}, {u'\u03C1', u'\u0440'}, {u'\u03C4', u'\u0442'},
    {u'\u03C5', u'\u0443'}, {u'\u03C7', u'\u0445'}, {u'\u03B8', u'\u04E9'},
    {u'\u03B3', u'\u04AF'}, {u'\u03C0', u'\u043F'}, {u'\u03C6', u'\u0444'},
    {u'\u03AF', u'\u0456'}, {u'\u03CA', u'\u0456'}, {u'\u03F2', u'\u0441'},
    {u'\u03F9', u'\u0441'},
};

/// Latin letters that pass for a Kazakh one only in a word that is Cyrillic otherwise (italics, small
/// capitals).
constexpr Pair weak_twins[] = {{u'm', u'\u043C'}, {u't', u'\u0442'}, {u'u', u'\u0438'},
                               {u'n', u'\u043F'}, {u'g', u'\u0434'}, {u'b', u'\u044C'}};

/// Letters of other Cyrillic alphabets that stand for a Kazakh one, in lower case.
constexpr Pair cyrillic_cousins[] = {
    {u'\u045C', u'\u043A'}, {u'\u0453', u'\u0433'},  // k and g with acute
    {u'\u04C4', u'\u049B'}, {u'\u04A1', u'\u049B'}, {u'\u049D', u'\u049B'}, {u'\u049F', u'\u049B'},
    {u'\u051F', u'\u049B'}, {u'\u04A5', u'\u04A3'}, {u'\u04C8', u'\u04A3'}, {u'\u04CA', u'\u04A3'},
    {u'\u0523', u'\u04A3'}, {u'\u0529', u'\u04A3'}, {u'\u04F7', u'\u0493'}, {u'\u0495', u'\u0493'},
    {u'\u04FB', u'\u0493'}, {u'\u0491', u'\u0433'}, {u'\u0473', u'\u04E9'}, {u'\u04E7', u'\u04E9'},
    {u'\u04EB', u'\u04E9'}, {u'\u04F1', u'\u04AF'}, {u'\u04DB', u'\u04D9'}, {u'\u04D3', u'\u04D9'},
    {u'\u0457', u'\u0456'}, {u'\u04CF', u'\u0456'}, {u'\u0454', u'\u0435'}, {u'\u0450', u'\u0435'},
    {u'\u045D', u'\u0438'}, {u'\u04E5', u'\u0438'}, {u'\u04FD', u'\u0445'}, {u'\u04B3', u'\u0445'},
    {u'\u045B', u'\u04BB'}, {u'\u0527', u'\u04BB'},
};

/// A base letter and a combining mark that together are meant for one Kazakh letter, beyond Unicode's
/// compositions.
struct Composition {
    char16_t base, result;
    enum class Mark : std::uint8_t { stroke, tail, diaeresis } mark;
};
constexpr Composition compositions[] = {
    {u'\u043E', u'\u04E9', Composition::Mark::stroke},
    {u'o', u'\u04E9', Composition::Mark::stroke},
    {u'\u0443', u'\u04B1', Composition::Mark::stroke},
    {u'\u04AF', u'\u04B1', Composition::Mark::stroke},
    {u'y', u'\u04B1', Composition::Mark::stroke},
    {u'\u0433', u'\u0493', Composition::Mark::stroke},
    {u'\u043A', u'\u049B', Composition::Mark::tail},
    {u'k', u'\u049B', Composition::Mark::tail},
    {u'\u043D', u'\u04A3', Composition::Mark::tail},
    {u'n', u'\u04A3', Composition::Mark::tail},
    {u'\u0433', u'\u0493', Composition::Mark::tail},
    {u'\u043E', u'\u04E9', Composition::Mark::diaeresis},
    {u'\u0443', u'\u04AF', Composition::Mark::diaeresis},
    {u'\u0430', u'\u04D9', Composition::Mark::diaeresis},
};

constexpr char32_t table_end = 0x530;

/// What the characters that fill most lines are, by themselves and by their looks.
class LetterTable {
  public:
    LetterTable() {
        for (char32_t c = 0; c < ascii_end; ++c) ascii_[c] = letter_by_itself(c);
        for (char32_t c = cyrillic_begin; c < table_end; ++c) cyrillic_[c - cyrillic_begin] = letter_by_itself(c);
        for (const Pair& twin : latin_twins) add_latin_twin(*slot(twin.from), twin);
        for (const Pair& twin : strong_twins) {
            if (SeenLetter* seen = slot(twin.from)) *seen = strong_twin(twin);
        }
        for (const Pair& twin : weak_twins) slot(twin.from)->cyrillic = twin.to;
    }

    /// `spare` is room for what is in no table.
    const SeenLetter& of(char32_t c, SeenLetter& spare) const {
        if (c < ascii_end) return ascii_[c];
        if (c >= cyrillic_begin && c < table_end) return cyrillic_[c - cyrillic_begin];
        spare = letter_by_itself(c);
        if (c < table_end) {
            for (const Pair& twin : strong_twins) {
                if (twin.from == c) spare = strong_twin(twin);
            }
        }
        return spare;
    }

  private:
    static constexpr char32_t ascii_end = 0x80, cyrillic_begin = 0x400;
    static void add_latin_twin(SeenLetter& seen, const Pair& twin) {
        seen.latin = twin.to;
        seen.evidence = Evidence::none;
    }
    static SeenLetter strong_twin(const Pair& twin) { return {to_lower(twin.from), twin.to, 0, Evidence::none}; }
    SeenLetter* slot(char32_t c) {
        if (c < ascii_end) return &ascii_[c];
        return c >= cyrillic_begin && c < table_end ? &cyrillic_[c - cyrillic_begin] : nullptr;
    }

    std::array<SeenLetter, ascii_end> ascii_;
    std::array<SeenLetter, table_end - cyrillic_begin> cyrillic_;
};

}  // namespace

SeenLetter letter_by_itself(char32_t c) {
    SeenLetter seen;
    if (is_cyrillic(c)) {
        seen.letter = to_lower(c);
        seen.evidence = Evidence::cyrillic;
        for (const Pair& cousin : cyrillic_cousins) {
            if (cousin.from == seen.letter) seen.letter = cousin.to;
        }
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
        return letter_by_itself(c - 0xFEE0);  // full width
    } else if (c == U'%') {
        seen.letter = c;
    } else if (is_letter(c)) {
        seen.letter = to_lower(c);
        seen.evidence = Evidence::latin;
    } else if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) {
        seen.letter = U'0' + static_cast<char32_t>(digit);
    }
    return seen;
}

const SeenLetter& seen_letter(char32_t c, SeenLetter& spare) {
    static const LetterTable table;
    return table.of(c, spare);
}

char32_t composed_letter(char32_t base, char32_t mark) {
    UErrorCode status = U_ZERO_ERROR;
    static const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
    const UChar32 pair =
        nfc ? unorm2_composePair(nfc, static_cast<UChar32>(base), static_cast<UChar32>(mark)) : U_SENTINEL;
    if (pair >= 0) return static_cast<char32_t>(pair);
    using Mark = Composition::Mark;
    Mark kind;
    if (mark >= 0x335 && mark <= 0x338) {
        kind = Mark::stroke;
    } else if ((mark >= 0x321 && mark <= 0x323) || (mark >= 0x326 && mark <= 0x329) || mark == 0x331) {
        kind = Mark::tail;
    } else if (mark == 0x308) {
        kind = Mark::diaeresis;
    } else {
        return base;
    }
    for (const Composition& known : compositions) {
        if (known.mark == kind && known.base == to_lower(base)) return known.result;
    }
    return base;
}

}  // namespace irikteu::kazakh
