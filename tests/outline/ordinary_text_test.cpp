// Thousands of ordinary sentences, lines of letters and cells: none of them is taken for a prescribed title.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kazakh/letters.hpp"
#include "papers.hpp"

namespace irikteu::outline::testing {
namespace {

using Texts = std::vector<std::string>;

const Texts subjects = {"Кластер кәсіпорындары", "Қатысушы компаниялар", "Өңірдің негізгі жеткізушілері", "Облыс әкімдігі", "Колледж бітірушілері", "Зертхана мамандары",
                        "Жергілікті фермерлер", "Шетелдік серіктестер", "Көлік операторлары", "Екінші деңгейдегі банктер", "Сарапшылар тобы", "Аумақтық кластердің қатысушылары",
                        "Инновациялық инфрақұрылым субъектілері", "Білім беру ұйымдары", "Ғылыми және зерттеу ұйымдары", "Адами ресурстар бөлімі", "Жергілікті бюджет комиссиясы"};
const Texts verbs = {"жаңа тапсырыстарды игеріп келеді", "өнімнің жартысын сыртқы нарыққа жөнелтеді", "жабдықтарын үш жыл ішінде жаңартады", "қажетті шикізатты ұзақ мерзімді шарт бойынша алады",
                     "қосымша жұмыс орындарын ашуды жоспарлайды", "энергия шығынын он пайызға азайтты", "бірлескен жобаларды өз қаражатынан қаржыландырады",
                     "өнім сапасын халықаралық стандартқа сай бақылайды", "маркетингтік зерттеулердің нәтижесін тыңдады", "өкілдік функцияларды қауымдастыққа тапсырды", "көлік инфрақұрылымын дамытуға үлес қосты",
                     "тәуекелдерді талдау әдісін бекітті", "клиенттер тізбесін жыл сайын жаңартады", "шешімдерді қабылдау тәртібін әзірледі", "жер ресурстарын тиімді пайдаланады", "сапа менеджменті жүйесін енгізді",
                     "қойма алаңын екі есе ұлғайтты", "тұтынушылар сұранысын ай сайын зерттейді", "маусымдық сұранысқа қарай өндірісті икемдейді", "экспортты дамыту және қолдау бағдарламасына қатысады"};
const Texts tails = {"бұл көрсеткіш өткен жылдан жоғары.", "осыған байланысты шығындар қысқарады.", "нәтижесі тоқсан сайын талданады.", "бұл туралы келісімге қол қойылған.",
                     "деректер статистика органынан алынды.", "қаржы ресурстары жеткілікті.", "нарықтық перспективалар осыған байланысты.", "ұлттық басымдықтар ескерілді.", "өңірлік басымдықтарға назар аударылды.", "халықаралық ынтымақтастық кеңейді."};
/// A title inside a sentence.
const Texts behind = {" туралы деректер келесі тарауда келтірілген.", " жөнінде жұмыс тобы екі рет жиналыс өткізді.", " бойынша жауапты адам тағайындалды, ол ай сайын есеп береді.",
                      " мәселесі облыс әкімдігінің отырысында қаралып, хаттамаға енгізілді.", " осы құжатта толық ашылмаған, себебі деректер әлі жиналуда."};
const Texts before = {"Төменде ", "Осы мәселеге, атап айтқанда: ", "Жұмыс тобы былтыр қараған мәселелердің бірі – ", "Сарапшылардың пікірінше, "};
const Texts letters = {"Құрметті Ерлан Қанатұлы!", "Сіздің 2015 жылғы 3 тамыздағы № 14-2/318 хатыңызға сәйкес мынаны хабарлаймыз.", "Қосымша: 4 парақ.", "Құрметпен,", "Орынд.: А. Сейітова, тел. 8 (7232) 26-10-14",
                       "Кластерлік бастамаларды қаржыландыру бойынша ұсыныстарыңызды 20 қыркүйекке дейін жіберуіңізді сұраймыз.", "Біз «Алтай» аумақтық кластерін құру бастамасын қолдаймыз.",
                       "Кімге: өңірлік кәсіпкерлер палатасына", "Келісілді. Басқарма басшысы", "2015 жылғы 14 қыркүйек", "Хатшы: Г. Ахметова", "КҮН ТӘРТІБІ:", "Тыңдалды: палата директорының баяндамасы."};
const Texts things = {"Өнім көлемі, млн теңге", "Жұмыс орындары", "«Алтай-Ағаш» ЖШС", "Өскемен қаласы", "8 (7232) 26-10-14", "31.09.0", "ағаш өңдеу", "директор", "кластерлік қауымдастық", "меншікті қаражат",
                      "республикалық бюджет қаражаты", "2016 жылғы 3-тоқсан", "1 250,4", "12,5 %", "Барлығы", "т.б.", "отандық", "есеп", "келісім", "Экспорт үлесі", "Қызметкерлер саны", "Ескертпе", "Тоқсан", "Жоспар", "Нақты", "Өсім", "мың теңге", "2013 ж.", "Семей қ.", "Бөлім басшысы"};

std::string beginning_small(const std::string& text) {
    auto points = kazakh::to_code_points(text);
    if (!points.empty()) points[0] = kazakh::to_lower(points[0]);
    return kazakh::to_utf8(points);
}

Texts sentences() {
    Texts all;
    for (const auto& a : subjects) {
        for (const auto& b : verbs) {
            for (const auto& c : tails) all.push_back(a + ' ' + b + ", " + c);
        }
    }
    for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
        for (const Item& item : prescribed->items) {
            // The beginning of such a title is its short form, and what follows a dash is text.
            if (item.title.find(" – ") != std::string::npos) continue;
            for (const auto& rest : behind) all.push_back(item.title + rest);
            for (const auto& lead : before) all.push_back(lead + beginning_small(item.title) + " айтарлықтай маңызды болып отыр.");
        }
    }
    all.insert(all.end(), letters.begin(), letters.end());
    return all;
}

Texts cells() {
    Texts all = things;
    for (const auto& a : things) {
        for (const auto& b : things) all.push_back(a + ", " + b);
    }
    return all;
}

/// What a hundred texts at a time are taken for, written as `line` says.
void expect_no_title(const Texts& texts, const std::function<std::string(const std::string&)>& line, const char* how) {
    for (std::size_t start = 0; start < texts.size(); start += 100) {
        std::string xml = "<dossier xmlns='urn:irikteu:dossier:1'><concept><text>";
        for (std::size_t i = start; i < std::min(start + 100, texts.size()); ++i) xml += line(texts[i]);
        auto dossier = xml::Document::parse(xml + "</text></concept></dossier>", "ordinary.xml");
        const xml::Node paper = dossier.root().first_element("concept");
        for (const Prescribed* prescribed : {&concept_structure(), &strategy_structure()}) {
            const Outcome outcome = outline_of(paper, *prescribed);
            for (const auto& [id, status] : outcome.status) {
                EXPECT_EQ(status, "missing") << prescribed->appendix << ' ' << id << ' ' << how << ": " << outcome.headings.at(id);
            }
            EXPECT_THAT(outcome.duplicates, ::testing::IsEmpty());
        }
    }
}

TEST(OrdinarySentences, are_no_titles) {
    const Texts texts = sentences();
    EXPECT_GE(texts.size() + cells().size(), 5000u);
    expect_no_title(texts, [](const std::string& text) { return "<p>" + text + "</p>"; }, "as a paragraph");
    expect_no_title(texts, [](const std::string& text) { return "<p>1) " + text + "</p><p>Мәтін жалғасады.</p>"; }, "numbered");
    expect_no_title(texts, [](const std::string& text) { return "<p>– " + text + "</p>"; }, "behind a dash");
    expect_no_title(texts, [](const std::string& text) { return "<table><row><cell><p>" + text + "</p></cell></row></table>"; }, "in a cell");
}

TEST(OrdinaryCells, are_no_titles) {
    expect_no_title(cells(), [](const std::string& text) { return "<table><row><cell><p>" + text + "</p></cell><cell><p>12</p></cell></row></table>"; }, "in a cell");
    expect_no_title(cells(), [](const std::string& text) { return "<p>" + text + "</p>"; }, "as a paragraph");
}

}  // namespace
}  // namespace irikteu::outline::testing
