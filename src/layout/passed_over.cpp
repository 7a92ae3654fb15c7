#include "layout/passed_over.hpp"

#include <string_view>

#include "layout/objects.hpp"

namespace irikteu::layout {

bool is_passed_over(xml::Node element) {
    if (element.namespace_uri() != kFoNamespace) return false;
    const std::string_view name = element.name();
    if (name.substr(0, 11) == "change-bar-" || name == "initial-property-set") return true;
    if (name != "multi-case") return false;
    const auto shown = [](xml::Node c) { return c.attribute_or("starting-state", "show") == "show"; };
    for (xml::Node c = element.parent().first_element("multi-case"); c && !(c == element); c = c.next_element("multi-case")) {
        if (shown(c)) return true;
    }
    return !shown(element);
}

}  // namespace irikteu::layout
