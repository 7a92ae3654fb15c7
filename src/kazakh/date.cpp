#include "kazakh/date.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

constexpr std::array<std::string_view, 12> months = {
    "\u049B\u0430\u04A3\u0442\u0430\u0440",
    "\u0430\u049B\u043F\u0430\u043D",
    "\u043D\u0430\u0443\u0440\u044B\u0437",
    "\u0441\u04D9\u0443\u0456\u0440",
    "\u043C\u0430\u043C\u044B\u0440",
    "\u043C\u0430\u0443\u0441\u044B\u043C",
    "\u0448\u0456\u043B\u0434\u0435",
    "\u0442\u0430\u043C\u044B\u0437",
    "\u049B\u044B\u0440\u043A\u04AF\u0439\u0435\u043A",
    "\u049B\u0430\u0437\u0430\u043D",
    "\u049B\u0430\u0440\u0430\u0448\u0430",
    "\u0436\u0435\u043B\u0442\u043E\u049B\u0441\u0430\u043D"};

// Beginnings of the Russian names; May in full, for it is short.
constexpr std::array<std::string_view, 12> russian_months = {"\u044F\u043D\u0432\u0430\u0440",
                                                             "\u0444\u0435\u0432\u0440\u0430\u043B",
                                                             "\u043C\u0430\u0440\u0442",
                                                             "\u0430\u043F\u0440\u0435\u043B",
                                                             "\u043C\u0430\u044F",
                                                             "\u0438\u044E\u043D",
                                                             "\u0438\u044E\u043B",
                                                             "\u0430\u0432\u0433\u0443\u0441\u0442",
                                                             "\u0441\u0435\u043D\u0442\u044F\u0431\u0440",
                                                             "\u043E\u043A\u0442\u044F\u0431\u0440",
                                                             "\u043D\u043E\u044F\u0431\u0440",
                                                             "\u0434\u0435\u043A\u0430\u0431\u0440"};

constexpr std::string_view of_the_year = "\u0436\u044B\u043B\u0493\u044B";

/// A number, a word (its strict key) or a separator of a written date.
struct Token {
    enum class Kind { number, word, separator } kind;
    int value = 0;
    int digits = 0;
    std::string word;
    char32_t separator = 0;
};

bool is_quote(char32_t c) {
    return c == U'\u00AB' || c == U'\u00BB' || c == U'"' || (c >= 0x2018 && c <= 0x201F) || c == U'\'' ||
           c == U'<' || c == U'>';
}

/// nullopt where there are more parts than any date has.
std::optional<std::vector<Token>> tokens_of(std::string_view text) {
    using Kind = Token::Kind;
    std::vector<Token> tokens;
    bool joined = false;  // the last token may still grow
    std::string letters;
    const auto end_word = [&] {
        if (!letters.empty()) tokens.push_back({Kind::word, 0, 0, matching_key(letters).strict, 0});
        letters.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (is_invisible(c)) continue;
        if (!is_letter(c) && !(c >= 0x300 && c < 0x370)) end_word();
        if (is_digit(c)) {
            if (!joined) tokens.push_back({Kind::number, 0, 0, {}, 0});
            Token& number = tokens.back();
            if (++number.digits > 4) return std::nullopt;
            number.value = number.value * 10 + static_cast<int>(c - U'0');
        } else if (is_letter(c) || (c >= 0x300 && c < 0x370)) {
            base::append_utf8(letters, c);
        } else if (!is_space(c) && !is_quote(c)) {
            tokens.push_back({Kind::separator, 0, 0, {}, is_dash(c) ? U'-' : c});
        }
        joined = is_digit(c);
        if (tokens.size() > 8) return std::nullopt;
    }
    end_word();
    return tokens;
}

/// "қыркүйегі" for "қыркүйек": the month as the year's, as in "2015 жылдың 14 қыркүйегі".
bool is_possessed(std::string_view key, std::string_view name) {
    static constexpr std::string_view endings[] = {"\u0441\u044B", "\u0441\u0456", "\u044B", "\u0456"};
    static constexpr std::string_view k = "\u043A", g = "\u0433";
    for (const std::string_view ending : endings) {
        if (!key.ends_with(ending)) continue;
        const std::string_view stem = key.substr(0, key.size() - ending.size());
        if (stem == name) return true;
        if (stem.ends_with(g) && name.ends_with(k) && stem.substr(0, stem.size() - g.size()) == name.substr(0, name.size() - k.size())) return true;
    }
    return false;
}

/// The month whose name without Kazakh letters, as a Russian keyboard has it, is the key; 0 where it names none.
int month_of_keyboard(const std::string& key) {
    static const auto folded = [] {
        std::array<std::string, 12> names;
        for (std::size_t i = 0; i < names.size(); ++i) names[i] = matching_key(months[i]).folded;
        return names;
    }();
    const auto found = std::find(folded.begin(), folded.end(), key);
    return found == folded.end() ? 0 : static_cast<int>(found - folded.begin()) + 1;
}

/// The month that the key names, with any case suffix; 0 where it names none.
int month_of(const std::string& key) {
    for (int month = 1; month <= 12; ++month) {
        const std::string_view name = months[month - 1];
        if (key == name) return month;
        if (key.starts_with(name)) {
            for (int form = 0; form <= static_cast<int>(Case::attributive); ++form) {
                if (key.substr(name.size()) == suffix_for(name, static_cast<Case>(form))) return month;
            }
        }
        if (is_possessed(key, name)) return month;
        if (key.starts_with(russian_months[month - 1]) && key.size() <= russian_months[month - 1].size() + 2)
            return month;
    }
    return month_of_keyboard(matching_key(key).folded);
}

bool names_year(const std::string& key) {
    static constexpr std::string_view names[] = {"\u0436",
                                                 "\u0436\u044B\u043B",
                                                 of_the_year,
                                                 "\u0436\u044B\u043B\u044B",
                                                 "\u0436\u044B\u043B\u0434\u044B\u04A3",
                                                 "\u0433",
                                                 "\u0436\u044B\u043B\u0433\u044B",  // From a Russian keyboard.
                                                 "\u0436\u044B\u043B\u0434\u044B\u043D",
                                                 "\u0433\u043E\u0434",
                                                 "\u0433\u043E\u0434\u0430"};
    for (const std::string_view name : names) {
        if (key == name) return true;
    }
    return false;
}

std::optional<base::Date> valid(int year, int month, int day) {
    char iso[32];
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
    return base::Date::parse(iso);
}

/// Walks along the tokens of a date.
class Pattern {
  public:
    explicit Pattern(const std::vector<Token>& tokens) : tokens_(tokens) {}
    bool ends() const { return at_ == tokens_.size(); }
    std::optional<int> number(int least_digits, int most_digits) {
        if (ends() || tokens_[at_].kind != Token::Kind::number || tokens_[at_].digits < least_digits ||
            tokens_[at_].digits > most_digits) {
            return std::nullopt;
        }
        return tokens_[at_++].value;
    }
    bool separator(char32_t c) {
        if (ends() || tokens_[at_].kind != Token::Kind::separator || tokens_[at_].separator != c)
            return false;
        ++at_;
        return true;
    }
    int month() {
        const int found = !ends() && tokens_[at_].kind == Token::Kind::word ? month_of(tokens_[at_].word) : 0;
        at_ += found != 0;
        return found;
    }
    /// "жылғы", "ж."
    bool year_word() {
        if (ends() || tokens_[at_].kind != Token::Kind::word || !names_year(tokens_[at_].word)) return false;
        ++at_;
        separator(U'.');
        return true;
    }

  private:
    const std::vector<Token>& tokens_;
    std::size_t at_ = 0;
};

/// 2015-07-16, 16.07.2015, 16/07/2015 ж.
std::optional<base::Date> in_digits(Pattern pattern) {
    Pattern iso = pattern;
    const auto iso_year = iso.number(4, 4);
    if (iso_year && iso.separator(U'-')) {
        const auto month = iso.number(2, 2);
        const bool dash = iso.separator(U'-');
        const auto day = iso.number(2, 2);
        return month && dash && day && iso.ends() ? valid(*iso_year, *month, *day) : std::nullopt;
    }
    const auto day = pattern.number(1, 2);
    const char32_t mark = pattern.separator(U'.') ? U'.' : pattern.separator(U'/') ? U'/' : U'\0';
    const auto month = pattern.number(1, 2);
    if (!day || mark == 0 || !month || !pattern.separator(mark)) return std::nullopt;
    const auto year = pattern.number(4, 4);
    pattern.year_word();
    return year && pattern.ends() ? valid(*year, *month, *day) : std::nullopt;
}

/// 2015 жылғы 16 шілде; 16 шілде 2015 ж.
std::optional<base::Date> in_words(Pattern pattern) {
    std::optional<int> year = pattern.number(4, 4);
    if (year && !pattern.year_word()) return std::nullopt;
    const auto day = pattern.number(1, 2);
    pattern.separator(U'-');  // 16-шілде
    const int month = pattern.month();
    if (!day || month == 0) return std::nullopt;
    if (!year) {
        pattern.separator(U',');
        year = pattern.number(4, 4);
        pattern.year_word();
    }
    return year && pattern.ends() ? valid(*year, month, *day) : std::nullopt;
}

}  // namespace

std::string month_name(int month) {
    if (month < 1 || month > 12) {
        throw base::Error(base::ErrorCode::usage, "there is no month " + std::to_string(month));
    }
    return std::string(months[month - 1]);
}

std::string legal_date(base::Date date) {
    return std::to_string(date.year) + ' ' + std::string(of_the_year) + ' ' + std::to_string(date.day) + ' ' +
           month_name(date.month);
}

std::string legal_date(base::Date date, Case form) {
    return legal_date(date) + suffix_for(month_name(date.month), form);
}

std::string short_date(base::Date date) {
    char text[32];
    std::snprintf(text, sizeof text, "%02d.%02d.%04d", date.day, date.month, date.year);
    return text;
}

std::vector<std::string> days_of_month(base::Date date) {
    static constexpr std::array<std::string_view, 12> english = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    static constexpr std::string_view k = "\u043A", g = "\u0433";
    const std::string day = std::to_string(date.day), name = month_name(date.month), in_english(english[date.month - 1]);
    std::vector<std::string> forms = {day + ' ' + name, day + ' ' + std::string(russian_months[date.month - 1]), day + ' ' + in_english, in_english + ' ' + day};
    if (name.ends_with(k)) forms.push_back(day + ' ' + name.substr(0, name.size() - k.size()) + std::string(g));
    return forms;
}

std::string blank_date(std::optional<int> year) {
    return (year ? std::to_string(*year) : "20__") + ' ' + std::string(of_the_year) +
           " \u00AB___\u00BB ____________";
}

std::optional<base::Date> parse_date(std::string_view text) {
    if (text.size() > 200) return std::nullopt;
    const auto tokens = tokens_of(text);
    if (!tokens) return std::nullopt;
    if (const auto date = in_digits(Pattern(*tokens))) return date;
    return in_words(Pattern(*tokens));
}

std::optional<FoundDate> find_date(std::string_view text) {
    constexpr std::size_t longest_date = 90, longest_line = 400;  // Bytes.
    constexpr std::ptrdiff_t most_parts = 6;                      // Numbers and words, and the full stop of "ж.".
    text = text.substr(0, longest_line);
    // Where a word or number begins, with the quotation marks before it, and where one ends.
    std::vector<std::size_t> begins, ends;
    char32_t last = U' ';
    std::size_t mark = 0;
    bool marked = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        const bool goes_on = is_digit(c) ? is_digit(last) : is_letter(c) && is_letter(last);
        if ((is_digit(last) || is_letter(last)) && !goes_on) ends.push_back(before);
        if (is_digit(c) && !goes_on && last != U'.' && last != U'/' && last != U'-' && !is_letter(last)) begins.push_back(marked ? mark : before);
        if (c == U'.' && is_letter(last)) ends.push_back(at);  // "ж."
        marked = is_quote(c);
        if (marked) mark = before;
        last = c;
    }
    if (is_digit(last) || is_letter(last)) ends.push_back(text.size());
    for (const std::size_t begin : begins) {
        const auto first = std::upper_bound(ends.begin(), ends.end(), begin);
        for (auto parts = std::min(most_parts, ends.end() - first); parts > 0; --parts) {
            const std::size_t end = first[parts - 1];
            if (end - begin > longest_date) continue;
            if (const auto date = parse_date(text.substr(begin, end - begin))) return FoundDate{begin, end, *date};
        }
    }
    return std::nullopt;
}

}  // namespace irikteu::kazakh
