#include "layout/graphics.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/base64.hpp"
#include "base/error.hpp"
#include "layout/image_head.hpp"
#include "layout/qr_code.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::int64_t kLeastQrModule = 709;  // Millipoints: 0.25 mm, what usual scanners still read.

}  // namespace

std::string_view address_of(std::string_view text) {
    text = xml::trim(text);
    if (text.substr(0, 4) == "url(" && text.back() == ')') text = xml::trim(text.substr(4, text.size() - 5));
    if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front()) {
        text = text.substr(1, text.size() - 2);
    }
    return text;
}

std::uint32_t Graphics::image(const FoNode& node) { return image(node, address_of(node.attribute("src"))); }

std::uint32_t Graphics::image(const BackgroundImage& background) {
    FoNode node;
    node.source = background.source;
    node.object = object_named(background.source.name(), background.source.namespace_uri()).value_or(Object::block);
    return image(node, address_of(background.uri));
}

std::uint32_t Graphics::image(const FoNode& node, std::string_view uri) {
    const auto found = known_.find(uri);
    if (found != known_.end()) return found->second;
    Image image;
    const auto loaded = loaded_.find(uri);
    image.bytes = loaded != loaded_.end() ? std::move(loaded->second) : load_bytes(tree_, node, uri, load_);
    if (loaded != loaded_.end()) loaded_.erase(loaded);
    if (!read_image_head(image.bytes, image)) {
        tree_.fail(ErrorCode::unsupported, node, "is neither PNG, JPEG nor SVG: " + std::string(uri.substr(0, 100)));
    }
    image.named_by = name_of(node.object);
    image.where = tree_.position(node);
    images_.push_back(std::move(image));
    const auto index = static_cast<std::uint32_t>(images_.size() - 1);
    known_.emplace(std::string(uri), index);
    return index;
}

// RFC 2397: data:image/png;base64,…
std::string load_bytes(const FoTree& tree, const FoNode& node, std::string_view uri, const LoadBytes& load) {
    if (uri.substr(0, 5) != "data:") {
        if (!load) tree.fail(ErrorCode::unsupported, node, "no files can be loaded here: " + std::string(uri));
        try {
            return load(uri);
        } catch (const base::Error& error) {
            tree.fail(error.code(), node, error.what());
        }
    }
    const std::size_t comma = uri.find(',');
    if (comma == std::string_view::npos || uri.substr(0, comma).find(";base64") == std::string_view::npos) {
        tree.fail(ErrorCode::unsupported, node, "a data: address needs to be in base64");
    }
    auto bytes = base::decode_base64(uri.substr(comma + 1));
    if (!bytes) tree.fail(ErrorCode::invalid, node, "a data: address that is no base64");
    return std::move(*bytes);
}

const Drawing* Graphics::drawing(const FoNode& node) {
    const auto found = drawings_.find(&node);
    if (found != drawings_.end()) return &found->second;
    if (node.object == Object::external_graphic) {
        const std::string_view uri = address_of(node.attribute("src"));
        if (known_.find(uri) != known_.end()) return nullptr;
        auto at = loaded_.find(uri);
        if (at == loaded_.end()) at = loaded_.emplace(std::string(uri), load_bytes(tree_, node, uri, load_)).first;
        const std::size_t first = at->second.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first == std::string::npos || at->second[first] != '<') return nullptr;
        const auto document = xml::Document::parse(at->second, std::string(uri.substr(0, 200)));
        if (!document.root().is_element("svg", "http://www.w3.org/2000/svg")) return nullptr;
        return &drawings_.emplace(&node, read_svg(tree_, node, document.root())).first->second;
    }
    if (node.object == Object::qr_code) return &drawings_.emplace(&node, make_qr_code(tree_, node)).first->second;
    if (node.object != Object::instream_foreign_object) return nullptr;
    const xml::Node svg = node.source.first_element();
    if (!svg || !svg.is_element("svg", "http://www.w3.org/2000/svg")) {
        tree_.fail(ErrorCode::unsupported, node, svg ? "holds " + std::string(svg.name()) + ", and only svg is supported" : "is empty");
    }
    return &drawings_.emplace(&node, read_svg(tree_, node, svg)).first->second;
}

Graphics::Size Graphics::size(const FoNode& node, Length measure) {
    Size size = node.object == Object::field ? field_size(node) : image_size(node, measure);
    const Style& s = *node.style;
    size.start = s.border_and_padding(kStart);
    size.end = s.border_and_padding(kEnd);
    size.before = s.border_and_padding(kBefore);
    size.after = s.border_and_padding(kAfter);
    return size;
}

// XSL-FO 1.1, 6.6.5: an image is as large as it says itself, unless content-width or -height scale it.
Graphics::Size Graphics::image_size(const FoNode& node, Length measure) {
    const Style& s = *node.style;
    // A code has no size of its own that matters: it fills the box that is stated.
    const bool fills = node.object == Object::qr_code && s.content_width == ContentSize::automatic && s.content_height == ContentSize::automatic;
    const ContentSize content_width = fills ? ContentSize::scale_to_fit : s.content_width;
    const ContentSize content_height = fills ? ContentSize::scale_to_fit : s.content_height;
    std::int64_t natural_width = 0;
    std::int64_t natural_height = 0;
    if (const Drawing* vector = drawing(node)) {
        natural_width = std::max<std::int64_t>(std::llround(vector->width * 1000), 1);
        natural_height = std::max<std::int64_t>(std::llround(vector->height * 1000), 1);
    } else {
        const Image& picture = images_[image(node)];
        natural_width = picture.natural_width;
        natural_height = picture.natural_height;
    }
    const auto fits = [](ContentSize c) { return c != ContentSize::automatic && c != ContentSize::measure; };
    std::int64_t width = natural_width;
    std::int64_t height = natural_height;
    // What is to fit fits into the box, or into the most that the box may be.
    const auto& box_width = s.width ? s.width : s.maximum_width;
    // The block around has no height of its own that a share could be of (7.15.6): the image keeps its own.
    const auto stated = [](const std::optional<Measure>& side) { return side && side->percent == 0 ? side : std::nullopt; };
    const auto own_height = stated(s.height);
    auto box_height = own_height ? own_height : stated(s.maximum_height);
    if (s.height && !own_height) box_height = Measure{static_cast<std::int32_t>(natural_height), 0};
    const bool width_set = content_width == ContentSize::measure || (fits(content_width) && box_width);
    const bool height_set = content_height == ContentSize::measure || (fits(content_height) && box_height);
    if (content_width == ContentSize::measure) width = s.content_width_measure.of(natural_width);
    if (content_height == ContentSize::measure) height = s.content_height_measure.of(natural_height);
    const auto wanted = [](ContentSize how, std::int64_t natural, std::int64_t box) {
        if (how == ContentSize::scale_down_to_fit) return std::min(natural, box);
        if (how == ContentSize::scale_up_to_fit) return std::max(natural, box);
        return box;
    };
    if (fits(content_width) && box_width) width = wanted(content_width, natural_width, box_width->of(measure.millipoints));
    if (fits(content_height) && box_height) height = wanted(content_height, natural_height, box_height->of(measure.millipoints));
    if (s.scaling == Scaling::uniform && width_set && height_set) {
        if (width * natural_height < height * natural_width) {
            height = Length{width}.scaled(natural_height, natural_width).millipoints;
        } else {
            width = Length{height}.scaled(natural_width, natural_height).millipoints;
        }
    } else if (width_set && !height_set) {
        height = Length{width}.scaled(natural_height, natural_width).millipoints;
    } else if (height_set && !width_set) {
        width = Length{height}.scaled(natural_width, natural_height).millipoints;
    }
    Size size;
    size.content_width = within_reach(width);
    size.content_height = within_reach(height);
    size.width = s.width ? within_reach(s.width->of(measure.millipoints)) : size.content_width;
    size.height = own_height ? own_height->fixed : size.content_height;
    const auto bounded = [&](std::int32_t side, const std::optional<Measure>& least, const std::optional<Measure>& most) {
        if (most) side = std::min(side, within_reach(most->of(measure.millipoints)));
        return least ? std::max(side, within_reach(least->of(measure.millipoints))) : side;
    };
    size.width = bounded(size.width, s.minimum_width, s.maximum_width);
    size.height = bounded(size.height, stated(s.minimum_height), stated(s.maximum_height));
    if (node.object == Object::qr_code) {
        const std::int64_t side = std::min(size.content_width, size.content_height), modules = std::max<std::int64_t>(std::llround(drawing(node)->width / kQrModule), 1);
        if (side <= 0) tree_.fail(ErrorCode::invalid, node, "has no size: width and height must be more than nothing");
        tree_.overflows(node, modules * kLeastQrModule - side, Overflow::Kind::too_small, "may be unreadable: it falls short of modules of 0.25 mm");
    }
    return size;
}

Graphics::Size Graphics::field_size(const FoNode& node) const {
    const Style& s = *node.style;
    const bool box = node.attribute("kind") == "check-box";
    Size size;
    size.width = s.width ? s.width->fixed : box ? s.font_size : 144'000;
    size.height = s.height ? s.height->fixed : box ? s.font_size : s.line_height;
    return size;
}

}  // namespace irikteu::layout
