#include "base/disk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/digest.hpp"
#include "base/error.hpp"

namespace irikteu::base {

namespace {
std::string scratch() {
    const auto info = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::string path = ::testing::TempDir() + "irikteu-base-" + info->name();
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
    return path;
}
}  // namespace

TEST(RealDisk, WritesWholeFilesAndLeavesNothingBeside) {
    RealDisk disk;
    const std::string folder = scratch();
    disk.write(folder + "/a/b.txt", "бір");
    disk.write(folder + "/a/b.txt", "екі");
    EXPECT_EQ(disk.read(folder + "/a/b.txt", 100), "екі");
    EXPECT_EQ(disk.list(folder + "/a").size(), 1u);
}

TEST(RealDisk, GivesWhatIsNewThePermissionsThatTheUserWants) {
    using std::filesystem::perms;
    RealDisk disk;
    const std::string path = scratch() + "/shared.txt";
    const mode_t before = ::umask(002);
    disk.write(path, "for the group");
    ::umask(before);
    EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_read | perms::owner_write | perms::group_read | perms::group_write | perms::others_read);
}

TEST(RealDisk, LeavesThePermissionsOfWhatItReplaces) {
    using std::filesystem::perms;
    RealDisk disk;
    const std::string path = scratch() + "/private.txt";
    disk.write(path, "one");
    std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
    disk.write(path, "two");
    EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_read | perms::owner_write);
    EXPECT_EQ(disk.read(path, 10), "two");
}

TEST(RealDisk, FollowsLinksToFilesAndLeavesThem) {
    RealDisk disk;
    const std::string folder = scratch();
    disk.write(folder + "/there/file", "old");
    std::filesystem::create_symlink("there/file", folder + "/link");
    std::filesystem::create_symlink("there/new", folder + "/dangling");
    std::filesystem::create_symlink("round", folder + "/round");
    disk.write(folder + "/link", "new");
    disk.write(folder + "/dangling", "made");
    EXPECT_TRUE(std::filesystem::is_symlink(folder + "/link"));
    EXPECT_EQ(disk.read(folder + "/there/file", 100), "new");
    EXPECT_EQ(disk.read(folder + "/there/new", 100), "made");
    EXPECT_THROW(disk.write(folder + "/round", "x"), Error);
    EXPECT_TRUE(std::filesystem::is_symlink(folder + "/round"));
}

TEST(RealDisk, WritesIntoPipesAndDevices) {
    RealDisk disk;
    const std::string pipe = scratch() + "/pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    disk.write(pipe, "text");
    char got[8] = {};
    EXPECT_EQ(::read(reader, got, sizeof got), 4);
    EXPECT_STREQ(got, "text");
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    disk.write("/dev/fd/" + std::to_string(ends[1]), "more");
    EXPECT_EQ(::read(ends[0], got, sizeof got), 4);
    EXPECT_STREQ(got, "more");
    for (const int fd : {reader, ends[0], ends[1]}) ::close(fd);
    // By a link: were it renamed over, only the link would suffer.
    const std::string full = scratch() + "/full";
    std::filesystem::create_symlink("/dev/full", full);
    try {
        disk.write(full, "text");
        FAIL() << "/dev/full took it";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::environment);
        EXPECT_EQ(error.where().file, full);
    }
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST(RealDisk, NamesFoldersThatAreToBeFiles) {
    RealDisk disk;
    const std::string folder = scratch();
    for (const std::string& path : {std::string(), std::string("."), folder, folder + "/new/"}) {
        try {
            disk.write(path, "x");
            FAIL() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage) << path;
        }
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(RealDisk, RefusesWhatIsLargerThanAllowedBeforeReadingIt) {
    RealDisk disk;
    const std::string path = scratch() + "/large";
    disk.write(path, std::string(101, 'x'));
    try {
        disk.read(path, 100);
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
        EXPECT_EQ(error.where().file, path);
    }
}

TEST(RealDisk, NamesAnAbsentFileAndRefusesFolders) {
    RealDisk disk;
    EXPECT_THROW(disk.read(scratch() + "/absent", 1), Error);
    EXPECT_THROW(disk.read(scratch(), 1), Error);
}

TEST(RealDisk, ListsSortedAndMarksLinks) {
    RealDisk disk;
    const std::string folder = scratch();
    disk.write(folder + "/2", "");
    disk.write(folder + "/10", "abc");
    disk.make_folders(folder + "/sub");
    std::filesystem::create_symlink("/etc/passwd", folder + "/link");
    const auto entries = disk.list(folder);
    ASSERT_EQ(entries.size(), 4u);
    EXPECT_EQ(entries[0].name, "10");
    EXPECT_EQ(entries[0].size, 3u);
    EXPECT_EQ(entries[2].name, "link");
    EXPECT_EQ(entries[2].kind, DirectoryEntry::Kind::other);
    EXPECT_EQ(entries[3].kind, DirectoryEntry::Kind::folder);
}

TEST(MemoryDisk, BehavesLikeADisk) {
    MemoryDisk disk;
    disk.write("a/b", "x");
    EXPECT_TRUE(disk.is_folder("a"));
    EXPECT_EQ(disk.read("a/b", 1), "x");
    EXPECT_THROW(disk.read("a/c", 1), Error);
    EXPECT_THROW(disk.list("b"), Error);
}

TEST(Digest, AgreesWithThePublishedVectors) {  // FIPS 180-4 examples
    EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 hash;
    hash.update("a");
    hash.update("bc");
    EXPECT_EQ(hash.finish(), sha256("abc"));
    EXPECT_EQ(Digest::from_hex(sha256("abc").hex()), sha256("abc"));
    EXPECT_THROW(Digest::from_hex("zz"), Error);
}

}  // namespace irikteu::base
