#include "outline/align.hpp"

#include "base/error.hpp"
#include "outline/structure.hpp"

namespace irikteu::outline {

void align(xml::Document& dossier, const act::Act& act) {
    const xml::Node root = dossier.root();
    if (!root.is_element("dossier", "urn:irikteu:dossier:1")) {
        throw base::Error(base::ErrorCode::invalid, "the root element is no dossier", {.file = dossier.source(), .line = root.line(), .column = 0, .place = {}});
    }
    const Wording wording(act);
    for (const char* part : {"concept", "strategy"}) {
        xml::Node paper = root.first_element(part);
        if (!paper) continue;
        for (xml::Node appendix : act.document().root().first_element("appendices").elements()) {
            if (appendix.attribute_or("part", "") == part) write_outline(paper, Prescribed::of(appendix), wording);
        }
    }
}

}  // namespace irikteu::outline
