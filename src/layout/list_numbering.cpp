#include "layout/list_numbering.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::layout {

namespace {

using Numbering = StructureElement::Numbering;

bool is_bracket(char32_t c) { return c == U'(' || c == U')' || c == U'[' || c == U']'; }

/// Letters with which Roman numbers are written, the Cyrillic ones that look like them among them.
bool is_roman(char32_t upper) { return std::u32string_view(U"IVXLCDM\u0406\u0425\u0421\u041c").find(upper) != std::u32string_view::npos; }

Numbering bullet(char32_t c) {
    switch (c) {
        case 0x2022:
        case 0x25CF: return Numbering::disc;
        case 0x25CB:
        case 0x25E6: return Numbering::circle;
        case 0x25A0:
        case 0x25A1:
        case 0x25AA:
        case 0x25AB: return Numbering::square;
        default: return Numbering::none;
    }
}

}  // namespace

Numbering list_numbering(std::string_view label) {
    std::u32string sign;
    for (std::size_t at = 0; at < label.size();) {
        const char32_t c = base::next_code_point(label, at);
        if (kazakh::is_space(c) || kazakh::is_invisible(c) || is_bracket(c)) continue;
        sign += c;
        if (sign.size() > 16) return Numbering::none;
    }
    if (sign.size() == 1 && bullet(sign[0]) != Numbering::none) return bullet(sign[0]);
    const bool numbered = std::all_of(sign.begin(), sign.end(), [](char32_t c) { return kazakh::is_digit(c) || c == U'.'; });
    if (numbered) return !sign.empty() && kazakh::is_digit(sign[0]) ? Numbering::decimal : Numbering::none;
    while (!sign.empty() && (sign.back() == U'.' || sign.back() == U':')) sign.pop_back();
    if (sign.empty() || !std::all_of(sign.begin(), sign.end(), [](char32_t c) { return kazakh::is_letter(c); })) return Numbering::none;
    const bool upper = kazakh::is_upper(sign[0]);
    // "C." begins no Roman list, "I." no other; longer words of such letters are numbers.
    const bool roman = std::all_of(sign.begin(), sign.end(), [](char32_t c) { return is_roman(kazakh::to_upper(c)); });
    const char32_t first = kazakh::to_upper(sign[0]);
    if (roman && (sign.size() > 1 || first == U'I' || first == 0x406 || first == U'V' || first == U'X' || first == 0x425)) return upper ? Numbering::upper_roman : Numbering::lower_roman;
    if (sign.size() > 1) return Numbering::none;
    return upper ? Numbering::upper_alpha : Numbering::lower_alpha;
}

}  // namespace irikteu::layout
