#include "pdf/to_unicode.hpp"

#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace irikteu::pdf {

namespace {

/// UTF-16 units of hexadecimal digits.
std::vector<unsigned> units_of(std::string_view digits) {
    std::vector<unsigned> units;
    unsigned value = 0;
    std::size_t count = 0;
    for (const char c : digits) {
        const int digit = base::hexadecimal(c);
        if (digit < 0) continue;
        value = value << 4 | static_cast<unsigned>(digit);
        if (++count % 4 == 0) {
            units.push_back(value & 0xffff);
            value = 0;
        }
    }
    return units;
}

std::string text_of_units(const std::vector<unsigned>& units) {
    std::string out;
    for (std::size_t i = 0; i < units.size(); ++i) {
        char32_t c = units[i];
        if (c >= 0xd800 && c < 0xdc00 && i + 1 < units.size() && units[i + 1] >= 0xdc00 && units[i + 1] < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (units[++i] - 0xdc00);
        }
        base::append_utf8(out, c);
    }
    return out;
}

/// "<…>" strings, "[" and "]", words; everything of a CMap that matters here.
struct Tokens {
    std::string_view text;
    std::size_t at = 0;
    std::string_view next() {
        at = text.find_first_not_of(" \t\r\n\f", at);
        if (at == std::string_view::npos) return {};
        const auto start = at;
        if (text[at] == '<' && text.substr(at, 2) != "<<") {
            at = text.find('>', at);
            at = at == std::string_view::npos ? text.size() : at + 1;
        } else if (text[at] == '[' || text[at] == ']') {
            ++at;
        } else {
            at = text.find_first_of(" \t\r\n\f<[]", at + 1);
            if (at == std::string_view::npos) at = text.size();
        }
        return text.substr(start, at - start);
    }
};

}  // namespace

UnicodeMap::UnicodeMap(std::string_view cmap) {
    Tokens tokens{cmap};
    enum class In { nothing, characters, ranges } in = In::nothing;
    const auto code_of = [](std::string_view token) {
        const auto units = units_of(token);
        return units.empty() ? 0u : units[0];
    };
    for (auto token = tokens.next(); !token.empty(); token = tokens.next()) {
        if (token == "beginbfchar") in = In::characters;
        if (token == "beginbfrange") in = In::ranges;
        if (token == "endbfchar" || token == "endbfrange") in = In::nothing;
        if (token[0] != '<' || in == In::nothing) continue;
        const auto first = code_of(token);
        if (in == In::characters) {
            texts_[first] = text_of_units(units_of(tokens.next()));
            continue;
        }
        const auto last = code_of(tokens.next());
        auto text = tokens.next();
        const bool list = text == "[";
        if (list) text = tokens.next();
        auto units = units_of(text);
        for (auto code = first; code <= last; ++code) {
            texts_[code] = text_of_units(units);
            if (list) {
                text = tokens.next();
                if (text == "]") break;
                units = units_of(text);
            } else if (!units.empty()) {
                ++units.back();
            }
        }
    }
}

const std::string* UnicodeMap::find(unsigned code) const {
    const auto found = texts_.find(code);
    return found == texts_.end() ? nullptr : &found->second;
}

}  // namespace irikteu::pdf
