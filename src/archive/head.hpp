#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/merkle.hpp"

namespace irikteu::archive {

/// What is acknowledged: so many entries, so much of the log, this Merkle root. Replaced atomically after the log is
/// on the medium; whatever the log holds beyond it was never acknowledged.
struct Head {
    std::uint64_t bytes = 0;  ///< Of log/entries.
    MerkleFrontier tree;
};

/// Five lines of text and a sixth with the SHA-256 of the five.
std::string to_text(const Head& head);
/// Throws Error(damaged_archive) on anything that to_text would not write.
Head head_from_text(std::string_view text);

}  // namespace irikteu::archive
