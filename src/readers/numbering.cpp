#include "readers/numbering.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/number_format.hpp"
#include "readers/symbol_fonts.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

namespace {

constexpr std::size_t longest = 255;  ///< Bytes of a number; Word stops far earlier.

/// Cuts what is too long, between two characters.
void shorten(std::string& number) {
    if (number.size() > longest) number.resize(longest);
    while (!base::is_utf8(number)) number.pop_back();
}

}  // namespace

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
        } else if (name == "lvlText") {
            level.text = val.substr(0, longest + 4);
            shorten(level.text);
        }
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

Numbering::Numbering(xml::Node numbering, const Styles& styles, std::string source) : source_(std::move(source)), styles_(&styles) {
    if (!numbering) return;
    for (const xml::Node e : numbering.elements()) {
        if (e.name() == "num") nums_.emplace(integer_attribute(e, "numId", -1), e);
        if (e.name() != "abstractNum") continue;
        const int id = integer_attribute(e, "abstractNumId", 0);
        abstracts_.emplace(id, e);
        if (const xml::Node link = e.first_element("styleLink")) by_style_link_.emplace(attribute(link, "val").value_or(""), id);
    }
}

int Numbering::follow_links(int abstract) const {
    std::set<int> met;
    for (;;) {
        const auto it = abstracts_.find(abstract);
        const xml::Node link = it == abstracts_.end() ? xml::Node() : it->second.first_element("numStyleLink");
        if (!link) return abstract;
        if (!met.insert(abstract).second) {
            throw base::Error(base::ErrorCode::malformed, "numbering definitions refer to each other in a circle", {source_, 0, 0, "numbering"});
        }
        const std::string_view style = attribute(link, "val").value_or("");
        if (const auto linked = by_style_link_.find(style); linked != by_style_link_.end()) {
            abstract = linked->second;
            continue;
        }
        const auto num = nums_.find(styles_->numbering(style).value_or(-1));
        if (num == nums_.end()) return abstract;
        abstract = integer_attribute(num->second.first_element("abstractNumId"), "val", -1);
    }
}

const Numbering::Levels& Numbering::definition_of(int abstract) {
    const auto known = definitions_.find(abstract);
    if (known != definitions_.end()) return known->second;
    Levels& definition = definitions_[abstract];
    const auto it = abstracts_.find(abstract);
    if (it == abstracts_.end()) return definition;
    for (const xml::Node part : it->second.elements()) {
        const int level = part.name() == "lvl" ? integer_attribute(part, "ilvl", -1) : -1;
        if (level >= 0 && level < levels) definition[static_cast<std::size_t>(level)] = read_level(part);
    }
    return definition;
}

void Numbering::override_levels(xml::Node num, List& list) const {
    for (const xml::Node over : num.elements()) {
        const int level = over.name() == "lvlOverride" ? integer_attribute(over, "ilvl", -1) : -1;
        if (level < 0 || level >= levels) continue;
        const auto at = static_cast<std::size_t>(level);
        if (const xml::Node start = over.first_element("startOverride")) list.start_override[at] = integer_attribute(start, "val", 1);
        if (const xml::Node lvl = over.first_element("lvl")) {
            list.replaced[at] = std::make_unique<NumberingLevel>(read_level(lvl));
            list.definition[at] = list.replaced[at].get();
        }
    }
}

Numbering::List* Numbering::list_of(int id) {
    if (const auto known = lists_.find(id); known != lists_.end()) return &known->second;
    const auto num = nums_.find(id);
    if (num == nums_.end()) return nullptr;
    List& list = lists_[id];
    list.abstract = follow_links(integer_attribute(num->second.first_element("abstractNumId"), "val", -1));
    const Levels& definition = definition_of(list.abstract);
    for (std::size_t i = 0; i < levels; ++i) list.definition[i] = &definition[i];
    override_levels(num->second, list);
    return &list;
}

int Numbering::level_by_style(const List& list, std::string_view style) {
    if (style.empty()) return -1;
    for (int i = 0; i < levels; ++i) {
        if (list.level(static_cast<std::size_t>(i)).paragraph_style == style) return i;
    }
    return -1;
}

std::string Numbering::display(const List& list, const Counters& counters, int level) const {
    const NumberingLevel& shown = list.level(static_cast<std::size_t>(level));
    std::string text;
    for (std::size_t i = 0; i < shown.text.size() && text.size() < longest; ++i) {
        const char next = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
        if (shown.text[i] != '%' || next < '1' || next > '9') {
            text += shown.text[i];
            continue;
        }
        ++i;
        const auto k = static_cast<std::size_t>(next - '1');
        if (static_cast<int>(k) > level) continue;
        const NumberingLevel& part = list.level(k);
        const int value = counters.used[k] ? counters.value[k] : list.start(k);
        const bool digits = shown.legal && part.format != "none" && part.format != "decimalZero";
        text += format_number(value, digits || part.format == "bullet" ? "decimal" : part.format, part.custom_format);
    }
    shorten(text);
    return text;
}

std::optional<DisplayedNumber> Numbering::next(const NumberingReference& reference, std::string_view style_id,
                                               std::string_view numbering_style, std::optional<int> own_level) {
    if (!reference.numbering || *reference.numbering == 0) return std::nullopt;
    List* const used = list_of(*reference.numbering);
    if (used == nullptr) return std::nullopt;
    List& list = *used;
    int level = own_level.value_or(-1);
    if (level < 0) level = level_by_style(list, style_id);
    if (level < 0) level = level_by_style(list, numbering_style);
    if (level < 0) level = reference.level.value_or(0);
    level = std::clamp(level, 0, levels - 1);

    const auto at = static_cast<std::size_t>(level);
    Counters& counters = counters_[list.abstract];
    const NumberingLevel& definition = list.level(at);
    if (!list.started[at] && list.start_override[at]) {
        counters.value[at] = *list.start_override[at];
    } else {
        counters.value[at] = counters.used[at] ? std::min(counters.value[at] + 1, 1'000'000) : list.start(at);
    }
    list.started[at] = true;
    counters.used[at] = true;
    for (std::size_t k = at + 1; k < levels; ++k) {
        const int restart = list.level(k).restart;
        if (restart < 0 || (restart > 0 && level < restart)) counters.used[k] = false;
    }
    DisplayedNumber number;
    number.level = level;
    number.bullet = definition.format == "bullet";
    number.text = number.bullet ? without_symbol_codes(definition.text, definition.font) : display(list, counters, level);
    return number;
}

}  // namespace irikteu::readers
