#include "kazakh/identifier.hpp"

#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

/// What is left of a text when spaces and the marks in `passed_over` are gone.
std::string condensed(std::string_view text, std::u32string_view passed_over) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (is_space(c) || is_invisible(c) || passed_over.find(is_dash(c) ? U'-' : c) != passed_over.npos)
            continue;
        base::append_utf8(out, c);
    }
    return out;
}

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

int two_digits(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Form and length of a twelve-digit number, condensed into `digits`.
Refusal read_twelve(std::string_view text, std::string& digits) {
    digits = condensed(text, U"-");
    if (digits.empty()) return Refusal::empty;
    if (!all_digits(digits)) return Refusal::character;
    return digits.size() == 12 ? Refusal::none : Refusal::length;
}

Refusal compare_check_digit(std::string_view digits) {
    const auto expected = check_digit(digits.substr(0, 11));
    return expected && *expected == digits[11] - '0' ? Refusal::none : Refusal::checksum;
}

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// Remainder of a rearranged IBAN by 97 (ISO 7064).
int mod_97(std::string_view iban) {
    int remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        remainder = c <= '9' ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
    }
    return remainder;
}

/// Divisions of NACE Rev. 2, on which ҚР МЖ 03-2007 is based: first and last of each unbroken row.
constexpr std::array<std::array<int, 2>, 20> divisions = {{
    {1, 3},   {5, 9},   {10, 33}, {35, 35}, {36, 39}, {41, 43}, {45, 47}, {49, 53}, {55, 56}, {58, 63},
    {64, 66}, {68, 68}, {69, 75}, {77, 82}, {84, 84}, {85, 85}, {86, 88}, {90, 93}, {94, 96}, {97, 99},
}};

/// One label of a domain name: letters of one script, digits, inner hyphens.
bool is_domain(std::string_view domain) {
    enum class Script { none, latin, cyrillic, mixed };
    if (domain.empty() || domain.size() > 253) return false;
    int labels = 0;
    std::size_t length = 0;
    char32_t previous = U'.';
    bool letters_in_last = false;
    Script script = Script::none;
    for (std::size_t at = 0; at < domain.size();) {
        const char32_t c = base::next_code_point(domain, at);
        if (c == U'.') {
            if (length == 0 || previous == U'-') return false;
            ++labels, length = 0, letters_in_last = false, script = Script::none;
        } else if (is_letter(c)) {
            const Script found = is_cyrillic(c) ? Script::cyrillic : c < 0x80 ? Script::latin : Script::mixed;
            if (found == Script::mixed || (script != Script::none && script != found)) return false;
            script = found;
            letters_in_last = true;
            ++length;
        } else if (is_digit(c) || (c == U'-' && length > 0)) {
            ++length;
        } else {
            return false;
        }
        if (length > 63) return false;
        previous = c;
    }
    return labels >= 1 && length >= 2 && previous != U'-' && letters_in_last;
}

std::string_view trimmed(std::string_view text) {
    const auto space = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace

std::string_view to_string(Refusal refusal) {
    static constexpr std::string_view names[] = {"none", "empty",     "length",   "character",
                                                 "date", "structure", "checksum", "country"};
    return names[static_cast<std::size_t>(refusal)];
}

std::optional<int> check_digit(std::string_view digits) {
    if (digits.size() != 11 || !all_digits(digits)) return std::nullopt;
    for (const int shift : {0, 2}) {
        int sum = 0;
        for (int i = 0; i < 11; ++i)
            sum += (digits[static_cast<std::size_t>(i)] - '0') * ((i + shift) % 11 + 1);
        if (sum % 11 != 10) return sum % 11;
    }
    return std::nullopt;
}

Refusal check_bin(std::string_view text) {
    std::string digits;
    if (const Refusal refusal = read_twelve(text, digits); refusal != Refusal::none) return refusal;
    const int month = two_digits(digits, 2);
    if (month < 1 || month > 12) return Refusal::date;
    if (digits[4] < '4' || digits[4] > '6' || digits[5] > '3') return Refusal::structure;
    return compare_check_digit(digits);
}

Refusal check_iin(std::string_view text) {
    std::string digits;
    if (const Refusal refusal = read_twelve(text, digits); refusal != Refusal::none) return refusal;
    const int kind = digits[6] - '0';
    if (kind > 6) return Refusal::structure;
    // 0 leaves the century open: a year with a 29 February is tried.
    const int century = kind == 0 ? 2000 : 1800 + (kind - 1) / 2 * 100;
    const base::Date born{century + two_digits(digits, 0), two_digits(digits, 2), two_digits(digits, 4)};
    if (!base::Date::parse(born.iso())) return Refusal::date;
    return compare_check_digit(digits);
}

std::optional<base::Date> birth_date_of_iin(std::string_view text) {
    std::string digits;
    if (check_iin(text) != Refusal::none) return std::nullopt;
    read_twelve(text, digits);
    const int kind = digits[6] - '0';
    if (kind == 0) return std::nullopt;
    return base::Date{1800 + (kind - 1) / 2 * 100 + two_digits(digits, 0), two_digits(digits, 2),
                      two_digits(digits, 4)};
}

Refusal check_iban(std::string_view text) {
    std::string iban = condensed(text, U"-");
    if (iban.empty()) return Refusal::empty;
    for (char& c : iban) {
        c = base::ascii_upper(c);
        if (!is_alphanumeric(c)) return Refusal::character;
    }
    if (iban.size() < 15 || iban.size() > 34) return Refusal::length;
    const bool lettered = iban[0] > '9' && iban[1] > '9';
    if (!lettered || !all_digits(std::string_view(iban).substr(2, 2))) return Refusal::structure;
    if (!iban.starts_with("KZ")) return mod_97(iban) == 1 ? Refusal::country : Refusal::checksum;
    if (iban.size() != 20) return Refusal::length;
    if (!all_digits(std::string_view(iban).substr(4, 3))) return Refusal::structure;
    return mod_97(iban) == 1 ? Refusal::none : Refusal::checksum;
}

Refusal check_activity_code(std::string_view text) {
    const std::string code = condensed(text, U"");
    if (code.empty()) return Refusal::empty;
    std::string digits;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '.') {
            // Dots stand behind the second and the fourth digit only, and something follows them.
            if ((digits.size() != 2 && digits.size() != 4) || i + 1 == code.size() || code[i - 1] == '.') {
                return Refusal::structure;
            }
        } else if (code[i] >= '0' && code[i] <= '9') {
            digits += code[i];
        } else {
            return Refusal::character;
        }
    }
    if (digits.size() < 2 || digits.size() > 5) return Refusal::length;
    const int division = two_digits(digits, 0);
    for (const auto& [first, last] : divisions) {
        if (division >= first && division <= last) return Refusal::none;
    }
    return Refusal::structure;
}

int activity_division(std::string_view text) {
    return check_activity_code(text) == Refusal::none ? two_digits(condensed(text, U""), 0) : 0;
}

Refusal check_postcode(std::string_view text, PostcodeForm form) {
    const std::string code = condensed(text, U"");
    if (code.empty()) return Refusal::empty;
    if (all_digits(code)) {
        if (code.size() != 6) return Refusal::length;
        const int region = (code[0] - '0') * 10 + (code[1] - '0');  // 01 Astana … 16 East Kazakhstan
        return region >= 1 && region <= 16 ? Refusal::none : Refusal::structure;
    }
    const auto letter = [&](std::size_t i) { return code[i] >= 'A' && code[i] <= 'Z'; };
    for (const char c : code) {
        if (!is_alphanumeric(c)) return Refusal::character;
    }
    if (form == PostcodeForm::digits_only) return Refusal::character;
    if (code.size() != 7) return Refusal::length;
    for (const std::size_t i : {0u, 3u, 5u}) {
        if (!letter(i)) return Refusal::structure;
    }
    for (const std::size_t i : {1u, 2u, 4u, 6u}) {
        if (letter(i)) return Refusal::structure;
    }
    return Refusal::none;
}

Refusal check_phone(std::string_view text) {
    std::string digits;
    bool plus = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (is_digit(c)) {
            digits += static_cast<char>(c);
        } else if (c == U'+' && digits.empty() && !plus) {
            plus = true;
        } else if (is_letter(c) && digits.size() >= 10) {
            break;  // "ішкі 105"
        } else if (!is_space(c) && !is_invisible(c) && !is_dash(c) && c != U'(' && c != U')' && c != U'.' &&
                   c != U',') {
            return Refusal::character;
        }
    }
    if (digits.empty()) return Refusal::empty;
    if (plus && digits[0] != '7')
        return digits.size() >= 7 && digits.size() <= 15 ? Refusal::country : Refusal::length;
    if (digits.size() != 11) return Refusal::length;
    if (digits[0] != '7' && (plus || digits[0] != '8')) return Refusal::structure;
    // +7 is shared with Russia: 7 behind it is Kazakhstan (and 6, reserved for it).
    return digits[1] == '7' || digits[1] == '6' ? Refusal::none : Refusal::country;
}

Refusal check_email(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return Refusal::empty;
    if (text.size() > 254) return Refusal::length;
    const std::size_t at = text.find('@');
    if (at == text.npos || text.find('@', at + 1) != text.npos) return Refusal::structure;
    const std::string_view local = text.substr(0, at);
    if (local.empty() || local.size() > 64) return Refusal::length;
    char previous = '.';
    for (const char c : local) {
        static constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
        const bool atom = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          others.find(c) != others.npos;
        if (!atom && c != '.') return Refusal::character;
        if (c == '.' && previous == '.') return Refusal::structure;
        previous = c;
    }
    if (previous == '.') return Refusal::structure;
    return is_domain(text.substr(at + 1)) ? Refusal::none : Refusal::structure;
}

Refusal check_web_address(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return Refusal::empty;
    if (text.size() > 2000) return Refusal::length;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (is_space(c) || c < 0x20 || c == base::replacement || c == U'"' || c == U'<' || c == U'>')
            return Refusal::character;
    }
    if (const std::size_t scheme = text.find("://"); scheme != text.npos) {
        const std::string_view name = text.substr(0, scheme);
        if (name != "http" && name != "https" && name != "HTTP" && name != "HTTPS") return Refusal::structure;
        text.remove_prefix(scheme + 3);
    }
    std::string_view host = text.substr(0, text.find_first_of("/?#"));
    if (const std::size_t colon = host.find(':'); colon != host.npos) {
        const std::string_view port = host.substr(colon + 1);
        if (port.empty() || port.size() > 5 || !all_digits(port)) return Refusal::structure;
        host = host.substr(0, colon);
    }
    return is_domain(host) ? Refusal::none : Refusal::structure;
}

}  // namespace irikteu::kazakh
