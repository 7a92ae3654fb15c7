#include "kazakh/amount.hpp"

#include <charconv>
#include <string>

namespace irikteu::kazakh {

namespace {

/// Bytes of a space at that place: blank, tab, NBSP, thin and narrow spaces; 0 where there is none.
std::size_t space_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') return 1;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\xC2\xA0")) return 2;
    for (const char* space : {"\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\xAF"}) {
        if (rest.starts_with(space)) return 3;
    }
    return 0;
}

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// Whether a letter, of any script, ends right before that place.
bool follows_letter(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    const auto byte = static_cast<unsigned char>(text[at - 1]);
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return true;
    if (byte < 0x80 || at < 2) return false;
    const auto lead = static_cast<unsigned char>(text[at - 2]);
    return lead >= 0xD0 && lead <= 0xD3;  // Cyrillic
}

bool follows_dash(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    return before.ends_with('-') || before.ends_with("\xE2\x80\x93") || before.ends_with("\xE2\x88\x92");
}

/// Whether three digits and then no further one stand there.
bool is_group(std::string_view text, std::size_t at) {
    return is_digit(text, at) && is_digit(text, at + 1) && is_digit(text, at + 2) && !is_digit(text, at + 3);
}

struct Number {
    double value = 0;
    std::size_t from = 0, to = 0;
    bool whole_word = true, grouped = false, percent = false, negative = false, broken = false;
};

Number number_from(std::string_view text, std::size_t at) {
    Number number;
    number.from = at;
    number.whole_word = !follows_letter(text, at);
    number.negative = follows_dash(text, at) && (at < 2 || !is_digit(text, at - 2)) && (at < 4 || !is_digit(text, at - 4));
    std::string digits;
    while (is_digit(text, at)) digits += text[at++];
    while (digits.size() <= 3 || number.grouped) {
        const std::size_t space = space_at(text, at);
        if (space == 0 || !is_group(text, at + space)) break;
        digits.append(text, at + space, 3);
        at += space + 3;
        number.grouped = true;
    }
    // "12.500.000": two groups behind points at least, since one is a fraction.
    if (digits.size() <= 3 && text.substr(at).starts_with('.') && is_group(text, at + 1) && text.substr(at + 4).starts_with('.') && is_group(text, at + 5)) {
        for (; text.substr(at).starts_with('.') && is_group(text, at + 1); at += 4) digits.append(text, at + 1, 3);
        number.grouped = true;
    }
    if (at < text.size() && (text[at] == ',' || text[at] == '.') && is_digit(text, at + 1)) {
        digits += '.';
        for (++at; is_digit(text, at);) digits += text[at++];
        number.grouped = true;  // no year has decimals
        number.broken = at < text.size() && (text[at] == ',' || text[at] == '.') && is_digit(text, at + 1);  // a date, a code
    }
    number.to = at;
    std::size_t behind = at;
    while (const std::size_t space = space_at(text, behind)) behind += space;
    number.percent = behind < text.size() && text[behind] == '%';
    std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (number.negative) number.value = -number.value;
    return number;
}

std::vector<Number> numbers_in(std::string_view text) {
    std::vector<Number> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text, at)) {
            ++at;
            continue;
        }
        found.push_back(number_from(text, at));
        at = found.back().to;
    }
    return found;
}

bool is_year(const Number& number) {
    return !number.grouped && number.to - number.from == 4 && number.value >= 1900 && number.value <= 2099;
}

}  // namespace

std::optional<double> amount(std::string_view text) {
    const auto found = numbers_in(text);
    if (found.size() != 1 || !found.front().whole_word || found.front().broken) return std::nullopt;
    return found.front().value;
}

bool is_volume(std::string_view text) {
    int volumes = 0;
    for (const Number& number : numbers_in(text)) {
        if (!number.whole_word || number.broken || number.negative) return false;
        volumes += !is_year(number);
    }
    return volumes > 0;
}

std::vector<double> amounts(std::string_view text) {
    std::vector<double> values;
    for (const Number& number : numbers_in(text)) {
        if (number.whole_word && !number.percent && !number.broken && !is_year(number)) values.push_back(number.negative ? -number.value : number.value);
    }
    return values;
}

}  // namespace irikteu::kazakh
