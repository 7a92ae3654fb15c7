#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/length.hpp"

namespace irikteu::layout {

/// Millipoints as lists and tables keep them: what is longer than 700 metres counts as that long.
constexpr std::int32_t narrow(std::int64_t v) { return static_cast<std::int32_t>(std::clamp<std::int64_t>(v, -2'000'000'000, 2'000'000'000)); }
/// Lengths that are said: as far as half a million points, off every page, so that four of them can be added.
constexpr std::int32_t within_reach(std::int64_t v) { return static_cast<std::int32_t>(std::clamp<std::int64_t>(v, -500'000'000, 500'000'000)); }

using base::Length;

/// A length that may depend on a base that is known at layout only: fixed + percent of the base.
struct Measure {
    std::int32_t fixed = 0;    ///< Millipoints.
    std::int32_t percent = 0;  ///< Thousandths of a per cent.

    constexpr bool operator==(const Measure&) const = default;
    constexpr std::int64_t of(std::int64_t base) const {
        if (percent == 0) return fixed;
        return fixed + Length{base}.scaled(percent, 100'000).millipoints;
    }
    constexpr Length of(Length base) const { return {of(base.millipoints)}; }
    // Indents of blocks within blocks add up.
    constexpr Measure operator+(Measure b) const { return {within_reach(std::int64_t{fixed} + b.fixed), within_reach(std::int64_t{percent} + b.percent)}; }
    constexpr Measure operator-(Measure b) const { return {within_reach(std::int64_t{fixed} - b.fixed), within_reach(std::int64_t{percent} - b.percent)}; }
};

/// What an expression of XSL-FO 1.1, 5.9 yields: a number, a length (with a share of a base), or a share of what is
/// left among columns.
struct Quantity {
    enum class Kind : std::uint8_t { number, length, proportional, area } kind = Kind::number;
    std::int64_t number = 0;  ///< Millionths; of a proportional-column-width() too.
    std::int64_t fixed = 0;   ///< Millipoints.
    std::int64_t percent = 0; ///< Thousandths of a per cent.
};

/// What expressions may refer to.
struct ExpressionContext {
    std::int64_t font_size = 12'000;  ///< Of "em", in millipoints.
    Measure body_start;               ///< body-start()
    Measure label_end;                ///< label-end()
    /// Answers from-parent(), inherited-property-value(), from-nearest-specified-value() and from-table-column() (5.10.4);
    /// the property's name is empty where none is given. False: it has no value that arithmetic can use.
    bool (*property)(const void* owner, std::string_view function, std::string_view name, Quantity& result) = nullptr;
    const void* owner = nullptr;
};

/// Evaluates numbers, lengths (pt, mm, cm, in, pc, px of 1/72 in, em), percentages, + - * div mod, parentheses and the
/// functions body-start(), label-end(), proportional-column-width(), min, max, abs, floor, ceiling, round and those that
/// the context answers.
/// False where the text is no such expression; nothing is thrown.
bool evaluate(std::string_view expression, const ExpressionContext& context, Quantity& result);

}  // namespace irikteu::layout
