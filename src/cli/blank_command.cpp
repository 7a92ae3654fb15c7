#include <CLI/CLI.hpp>

#include "cli/command.hpp"

namespace irikteu::cli {
void add_blank(CLI::App&, Session&, Action&) {}
}  // namespace irikteu::cli
