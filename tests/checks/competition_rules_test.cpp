#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk.hpp"
#include "checks/checker.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

using testing::ElementsAre;
using testing::IsEmpty;

namespace irikteu::checks {
namespace {

const std::string source = support::source_path();
const base::RealDisk disk;

const Checker& checker() {
    static const act::Act act = act::Act::load(disk, source + "/templates", "kz-535-2015");
    static const Checker instance(disk, rule_book(act, "2015-07-16"));
    return instance;
}

/// The sample competition with notices after the register's last entry, and experts after the register.
std::string competition(const std::string& notices, const std::string& experts = {}) {
    std::string text = disk.read(source + "/samples/kz-535-2015/competition-1/competition.xml", 1u << 20);
    const std::size_t at = text.find("</register>");
    text.insert(at + 11, experts.empty() ? "" : "<experts>" + experts + "</experts>");
    return text.insert(at, notices);
}

std::vector<std::string> found(const std::string& text) {
    const xml::Document document = xml::Document::parse(text, "competition.xml");
    for (const xml::SchemaFault& fault : xml::Schema::load(disk, source + "/templates/schema/competition.xsd").validate(document)) ADD_FAILURE() << fault.message;
    const xml::Document report = checker().check_competition(document);
    for (const xml::SchemaFault& fault : xml::Schema::load(disk, source + "/templates/schema/report.xsd").validate(report)) ADD_FAILURE() << fault.message;
    std::vector<std::string> result;
    for (const xml::Node finding : report.root().elements()) {
        if (finding.name() != "finding") continue;
        result.push_back(std::string(finding.attribute("severity") == "warning" ? "~" : "") + std::string(*finding.attribute("rule")));
        EXPECT_EQ(finding.attribute("file"), "competition.xml");
        EXPECT_TRUE(finding.attribute_or("at", "").starts_with("line "));
        std::size_t texts = 0;
        for (const xml::Node words : finding.elements()) texts += words.name() == "message" || words.name() == "remedy";
        EXPECT_EQ(texts, 6u) << "in three languages, with the remedy";
    }
    return result;
}

std::string notice(const std::string& kind, const std::string& received, const std::string& more = "of='КІ-003'", const std::string& reasons = "Қатысушылар құрамы өзгерді") {
    return "<notice kind='" + kind + "' received='" + received + "' " + more + ">" + reasons + "</notice>";
}

TEST(CompetitionRules, find_nothing_in_a_record_that_is_in_order) {
    EXPECT_THAT(found(competition("")), IsEmpty());
    EXPECT_THAT(found(competition(notice("change", "2015-10-01T15:20:00+06:00") + notice("withdrawal", "2015-10-05T18:00:00+06:00"))), IsEmpty());
}

TEST(CompetitionRules, find_each_fault_of_a_notice) {
    EXPECT_THAT(found(competition(notice("change", "2015-10-05T18:00:01+06:00"))), ElementsAre("~K10-late"));
    EXPECT_THAT(found(competition(notice("withdrawal", "2015-10-06T09:00:00+06:00"))), ElementsAre("~K10-late"));
    EXPECT_THAT(found(competition(notice("withdrawal", "2015-10-01T09:00:00+06:00", "of='КІ-003'", " "))), ElementsAre("~K10-reason"));
    EXPECT_THAT(found(competition(notice("change", "2015-10-01T09:00:00+06:00", "of='КІ-003' written='false'"))), ElementsAre("~K10-written"));
    EXPECT_THAT(found(competition(notice("change", "2015-10-01T09:00:00+06:00", "of='КІ-099'"))), ElementsAre("K10-entry"));
    EXPECT_THAT(found(competition(notice("change", "2015-09-23T10:04:00+06:00"))), ElementsAre("K10-early"));
    EXPECT_THAT(found(competition(notice("withdrawal", "2015-10-01T09:00:00+06:00") + notice("change", "2015-10-02T09:00:00+06:00"))), ElementsAre("K10-after-withdrawal"));
}

TEST(CompetitionRules, find_the_number_of_a_notice_that_another_has) {
    const auto numbered = [](const std::string& of, const std::string& number) { return notice("change", "2015-10-01T09:00:00+06:00", "of='" + of + "' number='" + number + "'"); };
    EXPECT_THAT(found(competition(numbered("КІ-003", "Х-1") + numbered("КІ-003", "Х-1"))), ElementsAre("K10-number"));
    EXPECT_THAT(found(competition(numbered("КІ-003", "Х-1") + numbered("КІ-002", "Х-1") + numbered("КІ-002", "Х-1"))), ElementsAre("K10-number", "K10-number"));
    EXPECT_THAT(found(competition(numbered("КІ-003", "КІ-002"))), ElementsAre("K10-number")) << "that of another application";
    EXPECT_THAT(found(competition(numbered("КІ-003", "Х-1") + numbered("КІ-003", "Х-2") + numbered("КІ-003", "КІ-003") + numbered("КІ-003", "") + numbered("КІ-003", ""))), IsEmpty());
}

TEST(CompetitionRules, take_no_withdrawal_for_one_that_is_oral_or_without_reasons) {
    const std::string change = notice("change", "2015-10-02T09:00:00+06:00");
    EXPECT_THAT(found(competition(notice("withdrawal", "2015-10-01T09:00:00+06:00", "of='КІ-003' written='0'") + change)), ElementsAre("~K10-written"));
    EXPECT_THAT(found(competition(notice("withdrawal", "2015-10-01T09:00:00+06:00", "of='КІ-003'", " ") + change)), ElementsAre("~K10-reason"));
    EXPECT_THAT(found(competition(notice("withdrawal", "2015-09-23T10:04:00+06:00") + change)), ElementsAre("K10-early"));
}

TEST(CompetitionRules, ask_five_years_of_practice_of_every_expert) {
    const auto expert = [](const std::string& practice) { return "<expert " + practice + "><name>Әбенов Ә.</name><position>профессор</position></expert>"; };
    EXPECT_THAT(found(competition("", expert("years='5'") + expert("years='12.5'") + expert("since='2010-10-05'"))), IsEmpty());
    EXPECT_THAT(found(competition("", expert("years='4.9'"))), ElementsAre("K19-practice"));
    EXPECT_THAT(found(competition("", expert("since='2010-10-06'"))), ElementsAre("K19-practice"));
    EXPECT_THAT(found(competition("", expert(""))), ElementsAre("~K19-practice-unknown"));
}

TEST(CompetitionRules, look_at_the_day_of_the_protocol) {
    const auto dated = [](const std::string& day, const std::string& stage = "1") {
        std::string text = competition("");
        text.replace(text.find("<protocol date=\"") + 16, 10, day);
        text.replace(text.find("stage=\"1\"") + 7, 1, stage);
        return found(text);
    };
    EXPECT_THAT(dated("2015-10-05"), IsEmpty());
    EXPECT_THAT(dated("2015-10-12"), IsEmpty()) << "the fifth working day after Monday, 5 October";
    EXPECT_THAT(dated("2015-10-13"), ElementsAre("~K15-protocol-late"));
    EXPECT_THAT(dated("2015-10-04"), ElementsAre("~K15-protocol-early"));
    EXPECT_THAT(dated("2015-10-13", "2"), ElementsAre("~K31-protocol-late"));
    EXPECT_THAT(dated("2015-10-04", "2"), ElementsAre("~K31-protocol-early"));
}

TEST(CompetitionRules, tell_what_a_run_found_in_the_inbox) {
    const auto added = [](const std::string& element) {
        const xml::Document report = checker().check_competition(xml::Document::parse(competition(element), "competition.xml"));
        std::vector<std::string> result{std::string(report.root().attribute_or("verdict", ""))};
        for (const xml::Node finding : report.root().elements())
            if (finding.name() == "finding") result.push_back(std::string(finding.attribute_or("rule", "")));
        return result;
    };
    EXPECT_THAT(added("<unregistered dossier='stray.docx'/>"), ElementsAre("undetermined", "K13-not-in-register"));
    EXPECT_THAT(added("<twins dossiers='a.zip, b.zip'/>"), ElementsAre("conforming", "K41-same"));
}

}  // namespace
}  // namespace irikteu::checks
