// All faces of one report say the same: the same findings, with the same rule, severity and place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "checks/checker.hpp"
#include "report/comparison.hpp"
#include "report/csv.hpp"
#include "report/faces.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

using Json = nlohmann::json;

namespace irikteu::report {
namespace {

const base::RealDisk disk;
const std::string source = support::source_path();

Messages messages(const std::string& language) {
    return Messages::load(disk, source + "/templates/kz-535-2015/messages/" + language + ".xml", language);
}

const act::Act& act_of_tests() {
    static const act::Act act = act::Act::load(disk, source + "/templates", "kz-535-2015");
    return act;
}

std::string severities(const std::string& entries) {
    return "<severities xmlns='urn:irikteu:severities:1' organisation='Инвестициялар және даму министрлігі'>" + entries + "</severities>";
}

const std::string kWeighed = "<severity rule='A2-company-street' is='error' author='Серіков Н., төраға' date='2015-09-01'><reason>Мекенжайсыз хабарлама жіберілмейді.</reason></severity>"
                             "<severity rule='A1-name' is='warning' author='Серіков Н., төраға' date='2015-09-01'><reason>Аты-жөні қолынан көрінеді.</reason></severity>";

/// A report with many findings of many kinds, by the act's own rules.
xml::Document report_of(const std::string& overlay) {
    std::string dossier = disk.read(source + "/tests/checks/data/conforming.xml", 1u << 24);
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"<street>Абай көшесі, 2</street>", ""}, {"<name>Асанов Ержан Болатұлы</name>", "<name> — </name>"},
                                   {"item=\"4.3\" status=\"found\"", "item=\"4.3\" status=\"missing\""}, {"<main>13101</main>", "<main>=1+1, \"x\"; тоқыма</main>"},
                                   {"copies=\"1\"", "copies=\"2\""}, {"number=\"2\" sheets=\"4\"", "number=\"2\" sheets=\"5\""}}) {
        const std::size_t at = dossier.find(from);
        if (at == std::string::npos) throw std::runtime_error(from);
        dossier.replace(at, from.size(), to);
    }
    checks::RuleBook book = checks::rule_book(act_of_tests(), "2015-07-16");
    if (!overlay.empty()) {
        base::MemoryDisk memory;
        memory.write("o.xml", overlay);
        memory.write("t/schema/severities.xsd", disk.read(source + "/templates/schema/severities.xsd", 1u << 20));
        book.severities = checks::load_severities(memory, "o.xml", "t");
    }
    return checks::Checker(disk, std::move(book)).check(xml::Document::parse(dossier, "dossier.xml"));
}

using Facts = std::multiset<std::string>;

Facts facts_of_xml(const xml::Document& report) {
    Facts facts;
    for (const xml::Node node : report.root().elements())
        if (node.name() == "finding") facts.insert(std::string(*node.attribute("rule")) + " " + std::string(*node.attribute("severity")) + " " + std::string(node.attribute_or("xpath", "")));
    return facts;
}

Facts facts_of_json(const xml::Document& report) {
    Facts facts;
    const Json parsed = Json::parse(json_face(report));
    for (const Json& each : parsed["findings"])
        facts.insert(each["rule"].get<std::string>() + " " + each["severity"].get<std::string>() + " " + each.value("xpath", ""));
    return facts;
}

Facts facts_of_sarif(const xml::Document& report) {
    Facts facts;
    const Json parsed = Json::parse(sarif_face({&report}, "kk"));
    for (const Json& each : parsed["runs"][0]["results"]) {
        const Json& place = each["locations"][0];
        const std::string xpath = place.contains("logicalLocations") ? place["logicalLocations"][0]["fullyQualifiedName"].get<std::string>() : "";
        facts.insert(each["ruleId"].get<std::string>() + " " + each["properties"]["severity"].get<std::string>() + " " + xpath);
    }
    return facts;
}

Facts facts_of_svrl(const xml::Document& report) {
    Facts facts;
    const xml::Document svrl = svrl_face(report);
    for (const xml::Node node : svrl.root().elements())
        if (node.name() == "failed-assert" || node.name() == "successful-report")
            facts.insert(std::string(*node.attribute("id")) + " " + std::string(*node.attribute("role")) + " " + std::string(*node.attribute("location")));
    return facts;
}

/// Cells of RFC 4180.
std::vector<std::vector<std::string>> cells_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') rows.back().back() += csv[i++];
        else if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) rows.back().emplace_back();
        else if (c == '\n' && !quoted) rows.emplace_back(1);
        else if (c != '\r' || quoted) rows.back().back() += c;
    }
    rows.pop_back();
    return rows;
}

Facts rules_and_words(const xml::Document& report) {
    Facts facts;
    for (const xml::Node node : report.root().elements())
        if (node.name() == "finding") facts.insert(std::string(*node.attribute("rule")) + " " + std::string(*node.attribute("severity")) + " " + node.child_text("message"));
    return facts;
}

Facts facts_of_csv(const xml::Document& report) {
    const Messages kazakh = messages("kk");
    std::map<std::string, std::string> severity;
    for (const std::string name : {"error", "warning", "info", "undetermined", "manual"}) severity[kazakh.say("severity." + name)] = name;
    Facts facts;
    for (const auto& row : cells_of(csv_rows(report, kazakh))) {
        EXPECT_EQ(row.size(), 18u);
        facts.insert(row.at(8) + " " + severity[row.at(6)] + " " + row.at(14));
    }
    return facts;
}

/// "rule severity words" of the entries of the text face, written without breaks.
Facts facts_of_text(const xml::Document& report) {
    const Messages kazakh = messages("kk");
    TextOptions options;
    options.width = 0;
    const std::string text = text_face(report, kazakh, options);
    Facts facts;
    std::string severity;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.empty()) severity.clear();
        for (const std::string name : {"error", "warning", "info", "undetermined", "manual"})
            if (line == kazakh.say("heading." + name)) severity = name;
        const std::size_t open = line.rfind(" [");
        if (severity.empty() || line.rfind("    \xE2\x80\xA2 ", 0) != 0 || open == std::string::npos) continue;
        facts.insert(line.substr(open + 2, line.size() - open - 3) + " " + severity + " " + line.substr(8, open - 8));
    }
    return facts;
}

class Agreement : public testing::TestWithParam<std::string> {};

TEST_P(Agreement, holds_between_all_faces) {
    const xml::Document report = report_of(GetParam());
    const Facts facts = facts_of_xml(report);
    ASSERT_GE(facts.size(), 8u);
    EXPECT_EQ(facts_of_json(report), facts);
    EXPECT_EQ(facts_of_sarif(report), facts);
    EXPECT_EQ(facts_of_svrl(report), facts);
    EXPECT_EQ(facts_of_csv(report), rules_and_words(report));
    EXPECT_EQ(facts_of_text(report), rules_and_words(report));
    EXPECT_TRUE(xml::Schema::load(disk, source + "/templates/schema/report.xsd").validate(report).empty());
}

INSTANTIATE_TEST_SUITE_P(Reports, Agreement, testing::Values(std::string(), severities(kWeighed)));

TEST(Severities, change_findings_and_stand_in_every_face_that_they_touched) {
    const xml::Document plain = report_of("");
    const xml::Document weighed = report_of(severities(kWeighed));
    EXPECT_FALSE(plain.root().first_element("severities"));
    const Json json = Json::parse(json_face(weighed));
    EXPECT_EQ(json["counts"]["errors"], Json::parse(json_face(plain))["counts"]["errors"]);  // One more, one less.
    ASSERT_EQ(json["severities"]["changes"].size(), 2u);
    EXPECT_EQ(json["severities"]["changes"][1]["rule"], "A2-company-street");
    EXPECT_EQ(json["severities"]["changes"][1]["times"], 1);
    for (const Json& finding : json["findings"]) {
        if (finding["rule"] == "A2-company-street") {
            EXPECT_EQ(finding["severity"], "error");
            EXPECT_EQ(finding["by_act"], "warning");
        }
        EXPECT_EQ(finding.contains("by_act"), finding["rule"] == "A2-company-street" || finding["rule"] == "A1-name");
    }
    const std::string text = text_face(weighed, messages("kk"));
    for (const std::string words : {"Мекенжайсыз хабарлама жіберілмейді.", "Серіков Н., төраға", "2015 жылғы 1", "Инвестициялар және даму министрлігі", "Акт бойынша: ескерту"})
        EXPECT_THAT(text, testing::HasSubstr(words));
    const Json run = Json::parse(sarif_face({&weighed}, "kk"))["runs"][0];
    EXPECT_EQ(run["invocations"][0]["ruleConfigurationOverrides"].size(), 2u);
    EXPECT_THAT(csv_rows(weighed, messages("kk")), testing::HasSubstr(",ескерту\r\n"));
}

TEST(Readings, that_differ_from_the_default_are_told) {
    act::Act act = act::Act::load(disk, source + "/templates", "kz-535-2015");
    act.override_setting("clause-6.negative-conclusion", "error");
    const xml::Document report = checks::Checker(disk, checks::rule_book(act, "2015-07-16"))
                                     .check(xml::Document::parse(disk.read(source + "/tests/checks/data/conforming.xml", 1u << 24), "dossier.xml"));
    EXPECT_THAT(text_face(report, messages("en")), testing::HasSubstr("clause-6.negative-conclusion: error (default: warning)"));
    EXPECT_THAT(text_face(report_of(""), messages("en")), testing::Not(testing::HasSubstr("(default:")));
    EXPECT_TRUE(xml::Schema::load(disk, source + "/templates/schema/report.xsd").validate(report).empty());
}

TEST(Severities, say_their_day_as_people_write_it) {
    const xml::Document report = report_of(severities(kWeighed));
    EXPECT_THAT(text_face(report, messages("kk"), {.width = 0}), testing::HasSubstr("төраға, 2015 жылғы 1 қыркүйек."));
    EXPECT_THAT(text_face(report, messages("ru"), {.width = 0}), testing::HasSubstr("төраға, 01.09.2015."));
    EXPECT_THAT(text_face(report, messages("en"), {.width = 0}), testing::HasSubstr("төраға, 2015-09-01."));
}

TEST(Severities, that_touch_nothing_are_not_mentioned) {
    const xml::Document report = report_of(severities("<severity rule='A1-signature' is='info' author='x' date='2015-09-01'><reason>y</reason></severity>"));
    EXPECT_FALSE(report.root().first_element("severities"));
}

TEST(Severities, refuse_what_would_change_nothing_or_hide) {
    EXPECT_THROW(report_of(severities("<severity rule='A1-nmae' is='warning' author='x' date='2015-09-01'><reason>y</reason></severity>")), base::Error);
    EXPECT_THROW(report_of(severities("<severity rule='A1-name' is='none' author='x' date='2015-09-01'><reason>y</reason></severity>")), base::Error);
    EXPECT_THROW(report_of(severities("<severity rule='A1-name' is='warning' author=' ' date='2015-09-01'><reason>y</reason></severity>")), base::Error);
    EXPECT_THROW(report_of(severities("<severity rule='A1-name' is='warning' author='x' date='2015-09-01'><reason> </reason></severity>")), base::Error);
    EXPECT_THROW(report_of(severities("<severity rule='A1-name' is='warning' author='x' date='2015-09-01'><reason>y</reason></severity>"
                                      "<severity rule='A1-name' is='info' author='x' date='2015-09-01'><reason>y</reason></severity>")), base::Error);
}

TEST(Severities, never_turn_what_could_not_be_checked_or_is_for_people) {
    const xml::Document plain = report_of("");
    const xml::Document report = report_of(severities("<severity rule='K16-substantiated' is='info' author='x' date='2015-09-01'><reason>y</reason></severity>"));
    EXPECT_EQ(facts_of_xml(report), facts_of_xml(plain));
}

// ---------------------------------------------------------------- what SARIF 2.1.0 asks of a log

TEST(Sarif, holds_to_the_essentials_of_its_schema) {
    xml::Document report = report_of(severities(kWeighed));
    const xml::Document plain = report_of("");
    compare(report, plain);
    const Json log = Json::parse(sarif_face({&report, &plain}, "ru"));
    const std::set<std::string> run_members = {"tool", "invocations", "language", "columnKind", "results"};
    const std::set<std::string> result_members = {"ruleId", "ruleIndex", "level", "kind", "message", "locations", "partialFingerprints", "baselineState", "properties"};
    ASSERT_EQ(log["version"], "2.1.0");
    for (const auto& [name, member] : log.items()) EXPECT_THAT((std::set<std::string>{"$schema", "version", "runs"}), testing::Contains(name));
    ASSERT_EQ(log["runs"].size(), 1u);
    const Json& run = log["runs"][0];
    for (const auto& [name, member] : run.items()) EXPECT_THAT(run_members, testing::Contains(name));
    EXPECT_TRUE(run["tool"]["driver"]["name"].is_string());
    EXPECT_TRUE(run["invocations"][0]["executionSuccessful"].is_boolean());
    EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
    EXPECT_EQ(run["language"], "ru");
    const Json& rules = run["tool"]["driver"]["rules"];
    std::set<std::string> ids;
    for (const Json& rule : rules) {
        EXPECT_TRUE(ids.insert(rule["id"]).second) << rule["id"];
        EXPECT_THAT((std::set<std::string>{"none", "note", "warning", "error"}), testing::Contains(rule["defaultConfiguration"]["level"].get<std::string>()));
    }
    std::set<std::string> fingerprints;
    std::size_t of_first = 0;
    for (const Json& result : run["results"]) {
        for (const auto& [name, member] : result.items()) EXPECT_THAT(result_members, testing::Contains(name));
        EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
        EXPECT_FALSE(result["message"]["text"].get<std::string>().empty());
        const std::string kind = result["kind"];
        EXPECT_THAT((std::set<std::string>{"fail", "open", "review", "informational"}), testing::Contains(kind));
        // 3.27.10: where kind is not "fail", level is "none".
        EXPECT_EQ(kind == "fail", result["level"] != "none");
        if (result.contains("baselineState")) {
            EXPECT_THAT((std::set<std::string>{"new", "unchanged", "updated", "absent"}), testing::Contains(result["baselineState"].get<std::string>()));
        }
        for (const Json& location : result["locations"]) {
            const std::string uri = location["physicalLocation"]["artifactLocation"]["uri"];
            EXPECT_EQ(uri.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%"), std::string::npos) << uri;
        }
        if (of_first++ < facts_of_xml(report).size()) {
            EXPECT_TRUE(fingerprints.insert(result["partialFingerprints"]["fault/v1"]).second) << result["ruleId"];
        }
    }
}

TEST(Sarif, keeps_a_faults_fingerprint_where_its_place_moves) {
    const std::string digest(64, 'a');
    const auto made = [&](const std::string& xpath) {
        return xml::Document::parse("<report xmlns='urn:irikteu:report:1' dossier='a' stage='1' verdict='conforming' engine='irikteu 1'><counts/><identity/><finding rule='R' severity='error' "
                                    "document='concept' xpath='" + xpath + "'><quotation>q</quotation><message xml:lang='kk'>m</message></finding></report>", "r");
    };
    const xml::Document first = made("/a[1]");
    const xml::Document moved = made("/a[2]");
    const auto fingerprint = [](const xml::Document& report) { return Json::parse(sarif_face({&report}, "kk"))["runs"][0]["results"][0]["partialFingerprints"]["fault/v1"]; };
    EXPECT_EQ(fingerprint(first), fingerprint(moved));
}

}  // namespace
}  // namespace irikteu::report
