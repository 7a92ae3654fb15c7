#pragma once

#include <string>
#include <string_view>

/// Letters and digits of ASCII, whatever the locale: of names, addresses and formats. Any thread.
namespace irikteu::base {

inline constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
inline constexpr bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// The white space of XML (XML 1.0, 2.3).
inline constexpr bool is_white_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
inline constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline constexpr char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
/// The value of a hexadecimal digit, large or small; -1 for what is none.
inline constexpr int hexadecimal(char c) {
    if (is_ascii_digit(c)) return c - '0';
    const char small = ascii_lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// With small letters for the capitals of ASCII; other bytes as they are.
inline std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = ascii_lower(c);
    return lower;
}
inline std::string ascii_upper(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) c = ascii_upper(c);
    return upper;
}

/// With the byte for each "%41" (RFC 3986, 2.1); a percent sign that stands before no two digits stays.
inline std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
        const int low = high >= 0 ? hexadecimal(text[i + 2]) : -1;
        out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
        if (low >= 0) i += 2;
    }
    return out;
}

}  // namespace irikteu::base
