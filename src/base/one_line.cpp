#include "base/one_line.hpp"

#include <algorithm>
#include <cstdint>

namespace irikteu::base {

namespace {

constexpr std::string_view unseen = "\xEF\xBF\xBD";

/// Bytes of the UTF-8 character at `at`; 0 where there is none.
std::size_t length_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() - at < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
    return length;
}

bool commands(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(character[i]); };
    if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
    if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
    if (character.size() != 3 || byte(0) != 0xE2) return false;
    return (byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) || (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
}

bool breaks_line(std::string_view character) {
    return character == "\n" || character == "\r" || character == "\t" || character == "\v" || character == "\f" || character == "\xC2\x85" || character == "\xE2\x80\xA8" ||
           character == "\xE2\x80\xA9";
}

}  // namespace

std::string one_line(std::string_view text) {
    // Most texts have nothing of the kind.
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0x20 && static_cast<std::uint8_t>(c) < 0x7F; });
    if (plain) return std::string(text);
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_at(text, at);
        const std::string_view character = text.substr(at, std::max<std::size_t>(length, 1));
        line += length == 0 ? unseen : breaks_line(character) ? " " : commands(character) ? unseen : character;
        at += character.size();
    }
    return line;
}

}  // namespace irikteu::base
