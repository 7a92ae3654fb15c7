#include "pdf/image.hpp"

#include "pdf/syntax.hpp"

namespace irikteu::pdf {

Reference write_image(const layout::Image& image, Objects& objects, Deflater& deflater) {
    const auto stream = image.kind == layout::Image::Kind::png ? read_png(image.bytes, deflater) : read_jpeg(image.bytes);
    std::string size = "/Type/XObject/Subtype/Image/Width " + std::to_string(stream.width) + "/Height " + std::to_string(stream.height);
    std::string entries = size + stream.entries;
    if (!stream.mask.empty()) {
        const auto mask = objects.add_stream(size + "/ColorSpace/DeviceGray/BitsPerComponent " + std::to_string(stream.mask_bits) + "/Filter/FlateDecode",
                                             deflater.deflate(stream.mask));
        entries += "/SMask " + to_string(mask);
    }
    return objects.add_stream(entries, stream.data);
}

}  // namespace irikteu::pdf
