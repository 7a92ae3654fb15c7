#include "cli/contradiction.hpp"


#include "base/error.hpp"

namespace irikteu::cli {

void refuse_json_and_other_format(const Session& session, Command command) {
    if (!session.json || !command.has_option("--format")) return;
    const Option format = command.option("--format");
    if (!format.given() || format.text() == "json") return;
    throw base::Error(base::ErrorCode::usage, "--json and --format " + format.text() + " contradict each other: give one of them");
}

}  // namespace irikteu::cli
