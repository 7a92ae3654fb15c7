#include "layout/style_resolver.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"

namespace irikteu::layout {

namespace {

// 5.1.2 and FOP: what was said counts more than what wasn't, the minimum most.
void make_consistent(SpaceSpecifier& space) {
    if (space.minimum.fixed > space.maximum.fixed) {
        if (space.minimum_set) {
            space.maximum = space.minimum;
        } else {
            space.minimum = space.maximum;
        }
    }
    if (space.optimum.fixed > space.maximum.fixed) {
        if (space.optimum_set && !space.maximum_set) {
            space.maximum = space.optimum;
        } else {
            space.optimum = space.maximum;
        }
    } else if (space.optimum.fixed < space.minimum.fixed) {
        if (space.minimum_set) {
            space.optimum = space.minimum;
        } else {
            space.minimum = space.optimum;
        }
    }
}

bool is_language(xml::Node attribute) {
    return attribute.name() == "lang" && attribute.namespace_uri() == "http://www.w3.org/XML/1998/namespace";
}

}  // namespace

using base::Error;
using base::ErrorCode;

StyleResolver::StyleResolver(FontSource& fonts, std::string file, ReportOverflow report, base::Faults& faults)
    : fonts_(fonts), file_(std::move(file)), report_(std::move(report)), faults_(faults) {
    initial_.family = family_index("sans-serif");
    initial_.face = face(initial_.family, initial_.weight, initial_.slant);
}

const Style& StyleResolver::anonymous(Object object, const Style& parent) { return resolve(object, xml::Node{}, parent); }

const Style& StyleResolver::resolve(Object object, xml::Node element, const Style& parent) {
    const Style* const parent_address = &parent;
    key_.assign(1, static_cast<char>(object));
    key_.append(reinterpret_cast<const char*>(&parent_address), sizeof parent_address);
    if (element) {
        for (const xml::Node a : element.attributes()) {
            const std::string_view space = a.namespace_uri();
            if (space.empty() ? is_object_attribute(object, a.name()) : !is_language(a)) continue;
            key_.append(a.name()).push_back('\1');
            key_.append(a.content()).push_back('\2');
            // What the value comes to depends on more than the parent's style.
            const bool elsewhere = a.content().find("from-table-column") != std::string_view::npos ||
                                   a.content().find("from-nearest-specified") != std::string_view::npos;
            if (elsewhere) return compute(object, element, parent);
        }
    }
    const auto found = cache_.find(key_);
    if (found != cache_.end()) return *found->second;
    std::string key = key_;
    const Style& style = compute(object, element, parent);
    cache_.emplace(std::move(key), &style);
    return style;
}

const Style& StyleResolver::compute(Object object, xml::Node element, const Style& parent) {
    StyleBuilder builder(object, parent, element, file_, columns_);
    static_cast<InheritedStyle&>(builder.style) = parent;
    if (element) apply_all(builder, element);
    finish(builder);
    return styles_.emplace_back(builder.style);
}

void StyleResolver::apply_all(StyleBuilder& builder, xml::Node element) const {
    struct Assignment {
        const Property* property;
        std::string_view value;
    };
    std::vector<Assignment> assignments;
    for (const xml::Node a : element.attributes()) {
        const bool language = !a.namespace_uri().empty() && is_language(a);
        if (!language && (!a.namespace_uri().empty() || is_object_attribute(builder.object(), a.name()))) continue;
        const Property* property = property_named(language ? std::string_view("xml:lang") : a.name());
        if (property == nullptr) {
            faults_.add(Error(ErrorCode::unsupported, std::string(name_of(builder.object())) + ": unknown property " + std::string(a.name()), {file_, element.line(), 0, {}}));
            continue;
        }
        assignments.push_back({property, xml::trim(a.content())});
    }
    std::stable_sort(assignments.begin(), assignments.end(),
                     [](const Assignment& a, const Assignment& b) { return a.property->rank < b.property->rank; });
    for (const Assignment& a : assignments) {
        builder.set_property(a.property->name);
        try {
            const std::string_view value = builder.resolved(a.value);
            if (value == "inherit") {
                builder.inherit(a.property->name);
            } else {
                a.property->apply(builder, value);
            }
        } catch (const Error& fault) {
            faults_.add(fault);
        }
    }
}

void StyleResolver::finish(StyleBuilder& builder) {
    Style& s = builder.style;
    if (s.line_height_factor != 0) {
        s.line_height = within_reach(Length{s.font_size}.scaled(s.line_height_factor, 1000).millipoints);
    }
    if (s.text_align_last_relative) {
        s.text_align_last = s.text_align == TextAlign::justify ? TextAlign::start : s.text_align;
    }
    choose_face(builder);
    align(builder);
    finish_edges(builder);
    make_consistent(s.space_before);
    make_consistent(s.space_after);
}

// What is as wide as its region: the indents that it states are its blocks'.
static bool holds_flow(Object object) {
    return object == Object::root || object == Object::page_sequence || object == Object::flow || object == Object::static_content || object == Object::footnote_body;
}

// Corresponding properties, 5.3.2.
void StyleResolver::finish_edges(StyleBuilder& builder) const {
    Style& s = builder.style;
    for (std::size_t e = 0; e < 4; ++e) {
        Border& b = s.border[e];
        const bool none = b.style == BorderStyle::none || b.style == BorderStyle::hidden;
        b.width = none ? 0 : builder.border_width[e];
        if (!builder.border_color_specified[e]) b.color = s.color;
    }
    const Measure around = builder.parent().taken_around;
    const bool reference = builder.object() == Object::block_container || builder.object() == Object::table_cell;
    if (builder.object() != Object::table_cell && s.padding_percent != std::array<std::int32_t, 4>{}) {
        for (std::size_t e = 0; e < 4; ++e) {
            const Measure share = share_beside({0, s.padding_percent[e]}, around);
            s.padding[e] += share.fixed;
            s.padding_percent[e] = share.percent;
        }
    }
    for (const Edge edge : {kStart, kEnd}) {
        // An indent that is said goes before the margin of the shorthand, as in FOP.
        if (!builder.margin_specified[edge] || builder.indent_specified[edge == kStart ? 0 : 1]) continue;
        Measure InheritedStyle::*indent = edge == kStart ? &InheritedStyle::start_indent : &InheritedStyle::end_indent;
        const Measure inherited = reference ? Measure{} : builder.parent().*indent;
        const Measure margin = reference ? s.margin[edge] : share_beside(s.margin[edge], around);
        // The width of a hidden border counts here, and nowhere else (as in FOP).
        const std::int32_t hidden = s.border[edge].style == BorderStyle::hidden ? builder.border_width[edge] : 0;
        s.*indent = inherited + margin + Measure{s.border_and_padding(edge) + hidden, reference ? 0 : s.padding_percent[edge]};
        s.indent_by_margin[edge == kStart ? 0 : 1] = true;
    }
    if (builder.object() == Object::list_item) s.item_start_indent = s.start_indent;
    // Labels and bodies of list items are no blocks: shares are those of the whole width in them (as in FOP).
    const bool item_part = builder.object() == Object::list_item_body || builder.object() == Object::list_item_label;
    const bool whole = reference || item_part || holds_flow(builder.object());
    s.taken_around = whole ? Measure{} : builder.object() == Object::wrapper ? builder.parent().taken_around : s.start_indent + s.end_indent;
    // A line's indent is a share of the lines' own width.
    if (builder.line_indent_specified[0]) s.text_indent = share_beside(s.text_indent, s.taken_around);
    if (builder.line_indent_specified[1]) s.last_line_end_indent = share_beside(s.last_line_end_indent, s.taken_around);
}

void StyleResolver::choose_face(StyleBuilder& builder) {
    Style& s = builder.style;
    const Style& parent = builder.parent();
    if (!builder.family.empty()) {
        s.family = family_index(builder.family);
    } else if (s.weight == parent.weight && s.slant == parent.slant) {
        s.face = parent.face;
        return;
    }
    try {
        s.face = face(s.family, s.weight, s.slant);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::missing_font || !error.where().file.empty()) throw;
        choose_another_face(builder, error);
    }
}

// Other people's documents name the fonts of their computers. Their words are shown in serif, as in FOP, whose font for "any" family is Times.
void StyleResolver::choose_another_face(StyleBuilder& builder, const Error& error) {
    Style& s = builder.style;
    s.face = face(family_index("serif"), s.weight, s.slant);
    if (missing_.insert(s.family).second && report_) {
        report_({{file_, builder.source().line(), 0, {}}, std::string(name_of(builder.object())) + ": " + error.message() + ": serif is taken", Overflow::Kind::passed_over});
    }
}

std::uint16_t StyleResolver::family_index(std::string_view families) {
    const auto found = std::find(families_.begin(), families_.end(), families);
    const auto index = static_cast<std::uint16_t>(found - families_.begin());
    if (found == families_.end()) families_.emplace_back(families);
    return index;
}

FaceId StyleResolver::face(std::uint16_t family, Weight weight, Slant slant) {
    const std::uint32_t key = family * 4u + (weight == Weight::bold ? 2u : 0u) + (slant == Slant::italic ? 1u : 0u);
    const auto found = faces_.find(key);
    if (found != faces_.end()) return found->second;
    std::string_view rest = families_[family];
    for (;;) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        std::string_view name = xml::trim(rest.substr(0, comma));
        if (name.size() >= 2 && (name.front() == '\'' || name.front() == '"')) name = name.substr(1, name.size() - 2);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        try {
            const FaceId id = fonts_.face({name, weight, slant});
            faces_.emplace(key, id);
            return id;
        } catch (const Error& error) {
            // The list names alternatives: only where the last one fails is the font missing.
            if (error.code() != ErrorCode::missing_font || rest.empty()) throw;
        }
    }
}

}  // namespace irikteu::layout
