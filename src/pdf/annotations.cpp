#include "pdf/annotations.hpp"

#include "base/error.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

std::string annotation_entries(const AnnotationPlace& place, const layout::Page& page, Reference page_object, std::size_t structure_parent) {
    std::string out = "/Type/Annot/F 4/P " + to_string(page_object) + "/Rect";
    append_rectangle(out, place.area, page.height);
    if (place.element != layout::kArtifact) out += "/StructParent " + std::to_string(structure_parent);
    return out;
}

std::string link_entries(const layout::Link& link, const DestinationNames& destinations) {
    std::string out = "/Subtype/Link/Border[0 0 0]/Contents";
    append_readable_string(out, !link.description.empty() ? link.description : !link.uri.empty() ? link.uri : link.destination);
    if (!link.uri.empty()) return out + uri_action(link.uri);
    destinations.require(link.destination, "a link");
    out += "/Dest";
    append_text_string(out, link.destination);
    return out;
}

}  // namespace irikteu::pdf
