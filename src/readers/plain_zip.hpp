#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::readers {

/// An entry of a zip as programs mostly write them.
struct PlainEntry {
    std::string_view name;  ///< As stored.
    std::uint64_t size = 0;
    std::uint64_t deflated = 0;
    std::uint64_t data = 0;  ///< Where its data begin.
    std::uint32_t check_sum = 0;
    bool is_deflated = false;
};

/// The entries of a zip that holds nothing unusual (APPNOTE.TXT): one disk, stored or deflated, not encrypted, no zip64, nothing
/// before, between central directory and end record, or behind it, local headers in agreement. nullopt for everything else,
/// sound or broken: libzip then says what it is. Nothing is inflated.
std::optional<std::vector<PlainEntry>> list_plain_zip(std::string_view bytes);

/// Inflates an entry that was listed. On failure `why` says what is wrong, and the result is empty.
std::string read_plain_entry(std::string_view bytes, const PlainEntry& entry, std::string& why);

}  // namespace irikteu::readers
