#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outline/structure.hpp"
#include "papers.hpp"

/// What counts as the text of an item: short answers that look like headings do, what the act prints does not.
namespace irikteu::outline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::size_t at(const std::vector<Line>& lines, const std::string& id, const Prescribed& prescribed = concept_structure()) {
    return static_cast<std::size_t>(line_of(lines, prescribed, id));
}

std::vector<std::string> faults_with_text(const std::string& id, const Line& text, const Prescribed& prescribed = concept_structure()) {
    auto lines = full_paper(prescribed);
    lines[at(lines, id, prescribed) + 1] = text;
    return outline_of(lines, prescribed).faults();
}

TEST(Answers, a_bold_answer_is_text) {
    for (const char* text : {"Қостанай облысы, Рудный қаласы", "2012 жыл", "Сұраныс жыл сайын артады"}) {
        auto lines = full_paper(concept_structure());
        lines[at(lines, "1.1") + 1] = {"heading", "", text, 2};
        auto document = dossier_with(lines);
        xml::Node paper = document.root().first_element("concept");
        for (xml::Node node : paper.first_element("text").elements()) {
            if (node.text() == text) node.set_attribute("how", "look");
        }
        const auto outcome = outline_of(paper, concept_structure());
        EXPECT_THAT(outcome.faults(), IsEmpty()) << text;
        EXPECT_THAT(outcome.extras, IsEmpty()) << text;
    }
}

TEST(Answers, a_sentence_in_the_style_of_headings_is_text_whatever_its_level) {
    for (const int level : {1, 2, 3}) EXPECT_THAT(faults_with_text("5.4", {"heading", "", "Қосалқы станцияның қуаты 54 мегаваттқа дейін ұлғайтылды.", level}), IsEmpty()) << level;
    EXPECT_THAT(faults_with_text("5.4", {"heading", "", "Кластер қатысушылары жылына екі рет бас қосады", 3}), IsEmpty());
}

TEST(Answers, in_a_paper_whose_titles_end_in_full_stops_a_renamed_one_stays_a_heading) {
    auto lines = full_paper(concept_structure());
    for (Line& line : lines) {
        if (line.element == "heading") line.text += '.', line.number.clear();
    }
    lines[at(full_paper(concept_structure()), "5.4")].text = "Энергетика инфрақұрылымының жай-күйі.";
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.4 approximate"));
}

TEST(Answers, a_heading_of_ones_own_with_nothing_below_it_is_no_text) {
    EXPECT_THAT(faults_with_text("5.4", {"heading", "", "Ағымдағы жағдай", 3}), ElementsAre("5.4 empty"));
    EXPECT_THAT(faults_with_text("5.4", {"heading", "", "(толтырылады)", 3}).front(), ::testing::StartsWith("5.4 "));
}

TEST(Answers, what_the_act_explains_in_brackets_or_behind_a_dash_is_no_text) {
    int explained = 0;
    for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
        for (const Item& each : prescribed->items) {
            if (each.has_items) continue;
            std::string words;
            if (each.title.ends_with(')')) words = each.title.substr(each.title.find('('));
            else if (const auto dash = each.title.find(" – "); dash != std::string::npos) words = each.title.substr(dash);
            if (words.empty()) continue;
            ++explained;
            EXPECT_THAT(faults_with_text(each.id, {"p", "", words}, *prescribed), ElementsAre(each.id + " placeholder"));
            EXPECT_THAT(faults_with_text(each.id, {"p", "", words + " Кластерде бұл мәселе бойынша үш жоба бар."}, *prescribed), IsEmpty()) << each.id;
        }
    }
    EXPECT_GE(explained, 13);
}

TEST(Answers, titles_may_end_as_the_act_prints_them) {
    for (const char* end : {";", " ;", ",", " бөлімі", " (мәтін)"}) {
        for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
            for (const char* element : {"heading", "p"}) {
                auto lines = full_paper(*prescribed);
                for (Line& line : lines) {
                    if (line.element != "heading") continue;
                    line.text += end, line.element = element;
                    if (line.number.empty()) line.number = "–";
                    if (line.element == "p") line.level = 0;
                }
                const auto outcome = outline_of(lines, *prescribed);
                EXPECT_THAT(outcome.faults(), IsEmpty()) << end << element << prescribed->appendix;
                EXPECT_THAT(outcome.duplicates, IsEmpty()) << end << element;
            }
        }
    }
}

const std::vector<std::pair<std::string, std::string>> short_answers{
    {"Орналасқан жері", "Қостанай облысы, Рудный қаласы"}, {"Салалық және салааралық тиесілігі", "тамақ өнеркәсібі"}, {"Негізгі қатысушылары", "он екі кәсіпорын, екі колледж"},
    {"Құрылу мерзімдері", "2012 жыл"}, {"Қаржы-экономикалық көрсеткіштері", "өнім көлемі 1,2 млрд теңге"}, {"Қаржыландыру көздері", "меншікті қаражат, банк несиелері"},
    {"Қаржыландыру алуға негіздеме", "жаңа желі іске қосылады"}};

/// The concept with its first section as labels with short answers; without the one at `gone`.
std::vector<Line> with_labels(const std::string& between, std::size_t gone, const std::string& number = "") {
    auto lines = full_paper(concept_structure());
    const auto from = lines.begin() + static_cast<std::ptrdiff_t>(at(lines, "1.1"));
    auto place = lines.erase(from, lines.begin() + static_cast<std::ptrdiff_t>(at(lines, "2")));
    for (std::size_t n = 0; n < short_answers.size(); ++n) {
        if (n == gone) continue;
        const auto& [label, answer] = short_answers[n];
        const bool below = between == ":";
        place = lines.insert(place, {"p", number.empty() ? "" : std::to_string(n + 1) + number, label + between + (below ? "" : answer)}) + 1;
        if (below) place = lines.insert(place, {"p", "", answer}) + 1;
    }
    return lines;
}

TEST(Answers, a_label_with_its_answer_is_an_item) {
    for (const char* between : {": ", " – ", "\t", ":\n", ":\t", ":"}) {
        for (const char* number : {"", ")", "."}) {
            for (const std::string& fault : outline_of(with_labels(between, 99, number)).faults()) EXPECT_THAT(fault, ::testing::EndsWith("approximate")) << between << number;
            for (std::size_t gone = 0; gone < short_answers.size(); ++gone) {
                const auto outcome = outline_of(with_labels(between, gone, number));
                EXPECT_EQ(outcome.status.at("1." + std::to_string(gone + 1)), "missing") << between << number;
                EXPECT_THAT(outcome.duplicates, IsEmpty());
            }
        }
    }
}

TEST(Answers, a_label_without_an_answer_is_empty) {
    for (const char* answer : {"", " ________", " (толтырылады)"}) {
        auto lines = with_labels(": ", 99);
        lines[at(lines, "1") + 1].text = "Орналасқан жері:" + std::string(answer);
        const auto faults = outline_of(lines).faults();
        EXPECT_THAT(faults, ::testing::Contains(::testing::AnyOf("1.1 empty", "1.1 placeholder"))) << answer;
    }
}

TEST(Answers, a_label_in_another_section_stands_for_nothing) {
    auto lines = full_paper(concept_structure());
    const auto gone = lines.begin() + static_cast<std::ptrdiff_t>(at(lines, "1.1"));
    lines.erase(gone, gone + 2);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at(lines, "5.4")) + 2, {"p", "", "Орналасқан жері: өзеннің сол жағалауы"});
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), ElementsAre("1.1 missing"));
    EXPECT_THAT(outcome.duplicates, IsEmpty());
}

TEST(Answers, an_annex_ends_the_last_section_whatever_it_is_called) {
    for (const char* annex : {"1-қосымша", "Қосымша 1", "№ 1 қосымша", "А қосымшасы", "1-қосымша. Кластер картасы мен қатысушылар тізімі", "1-қосымша – Сызба", "Тұжырымдамаға 1-қосымша"}) {
        for (const char* element : {"heading", "p"}) {
            auto lines = full_paper(concept_structure());
            lines.pop_back();
            lines.push_back({element, "", annex, element == std::string("p") ? 0 : 1});
            lines.push_back({"p", "", "Осы қосымшаның мәтіні."});
            EXPECT_THAT(outline_of(lines).faults(), ElementsAre("8.4.b empty")) << annex;
        }
    }
    // A sentence about it is none.
    for (const char* text : {"1-қосымша кластердің картасын көрсетеді.", "Толық тізім: 1-қосымша", "Бюджет 1-қосымшада берілген."})
        EXPECT_THAT(faults_with_text("8.4.b", {"p", "", text}), IsEmpty()) << text;
}

}  // namespace
}  // namespace irikteu::outline::testing
