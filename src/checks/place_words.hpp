#pragma once

#include <string>

#include "checks/messages.hpp"

namespace irikteu::checks {

/// "t2r3c1", "p12", "line 40" as a person would say it, in the language of the messages; as it is where it has no such form.
std::string place_words(const std::string& at, const Messages& messages);

}  // namespace irikteu::checks
