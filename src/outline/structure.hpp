#pragma once

#include "outline/blocks.hpp"
#include "outline/prescribed.hpp"
#include "outline/similarity.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// Puts an `outline` element into a paper (dossier/concept, dossier/strategy) that has a `text`: every prescribed item with
/// what was found of it, as dossier.xsd describes. An outline that was there already is replaced: it is ours to write.
///
/// Status, the gravest that is true: missing; placeholder (only underscores, "(толтырылады)" and the like below the
/// heading); empty (nothing below it, neither text nor table nor one of its own items); out-of-order; approximate (other
/// words, same sense, @difference tells); found. A second heading that says the same title stands as a further section
/// with status duplicate behind the first. Headings that say no prescribed title are `extra`.
/// `comparison` is of the same `prescribed`.
void write_outline(xml::Node paper, const Prescribed& prescribed, const Comparison& comparison, const Wording& wording);

}  // namespace irikteu::outline
