#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>

#include "layout/cell_columns.hpp"
#include "layout/objects.hpp"
#include "layout/style.hpp"
#include "xml/node.hpp"

namespace irikteu::layout {

/// A share of what is left of the reference area's width beside what is taken of it (7.11.3).
Measure share_beside(Measure share, Measure taken);

/// One object's style while its attributes are applied to it, one after the other.
class StyleBuilder {
  public:
    StyleBuilder(Object object, const Style& parent, xml::Node source, const std::string& file, CellColumns& columns)
        : parent_(parent), object_(object), source_(source), file_(file), columns_(columns) {}

    Style style;

    const Style& parent() const { return parent_; }
    Object object() const { return object_; }
    xml::Node source() const { return source_; }

    /// Which attribute is being applied: for errors.
    void set_property(std::string_view name) { property_ = name; }
    /// What the parent's property of that name comes to, for arithmetic; nullopt for those that are no numbers.
    std::optional<Quantity> parent_quantity(std::string_view name) const;
    /// The colour of the parent that a function of it asks for.
    std::optional<Color> parent_color(std::string_view value) const;
    /// Takes the property from the parent, as "inherit" does.
    void inherit(std::string_view name);
    /// What a whole value such as from-parent(color) or from-table-column() stands for: "inherit", an ancestor's
    /// attribute, or the value itself.
    std::string_view resolved(std::string_view value) const;

    // The readers throw Error(unsupported) that names object, property, value and line.
    Measure measure(std::string_view value) const;               ///< A length or percentage.
    std::int32_t length(std::string_view value) const;           ///< A length without percentage, in millipoints.
    std::int32_t integer(std::string_view value, std::int32_t least) const;
    std::int64_t millionths(std::string_view value) const;       ///< A bare number.
    Quantity quantity(std::string_view value) const;
    std::optional<Quantity> try_quantity(std::string_view value) const;
    Color color(std::string_view value) const;
    std::optional<Color> background(std::string_view value) const;
    Strength strength(std::string_view value) const;
    bool boolean(std::string_view value) const;
    /// The value's meaning among the keywords.
    template <class T>
    T pick(std::string_view value, std::initializer_list<std::pair<std::string_view, T>> keywords) const {
        for (const auto& [keyword, meaning] : keywords) {
            if (keyword == value) return meaning;
        }
        bad_value(value);
    }
    [[noreturn]] void bad_value(std::string_view value) const;

    // What the shorthands and the corresponding properties need to remember until the end.
    std::array<bool, 4> margin_specified{};
    std::array<bool, 2> space_of_margin{};  ///< Before, after: it is the margin shorthand's.
    std::array<bool, 2> indent_specified{};
    std::array<bool, 2> line_indent_specified{};  ///< Of the first line, of the last one.
    std::array<bool, 4> border_color_specified{};
    std::array<std::int32_t, 4> border_width{1'000, 1'000, 1'000, 1'000};  ///< "medium"
    std::string_view family;  ///< The computed list, where it is specified.
    bool line_height_specified = false;
    enum class Shift : std::uint8_t { none, sub, super, measure } shift = Shift::none;
    Measure shift_measure;  ///< Per cent of the line height.
    Baseline alignment = Baseline::automatic;
    AlignmentAdjust alignment_adjust;
    std::optional<Baseline> dominant;  ///< automatic: as around, in the object's own letters ("reset-size").

  private:
    std::optional<std::string_view> nearest_specified(std::string_view name) const;
    std::optional<std::string_view> of_table_column(std::string_view name) const;
    static bool property_function(const void* owner, std::string_view function, std::string_view name, Quantity& result);

    const Style& parent_;
    Object object_;
    xml::Node source_;
    const std::string& file_;
    CellColumns& columns_;
    std::string_view property_;
};

/// A property, or one component of a compound one, and how it is applied.
struct Property {
    std::string_view name;
    /// Earlier ranks are applied first, so that longhands override shorthands and the absolute the relative (5.3.1).
    std::uint8_t rank;
    void (*apply)(StyleBuilder& builder, std::string_view value);
};

std::span<const Property> font_properties();
std::span<const Property> text_properties();
std::span<const Property> box_properties();
std::span<const Property> placement_properties();

/// The property of that name; nullptr where we know none.
const Property* property_named(std::string_view name);
/// A colour by name, #rgb, #rrggbb or rgb(r, g, b) with numbers; nullopt where it is none.
std::optional<Color> plain_color(std::string_view value);
/// Whether the attribute is the object's own business (an id, a reference, a name), not part of its style.
bool is_object_attribute(Object object, std::string_view name);

/// The next word of a list of values separated by white space; the rest stays in `rest`. Parentheses are kept together.
std::string_view next_word(std::string_view& rest);

}  // namespace irikteu::layout
