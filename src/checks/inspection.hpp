#pragma once

#include <vector>

#include "act/act.hpp"
#include "base/disk.hpp"
#include "base/error.hpp"

namespace irikteu::checks {

/// Reads and compiles whatever checking may ever ask for of an act's folder: every schema in schema/, every file of rules by itself and the
/// rules of each stage and of the competition as a whole, the messages of each language. Gives all that is wrong, each
/// fault once, schemas first, then rules, then messages.
std::vector<base::Error> inspect_rules(const base::Disk& disk, const act::Act& act);

}  // namespace irikteu::checks
