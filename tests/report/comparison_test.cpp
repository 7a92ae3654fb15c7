#include "report/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "report/faces.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

using testing::HasSubstr;
using Json = nlohmann::json;

namespace irikteu::report {
namespace {

const base::RealDisk disk;
const std::string templates = support::source_path("/templates");
const std::string digest(64, 'b');

Messages messages(const std::string& language) {
    return Messages::load(disk, templates + "/kz-535-2015/messages/" + language + ".xml", language);
}

/// A finding; the words of its message are its quotation too.
std::string fault(const std::string& rule, const std::string& document, const std::string& item, const std::string& xpath, const std::string& words,
                  const std::string& more = "severity='error'") {
    return "<finding rule='" + rule + "' document='" + document + "' " + (item.empty() ? "" : "item='" + item + "' ") + "xpath='" + xpath + "' " + more +
           "><quotation>" + words + "</quotation><message xml:lang='kk'>" + words + "</message></finding>";
}

xml::Document report_of(const std::string& findings, const std::string& dossier = "a") {
    return xml::Document::parse("<report xmlns='urn:irikteu:report:1' dossier='" + dossier + "' stage='1' verdict='non-conforming' act='kz-535-2015' engine='irikteu 1' rules='" +
                                    digest + "' input='" + digest + "'><counts errors='1' warnings='0' infos='0' undetermined='0' manual='0'/><identity/>" + findings +
                                    "<ledger/><readings/></report>",
                                "report");
}

/// "state rule" of every finding that has a state.
std::vector<std::string> states(const xml::Document& report) {
    std::vector<std::string> result;
    const auto add = [&result](xml::Node finding) {
        if (const auto state = finding.attribute("state")) result.push_back(std::string(*state) + " " + std::string(*finding.attribute("rule")));
    };
    for (const xml::Node node : report.root().elements())
        if (node.name() == "finding") add(node);
    for (const xml::Node node : report.root().first_element("comparison").elements()) add(node);
    return result;
}

std::vector<std::string> compared(const std::string& now, const std::string& before) {
    xml::Document report = report_of(now);
    compare(report, report_of(before));
    EXPECT_TRUE(xml::Schema::load(disk, templates + "/schema/report.xsd").validate(report).empty());
    return states(report);
}

TEST(Comparison, tells_mended_open_and_new) {
    EXPECT_THAT(compared(fault("A", "concept", "1", "/c[1]", "x") + fault("C", "concept", "3", "/c[3]", "z"), fault("A", "concept", "1", "/c[1]", "x") + fault("B", "concept", "2", "/c[2]", "y")),
                testing::ElementsAre("open A", "new C", "mended B"));
}

TEST(Comparison, knows_a_fault_again_where_text_before_it_came_or_went) {
    EXPECT_THAT(compared(fault("A", "concept", "1", "/c[9]", "x"), fault("A", "concept", "1", "/c[1]", "x")), testing::ElementsAre("open A"));
}

TEST(Comparison, knows_a_fault_again_where_its_item_of_a_list_moved) {
    EXPECT_THAT(compared(fault("A", "concept", "7.sheet[4].phone", "/s[4]", "Зауыт"), fault("A", "concept", "7.sheet[3].phone", "/s[3]", "Зауыт")), testing::ElementsAre("open A"));
}

TEST(Comparison, does_not_take_one_missing_section_for_another) {
    EXPECT_THAT(compared(fault("A2-missing", "concept", "5.1", "/c[1]", "бес"), fault("A2-missing", "concept", "4.3", "/c[1]", "төрт")),
                testing::ElementsAre("new A2-missing", "mended A2-missing"));
}

TEST(Comparison, knows_a_fault_without_an_item_again_by_its_rule_where_there_is_but_one) {
    EXPECT_THAT(compared(fault("A", "inventory", "", "/i[2]", "24 парақ"), fault("A", "inventory", "", "/i[1]", "20 парақ")), testing::ElementsAre("open A"));
    EXPECT_THAT(compared(fault("A", "inventory", "", "/i[2]", "24 парақ"), fault("A", "inventory", "", "/i[1]", "20 парақ") + fault("A", "inventory", "", "/i[3]", "30 парақ")),
                testing::ElementsAre("new A", "mended A", "mended A"));
}

TEST(Comparison, counts_each_of_several_like_faults_once) {
    const std::string one = fault("A", "concept", "1", "/c[1]", "x");
    EXPECT_THAT(compared(one, one + one), testing::ElementsAre("open A", "mended A"));
    EXPECT_THAT(compared(one + one, one), testing::ElementsAre("open A", "new A"));
}

TEST(Comparison, calls_nothing_mended_in_a_document_that_is_gone_or_unread) {
    const std::string old = fault("A2-missing", "concept", "4.3", "/c[1]", "төрт", "severity='error' appendix='2'");
    EXPECT_THAT(compared(fault("K6-concept", "dossier", "doc", "/", "жоқ", "severity='error' kind='missing' appendix='2'"), old), testing::ElementsAre("new K6-concept", "unknown A2-missing"));
    EXPECT_THAT(compared(fault("R", "concept", "", "/c[1]", "оқылмады", "severity='undetermined'"), old), testing::ElementsAre("new R", "unknown A2-missing"));
    EXPECT_THAT(compared(fault("R", "documents", "", "/d[1]", "оқылмады", "severity='undetermined'"), old), testing::ElementsAre("new R", "unknown A2-missing"));
    EXPECT_THAT(compared(fault("R", "application", "", "/a[1]", "оқылмады", "severity='undetermined'"), old), testing::ElementsAre("new R", "mended A2-missing"));
    EXPECT_THAT(compared("", fault("K6-concept", "dossier", "doc", "/", "жоқ", "severity='error' kind='missing' appendix='2'")), testing::ElementsAre("mended K6-concept"));
}

TEST(Comparison, calls_nothing_mended_in_a_document_that_was_not_handed_in) {
    const std::string old = fault("A", "application", "", "/a[1]", "x") + fault("C", "local_conclusion", "", "/c[1]", "y") + fault("I", "inventory", "", "/i[1]", "z") +
                            fault("K", "dossier", "doc", "/", "u", "severity='error' kind='missing' appendix='1'");
    const auto single = [](const std::string& part, const std::string& files) {
        xml::Document report = report_of("");
        report.root().set_attribute("part", part);
        if (!files.empty()) report.root().first_element("ledger").append("file").set_attribute("kind", files);
        return report;
    };
    xml::Document now = single("local_conclusion", "inventory");
    compare(now, report_of(old));
    EXPECT_THAT(states(now), testing::ElementsAre("unknown A", "mended C", "mended I", "unknown K"));
    // A file that could not be read is read now; what was not read then is no other paper's business.
    xml::Document before = report_of(fault("D", "documents", "", "/d[1]", "x", "severity='undetermined'"));
    now = single("concept", "");
    compare(now, before);
    EXPECT_THAT(states(now), testing::ElementsAre("unknown D"));
    before.root().set_attribute("part", "unknown");
    now = single("concept", "");
    compare(now, before);
    EXPECT_THAT(states(now), testing::ElementsAre("mended D"));
    EXPECT_THAT(compared("", old), testing::ElementsAre("mended A", "mended C", "mended I", "mended K"));
}

TEST(Comparison, leaves_out_what_people_judge_and_mere_notes) {
    EXPECT_THAT(compared(fault("M", "dossier", "", "/", "x", "severity='manual'"), fault("I", "dossier", "", "/", "y", "severity='info'")), testing::IsEmpty());
}

TEST(Comparison, takes_the_earlier_report_as_json_too) {
    const xml::Document old = report_of(fault("A", "concept", "1", "/c[1]", "x") + fault("B", "concept", "2", "/c[2]", "y"));
    for (const std::string& bytes : {json_face(old), old.serialize(), json_face(std::vector<const xml::Document*>{&old}), "[" + json_face(old) + "]"}) {
        const std::vector<xml::Document> reports = read_reports(bytes, "old");
        ASSERT_EQ(reports.size(), 1u);
        xml::Document report = report_of(fault("A", "concept", "1", "/c[1]", "x"));
        compare(report, report_on(reports, "another name", "old"));
        EXPECT_THAT(states(report), testing::ElementsAre("open A", "mended B"));
    }
}

TEST(Comparison, finds_each_dossier_among_several_reports_and_refuses_what_is_none) {
    const xml::Document a = report_of("", "a");
    const xml::Document b = report_of("", "b");
    const std::vector<xml::Document> reports = read_reports(json_face(std::vector<const xml::Document*>{&a, &b}), "old");
    EXPECT_EQ(report_on(reports, "b", "old").root().attribute("dossier"), "b");
    EXPECT_THROW(report_on(reports, "c", "old"), base::Error);
    for (const std::string bytes : {"", "{}", "[]", "[1]", "{\"verdict\":\"x\",\"findings\":[1]}", "<a/>", "<report xmlns='urn:irikteu:report:1'", "nonsense"})
        EXPECT_THROW(read_reports(bytes, "old"), base::Error) << bytes;
}

TEST(Comparison, refuses_the_report_on_another_dossier_and_says_where_it_may_be_one) {
    const auto on = [](const std::string& cluster, const std::string& applicant, const std::string& name, char input = '1', const std::string& stage = "1") {
        xml::Document report = report_of("", name);
        report.root().set_attribute("input", std::string(64, input));
        report.root().set_attribute("stage", stage);
        if (!cluster.empty()) report.root().first_element("identity").append_with_text("cluster_name", cluster);
        if (!applicant.empty()) report.root().first_element("identity").append_with_text("applicant_name", applicant);
        return report;
    };
    const xml::Document now = on("K", "A", "new", '2');
    EXPECT_EQ(doubt_of_sameness(now, on("K", "A", "old"), "old.xml"), "");
    EXPECT_EQ(doubt_of_sameness(now, on("", "", "new"), "old.xml"), "");
    EXPECT_THAT(doubt_of_sameness(now, on("K2", "A", "old"), "old.xml"), HasSubstr("K2 (here: K)"));
    EXPECT_THAT(doubt_of_sameness(now, on("", "", "old"), "old.xml"), HasSubstr("cannot be told"));
    EXPECT_EQ(doubt_of_sameness(now, on("L", "B", "old", '2'), "old.xml"), "");  // The same bytes.
    EXPECT_THROW(doubt_of_sameness(now, on("L", "B", "new"), "old.xml"), base::Error);
    EXPECT_THROW(doubt_of_sameness(now, on("K", "A", "new", '1', "2"), "old.xml"), base::Error);
    const std::vector<xml::Document> read = read_reports(json_face(on("L", "B", "new")), "old.json");
    EXPECT_THROW(doubt_of_sameness(now, read.front(), "old.json"), base::Error);
}

TEST(Comparison, stands_in_every_face) {
    xml::Document report = report_of(fault("A", "concept", "1", "/c[1]", "ескі") + fault("C", "concept", "3", "/c[3]", "тосын"));
    compare(report, report_of(fault("A", "concept", "1", "/c[1]", "ескі") + fault("B", "concept", "2", "/c[2]", "кеткен")));
    const Json json = Json::parse(json_face(report));
    EXPECT_EQ(json["findings"][0]["state"], "open");
    EXPECT_EQ(json["comparison"]["mended"], 1);
    EXPECT_EQ(json["comparison"]["findings"][0]["rule"], "B");
    const Json sarif = Json::parse(sarif_face({&report}, "kk"))["runs"][0]["results"];
    ASSERT_EQ(sarif.size(), 3u);
    EXPECT_EQ(sarif[0]["baselineState"], "unchanged");
    EXPECT_EQ(sarif[1]["baselineState"], "new");
    EXPECT_EQ(sarif[2]["baselineState"], "absent");
    const std::string text = text_face(report, messages("kk"));
    EXPECT_THAT(text, HasSubstr("түзетілді – 1, әлі түзетілмеді – 1, жаңадан пайда болды – 1"));
    EXPECT_THAT(text, HasSubstr("әлі түзетілмеген: ескі [A]"));
    EXPECT_THAT(text, HasSubstr("жаңа: тосын [C]"));
    EXPECT_THAT(text, HasSubstr("кеткен [B]"));
}

TEST(Comparison, says_where_the_rules_were_others) {
    xml::Document report = report_of("");
    xml::Document old = report_of("");
    old.root().set_attribute("rules", std::string(64, 'c'));
    compare(report, old);
    EXPECT_EQ(report.root().first_element("comparison").attribute("same_rules"), "false");
    EXPECT_THAT(text_face(report, messages("en")), HasSubstr("other rules"));
}

}  // namespace
}  // namespace irikteu::report
