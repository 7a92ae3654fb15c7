#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "archive/bag_report.hpp"

namespace irikteu::archive {

struct ImportRequest {
    std::string folder;  ///< The bag.
    std::string prefix;  ///< Before the names of a foreign bag's files.
    std::string time;    ///< When a foreign bag's files count as added.
    std::string engine;  ///< Label Engine of a foreign bag's files.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

struct Imported {
    BagReport report;    ///< Of the bag; where it is not valid, nothing was taken.
    bool ours = false;   ///< The bag was exported from an archive like this.
    bool restored = false;  ///< An empty archive now is the exported one: the same records, the same root.
    std::vector<Entry> entries;  ///< As they stand in this archive, in the bag's order.
    std::size_t added = 0;
};

/// Takes a bag into the archive, after it was checked whole: the bag by its own rules, and, where it is one of ours, each file against
/// its record and each record against the head, by the records themselves or by its proof. A whole archive that comes into an empty one is restored record by record; else each
/// entry becomes a new one that says where it comes from (label Imported-From), its registration, head and links to what is not in the bag kept as labels Original-….
/// Throws Error(invalid), before anything is added, where a bag of ours contradicts itself.
Imported import_bag(Archive& archive, const ImportRequest& request);
/// The same for an archive that is opened, or made, by `open` when the bag has been found fit to be taken: one that is not leaves nothing behind.
Imported import_bag(const std::function<Archive&()>& open, const ImportRequest& request);

}  // namespace irikteu::archive
