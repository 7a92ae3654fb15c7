#include "pipeline/results_folder.hpp"

#include <filesystem>

#include "base/disk.hpp"
#include "base/error.hpp"

namespace irikteu::pipeline {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

std::string place_of_result(const std::string& folder, const std::string& relative) {
    for (auto slash = relative.find('/'); slash != std::string::npos; slash = relative.find('/', slash + 1)) {
        const std::string step = base::join_path(folder, relative.substr(0, slash));
        std::error_code none;
        if (fs::is_symlink(step, none)) throw Error(ErrorCode::environment, "is a link in the folder of results, where none is followed: remove it and run again", {step, 0, 0, {}});
    }
    const std::string path = base::join_path(folder, relative);
    std::error_code none, reason;
    if (fs::is_symlink(path, none)) fs::remove(path, reason);
    if (reason) throw Error(ErrorCode::environment, "is a link that cannot be removed: " + reason.message(), {path, 0, 0, {}});
    return path;
}

}  // namespace irikteu::pipeline
