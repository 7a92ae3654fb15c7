#include "pdf/image.hpp"

#include "base/error.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

/// CMYK without a profile: DeviceCMYK needs a CMYK output intent (ISO 19005-3, 6.2.4.3), inks with an RGB alternate do not. The function turns
/// c m y k into (1-c)(1-k) (1-m)(1-k) (1-y)(1-k).
std::string ink_space(Objects& objects) {
    const std::string step = "1 exch sub 3 index mul 3 1 roll ";
    const auto tint = objects.add_stream("/FunctionType 4/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]", "{1 exch sub 4 1 roll " + step + step + step + "4 -1 roll pop}");
    return "[/DeviceN[/Cyan/Magenta/Yellow/Black]/DeviceRGB " + to_string(tint) + "]";
}

std::string color_space(const ImageStream& image, Objects& objects, Deflater& deflater) {
    std::string space;
    if (!image.profile.empty()) {
        const auto profile = objects.add_stream("/N " + std::to_string(image.components) + "/Filter/FlateDecode", deflater.deflate(image.profile));
        space = "[/ICCBased " + to_string(profile) + "]";
    } else {
        space = image.components == 1 ? "/DeviceGray" : image.components == 3 ? "/DeviceRGB" : ink_space(objects);
    }
    return image.palette.empty() ? space : "[/Indexed" + space + " " + image.palette + "]";
}

/// What is wrong with the pixels is said of the object that names the file.
ImageStream stream_of(const layout::Image& image, Deflater& deflater) {
    try {
        return image.kind == layout::Image::Kind::png ? read_png(image.bytes, deflater) : read_jpeg(image.bytes);
    } catch (const base::Error& error) {
        if (image.named_by.empty()) throw;
        throw base::Error(error.code(), image.named_by + ": " + error.message(), image.where);
    }
}

}  // namespace

bool is_usable_profile(std::string_view profile, int components) {
    if (profile.size() < 132 || profile.substr(36, 4) != "acsp" || static_cast<unsigned char>(profile[8]) >= 5) return false;
    std::size_t stated = 0;
    for (std::size_t i = 0; i < 4; ++i) stated = stated << 8 | static_cast<unsigned char>(profile[i]);
    const auto kind = profile.substr(12, 4), space = profile.substr(16, 4);
    if (stated != profile.size() || (kind != "prtr" && kind != "mntr" && kind != "scnr" && kind != "spac")) return false;
    return space == (components == 1 ? "GRAY" : components == 3 ? "RGB " : "CMYK");
}

Reference write_image(const layout::Image& image, Objects& objects, Deflater& deflater) {
    const auto stream = stream_of(image, deflater);
    const std::string size = "/Type/XObject/Subtype/Image/Width " + std::to_string(stream.width) + "/Height " + std::to_string(stream.height);
    std::string entries = size + "/ColorSpace" + color_space(stream, objects, deflater) + stream.entries;
    if (!stream.mask.empty()) {
        const auto mask = objects.add_stream(size + "/ColorSpace/DeviceGray/BitsPerComponent " + std::to_string(stream.mask_bits) + "/Filter/FlateDecode",
                                             deflater.deflate(stream.mask));
        entries += "/SMask " + to_string(mask);
    }
    return objects.add_stream(entries, stream.data);
}

}  // namespace irikteu::pdf
