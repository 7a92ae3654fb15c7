#pragma once

#include <libxml/tree.h>

#include <cstddef>

#include "xml/xpath_syntax.hpp"

/// The axes of XPath 1.0 (2.2) over libxml2's tree; for this folder only.
namespace irikteu::xml::xpath {

inline bool has_children(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE;
}

/// The place that xmlXPathOrderDocElems() gave an element; 0 where it gave none.
inline std::ptrdiff_t place_of(const xmlNode* node) {
    const auto written = node->type == XML_ELEMENT_NODE ? reinterpret_cast<std::ptrdiff_t>(node->content) : 0;
    return written < 0 ? -written : 0;
}

/// The node after `node` in document order without what lies below it, attributes apart; nullptr at the end of `top`.
inline xmlNode* after_subtree(xmlNode* node, const xmlNode* top) {
    for (; node != nullptr && node != top; node = node->parent)
        if (node->next != nullptr) return node->next;
    return nullptr;
}

/// The last node in document order at or below `node`.
inline xmlNode* deepest_last(xmlNode* node) {
    while (has_children(node) && node->last != nullptr) node = node->last;
    return node;
}

/// Whether one node comes before another in document order (XPath 1.0, 5).
bool precedes(const xmlNode* one, const xmlNode* other);

/// Calls visit(node) for each node of the axis, in the axis's order, until it gives true; gives that back.
template <class Visit>
bool visit_axis(Axis axis, xmlNode* node, Visit&& visit) {
    switch (axis) {
        case Axis::child:
            if (!has_children(node)) return false;
            for (xmlNode* each = node->children; each != nullptr; each = each->next)
                if (visit(each)) return true;
            return false;
        case Axis::attribute:
            if (node->type != XML_ELEMENT_NODE) return false;
            for (xmlAttr* each = node->properties; each != nullptr; each = each->next)
                if (visit(reinterpret_cast<xmlNode*>(each))) return true;
            return false;
        case Axis::self: return visit(node);
        case Axis::parent: return node->parent != nullptr && visit(node->parent);
        case Axis::descendant_or_self:
            if (visit(node)) return true;
            [[fallthrough]];
        case Axis::descendant:
            if (!has_children(node)) return false;
            for (xmlNode* each = node->children; each != nullptr;) {
                if (visit(each)) return true;
                each = has_children(each) && each->children != nullptr ? each->children : after_subtree(each, node);
            }
            return false;
        case Axis::ancestor_or_self:
            if (visit(node)) return true;
            [[fallthrough]];
        case Axis::ancestor:
            for (xmlNode* each = node->parent; each != nullptr; each = each->parent)
                if (visit(each)) return true;
            return false;
        case Axis::following_sibling:
            if (node->type == XML_ATTRIBUTE_NODE) return false;
            for (xmlNode* each = node->next; each != nullptr; each = each->next)
                if (visit(each)) return true;
            return false;
        case Axis::preceding_sibling:
            if (node->type == XML_ATTRIBUTE_NODE) return false;
            for (xmlNode* each = node->prev; each != nullptr; each = each->prev)
                if (visit(each)) return true;
            return false;
        case Axis::following: {
            // What lies below an attribute's element follows the attribute.
            xmlNode* each = node->type == XML_ATTRIBUTE_NODE ? node->parent : after_subtree(node, nullptr);
            if (node->type == XML_ATTRIBUTE_NODE && each != nullptr)
                each = each->children != nullptr ? each->children : after_subtree(each, nullptr);
            while (each != nullptr) {
                if (visit(each)) return true;
                each = has_children(each) && each->children != nullptr ? each->children : after_subtree(each, nullptr);
            }
            return false;
        }
        case Axis::preceding: {
            xmlNode* each = node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
            for (; each != nullptr; each = each->parent) {
                for (xmlNode* before = each->prev; before != nullptr; before = before->prev) {
                    for (xmlNode* inner = deepest_last(before);;) {
                        if (visit(inner)) return true;
                        if (inner == before) break;
                        inner = inner->prev != nullptr ? deepest_last(inner->prev) : inner->parent;
                    }
                }
            }
            return false;
        }
    }
    return false;
}

}  // namespace irikteu::xml::xpath
