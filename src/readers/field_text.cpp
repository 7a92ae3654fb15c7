#include "readers/field_text.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "readers/symbol_fonts.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

std::optional<std::string> shown_code(std::string_view code) {
    const auto next_word = [&code] {
        code = xml::trim(code);
        const std::size_t end = std::min(code.find_first_of(" \t\r\n"), code.size());
        const std::string_view word = code.substr(0, end);
        code.remove_prefix(end);
        return word;
    };
    const std::string_view name = next_word();
    if (name == "MACROBUTTON" || name == "GOTOBUTTON") {
        next_word();
        return std::string(xml::trim(code));
    }
    if (name != "SYMBOL") return std::nullopt;
    const std::string_view number = next_word();
    const bool hexadecimal = number.starts_with("0x") || number.starts_with("0X");
    unsigned value = 0;
    const std::string_view digits = hexadecimal ? number.substr(2) : number;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    if (value == 0 || value > 0xFFFF) return std::nullopt;
    const auto font = code.find("\\f");
    std::string_view family = font == std::string_view::npos ? "" : xml::trim(code.substr(font + 2));
    if (family.starts_with('"')) family = family.substr(1, family.find('"', 1) - 1);
    return symbol_text(family, value);
}

std::optional<std::string> form_field_text(xml::Node data) {
    if (const xml::Node box = data.first_element("checkBox")) {
        const auto checked = on_off(box.first_element("checked"));
        return std::string(checked.value_or(on_off(box.first_element("default")).value_or(false)) ? ticked_box : empty_box);
    }
    const xml::Node list = data.first_element("ddList");
    if (!list) return std::nullopt;
    const xml::Node result = list.first_element("result");
    int wanted = integer_attribute(result ? result : list.first_element("default"), "val", 0);
    for (xml::Node entry = list.first_element("listEntry"); entry; entry = entry.next_element("listEntry")) {
        if (wanted-- == 0) return std::string(attribute(entry, "val").value_or(""));
    }
    return std::nullopt;
}

std::string character_text(xml::Node sym) {
    unsigned code = 0;
    for (const char c : attribute(sym, "char").value_or("")) {
        const int digit = base::hexadecimal(c);
        if (digit < 0 || code > 0xFFFF) break;
        code = code * 16 + static_cast<unsigned>(digit);
    }
    return symbol_text(attribute(sym, "font").value_or(""), code);
}

}  // namespace irikteu::readers
