#include "layout/passed_over.hpp"

#include <string>
#include <string_view>

#include "layout/objects.hpp"

namespace irikteu::layout {

namespace {

// Of other formatters, with nothing in it that a page could show: their metadata and outlines below the root, marks in the flow.
bool shows_nothing(xml::Node foreign) {
    const std::string_view space = foreign.namespace_uri();
    if (space.empty() || space == "http://www.w3.org/2000/svg" || space == "http://www.w3.org/1998/Math/MathML") return false;
    const xml::Node parent = foreign.parent();
    if (parent && parent.is_element("root", kFoNamespace)) return foreign.name() != "external-document";  // FOP's: pages of another file.
    return foreign.text().find_first_not_of(" \t\r\n") == std::string::npos;
}

}  // namespace

bool is_passed_over(xml::Node element) {
    const std::string_view space = element.namespace_uri();
    if (space != kFoNamespace) return space != kExtensionNamespace && shows_nothing(element);
    const std::string_view name = element.name();
    if (name == "change-bar-begin" || name == "change-bar-end" || name == "initial-property-set") return true;
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
