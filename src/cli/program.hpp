#pragma once

namespace irikteu::cli {

/// The whole program: reads the arguments, runs one command, gives the exit status:
/// 0 conforming, 1 non-conforming, 2 wrong usage, 3 could not be checked, 4 environment, 70 internal error.
int run_program(int argc, char** argv);

/// Whether the arguments name a command that needs neither pages nor PDF nor signatures, so that run_judge() can serve it.
bool is_for_judge(int argc, const char* const* argv);
/// The same program without the commands that write papers. It is linked without the libraries that those need, and
/// starts several times as fast.
int run_judge(int argc, char** argv);

}  // namespace irikteu::cli
