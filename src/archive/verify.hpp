#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/digest.hpp"

namespace irikteu::archive {

/// One thing that is wrong with an archive.
struct ArchiveFault {
    enum class Kind { changed, missing, foreign, truncated, log, head, index, leftover };
    enum class Severity { error, warning };  ///< warning: harmless remains of an interrupted write.
    Kind kind = Kind::changed;
    Severity severity = Severity::error;
    std::string path;         ///< Relative to the archive.
    std::int64_t entry = 0;   ///< Which entry it concerns; 0: none in particular.
    std::string name;         ///< That entry's name.
    std::string what;         ///< One English sentence.
    std::string remedy;       ///< What to do, one English sentence.
};

std::string_view to_string(ArchiveFault::Kind kind);

struct Verification {
    std::vector<ArchiveFault> faults;  ///< Sorted by severity, then path.
    std::uint64_t entries = 0;
    std::uint64_t objects = 0;
    std::uint64_t bytes = 0;  ///< Of objects, read and hashed.
    base::Digest root;        ///< As the head states it.
    bool sound() const;       ///< No fault of severity error.
};

/// Reads every byte of the archive and compares objects, log, head and index with each other. Repairs nothing.
/// Throws Error(unreadable_file) where there is no archive at all. `progress` gets bytes done and bytes in all.
Verification verify(const std::string& folder, const std::function<void(std::uint64_t, std::uint64_t)>& progress = {});

}  // namespace irikteu::archive
