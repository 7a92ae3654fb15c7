#include "cli/contradiction.hpp"

#include <CLI/CLI.hpp>

#include "base/error.hpp"

namespace irikteu::cli {

void refuse_json_and_other_format(const Session& session, const CLI::App& command) {
    const CLI::Option* format = command.get_option_no_throw("--format");
    if (!session.json || format == nullptr || format->count() == 0 || format->as<std::string>() == "json") return;
    throw base::Error(base::ErrorCode::usage, "--json and --format " + format->as<std::string>() + " contradict each other: give one of them");
}

}  // namespace irikteu::cli
