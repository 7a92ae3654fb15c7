#pragma once

#include "checks/messages.hpp"

namespace irikteu::report {

/// What the program says in one language; the class is in checks, which words what it could not check.
using checks::Messages;

}  // namespace irikteu::report
