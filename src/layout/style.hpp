#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "kazakh/pattern_hyphenation.hpp"
#include "layout/alignment.hpp"
#include "layout/fonts.hpp"
#include "layout/measure.hpp"
#include "layout/pages.hpp"
#include "layout/rare.hpp"
#include "xml/node.hpp"

namespace irikteu::layout {

enum class TextAlign : std::uint8_t { start, center, end, justify };
enum class LinefeedTreatment : std::uint8_t { ignore, preserve, treat_as_space, treat_as_zero_width_space };
enum class WhiteSpaceTreatment : std::uint8_t { ignore, preserve, if_before, if_after, if_surrounding };
enum class BorderStyle : std::uint8_t { none, hidden, dotted, dashed, solid, double_ };
enum class BreakClass : std::uint8_t { none, column, page, even_page, odd_page };
enum class LeaderPattern : std::uint8_t { space, rule, dots, use_content };
enum class LeaderAlign : std::uint8_t { none, reference_area, page };
enum class DisplayAlign : std::uint8_t { automatic, before, center, after };
enum class Position : std::uint8_t { automatic, fixed, absolute };
enum class Scaling : std::uint8_t { uniform, non_uniform };
enum class ContentSize : std::uint8_t { automatic, scale_to_fit, scale_down_to_fit, scale_up_to_fit, measure };
enum class TextTransform : std::uint8_t { none, capitalize, uppercase, lowercase };
enum class Toggle : std::uint8_t { no, yes };

/// Strength of a keep, or of the resistance to a break: 0 auto, kAlways always, between: the integer of the style sheet. Of "always" within a column or a page alone
/// the places are known, too: in front of the first nothing else is sure to be kept, and at the second a column may end that doesn't end its page.
using Strength = std::int16_t;
inline constexpr Strength kAlways = 32'767, kAlwaysInColumn = kAlways - 1, kAlwaysInPage = kAlways - 2;

/// Index of the four edges of a box.
enum Edge : std::uint8_t { kBefore, kAfter, kStart, kEnd };

struct Border {
    std::int32_t width = 0;  ///< Millipoints; 0 where the style is none.
    Color color;
    BorderStyle style = BorderStyle::none;
    bool retain = false;  ///< .conditionality="retain"
    bool operator==(const Border&) const = default;
};

struct SpaceSpecifier {
    Measure minimum, optimum, maximum;
    bool minimum_set = false, optimum_set = false, maximum_set = false;
    std::int16_t precedence = 0;  ///< kAlways: force.
    bool retain = false;          ///< .conditionality="retain"
};

struct KeepStrengths {
    Strength within_line = 0;
    Strength within_column = 0;
    Strength within_page = 0;
    Strength vertical() const {
        if (within_column == kAlways) return within_line == kAlways ? kAlways : kAlwaysInColumn;
        if (within_page == kAlways) return kAlwaysInPage;
        return within_column > within_page ? within_column : within_page;
    }
};

/// A picture behind an object's padding and content.
struct BackgroundImage {
    std::string_view uri;  ///< As it is written.
    xml::Node source;      ///< The element that has it.
    bool repeat_x = true, repeat_y = true;
    Measure x, y;  ///< From the padding rectangle's corner; per cent of what the picture leaves free.
};

/// Computed values that children get too (XSL-FO 1.1: "Inherited: yes"), and what has to be handed down all the same:
/// text decoration and where the letters stand.
struct InheritedStyle {
    std::uint16_t family = 0;  ///< Index of the computed list of families; see StyleResolver.
    FaceId face = 0;
    Weight weight = Weight::regular;
    Slant slant = Slant::upright;
    std::int32_t font_size = 12'000;
    std::int32_t line_height = 14'400;
    std::int32_t line_height_factor = 1'200;  ///< Thousandths of the font size; 0: an absolute length.
    Color color;
    std::int32_t letter_spacing = 0;
    std::int32_t word_spacing = 0;
    Raise raise;  ///< Of the letters; of an image without what depends on its height.
    FaceId line_face = 0;  ///< Of the block, whose letters make its lines.
    std::int32_t line_font_size = 12'000;
    Rare<Alignment> alignment;  ///< Of the inlines around; where there is none, that of the block's letters.
    std::int32_t word_stretch = -1, word_shrink = -1;  ///< How much a space of stated width may give; -1: a part of its width.
    Measure text_indent;
    Measure start_indent;
    Measure end_indent;
    Measure item_start_indent;  ///< The start-indent of the list item around: what body-start() and label-end() begin at (7.30.11).
    Measure last_line_end_indent;
    Measure leader_minimum{0, 0};
    Measure leader_optimum{12'000, 0};
    Measure leader_maximum{0, 100'000};
    Measure leader_pattern_width;  ///< Nothing: use-font-metrics.
    std::int32_t rule_thickness = 1'000;
    Measure distance_between_starts{24'000, 0};
    Measure label_separation{6'000, 0};
    std::int32_t border_separation_inline = 0;
    std::int32_t border_separation_block = 0;
    std::int16_t orphans = 2;
    std::int16_t widows = 2;
    KeepStrengths keep_together;
    char32_t hyphenation_character = U'-';
    std::int16_t hyphenation_push = 2;
    std::int16_t hyphenation_remain = 2;
    std::int16_t hyphenation_ladder = 0;
    TextAlign text_align = TextAlign::start;
    TextAlign text_align_last = TextAlign::start;
    bool text_align_last_relative = true;
    LinefeedTreatment linefeed = LinefeedTreatment::treat_as_space;
    WhiteSpaceTreatment white_space = WhiteSpaceTreatment::if_surrounding;
    Toggle collapse_white_space = Toggle::yes;
    Toggle wrap = Toggle::yes;
    Toggle hyphenate = Toggle::no;
    Toggle collapse_borders = Toggle::yes;
    Toggle shift_adjusts_line = Toggle::yes;
    Toggle font_height_lines = Toggle::no;  ///< line-stacking-strategy="font-height"
    DisplayAlign display_align = DisplayAlign::automatic;
    LeaderPattern leader_pattern = LeaderPattern::space;
    LeaderAlign leader_alignment = LeaderAlign::none;
    BorderStyle rule_style = BorderStyle::solid;
    TextTransform transform = TextTransform::none;
    kazakh::PatternLanguage patterns = kazakh::PatternLanguage::none;  ///< Of `language`: what hyphenates words of Latin letters.
    bool british = false;  ///< country="GB"
    bool visible = true;
    bool underline = false;
    bool overline = false;
    bool line_through = false;
};

/// Computed values of one object only.
struct OwnStyle {
    SpaceSpecifier space_before, space_after;
    Measure space_start, space_end;
    std::array<Measure, 4> margin;  ///< As specified, for page masters and regions.
    std::array<std::int32_t, 4> padding{};
    std::array<bool, 2> padding_retain{};  ///< Before, after.
    std::array<Border, 4> border;
    std::optional<Color> background;
    Rare<BackgroundImage> background_image;
    std::array<std::int32_t, 4> padding_percent{};  ///< Of blocks: thousandths of a per cent of the width around, beside `padding`.
    Measure taken_around;            ///< What margins in per cent of its children are not of: mostly its indents on both sides.
    std::array<bool, 2> indent_by_margin{};  ///< Start, end: the indent is margin, border and padding together.
    bool relative = false;  ///< relative-position="relative": moved by top and left (or bottom and right).
    BreakClass break_before = BreakClass::none;
    BreakClass break_after = BreakClass::none;
    KeepStrengths keep_with_next, keep_with_previous;
    std::optional<Measure> width, height;  ///< inline- and block-progression-dimension
    std::optional<Measure> minimum_height, maximum_height, minimum_width, maximum_width;
    std::optional<Measure> top, bottom, left, right;
    Position position = Position::automatic;
    bool overflow_hidden = false;
    std::optional<Measure> column_width;  ///< Beside a share: what is added to it.
    std::int64_t column_share = 0;  ///< Millionths, of proportional-column-width().
    std::int32_t column_number = 0;
    std::int32_t columns_repeated = 1;
    std::int32_t columns_spanned = 1;
    std::int32_t rows_spanned = 1;
    bool starts_row = false, ends_row = false;
    bool fixed_layout = false;  ///< table-layout="fixed"
    bool omit_header = false, omit_footer = false;
    bool span_all = false;
    std::uint8_t turn = 0;  ///< reference-orientation in quarter turns to the left.
    bool alignment_asked = false;  ///< Of the object itself, or of what is around.
    bool shifted = false;       ///< By baseline-shift.
    bool at_line_edge = false;  ///< Aligned with an edge of the line, which the others make (7.13).
    Baseline own_line = Baseline::alphabetic;  ///< Of an image: what of it stands where it is aligned.
    Measure moved_up;           ///< Of an image: by alignment-adjust.
    std::int32_t empty_raise = 0;  ///< Of a leader that repeats its content: as it were an image of no height.
    bool subscript = false;     ///< Of an image: baseline-shift="sub"
    ContentSize content_width = ContentSize::automatic, content_height = ContentSize::automatic;
    Measure content_width_measure, content_height_measure;
    Scaling scaling = Scaling::uniform;
    std::optional<Measure> extent, page_width, page_height;
    Toggle precedence = Toggle::no;
    std::int32_t column_count = 1;
    Measure column_gap{18'000, 0};  ///< A quarter of an inch, as FOP has it.

    std::int32_t border_and_padding(Edge edge) const { return border[edge].width + padding[edge]; }
    bool has_box() const;
};

/// Everything that one distinct set of attributes in one context comes to. Shared by all objects that have it.
struct Style : InheritedStyle, OwnStyle {};

inline bool OwnStyle::has_box() const {
    if (background || background_image || relative) return true;
    for (const Border& b : border) {
        if (b.width != 0) return true;
    }
    for (const std::int32_t p : padding) {
        if (p != 0) return true;
    }
    return false;
}

}  // namespace irikteu::layout
