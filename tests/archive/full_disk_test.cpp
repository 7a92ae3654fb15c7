// A disk that is really full: a small tmpfs where this machine lets a test mount one, and everywhere a limit on how long a file may get.
// The disk that fails at a chosen write is in faults_test.cpp.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>

#include "archive/archive.hpp"
#include "archive/verify.hpp"
#include "base/error.hpp"
#include "scratch.hpp"

namespace irikteu::archive {

namespace fs = std::filesystem;

namespace {

NewEntry paper(int n) {
    const std::string name = std::to_string(n);
    return {"document", name + ".pdf", "application/pdf", "2015-10-09T10:00:00+06:00", "key-" + name, {{"Applicant", "«Тоқыма» ЖШС"}},
            name + ':' + std::string(static_cast<std::size_t>(n * 7919 % 9000), 'x'), "S"};
}

/// Adds two at a time until the disk takes no more; how many were acknowledged. Throws std::runtime_error where the failure is not told as one of the environment.
int fill(const std::string& folder, int from) {
    int acknowledged = from;
    try {
        Archive archive = Archive::open_or_create(folder);
        for (; acknowledged < 10'000; acknowledged += 2) archive.add({paper(acknowledged + 1), paper(acknowledged + 2)});
    } catch (const base::Error& error) {
        if (error.exit_status() != 4) throw std::runtime_error(std::string("not told as a full disk: ") + error.what());
        return acknowledged;
    }
    throw std::runtime_error("the disk did not get full");
}

void require(bool holds, const std::string& what) {
    if (!holds) throw std::runtime_error(what);
}

/// Sound, and everything acknowledged is there with its bytes.
void require_kept(const std::string& folder, int acknowledged) {
    if (acknowledged == 0 && !fs::exists(folder + "/FORMAT")) return;
    const Verification found = verify(folder);
    require(found.sound(), "unsound: " + (found.faults.empty() ? "" : found.faults[0].path + ": " + found.faults[0].what));
    Archive archive = Archive::open(folder);
    require(static_cast<int>(archive.size()) >= acknowledged, "lost: " + std::to_string(archive.size()) + " of " + std::to_string(acknowledged));
    for (int n = 1; n <= acknowledged; ++n) require(archive.read(*archive.by_number(n)) == paper(n).bytes, "entry " + std::to_string(n) + " has other bytes");
}

void require_usable_again(const std::string& folder, int acknowledged) {
    Archive archive = Archive::open_or_create(folder);
    const int next = static_cast<int>(archive.size()) + 1;
    archive.add({paper(next)});
    require(archive.last_registered("S") == next, "a gap in the register");
    const Verification found = verify(folder);
    require(found.faults.empty(), "not put right: " + (found.faults.empty() ? "" : found.faults[0].path + ": " + found.faults[0].what));
    require_kept(folder, acknowledged);
}

/// Runs `work` in a child, for what it changes is the process's own; what it says in the end, empty where all is well.
std::string in_a_child(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe(ends) != 0) return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        std::string said;
        try {
            said = work();
        } catch (const std::exception& error) {
            said = error.what();
        }
        static_cast<void>(!::write(ends[1], said.data(), said.size()));
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string said;
    for (char c = 0; ::read(ends[0], &c, 1) == 1;) said += c;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 ? said : "the child ended with status " + std::to_string(status);
}

void write_line(const char* path, const std::string& line) {
    std::ofstream(path) << line;
}

/// Mounts a tmpfs that only this process sees; false where the machine forbids it.
bool mount_small(const std::string& folder, int kilobytes) {
    const auto user = std::to_string(::geteuid()), group = std::to_string(::getegid());
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
        write_line("/proc/self/setgroups", "deny");
        write_line("/proc/self/uid_map", "0 " + user + " 1");
        write_line("/proc/self/gid_map", "0 " + group + " 1");
    }
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
    return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, ("size=" + std::to_string(kilobytes) + "k").c_str()) == 0;
}

constexpr const char* kForbidden = "forbidden";

}  // namespace

TEST(FullDisk, OfASmallFileSystemLosesNothing) {
    const std::string folder = archive_test::scratch("full-disk");
    fs::create_directories(folder);
    int tried = 0;
    for (int kilobytes = 20; kilobytes <= 420; kilobytes += 28) {
        const std::string said = in_a_child([&]() -> std::string {
            if (!mount_small(folder, kilobytes)) return kForbidden;
            const std::string archive = folder + "/archive";
            const int acknowledged = fill(archive, 0);
            require_kept(archive, acknowledged);
            const int more = fill(archive, acknowledged);  // once more against the full disk
            require_kept(archive, more);
            require(::mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT, "size=8m") == 0, std::string("cannot be made larger: ") + std::strerror(errno));
            require_usable_again(archive, more);
            return {};
        });
        if (said == kForbidden) {
            std::cout << "NOT RUN: this machine lets no test mount a tmpfs (neither as root nor in a user name space). What a full disk does was seen by "
                         "FullDisk.OfALimitedFileSizeLosesNothing and Faults.AFailingDiskAtEveryWriteLosesNothing alone.\n";
            break;
        }
        EXPECT_EQ(said, "") << kilobytes << " KB";
        ++tried;
    }
    RecordProperty("file_systems_filled", tried);
    fs::remove_all(folder);
}

TEST(FullDisk, OfALimitedFileSizeLosesNothing) {
    for (rlim_t bytes = 512; bytes < 200'000; bytes = bytes * 5 / 3) {
        const std::string folder = archive_test::scratch("limited");
        fs::create_directories(folder);
        const std::string archive = folder + "/archive";
        const std::string said = in_a_child([&]() -> std::string {
            std::signal(SIGXFSZ, SIG_IGN);  // Then a write beyond the limit fails with EFBIG, after as much of it as fits.
            rlimit old{};
            ::getrlimit(RLIMIT_FSIZE, &old);
            const rlimit limit{bytes, old.rlim_max};
            require(::setrlimit(RLIMIT_FSIZE, &limit) == 0, "no limit");
            const int acknowledged = fill(archive, 0);
            require_kept(archive, acknowledged);
            require(::setrlimit(RLIMIT_FSIZE, &old) == 0, "no end of the limit");
            require_usable_again(archive, acknowledged);
            return {};
        });
        EXPECT_EQ(said, "") << bytes << " bytes";
        fs::remove_all(folder);
    }
}

}  // namespace irikteu::archive
