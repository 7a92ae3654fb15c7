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

/// A company in one line: name; street, city, postcode; surname, name, position; main code and the additional ones; years with turnover.
std::string line_of(xml::Node company) {
    const auto parts = [&](const char* row, std::initializer_list<const char*> names) {
        std::string text;
        for (const char* name : names) text += (text.empty() ? "" : "/") + company.first_element(row).child_text(name);
        return text;
    };
    std::string text = company.child_text("name") + "; " + parts("address", {"street", "city", "zip"}) + "; " + parts("responsible", {"surname", "name", "position"}) + ";";
    for (xml::Node code : company.first_element("eqjj").elements()) text += ' ' + code.text();
    text += ';';
    for (xml::Node year : company.first_element("indicators").elements()) text += ' ' + std::string(year.attribute_or("value", "")) + ':' + year.child_text("turnover");
    return text;
}

std::vector<std::string> lines_of(const std::string& content) {
    auto document = text_with(content);
    std::vector<std::string> lines;
    for (const xml::Node company : companies_of(document)) lines.push_back(line_of(company));
    return lines;
}

const std::string bir = "«Бір» ЖШС; Абай, 5/Семей/071400; Омаров/Ерлан/директор; 10.61.1 10.73.0 46.21.1; 2012:10 2013:20";
const std::string eki = "«Екі» ЖШС; Абай, 6/Семей/071401; Сейітова/Дина/бухгалтер; 01.11.0; 2012:30 2013:40";
const std::vector<std::vector<std::string>> bir_figures = {{"Жекелеген көрсеткіштері", "2012", "2013"}, {"Айналым, мың теңге", "10", "20"}, {"Экспорт, мың теңге", "0", "–"}, {"Таза кірісі, %", "1", "2"}};
const std::vector<std::vector<std::string>> eki_figures = {{"Жекелеген көрсеткіштері", "2012", "2013"}, {"Айналым, мың теңге", "30", "40"}, {"Экспорт, мың теңге", "0", "2000"}, {"Таза кірісі, %", "1", "2"}};

using ::testing::ElementsAre;

TEST(CompanyLabels, may_be_in_other_words_joined_with_their_row_or_in_two_languages) {
    const auto sheet = [](std::initializer_list<const char*> labels) {
        static const char* const values[] = {"«Бір» ЖШС", "Абай, 5", "Семей", "071400", "халық", "Омаров", "Ерлан", "директор", "10.61.1", "10.73.0", "46.21.1"};
        std::vector<std::vector<std::string>> rows;
        for (const char* label : labels) rows.push_back({label, values[rows.size()]});
        return table(rows) + table(bir_figures);
    };
    EXPECT_THAT(lines_of(sheet({"Компанияның атауы", "Заңды мекенжайы: көше", "Мекенжайы (қала)", "Мекенжайы, пошта коды", "Негізгі тұтынушылары (клиенттері)", "Жауапты қызметкердің тегі",
                                "Жауапты қызметкердің аты", "Жауапты қызметкер: лауазымы", "ЭҚЖЖ коды (негізгі қызметі)", "ЭҚЖЖ коды (қосымша қызметі)", "ЭҚЖЖ бойынша қосымша қызметі"})), ElementsAre(bir));
    EXPECT_THAT(lines_of(sheet({"Атауы / Наименование", "Көше / Улица", "Қала/Город", "Пошта коды (Почтовый индекс)", "Негізгі клиенттері / Основные клиенты", "Тегі / Фамилия", "Аты / Имя",
                                "Лауазымы / Должность", "ЭҚЖЖ кодировкасы: негізгі қызметі", "ЭҚЖЖ кодировкасы: қосымша қызметі", "Қосымша қызметі / Дополнительная деятельность"})), ElementsAre(bir));
    EXPECT_THAT(lines_of(sheet({"1. Атауы:", "2. Көшесі:", "3. Қаласы:", "4. Индекс:", "5. Клиенттері:", "6. Тегі:", "7. Аты:", "8. Лауазымы:", "9. Негізгі қызметі:", "10. Қосымша қызметі:", "11. Қосымша қызметі:"})),
                ElementsAre(bir));
}

TEST(CompanyCells, with_all_parts_of_a_row_are_read_apart) {
    const auto with = [](const std::string& address, const std::string& person, const std::string& codes) {
        return lines_of(table({{"Атауы", "«Бір» ЖШС"}, {"Мекенжайы", address}, {"Негізгі клиенттері", "халық"}, {"Жауапты қызметкер", person}, {"Телефоны", "8 700 000 00 00"}, {"ЭҚЖЖ кодировкасы", codes}}) + table(bir_figures));
    };
    EXPECT_THAT(with("Абай, 5, Семей, 071400", "Омаров Ерлан, директор", "10.61.1, 10.73.0, 46.21.1"), ElementsAre(bir));
    EXPECT_THAT(with("071400, Семей, Абай, 5", "Омаров Ерлан – директор", "10.61.1; 10.73.0; 46.21.1"), ElementsAre(bir));
    EXPECT_THAT(with("071400 Семей, Абай, 5", "директор, Омаров Ерлан", "10.61.1 10.73.0 46.21.1"), ElementsAre(bir));
    EXPECT_THAT(with("Көше: Абай, 5; қала: Семей; пошта коды: 071400", "Тегі: Омаров, аты: Ерлан, лауазымы: директор", "Негізгі қызметі: 10.61.1; қосымша қызметі: 10.73.0, 46.21.1"), ElementsAre(bir));
    EXPECT_THAT(with("Семей қ., Абай, 5, 071400", "Омаров, Ерлан, директор", "Негізгі – 10.61.1; қосымша – 10.73.0, 46.21.1"),
                ElementsAre("«Бір» ЖШС; Абай, 5/Семей қ./071400; Омаров/Ерлан/директор; 10.61.1 10.73.0 46.21.1; 2012:10 2013:20"));
    EXPECT_THAT(with("Абай, 5", "Омаров", "10.61.1"), ElementsAre("«Бір» ЖШС; Абай, 5//; Омаров//; 10.61.1; 2012:10 2013:20")) << "what is not said is not made up";
    EXPECT_THAT(with("", "______", "10.61.1; жоқ"), ElementsAre("«Бір» ЖШС; ; ; 10.61.1; 2012:10 2013:20")) << "no other activity";
}

TEST(CompanySheets, may_be_columns_of_one_table) {
    const std::vector<std::vector<std::string>> rows = {{"Көрсеткіш", "1-компания", "2-компания"}, {"Атауы", "«Бір» ЖШС", "«Екі» ЖШС"}, {"Мекенжайы", "Абай, 5, Семей, 071400", "Абай, 6, Семей, 071401"},
        {"Негізгі клиенттері", "халық", ""}, {"Жауапты қызметкер", "Омаров Ерлан, директор", "Сейітова Дина, бухгалтер"}, {"Телефоны", "", "8 700 000 00 00"}, {"ЭҚЖЖ кодировкасы", "10.61.1, 10.73.0, 46.21.1", "01.11.0"}};
    auto with_years = rows;
    with_years.push_back({"Айналым, мың теңге, 2012 ж.", "10", "30"});
    with_years.push_back({"Айналым, мың теңге (2013 жыл)", "20", "40"});
    EXPECT_THAT(lines_of(table(with_years)), ElementsAre(bir, eki));
    EXPECT_THAT(lines_of(table(rows) + "<p></p>" + table(bir_figures) + "<p></p>" + table(eki_figures)), ElementsAre(bir, eki)) << "indicators behind, in the companies' order";
    auto with_remarks = down;
    with_remarks[0].push_back("ескерту");
    EXPECT_EQ(lines_of(table(with_remarks)).size(), 1u) << "a column of remarks is no company";
}

TEST(CompanySheets, may_be_rows_with_joined_cells_or_below_two_rows_of_titles) {
    const auto joined = table({{"№", "Атауы", "Мекенжайы", "Негізгі клиенттері", "Жауапты қызметкер", "ЭҚЖЖ кодировкасы", "Айналым (2012 ж.)", "Айналым (2013 ж.)"},
                               {"1", "«Бір» ЖШС", "Абай, 5, Семей, 071400", "халық", "Омаров Ерлан, директор", "Негізгі қызметі: 10.61.1; қосымша қызметі: 10.73.0, 46.21.1", "10", "20"},
                               {"2", "«Екі» ЖШС", "Абай, 6, Семей, 071401", "халық", "Сейітова Дина, бухгалтер", "01.11.0", "30", "40"}});
    EXPECT_THAT(lines_of(joined), ElementsAre(bir, eki));
    const std::string two_rows = table({{"2^№", "2^Атауы", "3|Мекенжайы", "2^Негізгі клиенттері", "3|Жауапты қызметкер", "2|ЭҚЖЖ кодировкасы"},
                                        {"Көше", "Қала", "Пошта коды", "Тегі", "Аты", "Лауазымы", "Негізгі қызметі", "Қосымша қызметі"},
                                        {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"},
                                        {"1", "«Бір» ЖШС", "Абай, 5", "Семей", "071400", "халық", "Омаров", "Ерлан", "директор", "10.61.1", "10.73.0, 46.21.1"},
                                        {"2", "«Екі» ЖШС", "Абай, 6", "Семей", "071401", "халық", "Сейітова", "Дина", "бухгалтер", "01.11.0", "–"}});
    const std::string by_name = table({{"2^Компания", "2^Көрсеткіш", "2|Жылдар"}, {"2012", "2013"}, {"2^«Бір» ЖШС", "Айналым, мың теңге", "10", "20"}, {"Экспорт, мың теңге", "1900", "2000"},
                                       {"2^«Екі» ЖШС", "Айналым, мың теңге", "30", "40"}, {"Экспорт, мың теңге", "1900", "2000"}});
    EXPECT_THAT(lines_of(two_rows + "<p>Жекелеген көрсеткіштері</p>" + by_name), ElementsAre(bir, eki));
    EXPECT_THAT(lines_of(two_rows + "<p>«Бір» ЖШС көрсеткіштері</p>" + table(bir_figures) + "<p>«Екі» ЖШС көрсеткіштері</p>" + table(eki_figures)), ElementsAre(bir, eki));
}

TEST(CompanySheets, may_be_lines_of_paragraphs_or_of_a_table_with_one_column) {
    const std::vector<std::pair<const char*, const char*>> fields = {{"Атауы", "«Бір» ЖШС"}, {"Мекенжайы", "Абай, 5, Семей, 071400"}, {"Негізгі клиенттері", "халық"}, {"Жауапты қызметкер", "Омаров Ерлан, директор"},
        {"Телефоны", "8 700 000 00 00"}, {"ЭҚЖЖ кодировкасы", "негізгі қызметі: 10.61.1; қосымша қызметі: 10.73.0, 46.21.1"}};
    for (const char* gap : {": ", "\t", " – ", ":\t"}) {
        std::string paragraphs, cells, broken;
        for (const auto& [label, value] : fields) {
            paragraphs += "<p>" + (label + std::string(gap) + value) + "</p>";
            cells += "<row><cell><p>" + (label + std::string(gap) + value) + "</p></cell></row>";
            broken += (broken.empty() ? "" : "\n") + (label + std::string(gap) + value);
        }
        EXPECT_THAT(lines_of("<p>1-компания</p>" + paragraphs + table(bir_figures) + "<p>2-компания</p>" + paragraphs + table(bir_figures)), ElementsAre(bir, bir)) << gap;
        EXPECT_THAT(lines_of("<table>" + cells + "</table><p></p>" + table(bir_figures)), ElementsAre(bir)) << gap;
        EXPECT_THAT(lines_of("<p>" + broken + "</p>" + table(bir_figures)), ElementsAre(bir)) << gap;
    }
    EXPECT_THAT(lines_of("<p>Атауы: «Бір» ЖШС</p><p>Мекенжайы: Абай, 5</p><p>Телефоны: 8 700 000 00 00</p><p>E-mail: a@b.example</p><p>Сайты: www.b.example</p>"), ::testing::IsEmpty()) << "a letterhead";
    EXPECT_THAT(lines_of("<p>Негізгі клиенттері: наубайханалар.</p><p>Мекенжайы: Семей.</p><p>Атауы: әлі белгісіз.</p>"), ::testing::IsEmpty());
}

TEST(CompanySheets, may_have_their_name_as_a_title_and_their_years_as_rows) {
    auto titled = down;
    titled[0] = {"6|1. «Бір» ЖШС"};
    auto document = text_with(table(titled));
    EXPECT_EQ(companies_of(document).front().child_text("name"), "«Бір» ЖШС");
    auto sheet = std::vector<std::vector<std::string>>(down.begin(), down.begin() + 18);
    const std::string turned = table({{"Жыл", "Айналым, мың теңге", "Экспорт, мың теңге", "Таза кірісі, %"}, {"2012", "10", "1900", "5"}, {"2013", "20", "2000", "6"}});
    const auto lines = lines_of(table(sheet) + turned);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_TRUE(lines.front().ends_with("; 2012:10 2013:20")) << lines.front();
}

TEST(CompanyAnswers, of_none_are_answers) {
    auto document = text_with(table({{"Атауы", "«Бір» ЖШС"}, {"Негізгі клиенттері", "халық"}, {"Телефоны", "______"}, {"Компания сайты", "жоқ"}, {"Қосымша қызметі", "жоқ"}}) + table(bir_figures));
    const xml::Node company = companies_of(document).front();
    EXPECT_EQ(company.child_text("site"), "жоқ");
    EXPECT_EQ(company.child_text("phone"), "");
    EXPECT_FALSE(company.first_element("eqjj"));
    EXPECT_EQ(company.first_element("indicators").first_element("year").next_element().child_text("export"), "–");
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
