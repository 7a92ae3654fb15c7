#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outline/align.hpp"
#include "papers.hpp"

/// Unnumbered items that are rows or columns of a table, or members of a list, in the section they belong to: the four sources of finance.
namespace irikteu::outline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Rows = std::vector<std::vector<std::string>>;

std::string table_of(const Rows& rows) {
    std::string table = "<table>";
    for (const auto& row : rows) {
        table += "<row>";
        for (const std::string& cell : row) table += "<cell><p>" + cell + "</p></cell>";
        table += "</row>";
    }
    return table + "</table>";
}

/// Faults of a strategy whose item 9.5 has that text, and item 9.6 another behind its own.
std::vector<std::string> faults_with(const std::string& text, const std::string& text_of_next = {}) {
    std::string body = "<p>Аумақтық кластерді дамыту стратегиясы</p>";
    for (const Item& each : strategy_structure().items) {
        if (each.id.starts_with("9.5.")) continue;
        body += "<heading level='" + std::to_string(each.depth) + "'>" + each.title + "</heading>";
        if (each.id == "9.5") body += text;
        else if (!each.has_items) body += "<p>Бұл бөлімде кластердің деректері баяндалады.</p>";
        if (each.id == "9.6") body += text_of_next;
    }
    auto document = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1' stage='2'><documents><document file='a.docx'><text>" + body + "</text></document></documents></dossier>", "d.xml");
    align(document, act_535(), "strategy");
    return outline_of(document.root().first_element("strategy"), strategy_structure()).faults();
}

const std::vector<std::string> by_the_act{"Меншікті немесе мүшелік жарналар есебінен", "Жергілікті бюджет", "Республикалық бюджет", "Өзгелер"};
const std::vector<std::string> in_short{"Меншікті қаражат", "Жергілікті бюджет", "Республикалық бюджет", "Өзге көздер"};

/// All names but the one at `gone`.
std::vector<std::string> without(std::vector<std::string> names, std::size_t gone) {
    if (gone < names.size()) names.erase(names.begin() + static_cast<std::ptrdiff_t>(gone));
    return names;
}

/// Ids of what has to be missing.
std::vector<std::string> missing(std::size_t gone) {
    return gone < 4 ? std::vector<std::string>{std::string("9.5.") + "abcd"[gone] + " missing"} : std::vector<std::string>();
}

TEST(NamedInData, sources_may_be_rows) {
    for (const auto& names : {by_the_act, in_short}) {
        for (std::size_t gone = 0; gone <= 4; ++gone) {
            for (const bool numbered : {false, true}) {
                Rows rows{{"Көзі", "2016", "2017"}};
                for (const std::string& name : without(names, gone)) rows.push_back({name, "120", "130"});
                rows.push_back({"Барлығы", "480", "520"});
                for (std::size_t n = 0; numbered && n < rows.size(); ++n) rows[n].insert(rows[n].begin(), n == 0 ? "№" : std::to_string(n));
                EXPECT_THAT(faults_with(table_of(rows)), ::testing::ElementsAreArray(missing(gone))) << gone;
            }
        }
    }
}

TEST(NamedInData, sources_may_be_columns_in_any_order) {
    for (const auto& names : {by_the_act, in_short}) {
        for (std::size_t gone = 0; gone <= 4; ++gone) {
            Rows rows{{"Жыл"}, {"2016"}, {"2017"}};
            auto shown = without(names, gone);
            std::reverse(shown.begin(), shown.end());
            for (const std::string& name : shown) rows[0].push_back(name), rows[1].push_back("120"), rows[2].push_back("130");
            EXPECT_THAT(faults_with(table_of(rows)), ::testing::ElementsAreArray(missing(gone))) << gone;
        }
    }
}

TEST(NamedInData, sources_may_be_members_of_a_list) {
    for (std::size_t gone = 0; gone <= 4; ++gone) {
        std::string list = "<p>Қаражат мына көздерден тартылады:</p>";
        const auto shown = without(by_the_act, gone);
        for (const std::string& name : shown) list += "<p number='–'>" + name + " – 120 млн теңге" + (name == shown.back() ? "." : ";") + "</p>";
        EXPECT_THAT(faults_with(list), ::testing::ElementsAreArray(missing(gone))) << gone;
    }
}

TEST(NamedInData, a_row_with_nothing_in_it_is_empty) {
    Rows rows{{"Көзі", "2016"}};
    for (const std::string& name : by_the_act) rows.push_back({name, name == by_the_act[1] ? "" : "120"});
    EXPECT_THAT(faults_with(table_of(rows)), ElementsAre("9.5.b empty"));
}

TEST(NamedInData, what_another_section_says_in_a_table_stands_for_nothing) {
    Rows rows{{"Көзі", "2016"}};
    for (const std::string& name : by_the_act) rows.push_back({name, "120"});
    EXPECT_THAT(faults_with("<p>Қаржы төрт көзден тартылады.</p>", table_of(rows)), ElementsAre("9.5.a missing", "9.5.b missing", "9.5.c missing", "9.5.d missing"));
}

}  // namespace
}  // namespace irikteu::outline::testing
