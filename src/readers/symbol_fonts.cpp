#include "readers/symbol_fonts.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace irikteu::readers {

char32_t symbol_character(std::string_view font, unsigned code) {
    const unsigned low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
    static constexpr std::string_view pictorial[] = {"dings", "Symbol", "Marlett", "Sorts"};
    const bool pictures = font.empty() || std::any_of(std::begin(pictorial), std::end(pictorial), [&](std::string_view part) {
        return font.find(part) != std::string_view::npos;
    });
    if (!pictures) return low == code || low < 0x80 ? low : 0x2022;
    if (low != code || code < 0x100) {
        const bool wingdings2 = font.find("Wingdings 2") != std::string_view::npos;
        const bool symbol = font.find("Symbol") != std::string_view::npos && font.find("Segoe") == std::string_view::npos;
        if (wingdings2) {
            if (low == 0x50 || low == 0x97) return low == 0x50 ? 0x2713 : 0x2022;
            if (low == 0x51 || low == 0x54) return 0x2612;
            if (low == 0x52) return 0x2611;
            if (low == 0xA3 || low == 0x30) return 0x2610;
            return 0x2022;
        }
        if (symbol) {
            if (low == 0x2D) return 0x2212;
            if (low == 0xB0) return 0x00B0;
            if (low == 0xB1) return 0x00B1;
            if (low == 0xB3) return 0x2265;
            if (low == 0xA3) return 0x2264;
            if (low == 0xB4) return 0x00D7;
            if (low == 0xAE) return 0x2192;
            if (low == 0xA5) return 0x221E;
            if (low == 0xB9) return 0x2260;
            if (low == 0xBB) return 0x2248;
            if (low == 0xE5 || low == 0x53) return 0x03A3;
            if (low >= 0x20 && low < 0x41) return low;
            return 0x2022;
        }
        switch (low) {  // Wingdings
            case 0x6F: case 0x70: case 0x71: case 0x72: case 0xA8: return 0x2610;
            case 0x78: case 0xFD: return 0x2612;
            case 0xFE: case 0x53: return 0x2611;
            case 0xFC: return 0x2713;
            case 0xFB: return 0x2717;
            case 0xA7: case 0x6E: return 0x25AA;
            case 0xD8: return 0x27A2;
            case 0xE0: return 0x2192;
            case 0x76: return 0x2756;
            case 0x2D: return code == low ? '-' : 0x2022;
            default: return 0x2022;
        }
    }
    return code;
}

std::string symbol_text(std::string_view font, unsigned code) {
    std::string text;
    const char32_t shown = symbol_character(font, code);
    base::append_utf8(text, shown < 0x20 || shown == 0xFFFE || shown == 0xFFFF ? 0xFFFD : shown);
    return text;
}

bool has_symbol_codes(std::string_view text) {
    for (std::size_t i = text.find('\xEF'); i != std::string_view::npos; i = text.find('\xEF', i + 1)) {
        if (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
            static_cast<unsigned char>(text[i + 1]) <= 0x83) {
            return true;
        }
    }
    return false;
}

std::string without_symbol_codes(std::string_view text, std::string_view font) {
    // U+F020…U+F0FF in UTF-8: EF 80 A0 … EF 83 BF.
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) == 0xEF && i + 2 < text.size() &&
            static_cast<unsigned char>(text[i + 1]) >= 0x80 && static_cast<unsigned char>(text[i + 1]) <= 0x83) {
            const unsigned code = 0xF000u | (static_cast<unsigned char>(text[i + 1]) & 0x3Fu) << 6 |
                                  (static_cast<unsigned char>(text[i + 2]) & 0x3Fu);
            base::append_utf8(out, symbol_character(font, code));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace irikteu::readers
