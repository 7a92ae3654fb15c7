#include "layout/passed_over.hpp"

#include <string_view>

#include "layout/objects.hpp"

namespace irikteu::layout {

bool is_passed_over(xml::Node element) {
    if (element.namespace_uri() != kFoNamespace) return false;
    const std::string_view name = element.name();
    if (name.substr(0, 11) == "change-bar-" || name == "initial-property-set") return true;
    if (name != "multi-case") return false;
    // Looked for backwards, from those only that would be shown: each case of a switch is met once, however many there are.
    const auto shown = [](xml::Node c) { return c.attribute_or("starting-state", "show") == "show"; };
    if (!shown(element)) return true;
    for (xml::Node c = element.previous_sibling(); c; c = c.previous_sibling()) {
        if (c.is_element("multi-case", kFoNamespace) && shown(c)) return true;
    }
    return false;
}

}  // namespace irikteu::layout
