#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace irikteu::archive {

/// SQLite pages of the index are so large, and end with a check sum of so many bytes.
inline constexpr int kIndexPageBytes = 4096;
inline constexpr int kIndexSumBytes = 16;

/// Registers with SQLite, once, a layer over its own file access that ends each page of a database with the first 16
/// bytes of SHA-256 over the page's number and its other bytes, and refuses a page whose sum is wrong; so that no damage
/// of the index goes unnoticed. Every write passes a failpoint. Gives the layer's name. Any thread.
const char* checked_vfs();

/// The numbers (from 1) of the pages of a database file whose sum is wrong, at most `most`; 0 stands for a file that is no
/// whole number of pages.
std::vector<std::uint64_t> wrong_pages(const std::string& path, std::size_t most);

}  // namespace irikteu::archive
