#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "archive/failpoint.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"

/// The archive's own file access: durability in the right order needs more than the Disk seam gives.
/// Failures are Errors(environment) on writing, (unreadable_file) on reading, that name the path.
namespace irikteu::archive {

/// Closes its file when it goes.
struct Descriptor {
    int fd;
    explicit Descriptor(int opened) : fd(opened) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

/// Throws an Error with errno's reason.
[[noreturn]] void fail(base::ErrorCode code, const char* what, const std::string& path);
/// Writes all of the bytes, passing the step before.
void write_all(int fd, std::string_view bytes, WriteStep step, const std::string& path);

/// Keeps one process at a time in an archive; released when it goes.
class Lock {
  public:
    enum class Mode { shared, exclusive };
    Lock(const std::string& path, Mode mode);
    ~Lock();
    Lock(Lock&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
    Lock& operator=(Lock&&) = delete;

  private:
    int fd_ = -1;
};

/// "objects/ab/cd…": where an object lies, relative to the archive.
std::string object_path(const base::Digest& digest);

/// Flushes everything written so far to the file system that holds `path`.
void flush_file_system(const std::string& path, WriteStep step);
/// Flushes one file or folder.
void flush_path(const std::string& path, WriteStep step);

/// Cuts the file to `keep` bytes, appends, and flushes it.
void append_durably(const std::string& path, std::uint64_t keep, std::string_view bytes);

/// Replaces a small file atomically and flushes it and its folder.
void replace_durably(const std::string& path, std::string_view bytes);

/// Makes one folder; it may be there already.
void make_folder(const std::string& path);
/// Makes a folder and those above it.
void make_folders(const std::string& path);

/// Size in bytes; 0 where the file is absent.
std::uint64_t file_size(const std::string& path);

/// Reads `length` bytes from `offset`, fewer at the file's end.
std::string read_range(const std::string& path, std::uint64_t offset, std::uint64_t length);

enum class Links { refuse, follow };
/// Reads a regular file in pieces; throws where it is something else.
void for_each_piece(const std::string& path, Links links, const std::function<void(std::string_view)>& take);

/// SHA-256 of a file, read in pieces.
base::Digest file_digest(const std::string& path);

/// Every file and symbolic link below `root`, as paths relative to it, sorted.
void for_each_file(const std::string& root, const std::function<void(const std::string&)>& visit);

}  // namespace irikteu::archive
