#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "archive/storage.hpp"
#include "archive/verify_log.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using Kind = ArchiveFault::Kind;

namespace {

constexpr const char* kTakeOut = "Find out who put it there and take it out.";
constexpr const char* kLeave = "Leave it as it is and restore the log from a copy: the entry that names it stands there.";
constexpr const char* kCompare = "Compare the log with a copy of it: where its entry stands there restore the log and leave this file as it is, else find out who put it there.";

/// Whether a file below objects/ab bears what the archive calls its files there: the digest's other 62 digits.
bool is_object_name(const std::string& name) { return name.size() == 62 && name.find_first_not_of("0123456789abcdef") == std::string::npos; }

/// The names in a folder, sorted; empty where there is no such folder.
std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
    while (open) {
        const dirent* item = ::readdir(open.get());
        if (!item) break;
        if (std::strcmp(item->d_name, ".") != 0 && std::strcmp(item->d_name, "..") != 0) names.emplace_back(item->d_name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

class ObjectVerifier {
  public:
    ObjectVerifier(FaultList& faults, VerifiedLog log, const VerifyOptions& options) : faults_(faults), options_(options), log_(std::move(log)) {
        std::stable_sort(log_.objects.begin(), log_.objects.end(), [](const KeptObject& a, const KeptObject& b) { return a.digest < b.digest; });
        log_.objects.erase(std::unique(log_.objects.begin(), log_.objects.end(), [](const KeptObject& a, const KeptObject& b) { return a.digest == b.digest; }), log_.objects.end());
    }

    void run() {
        Verification& result = faults_.result();
        result.objects = log_.objects.size();
        for (const KeptObject& object : log_.objects) result.bytes += object.size;
        check_folder("", {"FORMAT", "index.sqlite", "index.sqlite-journal", "lock", "log", "objects", "staging"});
        check_folder("log", {"entries", "head", "tree"});
        check_staging();
        check_fan_out();
    }

  private:
    void check_folder(const std::string& folder, const std::vector<std::string>& known) {
        for (const std::string& name : names_in(folder.empty() ? faults_.folder() : faults_.at(folder))) {
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            const std::string path = folder.empty() ? name : folder + '/' + name;
            if (name.find(".part-") != std::string::npos) {
                faults_.warning(Kind::leftover, path, "Remains of an interrupted write.", "Nothing: the next write removes it.");
            } else {
                faults_.error(Kind::foreign, path, "This does not belong to the archive.", kTakeOut);
            }
        }
    }

    void check_staging() {
        for (const std::string& name : names_in(faults_.at("staging"))) {
            if (name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string::npos) {
                faults_.warning(Kind::leftover, "staging/" + name, "Remains of an interrupted write.", "Nothing: the next write removes it.");
            } else {
                faults_.error(Kind::foreign, "staging/" + name, "This does not belong to the archive.", kTakeOut);
            }
        }
    }

    void check_fan_out() {
        static constexpr char digits[] = "0123456789abcdef";
        std::size_t next = 0;
        std::vector<std::string> known;
        for (int high = 0; high < 256; ++high) {
            const std::string fan{digits[high >> 4], digits[high & 15]};
            const std::size_t begin = next;
            while (next < log_.objects.size() && log_.objects[next].digest.bytes[0] == high) ++next;
            check_one_folder("objects/" + fan, begin, next);
            known.push_back(fan);
        }
        check_folder("objects", known);
    }

    /// Merges the folder's names with the objects begin…end, which are sorted likewise.
    void check_one_folder(const std::string& folder, std::size_t begin, std::size_t end) {
        const std::vector<std::string> names = names_in(faults_.at(folder));
        if (names.empty() && begin == end) return;
        const Descriptor open(::open(faults_.at(folder).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        auto name = names.begin();
        for (std::size_t i = begin; i < end; ++i) {
            const KeptObject& object = log_.objects[i];
            const std::string wanted = object.digest.hex().substr(2);
            for (; name != names.end() && *name < wanted; ++name) check_stranger(folder, *name);
            if (name == names.end() || *name != wanted) {
                fault(Kind::missing, object, "The archived file is gone.");
            } else {
                check_object(open.fd, wanted, object);
                ++name;
            }
            done_ += object.size;
            if (options_.progress) options_.progress(done_, faults_.result().bytes);
        }
        for (; name != names.end(); ++name) check_stranger(folder, *name);
    }

    void fault(Kind kind, const KeptObject& object, const std::string& what) {
        const Entry entry = entry_at_offset(faults_.folder(), object.record);
        faults_.error(kind, object_path(object.digest), what, kRestore, &entry);
    }

    void check_object(int folder, const std::string& name, const KeptObject& object) {
        struct stat info {};
        if (folder < 0 || ::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
            fault(Kind::missing, object, "The archived file cannot be reached: " + std::string(std::strerror(errno)) + '.');
        } else if (!S_ISREG(info.st_mode)) {
            fault(Kind::changed, object, "Something that is no file stands in the archived file's place.");
        } else if (static_cast<std::uint64_t>(info.st_size) < object.size) {
            fault(Kind::truncated, object, "The archived file is shorter than it was.");
        } else if (static_cast<std::uint64_t>(info.st_size) > object.size) {
            fault(Kind::changed, object, "The archived file is longer than it was.");
        } else if (options_.depth == VerifyOptions::Depth::full) {
            read_object(folder, name, object);
        } else {
            count_sound(object);
        }
    }

    void count_sound(const KeptObject& object) {
        ++faults_.result().sound_objects;
        faults_.result().sound_bytes += object.size;
    }

    void read_object(int folder, const std::string& name, const KeptObject& object) {
        const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        ssize_t got = file.fd < 0 ? -1 : 1;
        while (got > 0) {
            got = ::read(file.fd, piece_.data(), piece_.size());
            if (got < 0 && errno == EINTR) got = 1;
            else if (got > 0) hash_.update({piece_.data(), static_cast<std::size_t>(got)});
        }
        const std::string reason = got < 0 ? std::strerror(errno) : "";
        const bool same = hash_.finish() == object.digest;
        if (got < 0) fault(Kind::missing, object, "The archived file cannot be read: " + reason + '.');
        else if (!same) fault(Kind::changed, object, "The archived file's bytes have changed.");
        else count_sound(object);
    }

    /// A file among the objects that no acknowledged entry names. Where the log lacks entries, it may be what they named, though its bytes have changed.
    void check_stranger(const std::string& folder, const std::string& name) {
        const std::string path = folder + '/' + name;
        const char* remedy = kTakeOut;
        std::string why = "This file does not belong to the archive.";
        Kind kind = Kind::foreign;
        try {
            const base::Digest digest = file_digest(faults_.at(path));
            if (object_path(digest) == path) {
                if (std::binary_search(log_.unacknowledged.begin(), log_.unacknowledged.end(), digest)) {
                    faults_.warning(Kind::leftover, path, "Part of an interrupted write.", "Nothing: the next write completes it or removes it.");
                    return;
                }
                kind = Kind::rolled_back;
                remedy = kCompare;
                why = "No entry names this file, though it is named as the archive names files: its entry was taken out of the log, or somebody put the file there.";
            } else if (std::binary_search(log_.objects.begin(), log_.objects.end(), KeptObject{digest, 0, 0}, [](const KeptObject& a, const KeptObject& b) { return a.digest < b.digest; })) {
                why = "This is a copy of an archived file under another name.";
            }
        } catch (const Error&) {
            why = "This does not belong to the archive and cannot be read.";
        }
        if (!log_.complete && is_object_name(name)) {
            kind = Kind::unnamed;
            why = "No entry names this file: the log lacks entries, or holds other ones.";
            remedy = kLeave;
        }
        faults_.error(kind, path, why, remedy);
    }

    FaultList& faults_;
    const VerifyOptions& options_;
    VerifiedLog log_;
    std::uint64_t done_ = 0;
    base::Sha256 hash_;
    std::vector<char> piece_ = std::vector<char>(1u << 18);
};

}  // namespace

void verify_objects(FaultList& faults, VerifiedLog log, const VerifyOptions& options) { ObjectVerifier(faults, std::move(log), options).run(); }

}  // namespace irikteu::archive
