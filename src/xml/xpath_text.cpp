#include "xml/xpath_text.hpp"

#include <libxml/xpath.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "xml/xpath_axes.hpp"

namespace irikteu::xml::xpath {

namespace {

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }
bool is_text(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }

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
    while (!text.empty() && base::is_white_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && base::is_white_space(text.back())) text.remove_suffix(1);
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
    // Digits with a point: the nearest number, where libxml2 sums up digit by digit.
    if (digits.find_first_not_of("0123456789.") == digits.npos) {
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
        if (end == digits.data() + digits.size() && error == std::errc()) return negative ? -value : value;
    }
    return xmlXPathCastStringToNumber(BAD_CAST std::string(text).c_str());
}

void append_number(double number, std::string& to) {
    if (std::abs(number) < 1e9 && number == std::floor(number)) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(number));
        to.append(digits, end.ptr);
        return;
    }
    if (!std::isfinite(number)) {
        to += std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        return;
    }
    const double size = std::abs(number);
    char digits[400];
    if (size < 1e9 && size >= 1e-5) {  // Fifteen digits, as libxml2 writes it.
        const int before_point = static_cast<int>(std::log10(size));
        const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, before_point > 0 ? 14 - before_point : 15 - before_point);
        std::string_view written(digits, static_cast<std::size_t>(end.ptr - digits));
        while (written.back() == '0') written.remove_suffix(1);
        if (written.back() == '.') written.remove_suffix(1);
        to += written;
        return;
    }
    // Where libxml2 writes an exponent, which XPath 1.0 (4.2) does not know: fifteen digits, as it gives elsewhere.
    const int precision = std::max(0, 14 - static_cast<int>(std::floor(std::log10(size))));
    const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, precision);
    std::string_view written(digits, static_cast<std::size_t>(end.ptr - digits));
    if (written.find('.') != written.npos) {
        while (written.back() == '0') written.remove_suffix(1);
        if (written.back() == '.') written.remove_suffix(1);
    }
    to += written;
}

bool is_true(double number) { return number != 0 && !std::isnan(number); }

double string_length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += !base::goes_on(c);
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
        if (base::goes_on(text[i])) continue;
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
    while (!text.empty() && base::is_white_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && base::is_white_space(text.back())) text.remove_suffix(1);
    bool folded = true;
    for (std::size_t i = 0; folded && i < text.size(); ++i)
        folded = !base::is_white_space(text[i]) || (text[i] == ' ' && !base::is_white_space(text[i + 1]));
    if (folded) return text;
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (!base::is_white_space(c)) result += c;
        else if (result.back() != ' ') result += ' ';
    }
    room = std::move(result);
    return room;
}

namespace {

/// What translate() makes of single characters. Rules ask for the same few again and again.
class Changes {
  public:
    Changes() = default;
    Changes(std::string_view from, std::string_view to) : from_(from), to_(to) {
        const char* target = to_.data();
        const char* const end = to_.data() + to_.size();
        for (const char* at = from_.data(); at < from_.data() + from_.size();) {
            const char32_t character = take_character(at, from_.data() + from_.size());
            const char* begin = target;
            if (target < end) take_character(target, end);
            if (find(character) != nullptr) continue;
            changes_.push_back({character, {begin, static_cast<std::size_t>(target - begin)}});
            if (character < kTwoBytes) met_[character / 64] |= std::uint64_t{1} << character % 64;
            if (character < 128) ascii_[character] = static_cast<unsigned short>(changes_.size());
            else if (changes_.size() > kFew) others_.emplace(character, changes_.size() - 1);
        }
    }
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;

    bool is(std::string_view from, std::string_view to) const { return from_ == from && to_ == to; }

    /// The text itself where nothing of it is changed, else in `room`.
    std::string_view apply(std::string_view text, std::string& room) const {
        const char* const end = text.data() + text.size();
        const char* same = text.data();  // From here on nothing was changed.
        bool any = false;
        for (const char* at = text.data(); at < end;) {
            const char* begin = at;
            const Change* change = find(take_character(at, end));
            if (change == nullptr) continue;
            if (!std::exchange(any, true)) {
                room.clear();
                room.reserve(text.size());
            }
            room.append(same, begin);
            room += change->becomes;
            same = at;
        }
        if (!any) return text;
        room.append(same, end);
        return room;
    }

  private:
    struct Change {
        char32_t character;
        std::string_view becomes;
    };
    const Change* find(char32_t character) const {
        if (character < 128) return ascii_[character] == 0 ? nullptr : &changes_[ascii_[character] - 1u];
        if (character < kTwoBytes && (met_[character / 64] >> character % 64 & 1) == 0) return nullptr;
        for (std::size_t i = 0; i < std::min(changes_.size(), kFew); ++i)
            if (changes_[i].character == character) return &changes_[i];
        if (others_.empty()) return nullptr;
        const auto found = others_.find(character);
        return found == others_.end() ? nullptr : &changes_[found->second];
    }

    static constexpr std::size_t kFew = 128;  ///< So many are looked through.

    std::string from_, to_;
    std::vector<Change> changes_;
    static constexpr char32_t kTwoBytes = 0x800;  ///< From here on characters have three bytes.
    std::array<std::uint64_t, kTwoBytes / 64> met_{};  ///< Which of those below are changed.
    std::array<unsigned short, 128> ascii_{};  ///< Index into changes_, from 1.
    std::unordered_map<char32_t, std::size_t> others_;  ///< What is neither ASCII nor among the first few.
};

}  // namespace

std::string_view translate(std::string_view text, std::string_view from, std::string_view to, std::string& room) {
    if (text.empty() || from.empty()) return text;
    static thread_local std::array<std::unique_ptr<Changes>, 4> known;
    static thread_local std::size_t oldest = 0;
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each && each->is(from, to); });
    if (found != known.end()) return (*found)->apply(text, room);
    auto& fresh = known[oldest++ % known.size()] = std::make_unique<Changes>(from, to);
    return fresh->apply(text, room);
}

std::string_view translate_once(std::string_view text, std::string_view from, std::string_view to, std::string& room) {
    constexpr std::size_t few = 32;  // Bytes that are looked through for each character.
    if (text.empty() || from.empty()) return text;
    if (from.size() > few || !to.empty()) return Changes(from, to).apply(text, room);
    room.clear();
    for (const char* at = text.data(); at < text.data() + text.size();) {
        const char* const begin = at;
        take_character(at, text.data() + text.size());
        const std::string_view character(begin, static_cast<std::size_t>(at - begin));
        if (from.find(character) == from.npos) room += character;
    }
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
    if (node != nullptr && node->type == XML_NAMESPACE_DECL) {  // No xmlNode but an xmlNs, whose `next` is the element here.
        const auto* space = reinterpret_cast<const xmlNs*>(node);
        id = "s" + (space->prefix == nullptr ? std::string() : std::string(view(space->prefix)));
        node = reinterpret_cast<const xmlNode*>(space->next);
    }
    // An element says its place in the document where that is known; what lies beside or below it counts from there.
    for (; node != nullptr && node->type != XML_DOCUMENT_NODE; node = node->parent) {
        if (const std::ptrdiff_t place = place_of(node)) return "id" + std::to_string(place) + id;
        std::size_t position = 1;
        const xmlNode* before = node->prev;
        for (; before != nullptr && place_of(before) == 0; before = before->prev) ++position;
        id.insert(0, (node->type == XML_ATTRIBUTE_NODE ? "a" : before != nullptr ? "f" : "n") + std::to_string(position));
        if (before != nullptr) return "id" + std::to_string(place_of(before)) + id;
    }
    return "id" + id;
}

}  // namespace irikteu::xml::xpath
