#include "layout/style_builder.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/error.hpp"

namespace irikteu::layout {

using base::Error;
using base::ErrorCode;

Measure share_beside(Measure share, Measure taken) {
    if (share.percent == 0) return share;
    const auto part = [&](std::int64_t of) { return static_cast<std::int32_t>(Length{of}.scaled(share.percent, 100'000).millipoints); };
    return {share.fixed - part(taken.fixed), share.percent - part(taken.percent)};
}

void StyleBuilder::bad_value(std::string_view value) const {
    throw Error(ErrorCode::unsupported,
                std::string(name_of(object_)) + ": property " + std::string(property_) + " has the unsupported value \"" +
                    std::string(value) + '"',
                {file_, source_.line(), 0, {}});
}

std::optional<Quantity> StyleBuilder::try_quantity(std::string_view value) const {
    ExpressionContext context;
    context.font_size = style.font_size;
    context.body_start = parent_.item_start_indent + parent_.distance_between_starts;
    context.label_end = Measure{0, 100'000} - parent_.distance_between_starts - parent_.item_start_indent + parent_.label_separation;
    context.property = &StyleBuilder::property_function;
    context.owner = this;
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
    Quantity q = quantity(value);
    // A number without a unit is one of pixels, as in FOP.
    if (q.kind == Quantity::Kind::number) q = {Quantity::Kind::length, 0, q.number / 1000, 0};
    if (q.kind != Quantity::Kind::length) bad_value(value);
    constexpr std::int64_t kMost = 2'000'000'000;
    if (q.fixed > kMost || q.fixed < -kMost || q.percent > kMost || q.percent < -kMost) bad_value(value);
    return {within_reach(q.fixed), within_reach(q.percent)};
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
    return static_cast<Strength>(std::clamp(integer(value, -1'000'000), 1, kAlwaysInPage - 1));
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
                                                    {"whitesmoke", {245, 245, 245}}, {"gainsboro", {220, 220, 220}},
                                                    {"aliceblue", {240, 248, 255}}, {"antiquewhite", {250, 235, 215}},
                                                    {"aquamarine", {127, 255, 212}}, {"azure", {240, 255, 255}},
                                                    {"bisque", {255, 228, 196}}, {"blanchedalmond", {255, 235, 205}},
                                                    {"blueviolet", {138, 43, 226}}, {"burlywood", {222, 184, 135}},
                                                    {"cadetblue", {95, 158, 160}}, {"chartreuse", {127, 255, 0}},
                                                    {"chocolate", {210, 105, 30}}, {"coral", {255, 127, 80}},
                                                    {"cornflowerblue", {100, 149, 237}}, {"cornsilk", {255, 248, 220}},
                                                    {"crimson", {220, 20, 60}}, {"darkcyan", {0, 139, 139}},
                                                    {"darkgoldenrod", {184, 134, 11}}, {"darkkhaki", {189, 183, 107}},
                                                    {"darkmagenta", {139, 0, 139}}, {"darkolivegreen", {85, 107, 47}},
                                                    {"darkorange", {255, 140, 0}}, {"darkorchid", {153, 50, 204}},
                                                    {"darksalmon", {233, 150, 122}}, {"darkseagreen", {143, 188, 143}},
                                                    {"darkslateblue", {72, 61, 139}}, {"darkslategray", {47, 79, 79}},
                                                    {"darkslategrey", {47, 79, 79}}, {"darkturquoise", {0, 206, 209}},
                                                    {"darkviolet", {148, 0, 211}}, {"deeppink", {255, 20, 147}},
                                                    {"deepskyblue", {0, 191, 255}}, {"dimgray", {105, 105, 105}},
                                                    {"dimgrey", {105, 105, 105}}, {"dodgerblue", {30, 144, 255}},
                                                    {"firebrick", {178, 34, 34}}, {"floralwhite", {255, 250, 240}},
                                                    {"forestgreen", {34, 139, 34}}, {"ghostwhite", {248, 248, 255}},
                                                    {"goldenrod", {218, 165, 32}}, {"greenyellow", {173, 255, 47}},
                                                    {"honeydew", {240, 255, 240}}, {"hotpink", {255, 105, 180}},
                                                    {"indianred", {205, 92, 92}}, {"indigo", {75, 0, 130}},
                                                    {"ivory", {255, 255, 240}}, {"khaki", {240, 230, 140}},
                                                    {"lavender", {230, 230, 250}}, {"lavenderblush", {255, 240, 245}},
                                                    {"lawngreen", {124, 252, 0}}, {"lemonchiffon", {255, 250, 205}},
                                                    {"lightcoral", {240, 128, 128}}, {"lightcyan", {224, 255, 255}},
                                                    {"lightgoldenrodyellow", {250, 250, 210}},
                                                    {"lightpink", {255, 182, 193}}, {"lightsalmon", {255, 160, 122}},
                                                    {"lightseagreen", {32, 178, 170}}, {"lightskyblue", {135, 206, 250}},
                                                    {"lightslategray", {119, 136, 153}},
                                                    {"lightslategrey", {119, 136, 153}},
                                                    {"lightsteelblue", {176, 196, 222}}, {"limegreen", {50, 205, 50}},
                                                    {"linen", {250, 240, 230}}, {"mediumaquamarine", {102, 205, 170}},
                                                    {"mediumblue", {0, 0, 205}}, {"mediumorchid", {186, 85, 211}},
                                                    {"mediumpurple", {147, 112, 219}},
                                                    {"mediumseagreen", {60, 179, 113}},
                                                    {"mediumslateblue", {123, 104, 238}},
                                                    {"mediumspringgreen", {0, 250, 154}},
                                                    {"mediumturquoise", {72, 209, 204}},
                                                    {"mediumvioletred", {199, 21, 133}}, {"midnightblue", {25, 25, 112}},
                                                    {"mintcream", {245, 255, 250}}, {"mistyrose", {255, 228, 225}},
                                                    {"moccasin", {255, 228, 181}}, {"navajowhite", {255, 222, 173}},
                                                    {"oldlace", {253, 245, 230}}, {"olivedrab", {107, 142, 35}},
                                                    {"orangered", {255, 69, 0}}, {"orchid", {218, 112, 214}},
                                                    {"palegoldenrod", {238, 232, 170}}, {"palegreen", {152, 251, 152}},
                                                    {"paleturquoise", {175, 238, 238}},
                                                    {"palevioletred", {219, 112, 147}}, {"papayawhip", {255, 239, 213}},
                                                    {"peachpuff", {255, 218, 185}}, {"peru", {205, 133, 63}},
                                                    {"plum", {221, 160, 221}}, {"powderblue", {176, 224, 230}},
                                                    {"rosybrown", {188, 143, 143}}, {"royalblue", {65, 105, 225}},
                                                    {"saddlebrown", {139, 69, 19}}, {"salmon", {250, 128, 114}},
                                                    {"sandybrown", {244, 164, 96}}, {"seagreen", {46, 139, 87}},
                                                    {"seashell", {255, 245, 238}}, {"sienna", {160, 82, 45}},
                                                    {"skyblue", {135, 206, 235}}, {"slateblue", {106, 90, 205}},
                                                    {"slategray", {112, 128, 144}}, {"slategrey", {112, 128, 144}},
                                                    {"snow", {255, 250, 250}}, {"springgreen", {0, 255, 127}},
                                                    {"steelblue", {70, 130, 180}}, {"tan", {210, 180, 140}},
                                                    {"thistle", {216, 191, 216}}, {"tomato", {255, 99, 71}},
                                                    {"turquoise", {64, 224, 208}}, {"violet", {238, 130, 238}},
                                                    {"wheat", {245, 222, 179}}, {"yellowgreen", {154, 205, 50}}});

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<Color> hex_color(std::string_view digits) {
    // A fourth part is the opacity, which archival PDF would allow but paper hasn't: colours are opaque.
    if (digits.size() == 4 || digits.size() == 8) digits = digits.substr(0, digits.size() / 4 * 3);
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

std::optional<Color> plain_color(std::string_view value) {
    if (!value.empty() && value[0] == '#') return hex_color(value.substr(1));
    for (const NamedColor& named : kColors) {
        if (named.name == value) return named.color;
    }
    if (value.substr(0, 4) != "rgb(" || value.back() != ')') return std::nullopt;
    std::array<std::uint8_t, 3> parts{};
    std::string_view rest = value.substr(4, value.size() - 5);
    for (std::uint8_t& part : parts) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        Quantity q;
        if (!evaluate(xml::trim(rest.substr(0, comma)), {}, q)) return std::nullopt;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        const std::int64_t level = q.kind == Quantity::Kind::length ? Length{255}.scaled(q.percent, 100'000).millipoints : q.number / 1'000'000;
        part = static_cast<std::uint8_t>(std::clamp<std::int64_t>(level, 0, 255));
    }
    return Color{parts[0], parts[1], parts[2]};
}

Color StyleBuilder::color(std::string_view value) const {
    if (!value.empty() && value[0] == '#') {
        const auto parsed = hex_color(value.substr(1));
        if (parsed) return *parsed;
        bad_value(value);
    }
    if (const auto inherited = parent_color(value)) return *inherited;
    if (value == "transparent") return {255, 255, 255};
    // An ICC colour is drawn in the sRGB that it names first; gray and CMYK too come to sRGB.
    if (value.substr(0, 8) == "rgb-icc(" && value.back() == ')') {
        std::size_t third = 0;
        for (int i = 0; i < 3 && third != std::string_view::npos; ++i) third = value.find(',', third + 1);
        const std::string plain = "rgb(" + std::string(value.substr(8, std::min(third, value.size() - 1) - 8)) + ")";
        return color(plain);
    }
    if (value.substr(0, 5) == "cmyk(" && value.back() == ')') {
        std::array<std::int64_t, 4> parts{};
        std::string_view rest = value.substr(5, value.size() - 6);
        for (std::int64_t& part : parts) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            const Quantity q = quantity(rest.substr(0, comma));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
            part = std::clamp<std::int64_t>(q.kind == Quantity::Kind::length ? q.percent * 10 : q.number, 0, 1'000'000);
        }
        const auto level = [&](std::size_t i) {
            const std::int64_t left = (1'000'000 - parts[i]) * (1'000'000 - parts[3]) / 1'000'000;
            return static_cast<std::uint8_t>((left * 255 + 500'000) / 1'000'000);
        };
        return {level(0), level(1), level(2)};
    }
    if (value.substr(0, 13) == "system-color(" && value.back() == ')') {
        return color(xml::trim(value.substr(13, value.size() - 14)));
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

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// From there to the next space outside parentheses.
std::size_t end_of_word(std::string_view text, std::size_t from) {
    int depth = 0;
    for (; from < text.size() && (depth > 0 || !is_space(text[from])); ++from) {
        if (text[from] == '(') ++depth;
        if (text[from] == ')') --depth;
    }
    return from;
}

std::size_t past_spaces(std::string_view text, std::size_t from) {
    while (from < text.size() && is_space(text[from])) ++from;
    return from;
}

}  // namespace

std::string_view next_word(std::string_view& rest) {
    static constexpr auto kOperators = std::to_array<std::string_view>({"+", "-", "*", "div", "mod"});
    const std::size_t from = past_spaces(rest, 0);
    std::size_t to = end_of_word(rest, from);
    for (;;) {  // "1pt + 2pt" is one word of a shorthand.
        const std::size_t sign = past_spaces(rest, to);
        const std::size_t sign_end = end_of_word(rest, sign);
        const std::size_t operand = past_spaces(rest, sign_end);
        const bool joins = to > from && std::find(kOperators.begin(), kOperators.end(), rest.substr(sign, sign_end - sign)) != kOperators.end();
        if (!joins || operand == rest.size()) break;
        to = end_of_word(rest, operand);
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
    static constexpr auto kAttachmentNames = std::to_array<std::string_view>({"name", "mime-type", "description", "relationship"});
    if (object == Object::attachment && std::find(kAttachmentNames.begin(), kAttachmentNames.end(), name) != kAttachmentNames.end()) return true;
    if (object == Object::qr_code && (name == "text" || name == "correction")) return true;
    static constexpr auto kNames = [] {
        auto names = std::to_array<std::string_view>(
            {"id", "src", "role", "grouping-separator", "grouping-size", "letter-value", "content-type",
         "indicate-destination", "destination-placement-offset", "target-processing-context", "target-presentation-context",
         "target-stylesheet", "page-citation-strategy", "index-class", "index-key", "media-usage", "rendering-intent",
         "color-profile-name", "score-spaces",
         "suppress-at-line-break", "treat-as-word-space", "text-altitude", "text-depth", "intrinsic-scale-value",
         "allowed-height-scale", "allowed-width-scale", "retrieve-position-within-table", "retrieve-boundary-within-table",
         "azimuth", "cue", "cue-after", "cue-before", "elevation", "pause", "pause-after", "pause-before", "pitch",
         "pitch-range", "play-during", "richness", "speak", "speak-header", "speak-numeral", "speak-punctuation",
         "speech-rate", "stress", "voice-family", "volume", "active-state", "auto-restore", "case-name", "case-title", "switch-to",
         "border-before-precedence", "border-after-precedence", "border-start-precedence", "border-end-precedence",
         "format", "ref-id", "flow-name", "master-name", "region-name", "content-type", "character",
         "odd-or-even", "page-position", "source-document", "starting-state", "maximum-repeats", "show-destination",
         "master-reference", "force-page-count", "internal-destination", "external-destination", "blank-or-not-blank",
         "initial-page-number", "marker-class-name", "retrieve-class-name", "retrieve-position", "retrieve-boundary",
         "change-bar-class", "change-bar-color", "change-bar-offset", "change-bar-placement", "change-bar-style", "change-bar-width"});
        std::sort(names.begin(), names.end());
        return names;
    }();
    return std::binary_search(kNames.begin(), kNames.end(), name);
}

}  // namespace irikteu::layout
