#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;

namespace {

/// One line of expected.tsv: what a sample's README promises.
struct Promise {
    std::string dossier, verdict;
    std::vector<std::string> findings;  ///< "rule" or "rule@item": every error and everything that could not be checked
};

std::vector<Promise> promises() {
    std::vector<Promise> all;
    std::istringstream lines(slurp(kCompetition + "/expected.tsv"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        Promise promise;
        std::string findings;
        std::getline(fields, promise.dossier, '\t');
        std::getline(fields, promise.verdict, '\t');
        std::getline(fields, findings, '\t');
        std::istringstream words(findings);
        for (std::string word; words >> word;) promise.findings.push_back(word);
        all.push_back(promise);
    }
    return all;
}

/// The demo's run, done once for all tests that look at it.
struct Demo {
    Scratch scratch{"demo"};
    std::string out = scratch.path;
    support::Finished finished = irikteu({"run", kCompetition, "--out", out, "--json"});
    Json summary = Json::parse(finished.out, nullptr, false);
};

const Demo& demo() {
    static const Demo once;
    return once;
}

const Json* outcome_of(const std::string& dossier) {
    for (const Json& d : demo().summary["dossiers"]) {
        if (d["dossier"] == dossier) return &d;
    }
    return nullptr;
}

}  // namespace

TEST(Run, EndsWithTheMostSevereStatusOfTheInbox) {
    EXPECT_EQ(demo().finished.status, 3) << demo().finished.err;
    EXPECT_EQ(demo().finished.err, "");
    ASSERT_FALSE(demo().summary.is_discarded()) << demo().finished.out;
}

TEST(Run, GivesEachSampleTheVerdictThatItsReadmePromises) {
    ASSERT_GE(promises().size(), 8u);
    EXPECT_EQ(promises().size(), demo().summary["dossiers"].size());
    for (const Promise& promise : promises()) {
        const Json* outcome = outcome_of(promise.dossier);
        ASSERT_NE(outcome, nullptr) << promise.dossier;
        EXPECT_EQ((*outcome)["verdict"], promise.verdict) << promise.dossier;
    }
}

TEST(Run, ReportsThePromisedFindingsAndNoOthers) {
    for (const Promise& promise : promises()) {
        const Json* outcome = outcome_of(promise.dossier);
        ASSERT_NE(outcome, nullptr) << promise.dossier;
        std::string path;
        for (const Json& file : (*outcome)["files"]) {
            if (file.get<std::string>().ends_with("report.json")) path = demo().out + '/' + file.get<std::string>();
        }
        const Json report = Json::parse(slurp(path), nullptr, false);
        ASSERT_FALSE(report.is_discarded()) << path;
        std::vector<std::string> found;
        for (const Json& finding : report["findings"]) {
            const std::string severity = finding["severity"], item = finding.value("item", "");
            if (severity != "error" && severity != "undetermined") continue;
            found.push_back(finding["rule"].get<std::string>() + (item.empty() ? "" : '@' + item));
        }
        std::vector<std::string> expected = promise.findings;
        for (std::string& finding : found) {
            const std::string rule = finding.substr(0, finding.find('@'));
            if (std::find(expected.begin(), expected.end(), rule) != expected.end()) finding = rule;  // promised without its item
        }
        EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(expected)) << promise.dossier;
    }
}

TEST(Run, WritesEveryFileThatItsSummaryNames) {
    int documents = 0;
    for (const Json& d : demo().summary["dossiers"]) {
        for (const Json& file : d["files"]) {
            EXPECT_TRUE(fs::is_regular_file(demo().out + '/' + file.get<std::string>())) << file;
            documents += file.get<std::string>().ends_with(".pdf");
        }
        const bool returned = std::any_of(d["files"].begin(), d["files"].end(),
                                          [](const Json& f) { return f.get<std::string>().ends_with("return-1.pdf"); });
        EXPECT_EQ(returned, d["verdict"] == "non-conforming") << d["dossier"];
    }
    EXPECT_GT(documents, 16);
    EXPECT_TRUE(fs::is_regular_file(demo().out + "/protocol-15.pdf"));
}

TEST(Run, DoesNothingTwice) {
    const auto before = tree(demo().out);
    const auto again = irikteu({"run", kCompetition, "--out", demo().out, "--json"});
    EXPECT_EQ(again.status, 3) << again.err;
    EXPECT_EQ(Json::parse(again.out)["issued"], 0);
    EXPECT_EQ(tree(demo().out), before);
}

TEST(Run, DoesNothingTwiceWithAHouseStyleThatMakesUpNamesBesideTheCompetition) {
    // Its folder counts as what it was made with, but not the competition and what runs write there.
    const Scratch scratch{"house-names"};
    fs::create_directories(scratch.path);
    fs::copy(kCompetition, scratch.path + "/competition", fs::copy_options::recursive);
    for (const auto& each : fs::directory_iterator(scratch.path + "/competition/inbox"))
        if (each.path().filename() != "01-turkistan-textile.xml") fs::remove_all(each.path());
    std::ofstream style(scratch.path + "/style.xml");
    style << "<style/>" << std::flush;
    const std::string house = scratch.path + "/house.xsl";
    std::ofstream sheet(house);
    sheet << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:variable name='n' select=\"'style.xml'\"/>"
             "<xsl:variable name='read' select='document($n)'/></xsl:stylesheet>" << std::flush;
    const std::vector<std::string> run = {"--house", house, "--json", "run", scratch.path + "/competition", "--out", scratch.path + "/out"};
    const Json first = Json::parse(irikteu(run).out, nullptr, false), second = Json::parse(irikteu(run).out, nullptr, false);
    ASSERT_FALSE(first.is_discarded() || second.is_discarded());
    EXPECT_GT(first["issued"], 0) << first;
    EXPECT_EQ(second["issued"], 0) << second;
    style << "<!-- changed -->" << std::flush;
    const Json third = Json::parse(irikteu(run).out, nullptr, false);
    EXPECT_GT(third["issued"], 0) << third;
}

TEST(Run, GivesTheSameBytesInEveryFolderTimeZoneAndLocale) {
    const Scratch scratch{"elsewhere"};
    const std::string other = scratch.path + "/a/b";
    const auto finished = irikteu({"run", kCompetition, "--out", other},
                                  {{"TZ", "America/St_Johns"}, {"LANG", "tr_TR.UTF-8"}, {"LC_ALL", "tr_TR.UTF-8"}, {"HOME", "/nonexistent"}});
    EXPECT_EQ(finished.status, 3) << finished.err;
    const auto here = tree(demo().out), there = tree(other);
    ASSERT_EQ(here.size(), there.size());
    for (const auto& [path, bytes] : here) {
        ASSERT_TRUE(there.contains(path)) << path;
        EXPECT_TRUE(there.at(path) == bytes) << path << " differs";
    }
}

TEST(Run, LeavesAnArchiveThatVerifies) {
    const std::string archive = demo().out + "/archive";
    const auto sound = irikteu({"archive", "verify", archive, "--json"});
    EXPECT_EQ(sound.status, 0) << sound.out;
    EXPECT_EQ(Json::parse(sound.out)["root"], demo().summary["archive_root"]);
    const auto listed = irikteu({"archive", "list", archive, "--json", "--kind", "document"});
    EXPECT_GT(Json::parse(listed.out)["entries"].size(), 16u);

    const Scratch scratch{"archive-copy"};
    const std::string& copy = scratch.path;
    fs::copy(archive, copy, fs::copy_options::recursive);
    const std::string hex = Json::parse(listed.out)["entries"][0]["sha256"];
    const std::string object = copy + "/objects/" + hex.substr(0, 2) + '/' + hex.substr(2);
    std::string bytes = slurp(object);
    bytes[bytes.size() / 2] ^= 1;
    fs::permissions(object, fs::perms::owner_all);
    std::ofstream(object, std::ios::binary) << bytes;
    std::ofstream(copy + "/stranger.txt") << "x";
    const auto damaged = irikteu({"archive", "verify", copy});
    EXPECT_EQ(damaged.status, 1);
    EXPECT_THAT(damaged.out, ::testing::AllOf(::testing::HasSubstr(hex.substr(2)), ::testing::HasSubstr("stranger.txt")));
}

TEST(Run, NamesWhatIsWrongWithACompetitionAndStops) {
    const Scratch scratch{"none"};
    const auto absent = irikteu({"run", scratch.path + "/no-competition", "--out", scratch.path + "/out"});
    EXPECT_EQ(absent.status, 3);
    EXPECT_THAT(absent.err, ::testing::HasSubstr("competition.xml"));
    EXPECT_EQ(irikteu({"run"}).status, 2);
    EXPECT_EQ(irikteu({"run", kCompetition, "--out", "/proc/nothing"}).status, 4);
}

TEST(RunJudgedOtherwise, SaysSoInProtocolConclusionAndSummary) {
    const Scratch scratch{"judged-otherwise"};
    const std::string competition = scratch.path + "/competition", out = scratch.path + "/out";
    fs::create_directories(competition + "/inbox");
    for (const char* name : {"01-turkistan-textile.xml", "06-karagandy-metal.xml"}) fs::copy_file(kCompetition + "/inbox/" + name, competition + "/inbox/" + name);
    std::string record = slurp(kCompetition + "/competition.xml");
    const std::string end = "</competition>";
    record.insert(record.rfind(end), "<settings><setting name='item.numbered.missing' value='warning'/></settings>");
    std::ofstream(competition + "/competition.xml") << record;
    std::ofstream(scratch.path + "/ours.xml") << "<severities xmlns='urn:irikteu:severities:1' organisation='Министрлік'><severity rule='K6-conclusion' is='warning' author='Серіков Н.' "
                                                 "date='2015-09-01'><reason>Қорытынды кейін беріледі.</reason></severity></severities>";
    const auto ran = irikteu({"run", competition, "--out", out, "--severities", scratch.path + "/ours.xml"});
    const auto text = [](const std::string& pdf) { return support::run({"/usr/bin/env", "pdftotext", "-layout", pdf, "-"}).out; };
    const std::string conclusion = out + "/dossiers/06-karagandy-metal/conformity-1.pdf";
    for (const std::string& said : {ran.out, text(out + "/protocol-15.pdf"), text(conclusion)}) {
        EXPECT_THAT(said, testing::HasSubstr("item.numbered.missing")) << said;
        EXPECT_THAT(said, testing::HasSubstr("K6-conclusion"));
        EXPECT_THAT(said, testing::HasSubstr("Министрлік"));
    }
    EXPECT_THAT(text(conclusion), testing::HasSubstr("Қорытынды кейін беріледі."));
    const Json json = Json::parse(irikteu({"run", competition, "--out", out, "--severities", scratch.path + "/ours.xml", "--json"}).out);
    EXPECT_EQ(json["readings"]["item.numbered.missing"]["default"], "error");
    EXPECT_EQ(json["severities"]["changes"]["K6-conclusion"], "warning");
}

}  // namespace irikteu::end_to_end
