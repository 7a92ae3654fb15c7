// Export, import and proofs, checked by other programs: sha256sum, sha512sum, bash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "archive/bag_check.hpp"
#include "archive/bag_export.hpp"
#include "archive/bag_import.hpp"
#include "archive/proof.hpp"
#include "archive/storage.hpp"
#include "archive/verify.hpp"
#include "base/error.hpp"
#include "scratch.hpp"
#include "support/folders.hpp"
#include "support/process.hpp"

namespace irikteu::archive {

namespace fs = std::filesystem;

namespace {

/// Removed when the next test asks for one.
std::string scratch() {
    static std::string last;
    if (!last.empty()) fs::remove_all(last);
    const auto info = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::string path = archive_test::scratch(std::string(info->test_suite_name()) + '-' + info->name());
    std::filesystem::create_directories(path);
    return last = path;
}

NewEntry paper(const std::string& name, const std::string& bytes, const std::string& key = {}, const std::string& series = {}) {
    return {"document", name, "application/pdf", "2015-10-09T10:00:00+06:00", key, {{"Competition", "2015-1"}, {"Applicant", "«Тоқыма» ЖШС"}}, bytes, series};
}

void fill(Archive& archive) {
    archive.add({paper("2015-1/өтінім.pdf", "бір", "k1", "КІ"), paper("2015-1/\u0438\u0306.pdf", "ыдыраған й", "k2"), paper("2015-1/Өтінім.pdf", "екі", "k3"),
                 paper("2015-1/өтінім.pdf", "үш", "k4", "КІ"), paper("2015-1/a%b 100%.pdf", "%")});
    NewEntry correction = paper("2015-1/түзету.pdf", "төрт", "k5", "КІ");
    correction.labels.emplace_back("Corrects", "1");
    archive.add({correction});
}

support::Finished shell(const std::string& folder, const std::string& line) { return support::run({"/bin/bash", "-c", "cd '" + folder + "' && " + line}); }

BagRequest request_for(const std::string& folder) {
    BagRequest request;
    request.folder = folder;
    request.day = "2015-10-10";
    request.agent = "irikteu";
    request.what = "Whole archive";
    request.info = {{"Source-Organization", "Ұйымдастырушы\nBagIt-Version: 9"}};
    return request;
}

const std::string kCheckProof = support::source_path("/templates/archive/check-proof");

}  // namespace

TEST(Bags, AnExportIsValidForEverybody) {
    const std::string folder = scratch(), bag = folder + "/bag";
    Archive archive = Archive::open_or_create(folder + "/archive");
    fill(archive);
    export_bag(archive, archive.list({}), request_for(bag));
    const BagReport report = check_bag(bag);
    EXPECT_TRUE(report.valid());
    EXPECT_TRUE(report.findings.empty()) << report.findings[0].what;
    EXPECT_EQ(report.version, "1.0");
    for (const char* algorithm : {"sha256", "sha512"}) {
        for (const char* manifest : {"manifest", "tagmanifest"}) {
            const std::string name = std::string(manifest) + '-' + algorithm + ".txt";
            // Names with "%" are written encoded in manifests, which sha256sum doesn't know; everything else it must find.
            EXPECT_EQ(shell(bag, "grep -v % " + name + " | " + algorithm + "sum -c --strict --quiet -").status, 0) << name;
        }
    }
    EXPECT_EQ(shell(bag, "test \"$(find data -type f | wc -l)\" = \"$(wc -l < manifest-sha256.txt)\"").status, 0);
    EXPECT_TRUE(fs::exists(bag + "/data/files/2015-1/й.pdf")) << "in NFC";
    EXPECT_TRUE(fs::exists(bag + "/data/files/entry-3/2015-1/Өтінім.pdf")) << "unlike өтінім.pdf on a disk that knows no case";
    EXPECT_THROW(export_bag(archive, archive.list({}), request_for(bag)), base::Error) << "not into a folder with something in it";
    std::ofstream(bag + "/data/files/2015-1/өтінім.pdf", std::ios::app) << "!";
    EXPECT_FALSE(check_bag(bag).valid());
}

TEST(Bags, AWholeArchiveIsRestoredRecordByRecord) {
    const std::string folder = scratch();
    Archive archive = Archive::open_or_create(folder + "/archive");
    fill(archive);
    export_bag(archive, archive.list({}), request_for(folder + "/bag"));
    Archive other = Archive::open_or_create(folder + "/other");
    const Imported imported = import_bag(other, {folder + "/bag", {}, {}, {}, {}});
    EXPECT_TRUE(imported.restored);
    EXPECT_EQ(other.root(), archive.root());
    EXPECT_TRUE(verify(folder + "/other").faults.empty());
    EXPECT_EQ(import_bag(other, {folder + "/bag", {}, {}, {}, {}}).added, 1u) << "only what has no key is taken again";
    EXPECT_EQ(import_bag(other, {folder + "/bag", {}, {}, {}, {}}).added, 0u);
}

TEST(Bags, APartIsTakenWithItsOriginAndItsLinks) {
    const std::string folder = scratch();
    Archive archive = Archive::open_or_create(folder + "/archive");
    fill(archive);
    export_bag(archive, {*archive.by_number(1), *archive.by_number(6)}, request_for(folder + "/bag"));
    Archive other = Archive::open_or_create(folder + "/other");
    other.add({paper("own.pdf", "own", "own", "КІ")});
    const Imported imported = import_bag(other, {folder + "/bag", {}, {}, {}, {}});
    EXPECT_FALSE(imported.restored);
    ASSERT_EQ(imported.entries.size(), 2u);
    EXPECT_EQ(imported.entries[1].label("Corrects"), "2");
    EXPECT_EQ(imported.entries[1].label("Original-Registered"), "3");
    EXPECT_EQ(imported.entries[1].registered(), 0);
    EXPECT_TRUE(imported.entries[1].label("Imported-From").ends_with(archive.root().hex() + " 6"));
    EXPECT_EQ(other.read(imported.entries[1]), "төрт");
    EXPECT_TRUE(verify(folder + "/other").faults.empty());
}

TEST(Bags, WhatContradictsItselfIsNotTaken) {
    const std::string folder = scratch(), bag = folder + "/bag";
    Archive archive = Archive::open_or_create(folder + "/archive");
    fill(archive);
    const auto with = [&](const std::string& path, const std::string& from, const std::string& to, bool mend_manifests) {
        fs::remove_all(bag);
        export_bag(archive, {*archive.by_number(1), *archive.by_number(6)}, request_for(bag));
        const std::string whole = bag + '/' + path;
        std::string text = read_range(whole, 0, UINT64_MAX);
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << path;
        text.replace(at, from.size(), to);
        std::ofstream(whole, std::ios::binary | std::ios::trunc) << text;
        if (mend_manifests) {  // somebody who knows how bags are made
            for (const char* a : {"sha256", "sha512"}) {
                const std::string sum = a + std::string("sum");
                EXPECT_EQ(shell(bag, "find data -type f -print0 | sort -z | xargs -0 " + sum + " > manifest-" + a + ".txt").status, 0);
            }
            EXPECT_EQ(shell(bag, "rm tagmanifest-*; sed -i '/^Payload-Oxum/d' bag-info.txt").status, 0);
        }
        Archive other = Archive::open_or_create(folder + "/other");
        EXPECT_EQ(check_bag(bag).valid(), mend_manifests);
        if (mend_manifests) EXPECT_THROW(import_bag(other, {bag, {}, {}, {}, {}}), base::Error) << path;
        else EXPECT_FALSE(import_bag(other, {bag, {}, {}, {}, {}}).report.valid()) << path;
        EXPECT_EQ(other.size(), 0u) << path;
    };
    for (const bool mended : {false, true}) {
        with("data/files/2015-1/өтінім.pdf", "бір", "біз", mended);
        with(kBagRecords, "document", "dokument", mended);
        with(kBagCheckpoint, archive.root().hex(), base::sha256("x").hex(), mended);
        with(std::string(kBagProofs) + "/1.proof", "index 0", "index 1", mended);
        with(kBagFiles, "өтінім", "түзету", mended);
    }
}

TEST(Bags, WhatIsNotValidOrNotWholeLeavesNothingBehind) {
    const std::string folder = scratch();
    Archive archive = Archive::open_or_create(folder + "/archive");
    fill(archive);
    export_bag(archive, archive.list({}), request_for(folder + "/bag"));
    std::ofstream(folder + "/bag/data/files/stranger") << "x";
    const auto open = [&]() -> Archive& {
        ADD_FAILURE() << "nothing is to be taken";
        return archive;
    };
    EXPECT_FALSE(import_bag(open, {folder + "/bag", {}, {}, {}, {}}).report.valid());

    const std::string hex = archive.by_number(6)->object.hex(), object = folder + "/archive/objects/" + hex.substr(0, 2) + '/' + hex.substr(2);
    fs::permissions(object, fs::perms::owner_all);
    std::ofstream(object, std::ios::binary | std::ios::trunc) << "зиян";
    fs::create_directories(folder + "/empty");
    for (const char* place : {"/new", "/deep/new/", "/empty"}) EXPECT_THROW(export_bag(archive, archive.list({}), request_for(folder + place)), base::Error);
    EXPECT_FALSE(fs::exists(folder + "/new"));
    EXPECT_TRUE(fs::is_empty(folder + "/deep"));
    EXPECT_TRUE(fs::is_empty(folder + "/empty"));
    std::size_t left = 0;
    for ([[maybe_unused]] const auto& item : fs::directory_iterator(folder)) ++left;
    EXPECT_EQ(left, 4u) << "archive, bag, deep, empty";
    export_bag(archive, {*archive.by_number(1)}, request_for(folder + "/empty"));
    EXPECT_TRUE(check_bag(folder + "/empty").valid());
}

TEST(Bags, AnybodysBagIsTakenFileByFile) {
    const std::string folder = scratch(), bag = folder + "/bag";
    fs::create_directories(bag + "/data/a");
    std::ofstream(bag + "/bagit.txt") << "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
    std::ofstream(bag + "/data/a/хат.txt") << "сәлем";
    EXPECT_EQ(shell(bag, "find data -type f | xargs md5sum > manifest-md5.txt").status, 0);
    Archive archive = Archive::open_or_create(folder + "/archive");
    const Imported imported = import_bag(archive, {bag, "келген/", "2015-10-09T10:00:00+06:00", "irikteu", {}});
    EXPECT_FALSE(imported.ours);
    ASSERT_EQ(imported.entries.size(), 1u);
    EXPECT_EQ(imported.entries[0].name, "келген/a/хат.txt");
    EXPECT_EQ(archive.read(imported.entries[0]), "сәлем");
    EXPECT_EQ(import_bag(archive, {bag, "келген/", "2015-10-10T10:00:00+06:00", "irikteu", {}}).added, 0u);
}

TEST(Proofs, HoldForEveryEntryOfEverySizeAndForNothingElse) {
    const std::string folder = scratch();
    Archive archive = Archive::open_or_create(folder + "/archive");
    for (int n = 1; n <= 17; ++n) {
        archive.add({paper("n" + std::to_string(n), std::to_string(n))});
        for (int i = 1; i <= n; ++i) {
            const Proof proof = proof_of(archive, i);
            EXPECT_TRUE(holds(proof));
            EXPECT_EQ(to_text(proof_from_text(to_text(proof), "x")), to_text(proof));
            Proof other = proof;
            other.record[3] ^= 1;
            EXPECT_FALSE(holds(other));
            if (proof.path.empty()) continue;
            other = proof;
            other.path[0].bytes[7] ^= 1;
            EXPECT_FALSE(holds(other));
            other.path = {proof.path.begin() + 1, proof.path.end()};
            EXPECT_FALSE(holds(other));
        }
    }
    EXPECT_THROW(proof_of(archive, 18), base::Error);
    EXPECT_THROW(proof_of(archive, 0), base::Error);
}

TEST(Proofs, AreCheckedByBashAndSha256sumAlone) {
    const std::string folder = scratch();
    Archive archive = Archive::open_or_create(folder + "/archive");
    fill(archive);
    for (int i = 7; i <= 11; ++i) archive.add({paper("n" + std::to_string(i), std::to_string(i))});
    for (int i = 1; i <= 11; ++i) std::ofstream(folder + '/' + std::to_string(i) + ".proof", std::ios::binary) << to_text(proof_of(archive, i));
    std::ofstream(folder + "/file", std::ios::binary) << "бір";
    const auto checked = shell(folder, kCheckProof + " *.proof");
    EXPECT_EQ(checked.status, 0) << checked.out;
    EXPECT_THAT(checked.out, ::testing::HasSubstr("1.proof: holds, root " + archive.root().hex()));
    EXPECT_EQ(shell(folder, kCheckProof + " 1.proof file").status, 0);
    EXPECT_EQ(shell(folder, "SHA='openssl dgst -sha256 -r' " + kCheckProof + " 1.proof file").status, 0);
    EXPECT_EQ(shell(folder, kCheckProof + " 2.proof file").status, 1);
    EXPECT_EQ(shell(folder, "sed -i 's/Kind: document/Kind: dokument/' 4.proof; " + kCheckProof + " 4.proof").status, 1);
    EXPECT_EQ(shell(folder, "sed -i '0,/^left ./s/^left ./left 0/; 0,/^right ./s/^right ./right 0/' 5.proof; " + kCheckProof + " 5.proof").status, 1);
}

}  // namespace irikteu::archive
