#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.hpp"

namespace irikteu::archive {

/// That an entry is in the log under a head: the record, and the hashes that lead from it to the root (RFC 9162, 2.1.3).
struct Proof {
    std::uint64_t index = 0;   ///< Of the leaf, from 0.
    std::uint64_t size = 0;    ///< Entries of the tree.
    std::vector<Digest> path;  ///< Nearest sibling first.
    Digest root;
    std::string record;        ///< As it stands in the log, its empty line included.
};

/// The proof for an entry under the archive's present head. Throws Error(invalid) where there is no such entry.
Proof proof_of(Archive& archive, std::int64_t entry);

/// The proof as a text that FORMAT.md's procedure checks with a shell and sha256sum alone.
std::string to_text(const Proof& proof);
/// Throws Error(malformed) naming `file` where the text is none.
Proof proof_from_text(std::string_view text, const std::string& file);
/// Whether the record and the path lead to the root.
bool holds(const Proof& proof);

}  // namespace irikteu::archive
