#include "base/disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.hpp"

namespace irikteu::base {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

  private:
    int fd_;
};

[[noreturn]] void fail(ErrorCode code, const std::string& what, const std::string& path) {
    const int reason = errno;
    throw Error(code, what + ": " + std::strerror(reason), {path, 0, 0, {}});
}

/// All the bytes; false, with errno, where they do not fit.
bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

/// Where a path leads: symbolic links are followed one by one, for those of /proc/self/fd are open files and no names.
struct Target {
    std::string path;
    int open_file = -1;  ///< A descriptor of ours that is meant ("/dev/stdout"); -1: none, `path` is what to open.
};

constexpr int kMostLinks = 40;  ///< As Linux follows.

int own_descriptor(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    if (name.empty() || name.size() > 4 || name.find_first_not_of("0123456789") != std::string::npos) return -1;
    std::error_code ignored;
    const bool ours = std::filesystem::equivalent(path.parent_path(), "/proc/self/fd", ignored);
    return ours && !ignored ? std::stoi(name) : -1;
}

Target target_of(const std::string& path) {
    std::filesystem::path at = path;
    for (int links = 0;; ++links) {
        if (const int fd = own_descriptor(at); fd >= 0) return {at.string(), fd};
        std::error_code none;
        const auto next = std::filesystem::read_symlink(at, none);
        if (none) return {at.string(), -1};
        if (links == kMostLinks) {
            errno = ELOOP;
            fail(ErrorCode::environment, "cannot be written", path);
        }
        at = next.is_absolute() ? next : at.parent_path() / next;
    }
}

/// Devices, pipes and what is open already take bytes as they come: there is nothing to rename over.
/// False where the target is a regular file, or is to become one.
bool write_into(const Target& target, const std::string& path, std::string_view bytes) {
    if (target.open_file >= 0) {
        if (!write_all(target.open_file, bytes)) fail(ErrorCode::environment, "cannot be written", path);
        return true;
    }
    struct stat info {};
    if (::stat(target.path.c_str(), &info) != 0 || S_ISREG(info.st_mode)) return false;
    if (S_ISDIR(info.st_mode)) throw Error(ErrorCode::usage, "is a folder: name the file to write", {path, 0, 0, {}});
    if (S_ISBLK(info.st_mode)) throw Error(ErrorCode::usage, "is a whole disk: name a file to write", {path, 0, 0, {}});
    const Descriptor fd(::open(target.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (fd.get() < 0 || !write_all(fd.get(), bytes)) fail(ErrorCode::environment, "cannot be written", path);
    return true;
}

void sync_folder(const std::string& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0) fail(ErrorCode::environment, "cannot open the folder", folder);
    if (::fsync(fd.get()) != 0 && errno != EINVAL && errno != ENOSYS) {
        fail(ErrorCode::environment, "cannot flush the folder", folder);
    }
}

}  // namespace

std::string RealDisk::read(const std::string& path, std::uint64_t max_bytes) const {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
    if (!S_ISREG(info.st_mode) && !S_ISFIFO(info.st_mode)) {
        throw Error(ErrorCode::unreadable_file, "is not a regular file", {path, 0, 0, {}});
    }
    const auto too_large = [&] {
        return Error(ErrorCode::limit_exceeded, "is larger than " + std::to_string(max_bytes) + " bytes", {path, 0, 0, {}});
    };
    std::string bytes;
    if (S_ISREG(info.st_mode)) {
        if (static_cast<std::uint64_t>(info.st_size) > max_bytes) throw too_large();
        bytes.resize(static_cast<std::size_t>(info.st_size));
    } else if (::fcntl(fd.get(), F_SETFL, 0) != 0) {
        fail(ErrorCode::unreadable_file, "cannot be read", path);
    }
    std::size_t used = 0;
    for (;;) {
        if (used == bytes.size()) {
            char probe[4096];
            const ssize_t n = ::read(fd.get(), probe, sizeof probe);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
            if (n == 0) break;
            bytes.append(probe, static_cast<std::size_t>(n));
            used += static_cast<std::size_t>(n);
            if (used > max_bytes) throw too_large();
            continue;
        }
        const ssize_t n = ::read(fd.get(), bytes.data() + used, bytes.size() - used);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
        if (n == 0) break;
        used += static_cast<std::size_t>(n);
    }
    bytes.resize(used);
    return bytes;
}

void RealDisk::write(const std::string& path, std::string_view bytes) {
    if (path.empty()) throw Error(ErrorCode::usage, "the name of the file to write is empty");
    if (path.back() == '/') throw Error(ErrorCode::usage, "is a folder: name the file to write", {path, 0, 0, {}});
    const Target target = target_of(path);
    if (write_into(target, path, bytes)) return;
    const std::string folder = folder_of(target.path);
    make_folders(folder);
    const std::string beside = target.path + ".part-" + std::to_string(::getpid());
    const auto give_up = [&](const char* what) {
        const int reason = errno;
        ::unlink(beside.c_str());
        errno = reason;
        fail(ErrorCode::environment, what, path);
    };
    {
        const Descriptor fd(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
        if (fd.get() < 0) fail(ErrorCode::environment, "cannot be written", path);
        // What is replaced keeps its permissions; where the file system has none to give, it is enough that nobody gets more than before.
        struct stat before {}, now {};
        if (::stat(target.path.c_str(), &before) == 0 && ::fchmod(fd.get(), before.st_mode & 0777) != 0 &&
            (::fstat(fd.get(), &now) != 0 || (now.st_mode & 0777 & ~before.st_mode) != 0)) {
            give_up("cannot be given the permissions that it had");
        }
        if (!write_all(fd.get(), bytes)) give_up("cannot be written");
        if (::fsync(fd.get()) != 0) give_up("cannot be flushed");
    }
    if (::rename(beside.c_str(), target.path.c_str()) != 0) give_up("cannot be put in place");
    sync_folder(folder);
}

bool RealDisk::exists(const std::string& path) const {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0;
}

bool RealDisk::is_folder(const std::string& path) const {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::vector<DirectoryEntry> RealDisk::list(const std::string& folder) const {
    std::error_code reason;
    std::filesystem::directory_iterator it(folder, reason);
    if (reason) throw Error(ErrorCode::unreadable_file, "cannot be listed: " + reason.message(), {folder, 0, 0, {}});
    std::vector<DirectoryEntry> entries;
    for (const auto& item : it) {
        DirectoryEntry entry{item.path().filename().string(), DirectoryEntry::Kind::other, 0};
        if (item.is_symlink(reason)) {
            entry.kind = DirectoryEntry::Kind::other;
        } else if (item.is_directory(reason)) {
            entry.kind = DirectoryEntry::Kind::folder;
        } else if (item.is_regular_file(reason)) {
            entry.kind = DirectoryEntry::Kind::file;
            const auto size = item.file_size(reason);
            entry.size = reason ? 0 : size;
        }
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(),
              [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
    return entries;
}

void RealDisk::make_folders(const std::string& path) {
    std::error_code reason;
    std::filesystem::create_directories(path, reason);
    if (reason) throw Error(ErrorCode::environment, "cannot be made: " + reason.message(), {path, 0, 0, {}});
}

std::string MemoryDisk::read(const std::string& path, std::uint64_t max_bytes) const {
    const auto it = files_.find(path);
    if (it == files_.end()) throw Error(ErrorCode::unreadable_file, "cannot be read: no such file", {path, 0, 0, {}});
    if (it->second.size() > max_bytes) {
        throw Error(ErrorCode::limit_exceeded, "is larger than " + std::to_string(max_bytes) + " bytes", {path, 0, 0, {}});
    }
    return it->second;
}

void MemoryDisk::write(const std::string& path, std::string_view bytes) { files_[path] = std::string(bytes); }

bool MemoryDisk::exists(const std::string& path) const { return files_.contains(path) || is_folder(path); }

bool MemoryDisk::is_folder(const std::string& path) const {
    const auto it = files_.lower_bound(path + '/');
    return it != files_.end() && it->first.starts_with(path + '/');
}

std::vector<DirectoryEntry> MemoryDisk::list(const std::string& folder) const {
    std::map<std::string, DirectoryEntry> found;
    const std::string prefix = folder + '/';
    for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix); ++it) {
        const std::string rest = it->first.substr(prefix.size());
        const auto slash = rest.find('/');
        if (slash == std::string::npos) {
            found[rest] = {rest, DirectoryEntry::Kind::file, it->second.size()};
        } else {
            const std::string name = rest.substr(0, slash);
            found[name] = {name, DirectoryEntry::Kind::folder, 0};
        }
    }
    if (found.empty()) throw Error(ErrorCode::unreadable_file, "cannot be listed: no such folder", {folder, 0, 0, {}});
    std::vector<DirectoryEntry> entries;
    for (auto& [name, entry] : found) entries.push_back(entry);
    return entries;
}

void MemoryDisk::make_folders(const std::string&) {}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string join_path(std::string_view folder, std::string_view name) {
    if (folder.empty()) return std::string(name);
    std::string path(folder);
    if (path.back() != '/') path += '/';
    path += name;
    return path;
}

}  // namespace irikteu::base
