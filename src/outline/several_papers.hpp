#pragma once

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Papers that were put into one file: takes every paper behind the first into a `document` of its own, with the same @file.
/// One begins at the head of a sheet, with a line that names its kind, where what stands before it is another paper and what
/// follows is that kind: its sections, its table or its form. @sheet and the volume are counted anew from there.
/// `document` is a document of dossier.xsd with a text.
void part_papers(xml::Node document, const act::Act& act, const Wording& wording);

}  // namespace irikteu::outline
