#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

/// The ways in which people type what a form prints, without meaning to change it.
namespace irikteu::outline::testing {

using Disguise = std::function<std::string(const std::string&)>;
/// By name. All but "letter missing" leave every letter where it was.
const std::vector<std::pair<const char*, Disguise>>& disguises();

}  // namespace irikteu::outline::testing
