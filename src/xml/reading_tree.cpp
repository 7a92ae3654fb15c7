#include "xml/reading_tree.hpp"

#include <libxml/tree.h>

#include "base/error.hpp"

namespace irikteu::xml {

namespace {

/// Every node and attribute below, as build_reading_tree() counts them; stops at `enough`.
std::uint64_t count_nodes(const xmlNode* node, std::uint64_t enough) {
    std::uint64_t nodes = 0;
    for (const xmlNode* at = node; at != nullptr && nodes <= enough;) {
        ++nodes;
        if (at->type == XML_ELEMENT_NODE) {
            for (const xmlAttr* a = at->properties; a != nullptr; a = a->next) nodes += 2;
        }
        if (at->type == XML_ELEMENT_NODE && at->children != nullptr) {
            at = at->children;
            continue;
        }
        while (at != node && at->next == nullptr) at = at->parent;
        at = at == node ? nullptr : at->next;
    }
    return nodes;
}

}  // namespace

ReadingTree ReadingTree::parse(std::string_view bytes, const std::string& source, const Limits& limits, std::uint64_t* nodes,
                               Omissions* omissions) {
    ReadingTree read;
    std::uint64_t counted = 0;
    read.arena_ = std::make_unique<Arena>();
    read.tree_ = build_reading_tree(bytes, limits, omissions, *read.arena_, counted);
    if (read.tree_ == nullptr && counted <= limits.max_nodes) {
        read.arena_.reset();
        read.document_ = Document::parse(bytes, source, limits);
        counted = count_nodes(read.document_.root().raw(), limits.max_nodes);
    }
    if (counted > limits.max_nodes) {
        throw base::Error(base::ErrorCode::limit_exceeded, "has more than " + std::to_string(limits.max_nodes) + " elements, attributes and texts", {source, 0, 0, {}});
    }
    if (nodes != nullptr) *nodes = counted;
    return read;
}

Node ReadingTree::root() const { return tree_ != nullptr ? Node(xmlDocGetRootElement(tree_)) : document_.root(); }

std::optional<std::string_view> namespace_of(Node element, std::string_view prefix) {
    if (!element.is_element()) return std::nullopt;
    if (prefix == "xml") return "http://www.w3.org/XML/1998/namespace";
    const std::string name(prefix);
    const xmlNs* ns = xmlSearchNs(element.raw()->doc, element.raw(), name.empty() ? nullptr : reinterpret_cast<const xmlChar*>(name.c_str()));
    return ns != nullptr && ns->href != nullptr ? std::optional(std::string_view(reinterpret_cast<const char*>(ns->href))) : std::nullopt;
}

}  // namespace irikteu::xml
