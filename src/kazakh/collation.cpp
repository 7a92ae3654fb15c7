#include "kazakh/collation.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

// In ascending order; letters without a space between them differ only where all else is equal.
constexpr std::u32string_view punctuation =
    U" _-\u2013\u2014,;:!\u00A1?\u00BF.\u2026\u00B7'\u2018\u2019\"\u201C\u201D\u201E\u00AB\u00BB()[]{}"
    U"\u00A7\u00B6@*/"
    U"\\&#\u2116%\u2030\u2022`\u00B4^\u00AF\u00A8\u00B8\u00B0\u00A9\u00AE+\u00B1\u00F7\u00D7<=>\u00AC|\u00A6~"
    U"\u2212\u00A4\u00A2$\u00A3\u00A5\u20B8";
constexpr std::u32string_view cyrillic =
    U"\u0430\u04D1\u04D3 \u04D9\u04DB \u04D5 \u0431 \u0432 \u0433\u0453\u0491 \u0493 \u04FB \u0495 \u04F7 "
    U"\u0434 \u0501 \u0452 \u0503 \u0499 \u0435\u0450\u04D7 \u0451 \u0454 \u0436\u04C2\u04DD \u052B \u0497 "
    U"\u0437\u04DF \u0505 \u0511 \u0455 \u04E1 \u0507 \u0438\u045D\u04E5\u04E3 \u048B \u0439 \u0458 "
    U"\u043A\u045C \u049B \u04C4 \u04A1 \u049F \u049D \u051F \u051B \u043B \u04C6 \u052F \u0513 \u0521 "
    U"\u0459 \u0509 \u0515 \u043C \u04CE "
    U"\u043D \u0529 \u04CA \u04A3 \u04C8 \u0523 \u04A5 \u045A \u050B \u043E\u04E7 \u04E9\u04EB \u043F \u0525 "
    U"\u04A7 \u0481 \u0440 \u048F \u0517 \u0441 \u050D \u04AB \u0442 \u050F \u04AD \u045B "
    U"\u0443\u045E\u04F1\u04F3\u04EF \u04B1 \u04AF \u0479 \u0444 \u0445 \u04FD \u04FF \u04B3 \u04BB \u0527 "
    U"\u0461 \u047F \u047D \u047B \u0446 \u04B5 \u0447\u04F5 \u052D \u04B7 \u04CC \u04B9 \u04BD \u04BF "
    U"\u045F \u0448 \u0449 \u044A "
    U"\u044B\u04F9 \u0456\u0457 \u044C \u048D \u0463 \u044D\u04ED \u044E \u044F \u0519 \u0465 \u0467 \u046B "
    U"\u0469 \u046D \u046F \u0471 \u0473 \u0475\u0477 \u04A9 \u051D \u04CF";
constexpr std::u32string_view latin =
    U"a\u00E1\u00E0\u00E2\u00E5\u00E4\u00E3 \u00E6 b c\u00E7 d\u00F0 e\u00E9\u00E8\u00EA\u00EB f g h "
    U"i\u00ED\u00EC\u00EE\u00EF j k l m n\u00F1 o\u00F3\u00F2\u00F4\u00F6\u00F5\u00F8 p q r s \u00DF t "
    U"u\u00FA\u00F9\u00FB\u00FC v w x y\u00FD\u00FF z \u00FE";

constexpr std::uint16_t first_punctuation = 0x0101, first_number = 0x0200, first_cyrillic = 0x0401,
                        first_latin = 0x0601, other = 0x0801;
constexpr char32_t table_end = 0x530;

struct Weight {
    std::uint16_t primary = 0;  ///< 0: none of the tables has it.
    std::uint16_t secondary = 1;
};

using Table = std::array<Weight, table_end>;

void enter(Table& table, std::u32string_view order, std::uint16_t primary) {
    std::uint16_t secondary = 1;
    for (const char32_t c : order) {
        if (c == U' ') {
            ++primary, secondary = 1;
        } else {
            table[c] = {primary, secondary++};
        }
    }
}

const Table& weights() {
    static const Table table = [] {
        Table made{};
        enter(made, cyrillic, first_cyrillic);
        enter(made, latin, first_latin);
        return made;
    }();
    return table;
}

/// The three levels of a key, each a row of 16-bit weights in big-endian order.
struct Levels {
    std::string primary, secondary, tertiary;
    static void put(std::string& level, unsigned weight) {
        level.push_back(static_cast<char>(weight >> 8));
        level.push_back(static_cast<char>(weight & 0xFF));
    }
    void letter(unsigned first, unsigned second, unsigned third) {
        put(primary, first), put(secondary, second), put(tertiary, third);
    }
};

/// A row of digits counts as one number: its length without leading zeros, then the digits.
void put_number(std::string_view text, std::size_t& at, Levels& levels) {
    std::size_t begin = at;
    while (begin < text.size() && text[begin] == '0') ++begin;
    std::size_t end = begin;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    // Longer rows than 250 digits are no numbers; they only have to keep some order.
    Levels::put(levels.primary,
                first_number + static_cast<unsigned>(std::min<std::size_t>(end - begin, 250)));
    for (std::size_t i = begin; i < end; ++i)
        Levels::put(levels.primary, static_cast<unsigned>(text[i] - '0' + 1));
    Levels::put(levels.secondary, 1);
    Levels::put(levels.tertiary, 1);
    at = end;
}

/// й and ё written with a combining mark.
char32_t with_mark(char32_t c, std::string_view text, std::size_t& at) {
    std::size_t behind = at;
    if (at >= text.size()) return c;
    const char32_t mark = base::next_code_point(text, behind);
    const char32_t lower = to_lower(c);
    const char32_t shift = c - lower;  // of a capital, modulo 2^32
    char32_t whole = 0;
    if (mark == 0x306 && lower == U'\u0438') whole = U'\u0439' + shift;
    if (mark == 0x308 && lower == U'\u0435') whole = shift == 0 ? U'\u0451' : U'\u0401';
    if (whole == 0) return c;
    at = behind;
    return whole;
}

}  // namespace

std::string sort_key(std::string_view text) {
    Levels levels;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] >= '0' && text[at] <= '9') {
            put_number(text, at, levels);
            continue;
        }
        char32_t c = base::next_code_point(text, at);
        if (is_invisible(c) || (c >= 0x300 && c < 0x370)) continue;
        if (is_space(c)) c = U' ';
        if (c == 0x2010 || c == 0x2011) c = U'-';
        if (const std::size_t rank = punctuation.find(c); rank != punctuation.npos) {
            levels.letter(first_punctuation + static_cast<unsigned>(rank), 1, 1);
            continue;
        }
        c = with_mark(c, text, at);
        const char32_t lower = to_lower(c);
        if (const Weight weight = lower < table_end ? weights()[lower] : Weight{}; weight.primary != 0) {
            levels.letter(weight.primary, weight.secondary, lower == c ? 1 : 2);
        } else {
            Levels::put(levels.primary, other + (lower >> 16));
            levels.letter(static_cast<unsigned>(lower & 0xFFFF), 1, lower == c ? 1 : 2);
        }
    }
    std::string key = std::move(levels.primary);
    Levels::put(key, 0);
    key += levels.secondary;
    Levels::put(key, 0);
    return key += levels.tertiary;
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    const int keys = sort_key(a).compare(sort_key(b));
    return keys != 0 ? keys <=> 0 : a.compare(b) <=> 0;
}

}  // namespace irikteu::kazakh
