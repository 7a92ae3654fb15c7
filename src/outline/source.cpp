#include "outline/source.hpp"

#include <string>

namespace irikteu::outline {

void copy_source(xml::Node target, xml::Node origin) {
    for (xml::Node node = origin; node; node = node.parent()) {
        const auto file = node.attribute("file");
        if (!file) continue;
        target.set_attribute("file", *file);
        break;
    }
    for (xml::Node node = origin; node && node.is_element(); node = node.parent()) {
        const auto at = node.attribute("at");
        if (at) {
            target.set_attribute("at", *at);
            return;
        }
        if (node.name() == "text" || node.name() == "dossier") break;
    }
    if (origin && origin.line() > 0) target.set_attribute("at", "line " + std::to_string(origin.line()));
}

}  // namespace irikteu::outline
