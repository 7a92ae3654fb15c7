#pragma once

#include <cstdint>
#include <string>

#include "archive/head.hpp"
#include "archive/index.hpp"

namespace irikteu::archive {

/// Puts right what a stopped writer left, under the exclusive lock. Where the log behind the head is whole, and every object
/// that it names lies in the store or under staging/, the batch is completed and the new head written; otherwise the log is cut back to
/// the head: that batch was never acknowledged. Gives the head that holds then.
/// Throws Error(damaged_archive), changing nothing, where the index knows entries that the log has lost.
Head recover(const std::string& folder, const Head& head, const IndexState& index);

/// Makes log/tree anew from the log where it is damaged, under the exclusive lock. Throws Error(damaged_archive), changing nothing, where
/// the log doesn't give the head's root: then the log itself is damaged.
void rebuild_tree(const std::string& folder);

}  // namespace irikteu::archive
