// Values that come from elsewhere: the parent, an ancestor, the table's column (XSL-FO 1.1, 5.10.4).
#include <array>
#include <cstdlib>

#include "layout/style_builder.hpp"

namespace irikteu::layout {

namespace {

Quantity as_length(const Measure& m) { return {Quantity::Kind::length, 0, m.fixed, m.percent}; }
Quantity as_length(std::int32_t millipoints) { return {Quantity::Kind::length, 0, millipoints, 0}; }
Quantity as_number(std::int64_t millionths) { return {Quantity::Kind::number, millionths, 0, 0}; }

bool starts_with(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// The edge that a property's name ends in, of "-top", "-before" …; -1: none.
int edge_of(std::string_view name) {
    struct Named {
        std::string_view word;
        Edge edge;
    };
    static constexpr auto kWords = std::to_array<Named>({{"top", kBefore}, {"before", kBefore}, {"bottom", kAfter}, {"after", kAfter},
                                                         {"left", kStart}, {"start", kStart}, {"right", kEnd}, {"end", kEnd}});
    for (const Named& w : kWords) {
        if (name.find(w.word) != std::string_view::npos) return w.edge;
    }
    return -1;
}

}  // namespace

std::optional<Quantity> StyleBuilder::parent_quantity(std::string_view name) const {
    const Style& p = parent_;
    struct Inherited {
        std::string_view name;
        std::int32_t InheritedStyle::*member;
    };
    static constexpr auto kLengths = std::to_array<Inherited>(
        {{"font-size", &InheritedStyle::font_size}, {"line-height", &InheritedStyle::line_height},
         {"letter-spacing", &InheritedStyle::letter_spacing}, {"word-spacing", &InheritedStyle::word_spacing},
         {"rule-thickness", &InheritedStyle::rule_thickness}});
    for (const Inherited& i : kLengths) {
        if (i.name == name) return as_length(p.*(i.member));
    }
    struct InheritedMeasure {
        std::string_view name;
        Measure InheritedStyle::*member;
    };
    static constexpr auto kMeasures = std::to_array<InheritedMeasure>(
        {{"start-indent", &InheritedStyle::start_indent}, {"end-indent", &InheritedStyle::end_indent},
         {"text-indent", &InheritedStyle::text_indent}, {"last-line-end-indent", &InheritedStyle::last_line_end_indent},
         {"leader-length", &InheritedStyle::leader_optimum}, {"leader-pattern-width", &InheritedStyle::leader_pattern_width},
         {"provisional-distance-between-starts", &InheritedStyle::distance_between_starts},
         {"provisional-label-separation", &InheritedStyle::label_separation}});
    for (const InheritedMeasure& i : kMeasures) {
        if (i.name == name) return as_length(p.*(i.member));
    }
    if (name == "orphans") return as_number(p.orphans * 1'000'000LL);
    if (name == "widows") return as_number(p.widows * 1'000'000LL);
    if (name == "column-count") return as_number(p.column_count * 1'000'000LL);
    if (starts_with(name, "space-before")) return as_length(p.space_before.optimum);
    if (starts_with(name, "space-after")) return as_length(p.space_after.optimum);
    if (name == "space-start") return as_length(p.space_start);
    if (name == "space-end") return as_length(p.space_end);
    if (name == "width" || name == "inline-progression-dimension") return as_length(p.width.value_or(Measure{}));
    if (name == "height" || name == "block-progression-dimension") return as_length(p.height.value_or(Measure{}));
    const int edge = edge_of(name);
    if (edge < 0) return std::nullopt;
    const auto e = static_cast<std::size_t>(edge);
    if (starts_with(name, "margin")) return as_length(p.margin[e]);
    if (starts_with(name, "padding")) return as_length(p.padding[e]);
    if (starts_with(name, "border") && name.find("width") != std::string_view::npos) return as_length(p.border[e].width);
    return std::nullopt;
}

void StyleBuilder::inherit(std::string_view name) {
    const Style& p = parent_;
    const int edge = edge_of(name);
    const auto each = [&](auto apply) {
        for (std::size_t e = 0; e < 4; ++e) {
            if (edge < 0 || static_cast<std::size_t>(edge) == e) apply(e);
        }
    };
    if (starts_with(name, "background")) {
        style.background = p.background;
    } else if (starts_with(name, "padding")) {
        each([&](std::size_t e) { style.padding[e] = p.padding[e]; });
    } else if (starts_with(name, "border-collapse") || starts_with(name, "border-sep") || starts_with(name, "border-spac")) {
        return;
    } else if (starts_with(name, "border")) {
        each([&](std::size_t e) {
            style.border[e] = p.border[e];
            border_width[e] = p.border[e].width;
            border_color_specified[e] = true;
        });
    } else if (starts_with(name, "margin")) {
        each([&](std::size_t e) {
            style.margin[e] = p.margin[e];
            margin_specified[e] = true;
            if (e == kBefore) style.space_before = p.space_before;
            if (e == kAfter) style.space_after = p.space_after;
        });
    } else if (starts_with(name, "space-before")) {
        style.space_before = p.space_before;
    } else if (starts_with(name, "space-after")) {
        style.space_after = p.space_after;
    } else if (name == "width" || name == "inline-progression-dimension") {
        style.width = p.width;
    } else if (name == "height" || name == "block-progression-dimension") {
        style.height = p.height;
    } else if (name == "keep-with-next") {
        style.keep_with_next = p.keep_with_next;
    } else if (name == "keep-with-previous") {
        style.keep_with_previous = p.keep_with_previous;
    } else if (name == "break-before") {
        style.break_before = p.break_before;
    } else if (name == "break-after") {
        style.break_after = p.break_after;
    }
    // The others are inherited anyhow.
}

std::optional<std::string_view> StyleBuilder::nearest_specified(std::string_view name) const {
    for (xml::Node n = source_.parent(); n && n.is_element(); n = n.parent()) {
        const auto value = n.attribute(name);
        if (value) return xml::trim(*value);
    }
    return std::nullopt;
}

std::optional<std::string_view> StyleBuilder::of_table_column(std::string_view name) const {
    xml::Node cell = source_;
    while (cell && cell.is_element() && cell.name() != "table-cell") cell = cell.parent();
    if (!cell || !cell.is_element()) return std::nullopt;
    xml::Node table = cell.parent();
    while (table && table.is_element() && table.name() != "table") table = table.parent();
    if (!table || !table.is_element()) return std::nullopt;
    const int wanted = columns_.of(cell);
    int column = 1;
    for (xml::Node c = table.first_element("table-column"); c; c = c.next_element("table-column")) {
        int repeated = 1;
        const std::string_view times = c.attribute_or("number-columns-repeated", "1");
        if (!times.empty() && times[0] >= '1' && times[0] <= '9') repeated = std::atoi(std::string(times).c_str());
        const std::string_view number = c.attribute_or("column-number", {});
        if (!number.empty()) column = std::atoi(std::string(number).c_str());
        if (wanted >= column && wanted < column + repeated) {
            const auto value = c.attribute(name);
            if (value) return xml::trim(*value);
            return std::nullopt;
        }
        column += repeated;
    }
    return std::nullopt;
}

bool StyleBuilder::property_function(const void* owner, std::string_view function, std::string_view name, Quantity& result) {
    const StyleBuilder& b = *static_cast<const StyleBuilder*>(owner);
    if (name.empty()) name = b.property_;
    if (function == "from-nearest-specified-value" || function == "from-table-column") {
        const auto value = function == "from-table-column" ? b.of_table_column(name) : b.nearest_specified(name);
        if (value && value->find("from-") == std::string_view::npos) {
            const auto q = b.try_quantity(*value);
            if (q) result = *q;
            return q.has_value();
        }
    }
    const auto q = b.parent_quantity(name);
    if (q) result = *q;
    return q.has_value();
}

std::optional<Color> StyleBuilder::parent_color(std::string_view value) const {
    const std::size_t open = value.find('(');
    const std::string_view function = value.substr(0, open);
    if (open == std::string_view::npos || value.back() != ')' || (function != "from-parent" && function != "inherited-property-value")) return std::nullopt;
    const std::string_view name = xml::trim(value.substr(open + 1, value.size() - open - 2));
    if (name == "color") return parent_.color;
    if (name == "background-color" && parent_.background) return *parent_.background;
    const int edge = edge_of(name);
    if (edge < 0 || !starts_with(name, "border-")) return std::nullopt;
    return parent_.border[static_cast<std::size_t>(edge)].color;
}

std::string_view StyleBuilder::resolved(std::string_view value) const {
    const std::size_t open = value.find('(');
    if (open == std::string_view::npos || value.back() != ')') return value;
    const std::string_view function = value.substr(0, open);
    const bool known = function == "from-parent" || function == "inherited-property-value" ||
                       function == "from-nearest-specified-value" || function == "from-table-column";
    if (!known || value.find(')') != value.size() - 1) return value;
    std::string_view name = xml::trim(value.substr(open + 1, value.size() - open - 2));
    if (name.size() >= 2 && (name.front() == '\'' || name.front() == '"')) name = name.substr(1, name.size() - 2);
    if (name.empty()) name = property_;
    if (function == "from-table-column" || function == "from-nearest-specified-value") {
        const auto found = function == "from-table-column" ? of_table_column(name) : nearest_specified(name);
        if (found && found->find("from-") == std::string_view::npos) return *found;
    }
    return name == property_ ? std::string_view("inherit") : value;
}

}  // namespace irikteu::layout
