#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "archive/bag_report.hpp"

namespace irikteu::archive {

/// Checks anybody's bag of versions 0.93 to 1.0 (RFC 8493 and its drafts): declaration, manifests, payload, tag files,
/// fetch.txt, metadata, and every checksum. Reads nothing outside of the folder, follows no link out of it, fetches
/// nothing and writes nothing; whatever the bag says is taken as hostile. Version 1.0 is held to its stricter rules.
/// Throws Error(unreadable_file) where there is no such folder. `progress` gets bytes read and bytes in all.
BagReport check_bag(const std::string& folder, const std::function<void(std::uint64_t, std::uint64_t)>& progress = {});

}  // namespace irikteu::archive
