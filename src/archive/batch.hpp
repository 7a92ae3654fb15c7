#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "archive/staging.hpp"

namespace irikteu::archive {

/// Entries on their way into the archive: gathered, numbered and hashed, then written in the order that a power cut asks for
/// (FORMAT.md). Under the exclusive lock; one batch an object.
class Batch {
  public:
    Batch(const std::string& folder, const Head& head, const Index& index);

    /// Takes one; what has a key that this batch or the archive knows becomes the entry that stands. `standing` gives the archive's.
    void take(const NewEntry& wanted, const std::function<std::optional<Entry>(const std::string& key)>& standing,
              const std::function<std::string(std::int64_t number)>& make);
    /// Makes the batch durable; gives the new head. On an Error nothing is acknowledged.
    Head write();

    const std::vector<Entry>& all() const { return all_; }
    const std::vector<Entry>& added() const { return added_; }
    const std::vector<IndexRow>& rows() const { return rows_; }

  private:
    void undo();
    std::int64_t next_in(const std::string& series);

    const std::string& folder_;
    const Index& index_;
    Head before_, head_;
    Staging staging_;
    std::vector<Entry> all_, added_;
    std::vector<IndexRow> rows_;
    std::vector<Digest> hashes_;
    std::map<std::string, std::size_t> keys_;
    std::map<std::string, std::int64_t> registers_;
    std::string records_;
};

/// Throws Error(usage) where an entry's name, kind or labels can't stand in an archive and its exports.
void require_fit(const NewEntry& entry);
/// The same, and what a new entry is to keep beside it: one of entry_kinds(), and a register's name without slash, white space or what can't be
/// seen. Archives and bags that were made before these were asked for go on as they are.
void require_plain(const NewEntry& entry);

}  // namespace irikteu::archive
