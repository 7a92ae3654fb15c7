// A run into a folder where an earlier one wrote, and where people worked since.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

void replace_in(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = slurp(file);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    std::ofstream(file, std::ios::binary) << text.replace(at, from.size(), to);
}

/// A competition of three of the sample's dossiers, and the folder of its results.
struct Office {
    Scratch scratch;
    std::string folder = scratch.path + "/c", record = folder + "/competition.xml", out = scratch.path + "/out";

    explicit Office(const std::string& name) : scratch(name) {
        fs::create_directories(folder + "/inbox");
        std::istringstream lines(slurp(kCompetition + "/competition.xml"));
        std::ofstream written(record, std::ios::binary);
        for (std::string line; std::getline(lines, line);) {
            bool dropped = line.find("<entry ") != std::string::npos || line.find("<notice ") != std::string::npos;
            for (const char* dossier : {"03-kostanay-grain.zip", "04-atyrau-petrochem.xml", "06-karagandy-metal.xml"}) {
                if (line.find(dossier) == std::string::npos) continue;
                fs::copy_file(kCompetition + "/inbox/" + dossier, folder + "/inbox/" + dossier);
                dropped = false;
            }
            if (!dropped) written << line << '\n';
        }
    }
    support::Finished run() const { return irikteu({"--json", "--lang", "en", "run", folder, "--out", out}); }
    Json summary() const { return Json::parse(run().out, nullptr, false); }
    std::string at(const std::string& name) const { return out + '/' + name; }

    void sign(const std::string& file) const {
        const std::string key = scratch.path + "/key.pem", certificate = scratch.path + "/c.pem", both = scratch.path + "/me.p12";
        support::run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate, "-days", "3650", "-subj", "/CN=Me"});
        support::run({"openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", both, "-passout", "pass:x"});
        const auto done = irikteu({"sign", at(file), "--p12", both}, {{"IRIKTEU_PASSWORD", "x"}});
        ASSERT_EQ(done.status, 0) << done.err;
    }
};

std::string squeezed(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0")) text.erase(at, 2);
    return text;
}

const std::string kReturn = "dossiers/04-atyrau-petrochem/return-1.pdf";

}  // namespace

TEST(Run, LeavesWhatWasSignedAndWritesTheNewEditionBesideIt) {
    const Office office("rerun-signed");
    office.run();
    office.sign("protocol-15.pdf");
    office.sign(kReturn);
    const std::string signed_protocol = slurp(office.at("protocol-15.pdf")), signed_return = slurp(office.at(kReturn));
    EXPECT_EQ(office.summary()["kept"].size(), 0u) << "signed, and still the newest edition";
    EXPECT_FALSE(fs::exists(office.at("protocol-15 (2).pdf")));

    replace_in(office.record, "protocol date=\"2015-10-09\" number=\"1\"", "protocol date=\"2015-10-09\" number=\"7\"");
    replace_in(office.record, "number=\"КІ-002\"", "number=\"КІ-902\"");
    const auto again = office.run();
    const Json summary = Json::parse(again.out, nullptr, false);
    EXPECT_TRUE(slurp(office.at("protocol-15.pdf")) == signed_protocol);
    EXPECT_TRUE(slurp(office.at(kReturn)) == signed_return);
    EXPECT_THAT(again.err, AllOf(HasSubstr("Signed, so left as it is: protocol-15.pdf; the new edition: protocol-15 (2).pdf"), HasSubstr(kReturn)));
    ASSERT_EQ(summary["kept"].size(), 2u) << summary;
    EXPECT_EQ(summary["kept"][1].dump(), R"({"file":"protocol-15.pdf","new_edition":"protocol-15 (2).pdf","why":"signed"})");
    EXPECT_EQ(summary["files"].dump(), R"(["protocol-15 (2).pdf"])");
    EXPECT_THAT(support::run({"pdftotext", office.at("protocol-15 (2).pdf"), "-"}).out, HasSubstr("№7"));
    EXPECT_EQ(irikteu({"archive", "verify", office.at("archive")}).status, 0);

    // The edition beside it is ours: the next one takes its place, and once the signed one is gone, the plain name is free again.
    replace_in(office.record, "number=\"7\"", "number=\"8\"");
    office.run();
    EXPECT_THAT(support::run({"pdftotext", office.at("protocol-15 (2).pdf"), "-"}).out, HasSubstr("№8"));
    EXPECT_FALSE(fs::exists(office.at("protocol-15 (3).pdf")));
    fs::remove(office.at("protocol-15.pdf"));
    EXPECT_EQ(office.summary()["files"].dump(), R"(["protocol-15.pdf"])");
    EXPECT_FALSE(fs::exists(office.at("protocol-15 (2).pdf")));
}

TEST(Run, LeavesWhatWasSignedThoughItIsNoLongerIssued) {
    const Office office("rerun-void");
    office.run();
    office.sign(kReturn);
    const std::string signed_return = slurp(office.at(kReturn)), other = office.at("dossiers/06-karagandy-metal/return-1.pdf");
    ASSERT_TRUE(fs::exists(other));
    for (const char* dossier : {"04-atyrau-petrochem.xml", "06-karagandy-metal.xml"}) {  // Handed in anew, and right now.
        fs::copy_file(kCompetition + "/inbox/01-turkistan-textile.xml", office.folder + "/inbox/" + dossier, fs::copy_options::overwrite_existing);
    }
    const auto again = office.run();
    EXPECT_TRUE(slurp(office.at(kReturn)) == signed_return);
    EXPECT_FALSE(fs::exists(other)) << "nobody signed it";
    EXPECT_THAT(again.err, HasSubstr("no longer issued: " + kReturn));
    EXPECT_TRUE(Json::parse(again.out)["kept"][0]["new_edition"].is_null()) << again.out;
}

TEST(Run, LeavesWhatWasChanged) {
    const Office office("rerun-changed");
    office.run();
    const std::string report = "dossiers/04-atyrau-petrochem/report.txt";
    std::ofstream(office.at(report), std::ios::app) << "Телефонмен айтылды\n";
    std::ofstream(office.at("findings.csv"), std::ios::app) << "ескертпе\n";
    const std::string noted = slurp(office.at(report));
    const auto again = office.run();
    EXPECT_EQ(slurp(office.at(report)), noted);
    EXPECT_TRUE(fs::exists(office.at("dossiers/04-atyrau-petrochem/report (2).txt")));
    EXPECT_TRUE(fs::exists(office.at("findings (2).csv")));
    EXPECT_THAT(again.err, HasSubstr("Changed since it was issued, so left as it is: findings.csv; the new edition: findings (2).csv"));
    // An out folder of an earlier version remembers nothing: its documents are known by the archive.
    fs::remove(office.at(".written"));
    replace_in(office.record, "number=\"1\"", "number=\"7\"");
    EXPECT_EQ(office.summary()["files"].dump(), R"(["protocol-15.pdf"])");
}

TEST(Run, IssuesNothingAnewWhereNothingOfItChanged) {
    const Office office("rerun-layout");
    office.run();
    const auto before = tree(office.out);
    replace_in(office.record, "<register>", "<!-- the counter's -->\n\n\n  <register  >");
    replace_in(office.record, "act=\"kz-535-2015\" stage=\"1\"", "stage=\"1\"\n   act='kz-535-2015'");
    EXPECT_EQ(office.summary()["issued"], 0);
    EXPECT_EQ(tree(office.out), before);
    // Another applicant's line concerns that one and the protocol.
    replace_in(office.record, "number=\"КІ-002\"", "number=\"КІ-902\"");
    const Json summary = office.summary();
    EXPECT_GT(summary["issued"], 0);
    const auto after = tree(office.out);
    for (const auto& [path, bytes] : before) {
        if (!path.starts_with("dossiers/") || path.starts_with("dossiers/04-")) continue;
        EXPECT_TRUE(after.at(path) == bytes) << path;
    }
    EXPECT_TRUE(after.at(kReturn) != before.at(kReturn));
}

TEST(Run, IssuesAnewOnlyWhatSpeaksOfTheCommissionWhereItsMembersChange) {
    const Office office("rerun-commission");
    office.run();
    const auto before = tree(office.out);
    replace_in(office.record, "Жүнісов Бауыржан Ізбасарұлы", "Жүсіпов Бауыржан Ізбасарұлы");
    const Json summary = office.summary();
    EXPECT_EQ(summary["issued"], 1) << "the protocol, whose members sign";
    const auto after = tree(office.out);
    EXPECT_TRUE(after.at("protocol-15.pdf") != before.at("protocol-15.pdf"));
    EXPECT_TRUE(after.at(kReturn) == before.at(kReturn));
    // Whoever signs for the organiser stands on all of them.
    replace_in(office.record, "<signatory>", "<signatory><!-- new -->");
    EXPECT_EQ(office.summary()["issued"], 0);
}

TEST(Run, GivesAnApplicantNoOtherApplicantsEntry) {
    const Office office("rerun-entries");
    office.run();
    const std::string source = office.scratch.path + "/source.xml";
    for (const char* document : {"return-1.pdf", "conformity-1.pdf", "application-1.pdf"}) {
        support::run({"pdfdetach", "-save", "1", "-o", source, office.at("dossiers/04-atyrau-petrochem/" + std::string(document))});
        EXPECT_THAT(slurp(source), AllOf(HasSubstr("04-atyrau-petrochem.xml"), Not(HasSubstr("03-kostanay")), Not(HasSubstr("КІ-001")), Not(HasSubstr("06-karagandy")))) << document;
    }
    support::run({"pdfdetach", "-save", "1", "-o", source, office.at("protocol-15.pdf")});
    EXPECT_THAT(slurp(source), AllOf(HasSubstr("03-kostanay"), HasSubstr("04-atyrau"), HasSubstr("06-karagandy")));
}

TEST(Run, NamesTheFoldersThatAreOfAnEarlierRunAlone) {
    const Office office("rerun-left");
    office.run();
    const std::string record = slurp(office.record);
    const auto from = record.find("<entry dossier=\"06-"), to = record.find("/>", from) + 2;
    std::ofstream(office.record, std::ios::binary) << record.substr(0, from) + record.substr(to);
    fs::remove(office.folder + "/inbox/06-karagandy-metal.xml");
    const auto again = office.run();
    EXPECT_THAT(again.err, HasSubstr("Left of an earlier run, no dossier was examined for it now: dossiers/06-karagandy-metal"));
    EXPECT_EQ(Json::parse(again.out)["left_over"].dump(), R"(["dossiers/06-karagandy-metal"])");
    EXPECT_TRUE(fs::exists(office.at("dossiers/06-karagandy-metal/report.txt")));
}

TEST(Run, RefusesAnArrivalThatIsLaterThanItsClock) {
    const Office office("rerun-clock");
    replace_in(office.record, "received=\"2015-09-21T15:40:00+06:00\"", "received=\"2017-09-21T15:40:00+06:00\"");
    const auto refused = office.run();
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("competition.xml\""), HasSubstr("04-atyrau-petrochem.xml\\\" was received on 2017-09-21T15:40:00+06:00, after 2015-10-09T10:00:00+06:00")));
    EXPECT_FALSE(fs::exists(office.at("archive")));
    EXPECT_EQ(irikteu({"run", office.folder, "--out", office.out, "--clock", "2017-10-01T10:00:00+06:00"}).status, 1) << "late, but before that clock";
    // Without a clock, the whole day of the sitting counts.
    replace_in(office.record, " clock=\"2015-10-09T10:00:00+06:00\"", "");
    replace_in(office.record, "received=\"2017-09-21T15:40:00+06:00\"", "received=\"2015-10-09T23:40:00+06:00\"");
    EXPECT_EQ(office.run().status, 1);
    replace_in(office.record, "received=\"2015-10-09T23:40:00+06:00\"", "received=\"2015-10-10T00:40:00+06:00\"");
    EXPECT_THAT(office.run().err, HasSubstr("after 2015-10-09, the day of the protocol"));
}

TEST(Competition, ChecksDossiersByItsOwnStage) {
    const Scratch scratch("other-stage");
    for (const std::string own : {"1", "2"}) {
        const std::string other = own == "1" ? "2" : "1", folder = scratch.path + '/' + own;
        fs::create_directories(folder);
        fs::copy_file(kSamples + "/competition-" + own + "/competition.xml", folder + "/competition.xml");
        fs::copy(kSamples + "/competition-" + other + "/inbox", folder + "/inbox", fs::copy_options::recursive);
        const std::string wrong_stage = own == "1" ? "K6-stage" : "K7-stage", missing = own == "1" ? "K6-concept" : "K7-road-map";
        const Json reports = Json::parse(irikteu({"check", "--json", folder}).out, nullptr, false);
        ASSERT_GE(reports.size(), 11u);
        for (const Json& report : reports) {
            std::vector<std::string> errors;
            for (const Json& finding : report["findings"]) {
                if (finding["severity"] == "error") errors.push_back(finding["rule"]);
            }
            EXPECT_EQ(report["stage"], std::stoi(own)) << report["dossier"];
            EXPECT_EQ(report["verdict"], "non-conforming") << report["dossier"];
            EXPECT_THAT(errors, Contains(wrong_stage)) << report["dossier"];
            // While a file of a dossier cannot be read, nothing may be called missing.
            EXPECT_EQ(std::count(errors.begin(), errors.end(), missing), report["dossier"] == "09-mangystau-marine" ? 0 : 1) << report["dossier"];
        }
        // The right dossiers, one of them marked wrongly: its papers are checked, and the mark is said to be wrong.
        fs::remove_all(folder + "/inbox");
        fs::copy(kSamples + "/competition-" + own + "/inbox", folder + "/inbox", fs::copy_options::recursive);
        replace_in(folder + "/inbox/01-turkistan-textile.xml", "stage=\"" + own + '"', "stage=\"" + other + '"');
        for (const Json& report : Json::parse(irikteu({"check", "--json", folder}).out, nullptr, false)) {
            std::vector<std::string> rules;
            for (const Json& finding : report["findings"]) rules.push_back(finding["rule"]);
            const bool marked = report["dossier"] == "01-turkistan-textile.xml";
            EXPECT_EQ(std::count(rules.begin(), rules.end(), wrong_stage), marked ? 1 : 0) << report["dossier"];
            if (marked) {
                EXPECT_EQ(report["counts"]["errors"], 1) << report;
            }
        }
    }
}

TEST(Run, LeavesNoticesThatTheRecordFindsFaultWithToPeople) {
    const Office office("oral");
    const std::string kAll = squeezed("Барлығы 3 (үш) конкурстық өтінім келіп түсті"), kWithdrawn = squeezed("кері қайтарып алған");
    replace_in(office.record, "</register>",
               "<notice kind=\"withdrawal\" of=\"КІ-002\" number=\"Х-1\" received=\"2015-10-02T10:00:00+06:00\" written=\"false\">Кластер қайта құрылуда</notice>"
               "<notice kind=\"change\" of=\"КІ-002\" number=\"Х-2\" received=\"2015-10-03T10:00:00+06:00\">Құрамы өзгерді</notice>"
               "<notice kind=\"change\" of=\"КІ-005\" number=\"Х-3\" received=\"2015-10-06T10:00:00+06:00\"/>"
               "<notice kind=\"change\" of=\"КІ-001\" number=\"Х-4\" received=\"2015-10-01T15:20:00+06:00\">Қатысушылар құрамы өзгерді</notice></register>");
    const Json summary = office.summary();
    EXPECT_EQ(summary["answers"], Json::array({"notices/Х-4/change-receipt.pdf", "notices/Х-2/change-receipt.pdf"}))
        << "an oral withdrawal, and one that is late and says nothing get no letter; what was withdrawn by word of mouth can be changed";
    EXPECT_EQ(summary["withdrawn"], Json::array());
    EXPECT_TRUE(fs::exists(office.at("dossiers/04-atyrau-petrochem"))) << "an oral withdrawal is none, so it is examined";
    const auto protocol = [&](const std::string& name) { return squeezed(support::run({"pdftotext", office.at(name), "-"}).out); };
    EXPECT_THAT(protocol("protocol-15.pdf"), AllOf(HasSubstr(kAll), Not(HasSubstr(kWithdrawn)))) << "and the protocol does not count it twice";
    const auto examined = [](const Json& reports) { return std::count_if(reports.begin(), reports.end(), [](const Json& one) { return one["dossier"] == "04-atyrau-petrochem.xml"; }); };
    EXPECT_EQ(examined(Json::parse(irikteu({"check", "--json", office.folder}).out)), 1);
    replace_in(office.record, " written=\"false\"", "");
    EXPECT_EQ(examined(Json::parse(irikteu({"check", "--json", office.folder}).out)), 0);
    const Json mended = office.summary();
    EXPECT_EQ(mended["withdrawn"], Json::array({"04-atyrau-petrochem.xml"}));
    EXPECT_THAT(protocol("protocol-15.pdf"), AllOf(HasSubstr(kAll), HasSubstr(kWithdrawn)));
    EXPECT_EQ(mended["answers"], Json::array({"notices/Х-4/change-receipt.pdf", "notices/Х-1/change-receipt.pdf"})) << "a change of what is withdrawn gets none";
}

TEST(Run, LetsFallWhatWasIssuedOfADossierThatIsWithdrawn) {
    const Office office("fallen");
    const auto standing = [&] {
        std::vector<std::string> names;
        const Json listed = Json::parse(irikteu({"archive", "list", "--json", "--standing", office.at("archive")}).out);
        for (const Json& entry : listed["entries"])
            if (std::string(entry["name"]).find("dossiers/04-atyrau-petrochem/") != std::string::npos) names.push_back(entry["name"]);
        std::sort(names.begin(), names.end());
        return names;
    };
    office.summary();
    const std::vector<std::string> issued = standing();
    EXPECT_GE(issued.size(), 2U) << "a report, and what returns the dossier";
    const std::string notice = "<notice kind=\"withdrawal\" of=\"КІ-002\" number=\"Х-1\" received=\"2015-10-02T10:00:00+06:00\">Кластер қайта құрылуда</notice>";
    replace_in(office.record, "</register>", notice + "</register>");
    office.summary();
    EXPECT_THAT(standing(), ::testing::IsEmpty());
    EXPECT_EQ(office.summary()["issued"], 0) << "it falls once";
    // The notice was another application's: what was issued stands again.
    replace_in(office.record, notice, "");
    office.summary();
    EXPECT_EQ(standing(), issued);
    EXPECT_EQ(office.summary()["issued"], 0);
    replace_in(office.record, "</register>", notice + "</register>");
    office.summary();
    EXPECT_THAT(standing(), ::testing::IsEmpty());
    EXPECT_THAT(irikteu({"archive", "verify", office.at("archive")}).out, HasSubstr("sound"));
    EXPECT_THAT(irikteu({"archive", "list", office.at("archive")}).out, HasSubstr("\t2015-1/КІ-002\t2015-1/dossiers/04-atyrau-petrochem/return-1.pdf\t")) << "with the document's number";
}

TEST(Run, LetsTheAnswerFallToANoticeThatTheRegisterHasNoMore) {
    const Office office("taken-back");
    const std::string kept = "<notice kind=\"change\" of=\"КІ-001\" number=\"Х-1\" received=\"2015-10-01T15:20:00+06:00\">Қатысушылар құрамы өзгерді</notice>";
    const std::string notice = "<notice kind=\"change\" of=\"КІ-002\" number=\"Х-2\" received=\"2015-10-01T15:30:00+06:00\">Қатысушылар құрамы өзгерді</notice>";
    const auto standing = [&] {
        std::vector<std::string> names;
        const Json listed = Json::parse(irikteu({"archive", "list", "--json", "--standing", office.at("archive")}).out);
        for (const Json& entry : listed["entries"])
            if (std::string(entry["name"]).ends_with("/change-receipt.pdf")) names.push_back(entry["name"]);
        return names;
    };
    const std::string first = "2015-1/notices/Х-1/change-receipt.pdf", second = "2015-1/notices/Х-2/change-receipt.pdf";
    replace_in(office.record, "</register>", kept + notice + "</register>");
    office.summary();
    EXPECT_THAT(standing(), ::testing::UnorderedElementsAre(first, second));
    replace_in(office.record, notice, "");
    office.summary();
    EXPECT_THAT(standing(), ::testing::ElementsAre(first));
    EXPECT_FALSE(fs::exists(office.at("notices/Х-2/change-receipt.pdf")));
    EXPECT_TRUE(fs::exists(office.at("notices/Х-1/change-receipt.pdf")));
    EXPECT_EQ(office.summary()["issued"], 0) << "it falls once";
    replace_in(office.record, "</register>", notice + "</register>");
    office.summary();
    EXPECT_THAT(standing(), ::testing::UnorderedElementsAre(first, second));
    EXPECT_TRUE(fs::exists(office.at("notices/Х-2/change-receipt.pdf")));
    EXPECT_THAT(irikteu({"archive", "verify", office.at("archive")}).out, HasSubstr("sound"));
}

TEST(Run, AnswersEveryNoticeOfAChangeOrAWithdrawalOnce) {
    const Office office("notices");
    replace_in(office.record, "</register>",
               "<notice kind=\"change\" of=\"КІ-001\" number=\"КІ-001/1\" received=\"2015-10-01T15:20:00+06:00\">Қатысушылар құрамы өзгерді</notice>"
               "<notice kind=\"withdrawal\" of=\"КІ-002\" received=\"2015-10-02T10:00:00+06:00\">Кластер қайта құрылуда</notice>"
               "<notice kind=\"withdrawal\" of=\"КІ-005\" received=\"2015-10-06T09:00:00+06:00\">Қаржы жоқ</notice>"
               "<notice kind=\"change\" of=\"КІ-005\" received=\"2015-10-06T10:00:00+06:00\">Тағы бір себеп</notice></register>");
    const Json summary = office.summary();
    const std::vector<std::string> answers = summary["answers"];
    EXPECT_THAT(answers, ::testing::UnorderedElementsAre("notices/КІ-001-1/change-receipt.pdf", "notices/КІ-002/change-receipt.pdf", "notices/КІ-005/change-receipt.pdf",
                                                         "notices/КІ-005 (2)/change-receipt.pdf"));
    const auto text = [&](const std::string& name) { return squeezed(support::run({"pdftotext", office.at("notices/" + name + "/change-receipt.pdf"), "-"}).out); };
    // Acknowledged in time, of what is examined and of what was withdrawn; refused after acceptance closed.
    EXPECT_THAT(text("КІ-001-1"), AllOf(HasSubstr(squeezed("хабарламаның қабылданғаны туралы")), HasSubstr(squeezed("Қатысушылар құрамы өзгерді")), HasSubstr(squeezed("Тобыл астығы"))));
    EXPECT_THAT(text("КІ-002"), AllOf(HasSubstr(squeezed("кері қайтарып алынды деп есептеледі")), HasSubstr(squeezed("Атырау мұнай-химия"))));
    EXPECT_THAT(text("КІ-005"), AllOf(HasSubstr(squeezed("қабылданбайтыны туралы")), HasSubstr(squeezed("Қаржы жоқ")), Not(HasSubstr(squeezed("Кластер қайта құрылуда")))));
    EXPECT_FALSE(fs::exists(office.at("dossiers/04-atyrau-petrochem"))) << "withdrawn, so not examined";
    const std::string record = slurp(office.record);
    replace_in(office.record, "2015-10-06T10:00:00+06:00", "2015-10-16T10:00:00+06:00");
    EXPECT_THAT(office.run().err, HasSubstr("КІ-005\\\" was received on 2015-10-16T10:00:00+06:00, after"));
    std::ofstream(office.record, std::ios::binary) << record;
    // Nothing is issued twice, and a withdrawn dossier that has gone back to its participant is answered too.
    const Json again = office.summary();
    EXPECT_EQ(again["issued"], 0);
    EXPECT_EQ(again["answers"], summary["answers"]);
    fs::remove(office.folder + "/inbox/04-atyrau-petrochem.xml");
    fs::remove_all(office.out);
    EXPECT_EQ(office.summary()["answers"], summary["answers"]);
    EXPECT_THAT(text("КІ-002"), HasSubstr(squeezed("атауы көрсетілмеген аумақтық кластер")));
}

}  // namespace irikteu::end_to_end
