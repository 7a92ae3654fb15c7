#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/entry.hpp"

namespace irikteu::archive {

/// What to look for; empty fields match everything.
struct Query {
    std::string kind;
    std::string name_contains;
    std::string label_name, label_value;
};

/// A row: which entry, and where its record lies in the log.
struct IndexRow {
    std::int64_t number = 0;
    std::uint64_t offset = 0;  ///< Of the record in the log, in bytes.
    std::uint64_t length = 0;
    bool operator==(const IndexRow&) const = default;
};

/// The SQLite index: a copy of the log for finding things, rebuilt from it at will. One thread, under the archive's lock.
class Index {
  public:
    enum class Access { read, write };
    /// Opens or (for writing) creates it; throws Error(damaged_archive) where the file is no index of ours.
    Index(const std::string& path, Access access);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    std::int64_t entries() const;    ///< How many entries it knows.
    std::uint64_t log_bytes() const; ///< How much of the log they make up.
    /// Adds entries with their places in one transaction.
    void add(std::span<const Entry> entries, std::span<const IndexRow> rows);
    std::optional<IndexRow> by_number(std::int64_t number) const;
    std::optional<IndexRow> by_key(const std::string& key) const;
    std::vector<IndexRow> find(const Query& query) const;  ///< In order of number.
    /// Every problem that SQLite itself finds; empty where it is sound.
    std::vector<std::string> integrity_faults() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::archive
