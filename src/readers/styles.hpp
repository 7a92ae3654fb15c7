#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "readers/advances.hpp"
#include "readers/ink.hpp"
#include "readers/spacing.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// What of a run's looks tells a reader something; absent means "as inherited" (ECMA-376-1, 17.3.2).
struct RunLook {
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> caps;
    std::optional<bool> hidden;
    std::optional<bool> style_separator;  ///< specVanish: the mark of a run-in heading.
    std::optional<bool> struck;           ///< Single or double strike-through.
    std::optional<bool> underlined;
    std::optional<int> half_points;
    std::optional<Typeface> typeface;
    Ink ink;

    /// Takes over everything that `over` states.
    void override_with(const RunLook& over);
};

/// A reference into the numbering definitions (17.3.1.19). Absent members are inherited.
struct NumberingReference {
    std::optional<int> numbering;  ///< numId; 0 takes numbering away.
    std::optional<int> level;      ///< ilvl, from 0.
};

/// What of a paragraph's properties the reader uses (17.3.1).
struct ParagraphLook {
    std::optional<int> outline_level;  ///< From 0; 9 is body text.
    std::optional<std::string> alignment;
    std::optional<bool> keep_with_next;
    std::optional<bool> coloured;      ///< Shaded; of a table style: whatever in its tables is.
    NumberingReference numbering;
    Spacing spacing;

    void override_with(const ParagraphLook& over);
};

RunLook read_run_look(xml::Node rPr);
ParagraphLook read_paragraph_look(xml::Node pPr);

/// A style with everything that it inherits.
struct Style {
    enum class Role { body, heading, title, contents };
    Role role = Role::body;
    int heading_level = 0;  ///< For headings, from 1.
    RunLook run;
    ParagraphLook paragraph;
    std::string numbering_style;  ///< Id of the style in the chain that brings the numbering; empty where none does.
};

/// The style sheet (17.7). Looking up is cheap; safe from several threads once built.
class Styles {
  public:
    Styles() = default;
    /// From w:styles; an empty node gives a sheet without styles. Throws Error(malformed) naming `source` where styles
    /// are based on each other in a circle, limit_exceeded where there are more than Word itself could use.
    Styles(xml::Node styles, const std::string& source);

    /// The paragraph style of that id, or the default one where the id is empty or unknown.
    const Style& paragraph(std::string_view id) const;
    /// The list that a numbering style stands for (17.9.27, numStyleLink); nullopt where the id is unknown.
    std::optional<int> numbering(std::string_view id) const;
    /// The character style, nullptr where the id is unknown.
    const Style* character(std::string_view id) const;
    const RunLook& defaults() const { return defaults_; }
    /// The spacing of paragraphs that nothing but the document's defaults speaks of.
    const Spacing& default_spacing() const { return default_spacing_; }
    /// What a table style says of the paragraphs in its tables; nullptr where the id is unknown.
    const Spacing* table(std::string_view id) const;
    /// Whether a table style shades anything in its tables.
    bool colours_table(std::string_view id) const { return coloured_tables_.contains(id); }

  private:
    std::map<std::string, Style, std::less<>> paragraph_;
    std::map<std::string, Style, std::less<>> character_;
    RunLook defaults_;
    Style default_paragraph_;
    std::map<std::string, Spacing, std::less<>> table_;
    std::set<std::string, std::less<>> coloured_tables_;
    std::map<std::string, int, std::less<>> numbering_;
    Spacing default_spacing_;
};

/// What a style's name says: "heading 2" and its translations in Word, WPS and LibreOffice. Built-in names are English
/// in the file whatever the program's language; translated ones come from converters and old programs.
struct StyleName {
    Style::Role role = Style::Role::body;
    int level = 0;
};
StyleName recognise_style_name(std::string_view name);

/// How a run looks at last: toggles of paragraph and character style cancel each other out (17.7.3), direct formatting
/// wins.
RunLook effective_look(const RunLook& defaults, const RunLook& paragraph_style, const RunLook* character_style,
                       const RunLook& direct);

}  // namespace irikteu::readers
