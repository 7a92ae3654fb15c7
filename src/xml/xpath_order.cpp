#include <functional>

#include "xml/xpath_axes.hpp"

namespace irikteu::xml::xpath {

namespace {

int depth(const xmlNode* node) {
    int result = 0;
    for (; node->parent != nullptr; node = node->parent) ++result;
    return result;
}

bool sibling_precedes(const xmlNode* one, const xmlNode* other) {
    if (place_of(one) != 0 && place_of(other) != 0) return place_of(one) < place_of(other);
    for (const xmlNode *after_one = one->next, *after_other = other->next;; after_one = after_one->next, after_other = after_other->next) {
        if (after_one == other || after_other == nullptr) return true;
        if (after_other == one || after_one == nullptr) return false;
    }
}

}  // namespace

bool precedes(const xmlNode* one, const xmlNode* other) {
    if (one == other) return false;
    if (one->doc == other->doc && place_of(one) != 0 && place_of(other) != 0) return place_of(one) < place_of(other);
    if (one->type == XML_ATTRIBUTE_NODE || other->type == XML_ATTRIBUTE_NODE) {
        // Attributes stand between their element and what lies below it.
        if (one->type == other->type && one->parent == other->parent) return sibling_precedes(one, other);
        if (one->type == XML_ATTRIBUTE_NODE && one->parent == other) return false;
        if (other->type == XML_ATTRIBUTE_NODE && other->parent == one) return true;
        return precedes(one->type == XML_ATTRIBUTE_NODE ? one->parent : one, other->type == XML_ATTRIBUTE_NODE ? other->parent : other);
    }
    int one_depth = depth(one), other_depth = depth(other);
    for (; one_depth > other_depth; --one_depth) {
        one = one->parent;
        if (one == other) return false;
    }
    for (; other_depth > one_depth; --other_depth) {
        other = other->parent;
        if (other == one) return true;
    }
    for (; one->parent != other->parent; one = one->parent) other = other->parent;
    if (one->parent == nullptr) return std::less<>()(one, other);  // Of two documents.
    return sibling_precedes(one, other);
}

}  // namespace irikteu::xml::xpath
