#pragma once

#include <string>

#include "base/disk.hpp"

namespace irikteu::compose {

/// The text of a stylesheet and of all that it imports and includes, one after the other. Throws Error as reading and parsing do.
std::string sheet_texts(const base::Disk& disk, const std::string& path);

/// Whether stylesheets of that text may look at elements of that name below an element `parent`: they name it (c:commission, local-name() = 'commission'),
/// or take the parent's children whatever their names. Says yes rather than no.
bool may_look_at(const std::string& texts, const std::string& parent, const std::string& name);

}  // namespace irikteu::compose
