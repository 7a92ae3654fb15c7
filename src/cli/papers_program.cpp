#include <iterator>

#include "cli/command.hpp"
#include "cli/parts.hpp"
#include "cli/program.hpp"

namespace irikteu::cli {

int run_papers(int argc, char** argv) {
    static constexpr AddCommand kCommands[] = {add_run, add_document, add_blank, add_templates, add_render};
    static_assert(std::size(kCommands) == kWriting.size());
    return run_with(kCommands, argc, argv);
}

}  // namespace irikteu::cli
