#include "pdf/color_profile.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace irikteu::pdf {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

void append_u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8 & 0xff);
    out += static_cast<char>(value & 0xff);
}

void append_u32(std::string& out, std::uint32_t value) {
    append_u16(out, value >> 16);
    append_u16(out, value & 0xffff);
}

void append_fixed(std::string& out, double value) { append_u32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536)))); }

Vector times(const Matrix& m, const Vector& v) {
    Vector result{};
    for (std::size_t r = 0; r < 3; ++r) result[r] = m[r][0] * v[0] + m[r][1] * v[1] + m[r][2] * v[2];
    return result;
}

Matrix inverse(const Matrix& m) {
    const auto minor = [&](std::size_t r, std::size_t c) {
        const auto r1 = (r + 1) % 3, r2 = (r + 2) % 3, c1 = (c + 1) % 3, c2 = (c + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    };
    const double determinant = m[0][0] * minor(0, 0) + m[0][1] * minor(0, 1) + m[0][2] * minor(0, 2);
    Matrix result{};
    for (std::size_t r = 0; r < 3; ++r) {
        for (std::size_t c = 0; c < 3; ++c) result[c][r] = minor(r, c) / determinant;
    }
    return result;
}

Vector from_chromaticity(double x, double y) { return {x / y, 1, (1 - x - y) / y}; }

/// XYZ of a colour seen under D65, adapted to the profile connection space's D50 by the linear Bradford transform.
Vector to_d50(const Vector& xyz) {
    constexpr Matrix kBradford{{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}};
    constexpr Vector kD50{0.9642, 1, 0.8249};
    const auto from = times(kBradford, from_chromaticity(0.3127, 0.3290));
    const auto to = times(kBradford, kD50);
    auto cone = times(kBradford, xyz);
    for (std::size_t i = 0; i < 3; ++i) cone[i] *= to[i] / from[i];
    return times(inverse(kBradford), cone);
}

/// The red, green and blue colorants: columns of the matrix from linear RGB to XYZ.
std::array<Vector, 3> colorants() {
    const std::array<Vector, 3> primaries{from_chromaticity(0.64, 0.33), from_chromaticity(0.30, 0.60), from_chromaticity(0.15, 0.06)};
    Matrix columns{};
    for (std::size_t r = 0; r < 3; ++r) {
        for (std::size_t c = 0; c < 3; ++c) columns[r][c] = primaries[c][r];
    }
    const auto weights = times(inverse(columns), from_chromaticity(0.3127, 0.3290));
    std::array<Vector, 3> result{};
    for (std::size_t c = 0; c < 3; ++c) {
        const auto& p = primaries[c];
        result[c] = to_d50({p[0] * weights[c], p[1] * weights[c], p[2] * weights[c]});
    }
    return result;
}

std::string xyz_tag(const Vector& xyz) {
    std::string tag("XYZ \0\0\0\0", 8);
    for (const double value : xyz) append_fixed(tag, value);
    return tag;
}

std::string curve_tag() {
    constexpr int kPoints = 256;
    std::string tag("curv\0\0\0\0", 8);
    append_u32(tag, kPoints);
    for (int i = 0; i < kPoints; ++i) {
        const double v = static_cast<double>(i) / (kPoints - 1);
        const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        append_u16(tag, static_cast<std::uint32_t>(std::lround(linear * 65535)));
    }
    return tag;
}

std::string description_tag(std::string_view text) {
    std::string tag("desc\0\0\0\0", 8);
    append_u32(tag, static_cast<std::uint32_t>(text.size() + 1));
    tag += text;
    tag.append(1 + 8 + 3 + 67, '\0');  // End of text; no Unicode and no Macintosh variant.
    return tag;
}

std::string make_profile() {
    struct Tag {
        std::string_view name;
        std::string data;
    };
    const auto rgb = colorants();
    const auto curve = curve_tag();
    const std::vector<Tag> tags{{"desc", description_tag("sRGB IEC61966-2.1")},
                                {"cprt", std::string("text\0\0\0\0No copyright, use freely\0", 33)},
                                {"wtpt", xyz_tag({0.9642, 1, 0.8249})},
                                {"rXYZ", xyz_tag(rgb[0])},
                                {"gXYZ", xyz_tag(rgb[1])},
                                {"bXYZ", xyz_tag(rgb[2])},
                                {"rTRC", curve},
                                {"gTRC", curve},
                                {"bTRC", curve}};
    std::string table, data;
    append_u32(table, static_cast<std::uint32_t>(tags.size()));
    const std::size_t data_start = 128 + 4 + 12 * tags.size();
    std::size_t shared = 0;
    for (const auto& tag : tags) {
        const bool again = shared != 0 && tag.data == curve;
        const std::size_t offset = again ? shared : data_start + data.size();
        if (!again) {
            data += tag.data;
            data.resize((data.size() + 3) / 4 * 4, '\0');
        }
        if (tag.name == "rTRC") shared = offset;
        table += tag.name;
        append_u32(table, static_cast<std::uint32_t>(offset));
        append_u32(table, static_cast<std::uint32_t>(tag.data.size()));
    }
    std::string profile;
    append_u32(profile, static_cast<std::uint32_t>(data_start + data.size()));
    append_u32(profile, 0);           // No preferred colour management module.
    append_u32(profile, 0x02100000);  // Version 2.1
    profile += "mntrRGB XYZ ";
    for (const std::uint32_t part : {1999u, 10u, 18u, 0u, 0u, 0u}) append_u16(profile, part);  // The standard's date.
    profile += "acsp";
    profile.append(28, '\0');  // Platform, flags, manufacturer, model, attributes; perceptual intent.
    for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(profile, value);
    profile.resize(128, '\0');
    return profile + table + data;
}

}  // namespace

std::string srgb_profile() {
    static const std::string profile = make_profile();
    return profile;
}

}  // namespace irikteu::pdf
