#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "outline/structure.hpp"
#include "papers.hpp"

namespace irikteu::outline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;

/// A full concept without the item's heading and its paragraph.
std::vector<Line> without(const std::string& id, const Prescribed& prescribed = concept_structure()) {
    auto lines = full_paper(prescribed);
    const auto at = lines.begin() + line_of(lines, prescribed, id);
    const bool has_content = at + 1 != lines.end() && (at + 1)->element == "p";
    lines.erase(at, at + (has_content ? 2 : 1));
    return lines;
}

TEST(Structure, everything_is_found_in_a_full_concept) {
    EXPECT_THAT(outline_of(full_paper(concept_structure())).faults(), IsEmpty());
}

TEST(Structure, everything_is_found_in_a_full_strategy) {
    EXPECT_THAT(outline_of(full_paper(strategy_structure()), strategy_structure()).faults(), IsEmpty());
}

TEST(Structure, each_single_item_left_out_is_missing_and_nothing_else_is) {
    for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
        for (const Item& each : prescribed->items) {
            const auto outcome = outline_of(without(each.id, *prescribed), *prescribed);
            std::vector<std::string> expected{each.id + " missing"};
            // Where it was the only item of its section, nothing is left below that section's heading.
            const auto another_item = [&](const Item& one) {
                return one.parent == each.parent && one.id != each.id;
            };
            if (each.parent >= 0 && std::none_of(prescribed->items.begin(), prescribed->items.end(), another_item)) {
                expected.push_back(prescribed->items[static_cast<std::size_t>(each.parent)].id + " empty");
            }
            EXPECT_THAT(outcome.faults(), UnorderedElementsAreArray(expected)) << prescribed->appendix << ' ' << each.id;
            EXPECT_THAT(outcome.duplicates, IsEmpty()) << each.id;
        }
    }
}

TEST(Structure, each_single_item_without_content_is_empty) {
    for (const Item& each : concept_structure().items) {
        if (each.has_items) continue;
        auto lines = full_paper(concept_structure());
        lines.erase(lines.begin() + line_of(lines, concept_structure(), each.id) + 1);
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre(each.id + " empty"));
    }
}

TEST(Structure, placeholders_are_no_content) {
    for (const char* text : {"________________", "……………", "(толтырылады)", "Толтырылады.", "[кейін толтырылады]", " – "}) {
        auto lines = full_paper(concept_structure());
        lines[static_cast<std::size_t>(line_of(lines, concept_structure(), "5.4")) + 1].text = text;
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.4 placeholder")) << text;
    }
}

const char* const hint_of_blank = "Осы бөліктің мәтінін жазыңыз; кестелер мен суреттерді де осы жерге қойыңыз.";

TEST(Structure, a_blanks_hint_is_no_content) {
    for (const std::string& text : {std::string(hint_of_blank), std::string("[") + hint_of_blank + "]", std::string(hint_of_blank) + ' ' + hint_of_blank}) {
        auto lines = full_paper(concept_structure());
        lines[static_cast<std::size_t>(line_of(lines, concept_structure(), "5.4")) + 1].text = text;
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.4 placeholder")) << text;
    }
    // Written behind it in its own paragraph: content.
    auto lines = full_paper(concept_structure());
    std::string& text = lines[static_cast<std::size_t>(line_of(lines, concept_structure(), "5.4")) + 1].text;
    text = hint_of_blank + (' ' + text) + " Кластерге қатысушылар ортақ зертхана ұстайды.";
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(Structure, a_moved_section_is_out_of_order_and_takes_its_items_along) {
    auto lines = full_paper(concept_structure());
    const int from = line_of(lines, concept_structure(), "3");
    const int until = line_of(lines, concept_structure(), "4");
    std::vector<Line> moved(lines.begin() + from, lines.begin() + until);
    lines.erase(lines.begin() + from, lines.begin() + until);
    lines.insert(lines.end(), moved.begin(), moved.end());
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("3 out-of-order"));
}

TEST(Structure, two_items_exchanged_give_one_finding) {
    auto lines = full_paper(concept_structure());
    const auto a = static_cast<std::size_t>(line_of(lines, concept_structure(), "5.4"));
    const auto b = static_cast<std::size_t>(line_of(lines, concept_structure(), "5.5"));
    std::swap(lines[a], lines[b]);
    std::swap(lines[a + 1], lines[b + 1]);
    const auto outcome = outline_of(lines);
    EXPECT_EQ(outcome.faults().size(), 1u);
    EXPECT_THAT(outcome.faults().front(), ::testing::EndsWith("out-of-order"));
}

TEST(Structure, an_item_that_stands_twice_is_a_duplicate) {
    auto lines = full_paper(concept_structure());
    const auto at = static_cast<std::size_t>(line_of(lines, concept_structure(), "8.2"));
    const std::vector<Line> copy(lines.begin() + static_cast<int>(at), lines.begin() + static_cast<int>(at) + 2);
    lines.insert(lines.end(), copy.begin(), copy.end());
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), IsEmpty());
    EXPECT_THAT(outcome.duplicates, ElementsAre("8.2"));
}

TEST(Structure, titles_spelt_alike_are_told_apart_by_their_section) {
    // 1.2 and 4.1 are the same words.
    EXPECT_THAT(outline_of(without("1.2")).faults(), ElementsAre("1.2 missing"));
    EXPECT_THAT(outline_of(without("4.1")).faults(), ElementsAre("4.1 missing"));
}

TEST(Structure, other_words_with_the_same_sense_are_approximate) {
    const std::pair<const char*, const char*> cases[] = {
        {"5.4", "Энергетика инфрақұрылымының жай-күйі"},
        {"5.2", "Білікті адами ресурстардың қолжетімділігі"},
        {"1.1", "Кластердің орналасқан орны"},
        {"8.2", "Нарықтың перспективалары мен болжамы"},
        {"6.1", "Ұлттық деңгейдегі басымдықтар"},
        {"7", "Кластерге қатысушы болуға ниетті компаниялардың сипаттамасы"},
    };
    for (const auto& [id, title] : cases) {
        auto lines = full_paper(concept_structure());
        lines[static_cast<std::size_t>(line_of(lines, concept_structure(), id))].text = title;
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre(std::string(id) + " approximate")) << title;
    }
}

TEST(Structure, two_items_under_one_heading_are_merged) {
    auto lines = full_paper(concept_structure());
    const auto at = static_cast<std::size_t>(line_of(lines, concept_structure(), "5.4"));
    lines[at].text = "Энергетикалық, көліктік және инженерлік-коммуникациялық инфрақұрылымның дамығандығы";
    lines.erase(lines.begin() + static_cast<int>(at) + 2, lines.begin() + static_cast<int>(at) + 4);
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.4 approximate", "5.5 approximate"));
}

TEST(Structure, another_numbering_scheme_is_no_fault) {
    auto lines = full_paper(concept_structure());
    int section = 0;
    int sub = 0;
    for (Line& line : lines) {
        if (line.level == 1) line.number = std::to_string(++section) + ".", sub = 0;
        if (line.level == 2) line.number = std::to_string(section) + "." + std::to_string(++sub) + ".";
    }
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(Structure, headings_may_be_plain_paragraphs_with_the_number_in_the_text) {
    auto lines = full_paper(concept_structure());
    for (Line& line : lines) {
        if (line.element != "heading") continue;
        line = {"p", "", (line.number.empty() ? "– " : line.number + " ") + line.text, 0};
    }
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(Structure, a_heading_may_run_on_into_its_text) {
    auto lines = full_paper(concept_structure());
    const auto at = static_cast<std::size_t>(line_of(lines, concept_structure(), "1.1"));
    lines[at] = {"p", "", "1) Аумақтық кластердің орналасқан жері: Қостанай облысы, Рудный қаласы.", 0};
    lines.erase(lines.begin() + static_cast<int>(at) + 1);
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(Structure, a_table_of_contents_satisfies_nothing) {
    std::vector<Line> contents{{"p", "", "МАЗМҰНЫ", 0}};
    int page = 2;
    for (const Item& each : concept_structure().items) contents.push_back({"p", "", each.title + "\t" + std::to_string(++page), 0});
    auto lines = contents;
    lines.push_back({"p", "", "Кластер туралы жалпы мәтін.", 0});
    const auto outcome = outline_of(lines);
    for (const auto& [id, status] : outcome.status) EXPECT_EQ(status, "missing") << id;
    auto whole = contents;
    const auto rest = without("5.4");
    whole.insert(whole.end(), rest.begin(), rest.end());
    EXPECT_THAT(outline_of(whole).faults(), ElementsAre("5.4 missing"));
    EXPECT_THAT(outline_of(whole).duplicates, IsEmpty());
}

TEST(Structure, contents_without_page_numbers_satisfy_nothing) {
    std::vector<Line> lines{{"p", "", "Мазмұны", 0}};
    for (const Item& each : concept_structure().items) lines.push_back({"p", "", each.title, 0});
    const auto rest = without("8.4");
    lines.insert(lines.end(), rest.begin(), rest.end());
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("8.4 missing"));
}

TEST(Structure, text_in_annexes_is_no_content_of_the_last_section) {
    auto lines = full_paper(concept_structure());
    lines.pop_back();
    lines.push_back({"heading", "", "1-қосымша", 1});
    lines.push_back({"p", "", "Қосымшаның мәтіні.", 0});
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("8.4.b empty"));
}

TEST(Structure, own_subheadings_are_content_and_no_fault) {
    auto lines = full_paper(concept_structure());
    const auto at = line_of(lines, concept_structure(), "5.4") + 1;
    lines.insert(lines.begin() + at, {"heading", "", "Электр желілерінің ұзындығы", 3});
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), IsEmpty());
    EXPECT_THAT(outcome.extras, ElementsAre("Электр желілерінің ұзындығы"));
}

TEST(Structure, an_outline_that_the_applicant_brought_is_replaced) {
    auto document = dossier_with({});
    xml::Node paper = document.root().first_element("concept");
    paper.append("outline").append("section").set_attribute("status", "found");
    write_outline(paper, concept_structure(), Comparison(concept_structure()), Wording(act_535()));
    EXPECT_FALSE(paper.first_element("outline").next_element("outline"));
    EXPECT_EQ(paper.first_element("outline").first_element("section").attribute_or("status", ""), "missing");
}

TEST(Structure, too_many_headings_are_refused_before_memory_runs_out) {
    const std::vector<Line> lines(20'001, {"heading", "9)", "Қаржы ресурстары", 2});
    EXPECT_THROW(outline_of(lines), base::Error);
}

TEST(Structure, an_empty_section_is_empty_and_its_items_missing) {
    auto lines = full_paper(concept_structure());
    const int from = line_of(lines, concept_structure(), "5") + 1;
    lines.erase(lines.begin() + from, lines.begin() + line_of(lines, concept_structure(), "6"));
    const auto outcome = outline_of(lines);
    EXPECT_EQ(outcome.status.at("5"), "empty");
    EXPECT_EQ(outcome.status.at("5.1"), "missing");
    EXPECT_EQ(outcome.faults().size(), 10u);
}

}  // namespace
}  // namespace irikteu::outline::testing
