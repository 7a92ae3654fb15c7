#include "xml/xpath_text.hpp"

#include <libxml/xpath.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace irikteu::xml::xpath {

namespace {

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }
bool is_text(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The texts below `top`, joined.
void collect(const xmlNode* top, std::string& into) {
    const xmlNode* node = top->children;
    while (node != nullptr) {
        if (is_text(node)) into += view(node->content);
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != top && node->next == nullptr) node = node->parent;
        if (node == top) return;
        node = node->next;
    }
}

/// One character of UTF-8 text, and past it.
char32_t take_character(const char*& at, const char* end) {
    const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
    const unsigned char first = byte(0);
    const int length = static_cast<int>(std::min<std::ptrdiff_t>(first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, end - at));
    char32_t value = first < 0x80 ? first : first & (0xFFu >> (length + 1));
    for (int i = 1; i < length; ++i) value = (value << 6) | (byte(i) & 0x3Fu);
    at += length;
    return value;
}

}  // namespace

std::string_view string_value(const xmlNode* node, std::string& room) {
    switch (node->type) {
        case XML_ELEMENT_NODE:
        case XML_DOCUMENT_NODE:
        case XML_ATTRIBUTE_NODE:
            if (node->children == nullptr) return {};
            if (node->children->next == nullptr && is_text(node->children)) return view(node->children->content);
            room.clear();
            collect(node, room);
            return room;
        default: return view(node->content);
    }
}

double to_number(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    if (text.empty()) return std::nan("");
    const bool negative = text.front() == '-';
    std::string_view digits = text.substr(negative ? 1 : 0);
    if (!digits.empty() && digits.size() <= 15) {
        std::int64_t value = 0;
        std::size_t i = 0;
        for (; i < digits.size() && digits[i] >= '0' && digits[i] <= '9'; ++i) value = value * 10 + (digits[i] - '0');
        if (i == digits.size()) return negative ? -static_cast<double>(value) : static_cast<double>(value);
    }
    if (digits.empty() || (digits.front() != '.' && (digits.front() < '0' || digits.front() > '9'))) return std::nan("");
    return xmlXPathCastStringToNumber(BAD_CAST std::string(text).c_str());
}

void append_number(double number, std::string& to) {
    if (std::abs(number) < 1e9 && number == std::floor(number)) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(number));
        to.append(digits, end.ptr);
        return;
    }
    xmlChar* text = xmlXPathCastNumberToString(number);
    to += view(text);
    xmlFree(text);
}

bool is_true(double number) { return number != 0 && !std::isnan(number); }

double string_length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += !is_continuation(c);
    return static_cast<double>(count);
}

double rounded(double number) {
    if (std::isnan(number) || std::isinf(number) || number == 0) return number;
    if (number < 0 && number >= -0.5) return -0.0;
    const double below = std::floor(number);
    return number - below < 0.5 ? below : below + 1;
}

namespace {

/// The characters at positions p with first <= p < end (XPath 1.0, 4.2).
std::string_view characters(std::string_view text, double first, double end) {
    double position = 1;
    std::size_t begin = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_continuation(text[i])) continue;
        const bool inside = position >= first && position < end;
        if (inside && begin == text.size()) begin = i;
        if (!inside && begin != text.size()) return text.substr(begin, i - begin);
        ++position;
    }
    return text.substr(begin);
}

}  // namespace

std::string_view substring(std::string_view text, double from, double length) {
    return characters(text, rounded(from), rounded(from) + rounded(length));
}

std::string_view substring(std::string_view text, double from) { return characters(text, rounded(from), HUGE_VAL); }

std::string_view normalize_space(std::string_view text, std::string& room) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    bool folded = true;
    for (std::size_t i = 0; folded && i < text.size(); ++i)
        folded = !is_space(text[i]) || (text[i] == ' ' && !is_space(text[i + 1]));
    if (folded) return text;
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (!is_space(c)) result += c;
        else if (result.back() != ' ') result += ' ';
    }
    room = std::move(result);
    return room;
}

std::string_view translate(std::string_view text, std::string_view from, std::string_view to, std::string& room) {
    if (text.empty() || from.empty()) return text;
    struct Change {
        char32_t character;
        std::string_view becomes;
    };
    std::vector<Change> changes;
    std::array<signed char, 128> ascii{};  // 0: stays; -1: goes; else index into `changes`, from 1.
    const char* target = to.data();
    const char* const target_end = to.data() + to.size();
    for (const char* at = from.data(); at < from.data() + from.size();) {
        const char32_t character = take_character(at, from.data() + from.size());
        const char* begin = target;
        if (target < target_end) take_character(target, target_end);
        bool known = false;
        for (const Change& each : changes) known = known || each.character == character;
        if (known) continue;
        changes.push_back({character, {begin, static_cast<std::size_t>(target - begin)}});
        if (character < 128) ascii[character] = static_cast<signed char>(changes.size() < 127 ? changes.size() : 0);
    }
    const bool indexed = changes.size() < 127;
    std::string result;
    result.reserve(text.size());
    for (const char* at = text.data(); at < text.data() + text.size();) {
        const char* begin = at;
        const char32_t character = take_character(at, text.data() + text.size());
        const std::string_view same(begin, static_cast<std::size_t>(at - begin));
        if (indexed && character < 128) {
            const int index = ascii[character];
            result += index == 0 ? same : changes[static_cast<std::size_t>(index) - 1].becomes;
            continue;
        }
        std::string_view becomes = same;
        for (const Change& each : changes)
            if (each.character == character) becomes = each.becomes;
        result += becomes;
    }
    room = std::move(result);
    return room;
}

bool speaks(const xmlNode* node, std::string_view language) {
    for (; node != nullptr; node = node->parent) {
        if (node->type != XML_ELEMENT_NODE) continue;
        for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
            if (each->ns == nullptr || view(each->name) != "lang" || view(each->ns->href) != "http://www.w3.org/XML/1998/namespace") continue;
            std::string room;
            const std::string_view spoken = string_value(reinterpret_cast<const xmlNode*>(each), room);
            if (spoken.size() < language.size()) return false;
            const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
            for (std::size_t i = 0; i < language.size(); ++i)
                if (lower(spoken[i]) != lower(language[i])) return false;
            return spoken.size() == language.size() || spoken[language.size()] == '-';
        }
    }
    return false;
}

std::string generated_id(const xmlNode* node) {
    std::string id;
    for (; node != nullptr && node->type != XML_DOCUMENT_NODE; node = node->parent) {
        std::size_t position = 1;
        for (const xmlNode* before = node->prev; before != nullptr; before = before->prev) ++position;
        id += (node->type == XML_ATTRIBUTE_NODE ? "a" : "n") + std::to_string(position);
    }
    return "id" + id;
}

}  // namespace irikteu::xml::xpath
