#pragma once

#include <cstdint>

#include "layout/fonts.hpp"
#include "layout/measure.hpp"

namespace irikteu::layout {

/// The lines that something may stand on by (XSL-FO 1.1, 7.14.1); `automatic`: the dominant one of what is around.
enum class Baseline : std::uint8_t { automatic, alphabetic, middle, central, text_before, text_after, before, after, hanging, mathematical };

/// How high letters or an image go; where their lines are.
struct Extent {
    std::int32_t ascent = 0;
    std::int32_t descent = 0;  ///< Negative: below the alphabetic line.
    std::int32_t x_height = 0;

    /// Of an image: all of it stands on its alphabetic line, and its x-height is its height (as in FOP).
    static Extent of_image(std::int32_t height) { return {height, 0, height}; }
    /// How far that line is above the alphabetic one.
    std::int32_t line(Baseline line) const;
};

/// A height above a line's own baseline: `fixed`, and by how much what the line holds takes its edges beyond those of its block's
/// letters, so many times. A line's edges are known when it is full.
struct Raise {
    std::int32_t fixed = 0;
    std::int8_t before = 0;  ///< Times: upwards.
    std::int8_t after = 0;   ///< Times: downwards.

    bool at_edges() const { return before != 0 || after != 0; }
    Raise operator+(Raise other) const {
        return {within_reach(std::int64_t{fixed} + other.fixed), static_cast<std::int8_t>(before + other.before), static_cast<std::int8_t>(after + other.after)};
    }
    Raise operator+(std::int32_t by) const { return {within_reach(std::int64_t{fixed} + by), before, after}; }
};

/// The letters that an inline's children find their lines by: its scaled baseline table (7.14.1), as FOP has it.
struct Alignment {
    FaceId face = 0;
    std::int32_t font_size = 0;
    Baseline dominant = Baseline::alphabetic;
    bool of_line = true;            ///< They are the block's, whose edges are the line's.
    Raise origin;                   ///< Of the dominant line.
    std::int32_t letters = 0;       ///< How far the inline's own letters stand above that.
};

/// What alignment-adjust says: which of its own lines an object stands by, or how far that is moved up from the dominant one.
struct AlignmentAdjust {
    enum class Kind : std::uint8_t { automatic, line, length } kind = Kind::automatic;
    Baseline line = Baseline::automatic;
    Measure length;  ///< Per cent: of the line height, of an image its height.
};

}  // namespace irikteu::layout
