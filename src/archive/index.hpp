#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/entry.hpp"

namespace irikteu::archive {

class Statement;

/// What to look for; empty fields match everything.
struct Query {
    std::string kind;
    std::string name_contains;
    std::string label_name, label_value;
    std::string text;       ///< Words in any order and any case form, of names, titles and other labels.
    std::string applicant;  ///< Words of the label Applicant, likewise.
    std::string from, to;   ///< Days as "2015-10-09", both included.
    std::string document_number;  ///< As a document bears it: the label Number or Registered, or SERIES/7 or 7 as registered here.
    std::string series;     ///< Registered in this series …
    std::int64_t registered = 0;  ///< … under this number.
    bool standing = false;  ///< Only what no later entry corrects.
};

/// A row: which entry, and where its record lies in the log.
struct IndexRow {
    std::int64_t number = 0;
    std::uint64_t offset = 0;  ///< Of the record in the log, in bytes.
    std::uint64_t length = 0;
    bool operator==(const IndexRow&) const = default;
};

/// A link from an entry to another.
struct LinkRow {
    std::string relation;     ///< Corrects, Signs, Answers, Cites
    std::int64_t from = 0;
    bool operator==(const LinkRow&) const = default;
};

/// How much of the log the index has taken in.
struct IndexState {
    std::int64_t entries = 0;
    std::uint64_t bytes = 0;
    std::string root;  ///< Of the tree over these entries, in hexadecimal.
    bool operator==(const IndexState&) const = default;
};

/// The SQLite index: a copy of the log for finding things, rebuilt from it at will. One thread; several processes.
class Index {
  public:
    enum class Access { read, write };
    /// Opens or (for writing) creates it; throws Error(damaged_archive) where the file is no index of ours.
    Index(const std::string& path, Access access);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    IndexState state() const;
    /// Adds entries with their places in one transaction; `after` is what the index knows then.
    void add(std::span<const Entry> entries, std::span<const IndexRow> rows, const IndexState& after);
    std::optional<IndexRow> by_number(std::int64_t number) const;
    /// What the entry of that number is called.
    std::optional<std::string> name_of(std::int64_t number) const;
    std::optional<IndexRow> by_key(const std::string& key) const;
    /// The last of this kind and of exactly this name that bears this label (an empty label_name: any). Logarithmic in the number of entries.
    std::optional<IndexRow> last_named(const std::string& kind, const std::string& name, const std::string& label_name, const std::string& label_value) const;
    /// The last number given in a series; 0 where there is none.
    std::int64_t last_registered(const std::string& series) const;
    /// Who refers to an entry.
    std::vector<LinkRow> links_to(std::int64_t number) const;
    /// In order of number; at most `most`, 0: all.
    std::vector<IndexRow> find(const Query& query, std::size_t most = 0) const;
    /// Every problem that SQLite itself finds; empty where it is sound.
    std::vector<std::string> integrity_faults() const;

    /// Goes through all rows in order of number, comparing each with what the log says.
    class Walk {
      public:
        explicit Walk(const Index& index);
        ~Walk();
        /// Whether the next row is this entry's, in all columns.
        bool matches(const Entry& entry, const IndexRow& row);
        /// Goes past the next row.
        void skip();
        /// Whether all rows have been seen.
        bool ended();

      private:
        struct Rows;
        std::unique_ptr<Rows> rows_;
    };

  private:
    struct State;
    void insert(std::span<const Entry> entries, std::span<const IndexRow> rows, const IndexState& after);
    std::optional<IndexRow> one_row(Statement& query) const;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::archive
