#include <utility>

#include "cli/command.hpp"
#include "cli/parts.hpp"
#include "cli/program.hpp"

namespace irikteu::cli {

int run_seal(int argc, char** argv) {
    static constexpr AddCommand kCommands[] = {add_sign, add_verify, add_archive};
    Session session;
    session.signed_form = seal::signed_form;
    return run_with(kCommands, argc, argv, std::move(session));
}

}  // namespace irikteu::cli
