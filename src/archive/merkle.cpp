#include "archive/merkle.hpp"

#include <bit>
#include <string>

#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

namespace {
std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}
}  // namespace

Digest leaf_hash(std::string_view record) {
    static thread_local base::Sha256 hash;
    hash.update(std::string_view("\0", 1));
    hash.update(record);
    return hash.finish();
}

Digest node_hash(const Digest& left, const Digest& right) {
    static thread_local base::Sha256 hash;
    hash.update(std::string_view("\1", 1));
    hash.update(bytes_of(left));
    hash.update(bytes_of(right));
    return hash.finish();
}

MerkleFrontier::MerkleFrontier(std::uint64_t leaves, std::vector<Digest> hashes)
    : leaves_(leaves), hashes_(std::move(hashes)) {
    if (hashes_.size() != static_cast<std::size_t>(std::popcount(leaves_))) {
        throw Error(ErrorCode::damaged_archive, "the head's frontier does not fit its number of entries");
    }
}

void MerkleFrontier::append(const Digest& leaf) {
    Digest carry = leaf;
    for (std::uint64_t n = leaves_; n & 1; n >>= 1) {
        carry = node_hash(hashes_.back(), carry);
        hashes_.pop_back();
    }
    hashes_.push_back(carry);
    ++leaves_;
}

void MerkleFrontier::append(const Digest& leaf, std::vector<Digest>& completed) {
    completed.push_back(leaf);
    Digest carry = leaf;
    for (std::uint64_t n = leaves_; n & 1; n >>= 1) {
        carry = node_hash(hashes_.back(), carry);
        hashes_.pop_back();
        completed.push_back(carry);
    }
    hashes_.push_back(carry);
    ++leaves_;
}

Digest MerkleFrontier::root() const {
    if (hashes_.empty()) return base::sha256("");
    Digest root = hashes_.back();
    for (std::size_t i = hashes_.size() - 1; i-- > 0;) root = node_hash(hashes_[i], root);
    return root;
}

Digest root_from_path(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> path) {
    if (index >= size) throw Error(ErrorCode::invalid, "no such leaf in the tree");
    std::uint64_t node = index;
    std::uint64_t last = size - 1;
    Digest root = leaf;
    for (const Digest& sibling : path) {
        if (last == 0) throw Error(ErrorCode::invalid, "the audit path is too long");
        if ((node & 1) || node == last) {
            root = node_hash(sibling, root);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            root = node_hash(root, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0) throw Error(ErrorCode::invalid, "the audit path is too short");
    return root;
}

}  // namespace irikteu::archive
