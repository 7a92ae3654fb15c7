#include "pdf/image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "sample_pages.hpp"

namespace irikteu::pdf_test {
namespace {

using testing::HasSubstr;

class Png : public testing::Test {
  protected:
    base::ErrorCode code_of(const std::string& bytes) {
        try {
            pdf::read_png(bytes, deflater);
        } catch (const base::Error& error) {
            return error.code();
        }
        ADD_FAILURE() << "was read";
        return base::ErrorCode::usage;
    }
    pdf::Deflater deflater{6};
};

TEST_F(Png, opaque_pixels_stay_as_they_are) {
    const auto image = pdf::read_png(make_png(9, 7, 2, 8), deflater);
    EXPECT_EQ(image.width, 9);
    EXPECT_EQ(image.height, 7);
    EXPECT_TRUE(image.mask.empty());
    EXPECT_THAT(image.entries, HasSubstr("/Predictor 15/Colors 3/BitsPerComponent 8/Columns 9"));
    EXPECT_EQ(pdf::inflate(image.data, 7 * (9 * 3 + 1)).size(), 196u);
}

TEST_F(Png, alpha_becomes_a_mask_of_its_own) {
    const auto image = pdf::read_png(make_png(9, 7, 6, 8), deflater);
    EXPECT_EQ(image.mask.size(), 63u);
    EXPECT_EQ(pdf::inflate(image.data, 63 * 3).size(), 189u);
    const auto deep = pdf::read_png(make_png(9, 7, 4, 16), deflater);
    EXPECT_EQ(deep.mask.size(), 126u);
    EXPECT_EQ(deep.mask_bits, 16);
}

TEST_F(Png, transparent_palette_entries_become_a_mask) {
    const auto image = pdf::read_png(make_png(8, 2, 3, 2, std::string(12, '\x40'), std::string("\x00\xff\x80", 3)), deflater);
    EXPECT_EQ(image.mask.size(), 16u);
    EXPECT_THAT(image.palette, testing::StartsWith("3<40"));
}

TEST_F(Png, broken_files_are_refused) {
    const auto good = make_png(8, 8, 2, 8);
    EXPECT_EQ(code_of("GIF89a"), base::ErrorCode::malformed);
    for (std::size_t length = 9; length < good.size(); length += 7) EXPECT_EQ(code_of(good.substr(0, length)), base::ErrorCode::malformed) << length;
    EXPECT_EQ(code_of(make_png(0, 8, 2, 8)), base::ErrorCode::malformed);
    EXPECT_EQ(code_of(make_png(8, 8, 2, 4)), base::ErrorCode::malformed);
    EXPECT_EQ(code_of(make_png(8, 8, 3, 8)), base::ErrorCode::malformed);
    auto interlaced = good;
    interlaced[28] = 1;  // Its rows are none of seven passes.
    EXPECT_EQ(code_of(interlaced), base::ErrorCode::malformed);
    auto huge = good;
    huge[16] = huge[20] = 0x40;
    EXPECT_EQ(code_of(huge), base::ErrorCode::limit_exceeded);
}

std::string jpeg(unsigned marker, unsigned components) {
    std::string bytes("\xff\xd8\xff\xe0\x00\x04\x00\x00", 8);
    bytes += '\xff';
    bytes += static_cast<char>(marker);
    bytes += std::string("\x00\x11\x08\x00\x20\x00\x10", 7);
    bytes += static_cast<char>(components);
    return bytes;
}

TEST(Jpeg, size_and_colours_come_from_the_frame_header) {
    const auto image = pdf::read_jpeg(jpeg(0xc2, 3));
    EXPECT_EQ(image.width, 16);
    EXPECT_EQ(image.height, 32);
    EXPECT_EQ(image.components, 3);
    EXPECT_EQ(pdf::read_jpeg(jpeg(0xc0, 1)).components, 1);
    EXPECT_EQ(pdf::read_jpeg(jpeg(0xc0, 4)).components, 4);
}

/// The head of an ICC profile, which is all that is looked at.
std::string profile(const std::string& space, const std::string& kind = "mntr") {
    std::string bytes(140, '\0');
    bytes[3] = static_cast<char>(140);
    bytes[8] = 2;
    bytes.replace(12, 4, kind).replace(16, 4, space).replace(36, 4, "acsp");
    return bytes;
}

std::string segment(unsigned marker, const std::string& body) {
    const auto length = body.size() + 2;
    return std::string{'\xff', static_cast<char>(marker), static_cast<char>(length >> 8), static_cast<char>(length & 255)} + body;
}

TEST(Jpeg, a_profile_is_kept_only_where_it_fits_the_colours) {
    const auto with = [](unsigned components, const std::string& icc) {
        auto file = jpeg(0xc0, components);
        const auto half = icc.size() / 2;
        // The parts come in the wrong order.
        file.insert(8, segment(0xe2, std::string("ICC_PROFILE\0\2\2", 14) + icc.substr(half)) + segment(0xe2, std::string("ICC_PROFILE\0\1\2", 14) + icc.substr(0, half)));
        return pdf::read_jpeg(file).profile;
    };
    EXPECT_EQ(with(3, profile("RGB ")), profile("RGB "));
    EXPECT_EQ(with(4, profile("CMYK", "prtr")), profile("CMYK", "prtr"));
    EXPECT_EQ(with(1, profile("RGB ")), "");
    EXPECT_EQ(with(3, profile("RGB ", "link")), "");
    EXPECT_EQ(with(3, profile("RGB ") + "x"), "");
    EXPECT_EQ(with(3, std::string(140, 'x')), "");
}

TEST(Jpeg, inks_of_adobe_are_turned_round) {
    auto file = jpeg(0xc0, 4);
    EXPECT_THAT(pdf::read_jpeg(file).entries, testing::Not(HasSubstr("/Decode[")));
    file.insert(8, segment(0xee, std::string("Adobe\0\x64\0\0\0\0\2", 12)));
    EXPECT_THAT(pdf::read_jpeg(file).entries, HasSubstr("/Decode[1 0 1 0 1 0 1 0]"));
}

TEST_F(Png, an_interlaced_image_has_the_pixels_of_the_plain_one) {
    for (const auto& [color, bits] : {std::pair{2, 8}, {0, 1}, {3, 2}, {6, 16}, {0, 4}}) {
        const std::string palette = color == 3 ? std::string("\xff\x00\x00\x00\xff\x00\x00\x00\xff\x20\x20\x20", 12) : std::string();
        for (const int width : {1, 3, 9, 16}) {
            const auto [plain, adam7] = make_png_pair(width, 7, color, bits, palette);
            const auto a = pdf::read_png(plain, deflater), b = pdf::read_png(adam7, deflater);
            const auto samples = static_cast<std::size_t>(color == 2 ? 3 : color == 6 ? 3 : 1);
            const auto row = (static_cast<std::size_t>(width) * samples * static_cast<std::size_t>(bits) + 7) / 8;
            auto rows = pdf::inflate(a.data, color == 6 ? row * 7 : (row + 1) * 7);
            if (color != 6) {
                for (std::size_t y = 0; y < 7; ++y) rows.erase(y * row, 1);
            }
            EXPECT_EQ(pdf::inflate(b.data, row * 7), rows) << color << ' ' << bits << ' ' << width;
            EXPECT_EQ(a.mask, b.mask);
        }
    }
}

TEST(Jpeg, broken_files_are_refused) {
    const auto code = [](const std::string& bytes) {
        try {
            pdf::read_jpeg(bytes);
        } catch (const base::Error& error) {
            return error.code();
        }
        return base::ErrorCode::usage;
    };
    EXPECT_EQ(code(jpeg(0xc0, 2)), base::ErrorCode::unsupported);
    EXPECT_EQ(code(jpeg(0xc3, 3)), base::ErrorCode::unsupported);
    EXPECT_EQ(code("\x89PNG"), base::ErrorCode::malformed);
    const auto good = jpeg(0xc0, 3);
    for (std::size_t length = 0; length < good.size(); ++length) EXPECT_EQ(code(good.substr(0, length)), base::ErrorCode::malformed) << length;
}

}  // namespace
}  // namespace irikteu::pdf_test
