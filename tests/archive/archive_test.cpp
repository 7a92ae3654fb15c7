#include "archive/archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "archive/batch.hpp"
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

NewEntry paper(const std::string& name, const std::string& bytes, const std::string& key = {}) {
    return {"document", name, "application/pdf", "2015-10-09T10:00:00+06:00", key, {{"Dossier", "04-Атырау"}}, bytes, {}};
}

Archive filled(const std::string& folder) {
    Archive archive = Archive::open_or_create(folder);
    archive.add({paper("a.pdf", "бір", "k1"), paper("b.pdf", "екі", "k2"), paper("c.pdf", "үш")});
    return archive;
}

std::vector<std::pair<Kind, std::string>> faults(const std::string& folder) {
    std::vector<std::pair<Kind, std::string>> found;
    for (const ArchiveFault& fault : verify(folder).faults) found.emplace_back(fault.kind, fault.path);
    return found;
}

void flip_byte(const std::string& path, std::uint64_t at) {
    fs::permissions(path, fs::perms::owner_all);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte ^ 1));
}

}  // namespace

TEST(Archive, GivesBackWhatItWasGiven) {
    const std::string folder = scratch();
    filled(folder);
    Archive archive = Archive::open(folder);
    EXPECT_EQ(archive.size(), 3u);
    const auto entries = archive.list({});
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[1].name, "b.pdf");
    EXPECT_EQ(entries[1].label("Dossier"), "04-Атырау");
    EXPECT_EQ(archive.read(entries[2]), "үш");
    EXPECT_EQ(archive.by_key("k2")->number, 2);
    EXPECT_FALSE(archive.by_key("k3"));
    Query query;
    query.label_name = "Dossier";
    query.label_value = "04-Атырау";
    query.name_contains = "c.";
    EXPECT_EQ(archive.list(query).size(), 1u);
    EXPECT_TRUE(verify(folder).sound());
}

TEST(Archive, IssuesNothingTwiceUnderOneKey) {
    const std::string folder = scratch();
    Archive archive = filled(folder);
    const Added result = archive.add({paper("a.pdf", "other bytes", "k1"), paper("d.pdf", "төрт", "k4"), paper("e.pdf", "x", "k4")});
    EXPECT_EQ(result.added, 1u);
    const auto& again = result.entries;
    EXPECT_EQ(again[0].number, 1);
    EXPECT_EQ(archive.read(again[0]), "бір");
    EXPECT_EQ(again[1].number, 4);
    EXPECT_EQ(again[2].number, 4);
    EXPECT_EQ(archive.size(), 4u);
}

TEST(Archive, GivesTheSameBytesWhenItIsMadeTheSameWay) {
    const std::string base = scratch(), one = base + "-1", two = base + "-2";
    for (const std::string& folder : {one, two}) {
        fs::remove_all(folder);
        filled(folder);
    }
    for_each_file(one, [&](const std::string& path) { EXPECT_EQ(file_digest(one + '/' + path), file_digest(two + '/' + path)) << path; });
    fs::remove_all(one);
    fs::remove_all(two);
}

TEST(Archive, RefusesNamesThatWouldLeaveAnExport) {
    Archive archive = Archive::open_or_create(scratch());
    for (const char* name : {"", "/etc/passwd", "../x", "a/../x", "a//b", "a\nb", "a/."}) {
        EXPECT_THROW(archive.add({paper(name, "x")}), base::Error) << name;
    }
    EXPECT_EQ(archive.size(), 0u);
}

TEST(Archive, AsksMoreOfNewNamesThanOfThoseThatItHas) {
    const auto with = [](const std::string& kind, const std::string& series) {
        NewEntry entry = paper("a.txt", "a");
        entry.kind = kind;
        entry.series = series;
        return entry;
    };
    EXPECT_NO_THROW(require_plain(with("submission", "2015-1")));
    for (const NewEntry& older : {with("letter", "Кіріс-хат"), with("document", "Кіріс хат")}) {
        EXPECT_NO_THROW(require_fit(older)) << older.kind << older.series;
        EXPECT_THROW(require_plain(older), base::Error) << older.kind << older.series;
    }
    for (const char* series : {"a/b", "a b", "a\u00A0b", "a\u2003b", "a\u200Bb", "a\u202Eb", "a\u3000b", "a\uFEFFb"}) EXPECT_THROW(require_plain(with("document", series)), base::Error) << series;
    EXPECT_THROW(require_fit(with("document", "a\nb")), base::Error);
    EXPECT_THROW(require_fit(with("Letter 2", "")), base::Error);
    // What stands in an archive goes on in it.
    const std::string folder = scratch();
    Archive archive = Archive::open_or_create(folder);
    archive.add({with("letter", "Кіріс хат")});
    archive.add({with("letter", "Кіріс хат")});
    EXPECT_EQ(archive.last_registered("Кіріс хат"), 2);
}

TEST(Archive, TakesUpWhatAnInterruptedWriteLeft) {
    const std::string folder = scratch();
    filled(folder);
    std::ofstream(folder + "/log/entries", std::ios::app) << "Entry: 4\nKi";  // died while appending
    fs::remove(folder + "/index.sqlite");                                     // died before the index
    Archive archive = Archive::open_or_create(folder);
    EXPECT_EQ(archive.list({}).size(), 3u);
    archive.add({paper("d.pdf", "төрт")});
    EXPECT_EQ(archive.by_number(4)->name, "d.pdf");
    EXPECT_TRUE(verify(folder).faults.empty());
}

TEST(Archive, DoesNotTakeOverAStrangersFolder) {
    const std::string folder = scratch();
    fs::create_directories(folder);
    std::ofstream(folder + "/thesis.txt") << "mine";
    EXPECT_THROW(Archive::open_or_create(folder), base::Error);
    EXPECT_THROW(Archive::open(folder), base::Error);
}

TEST(Verify, NamesChangedMissingTruncatedAndForeignFiles) {
    const std::string folder = scratch();
    const auto entries = filled(folder).list({});
    const std::string a = object_path(entries[0].object), b = object_path(entries[1].object), c = object_path(entries[2].object);
    flip_byte(folder + '/' + a, 0);
    fs::remove(folder + '/' + b);
    fs::permissions(folder + '/' + c, fs::perms::owner_all);
    fs::resize_file(folder + '/' + c, 1);
    std::ofstream(folder + "/objects/stray.pdf") << "x";
    const auto found = faults(folder);
    EXPECT_THAT(found, ::testing::UnorderedElementsAre(
                           std::pair{Kind::changed, a}, std::pair{Kind::missing, b}, std::pair{Kind::truncated, c},
                           std::pair{Kind::foreign, std::string("objects/stray.pdf")}));
    EXPECT_FALSE(verify(folder).sound());
}

TEST(Verify, NoticesALogRolledBackBehindItsIndex) {
    const std::string folder = scratch();
    Archive archive = filled(folder);
    for (const char* file : {"entries", "tree", "head"}) {
        fs::copy_file(folder + "/log/" + file, folder + "/log/" + file + std::string(".old"));
    }
    archive.add({paper("d.pdf", "төрт")});
    for (const char* file : {"entries", "tree", "head"}) {
        fs::rename(folder + "/log/" + file + std::string(".old"), folder + "/log/" + file);
    }
    EXPECT_FALSE(verify(folder).sound());
    EXPECT_THROW(Archive::open_or_create(folder), base::Error);
}

TEST(Merkle, AgreesWithThePublishedTree) {  // RFC 6962 / 9162 test vectors used by Certificate Transparency
    MerkleFrontier tree;
    EXPECT_EQ(tree.root().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const std::vector<std::string> inputs = {"", std::string(1, '\0'), "\x10", "\x20\x21", "\x30\x31", "\x40\x41\x42\x43",
                                             "\x50\x51\x52\x53\x54\x55\x56\x57",
                                             "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    std::vector<Digest> leaves;
    for (const std::string& input : inputs) {
        leaves.push_back(leaf_hash(input));
        tree.append(leaves.back());
    }
    EXPECT_EQ(tree.root().hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    const std::string path = scratch();
    std::vector<Digest> hashes;
    MerkleFrontier whole;
    for (const Digest& leaf : leaves) whole.append(leaf, hashes);
    EXPECT_EQ(hashes.size(), tree_hashes(leaves.size()));
    std::ofstream file(path, std::ios::binary);
    for (const Digest& hash : hashes) file.write(reinterpret_cast<const char*>(hash.bytes.data()), 32);
    file.close();
    const Tree stored(path, leaves.size());
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        MerkleFrontier part;
        for (std::size_t i = 0; i < size; ++i) part.append(leaves[i]);
        EXPECT_EQ(stored.root_at(size), part.root());
        for (std::size_t i = 0; i < size; ++i) {
            EXPECT_EQ(root_from_path(leaves[i], i, size, stored.inclusion_path(i, size)), part.root()) << size << ' ' << i;
        }
    }
}

TEST(Entry, SurvivesItsRecord) {
    Entry entry{7, "event", "а%б.txt", "text/plain", "t", base::sha256("x"), 1, "k\nl", {{"Act", "kz\r535"}, {"Cites", "3"}}};
    const Entry back = from_record(to_record(entry));
    EXPECT_EQ(to_record(back), to_record(entry));
    EXPECT_EQ(back.key, "k\nl");
    EXPECT_THROW(from_record("Entry: x\n\n"), base::Error);
}

}  // namespace irikteu::archive
