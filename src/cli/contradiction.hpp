#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace irikteu::cli {

/// Refuses --json beside a --format of the command that is something else, of which one would silently be ignored.
/// Throws Error(usage).
void refuse_json_and_other_format(const Session& session, Command command);

}  // namespace irikteu::cli
