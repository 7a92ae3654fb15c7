#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace irikteu::archive {

/// The most bytes that one record has.
inline constexpr std::uint64_t kMostRecordBytes = 1u << 20;

/// Reads log/entries record by record, holding a piece of it at a time.
class LogReader {
  public:
    /// Bytes from…to of the file. Throws Error(unreadable_file).
    LogReader(std::string path, std::uint64_t from, std::uint64_t to);

    /// The next record with its empty line; false at the end. A last record without its empty line, or one that is too long, is
    /// given as far as it goes, and is_whole() is false.
    bool next(std::string_view& record);
    bool is_whole() const { return whole_; }
    /// Where the record that next() gave begins.
    std::uint64_t offset() const { return offset_; }

  private:
    bool fill();

    std::string path_;
    std::uint64_t read_, to_, offset_;
    std::string buffer_;
    std::size_t begin_ = 0, length_ = 0;
    bool whole_ = true;
};

}  // namespace irikteu::archive
