#include "readers/styles.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/error.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

namespace {

template <class T>
void take(std::optional<T>& mine, const std::optional<T>& over) {
    if (over) mine = over;
}

struct TranslatedName {
    std::string_view text;  ///< Lower case.
    Style::Role role;
};

// The Cyrillic names, in UTF-8: "zagolovok", "takyryp", "nazvanie", "oglavlenie", "mazmuny".
constexpr TranslatedName translated_names[] = {
    {"heading", Style::Role::heading},
    {"\u0437\u0430\u0433\u043e\u043b\u043e\u0432\u043e\u043a", Style::Role::heading},
    {"\u0442\u0430\u049b\u044b\u0440\u044b\u043f", Style::Role::heading},
    {"\u0442\u0430\u049b\u044b\u0440\u044b\u0431\u044b", Style::Role::heading},
    {"\u00fcberschrift", Style::Role::heading},
    {"titre", Style::Role::heading},
    {"ba\u015fl\u0131k", Style::Role::heading},
    {"\u6807\u9898", Style::Role::heading},
    {"toc heading", Style::Role::contents},
    {"contents heading", Style::Role::contents},
    {"toc", Style::Role::contents},
    {"contents", Style::Role::contents},
    {"\u043e\u0433\u043b\u0430\u0432\u043b\u0435\u043d\u0438\u0435", Style::Role::contents},
    {"\u043c\u0430\u0437\u043c\u04b1\u043d\u044b", Style::Role::contents},
    {"title", Style::Role::title},
    {"subtitle", Style::Role::title},
    {"\u043d\u0430\u0437\u0432\u0430\u043d\u0438\u0435", Style::Role::title},
    {"\u043f\u043e\u0434\u0437\u0430\u0433\u043e\u043b\u043e\u0432\u043e\u043a", Style::Role::title},
};

/// Lower case of Latin and Cyrillic as it occurs in names of styles; other letters stay.
std::string folded_name(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto a = static_cast<unsigned char>(name[i]);
        const auto b = i + 1 < name.size() ? static_cast<unsigned char>(name[i + 1]) : 0u;
        if (a >= 'A' && a <= 'Z') {
            out += static_cast<char>(a - 'A' + 'a');
        } else if (a == 0xD0 && b >= 0x90 && b <= 0x9F) {  // U+0410…041F
            out += "\xD0";
            out += static_cast<char>(static_cast<unsigned char>(b + 0x20));
            ++i;
        } else if (a == 0xD0 && b >= 0xA0 && b <= 0xAF) {  // U+0420…042F
            out += "\xD1";
            out += static_cast<char>(static_cast<unsigned char>(b - 0x20));
            ++i;
        } else if (a == '_' || a == '-') {
            out += ' ';
        } else {
            out += static_cast<char>(a);
        }
    }
    return out;
}

std::optional<Typeface> typeface_of(xml::Node fonts) {
    const auto theme = attribute(fonts, "asciiTheme");
    if (theme) return theme->starts_with("major") ? Typeface::theme_major : Typeface::theme_minor;
    const auto name = attribute(fonts, "ascii");
    return name ? std::optional(typeface_named(*name)) : std::nullopt;
}

constexpr int longest_length = 31'680;  ///< Twips: what Word allows.

void read_length(xml::Node e, std::string_view name, std::optional<int>& length) {
    if (attribute(e, name)) length = std::clamp(integer_attribute(e, name, 0), -longest_length, longest_length);
}

/// 17.3.1.33
void read_spacing(xml::Node e, Spacing& spacing) {
    constexpr int automatic = 280;
    const auto is_on = [&](std::string_view name) {
        const auto value = attribute(e, name);
        return value && (*value == "1" || *value == "true" || *value == "on");
    };
    read_length(e, "before", spacing.before);
    read_length(e, "after", spacing.after);
    read_length(e, "line", spacing.line);
    if (is_on("beforeAutospacing")) spacing.before = automatic;
    if (is_on("afterAutospacing")) spacing.after = automatic;
    if (!attribute(e, "line")) return;
    const std::string_view rule = attribute(e, "lineRule").value_or("auto");
    spacing.rule = rule == "exact" ? Spacing::Rule::exact : rule == "atLeast" ? Spacing::Rule::at_least : Spacing::Rule::automatic;
}

/// 17.3.1.12
void read_indents(xml::Node e, Spacing& spacing) {
    for (const char* name : {"start", "left"}) read_length(e, name, spacing.left);
    for (const char* name : {"end", "right"}) read_length(e, name, spacing.right);
    read_length(e, "firstLine", spacing.first);
    std::optional<int> hanging;
    read_length(e, "hanging", hanging);
    if (hanging) spacing.first = -*hanging;
}

}  // namespace

void RunLook::override_with(const RunLook& over) {
    take(bold, over.bold);
    take(italic, over.italic);
    take(caps, over.caps);
    take(hidden, over.hidden);
    take(style_separator, over.style_separator);
    take(struck, over.struck);
    take(underlined, over.underlined);
    take(half_points, over.half_points);
    take(typeface, over.typeface);
    ink.override_with(over.ink);
}

void ParagraphLook::override_with(const ParagraphLook& over) {
    take(outline_level, over.outline_level);
    take(alignment, over.alignment);
    take(keep_with_next, over.keep_with_next);
    take(coloured, over.coloured);
    take(numbering.numbering, over.numbering.numbering);
    take(numbering.level, over.numbering.level);
    spacing.override_with(over.spacing);
}

RunLook read_run_look(xml::Node rPr) {
    RunLook look;
    if (!rPr) return look;
    for (const xml::Node e : rPr.elements()) {
        const std::string_view name = e.name();
        if (name == "b") look.bold = on_off(e);
        else if (name == "i") look.italic = on_off(e);
        else if (name == "caps" || name == "smallCaps") look.caps = look.caps.value_or(false) || *on_off(e);
        else if (name == "vanish") look.hidden = on_off(e);
        else if (name == "specVanish") look.style_separator = on_off(e);
        else if (name == "strike" || name == "dstrike") look.struck = look.struck.value_or(false) || *on_off(e);
        else if (name == "u") look.underlined = on_off(e);
        else if (name == "rFonts") look.typeface = typeface_of(e);
        else if (name == "sz") look.half_points = integer_attribute(e, "val", 0);
        else look.ink.take(e);
    }
    return look;
}

ParagraphLook read_paragraph_look(xml::Node pPr) {
    ParagraphLook look;
    if (!pPr) return look;
    for (const xml::Node e : pPr.elements()) {
        const std::string_view name = e.name();
        if (name == "outlineLvl") look.outline_level = integer_attribute(e, "val", 9);
        else if (name == "jc") look.alignment = std::string(attribute(e, "val").value_or(""));
        else if (name == "keepNext") look.keep_with_next = on_off(e);
        else if (name == "spacing") read_spacing(e, look.spacing);
        else if (name == "ind") read_indents(e, look.spacing);
        else if (name == "contextualSpacing") look.spacing.contextual = on_off(e);
        else if (name == "keepLines") look.spacing.keep_lines = on_off(e);
        else if (name == "shd") look.coloured = is_coloured(e);
        else if (name == "widowControl") look.spacing.widow_control = on_off(e);
        else if (name == "pageBreakBefore") look.spacing.page_break_before = on_off(e);
        else if (name == "numPr") {
            for (const xml::Node part : e.elements()) {
                if (part.name() == "numId") look.numbering.numbering = integer_attribute(part, "val", 0);
                if (part.name() == "ilvl") look.numbering.level = std::clamp(integer_attribute(part, "val", 0), 0, 8);
            }
        }
    }
    return look;
}

StyleName recognise_style_name(std::string_view name) {
    const std::string folded = folded_name(name);
    for (const TranslatedName& known : translated_names) {
        if (!folded.starts_with(known.text)) continue;
        std::string_view rest = std::string_view(folded).substr(known.text.size());
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        if (rest.starts_with("\u2116")) rest.remove_prefix(3);  // FineReader's.
        const bool digit = rest.size() == 1 && rest.front() >= '1' && rest.front() <= '9';
        if (known.role == Style::Role::heading && rest == "10") return {Style::Role::heading, 10};
        if (known.role == Style::Role::heading && digit) return {Style::Role::heading, rest.front() - '0'};
        if (known.role == Style::Role::heading && rest.empty()) return {Style::Role::heading, 1};
        const bool whole = rest.empty() && known.text.ends_with("heading");
        if (known.role == Style::Role::contents && (digit || whole)) return {Style::Role::contents, 0};
        if (known.role == Style::Role::title && rest.empty()) {
            return {Style::Role::title, known.text.starts_with("sub") || known.text.size() > 20 ? 2 : 1};
        }
    }
    return {};
}

namespace {

constexpr std::size_t most_styles = 20'000;

struct RawStyle {
    std::string id, name, parent;
    RunLook run;
    ParagraphLook paragraph;
};
using Sheet = std::map<std::string, RawStyle>;

/// Whether anything below is a shading with a colour.
bool shades(xml::Node e) {
    for (const xml::Node part : e.elements())
        if (part.name() == "shd" ? is_coloured(part) : shades(part)) return true;
    return false;
}

RawStyle read_style(xml::Node e) {
    RawStyle raw;
    raw.id = attribute(e, "styleId").value_or("");
    for (const xml::Node part : e.elements()) {
        if (part.name() == "name") raw.name = attribute(part, "val").value_or("");
        if (part.name() == "basedOn") raw.parent = attribute(part, "val").value_or("");
        if (part.name() == "rPr") raw.run = read_run_look(part);
        if (part.name() == "pPr") raw.paragraph = read_paragraph_look(part);
    }
    if (attribute(e, "type") == "table" && shades(e)) raw.paragraph.coloured = true;
    return raw;
}

/// Everything that the styles of a sheet inherit, each resolved once.
class Inheritance {
  public:
    Inheritance(const Sheet& sheet, const ParagraphLook& defaults, const std::string& source)
        : sheet_(sheet), defaults_(defaults), source_(source) {}

    const Style& resolve(const std::string& id) {
        std::vector<const RawStyle*> chain;
        std::set<std::string_view> met;
        const Style* base = nullptr;
        for (auto it = sheet_.find(id); it != sheet_.end(); it = sheet_.find(it->second.parent)) {
            if (const auto done = resolved_.find(it->first); done != resolved_.end()) {
                base = &done->second;
                break;
            }
            if (!met.insert(it->first).second) {
                throw base::Error(base::ErrorCode::malformed, "style is based on itself: " + id, {source_, 0, 0, "styles"});
            }
            chain.push_back(&it->second);
            if (it->second.parent.empty()) break;
        }
        for (auto it = chain.rbegin(); it != chain.rend(); ++it) base = &resolved_.emplace((*it)->id, inherit(base, **it)).first->second;
        return *base;
    }

  private:
    Style inherit(const Style* base, const RawStyle& raw) const {
        Style style;
        if (base != nullptr) style = *base;
        else style.paragraph = defaults_;
        style.run.override_with(raw.run);
        style.paragraph.override_with(raw.paragraph);
        if (raw.paragraph.numbering.numbering) style.numbering_style = raw.id;
        StyleName said = recognise_style_name(raw.name);
        if (said.role == Style::Role::body) said = recognise_style_name(raw.id);
        if (said.role != Style::Role::body) {
            style.role = said.role;
            style.heading_level = said.level;
        }
        return style;
    }

    const Sheet& sheet_;
    const ParagraphLook& defaults_;
    const std::string& source_;
    std::map<std::string, Style> resolved_;
};

}  // namespace

Styles::Styles(xml::Node styles, const std::string& source) {
    Sheet sheets[3];  // Paragraph styles, character styles, table styles.
    std::string default_id;
    if (!styles) return;
    std::size_t count = 0;
    for (const xml::Node e : styles.elements()) {
        if (e.name() == "docDefaults") {
            defaults_ = read_run_look(e.first_element("rPrDefault").first_element("rPr"));
            default_paragraph_.paragraph = read_paragraph_look(e.first_element("pPrDefault").first_element("pPr"));
        }
        if (e.name() != "style") continue;
        if (++count > most_styles) {
            throw base::Error(base::ErrorCode::limit_exceeded, "has more than " + std::to_string(most_styles) + " styles", {source, 0, 0, "styles"});
        }
        const std::string_view type = attribute(e, "type").value_or("paragraph");
        RawStyle raw = read_style(e);
        if (type == "numbering" && raw.paragraph.numbering.numbering) numbering_.emplace(raw.id, *raw.paragraph.numbering.numbering);
        if (type != "paragraph" && type != "character" && type != "table") continue;
        const std::string_view is_default = attribute(e, "default").value_or("0");
        if (type == "paragraph" && (is_default == "1" || is_default == "true" || is_default == "on")) default_id = raw.id;
        std::string id = raw.id;
        sheets[type == "paragraph" ? 0 : type == "character" ? 1 : 2].emplace(std::move(id), std::move(raw));
    }
    const ParagraphLook paragraph_defaults = default_paragraph_.paragraph;
    const ParagraphLook none;
    default_spacing_ = paragraph_defaults.spacing;
    for (int kind = 0; kind < 3; ++kind) {
        Inheritance inheritance(sheets[kind], kind == 0 ? paragraph_defaults : none, source);
        for (const auto& [id, raw] : sheets[kind]) {
            const Style& style = inheritance.resolve(id);
            if (kind == 2 && style.paragraph.coloured.value_or(false)) coloured_tables_.insert(id);
            if (kind == 2) table_.emplace(id, style.paragraph.spacing);
            else (kind == 0 ? paragraph_ : character_).emplace(id, style);
        }
    }
    if (const auto it = paragraph_.find(default_id); it != paragraph_.end()) default_paragraph_ = it->second;
}

std::optional<int> Styles::numbering(std::string_view id) const {
    const auto it = numbering_.find(id);
    return it == numbering_.end() ? std::nullopt : std::optional(it->second);
}

const Style& Styles::paragraph(std::string_view id) const {
    if (id.empty()) return default_paragraph_;
    const auto it = paragraph_.find(id);
    return it == paragraph_.end() ? default_paragraph_ : it->second;
}

const Spacing* Styles::table(std::string_view id) const {
    const auto it = id.empty() ? table_.end() : table_.find(id);
    return it == table_.end() ? nullptr : &it->second;
}

const Style* Styles::character(std::string_view id) const {
    const auto it = id.empty() ? character_.end() : character_.find(id);
    return it == character_.end() ? nullptr : &it->second;
}

RunLook effective_look(const RunLook& defaults, const RunLook& paragraph_style, const RunLook* character_style,
                       const RunLook& direct) {
    RunLook look = paragraph_style;
    const auto toggle = [&](std::optional<bool> RunLook::*member) {
        const bool in_paragraph = (paragraph_style.*member).value_or(false);
        const bool in_character = character_style != nullptr && (character_style->*member).value_or(false);
        look.*member = (defaults.*member).value_or(false) || in_paragraph != in_character;
    };
    toggle(&RunLook::bold);
    toggle(&RunLook::italic);
    toggle(&RunLook::caps);
    toggle(&RunLook::hidden);
    toggle(&RunLook::struck);
    if (!look.half_points) look.half_points = defaults.half_points;
    if (!look.underlined) look.underlined = defaults.underlined;
    if (!look.typeface) look.typeface = defaults.typeface;
    look.ink = defaults.ink;
    look.ink.override_with(paragraph_style.ink);
    if (character_style != nullptr) {
        take(look.half_points, character_style->half_points);
        take(look.underlined, character_style->underlined);
        take(look.typeface, character_style->typeface);
        look.ink.override_with(character_style->ink);
    }
    look.override_with(direct);
    return look;
}

}  // namespace irikteu::readers
