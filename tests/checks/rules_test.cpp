#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "act/coverage.hpp"
#include "base/digest.hpp"
#include "base/disk.hpp"
#include "checks/checker.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

using testing::ElementsAre;
using testing::IsEmpty;

namespace irikteu::checks {
namespace {

const std::string source = support::source_path();

std::string read(const std::string& path) { return base::RealDisk().read(source + "/" + path, 1u << 24); }

RuleBook book() {
    static const act::Act act = act::Act::load(base::RealDisk(), source + "/templates", "kz-535-2015");
    return rule_book(act, "2015-07-16");
}

const Checker& checker() {
    static const Checker instance(base::RealDisk(), book());
    return instance;
}

const std::string& conforming() {
    static const std::string text = read("tests/checks/data/conforming.xml");
    return text;
}

/// "rule" or "rule@item" of every finding of severity error, warning or undetermined, with "?" before the undetermined
/// and "~" before the warnings.
std::vector<std::string> found(const xml::Document& report) {
    std::vector<std::string> result;
    for (xml::Node finding : report.root().elements()) {
        if (finding.name() != "finding") continue;
        const std::string_view severity = finding.attribute_or("severity", "");
        if (severity == "manual" || severity == "info") continue;
        std::string text = severity == "undetermined" ? "?" : severity == "warning" ? "~" : "";
        text += finding.attribute_or("rule", "");
        if (const auto item = finding.attribute("item")) text += "@" + std::string(*item);
        result.push_back(text);
    }
    return result;
}

xml::Document check(const std::string& dossier) { return checker().check(xml::Document::parse(dossier, "dossier.xml")); }

std::string edited(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// The text from the first occurrence of `from` through the first `until` after it is left out.
std::string without(std::string text, const std::string& from, const std::string& until) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.erase(at, text.find(until, at) + until.size() - at);
}

TEST(Rules, find_nothing_in_a_conforming_dossier) {
    const xml::Document report = check(conforming());
    EXPECT_EQ(report.root().attribute("verdict"), "conforming");
    EXPECT_THAT(found(report), IsEmpty());
}

struct Case {
    const char* from;
    const char* to;
    std::vector<std::string> expected;
};

TEST(Rules, find_each_fault_by_its_rule) {
    const std::vector<Case> cases = {
        // Clause 2(7)
        {"kind=\"regional-chamber\" ", "", {"~K2-kind-absent"}},
        {"kind=\"regional-chamber\"", "kind=\"partnership\"", {"K2-kind"}},
        {"150740000014", "150740000015", {"~K2-bin"}},
        {"150740000014", "15074000001", {"~K2-bin"}},
        {"150740000014", "15074000001A", {"~K2-bin"}},
        {"150740000014", "940140000385", {}},
        // Clauses 9, 13, 14
        {"originals=\"1\"", "originals=\"0\"", {"K9-original"}},
        {"copies=\"1\"", "copies=\"2\"", {"K9-copy"}},
        {"electronic=\"true\"", "electronic=\"false\"", {"K9-electronic"}},
        {"<carriers originals=\"1\" copies=\"1\" electronic=\"true\"/>", "", {"~K9-carriers"}},
        {"late=\"false\"", "late=\"true\"", {"K13-late"}},
        {"late=\"false\"", "late=\"1\"", {"K13-late"}},
        // Clause 11
        {"<item document=\"inventory\" from=\"1\" to=\"1\">Құжаттар тізбесі</item>\n      <item document=\"application\" from=\"2\" to=\"2\">Өтінім</item>",
         "<item document=\"application\" from=\"1\" to=\"1\">Өтінім</item><item document=\"inventory\" from=\"2\" to=\"2\">Тізбе</item>", {"K11-first"}},
        {"<volume number=\"2\"", "<volume number=\"3\"", {"K11-volume-number"}},
        {"<volume number=\"2\"", "<volume", {"K11-volume-number"}},
        {"number=\"2\" sheets=\"4\"", "number=\"2\"", {"K11-volume-sheets"}},
        {"number=\"2\" sheets=\"4\"", "number=\"2\" sheets=\"3\"", {"K11-sheets-exceeded"}},
        {"number=\"2\" sheets=\"4\"", "number=\"2\" sheets=\"5\"", {"~K11-sheets-unlisted"}},
        {"document=\"attachment\" from=\"3\" to=\"4\"", "document=\"attachment\"", {"~K11-sheets-unlisted", "K11-item-sheets"}},
        {"from=\"3\" to=\"4\"", "from=\"4\" to=\"4\"", {"K11-item-gap"}},
        {"from=\"1\" to=\"2\"", "from=\"2\" to=\"2\"", {"K11-item-gap"}},
        {"from=\"3\" to=\"22\"", "from=\"3\" to=\"2\"", {"~K11-sheets-unlisted", "K11-item-order"}},
        {"document=\"attachment\" from", "document=\"road_map\" from", {"K11-absent"}},
        {"<item document=\"application\" from", "<item document=\"attachment\" from", {"K11-listed-application"}},
        {"<item document=\"concept\" from", "<item document=\"attachment\" from", {"K11-listed-concept"}},
        {"<item document=\"local_conclusion\" from", "<item document=\"attachment\" from", {"K11-listed-conclusion"}},
        {">Хаттар</item>", "> </item>", {"K11-title"}},
        {">Хаттар</item>", ">________</item>", {"K11-title"}},
        // Appendix 1
        {"<cluster_name>«Тараз агрохимия» аумақтық кластері</cluster_name>\n    <applicant_name>", "<applicant_name>", {"A1-cluster_name@cluster_name"}},
        {"<cluster_name>«Тараз агрохимия» аумақтық кластері</cluster_name>\n    <applicant_name>", "<cluster_name>________</cluster_name><applicant_name>", {"A1-cluster_name@cluster_name"}},
        {"<cluster_name>«Тараз агрохимия» аумақтық кластері</cluster_name>\n    <applicant_name>", "<cluster_name>(аумақтық кластердің атауы)</cluster_name><applicant_name>", {"A1-cluster_name@cluster_name"}},
        {"<applicant_name>Жамбыл облысының кәсіпкерлер палатасы</applicant_name>", "", {"A1-applicant_name@applicant_name"}},
        {"<applicant_name>Жамбыл облысының кәсіпкерлер палатасы</applicant_name>", "<applicant_name>***</applicant_name>", {"A1-applicant_name@applicant_name"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>✓</signature></signatory></application>", {}},
        {"<position>Директор</position><name>Асанов Ержан Болатұлы</name>", "<name>Асанов Ержан Болатұлы</name>", {"A1-position@signatory.position"}},
        {"<name>Асанов Ержан Болатұлы</name>", "<name> — </name>", {"A1-name@signatory.name"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "</signatory></application>", {"A1-signature@signatory.signature"}},
        {"<addressee>", "<addressee/><!--", {}},
        {"<statement>Өтінімді тіркеуді өтінемін:</statement>", "<statement/>", {"A1-statement@statement"}},
        {"<title>Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім</title>", "", {"A1-title@title"}},
        {"<title>Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім</title>", "<title>ӨТІНІМ</title>", {"~A1-title-wording@title"}},
        {"<title>Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім</title>",
         "<title>АУМАҚТЫҚ КЛАСТЕРЛЕРДІ бірінші конкурстық іріктеуге қатысуға  арналған ӨТІНІМ.</title>", {}},
        // Appendix 2
        {"item=\"4.3\" status=\"found\"", "item=\"4.3\" status=\"missing\"", {"A2-missing@4.3"}},
        {"item=\"4\" status=\"found\"", "item=\"4\" status=\"empty\"", {"A2-empty@4"}},
        {"item=\"5.9\" status=\"found\"", "item=\"5.9\" status=\"placeholder\"", {"A2-placeholder@5.9"}},
        {"<heading>Қаржы ресурстары</heading>", "<heading>Қаржы ресурстары</heading><hint>Осы бөліктің мәтінін жазыңыз.</hint>", {"~A2-hint@5.9"}},
        {"item=\"4.2.a\" status=\"found\"", "item=\"4.2.a\" status=\"missing\"", {"~A2-missing@4.2.a"}},
        {"item=\"4.2.a\" status=\"found\"", "item=\"4.2.a\" status=\"empty\"", {"~A2-empty@4.2.a"}},
        {"item=\"2\" status=\"found\"", "item=\"2\" status=\"out-of-order\"", {"~A2-order@2"}},
        {"item=\"2\" status=\"found\"", "item=\"2\" status=\"duplicate\"", {"~A2-duplicate@2"}},
        {"item=\"2\" status=\"found\"", "item=\"2\" status=\"approximate\"", {"~A2-title@2"}},
        {"<outline appendix=\"2\">", "<outline appendix=\"2\"><!--", {}},
        {"concept sheets=\"20\"", "concept sheets=\"19\"", {"~A2-volume-low@doc"}},
        {"concept sheets=\"20\"", "concept sheets=\"26\"", {"~A2-volume-high@doc"}},
        {"concept sheets=\"20\"", "concept sheets=\"25\"", {}},
        {"concept sheets=\"20\"", "concept", {}},
        {"<name>«Компания 3» ЖШС</name>", "<name/>", {"A2-company-name@7.sheet[3].name", "~A3-participant-unknown@table.row[3].participant"}},
        {"<street>Абай көшесі, 2</street>", "", {"~A2-company-street@7.sheet[2].address.street"}},
        {"<city>Тараз</city>", "", {"~A2-company-city@7.sheet[1].address.city"}},
        {"<zip>080000</zip>", "<zip>08</zip>", {"~A2-company-zip-form@7.sheet[1].address.zip"}},
        {"<zip>080000</zip>", "<zip>…</zip>", {"~A2-company-zip@7.sheet[1].address.zip"}},
        {"<capital>Қазақстан</capital>", "", {"~A2-company-capital@7.sheet[1].capital"}},
        {"<founded>12.08.2001</founded>", "", {"~A2-company-founded@7.sheet[1].founded"}},
        {"<clients>Зауыттар</clients>", "", {"~A2-company-clients@7.sheet[1].clients"}},
        {"<country>отандық</country>", "", {"~A2-company-country@7.sheet[1].country"}},
        {"<surname>Асанов</surname>", "", {"~A2-company-surname@7.sheet[1].responsible.surname"}},
        {"<name>Ержан</name>", "", {"~A2-company-given_name@7.sheet[1].responsible.name"}},
        {"<name>Ержан</name><position>Директор</position>", "<name>Ержан</name>", {"~A2-company-position@7.sheet[1].responsible.position"}},
        {"<phone>+7 (7262) 00-00-01</phone>", "", {"~A2-company-phone@7.sheet[1].phone"}},
        {"<mobile>+7 (701) 000-00-01</mobile>", "", {"~A2-company-mobile@7.sheet[1].mobile"}},
        {"<email>k1@example.kz</email>", "", {"~A2-company-email@7.sheet[1].email"}},
        {"<email>k1@example.kz</email>", "<email>k1.example.kz</email>", {"~A2-company-email-form@7.sheet[1].email"}},
        {"<site>–</site>", "", {"~A2-company-site@7.sheet[1].site"}},
        {"<main>13101</main>", "", {"~A2-company-eqjj@7.sheet[1].eqjj.main"}},
        {"<main>13101</main>", "<main>тоқыма</main>", {"~A2-company-code-form@7.sheet[1].eqjj.main"}},
        {"<extra>13.20.1</extra>", "<extra>1</extra>", {"~A2-company-code-form@7.sheet[1].eqjj.extra"}},
        {"<extra>13.20.1</extra>", "<extra>13101</extra><extra>13102</extra><extra>13103</extra><extra>13104</extra><extra>13105</extra>",
         {"~A2-company-codes@7.sheet[1].eqjj.extra"}},
        {"<year value=\"2010\"><turnover>100</turnover>", "<year value=\"2010\">", {"~A2-company-turnover@7.sheet[1].turnover"}},
        {"<export>10</export>", "<export> </export>", {"~A2-company-export@7.sheet[1].export"}},
        {"<netincome>5,1</netincome>", "", {"~A2-company-netincome@7.sheet[1].netincome"}},
        {"<gva>40</gva>", "", {"~A2-company-gva@7.sheet[1].gva"}},
        {"<staff>12</staff>", "", {"~A2-company-staff@7.sheet[1].staff"}},
        {"<rdstaff>1</rdstaff>", "", {"~A2-company-rdstaff@7.sheet[1].rdstaff"}},
        {"<rdcost>2</rdcost>", "", {"~A2-company-rdcost@7.sheet[1].rdcost"}},
        {"value=\"2013\"", "value=\"2014\"", {}},
        // Appendix 3
        {"<title>Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы</title>", "", {"~A3-title@title"}},
        {"<title>Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы</title>", "<title>Анықтама</title>",
         {"~A3-title-wording@title"}},
        {"<number>17</number>", "<number>____</number>", {"A3-number@number"}},
        {"<date>2015-09-10</date>", "", {"A3-date@date"}},
        {"<date>2015-09-10</date>\n    <cluster_name>«Тараз агрохимия» аумақтық кластері</cluster_name>", "<date>2015-09-10</date>", {"A3-cluster_name@cluster_name"}},
        {"<date>2015-09-10</date>\n    <cluster_name>«Тараз агрохимия»", "<date>2015-09-10</date><cluster_name>«Атырау»", {"~A3-same-cluster@cluster_name"}},
        {"<address>Тараз қаласы, Абай көшесі, 1</address>", "", {"A3-address@address"}},
        {"<phone>+7 (7262) 00-00-00</phone>", "", {"A3-phone@phone"}},
        {"<organ_name>Жамбыл облысы әкімдігінің басқармасы</organ_name>", "<organ_name>(атауы)</organ_name>", {"A3-organ_name@organ_name"}},
        {"<confirmation participants=\"present\" organising=\"expedient\">растайды</confirmation>", "", {"A3-confirmation@confirmation"}},
        {"participants=\"present\"", "", {"A3-confirmation@confirmation"}},
        {"participants=\"present\"", "participants=\"both\"", {"~A3-both@confirmation"}},
        {"organising=\"expedient\"", "organising=\"both\"", {"~A3-both@confirmation"}},
        {"participants=\"present\"", "participants=\"absent\"", {"~A3-absent@confirmation"}},
        {"organising=\"expedient\"", "organising=\"inexpedient\"", {"~A3-inexpedient@confirmation"}},
        {"<activity>логистика</activity>", "", {"A3-row-activity@table.row[2].activity"}},
        {"<participant>«Компания 1» ЖШС</participant>", "<participant/>", {"A3-row-participant@table.row[1].participant", "~A2-company-unconfirmed@7.sheet[1].name"}},
        {"<participant>«Компания 1» ЖШС</participant>", "<participant>ЖШС \"КОМПАНИЯ 1\"</participant>", {}},
        {"<participant>«Компания 1» ЖШС</participant>", "<participant>«Бөтен» АҚ</participant>", {"~A3-participant-unknown@table.row[1].participant", "~A2-company-unconfirmed@7.sheet[1].name"}},
        // Across documents, and days (clauses 5, 6(3), 12)
        {"<title>Тұжырымдама</title>", "<title>«Атырау» кластерін дамыту тұжырымдамасы</title>", {"~K12-title-cluster"}},
        {"<title>Тұжырымдама</title>", "<title>“ТАРАЗ АГРОХИМИЯ” кластерін дамыту тұжырымдамасы</title>", {}},
        {"<name>Серіков Нұрлан Қайратұлы</name>", "<name>Асанов Ержан Болатұлы</name>", {"~K12-signatories@signatory.name"}},
        {"<name>Серіков Нұрлан Қайратұлы</name>", "<name>12345</name>", {"K12-signatory-name@signatory.name"}},
        {"<name>Асанов Ержан Болатұлы</name>", "<name>12345</name>", {"K12-signatory-name@signatory.name"}},
        {"<date>2015-09-10</date>", "<date>2015 жылғы күзде</date>", {"~T-conclusion-form@date"}},
        {"<date>2015-09-10</date>", "<date>2015-09-10</date><registered>2015-09-03</registered>", {}},
        {"<date>2015-09-10</date>", "<date>2015-09-10</date><registered>2015-09-11</registered>", {"~T-conclusion-registered@date"}},
        {"<date>2015-09-10</date>", "<date>2015-10-02</date>", {"~T-conclusion-received@date"}},
        {"<date>2015-09-10</date>", "<date>1915-09-10</date>", {"~T-conclusion-year@date"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date>2035-09-14</date></application>", {"~T-application-received@date", "~T-application-year@date"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date>2015-09-20</date></application>", {}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date>2015-09-09</date></application>", {"~T-conclusion-application@date"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date>2015-10-02</date></application>", {"~T-application-received@date"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date>күзде</date></application>", {"~T-application-form@date"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date> ____ </date></application>", {"~T-application-empty@date"}},
        {"<signature>қолы қойылған</signature></signatory>\n  </application>", "<signature>қолы қойылған</signature></signatory><date/></application>", {"~T-application-empty@date"}},
        {"electronic=\"true\"/></intake>", "electronic=\"true\"/><acceptance announced=\"2015-08-03\" until=\"2015-10-05T18:00:00+06:00\"/></intake>", {}},
        {"electronic=\"true\"/></intake>", "electronic=\"true\"/><acceptance announced=\"2015-08-07\" until=\"2015-10-05T18:00:00+06:00\"/></intake>", {"~K5-announced"}},
        // Appendix 2, section 7: what cannot be
        {"<name>«Компания 2» ЖШС</name>", "<name>«Компания 1» АҚ</name>", {"~A2-companies-criterion@3.1", "~A2-company-duplicate@7.sheet[1].name", "~A2-company-duplicate@7.sheet[2].name", "~A3-participant-unknown@table.row[2].participant"}},
        {"<phone>+7 (7262) 00-00-01</phone>", "<phone>жоқ 12</phone>", {"~A2-company-phone-form@7.sheet[1].phone"}},
        {"<mobile>+7 (701) 000-00-01</mobile>", "<mobile>12</mobile>", {"~A2-company-mobile-form@7.sheet[1].mobile"}},
        {"<site>–</site>", "<site>біздің сайт</site>", {"~A2-company-site-form@7.sheet[1].site"}},
        {"<founded>12.08.2001</founded>", "<founded>ерте</founded>", {"~A2-company-founded-form@7.sheet[1].founded"}},
        {"<founded>12.08.2001</founded>", "<founded>2001</founded>", {}},
        {"<capital>Қазақстан</capital>", "<capital>Қазақстан – 70 %, Түркия – 40 %</capital>", {"~A2-company-capital-sum@7.sheet[1].capital"}},
        {"<capital>Қазақстан</capital>", "<capital>Қазақстан – 60,5 %, Түркия – 39,5 %</capital>", {}},
        {"<year value=\"2011\">", "<year value=\"11\">", {"~A2-year-form@7.sheet[1].years", "~A2-year-order@7.sheet[1].years"}},
        {"<year value=\"2011\">", "<year value=\"2010\">", {"~A2-year-order@7.sheet[1].years"}},
        {"<gva>40</gva>", "<gva>көп</gva>", {"~A2-figure-form@7.sheet[1].gva"}},
        {"<staff>12</staff>", "<staff>-12</staff>", {"~A2-figure-negative@7.sheet[1].staff"}},
        {"<export>10</export>", "<export>1 000</export>", {"~A2-figure-export@7.sheet[1].export"}},
        {"<export>10</export>", "<export>–</export>", {}},
        {"<gva>40</gva>", "<gva>4 000</gva>", {"~A2-figure-gva@7.sheet[1].gva"}},
        {"<netincome>5,1</netincome>", "<netincome>510</netincome>", {"~A2-figure-percent@7.sheet[1].netincome"}},
        {"<staff>12</staff>", "<staff>1 200</staff>", {}},
        {"<rdcost>2</rdcost>", "<rdcost>2 000</rdcost>", {"~A2-figure-rdcost@7.sheet[1].rdcost"}},
        {"<turnover>100</turnover><export>10</export><netincome>5,1</netincome><gva>40</gva>", "<turnover>0</turnover><export>0</export><netincome>0</netincome><gva>0</gva>", {}},
        {"<year value=\"2013\">", "<year value=\"2035\">", {"~A2-year-future@7.sheet[1].years"}},
        {"<year value=\"2013\">", "<year value=\"2014\">", {}},
        {"<year value=\"2010\">", "<year value=\"1995\">", {"~A2-year-early@7.sheet[1].years"}},
        {"<founded>12.08.2001</founded>", "<founded>12.08.0012</founded>", {"~A2-company-founded-year@7.sheet[1].founded"}},
        {"<founded>12.08.2001</founded>", "<founded>2035</founded>", {"~A2-company-founded-year@7.sheet[1].founded"}},
        {"<founded>12.08.2001</founded>", "<founded>1012 жыл</founded>", {"~A2-company-founded-year@7.sheet[1].founded"}},
        {"<founded>12.08.2001</founded>", "<founded>1889 жыл</founded>", {}},
        {"<zip>080000</zip>", "<zip>620000</zip>", {"~A2-company-zip-form@7.sheet[1].address.zip"}},
        {"<zip>080000</zip></address>\n        <capital>Қазақстан</capital><founded>12.08.2001</founded><clients>Зауыттар</clients><country>отандық</country>",
         "<zip>620000</zip></address><capital>Ресей</capital><founded>12.08.2001</founded><clients>Зауыттар</clients><country>шетелдік</country>", {}},
        {"<zip>080000</zip></address>\n        <capital>Қазақстан</capital><founded>12.08.2001</founded><clients>Зауыттар</clients><country>отандық</country>",
         "<zip>абвгде</zip></address><capital>Ресей</capital><founded>12.08.2001</founded><clients>Зауыттар</clients><country>шетелдік</country>", {"~A2-company-zip-form@7.sheet[1].address.zip"}},
        {"<main>13101</main>", "<main>13</main>", {"~A2-company-code-form@7.sheet[1].eqjj.main"}},
        {"<main>13101</main>", "<main>04101</main>", {"~A2-company-code-form@7.sheet[1].eqjj.main"}},
        {"<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>", "<addressee>«Индустриялық парк» ЖШС</addressee>", {"~A1-addressee-other@addressee"}},
        {"<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>", "<addressee>Алматы қаласының әкіміне</addressee>", {"~A1-addressee-other@addressee"}},
        {"<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>", "<addressee>Инвестициялар және даму министрлігіне</addressee>", {}},
        {"<name>Серіков Нұрлан Қайратұлы</name>", "", {"A3-signatory@signatory.name"}},
        {"<signature>қолы қойылған</signature></signatory>\n    <seal>", "<signature at='field local-body' doubt='changed after signing'>қолы қойылған</signature></signatory><seal>", {"?D-signature"}},
        {"<signature>қолы қойылған</signature></signatory>\n    <seal>", "<signature>  </signature></signatory><seal>", {"A3-signature@signatory.signature"}},
        {"<seal>мөр басылған</seal>", "", {"A3-seal@seal"}},
        // What could not be read
        {"  <attachments>", "  <documents><document file='x.docx'><error code='malformed'>damaged</error></document></documents><attachments>", {"?D-unreadable"}},
        {"  <attachments>", "  <documents><document file='x.docx' kind='unknown'/></documents><attachments>", {"?D-unrecognised"}},
        {"  <attachments>", "  <documents><document file='a.docx' kind='concept' sha256='1'/><document file='b.docx' kind='concept' sha256='2'/></documents><attachments>", {"?D-second"}},
        {"  <attachments>", "  <documents><document file='a.docx' kind='concept' sha256='1'/><document file='copy.docx' kind='concept' sha256='1'/></documents><attachments>", {}},
        {"  <attachments>", "  <documents><document file='all.docx' kind='concept' sha256='1'/><document file='all.docx' kind='concept' sha256='1'/></documents><attachments>", {"?D-second"}},  // one file, parted
        {"  <attachments>", "  <documents><document file='x.docx'><ledger used='5'><unknown element='w:x'>мәтін</unknown></ledger></document></documents><attachments>",
         {"?D-unknown-content"}},
        {"stage=\"1\"", "", {}},
    };
    for (const Case& each : cases) {
        std::string dossier = edited(conforming(), each.from, each.to);
        // A comment opened by an edit ends where the element does.
        if (std::string(each.to).ends_with("<!--")) continue;
        EXPECT_THAT(found(check(dossier)), testing::UnorderedElementsAreArray(each.expected)) << each.from << " -> " << each.to;
    }
}

TEST(Rules, take_nothing_for_a_field_that_nobody_filled_in) {
    const std::pair<const char*, const char*> fields[] = {{"signature>қолы қойылған<", "A1-signature@signatory.signature"},
                                                          {"name>Асанов Ержан Болатұлы<", "A1-name@signatory.name"}};
    for (const auto& [field, rule] : fields) {
        for (const char* blank : {"", "\u200b", "\u3000", "\u2060\u00ad", "~", "[толтырылады]", "_____ (Т.А.Ә.)", "жоқ", "0"}) {
            const std::string from = field, to = from.substr(0, from.find('>') + 1) + blank + "<";
            EXPECT_THAT(found(check(edited(conforming(), from, to))), testing::Contains(rule)) << to;
        }
    }
}

TEST(Rules, miss_each_part_of_the_dossier) {
    EXPECT_THAT(found(check(without(conforming(), "<application ", "</application>"))), ElementsAre("K6-application@doc", "K11-absent"));
    EXPECT_THAT(found(check(without(conforming(), "<concept ", "</concept>"))), ElementsAre("K6-concept@doc", "K11-absent"));
    EXPECT_THAT(found(check(without(conforming(), "<local_conclusion>", "</local_conclusion>"))), ElementsAre("K6-conclusion@doc", "K11-absent"));
    EXPECT_THAT(found(check(without(conforming(), "<inventory>", "</inventory>"))), ElementsAre("K11-inventory@doc"));
    EXPECT_THAT(found(check(edited(without(conforming(), "<inventory>", "</inventory>"), "<application ", "<inventory/><application "))), ElementsAre("K11-inventory-empty"));
    EXPECT_THAT(found(check(without(conforming(), "<table>", "</table>"))), ElementsAre("A3-table@table"));
    EXPECT_THAT(found(check(without(conforming(), "<addressee>", "</addressee>"))), ElementsAre("A1-addressee@addressee"));
    EXPECT_THAT(found(check(without(conforming(), "<outline ", "</outline>"))), ElementsAre("?A2-not-aligned@doc"));
    EXPECT_THAT(found(check(without(conforming(), "<indicators>", "</indicators>"))), ElementsAre("~A2-company-years@7.sheet[1].years"));
    EXPECT_THAT(found(check(without(conforming(), "<year value=\"2011\">", "</year>"))), ElementsAre("~A2-company-four-years@7.sheet[1].years"));
}

TEST(Rules, call_nothing_missing_while_a_file_could_not_be_read) {
    const std::string unread = "<documents><document file='concept.docx'><error code='malformed'>damaged</error></document></documents><attachments>";
    std::string dossier = edited(without(conforming(), "<concept ", "</concept>"), "<attachments>", unread);
    const xml::Document report = check(dossier);
    EXPECT_EQ(report.root().attribute("verdict"), "undetermined");
    EXPECT_THAT(found(report), ElementsAre("?D-unreadable", "?K6-concept-unread@doc"));
    EXPECT_THAT(found(check(edited(without(conforming(), "<inventory>", "</inventory>"), "<attachments>", unread))),
                ElementsAre("?D-unreadable", "?K11-inventory-unread@doc"));
    EXPECT_THAT(found(check(edited(without(conforming(), "<application ", "</application>"), "<attachments>", unread))),
                ElementsAre("?D-unreadable", "?K6-application-unread@doc"));
    EXPECT_THAT(found(check(edited(without(conforming(), "<local_conclusion>", "</local_conclusion>"), "<attachments>", unread))),
                ElementsAre("?D-unreadable", "?K6-conclusion-unread@doc"));
}

TEST(Rules, leave_to_people_what_is_enclosed_by_its_name_and_call_nothing_missing_while_a_file_is_unknown) {
    const std::string unread = "<documents><document file='Сурет.jpg'><error code='unsupported'>is a picture</error></document></documents><attachments>";
    EXPECT_THAT(found(check(edited(conforming(), "<attachments>", unread))), ElementsAre("?D-unreadable"));
    for (const char* name : {"Сурет.jpg", "Сурет"}) {
        const xml::Document report = check(edited(conforming(), "<attachments>", unread + "<attachment>" + name + "</attachment>"));
        EXPECT_THAT(found(report), IsEmpty()) << name;
        EXPECT_EQ(report.root().attribute("verdict"), "conforming");
    }
    // What the inventory lists by its file's name may still be the part that is nowhere else.
    const std::string damaged = "<documents><document file='tuzhyrymdama.docx'><error code='malformed'>damaged</error></document></documents><attachments><attachment>tuzhyrymdama.docx</attachment>";
    const xml::Document open = check(edited(without(conforming(), "<concept ", "</concept>"), "<attachments>", damaged));
    EXPECT_THAT(found(open), ElementsAre("?K6-concept-unread@doc"));
    EXPECT_EQ(open.root().attribute("verdict"), "undetermined");
    const std::string unknown = "<documents><document file='Тұжырымдама.docx' kind='unknown'><text><p>Баяндама</p></text></document></documents><attachments>";
    EXPECT_THAT(found(check(edited(without(conforming(), "<concept ", "</concept>"), "<attachments>", unknown))), testing::IsSupersetOf({"?D-unrecognised", "?K6-concept-unread@doc"}));
}

TEST(Rules, count_the_companies) {
    std::string nine = without(conforming(), "<company>", "</company>");
    EXPECT_THAT(found(check(nine)), ElementsAre("~A3-participant-unknown@table.row[1].participant", "~A2-companies-criterion@3.1"));
    std::string five = nine;
    for (int i = 0; i < 4; ++i) five = without(five, "<company>", "</company>");
    const xml::Document report = check(five);
    EXPECT_THAT(found(report), testing::Contains("A2-companies-min@3.1"));
    EXPECT_EQ(report.root().attribute("verdict"), "non-conforming");
}

TEST(Rules, speak_three_languages_and_name_a_remedy) {
    std::set<std::string> seen;
    const std::string empty = "<dossier xmlns='urn:irikteu:dossier:1' stage='1'><application><title>x</title></application><concept sheets='3'><text><company/></text>"
                              "<outline appendix='2'><section item='1' status='missing'/><section item='2' status='empty'/></outline></concept><local_conclusion><table><row/></table></local_conclusion></dossier>";
    const xml::Document report = check(empty);
    for (xml::Node finding : report.root().elements()) {
        if (finding.name() != "finding") continue;
        std::set<std::string> languages, remedies;
        for (xml::Node text : finding.elements()) {
            const auto lang = text.attribute("lang", "http://www.w3.org/XML/1998/namespace");
            if (text.name() == "message") languages.emplace(*lang);
            if (text.name() == "remedy") remedies.emplace(*lang);
            if (lang) {
                EXPECT_FALSE(text.text().empty());
            }
        }
        EXPECT_EQ(languages.size(), 3u) << *finding.attribute("rule");
        if (finding.attribute("severity") != "manual") {
            EXPECT_EQ(remedies.size(), 3u) << *finding.attribute("rule");
        }
        seen.emplace(*finding.attribute("rule"));
    }
    EXPECT_GT(seen.size(), 40u);
}

const std::string& conforming_2() {
    static const std::string text = read("tests/checks/data/conforming-2.xml");
    return text;
}

TEST(RulesOfStage2, find_nothing_in_a_conforming_dossier) {
    const xml::Document report = check(conforming_2());
    EXPECT_THAT(found(report), IsEmpty());
    EXPECT_EQ(report.root().attribute("verdict"), "conforming");
}

TEST(RulesOfStage2, find_each_fault_by_its_rule) {
    const std::vector<Case> cases = {
        // Clauses 2(8), 7, 8, 14
        {"kind=\"cluster-association\"", "kind=\"regional-chamber\"", {"K28-kind", "K8-association"}},
        {"entrant=\"direct\"", "entrant=\"winner\"", {}},
        {"kind=\"cluster-association\"", "", {"~K28-kind-absent"}},
        {"<participant>«Компания 10» ЖШС</participant>", "<participant> – </participant>", {"A3-row-participant@table.row[10].participant", "~A3-participants-criterion@table"}},
        {"entrant=\"direct\"", "", {}},  // a cluster association that does not say otherwise
        {"150740000014", "150740000015", {"~K2-bin"}},
        {"<item document=\"strategy\"", "<item document=\"attachment\"", {"K11-listed-strategy"}},
        {"<item document=\"road_map\"", "<item document=\"attachment\"", {"K11-listed-road-map"}},
        {"<item document=\"authorised_conclusion\"", "<item document=\"attachment\"", {"K11-listed-authorised"}},
        {"<item document=\"local_conclusion\"", "<item document=\"attachment\"", {"K11-listed-conclusion"}},
        {"announced=\"2015-11-30\"", "announced=\"2015-12-04\"", {"~K5-announced"}},
        {"late=\"false\"", "late=\"true\"", {"K13-late"}},
        {"copies=\"1\"", "copies=\"0\"", {"K9-copy"}},
        // Appendix 4
        {"<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>", "", {"A4-addressee@addressee"}},
        {"<title>Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім</title>", "", {"A4-title@title"}},
        {"<title>Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім</title>", "<title>Өтінім</title>", {"~A4-title-wording@title"}},
        {"<cluster_name>«Тараз агрохимия» аумақтық кластері</cluster_name>", "<cluster_name>____</cluster_name>", {"A4-cluster_name@cluster_name"}},
        {"<applicant_name>«Тараз агрохимия» кластерлік қауымдастығы</applicant_name>", "", {"A4-applicant_name@applicant_name"}},
        {"<position>Төраға</position>", "", {"A4-position@signatory.position"}},
        {"<name>Асанов Ержан Болатұлы</name>", "", {"A4-name@signatory.name"}},
        {"<signature>қолы қойылған</signature></signatory>\n    <date>", "</signatory><date>", {"A4-signature@signatory.signature"}},
        {"<date>2016-01-20</date>", "<date>2016-01-11</date>", {"~T-conclusion-application@date", "~T-authorised-application@date"}},
        {"<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>", "<addressee>«Индустриялық парк» ЖШС</addressee>", {"~A4-addressee-other@addressee"}},
        {"<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>", "<addressee>Қаржы министрлігіне</addressee>", {"~A4-addressee-other@addressee"}},
        {"<date>2016-01-15</date>", "<date>2036-01-15</date>", {"~T-authorised-year@date", "~T-authorised-application@date"}},
        {"<date>2016-01-15</date>", "<date>өткен аптада</date>", {"~T-authorised-form@date"}},
        {"<name>Тілеуов Данияр Маратұлы</name>", "<name>Асанов Ержан Болатұлы</name>", {"~K12-authorised-signatory@signatory.name"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2099 жылғы 1 желтоқсан</deadline>", {"~A6-deadline-year@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>1999–2001 жылдар</deadline>", {"~A6-deadline-year@event[1.1].deadline"}},
        {"<date>2016-01-20</date>", "", {}},
        // Appendix 5
        {"item=\"8.2\" status=\"found\"", "item=\"8.2\" status=\"missing\"", {"A5-missing@8.2", "~K28-chapter@group.2"}},
        {"item=\"8.3\" status=\"found\"", "item=\"8.3\" status=\"empty\"", {"A5-empty@8.3", "~K28-chapter@group.3"}},
        {"item=\"9.4\" status=\"found\"", "item=\"9.4\" status=\"placeholder\"", {"A5-placeholder@9.4"}},
        {"тоқсан сайынғы ақша ағыны</title>", "тоқсан сайынғы ақша ағыны</title><hint>Осы бөліктің мәтінін жазыңыз.</hint>", {"~A5-hint@9.4"}},
        {"item=\"8.1.a\" status=\"found\"", "item=\"8.1.a\" status=\"missing\"", {"~A5-missing@8.1.a"}},
        {"item=\"1\" status=\"found\"", "item=\"1\" status=\"out-of-order\"", {"~A5-order@1"}},
        {"item=\"1\" status=\"found\"", "item=\"1\" status=\"duplicate\"", {"~A5-duplicate@1"}},
        {"item=\"1\" status=\"found\"", "item=\"1\" status=\"approximate\"", {"~A5-title@1"}},
        {"<row><cell><p>2020 жыл</p></cell>", "<row><cell><p>Барлығы</p></cell>", {"~A5-quarters@9.4"}},
        {"<row><cell><p>2020 жыл</p></cell><cell><p>10</p></cell>", "<row><cell><p>2020 жыл</p></cell><cell><p>…</p></cell>", {"~A5-quarters@9.4"}},
        {"<row><cell><p>2020 жыл</p></cell><cell><p>10</p></cell>", "<row><cell><p>2020 жыл</p></cell><cell><p>–</p></cell>", {}},
        {"<title>«Тараз агрохимия» аумақтық кластерін дамыту стратегиясы</title>", "<title>«Атырау» кластерін дамыту стратегиясы</title>", {"~K12-title-cluster"}},
        // Appendix 6
        {"<title>«Тараз агрохимия» аумақтық кластерін дамытудың жол картасы</title>", "<title>«Атырау» кластерінің жол картасы</title>", {"~K12-title-cluster"}},
        {"<group number=\"4\">", "<group number=\"5\">", {"A6-group-4@group.4", "~A6-group-duplicate@group.5"}},
        {"<group number=\"1\">", "<group number=\"7\">", {"A6-group-1@group.1", "~A6-group-unknown", "~A6-group-order@group.2", "~A6-group-order@group.3", "~A6-group-order@group.4",
                                                       "~A6-group-order@group.5", "~A6-group-order@group.6"}},
        {"<title>Іс-шара 2</title>", "", {"A6-event-title@event[2.1]"}},
        {"<form>Есеп 2</form>", "<form>…</form>", {"A6-event-form@event[2.1].form"}},
        {"<executor>Қауымдастық 2</executor>", "", {"A6-event-executor@event[2.1].executor"}},
        {"<source>меншікті қаражат – 200,5, республикалық бюджет – 1 200</source>", "", {"A6-event-source@event[2.1].source"}},
        {"<source>меншікті қаражат – 200,5, республикалық бюджет – 1 200</source>", "<source>меншікті – 200, бюджет – 1 100</source>", {"~A6-source-sum@event[2.1].source"}},
        {"<source>меншікті қаражат – 200,5, республикалық бюджет – 1 200</source>", "<source>республикалық бюджет</source>", {}},
        {"<source>меншікті қаражат – 200,5, республикалық бюджет – 1 200</source>", "<source>Қаржыландыру талап етілмейді</source>", {"~A6-source-none@event[2.1].source"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "", {"A6-event-deadline@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2015 жылғы 1 желтоқсан</deadline>", {"~A6-deadline-past@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>жақында</deadline>", {"~A6-deadline-form@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2017 жылғы 31 ақпан</deadline>", {"~A6-deadline-form@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2016–2018 жылдар</deadline>", {}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2017 жылғы IV тоқсан</deadline>", {}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2017 жылғы 4-тоқсан</deadline>", {}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2014 жылғы 4-тоқсан</deadline>", {"~A6-deadline-year@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>4-тоқсан, 2014 жыл</deadline>", {"~A6-deadline-year@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>3017 жыл</deadline>", {"~A6-deadline-year@event[1.1].deadline"}},
        {"<deadline>2017 жылғы 1 желтоқсан</deadline>", "<deadline>2017 жылғы 1 желтоқсанға дейін</deadline>", {}},
        {"<concept>Тұжырымдама 3</concept>", "", {"A6-event-concept@event[3.1].item1"}},
        {"<results>Нәтиже 3</results>", "", {"A6-event-results@event[3.1].item2"}},
        {"<target_group>Топ 3</target_group>", "<target_group> </target_group>", {"A6-event-target@event[3.1].item7"}},
        {"<evaluation>Бағалау 3</evaluation>", "", {"A6-event-evaluation@event[3.1].item8"}},
        {"<event number=\"2.1\">", "<event number=\"2.1\"><title>Алғашқы</title></event><event number=\"2.1\">",
         {"A6-event-form@event[2.1].form", "A6-event-executor@event[2.1].executor", "A6-event-volume@event[2.1].volume", "A6-event-source@event[2.1].source", "A6-event-deadline@event[2.1].deadline",
          "A6-event-concept@event[2.1].item1", "A6-event-results@event[2.1].item2", "A6-event-target@event[2.1].item7", "A6-event-evaluation@event[2.1].item8", "~A6-event-number@event[2.2]"}},
        {"<volume year=\"total\">1600,5</volume>", "<volume year=\"total\">1700,5</volume>", {"~A6-volume-sum@event[3.1].volume"}},
        {"<volume year=\"2016\">300</volume>", "<volume year=\"2016\">үш жүз</volume>", {"~A6-volume-form@event[3.1].volume", "~A6-volume-sum@event[3.1].volume"}},
        {"<volume year=\"2016\">300</volume>", "<volume year=\"2017\">300</volume>", {"~A6-volume-year@event[3.1].volume"}},
        // The authorised body's conclusion
        {"<number>14-2/5</number>", "", {"~K29-number@number"}},
        {"<date>2016-01-15</date>", "", {"~K29-date@date"}},
        {"<organ_name>Салалық министрлік</organ_name>", "", {"~K29-organ@organ_name"}},
        {"<text><p>Стратегия мен жол картасы талаптарға сай келеді.</p></text>", "<text/>", {"K29-text@text"}},
        {"<name>Тілеуов Данияр Маратұлы</name>", "", {"~K29-name@signatory.name"}},
        {"<name>Тілеуов Данияр Маратұлы</name><signature>қолы қойылған</signature>", "<name>Тілеуов Данияр Маратұлы</name>", {"~K29-signature@signatory.signature"}},
        // Appendix 3, of a direct entrant
        {"<seal>мөр басылған</seal>", "", {"A3-seal@seal"}},
    };
    for (const Case& each : cases) {
        EXPECT_THAT(found(check(edited(conforming_2(), each.from, each.to))), testing::UnorderedElementsAreArray(each.expected)) << each.from << " -> " << each.to;
    }
}

TEST(RulesOfStage2, miss_each_part_of_the_dossier) {
    const auto lacking = [](const std::string& from, const std::string& until) { return found(check(without(conforming_2(), from, until))); };
    EXPECT_THAT(lacking("<application ", "</application>"), ElementsAre("K7-application@doc", "K11-absent"));
    EXPECT_THAT(lacking("<strategy ", "</strategy>"), ElementsAre("K7-strategy@doc", "K11-absent"));
    EXPECT_THAT(lacking("<road_map>", "</road_map>"), ElementsAre("K7-road-map@doc", "K11-absent"));
    EXPECT_THAT(lacking("<authorised_conclusion>", "</authorised_conclusion>"), ElementsAre("K8-authorised@doc", "K11-absent"));
    EXPECT_THAT(lacking("<statement>", "</statement>"), ElementsAre("A4-statement@statement"));
    EXPECT_THAT(lacking("<outline ", "</outline>"), ElementsAre("?A5-not-aligned@doc"));
    EXPECT_THAT(lacking("<event number=\"4.1\">", "</event>"), ElementsAre("A6-group-empty@group.4"));
    EXPECT_THAT(lacking("<volumes>", "</volumes>"), ElementsAre("A6-event-volume@event[1.1].volume"));
    const std::string no_groups = "<road_map><title>Жол картасы</title>";
    const std::string whole = conforming_2(), head = whole.substr(0, whole.find("<road_map>")), tail = whole.substr(whole.find("</road_map>"));
    EXPECT_THAT(found(check(head + no_groups + tail)), ElementsAre("A6-empty@doc"));
    EXPECT_THAT(found(check(head + no_groups + "<text><p>Іс-шаралар</p></text>" + tail)), ElementsAre("A6-table@table"));
    EXPECT_THAT(found(check(head + no_groups + "<text><table><row><cell><p>Іс-шаралар</p></cell></row></table></text>" + tail)), ElementsAre("?A6-not-aligned@doc"));
    EXPECT_THAT(found(check(head + no_groups + "<text><p picture='scan.png'/></text>" + tail)), ElementsAre("?A6-not-aligned@doc")) << "a picture of the table";
}

TEST(RulesOfStage2, ask_the_local_conclusion_of_direct_entrants_alone) {
    const std::string none = edited(without(conforming_2(), "<local_conclusion>", "</local_conclusion>"), "<item document=\"local_conclusion\"", "<item document=\"attachment\"");
    EXPECT_THAT(found(check(none)), ElementsAre("K7-local@doc"));
    EXPECT_THAT(found(check(edited(none, "entrant=\"direct\"", "entrant=\"winner\""))), IsEmpty());
    EXPECT_THAT(found(check(edited(none, "entrant=\"direct\" ", ""))), ElementsAre("K7-local@doc"));
    const std::string unsaid = edited(none, "entrant=\"direct\" ", "");
    EXPECT_THAT(found(check(edited(unsaid, "kind=\"cluster-association\"", "kind=\"stage-1-winner\""))), IsEmpty());
    EXPECT_THAT(found(check(edited(unsaid, "kind=\"cluster-association\" ", ""))), ElementsAre("?K8-entrant-unknown@doc", "~K28-kind-absent"));
    const std::string winner = edited(without(conforming_2(), "<authorised_conclusion>", "</authorised_conclusion>"), "entrant=\"direct\"", "entrant=\"winner\"");
    EXPECT_THAT(found(check(winner)), ElementsAre("K7-authorised@doc", "K11-absent"));
}

TEST(RulesOfStage2, compare_with_the_winners_of_stage_1_that_the_competition_names) {
    const auto with_winners = [](const std::string& text, const std::string& winners) { return edited(text, "</intake>", "<winners>" + winners + "</winners></intake>"); };
    const std::string same = "<winner cluster='«Тараз агрохимия» кластері' applicant='«Тараз агрохимия» кластерлік қауымдастығы' signatory='АСАНОВ Ержан Болатұлы'/>";
    const std::string other = "<winner cluster='«Басқа»' applicant='«Басқа» ЖШС'/>";
    const std::string winner = edited(conforming_2(), "entrant=\"direct\"", "entrant=\"winner\"");
    const std::string unsaid = edited(conforming_2(), "entrant=\"direct\" ", "");
    const std::string no_local = edited(without(unsaid, "<local_conclusion>", "</local_conclusion>"), "<item document=\"local_conclusion\"", "<item document=\"attachment\"");
    EXPECT_THAT(found(check(with_winners(winner, other + same))), IsEmpty());
    EXPECT_THAT(found(check(with_winners(conforming_2(), other))), IsEmpty());
    EXPECT_THAT(found(check(with_winners(winner, other))), ElementsAre("K28-not-winner"));
    EXPECT_THAT(found(check(with_winners(winner, ""))), ElementsAre("K28-not-winner"));
    EXPECT_THAT(found(check(with_winners(conforming_2(), same))), ElementsAre("K28-winner"));
    EXPECT_THAT(found(check(with_winners(winner, edited(same, "агрохимия» кластері", "химия» кластері")))), ElementsAre("~K28-winner-cluster@cluster_name"));
    EXPECT_THAT(found(check(with_winners(winner, edited(same, "агрохимия» кластерлік", "химия» кластерлік")))), ElementsAre("~K28-winner-applicant@applicant_name"));
    EXPECT_THAT(found(check(with_winners(winner, edited(same, "Ержан", "Болат")))), ElementsAre("~K28-winner-signatory@signatory.name"));
    // Where the application does not say what its applicant is, the list does.
    EXPECT_THAT(found(check(with_winners(no_local, other))), ElementsAre("K7-local@doc"));
    EXPECT_THAT(found(check(with_winners(no_local, same))), IsEmpty());
    EXPECT_THAT(found(check(with_winners(edited(no_local, "kind=\"cluster-association\" ", ""), same))), IsEmpty());
}

TEST(RulesOfBothStages, compare_the_addressee_with_the_organiser_where_it_is_known) {
    const std::string organiser = "<organiser>Қазақстан Республикасы Инвестициялар және даму министрлігінің Индустриялық даму және өнеркәсіптік қауіпсіздік комитеті</organiser></intake>";
    const auto addressed = [&](const std::string& addressee, bool known) {
        std::vector<std::string> result;
        for (const std::string& dossier : {conforming(), conforming_2()}) {
            const std::string text = known ? edited(dossier, "</intake>", organiser) : dossier;
            const auto all = found(check(edited(text, "<addressee>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган</addressee>",
                                                "<addressee>" + addressee + "</addressee>")));
            result.insert(result.end(), all.begin(), all.end());
        }
        return result;
    };
    const auto refused = ElementsAre("~A1-addressee-other@addressee", "~A4-addressee-other@addressee");
    for (const char* ours : {"ҚР Инвестициялар және даму министрлігінің Индустриялық даму және өнеркәсіптік қауіпсіздік комитетіне",
                             "Индустриялық даму және өнеркәсіптік қауіпсіздік комитетінің төрағасы Ә.Қ. Ғабдуллинге", "Қазақстан Республикасы Инвестициялар және даму министрлігіне",
                             "Комитет индустриального развития и промышленной безопасности Министерства по инвестициям и развитию", "Конкурсты ұйымдастырушыға",
                             "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті органға"})
        EXPECT_THAT(addressed(ours, true), IsEmpty()) << ours;
    for (const char* other : {"Инвестициялар және даму министрлігінің Туризм индустриясы комитетіне", "Инвестициялар жөніндегі ұлттық агенттікке", "Қаржы министрлігіне"})
        EXPECT_THAT(addressed(other, true), refused) << other;
    EXPECT_THAT(addressed("Инвестициялар және даму министрлігінің Туризм индустриясы комитетіне", false), IsEmpty());
}

TEST(RulesOfStage2, call_nothing_missing_while_a_file_could_not_be_read) {
    const std::string unread = "<documents><document file='x.docx'><error code='malformed'>damaged</error></document></documents></dossier>";
    const auto lacking = [&](const std::string& part, const std::string& from) {
        return found(check(edited(without(conforming_2(), from, "</" + part + ">"), "</dossier>", unread)));
    };
    EXPECT_THAT(lacking("application", "<application "), ElementsAre("?D-unreadable", "?K7-application-unread@doc"));
    EXPECT_THAT(lacking("strategy", "<strategy "), ElementsAre("?D-unreadable", "?K7-strategy-unread@doc"));
    EXPECT_THAT(lacking("road_map", "<road_map>"), ElementsAre("?D-unreadable", "?K7-road-map-unread@doc"));
    EXPECT_THAT(lacking("local_conclusion", "<local_conclusion>"), ElementsAre("?D-unreadable", "?K7-local-unread@doc"));
    const std::string winner = edited(without(conforming_2(), "<authorised_conclusion>", "</authorised_conclusion>"), "entrant=\"direct\"", "entrant=\"winner\"");
    EXPECT_THAT(found(check(edited(winner, "</dossier>", unread))), ElementsAre("?D-unreadable", "?K7-authorised-unread@doc"));
}

TEST(RulesOfStage2, follow_the_settings_of_the_act) {
    RuleBook other = book();
    other.settings["clause-2-8.participants"] = "cumulative";
    other.settings["clause-8.authorised-conclusion"] = "none";
    other.settings["strategy.quarters"] = "24";
    other.settings["strategy.quarters.fewer"] = "error";
    const Checker reading(base::RealDisk(), other);
    const auto with = [&](const std::string& text) { return found(reading.check(xml::Document::parse(text, "d.xml"))); };
    EXPECT_THAT(with(edited(edited(conforming_2(), "entrant=\"direct\"", "entrant=\"winner\""), "kind=\"cluster-association\"", "kind=\"stage-1-winner\"")),
                ElementsAre("K28-cumulative", "A5-quarters@9.4"));
    EXPECT_THAT(with(edited(without(conforming_2(), "<authorised_conclusion>", "</authorised_conclusion>"), "<item document=\"authorised_conclusion\"", "<item document=\"attachment\"")),
                ElementsAre("A5-quarters@9.4"));
}

TEST(RulesOfStage2, refuse_a_dossier_of_the_other_stage) {
    EXPECT_THAT(found(check(edited(conforming(), "stage=\"1\"", "stage=\"2\""))), testing::Contains("K7-strategy@doc"));
    EXPECT_THAT(found(check(edited(conforming_2(), "stage=\"2\"", "stage=\"1\""))), testing::Contains("K6-concept@doc"));
}

TEST(Coverage, names_the_rules_that_cite_each_clause_and_no_others) {
    static const act::Act act = act::Act::load(base::RealDisk(), source + "/templates", "kz-535-2015");
    std::map<std::string, std::set<std::string>> named;
    std::set<std::string> known, all;
    for (const act::ClauseService& row : act::coverage_of(act)) named[row.id] = {row.rules.begin(), row.rules.end()};
    for (const std::string stage : {"1", "2", "competition"}) {
        for (const Labels& rule : checker().rules(stage)->assertions()) {
            known.insert(rule.id);
            bool cited = false;
            for (const auto& [clause, rules] : named) cited = cited || rules.contains(rule.id);
            EXPECT_TRUE(cited) << rule.id << " (" << rule.see << ") stands in no row of the coverage";
        }
    }
    for (const auto& [clause, rules] : named) {
        for (const std::string& rule : rules) EXPECT_TRUE(known.contains(rule)) << clause << " names " << rule << ", which does not exist";
    }
}

/// Ids of all findings, whatever their severity.
std::vector<std::string> told(const xml::Document& report) {
    std::vector<std::string> result;
    for (xml::Node finding : report.root().elements())
        if (finding.name() == "finding") result.emplace_back(*finding.attribute("rule"));
    return result;
}

TEST(Rules, tell_what_is_no_fault_of_the_applicant_and_what_people_judge) {
    const auto of = [](const std::string& from, const std::string& to) { return told(check(edited(conforming(), from, to))); };
    EXPECT_THAT(told(check(conforming())), ElementsAre("K16-substantiated", "K6-conclusion-authority", "C1-affiliation"));
    EXPECT_THAT(told(check(conforming_2())), testing::IsSupersetOf({"K28-against-concept", "K32-unreliable", "K29-results"}));
    EXPECT_THAT(told(check(edited(conforming(), "</outline>", "<extra>Бөтен</extra></outline>"))), testing::Contains("A2-extra"));
    EXPECT_THAT(told(check(edited(conforming(), "<seal>мөр басылған</seal>", "<seal>М.О.</seal>"))), testing::Contains("A3-seal-unseen"));
    EXPECT_THAT(told(check(conforming())), testing::Not(testing::Contains("A3-seal-unseen")));
    EXPECT_THAT(told(check(edited(conforming_2(), "</outline>", "<extra>Бөтен</extra></outline>"))), testing::Contains("A5-extra"));
    EXPECT_THAT(of("concept sheets=\"20\"", "concept"), testing::Contains("A2-volume-unknown"));
    EXPECT_THAT(of("concept sheets=\"20\"", "concept sheets=\"20\" summary_sheets=\"3\""), testing::Contains("A2-summary-volume"));
    EXPECT_THAT(of("concept sheets=\"20\"", "concept sheets=\"20\" summary_sheets=\"2\""), testing::Not(testing::Contains("A2-summary-volume")));
    EXPECT_THAT(of("<staff>12</staff>", "<staff>12,5</staff>"), testing::Contains("A2-figure-staff"));
    EXPECT_THAT(of("<email>k2@example.kz</email>", "<email>k1@example.kz</email>"), testing::Contains("A2-affiliation-contact"));
    EXPECT_THAT(of("<date>2015-09-10</date>", "<date>2015-09-10</date><registered>2015-09-01</registered>"), testing::Contains("K6-term"));
    EXPECT_THAT(found(check(edited(edited(conforming(), "<signature>қолы қойылған</signature></signatory>\n  </application>",
                                          "<signature>қолы қойылған</signature></signatory><date>2015-09-20</date></application>"),
                                   "<founded>12.08.2001</founded>", "<founded>21.09.2015</founded>"))),
                ElementsAre("~A2-company-founded-late@7.sheet[1].founded"));
}

TEST(Rules, ask_when_the_dossier_came_in) {
    const std::string closing = "<acceptance announced=\"2015-08-03\" until=\"2015-10-05T18:00:00+06:00\"/></intake>";
    EXPECT_THAT(found(check(edited(without(conforming(), "<received>", "</received>"), "</intake>", closing))), testing::Contains("?K13-unregistered"));
}

TEST(Rules, of_one_stage_refuse_a_dossier_of_the_other) {
    const auto outcomes = [](const std::string& rules, const std::string& dossier) {
        std::vector<std::string> ids;
        const xml::Document document = xml::Document::parse(dossier, "d.xml");
        for (const Outcome& outcome : checker().rules(rules)->run(document, {}).outcomes) ids.push_back(outcome.labels.id);
        return ids;
    };
    EXPECT_THAT(outcomes("1", edited(conforming(), "stage=\"1\"", "stage=\"2\"")), testing::Contains("K6-stage"));
    EXPECT_THAT(outcomes("1", edited(conforming(), "<application appendix=\"1\"", "<application appendix=\"4\"")), testing::Contains("K6-form"));
    EXPECT_THAT(outcomes("2", edited(conforming_2(), "<application appendix=\"4\"", "<application appendix=\"1\"")), testing::Contains("K7-form"));
    EXPECT_THAT(outcomes("2", edited(conforming_2(), "stage=\"2\"", "stage=\"1\"")), testing::Contains("K7-stage"));
}

TEST(Rules, say_of_a_stage_that_there_is_not_what_is_true) {
    const auto of = [](const char* rules, const std::string& dossier) {
        std::vector<std::string> said;
        const xml::Document document = xml::Document::parse(dossier, "d.xml");
        for (const Outcome& outcome : checker().rules(rules)->run(document, {}).outcomes) {
            if (outcome.labels.id.find("-stage") == std::string::npos) continue;
            said.push_back(outcome.labels.id);
            for (const Text& diagnostic : outcome.diagnostics) EXPECT_NE(diagnostic.plain().find('3'), std::string::npos);
        }
        return said;
    };
    EXPECT_THAT(of("1", edited(conforming(), "stage=\"1\"", "stage=\"3\"")), ElementsAre("K6-stage-unknown"));
    EXPECT_THAT(of("1", edited(conforming(), "stage=\"1\"", "stage=\"1\" other_stage=\"3\"")), ElementsAre("K6-stage-unknown"));
    EXPECT_THAT(of("2", edited(conforming_2(), "stage=\"2\"", "stage=\"2\" other_stage=\"3\"")), ElementsAre("K7-stage-unknown"));
    EXPECT_THAT(found(check(edited(conforming(), "stage=\"1\"", "stage=\"3\""))), testing::UnorderedElementsAre("?X-schema", "K6-stage-unknown"));
}

TEST(Rules, read_the_printed_years_as_the_competition_says) {
    RuleBook other = book();
    other.settings["company.years"] = "as-printed";
    const Checker strict(base::RealDisk(), other);
    EXPECT_THAT(found(strict.check(xml::Document::parse(edited(conforming(), "value=\"2013\"", "value=\"2014\""), "d.xml"))),
                ElementsAre("~A2-company-printed-years@7.sheet[1].years"));
}

TEST(RulesOfStage2, miss_each_group_of_the_road_map) {
    const std::vector<std::string> ids = {"A6-group-1", "A6-group-2", "A6-group-3", "A6-group-4", "A6-group-5", "A6-group-6"};
    for (std::size_t n = 0; n < ids.size(); ++n)
        EXPECT_THAT(told(check(without(conforming_2(), "<group number=\"" + std::to_string(n + 1) + "\"", "</group>"))), testing::Contains(ids[n]));
}

TEST(RulesOfStage2, ask_for_every_column_and_leave_a_flow_in_words_to_people) {
    EXPECT_THAT(told(check(without(conforming_2(), "<table>", "</table>"))), testing::Contains("A5-quarters-unseen"));
    std::string formless = edited(conforming_2(), "<group number=\"1\">", "<columns><column item=\"table.col.form\" status=\"missing\"/></columns><group number=\"1\">");
    while (formless.find("<form>") != std::string::npos) formless = without(formless, "<form>", "</form>");
    EXPECT_THAT(told(check(formless)), testing::Contains("A6-column"));
}

TEST(Rules, give_what_cannot_be_read_a_cure_that_fits) {
    const auto told_of = [](const std::string& error) {
        const xml::Document report = check(edited(conforming(), "  <attachments>", "  <documents><document file='x.docx'>" + error + "</document></documents><attachments>"));
        std::string all;
        for (const xml::Node finding : report.root().elements()) {
            if (finding.attribute_or("rule", "") == "D-unreadable") all += finding.text();
        }
        return all;
    };
    using testing::AllOf, testing::HasSubstr, testing::Not;
    const std::string sound = "hand in a sound copy";
    EXPECT_THAT(told_of("<error code='malformed'>cut short</error>"), AllOf(HasSubstr(sound), HasSubstr("бүлінген")));
    EXPECT_THAT(told_of("<error code='malformed'>is empty</error>"), AllOf(HasSubstr("файл бос"), HasSubstr("файл пуст"), HasSubstr("it is empty."), Not(HasSubstr(sound)), Not(HasSubstr("бүлінген"))));
    EXPECT_THAT(told_of("<error code='unreadable-file'>is registered, but not in the inbox</error>"), AllOf(HasSubstr("put it into the inbox"), Not(HasSubstr(sound))));
    EXPECT_THAT(told_of("<error code='unsupported'>is encrypted: save it without a password</error>"), AllOf(HasSubstr("without a password and hand"), Not(HasSubstr("as .docx"))));
    EXPECT_THAT(told_of("<error code='unsupported'>is a picture</error>"), HasSubstr("as .docx"));
}

TEST(Rules, are_each_broken_in_these_tests) {
    // The conforming dossiers keep every rule; each id stands among what an edit of them is expected to break.
    const std::string tests = read("tests/checks/rules_test.cpp") + read("tests/checks/competition_rules_test.cpp");
    for (const std::string stage : {"1", "2", "competition"}) {
        for (const Labels& rule : checker().rules(stage)->assertions()) {
            bool expected = false;
            for (const std::string before : {"\"", "\"~", "\"?", "\"!"})
                for (const std::string after : {"\"", "@"}) expected = expected || tests.find(before + rule.id + after) != std::string::npos;
            EXPECT_TRUE(expected) << rule.id;
        }
    }
}

TEST(Rules, have_ids_of_their_own_and_known_roles_and_kinds) {
    static const std::set<std::string> kinds = {"missing", "empty", "order", "wrong-value", "volume", "title", "duplicate", "number", "extra", "unreadable", "$kind"};
    for (const std::string stage : {"1", "2", "competition"}) {
    std::set<std::string> ids;
    for (const Labels& rule : checker().rules(stage)->assertions()) {
        EXPECT_FALSE(rule.id.empty());
        EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << " stands twice";
        EXPECT_TRUE(kinds.count(rule.flag) || rule.flag.starts_with("$kind-")) << rule.id << ": " << rule.flag;
        EXPECT_FALSE(rule.role.empty()) << rule.id;
        EXPECT_EQ(rule.see.rfind("#", 0), 0u) << rule.id;
        EXPECT_EQ(rule.lang, "kk") << rule.id;
    }
    }
}

TEST(Rules, follow_the_settings_of_the_act) {
    RuleBook other = book();
    other.settings["clause-6.negative-conclusion"] = "error";
    other.settings["companies.below-criterion"] = "none";
    const Checker strict(base::RealDisk(), other);
    const auto with = [&](const std::string& text) { return strict.check(xml::Document::parse(text, "d.xml")); };
    EXPECT_THAT(found(with(edited(conforming(), "organising=\"expedient\"", "organising=\"inexpedient\""))), ElementsAre("A3-inexpedient@confirmation"));
    EXPECT_THAT(found(with(without(conforming(), "<company>", "</company>"))), ElementsAre("~A3-participant-unknown@table.row[1].participant"));
}

/// A fault, and the rule whose severity a setting is.
struct Weighed {
    int stage;
    std::string from, to, rule;
};

const std::map<std::string, Weighed>& weighed_by_settings() {
    static const std::map<std::string, Weighed> known = {
        {"clause-6.negative-conclusion", {1, "organising=\"expedient\"", "organising=\"inexpedient\"", "A3-inexpedient"}},
        {"clause-9.copies", {1, "copies=\"1\"", "copies=\"2\"", "K9-copy"}},
        {"applicant.kind.absent", {1, "kind=\"regional-chamber\" ", "", "K2-kind-absent"}},
        {"applicant.bin.absent", {1, "bin=\"150740000014\"", "", "K2-bin-absent"}},
        {"volume.outside", {1, "concept sheets=\"20\"", "concept sheets=\"26\"", "A2-volume-high"}},
        {"title.approximate", {1, "item=\"2\" status=\"found\"", "item=\"2\" status=\"approximate\"", "A2-title"}},
        {"item.numbered.missing", {1, "item=\"4.3\" status=\"found\"", "item=\"4.3\" status=\"missing\"", "A2-missing"}},
        {"item.unnumbered.missing", {1, "item=\"4.2.a\" status=\"found\"", "item=\"4.2.a\" status=\"missing\"", "A2-missing"}},
        {"item.order", {1, "item=\"2\" status=\"found\"", "item=\"2\" status=\"out-of-order\"", "A2-order"}},
        {"item.duplicate", {1, "item=\"2\" status=\"found\"", "item=\"2\" status=\"duplicate\"", "A2-duplicate"}},
        {"companies.below-minimum", {1, "", "", "A2-companies-min"}},
        {"companies.below-criterion", {1, "<name>«Компания 2» ЖШС</name>", "<name>«Компания 1» АҚ</name>", "A2-companies-criterion"}},
        {"confirmation.both", {1, "participants=\"present\"", "participants=\"both\"", "A3-both"}},
        {"road-map.order", {2, "<group number=\"1\">", "<group number=\"7\">", "A6-group-order"}},
        {"clause-8.authorised-conclusion", {2, "", "", "K8-authorised"}},
        {"strategy.quarters.fewer", {2, "<row><cell><p>2020 жыл</p></cell>", "<row><cell><p>Барлығы</p></cell>", "A5-quarters"}},
        {"road-map.attribute.absent", {2, "<target_group>Топ 3</target_group>", "", "A6-event-target"}},
        {"road-map.sums", {2, "<volume year=\"total\">1600,5</volume>", "<volume year=\"total\">1700,5</volume>", "A6-volume-sum"}},
        {"clause-5.short", {2, "announced=\"2015-11-30\"", "announced=\"2015-12-04\"", "K5-announced"}},
        {"cluster.name.differs", {1, "<title>Тұжырымдама</title>", "<title>«Атырау» кластерін дамыту тұжырымдамасы</title>", "K12-title-cluster"}},
        {"applicant.name.differs", {2, "</intake>", "<winners><winner cluster='«Тараз агрохимия»' applicant='«Басқа»'/></winners></intake>", "K28-winner-applicant"}},
        {"clause-6.term", {1, "<date>2015-09-10</date>", "<date>2015-09-10</date><registered>2015-09-01</registered>", "K6-term"}},
        {"identifier.wrong", {1, "<phone>+7 (7262) 00-00-01</phone>", "<phone>жоқ 12</phone>", "A2-company-phone-form"}},
        {"figures.impossible", {1, "<export>10</export>", "<export>1 000</export>", "A2-figure-export"}},
        {"participants.differ", {1, "<participant>«Компания 1» ЖШС</participant>", "<participant>«Бөтен» АҚ</participant>", "A3-participant-unknown"}},
    };
    return known;
}

std::string faulty(const std::string& setting, const Weighed& fault) {
    std::string text = fault.stage == 1 ? conforming() : conforming_2();
    if (setting == "applicant.name.differs") text = edited(text, "entrant=\"direct\"", "entrant=\"winner\"");
    if (setting == "clause-8.authorised-conclusion") return without(text, "<authorised_conclusion>", "</authorised_conclusion>");
    if (setting == "companies.below-minimum") {
        for (int i = 0; i < 5; ++i) text = without(text, "<company>", "</company>");
        return text;
    }
    return edited(text, fault.from, fault.to);
}

TEST(Settings, weigh_the_faults_that_they_are_about) {
    static const act::Act act = act::Act::load(base::RealDisk(), source + "/templates", "kz-535-2015");
    std::size_t asked = 0;
    for (xml::Node setting : act.document().root().first_element("settings").elements()) {
        if (setting.attribute_or("values", "") != "error warning info none") continue;
        const std::string id(*setting.attribute("id"));
        const auto known = weighed_by_settings().find(id);
        ASSERT_NE(known, weighed_by_settings().end()) << id << " changes nothing that is asked here";
        ++asked;
        const std::string dossier = faulty(id, known->second);
        for (const std::string severity : {"error", "warning", "info", "none"}) {
            RuleBook other = book();
            other.settings[id] = severity;
            const xml::Document report = Checker(base::RealDisk(), other).check(xml::Document::parse(dossier, "d.xml"));
            std::set<std::string> said;
            for (xml::Node finding : report.root().elements())
                if (finding.name() == "finding" && finding.attribute("rule") == known->second.rule) said.insert(std::string(finding.attribute_or("severity", "")));
            EXPECT_EQ(said, severity == "none" ? std::set<std::string>{} : std::set<std::string>{severity}) << id;
        }
    }
    EXPECT_EQ(asked, weighed_by_settings().size());
}

TEST(Settings, say_whether_the_summary_counts_in_the_volume_of_the_concept) {
    RuleBook other = book();
    other.settings["volume.summary"] = "outside";
    const Checker reading(base::RealDisk(), other);
    const std::string dossier = edited(conforming(), "concept sheets=\"20\"", "concept sheets=\"21\"");
    EXPECT_THAT(found(reading.check(xml::Document::parse(dossier, "d.xml"))), IsEmpty());
    const std::string summed = edited(conforming(), "concept sheets=\"20\"", "concept summary_sheets=\"2\" sheets=\"21\"");
    EXPECT_THAT(found(check(summed)), IsEmpty());
    EXPECT_THAT(found(reading.check(xml::Document::parse(summed, "d.xml"))), ElementsAre("~A2-volume-low@doc"));
}

TEST(RulesOfBothStages, look_at_the_numbers_that_running_text_gives) {
    for (const std::string& dossier : {conforming(), conforming_2()}) {
        const auto with = [&](const std::string& text) { return found(check(edited(dossier, "<text>", "<text><p>" + text + "</p>"))); };
        EXPECT_THAT(with("Ұйымдастырушы, БСН 150740000014, ЖСК KZ86125KZT5004100100"), IsEmpty());
        EXPECT_THAT(with("Ұйымдастырушы, БСН 150740000015"), ElementsAre("~K12-number"));
        EXPECT_THAT(with("ЖСК: KZ86125KZT5004100101"), ElementsAre("~K12-number"));
        const xml::Document several = check(edited(dossier, "<text>", "<text><p>БСН 150740000015</p><heading>ЖСК KZ86125KZT5004100101</heading>"));
        EXPECT_THAT(several.serialize(), testing::HasSubstr("БСН 150740000015; KZ86125KZT5004100101"));
    }
}

TEST(Rules, can_be_asked_of_one_document_alone) {
    const std::string concept_alone = without(without(without(conforming(), "<application ", "</application>"), "<local_conclusion>", "</local_conclusion>"), "<inventory>", "</inventory>");
    EXPECT_THAT(found(checker().check(xml::Document::parse(concept_alone, "d.xml"), "concept")), IsEmpty());
    EXPECT_THAT(found(checker().check(xml::Document::parse(edited(concept_alone, "item=\"5\" status=\"found\"", "item=\"5\" status=\"missing\""), "d.xml"), "concept")),
                ElementsAre("A2-missing@5"));
}

TEST(Checker, writes_a_report_that_is_valid) {
    const xml::Schema schema = xml::Schema::load(base::RealDisk(), source + "/templates/schema/report.xsd");
    for (const std::string& dossier : {conforming(), std::string("<dossier xmlns='urn:irikteu:dossier:1' x='1'><y/></dossier>"),
                                       std::string("<dossier xmlns='urn:irikteu:dossier:1' stage='2'/>")}) {
        const xml::Document report = check(dossier);
        for (const xml::SchemaFault& fault : schema.validate(report)) ADD_FAILURE() << fault.message << "\n" << report.serialize();
    }
}

TEST(Checker, says_by_what_it_checked) {
    const xml::Document report = check(conforming());
    const xml::Node root = report.root();
    EXPECT_EQ(root.attribute("dossier"), "small");
    EXPECT_EQ(root.attribute("act"), "kz-535-2015");
    EXPECT_EQ(root.attribute("edition"), "2015-07-16");
    EXPECT_EQ(root.attribute("rules"), checker().rules_digest());
    EXPECT_EQ(root.attribute_or("input", ""), base::sha256(xml::Document::parse(conforming(), "d.xml").canonical()).hex());
    EXPECT_EQ(root.first_element("identity").child_text("cluster_name"), "«Тараз агрохимия» аумақтық кластері");
    EXPECT_EQ(root.first_element("counts").attribute("manual"), "3");
    const xml::Document other = check(edited(conforming(), "Тараз агрохимия", "Тараз химия"));
    EXPECT_NE(other.root().attribute("input"), root.attribute("input"));
}

TEST(Checker, says_how_each_clause_is_served) {
    const xml::Document report = check(conforming());
    std::map<std::string, std::pair<std::string, std::string>> clauses;
    for (xml::Node clause : report.root().first_element("coverage").elements())
        clauses[std::string(*clause.attribute("id"))] = {std::string(clause.attribute_or("mode", "")), std::string(*clause.attribute("rules"))};
    for (const std::string clause : {"2", "6", "9", "11", "13", "appendix 1", "appendix 2", "appendix 3"}) {
        EXPECT_THAT(clauses[clause].first, testing::HasSubstr("check")) << clause;
        EXPECT_FALSE(clauses[clause].second.empty()) << clause;
    }
    EXPECT_EQ(clauses["12"].first, "check by-hand");
    EXPECT_EQ(clauses["18"].first, "by-hand");
    EXPECT_EQ(clauses.count("6(2)"), 0u);
}

TEST(Checker, gives_the_place_of_a_finding) {
    std::string dossier = edited(conforming(), "<capital>Қазақстан</capital>", "<capital file='concept.docx' at='t1r5c2'>…</capital>");
    const xml::Document report = check(dossier);
    xml::Node finding = report.root().first_element("finding");
    while (finding.attribute("rule") != "A2-company-capital") finding = finding.next_element();
    EXPECT_EQ(finding.attribute("file"), "concept.docx");
    EXPECT_EQ(finding.attribute("at"), "t1r5c2");
    EXPECT_EQ(finding.attribute("place"), "1-кесте, 5-жол, 2-ұяшық");
    EXPECT_EQ(finding.attribute("document"), "concept");
    EXPECT_EQ(finding.attribute("xpath"), "/dossier[1]/concept[1]/text[1]/company[1]/capital[1]");
    EXPECT_EQ(finding.child_text("quotation"), "…");
    EXPECT_EQ(finding.child_text("headings"), "Аумақтық кластердің қатысушысы болуға ниет білдірген компаниялар мен ұйымдардың сипаттамасы");
}

TEST(Checker, says_that_data_break_the_schema) {
    EXPECT_THAT(found(check(edited(conforming(), "<applicant_name>", "<foreign/><applicant_name>"))), ElementsAre("?X-schema"));
}

TEST(Checker, words_a_breach_of_the_schema_in_each_language_and_says_its_line) {
    const xml::Document report = check(edited(conforming(), "<applicant_name>", "<foreign/><applicant_name>"));
    const xml::Node finding = report.root().first_element("finding");
    EXPECT_EQ(finding.attribute("at"), "line " + std::string(finding.attribute_or("place", "")).substr(0, std::string(finding.attribute_or("place", "")).find('-')));
    std::set<std::string> said;
    for (xml::Node message = finding.first_element("message"); message; message = message.next_element("message")) {
        EXPECT_NE(message.text().find("foreign"), std::string::npos);
        EXPECT_EQ(message.text().find("not expected"), std::string::npos) << message.text();
        said.insert(message.text());
    }
    EXPECT_EQ(said.size(), 3u);
}

TEST(Checker, refuses_rules_that_call_a_function_which_there_is_not) {
    base::MemoryDisk disk;
    disk.write("r.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><ns prefix='f' uri='urn:irikteu:functions:1'/><pattern><rule context='a'><assert id='x' test='f:is-bim(.)'/></rule></pattern></schema>");
    const RuleBook rules = book();
    try {
        Schematron::load(disk, "r.sch", &rules.functions);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.where().place, "assert \"x\"");
        EXPECT_NE(error.message().find("f:is-bim"), std::string::npos);
    }
}

TEST(Checker, gives_the_same_bytes_again) {
    EXPECT_EQ(check(conforming()).serialize(), check(conforming()).serialize());
}

}  // namespace
}  // namespace irikteu::checks
