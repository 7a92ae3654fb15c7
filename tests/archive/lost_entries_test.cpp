// What verification says of an archive that has lost entries, objects or its head: what it advises must not lose more.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "archive/archive.hpp"
#include "archive/storage.hpp"
#include "archive/verify.hpp"
#include "scratch.hpp"

namespace irikteu::archive {
namespace {

namespace fs = std::filesystem;
using Kind = ArchiveFault::Kind;
using ::testing::HasSubstr;
using ::testing::Not;

/// An archive of three entries, each with an object of its own.
struct Office {
    std::string folder;
    KnownHead now;
    Office() {
        const auto info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = archive_test::scratch(std::string(info->test_suite_name()) + '-' + info->name());
        fs::remove_all(folder);
        Archive archive = Archive::open_or_create(folder);
        archive.add({paper("a.pdf", "бір"), paper("b.pdf", "екі")});
        fs::remove_all(folder + "-old");
        fs::copy(folder, folder + "-old", fs::copy_options::recursive);
        archive.add({paper("c.pdf", "үш")});
        now = {archive.size(), archive.root(), "the protocol"};
    }
    ~Office() {
        fs::remove_all(folder);
        fs::remove_all(folder + "-old");
    }
    static NewEntry paper(const std::string& name, const std::string& bytes) { return {"document", name, "application/pdf", "2015-10-09T10:00:00+06:00", {}, {}, bytes, {}}; }
    std::string at(const std::string& path) const { return folder + '/' + path; }
    void put_back(const std::vector<std::string>& names) const {
        for (const std::string& name : names) fs::copy_file(folder + "-old/" + name, at(name), fs::copy_options::overwrite_existing);
    }
};

/// Every sound object that no entry names is to be left; returns how many there are.
std::size_t left_as_they_are(const Verification& found) {
    std::size_t objects = 0;
    for (const ArchiveFault& fault : found.faults) {
        if (!fault.path.starts_with("objects/")) continue;
        ++objects;
        EXPECT_EQ(fault.kind, Kind::unnamed) << fault.what;
        EXPECT_THAT(fault.remedy, HasSubstr("Leave it as it is"));
        EXPECT_THAT(fault.remedy, Not(HasSubstr("take it out")));
    }
    return objects;
}

TEST(LostEntries, TheirObjectsAreToBeLeftAsTheyAre) {
    {
        const Office office;
        fs::resize_file(office.at("log/entries"), 0);
        const Verification found = verify(office.folder);
        EXPECT_EQ(left_as_they_are(found), 3u) << "an empty log";
        for (const ArchiveFault& fault : found.faults) EXPECT_NE(fault.path, "index.sqlite") << "the index is right: " << fault.what;
        fs::remove(office.at("index.sqlite"));
        EXPECT_EQ(left_as_they_are(verify(office.folder)), 3u) << "without an index";
        fs::remove(office.at("log/head"));
        EXPECT_EQ(left_as_they_are(verify(office.folder)), 3u) << "without a head";
    }
    {
        const Office office;
        fs::remove(office.at("log/entries"));
        EXPECT_EQ(left_as_they_are(verify(office.folder)), 3u) << "no log at all";
    }
    {
        const Office office;
        office.put_back({"log/entries", "log/head", "log/tree"});
        EXPECT_EQ(left_as_they_are(verify(office.folder)), 1u) << "the index knows one more";
    }
    {
        const Office office;
        office.put_back({"log/entries", "log/head", "log/tree", "index.sqlite"});
        VerifyOptions options;
        options.known = {office.now};
        EXPECT_EQ(left_as_they_are(verify(office.folder, options)), 1u) << "a head that was kept elsewhere knows one more";
    }
}

TEST(LostEntries, AnObjectOfADamagedRecordIsToBeLeftAsItIs) {
    const Office office;
    std::string log = read_range(office.at("log/entries"), 0, UINT32_MAX);
    log.replace(log.find("Object: "), 1, "#");
    std::ofstream(office.at("log/entries"), std::ios::binary) << log;
    EXPECT_EQ(left_as_they_are(verify(office.folder)), 1u);
}

TEST(LostEntries, WhereNothingIsMissingAFileOfThatNameIsToBeComparedBeforeItGoes) {
    const Office office;
    office.put_back({"log/entries", "log/head", "log/tree", "index.sqlite"});
    const Verification found = verify(office.folder);
    ASSERT_EQ(found.faults.size(), 1u);
    EXPECT_THAT(found.faults[0].remedy, HasSubstr("Compare the log with a copy of it"));
    std::ofstream(office.at("objects/note.txt")) << "x";
    EXPECT_THAT(verify(office.folder).faults.back().remedy, HasSubstr("take it out")) << "what is not named as an object";
}

TEST(LostEntries, WhatIsThereIsCountedApartFromWhatTheLogSays) {
    const Office office;
    EXPECT_EQ(verify(office.folder).sound_objects, 3u);
    fs::remove_all(office.at("objects"));
    fs::create_directory(office.at("objects"));
    const Verification gone = verify(office.folder);
    EXPECT_EQ(gone.objects, 3u);
    EXPECT_EQ(gone.sound_objects, 0u);
    EXPECT_EQ(gone.sound_bytes, 0u);
    EXPECT_EQ(gone.root, office.now.root);
    fs::remove(office.at("log/head"));
    EXPECT_FALSE(verify(office.folder).root) << "a root of zeros is none";
}

}  // namespace
}  // namespace irikteu::archive
