#include "readers/shown_text.hpp"

#include <algorithm>

#include "kazakh/date.hpp"
#include "kazakh/key.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

std::string squeezed(std::string_view text) {
    static constexpr std::string_view kNothing[] = {"\xC2\x85", "\xC2\xA0", "\xC2\xAD", "\xE2\x80\x89", "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x80\xAF", "\xE2\x81\xA0", "\xEF\xBB\xBF"};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++i;
            continue;
        }
        std::size_t length = 0;
        if (static_cast<unsigned char>(c) >= 0xC2) {
            for (const auto nothing : kNothing) {
                if (text.substr(i, nothing.size()) == nothing) length = nothing.size();
            }
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
