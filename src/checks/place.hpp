#pragma once

#include <string>

#include "xml/node.hpp"

namespace irikteu::checks {

/// Where a node of a canonical dossier (urn:irikteu:dossier:1) stands, for a person who has the submitted papers.
struct Place {
    std::string part;       ///< Name of the dossier's part: "concept", "application" …; empty for the dossier itself.
    std::string file;       ///< The nearest @file; empty where the readers noted none.
    std::string at;         ///< The nearest @at: "p12", "t2r3c1", "line 40".
    std::string headings;   ///< Headings above it, outermost first, joined by " › ".
    std::string quotation;  ///< What stands there, cut after 160 characters; empty where there is nothing to quote.
};

Place place_of(xml::Node node);

}  // namespace irikteu::checks
