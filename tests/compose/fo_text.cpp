#include "fo_text.hpp"

namespace irikteu::compose::testing {

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

void inline_text(xml::Node node, std::string& out) {
    for (const xml::Node child : node.children()) {
        if (child.kind() == xml::Node::Kind::text) {
            out += child.content();
        } else if (child.name() == "field") {
            out += "[" + std::string(child.attribute_or("name", "")) + "]";
        } else if (child.name() == "page-number") {
            out += "n";
        } else if (child.name() == "page-number-citation" || child.name() == "page-number-citation-last") {
            out += "N";
        } else if (child.is_element()) {
            inline_text(child, out);
        }
    }
}

bool has_blocks(xml::Node node) {
    for (const xml::Node child : node.elements()) {
        const auto name = child.name();
        if (name == "block" || name == "table" || name == "list-block" || name == "block-container") return true;
    }
    return false;
}

void lines(xml::Node node, std::string& out) {
    for (const xml::Node child : node.elements()) {
        const auto name = child.name();
        if (name == "layout-master-set" || name == "declarations") continue;
        if (name == "block" && !has_blocks(child)) {
            const std::string line = line_of(child);
            if (!line.empty()) out += line + "\n";
        } else {
            lines(child, out);
            if (name == "table-row") out += "--\n";
        }
    }
}

void collect(xml::Node node, std::string_view name, std::vector<xml::Node>& found) {
    for (const xml::Node child : node.elements()) {
        if (child.name() == name) found.push_back(child);
        collect(child, name, found);
    }
}

}  // namespace

std::string plain(std::string_view text) {
    std::string result(text);
    replace_all(result, "\u00A0", " ");
    replace_all(result, "\u200B", "");
    replace_all(result, "\u2060", "");
    return xml::normalize_space(result);
}

std::string line_of(xml::Node element) {
    std::string text;
    inline_text(element, text);
    return plain(text);
}

std::string text_of(const xml::Document& fo) { return text_below(fo.root()); }

std::string text_below(xml::Node element) {
    std::string text;
    lines(element, text);
    return text;
}

std::vector<xml::Node> all(const xml::Document& fo, std::string_view name) {
    std::vector<xml::Node> found;
    collect(fo.root(), name, found);
    return found;
}

}  // namespace irikteu::compose::testing
