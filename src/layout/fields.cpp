#include "layout/fields.hpp"

#include <charconv>

#include "base/error.hpp"
#include "layout/graphics.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

bool flag(const FoTree& tree, const FoNode& node, std::string_view name) {
    const std::string_view value = node.attribute(name);
    if (value.empty() || value == "false") return false;
    if (value != "true") tree.fail(ErrorCode::invalid, node, std::string(name) + " must be true or false");
    return true;
}

void append_text(const FoNode& node, std::string& out) {
    if (node.object == Object::text) out += node.text;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) append_text(*child, out);
}

}  // namespace

Field make_field(const FoTree& tree, const FoNode& node) {
    if (node.element == kArtifact) tree.fail(ErrorCode::unsupported, node, "a form field must not stand in static content or an artifact: nobody could find it there");
    Field field;
    const std::string_view kind = node.attribute("kind");
    if (kind == "signature") {
        field.kind = Field::Kind::signature;
    } else if (kind == "text") {
        field.kind = Field::Kind::text;
    } else if (kind == "check-box") {
        field.kind = Field::Kind::check_box;
    } else {
        tree.fail(ErrorCode::invalid, node, "kind must be signature, text or check-box");
    }
    field.name = node.attribute("name");
    if (field.name.empty() || field.name.find('.') != std::string::npos) {
        tree.fail(ErrorCode::invalid, node, "needs a name without dots");
    }
    field.tooltip = node.attribute("tooltip");
    field.value = node.attribute("value");
    field.caption = node.attribute("caption");
    field.multi_line = flag(tree, node, "multi-line");
    field.required = flag(tree, node, "required");
    field.read_only = flag(tree, node, "read-only");
    const std::string_view length = node.attribute("max-length");
    if (!length.empty()) {
        const auto [end, fault] = std::from_chars(length.data(), length.data() + length.size(), field.max_length);
        if (fault != std::errc{} || end != length.data() + length.size() || field.max_length < 0) {
            tree.fail(ErrorCode::invalid, node, "max-length must be a whole number");
        }
    }
    field.face = node.style->face;
    field.size = {node.style->font_size};
    return field;
}

Link make_link(const FoTree& tree, const FoNode& node) {
    Link link;
    link.uri = address_of(node.attribute("external-destination"));
    if (link.uri.empty()) link.destination = node.attribute("internal-destination");
    if (link.uri.empty() && link.destination.empty()) {
        tree.fail(ErrorCode::invalid, node, "needs an internal-destination or an external-destination");
    }
    link.description = node.extension("alt");
    if (link.description.empty()) append_text(node, link.description);
    link.description = xml::normalize_space(link.description);
    if (link.description.empty()) link.description = link.uri.empty() ? link.destination : link.uri;
    return link;
}

}  // namespace irikteu::layout
