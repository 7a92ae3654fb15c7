#pragma once

#include <initializer_list>
#include <string>

#include "cli/arguments.hpp"

namespace irikteu::cli {

/// One command line that can be pasted, and what it is good for.
struct Example {
    std::string line;
    std::string purpose;
};

/// Puts under a command's help what a manual page has: a note where there is one, its own examples, the options that every command
/// takes, the exit statuses.
void end_help(Command command, std::initializer_list<Example> examples, const std::string& note = {});

}  // namespace irikteu::cli
