#include "archive/proof.hpp"

#include <charconv>

#include "archive/storage.hpp"
#include "archive/tree.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kFirstLine = "irikteu-archive-proof 1";

/// On which side of the path's hash each step's own hash stands: the sibling is the left one where true (RFC 9162, 2.1.3.2).
std::vector<bool> left_siblings(std::uint64_t index, std::uint64_t size, std::size_t steps) {
    std::vector<bool> left;
    std::uint64_t node = index, last = size - 1;
    for (std::size_t i = 0; i < steps; ++i) {
        const bool is_left = (node & 1) || node == last;
        left.push_back(is_left);
        if (is_left) {
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        }
        node >>= 1;
        last >>= 1;
    }
    return left;
}

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::uint64_t number_after(std::string_view line, std::string_view name) {
    std::uint64_t value = 0;
    if (!line.starts_with(name)) return UINT64_MAX;
    const auto [end, reason] = std::from_chars(line.data() + name.size(), line.data() + line.size(), value);
    return reason == std::errc() && end == line.data() + line.size() ? value : UINT64_MAX;
}

}  // namespace

Proof proof_of(Archive& archive, std::int64_t entry) {
    const auto found = archive.by_number(entry);
    if (!found) throw Error(ErrorCode::invalid, "has no entry " + std::to_string(entry), {archive.folder(), 0, 0, {}});
    Proof proof;
    proof.index = static_cast<std::uint64_t>(entry) - 1;
    proof.size = archive.size();
    proof.root = archive.root();
    proof.record = to_record(*found);
    proof.path = Tree(archive.folder() + "/log/tree", proof.size).inclusion_path(proof.index, proof.size);
    if (!holds(proof)) throw Error(ErrorCode::damaged_archive, "does not prove entry " + std::to_string(entry) + "; run archive verify", {archive.folder(), 0, 0, {}});
    return proof;
}

std::string to_text(const Proof& proof) {
    std::string text(kFirstLine);
    text += "\nindex " + std::to_string(proof.index) + "\nsize " + std::to_string(proof.size) + "\nleaf " + leaf_hash(proof.record).hex() + '\n';
    const std::vector<bool> left = left_siblings(proof.index, proof.size, proof.path.size());
    for (std::size_t i = 0; i < proof.path.size(); ++i) text += (left[i] ? "left " : "right ") + proof.path[i].hex() + '\n';
    return text + "root " + proof.root.hex() + "\n\n" + proof.record;
}

Proof proof_from_text(std::string_view text, const std::string& file) {
    const Error none(ErrorCode::malformed, "is no proof of an archive's entry", {file, 0, 0, {}});
    const std::string_view whole = text;
    Proof proof;
    try {
        if (take_line(text) != kFirstLine) throw none;
        proof.index = number_after(take_line(text), "index ");
        proof.size = number_after(take_line(text), "size ");
        take_line(text);  // the leaf, which follows from the record
        std::string_view line = take_line(text);
        for (; line.starts_with("left ") || line.starts_with("right "); line = take_line(text)) {
            proof.path.push_back(Digest::from_hex(line.substr(line.find(' ') + 1)));
            if (proof.path.size() > 64) throw none;
        }
        if (!line.starts_with("root ")) throw none;
        proof.root = Digest::from_hex(line.substr(5));
    } catch (const Error&) {
        throw none;
    }
    if (!take_line(text).empty()) throw none;
    proof.record = text;
    if (proof.size == UINT64_MAX || proof.index >= proof.size || to_text(proof) != whole) throw none;
    return proof;
}

bool holds(const Proof& proof) {
    try {
        return root_from_path(leaf_hash(proof.record), proof.index, proof.size, proof.path) == proof.root;
    } catch (const Error&) {
        return false;
    }
}

}  // namespace irikteu::archive
