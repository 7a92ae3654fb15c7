// What `irikteu check --json` answers keeps to templates/schema/report.schema.json, says python3-jsonschema, a program of others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/disk.hpp"
#include "end_to_end/program.hpp"
#include "support/folders.hpp"

namespace irikteu::end_to_end {

namespace {

using Json = nlohmann::json;

const std::string kCases = support::source_path("/tests/cases/papers/");
const std::string kSchema = support::source_path("/templates/schema/report.schema.json");

/// What the validator says against an answer; empty where nothing is wrong.
std::string faults(const Scratch& scratch, const std::string& answer, const std::string& schema = kSchema) {
    const std::string path = scratch.path + "/answer.json";
    base::RealDisk().write(path, answer);
    const auto finished = support::run({"python3", "-W", "ignore", "-m", "jsonschema", "-i", path, schema});
    return finished.status == 0 ? std::string() : finished.out + finished.err + "status " + std::to_string(finished.status);
}

}  // namespace

TEST(JsonOfCheck, KeepsToItsSchema) {
    const Scratch scratch("json-schema");
    fs::create_directories(scratch.path);
    base::RealDisk().write(scratch.path + "/broken.docx", "PK no package at all");
    const std::vector<std::vector<std::string>> submissions = {
        {kCases + "concept-sound.docx"}, {kCases + "concept-placeholders.docx"}, {kCases + "sheets-missing-rows.docx"}, {kCases + "application-1-blank.docx"},
        {kCases + "conclusion-both-alternatives.docx"}, {kCases + "strategy-missing-section.docx"}, {kCases + "road-map-empty-attribute.docx"},
        {kCompetition + "/inbox/04-atyrau-petrochem.xml"}, {kCompetition + "/inbox/02-almaty-it"}, {kCompetition + "/inbox/09-mangystau-marine"},
        {scratch.path + "/broken.docx"}, {scratch.path + "/not-there.docx"}, {kCases + "concept-sound.docx", kCases + "road-map-sound.docx"}};
    for (const auto& paths : submissions) {
        std::vector<std::string> arguments = {"check", "--json"};
        arguments.insert(arguments.end(), paths.begin(), paths.end());
        EXPECT_EQ(faults(scratch, irikteu(arguments).out), "") << paths.front();
    }
    // The validator does find fault.
    EXPECT_NE(faults(scratch, R"({"dossier": "x"})"), "");
}

TEST(SarifOfCheck, HasWhatTheStandardAsksOfItsParts) {
    const Scratch scratch("sarif-schema");
    fs::create_directories(scratch.path);
    const std::string schema = support::source_path("/tests/report/data/sarif-parts.schema.json");
    const std::string dossier = kCompetition + "/inbox/04-atyrau-petrochem.xml";
    base::RealDisk().write(scratch.path + "/old.json", irikteu({"check", "--json", dossier}).out);
    base::RealDisk().write(scratch.path + "/broken.xml", "<a>");
    base::RealDisk().write(scratch.path + "/rules.sch",
                           "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='*'><assert test='false()' see='https://example.org/r'>m</assert></rule></pattern></schema>");
    const std::vector<std::vector<std::string>> commands = {
        {"check", "--format", "sarif", kCompetition}, {"check", "--format", "sarif", "--against", scratch.path + "/old.json", dossier}, {"check", "--format", "sarif", scratch.path + "/broken.xml"},
        {"validate", "--format", "sarif", "--rules", scratch.path + "/rules.sch", dossier, scratch.path + "/broken.xml"}};
    for (const auto& command : commands) EXPECT_EQ(faults(scratch, irikteu(command).out, schema), "") << command[0] << ' ' << command.back();
    EXPECT_NE(faults(scratch, R"({"version": "2.1.0", "runs": [{"results": []}]})", schema), "");
}

TEST(JsonOfCheck, NamesRuleAppendixItemKindSeverityPlaceAndQuotation) {
    const Json report = Json::parse(irikteu({"check", "--json", kCases + "concept-renamed.docx"}).out);
    int titles = 0;
    for (const Json& finding : report["findings"]) {
        if (finding.value("kind", "") != "title") continue;
        ++titles;
        EXPECT_EQ(finding["rule"], "A2-title");
        EXPECT_EQ(finding["appendix"], "2");
        EXPECT_EQ(finding["severity"], "warning");
        for (const char* name : {"item", "at", "place", "quotation", "file"}) EXPECT_NE(finding.value(name, ""), "") << name;
    }
    EXPECT_EQ(titles, 2);
}

TEST(CheckOfSomethingElse, SaysWhatItIsAndWhatIsExpected) {
    const Scratch scratch("something-else");
    fs::create_directories(scratch.path);
    base::RealDisk().write(scratch.path + "/letter.xml",
                           "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Қолдау хаты</w:t></w:r></w:p>"
                           "<w:p><w:r><w:t>Біз кластерді құру бастамасын қолдаймыз.</w:t></w:r></w:p></w:body></w:document>");
    const auto finished = irikteu({"check", "--lang", "en", scratch.path + "/letter.xml"});
    EXPECT_THAT(finished.out, ::testing::HasSubstr("letter.xml"));
    EXPECT_THAT(finished.out, ::testing::HasSubstr("--kind"));
    const Json report = Json::parse(irikteu({"check", "--json", scratch.path + "/letter.xml"}).out);
    ASSERT_EQ(report["findings"].size(), 1u) << "what it is not is not asked of it";
    EXPECT_EQ(report["findings"][0]["kind"], "extra");
}

}  // namespace irikteu::end_to_end
