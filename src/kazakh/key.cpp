#include "kazakh/key.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

/// One letter or digit of a line, with what it may have been meant for.
struct Unit {
    char32_t letter = 0;    ///< Lower case; 0: no letter at all.
    char16_t cyrillic = 0;  ///< The Kazakh letter that looks like it; on a Cyrillic letter 0.
    char16_t latin = 0;     ///< On a Cyrillic letter: the Latin one that looks like it.
    enum class Evidence : std::uint8_t { none, cyrillic, latin } evidence = Evidence::none;
};
using Evidence = Unit::Evidence;

/// Latin Y and Greek Upsilon are Ү or У: decided by the word.
constexpr char16_t either_u = 1;

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

/// What a character is by itself, without regard to its looks.
Unit plain_unit(char32_t c) {
    Unit unit;
    if (is_cyrillic(c)) {
        unit.letter = to_lower(c);
        unit.evidence = Evidence::cyrillic;
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
        return plain_unit(c - 0xFEE0);  // full width
    } else if (c == U'%') {
        unit.letter = c;
    } else if (is_letter(c)) {
        unit.letter = to_lower(c);
        unit.evidence = Evidence::latin;
    } else if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) {
        unit.letter = U'0' + static_cast<char32_t>(digit);
    }
    return unit;
}

/// What the characters that fill most lines are, by themselves and by their looks.
class UnitTable {
  public:
    UnitTable() {
        for (char32_t c = 0; c < ascii_end; ++c) ascii_[c] = plain_unit(c);
        for (char32_t c = cyrillic_begin; c < table_end; ++c) {
            Unit& unit = cyrillic_[c - cyrillic_begin] = plain_unit(c);
            for (const Pair& cousin : cyrillic_cousins) {
                if (cousin.from == unit.letter) unit.letter = cousin.to;
            }
        }
        for (const Pair& twin : latin_twins) add_latin_twin(*slot(twin.from), twin);
        for (const Pair& twin : strong_twins) {
            if (Unit* unit = slot(twin.from)) *unit = strong_twin(twin);
        }
        for (const Pair& twin : weak_twins) slot(twin.from)->cyrillic = twin.to;
    }

    /// `spare` is room for what is in no table.
    const Unit& of(char32_t c, Unit& spare) const {
        if (c < ascii_end) return ascii_[c];
        if (c >= cyrillic_begin && c < table_end) return cyrillic_[c - cyrillic_begin];
        spare = plain_unit(c);
        if (c < table_end) {
            for (const Pair& twin : strong_twins) {
                if (twin.from == c) spare = strong_twin(twin);
            }
        }
        return spare;
    }

  private:
    static constexpr char32_t ascii_end = 0x80, cyrillic_begin = 0x400;
    static void add_latin_twin(Unit& unit, const Pair& twin) {
        unit.latin = twin.to;
        unit.evidence = Evidence::none;
    }
    static Unit strong_twin(const Pair& twin) { return {to_lower(twin.from), twin.to, 0, Evidence::none}; }
    Unit* slot(char32_t c) {
        if (c < ascii_end) return &ascii_[c];
        return c >= cyrillic_begin && c < table_end ? &cyrillic_[c - cyrillic_begin] : nullptr;
    }

    std::array<Unit, ascii_end> ascii_;
    std::array<Unit, table_end - cyrillic_begin> cyrillic_;
};

const Unit& classify(char32_t c, Unit& spare) {
    static const UnitTable table;
    return table.of(c, spare);
}

/// The letter that `base` and a combining mark make together; `base` where the mark adds nothing.
char32_t composed(char32_t base, char32_t mark) {
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

/// A word: a range of units.
struct Token {
    std::size_t begin = 0, end = 0;
    bool after_single_space = false;  ///< Nothing but one space stands between it and the word before.
};

/// The units of a line, grouped into words.
struct Line {
    std::vector<Unit> units;
    std::vector<Token> tokens;
    void clear() { units.clear(), tokens.clear(); }
};

void read_line(std::string_view text, Line& line) {
    enum class Gap { none, space, other } gap = Gap::other;
    char32_t base = 0;  // of the last unit, with its marks so far
    Unit spare;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const Unit& unit = classify(c, spare);
        if (unit.letter == 0) {
            if (is_invisible(c)) continue;
            if (c >= 0x300 && c < 0x370) {  // combining marks
                if (gap != Gap::none) continue;
                if (const char32_t whole = composed(base, c); whole != base) {
                    base = whole;
                    line.units.back() = classify(whole, spare);
                }
                continue;
            }
            gap = gap == Gap::none && is_space(c) ? Gap::space : Gap::other;
            continue;
        }
        if (gap != Gap::none) {
            line.tokens.push_back({line.units.size(), line.units.size(), gap == Gap::space});
            gap = Gap::none;
        }
        base = c;
        line.units.push_back(unit);
        line.tokens.back().end = line.units.size();
    }
}

/// Single letters one space apart are one letter-spaced word.
void join_spaced_letters(std::vector<Token>& tokens) {
    std::size_t kept = 0;
    bool previous_single = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token token = tokens[i];
        const bool single = token.end - token.begin == 1;
        if (i != 0 && single && previous_single && token.after_single_space) {
            tokens[kept - 1].end = token.end;
        } else {
            tokens[kept++] = token;
        }
        previous_single = single;
    }
    tokens.resize(kept);
}

struct Balance {
    std::size_t cyrillic = 0, latin = 0;
};

Balance evidence_in(const Unit* begin, const Unit* end) {
    Balance balance;
    for (; begin != end; ++begin) {
        balance.cyrillic += begin->evidence == Evidence::cyrillic;
        balance.latin += begin->evidence == Evidence::latin;
    }
    return balance;
}

/// Ү or У for a capital Y: Kazakh has ү only as a word's first vowel, before a consonant, in front harmony.
char32_t resolve_u(const Unit* begin, const Unit* at, const Unit* end) {
    constexpr char32_t u_consonantal = U'\u0443', u_front = U'\u04AF';
    for (const Unit* before = begin; before != at; ++before) {
        if (is_vowel(before->letter)) return u_consonantal;
    }
    if (at + 1 == end || is_vowel((at + 1)->letter)) return u_consonantal;
    static constexpr std::u32string_view front = U"\u04D9\u0435\u04E9\u04AF\u0456",
                                         back = U"\u0430\u043E\u04B1\u044B\u044F";
    for (const Unit* after = at + 1; after != end; ++after) {
        if (front.find(after->letter) != front.npos) return u_front;
        if (back.find(after->letter) != back.npos) return u_consonantal;
    }
    return u_front;
}

/// Puts one word into one script. Where its own letters say nothing, the line decides.
void settle_script(Unit* begin, Unit* end, const Balance& line) {
    Balance word = evidence_in(begin, end);
    if (word.cyrillic == 0 && word.latin == 0) {
        // A fifth of the line is enough: look-alikes alone make no Latin word in a Kazakh sentence.
        word = line.cyrillic * 5 >= line.cyrillic + line.latin ? Balance{1, 0} : Balance{0, 1};
    }
    if (word.cyrillic < word.latin) {
        for (Unit* unit = begin; unit != end; ++unit) {
            if (unit->latin) unit->letter = unit->latin;
        }
        return;
    }
    Unit* undecided = nullptr;
    for (Unit* unit = begin; unit != end; ++unit) {
        if (unit->cyrillic == either_u) {
            undecided = unit;
        } else if (unit->cyrillic) {
            unit->letter = unit->cyrillic;
        }
    }
    if (!undecided) return;
    for (Unit* unit = begin; unit != end; ++unit) {
        if (unit->cyrillic == either_u) unit->letter = resolve_u(begin, unit, end);
    }
}

char32_t russian_keyboard(char32_t letter) {
    switch (letter) {
        case U'\u04D9':
        case U'\u044D':
            return U'\u0430';
        case U'\u0493':
            return U'\u0433';
        case U'\u049B':
            return U'\u043A';
        case U'\u04A3':
            return U'\u043D';
        case U'\u04E9':
            return U'\u043E';
        case U'\u04B1':
        case U'\u04AF':
            return U'\u0443';
        case U'\u04BB':
            return U'\u0445';
        case U'\u0456':
            return U'\u0438';
        case U'\u0451':
            return U'\u0435';
        default:
            return letter;
    }
}

/// The key of a line that has no letters but Cyrillic ones, as most lines: nothing has to be weighed word by word.
/// False at the first character that may be meant for another one.
class PlainKey {
  public:
    PlainKey() {
        for (char32_t c = 0; c < ascii_end; ++c) set(ascii_[c], plain_unit(c));
        for (Entry& entry : cyrillic_) entry.length = unsure;  // Armenian, which has the last lead byte too.
        for (char32_t c = cyrillic_begin; c < table_end; ++c) {
            Unit unit = plain_unit(c);
            for (const Pair& cousin : cyrillic_cousins) {
                if (cousin.from == unit.letter) unit.letter = cousin.to;
            }
            set(cyrillic_[c - cyrillic_begin], unit);
        }
    }

    bool write(std::string_view utf8, MatchingKey& key) const {
        // No character's key is longer than the character; one byte more is for the second of a pair that is not kept.
        key.strict.resize(utf8.size() + 1);
        key.folded.resize(utf8.size() + 1);
        char* strict = key.strict.data();
        char* folded = key.folded.data();
        const char* at = utf8.data();
        const char* const end = at + utf8.size();
        while (at < end) {
            const auto lead = static_cast<std::uint8_t>(*at);
            const Entry* entry = nullptr;
            if (lead < ascii_end) {
                entry = &ascii_[lead];
                at += 1;
            } else if (lead >= 0xD0 && lead <= 0xD4 && end - at > 1 && (static_cast<std::uint8_t>(at[1]) & 0xC0) == 0x80) {
                entry = &cyrillic_[(lead - 0xD0u) * 64 + (static_cast<std::uint8_t>(at[1]) & 0x3Fu)];
                at += 2;
            } else {
                auto from = static_cast<std::size_t>(at - utf8.data());
                if (!is_between_words(next_code_point(utf8, from))) return false;
                at = utf8.data() + from;
                continue;
            }
            if (entry->length == unsure) return false;
            std::memcpy(strict, entry->strict, 2);
            std::memcpy(folded, entry->folded, 2);
            strict += entry->length;
            folded += entry->length;
        }
        key.strict.resize(static_cast<std::size_t>(strict - key.strict.data()));
        key.folded.resize(static_cast<std::size_t>(folded - key.folded.data()));
        return true;
    }

  private:
    static constexpr char32_t ascii_end = 0x80, cyrillic_begin = 0x400, cyrillic_end = 0x540;
    static constexpr std::uint8_t unsure = 0xFF;
    struct alignas(8) Entry {
        char strict[2] = {}, folded[2] = {};
        std::uint8_t length = 0;  ///< Bytes of both; 0 for what is no part of a key.
    };

    static void set(Entry& entry, const Unit& unit) {
        entry.length = unit.evidence == Evidence::latin ? unsure : 0;
        if (unit.letter == 0 || entry.length == unsure) return;
        std::string strict, folded;
        append_utf8(strict, unit.letter), append_utf8(folded, russian_keyboard(unit.letter));
        std::copy(strict.begin(), strict.end(), entry.strict);
        std::copy(folded.begin(), folded.end(), entry.folded);
        entry.length = static_cast<std::uint8_t>(strict.size());
    }
    /// Neither a letter nor a mark upon one.
    static bool is_between_words(char32_t c) {
        if (c >= 0x2000 && c < 0x2070) return true;  // Dashes, quotation marks and spaces.
        return !(c >= 0x300 && c < 0x370) && c != 0xA5 && plain_unit(c).letter == 0;
    }

    std::array<Entry, ascii_end> ascii_;
    std::array<Entry, cyrillic_end - cyrillic_begin> cyrillic_;
};

}  // namespace

MatchingKey matching_key(std::string_view utf8) {
    static const PlainKey plain;
    MatchingKey key;
    if (plain.write(utf8, key)) return key;
    key.strict.clear(), key.folded.clear();

    thread_local Line line;  // only to spare allocations: emptied on every call
    line.clear();
    read_line(utf8, line);
    join_spaced_letters(line.tokens);
    Unit* const units = line.units.data();
    const Balance balance = evidence_in(units, units + line.units.size());
    for (const Token& token : line.tokens) settle_script(units + token.begin, units + token.end, balance);

    for (const Unit& unit : line.units) {
        append_utf8(key.strict, unit.letter);
        append_utf8(key.folded, russian_keyboard(unit.letter));
    }
    return key;
}

int bounded_distance(std::u32string_view a, std::u32string_view b, int limit) {
    if (limit < 0) return a == b ? 0 : limit + 1;
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.size() > b.size()) std::swap(a, b);
    const auto more = static_cast<std::size_t>(limit);
    if (b.size() - a.size() > more) return limit + 1;
    if (a.empty()) return static_cast<int>(b.size());

    // One row of the table, and of it only the band of width 2·limit+1 around the diagonal.
    const int beyond = limit + 1;
    std::array<int, 128> few;
    std::vector<int> many(b.size() < few.size() ? 0 : b.size() + 1);
    int* const row = many.empty() ? few.data() : many.data();
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(std::min(j, more + 1));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > more ? i - more : 1;
        const std::size_t last = std::min(b.size(), i + more);
        int diagonal = row[first - 1];
        row[first - 1] = first == 1 ? static_cast<int>(std::min(i, more + 1)) : beyond;
        int best = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const int above = j == i + more ? beyond : row[j];
            int cost = diagonal + (a[i - 1] != b[j - 1]);
            cost = std::min({cost, above + 1, row[j - 1] + 1, beyond});
            diagonal = row[j];
            row[j] = cost;
            best = std::min(best, cost);
        }
        if (best > limit) return beyond;
    }
    return std::min(row[b.size()], beyond);
}

int bounded_distance(std::string_view a, std::string_view b, int limit) {
    return bounded_distance(to_code_points(a), to_code_points(b), limit);
}

}  // namespace irikteu::kazakh
