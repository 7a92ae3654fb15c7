#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/folders.hpp"
#include "support/process.hpp"

namespace irikteu::end_to_end {

namespace fs = std::filesystem;

inline const std::string kSamples = support::source_path("/samples/kz-535-2015");
inline const std::string kCompetition = kSamples + "/competition-1";

/// Runs the real program with these arguments.
inline support::Finished irikteu(std::vector<std::string> arguments, const std::map<std::string, std::string>& environment = {}) {
    arguments.insert(arguments.begin(), support::build_path("/irikteu"));
    return support::run(arguments, environment);
}

/// A folder of that name for one test's output: of this process alone, fresh, and gone when the test is.
struct Scratch {
    std::string path;
    explicit Scratch(const std::string& name)
        : path((fs::temp_directory_path() / ("irikteu-" + name + '-' + std::to_string(::getpid()))).string()) {
        fs::remove_all(path);
    }
    ~Scratch() { fs::remove_all(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

inline std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
}

/// Every file below a folder, relative, with its bytes.
inline std::map<std::string, std::string> tree(const std::string& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = slurp(entry.path().string());
    }
    return files;
}

}  // namespace irikteu::end_to_end
