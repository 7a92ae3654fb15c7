#include "outline/contacts.hpp"

#include <algorithm>
#include <vector>

#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"
#include "outline/local_conclusion.hpp"
#include "outline/source.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

/// Where the telephone begins: its word, or a number of seven digits and more.
std::size_t phone_in(std::string_view text, const act::Act& act) {
    std::vector<std::string> words;
    for (const auto& phrase : act.wording("phone")) words.push_back(kazakh::matching_key(phrase).folded);
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t before = at;
        const char32_t c = at < text.size() ? kazakh::next_code_point(text, at) : U' ';
        if (at == before) ++at;
        if (kazakh::is_letter(c)) continue;
        const std::string word = kazakh::matching_key(text.substr(start, before - start)).folded;
        if (std::find(words.begin(), words.end(), word) != words.end()) return start;
        start = at;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '+' && text[i] != '8' && text[i] != '(') continue;
        if (i > 0 && is_digit(text[i - 1])) continue;
        const auto end = std::min(text.find_first_not_of("0123456789+-() ", i), text.size());
        const auto digits = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](char c) { return c >= '0' && c <= '9'; });
        if (digits >= 7) return i;
    }
    return text.size();
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.remove_suffix(1);
    return std::string(xml::trim(text));
}

/// From the first digit, plus or parenthesis on.
std::string phone(std::string_view text) {
    const auto start = text.find_first_of("+(0123456789");
    return start == std::string_view::npos ? std::string() : trimmed(text.substr(start));
}

void part_phone(xml::Node conclusion, const act::Act& act) {
    xml::Node address = conclusion.first_element("address");
    if (!address || conclusion.first_element("phone")) return;
    const std::string text = xml::normalize_space(address.text());
    const auto split = phone_in(text, act);
    const std::string number = phone(std::string_view(text).substr(split));
    if (number.empty()) return;
    copy_source(conclusion.append_with_text("phone", number), address);
    copy_source(conclusion.append_with_text("address", trimmed(std::string_view(text).substr(0, split))), address);
    address.remove();
}

}  // namespace irikteu::outline
