#pragma once

#include <string>
#include <unordered_map>
#include <vector>

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

/// The headings above blocks of running text that were asked about before, by node.
using KnownHeadings = std::unordered_map<const void*, std::vector<std::string>>;

/// `known` is for who asks of many nodes of one document that does not change meanwhile.
Place place_of(xml::Node node, KnownHeadings* known = nullptr);

/// Node::path() of many nodes of one document that does not change meanwhile: siblings are counted once for all.
class Paths {
  public:
    std::string of(xml::Node node);

  private:
    std::unordered_map<const void*, std::string> steps_;  ///< Of elements whose parent was asked about: "/name[2]".
};

}  // namespace irikteu::checks
