#include "layout/image_head.hpp"

#include <algorithm>
#include <cstdint>

namespace irikteu::layout {
namespace {

/// Pixels on a length, across and down: 300 on an inch, 11811 on a metre. Nothing where it isn't known.
struct Resolution {
    std::int64_t across = 0, down = 0;
    std::int64_t tenths_of_millimetre = 254;  ///< The length.
};

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

std::int32_t natural(int pixels, std::int64_t resolution, std::int64_t tenths_of_millimetre) {
    constexpr std::int64_t kMost = 500'000'000;  // What sums of such lengths have room for.
    if (resolution <= 0) return pixels * 1000;
    // pixels · length · 72 pt ÷ (25.4 mm · resolution)
    const std::int64_t divisor = 254 * resolution;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>((std::int64_t{pixels} * 72'000 * tenths_of_millimetre + divisor / 2) / divisor, 1, kMost));
}

bool finish(Image& image, const Resolution& resolution) {
    image.natural_width = natural(image.pixel_width, resolution.across, resolution.tenths_of_millimetre);
    image.natural_height = natural(image.pixel_height, resolution.down, resolution.tenths_of_millimetre);
    return image.pixel_width > 0 && image.pixel_height > 0;
}

bool read_png(std::string_view bytes, Image& image) {
    if (bytes.size() < 24 || bytes.substr(0, 8) != "\x89PNG\r\n\x1a\n" || bytes.substr(12, 4) != "IHDR") return false;
    image.kind = Image::Kind::png;
    image.pixel_width = static_cast<int>(std::min(big_endian(bytes, 16, 4), 100'000u));
    image.pixel_height = static_cast<int>(std::min(big_endian(bytes, 20, 4), 100'000u));
    Resolution resolution;
    // pHYs stands in front of the pixels, if anywhere; its unit is the metre or none.
    for (std::size_t at = 8; at + 8 <= bytes.size() && bytes.substr(at + 4, 4) != "IDAT";) {
        const std::size_t length = big_endian(bytes, at, 4);
        if (bytes.substr(at + 4, 4) == "pHYs" && length == 9 && at + 17 <= bytes.size()) {
            if (bytes[at + 16] == '\1') resolution = {big_endian(bytes, at + 8, 4), big_endian(bytes, at + 12, 4), 10'000};
            break;
        }
        at += 12 + length;
    }
    return finish(image, resolution);
}

/// XResolution of the first directory of Exif's TIFF, which FOP takes for both directions.
Resolution read_exif(std::string_view tiff) {
    Resolution none;
    if (tiff.size() < 10) return none;
    const bool little = tiff[0] == 'I';
    const auto number = [&](std::size_t at, std::size_t count) -> std::uint32_t {
        if (at > tiff.size() || count > tiff.size() - at) return 0;
        if (!little) return big_endian(tiff, at, static_cast<int>(count));
        std::uint32_t value = 0;
        for (std::size_t i = count; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(tiff[at + i]);
        return value;
    };
    const std::size_t directory = number(4, 4);
    std::int64_t resolution = 0;
    std::uint32_t unit = 0;
    for (std::size_t i = 0, entries = number(directory, 2); i < entries && directory + 14 + 12 * i <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const std::uint32_t tag = number(entry, 2), format = number(entry + 2, 2);
        if (tag == 0x011A && format == 5) {
            const std::size_t value = number(entry + 8, 4);
            const std::uint32_t divisor = number(value + 4, 4);
            if (divisor != 0) resolution = number(value, 4) / divisor;
        } else if (tag == 0x0128 && format == 3) {
            unit = number(entry + 8, 2);
        }
    }
    if (unit != 2 && unit != 3) return none;
    return {resolution, resolution, unit == 3 ? 100 : 254};
}

// Segments up to the first frame header, SOF0…SOF15 without DHT, JPG and DAC.
bool read_jpeg(std::string_view bytes, Image& image) {
    if (bytes.substr(0, 2) != "\xFF\xD8") return false;
    Resolution resolution;
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (bytes[at] != '\xFF') return false;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            image.kind = Image::Kind::jpeg;
            image.pixel_height = static_cast<int>(big_endian(bytes, at + 5, 2));
            image.pixel_width = static_cast<int>(big_endian(bytes, at + 7, 2));
            return finish(image, resolution);
        }
        const std::size_t length = big_endian(bytes, at + 2, 2);
        const std::string_view segment = bytes.substr(at + 4, length < 2 ? 0 : length - 2);
        if (marker == 0xE0 && segment.size() >= 12 && segment.substr(0, 4) == "JFIF" && resolution.across == 0) {
            const char unit = segment[7];
            if (unit == '\1' || unit == '\2') resolution = {big_endian(segment, 8, 2), big_endian(segment, 10, 2), unit == '\1' ? 254 : 100};
        } else if (marker == 0xE1 && segment.size() > 6 && segment.substr(0, 4) == "Exif") {
            const Resolution exif = read_exif(segment.substr(6));
            if (exif.across > 0) resolution = exif;
        }
        at += 2 + length;
    }
    return false;
}

}  // namespace

bool read_image_head(std::string_view bytes, Image& image) { return read_png(bytes, image) || read_jpeg(bytes, image); }

}  // namespace irikteu::layout
