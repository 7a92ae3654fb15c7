#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.hpp"

namespace irikteu::archive {

/// Where a bag of ours keeps what is not an entry's own bytes.
inline constexpr const char* kBagRecords = "data/archive/entries";      ///< The records, as in log/entries.
inline constexpr const char* kBagFiles = "data/archive/files";          ///< "7<TAB>data/files/2015-1/protocol-15.pdf", a line an entry.
inline constexpr const char* kBagCheckpoint = "data/archive/head.txt";  ///< The head, as a checkpoint.
inline constexpr const char* kBagProofs = "data/archive/proofs";        ///< N.proof an entry, where there are not too many.

/// What goes into a bag beside the entries.
struct BagRequest {
    std::string folder;  ///< Absent or empty.
    std::string day;     ///< Bagging-Date, as 2015-10-09.
    std::string agent;   ///< Bag-Software-Agent.
    std::string what;    ///< Internal-Sender-Description.
    std::vector<std::pair<std::string, std::string>> info;   ///< Further lines of bag-info.txt.
    std::vector<std::pair<std::string, std::string>> extra;  ///< Further payload files under data/archive: name, bytes.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;  ///< Entries.
};

/// Writes a BagIt bag (RFC 8493) of these entries, with SHA-256 and SHA-512 manifests and names in NFC, that holds all that is needed to check it
/// offline: records, head, proofs. bagit.txt comes last: an interrupted export is no valid bag. Throws Error: usage where the folder is not
/// empty, damaged_archive where an entry's bytes are not what was archived, environment where the disk does not take it.
void export_bag(Archive& archive, const std::vector<Entry>& entries, const BagRequest& request);

}  // namespace irikteu::archive
