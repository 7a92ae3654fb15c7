#include "archive/head.hpp"

#include <charconv>

#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kFirstLine = "irikteu-archive-head 1";

/// The rest of the next line after "name ".
std::string_view take(std::string_view& text, std::string_view name) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end == std::string_view::npos || !line.starts_with(name) || line.substr(name.size(), 1) != " ") {
        throw Error(ErrorCode::damaged_archive, "the head lacks its line \"" + std::string(name) + "\"");
    }
    text.remove_prefix(end + 1);
    return line.substr(name.size() + 1);
}

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, reason] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (reason != std::errc() || end != text.data() + text.size()) {
        throw Error(ErrorCode::damaged_archive, "the head holds a number that is none");
    }
    return value;
}

}  // namespace

std::string to_text(const Head& head) {
    std::string text(kFirstLine);
    text += "\nentries " + std::to_string(head.tree.leaves());
    text += "\nbytes " + std::to_string(head.bytes);
    text += "\nroot " + head.tree.root().hex();
    text += "\nfrontier ";
    for (const Digest& hash : head.tree.hashes()) text += hash.hex() + ' ';
    if (!head.tree.hashes().empty()) text.pop_back();
    text += '\n';
    return text + "check " + base::sha256(text).hex() + '\n';
}

Head head_from_text(std::string_view text) {
    const std::string_view whole = text;
    if (!text.starts_with(kFirstLine) || text.substr(kFirstLine.size(), 1) != "\n") {
        throw Error(ErrorCode::damaged_archive, "the head does not begin as a head does");
    }
    text.remove_prefix(kFirstLine.size() + 1);
    const std::uint64_t entries = number(take(text, "entries"));
    Head head;
    head.bytes = number(take(text, "bytes"));
    const Digest root = Digest::from_hex(take(text, "root"));
    std::vector<Digest> hashes;
    for (std::string_view rest = take(text, "frontier"); !rest.empty();) {
        hashes.push_back(Digest::from_hex(rest.substr(0, 64)));
        rest.remove_prefix(std::min<std::size_t>(rest.size(), 65));
    }
    const std::string_view covered = whole.substr(0, whole.size() - text.size());
    if (Digest::from_hex(take(text, "check")) != base::sha256(covered) || !text.empty()) {
        throw Error(ErrorCode::damaged_archive, "the head's own check sum is wrong");
    }
    head.tree = MerkleFrontier(entries, std::move(hashes));
    if (head.tree.root() != root) throw Error(ErrorCode::damaged_archive, "the head's root does not follow from its frontier");
    if (to_text(head) != whole) throw Error(ErrorCode::damaged_archive, "the head is not written as a head is");
    return head;
}

}  // namespace irikteu::archive
