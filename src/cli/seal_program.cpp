#include "cli/command.hpp"
#include "cli/parts.hpp"
#include "cli/program.hpp"

namespace irikteu::cli {

int run_seal(int argc, char** argv) {
    static constexpr AddCommand kCommands[] = {add_sign, add_verify, add_archive};
    return run_with(kCommands, argc, argv, seal::signed_form);
}

}  // namespace irikteu::cli
