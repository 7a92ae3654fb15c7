#include "archive/recovery.hpp"

#include <filesystem>
#include <functional>
#include <vector>

#include "archive/entry.hpp"
#include "archive/log_reader.hpp"
#include "archive/staging.hpp"
#include "archive/storage.hpp"
#include "archive/tree.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

std::string tree_bytes(const std::vector<Digest>& hashes) {
    std::string bytes;
    for (const Digest& hash : hashes) bytes.append(reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size());
    return bytes;
}

/// The head behind the log's last whole record, where the tree agrees and all objects are to be had; else the head as it was.
Head read_on(const std::string& folder, const Head& head, Staging& staging) {
    Head further = head;
    LogReader log(folder + "/log/entries", head.bytes, UINT64_MAX);
    std::string_view record;
    try {
        while (log.next(record)) {
            if (!log.is_whole()) return head;
            const Entry entry = from_record(record);
            if (entry.number != static_cast<std::int64_t>(further.tree.leaves()) + 1) return head;
            std::vector<Digest> completed;
            const std::uint64_t at = 32 * tree_hashes(further.tree.leaves());
            further.tree.append(leaf_hash(record), completed);
            if (read_range(folder + "/log/tree", at, 32 * completed.size()) != tree_bytes(completed)) return head;
            if (!has_object(folder, entry.object, entry.size) && !staging.take_up(entry.object, entry.size)) return head;
            further.bytes += record.size();
        }
    } catch (const Error& error) {
        if (error.code() != ErrorCode::damaged_archive && error.code() != ErrorCode::malformed) throw;
        return head;
    }
    return further;
}

/// Half-written neighbours of the files that are replaced as a whole.
void remove_parts(const std::string& folder) {
    std::error_code reason;
    for (fs::directory_iterator it(folder, reason), end; !reason && it != end; it.increment(reason)) {
        if (it->path().filename().string().find(".part-") == std::string::npos || !it->is_regular_file()) continue;
        std::error_code ignored;
        fs::remove(it->path(), ignored);
    }
}

}  // namespace

Head recover(const std::string& folder, const Head& head, const IndexState& index) {
    const std::uint64_t log_bytes = file_size(folder + "/log/entries"), tree_size = file_size(folder + "/log/tree");
    const std::uint64_t tree_wanted = 32 * tree_hashes(head.tree.leaves());
    Head further = head;
    if (log_bytes > head.bytes) {
        Staging staging(folder);
        further = read_on(folder, head, staging);
        if (further.bytes > head.bytes) {
            staging.install();
            replace_durably(folder + "/log/head", to_text(further));
        }
    }
    if (static_cast<std::uint64_t>(index.entries) > further.tree.leaves()) {
        throw Error(ErrorCode::damaged_archive, "knows entries that the log does not have: the log was rolled back; run archive verify",
                    {folder + "/index.sqlite", 0, 0, {}});
    }
    if (further.bytes == head.bytes) {
        if (log_bytes > head.bytes) append_durably(folder + "/log/entries", head.bytes, "");
        if (tree_size > tree_wanted) append_durably(folder + "/log/tree", tree_wanted, "");
    }
    clear_staging(folder);
    remove_parts(folder);
    remove_parts(folder + "/log");
    return further;
}

void rebuild_tree(const std::string& folder) {
    const std::string path = folder + "/log/tree";
    const Head head = head_from_text(read_range(folder + "/log/head", 0, 1u << 16));
    const auto each_piece = [&](const std::function<void(std::uint64_t at, const std::string& bytes)>& take) {
        MerkleFrontier tree;
        LogReader log(folder + "/log/entries", 0, head.bytes);
        std::string_view record;
        std::vector<Digest> completed;
        std::uint64_t at = 0;
        const auto give = [&] {
            const std::string bytes = tree_bytes(completed);
            take(at, bytes);
            at += bytes.size();
            completed.clear();
        };
        while (log.next(record)) {
            tree.append(leaf_hash(record), completed);
            if (completed.size() > 100'000) give();
        }
        give();
        return tree;
    };
    bool right = fs::exists(path) && file_size(path) >= 32 * tree_hashes(head.tree.leaves());
    const MerkleFrontier tree = each_piece([&](std::uint64_t at, const std::string& bytes) { right = right && read_range(path, at, bytes.size()) == bytes; });
    if (tree.leaves() != head.tree.leaves() || tree.root() != head.tree.root()) {
        throw Error(ErrorCode::damaged_archive, "does not give the head's root; run archive verify", {folder + "/log/entries", 0, 0, {}});
    }
    if (right) return;
    append_durably(path, 0, "");
    each_piece([&](std::uint64_t at, const std::string& bytes) { append_durably(path, at, bytes); });
}

}  // namespace irikteu::archive
