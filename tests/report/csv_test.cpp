#include "report/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/disk.hpp"
#include "report/hit_list.hpp"
#include "support/folders.hpp"

using testing::ElementsAre;
using testing::HasSubstr;

namespace irikteu::report {
namespace {

Messages messages(const std::string& language) {
    return Messages::load(base::RealDisk(), support::source_path("/templates/kz-535-2015/messages/") + language + ".xml", language);
}

xml::Document report_of(const std::string& dossier, const std::string& findings) {
    return xml::Document::parse("<report xmlns='urn:irikteu:report:1' dossier='" + dossier + "' stage='1' verdict='conforming'><counts/><identity><number>7</number></identity>" +
                                    findings + "<ledger/><readings/></report>",
                                dossier);
}

std::string fault(const std::string& rule, const std::string& severity, const std::string& words) {
    return "<finding rule='" + rule + "' severity='" + severity + "' document='concept' clause='6(2)' appendix='2' item='4.3' at='p3'><message xml:lang='kk'>" + words + "</message></finding>";
}

TEST(Csv, quotes_cells_and_disarms_formulas) {
    EXPECT_EQ(csv_row({"a", "b,c", "d\"e", "f;g", "", "h\ni"}), "a,\"b,c\",\"d\"\"e\",\"f;g\",,\"h\ni\"\r\n");
    EXPECT_EQ(csv_row({"=1+1", "+7 (701)", "-1", "@x", "–"}), "'=1+1,'+7 (701),'-1,'@x,–\r\n");
}

TEST(Csv, writes_a_line_a_finding_and_one_for_a_dossier_without) {
    const std::string head = csv_head(messages("kk"));
    EXPECT_EQ(head.substr(0, 3), "\xEF\xBB\xBF");
    const std::string two = csv_rows(report_of("а", fault("A", "error", "Бір.") + fault("B", "manual", "Екі.")), messages("kk"));
    EXPECT_EQ(std::count(two.begin(), two.end(), '\n'), 2);
    EXPECT_THAT(two, HasSubstr("6-тармақтың 2) тармақшасы; 2-қосымша, 4-бөлімнің 3) тармақшасы\",Тұжырымдама,,3-абзац"));
    const std::string none = csv_rows(report_of("б", ""), messages("ru"));
    EXPECT_EQ(std::count(none.begin(), none.end(), '\n'), 1);
    EXPECT_EQ(none.rfind("б,7,", 0), 0u);
    EXPECT_EQ(std::count(none.begin(), none.end(), ','), std::count(head.begin(), head.end(), ','));
}

TEST(HitList, ranks_by_dossiers_then_by_findings_and_keeps_severities_apart) {
    HitList list;
    list.add(report_of("a", fault("X", "warning", "x") + fault("X", "error", "x") + fault("X", "error", "x") + fault("Y", "error", "y")));
    list.add(report_of("b", fault("Y", "error", "y") + fault("M", "manual", "m") + fault("I", "info", "i")));
    list.add(report_of("c", fault("Z", "undetermined", "z")));
    std::vector<std::string> found;
    for (const HitList::Hit* hit : list.hits()) found.push_back(hit->rule + " " + hit->severity + " " + std::to_string(hit->dossiers) + " " + std::to_string(hit->findings));
    EXPECT_THAT(found, ElementsAre("Y error 2 2", "X error 1 2", "X warning 1 1", "Z undetermined 1 1"));
    EXPECT_THAT(list.csv(messages("en")), HasSubstr("1,Y,error,\"clause 6(2)"));
    EXPECT_THAT(list.csv(messages("en")), HasSubstr(",2,67%,2,y\r\n"));
    const std::string text = list.text(messages("en"), 2);
    EXPECT_THAT(text, HasSubstr("(dossiers checked: 3)"));
    EXPECT_THAT(text, testing::Not(HasSubstr("[Z]")));
}

TEST(HitList, keeps_the_items_of_a_rule_apart_but_not_the_numbers_in_a_list) {
    const auto of = [](const std::string& item) {
        return "<finding rule='R' severity='error' document='concept' item='" + item + "'><message xml:lang='kk'>m</message></finding>";
    };
    HitList list;
    list.add(report_of("a", of("7.sheet[1].phone") + of("7.sheet[2].phone") + of("4.3")));
    list.add(report_of("b", of("4.3")));
    std::vector<std::string> found;
    for (const HitList::Hit* hit : list.hits()) found.push_back(hit->item + " " + std::to_string(hit->dossiers) + " " + std::to_string(hit->findings));
    EXPECT_THAT(found, ElementsAre("4.3 2 2", "7.sheet[].phone 1 2"));
}

}  // namespace
}  // namespace irikteu::report
