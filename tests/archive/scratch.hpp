#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace irikteu::archive_test {

/// A fresh path for this test's files, in memory where the machine has such a place: thousands of flushes to a disk would take minutes.
inline std::string scratch(const std::string& name) {
    const bool memory = ::access("/dev/shm", W_OK) == 0;
    const std::string path = (memory ? "/dev/shm/irikteu-" : std::filesystem::temp_directory_path().string() + "/irikteu-") + name + '-' + std::to_string(::getpid());
    std::filesystem::remove_all(path);
    return path;
}

}  // namespace irikteu::archive_test
