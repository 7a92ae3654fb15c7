#include <cstdint>
#include <algorithm>
#include <cstdlib>

#include "base/error.hpp"
#include "pdf/image.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr std::uint64_t kMostPixels = 64'000'000;

[[noreturn]] void malformed(const char* what) { throw base::Error(base::ErrorCode::malformed, std::string("PNG: ") + what); }
[[noreturn]] void unsupported(const char* what) { throw base::Error(base::ErrorCode::unsupported, std::string("PNG: ") + what); }

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct Png {
    std::uint32_t width = 0, height = 0;
    int bits = 0, color = 0;
    bool interlaced = false;
    std::string_view palette, transparency, profile;
    std::string data;  ///< All IDAT chunks in a row: one zlib stream.

    bool indexed() const { return color == 3; }
    bool has_alpha() const { return (color & 4) != 0; }
    int colors() const { return indexed() ? 1 : (color & 2) != 0 ? 3 : 1; }
    int samples() const { return colors() + (has_alpha() ? 1 : 0); }
    std::size_t row_bytes(std::size_t pixels) const { return (pixels * static_cast<unsigned>(samples() * bits) + 7) / 8; }
    std::size_t row_bytes() const { return row_bytes(width); }
    /// Bytes from a sample to its left neighbour's in the next pixel (clause 9.2).
    std::size_t step() const { return static_cast<std::size_t>(std::max(1, samples() * bits / 8)); }
};

void read_header(Png& png, std::string_view body) {
    if (body.size() != 13) malformed("no header");
    png.width = u32(body, 0);
    png.height = u32(body, 4);
    png.bits = static_cast<unsigned char>(body[8]);
    png.color = static_cast<unsigned char>(body[9]);
    if (png.width == 0 || png.height == 0) malformed("no pixels");
    if (std::uint64_t{png.width} * png.height > kMostPixels) throw base::Error(base::ErrorCode::limit_exceeded, "PNG: more than 64 million pixels");
    constexpr int kAllowed[7] = {1 | 2 | 4 | 8 | 16, 0, 8 | 16, 1 | 2 | 4 | 8, 8 | 16, 0, 8 | 16};
    if (png.color > 6 || png.bits > 16 || (kAllowed[png.color] & png.bits) == 0 || (png.bits & (png.bits - 1)) != 0) malformed("no such kind of pixels");
    if (body[10] != 0 || body[11] != 0) malformed("unknown compression or filter");
    if (static_cast<unsigned char>(body[12]) > 1) malformed("unknown interlacing");
    png.interlaced = body[12] == 1;
}

Png parse(std::string_view bytes) {
    if (!bytes.starts_with(kSignature)) malformed("not a PNG file");
    Png png;
    bool ended = false;
    for (std::size_t at = kSignature.size(); !ended;) {
        if (bytes.size() < at + 12 || bytes.size() - at - 12 < u32(bytes, at)) malformed("cut short");
        const std::size_t length = u32(bytes, at);
        const auto type = bytes.substr(at + 4, 4);
        const auto body = bytes.substr(at + 8, length);
        if (png.width == 0 && type != "IHDR") malformed("no header first");
        if (type == "IHDR") {
            read_header(png, body);
        } else if (type == "PLTE") {
            png.palette = body;
        } else if (type == "tRNS") {
            png.transparency = body;
        } else if (type == "iCCP") {
            png.profile = body;
        } else if (type == "IDAT") {
            png.data += body;
        } else if (type == "IEND") {
            ended = true;
        } else if ((type[0] & 0x20) == 0) {
            unsupported("unknown critical chunk");
        }
        at += length + 12;
    }
    if (png.indexed() && (png.palette.empty() || png.palette.size() % 3 != 0 || png.palette.size() > 768)) malformed("no palette");
    return png;
}

int paeth(int a, int b, int c) {
    const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/// Takes the row filters of `height` rows of `row` bytes back (clause 9); each has a filter byte before it. The result has rows only.
std::string unfiltered(const Png& png, std::string_view raw, std::size_t row, std::size_t height) {
    const auto step = png.step();
    std::string out(row * height, '\0');
    for (std::size_t y = 0; y < height; ++y) {
        const auto filter = static_cast<unsigned char>(raw[y * (row + 1)]);
        if (filter > 4) malformed("unknown row filter");
        const char* from = raw.data() + y * (row + 1) + 1;
        char* to = out.data() + y * row;
        for (std::size_t x = 0; x < row; ++x) {
            const int left = x >= step ? static_cast<unsigned char>(to[x - step]) : 0;
            const int above = y > 0 ? static_cast<unsigned char>(to[x - row]) : 0;
            const int corner = x >= step && y > 0 ? static_cast<unsigned char>(to[x - row - step]) : 0;
            const int guess[] = {0, left, above, (left + above) / 2, paeth(left, above, corner)};
            to[x] = static_cast<char>(static_cast<unsigned char>(from[x]) + guess[filter]);
        }
    }
    return out;
}

std::string unfiltered(const Png& png, std::string_view raw) { return unfiltered(png, raw, png.row_bytes(), png.height); }

/// One of the seven images that an interlaced one is made of (Adam7, clause 8.2): where it begins, and how far its pixels are apart.
struct Pass {
    std::uint32_t x, y, across, down;
    std::uint32_t width(const Png& png) const { return png.width > x ? (png.width - x + across - 1) / across : 0; }
    std::uint32_t height(const Png& png) const { return png.height > y ? (png.height - y + down - 1) / down : 0; }
    bool empty(const Png& png) const { return width(png) == 0 || height(png) == 0; }
};
constexpr Pass kPasses[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};

std::size_t raw_size(const Png& png) {
    if (!png.interlaced) return (png.row_bytes() + 1) * png.height;
    std::size_t size = 0;
    for (const auto& pass : kPasses) {
        if (!pass.empty(png)) size += (png.row_bytes(pass.width(png)) + 1) * pass.height(png);
    }
    return size;
}

void copy_pixel(const char* from, std::size_t from_index, char* to, std::size_t to_index, std::size_t bits) {
    if (bits >= 8) {
        std::copy_n(from + from_index * (bits / 8), bits / 8, to + to_index * (bits / 8));
        return;
    }
    const auto shift = [bits](std::size_t index) { return 8 - bits - index * bits % 8; };
    const unsigned mask = (1u << bits) - 1;
    const unsigned value = static_cast<unsigned char>(from[from_index * bits / 8]) >> shift(from_index) & mask;
    char& byte = to[to_index * bits / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | value << shift(to_index));
}

/// The rows of an image, whether interlaced or not.
std::string rows_of(const Png& png, const std::string& raw) {
    if (!png.interlaced) return unfiltered(png, raw);
    std::string out(png.row_bytes() * png.height, '\0');
    const auto bits = static_cast<std::size_t>(png.samples() * png.bits);
    std::size_t at = 0;
    for (const auto& pass : kPasses) {
        if (pass.empty(png)) continue;
        const auto width = pass.width(png), height = pass.height(png);
        const auto row = png.row_bytes(width);
        const auto rows = unfiltered(png, std::string_view(raw).substr(at), row, height);
        at += (row + 1) * height;
        for (std::size_t y = 0; y < height; ++y) {
            char* const line = out.data() + (pass.y + y * pass.down) * png.row_bytes();
            for (std::size_t x = 0; x < width; ++x) copy_pixel(rows.data() + y * row, x, line, pass.x + x * pass.across, bits);
        }
    }
    return out;
}

/// The profile of an iCCP chunk: a name, a zero, the method 0, a zlib stream (clause 11.3.3.3).
std::string profile_of(const Png& png) {
    constexpr std::size_t kMostBytes = 4u << 20;
    const auto name = png.profile.find('\0');
    if (name == std::string_view::npos || name + 2 > png.profile.size() || png.profile[name + 1] != '\0') return {};
    auto profile = inflate_up_to(png.profile.substr(name + 2), kMostBytes);
    return is_usable_profile(profile, png.indexed() ? 3 : png.colors()) ? profile : std::string();
}

/// The value of the sample at `index` of a row, any depth.
unsigned sample(const char* row, std::size_t index, int bits) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(row[i])); };
    if (bits == 16) return byte(2 * index) << 8 | byte(2 * index + 1);
    const std::size_t bit = index * static_cast<unsigned>(bits);
    return byte(bit / 8) >> (8 - bits - static_cast<int>(bit % 8)) & ((1u << bits) - 1);
}

/// Opacity of pixels where tRNS makes a palette entry or one colour transparent.
std::string mask_of_transparency(const Png& png, const std::string& rows) {
    std::string mask(std::size_t{png.width} * png.height, '\xff');
    const auto colors = static_cast<std::size_t>(png.colors());
    if (!png.indexed() && png.transparency.size() != 2 * colors) malformed("tRNS of a wrong length");
    for (std::size_t y = 0; y < png.height; ++y) {
        const char* row = rows.data() + y * png.row_bytes();
        for (std::size_t x = 0; x < png.width; ++x) {
            auto& opacity = mask[y * png.width + x];
            if (png.indexed()) {
                const auto entry = sample(row, x, png.bits);
                if (entry < png.transparency.size()) opacity = png.transparency[entry];
                continue;
            }
            bool same = true;
            for (std::size_t c = 0; c < colors; ++c) same = same && sample(row, x * colors + c, png.bits) == sample(png.transparency.data(), c, 16);
            if (same) opacity = '\0';
        }
    }
    return mask;
}

/// Splits colour and alpha samples of 8 or 16 bits.
void split_alpha(const Png& png, const std::string& rows, std::string& color, std::string& alpha) {
    const auto bytes = static_cast<std::size_t>(png.bits / 8);
    const auto color_bytes = static_cast<std::size_t>(png.colors()) * bytes;
    for (std::size_t at = 0; at < rows.size(); at += color_bytes + bytes) {
        color.append(rows, at, color_bytes);
        alpha.append(rows, at + color_bytes, bytes);
    }
}

std::string palette_of(const Png& png) {
    if (!png.indexed()) return {};
    constexpr char digits[] = "0123456789ABCDEF";
    std::string palette = std::to_string(png.palette.size() / 3 - 1) + "<";
    for (const char c : png.palette) {
        palette += digits[static_cast<unsigned char>(c) >> 4];
        palette += digits[c & 15];
    }
    return palette + ">";
}

}  // namespace

ImageStream read_png(std::string_view bytes, Deflater& deflater) {
    const auto png = parse(bytes);
    const auto raw = inflate(png.data, raw_size(png));
    ImageStream stream;
    stream.width = static_cast<int>(png.width);
    stream.height = static_cast<int>(png.height);
    stream.components = png.indexed() ? 3 : png.colors();
    stream.palette = palette_of(png);
    stream.profile = profile_of(png);
    const auto bits = std::to_string(png.bits);
    stream.entries = "/BitsPerComponent " + bits + "/Filter/FlateDecode";
    if (png.has_alpha()) {
        std::string color;
        split_alpha(png, rows_of(png, raw), color, stream.mask);
        stream.mask_bits = png.bits;
        stream.data = deflater.deflate(color);
        return stream;
    }
    if (png.interlaced || !png.transparency.empty()) {
        const auto rows = rows_of(png, raw);
        if (!png.transparency.empty()) stream.mask = mask_of_transparency(png, rows);
        if (png.interlaced) {
            stream.data = deflater.deflate(rows);
            return stream;
        }
    }
    for (std::size_t y = 0; y < png.height; ++y) {
        if (static_cast<unsigned char>(raw[y * (png.row_bytes() + 1)]) > 4) malformed("unknown row filter");
    }
    stream.entries += "/DecodeParms<</Predictor 15/Colors " + std::to_string(png.colors()) + "/BitsPerComponent " + bits + "/Columns " + std::to_string(png.width) + ">>";
    stream.data = png.data;
    return stream;
}

}  // namespace irikteu::pdf
