#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outline/companies.hpp"
#include "papers.hpp"

namespace irikteu::outline::testing {
namespace {

/// A cell as "text", "2|text" (two columns wide) or "3^text" (three rows high).
std::string cell(const std::string& spec) {
    std::string attributes;
    std::string text = spec;
    if (spec.size() > 1 && spec[1] == '|') attributes = " columns='" + spec.substr(0, 1) + "'", text = spec.substr(2);
    if (spec.size() > 1 && spec[1] == '^') attributes = " rows='" + spec.substr(0, 1) + "'", text = spec.substr(2);
    return "<cell" + attributes + "><p>" + text + "</p></cell>";
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::string text = "<table>";
    for (const auto& row : rows) {
        text += "<row>";
        for (const auto& each : row) text += cell(each);
        text += "</row>";
    }
    return text + "</table>";
}

const std::vector<std::vector<std::string>> down = {
    {"2|Атауы", "4|«Рудный диірмені» ЖШС"},
    {"3^Мекенжайы", "Көше", "4|Абай көшесі, 5"},
    {"Қала", "4|Рудный"},
    {"Пошта коды", "4|111500"},
    {"2|Капиталдың елдік тиесілігі", "4|Қазақстан – 100 %"},
    {"2|Компанияның/ұйымның негізі қаланған күн", "4|12.03.2004"},
    {"2|Негізгі клиенттері", "4|наубайханалар"},
    {"2|Елдік тиесілігі (отандық/шетелдік компания/ұйым)", "4|отандық компания"},
    {"3^Жауапты қызметкер", "Тегі", "4|Асқаров"},
    {"Аты", "4|Ерлан"},
    {"Лауазымы", "4|директор"},
    {"2|Телефоны", "4|+7 (71431) 5-00-00"},
    {"2|Ұялы телефоны", "4|________"},
    {"2|Электрондық поштасы", "4|a@b.example"},
    {"2|Компания сайты", "4|www.b.example"},
    {"3^ЭҚЖЖ кодировкасы", "Негізгі қызметі", "4|10.61.1"},
    {"Қосымша қызметі", "4|46.21.1"},
    {"Қосымша қызметі", "4|"},
    {"2|Жекелеген көрсеткіштері", "2010", "2011", "2012", "2013"},
    {"2|Айналым, мың теңге", "1", "2", "3", "4"},
    {"2|Экспорт, мың теңге", "5", "6", "7", "8"},
    {"2|Ғылыми-зерттеу және тәжірибелік-конструкторлық жұмыстарға (бұдан әрі – ҒЗТКЖ) тартылған қызметкерлердің %-ы", "0", "0", "1", "2"}};

const std::vector<std::vector<std::string>> across = {
    {"Атауы", "5|«Алтын дән» ЖШС"},
    {"2^Мекенжайы", "2|Көше", "2|Қала", "Пошта коды"},
    {"2|Астық көшесі, 1", "2|Қостанай", "110000"},
    {"Негізгі клиенттері", "5|ұн зауыттары"},
    {"2^Жауапты қызметкер", "Тегі", "Аты", "3|Лауазымы"},
    {"Сейітов", "Марат", "3|бас экономист"},
    {"Телефоны", "5|8 (7142) 50-00-00"},
    {"2^ЭҚЖЖ кодировкасы", "Негізгі қызметі", "Қосымша қызметі", "Қосымша қызметі", "Қосымша қызметі", "Қосымша қызметі"},
    {"01.11.0", "46.21.0", "", "49.41.0", ""}};

const std::vector<std::vector<std::string>> figures = {
    {"Жекелеген көрсеткіштері", "2011", "2012", "2013", "2014"}, {"Айналым, мың теңге", "10", "20", "30", "40"}, {"Таза кірісі, %", "1", "2", "3", "4"},
    {"Қызметкерлердің орташа саны", "7", "8", "9", "10"}};

std::vector<xml::Node> companies_of(xml::Document& document) {
    xml::Node text = document.root();
    add_companies(text, act_535().entry("sheet", "7.sheet"), Wording(act_535()));
    std::vector<xml::Node> companies;
    for (xml::Node node : text.elements()) {
        if (node.name() == "company") companies.push_back(node);
    }
    return companies;
}

xml::Document text_with(const std::string& content) {
    return xml::Document::parse("<text xmlns='urn:irikteu:dossier:1'>" + content + "</text>", "t.xml");
}

TEST(Companies, a_sheet_with_one_field_a_row_is_read) {
    auto document = text_with(table(down));
    const auto companies = companies_of(document);
    ASSERT_EQ(companies.size(), 1u);
    const xml::Node company = companies.front();
    EXPECT_EQ(company.child_text("name"), "«Рудный диірмені» ЖШС");
    EXPECT_EQ(company.first_element("address").child_text("street"), "Абай көшесі, 5");
    EXPECT_EQ(company.first_element("address").child_text("city"), "Рудный");
    EXPECT_EQ(company.first_element("address").child_text("zip"), "111500");
    EXPECT_EQ(company.child_text("founded"), "12.03.2004");
    EXPECT_EQ(company.child_text("country"), "отандық компания");
    EXPECT_EQ(company.first_element("responsible").child_text("name"), "Ерлан");
    EXPECT_EQ(company.first_element("responsible").child_text("position"), "директор");
    ASSERT_TRUE(company.first_element("mobile"));
    EXPECT_EQ(company.child_text("mobile"), "") << "a rule is no value";
    EXPECT_EQ(company.first_element("eqjj").child_text("main"), "10.61.1");
    EXPECT_EQ(company.first_element("eqjj").child_text("extra"), "46.21.1");
    const xml::Node year = company.first_element("indicators").first_element("year");
    EXPECT_EQ(year.attribute_or("value", ""), "2010");
    EXPECT_EQ(year.child_text("turnover"), "1");
    EXPECT_EQ(year.child_text("export"), "5");
    EXPECT_EQ(year.child_text("rdstaff"), "0");
    EXPECT_FALSE(year.first_element("gva"));
}

TEST(Companies, a_sheet_as_the_decree_draws_it_is_read_with_its_second_table) {
    auto document = text_with(table(across) + "<p></p>" + table(figures) + table(down));
    const auto companies = companies_of(document);
    ASSERT_EQ(companies.size(), 2u);
    const xml::Node company = companies.front();
    EXPECT_EQ(company.first_element("address").child_text("street"), "Астық көшесі, 1");
    EXPECT_EQ(company.first_element("address").child_text("city"), "Қостанай");
    EXPECT_EQ(company.first_element("address").child_text("zip"), "110000");
    EXPECT_EQ(company.first_element("responsible").child_text("surname"), "Сейітов");
    EXPECT_EQ(company.first_element("responsible").child_text("position"), "бас экономист");
    EXPECT_EQ(company.first_element("eqjj").child_text("main"), "01.11.0");
    std::vector<std::string> extra;
    for (xml::Node code : company.first_element("eqjj").elements()) {
        if (code.name() == "extra") extra.push_back(code.text());
    }
    EXPECT_THAT(extra, ::testing::ElementsAre("46.21.0", "49.41.0"));
    const xml::Node last = company.first_element("indicators").first_element("year").next_element().next_element().next_element();
    EXPECT_EQ(last.attribute_or("value", ""), "2014");
    EXPECT_EQ(last.child_text("turnover"), "40");
    EXPECT_EQ(last.child_text("staff"), "10");
    EXPECT_EQ(companies.back().child_text("name"), "«Рудный диірмені» ЖШС");
}

TEST(Companies, several_companies_in_one_table_are_told_apart) {
    auto rows = down;
    auto second = down;
    second[0][1] = "4|«Екінші» ЖШС";
    rows.insert(rows.end(), second.begin(), second.end());
    auto document = text_with(table(rows));
    const auto companies = companies_of(document);
    ASSERT_EQ(companies.size(), 2u);
    EXPECT_EQ(companies[0].child_text("name"), "«Рудный диірмені» ЖШС");
    EXPECT_EQ(companies[1].child_text("name"), "«Екінші» ЖШС");
}

TEST(Companies, one_row_a_company_below_a_row_of_labels_is_read) {
    auto document = text_with(table({{"№", "Атауы", "Мекенжайы", "Телефоны", "Электрондық поштасы", "Негізгі клиенттері"},
                                     {"1", "«Бір» ЖШС", "Абай, 1", "8 700 000 00 00", "a@b.example", "халық"}, {"2", "«Екі» ЖШС", "Абай, 2", "", "", ""}, {"3", "", "", "", "", ""}}));
    const auto companies = companies_of(document);
    ASSERT_EQ(companies.size(), 2u);
    EXPECT_EQ(companies[1].child_text("name"), "«Екі» ЖШС");
    EXPECT_EQ(companies[1].first_element("address").child_text("street"), "Абай, 2");
}

TEST(Companies, the_table_stays_and_the_company_stands_behind_it) {
    auto document = text_with(table(down) + "<p>соңы</p>");
    companies_of(document);
    EXPECT_EQ(document.root().first_element().name(), "table");
    EXPECT_EQ(document.root().first_element().next_element().name(), "company");
    EXPECT_EQ(document.root().last_child().name(), "p");
}

TEST(Companies, other_tables_are_left_alone) {
    auto document = text_with(table({{"№", "Атауы", "Саны"}, {"1", "Трактор", "5"}}) + table({{"Жыл", "2012", "2013"}, {"Экспорт, мың теңге", "1", "2"}}));
    EXPECT_TRUE(companies_of(document).empty());
}

TEST(Companies, indicators_of_the_whole_cluster_are_no_company) {
    auto before = text_with(table(figures));
    EXPECT_TRUE(companies_of(before).empty());
    auto behind = text_with(table(across) + "<p>Аумақтық кластердің барлық қатысушыларының жиынтық көрсеткіштері төмендегі кестеде берілген.</p>" + table(figures));
    ASSERT_EQ(companies_of(behind).size(), 1u);
    EXPECT_FALSE(companies_of(behind).front().first_element("indicators"));
}

TEST(Companies, a_text_that_has_companies_is_left_as_it_is) {
    auto document = text_with("<company><name>A</name></company>" + table(down));
    EXPECT_EQ(companies_of(document).size(), 1u);
}

}  // namespace
}  // namespace irikteu::outline::testing
