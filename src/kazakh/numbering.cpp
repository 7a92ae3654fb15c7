#include "kazakh/numbering.hpp"

#include <algorithm>
#include <cstddef>

#include "kazakh/letters.hpp"
#include "kazakh/line_reader.hpp"
#include "kazakh/numbering_words.hpp"

namespace irikteu::kazakh {

namespace {

enum class Letter { other, lower, upper };
Letter letter_kind(char32_t c) {
    if (!is_letter(c)) return Letter::other;
    return is_upper(c) ? Letter::upper : Letter::lower;
}

/// "Кластердің": a capital and then a small letter, and neither a month nor a measure.
bool starts_heading(LineReader reader) {
    LineReader ahead = reader;
    if (letter_kind(ahead.next()) != Letter::upper || letter_kind(ahead.peek()) != Letter::lower)
        return false;
    const std::u32string word = take_word(reader);
    return !is_month(word) && !is_measure(word);
}

/// "КЛАСТЕРДІҢ": four capitals and more.
bool starts_in_capitals(LineReader reader) {
    for (int letters = 0; letters < 4; ++letters) {
        if (letter_kind(reader.next()) != Letter::upper) return false;
    }
    return true;
}

/// ")", ".", ".)", ":" behind a number; taken.
bool take_terminator(LineReader& reader) {
    LineReader ahead = reader;
    ahead.skip_spaces();
    const bool dot = ahead.take(U'.');
    const LineReader behind_dot = ahead;
    ahead.skip_spaces();
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

Groups take_groups(LineReader& reader) {
    Groups groups;
    for (;;) {
        int digits = 0;
        LineReader ahead = reader;
        if (groups.count != 0 && groups.spaced) ahead.skip_spaces();
        while (is_digit(ahead.peek())) {
            ahead.next(), ++digits;
            LineReader gap = ahead;
            if (digits < 3 && gap.skip_spaces() == 1 && is_digit(gap.peek())) {
                LineReader lone = gap;
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
        LineReader gap = ahead;
        const int spaces = gap.skip_spaces();
        if (!gap.take(U'.')) return groups;
        const int behind = gap.skip_spaces();
        if (!is_digit(gap.peek()) || spaces > 1 || behind > 1 || (spaces == 0 && behind != 0)) return groups;
        if (spaces != 0) groups.spaced = true;
        reader = gap;
    }
}

/// "3-бөлім.", "3 бөлім:", "3-ші бөлім", "3-бөлім" at the end or before a capital; the reader stands behind the digits.
bool take_division_word(LineReader& reader) {
    LineReader ahead = reader;
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
    if (!take_terminator(ahead)) {
        LineReader behind = ahead;
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
bool take_number(LineReader& reader) {
    LineReader ahead = reader;
    const Groups groups = take_groups(ahead);
    if (groups.count == 0 || groups.longest > 3) return false;
    if (take_division_word(ahead)) {
        reader = ahead;
        return true;
    }
    const LineReader behind_digits = ahead;
    if (take_terminator(ahead)) {
        const bool date = groups.count == 3 && groups.shortest == 2 && groups.longest == 2;
        LineReader behind = ahead;
        const bool tight = behind.skip_spaces() == 0;
        if (is_digit(behind.peek()) && tight) return false;
        if (date) return false;
        reader = ahead;
        return true;
    }
    if (groups.spaced || (groups.count == 3 && groups.shortest == 2)) return false;
    LineReader behind = behind_digits;
    if (behind.skip_spaces() == 0) return false;
    if (is_dash(behind.peek())) {  // "1 – Мақсаты"
        behind.next();
        const LineReader behind_dash = behind;
        if (behind.skip_spaces() == 0 || !starts_heading(behind)) return false;
        reader = behind_dash;
        return true;
    }
    if (groups.count > 1) {
        LineReader word = behind;
        if (!is_letter(behind.peek()) || is_measure(take_word(word))) return false;
        LineReader month = behind;
        if (is_month(take_word(month))) return false;
    } else if (groups.longest > 2 || !starts_heading(behind)) {
        return false;
    }
    reader = behind_digits;
    return true;
}

/// "I.", "ІІІ.", "XII)", "IV Бөлім", "II бөлім."
bool take_roman(LineReader& reader) {
    LineReader ahead = reader;
    int letters = 0;
    char32_t last = 0;
    for (; letters < 8 && roman_digit(ahead.peek()) != 0; ++letters) {
        last = ahead.next();
        LineReader gap = ahead;
        if (gap.skip_spaces() == 1 && roman_digit(gap.peek()) != 0) {  // letter-spaced
            gap.next();
            LineReader behind = gap;
            behind.skip_spaces();
            if (behind.peek() == U'.' || behind.peek() == U')' || roman_digit(behind.peek()) != 0)
                ahead.skip_spaces();
        }
    }
    if (letters == 0 || is_letter(ahead.peek()) || last == U'l') return false;
    const LineReader behind_letters = ahead;
    if (take_division_word(ahead)) {
        reader = ahead;
        return true;
    }
    if (take_terminator(ahead)) {
        LineReader behind = ahead;
        // "І.Есенберлин", "Х.Қ." are initials: a number has a space behind it, or a bracket.
        if (behind.skip_spaces() == 0 && !behind.at_end() && letters == 1 && is_letter(behind.peek()))
            return false;
        reader = ahead;
        return true;
    }
    LineReader behind = behind_letters;
    if (behind.skip_spaces() == 0 || !(starts_heading(behind) || starts_in_capitals(behind))) return false;
    reader = behind_letters;
    return true;
}

/// "ii)", "iv.", "x.)" in small letters: more than one of them, or followed by a capital.
bool take_small_roman(LineReader& reader) {
    static constexpr std::u32string_view digits = U"ivx\u0456";
    LineReader ahead = reader;
    int letters = 0;
    while (letters < 6 && digits.find(ahead.peek()) != digits.npos && !ahead.at_end()) ahead.next(), ++letters;
    if (letters == 0 || is_letter(ahead.peek()) || !take_terminator(ahead)) return false;
    LineReader behind = ahead;
    if (behind.skip_spaces() == 0 && !behind.at_end()) return false;
    if (letters == 1 && letter_kind(behind.peek()) != Letter::upper) return false;
    reader = ahead;
    return true;
}

/// "а)", "б.)", "b)"; with a mere dot only the first letters of the alphabet, so that "г. Алматы" stays
/// whole.
bool take_letter(LineReader& reader) {
    LineReader ahead = reader;
    const char32_t letter = ahead.next();
    if (!is_letter(letter)) return false;
    ahead.skip_spaces();
    const bool dot = ahead.take(U'.');
    const LineReader behind_dot = ahead;
    ahead.skip_spaces();
    if (ahead.take(U')')) {
        reader = ahead;
        return true;
    }
    static constexpr std::u32string_view first_letters = U"\u0430\u04D9\u0431\u0432abcde";
    LineReader behind = behind_dot;
    if (!dot || first_letters.find(letter) == first_letters.npos || behind.skip_spaces() == 0) return false;
    reader = behind_dot;
    return true;
}

/// "(1)", "(а)", "[2]"
bool take_bracketed(LineReader& reader) {
    LineReader ahead = reader;
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
bool take_bullet(LineReader& reader) {
    LineReader ahead = reader;
    const char32_t c = ahead.next();
    if (is_bullet(c)) {
        reader = ahead;
        return true;
    }
    if (!is_dash(c) && c != U'*') return false;
    LineReader behind = ahead;
    const bool spaced = behind.skip_spaces() != 0;
    if (!spaced && (c == U'*' || !is_letter(behind.peek()))) return false;
    reader = ahead;
    return true;
}

/// "Бірінші бөлім.", "ОН ЕКІНШІ ТАРАУ", "Первый раздел:"; before a capital, with a sign behind it, or alone.
bool take_ordinal_word(LineReader& reader) {
    LineReader ahead = reader;
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
bool take_named(LineReader& reader) {
    LineReader ahead = reader;
    if (!ahead.take(U'\u00A7')) {
        if (!is_division(take_word(ahead)) || ahead.skip_spaces() == 0) return false;
    }
    ahead.skip_spaces();
    LineReader spelled = ahead;
    if (ordinal_units(take_word(spelled)) != 0) {
        if (!take_terminator(spelled) && !spelled.at_end() && (spelled.skip_spaces() == 0 || letter_kind(spelled.peek()) != Letter::upper)) return false;
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
    if (!take_terminator(ahead)) {
        LineReader behind = ahead;
        if (behind.skip_spaces() == 0 && !behind.at_end()) return false;
    }
    reader = ahead;
    return true;
}

}  // namespace

int spelled_ordinal(std::string_view utf8) {
    LineReader reader(utf8);
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
    LineReader reader(utf8);
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
