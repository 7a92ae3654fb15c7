#include "layout/text_transform.hpp"

#include "kazakh/letters.hpp"

namespace irikteu::layout {

std::string transformed(std::string_view text, TextTransform transform, WordState before) {
    if (transform == TextTransform::none) return std::string(text);
    std::u32string points = kazakh::to_code_points(text);
    bool inside = before == WordState::inside_word;
    for (char32_t& c : points) {
        const bool begins = !inside && kazakh::to_upper(c) != c;
        inside = !kazakh::is_space(c) && (inside || begins || kazakh::to_lower(c) != c || (c >= U'0' && c <= U'9'));
        if (transform == TextTransform::lowercase) {
            c = kazakh::to_lower(c);
        } else if (transform == TextTransform::uppercase || begins) {
            c = kazakh::to_upper(c);
        }
    }
    return kazakh::to_utf8(points);
}

std::string collapsed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) out += c;
        if (space && (out.empty() || out.back() != ' ')) out += ' ';
    }
    return out;
}

}  // namespace irikteu::layout
