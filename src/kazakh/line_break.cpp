#include "kazakh/line_break.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/line_opportunities.hpp"

namespace irikteu::kazakh {

namespace {

using Word = std::u32string_view;

/// The first letters of a token in lower case, without an opening bracket or quotation mark before them.
struct Stem {
    std::array<char32_t, 16> letters{};
    std::size_t size = 0;
    bool whole = true;  ///< Nothing but letters, and at the end punctuation.
    Word view() const { return {letters.data(), size}; }
    bool begins(Word prefix) const { return view().substr(0, prefix.size()) == prefix; }
};

bool is_opening(char32_t c) {
    return c == U'(' || c == U'[' || c == U'\u00AB' || c == U'\u201C' || c == U'\u201E' || c == U'"' ||
           c == U'\u2018';
}

Stem stem_of(std::string_view token) {
    Stem stem;
    for (std::size_t at = 0; at < token.size();) {
        const char32_t c = base::next_code_point(token, at);
        if (is_invisible(c) || (stem.size == 0 && is_opening(c))) continue;
        if (!is_letter(c)) break;
        if (stem.size == stem.letters.size()) {
            stem.whole = false;
            break;
        }
        stem.letters[stem.size++] = to_lower(c);
    }
    return stem;
}

/// Measures and the like, matched by their beginning, so that every case form is covered.
bool is_measure(const Stem& stem) {
    static constexpr Word beginnings[] = {
        U"\u0436\u044B\u043B", U"\u0442\u0435\u04A3\u0433\u0435", U"\u0442\u0435\u043D\u0433\u0435",
        U"\u043F\u0430\u0439\u044B\u0437", U"\u043C\u044B\u04A3", U"\u043C\u043B\u043D",
        U"\u043C\u043B\u0440\u0434", U"\u0442\u0440\u043B\u043D",
        U"\u043C\u0438\u043B\u043B\u0438\u043E\u043D", U"\u043C\u0438\u043B\u043B\u0438\u0430\u0440\u0434",
        U"\u0442\u0440\u0438\u043B\u043B\u0438\u043E\u043D", U"\u0430\u0434\u0430\u043C",
        U"\u043F\u0430\u0440\u0430\u049B", U"\u0431\u0435\u0442", U"\u0434\u0430\u043D\u0430",
        U"\u0435\u0441\u0435", U"\u0442\u043E\u043D\u043D\u0430", U"\u0433\u0435\u043A\u0442\u0430\u0440",
        U"\u043A\u0438\u043B\u043E\u043C\u0435\u0442\u0440", U"\u043C\u0435\u0442\u0440",
        U"\u043A\u04AF\u043D", U"\u0436\u04B1\u043C\u044B\u0441", U"\u0441\u0430\u0493\u0430\u0442",
        U"\u043C\u0438\u043D\u0443\u0442", U"\u0442\u043E\u049B\u0441\u0430\u043D",
        U"\u0442\u0430\u0440\u043C\u0430\u049B", U"\u0431\u0430\u043F", U"\u0431\u04E9\u043B\u0456\u043C",
        U"\u0442\u0430\u0440\u0430\u0443", U"\u049B\u043E\u0441\u044B\u043C\u0448\u0430",
        U"\u0430\u0431\u0437\u0430\u0446", U"\u0442\u044B\u0441", U"\u0440\u0443\u0431",
        U"\u0434\u043E\u043B\u043B\u0430\u0440", U"\u043A\u0432\u0442", U"\u043C\u0432\u0442",
        U"\u0433\u043A\u0430\u043B", U"\u043F\u0443\u043D\u043A\u0442", U"\u0441\u0442\u0430\u0442",
        U"\u0433\u043E\u0434", U"\u0431\u0430\u043B\u043B", U"\u0433\u0440\u0430\u0434\u0443\u0441",
        U"\u043F\u0440\u043E\u0446\u0435\u043D\u0442",
        // the months
        U"\u049B\u0430\u04A3\u0442\u0430\u0440", U"\u0430\u049B\u043F\u0430\u043D",
        U"\u043D\u0430\u0443\u0440\u044B\u0437", U"\u0441\u04D9\u0443\u0456\u0440",
        U"\u043C\u0430\u043C\u044B\u0440", U"\u043C\u0430\u0443\u0441\u044B\u043C",
        U"\u0448\u0456\u043B\u0434\u0435", U"\u0442\u0430\u043C\u044B\u0437",
        U"\u049B\u044B\u0440\u043A\u04AF\u0439\u0435\u043A", U"\u049B\u0430\u0437\u0430\u043D",
        U"\u049B\u0430\u0440\u0430\u0448\u0430", U"\u0436\u0435\u043B\u0442\u043E\u049B\u0441\u0430\u043D",
        U"\u044F\u043D\u0432\u0430\u0440", U"\u0444\u0435\u0432\u0440\u0430\u043B",
        U"\u043C\u0430\u0440\u0442", U"\u0430\u043F\u0440\u0435\u043B", U"\u043C\u0430\u044F",
        U"\u0438\u044E\u043D", U"\u0438\u044E\u043B", U"\u0430\u0432\u0433\u0443\u0441\u0442",
        U"\u0441\u0435\u043D\u0442\u044F\u0431\u0440", U"\u043E\u043A\u0442\u044F\u0431\u0440",
        U"\u043D\u043E\u044F\u0431\u0440", U"\u0434\u0435\u043A\u0430\u0431\u0440"};
    static constexpr Word whole[] = {U"\u0436",
                                     U"\u0436\u0436",
                                     U"\u043C",
                                     U"\u043A\u043C",
                                     U"\u0441\u043C",
                                     U"\u043C\u043C",
                                     U"\u0433\u0430",
                                     U"\u0442",
                                     U"\u043A\u0433",
                                     U"\u0433",
                                     U"\u043B",
                                     U"\u043A\u0432",
                                     U"\u0442\u0433",
                                     U"\u0430\u0439",
                                     U"\u0431\u0431",
                                     U"\u0431",
                                     U"\u0448\u0442",
                                     U"\u0433\u0433",
                                     U"\u0430\u0439\u0434\u0430\u043D",
                                     U"\u0446",
                                     U"\u0430\u0439\u0493\u0430"};
    if (stem.size == 0) return false;
    if (stem.size <= 5) {
        for (const Word word : whole) {
            if (stem.view() == word) return true;
        }
    }
    for (const Word beginning : beginnings) {
        if (stem.begins(beginning)) return true;
    }
    return false;
}

bool is_money(const Stem& stem) {
    return stem.begins(U"\u0442\u0435\u04A3\u0433\u0435") || stem.begins(U"\u0442\u0435\u043D\u0433\u0435") ||
           stem.begins(U"\u0434\u043E\u043B\u043B\u0430\u0440") || stem.begins(U"\u0430\u049B\u0448") ||
           stem.begins(U"\u0435\u0443\u0440\u043E") || stem.begins(U"\u0440\u0443\u0431") ||
           stem.view() == U"\u0442\u0433";
}

bool is_thousands(const Stem& stem) {
    static constexpr Word words[] = {U"\u043C\u044B\u04A3",
                                     U"\u043C\u043B\u043D",
                                     U"\u043C\u043B\u0440\u0434",
                                     U"\u0442\u0440\u043B\u043D",
                                     U"\u043C\u0438\u043B\u043B\u0438\u043E\u043D",
                                     U"\u043C\u0438\u043B\u043B\u0438\u0430\u0440\u0434",
                                     U"\u0442\u0440\u0438\u043B\u043B\u0438\u043E\u043D",
                                     U"\u0442\u044B\u0441"};
    for (const Word word : words) {
        if (stem.view() == word) return true;
    }
    return false;
}

/// What a token is, as far as it matters to the space behind it.
struct Shape {
    bool number =
        false;  ///< Digits, blanks to be filled in, ranges, fractions: "12", "20-25", "1,5", "20__", "«__»".
    bool list_number = false;  ///< "3)", "2.1."
    bool closes = false;       ///< Ends with ")".
    int initials = 0;          ///< Capitals, each with its dot.
    char32_t first = 0, last = 0;
    int points = 0;
};

Shape shape_of(std::string_view token) {
    Shape shape;
    bool digits = false, other = false, awaiting_dot = false, only_initials = true;
    int dots = 0;
    for (std::size_t at = 0; at < token.size();) {
        const char32_t c = base::next_code_point(token, at);
        if (is_invisible(c)) continue;
        if (shape.points++ == 0) shape.first = c;
        shape.last = c;
        if (awaiting_dot) {
            only_initials = only_initials && c == U'.';
            awaiting_dot = false;
            shape.initials += c == U'.';
        } else if (!(shape.points == 1 && is_opening(c))) {
            awaiting_dot = is_letter(c) && is_upper(c);
            only_initials = only_initials && awaiting_dot;
        }
        if (is_digit(c) || c == U'_') {
            digits = true;
        } else if (c == U'.') {
            ++dots;
        } else if (!is_dash(c) && c != U',' && c != U'/' && c != U'+' && c != U'~' && c != U')' &&
                   c != U'\u00BB' && c != U'\u201D' && !is_opening(c) && c != U'\u00B1' && c != U'\u00D7') {
            other = true;
        }
    }
    shape.closes = shape.last == U')';
    shape.number = digits && !other;
    shape.list_number = shape.number && shape.first != U'(' &&
                        (shape.last == U')' || (shape.last == U'.' && (dots > 1 || shape.points <= 3)));
    if (!only_initials || awaiting_dot) shape.initials = 0;
    return shape;
}

bool is_mark_of_list(char32_t c) {
    return is_dash(c) || c == U'\u2022' || c == U'*' || c == U'\u00B7' || c == U'\u25AA' || c == U'\u25CF';
}

/// Two or more letters, with nothing but quotation marks before and commas and the like behind: no rule but
/// the one on "мың теңге" asks for such a word on the left.
bool is_plain_word(std::string_view word) {
    int letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = base::next_code_point(word, at);
        if (is_cyrillic(c) || (c < 0x80 && is_letter(c))) {
            ++letters;
        } else if (c != U',' && c != U';' && c != U':' && c != U'\u00AB' && c != U'\u00BB') {
            return false;
        }
    }
    return letters >= 2;
}

/// True where the word begins with two letters, the first of them not one with which money begins.
bool begins_plainly(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = base::next_code_point(word, at);
    if (!is_letter(first) || at >= word.size() || !is_letter(base::next_code_point(word, at))) return false;
    static constexpr Word money = U"\u0442\u0434\u0430\u0435\u0440";
    return money.find(to_lower(first)) == money.npos;
}

/// A text with the places of its words: questions about the words on both sides of a break. What is known of the word around the last
/// one serves for the next, so that a word of many opportunities is not searched once for each.
class Neighbours {
  public:
    explicit Neighbours(std::string_view text) : text_(text) {}

    /// True where ICU's opportunity at `offset` must not be used. Offsets ascend.
    bool forbids(std::size_t offset) {
        const std::size_t end = skip_spaces_back(offset);
        return end == offset ? forbids_inside_word(offset) : forbids_between(end, offset);
    }

  private:
    /// Length of the space that ends before `at`; 0 where there is none. No-break spaces separate words too.
    std::size_t space_before(std::size_t at) const {
        const auto byte = [&](std::size_t back) { return static_cast<std::uint8_t>(text_[at - back]); };
        if (at >= 1 && byte(1) <= 0x20) return 1;
        if (at >= 2 && byte(2) == 0xC2 && byte(1) == 0xA0) return 2;
        if (at >= 3 && byte(3) == 0xE2 && byte(2) == 0x80 && (byte(1) <= 0x8A || byte(1) == 0xAF)) return 3;
        return 0;
    }
    std::size_t skip_spaces_back(std::size_t at) const {
        while (const std::size_t length = space_before(at)) at -= length;
        return at;
    }
    std::size_t word_start(std::size_t end) const {
        while (end > 0 && space_before(end) == 0) --end;
        return end;
    }
    std::size_t word_end(std::size_t begin) const {
        std::size_t end = begin;
        for (; end < text_.size(); ++end) {
            const auto byte = static_cast<std::uint8_t>(text_[end]);
            if (byte <= 0x20 || ((byte == 0xC2 || byte == 0xE2) && starts_space(end))) break;
        }
        return end;
    }
    std::string_view word_from(std::size_t begin) const { return text_.substr(begin, word_end(begin) - begin); }
    bool starts_space(std::size_t at) const {
        if (text_.substr(at, 2) == "\xC2\xA0") return true;
        if (at + 2 >= text_.size() || text_.substr(at, 2) != "\xE2\x80") return false;
        const auto third = static_cast<std::uint8_t>(text_[at + 2]);
        return third <= 0x8A || third == 0xAF;
    }

    /// Makes word_begin_ and word_end_ the word around a place in it.
    void find_word(std::size_t at) {
        if (at < word_end_ && at >= word_begin_) return;
        word_begin_ = word_start(at);
        word_end_ = word_end(at);
        const std::string_view word = text_.substr(word_begin_, word_end_ - word_begin_);
        is_address_ = word.find("://") != word.npos || word.find("www.") != word.npos || word.find('@') != word.npos;
    }

    bool forbids_between(std::size_t end, std::size_t offset) const;
    bool forbids_inside_word(std::size_t offset);
    std::string_view text_;
    std::size_t word_begin_ = 0, word_end_ = 0;
    bool is_address_ = false;  ///< Of the web, or of mail.
};

bool Neighbours::forbids_between(std::size_t end, std::size_t offset) const {
    const std::size_t begin = word_start(end);
    const std::string_view left_word = text_.substr(begin, end - begin);
    const std::string_view right_word = word_from(offset);
    if (left_word.empty() || right_word.empty()) return false;
    if (is_plain_word(left_word) && begins_plainly(right_word)) return false;  // four of five breaks
    const Shape left = shape_of(left_word), right = shape_of(right_word);

    if (left.last == U'\u2116' || left.last == U'\u00A7') return true;
    if (left.points == 1 && is_opening(left.first)) return true;
    if (right.points == 1 && (right.first == U'\u00BB' || right.first == U')' || right.first == U'%'))
        return true;
    if (right.points == 1 && is_dash(right.first)) return true;
    const bool starts_line = begin == 0 || text_[begin - 1] == '\n';
    if (left.points == 1 && is_mark_of_list(left.first)) return starts_line;
    if (left.list_number && (left.closes || starts_line)) return true;

    const Stem right_stem = stem_of(right_word);
    if (left.number) {
        if (right.first == U'%' || right.first == U'\u00B0' || right.first == U'\u20B8' ||
            right.first == U'\u2030')
            return true;
        if (right.first == U'(' || right.first == U'_') return true;
        if (right.number && right.points >= 3 && is_digit(left.last)) {  // 1 234 567
            int digits = 0;
            for (std::size_t at = 0;
                 at < right_word.size() && is_digit(static_cast<std::uint8_t>(right_word[at])); ++at) {
                ++digits;
            }
            if (digits == 3) return true;
        }
        if (is_measure(right_stem) && !is_opening(right.first)) return true;
    }
    if (left.closes && is_measure(right_stem)) {  // 5 (бес) жұмыс
        const std::size_t before = skip_spaces_back(begin);
        const std::size_t start = word_start(before);
        if (before != begin && shape_of(text_.substr(start, before - start)).number) return true;
    }
    if (is_letter(left.first) && is_money(right_stem) && is_thousands(stem_of(left_word))) return true;

    const bool right_is_name = is_letter(right.first) && is_upper(right.first);
    if (left.initials > 0 && (right_is_name || right.initials > 0)) return true;
    if (right.initials > 0 && is_letter(left.first) && is_upper(left.first) && is_letter(left.last) &&
        left_word.find('.') == left_word.npos) {
        return true;
    }
    if (left.points == 2 && left.last == U'.' && is_letter(left.first) && right_is_name) return true;
    if (left.points == 1 && is_letter(left.first) && !is_upper(left.first)) return true;
    return right_stem.view() == U"\u0442" && !is_upper(right.first) && right.points > 2 && right.points < 8 &&
           right_word[2] == '.';
}

/// A run of letters beside a break.
struct Run {
    int letters = 0;
    int capitals = 0;
};

Run letters_after(std::string_view text, std::size_t at) {
    Run run;
    while (at < text.size()) {
        const char32_t c = base::next_code_point(text, at);
        if (is_invisible(c)) continue;
        if (!is_letter(c)) break;
        ++run.letters, run.capitals += is_upper(c);
    }
    return run;
}

Run letters_before(std::string_view text, std::size_t end) {
    Run run;
    while (end > 0) {
        std::size_t start = end - 1;
        while (start > 0 && base::goes_on(text[start])) --start;
        std::size_t at = start;
        const char32_t c = base::next_code_point(text, at);
        if (!is_invisible(c)) {
            if (!is_letter(c)) break;
            ++run.letters, run.capitals += is_upper(c);
        }
        end = start;
    }
    return run;
}

bool Neighbours::forbids_inside_word(std::size_t offset) {
    std::size_t start = offset;
    do {
        --start;
    } while (start > 0 && base::goes_on(text_[start]));
    std::size_t at = start;
    const char32_t mark = base::next_code_point(text_, at);
    if (!is_dash(mark) && mark != U'/') return false;

    find_word(start);
    if (is_address_) return false;

    const Run left = letters_before(text_, start), right = letters_after(text_, offset);
    if (mark == U'/') return left.letters < 6 || right.letters < 6;
    if (mark == U'\u2014' || mark == U'\u2013') return left.letters == 0 || right.letters == 0;
    return left.letters < 4 || right.letters < 4 || left.capitals > 1;
}

/// Text in Latin letters only is another language's: its lines end as UAX #14 says.
bool is_foreign(std::string_view utf8) {
    bool latin = false;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<std::uint8_t>(utf8[at]);
        if (byte >= 0xD0 && byte <= 0xD4) return false;                               // Cyrillic
        if (byte == 0xE2 && (utf8.substr(at, 3) == "\xE2\x84\x96" || utf8.substr(at, 3) == "\xE2\x82\xB8")) return false;  // numero, tenge
        const auto letter = static_cast<std::uint8_t>(byte | 0x20);
        latin = latin || (byte < 0x80 && letter >= 'a' && letter <= 'z');
    }
    return latin;
}

/// A hyphen that begins a word, or a backslash within a path.
bool ends_line(std::string_view utf8, std::size_t at) {
    const char before = at > 0 ? utf8[at - 1] : ' ';
    const char behind = at + 1 < utf8.size() ? utf8[at + 1] : ' ';
    if (utf8[at] == '-') return base::is_ascii_letter(behind) && (before == ' ' || before == '\n');
    return utf8[at] == '\\' && base::is_ascii_letter(before) && base::is_ascii_letter(behind);
}

/// Where UAX #14 in the form that FOP has it parts from ICU's rules: a line ends behind a hyphen that begins a word ("-a") and in front of
/// the backslashes of a path, but not between a slash and a digit ("page/1").
void follow_pair_table(std::string_view utf8, std::vector<LineBreak>& out) {
    std::erase_if(out, [utf8](const LineBreak& found) {
        return found.kind == LineBreak::Kind::allowed && found.offset > 0 && found.offset < utf8.size() && utf8[found.offset - 1] == '/' &&
               base::is_ascii_digit(utf8[found.offset]);
    });
    const std::size_t known = out.size();
    for (std::size_t at = utf8.find_first_of("-\\"); at != std::string_view::npos; at = utf8.find_first_of("-\\", at + 1)) {
        if (ends_line(utf8, at)) out.push_back({utf8[at] == '-' ? at + 1 : at, LineBreak::Kind::allowed});
    }
    if (out.size() == known) return;
    std::inplace_merge(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(known), out.end(),
                       [](const LineBreak& a, const LineBreak& b) { return a.offset < b.offset; });
    out.erase(std::unique(out.begin(), out.end(), [](const LineBreak& a, const LineBreak& b) { return a.offset == b.offset; }), out.end());
}

}  // namespace

void line_breaks(std::string_view utf8, std::vector<LineBreak>& out) {
    out.clear();
    if (!simple_opportunities(utf8, out)) {
        out.clear();
        icu_opportunities(utf8, out);
    }
    if (is_foreign(utf8)) {
        follow_pair_table(utf8, out);
        return;
    }
    Neighbours neighbours(utf8);
    std::erase_if(out, [&](const LineBreak& at) {
        return at.kind == LineBreak::Kind::allowed && neighbours.forbids(at.offset);
    });
}

}  // namespace irikteu::kazakh
