#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "readers/limits.hpp"
#include "readers/zip_layout.hpp"

namespace irikteu::readers {

/// One entry of a zip.
struct ZipEntry {
    std::string path;            ///< UTF-8, slashes, safe: see safe_entry_path(). No folders.
    std::uint64_t index = 0;     ///< In the central directory.
    std::uint64_t size = 0;      ///< Inflated, as declared; read() holds it to that.
    std::uint64_t deflated = 0;  ///< As stored.
};

/// A zip in memory (APPNOTE.TXT), read only. Everything that the central directory says is checked before anything is
/// inflated. One thread at a time.
class ZipArchive {
  public:
    /// `bytes` must outlive the archive; `name` is for errors. Throws Error: malformed (no zip, truncated, ambiguous: see
    /// read_zip_layout(); unsafe or duplicate names), limit_exceeded (entries, sizes, ratio), unsupported (encrypted).
    static ZipArchive open(std::string_view bytes, std::string name, const Limits& limits);

    const std::string& name() const { return name_; }
    /// The files, sorted by path; folders are left out.
    const std::vector<ZipEntry>& entries() const { return entries_; }
    /// The entry of that path, compared without regard to ASCII case (ECMA-376-2, 9.1.1.1); nullptr where absent.
    const ZipEntry* find(std::string_view path) const;
    /// Inflates. Throws Error: malformed (check sum, size), limit_exceeded where it has more than `max_bytes`.
    std::string read(const ZipEntry& entry, std::uint64_t max_bytes) const;

  private:
    struct Close {
        void operator()(void* zip) const;
    };
    std::string name_;
    std::string_view bytes_;
    std::vector<ZipMember> members_;
    mutable std::unique_ptr<void, Close> zip_;  ///< libzip's, made for the first entry that is not plain.
    std::vector<ZipEntry> entries_;
    std::vector<std::pair<std::string, std::size_t>> by_name_;  ///< Folded path, index in entries_; sorted.
};

}  // namespace irikteu::readers
