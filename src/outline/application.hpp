#pragma once

#include <string_view>

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Reads the form of appendix 1 or 4 from a text into a new `application` element below `dossier`. A value stands in its
/// caption's line before the caption, above it, or in the cell above or beside it; underscores, dots and words that ask to
/// be replaced are nothing: the field is then there and empty. A field of whose caption or printed text there is no trace
/// is left out. The block for acceptance at the end is the organiser's and is not read.
/// `appendix` is that appendix of act.xml.
xml::Node read_application(xml::Node dossier, xml::Node text, xml::Node appendix, const act::Act& act, const Wording& wording);

/// Says what kind of participant in that stage the applicant is, where the applicant's own name tells and nothing is said of it yet.
void name_kind(xml::Node application, const act::Act& act, std::string_view stage);

}  // namespace irikteu::outline
