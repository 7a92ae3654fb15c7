#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "papers.hpp"

/// Headings that are spelt like an item of another section: which of the two a heading is, its section says.
namespace irikteu::outline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::ptrdiff_t at(const std::vector<Line>& lines, const std::string& id, const Prescribed& prescribed) { return line_of(lines, prescribed, id); }

/// A section of the strategy whose text stands below headings of its writer's own.
void part(std::vector<Line>& lines, const std::string& id, const std::vector<std::string>& titles, const std::string& element) {
    auto place = lines.begin() + at(lines, id, strategy_structure()) + 1;
    place = lines.erase(place);
    int number = 0;
    for (const std::string& title : titles) {
        place = lines.insert(place, {element, std::to_string(++number) + ")", title, element == "heading" ? 2 : 0}) + 1;
        place = lines.insert(place, {"p", "", "Кластер кәсіпорындары бұл жұмысты үш жыл бойы атқарып келеді.", 0}) + 1;
    }
}

void remove_with_items(std::vector<Line>& lines, const std::string& id, const Prescribed& prescribed) {
    const auto from = lines.begin() + at(lines, id, prescribed);
    auto until = from + 1;
    while (until != lines.end() && (until->element == "p" || until->level > from->level)) ++until;
    lines.erase(from, until);
}

const std::vector<std::string> own_parts{"Шикізат базасы", "Адами ресурстар", "Инновациялар", "Қаржыландыру көздері", "Халықаралық ынтымақтастық"};

TEST(AlikeTitles, parts_of_a_section_without_prescribed_items_are_its_writers) {
    for (const char* id : {"1", "2", "5", "7"}) {
        for (const char* element : {"heading", "p"}) {
            auto lines = full_paper(strategy_structure());
            part(lines, id, own_parts, element);
            const auto outcome = outline_of(lines, strategy_structure());
            EXPECT_THAT(outcome.faults(), IsEmpty()) << id << element;
            EXPECT_THAT(outcome.duplicates, IsEmpty()) << id << element;
        }
    }
}

TEST(AlikeTitles, such_a_part_does_not_stand_for_an_item_that_is_missing) {
    for (const char* id : {"2", "5", "7"}) {
        auto lines = full_paper(strategy_structure());
        remove_with_items(lines, "10.3", strategy_structure());
        part(lines, id, own_parts, "heading");
        EXPECT_THAT(outline_of(lines, strategy_structure()).faults(), ElementsAre("10.3 missing", "10.3.a missing", "10.3.b missing")) << id;
    }
}

TEST(AlikeTitles, a_part_of_an_items_text_is_its_writers_too) {
    for (const bool has_lost_the_item : {false, true}) {
        auto lines = full_paper(concept_structure());
        if (has_lost_the_item) remove_with_items(lines, "5.9", concept_structure());
        const auto place = lines.begin() + at(lines, "1.5", concept_structure()) + 2;
        lines.insert(place, {{"heading", "", "Қаржы ресурстары", 3}, {"p", "", "Айналым қаражаты жеткілікті.", 0}});
        const auto outcome = outline_of(lines);
        if (has_lost_the_item) EXPECT_THAT(outcome.faults(), ElementsAre("5.9 missing"));
        else EXPECT_THAT(outcome.faults(), IsEmpty());
        EXPECT_THAT(outcome.duplicates, IsEmpty());
    }
}

TEST(AlikeTitles, an_item_with_its_own_number_was_moved_wherever_it_stands) {
    auto lines = full_paper(strategy_structure());
    remove_with_items(lines, "9.2", strategy_structure());
    const auto place = lines.begin() + at(lines, "5", strategy_structure()) + 2;
    lines.insert(place, {{"heading", "9.2.", item(strategy_structure(), "9.2").title, 2}, {"p", "", "Қаражат үш кезеңмен тартылады.", 0}});
    EXPECT_THAT(outline_of(lines, strategy_structure()).faults(), ElementsAre("9.2 out-of-order"));
}

TEST(AlikeTitles, items_of_a_section_whose_heading_is_missing_keep_their_order) {
    auto lines = full_paper(strategy_structure());
    lines.erase(lines.begin() + at(lines, "8", strategy_structure()));
    const auto first = at(lines, "8.4", strategy_structure());
    const auto until = at(lines, "8.5", strategy_structure());
    const std::vector<Line> moved(lines.begin() + first, lines.begin() + until);
    lines.erase(lines.begin() + first, lines.begin() + until);
    lines.insert(lines.begin() + at(lines, "8.1", strategy_structure()), moved.begin(), moved.end());
    EXPECT_THAT(outline_of(lines, strategy_structure()).faults(), ElementsAre("8 missing", "8.4 out-of-order"));
}

TEST(AlikeTitles, copies_are_told_of_the_section_they_stand_in) {
    // 1.2 and 4.1 are the same words.
    for (const auto& [id, next, other] : {std::tuple{"1.2", "2", "4.1"}, {"4.1", "5", "1.2"}}) {
        auto lines = full_paper(concept_structure());
        const auto from = lines.begin() + at(lines, id, concept_structure());
        const std::vector<Line> copy(from, from + 2);
        lines.insert(lines.begin() + at(lines, next, concept_structure()), copy.begin(), copy.end());
        EXPECT_THAT(outline_of(lines).duplicates, ElementsAre(id));
        lines = full_paper(concept_structure());
        remove_with_items(lines, other, concept_structure());
        lines.insert(lines.begin() + at(lines, next, concept_structure()), copy.begin(), copy.end());
        const auto outcome = outline_of(lines);
        EXPECT_THAT(outcome.faults(), ElementsAre(std::string(other) + " missing"));
        EXPECT_THAT(outcome.duplicates, ElementsAre(id));
    }
}

}  // namespace
}  // namespace irikteu::outline::testing
