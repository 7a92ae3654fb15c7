#pragma once

#include "compose/inspection.hpp"

namespace irikteu::compose {

/// What an organisation's house style (a stylesheet of its own, see templates/style/house.xsl) gives in vain: parameters, variables, attribute sets and
/// templates by a name that neither the common style nor the act's documents have, nor it uses itself: mostly a slip of the pen, which changes
/// nothing on paper and says nothing. Warnings, by the path as given and line. Throws Error(unreadable_file, malformed).
std::vector<TemplateFault> inspect_house_style(const base::Disk& disk, const act::Act& act, const std::string& path);

}  // namespace irikteu::compose
