#include <CLI/CLI.hpp>

#include "cli/command.hpp"

namespace irikteu::cli {
void add_templates(CLI::App&, Session&, Action&) {}
}  // namespace irikteu::cli
