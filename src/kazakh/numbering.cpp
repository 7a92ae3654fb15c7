#include "kazakh/numbering.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

/// Looks ahead in a line, code point by code point; invisible characters are passed over.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) { skip_invisible(); }
    std::size_t offset() const { return at_; }
    bool at_end() const { return at_ >= text_.size(); }
    char32_t peek() const {
        std::size_t at = at_;
        return at_end() ? 0 : next_code_point(text_, at);
    }
    char32_t next() {
        if (at_end()) return 0;
        const char32_t c = next_code_point(text_, at_);
        skip_invisible();
        return c;
    }
    /// Spaces passed.
    int skip_spaces() {
        int count = 0;
        for (; is_space(peek()) && !at_end(); ++count) next();
        return count;
    }
    bool take(char32_t c) {
        if (peek() != c || at_end()) return false;
        next();
        return true;
    }

  private:
    void skip_invisible() {
        for (std::size_t at = at_; at < text_.size(); at_ = at) {
            if (!is_invisible(next_code_point(text_, at))) return;
        }
        at_ = text_.size();
    }
    std::string_view text_;
    std::size_t at_ = 0;
};

/// The word at the reader, in lower case, at most `longest` letters of it; the reader stands behind it.
std::u32string take_word(Reader& reader, std::size_t longest = 24) {
    std::u32string word;
    while (word.size() < longest && is_letter(reader.peek())) word.push_back(to_lower(reader.next()));
    return word;
}

template <std::size_t N>
bool one_of(std::u32string_view word, const std::array<std::u32string_view, N>& list) {
    for (const std::u32string_view known : list) {
        if (word == known) return true;
    }
    return false;
}

/// Words that follow a quantity: what stands before them is no heading's number.
bool is_measure(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 40> words = {
        U"\u0436",
        U"\u0436\u0436",
        U"\u0436\u044B\u043B",
        U"\u0436\u044B\u043B\u0493\u044B",
        U"\u0436\u044B\u043B\u044B",
        U"\u0436\u044B\u043B\u0434\u044B\u04A3",
        U"\u0436\u044B\u043B\u0493\u0430",
        U"\u043C\u043B\u043D",
        U"\u043C\u043B\u0440\u0434",
        U"\u043C\u044B\u04A3",
        U"\u043C\u0438\u043B\u043B\u0438\u043E\u043D",
        U"\u043C\u0438\u043B\u043B\u0438\u0430\u0440\u0434",
        U"\u0442\u0440\u043B\u043D",
        U"\u0442\u0435\u04A3\u0433\u0435",
        U"\u0442\u0433",
        U"\u043A\u043C",
        U"\u043C",
        U"\u0441\u043C",
        U"\u0433\u0430",
        U"\u0433\u0435\u043A\u0442\u0430\u0440",
        U"\u0442\u043E\u043D\u043D\u0430",
        U"\u0442",
        U"\u043A\u0433",
        U"\u043A\u0432\u0442",
        U"\u043C\u0432\u0442",
        U"\u0435\u0441\u0435",
        U"\u0435\u0441\u0435\u0433\u0435",
        U"\u043F\u0430\u0439\u044B\u0437",
        U"\u043F\u0430\u0439\u044B\u0437\u0493\u0430",
        U"\u0430\u0434\u0430\u043C",
        U"\u043F\u0430\u0440\u0430\u049B",
        U"\u0431\u0435\u0442",
        U"\u0434\u0430\u043D\u0430",
        U"\u0430\u0439",
        U"\u043A\u04AF\u043D",
        U"\u0441\u0430\u0493\u0430\u0442",
        U"\u0433",
        U"\u0442\u044B\u0441",
        U"\u0440\u0443\u0431",
        U"\u0442\u0430\u0440\u043C\u0430\u049B"};
    return one_of(word, words);
}

bool is_month(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 12> months = {
        U"\u049B\u0430\u04A3\u0442\u0430\u0440",
        U"\u0430\u049B\u043F\u0430\u043D",
        U"\u043D\u0430\u0443\u0440\u044B\u0437",
        U"\u0441\u04D9\u0443\u0456\u0440",
        U"\u043C\u0430\u043C\u044B\u0440",
        U"\u043C\u0430\u0443\u0441\u044B\u043C",
        U"\u0448\u0456\u043B\u0434\u0435",
        U"\u0442\u0430\u043C\u044B\u0437",
        U"\u049B\u044B\u0440\u043A\u04AF\u0439\u0435\u043A",
        U"\u049B\u0430\u0437\u0430\u043D",
        U"\u049B\u0430\u0440\u0430\u0448\u0430",
        U"\u0436\u0435\u043B\u0442\u043E\u049B\u0441\u0430\u043D"};
    for (const std::u32string_view month : months) {
        if (word.substr(0, month.size()) == month) return true;
    }
    return false;
}

/// A small letter as it is typed on a Russian keyboard, so that "болим" is told as well.
constexpr char32_t without_kazakh_letters(char32_t c) {
    switch (c) {
        case 0x04E9: return 0x043E;
        case 0x0456: case U'i': return 0x0438;
        case 0x049B: return 0x043A;
        case 0x04AF: case 0x04B1: return 0x0443;
        case 0x04D9: return 0x0430;
        case 0x0493: return 0x0433;
        case 0x04A3: return 0x043D;
        default: return c;
    }
}
std::u32string without_kazakh_letters(std::u32string word) {
    for (char32_t& c : word) c = without_kazakh_letters(c);
    return word;
}

/// Names of the divisions of a paper, in Kazakh and Russian, without any suffix.
bool is_division(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 16> words = {
        U"\u0431\u043E\u043B\u0438\u043C",
        U"\u0431\u043E\u043B\u0438\u043C\u0448\u0435",
        U"\u0431\u043E\u043B\u0438\u043A",
        U"\u0442\u0430\u0440\u0430\u0443",
        U"\u0442\u0430\u0440\u043C\u0430\u043A",
        U"\u0442\u0430\u0440\u043C\u0430\u043A\u0448\u0430",
        U"\u043F\u0430\u0440\u0430\u0433\u0440\u0430\u0444",
        U"\u0440\u0430\u0437\u0434\u0435\u043B",
        U"\u043F\u043E\u0434\u0440\u0430\u0437\u0434\u0435\u043B",
        U"\u0433\u043B\u0430\u0432\u0430",
        U"\u043F\u0443\u043D\u043A\u0442",
        U"\u043F\u043E\u0434\u043F\u0443\u043D\u043A\u0442",
        U"\u0431\u0430\u043F",
        U"\u0447\u0430\u0441\u0442\u044C",
        U"section",
        U"chapter"};
    if (word.size() < 3 || word.size() > 9) return false;
    const std::u32string plain = without_kazakh_letters(std::u32string(word));
    return one_of(plain, words);
}

/// What stands behind a number's digits: "1-\u0448\u0456", "6-\u043D\u0448\u044B".
bool is_ordinal_ending(std::u32string_view word) {
    if (word.size() < 2 || word.size() > 5) return false;
    static constexpr std::array<std::u32string_view, 6> endings = {
        U"\u0448\u0438", U"\u0448\u044B", U"\u043D\u0448\u0438", U"\u043D\u0448\u044B", U"\u0438\u043D\u0448\u0438", U"\u044B\u043D\u0448\u044B"};
    return one_of(without_kazakh_letters(std::u32string(word)), endings);
}

/// "он", "жиырма" before an ordinal's last word: 10, 20; else 0.
int ordinal_tens(std::u32string_view word) {
    if (word == U"\u043E\u043D") return 10;
    return word == U"\u0436\u0438\u044B\u0440\u043C\u0430" ? 20 : 0;
}

/// An ordinal in words, Kazakh or Russian, from 1 to 10, and 20; 0 where a word is none.
int ordinal_units(std::u32string_view word) {
    struct Ordinal {
        std::u32string_view kazakh, russian;  ///< Kazakh in the letters of a Russian keyboard; Russian without its ending.
        int value;
    };
    static constexpr std::array<Ordinal, 11> ordinals = {{
        {U"\u0431\u0438\u0440\u0438\u043D\u0448\u0438", U"\u043F\u0435\u0440\u0432", 1},
        {U"\u0435\u043A\u0438\u043D\u0448\u0438", U"\u0432\u0442\u043E\u0440", 2},
        {U"\u0443\u0448\u0438\u043D\u0448\u0438", U"\u0442\u0440\u0435\u0442", 3},
        {U"\u0442\u043E\u0440\u0442\u0438\u043D\u0448\u0438", U"\u0447\u0435\u0442\u0432\u0435\u0440\u0442", 4},
        {U"\u0431\u0435\u0441\u0438\u043D\u0448\u0438", U"\u043F\u044F\u0442", 5},
        {U"\u0430\u043B\u0442\u044B\u043D\u0448\u044B", U"\u0448\u0435\u0441\u0442", 6},
        {U"\u0436\u0435\u0442\u0438\u043D\u0448\u0438", U"\u0441\u0435\u0434\u044C\u043C", 7},
        {U"\u0441\u0435\u0433\u0438\u0437\u0438\u043D\u0448\u0438", U"\u0432\u043E\u0441\u044C\u043C", 8},
        {U"\u0442\u043E\u0433\u044B\u0437\u044B\u043D\u0448\u044B", U"\u0434\u0435\u0432\u044F\u0442", 9},
        {U"\u043E\u043D\u044B\u043D\u0448\u044B", U"\u0434\u0435\u0441\u044F\u0442", 10},
        {U"\u0436\u0438\u044B\u0440\u043C\u0430\u0441\u044B\u043D\u0448\u044B", U"\u0434\u0432\u0430\u0434\u0446\u0430\u0442", 20},
    }};
    static constexpr std::array<std::u32string_view, 6> endings = {U"\u044B\u0439", U"\u043E\u0439", U"\u0438\u0439", U"\u0430\u044F", U"\u043E\u0435", U"\u044C\u044F"};
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 13;
    if (word.size() < shortest || word.size() > longest) return 0;
    const std::u32string plain = without_kazakh_letters(std::u32string(word));
    for (const Ordinal& each : ordinals) {
        if (plain == each.kazakh || (plain.starts_with(each.russian) && one_of(std::u32string_view(plain).substr(each.russian.size()), endings))) return each.value;
    }
    return 0;
}

enum class Letter { other, lower, upper };
Letter letter_kind(char32_t c) {
    if (!is_letter(c)) return Letter::other;
    return is_upper(c) ? Letter::upper : Letter::lower;
}

/// "Кластердің": a capital and then a small letter, and neither a month nor a measure.
bool starts_heading(Reader reader) {
    Reader ahead = reader;
    if (letter_kind(ahead.next()) != Letter::upper || letter_kind(ahead.peek()) != Letter::lower)
        return false;
    const std::u32string word = take_word(reader);
    return !is_month(word) && !is_measure(word);
}

/// "КЛАСТЕРДІҢ": four capitals and more.
bool starts_in_capitals(Reader reader) {
    for (int letters = 0; letters < 4; ++letters) {
        if (letter_kind(reader.next()) != Letter::upper) return false;
    }
    return true;
}

int skip_spaces_if(Reader& reader, bool spaced) {
    return spaced ? reader.skip_spaces() : 0;
}

/// ")", ".", ".)", ":" behind a number; taken.
bool take_terminator(Reader& reader, bool spaced) {
    Reader ahead = reader;
    skip_spaces_if(ahead, spaced);
    const bool dot = ahead.take(U'.');
    const Reader behind_dot = ahead;
    skip_spaces_if(ahead, spaced);
    if (ahead.take(U')')) {
        reader = ahead;
        return true;
    }
    if (dot) ahead = behind_dot;
    if (!dot && !ahead.take(U':')) return false;
    reader = ahead;
    return true;
}

/// One or more groups of up to three digits, with dots between them.
struct Groups {
    int count = 0;
    int longest = 0;
    int shortest = 9;
    bool spaced = false;  ///< "1 4": digits with single spaces between them.
};

Groups take_groups(Reader& reader) {
    Groups groups;
    for (;;) {
        int digits = 0;
        Reader ahead = reader;
        if (groups.count != 0 && groups.spaced) ahead.skip_spaces();
        while (is_digit(ahead.peek())) {
            ahead.next(), ++digits;
            Reader gap = ahead;
            if (digits < 3 && gap.skip_spaces() == 1 && is_digit(gap.peek())) {
                Reader lone = gap;
                lone.next();
                if (lone.skip_spaces() == 1 && !is_digit(lone.peek()) && !is_letter(lone.peek())) {
                    ahead = gap;
                    groups.spaced = true;
                }
            }
        }
        if (digits == 0) return groups;
        reader = ahead;
        ++groups.count;
        groups.longest = std::max(groups.longest, digits);
        groups.shortest = std::min(groups.shortest, digits);
        // On to the next group only where a dot and a digit follow.
        Reader gap = ahead;
        const int spaces = gap.skip_spaces();
        if (!gap.take(U'.')) return groups;
        const int behind = gap.skip_spaces();
        if (!is_digit(gap.peek()) || spaces > 1 || behind > 1 || (spaces == 0 && behind != 0)) return groups;
        if (spaces != 0) groups.spaced = true;
        reader = gap;
    }
}

/// "3-бөлім.", "3 бөлім:", "3-ші бөлім", "3-бөлім" at the end or before a capital; the reader stands behind the digits.
bool take_division_word(Reader& reader) {
    Reader ahead = reader;
    ahead.skip_spaces();
    if (is_dash(ahead.peek())) ahead.next();
    ahead.skip_spaces();
    if (!ahead.take(U'\u00A7')) {
        std::u32string word = take_word(ahead);
        if (is_ordinal_ending(word)) {
            ahead.skip_spaces();
            if (is_dash(ahead.peek())) ahead.next();
            ahead.skip_spaces();
            word = take_word(ahead);
        }
        if (!is_division(word)) return false;
    }
    if (!take_terminator(ahead, true)) {
        Reader behind = ahead;
        if (behind.skip_spaces() == 0 && !behind.at_end()) return false;
        if (is_dash(behind.peek()) && !behind.at_end()) {  // "3-бөлім – Мақсаты"
            behind.next();
            ahead = behind;
            if (behind.skip_spaces() == 0) return false;
        }
        if (!behind.at_end() && letter_kind(behind.peek()) != Letter::upper) return false;
    }
    reader = ahead;
    return true;
}

/// Numbers: "1)", "2.1.", "1 4 .", "3-бөлім.", "2.1 Мақсаты", "1 Кластердің", "1 – Мақсаты".
bool take_number(Reader& reader) {
    Reader ahead = reader;
    const Groups groups = take_groups(ahead);
    if (groups.count == 0 || groups.longest > 3) return false;
    if (take_division_word(ahead)) {
        reader = ahead;
        return true;
    }
    const Reader behind_digits = ahead;
    if (take_terminator(ahead, true)) {
        const bool date = groups.count == 3 && groups.shortest == 2 && groups.longest == 2;
        Reader behind = ahead;
        const bool tight = behind.skip_spaces() == 0;
        if (is_digit(behind.peek()) && tight) return false;
        if (date) return false;
        reader = ahead;
        return true;
    }
    if (groups.spaced || (groups.count == 3 && groups.shortest == 2)) return false;
    Reader behind = behind_digits;
    if (behind.skip_spaces() == 0) return false;
    if (is_dash(behind.peek())) {  // "1 – Мақсаты"
        behind.next();
        const Reader behind_dash = behind;
        if (behind.skip_spaces() == 0 || !starts_heading(behind)) return false;
        reader = behind_dash;
        return true;
    }
    if (groups.count > 1) {
        Reader word = behind;
        if (!is_letter(behind.peek()) || is_measure(take_word(word))) return false;
        Reader month = behind;
        if (is_month(take_word(month))) return false;
    } else if (groups.longest > 2 || !starts_heading(behind)) {
        return false;
    }
    reader = behind_digits;
    return true;
}

/// The Roman digit that a letter looks like; 0 where it looks like none. Cyrillic letters serve too.
char32_t roman_digit(char32_t c) {
    if (c >= 0x2160 && c <= 0x216F) return U'R';
    if (c == U'I' || c == U'\u0406' || c == U'l' || c == U'\u04C0') return U'I';
    if (c == U'V' || c == U'L') return c;
    if (c == U'X' || c == U'\u0425') return U'X';
    return 0;
}

/// "I.", "ІІІ.", "XII)", "IV Бөлім", "II бөлім."
bool take_roman(Reader& reader) {
    Reader ahead = reader;
    int letters = 0;
    char32_t last = 0;
    for (; letters < 8 && roman_digit(ahead.peek()) != 0; ++letters) {
        last = ahead.next();
        Reader gap = ahead;
        if (gap.skip_spaces() == 1 && roman_digit(gap.peek()) != 0) {  // letter-spaced
            gap.next();
            Reader behind = gap;
            behind.skip_spaces();
            if (behind.peek() == U'.' || behind.peek() == U')' || roman_digit(behind.peek()) != 0)
                ahead.skip_spaces();
        }
    }
    if (letters == 0 || is_letter(ahead.peek()) || last == U'l') return false;
    const Reader behind_letters = ahead;
    if (take_division_word(ahead)) {
        reader = ahead;
        return true;
    }
    if (take_terminator(ahead, true)) {
        Reader behind = ahead;
        // "І.Есенберлин", "Х.Қ." are initials: a number has a space behind it, or a bracket.
        if (behind.skip_spaces() == 0 && !behind.at_end() && letters == 1 && is_letter(behind.peek()))
            return false;
        reader = ahead;
        return true;
    }
    Reader behind = behind_letters;
    if (behind.skip_spaces() == 0 || !(starts_heading(behind) || starts_in_capitals(behind))) return false;
    reader = behind_letters;
    return true;
}

/// "ii)", "iv.", "x.)" in small letters: more than one of them, or followed by a capital.
bool take_small_roman(Reader& reader) {
    static constexpr std::u32string_view digits = U"ivx\u0456";
    Reader ahead = reader;
    int letters = 0;
    while (letters < 6 && digits.find(ahead.peek()) != digits.npos && !ahead.at_end()) ahead.next(), ++letters;
    if (letters == 0 || is_letter(ahead.peek()) || !take_terminator(ahead, true)) return false;
    Reader behind = ahead;
    if (behind.skip_spaces() == 0 && !behind.at_end()) return false;
    if (letters == 1 && letter_kind(behind.peek()) != Letter::upper) return false;
    reader = ahead;
    return true;
}

/// "а)", "б.)", "b)"; with a mere dot only the first letters of the alphabet, so that "г. Алматы" stays
/// whole.
bool take_letter(Reader& reader) {
    Reader ahead = reader;
    const char32_t letter = ahead.next();
    if (!is_letter(letter)) return false;
    ahead.skip_spaces();
    const bool dot = ahead.take(U'.');
    const Reader behind_dot = ahead;
    ahead.skip_spaces();
    if (ahead.take(U')')) {
        reader = ahead;
        return true;
    }
    static constexpr std::u32string_view first_letters = U"\u0430\u04D9\u0431\u0432abcde";
    Reader behind = behind_dot;
    if (!dot || first_letters.find(letter) == first_letters.npos || behind.skip_spaces() == 0) return false;
    reader = behind_dot;
    return true;
}

/// "(1)", "(а)", "[2]"
bool take_bracketed(Reader& reader) {
    Reader ahead = reader;
    const char32_t open = ahead.next();
    if (open != U'(' && open != U'[') return false;
    ahead.skip_spaces();
    int digits = 0, letters = 0;
    while (digits < 3 && is_digit(ahead.peek())) ahead.next(), ++digits;
    if (digits == 0 && is_letter(ahead.peek())) ahead.next(), ++letters;
    ahead.skip_spaces();
    if (digits + letters == 0 || !ahead.take(open == U'(' ? U')' : U']')) return false;
    reader = ahead;
    return true;
}

bool is_bullet(char32_t c) {
    static constexpr std::u32string_view bullets =
        U"\u2022\u00B7\u25CF\u25CB\u25E6\u25AA\u25AB\u25A0\u25A1\u25C6\u25C7\u25BA\u25B6\u27A2\u27A4\u2713"
        U"\u2714\u2023\u2219\uF0B7\uF0A7\uF0D8\uF0FC";
    return bullets.find(c) != bullets.npos;
}

/// "–", "•", "*", "-Мақсаты"
bool take_bullet(Reader& reader) {
    Reader ahead = reader;
    const char32_t c = ahead.next();
    if (is_bullet(c)) {
        reader = ahead;
        return true;
    }
    if (!is_dash(c) && c != U'*') return false;
    Reader behind = ahead;
    const bool spaced = behind.skip_spaces() != 0;
    if (!spaced && (c == U'*' || !is_letter(behind.peek()))) return false;
    reader = ahead;
    return true;
}

/// "Бірінші бөлім.", "ОН ЕКІНШІ ТАРАУ", "Первый раздел:"; before a capital, with a sign behind it, or alone.
bool take_ordinal_word(Reader& reader) {
    Reader ahead = reader;
    std::u32string word = take_word(ahead);
    if (ordinal_tens(word) != 0) {
        if (ahead.skip_spaces() == 0) return false;
        word = take_word(ahead);
    }
    if (ordinal_units(word) == 0 || !take_division_word(ahead)) return false;
    reader = ahead;
    return true;
}

/// "§ 3", "§3.", "Раздел 3.", "Глава II.", "Раздел первый"
bool take_named(Reader& reader) {
    Reader ahead = reader;
    if (!ahead.take(U'\u00A7')) {
        if (!is_division(take_word(ahead)) || ahead.skip_spaces() == 0) return false;
    }
    ahead.skip_spaces();
    Reader spelled = ahead;
    if (ordinal_units(take_word(spelled)) != 0) {
        if (!take_terminator(spelled, true) && !spelled.at_end() && (spelled.skip_spaces() == 0 || letter_kind(spelled.peek()) != Letter::upper)) return false;
        reader = spelled;
        return true;
    }
    const Groups groups = take_groups(ahead);
    if (groups.count == 0) {
        int letters = 0;
        for (; letters < 8 && roman_digit(ahead.peek()) != 0; ++letters) ahead.next();
        if (letters == 0) return false;
    }
    if (groups.longest > 3 || is_letter(ahead.peek())) return false;
    if (!take_terminator(ahead, true)) {
        Reader behind = ahead;
        if (behind.skip_spaces() == 0 && !behind.at_end()) return false;
    }
    reader = ahead;
    return true;
}

/// Whether a line begins with a word that no number begins with: Cyrillic letters that are no division's and no ordinal's, as
/// most lines do.
bool begins_with_word(std::string_view utf8) {
    static constexpr std::array<std::u32string_view, 31> beginnings = {
        U"\u0431\u043E\u043B", U"\u0442\u0430\u0440", U"\u043F\u0430\u0440", U"\u0440\u0430\u0437", U"\u043F\u043E\u0434",
        U"\u0433\u043B\u0430", U"\u043F\u0443\u043D", U"\u0431\u0430\u043F", U"\u0447\u0430\u0441", U"\u0431\u0438\u0440",
        U"\u0435\u043A\u0438", U"\u0443\u0448\u0438", U"\u0442\u043E\u0440", U"\u0431\u0435\u0441", U"\u0430\u043B\u0442",
        U"\u0436\u0435\u0442", U"\u0441\u0435\u0433", U"\u0442\u043E\u0433", U"\u043E\u043D\u044B", U"\u0436\u0438\u044B",
        U"\u043F\u0435\u0440", U"\u0432\u0442\u043E", U"\u0442\u0440\u0435", U"\u0447\u0435\u0442", U"\u043F\u044F\u0442",
        U"\u0448\u0435\u0441", U"\u0441\u0435\u0434", U"\u0432\u043E\u0441", U"\u0434\u0435\u0432", U"\u0434\u0435\u0441",
        U"\u0434\u0432\u0430"};
    if (utf8.size() < 6) return false;
    std::size_t at = 0;
    std::array<char32_t, 3> first = {};
    for (char32_t& c : first) c = next_code_point(utf8, at);
    if (!is_cyrillic(first[0]) || !is_cyrillic(first[1]) || !is_cyrillic(first[2]) || roman_digit(first[0]) != 0) return false;
    for (char32_t& c : first) c = without_kazakh_letters(to_lower(c));
    return !one_of(std::u32string_view(first.data(), first.size()), beginnings);
}

}  // namespace

int spelled_ordinal(std::string_view utf8) {
    Reader reader(utf8);
    int tens = 0;
    while (!reader.at_end()) {
        const std::u32string word = take_word(reader);
        if (word.empty()) {
            reader.next();
            continue;
        }
        if (const int units = ordinal_units(word); units != 0) return tens + units;
        tens = ordinal_tens(word);
    }
    return 0;
}

NumberedText split_numbering(std::string_view utf8) {
    if (begins_with_word(utf8)) return {utf8.substr(0, 0), utf8};
    Reader reader(utf8);
    reader.skip_spaces();
    const std::size_t begin = reader.offset();
    if (take_number(reader) || take_roman(reader) || take_small_roman(reader) || take_letter(reader) || take_bracketed(reader) ||
        take_bullet(reader) || take_named(reader) || take_ordinal_word(reader)) {
        const std::size_t end = reader.offset();
        reader.skip_spaces();
        return {utf8.substr(begin, end - begin), utf8.substr(reader.offset())};
    }
    return {utf8.substr(begin, 0), utf8.substr(begin)};
}

}  // namespace irikteu::kazakh
