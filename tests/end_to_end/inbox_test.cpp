#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "end_to_end/program.hpp"

// What an inbox may hold beside one copy of each registered dossier.
namespace irikteu::end_to_end {

using Json = nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

/// A competition of the sample's dossiers 03 (КІ-001) and what `more` registers as КІ-101, КІ-102, …
struct Competition {
    Scratch scratch;
    std::string folder = scratch.path + "/c", out = scratch.path + "/out";

    Competition(const std::string& name, const std::vector<std::string>& more) : scratch(name) {
        fs::create_directories(folder + "/inbox");
        fs::copy_file(kCompetition + "/inbox/03-kostanay-grain.zip", folder + "/inbox/03-kostanay-grain.zip");
        std::istringstream lines(slurp(kCompetition + "/competition.xml"));
        std::string record;
        for (std::string line; std::getline(lines, line);) {
            if (line.find("<entry ") != std::string::npos && line.find("03-kostanay") == std::string::npos) continue;
            if (line.find("<notice ") != std::string::npos) continue;
            if (line.find("</register>") != std::string::npos) {
                int number = 100;
                for (const std::string& dossier : more) {
                    record += "<entry dossier=\"" + dossier + "\" number=\"КІ-" + std::to_string(++number) +
                              "\" received=\"2015-09-24T10:00:00+06:00\" received_by=\"Ысқақова Е.\" originals=\"1\" copies=\"1\" electronic=\"true\"/>\n";
                }
            }
            record += line + '\n';
        }
        write("../competition.xml", record);
    }
    void write(const std::string& name, const std::string& bytes) const { std::ofstream(folder + "/inbox/" + name, std::ios::binary) << bytes; }
    Json run() const { return Json::parse(irikteu({"run", folder, "--out", out, "--json"}).out, nullptr, false); }
    std::string protocol() const { return support::run({"pdftotext", "-raw", out + "/protocol-15.pdf", "-"}).out; }
};

}  // namespace

TEST(Inbox, WhatSystemsAndEditorsLeaveBehindIsPassedOver) {
    const Competition c("leavings", {"~$registered.xml"});
    for (const char* name : {"Thumbs.db", "desktop.ini", "~$x.docx", ".DS_Store", ".~lock.x.docx#", "~$registered.xml"}) c.write(name, "x");
    const Json summary = c.run();
    EXPECT_EQ(summary["passed_over"].dump(), R"([".DS_Store",".~lock.x.docx#","Thumbs.db","desktop.ini","~$x.docx"])");
    EXPECT_EQ(summary["unregistered"].size(), 0u);
    EXPECT_EQ(summary["dossiers"].size(), 2u) << "what was registered is a dossier, whatever its name";
    EXPECT_EQ(summary["record"].size(), 0u);
}

TEST(Inbox, WhatNoEntryNamesIsNoApplication) {
    const Competition c("stray", {"01-turkistan-textile.xml", "99-absent.zip"});
    fs::copy_file(kCompetition + "/inbox/01-turkistan-textile.xml", c.folder + "/inbox/01-turkistan-textile.xml");
    fs::create_directories(c.folder + "/inbox/emptydir");
    c.write("empty.txt", "");
    c.write("stray.docx", "x");
    const Json summary = c.run();
    EXPECT_EQ(summary["unregistered"].dump(), R"(["empty.txt","emptydir","stray.docx"])");
    EXPECT_EQ(summary["dossiers"].size(), 3u);
    EXPECT_EQ(summary["exit_status"], 3);
    EXPECT_THAT(slurp(c.out + "/competition/report.txt"), AllOf(HasSubstr("K13-not-in-register"), HasSubstr("emptydir")));
    EXPECT_THAT(slurp(c.out + "/findings.csv"), HasSubstr("K13-not-in-register"));
    EXPECT_THAT(irikteu({"archive", "list", c.out + "/archive"}).out, Not(HasSubstr("stray")));
    EXPECT_THAT(c.protocol(), AllOf(HasSubstr("Барлығы 3 (үш)"), HasSubstr("файл: 99-absent.zip"), Not(HasSubstr("stray")), Not(HasSubstr("empty"))));
}

TEST(Inbox, WithoutARegisterHoldsApplications) {
    const Competition c("no-register", {});
    const std::string record = slurp(c.folder + "/competition.xml");
    const auto from = record.find("<entry "), to = record.find("</register>");
    c.write("../competition.xml", record.substr(0, from) + record.substr(to));
    c.write("Thumbs.db", "x");
    const Json summary = c.run();
    EXPECT_EQ(summary["dossiers"].size(), 1u);
    EXPECT_EQ(summary["unregistered"].size(), 0u);
}

TEST(Inbox, OneApplicationThatCameTwiceIsToldAndCountsOnce) {
    const Competition c("twins", {"12-copy.zip"});
    fs::copy_file(c.folder + "/inbox/03-kostanay-grain.zip", c.folder + "/inbox/12-copy.zip");
    const Json summary = c.run();
    EXPECT_EQ(summary["twins"].dump(), R"([["03-kostanay-grain.zip","12-copy.zip"]])");
    EXPECT_EQ(summary["dossiers"][1]["same_as"], "КІ-001");
    EXPECT_EQ(summary["conforming"], 1);
    EXPECT_EQ(summary["held"], false);
    EXPECT_THAT(slurp(c.out + "/competition/report.txt"), AllOf(HasSubstr("K41-same"), HasSubstr("03-kostanay-grain.zip, 12-copy.zip")));
    EXPECT_THAT(c.protocol(), AllOf(HasSubstr("КІ-001, КІ-101"), HasSubstr("екеуден аз")));
    const std::string goes_on = c.protocol().substr(c.protocol().find("одан әрі қаралуға жатады"));
    EXPECT_THAT(goes_on, HasSubstr("КІ-101 нөмірімен де")) << "named beside the other";
    EXPECT_EQ(goes_on.find("КІ-101"), goes_on.rfind("КІ-101")) << "and listed once";
    EXPECT_THAT(irikteu({"run", c.folder, "--out", c.out}).out, HasSubstr("(= КІ-001)"));
    EXPECT_THAT(irikteu({"check", c.folder, "--format", "csv", "--lang", "en"}).err, HasSubstr("handed in twice (same applicant, same cluster): 03-kostanay-grain.zip, 12-copy.zip"));
}

TEST(Inbox, UnreadableCopiesAreOneToo) {
    const Competition c("unreadable-twins", {"a.zip", "b.zip", "c.zip"});
    c.write("a.zip", "PK\x03\x04 broken");
    c.write("b.zip", "PK\x03\x04 broken");
    c.write("c.zip", "PK\x03\x04 broken otherwise");
    const Json summary = c.run();
    EXPECT_EQ(summary["twins"].dump(), R"([["a.zip","b.zip"]])");
    EXPECT_TRUE(summary["held"].is_null());
}

TEST(Inbox, ALetterOfTwoCharactersKeepsItsNameInTheResults) {
    const Competition c("decomposed", {"\u0456\u0438\u0306.xml"});
    fs::copy_file(kCompetition + "/inbox/01-turkistan-textile.xml", c.folder + "/inbox/\u0456\u0438\u0306.xml");
    c.run();
    EXPECT_TRUE(fs::exists(c.out + "/dossiers/\u0456\u0439/report.xml")) << "as one character";
}

TEST(Run, FollowsNoLinkInItsFolder) {
    const Competition c("planted", {});
    const std::string elsewhere = c.scratch.path + "/elsewhere", file = c.scratch.path + "/precious.txt";
    fs::create_directories(elsewhere);
    fs::create_directories(c.out);
    std::ofstream(file) << "precious";
    fs::create_symlink(file, c.out + "/findings.csv");
    fs::create_symlink(file, c.out + "/protocol-15.pdf");
    c.run();
    EXPECT_EQ(slurp(file), "precious");
    EXPECT_FALSE(fs::is_symlink(c.out + "/findings.csv"));
    EXPECT_TRUE(slurp(c.out + "/protocol-15.pdf").starts_with("%PDF"));
    fs::rename(c.out + "/dossiers", c.scratch.path + "/away");
    fs::create_symlink(elsewhere, c.out + "/dossiers");
    const auto refused = irikteu({"run", c.folder, "--out", c.out});
    EXPECT_EQ(refused.status, 4);
    EXPECT_THAT(refused.err, HasSubstr("dossiers: is a link in the folder of results"));
    EXPECT_TRUE(fs::is_empty(elsewhere));
}

TEST(Run, WritesNoCompetitionOverAnother) {
    const Competition c("whose", {});
    c.run();
    const auto before = tree(c.out);
    const auto other = irikteu({"run", kSamples + "/competition-2", "--out", c.out});
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.err, AllOf(HasSubstr("2015-1"), HasSubstr("name another folder")));
    EXPECT_EQ(tree(c.out), before);
}

TEST(Check, SaysNothingOfReadingWhatASystemLeftBehind) {
    const Scratch scratch{"leavings-inside"};
    fs::copy(kCompetition + "/inbox/02-almaty-it", scratch.path, fs::copy_options::recursive);
    std::ofstream(scratch.path + "/Thumbs.db") << "x";
    const auto done = irikteu({"check", scratch.path});
    EXPECT_THAT(done.out, Not(HasSubstr("Thumbs.db")));
    EXPECT_EQ(done.status, 0) << done.out;
}

}  // namespace irikteu::end_to_end
