#include "archive/tree.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <bit>

#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

std::uint64_t tree_hashes(std::uint64_t leaves) { return 2 * leaves - static_cast<std::uint64_t>(std::popcount(leaves)); }

Tree::Tree(std::string path, std::uint64_t leaves) : path_(std::move(path)), leaves_(leaves) {
    file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file_ < 0) throw Error(ErrorCode::unreadable_file, "cannot be read", {path_, 0, 0, {}});
}

Tree::~Tree() { ::close(file_); }

/// The root of the complete subtree over the leaves from index·2^level on.
Digest Tree::node(int level, std::uint64_t index) const {
    const std::uint64_t last = ((index + 1) << level) - 1;
    if (last >= leaves_) throw Error(ErrorCode::invalid, "no such leaf in the tree", {path_, 0, 0, {}});
    Digest hash;
    const auto at = static_cast<off_t>(32 * (tree_hashes(last) + static_cast<std::uint64_t>(level)));
    if (::pread(file_, hash.bytes.data(), hash.bytes.size(), at) != static_cast<ssize_t>(hash.bytes.size())) {
        throw Error(ErrorCode::damaged_archive, "is shorter than the head says; run archive verify", {path_, 0, 0, {}});
    }
    return hash;
}

/// Leaves begin…end; `begin` is a multiple of the least power of two that is not less than their number.
Digest Tree::root_of(std::uint64_t begin, std::uint64_t end) const {
    const std::uint64_t size = end - begin;
    if (std::has_single_bit(size)) {
        const int level = std::countr_zero(size);
        return node(level, begin >> level);
    }
    const std::uint64_t split = begin + std::bit_floor(size);
    return node_hash(root_of(begin, split), root_of(split, end));
}

Digest Tree::root_at(std::uint64_t size) const {
    if (size > leaves_) throw Error(ErrorCode::invalid, "the tree has not so many leaves", {path_, 0, 0, {}});
    return size == 0 ? base::sha256("") : root_of(0, size);
}

std::vector<Digest> Tree::inclusion_path(std::uint64_t index, std::uint64_t size) const {
    if (index >= size || size > leaves_) throw Error(ErrorCode::invalid, "no such leaf in the tree", {path_, 0, 0, {}});
    std::vector<Digest> path;
    std::uint64_t begin = 0, end = size;
    while (end - begin > 1) {
        const std::uint64_t split = begin + std::bit_floor(end - begin - 1);
        if (index < split) {
            path.push_back(root_of(split, end));
            end = split;
        } else {
            path.push_back(root_of(begin, split));
            begin = split;
        }
    }
    std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace irikteu::archive
