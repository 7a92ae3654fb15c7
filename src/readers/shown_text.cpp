#include "readers/shown_text.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

namespace {

/// `after_space`, where it is asked for: of each byte, whether white space stood before it.
std::string squeezed(std::string_view text, std::vector<bool>* after_space) {
    std::string out;
    bool space = true;
    const auto keep = [&](char c) {
        out += c;
        if (after_space != nullptr) after_space->push_back(std::exchange(space, false));
    };
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            space = true;
            ++i;
            continue;
        }
        std::size_t length = 0;
        // Of Cyrillic letters none begins with these bytes.
        if (c == '\xC2' || c == '\xD8' || c == '\xE1' || c == '\xE2' || c == '\xE3' || c == '\xEF') {
            std::size_t end = i;
            const char32_t point = base::next_code_point(text, end);
            if (kazakh::is_space(point) || kazakh::is_invisible(point)) length = end - i;
            space = space || kazakh::is_space(point);
        }
        if (length > 0) {
            i += length;
        } else {
            keep(c);
            ++i;
        }
    }
    return out;
}

bool begins_below_zero(std::string_view text) {
    for (const std::string_view sign : {"-", "\u2212", "\u2013"})
        if (text.starts_with(sign)) return text.find_first_of("0123456789") <= sign.size() + 1;
    return false;
}

}  // namespace

std::string squeezed(std::string_view text) { return squeezed(text, nullptr); }

ShownText::ShownText(std::string text) : squeezed_(squeezed(text, &after_space_)), key_(kazakh::matching_key(text).strict), words_(text) {}

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
    return !begins_below_zero(text) && key.size() > 2 && key_.find(key) != std::string::npos;
}

bool ShownText::shows_otherwise(std::string_view value) const {
    const auto text = xml::normalize_space(value);
    const auto date = kazakh::parse_date(std::string_view(text).substr(0, 10));
    if (date && (text.size() == 10 || text[10] == 'T')) return holds_day(*date);
    const bool negative = text.starts_with('-');
    const std::string unsigned_text = text.substr(negative ? 1 : 0);
    const auto point = unsigned_text.find('.');
    const std::string whole = unsigned_text.substr(0, point), fraction = point == std::string::npos ? "0" : unsigned_text.substr(point + 1);
    const auto is_digits = [](const std::string& digits) { return !digits.empty() && digits.size() <= 18 && digits.find_first_not_of("0123456789") == std::string::npos; };
    if (!is_digits(whole) || !is_digits(fraction)) return false;
    if (holds_number(unsigned_text, negative)) return true;
    const std::int64_t number = std::stoll(whole);
    return fraction.find_first_not_of('0') == std::string::npos && words_.hold(negative ? -number : number);
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
            const bool goes_on = !behind.empty() && base::is_ascii_digit(behind.front()) && base::is_ascii_digit(key.back()) && !behind.starts_with(year);
            if (!begins_a_number && !goes_on && (before.find(year) != std::string_view::npos || behind.find(year) != std::string_view::npos)) return true;
        }
    }
    const std::string d = std::to_string(day.day), m = std::to_string(day.month), dd = (d.size() < 2 ? "0" : "") + d, mm = (m.size() < 2 ? "0" : "") + m;
    // Day before month only: 03.04.2015 is no day of March in the papers of any of these languages.
    for (const char* mark : {"/", "-", "."})
        for (const std::string& form : {dd + mark + mm + mark + year, d + mark + m + mark + year})
            for (std::size_t at = squeezed_.find(form); at != std::string::npos; at = squeezed_.find(form, at + 1))
                if (!digit_beside(at, at + form.size())) return true;
    return false;
}

/// Whether what stands there is a part of a longer row of digits.
bool ShownText::digit_beside(std::size_t begin, std::size_t end) const {
    const bool before = begin > 0 && !after_space_[begin] && base::is_ascii_digit(squeezed_[begin - 1]);
    return before || (end < squeezed_.size() && !after_space_[end] && base::is_ascii_digit(squeezed_[end]));
}

/// "1250.50" as "1,250.5", "1.250,50", "1'250.5" …
bool ShownText::holds_number(std::string number, bool negative) const {
    const auto point = number.find('.');
    std::string fraction = point == std::string::npos ? "" : number.substr(point + 1);
    while (fraction.ends_with('0')) fraction.pop_back();
    number.erase(std::min(point, number.size()));
    for (const std::string_view thousands : {"", ",", ".", "'", "\xE2\x80\x99"}) {
        std::string whole = number;
        for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, thousands);
        for (const char* decimal : {".", ","}) {
            if (decimal == thousands) continue;
            const std::string form = fraction.empty() ? whole : whole + decimal + fraction;
            for (std::size_t at = squeezed_.find(form); at != std::string::npos; at = squeezed_.find(form, at + 1))
                if (has_sign(at, at + form.size()) == negative) return true;
        }
    }
    return false;
}

/// Whether the number there is written as one below zero: "-5", "−5", "(5)"; a dash with a space behind it, or behind a word, is none.
bool ShownText::has_sign(std::size_t begin, std::size_t end) const {
    const std::string_view before = std::string_view(squeezed_).substr(0, begin);
    if (before.ends_with("\u2212")) return true;
    if (before.ends_with('(') && end < squeezed_.size() && squeezed_[end] == ')') return true;
    for (const std::string_view sign : {"-", "\u2010", "\u2011", "\u2013"}) {
        if (!before.ends_with(sign) || after_space_[begin]) continue;
        const std::size_t at = begin - sign.size();
        if (at == 0 || after_space_[at]) return true;
        const char c = squeezed_[at - 1];
        return !base::is_ascii_digit(c) && !base::is_ascii_letter(c) && static_cast<unsigned char>(c) < 0x80;
    }
    return false;
}

}  // namespace irikteu::readers
