#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/merkle.hpp"

namespace irikteu::archive {

/// How many hashes log/tree holds for so many leaves: each leaf is followed by the inner nodes that it completes.
std::uint64_t tree_hashes(std::uint64_t leaves);

/// The Merkle tree as it lies in log/tree: 32 bytes a hash, in the order in which they are completed (post-order), so
/// that the file only grows and any proof needs but a few short reads. For reading; one thread.
class Tree {
  public:
    /// `leaves`: how many of them count. Throws Error(unreadable_file) where there is no file.
    Tree(std::string path, std::uint64_t leaves);
    ~Tree();
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    /// Root of the tree over the first `size` leaves (RFC 9162, 2.1.1).
    Digest root_at(std::uint64_t size) const;
    /// The audit path of leaf `index` (from 0) in the tree over the first `size` leaves, nearest sibling first (RFC 9162, 2.1.3).
    std::vector<Digest> inclusion_path(std::uint64_t index, std::uint64_t size) const;
    /// The leaf's own hash.
    Digest leaf(std::uint64_t index) const { return node(0, index); }

  private:
    Digest node(int level, std::uint64_t index) const;
    Digest root_of(std::uint64_t begin, std::uint64_t end) const;

    std::string path_;
    std::uint64_t leaves_ = 0;
    int file_ = -1;
};

}  // namespace irikteu::archive
