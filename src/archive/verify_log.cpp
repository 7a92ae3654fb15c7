#include "archive/verify_log.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "archive/checked_vfs.hpp"
#include "archive/damaged_record.hpp"
#include "archive/log_reader.hpp"
#include "archive/storage.hpp"
#include "archive/tree.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using Kind = ArchiveFault::Kind;
namespace fs = std::filesystem;

namespace {

constexpr const char* kNothing = "Nothing: the next write puts it right.";
constexpr std::uint64_t kTreePiece = 1u << 20;

/// Why something cannot be read, without saying that once more.
std::string reason(const Error& error) {
    std::string why = error.message();
    for (const std::string_view said : {"cannot be read: ", "the index: "}) {
        if (why.starts_with(said)) why.erase(0, said.size());
    }
    return why;
}

/// log/tree from its beginning, in pieces.
class TreeReader {
  public:
    explicit TreeReader(std::string path) : path_(std::move(path)) {}
    /// Whether the next 32 bytes are there and are this hash.
    bool next_is(const Digest& hash) {
        if (at_ + 32 > piece_.size()) {
            piece_ = fs::exists(path_) ? read_range(path_, read_, kTreePiece) : std::string();
            read_ += piece_.size();
            at_ = 0;
            if (piece_.size() < 32) return false;
        }
        const bool same = std::equal(hash.bytes.begin(), hash.bytes.end(), reinterpret_cast<const std::uint8_t*>(piece_.data()) + at_);
        at_ += 32;
        return same;
    }

  private:
    std::string path_, piece_;
    std::uint64_t read_ = 0;
    std::size_t at_ = 0;
};

/// A record whose hash is not that of the tree: which, and where it begins in the log.
struct WrongLeaf {
    std::uint64_t number = 0, record = 0;
};

/// One pass over the log, with the tree and the index beside it.
class LogVerifier {
  public:
    LogVerifier(FaultList& faults, const VerifyOptions& options) : faults_(faults), options_(options) {}

    VerifiedLog run() {
        read_head();
        open_index();
        read_log();
        compare_with_head();
        read_behind_head();
        compare_with_index();
        compare_with_known_heads();
        return std::move(log_);
    }

  private:
    void read_head() {
        try {
            head_ = head_from_text(read_range(faults_.at("log/head"), 0, 1u << 16));
            faults_.result().root = head_->tree.root();
        } catch (const Error& error) {
            faults_.error(Kind::head, "log/head", "The head cannot be read: " + reason(error) + '.', kRestore);
        }
    }

    void open_index() {
        const std::string path = faults_.at("index.sqlite");
        if (!fs::exists(fs::symlink_status(path)) || (fs::is_regular_file(fs::symlink_status(path)) && file_size(path) == 0)) {  // empty: stopped while it was made
            if (!head_ || head_->bytes > 0) {
                faults_.warning(Kind::missing, "index.sqlite", "The index is missing; it would have told of a log that was rolled back.",
                                "Nothing: the next start builds it from the log.");
            }
            return;
        }
        if (file_size(faults_.at("index.sqlite-journal")) > 0) {
            faults_.warning(Kind::leftover, "index.sqlite-journal", "The program was stopped while it wrote the index, which was therefore not compared.",
                            "Nothing: the next start puts the index right.");
            return;
        }
        try {
            for (const std::uint64_t page : wrong_pages(path, 20)) {
                faults_.error(Kind::index, "index.sqlite", page > 0 ? "Page " + std::to_string(page) + " of the index has changed." : "The index ends inside a page.", kRebuild);
                index_damaged_ = true;
            }
            if (index_damaged_) return;
            index_.emplace(path, Index::Access::read);
            index_state_ = index_->state();
            if (options_.depth == VerifyOptions::Depth::full) {
                for (const std::string& what : index_->integrity_faults()) faults_.error(Kind::index, "index.sqlite", "The index contradicts itself: " + what + '.', kRebuild);
            }
            walk_.emplace(*index_);
        } catch (const Error& error) {
            faults_.error(Kind::index, "index.sqlite", "The index cannot be read: " + reason(error) + '.', kRebuild);
            index_.reset();
        }
    }

    void read_log() {
        const std::string path = faults_.at("log/entries");
        if (!fs::is_regular_file(fs::symlink_status(path))) {
            log_.complete = false;
            faults_.error(Kind::missing, "log/entries", "The log is gone.", kRestore);
            return;
        }
        const std::uint64_t size = file_size(path);
        const std::uint64_t acknowledged = head_ ? head_->bytes : size;
        if (size < acknowledged) {
            faults_.error(Kind::truncated, "log/entries", "The log is shorter than the head says: " + std::to_string(acknowledged - size) + " bytes at its end are lost.", kRestore);
        }
        if (head_) log_.objects.reserve(std::min<std::uint64_t>(head_->tree.leaves(), 1u << 24));
        TreeReader tree(faults_.at("log/tree"));
        LogReader log(path, 0, acknowledged);
        std::string_view record;
        std::vector<Digest> completed;
        while (log.next(record)) {
            completed.clear();
            tree_.append(leaf_hash(record), completed);
            bool leaf = true, nodes = true;
            for (std::size_t i = 0; i < completed.size(); ++i) {
                if (!tree.next_is(completed[i])) (i == 0 ? leaf : nodes) = false;
            }
            if (!leaf) wrong_leaves_.push_back({tree_.leaves(), log.offset()});
            if (!nodes) ++wrong_nodes_;
            take_record(record, log.offset());
        }
        faults_.result().entries = tree_.leaves();
    }

    void take_record(std::string_view record, std::uint64_t offset) {
        const auto place = static_cast<std::int64_t>(tree_.leaves());
        Entry entry;
        try {
            entry = from_record(record);
        } catch (const Error& error) {
            take_damaged(record, place, offset, error.message());
            return;
        }
        log_.objects.push_back({entry.object, entry.size, offset});
        if (entry.number != place) {
            faults_.error(Kind::reordered, "log/entries", "In the place of record " + std::to_string(place) + " stands that of entry " + std::to_string(entry.number) +
                          ": records were exchanged, removed or put in.", kRestore, &entry);
        }
        if (const std::string cited = entry.label("Head"); !cited.empty()) cite(entry, cited);
        if (walk_ && index_matches_ && place <= index_state_.entries) {
            try {
                index_matches_ = walk_->matches(entry, {place, offset, record.size()});
                if (!index_matches_) first_mismatch_ = place;
            } catch (const Error& error) {
                faults_.error(Kind::index, "index.sqlite", "The index cannot be read: " + reason(error) + '.', kRebuild);
                walk_.reset();
            }
        }
    }

    /// It is named as the index knows it, else as it calls itself. Its object is looked at all the same, and the next record compared with its own row.
    void take_damaged(std::string_view record, std::int64_t place, std::uint64_t offset, const std::string& why) {
        const LeftOfRecord left = left_of_record(record);
        Entry entry;
        entry.number = place;
        entry.name = left.name;
        try {
            if (index_ && place <= index_state_.entries) entry.name = index_->name_of(place).value_or(left.name);
            if (walk_ && index_matches_ && place <= index_state_.entries) walk_->skip();
        } catch (const Error& error) {
            faults_.error(Kind::index, "index.sqlite", "The index cannot be read: " + reason(error) + '.', kRebuild);
            walk_.reset();
        }
        faults_.error(Kind::log, "log/entries", "Record " + std::to_string(place) + " is damaged: " + why + '.', kRestore, &entry);
        if (left.object) log_.objects.push_back({*left.object, left.size, offset});
        damaged_.emplace(static_cast<std::uint64_t>(place), std::move(entry));
    }

    void cite(const Entry& entry, const std::string& cited) {
        try {
            cited_.push_back(known_head(cited, "cited by entry " + std::to_string(entry.number) + ", " + entry.name));
        } catch (const Error&) {
            faults_.error(Kind::log, "log/entries", "An entry cites a head that is none.", kRestore, &entry);
        }
    }

    /// The head's root is what decides whether the records or their hashes have changed.
    void compare_with_head() {
        const std::uint64_t hashes = file_size(faults_.at("log/tree"));
        const std::uint64_t wanted = 32 * tree_hashes(head_ ? head_->tree.leaves() : tree_.leaves());
        if (!fs::exists(faults_.at("log/tree"))) faults_.error(Kind::missing, "log/tree", "The tree's hashes are gone.", kRebuild);
        else if (hashes < wanted) faults_.error(Kind::truncated, "log/tree", "The list of the tree's hashes is too short.", kRebuild);
        else if (hashes > wanted && head_ && file_size(faults_.at("log/entries")) <= head_->bytes) {
            faults_.warning(Kind::leftover, "log/tree", "Behind the acknowledged hashes stands the beginning of an interrupted write.", kNothing);
        }
        const bool root_holds = head_ && tree_.leaves() == head_->tree.leaves() && tree_.root() == head_->tree.root();
        if (root_holds && hashes >= wanted && (!wrong_leaves_.empty() || wrong_nodes_ > 0)) {
            faults_.error(Kind::changed, "log/tree", std::to_string(wrong_leaves_.size() + wrong_nodes_) + " of the tree's hashes have changed; the records themselves are right.", kRebuild);
        }
        if (root_holds) return;
        log_.complete = false;
        for (const WrongLeaf& leaf : wrong_leaves_) {
            if (hashes < 32 * tree_hashes(leaf.number)) break;
            const auto damaged = damaged_.find(leaf.number);
            const Entry entry = damaged != damaged_.end() ? damaged->second : entry_at_offset(faults_.folder(), leaf.record);
            faults_.error(Kind::log, "log/entries", "Record " + std::to_string(leaf.number) + " has changed: it and its hash in log/tree do not belong together.", kRestore, entry.number > 0 ? &entry : nullptr);
        }
        if (!head_) return;
        if (tree_.leaves() != head_->tree.leaves()) {
            faults_.error(Kind::truncated, "log/entries", "The log holds " + std::to_string(tree_.leaves()) + " entries, the head says " + std::to_string(head_->tree.leaves()) + '.', kRestore);
        } else {
            faults_.error(Kind::log, "log/entries", "The log does not give the Merkle root that the head states: a record was changed, exchanged or removed.", kRestore);
        }
    }

    /// What stands behind the head: an interrupted write, or acknowledged entries under a head that was put back.
    void read_behind_head() {
        if (!head_ || file_size(faults_.at("log/entries")) <= head_->bytes) return;
        LogReader log(faults_.at("log/entries"), head_->bytes, UINT64_MAX);
        std::string_view record;
        std::uint64_t whole = 0;
        try {
            while (log.next(record) && log.is_whole()) {
                log_.unacknowledged.push_back(from_record(record).object);
                ++whole;
            }
        } catch (const Error&) {
            // the beginning of a record: nothing that could be named
        }
        std::sort(log_.unacknowledged.begin(), log_.unacknowledged.end());
        if (index_ && static_cast<std::uint64_t>(index_state_.entries) > head_->tree.leaves()) {
            faults_.error(Kind::rolled_back, "log/head", "The head is older than the log: it says " + std::to_string(head_->tree.leaves()) + " entries, the index knows " +
                          std::to_string(index_state_.entries) + '.', "Find out who put an old head in its place; the next write brings it up to date from the log.");
            return;
        }
        faults_.warning(Kind::leftover, "log/entries", "Behind the acknowledged log stands an interrupted write" +
                        (whole > 0 ? " of " + std::to_string(whole) + " whole entries." : std::string(".")), "Nothing: the next write completes it, or cuts it off where it is not whole.");
    }

    void compare_with_index() {
        if (!index_ || index_damaged_) return;
        const auto known = static_cast<std::uint64_t>(index_state_.entries);
        const std::uint64_t there = head_ ? std::max<std::uint64_t>(head_->tree.leaves(), tree_.leaves()) : tree_.leaves();
        if (known > there) {
            log_.complete = false;
            if (!head_ || file_size(faults_.at("log/entries")) <= head_->bytes) {
                faults_.error(Kind::rolled_back, "log/entries", "The index knows " + std::to_string(known) + " entries, the log only " + std::to_string(there) + ": the log was rolled back.", kRestore);
            }
        } else if (!index_matches_) {
            faults_.error(Kind::index, "index.sqlite", "The index and the log do not agree, from entry " + std::to_string(first_mismatch_) + " on.", kRebuild);
        } else if (known < there) {
            faults_.warning(Kind::rolled_back, "index.sqlite", "The index is " + std::to_string(there - known) +
                            " entries behind the log: the program was stopped before it wrote it, or an old index was put in its place.", kNothing);
        } else if (walk_ && tree_.leaves() == there && !ends_in_time()) {
            faults_.error(Kind::index, "index.sqlite", "The index has rows for entries that the log does not have.", kRebuild);
        }
        check_index_root(known, there);
    }

    bool ends_in_time() {
        try {
            walk_->matches({}, {});
            return walk_->ended();
        } catch (const Error&) {
            return false;
        }
    }

    /// Of a log that lacks entries at its end, which is said already, the index is not the one to blame: it may be the last that knows of them.
    void check_index_root(std::uint64_t known, std::uint64_t there) {
        if (known == 0 || known > there || known > tree_.leaves() || !head_ || !wrong_leaves_.empty() || wrong_nodes_ > 0) return;
        if (root_at(known) != index_state_.root) {
            log_.complete = false;
            faults_.error(Kind::rolled_back, "index.sqlite", "The index was made from another log: the roots over " + std::to_string(known) + " entries differ.", kRestore);
        }
    }

    std::string root_at(std::uint64_t entries) const {
        try {
            return Tree(faults_.at("log/tree"), tree_.leaves()).root_at(entries).hex();
        } catch (const Error& error) {
            return error.message();
        }
    }

    void compare_with_known_heads() {
        cited_.insert(cited_.end(), options_.known.begin(), options_.known.end());
        if (!wrong_leaves_.empty() || wrong_nodes_ > 0) return;  // said already; roots from the tree would mislead
        for (const KnownHead& known : cited_) {
            ++faults_.result().heads;
            if (known.entries > tree_.leaves()) {
                log_.complete = false;
                faults_.error(Kind::rolled_back, "log/head", "The log had " + std::to_string(known.entries) + " entries (" + known.source + ") and has " + std::to_string(tree_.leaves()) + " now: it was rolled back.", kRestore);
            } else if (root_at(known.entries) != known.root.hex()) {
                log_.complete = false;
                faults_.error(Kind::rolled_back, "log/entries", "The first " + std::to_string(known.entries) + " entries are not those whose root is known (" + known.source + "): the history was written anew.", kRestore);
            }
        }
    }

    FaultList& faults_;
    const VerifyOptions& options_;
    std::optional<Head> head_;
    std::optional<Index> index_;
    std::optional<Index::Walk> walk_;
    IndexState index_state_;
    bool index_damaged_ = false, index_matches_ = true;
    std::int64_t first_mismatch_ = 0;
    MerkleFrontier tree_;
    std::vector<WrongLeaf> wrong_leaves_;
    std::map<std::uint64_t, Entry> damaged_;  ///< What is known of records that cannot be read, by their place.
    std::uint64_t wrong_nodes_ = 0;
    std::vector<KnownHead> cited_;
    VerifiedLog log_;
};

}  // namespace

VerifiedLog verify_log(FaultList& faults, const VerifyOptions& options) { return LogVerifier(faults, options).run(); }

Entry entry_at_offset(const std::string& folder, std::uint64_t offset) {
    try {
        LogReader log(folder + "/log/entries", offset, UINT64_MAX);
        std::string_view record;
        if (log.next(record)) return from_record(record);
    } catch (const Error&) {
        return {};
    }
    return {};
}

}  // namespace irikteu::archive
