#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::readers {

/// An entry of a zip, as its central directory and its own header say alike.
struct ZipMember {
    std::string_view name;  ///< As stored; the Unicode path where it has a valid one (APPNOTE.TXT, 4.6.9).
    std::uint64_t size = 0;
    std::uint64_t deflated = 0;
    std::uint64_t data = 0;  ///< Where its data begin.
    std::uint32_t check_sum = 0;
    std::uint32_t method = 0;  ///< 0 stored, 8 deflated, others are libzip's.
    bool is_encrypted = false;
};

/// Where everything in a zip stands (APPNOTE.TXT, zip64 included), in the directory's order; nothing is inflated. There must be one
/// way only to read it, so that nobody else sees another dossier in the same file: one end record, one directory right before it,
/// headers that agree with the directory in name, method, size and check sum, and no byte before, between or behind the entries
/// that belongs to none of them, but zeros. Throws Error: malformed, with the entry or byte; limit_exceeded above `max_entries`.
std::vector<ZipMember> read_zip_layout(std::string_view bytes, const std::string& name, std::uint64_t max_entries);

}  // namespace irikteu::readers
