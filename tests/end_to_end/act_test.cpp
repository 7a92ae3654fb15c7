#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "end_to_end/program.hpp"
#include "support/folders.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;
using ::testing::HasSubstr;

namespace {

const std::string kStage2 = kSamples + "/competition-2";

/// "rule" or "rule@item" of the findings in a report of severity error, or what could not be checked.
std::multiset<std::string> grave(const std::string& report_path) {
    std::multiset<std::string> found;
    const Json report = Json::parse(slurp(report_path), nullptr, false);
    EXPECT_FALSE(report.is_discarded()) << report_path;
    if (report.is_discarded()) return found;
    for (const Json& finding : report["findings"]) {
        const std::string severity = finding["severity"], item = finding.value("item", "");
        if (severity == "error" || severity == "undetermined") found.insert(finding["rule"].get<std::string>() + (item.empty() ? "" : '@' + item));
    }
    return found;
}

/// The findings that expected.tsv promises, by dossier; the verdict stands among them, first.
std::map<std::string, std::pair<std::string, std::multiset<std::string>>> promised(const std::string& path) {
    std::map<std::string, std::pair<std::string, std::multiset<std::string>>> all;
    std::istringstream lines(slurp(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        std::string dossier, verdict, findings;
        std::getline(fields, dossier, '\t');
        std::getline(fields, verdict, '\t');
        std::getline(fields, findings, '\t');
        std::istringstream words(findings);
        auto& entry = all[dossier];
        entry.first = verdict;
        for (std::string word; words >> word;) entry.second.insert(word);
    }
    return all;
}

void write(const std::string& path, const std::string& text) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string edited(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// A data folder with the program's schemas and style, and an act of the tests beside them.
std::string data_with_second_act(const std::string& folder) {
    const std::string source = support::source_path();
    for (const char* shared : {"schema", "style", "calendar"}) {
        fs::create_directories(folder + "/templates");
        fs::copy(source + "/templates/" + shared, folder + "/templates/" + shared, fs::copy_options::recursive);
    }
    fs::copy(source + "/tests/end_to_end/second_act", folder + "/templates/xx-garden-2030", fs::copy_options::recursive);
    fs::copy(source + "/templates/kz-535-2015/messages", folder + "/templates/xx-garden-2030/messages", fs::copy_options::recursive);
    fs::create_directory_symlink(support::build_path("/share/irikteu/fonts"), folder + "/fonts");
    return folder;
}

const char* const kGarden = R"xml(<dossier xmlns="urn:irikteu:dossier:1" stage="1">
  <application><title>Бақ байқауына өтініш</title><cluster_name>Алмалы бақ</cluster_name><signatory><name>Бағбан Алма</name></signatory></application>
  <concept><text><heading level="1" number="1.">Топырағы мен суы</heading><p>Қара топырақ, бұлақ суы.</p>
    <heading level="1" number="2.">Отырғызылатын ағаштар</heading><p>Отыз ағаш.</p><heading level="2" number="1)">Алма ағаштары</heading><p>Апорт.</p></text></concept>
</dossier>)xml";

}  // namespace

TEST(Rules, ThatAreBrokenOrNeedXsltEndInAnAnswer) {
    // Both are thrown while they are made, on one thread or the other: the program must not end there.
    const Scratch scratch{"odd-rules"};
    fs::create_directories(scratch.path);
    const std::string data = data_with_second_act(scratch.path + "/data");
    const std::string rules = data + "/templates/xx-garden-2030/rules/stage-1.sch";
    const std::string whole = slurp(rules);
    write(scratch.path + "/good.xml", kGarden);
    const auto check = [&] { return irikteu({"check", scratch.path + "/good.xml", "--data", data, "--act", "xx-garden-2030"}); };
    write(rules, edited(whole, "test=\"d:concept\"", "test=\"d:concept and format-number(7, '00') = '07'\""));
    const auto with_xslt = check();
    EXPECT_EQ(with_xslt.status, 0) << with_xslt.out << with_xslt.err;
    write(rules, edited(whole, "test=\"d:concept\"", "test=\"d:concept[\""));
    const auto broken = check();
    EXPECT_EQ(broken.status, 3) << broken.out;
    EXPECT_THAT(broken.err, HasSubstr("stage-1.sch"));
}

TEST(Stage2, GivesEachSampleTheVerdictAndTheFindingsThatItsReadmePromises) {
    const Scratch scratch{"stage-2"};
    const auto finished = irikteu({"run", kStage2, "--out", scratch.path, "--json"});
    EXPECT_EQ(finished.status, 3) << finished.err;
    const Json summary = Json::parse(finished.out, nullptr, false);
    ASSERT_FALSE(summary.is_discarded()) << finished.out << finished.err;
    const auto promises = promised(kStage2 + "/expected.tsv");
    EXPECT_EQ(summary["held"], true);
    ASSERT_GE(promises.size(), 10u);
    EXPECT_EQ(summary["dossiers"].size(), promises.size());
    for (const Json& outcome : summary["dossiers"]) {
        const std::string name = outcome["dossier"];
        ASSERT_TRUE(promises.contains(name)) << name;
        EXPECT_EQ(outcome["verdict"], promises.at(name).first) << name;
        for (const Json& file : outcome["files"]) {
            if (file.get<std::string>().ends_with("report.json")) {
                EXPECT_EQ(grave(scratch.path + '/' + file.get<std::string>()), promises.at(name).second) << name;
            }
        }
    }
}

TEST(Terms, SayWhatIsDueAndWhatIsOverdueAsText_Json_AndCalendar) {
    const auto asked = irikteu({"terms", kCompetition + "/competition.xml", "--clock", "2015-12-05", "--json"});
    ASSERT_EQ(asked.status, 0) << asked.err;
    const Json answer = Json::parse(asked.out);
    EXPECT_EQ(answer["overdue"], 1);
    for (const Json& term : answer["terms"]) {
        if (term["id"] == "verification-1") {
            EXPECT_EQ(term["due"], "2015-10-12");
            EXPECT_EQ(term["state"], "kept");
        }
        if (term["id"] == "expert-assessment") {
            EXPECT_EQ(term["due"], "2015-12-04");
            EXPECT_EQ(term["state"], "overdue");
        }
    }
    EXPECT_THAT(irikteu({"terms", kCompetition, "--lang", "en"}).out, HasSubstr("2015-12-04"));
    const Scratch scratch{"terms"};
    fs::create_directories(scratch.path);
    EXPECT_EQ(irikteu({"terms", kCompetition, "--ics", scratch.path + "/terms.ics"}).status, 0);
    const std::string file = slurp(scratch.path + "/terms.ics");
    EXPECT_EQ(file.rfind("BEGIN:VCALENDAR\r\n", 0), 0u);
    EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20151012\r\n"));
    EXPECT_EQ(irikteu({"terms", "--ics", kCompetition}).out, file);
    EXPECT_EQ(irikteu({"terms"}).status, 2);
    EXPECT_EQ(irikteu({"terms", kCompetition, "--clock", "soon"}).status, 2);
}

TEST(Terms, AndRunRefuseImpossibleDatesWithFileAndLine) {
    const Scratch scratch{"impossible"};
    write(scratch.path + "/c/competition.xml", edited(slurp(kCompetition + "/competition.xml"), "protocol date=\"2015-10-09\"", "protocol date=\"2015-10-01\""));
    fs::create_directories(scratch.path + "/c/inbox");
    for (const auto& finished : {irikteu({"terms", scratch.path + "/c"}), irikteu({"run", scratch.path + "/c", "--out", scratch.path + "/out"})}) {
        EXPECT_EQ(finished.status, 3);
        EXPECT_THAT(finished.err, ::testing::AllOf(HasSubstr("competition.xml:"), HasSubstr("before acceptance closed")));
        EXPECT_EQ(finished.out, "");
    }
    EXPECT_FALSE(fs::exists(scratch.path + "/out"));
}

TEST(Settings, OfACompetitionChangeItsVerdictsAndStandInItsReports) {
    const Scratch scratch{"settings"};
    const std::string folder = scratch.path + "/c";
    fs::create_directories(folder + "/inbox");
    fs::copy(kCompetition + "/inbox/05-oskemen-machinery.xml", folder + "/inbox/05-oskemen-machinery.xml");
    std::string competition = slurp(kCompetition + "/competition.xml");
    const auto from = competition.find("<entry"), to = competition.find("</register>");
    competition.replace(from, to - from, "<entry dossier=\"05-oskemen-machinery.xml\" number=\"1\" received=\"2015-09-25T16:12:00+06:00\" originals=\"1\" copies=\"1\" electronic=\"true\"/>");
    write(folder + "/competition.xml", edited(competition, "</register>", "</register><settings><setting name=\"item.numbered.missing\" value=\"warning\"/></settings>"));
    const auto finished = irikteu({"run", folder, "--out", scratch.path + "/out", "--json"});
    EXPECT_EQ(finished.status, 0) << finished.err;
    const Json summary = Json::parse(finished.out);
    EXPECT_EQ(summary["conforming"], 1);
    EXPECT_EQ(summary["held"], false);  // clause 41
    EXPECT_THAT(slurp(scratch.path + "/out/dossiers/05-oskemen-machinery/report.xml"), HasSubstr("<setting id=\"item.numbered.missing\" value=\"warning\" default=\"error\"/>"));
    // They are that competition's alone: what is checked after it is judged by the act's defaults.
    const std::string alone = kCompetition + "/inbox/05-oskemen-machinery.xml";
    const Json by_itself = Json::parse(irikteu({"check", "--json", alone}).out);
    const Json reports = Json::parse(irikteu({"check", "--json", folder, alone}).out);
    EXPECT_EQ(reports.front()["verdict"], "conforming");
    EXPECT_EQ(reports.back()["verdict"], "non-conforming");
    EXPECT_EQ(reports.back()["findings"], by_itself["findings"]);
}

TEST(Coverage, IsSaidAsText_Json_AndHtml) {
    const Json answer = Json::parse(irikteu({"coverage", "--format", "json"}).out, nullptr, false);
    ASSERT_FALSE(answer.is_discarded());
    std::set<std::string> clauses;
    for (const Json& clause : answer["clauses"]) clauses.insert(clause["clause"].get<std::string>());
    for (const char* clause : {"1", "42", "7(5)", "28(2)", "criteria 4.2", "appendix 5, 9"}) EXPECT_TRUE(clauses.contains(clause)) << clause;
    EXPECT_THAT(irikteu({"coverage", "--lang", "en"}).out, HasSubstr("K7-local"));
    for (const char* language : {"kk", "ru"}) {
        const std::string text = irikteu({"coverage", "--lang", language}).out;
        for (const char* english : {"decree 1:", "criteria 1.1:", "appendix 1:", "appendix 5, 9:"}) EXPECT_THAT(text, ::testing::Not(HasSubstr(english))) << language;
    }
    EXPECT_THAT(irikteu({"coverage", "--lang", "ru"}).out, ::testing::AllOf(HasSubstr("пункт 1 постановления: "), HasSubstr("приложение 5, раздел 9: ")));
    const auto page = irikteu({"coverage", "--format", "html"});
    EXPECT_EQ(page.status, 0);
    EXPECT_THAT(page.out, ::testing::AllOf(HasSubstr("<!DOCTYPE html>"), HasSubstr("<code>K7-local</code>"), HasSubstr("</html>")));
    EXPECT_EQ(irikteu({"coverage", "--format", "odt"}).status, 2);
}

TEST(SecondAct, IsReadFromItsFolderAndNothingOfTheFirstIsInTheProgram) {
    const Scratch scratch{"second-act"};
    const std::string data = data_with_second_act(scratch.path + "/data");
    const auto garden = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--data", data, "--act", "xx-garden-2030"});
        return irikteu(arguments);
    };
    write(scratch.path + "/good.xml", kGarden);
    write(scratch.path + "/bad.xml", edited(kGarden, "<heading level=\"2\" number=\"1)\">Алма ағаштары</heading><p>Апорт.</p>", ""));
    const auto good = garden({"check", scratch.path + "/good.xml", "--json"});
    EXPECT_EQ(good.status, 0) << good.out << good.err;
    const auto bad = garden({"check", scratch.path + "/bad.xml", "--json"});
    EXPECT_EQ(bad.status, 1) << bad.err;
    EXPECT_THAT(bad.out, ::testing::AllOf(HasSubstr("G3-apples"), HasSubstr("xx-garden-2030"), ::testing::Not(HasSubstr("K6-"))));

    std::string competition = slurp(kCompetition + "/competition.xml");
    const auto from = competition.find("<entry"), to = competition.find("</register>");
    competition.replace(from, to - from, "<entry dossier=\"good.xml\" number=\"1\" received=\"2031-09-25T16:12:00+06:00\" originals=\"1\" copies=\"1\" electronic=\"true\"/>");
    competition = edited(competition, "act=\"kz-535-2015\"", "act=\"xx-garden-2030\"");
    for (std::size_t at; (at = competition.find("\"2015-")) != std::string::npos;) competition.replace(at, 6, "\"2031-");
    write(scratch.path + "/c/competition.xml", competition);
    write(scratch.path + "/c/inbox/good.xml", kGarden);
    const auto run = garden({"run", scratch.path + "/c", "--out", scratch.path + "/out", "--json"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(fs::is_regular_file(scratch.path + "/out/dossiers/good/garden-letter.pdf")) << run.out;
    EXPECT_THAT(slurp(scratch.path + "/out/dossiers/good/report.xml"), HasSubstr("edition=\"second\""));
    const Json terms = Json::parse(garden({"terms", scratch.path + "/c", "--json"}).out, nullptr, false);
    ASSERT_FALSE(terms.is_discarded());
    EXPECT_EQ(terms["terms"].size(), 1u);
    EXPECT_EQ(terms["terms"][0]["id"], "walk");
    EXPECT_THAT(garden({"coverage", "--lang", "en"}).out, ::testing::AllOf(HasSubstr("Garden Council"), HasSubstr("Beauty is judged by people")));
}

}  // namespace irikteu::end_to_end
