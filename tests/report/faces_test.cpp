#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "report/faces.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

namespace irikteu::report {
namespace {

const base::RealDisk disk;
const std::string templates = support::source_path("/templates");

Messages messages(const std::string& language) {
    return Messages::load(disk, templates + "/kz-535-2015/messages/" + language + ".xml", language);
}

const std::string digest(64, 'a');

/// A report with one finding of each severity.
xml::Document sample() {
    return xml::Document::parse(
        "<report xmlns='urn:irikteu:report:1' dossier='04 а' stage='1' verdict='non-conforming' act='kz-535-2015' edition='2015-07-16'"
        " engine='irikteu 0.1.0' rules='" + digest + "' input='" + digest + "'>"
        "<counts errors='1' warnings='1' infos='1' undetermined='1' manual='1'/>"
        "<identity><number>17</number><cluster_name>«Атырау» кластері</cluster_name></identity>"
        "<finding rule='A2-missing' severity='error' kind='missing' clause='6(2)' appendix='2' item='5.4' document='concept' file='concept.docx'"
        " at='p12' place='12-абзац' xpath='/dossier[1]/concept[1]' test='false()' outcome='assert'><headings>Бес › Төрт</headings><quotation>мәтін</quotation>"
        "<message xml:lang='kk'>Бөлім жоқ.</message><message xml:lang='ru'>Раздела нет.</message><message xml:lang='en'>No section.</message>"
        "<remedy xml:lang='kk'>Қосыңыз.</remedy><remedy xml:lang='ru'>Добавьте.</remedy><remedy xml:lang='en'>Add it.</remedy></finding>"
        "<finding rule='A1-title' severity='warning' kind='title' clause='appendix 1' document='application'><message xml:lang='kk'>Тақырып.</message></finding>"
        "<finding rule='A2-extra' severity='info' kind='extra' document='concept' outcome='report' test='true()'><message xml:lang='kk'>Артық.</message></finding>"
        "<finding rule='x' severity='undetermined' cause='run-time' document='dossier' times='3'><message xml:lang='kk'>Тексерілмеді.</message></finding>"
        "<finding rule='m' severity='manual' clause='16' document='dossier' at='line 7'><message xml:lang='kk'>Адам.</message></finding>"
        "<ledger><file name='concept.docx' format='docx' bytes='10' used='5' ignored='2' unknown='0'/></ledger>"
        "<readings><setting id='item.order' value='warning'/></readings><coverage><clause id='6(2)' mode='check' rules='K6-concept A2-missing'/></coverage></report>",
        "sample");
}

TEST(Faces, take_a_report_that_is_valid) {
    EXPECT_TRUE(xml::Schema::load(disk, templates + "/schema/report.xsd").validate(sample()).empty());
}

TEST(Faces, say_the_blanks_of_a_sheet_in_one_sentence) {
    std::string findings;
    const auto blank = [&](int sheet, const std::string& row, const std::string& name) {
        findings += "<finding rule='A2-company-" + row + "' severity='warning' kind='empty' clause='appendix 2, 7' appendix='2' item='7.sheet[" + std::to_string(sheet) + "]." + row +
                    "' document='concept'><message xml:lang='kk'>Компания парағында (" + std::to_string(sheet) + "-парақ, «Нан» ЖШС) «" + name + "» жолы толтырылмаған.</message></finding>";
    };
    for (const int sheet : {3, 4})
        for (const auto& [row, name] : {std::pair("city", "Қала"), {"zip", "Пошта коды"}, {"phone", "Телефоны"}, {"site", "Сайты"}})
            if (sheet == 3 || std::string(row) != "zip") blank(sheet, row, name);
    const xml::Document report = xml::Document::parse("<report xmlns='urn:irikteu:report:1' dossier='d' stage='1' verdict='conforming' act='a' edition='e' engine='i' rules='r' input='i'>"
                                                      "<counts errors='0' warnings='7' infos='0' undetermined='0' manual='0'/>" + findings + "</report>", "sample");
    TextOptions wide;
    wide.width = 0;
    const std::string text = text_face(report, messages("kk"), wide);
    EXPECT_THAT(text, HasSubstr("• 3-парақ: 4 ұяшық бос: Қала; Пошта коды; Телефоны; Сайты. [A2-company-*]"));
    EXPECT_THAT(text, Not(HasSubstr("[A2-company-zip]")));
    EXPECT_THAT(text, HasSubstr("«Сайты» жолы толтырылмаған. [A2-company-site]"));  // Three of sheet 4 stand one by one.
    EXPECT_THAT(text, Not(HasSubstr("4-парақ:")));
    EXPECT_THAT(text, HasSubstr("Төменде біріктіріліп айтылғаны: 4, мұндай жазбалар: 1\n"));
    EXPECT_THAT(text_face(report, messages("en"), wide), HasSubstr("Folded together below: 4, into entries: 1\n"));
}

TEST(Faces, agree_on_the_findings) {
    const xml::Document report = sample();
    const Json json = Json::parse(json_face(report));
    const Json sarif = Json::parse(sarif_face({&report}, "ru"))["runs"][0];
    const xml::Document svrl = svrl_face(report);
    const std::string text = text_face(report, messages("kk"));
    std::vector<std::string> in_svrl;
    for (xml::Node node : svrl.root().elements())
        if (node.name() == "failed-assert" || node.name() == "successful-report") in_svrl.emplace_back(*node.attribute("id"));
    ASSERT_EQ(json["findings"].size(), 5u);
    ASSERT_EQ(sarif["results"].size(), 5u);
    EXPECT_EQ(in_svrl.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
        const std::string rule = json["findings"][i]["rule"];
        EXPECT_EQ(sarif["results"][i]["ruleId"], rule);
        EXPECT_THAT(in_svrl, testing::Contains(rule));
        EXPECT_THAT(text, HasSubstr("[" + rule + "]"));
        EXPECT_EQ(sarif["results"][i]["properties"]["severity"], json["findings"][i]["severity"]);
    }
    EXPECT_EQ(json["verdict"], "non-conforming");
    EXPECT_EQ(json["counts"]["errors"], 1);
    EXPECT_EQ(json["findings"][0]["message"]["ru"], "Раздела нет.");
    EXPECT_EQ(json["findings"][0]["item"], "5.4");
    EXPECT_EQ(json["ledger"][0]["used"], 5);
    EXPECT_EQ(json["coverage"]["6(2)"]["rules"][1], "A2-missing");
}

TEST(Faces, write_svrl_that_is_valid) {
    const std::vector<xml::SchemaFault> faults = xml::Schema::load(disk, templates + "/schema/svrl.xsd").validate(svrl_face(sample()));
    for (const xml::SchemaFault& fault : faults) ADD_FAILURE() << fault.message;
}

TEST(Faces, write_text_most_serious_first_in_each_language) {
    const xml::Document report = sample();
    const std::string text = text_face(report, messages("kk"));
    EXPECT_LT(text.find("[A2-missing]"), text.find("[x]"));
    EXPECT_LT(text.find("[x]"), text.find("[A1-title]"));
    EXPECT_LT(text.find("[A1-title]"), text.find("[A2-extra]"));
    EXPECT_THAT(text, HasSubstr("Түзету жолы: Қосыңыз."));
    EXPECT_THAT(text, HasSubstr("concept.docx, 12-абзац, Бес › Төрт"));
    EXPECT_THAT(text, Not(HasSubstr("\x1b[")));
    const std::string russian = text_face(report, messages("ru"));
    EXPECT_THAT(russian, HasSubstr("Раздела нет."));
    EXPECT_THAT(russian, HasSubstr("подпункт 2) пункта 6"));
    EXPECT_THAT(text_face(report, messages("en")), HasSubstr("Add it."));
}

TEST(Faces, write_text_in_colour_and_within_the_width) {
    const xml::Document report = sample();
    TextOptions options;
    options.colour = TextOptions::Colour::ansi;
    EXPECT_THAT(text_face(report, messages("kk"), options), HasSubstr("\x1b["));
    options.colour = TextOptions::Colour::none;
    options.width = 40;
    const std::string text = text_face(report, messages("en"), options);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        std::size_t columns = 0;
        for (std::size_t i = at; i < end; ++i) columns += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        // The line of the verdict is not broken.
        if (text.compare(at, 7, "Verdict") != 0) {
            EXPECT_LE(columns, 40u) << text.substr(at, end - at);
        }
        at = end + 1;
    }
}

TEST(Faces, write_sarif_with_levels_places_and_stable_fingerprints) {
    const xml::Document report = sample();
    const Json log = Json::parse(sarif_face({&report}, "en"));
    EXPECT_EQ(log["version"], "2.1.0");
    const Json& results = log["runs"][0]["results"];
    EXPECT_EQ(results[0]["level"], "error");
    EXPECT_EQ(results[0]["message"]["text"], "No section. Add it.");
    EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "04%20%D0%B0/concept.docx");
    EXPECT_EQ(results[1]["level"], "warning");
    EXPECT_EQ(results[3]["kind"], "open");
    EXPECT_EQ(results[3]["level"], "none");
    EXPECT_EQ(results[4]["locations"][0]["physicalLocation"]["region"]["startLine"], 7);
    EXPECT_EQ(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    EXPECT_EQ(log["runs"][0]["tool"]["driver"]["version"], "0.1.0");
    const Json again = Json::parse(sarif_face({&report}, "kk"));
    EXPECT_EQ(again["runs"][0]["results"][0]["partialFingerprints"], results[0]["partialFingerprints"]);
    EXPECT_NE(results[1]["partialFingerprints"], results[0]["partialFingerprints"]);
}

TEST(Faces, write_many_reports_into_one_json) {
    const xml::Document report = sample();
    EXPECT_EQ(Json::parse(json_face({&report, &report}))["reports"].size(), 2u);
}

TEST(Faces, refuse_what_is_no_report) {
    EXPECT_THROW(json_face(xml::Document::parse("<a/>", "a.xml")), base::Error);
}

TEST(Faces, sum_a_report_up_in_one_line) {
    EXPECT_EQ(summary_line(sample(), messages("en")), "04 а: non-conforming (errors: 1, warnings: 1, not checked: 1)");
}

TEST(Messages, have_the_same_keys_and_places_in_all_languages) {
    const Messages kazakh = messages("kk");
    for (const std::string language : {"ru", "en"}) {
        const Messages other = messages(language);
        ASSERT_EQ(other.texts().size(), kazakh.texts().size());
        for (const auto& [key, text] : kazakh.texts()) {
            ASSERT_TRUE(other.has(key)) << key;
            for (const std::string place : {"{0}", "{1}", "{2}", "{3}", "{4}"})
                EXPECT_EQ(text.find(place) == std::string::npos, other.texts().at(key).find(place) == std::string::npos) << key;
        }
    }
}

TEST(Messages, fill_in_arguments_and_refuse_unknown_keys) {
    base::MemoryDisk memory;
    memory.write("m.xml", "<messages xmlns='urn:irikteu:messages:1' xml:lang='en'><message key='k'>a {1} b {0} {2}</message></messages>");
    const Messages some = Messages::load(memory, "m.xml", "en");
    EXPECT_EQ(some.say("k", {"x", "y"}), "a y b x ");
    EXPECT_THROW(some.say("none"), base::Error);
    EXPECT_THROW(Messages::load(memory, "m.xml", "ru"), base::Error);
    memory.write("d.xml", "<messages xmlns='urn:irikteu:messages:1' xml:lang='en'><message key='k'>a</message><message key='k'>b</message></messages>");
    EXPECT_THROW(Messages::load(memory, "d.xml", "en"), base::Error);
}

}  // namespace
}  // namespace irikteu::report
