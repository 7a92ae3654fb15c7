#pragma once

#include <string>

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "outline/form_reader.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// How many fields, printed texts and tables of an appendix's form a text has: those of its captions in parentheses, those whose
/// captions were made labels, and printed texts in nearly their own words. A field counts once, and so does the organiser's block.
int traces_of_form(const FormReader& reader, xml::Node appendix);

/// What a paper is that has no title and not enough of the prescribed captions, columns and sections in their own wording: the part
/// to whose appendix its head refers ("… қағидаларына 3-қосымша") where the paper has something of it, else the part of whose form it has three
/// traces, or of whose groups of measures it has half, some with some of its columns, or one with all of them. Empty where it is none.
std::string kind_of_untitled(xml::Node text, const act::Act& act, const Wording& wording);

}  // namespace irikteu::outline
