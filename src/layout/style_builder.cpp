#include "layout/style_builder.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/error.hpp"

namespace irikteu::layout {

using base::Error;
using base::ErrorCode;

void StyleBuilder::bad_value(std::string_view value) const {
    throw Error(ErrorCode::unsupported,
                std::string(name_of(object_)) + ": property " + std::string(property_) + " has the unsupported value \"" +
                    std::string(value) + '"',
                {file_, source_.line(), 0, {}});
}

std::optional<Quantity> StyleBuilder::try_quantity(std::string_view value) const {
    ExpressionContext context;
    context.font_size = style.font_size;
    context.body_start = parent_.start_indent + parent_.distance_between_starts;
    context.label_end = Measure{0, 100'000} - parent_.distance_between_starts - parent_.start_indent + parent_.label_separation;
    Quantity q;
    if (!evaluate(value, context, q)) return std::nullopt;
    return q;
}

Quantity StyleBuilder::quantity(std::string_view value) const {
    const auto q = try_quantity(value);
    if (!q) bad_value(value);
    return *q;
}

Measure StyleBuilder::measure(std::string_view value) const {
    const Quantity q = quantity(value);
    if (q.kind == Quantity::Kind::number && q.number == 0) return {};
    if (q.kind != Quantity::Kind::length) bad_value(value);
    constexpr std::int64_t kMost = 2'000'000'000;
    if (q.fixed > kMost || q.fixed < -kMost || q.percent > kMost || q.percent < -kMost) bad_value(value);
    return {static_cast<std::int32_t>(q.fixed), static_cast<std::int32_t>(q.percent)};
}

std::int32_t StyleBuilder::length(std::string_view value) const {
    const Measure m = measure(value);
    if (m.percent != 0) bad_value(value);
    return m.fixed;
}

std::int64_t StyleBuilder::millionths(std::string_view value) const {
    const Quantity q = quantity(value);
    if (q.kind != Quantity::Kind::number) bad_value(value);
    return q.number;
}

std::int32_t StyleBuilder::integer(std::string_view value, std::int32_t least) const {
    const std::int64_t n = millionths(value);
    if (n % 1'000'000 != 0 || n / 1'000'000 < least || n / 1'000'000 > 1'000'000) bad_value(value);
    return static_cast<std::int32_t>(n / 1'000'000);
}

Strength StyleBuilder::strength(std::string_view value) const {
    if (value == "auto") return 0;
    if (value == "always") return kAlways;
    return static_cast<Strength>(std::clamp(integer(value, -1'000'000), 1, kAlways - 1));
}

bool StyleBuilder::boolean(std::string_view value) const { return pick<bool>(value, {{"true", true}, {"false", false}}); }

namespace {

struct NamedColor {
    std::string_view name;
    Color color;
};
constexpr auto kColors = std::to_array<NamedColor>({{"black", {0, 0, 0}},        {"silver", {192, 192, 192}},
                                                    {"gray", {128, 128, 128}},   {"grey", {128, 128, 128}},
                                                    {"white", {255, 255, 255}},  {"maroon", {128, 0, 0}},
                                                    {"red", {255, 0, 0}},        {"purple", {128, 0, 128}},
                                                    {"fuchsia", {255, 0, 255}},  {"green", {0, 128, 0}},
                                                    {"lime", {0, 255, 0}},       {"olive", {128, 128, 0}},
                                                    {"yellow", {255, 255, 0}},   {"navy", {0, 0, 128}},
                                                    {"blue", {0, 0, 255}},       {"teal", {0, 128, 128}},
                                                    {"aqua", {0, 255, 255}},     {"orange", {255, 165, 0}},
                                                    {"lightgrey", {211, 211, 211}}, {"lightgray", {211, 211, 211}},
                                                    {"darkgray", {169, 169, 169}}, {"darkgrey", {169, 169, 169}},
                                                    {"lightblue", {173, 216, 230}}, {"lightyellow", {255, 255, 224}},
                                                    {"lightgreen", {144, 238, 144}}, {"darkblue", {0, 0, 139}},
                                                    {"darkgreen", {0, 100, 0}}, {"darkred", {139, 0, 0}},
                                                    {"cyan", {0, 255, 255}}, {"magenta", {255, 0, 255}},
                                                    {"pink", {255, 192, 203}}, {"brown", {165, 42, 42}},
                                                    {"beige", {245, 245, 220}}, {"gold", {255, 215, 0}},
                                                    {"whitesmoke", {245, 245, 245}}, {"gainsboro", {220, 220, 220}}});

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<Color> hex_color(std::string_view digits) {
    if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
    const std::size_t each = digits.size() / 3;
    std::array<std::uint8_t, 3> parts{};
    for (std::size_t i = 0; i < 3; ++i) {
        const int high = hex_digit(digits[i * each]);
        const int low = hex_digit(digits[i * each + each - 1]);
        if (high < 0 || low < 0) return std::nullopt;
        parts[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return Color{parts[0], parts[1], parts[2]};
}

}  // namespace

Color StyleBuilder::color(std::string_view value) const {
    if (!value.empty() && value[0] == '#') {
        const auto parsed = hex_color(value.substr(1));
        if (parsed) return *parsed;
        bad_value(value);
    }
    if (value.substr(0, 4) == "rgb(" && value.back() == ')') {
        std::array<std::uint8_t, 3> parts{};
        std::string_view rest = value.substr(4, value.size() - 5);
        for (std::uint8_t& part : parts) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            const Quantity q = quantity(rest.substr(0, comma));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
            const std::int64_t level =
                q.kind == Quantity::Kind::length ? Length{255}.scaled(q.percent, 100'000).millipoints : q.number / 1'000'000;
            part = static_cast<std::uint8_t>(std::clamp<std::int64_t>(level, 0, 255));
        }
        return {parts[0], parts[1], parts[2]};
    }
    for (const NamedColor& named : kColors) {
        if (named.name == value) return named.color;
    }
    bad_value(value);
}

std::optional<Color> StyleBuilder::background(std::string_view value) const {
    if (value == "transparent") return std::nullopt;
    return color(value);
}

std::string_view next_word(std::string_view& rest) {
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    std::size_t from = 0;
    while (from < rest.size() && space(rest[from])) ++from;
    std::size_t to = from;
    int depth = 0;
    while (to < rest.size() && (depth > 0 || !space(rest[to]))) {
        if (rest[to] == '(') ++depth;
        if (rest[to] == ')') --depth;
        ++to;
    }
    const std::string_view word = rest.substr(from, to - from);
    rest.remove_prefix(to);
    return word;
}

const Property* property_named(std::string_view name) {
    static const auto table = [] {
        std::unordered_map<std::string_view, const Property*> t;
        for (const auto part : {font_properties(), text_properties(), box_properties(), placement_properties()}) {
            for (const Property& p : part) t.emplace(p.name, &p);
        }
        return t;
    }();
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

bool is_object_attribute(Object object, std::string_view name) {
    static constexpr auto kFieldNames = std::to_array<std::string_view>(
        {"kind", "name", "tooltip", "value", "caption", "multi-line", "required", "read-only", "max-length"});
    if (object == Object::field && std::find(kFieldNames.begin(), kFieldNames.end(), name) != kFieldNames.end()) return true;
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"id", "src", "role", "format", "ref-id", "flow-name", "master-name", "region-name", "content-type", "character",
         "odd-or-even", "page-position", "source-document", "starting-state", "maximum-repeats", "show-destination",
         "master-reference", "force-page-count", "internal-destination", "external-destination", "blank-or-not-blank",
         "initial-page-number", "marker-class-name", "retrieve-class-name", "retrieve-position", "retrieve-boundary"});
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace irikteu::layout
