// What the archive promises when the program is stopped, the disk fails or somebody meddles: nothing acknowledged is lost, nothing damaged goes unnoticed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <thread>

#include "archive/archive.hpp"
#include "archive/failpoint.hpp"
#include "archive/storage.hpp"
#include "archive/tree.hpp"
#include "archive/verify.hpp"
#include "base/error.hpp"
#include "scratch.hpp"

namespace irikteu::archive {

namespace fs = std::filesystem;
using Kind = ArchiveFault::Kind;

namespace {

/// Removed when the next test asks for one.
std::string scratch() {
    static std::string last;
    if (!last.empty()) fs::remove_all(last);
    const auto info = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::string path = archive_test::scratch(std::string(info->test_suite_name()) + '-' + info->name());
    return last = path;
}

NewEntry paper(const std::string& name, const std::string& bytes, const std::string& key = {}, const std::string& series = {}) {
    return {"document", name, "application/pdf", "2015-10-09T10:00:00+06:00", key, {{"Applicant", "«Тоқыма» ЖШС"}}, bytes, series};
}

int steps_left = 0;
int failing_with = 0;  ///< 0: the process dies at the step.

int at_step(WriteStep) {
    if (--steps_left != 0) return 0;
    if (failing_with == 0) ::kill(::getpid(), SIGKILL);
    return failing_with;
}

/// Runs `work` in a child that is killed at the n-th step of writing; true where it lived to its end. What it tells before goes to `told`.
bool killed_at(int step, const std::function<void(int told)>& work, std::string& told) {
    int pipe[2];
    EXPECT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        steps_left = step;
        failing_with = 0;
        set_failpoint(at_step);
        work(pipe[1]);
        ::_exit(0);
    }
    ::close(pipe[1]);
    told.clear();
    for (char c = 0; ::read(pipe[0], &c, 1) == 1;) told += c;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status);
}

void tell(int fd, char what) { EXPECT_EQ(::write(fd, &what, 1), 1); }

/// Two batches, the first told of before the second begins.
void write_two_batches(const std::string& folder, int told) {
    Archive archive = Archive::open_or_create(folder);
    tell(told, 'o');
    archive.add({paper("a.pdf", "бір", "k1", "S"), paper("b.pdf", "екі", "k2", "S")});
    tell(told, '1');
    archive.add({paper("c.pdf", "үш", "k3", "S"), paper("d.pdf", std::string(5000, 'x'), "k4")});
    tell(told, '2');
}

/// What must hold after any stop: everything told of is there, whole; the archive is sound before and after the next write; numbers have no gaps.
void expect_kept(const std::string& folder, const std::string& told, const std::string& where) {
    if (told.empty() && !fs::exists(folder + "/log")) return;
    if (fs::exists(folder + "/FORMAT")) {
        const Verification before = verify(folder);
        EXPECT_TRUE(before.sound()) << where << ": " << (before.faults.empty() ? "" : before.faults[0].path + ' ' + before.faults[0].what);
    }
    Archive archive = Archive::open_or_create(folder);
    const std::size_t least = told.ends_with('2') ? 4 : told.ends_with('1') ? 2 : 0;
    EXPECT_GE(archive.size(), least) << where;
    archive.add({paper("a.pdf", "бір", "k1", "S"), paper("b.pdf", "екі", "k2", "S"), paper("c.pdf", "үш", "k3", "S"), paper("d.pdf", std::string(5000, 'x'), "k4")});
    EXPECT_EQ(archive.size(), 4u) << where;
    EXPECT_EQ(archive.last_registered("S"), 3) << where;
    const char* bytes[] = {"бір", "екі", "үш"};
    for (std::int64_t number = 1; number <= 3; ++number) {
        const auto entry = archive.by_number(number);
        ASSERT_TRUE(entry) << where;
        EXPECT_EQ(archive.read(*entry), bytes[number - 1]) << where;
        EXPECT_EQ(entry->registered(), number) << where;
    }
    const Verification after = verify(folder);
    EXPECT_TRUE(after.faults.empty()) << where << ": " << (after.faults.empty() ? "" : after.faults[0].path + ' ' + after.faults[0].what);
}

void flip(const std::string& path, std::uint64_t at, int bit) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte ^ (1 << bit)));
}

std::vector<std::pair<Kind, std::string>> errors(const std::string& folder, const VerifyOptions& options = {}) {
    std::vector<std::pair<Kind, std::string>> found;
    for (const ArchiveFault& fault : verify(folder, options).faults) {
        EXPECT_FALSE(fault.what.empty() || fault.remedy.empty());
        if (fault.severity == ArchiveFault::Severity::error) found.emplace_back(fault.kind, fault.path);
    }
    return found;
}

Archive filled(const std::string& folder) {
    Archive archive = Archive::open_or_create(folder);
    archive.add({paper("a.pdf", "бір", "k1", "S"), paper("b.pdf", "екі", "k2")});
    archive.add({paper("c.pdf", "үш", "k3", "S")});
    return archive;
}

}  // namespace

TEST(Faults, KilledAtEveryWriteTheArchiveKeepsWhatItAcknowledged) {
    const std::string folder = scratch();
    std::string told;
    int step = 1;
    for (bool lived = false; !lived; ++step) {
        fs::remove_all(folder);
        lived = killed_at(step, [&](int fd) { write_two_batches(folder, fd); }, told);
        expect_kept(folder, told, "step " + std::to_string(step));
    }
    EXPECT_GT(step, 60);  // or the failpoints are not passed
}

TEST(Faults, KilledWhilePuttingRightWhatAKillLeft) {
    const std::string folder = scratch(), left = folder + "-left";
    std::string told, second;
    for (int step = 1; !killed_at(step, [&](int fd) { write_two_batches(folder, fd); }, told); step += 9) {
        fs::remove_all(left);
        fs::copy(folder, left, fs::copy_options::recursive);
        bool lived = false;
        for (int again = 1; !lived; again += 4) {
            fs::remove_all(folder);
            fs::copy(left, folder, fs::copy_options::recursive);
            lived = killed_at(again, [&](int) { Archive::open_or_create(folder); }, second);
            expect_kept(folder, told, "step " + std::to_string(step) + " and " + std::to_string(again));
        }
        fs::remove_all(folder);
    }
    fs::remove_all(left);
}

TEST(Faults, AFailingDiskAtEveryWriteLosesNothing) {
    for (const int reason : {ENOSPC, EIO}) {
        const std::string folder = scratch();
        bool failed = true;
        for (int step = 1; failed; ++step) {
            fs::remove_all(folder);
            failed = false;
            failing_with = reason;
            std::string told;
            const std::string where = "step " + std::to_string(step);
            try {
                steps_left = step;
                set_failpoint(at_step);
                Archive archive = Archive::open_or_create(folder);
                archive.add({paper("a.pdf", "бір", "k1", "S"), paper("b.pdf", "екі", "k2", "S")});
                told = "1";
                archive.add({paper("c.pdf", "үш", "k3", "S"), paper("d.pdf", std::string(5000, 'x'), "k4")});
                told = "2";
            } catch (const base::Error& error) {
                failed = true;
                EXPECT_EQ(error.exit_status(), 4) << where << ": " << error.what();
            }
            if (steps_left <= 0) failed = true;  // a step whose failure does no harm
            set_failpoint(nullptr);
            expect_kept(folder, told, where);
        }
    }
}

TEST(Faults, EveryFlippedBitIsNoticed) {
    // Each bit of the small files; of the index each byte, or, where IRIKTEU_EVERY_BYTE is not set, one in 23, so that it takes seconds.
    const std::string folder = scratch();
    filled(folder);
    std::vector<std::string> paths;
    for_each_file(folder, [&](const std::string& path) { paths.push_back(path); });
    const bool all = std::getenv("IRIKTEU_EVERY_BYTE") != nullptr;
    std::uint64_t flips = 0, noticed = 0;
    for (const std::string& path : paths) {
        const std::string whole = folder + '/' + path;
        fs::permissions(whole, fs::perms::owner_all);
        const bool index = path == "index.sqlite";
        for (std::uint64_t at = 0; at < file_size(whole); at += index && !all ? 23 : 1) {
            for (int bit = index ? static_cast<int>(at % 8) : 0; bit < (index ? static_cast<int>(at % 8) + 1 : 8); ++bit) {
                flip(whole, at, bit);
                ++flips;
                const bool sound = verify(folder).sound();
                noticed += !sound;
                EXPECT_FALSE(sound) << path << " byte " << at << " bit " << bit;
                flip(whole, at, bit);
            }
        }
    }
    EXPECT_EQ(noticed, flips);
    EXPECT_GT(flips, 5000u);
    EXPECT_TRUE(verify(folder).faults.empty());
    RecordProperty("flips", std::to_string(flips));
}

TEST(Faults, EveryCutTailIsNoticed) {
    const std::string folder = scratch(), copy = folder + "-copy";
    filled(folder);
    std::vector<std::string> paths;
    for_each_file(folder, [&](const std::string& path) { paths.push_back(path); });
    for (const std::string& path : paths) {
        const std::uint64_t size = file_size(folder + '/' + path);
        for (std::uint64_t keep = 0; keep < size; keep += path == "index.sqlite" ? 1021 : 1) {
            fs::remove_all(copy);
            fs::copy(folder, copy, fs::copy_options::recursive);
            fs::permissions(copy + '/' + path, fs::perms::owner_all);
            fs::resize_file(copy + '/' + path, keep);
            EXPECT_FALSE(verify(copy).faults.empty()) << path << " cut to " << keep;
        }
    }
    fs::remove_all(copy);
}

TEST(Faults, EveryDeletedOrDuplicatedFileIsNoticed) {
    const std::string folder = scratch(), copy = folder + "-copy";
    filled(folder);
    std::vector<std::string> paths;
    for_each_file(folder, [&](const std::string& path) { paths.push_back(path); });
    for (const std::string& path : paths) {
        if (path == "lock") continue;  // empty, and made again
        fs::remove_all(copy);
        fs::copy(folder, copy, fs::copy_options::recursive);
        fs::remove(copy + '/' + path);
        EXPECT_FALSE(verify(copy).faults.empty()) << path << " deleted";
        fs::copy_file(folder + '/' + path, copy + '/' + path);
        EXPECT_TRUE(verify(copy).faults.empty()) << path;
        fs::copy_file(folder + '/' + path, copy + '/' + path + "~");
        EXPECT_THAT(errors(copy), ::testing::ElementsAre(::testing::Pair(Kind::foreign, path + "~")));
    }
    fs::create_directories(copy + "/objects/zz");
    EXPECT_THAT(errors(copy), ::testing::Contains(::testing::Pair(Kind::foreign, "objects/zz")));
    fs::remove_all(copy);
}

TEST(Faults, ARolledBackHeadLogOrIndexIsTold) {
    const std::string folder = scratch(), old = folder + "-old", copy = folder + "-copy";
    {
        Archive archive = filled(folder);
        fs::remove_all(old);
        fs::copy(folder, old, fs::copy_options::recursive);
        archive.add({paper("d.pdf", "төрт", "k4", "S")});
    }
    const auto with_old = [&](std::vector<std::string> names) {
        fs::remove_all(copy);
        fs::copy(folder, copy, fs::copy_options::recursive);
        for (const std::string& name : names) fs::copy_file(old + '/' + name, copy + '/' + name, fs::copy_options::overwrite_existing);
        std::vector<Kind> kinds;
        for (const ArchiveFault& fault : verify(copy).faults) kinds.push_back(fault.kind);
        return kinds;
    };
    EXPECT_THAT(with_old({"log/head"}), ::testing::Contains(Kind::rolled_back));
    EXPECT_EQ(Archive::open_or_create(copy).size(), 4u) << "an old head over a whole log is put right";
    EXPECT_THAT(with_old({"log/head", "log/entries", "log/tree"}), ::testing::Contains(Kind::rolled_back));
    EXPECT_THROW(Archive::open_or_create(copy), base::Error);
    EXPECT_THAT(with_old({"log/entries"}), ::testing::Contains(Kind::truncated));
    EXPECT_THROW(Archive::open_or_create(copy), base::Error);
    EXPECT_THAT(with_old({"log/tree"}), ::testing::Contains(Kind::truncated));
    EXPECT_THAT(with_old({"index.sqlite"}), ::testing::ElementsAre(Kind::rolled_back));
    EXPECT_EQ(Archive::open_or_create(copy).by_key("k4")->number, 4);
    // All together: only the object that no entry names tells of it, and a head known from outside.
    EXPECT_THAT(with_old({"log/head", "log/entries", "log/tree", "index.sqlite"}), ::testing::ElementsAre(Kind::rolled_back));
    fs::remove_all(copy);
    fs::copy(old, copy, fs::copy_options::recursive);
    EXPECT_TRUE(verify(copy).faults.empty());
    const Archive now = Archive::open(folder);
    VerifyOptions options;
    options.known = {{now.size(), now.root(), "the protocol"}};
    EXPECT_THAT(errors(copy, options), ::testing::Contains(::testing::Field(&std::pair<Kind, std::string>::first, Kind::rolled_back)));
    EXPECT_TRUE(errors(folder, options).empty());
    fs::remove_all(copy);
    fs::remove_all(old);
}

TEST(Faults, ARewrittenHistoryIsToldByTheHeadsThatEntriesCite) {
    const std::string folder = scratch();
    Archive archive = filled(folder);
    NewEntry protocol = paper("protocol.pdf", "хаттама", "p");
    protocol.labels.emplace_back("Head", to_string(KnownHead{archive.size(), archive.root(), {}}));
    archive.add({protocol});
    EXPECT_TRUE(verify(folder).faults.empty());
    EXPECT_EQ(verify(folder).heads, 1u);
    const std::string forged = folder + "-forged";
    fs::remove_all(forged);
    Archive other = Archive::open_or_create(forged);
    other.add({paper("a.pdf", "бір!", "k1", "S"), paper("b.pdf", "екі", "k2"), paper("c.pdf", "үш", "k3", "S"), protocol});
    EXPECT_THAT(errors(forged), ::testing::ElementsAre(::testing::Pair(Kind::rolled_back, "log/entries")));
    fs::remove_all(forged);
}

TEST(Faults, ExchangedRecordsAreNamed) {
    const std::string folder = scratch();
    filled(folder);
    std::string log = read_range(folder + "/log/entries", 0, UINT64_MAX);
    const auto first = log.find("\n\n") + 2, second = log.find("\n\n", first) + 2;
    const std::string swapped = log.substr(first, second - first) + log.substr(0, first) + log.substr(second);
    std::ofstream(folder + "/log/entries", std::ios::binary | std::ios::trunc) << swapped;
    EXPECT_THAT(errors(folder), ::testing::Contains(::testing::Pair(Kind::reordered, "log/entries")));
}

TEST(Faults, ARecordThatCannotBeReadIsNamedItselfAndNoOther) {
    const std::string folder = scratch();
    filled(folder);
    const std::string log = read_range(folder + "/log/entries", 0, UINT64_MAX);
    const auto second = log.find("\n\n") + 2;
    const auto named = [&](const std::string& line) {
        std::ofstream(folder + "/log/entries", std::ios::binary | std::ios::trunc) << std::string(log).replace(log.find(line, second), 1, "#");
        std::vector<std::string> names;
        for (const ArchiveFault& fault : verify(folder).faults) names.push_back(fault.path + ": " + std::to_string(fault.entry) + ' ' + fault.name);
        return names;
    };
    const std::string itself = "log/entries: 2 b.pdf", whole = "log/entries: 0 ";  // The last: the root is not the head's.
    for (const char* line : {"Kind: ", "Name: ", "Time: ", "Key: "}) EXPECT_THAT(named(line), ::testing::ElementsAre(itself, itself, whole)) << line;
    EXPECT_THAT(named("Object: "), ::testing::Contains(::testing::StartsWith("objects/"))) << "which file it was about is not known then";
    fs::remove(folder + "/index.sqlite");
    EXPECT_THAT(named("Kind: "), ::testing::IsSupersetOf({itself, itself})) << "without the index it calls itself by name";
}

TEST(Faults, TheTreeAndTheIndexAreBuiltAgain) {
    const std::string folder = scratch();
    filled(folder);
    flip(folder + "/log/tree", 40, 3);
    flip(folder + "/index.sqlite", 5000, 3);
    EXPECT_THAT(errors(folder), ::testing::Contains(::testing::Pair(Kind::changed, "log/tree")));
    rebuild_index(folder);
    EXPECT_TRUE(verify(folder).faults.empty());
    fs::remove(folder + "/log/tree");
    rebuild_index(folder);
    EXPECT_TRUE(verify(folder).faults.empty());
    flip(folder + "/log/entries", 40, 3);
    EXPECT_THROW(rebuild_index(folder), base::Error);
}

TEST(Faults, AReadOnlyArchiveCanBeReadAndSaysThatItCannotBeWritten) {
    const std::string folder = scratch();
    filled(folder);
    const pid_t child = ::fork();
    if (child == 0) {  // as somebody who may not write; root may everything
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(9);
        int result = 0;
        try {
            Archive archive = Archive::open(folder);
            if (archive.list({}).size() != 3 || archive.read(*archive.by_number(1)) != "бір" || !verify(folder).sound()) result = 1;
        } catch (const base::Error&) {
            result = 2;
        }
        try {
            Archive::open_or_create(folder).add({paper("x.pdf", "x")});
            result = 3;
        } catch (const base::Error& error) {
            if (error.exit_status() != 4) result = 4;
        }
        ::_exit(result);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(Faults, ProcessesAtOnceLeaveNoGapAndLoseNothing) {
    const std::string folder = scratch();
    constexpr int kProcesses = 4, kEntries = 15;
    Archive::open_or_create(folder);
    std::vector<pid_t> children;
    for (int p = 0; p < kProcesses; ++p) {
        const pid_t child = ::fork();
        if (child == 0) {
            Archive archive = Archive::open_or_create(folder);
            for (int i = 0; i < kEntries; ++i) {
                const std::string name = std::to_string(p) + '-' + std::to_string(i);
                archive.issue(paper(name, "", name, "КІ"), [&](std::int64_t number) { return name + " № " + std::to_string(number); });
                archive.add({paper("shared-" + std::to_string(i), "бірдей " + std::to_string(i), "shared" + std::to_string(i))});
            }
            ::_exit(0);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    Archive archive = Archive::open(folder);
    EXPECT_EQ(archive.size(), static_cast<std::size_t>(kProcesses * kEntries + kEntries));
    EXPECT_EQ(archive.last_registered("КІ"), kProcesses * kEntries);
    Query query;
    query.series = "КІ";
    std::vector<bool> seen(kProcesses * kEntries + 1);
    for (const Entry& entry : archive.list(query)) {
        EXPECT_FALSE(seen[static_cast<std::size_t>(entry.registered())]);
        seen[static_cast<std::size_t>(entry.registered())] = true;
        EXPECT_EQ(archive.read(entry), entry.name + " № " + std::to_string(entry.registered()));
    }
    EXPECT_TRUE(verify(folder).faults.empty());
}

TEST(Faults, ANumberIsNotUsedUpByADocumentThatCouldNotBeMade) {
    Archive archive = filled(scratch());
    EXPECT_THROW(archive.issue(paper("x", "", "x", "S"), [](std::int64_t) -> std::string { throw base::Error(base::ErrorCode::missing_glyph, "no"); }), base::Error);
    const Added added = archive.issue(paper("x", "", "x", "S"), [](std::int64_t number) { return std::to_string(number); });
    EXPECT_EQ(archive.read(added.entries[0]), "3");
    EXPECT_EQ(archive.issue(paper("x", "", "x", "S"), [](std::int64_t) -> std::string { return "again"; }).added, 0u);
}

}  // namespace irikteu::archive
