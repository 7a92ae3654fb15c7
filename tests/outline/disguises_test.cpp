#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "disguises.hpp"
#include "outline/align.hpp"
#include "papers.hpp"

/// Every prescribed title in the disguises in which people type headings, and ordinary text that is no heading.
namespace irikteu::outline::testing {
namespace {

const std::pair<const char*, std::function<std::string(const Item&)>> numberings[] = {
    {"none", [](const Item&) { return std::string(); }},
    {"1)", [](const Item& i) { return std::to_string(i.path.back()) + ") "; }},
    {"1.1.", [](const Item& i) { return std::to_string(i.path.front()) + "." + std::to_string(i.path.back()) + ". "; }},
    {"dash", [](const Item&) { return std::string("– "); }},
};

class TitlesInDisguise : public ::testing::TestWithParam<const char*> {};

TEST_P(TitlesInDisguise, are_found) {
    const Prescribed& prescribed = std::string(GetParam()) == "2" ? concept_structure() : strategy_structure();
    for (const auto& [name, disguise] : disguises()) {
        for (const auto& [numbering, number] : numberings) {
            for (const char* element : {"heading", "p"}) {
                auto lines = full_paper(prescribed);
                std::size_t index = 0;
                for (Line& line : lines) {
                    if (line.element != "heading") continue;
                    const Item& item = prescribed.items[index++];
                    line = {element, "", number(item) + disguise(item.title), std::string(element) == "p" ? 0 : item.depth};
                }
                const auto outcome = outline_of(lines, prescribed);
                for (const auto& [id, status] : outcome.status) {
                    const bool differs = std::string(name) == "letter missing";
                    EXPECT_TRUE(status == "found" || (differs && status == "approximate"))
                        << id << ' ' << status << " as " << element << ", " << name << ", numbered " << numbering;
                }
                EXPECT_THAT(outcome.duplicates, ::testing::IsEmpty());
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Appendix, TitlesInDisguise, ::testing::Values("2", "5"));

// ---- appendices 3 and 6

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return out;
}

xml::Document aligned_as(const std::string& kind, const std::string& text) {
    auto dossier = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1' stage='1'><documents><document file='a.docx'><text>" + text + "</text></document></documents></dossier>", "a.xml");
    align(dossier, act_535(), kind);
    return dossier;
}

std::string row_of(const std::vector<std::string>& cells) {
    std::string row = "<row>";
    for (const auto& cell : cells) row += "<cell><p>" + escaped(cell) + "</p></cell>";
    return row + "</row>";
}

std::vector<std::string> titles_of(xml::Node parent, std::string_view name) {
    std::vector<std::string> titles;
    for (const xml::Node node : parent.elements()) {
        if (node.name() == name) titles.push_back(node.child_text("title"));
    }
    return titles;
}

TEST(Disguises, hide_no_column_group_or_attribute_of_the_road_map) {
    const xml::Node appendix = act_535().appendix("6");
    for (const auto& [name, disguise] : disguises()) {
        std::vector<std::string> head;
        for (const auto& title : titles_of(appendix.first_element("table"), "column")) head.push_back(disguise(title));
        std::string text = "<table>" + row_of(head);
        for (const auto& title : titles_of(appendix.first_element("groups"), "group")) {
            text += "<row><cell columns='7'><p>" + escaped(disguise(title)) + "</p></cell></row>";
            text += row_of({"1", "Көрме өткізу", "есеп", "әкімдік", "100", "жергілікті бюджет", "2016 жыл"});
        }
        text += "</table><p>Көрме өткізу</p>";
        for (const auto& title : titles_of(appendix.first_element("attributes"), "attribute")) text += "<p>" + escaped(disguise(title)) + "</p><p>мәтін бар</p>";
        const auto dossier = aligned_as("road_map", text);
        const xml::Node map = dossier.root().first_element("road_map");
        for (const xml::Node column : map.first_element("columns").elements()) EXPECT_EQ(column.attribute_or("status", ""), "found") << column.attribute_or("item", "") << ' ' << name;
        std::string groups;
        for (xml::Node group = map.first_element("group"); group; group = group.next_element("group")) groups += group.attribute_or("number", "?");
        EXPECT_EQ(groups, "123456") << name;
        const xml::Node event = map.first_element("group").first_element("event");
        for (const char* attribute : {"concept", "results", "target_group", "evaluation"}) EXPECT_EQ(event.child_text(attribute), "мәтін бар") << attribute << ' ' << name;
    }
}

TEST(Disguises, hide_no_field_of_the_local_conclusion) {
    const xml::Node form = act_535().appendix("3").first_element("form");
    for (const auto& [name, disguise] : disguises()) {
        std::string text;
        std::vector<std::string> head;
        const auto p = [&text](const std::string& line) { text += "<p>" + escaped(line) + "</p>"; };
        for (const xml::Node node : form.elements()) {
            const std::string id(node.attribute_or("id", ""));
            if (id == "title") p(disguise(node.child_text("text")));
            if (id == "number") p("№ 15-02/7  2015 жылғы «22» қыркүйек");
            if (id == "cluster_name") p("1. «Алтай» кластері"), p(disguise(node.child_text("caption")));
            if (id == "address") p("2. " + disguise(node.child_text("label")) + " Өскемен қаласы, 5, +7 (7232) 26-11-00");
            if (id == "organ_name") p(disguise(node.child_text("label")) + " «Кәсіпкерлік басқармасы» мемлекеттік мекемесі"), p(disguise(node.child_text("caption")));
            if (id == "confirmation") p("Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.");
            if (id == "table") {
                for (const auto& title : titles_of(node, "column")) head.push_back(disguise(title));
                text += "<table>" + row_of(head) + row_of({"1.", "«А» ЖШС", "ағаш өңдеу"}) + "</table>";
            }
            if (id == "signatory.name") p("Нұрғалиев Асқар, қолы қойылған"), p(disguise(node.child_text("caption")));
            if (id == "seal") p("М.О. мөр басылған");
        }
        const auto dossier = aligned_as("local_conclusion", text);
        const xml::Node conclusion = dossier.root().first_element("local_conclusion");
        for (const char* field : {"title", "number", "date", "cluster_name", "address", "phone", "organ_name", "seal"}) EXPECT_NE(conclusion.child_text(field), "") << field << ' ' << name;
        EXPECT_EQ(conclusion.first_element("table").first_element("row").child_text("activity"), "ағаш өңдеу") << name;
        EXPECT_EQ(conclusion.first_element("signatory").child_text("name"), "Нұрғалиев Асқар") << name;
    }
}

TEST(OrdinaryText, is_no_heading) {
    std::vector<Line> lines;
    for (const char* text : {"Қаржы ресурстары жеткілікті, сондықтан қосымша қарыз алу көзделмейді.", "Нарықтық перспективалар туралы деректер төменде келтірілген.",
                             "Аумақтық кластердің негізгі қатысушылары облыс орталығында орналасқан.", "Кластер 2015 жылғы 16 шілдеде құрылды.",
                             "1) қант қызылшасын өңдеу;", "2) көлік инфрақұрылымын дамыту;", "3) білім беру ұйымдарымен ынтымақтастық.",
                             "Инновациялар енгізу қарқыны жоғары.", "Экспортты дамыту және қолдау үшін өкілдік ашылады.", "Ұлттық басымдықтар ескерілді."}) {
        lines.push_back({"p", "", text, 0});
    }
    for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
        for (const auto& [id, status] : outline_of(lines, *prescribed).status) EXPECT_EQ(status, "missing") << id;
    }
}

}  // namespace
}  // namespace irikteu::outline::testing
