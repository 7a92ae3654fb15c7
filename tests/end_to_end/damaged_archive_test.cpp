// What the program says of a damaged archive, in each language: every sentence of it, and nothing that would make a clerk damage it further.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

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
