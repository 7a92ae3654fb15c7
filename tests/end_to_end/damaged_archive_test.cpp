// What the program says of a damaged archive, in each language: every sentence of it, and nothing that would make a clerk damage it further.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "english.hpp"
#include "program.hpp"

namespace irikteu::end_to_end {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// An archive of two events; `entry` is the object of the first.
struct Office {
    Scratch scratch{"damaged-archive"};
    std::string archive = scratch.path + "/archive", object;
    Office() {
        fs::create_directories(scratch.path);
        for (const char* name : {"a", "b"}) {
            std::ofstream(scratch.path + '/' + name) << name;
            irikteu({"archive", "add", archive, scratch.path + '/' + name, "--kind", "event"});
        }
        const std::string log = slurp(archive + "/log/entries");
        const std::string hex = log.substr(log.find("sha256:") + 7, 64);
        object = "objects/" + hex.substr(0, 2) + '/' + hex.substr(2);
    }
    std::string at(const std::string& path) const { return archive + '/' + path; }
    std::string verified(const std::string& language) const { return irikteu({"archive", "verify", archive, "--lang", language}).out; }
};

void overwrite(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

TEST(DamagedArchive, IsToldOfInTheLanguageThatIsAskedFor) {
    const Office whole;
    const std::string log = slurp(whole.at("log/entries")), head = slurp(whole.at("log/head")), hashes = slurp(whole.at("log/tree")), index = slurp(whole.at("index.sqlite"));
    const std::string first = log.substr(0, log.find("\n\n") + 2), second = log.substr(first.size());
    std::string changed_index = index;
    changed_index[5000] ^= 1;
    std::string citing = log;
    citing.replace(citing.rfind("\n\n"), 2, "\nHead: none\n\n");
    const std::map<std::string, std::map<std::string, std::string>> damage = {
        {"no format", {{"FORMAT", "-"}}}, {"other format", {{"FORMAT", "x"}}}, {"no head", {{"log/head", "-"}}}, {"an empty head", {{"log/head", ""}}},
        {"a cut head", {{"log/head", head.substr(0, 40)}}}, {"a changed head", {{"log/head", std::regex_replace(head, std::regex("entries 2"), "entries 3")}}},
        {"no log", {{"log/entries", "-"}}}, {"an empty log", {{"log/entries", ""}}}, {"a cut log", {{"log/entries", first}}}, {"exchanged", {{"log/entries", second + first}}},
        {"a damaged record", {{"log/entries", '#' + log.substr(1)}}}, {"citing", {{"log/entries", citing}}}, {"an interrupted write", {{"log/entries", log + "Entry: 3\n"}}},
        {"no tree", {{"log/tree", "-"}}}, {"a cut tree", {{"log/tree", hashes.substr(0, 32)}}}, {"a changed tree", {{"log/tree", std::string(hashes.size(), 'x')}}}, {"a longer tree", {{"log/tree", hashes + "x"}}},
        {"no index", {{"index.sqlite", "-"}}}, {"another index", {{"index.sqlite", "x"}}}, {"a changed index", {{"index.sqlite", changed_index}}}, {"a journal", {{"index.sqlite-journal", "x"}}},
        {"strangers", {{"x", "x"}, {"objects/x", "x"}, {"staging/x", "x"}, {"staging/" + std::string(64, 'a'), "x"}, {"log/head.part-1", "x"}}},
        {"a changed object", {{whole.object, "x"}}}, {"a longer object", {{whole.object, "xx"}}}, {"an empty object", {{whole.object, ""}}}};
    for (const auto& [what, files] : damage) {
        const Office office;
        for (const auto& [path, bytes] : files) {
            fs::remove(office.at(path));
            if (bytes != "-") overwrite(office.at(path), bytes);
        }
        for (const char* language : {"kk", "ru"}) {
            EXPECT_EQ(english_in(office.verified(language)), "") << what;
            const std::string known = irikteu({"archive", "verify", office.archive, "--head", "9:" + std::string(64, 'a'), "--lang", language}).out;
            EXPECT_EQ(english_in(known), "") << what;
            EXPECT_EQ(english_in(irikteu({"archive", "show", office.archive, "1", "--lang", language}).err), "") << what;
        }
    }
}

TEST(DamagedArchive, WithoutItsFormatIsAnArchiveAllTheSame) {
    const Office office;
    fs::remove(office.at("FORMAT"));
    const std::vector<std::vector<std::string>> commands = {{"show", office.archive, "1"}, {"list", office.archive}, {"export", office.archive, office.scratch.path + "/bag"}, {"rebuild-index", office.archive}};
    for (std::vector<std::string> command : commands) {
        command.insert(command.begin(), "archive");
        const auto told = irikteu(command);
        EXPECT_EQ(told.status, 3) << told.err;
        EXPECT_THAT(told.err, HasSubstr("lacks its file FORMAT; run archive verify"));
    }
    fs::remove_all(office.archive);
    fs::create_directories(office.archive);
    EXPECT_THAT(irikteu({"archive", "list", office.archive}).err, HasSubstr("there is no archive here"));
}

TEST(DamagedArchive, AnEntryIsNotShownAsSoundWhoseFileIsGone) {
    const Office office;
    EXPECT_EQ(irikteu({"archive", "show", office.archive, "1"}).status, 0);
    overwrite(office.scratch.path + "/long", "xx");
    fs::rename(office.scratch.path + "/long", office.at(office.object));
    const auto longer = irikteu({"archive", "show", office.archive, "1"});
    EXPECT_EQ(longer.status, 3);
    EXPECT_THAT(longer.err, HasSubstr(office.object + ": the file of entry 1 has 2 bytes, not 1; run archive verify"));
    fs::remove(office.at(office.object));
    const auto gone = irikteu({"archive", "show", office.archive, "1", "--lang", "ru"});
    EXPECT_EQ(gone.status, 3);
    EXPECT_THAT(gone.err, HasSubstr(office.object + ": файл записи 1 отсутствует; выполните irikteu archive verify"));
    EXPECT_EQ(irikteu({"archive", "show", office.archive, "2"}).status, 0);
}

TEST(DamagedArchive, OfAnEmptyLogNothingIsToBeTakenOut) {
    const Office office;
    fs::resize_file(office.at("log/entries"), 0);
    EXPECT_THAT(office.verified("ru"), ::testing::AllOf(HasSubstr("ОШИБКА: без записи  objects/"), HasSubstr("Не трогайте файл"), Not(HasSubstr("уберите"))));
    EXPECT_THAT(office.verified("kk"), ::testing::AllOf(HasSubstr("ҚАТЕ: жазбасыз  objects/"), HasSubstr("Файлға тимеңіз"), Not(HasSubstr("алып тастаңыз"))));
    EXPECT_THAT(office.verified("en"), ::testing::AllOf(HasSubstr("ERROR: unnamed  objects/"), HasSubstr("Leave it as it is"), Not(HasSubstr("take it out"))));
}

TEST(DamagedArchive, ALostFileIsNotReadAsNoError) {
    const Office office;
    fs::remove(office.at(office.object));
    EXPECT_THAT(office.verified("kk"), HasSubstr("ҚАТЕ: жоғалған  " + office.object));
    EXPECT_THAT(office.verified("ru"), HasSubstr("ОШИБКА: отсутствует  " + office.object));
    EXPECT_THAT(office.verified("en"), HasSubstr("ERROR: missing  " + office.object));
    fs::remove(office.at("index.sqlite"));
    EXPECT_THAT(office.verified("kk"), HasSubstr("ескерту: жоғалған  index.sqlite"));
}

TEST(DamagedArchive, WhatIsThereIsToldApartFromWhatTheLogSays) {
    const Office office;
    fs::remove(office.at(office.object));
    EXPECT_THAT(office.verified("en"), HasSubstr("NOT SOUND, by the log 2 entries, 2 objects, 2 bytes; found sound 1 objects, 1 bytes; Merkle root by the head "));
    fs::remove(office.at("log/head"));
    EXPECT_THAT(office.verified("en"), ::testing::AllOf(HasSubstr("; Merkle root unknown\n"), Not(HasSubstr("000000"))));
    const auto json = nlohmann::json::parse(irikteu({"archive", "verify", "--json", office.archive}).out);
    EXPECT_TRUE(json["root"].is_null());
    EXPECT_EQ(json["sound_objects"], 1);
}

}  // namespace
}  // namespace irikteu::end_to_end
