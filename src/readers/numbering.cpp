#include "readers/numbering.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "readers/number_format.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

NumberingLevel Numbering::read_level(xml::Node lvl) {
    NumberingLevel level;
    for (const xml::Node e : lvl.elements()) {
        const std::string_view name = e.name();
        const std::string_view val = attribute(e, "val").value_or("");
        if (name == "start") level.start = integer_attribute(e, "val", 1);
        else if (name == "numFmt") {
            level.format = val;
            level.custom_format = attribute(e, "format").value_or("");
        } else if (name == "AlternateContent") {  // A "custom" format with its plain fallback.
            const xml::Node fallback = e.first_element("Fallback").first_element("numFmt");
            const xml::Node choice = e.first_element("Choice").first_element("numFmt");
            const xml::Node taken = choice ? choice : fallback;
            if (taken) level.format = attribute(taken, "val").value_or("decimal");
            if (taken) level.custom_format = attribute(taken, "format").value_or("");
        } else if (name == "lvlText") level.text = val;
        else if (name == "lvlRestart") level.restart = integer_attribute(e, "val", -1);
        else if (name == "isLgl") level.legal = *on_off(e);
        else if (name == "pStyle") level.paragraph_style = val;
        else if (name == "rPr") {
            const xml::Node fonts = e.first_element("rFonts");
            if (fonts) level.font = attribute(fonts, "ascii").value_or(attribute(fonts, "hAnsi").value_or(""));
        }
    }
    return level;
}

Numbering::Numbering(xml::Node numbering, const std::string& source) {
    if (!numbering) return;
    std::map<int, Abstract> abstracts;
    std::map<std::string, int> by_style_link;
    for (const xml::Node e : numbering.elements()) {
        if (e.name() != "abstractNum") continue;
        const int id = integer_attribute(e, "abstractNumId", 0);
        Abstract abstract;
        for (const xml::Node part : e.elements()) {
            if (part.name() == "numStyleLink") abstract.link = attribute(part, "val").value_or("");
            if (part.name() == "styleLink") by_style_link.emplace(attribute(part, "val").value_or(""), id);
            const int level = part.name() == "lvl" ? integer_attribute(part, "ilvl", -1) : -1;
            if (level >= 0 && level < levels) abstract.definition[static_cast<std::size_t>(level)] = read_level(part);
        }
        abstracts.emplace(id, std::move(abstract));
    }
    for (const xml::Node e : numbering.elements()) {
        if (e.name() != "num") continue;
        List list;
        list.abstract = integer_attribute(e.first_element("abstractNumId"), "val", -1);
        for (std::size_t hops = 0; abstracts.contains(list.abstract) && !abstracts[list.abstract].link.empty(); ++hops) {
            const auto linked = by_style_link.find(abstracts[list.abstract].link);
            if (linked == by_style_link.end()) break;
            if (hops > abstracts.size()) {
                throw base::Error(base::ErrorCode::malformed, "numbering definitions refer to each other in a circle",
                                  {source, 0, 0, "numbering"});
            }
            list.abstract = linked->second;
        }
        if (const auto it = abstracts.find(list.abstract); it != abstracts.end()) list.definition = it->second.definition;
        for (const xml::Node over : e.elements()) {
            const int level = over.name() == "lvlOverride" ? integer_attribute(over, "ilvl", -1) : -1;
            if (level < 0 || level >= levels) continue;
            const auto at = static_cast<std::size_t>(level);
            const xml::Node start = over.first_element("startOverride");
            if (start) list.start_override[at] = integer_attribute(start, "val", 1);
            const xml::Node lvl = over.first_element("lvl");
            if (lvl) list.definition[at] = read_level(lvl);
        }
        lists_.emplace(integer_attribute(e, "numId", -1), std::move(list));
    }
}

int Numbering::level_by_style(const Levels& definition, std::string_view style) {
    if (style.empty()) return -1;
    for (int i = 0; i < levels; ++i) {
        if (definition[static_cast<std::size_t>(i)].paragraph_style == style) return i;
    }
    return -1;
}

std::string Numbering::display(const List& list, const Counters& counters, int level) const {
    const NumberingLevel& shown = list.definition[static_cast<std::size_t>(level)];
    std::string text;
    for (std::size_t i = 0; i < shown.text.size(); ++i) {
        const char next = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
        if (shown.text[i] != '%' || next < '1' || next > '9') {
            text += shown.text[i];
            continue;
        }
        ++i;
        const auto k = static_cast<std::size_t>(next - '1');
        if (static_cast<int>(k) > level) continue;
        const NumberingLevel& part = list.definition[k];
        const int value = counters.used[k] ? counters.value[k] : list.start_override[k].value_or(part.start);
        const bool digits = shown.legal && static_cast<int>(k) < level && part.format != "none";
        text += format_number(value, digits || part.format == "bullet" ? "decimal" : part.format, part.custom_format);
    }
    return text;
}

std::optional<DisplayedNumber> Numbering::next(const NumberingReference& reference, std::string_view style_id,
                                               std::string_view numbering_style, std::optional<int> own_level) {
    if (!reference.numbering || *reference.numbering == 0) return std::nullopt;
    const auto it = lists_.find(*reference.numbering);
    if (it == lists_.end()) return std::nullopt;
    List& list = it->second;
    int level = own_level.value_or(-1);
    if (level < 0) level = level_by_style(list.definition, style_id);
    if (level < 0) level = level_by_style(list.definition, numbering_style);
    if (level < 0) level = reference.level.value_or(0);
    level = std::clamp(level, 0, levels - 1);

    const auto at = static_cast<std::size_t>(level);
    Counters& counters = counters_[list.abstract];
    const NumberingLevel& definition = list.definition[at];
    if (!list.started[at] && list.start_override[at]) {
        counters.value[at] = *list.start_override[at];
    } else {
        counters.value[at] = counters.used[at] ? std::min(counters.value[at] + 1, 1'000'000) : definition.start;
    }
    list.started[at] = true;
    counters.used[at] = true;
    for (std::size_t k = at + 1; k < levels; ++k) {
        const int restart = list.definition[k].restart;
        if (restart < 0 || (restart > 0 && level < restart)) counters.used[k] = false;
    }
    DisplayedNumber number;
    number.level = level;
    number.bullet = definition.format == "bullet";
    number.text = number.bullet ? without_symbol_codes(definition.text, definition.font) : display(list, counters, level);
    return number;
}

}  // namespace irikteu::readers
