#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace irikteu::archive {

/// One thing to say of a bag. A fault of the bag is a value; only an unreadable folder is an Error.
struct BagFinding {
    enum class Severity { error, warning };
    Severity severity = Severity::error;
    std::string code;  ///< Stable, for programs: "missing-file", "wrong-checksum" …
    std::string path;  ///< Relative to the bag, as it is on the disk or as it was written.
    int line = 0;      ///< In a tag file, from 1; 0: none in particular.
    std::string what;  ///< One English sentence.
    std::string clause;  ///< Of RFC 8493: "2.1.3".
};

/// What a check of a bag found.
struct BagReport {
    std::string version;   ///< "0.97"; empty where it could not be read.
    std::string encoding;  ///< Of tag files, as declared.
    std::uint64_t payload_files = 0;
    std::uint64_t payload_bytes = 0;
    std::vector<BagFinding> findings;  ///< Errors first, then by path and line.
    /// Complete, and every checksum right (RFC 8493, 3).
    bool valid() const;
};

}  // namespace irikteu::archive
