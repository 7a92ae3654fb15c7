#pragma once

#include "cli/command.hpp"

/// The sub-commands of `irikteu archive`, a file for each group.
namespace irikteu::cli {

void add_archive_check_bag(CLI::App& archive, Session& session, Action& action);

}  // namespace irikteu::cli
