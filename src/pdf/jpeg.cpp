#include "base/error.hpp"
#include "pdf/image.hpp"

namespace irikteu::pdf {

namespace {

[[noreturn]] void malformed(const char* what) { throw base::Error(base::ErrorCode::malformed, std::string("JPEG: ") + what); }

/// A frame header of Huffman coding: baseline, extended or progressive. The rest PDF's DCTDecode does not know.
bool is_frame(unsigned marker) { return marker == 0xc0 || marker == 0xc1 || marker == 0xc2; }
bool is_other_frame(unsigned marker) { return marker >= 0xc3 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; }

}  // namespace

ImageStream read_jpeg(std::string_view bytes) {
    const auto u8 = [&](std::size_t at) -> unsigned {
        if (at >= bytes.size()) malformed("cut short");
        return static_cast<unsigned char>(bytes[at]);
    };
    const auto u16 = [&](std::size_t at) { return u8(at) << 8 | u8(at + 1); };
    if (bytes.size() < 4 || u16(0) != 0xffd8) malformed("not a JPEG file");
    for (std::size_t at = 2;;) {
        if (u8(at) != 0xff) malformed("no marker where one must be");
        while (u8(at + 1) == 0xff) ++at;
        const unsigned marker = u8(at + 1);
        at += 2;
        if (is_other_frame(marker)) throw base::Error(base::ErrorCode::unsupported, "JPEG: a coding that PDF does not know");
        if (marker == 0xda || marker == 0xd9) malformed("no frame header");
        if (!is_frame(marker)) {
            if (u16(at) < 2) malformed("segment without length");
            at += u16(at);
            continue;
        }
        ImageStream stream;
        stream.height = static_cast<int>(u16(at + 3));
        stream.width = static_cast<int>(u16(at + 5));
        const unsigned components = u8(at + 7);
        if (stream.width == 0 || stream.height == 0) malformed("no pixels");
        if (u8(at + 2) != 8) throw base::Error(base::ErrorCode::unsupported, "JPEG: only 8 bits a sample");
        if (components != 1 && components != 3) throw base::Error(base::ErrorCode::unsupported, "JPEG: only grey and RGB, not CMYK");
        stream.entries = std::string("/ColorSpace") + (components == 1 ? "/DeviceGray" : "/DeviceRGB") + "/BitsPerComponent 8/Filter/DCTDecode";
        stream.data = bytes;
        return stream;
    }
}

}  // namespace irikteu::pdf
