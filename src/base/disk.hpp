#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::base {

/// One entry of a folder.
struct DirectoryEntry {
    enum class Kind { file, folder, other };  ///< other: symbolic links, devices, sockets; never followed.
    std::string name;                         ///< Without the folder's path.
    Kind kind = Kind::file;
    std::uint64_t size = 0;  ///< In bytes; 0 for folders.
};

/// All access to files goes through this seam. Paths are UTF-8. Failures are Errors that name the path:
/// unreadable_file on reading, environment on writing.
class Disk {
  public:
    virtual ~Disk() = default;
    /// The whole file; limit_exceeded where it has more than `max_bytes`. "-" is not special.
    virtual std::string read(const std::string& path, std::uint64_t max_bytes) const = 0;
    /// Beside the target, flushed, renamed: a reader sees the old bytes or all the new. Makes absent folders. Links are followed and stay;
    /// devices, pipes and /dev/fd/N are written into. Error(usage) where the path is empty, a folder or a block device.
    virtual void write(const std::string& path, std::string_view bytes) = 0;
    virtual bool exists(const std::string& path) const = 0;
    virtual bool is_folder(const std::string& path) const = 0;
    /// The entries, sorted by name's bytes, without "." and "..".
    virtual std::vector<DirectoryEntry> list(const std::string& folder) const = 0;
    virtual void make_folders(const std::string& path) = 0;
};

/// The computer's file system.
class RealDisk final : public Disk {
  public:
    std::string read(const std::string& path, std::uint64_t max_bytes) const override;
    void write(const std::string& path, std::string_view bytes) override;
    bool exists(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::vector<DirectoryEntry> list(const std::string& folder) const override;
    void make_folders(const std::string& path) override;
};

/// Files in memory, for tests.
class MemoryDisk final : public Disk {
  public:
    std::string read(const std::string& path, std::uint64_t max_bytes) const override;
    void write(const std::string& path, std::string_view bytes) override;
    bool exists(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::vector<DirectoryEntry> list(const std::string& folder) const override;
    void make_folders(const std::string& path) override;

  private:
    std::map<std::string, std::string> files_;
};

/// "a/b" from "a" and "b"; "b" alone where "a" is empty.
std::string join_path(std::string_view folder, std::string_view name);
/// The folder that a file is in: "." where its path has none.
std::string folder_of(const std::string& path);

}  // namespace irikteu::base
