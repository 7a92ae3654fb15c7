#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outline/road_map.hpp"
#include "papers.hpp"

namespace irikteu::outline::testing {
namespace {

using ::testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

const Rows head = {{"№", "Іс-шара", "Аяқтау нысаны", "Жауапты орындаушы", "Жылдар бойынша қаржыландыру көлемі", "Қаржыландыру көздері", "Орындау мерзімдері"}};
const std::string market = "1. Нарықтық стратегияны іске асыру жөніндегі іс-шаралар";
const std::string innovation = "2. Инновациялық стратегияны іске асыру жөніндегі іс-шаралар";

/// "3^text" is three rows high, "4|text" four columns wide.
std::string cell(const std::string& spec) {
    const bool wide = spec.size() > 1 && spec[1] == '|';
    const bool high = spec.size() > 1 && spec[1] == '^';
    const std::string span = wide ? " columns='" + spec.substr(0, 1) + "'" : high ? " rows='" + spec.substr(0, 1) + "'" : std::string();
    return "<cell" + span + "><p>" + (wide || high ? spec.substr(2) : spec) + "</p></cell>";
}

std::vector<std::string> event(const std::string& number, const std::string& title, const std::string& executor = "палата") {
    return {number, title, "есеп", executor, "25 млн теңге", "бизнес", "2016"};
}

/// The road map as "group.column: value" lines, with its missing columns.
std::vector<std::string> read(const Rows& titles, const Rows& rows, const std::vector<std::string>& fields = {"title"}, const std::string& above = "", const std::string& below = "") {
    std::string text;
    for (const Rows* part : {&titles, &rows}) {
        for (const auto& row : *part) {
            text += "<row>";
            for (const auto& each : row) text += cell(each);
            text += "</row>";
        }
    }
    auto paper = xml::Document::parse("<road_map xmlns='urn:irikteu:dossier:1'><text>" + above + "<table>" + text + "</table>" + below + "</text></road_map>", "r.xml");
    add_road_map(paper.root(), act_535().appendix("6"), act_535(), Wording(act_535()));
    std::vector<std::string> said;
    for (xml::Node node : paper.root().elements()) {
        if (node.name() == "columns") {
            for (xml::Node column : node.elements()) {
                if (column.attribute_or("status", "") != "found") said.push_back("no " + std::string(column.attribute_or("item", "")));
            }
        }
        if (node.name() != "group") continue;
        const std::string number(node.attribute_or("number", "?"));
        std::string events;
        for (xml::Node event : node.elements()) {
            if (event.name() != "event") continue;
            events += ':';
            for (const auto& field : fields) events += ' ' + event.child_text(field);
        }
        said.push_back(number + events);
    }
    return said;
}

TEST(RoadMapGroups, stand_in_rows_of_their_own_however_the_cells_are_joined) {
    const auto expected = ElementsAre("1: Жәрмеңке: Шарт", "2: Зертхана");
    const auto rows = [](std::vector<std::string> first, std::vector<std::string> second) {
        return Rows{std::move(first), event("1.1", "Жәрмеңке"), event("1.2", "Шарт"), std::move(second), event("2.1", "Зертхана")};
    };
    EXPECT_THAT(read(head, rows({"7|" + market}, {"7|" + innovation})), expected);
    EXPECT_THAT(read(head, rows({market, "", "", "", "", "", ""}, {innovation, "", "", "", "", "", ""})), expected) << "in the narrow first cell";
    EXPECT_THAT(read(head, rows({"", market, "", "", "", "", ""}, {"", innovation, "", "", "", "", ""})), expected);
}

std::string line(const std::string& text) { return "<p>" + text + "</p>"; }

std::string table_of(const Rows& rows) {
    std::string text = "<table>";
    for (const Rows* part : {&head, &rows}) {
        for (const auto& row : *part) {
            text += "<row>";
            for (const auto& each : row) text += cell(each);
            text += "</row>";
        }
    }
    return text + "</table>";
}

const std::string people = "3. Аумақтық кластердің адами ресурстарының стратегиясын іске асыру жөніндегі іс-шаралар";
const std::string abroad = "4. Халықаралық ынтымақтастықты дамыту стратегиясын іске асыру жөніндегі іс-шаралар";
const std::string steering = "5. Аумақтық кластерді басқару және дамыту стратегиясын іске асыру жөніндегі іс-шаралар";
const std::string others = "6. Өзге де іс-шаралар";
const std::string all_of_them = line(market) + line(innovation) + line(people) + line(abroad) + line(steering) + line(others);

TEST(RoadMapGroups, whose_title_is_followed_by_the_next_one_have_nothing_under_them) {
    const Rows fair = {event("1", "Жәрмеңке")};
    EXPECT_THAT(read(head, fair, {"title"}, line(market), line(innovation) + line(people) + table_of({event("2", "Оқу")})), ElementsAre("1: Жәрмеңке", "2", "3: Оқу"));
    EXPECT_THAT(read(head, fair, {"title"}, line(market) + line(innovation)), ElementsAre("1", "2: Жәрмеңке")) << "before the first table";
    EXPECT_THAT(read(head, fair, {"title"}, line(steering), line(others)), ElementsAre("5: Жәрмеңке", "6")) << "behind the last table";
    EXPECT_THAT(read(head, fair, {"title"}, line(market), line(innovation) + line("Іс-шаралар жоспарланбаған.") + line(people) + line(abroad) + table_of({event("2", "Көрме")})),
                ElementsAre("1: Жәрмеңке", "2", "3", "4: Көрме")) << "several";
    EXPECT_THAT(read(head, fair, {"title"}, line(innovation), line(market) + line(people) + table_of({event("2", "Оқу")})), ElementsAre("2: Жәрмеңке", "1", "3: Оқу")) << "at their own place";
}

TEST(RoadMapGroups, are_only_listed_where_all_stand_before_the_table_or_come_again) {
    const Rows fair = {event("1", "Жәрмеңке")};
    EXPECT_THAT(read(head, fair, {"title"}, all_of_them), ElementsAre("?: Жәрмеңке"));
    EXPECT_THAT(read(head, fair, {"title"}, all_of_them + line(market), line(innovation) + table_of({event("2", "Зертхана")})), ElementsAre("1: Жәрмеңке", "2: Зертхана"));
    EXPECT_THAT(read(head, {{"7|" + market}, event("1", "Жәрмеңке"), {"7|" + innovation}, event("2", "Зертхана")}, {"title"}, all_of_them), ElementsAre("1: Жәрмеңке", "2: Зертхана"));
    EXPECT_THAT(read(head, {{"7|" + market}, event("1", "Жәрмеңке"), {"7|" + innovation}, event("2", "Зертхана")}, {"title"}, line(people) + line(abroad)),
                ElementsAre("1: Жәрмеңке", "2: Зертхана")) << "a table that has its groups itself";
    EXPECT_THAT(read(head, fair, {"title"}, line(market), line(innovation) + table_of({event("2", "Зертхана")}) + line(market) + line("Сипаттама.") + line(innovation)),
                ElementsAre("1: Жәрмеңке", "2: Зертхана")) << "described below once more";
}

TEST(RoadMapGroups, may_be_a_column_merged_or_repeated_or_written_once) {
    const auto rows = [](const std::string& first, const std::string& again, const std::string& second, bool merged) {
        Rows events = {event("1.1", "Жәрмеңке"), event("1.2", "Шарт"), event("2.1", "Зертхана")};
        events[0].insert(events[0].begin(), first);
        if (!merged) events[1].insert(events[1].begin(), again);
        events[2].insert(events[2].begin(), second);
        return events;
    };
    const auto expected = ElementsAre("1: Жәрмеңке: Шарт", "2: Зертхана");
    for (const char* title : {"Бағыт", "Стратегиялық бағыт", "Іс-шаралар тобы", "Топ", ""}) {
        Rows titles = head;
        titles[0].insert(titles[0].begin(), title);
        EXPECT_THAT(read(titles, rows("2^" + market, "", innovation, true)), expected) << title;
        EXPECT_THAT(read(titles, rows(market, market, innovation, false)), expected) << title;
        EXPECT_THAT(read(titles, rows(market, "", innovation, false)), expected) << title;
    }
    Rows behind = head;
    behind[0].insert(behind[0].begin() + 1, "Бағыт");
    Rows second = {event("1.1", "Жәрмеңке"), event("2.1", "Зертхана")};
    second[0].insert(second[0].begin() + 1, market);
    second[1].insert(second[1].begin() + 1, innovation);
    EXPECT_THAT(read(behind, second), ElementsAre("1: Жәрмеңке", "2: Зертхана")) << "behind the numbers";
}

TEST(RoadMapGroups, are_told_from_titles_that_sound_like_them) {
    const Rows rows = {{"7|" + market}, event("1.1", "Жәрмеңке"), {"7|" + innovation}, event("2.1", "Зертхана")};
    const auto expected = ElementsAre("1: Жәрмеңке", "2: Зертхана");
    EXPECT_THAT(read(head, rows, {"title"}, "<p>Аумақтық кластерді басқару және дамыту жөніндегі іс-шаралар, 2016–2020 жж.</p>"), expected);
    EXPECT_THAT(read(head, {event("", "Жәрмеңке")}, {"title"}, "<p>" + market + "</p>"), ElementsAre("1: Жәрмеңке")) << "a line above a table without groups is its group";
    Rows parted = rows;
    parted.insert(parted.begin() + 1, {"7|Міндет: үлесті арттыру"});
    parted.insert(parted.begin() + 3, {"7|Міндет: экспортты бастау"});
    EXPECT_THAT(read(head, parted), expected) << "a row that parts a group's measures";
    Rows other = rows;
    other[2] = {"7|7. Туризмді дамыту"};
    EXPECT_THAT(read(head, other), ElementsAre("1: Жәрмеңке", "?: Зертхана"));
    other.erase(other.begin() + 1);
    EXPECT_THAT(read(head, other), ElementsAre("1", "?: Зертхана")) << "a group of one's own does not fill the empty one before it";
    Rows ordinals = rows;
    ordinals[0] = {"7|Бірінші бағыт. Нарықтық стратегияны іске асыру жөніндегі іс-шаралар"};
    ordinals[2] = {"7|2-бағыт: Өзге де іс-шаралар"};
    EXPECT_THAT(read(head, ordinals), ElementsAre("1: Жәрмеңке", "6: Зертхана"));
}

TEST(RoadMapRows, of_sums_are_no_measures) {
    for (const char* words : {"Бағыт бойынша жиыны", "Жиыны", "БАРЛЫҒЫ:", "Барлығы, млн теңге", "1-бағыт бойынша барлығы", "Итого по направлению", "Всего", "Жол картасы бойынша барлығы, оның ішінде:"}) {
        const Rows expected_rows = {{"7|" + market}, event("1.1", "Жәрмеңке"), {"", words, "", "", "50 млн теңге", "", ""}, {std::string("4|") + words, "50 млн", "", ""},
                                    {words, "", "", "", "50 млн", "", ""}};
        EXPECT_THAT(read(head, expected_rows), ElementsAre("1: Жәрмеңке")) << words;
    }
}

TEST(RoadMapRows, with_a_measure_that_has_a_word_of_sums_in_its_title_stay_measures) {
    const Rows rows = {{"7|" + market}, event("1.1", "Кластер қатысушыларының жалпы жиыны"), event("1.2", "Барлығы үшін ашық сабақ"), {"1.3", "Қатысушылар жиыны", "", "", "", "", ""}};
    EXPECT_THAT(read(head, rows), ElementsAre("1: Кластер қатысушыларының жалпы жиыны: Барлығы үшін ашық сабақ: Қатысушылар жиыны"));
}

TEST(RoadMapRows, have_what_a_cell_says_that_is_merged_over_them) {
    Rows rows = {{"7|" + market}, event("1.1", "Жәрмеңке", "2^палата"), event("1.2", "Шарт")};
    rows[2].erase(rows[2].begin() + 3);
    EXPECT_THAT(read(head, rows, {"title", "executor", "source"}), ElementsAre("1: Жәрмеңке палата бизнес: Шарт палата бизнес"));
}

TEST(RoadMapRows, take_the_value_above_for_a_ditto_mark) {
    const Rows rows = {{"7|" + market}, event("1.1", "Жәрмеңке"), event("1.2", "Шарт", "– // –"), event("1.3", "Есеп", "-//-")};
    EXPECT_THAT(read(head, rows, {"title", "executor"}), ElementsAre("1: Жәрмеңке палата: Шарт палата: Есеп палата"));
}

TEST(RoadMapDescriptions, stand_below_the_table_in_any_form) {
    const Rows rows = {{"7|" + market}, event("1.1", "Жәрмеңке өткізу")};
    const std::vector<std::string> fields = {"title", "concept", "results", "target_group", "evaluation"};
    const std::string long_labels = "Тұжырымдама: сату. Аралық және түпкілікті нәтижелер: 5 шарт. Мақсатты топ: экспорттаушылар. Бағалау тетігі: есеп";
    const std::string lines = "<p>Тұжырымдама – сату</p><p>Аралық және түпкілікті нәтижелер – 5 шарт</p><p>Мақсатты топ – экспорттаушылар</p><p>Бағалау тетігі – есеп</p>";
    for (const char* caption : {"1.1-іс-шара", "№ 1.1 іс-шара: Жәрмеңке өткізу", "«Жәрмеңке өткізу» іс-шарасы", "Жәрмеңке өткізу іс-шарасы (1.1)", "Іс-шара 1.1. Жәрмеңке өткізу"}) {
        const std::string named = "<p>" + std::string(caption) + "</p>";
        EXPECT_THAT(read(head, rows, fields, "", named + lines), ElementsAre("1: Жәрмеңке өткізу сату 5 шарт экспорттаушылар есеп")) << caption;
        EXPECT_EQ(read(head, rows, fields, "", named + "<p>" + long_labels + "</p>").size(), 1u);
        EXPECT_THAT(read(head, rows, fields, "", named + "<p>" + long_labels + "</p>").front(), ::testing::HasSubstr("экспорттаушылар")) << caption;
    }
    EXPECT_THAT(read(head, rows, fields, "", "<p>1.1. Жәрмеңке өткізу. " + long_labels + "</p>").front(), ::testing::HasSubstr("экспорттаушылар"));
    EXPECT_THAT(read(head, rows, fields, "", "<p>2.7-іс-шара</p>" + lines), ElementsAre("1: Жәрмеңке өткізу    "));  // No such measure.
}

TEST(RoadMapDescriptions, stand_in_a_row_below_their_measure) {
    const std::string text = "7|Тұжырымдама: сату. Мақсатты топ: экспорттаушылар. Бағалау тетігі: есеп";
    const auto said = read(head, {{"7|" + market}, event("1.1", "Жәрмеңке"), {text}, event("1.2", "Шарт")}, {"title", "target_group"});
    EXPECT_THAT(said, ElementsAre(::testing::AllOf(::testing::StartsWith("1: Жәрмеңке экспорттаушылар"), ::testing::HasSubstr(": Шарт"))));
}

TEST(RoadMapColumns, may_be_titled_in_other_words) {
    const Rows rows = {{"7|" + market}, event("1.1", "Жәрмеңке")};
    for (const auto& titles : {std::vector<std::string>{"№", "Шаралар", "Нәтижесі (аяқтау нысаны)", "Жауаптылар", "Қаржыландыру көлемі, млн теңге", "Қаржы көзі", "Мерзімі"},
                               {"р/с", "Іс-шараның атауы", "Аяқталу түрі", "Орындаушы", "Сомасы, мың теңге", "Қаражат көзі", "Іске асыру мерзімі"},
                               {"№ п/п", "Мероприятие", "Форма завершения", "Ответственный исполнитель", "Объем финансирования", "Источник финансирования", "Срок исполнения"}}) {
        EXPECT_THAT(read({titles}, rows, {"title", "form", "executor", "source", "deadline"}), ElementsAre("1: Жәрмеңке есеп палата бизнес 2016")) << titles[1];
    }
}

}  // namespace
}  // namespace irikteu::outline::testing
