#include "readers/shown_text.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/number.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

std::string squeezed(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++i;
            continue;
        }
        std::size_t length = 0;
        // Of Cyrillic letters none begins with these bytes.
        if (c == '\xC2' || c == '\xD8' || c == '\xE1' || c == '\xE2' || c == '\xE3' || c == '\xEF') {
            std::size_t end = i;
            const char32_t point = base::next_code_point(text, end);
            if (kazakh::is_space(point) || kazakh::is_invisible(point)) length = end - i;
        }
        if (length > 0) {
            i += length;
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

ShownText::ShownText(std::string text) : squeezed_(squeezed(text)), key_(kazakh::matching_key(text).strict) {}

bool ShownText::shows(std::string_view value) const {
    const auto text = xml::normalize_space(value);
    if (text.empty() || holds(text)) return true;
    const auto date = kazakh::parse_date(std::string_view(text).substr(0, 10));
    if (date && (text.size() == 10 || text[10] == 'T')) {
        // Forms print the day in quotation marks.
        return holds(kazakh::legal_date(*date)) || holds(kazakh::short_date(*date)) || key_.find(kazakh::matching_key(kazakh::legal_date(*date)).strict) != std::string::npos;
    }
    if (text.find_first_not_of("0123456789.-") == std::string::npos) {
        std::string number = text;  // "1250.50" is written "1 250,5".
        std::replace(number.begin(), number.end(), '.', ',');
        while (number.find(',') != std::string::npos && (number.back() == '0' || number.back() == ',')) {
            const bool whole = number.back() == ',';
            number.pop_back();
            if (whole) break;
        }
        return holds(number);
    }
    const auto key = kazakh::matching_key(text).strict;
    return key.size() > 2 && key_.find(key) != std::string::npos;
}

bool ShownText::shows_otherwise(std::string_view value) const {
    const auto text = xml::normalize_space(value);
    const auto date = kazakh::parse_date(std::string_view(text).substr(0, 10));
    if (date && (text.size() == 10 || text[10] == 'T')) return holds_day(*date);
    const std::string unsigned_text = text.substr(text.starts_with('-') ? 1 : 0);
    const auto point = unsigned_text.find('.');
    const std::string whole = unsigned_text.substr(0, point), fraction = point == std::string::npos ? "0" : unsigned_text.substr(point + 1);
    const auto is_digits = [](const std::string& digits) { return !digits.empty() && digits.size() <= 18 && digits.find_first_not_of("0123456789") == std::string::npos; };
    if (!is_digits(whole) || !is_digits(fraction)) return false;
    return holds_number(unsigned_text) || (fraction.find_first_not_of('0') == std::string::npos && holds_in_words(std::stoll(whole)));
}

/// With the year beside it, before or behind.
bool ShownText::holds_day(const base::Date& day) const {
    constexpr std::size_t beside = 24;  // Bytes of a key: what stands between day and year, as "жылдың".
    const std::string year = std::to_string(day.year);
    for (const std::string& form : kazakh::days_of_month(day)) {
        const std::string key = kazakh::matching_key(form).strict;
        for (std::size_t at = key_.find(key); at != std::string::npos; at = key_.find(key, at + 1)) {
            const std::size_t from = at > beside ? at - beside : 0, end = at + key.size();
            const std::string_view before = std::string_view(key_).substr(from, at - from), behind = std::string_view(key_).substr(end, beside);
            const bool begins_a_number = !before.empty() && base::is_ascii_digit(before.back()) && base::is_ascii_digit(key.front()) && !before.ends_with(year);
            if (!begins_a_number && (before.find(year) != std::string_view::npos || behind.find(year) != std::string_view::npos)) return true;
        }
    }
    const std::string d = std::to_string(day.day), m = std::to_string(day.month), dd = (d.size() < 2 ? "0" : "") + d, mm = (m.size() < 2 ? "0" : "") + m;
    for (const char* mark : {"/", "-", "."})
        if (holds(dd + mark + mm + mark + year) || holds(d + mark + m + mark + year) || holds(mm + mark + dd + mark + year)) return true;
    return false;
}

/// "1250.50" as "1,250.5", "1.250,50", "1'250.5" …
bool ShownText::holds_number(std::string number) const {
    const auto point = number.find('.');
    std::string fraction = point == std::string::npos ? "" : number.substr(point + 1);
    while (fraction.ends_with('0')) fraction.pop_back();
    number.erase(std::min(point, number.size()));
    for (const std::string_view thousands : {"", ",", ".", "'", "\xE2\x80\x99"}) {
        std::string whole = number;
        for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, thousands);
        for (const char* decimal : {".", ","})
            if (decimal != thousands && holds(fraction.empty() ? whole : whole + decimal + fraction)) return true;
    }
    return false;
}

bool ShownText::holds_in_words(std::int64_t number) const {
    for (const std::string& words : {kazakh::in_words(number), kazakh::in_words_of_money(number), kazakh::ordinal_in_words(number)})
        if (key_.find(kazakh::matching_key(words).strict) != std::string::npos) return true;
    return false;
}

}  // namespace irikteu::readers
