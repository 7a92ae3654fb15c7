#include "pdf/color_profile.hpp"

#include <gtest/gtest.h>

#include <map>

#include "base/digest.hpp"

namespace irikteu::pdf {
namespace {

unsigned u32(const std::string& bytes, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

double fixed(const std::string& bytes, std::size_t at) { return static_cast<std::int32_t>(u32(bytes, at)) / 65536.0; }

std::map<std::string, std::pair<unsigned, unsigned>> tags(const std::string& profile) {
    std::map<std::string, std::pair<unsigned, unsigned>> table;
    for (unsigned i = 0; i < u32(profile, 128); ++i) table[profile.substr(132 + 12 * i, 4)] = {u32(profile, 136 + 12 * i), u32(profile, 140 + 12 * i)};
    return table;
}

TEST(ColorProfile, header_says_rgb_monitor_of_version_2) {
    const auto profile = srgb_profile();
    EXPECT_EQ(u32(profile, 0), profile.size());
    EXPECT_EQ(u32(profile, 8), 0x02100000u);
    EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
    EXPECT_EQ(profile.substr(36, 4), "acsp");
    EXPECT_NEAR(fixed(profile, 68), 0.9642, 1e-4);
    EXPECT_NEAR(fixed(profile, 72), 1, 1e-4);
    EXPECT_NEAR(fixed(profile, 76), 0.8249, 1e-4);
}

TEST(ColorProfile, every_required_tag_is_inside_the_file_and_aligned) {
    const auto profile = srgb_profile();
    const auto table = tags(profile);
    for (const char* name : {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}) {
        ASSERT_EQ(table.count(name), 1u) << name;
        const auto [offset, size] = table.at(name);
        EXPECT_EQ(offset % 4, 0u) << name;
        EXPECT_LE(offset + size, profile.size()) << name;
    }
    EXPECT_EQ(table.size(), 9u);
}

TEST(ColorProfile, colorants_are_the_published_ones_and_make_white) {
    const auto profile = srgb_profile();
    const auto table = tags(profile);
    const double published[3][3] = {{0.4361, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, {0.1431, 0.0606, 0.7141}};
    const char* names[] = {"rXYZ", "gXYZ", "bXYZ"};
    for (std::size_t i = 0; i < 3; ++i) {
        double sum = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            EXPECT_NEAR(fixed(profile, table.at(names[c]).first + 8 + 4 * i), published[c][i], 2e-4);
            sum += fixed(profile, table.at(names[c]).first + 8 + 4 * i);
        }
        EXPECT_NEAR(sum, fixed(profile, 68 + 4 * i), 1e-4);
    }
}

TEST(ColorProfile, bytes_are_the_same_on_every_machine) {
    EXPECT_EQ(base::sha256(srgb_profile()).hex(), "aa5320ef49e1bacaf72cad76b00011138abb5ae8748b4c58dd139f80a15e3a7a");
}

}  // namespace
}  // namespace irikteu::pdf
