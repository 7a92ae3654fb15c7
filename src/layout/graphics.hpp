#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/fo_tree.hpp"
#include "layout/pages.hpp"
#include "layout/svg.hpp"

namespace irikteu::layout {

/// How far the foot of an image of that height, or of a leader's rule or dots, is above its line's baseline.
inline Raise raised(const Style& style, std::int32_t height) {
    const Extent image = Extent::of_image(height);
    const auto own = static_cast<std::int32_t>(style.moved_up.of(std::int64_t{height})) - image.line(style.own_line);
    // A subscript goes down by half of its own x-height.
    return style.raise + (style.subscript ? own - image.x_height / 2 : own);
}

/// Gives the bytes of the file that an address names.
using LoadBytes = std::function<std::string(std::string_view uri)>;

/// Sizes and contents of what is placed as a whole: external graphics and form fields.
class Graphics {
  public:
    Graphics(const FoTree& tree, LoadBytes load, std::vector<Image>& images) : tree_(tree), load_(std::move(load)), images_(images) {}

    /// An object's boxes: the viewport with border and padding around, the content scaled within.
    struct Size {
        std::int32_t width = 0, height = 0;                   ///< The viewport's content rectangle.
        std::int32_t content_width = 0, content_height = 0;   ///< The scaled image's.
        std::int32_t start = 0, end = 0, before = 0, after = 0;  ///< Border and padding.
        std::int32_t outer_width() const { return narrow(std::int64_t{width} + start + end); }
        std::int32_t outer_height() const { return narrow(std::int64_t{height} + before + after); }
    };
    /// The size of an fo:external-graphic, ir:qr-code or ir:field among lines as wide as `measure`.
    Size size(const FoNode& node, Length measure);
    /// The index of the graphic's image in Pages::images; loads it where it is not known yet.
    /// Throws Error: unsupported (no loader, no PNG or JPEG), whatever the loader throws.
    std::uint32_t image(const FoNode& node);
    /// The same of a picture behind an object.
    std::uint32_t image(const BackgroundImage& background);
    const Image& picture(std::uint32_t index) const { return images_[index]; }
    /// The picture of an fo:instream-foreign-object, ir:qr-code or an fo:external-graphic in SVG; null where it is one of pixels.
    const Drawing* drawing(const FoNode& node);

  private:
    std::map<const FoNode*, Drawing> drawings_;  // Never iterated.
    std::map<std::string, std::string, std::less<>> loaded_;  // Bytes whose kind was looked at, until they are needed.
    std::uint32_t image(const FoNode& node, std::string_view uri);
    Size image_size(const FoNode& node, Length measure);
    Size field_size(const FoNode& node) const;

    const FoTree& tree_;
    LoadBytes load_;
    std::vector<Image>& images_;
    std::map<std::string, std::uint32_t, std::less<>> known_;
};

/// The bytes of a data: address in base64, or what `load` gives. Throws Error: unsupported (no `load`), invalid (no base64), what `load` throws.
std::string load_bytes(const FoTree& tree, const FoNode& node, std::string_view uri, const LoadBytes& load);
/// The address within "url('…')", or the text as it is.
std::string_view address_of(std::string_view uri_specification);

}  // namespace irikteu::layout
