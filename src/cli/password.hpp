#pragma once

#include <string>

namespace irikteu::cli {

/// A password: from the first line of a file descriptor where `descriptor` is not negative, else from the environment variable IRIKTEU_PASSWORD, else asked for on the
/// terminal without echo. Never from the command line, which other users can see. Throws Error: usage where there is no terminal to ask on or the
/// descriptor can't be read.
std::string read_password(int descriptor, const std::string& prompt);

}  // namespace irikteu::cli
