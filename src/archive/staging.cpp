#include "archive/staging.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "archive/failpoint.hpp"
#include "archive/storage.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

/// Up to so many objects each is flushed by itself; beyond, the file system as a whole.
constexpr std::size_t kFewObjects = 24;

std::string staged(const std::string& root, const std::string& name) { return root + "/staging/" + name; }
std::string installed(const std::string& root, const std::string& name) {
    return root + "/objects/" + name.substr(0, 2) + '/' + name.substr(2);
}

}  // namespace

bool has_object(const std::string& root, const base::Digest& digest, std::uint64_t size) {
    const std::string path = root + '/' + object_path(digest);
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) return false;
    if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) == size && file_digest(path) == digest) return true;
    throw Error(ErrorCode::damaged_archive, "holds other bytes than its name says; run archive verify", {path, 0, 0, {}});
}

Staging::~Staging() {
    if (kept_) return;
    for (const std::string& name : names_) ::unlink(staged(root_, name).c_str());
}

void Staging::put(const base::Digest& digest, std::string_view bytes) {
    const std::string name = digest.hex();
    if (names_.contains(name) || has_object(root_, digest, bytes.size())) return;
    names_.insert(name);
    const std::string path = staged(root_, name);
    const bool may = passes(WriteStep::create_object);
    const Descriptor file(may ? ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0444) : -1);
    if (file.fd < 0) fail(ErrorCode::environment, "cannot be written", path);
    write_all(file.fd, bytes, WriteStep::write_object, path);
}

bool Staging::take_up(const base::Digest& digest, std::uint64_t size) {
    const std::string name = digest.hex();
    const std::string path = staged(root_, name);
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || static_cast<std::uint64_t>(info.st_size) != size) return false;
    if (file_digest(path) != digest) return false;
    names_.insert(name);
    kept_ = true;
    return true;
}

void Staging::flush() {
    if (names_.empty()) return;
    if (names_.size() > kFewObjects) {
        flush_file_system(root_, WriteStep::flush_object);
    } else {
        for (const std::string& name : names_) flush_path(staged(root_, name), WriteStep::flush_object);
        flush_path(root_ + "/staging", WriteStep::flush_staging);
    }
}

void Staging::install() {
    kept_ = true;
    if (names_.empty()) return;
    std::set<std::string> folders;
    for (const std::string& name : names_) {
        const std::string path = installed(root_, name);
        const std::string folder = path.substr(0, path.rfind('/'));
        if (folders.insert(folder).second && !fs::exists(folder)) {
            make_folder(folder);
            folders.insert(root_ + "/objects");
        }
        if (!passes(WriteStep::rename_object) || ::rename(staged(root_, name).c_str(), path.c_str()) != 0) {
            fail(ErrorCode::environment, "cannot be put in place", path);
        }
    }
    if (folders.size() > kFewObjects) {
        flush_file_system(root_, WriteStep::flush_objects);
    } else {
        for (const std::string& folder : folders) flush_path(folder, WriteStep::flush_objects);
    }
}

void Staging::undo() {
    for (const std::string& name : names_) {
        if (!passes(WriteStep::remove_object)) fail(ErrorCode::environment, "cannot be removed", name);
        ::unlink(installed(root_, name).c_str());
        ::unlink(staged(root_, name).c_str());
    }
}

void clear_staging(const std::string& root) {
    std::error_code reason;
    for (fs::directory_iterator it(root + "/staging", reason), end; !reason && it != end; it.increment(reason)) {
        if (!passes(WriteStep::remove_object)) fail(ErrorCode::environment, "cannot be removed", it->path().string());
        std::error_code ignored;
        fs::remove(it->path(), ignored);
    }
}

}  // namespace irikteu::archive
