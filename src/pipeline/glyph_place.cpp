#include "pipeline/glyph_place.hpp"

#include <cstdlib>

#include "base/utf8.hpp"

namespace irikteu::pipeline {

namespace {

/// The first element, or attribute, in document order that has the character.
xml::Node holder_of(const std::string& character, xml::Node node) {
    for (const xml::Node attribute : node.attributes()) {
        if (attribute.content().find(character) != std::string_view::npos) return attribute;
    }
    for (xml::Node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.kind() == xml::Node::Kind::text && child.content().find(character) != std::string_view::npos) return node;
        if (!child.is_element()) continue;
        if (const xml::Node found = holder_of(character, child)) return found;
    }
    return {};
}

}  // namespace

base::Error at_the_data(const base::Error& error, const xml::Document& data, const std::string& file, bool with_line) {
    const auto at = error.message().find("U+");
    if (error.code() != base::ErrorCode::missing_glyph || at == std::string::npos) return error;
    std::string character;
    base::append_utf8(character, static_cast<char32_t>(std::strtoul(error.message().c_str() + at + 2, nullptr, 16)));
    const xml::Node holder = holder_of(character, data.root());
    if (!holder) return error;
    const xml::Node element = holder.is_element() ? holder : holder.parent();
    return {error.code(), error.message(), {file, with_line ? element.line() : 0, 0, holder.path()}};
}

}  // namespace irikteu::pipeline
