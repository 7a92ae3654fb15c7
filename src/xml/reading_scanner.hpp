#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "xml/node.hpp"

/// For reading_builder.cpp alone: the bytes of a document and what may stand there.
namespace irikteu::xml::reading {

enum ReadingClass : unsigned char { name_start = 1, name_part = 2, blank = 4, plain = 8, in_text = 16, leads_two = 32 };

/// What a byte may be: of names (colons apart), white space, plain anywhere, plain between tags, first of two (U+0080 to U+07FF).
constexpr std::array<unsigned char, 256> make_reading_classes() {
    std::array<unsigned char, 256> classes{};
    for (int c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool digit = (c >= '0' && c <= '9') || c == '-' || c == '.';
        unsigned char found = 0;
        if (letter) found |= name_start | name_part;
        if (digit) found |= name_part;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') found |= blank;
        if (c >= 0x20 && c < 0x80 && c != '<' && c != '&' && c != ']' && c != '"' && c != '\'') found |= plain;
        if ((found & plain) != 0 || c == '\t' || c == '\n' || c == '"' || c == '\'') found |= in_text;
        if (c >= 0xC2 && c < 0xE0) found |= leads_two;
        classes[static_cast<std::size_t>(c)] = found;
    }
    return classes;
}
inline constexpr std::array<unsigned char, 256> classes = make_reading_classes();

/// Names are short: they are compared faster than memcmp() is called.
inline bool same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

/// How much of the text is taken as it stands without a look at more than two bytes: Latin, Cyrillic, no reference. It writes
/// nothing, so that what it walks on stays in registers.
inline std::size_t usual_run(const unsigned char* from, const unsigned char* end) {
    const unsigned char* at = from;
    while (at < end) {
        if ((classes[*at] & leads_two) != 0 && end - at > 1 && (at[1] & 0xC0) == 0x80) at += 2;
        else if ((classes[*at] & in_text) != 0) ++at;
        else break;
    }
    return static_cast<std::size_t>(at - from);
}

/// Walks over the bytes. What answers false leaves them to the real parser, wherever it stands by then.
class Scanner {
  protected:
    explicit Scanner(std::string_view bytes) : at_(reinterpret_cast<const unsigned char*>(bytes.data())), end_(at_ + bytes.size()) {}

    bool looking_at(std::string_view text) const {
        return static_cast<std::size_t>(end_ - at_) >= text.size() && std::memcmp(at_, text.data(), text.size()) == 0;
    }
    bool skip_past(std::string_view mark) {
        const std::string_view rest(reinterpret_cast<const char*>(at_), static_cast<std::size_t>(end_ - at_));
        const std::size_t found = rest.find(mark);
        if (found == std::string_view::npos || !is_text(rest.substr(0, found))) return false;
        at_ += found + mark.size();
        return true;
    }
    void skip_blanks() {
        while (at_ < end_ && (classes[*at_] & blank) != 0) ++at_;
    }

    bool prologue() {
        if (looking_at("\xEF\xBB\xBF")) at_ += 3;
        if (!looking_at("<?xml ")) return true;
        const std::string_view rest(reinterpret_cast<const char*>(at_), std::min<std::size_t>(static_cast<std::size_t>(end_ - at_), 200));
        static constexpr std::string_view usual[] = {
            R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)", R"(<?xml version="1.0" encoding="UTF-8"?>)",
            R"(<?xml version="1.0" encoding="utf-8"?>)",                  R"(<?xml version="1.0"?>)",
            R"(<?xml version='1.0' encoding='UTF-8' standalone='yes'?>)", R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>)",
            R"(<?xml version="1.0" encoding="utf-8" standalone="yes"?>)", R"(<?xml version="1.0" standalone="yes"?>)",
            R"(<?xml version='1.0' encoding='UTF-8'?>)"};
        for (const std::string_view each : usual) {
            if (!rest.starts_with(each)) continue;
            at_ += each.size();
            return true;
        }
        return false;
    }

    /// A name without colon; empty where none stands here. Letters outside ASCII are left to the real parser.
    std::string_view name() {
        const unsigned char* from = at_;
        if (at_ < end_ && (classes[*at_] & name_start) != 0) {
            while (at_ < end_ && (classes[*at_] & name_part) != 0) ++at_;
        }
        return {reinterpret_cast<const char*>(from), static_cast<std::size_t>(at_ - from)};
    }

    /// prefix:name or name; false where none stands here.
    bool qualified(std::string_view& prefix, std::string_view& local) {
        prefix = {};
        local = name();
        if (local.empty()) return false;
        if (at_ < end_ && *at_ == ':') {
            ++at_;
            prefix = local;
            local = name();
        }
        return !local.empty() && (at_ >= end_ || (*at_ != ':' && *at_ < 0x80));
    }

    /// A well-formed UTF-8 sequence of an allowed character above ASCII, copied; false where it is none.
    bool multibyte(unsigned char*& out) {
        const unsigned lead = *at_;
        if (lead >= 0xC2 && lead < 0xE0 && end_ - at_ > 1 && (at_[1] & 0xC0) == 0x80) {  // Cyrillic among them
            *out++ = *at_++;
            *out++ = *at_++;
            return true;
        }
        const std::ptrdiff_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || end_ - at_ < length) return false;
        for (std::ptrdiff_t i = 1; i < length; ++i) {
            if ((at_[i] & 0xC0) != 0x80) return false;
        }
        const unsigned second = at_[1];
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return false;
        if (lead == 0xEF && second == 0xBF && at_[2] >= 0xBE) return false;
        for (std::ptrdiff_t i = 0; i < length; ++i) *out++ = *at_++;
        return true;
    }

    /// A character reference or one of the five entities, as UTF-8.
    bool reference(unsigned char*& out) {
        static constexpr struct {
            std::string_view name;
            unsigned char character;
        } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
        for (const auto& each : known) {
            if (!looking_at(each.name)) continue;
            *out++ = each.character;
            at_ += each.name.size();
            return true;
        }
        if (!looking_at("&#")) return false;
        const bool hexadecimal = end_ - at_ > 2 && at_[2] == 'x';
        at_ += hexadecimal ? 3 : 2;
        std::uint32_t value = 0;
        int digits = 0;
        for (; at_ < end_ && *at_ != ';'; ++at_, ++digits) {
            const unsigned c = *at_;
            unsigned digit = 99;
            if (c >= '0' && c <= '9') digit = c - '0';
            else if (hexadecimal && (c | 0x20) >= 'a' && (c | 0x20) <= 'f') digit = (c | 0x20) - 'a' + 10;
            if (digit == 99 || digits > 7) return false;
            value = value * (hexadecimal ? 16 : 10) + digit;
        }
        if (at_ >= end_ || digits == 0) return false;
        ++at_;
        const bool allowed = value == '\t' || value == '\n' || value == '\r' || (value >= 0x20 && value < 0xD800) ||
                             (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value <= 0x10FFFF);
        if (!allowed) return false;
        if (value < 0x80) {
            *out++ = static_cast<unsigned char>(value);
        } else {
            if (value >= 0x10000) *out++ = static_cast<unsigned char>(0xF0 | value >> 18);
            if (value >= 0x800) *out++ = static_cast<unsigned char>(value >= 0x10000 ? 0x80 | (value >> 12 & 0x3F) : 0xE0 | value >> 12);
            *out++ = static_cast<unsigned char>(value >= 0x800 ? 0x80 | (value >> 6 & 0x3F) : 0xC0 | value >> 6);
            *out++ = static_cast<unsigned char>(0x80 | (value & 0x3F));
        }
        return true;
    }

    /// Where the plain text from here on ends at the latest; references only shrink.
    std::size_t room_until(unsigned char stop) const {
        const void* found = std::memchr(at_, stop, static_cast<std::size_t>(end_ - at_));
        return static_cast<std::size_t>((found != nullptr ? static_cast<const unsigned char*>(found) : end_) - at_);
    }

    const unsigned char* at_;
    const unsigned char* const end_;
};

}  // namespace irikteu::xml::reading
