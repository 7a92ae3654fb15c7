#include "archive/storage.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "archive/failpoint.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

Descriptor::~Descriptor() {
    if (fd >= 0) ::close(fd);
}

void fail(ErrorCode code, const char* what, const std::string& path) {
    const int reason = errno;
    throw Error(code, std::string(what) + ": " + std::strerror(reason), {path, 0, 0, {}});
}

namespace {

void write_piece(int fd, std::string_view bytes, WriteStep step, const std::string& path) {
    if (!passes(step)) fail(ErrorCode::environment, "cannot be written", path);
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(ErrorCode::environment, "cannot be written", path);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

void flush(int fd, WriteStep step, const std::string& path) {
    if (!passes(step) || ::fsync(fd) != 0) fail(ErrorCode::environment, "cannot be flushed", path);
}

std::string beside(const std::string& path) { return path + ".part-" + std::to_string(::getpid()); }

/// Removes the half-written neighbour unless it was put in place.
struct Unfinished {
    std::string path;
    bool in_place = false;
    ~Unfinished() {
        if (!in_place) ::unlink(path.c_str());
    }
};

}  // namespace

void write_all(int fd, std::string_view bytes, WriteStep step, const std::string& path) {
    const std::size_t half = is_watched() ? bytes.size() / 2 : 0;
    if (half > 0) write_piece(fd, bytes.substr(0, half), step, path);
    write_piece(fd, bytes.substr(half), step, path);
}

void make_folder(const std::string& path) {
    if (!passes(WriteStep::make_folder) || (::mkdir(path.c_str(), 0755) != 0 && errno != EEXIST)) {
        fail(ErrorCode::environment, "cannot be made", path);
    }
}

void flush_path(const std::string& path, WriteStep step) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.fd < 0) fail(ErrorCode::environment, "cannot be opened", path);
    flush(file.fd, step, path);
}

Lock::Lock(const std::string& path, Mode mode) {
    const bool exclusive = mode == Mode::exclusive;
    fd_ = ::open(path.c_str(), exclusive ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0644);
    if (fd_ < 0) {
        if (!exclusive) return;  // a read-only medium: nobody can write there either
        fail(ErrorCode::environment, "cannot be locked", path);
    }
    while (::flock(fd_, exclusive ? LOCK_EX : LOCK_SH) != 0) {
        if (errno != EINTR) fail(ErrorCode::environment, "cannot be locked", path);
    }
}

Lock::~Lock() {
    if (fd_ >= 0) ::close(fd_);
}

std::string object_path(const base::Digest& digest) {
    const std::string hex = digest.hex();
    return "objects/" + hex.substr(0, 2) + '/' + hex.substr(2);
}

void flush_file_system(const std::string& path, WriteStep step) {
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.fd < 0) fail(ErrorCode::environment, "cannot be opened", path);
    if (!passes(step) || ::syncfs(folder.fd) != 0) fail(ErrorCode::environment, "cannot be flushed", path);
}

void append_durably(const std::string& path, std::uint64_t keep, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (file.fd < 0) fail(ErrorCode::environment, "cannot be written", path);
    struct stat info {};
    if (::fstat(file.fd, &info) != 0) fail(ErrorCode::environment, "cannot be written", path);
    if (static_cast<std::uint64_t>(info.st_size) < keep) {
        throw Error(ErrorCode::damaged_archive, "is shorter than the head says; run archive verify", {path, 0, 0, {}});
    }
    if (!passes(WriteStep::cut_log) || ::ftruncate(file.fd, static_cast<off_t>(keep)) != 0) fail(ErrorCode::environment, "cannot be cut", path);
    if (::lseek(file.fd, static_cast<off_t>(keep), SEEK_SET) < 0) fail(ErrorCode::environment, "cannot be written", path);
    write_all(file.fd, bytes, WriteStep::write_log, path);
    flush(file.fd, WriteStep::flush_log, path);
}

void replace_durably(const std::string& path, std::string_view bytes) {
    Unfinished part{beside(path)};
    {
        const bool may = passes(WriteStep::create_head);
        const Descriptor file(may ? ::open(part.path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644) : -1);
        if (file.fd < 0) fail(ErrorCode::environment, "cannot be written", path);
        write_all(file.fd, bytes, WriteStep::write_head, path);
        flush(file.fd, WriteStep::flush_head, path);
    }
    if (!passes(WriteStep::rename_head) || ::rename(part.path.c_str(), path.c_str()) != 0) {
        fail(ErrorCode::environment, "cannot be put in place", path);
    }
    part.in_place = true;
    const Descriptor folder(::open(path.substr(0, path.rfind('/')).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.fd < 0) fail(ErrorCode::environment, "cannot be opened", path);
    flush(folder.fd, WriteStep::flush_folder, path);
}

void make_folders(const std::string& path) {
    std::error_code reason;
    if (!passes(WriteStep::make_folder)) fail(ErrorCode::environment, "cannot be made", path);
    fs::create_directories(path, reason);
    if (reason) throw Error(ErrorCode::environment, "cannot be made: " + reason.message(), {path, 0, 0, {}});
}

std::uint64_t file_size(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_size) : 0;
}

std::string read_range(const std::string& path, std::uint64_t offset, std::uint64_t length) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.fd < 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
    std::string bytes(std::min(length, file_size(path) - std::min(offset, file_size(path))), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n =
            ::pread(file.fd, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
        if (n == 0) break;
        done += static_cast<std::size_t>(n);
    }
    bytes.resize(done);
    return bytes;
}

void for_each_piece(const std::string& path, Links links, const std::function<void(std::string_view)>& take) {
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == Links::refuse ? O_NOFOLLOW : 0);
    const Descriptor file(::open(path.c_str(), flags));
    struct stat info {};
    if (file.fd < 0 || ::fstat(file.fd, &info) != 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
    if (!S_ISREG(info.st_mode)) throw Error(ErrorCode::unreadable_file, "is not a regular file", {path, 0, 0, {}});
    static thread_local std::vector<char> piece(1u << 18);
    for (;;) {
        const ssize_t n = ::read(file.fd, piece.data(), piece.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(ErrorCode::unreadable_file, "cannot be read", path);
        if (n == 0) return;
        take({piece.data(), static_cast<std::size_t>(n)});
    }
}

base::Digest file_digest(const std::string& path) {
    static thread_local base::Sha256 hash;
    hash = base::Sha256();
    for_each_piece(path, Links::refuse, [](std::string_view piece) { hash.update(piece); });
    return hash.finish();
}

void for_each_file(const std::string& root, const std::function<void(const std::string&)>& visit) {
    std::vector<std::string> paths;
    std::error_code reason;
    fs::recursive_directory_iterator it(root, reason);
    for (; !reason && it != fs::recursive_directory_iterator(); it.increment(reason)) {
        if (it->is_symlink() || !it->is_directory()) paths.push_back(it->path().string().substr(root.size() + 1));
    }
    if (reason) throw Error(ErrorCode::unreadable_file, "cannot be listed: " + reason.message(), {root, 0, 0, {}});
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) visit(path);
}

}  // namespace irikteu::archive
