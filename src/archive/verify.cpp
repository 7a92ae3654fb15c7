#include "archive/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "archive/archive.hpp"
#include "archive/storage.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using Kind = ArchiveFault::Kind;
using Severity = ArchiveFault::Severity;
namespace fs = std::filesystem;

namespace {

constexpr const char* kRestore = "Restore it from a backup or an exported bag; until then do not issue from this archive.";
constexpr const char* kRebuild = "Remove index.sqlite: it is built again from the log at the next start.";

/// One pass over an archive: each step states what it finds and leaves the rest to the others.
class Verifier {
  public:
    Verifier(std::string folder, const std::function<void(std::uint64_t, std::uint64_t)>& progress)
        : folder_(std::move(folder)), progress_(progress) {}

    Verification run() {
        check_format();
        read_head();
        read_log();
        check_objects();
        check_index();
        check_foreign();
        std::stable_sort(result_.faults.begin(), result_.faults.end(), [](const auto& a, const auto& b) {
            return std::tie(a.severity, a.path) < std::tie(b.severity, b.path);
        });
        return std::move(result_);
    }

  private:
    void fault(Kind kind, std::string path, std::string what, std::string remedy, const Entry* entry = nullptr,
               Severity severity = Severity::error) {
        result_.faults.push_back({kind, severity, std::move(path), entry ? entry->number : 0, entry ? entry->name : "",
                                  std::move(what), std::move(remedy)});
    }

    std::string at(const std::string& relative) const { return folder_ + '/' + relative; }

    void check_format() {
        expected_ = {"FORMAT", "lock", "log/entries", "log/leaves", "log/head", "index.sqlite", "index.sqlite-journal"};
        if (!fs::exists(at("FORMAT")) || read_range(at("FORMAT"), 0, 100) != "irikteu-archive 1\n") {
            fault(Kind::changed, "FORMAT", "The format mark is missing or changed.", "Write \"irikteu-archive 1\" and a line feed into it.");
        }
    }

    void read_head() {
        try {
            head_ = head_from_text(read_range(at("log/head"), 0, 1u << 16));
            head_known_ = true;
            result_.root = head_.tree.root();
        } catch (const Error& error) {
            fault(Kind::head, "log/head", "The head cannot be read: " + error.message() + ".", kRestore);
        }
    }

    /// Parses the log; compares each record with its leaf hash, and the tree with the head.
    void read_log() {
        std::string log, leaves;
        try {
            log = read_range(at("log/entries"), 0, UINT64_MAX);
            leaves = read_range(at("log/leaves"), 0, UINT64_MAX);
        } catch (const Error& error) {
            fault(Kind::missing, error.where().file.substr(folder_.size() + 1), "A part of the log is gone.", kRestore);
        }
        const std::uint64_t acknowledged = head_known_ ? head_.bytes : log.size();
        if (log.size() < acknowledged) {
            fault(Kind::truncated, "log/entries", "The log is shorter than the head says: entries at its end are lost.", kRestore);
        } else if (log.size() > acknowledged) {
            fault(Kind::leftover, "log/entries", "Behind the acknowledged log stands the beginning of an interrupted write.",
                  "Nothing: the next write cuts it off.", nullptr, Severity::warning);
            log.resize(acknowledged);
        }
        MerkleFrontier tree;
        std::size_t at_byte = 0;
        for (; at_byte < log.size();) {
            auto end = log.find("\n\n", at_byte);
            const std::size_t length = (end == std::string::npos ? log.size() : end + 2) - at_byte;
            take_record(std::string_view(log).substr(at_byte, length), at_byte, leaves, tree);
            at_byte += length;
        }
        compare_with_head(tree, leaves);
    }

    void take_record(std::string_view record, std::uint64_t offset, std::string_view leaves, MerkleFrontier& tree) {
        const Digest leaf = leaf_hash(record);
        const std::uint64_t index = tree.leaves();
        tree.append(leaf);
        Entry entry;
        try {
            entry = from_record(record);
        } catch (const Error& error) {
            fault(Kind::log, "log/entries", "Record " + std::to_string(index + 1) + " is damaged: " + error.message() + ".", kRestore);
            return;
        }
        const std::string_view stated = leaves.size() >= 32 * (index + 1) ? leaves.substr(32 * index, 32) : std::string_view();
        if (stated != std::string_view(reinterpret_cast<const char*>(leaf.bytes.data()), 32)) {
            fault(Kind::log, "log/entries",
                  "Record " + std::to_string(index + 1) + " and its hash in log/leaves do not belong together.", kRestore, &entry);
        } else if (entry.number != static_cast<std::int64_t>(index) + 1) {
            fault(Kind::log, "log/entries", "Record " + std::to_string(index + 1) + " bears another number.", kRestore, &entry);
        }
        rows_.push_back({entry.number, offset, record.size()});
        entries_.push_back(std::move(entry));
    }

    void compare_with_head(const MerkleFrontier& tree, std::string_view leaves) {
        result_.entries = tree.leaves();
        if (leaves.size() < 32 * tree.leaves()) {
            fault(Kind::truncated, "log/leaves", "The list of leaf hashes is too short.", kRestore);
        } else if (leaves.size() > 32 * tree.leaves()) {
            fault(Kind::leftover, "log/leaves", "Behind the acknowledged hashes stands the beginning of an interrupted write.",
                  "Nothing: the next write cuts it off.", nullptr, Severity::warning);
        }
        if (!head_known_) return;
        if (tree.leaves() != head_.tree.leaves()) {
            fault(Kind::truncated, "log/entries",
                  "The log holds " + std::to_string(tree.leaves()) + " entries, the head says " +
                      std::to_string(head_.tree.leaves()) + '.', kRestore);
        } else if (tree.root() != head_.tree.root()) {
            fault(Kind::log, "log/head", "The log does not give the Merkle root that the head states: a record was changed, exchanged or removed.", kRestore);
        }
    }

    void check_objects() {
        std::uint64_t total = 0, done = 0;
        std::map<std::string, const Entry*> objects;
        for (const Entry& entry : entries_) {
            if (objects.emplace(object_path(entry.object), &entry).second) total += entry.size;
        }
        for (const auto& [path, entry] : objects) {
            expected_.insert(path);
            check_object(path, *entry);
            done += entry->size;
            if (progress_) progress_(done, total);
        }
        result_.objects = objects.size();
        result_.bytes = total;
    }

    void check_object(const std::string& path, const Entry& entry) {
        const fs::file_status status = fs::symlink_status(at(path));
        if (!fs::exists(status)) {
            fault(Kind::missing, path, "The archived file is gone.", kRestore, &entry);
        } else if (!fs::is_regular_file(status)) {
            fault(Kind::changed, path, "Something that is no file stands in the archived file's place.", kRestore, &entry);
        } else if (file_size(at(path)) < entry.size) {
            fault(Kind::truncated, path, "The archived file is shorter than it was.", kRestore, &entry);
        } else {
            try {
                if (file_digest(at(path)) != entry.object) fault(Kind::changed, path, "The archived file's bytes have changed.", kRestore, &entry);
            } catch (const Error& error) {
                fault(Kind::missing, path, "The archived file cannot be read: " + error.message() + '.', kRestore, &entry);
            }
        }
    }

    void check_index() {
        if (!fs::exists(at("index.sqlite"))) {
            if (!entries_.empty()) {
                fault(Kind::leftover, "index.sqlite", "The index is missing.", "Nothing: the next start builds it from the log.", nullptr, Severity::warning);
            }
            return;
        }
        if (file_size(at("index.sqlite-journal")) > 0) {
            fault(Kind::leftover, "index.sqlite-journal", "The program was stopped while it wrote the index, which was therefore not compared.",
                  "Nothing: the next start puts the index right.", nullptr, Severity::warning);
            return;
        }
        try {
            const Index index(at("index.sqlite"), Index::Access::read);
            for (const std::string& what : index.integrity_faults()) fault(Kind::index, "index.sqlite", what + '.', kRebuild);
            compare_index(index);
        } catch (const Error& error) {
            fault(Kind::index, "index.sqlite", "The index cannot be read: " + error.message() + '.', kRebuild);
        }
    }

    void compare_index(const Index& index) {
        const std::vector<IndexRow> rows = index.find({});
        if (rows.size() > rows_.size()) {
            fault(Kind::index, "index.sqlite", "The index knows " + std::to_string(rows.size()) + " entries, the log only " +
                  std::to_string(rows_.size()) + ": the log was rolled back.", kRestore);
        } else if (rows != rows_) {
            fault(Kind::index, "index.sqlite", "The index and the log do not agree.", kRebuild);
        }
        for (const Entry& entry : entries_) {
            const auto row = entry.key.empty() ? index.by_number(entry.number) : index.by_key(entry.key);
            if (!row || row->number != entry.number) {
                fault(Kind::index, "index.sqlite", "The index does not find an entry by its key.", kRebuild, &entry);
                return;
            }
        }
    }

    void check_foreign() {
        for_each_file(folder_, [this](const std::string& path) {
            if (expected_.contains(path)) return;
            const bool unfinished = path.find(".part-") != std::string::npos;
            bool orphan = false;
            if (path.starts_with("objects/") && path.size() == 8 + 65) {
                try {
                    orphan = object_path(file_digest(at(path))) == path;
                } catch (const Error&) {
                    orphan = false;
                }
            }
            if (unfinished || orphan) {
                fault(Kind::leftover, path, "Remains of an interrupted write; no entry names it.", "It may be removed.", nullptr, Severity::warning);
            } else {
                fault(Kind::foreign, path, "This file does not belong to the archive.", "Find out who put it there and take it out.");
            }
        });
    }

    std::string folder_;
    const std::function<void(std::uint64_t, std::uint64_t)>& progress_;
    Verification result_;
    Head head_;
    bool head_known_ = false;
    std::vector<Entry> entries_;
    std::vector<IndexRow> rows_;
    std::set<std::string> expected_;
};

}  // namespace

std::string_view to_string(Kind kind) {
    switch (kind) {
        case Kind::changed: return "changed";
        case Kind::missing: return "missing";
        case Kind::foreign: return "foreign";
        case Kind::truncated: return "truncated";
        case Kind::log: return "log";
        case Kind::head: return "head";
        case Kind::index: return "index";
        case Kind::leftover: return "leftover";
    }
    return "unknown";
}

bool Verification::sound() const {
    return std::none_of(faults.begin(), faults.end(), [](const auto& f) { return f.severity == Severity::error; });
}

Verification verify(const std::string& folder, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    if (!fs::is_directory(folder + "/log") && !fs::exists(folder + "/FORMAT")) {
        throw Error(base::ErrorCode::unreadable_file, "there is no archive here", {folder, 0, 0, {}});
    }
    const Lock lock(folder + "/lock", Lock::Mode::shared);
    return Verifier(folder, progress).run();
}

}  // namespace irikteu::archive
