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
    EXPECT_THAT(image.entries, HasSubstr("/Indexed/DeviceRGB 3<40"));
}

TEST_F(Png, broken_files_are_refused) {
    const auto good = make_png(8, 8, 2, 8);
    EXPECT_EQ(code_of("GIF89a"), base::ErrorCode::malformed);
    for (std::size_t length = 9; length < good.size(); length += 7) EXPECT_EQ(code_of(good.substr(0, length)), base::ErrorCode::malformed) << length;
    EXPECT_EQ(code_of(make_png(0, 8, 2, 8)), base::ErrorCode::malformed);
    EXPECT_EQ(code_of(make_png(8, 8, 2, 4)), base::ErrorCode::malformed);
    EXPECT_EQ(code_of(make_png(8, 8, 3, 8)), base::ErrorCode::malformed);
    auto interlaced = good;
    interlaced[28] = 1;
    EXPECT_EQ(code_of(interlaced), base::ErrorCode::unsupported);
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
    EXPECT_THAT(image.entries, HasSubstr("/DeviceRGB"));
    EXPECT_THAT(pdf::read_jpeg(jpeg(0xc0, 1)).entries, HasSubstr("/DeviceGray"));
}

TEST(Jpeg, cmyk_and_broken_files_are_refused) {
    const auto code = [](const std::string& bytes) {
        try {
            pdf::read_jpeg(bytes);
        } catch (const base::Error& error) {
            return error.code();
        }
        return base::ErrorCode::usage;
    };
    EXPECT_EQ(code(jpeg(0xc0, 4)), base::ErrorCode::unsupported);
    EXPECT_EQ(code(jpeg(0xc3, 3)), base::ErrorCode::unsupported);
    EXPECT_EQ(code("\x89PNG"), base::ErrorCode::malformed);
    const auto good = jpeg(0xc0, 3);
    for (std::size_t length = 0; length < good.size(); ++length) EXPECT_EQ(code(good.substr(0, length)), base::ErrorCode::malformed) << length;
}

}  // namespace
}  // namespace irikteu::pdf_test
