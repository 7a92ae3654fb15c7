// Forms that were typed into the fields of a blank: printed texts, headings and sums are put in order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outline/align.hpp"
#include "papers.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::outline::testing {
namespace {

using ::testing::ElementsAre;

xml::Document aligned(const std::string& parts, const std::string& stage = "1") {
    auto dossier = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1' stage='" + stage + "'>" + parts + "</dossier>", "dossier.xml");
    const auto schema = xml::Schema::load(base::RealDisk(), support::source_path("/templates/schema/dossier.xsd"));
    for (const auto& fault : schema.validate(dossier)) ADD_FAILURE() << "as read: " << fault.line << ": " << fault.message;
    align(dossier, act_535());
    for (const auto& fault : schema.validate(dossier)) ADD_FAILURE() << "aligned: " << fault.line << ": " << fault.message;
    return dossier;
}

/// The volumes that one text becomes: "2016=1 250".
std::vector<std::string> volumes(const std::string& text) {
    const auto dossier = aligned("<road_map><group number='1'><event number='1.1'><volumes><volume at='field x'>" + text + "</volume></volumes></event></group></road_map>", "2");
    std::vector<std::string> found;
    const xml::Node volumes = dossier.root().first_element("road_map").first_element("group").first_element("event").first_element("volumes");
    for (const xml::Node volume : volumes.elements()) {
        EXPECT_EQ(volume.attribute_or("at", ""), "field x");
        found.push_back(std::string(volume.attribute_or("year", "")) + '=' + volume.text());
    }
    return found;
}

TEST(TypedForm, a_volume_of_several_years_is_parted) {
    EXPECT_THAT(volumes("2016: 1 250; 2017: 1 300"), ElementsAre("2016=1 250", "2017=1 300"));
    EXPECT_THAT(volumes("2016 ж. – 14 500 мың теңге, 2017 ж. – 15 000,5 мың теңге"), ElementsAre("2016=14 500 мың теңге", "2017=15 000,5 мың теңге"));
    EXPECT_THAT(volumes("2016 жылы 100; 2018 жылы 2 018"), ElementsAre("2016=100", "2018=2 018"));
    EXPECT_THAT(volumes("2016: 700"), ElementsAre("2016=700"));
    EXPECT_THAT(volumes("2016 – -12 млн теңге; 2017: −5; 2018-7"), ElementsAre("2016=-12 млн теңге", "2017=-5", "2018=7"));
}

TEST(TypedForm, a_volume_that_is_not_years_and_sums_stays_as_it_is) {
    for (const char* text : {"1 250", "2 016", "20160", "барлығы 5 000, оның ішінде 2016: 100", "2016, 2017", "2016: жоқ; 2017: 100", "2016–2020", "2016 жылы 100 2018 жылы 2 018", ""}) EXPECT_THAT(volumes(text), ElementsAre(std::string("=") + text)) << text;
}

TEST(TypedForm, a_strategy_gets_the_headings_of_its_form) {
    const auto dossier = aligned("<strategy><text form='true'><p section='2' at='field strategy-2'>Мақсат.</p><p at='field strategy-cluster_name'>«Сыр»</p><p section='8.1.1'>Үш.</p>"
                                 "<p section='2'>Екінші абзац.</p><p section='99'>Өзге.</p></text></strategy>", "2");
    const xml::Node strategy = dossier.root().first_element("strategy");
    EXPECT_EQ(strategy.child_text("title"), "Аумақтық кластерді дамыту стратегиясы");
    std::vector<std::string> lines;
    std::size_t headings = 0;
    for (const xml::Node node : strategy.first_element("text").elements()) {
        EXPECT_FALSE(node.attribute("section"));
        if (node.name() == "heading") ++headings;
        if (node.name() == "p" || (node.name() == "heading" && headings <= 3)) lines.push_back(std::string(node.attribute_or("number", "")) + node.text());
    }
    EXPECT_EQ(headings, strategy_structure().items.size());
    EXPECT_EQ(lines[0], "«Сыр»") << "what belongs to no section stands first";
    EXPECT_EQ(lines[2], "2.Аумақтық кластерді құру мақсаттары");
    EXPECT_EQ(lines[3], "Мақсат.");
    EXPECT_EQ(lines[4], "Екінші абзац.");
    EXPECT_EQ(lines.back(), "Өзге.") << "a section that the act has not is not lost";
    EXPECT_TRUE(strategy.first_element("outline"));
}

TEST(TypedForm, the_pages_say_which_form_it_is_and_what_it_prints) {
    const auto dossier = aligned("<application><addressee>Инвестициялар және даму министрлігі</addressee><applicant_name>Сыр кластерлік қауымдастық</applicant_name>"
                                 "<printed>… Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім (қолы)</printed></application>");
    const xml::Node application = dossier.root().first_element("application");
    EXPECT_EQ(application.attribute_or("appendix", ""), "4") << "though the dossier's stage is the first";
    EXPECT_EQ(application.child_text("title"), "Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім");
    EXPECT_EQ(application.child_text("addressee"), "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган Инвестициялар және даму министрлігі");
    EXPECT_FALSE(application.first_element("statement")) << "the pages don't print it";
    EXPECT_FALSE(application.first_element("printed"));
    EXPECT_EQ(application.first_element("applicant").attribute_or("kind", ""), "cluster-association");
}

TEST(TypedForm, a_telephone_behind_the_address_is_one) {
    const auto both = aligned("<local_conclusion><address>Қызылорда, Абай даңғылы, 60, +7 (7242) 00-62-59</address><printed>x</printed></local_conclusion>");
    const xml::Node parted = both.root().first_element("local_conclusion");
    EXPECT_EQ(parted.child_text("address"), "Қызылорда, Абай даңғылы, 60");
    EXPECT_EQ(parted.child_text("phone"), "+7 (7242) 00-62-59");
    const auto one = aligned("<local_conclusion><address>Қызылорда, Абай даңғылы, 60</address><printed>x</printed></local_conclusion>");
    const xml::Node alone = one.root().first_element("local_conclusion");
    EXPECT_EQ(alone.child_text("address"), "Қызылорда, Абай даңғылы, 60");
    EXPECT_FALSE(alone.first_element("phone"));
}

}  // namespace
}  // namespace irikteu::outline::testing
