#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/digest.hpp"

namespace irikteu::archive {

using base::Digest;

/// Hash of a leaf: SHA-256 of 0x00 and the record (RFC 9162, 2.1.1).
Digest leaf_hash(std::string_view record);
/// Hash of an inner node: SHA-256 of 0x01 and both children.
Digest node_hash(const Digest& left, const Digest& right);

/// A Merkle tree that only grows: keeps the roots of its complete subtrees, largest first, so that appending and
/// asking for the root cost O(log n).
class MerkleFrontier {
  public:
    MerkleFrontier() = default;
    /// Restores a frontier; throws Error(damaged_archive) where the number of hashes does not fit the number of leaves.
    MerkleFrontier(std::uint64_t leaves, std::vector<Digest> hashes);

    void append(const Digest& leaf);
    /// The same; `completed` gets the leaf and then every inner node that it completes, the lowest first.
    void append(const Digest& leaf, std::vector<Digest>& completed);
    std::uint64_t leaves() const { return leaves_; }
    const std::vector<Digest>& hashes() const { return hashes_; }
    /// Root of the tree; SHA-256 of nothing for the empty tree.
    Digest root() const;

  private:
    std::uint64_t leaves_ = 0;
    std::vector<Digest> hashes_;
};

/// The root that a leaf and its audit path lead to in a tree of `size` leaves; throws Error(invalid) where the path
/// has not the right length.
Digest root_from_path(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> path);

}  // namespace irikteu::archive
