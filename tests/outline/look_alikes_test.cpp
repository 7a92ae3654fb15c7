#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outline/align.hpp"
#include "papers.hpp"

/// Lines that say a prescribed title, or stand where one is missing, and are not it; as strangers to the program typed them.
namespace irikteu::outline::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::size_t at(const std::vector<Line>& lines, const std::string& id, const Prescribed& prescribed = concept_structure()) {
    return static_cast<std::size_t>(line_of(lines, prescribed, id));
}

std::vector<std::string> faults_with(const std::string& id, const std::string& heading, const Prescribed& prescribed = concept_structure()) {
    auto lines = full_paper(prescribed);
    lines[at(lines, id, prescribed)].text = heading;
    return outline_of(lines, prescribed).faults();
}

TEST(LookAlikes, a_heading_on_another_subject_does_not_stand_for_the_missing_one) {
    for (const auto& [id, heading] : {std::pair{"5.4", "Туризм саласының дамуы"}, {"6.3", "Көрші елдермен сауда айналымы"}, {"8.2", "Экологиялық қауіпсіздік шаралары"},
                                      {"8.1", "SWOT-талдау"}, {"8.2", "Бәсекелестер"}, {"4.3", "Салық саясаты"},
                                      {"5.9", "Табиғи ресурстар"}, {"6.1", "Халықаралық басымдықтар"}, {"5.4", "Экологиялық инфрақұрылымның дамығандығы"}})
        EXPECT_THAT(faults_with(id, heading), ElementsAre(std::string(id) + " missing")) << heading;
    for (const auto& [id, heading] : {std::pair{"9.2", "Салықтық жеңілдіктер тізімі"}, {"10.1", "Ақпараттық қауіпсіздік"}, {"8.1", "Салық стратегиясы"}})
        EXPECT_THAT(faults_with(id, heading, strategy_structure()), ElementsAre(std::string(id) + " missing")) << heading;
}

TEST(LookAlikes, a_heading_of_the_same_sense_does_with_its_number_or_without) {
    for (const auto& [id, heading] : {std::pair{"5.2", "Кадрлық әлеует"}, {"5.3", "Өндірістік қуаттар"}, {"5.8", "Халықаралық байланыстар"}, {"8.2", "Нарықтың келешегі"},
                                      {"5.2", "Адами ресурстар (білікті кадрлар)"}, {"7", "Кластер қатысушыларының сипаттамасы"},
                                      {"6.2", "Өңірдің басымдықтары"}, {"6.2", "Аймақтық басымдықтар"}, {"1", "Кластердің жалпы сипаттамасы"}, {"1", "Кластер туралы жалпы мәліметтер"},
                                      {"1.6", "Қаржыландырудың қазіргі көздері"}})
        EXPECT_THAT(faults_with(id, heading), ElementsAre(std::string(id) + " approximate")) << heading;
    for (const auto& [id, heading] : {std::pair{"5.3", "Өндірістік қуаттар"}, {"5.8", "Халықаралық байланыстар"}}) {
        auto lines = full_paper(concept_structure());
        for (Line& line : lines) line.number.clear();
        lines[at(lines, id)].text = heading;
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre(std::string(id) + " approximate")) << heading;
    }
}

TEST(LookAlikes, numbered_lines_and_runs_of_text_may_say_a_title_in_other_words) {
    const std::pair<const char*, const char*> cases[] = {{"1.1", "Аумақтық кластердің орналасуы"}, {"1.6", "Қазіргі қаржыландыру көздері"}, {"5.2", "Білікті адами ресурстардың қолжетімділігі"}};
    for (const auto& [id, title] : cases) {
        for (const char* joint : {"", ". ", ": ", " – "}) {
            auto lines = full_paper(concept_structure());
            Line& heading = lines[at(lines, id)];
            heading.element = "p", heading.level = 0, heading.text = title;
            if (*joint != 0) heading.text += joint + lines[at(full_paper(concept_structure()), id) + 1].text;
            EXPECT_THAT(outline_of(lines).faults(), ElementsAre(std::string(id) + " approximate")) << title << joint;
        }
    }
}

TEST(LookAlikes, what_was_moved_and_said_in_other_words_is_out_of_order) {
    for (const auto& [id, before, title] : {std::tuple{"5", "4", "Кластерді одан әрі дамыту үшін жағдайлар"}, {"5.6", "5.2", "Инновациялық инфрақұрылым"}}) {
        auto lines = full_paper(concept_structure());
        lines[at(lines, id)].text = title;
        const auto from = lines.begin() + line_of(full_paper(concept_structure()), concept_structure(), id);
        const auto until = std::find_if(from + 1, lines.end(), [&](const Line& line) { return line.element == "heading" && line.level <= from->level; });
        const std::vector<Line> moved(from, until);
        lines.erase(from, until);
        lines.insert(lines.begin() + line_of(lines, concept_structure(), before), moved.begin(), moved.end());
        const auto faults = outline_of(lines).faults();
        ASSERT_EQ(faults.size(), 1u) << id;
        EXPECT_THAT(faults.front(), ::testing::EndsWith("out-of-order"));
    }
}

TEST(LookAlikes, a_title_with_its_text_behind_it_may_stand_twice) {
    auto lines = full_paper(concept_structure());
    const std::size_t index = at(lines, "5.4");
    lines[index] = {"p", "4)", lines[index].text + ": " + lines[index + 1].text, 0};
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    Line copy = lines[index];
    copy.text = item(concept_structure(), "5.4").title + ": Желілер үш жылда жаңартылады.";
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(index) + 1, copy);
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), IsEmpty());
    EXPECT_THAT(outcome.duplicates, ElementsAre("5.4"));
}

TEST(LookAlikes, a_heading_in_other_words_may_stand_twice) {
    auto lines = full_paper(concept_structure());
    const std::size_t index = at(lines, "5.4");
    lines[index].text = "Энергетика инфрақұрылымының жай-күйі";
    const std::vector<Line> copy{lines[index], {"p", "", "Желілер үш жылда жаңартылады."}};
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at(lines, "5.5")), copy.begin(), copy.end());
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), ElementsAre("5.4 approximate"));
    EXPECT_THAT(outcome.duplicates, ElementsAre("5.4"));
}

TEST(LookAlikes, headings_below_the_title_of_contents_that_do_not_come_again_are_the_papers) {
    auto lines = full_paper(concept_structure());
    for (std::size_t k = lines.size(); k-- > 0;) {
        if (lines[k].element == "p" && k < at(lines, "2")) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(k));
    }
    for (Line& line : lines) {
        if (line.element == "heading" && line.number.empty()) line.number = "–";
        line.element = "p", line.level = 0;
    }
    lines.insert(lines.begin(), {"p", "", "Мазмұны"});  // The list itself was a field, and set aside.
    EXPECT_EQ(outline_of(lines).status.at("1"), "found");
    EXPECT_EQ(outline_of(lines).status.at("1.3"), "empty");
}

TEST(LookAlikes, a_line_with_its_items_number_is_no_entry_of_a_list) {
    auto lines = full_paper(strategy_structure());
    const std::size_t index = at(lines, "9.6", strategy_structure());
    lines[index] = {"p", "6)", lines[index].text + ";", 0};
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    EXPECT_THAT(outline_of(lines, strategy_structure()).faults(), ElementsAre("9.6 empty"));
}

TEST(LookAlikes, items_are_known_by_other_words_where_their_sections_heading_is_missing) {
    auto lines = full_paper(concept_structure());
    lines[at(lines, "1.1")].text = "Аумақтық кластердің орналасуы";
    lines.erase(lines.begin() + line_of(lines, concept_structure(), "1"));
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("1 missing", "1.1 approximate"));
}

TEST(LookAlikes, a_title_may_stand_with_its_translation_or_a_remark) {
    for (const auto& [before, behind] : {std::pair{"", " / Описание раздела"}, {"Описание раздела / ", ""}, {"", " | Описание"}, {"", " (2010–2014 жылдар)"},
                                         {"", " (Описание раздела)"}, {"", " – Описание раздела"}, {"", ": талдау"}}) {
        for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
            auto lines = full_paper(*prescribed);
            for (Line& line : lines) {
                if (line.element == "heading") line.text = before + line.text + behind;
            }
            const auto outcome = outline_of(lines, *prescribed);
            EXPECT_THAT(outcome.faults(), IsEmpty()) << before << "…" << behind;
            EXPECT_THAT(outcome.duplicates, IsEmpty()) << before << "…" << behind;
        }
    }
}

TEST(LookAlikes, a_part_of_a_section_may_be_named_after_it) {
    auto lines = full_paper(concept_structure());
    const auto index = static_cast<std::ptrdiff_t>(at(lines, "8.2"));
    lines.insert(lines.begin() + index + 2, {{"heading", "", "Нарықтық перспективалар: болжам", 3}, {"p", "", "Сұраныс алдағы он жылда сақталады."}});
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), IsEmpty());
    EXPECT_THAT(outcome.duplicates, IsEmpty());
}

TEST(LookAlikes, the_title_of_another_item_is_that_item_once_more) {
    auto lines = full_paper(concept_structure());
    lines[at(lines, "5.8")].text = item(concept_structure(), "5.9").title;
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), ElementsAre("5.8 missing"));
    EXPECT_THAT(outcome.duplicates, ElementsAre("5.9"));
}

TEST(LookAlikes, a_section_that_stands_twice_is_told_with_its_items) {
    auto lines = full_paper(concept_structure());
    const auto from = static_cast<std::ptrdiff_t>(at(lines, "4"));
    const auto until = static_cast<std::ptrdiff_t>(at(lines, "5"));
    const std::vector<Line> copy(lines.begin() + from, lines.begin() + until);
    lines.insert(lines.end(), copy.begin(), copy.end());
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), IsEmpty());
    EXPECT_THAT(outcome.duplicates, Contains("4"));
    EXPECT_THAT(outcome.duplicates, Contains("4.1"));  // not 1.2, which is spelt like it
    EXPECT_THAT(outcome.duplicates, Not(Contains("1.2")));
}

TEST(LookAlikes, a_list_of_titles_without_pages_is_no_section) {
    for (const char* introduction : {"Құрылымы:", "Тұжырымдама мынадай бөлімдерден тұрады:"}) {
        auto lines = full_paper(concept_structure());
        lines.erase(lines.begin() + line_of(lines, concept_structure(), "5.9"), lines.begin() + line_of(lines, concept_structure(), "5.9") + 2);
        std::vector<Line> list{{"p", "", introduction}};
        for (const Item& each : concept_structure().items) {
            if (each.depth == 1 || each.id == "5.9") list.push_back({"p", "1.", each.title});
        }
        lines.insert(lines.begin(), list.begin(), list.end());
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.9 missing")) << introduction;
    }
}

TEST(LookAlikes, a_list_of_all_titles_is_no_section_however_it_is_typed) {
    for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
        for (const char* element : {"p", "heading"}) {
            for (const char* gone : {"", "3", "5", "8"}) {  // With its items.
                auto lines = full_paper(*prescribed);
                std::vector<Line> list{{element, "", "Кіріспе"}};
                for (const Item& each : prescribed->items) list.push_back({element, "", each.title, element == std::string("p") ? 0 : 1});
                list.push_back({element, "", "Қосымшалар"});
                std::vector<std::string> expected;
                if (*gone != 0) {
                    const auto from = lines.begin() + line_of(lines, *prescribed, gone);
                    auto until = from + 1;
                    while (until != lines.end() && until->level != 1) ++until;
                    lines.erase(from, until);
                    for (const Item& each : prescribed->items) {
                        if (each.id == gone || each.id.starts_with(gone + std::string("."))) expected.push_back(each.id + " missing");
                    }
                }
                lines.insert(lines.begin(), list.begin(), list.end());
                const auto outcome = outline_of(lines, *prescribed);
                EXPECT_THAT(outcome.faults(), ::testing::UnorderedElementsAreArray(expected)) << prescribed->appendix << element << gone;
                EXPECT_THAT(outcome.duplicates, IsEmpty()) << prescribed->appendix << element << gone;
            }
        }
    }
}

TEST(LookAlikes, headings_one_upon_another_that_do_not_come_again_are_no_list) {
    auto lines = full_paper(concept_structure());
    std::erase_if(lines, [](const Line& line) { return line.element == "p"; });
    const auto outcome = outline_of(lines);
    for (const auto& [id, status] : outcome.status) EXPECT_NE(status, "missing") << id;
}

TEST(LookAlikes, a_member_of_a_list_is_no_section) {
    auto lines = full_paper(concept_structure());
    const auto gone = static_cast<std::ptrdiff_t>(at(lines, "5.9"));
    lines.erase(lines.begin() + gone, lines.begin() + gone + 2);
    const auto before = static_cast<std::ptrdiff_t>(at(lines, "5.8")) + 2;
    const std::vector<Line> list{{"p", "–", "шикізат базасы;"}, {"p", "–", "қаржы ресурстары;"}, {"p", "–", "білікті кадрлар."}};
    lines.insert(lines.begin() + before, list.begin(), list.end());
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.9 missing"));
}

TEST(LookAlikes, a_bulleted_heading_behind_a_list_is_a_heading) {
    auto lines = full_paper(concept_structure());
    Line& heading = lines[at(lines, "5.9")];
    heading = {"p", "–", heading.text, 0};
    const auto before = static_cast<std::ptrdiff_t>(at(lines, "5.8")) + 2;
    const std::vector<Line> list{{"p", "–", "шикізат базасы;"}, {"p", "–", "білікті кадрлар;"}};
    lines.insert(lines.begin() + before, list.begin(), list.end());
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(LookAlikes, a_paragraph_of_thousands_of_lines_stays_one) {
    auto lines = full_paper(concept_structure());
    std::string& text = lines[at(lines, "5.9") + 1].text;
    for (int n = 0; n < 20'000; ++n) text += "\nбір жол";
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(LookAlikes, a_list_ends_with_its_full_stop_and_where_the_mark_changes) {
    for (const char* mark : {"•", "–"}) {
        auto lines = full_paper(concept_structure());
        lines[at(lines, "4.2.b")].number = "–";
        const auto before = static_cast<std::ptrdiff_t>(at(lines, "4.2.b"));
        const std::vector<Line> list{{"p", "", "Негізгі деректер мыналар:"}, {"p", mark, "мақта өңдеу;"}, {"p", mark, "жіп иіру."}};
        lines.insert(lines.begin() + before, list.begin(), list.end());
        EXPECT_THAT(outline_of(lines).faults(), IsEmpty()) << mark;
    }
}

TEST(LookAlikes, members_of_an_announced_list_are_no_sections) {
    auto lines = full_paper(concept_structure());
    const auto gone = static_cast<std::ptrdiff_t>(at(lines, "8.2"));
    lines.erase(lines.begin() + gone, lines.begin() + gone + 2);
    const auto below = static_cast<std::ptrdiff_t>(at(lines, "8.1")) + 2;
    const std::vector<Line> list{{"p", "", "Жұмыс тобы мыналарды талдады:"}, {"p", "1)", "су үнемдеу технологиялары;"}, {"p", "2)", "экспорттық келісімшарттар;"},
                                 {"p", "3)", "Нарықтық перспективалар."}, {"p", "", "Талдау нәтижелері жылына екі рет жаңартылады."}};
    lines.insert(lines.begin() + below, list.begin(), list.end());
    EXPECT_THAT(outline_of(lines).faults(), ElementsAre("8.2 missing"));
}

TEST(LookAlikes, contents_with_pages_typed_behind_a_dash_are_contents) {
    auto lines = full_paper(concept_structure());
    lines.erase(lines.begin() + line_of(lines, concept_structure(), "5.9"), lines.begin() + line_of(lines, concept_structure(), "5.9") + 2);
    std::vector<Line> list;
    for (const Item& each : concept_structure().items) {
        if (each.depth <= 2) list.push_back({"p", "", each.title + " – " + std::to_string(list.size() + 2) + "-бет"});
    }
    lines.insert(lines.begin(), list.begin(), list.end());
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), ElementsAre("5.9 missing"));
    EXPECT_THAT(outcome.duplicates, IsEmpty());
}

TEST(LookAlikes, what_stands_behind_the_last_section_is_not_its_text) {
    for (const char* behind : {"Қорытынды", "Пайдаланылған әдебиеттер тізімі", "Дайындаған: Б. Сәрсенов", "М.О."}) {
        auto lines = full_paper(concept_structure());
        lines.pop_back();
        lines.push_back({"p", "", behind});
        lines.push_back({"p", "", "Осымен жұмыс аяқталды, рақмет."});
        EXPECT_EQ(outline_of(lines).faults().size(), 1u) << behind;
    }
}

TEST(LookAlikes, sentences_in_the_style_of_headings_are_text) {
    auto lines = full_paper(concept_structure());
    Line& text = lines[at(lines, "5.4") + 1];
    text = {"heading", "", "Қосалқы станцияның қуаты 54 мегаваттқа дейін ұлғайтылды. Электр желілері кеңейтіліп, жаңа трансформатор орнатылды.", 2};
    EXPECT_THAT(outline_of(lines).faults(), IsEmpty());
}

TEST(LookAlikes, words_of_those_who_have_not_written_yet_are_no_text) {
    for (const char* text : {"[мәтін енгізіңіз]", "Щелкните здесь, чтобы ввести текст.", "Мәліметтер кейін беріледі", "Толтырылуда.", "Әзірленуде", "N/A", "Осы бөлім кейін толықтырылады."}) {
        auto lines = full_paper(concept_structure());
        lines[at(lines, "5.4") + 1].text = text;
        EXPECT_THAT(outline_of(lines).faults(), ElementsAre("5.4 placeholder")) << text;
    }
}

TEST(LookAlikes, a_title_may_end_at_a_tab_and_have_a_notes_digit) {
    auto lines = full_paper(concept_structure());
    Line& heading = lines[at(lines, "5.4")];
    heading = {"p", "4)", heading.text + "\t" + lines[at(lines, "5.4") + 1].text, 0};
    lines[at(lines, "5.9")].text += "1";
    const auto outcome = outline_of(lines);
    EXPECT_THAT(outcome.faults(), IsEmpty());
}

std::string cells(std::initializer_list<std::string> texts) {
    std::string row = "<row>";
    for (const std::string& text : texts) row += "<cell><p>" + text + "</p></cell>";
    return row + "</row>";
}

std::string status_of(const std::string& body, const std::string& id) {
    auto document = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1' stage='1'><documents><document file='a.docx'><text>"
                                         "<p>Аумақтық кластерді дамыту жөніндегі тұжырымдама</p>" + body + "</text></document></documents></dossier>", "d.xml");
    align(document, act_535(), "concept");
    const auto outcome = outline_of(document.root().first_element("concept"), concept_structure());
    return outcome.status.contains(id) ? outcome.status.at(id) : "missing";
}

TEST(LookAlikes, a_cell_of_a_table_of_data_is_no_section) {
    const std::string sections = "<heading level='1' number='5.'>Аумақтық кластерді одан әрі дамыту үшін жағдайдың болуы</heading>"
                                 "<heading level='2' number='8)'>Халықаралық байланыстардың болуы, халықаралық жеткізілімдер тізбектеріне кірістіру</heading><p>Мәтін осында.</p>";
    EXPECT_EQ(status_of(sections + "<table>" + cells({"Көрсеткіш", "Қаржы ресурстары", "Үлесі"}) + cells({"2014", "120", "40"}) + "</table>", "5.9"), "missing");
    EXPECT_EQ(status_of(sections + "<table>" + cells({"Көрсеткіш", "2013", "2014"}) + cells({"Қаржы ресурстары", "120", "140"}) + "</table>", "5.9"), "missing");
    // A list of titles in a table is none.
    std::string list = "<table>" + cells({"№", "Атауы"});
    std::string text;
    for (const Item& each : concept_structure().items) {
        if (each.depth == 1 || each.id == "5.9") list += cells({std::to_string(list.size()), each.title});
        if (each.depth == 1) text += "<heading level='1'>" + each.title + "</heading><p>Мәтін осында.</p>";
    }
    EXPECT_EQ(status_of(list + "</table>" + text, "5.9"), "missing");
    // In a table that only lays the page out it is.
    EXPECT_EQ(status_of(sections + "<table>" + cells({"9)", "Қаржы ресурстары"}) + cells({"", "Кластердің қаржы ресурстары мынадай көздерден құралады, оларды қатысушылар бөледі."}) + "</table>", "5.9"), "found");
}

TEST(LookAlikes, papers_in_one_file_are_parted_where_each_is_its_kind_by_content) {
    std::string body = "<p sheet='0.00'>Аумақтық кластерді дамыту стратегиясы</p>";
    for (const Item& each : strategy_structure().items) {
        body += "<heading sheet='0.10' level='" + std::to_string(each.depth) + "'>" + each.title + "</heading>";
        if (!each.has_items) body += "<p sheet='0.20'>Бұл бөлімде жоспарланған жұмыстардың мазмұны мен мерзімі баяндалады, жол картасы қоса беріледі.</p>";
    }
    const std::string map = "<heading sheet='19.04' level='1'>Аумақтық кластерді дамыту жол картасы</heading>";
    std::string table = "<table><row>";
    for (const xml::Node column : act_535().appendix("6").first_element("table").elements()) table += "<cell><p>" + column.child_text("title") + "</p></cell>";
    table += "</row></table>";
    const auto parts = [&](const std::string& text) {
        auto document = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1' stage='2'><documents><document file='a.docx'><text>" + text +
                                             "</text><volume sheets='21'/></document></documents></dossier>", "d.xml");
        align(document, act_535());
        std::string kinds;
        for (const xml::Node each : document.root().first_element("documents").elements()) kinds += std::string(each.attribute_or("kind", "")) + ' ' + std::string(each.first_element("volume").attribute_or("sheets", "")) + ';';
        return kinds;
    };
    EXPECT_EQ(parts(body + map + table), "strategy 19;road_map 2;");
    EXPECT_EQ(parts(body + map + "<p sheet='19.10'>Жол картасы бөлек файлда беріледі.</p>"), "strategy 21;");  // only its title
}

}  // namespace
}  // namespace irikteu::outline::testing
