#include "base/disk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

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
