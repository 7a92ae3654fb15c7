#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/entry.hpp"
#include "archive/head.hpp"
#include "archive/index.hpp"

namespace irikteu::archive {

/// Something to be kept: everything of an Entry that the caller decides, and the bytes.
struct NewEntry {
    std::string kind;
    std::string name;
    std::string media_type;
    std::string time;
    std::string key;
    std::vector<std::pair<std::string, std::string>> labels;
    std::string bytes;
};

/// What came of adding: an entry for each that was wanted, and how many of them are new.
struct Added {
    std::vector<Entry> entries;
    std::size_t added = 0;
};

/// An append-only store of what was received and issued, in one folder:
///   FORMAT         "irikteu-archive 1"
///   objects/ab/…   the bytes, write-once, named by their SHA-256
///   log/entries    one record an entry (to_record), the leaves of a Merkle tree (RFC 9162)
///   log/leaves     their leaf hashes, 32 bytes each
///   log/head       what is acknowledged (Head)
///   index.sqlite   a copy of the log for finding things; can be rebuilt
/// Several processes may use one archive: writers wait for each other. An object of this class is for one thread.
class Archive {
  public:
    /// Opens the archive, making it where the folder is absent or empty. Throws Error(damaged_archive) where the
    /// folder holds something else or the archive contradicts itself; (environment) where it can't be written.
    static Archive open_or_create(const std::string& folder);
    /// Opens it for reading; throws Error(unreadable_file) where there is none.
    static Archive open(const std::string& folder);

    /// Adds all, in order; durable when it returns. What has a key that is there already is not added again: the
    /// entry that stands is returned in its place.
    Added add(const std::vector<NewEntry>& entries);

    /// Look-ups see what other processes have added in the meantime.
    std::optional<Entry> by_key(const std::string& key);
    std::optional<Entry> by_number(std::int64_t number);
    std::vector<Entry> list(const Query& query);
    /// The bytes, checked against their digest: Error(damaged_archive) where they differ or are gone.
    std::string read(const Entry& entry) const;

    std::uint64_t size() const { return head_.tree.leaves(); }
    Digest root() const { return head_.tree.root(); }
    const std::string& folder() const { return folder_; }

  private:
    explicit Archive(std::string folder) : folder_(std::move(folder)) {}
    void load_head();
    void bring_index_up_to_date();
    void refresh();
    std::optional<Entry> find_key(const std::string& key) const;
    Entry entry_at(const IndexRow& row) const;

    std::string folder_;
    Head head_;
    std::unique_ptr<Index> index_;
};

}  // namespace irikteu::archive
