#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/entry.hpp"
#include "archive/head.hpp"
#include "archive/index.hpp"

namespace irikteu::archive {

class Lock;
class Tree;

/// Something to be kept: everything of an Entry that the caller decides, and the bytes.
struct NewEntry {
    std::string kind;        ///< Small letters and "-".
    std::string name;
    std::string media_type;
    std::string time;
    std::string key;
    std::vector<std::pair<std::string, std::string>> labels;
    std::string bytes;
    std::string series;      ///< Register in which it gets the next number; empty: none.
};

/// What came of adding: an entry for each that was wanted, and how many of them are new.
struct Added {
    std::vector<Entry> entries;
    std::size_t added = 0;
};

/// An append-only store of what was received and issued, in one folder; FORMAT.md describes every file of it.
/// Several processes may use one archive: writers wait for each other. An object of this class is for one thread.
class Archive {
  public:
    /// Opens the archive, making it where the folder is absent or empty, and puts right what a stopped writer left. Throws
    /// Error(damaged_archive) where the folder holds something else or the archive contradicts itself; (environment) where it
    /// can't be written.
    static Archive open_or_create(const std::string& folder);
    /// Opens it for reading; throws Error(unreadable_file) where there is none. Where the index lags behind and can't be written, it is made in memory.
    static Archive open(const std::string& folder);
    Archive(Archive&&) noexcept;
    ~Archive();

    /// Adds all, in order; durable when it returns. What has a key that is there already is not added again: the
    /// entry that stands is returned in its place. Throws Error(usage) for names, labels and links that can't stand, before anything is
    /// written; (environment) where the disk does not take it: then nothing of it is added.
    Added add(const std::vector<NewEntry>& entries);
    /// The same for one entry whose bytes state its registration number: `make` gets the number and gives the bytes, and is not called where
    /// the key is there already. No other process gets a number meanwhile; where `make` throws, none is used up.
    Added issue(NewEntry entry, const std::function<std::string(std::int64_t number)>& make);

    /// Look-ups see what other processes have added in the meantime.
    std::optional<Entry> by_key(const std::string& key);
    std::optional<Entry> by_number(std::int64_t number);
    /// The last entry of this kind and of exactly this name that bears this label (an empty label_name: any).
    std::optional<Entry> last_named(const std::string& kind, const std::string& name, const std::string& label_name = {}, const std::string& label_value = {});
    /// In order of number; at most `most`, 0: all.
    std::vector<Entry> list(const Query& query, std::size_t most = 0);
    /// Who refers to an entry: corrections, signed copies, answers.
    std::vector<LinkRow> links_to(std::int64_t number);
    /// The last number given in a series.
    std::int64_t last_registered(const std::string& series);
    /// The bytes, checked against their digest: Error(damaged_archive) where they differ or are gone.
    std::string read(const Entry& entry) const;

    /// What does not fit where the log, its tree and the index end: what can be seen without reading the archive, as against verify().
    struct EndFault {
        enum class Severity { contradiction, leftover } severity = Severity::contradiction;  ///< A leftover may be an interrupted write's.
        std::string path, what;
    };
    std::vector<EndFault> faults_at_ends();
    /// What can be seen of an entry's file without reading it: that it is gone, or of another size.
    std::optional<EndFault> fault_of_file(const Entry& entry) const;

    std::uint64_t size() const { return head_.tree.leaves(); }
    Digest root() const { return head_.tree.root(); }
    const Head& head() const { return head_; }
    const std::string& folder() const { return folder_; }

  private:
    explicit Archive(std::string folder) : folder_(std::move(folder)) {}
    void load_head();
    void bring_up_to_date();
    void bring_index_up_to_date();
    void index_in_memory();
    void refresh();
    Added add_locked(const std::vector<NewEntry>& wanted, const std::function<std::string(std::int64_t)>& make);
    Entry entry_at(const IndexRow& row, const Tree& tree) const;
    std::optional<Entry> entry_of(const std::optional<IndexRow>& row) const;

    std::string folder_;
    Head head_;
    std::unique_ptr<Index> index_;
};

/// Removes the index and builds it anew from the log, and the tree's hashes where they are damaged. Throws Error where the log can't be read or contradicts itself.
void rebuild_index(const std::string& folder);

}  // namespace irikteu::archive
