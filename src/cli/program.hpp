#pragma once

namespace irikteu::cli {

/// One program to its users, linked as four, so that a short run loads no library that it does not need.
enum class Part {
    judge,   ///< Reads and checks: neither pages nor PDF nor signatures.
    papers,  ///< Writes PDF and archives it: no reading of PDFs, no signatures.
    seal,    ///< Signs and verifies PDFs, and archives what is signed.
    whole,   ///< Has every command.
};

/// The smallest part that can serve these arguments.
Part part_for(int argc, const char* const* argv);

/// Each reads the arguments, runs one command, gives the exit status:
/// 0 conforming, 1 non-conforming, 2 wrong usage, 3 could not be checked, 4 environment, 70 internal error.
int run_judge(int argc, char** argv);
int run_papers(int argc, char** argv);
int run_seal(int argc, char** argv);
int run_whole(int argc, char** argv);

}  // namespace irikteu::cli
