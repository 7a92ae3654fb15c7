#pragma once

#include <string>

namespace CLI {
class App;
class Error;
}

namespace irikteu::cli {

/// What is wrong with a command line that CLI11 refused, in words that name it: the unknown command or option and the one that was perhaps
/// meant, or what is missing; ends with where to read on. `app` has parsed these arguments.
std::string explain_misuse(const CLI::App& app, int argc, const char* const* argv, const CLI::Error& error);

/// What one can do, for somebody who called the program without saying what.
std::string first_steps();

}  // namespace irikteu::cli
