#pragma once

#include <string_view>

#include "act/act.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// A form typed into the fields of a blank holds what was typed, and in `printed` what its pages print. Says which appendix the form is,
/// adds its printed texts (title, whom it addresses, what it asks) as far as they are there, parts telephone from address and takes
/// `printed` away. `part` is an application or a local conclusion; others, and such without `printed`, stay as they are.
/// `stage` decides where the printed texts do not tell which appendix it is.
void complete_typed_form(xml::Node part, const act::Act& act, std::string_view stage);

/// Sums of several years in one volume of a road map ("2016: 1 250; 2017: 1 300") become a volume each, with its year. A volume that has
/// a year already, and one of whose text anything but years, sums and words of the two is left, stays as it is.
void part_volumes(xml::Node road_map);

}  // namespace irikteu::outline
