#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "pdf/image.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::string_view kProfileMark("ICC_PROFILE\0", 12);

[[noreturn]] void malformed(const char* what) { throw base::Error(base::ErrorCode::malformed, std::string("JPEG: ") + what); }

/// A frame header of Huffman coding: baseline, extended or progressive. The rest PDF's DCTDecode does not know.
bool is_frame(unsigned marker) { return marker == 0xc0 || marker == 0xc1 || marker == 0xc2; }
bool is_other_frame(unsigned marker) { return marker >= 0xc3 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; }

/// The profile in the APP2 segments, joined in the order of their numbers; empty where a part is absent.
std::string joined(const std::map<unsigned, std::string_view>& parts, unsigned count) {
    std::string profile;
    if (parts.size() != count) return profile;
    for (const auto& [number, part] : parts) profile += part;
    return profile;
}

}  // namespace

ImageStream read_jpeg(std::string_view bytes) {
    const auto u8 = [&](std::size_t at) -> unsigned {
        if (at >= bytes.size()) malformed("cut short");
        return static_cast<unsigned char>(bytes[at]);
    };
    const auto u16 = [&](std::size_t at) { return u8(at) << 8 | u8(at + 1); };
    if (bytes.size() < 4 || u16(0) != 0xffd8) malformed("not a JPEG file");
    std::map<unsigned, std::string_view> profile;
    unsigned profile_parts = 0;
    bool adobe = false;
    for (std::size_t at = 2;;) {
        if (u8(at) != 0xff) malformed("no marker where one must be");
        while (u8(at + 1) == 0xff) ++at;
        const unsigned marker = u8(at + 1);
        at += 2;
        if (is_other_frame(marker)) throw base::Error(base::ErrorCode::unsupported, "JPEG: a coding that PDF does not know");
        if (marker == 0xda || marker == 0xd9) malformed("no frame header");
        if (!is_frame(marker)) {
            const auto length = u16(at);
            if (length < 2) malformed("segment without length");
            const auto body = bytes.substr(std::min<std::size_t>(at + 2, bytes.size()), length - 2);
            if (marker == 0xe2 && body.size() > 14 && body.starts_with(kProfileMark)) {
                profile_parts = static_cast<unsigned char>(body[13]);
                profile[static_cast<unsigned char>(body[12])] = body.substr(14);
            }
            if (marker == 0xee && body.starts_with("Adobe")) adobe = true;
            at += length;
            continue;
        }
        ImageStream stream;
        stream.height = static_cast<int>(u16(at + 3));
        stream.width = static_cast<int>(u16(at + 5));
        const unsigned components = u8(at + 7);
        if (stream.width == 0 || stream.height == 0) malformed("no pixels");
        if (u8(at + 2) != 8) throw base::Error(base::ErrorCode::unsupported, "JPEG: only 8 bits a sample");
        if (components != 1 && components != 3 && components != 4) throw base::Error(base::ErrorCode::unsupported, "JPEG: only grey, RGB and CMYK");
        stream.components = static_cast<int>(components);
        stream.profile = joined(profile, profile_parts);
        if (!is_usable_profile(stream.profile, stream.components)) stream.profile.clear();
        stream.entries = "/BitsPerComponent 8/Filter/DCTDecode";
        if (components == 4 && adobe) stream.entries += "/Decode[1 0 1 0 1 0 1 0]";  // Adobe's programs store how much paper is left.
        stream.data = bytes;
        return stream;
    }
}

}  // namespace irikteu::pdf
