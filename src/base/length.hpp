#pragma once

#include <compare>
#include <cstdint>

namespace irikteu::base {

/// A distance on paper in millipoints (1/72000 inch). Integers only, so that layout is the same on every machine.
struct Length {
    std::int64_t millipoints = 0;

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator+(Length b) const { return {millipoints + b.millipoints}; }
    constexpr Length operator-(Length b) const { return {millipoints - b.millipoints}; }
    constexpr Length operator-() const { return {-millipoints}; }
    constexpr Length operator*(std::int64_t n) const { return {millipoints * n}; }
    constexpr Length operator/(std::int64_t n) const { return {millipoints / n}; }
    constexpr Length& operator+=(Length b) { millipoints += b.millipoints; return *this; }
    constexpr Length& operator-=(Length b) { millipoints -= b.millipoints; return *this; }
    /// This length times numerator / denominator, rounded half away from zero.
    constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
        const std::int64_t n = millipoints * numerator;
        const std::int64_t half = denominator / 2;
        return {(n >= 0 ? n + half : n - half) / denominator};
    }
};

constexpr Length points(std::int64_t n) { return {n * 1000}; }
constexpr Length millipoints(std::int64_t n) { return {n}; }
/// n tenths of a millimetre, rounded to the millipoint.
constexpr Length tenth_millimetres(std::int64_t n) { return Length{n}.scaled(720000, 2540); }

}  // namespace irikteu::base
