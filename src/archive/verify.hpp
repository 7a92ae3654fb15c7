#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/known_head.hpp"
#include "base/digest.hpp"

namespace irikteu::archive {

/// One thing that is wrong with an archive.
struct ArchiveFault {
    enum class Kind { changed, missing, foreign, truncated, reordered, rolled_back, unnamed, log, head, index, leftover };
    enum class Severity { error, warning };  ///< warning: nothing is lost, and the next write puts it right.
    Kind kind = Kind::changed;
    Severity severity = Severity::error;
    std::string path;         ///< Relative to the archive.
    std::int64_t entry = 0;   ///< Which entry it concerns; 0: none in particular.
    std::string name;         ///< That entry's name.
    std::string what;         ///< One English sentence.
    std::string remedy;       ///< What to do, one English sentence.
};

/// "changed", "rolled-back" …
std::string_view to_string(ArchiveFault::Kind kind);

struct VerifyOptions {
    enum class Depth { quick, full };
    /// quick: log, tree, head and index whole, of the objects only which are there and how large they are.
    /// full: every byte of every object too.
    Depth depth = Depth::full;
    std::vector<KnownHead> known;  ///< Heads known from outside: printed in protocols, signed as checkpoints.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;  ///< Bytes.
};

struct Verification {
    std::vector<ArchiveFault> faults;  ///< Sorted by severity, then path; at most 10,000.
    std::uint64_t faults_left_out = 0;
    std::uint64_t entries = 0;
    std::uint64_t objects = 0;      ///< That the entries name.
    std::uint64_t bytes = 0;        ///< Of these objects, by the entries.
    std::uint64_t sound_objects = 0;  ///< Those of them that are there, as large as they were and, as far as they were read, with their bytes.
    std::uint64_t sound_bytes = 0;
    std::uint64_t heads = 0;        ///< Earlier heads, cited by entries or known from outside, that the log was compared with.
    std::optional<base::Digest> root;  ///< As the head states it; absent where no head can be read.
    bool sound() const;             ///< No fault of severity error.
};

/// Compares objects, log, tree, head and index with each other. Repairs nothing and writes nothing.
/// Throws Error(unreadable_file) where there is no archive at all.
Verification verify(const std::string& folder, const VerifyOptions& options = {});

}  // namespace irikteu::archive
