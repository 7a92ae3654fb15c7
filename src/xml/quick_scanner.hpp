#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

/// For quick_parser.cpp alone: the characters of a document.
namespace irikteu::xml::quick {

/// The quick parser leaves the document to libxml2.
struct Undecided {};

enum ByteClass : unsigned char {
    kText = 1,       ///< Stands for itself in text: ASCII but "<", "&", "]" and line feeds.
    kValue = 2,      ///< The same in an attribute's value: but quotation marks and white space other than spaces.
    kNameStart = 4,
    kName = 8,
    kSpace = 16,
    kContinuation = 32,  ///< The second and later bytes of a character.
};

constexpr std::array<unsigned char, 256> classes() {
    std::array<unsigned char, 256> table{};
    for (unsigned c = 0x20; c < 0x80; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (c != '<' && c != '&' && c != ']') table[c] |= kText;
        if (c != '<' && c != '&' && c != '"' && c != '\'') table[c] |= kValue;
        if (letter) table[c] |= kNameStart;
        if (letter || (c >= '0' && c <= '9') || c == '-' || c == '.') table[c] |= kName;
    }
    table['\t'] |= kText | kSpace;
    table['\n'] |= kSpace;
    table[' '] |= kSpace;
    for (unsigned c = 0x80; c < 0xC0; ++c) table[c] |= kContinuation;
    return table;
}
inline constexpr std::array<unsigned char, 256> kClass = classes();

/// With line ends as XML 1.0, 2.11 has them.
inline std::string with_line_feeds(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') {
            result += bytes[i];
            continue;
        }
        result += '\n';
        if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
    }
    return result;
}

/// Walks over a source that ends with a NUL, which no document may contain, and has no carriage returns. Throws Undecided.
class Scanner {
  protected:
    explicit Scanner(const std::string& source) : at_(source.data()), end_(source.data() + source.size()) {}

    static unsigned char byte(const char* at) { return static_cast<unsigned char>(*at); }
    static bool is(const char* at, ByteClass wanted) { return (kClass[byte(at)] & wanted) != 0; }
    bool starts(std::string_view text) const { return static_cast<std::size_t>(end_ - at_) >= text.size() && std::memcmp(at_, text.data(), text.size()) == 0; }
    bool take(std::string_view text) {
        if (!starts(text)) return false;
        at_ += text.size();
        return true;
    }
    void expect(char c) {
        if (*at_ != c) throw Undecided();
        ++at_;
    }
    bool skip_spaces() {
        const char* before = at_;
        for (; is(at_, kSpace); ++at_) line_ += *at_ == '\n';
        return at_ != before;
    }
    bool sees_element() const { return *at_ == '<' && is(at_ + 1, kNameStart); }

    /// The end of the multi-byte character at `at`, which XML allows (XML 1.0, 2.2).
    static const char* character(const char* at) {
        const unsigned char first = byte(at);
        if (first >= 0xC2 && first < 0xE0) {
            if (!is(at + 1, kContinuation)) throw Undecided();
            return at + 2;
        }
        if (first >= 0xE0 && first < 0xF0) {
            if (!is(at + 1, kContinuation) || !is(at + 2, kContinuation)) throw Undecided();
            const unsigned value = ((first & 0x0Fu) << 12) | ((byte(at + 1) & 0x3Fu) << 6) | (byte(at + 2) & 0x3Fu);
            if (value < 0x800 || (value >= 0xD800 && value < 0xE000) || value >= 0xFFFE) throw Undecided();
            return at + 3;
        }
        if (first < 0xF0 || first > 0xF4) throw Undecided();
        for (int i = 1; i < 4; ++i)
            if (!is(at + i, kContinuation)) throw Undecided();
        if ((first == 0xF0 && byte(at + 1) < 0x90) || (first == 0xF4 && byte(at + 1) > 0x8F)) throw Undecided();
        return at + 4;
    }

    /// Skips characters of two bytes, as Cyrillic ones are.
    void skip_pairs() {
        while (byte(at_) >= 0xC2 && byte(at_) < 0xE0 && is(at_ + 1, kContinuation)) at_ += 2;
    }

    void any_character() {
        const unsigned char c = byte(at_);
        if (c == '\n') ++line_;
        if (c >= 0x80) at_ = character(at_);
        else if (c >= 0x20 || c == '\t' || c == '\n') ++at_;
        else throw Undecided();
    }

    /// The value in quotation marks after "=".
    std::string_view pseudo_value() {
        skip_spaces();
        expect('=');
        skip_spaces();
        const char quote = *at_;
        if (quote != '"' && quote != '\'') throw Undecided();
        const char* begin = ++at_;
        while (is(at_, kName)) ++at_;
        const std::string_view value(begin, static_cast<std::size_t>(at_ - begin));
        expect(quote);
        return value;
    }

    /// "&lt;", "&#1178;": appends the character.
    void reference(std::string& to) {
        static constexpr struct {
            std::string_view name;
            char character;
        } predefined[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
        for (const auto& each : predefined) {
            if (!take(each.name)) continue;
            to += each.character;
            return;
        }
        if (!take("&#")) throw Undecided();
        const unsigned base = take("x") ? 16 : 10;
        unsigned value = 0;
        const char* begin = at_;
        for (; at_ - begin < 8; ++at_) {
            const unsigned char c = byte(at_);
            if (c >= '0' && c <= '9') value = value * base + (c - '0');
            else if (base == 16 && (c | 0x20) >= 'a' && (c | 0x20) <= 'f') value = value * base + ((c | 0x20) - 'a' + 10u);
            else break;
        }
        if (at_ == begin) throw Undecided();
        expect(';');
        const bool allowed = value == 0x9 || value == 0xA || value == 0xD || (value >= 0x20 && value < 0xD800) ||
                             (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value < 0x110000);
        if (!allowed) throw Undecided();
        base::append_utf8(to, value);
    }

    /// Skips text that stands for itself.
    void plain_text() {
        for (;;) {
            while (is(at_, kText)) ++at_;
            skip_pairs();
            if (is(at_, kText)) continue;
            const unsigned char c = byte(at_);
            if (c >= 0x80) {
                at_ = character(at_);
            } else if (c == '\n') {
                ++line_;
                ++at_;
            } else if (c == ']') {
                if (at_[1] == ']' && at_[2] == '>') throw Undecided();
                ++at_;
            } else {
                return;
            }
        }
    }

    const char* at_;
    const char* end_;
    int line_ = 1;
};

}  // namespace irikteu::xml::quick
