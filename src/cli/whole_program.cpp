#include "cli/command.hpp"
#include "cli/program.hpp"

namespace irikteu::cli {

int run_whole(int argc, char** argv) {
    static constexpr AddCommand kCommands[] = {add_run, add_check, add_read, add_terms, add_coverage, add_validate, add_document, add_blank, add_templates, add_render, add_sign, add_verify, add_archive};
    return run_with(kCommands, argc, argv, seal::signed_form);
}

}  // namespace irikteu::cli
