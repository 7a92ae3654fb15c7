#include "outline/contacts.hpp"

#include <algorithm>
#include <vector>

#include "base/ascii.hpp"
#include "kazakh/key.hpp"
#include "outline/keys.hpp"
#include "outline/source.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

std::size_t phone_in(std::string_view text, const act::Act& act) {
    std::vector<std::string> words;
    for (const auto& phrase : act.wording("phone")) words.push_back(kazakh::matching_key(phrase).folded);
    if (const auto word = place_of_word(text, words); word != std::string_view::npos) return word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '+' && text[i] != '8' && text[i] != '(') continue;
        if (i > 0 && base::is_ascii_digit(text[i - 1])) continue;
        const auto end = std::min(text.find_first_not_of("0123456789+-() ", i), text.size());
        const auto digits = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(end),
                                          base::is_ascii_digit);
        if (digits >= 7) return i;
    }
    return text.size();
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.remove_suffix(1);
    return std::string(xml::trim(text));
}

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
