#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"

namespace irikteu::archive {

/// A reference of an entry to an earlier one.
struct Link {
    std::string relation;     ///< Corrects, Signs, Answers, Cites
    std::int64_t target = 0;  ///< An entry's number.
    bool operator==(const Link&) const = default;
};

/// What the archive says of one thing that it keeps. Immutable once added; written as one record of the log.
struct Entry {
    std::int64_t number = 0;  ///< From 1, without gaps.
    std::string kind;         ///< submission, report, document, event …
    std::string name;         ///< File name for people: "2015-1/04-atyrau/return-1.pdf". No leading "/", no "..".
    std::string media_type;   ///< "application/pdf"
    std::string time;         ///< When it was added, ISO 8601 with offset.
    base::Digest object;      ///< SHA-256 of the bytes.
    std::uint64_t size = 0;   ///< Of the bytes.
    std::string key;          ///< What it was made from: the same key is never issued twice. Empty: no key.
    /// Provenance and links in a fixed order: {"Act", "kz-535-2015"}, {"Cites", "3"} … Names are letters and "-".
    std::vector<std::pair<std::string, std::string>> labels;

    /// The value of a label, empty where there is none.
    std::string label(std::string_view label_name) const;
    /// The register that it stands in (label Series) and its number there (label Registered); empty and 0 where it is in none.
    std::string series() const { return label("Series"); }
    std::int64_t registered() const;
    /// The entries that it refers to, in the labels' order.
    std::vector<Link> links() const;
};

/// The kinds of entries that an archive takes: submission (as received), report, document, signed-document, event.
std::span<const std::string_view> entry_kinds();
/// Labels that say by what an entry was made: Engine, Act, Rules, Templates, Fonts, Data.
bool is_provenance(std::string_view label_name);
/// Whether an entry may refer to another by this label: Corrects, Signs, Answers, Cites.
bool is_relation(std::string_view label_name);

/// The record: lines "Name: value" in a fixed order, then an empty line. Line feeds, carriage returns and "%" in values
/// are written as %0A, %0D, %25. These bytes are the leaf of the Merkle log.
std::string to_record(const Entry& entry);

/// Reads one record (with or without its empty line); throws Error(damaged_archive) where it is no such record.
Entry from_record(std::string_view record);

}  // namespace irikteu::archive
