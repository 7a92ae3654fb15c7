#pragma once

namespace irikteu::cli {

/// The whole program: reads the arguments, runs one command, gives the exit status:
/// 0 conforming, 1 non-conforming, 2 wrong usage, 3 could not be checked, 4 environment, 70 internal error.
int run_program(int argc, char** argv);

}  // namespace irikteu::cli
