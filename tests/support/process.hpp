#pragma once

#include <map>
#include <string>
#include <vector>

namespace irikteu::support {

/// What a finished process left.
struct Finished {
    int status = -1;      ///< Exit status; 128 + signal where one ended it.
    std::string out;      ///< Standard output.
    std::string err;      ///< Standard error.
    double seconds = 0;   ///< From start to reaping.
    long peak_kilobytes = 0;  ///< Largest resident set.
};

/// Runs a program and waits for it. `environment` is put on top of this process's own.
/// Throws std::runtime_error where it can't be started.
Finished run(const std::vector<std::string>& command, const std::map<std::string, std::string>& environment = {});

}  // namespace irikteu::support
