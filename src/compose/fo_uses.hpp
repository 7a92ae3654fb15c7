#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "act/act.hpp"
#include "base/disk.hpp"

namespace irikteu::compose {

/// A formatting object or one of its properties, as it stands in a template.
struct FoUse {
    std::string file;            ///< As TemplateFault has it: "kz-535-2015/documents/results.xsl:24".
    std::string namespace_uri;   ///< Of the object; empty for a property of an attribute set, whose object is not known.
    std::string object;
    std::string property, value; ///< Empty for the object itself; the value is empty where it is only known when a document is made.
};

/// Every formatting object and property that the templates of an act and the common styles write out, in the order of files.
std::vector<FoUse> fo_uses(const base::Disk& disk, const act::Act& act);

}  // namespace irikteu::compose
