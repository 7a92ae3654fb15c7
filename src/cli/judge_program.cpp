#include <iterator>

#include "cli/command.hpp"
#include "cli/parts.hpp"
#include "cli/program.hpp"

namespace irikteu::cli {

int run_judge(int argc, char** argv) {
    static constexpr AddCommand kCommands[] = {add_check, add_read, add_terms, add_coverage, add_validate, add_archive};
    static_assert(std::size(kCommands) == kJudging.size());
    return run_with(kCommands, argc, argv);
}

}  // namespace irikteu::cli
