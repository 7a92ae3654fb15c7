#include "readers/shown_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"
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

}  // namespace irikteu::readers
