// Finding: Kazakh words in any case form, with or without the letters that a Russian keyboard lacks.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "archive/archive.hpp"
#include "archive/checked_vfs.hpp"
#include "archive/sqlite.hpp"
#include "archive/verify.hpp"
#include "archive/words.hpp"
#include "base/error.hpp"
#include "scratch.hpp"

namespace irikteu::archive {

namespace {

struct Found : ::testing::Test {
    std::string folder = archive_test::scratch("find");
    std::optional<Archive> archive;
    Found() {
        std::filesystem::remove_all(folder);
        archive.emplace(Archive::open_or_create(folder));
        const auto entry = [](const std::string& kind, const std::string& name, const std::string& day, std::vector<std::pair<std::string, std::string>> labels) {
            return NewEntry{kind, name, "application/pdf", day + "T10:00:00+06:00", {}, std::move(labels), name, kind == "document" ? "Ш" : ""};
        };
        archive->add({entry("submission", "2015-1/submitted/01-turkistan.zip", "2015-10-05", {{"Applicant", "«Түркістан тоқыма» аумақтық кластері"}}),
                      entry("document", "2015-1/protocol-15.pdf", "2015-10-09", {{"Title", "Бірінші кезеңнің конкурстық өтінімдерін тексеру хаттамасы"}, {"Number", "5"}}),
                      entry("document", "2015-1/return-1.pdf", "2015-10-09", {{"Applicant", "«Тобыл астығы» ЖШС"}, {"Title", "Өтінімді қайтару туралы хабарлама"}, {"Number", "2015-1/КІ-004"}, {"Engine", "irikteu 0.1.0"}}),
                      entry("document", "2016-2/letter.pdf", "2016-02-01", {{"Applicant", "Қостанай облысының әкімдігі"}, {"Title", "Ұлттық экономика министрлігіне хат"}})});
    }
    ~Found() override {
        archive.reset();
        std::filesystem::remove_all(folder);
    }
    std::vector<std::int64_t> numbers(const Query& query) {
        std::vector<std::int64_t> found;
        for (const Entry& one : archive->list(query)) found.push_back(one.number);
        return found;
    }
    std::vector<std::int64_t> text(const std::string& words) {
        Query query;
        query.text = words;
        return numbers(query);
    }
};

using Numbers = std::vector<std::int64_t>;

}  // namespace

TEST_F(Found, ByWordsInAnyCaseForm) {
    EXPECT_EQ(text("хаттама"), Numbers({2}));
    EXPECT_EQ(text("ХАТТАМАНЫҢ"), Numbers({2}));
    EXPECT_EQ(text("өтінімдер"), Numbers({2, 3}));
    EXPECT_EQ(text("өтінімге қайтарылды") , Numbers()) << "another word, not another form";
    EXPECT_EQ(text("өтінімге қайтаруды"), Numbers({3}));
    EXPECT_EQ(text("астық"), Numbers({3}));
    EXPECT_EQ(text("министрлік"), Numbers({4}));
    EXPECT_EQ(text("министрліктің хаттарында"), Numbers({4}));
    EXPECT_EQ(text("әкімдіктен"), Numbers({4}));
    EXPECT_EQ(text("кластерлердің тоқымасы"), Numbers({1}));
}

TEST_F(Found, ByWordsOfARussianKeyboardAndByLookAlikes) {
    EXPECT_EQ(text("отинимди кайтару"), Numbers({3}));
    EXPECT_EQ(text("Костанай"), Numbers({4}));
    EXPECT_EQ(text("xaттaмa"), Numbers({2})) << "with Latin x and a";
    EXPECT_EQ(text("turkistan"), Numbers({1}));
}

TEST_F(Found, ByEverythingElse) {
    Query query;
    query.applicant = "тоқыманың";
    EXPECT_EQ(numbers(query), Numbers({1}));
    query = {};
    query.applicant = "хаттама";
    EXPECT_EQ(numbers(query), Numbers());
    query = {};
    query.document_number = "2015-1/КІ-004";
    EXPECT_EQ(numbers(query), Numbers({3}));
    query.document_number = "004";
    EXPECT_EQ(numbers(query), Numbers()) << "not the end of a number";
    query.document_number = "КІ-004";
    EXPECT_EQ(numbers(query), Numbers({3}));
    query = {};
    query.series = "Ш";
    query.registered = 3;
    EXPECT_EQ(numbers(query), Numbers({4}));
    query = {};
    query.from = "2015-10-06";
    query.to = "2015-12-31";
    EXPECT_EQ(numbers(query), Numbers({2, 3}));
    query.kind = "submission";
    EXPECT_EQ(numbers(query), Numbers());
    EXPECT_EQ(text("0.1.0"), Numbers()) << "provenance is not searched";
    EXPECT_EQ(text("«»"), Numbers()) << "nothing but punctuation";
    EXPECT_EQ(text("\" OR 1 *) хаттама"), Numbers()) << "no expression comes in by a word";
}

TEST_F(Found, LinksStandOnlyWhereThereIsSomethingToLinkTo) {
    NewEntry correction{"document", "c.pdf", "application/pdf", "2016-02-02T10:00:00+06:00", {}, {{"Corrects", "2"}}, "c", {}};
    const Entry added = archive->add({correction}).entries[0];
    EXPECT_EQ(archive->links_to(2), (std::vector<LinkRow>{{"Corrects", added.number}}));
    for (const char* target : {"0", "6", "99", "", "x", "-1", "99999999999999999999"}) {
        correction.labels[0].second = target;
        EXPECT_THROW(archive->add({correction}), base::Error) << target;
    }
    for (const char* name : {"Registered", "Entry", "", "two words", "A\nB"}) {
        correction.labels = {{name, "1"}};
        EXPECT_THROW(archive->add({correction}), base::Error) << name;
    }
    EXPECT_EQ(archive->size(), 5u);
}

TEST_F(Found, TheLastOfANameIsFoundByTheIndex) {
    const auto add = [this](const char* kind, const char* name, const char* label) {
        return archive->add({{kind, name, "application/pdf", "2016-02-02T10:00:00+06:00", {}, {{"Competition", label}}, name, {}}}).entries[0].number;
    };
    add("document", "c/p.pdf", "1");
    const auto second = add("document", "c/p.pdf", "1");
    const auto others = add("document", "c/p.pdf", "2");
    add("document", "c/p.pdf.txt", "1");
    add("event", "c/p.pdf", "1");
    EXPECT_EQ(archive->last_named("document", "c/p.pdf", "Competition", "1")->number, second);
    EXPECT_EQ(archive->last_named("document", "c/p.pdf")->number, others);
    EXPECT_FALSE(archive->last_named("document", "p.pdf"));
    EXPECT_FALSE(archive->last_named("report", "c/p.pdf"));
}

TEST_F(Found, AnIndexOfBeforeFindsNamesWithoutReadingAll) {
    const std::string path = archive->folder() + "/index.sqlite";
    const auto plan = [&path](const char* change) -> std::string {
        sqlite3* db = nullptr;
        sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, checked_vfs());
        EXPECT_EQ(sqlite3_exec(db, change ? change : "", nullptr, nullptr, nullptr), SQLITE_OK);
        std::string all;
        for (const char* asked : {"SELECT number FROM entry WHERE name = 'x' AND kind = 'y' ORDER BY number DESC LIMIT 1",
                                  "SELECT number FROM label WHERE name = 'Number' AND substr(value, instr(value, '/') + 1) = 'x'"}) {
            Statement query(db, std::string("EXPLAIN QUERY PLAN ") + asked);
            while (query.step() == SQLITE_ROW) all += query.text(3) + '\n';
        }
        sqlite3_close(db);
        return all;
    };
    const auto by_index = [](const std::string& told) { return told.find("USING INDEX entry_name") != std::string::npos && told.find("INDEX label_number") != std::string::npos; };
    EXPECT_TRUE(by_index(plan(nullptr))) << plan(nullptr);
    EXPECT_FALSE(by_index(plan("DROP INDEX entry_name; DROP INDEX label_number")));
    EXPECT_TRUE(Archive::open(archive->folder()).last_named("event", "x") == std::nullopt) << "read as it is";
    Archive::open_or_create(archive->folder());
    EXPECT_TRUE(by_index(plan(nullptr))) << plan(nullptr);
    EXPECT_TRUE(verify(archive->folder(), {}).faults.empty());
}

}  // namespace irikteu::archive
