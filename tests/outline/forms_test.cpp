#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "forms.hpp"
#include "outline/align.hpp"
#include "outline/recognise.hpp"
#include "papers.hpp"
#include "support/folders.hpp"

namespace irikteu::outline::testing {
namespace {

const char* const title_1 = "Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім";
const char* const caption_applicant = "(аумақтық кластерлерді конкурстық іріктеуге қатысу үшін конкурстың бірінші кезеңіне қатысушының атауы)";
const char* const caption_position = "(өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы)";

std::string filled_application() {
    return paragraphs({"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 1-қосымша",
                       "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган", title_1, "Өтінімді тіркеуді өтінемін:",
                       "«Тобыл астығы» аумақтық кластері", "(аумақтық кластердің атауы)", "Қостанай өңірлік кәсіпкерлер палатасы", caption_applicant,
                       "Палата директоры", caption_position, "Бекмағамбетов Кеңес Жақсылықұлы", "(Т.А.Ә.)", "қолы қойылған", "(қолы)",
                       "2015 жылғы «15» қыркүйек", "Қабылдады:", "_____ (өтінімді қабылдаған адамның Т.А.Ә.)"});
}

TEST(Application, is_read_field_by_field) {
    const auto dossier = aligned(filled_application());
    EXPECT_EQ(kind_of(dossier), "application");
    const xml::Node application = dossier.root().first_element("application");
    EXPECT_EQ(application.attribute_or("appendix", ""), "1");
    EXPECT_EQ(application.child_text("addressee"), "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган");
    EXPECT_EQ(application.child_text("title"), title_1);
    EXPECT_EQ(application.child_text("statement"), "Өтінімді тіркеуді өтінемін:");
    EXPECT_EQ(application.child_text("cluster_name"), "«Тобыл астығы» аумақтық кластері");
    EXPECT_EQ(application.child_text("applicant_name"), "Қостанай өңірлік кәсіпкерлер палатасы");
    EXPECT_EQ(application.first_element("applicant").attribute_or("kind", ""), "regional-chamber");
    const xml::Node signatory = application.first_element("signatory");
    EXPECT_EQ(signatory.child_text("position"), "Палата директоры");
    EXPECT_EQ(signatory.child_text("name"), "Бекмағамбетов Кеңес Жақсылықұлы");
    EXPECT_EQ(signatory.child_text("signature"), "қолы қойылған");
    EXPECT_EQ(application.child_text("date"), "2015-09-15");
}

TEST(Application, a_date_that_cannot_be_is_read_as_it_is_written) {
    const std::string with = filled_application(), right = "2015 жылғы «15» қыркүйек";
    for (const std::string wrong : {"2015 жылғы «45» қыркүйек", "15.13.2015", "15.09.15", "2015-09-31", "0 қыркүйек 2015 ж."}) {
        std::string text = with;
        text.replace(text.find(right), right.size(), wrong);
        EXPECT_EQ(aligned(text).root().first_element("application").child_text("date"), wrong) << "for the rules to say so";
    }
    for (const std::string blank : {"20__ жылғы «___» ________", "2015 жылғы «___» қыркүйек", "15 бет", "№ 15-09/2015"}) {
        std::string text = with;
        text.replace(text.find(right), right.size(), blank);
        EXPECT_EQ(aligned(text).root().first_element("application").child_text("date"), "") << blank;
    }
    std::string both = with;
    both.insert(both.find("<p at='p16'>"), "<p at='x'>31.02.2015</p>");
    EXPECT_EQ(aligned(both).root().first_element("application").child_text("date"), "2015-09-15");
}

TEST(Application, fields_know_their_place_in_the_file) {
    const auto dossier = aligned(filled_application(), "өтінім.docx");
    const xml::Node name = dossier.root().first_element("application").first_element("cluster_name");
    EXPECT_EQ(name.attribute_or("at", ""), "p5");
    EXPECT_EQ(name.attribute_or("file", ""), "өтінім.docx");
}

TEST(Application, a_blank_form_has_fields_that_are_empty) {
    const std::string rule = "________________________";
    const auto dossier = aligned(paragraphs({title_1, "Өтінімді тіркеуді өтінемін:", rule + " (аумақтық кластердің атауы)", rule, caption_applicant,
                                             rule + " " + caption_position, "(толтырылады)", "(Т.А.Ә.)", "........", "(қолы)"}));
    const xml::Node application = dossier.root().first_element("application");
    for (const char* field : {"cluster_name", "applicant_name"}) {
        ASSERT_TRUE(application.first_element(field)) << field;
        EXPECT_EQ(application.child_text(field), "") << field;
    }
    for (const char* field : {"position", "name", "signature"}) {
        ASSERT_TRUE(application.first_element("signatory").first_element(field)) << field;
        EXPECT_EQ(application.first_element("signatory").child_text(field), "") << field;
    }
}

TEST(Application, a_field_whose_caption_is_gone_is_left_out) {
    const auto dossier = aligned(paragraphs({title_1, "«X» кластері", "(аумақтық кластердің атауы)", "Асанов А.", "(Т.А.Ә.)"}));
    const xml::Node application = dossier.root().first_element("application");
    EXPECT_FALSE(application.first_element("applicant_name"));
    EXPECT_FALSE(application.first_element("statement"));
    EXPECT_EQ(application.first_element("signatory").child_text("name"), "Асанов А.");
}

TEST(Application, values_may_stand_in_the_captions_line_over_underscores) {
    const auto dossier = aligned(paragraphs({title_1, "Өтінімді тіркеуді өтінемін:", "__«Тобыл астығы» кластері__ (аумақтық кластердің атауы)",
                                             std::string("Қостанай палатасы ") + caption_applicant,
                                             std::string("Директор ") + caption_position + " Асанов А.Б. (Т.А.Ә.) _______ (қолы)"}));
    const xml::Node application = dossier.root().first_element("application");
    EXPECT_EQ(application.child_text("cluster_name"), "«Тобыл астығы» кластері");
    EXPECT_EQ(application.child_text("applicant_name"), "Қостанай палатасы");
    EXPECT_EQ(application.first_element("signatory").child_text("position"), "Директор");
    EXPECT_EQ(application.first_element("signatory").child_text("name"), "Асанов А.Б.");
    EXPECT_EQ(application.first_element("signatory").child_text("signature"), "");
}

TEST(Application, values_may_stand_in_cells_above_or_beside_their_captions) {
    const auto dossier = aligned(paragraphs({title_1, "Өтінімді тіркеуді өтінемін:", "«X» кластері", "(аумақтық кластердің атауы)", "Палата", caption_applicant}) +
                                 table({{"Директор", "Асанов А.Б.", ""}, {caption_position, "(Т.А.Ә.)", "(қолы)"}}));
    const xml::Node signatory = dossier.root().first_element("application").first_element("signatory");
    EXPECT_EQ(signatory.child_text("position"), "Директор");
    EXPECT_EQ(signatory.child_text("name"), "Асанов А.Б.");
    EXPECT_EQ(signatory.child_text("signature"), "");
}

TEST(Application, a_caption_broken_over_two_lines_is_one_caption) {
    const auto dossier = aligned(paragraphs({title_1, "Өтінімді тіркеуді өтінемін:", "«X» кластері", "(аумақтық кластердің атауы)", "Палата",
                                             "(аумақтық кластерлерді конкурстық іріктеуге қатысу үшін", "конкурстың бірінші кезеңіне қатысушының атауы)",
                                             "________", caption_position, "Асанов", "(Т.А.Ә.)"}));
    const xml::Node application = dossier.root().first_element("application");
    EXPECT_EQ(application.child_text("applicant_name"), "Палата");
    EXPECT_EQ(application.first_element("signatory").child_text("position"), "");
}

/// A form of stage 1 whose values stand on the given side of their captions; "" leaves a place blank.
std::string form_with_captions(bool captions_first, bool parentheses, const std::vector<std::string>& values) {
    const std::vector<std::string> captions{"(аумақтық кластердің атауы)", caption_applicant, caption_position, "(Т.А.Ә.)", "(қолы)"};
    std::vector<std::string> lines{title_1, "Өтінімді тіркеуді өтінемін:"};
    for (std::size_t n = 0; n < captions.size(); ++n) {
        const std::string caption = parentheses ? captions[n] : captions[n].substr(1, captions[n].size() - 2);
        const std::string value = values[n].empty() ? "________________" : values[n];
        lines.push_back(captions_first ? caption : value);
        lines.push_back(captions_first ? value : caption);
    }
    lines.push_back("Қабылдады:");
    std::string text;
    for (const std::string& line : lines) text += "<p>" + line + "</p>";
    return text;
}

TEST(Application, captions_may_stand_above_their_values_and_without_parentheses) {
    const std::vector<std::string> values{"«Алтай» кластері", "Қостанай өңірлік кәсіпкерлер палатасы", "Палата директоры", "Сейітов Қанат Маратұлы", "қолы қойылған"};
    for (const bool captions_first : {true, false}) {
        for (const bool parentheses : {true, false}) {
            for (std::size_t blank = 0; blank <= values.size(); ++blank) {
                auto shown = values;
                if (blank < values.size()) shown[blank].clear();
                const auto dossier = aligned(form_with_captions(captions_first, parentheses, shown));
                const xml::Node application = dossier.root().first_element("application");
                const xml::Node signatory = application.first_element("signatory");
                const std::vector<std::string> found{application.child_text("cluster_name"), application.child_text("applicant_name"), signatory.child_text("position"),
                                                     signatory.child_text("name"), signatory.child_text("signature")};
                EXPECT_EQ(found, shown) << captions_first << parentheses << blank;
            }
        }
    }
}

TEST(Application, a_word_that_could_be_a_caption_is_a_value_above_one) {
    const auto dossier = aligned(paragraphs({title_1, "Өтінімді тіркеуді өтінемін:", "«Алтай» кластері", "(аумақтық кластердің атауы)", "Сейітов Қ.", "(Т.А.Ә.)", "қолтаңба", "(қолы)"}));
    EXPECT_EQ(dossier.root().first_element("application").first_element("signatory").child_text("signature"), "қолтаңба");
}

TEST(Application, the_second_stages_form_is_told_from_the_first_ones) {
    const auto dossier = aligned(paragraphs({"Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім", "«X» кластері", "(аумақтық кластердің атауы)",
                                             "«Y» бірлестігі", "(конкурстың екінші кезеңіне қатысушының атауы)"}));
    EXPECT_EQ(dossier.root().first_element("application").attribute_or("appendix", ""), "4");
    EXPECT_EQ(dossier.root().first_element("application").child_text("applicant_name"), "«Y» бірлестігі");
}

const char* const title_3 = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы";
const char* const organ = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының ";

std::string conclusion(const std::string& confirmation, const std::string& signature = "Досмұратов Қайрат Серікұлы, қолы қойылған") {
    return paragraphs({"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша", title_3, "№ 11-05/2740     2015 жылғы «22» қыркүйек",
                       "1. «Алматы бағдарламалық шешімдер» аумақтық кластері", "(аумақтық кластердің атауы)",
                       "2. Мекенжайы және телефоны Алматы қаласы, Тимирязев көшесі, 42-үй, 050057, +7 (727) 000-64-17",
                       organ + std::string("«Алматы қаласы Кәсіпкерлік басқармасы» мемлекеттік мекемесі"), "(атауы)", confirmation}) +
           table({{"№", "Кластерге қатысушылар", "Кластерге қатысушының қызмет түрі"}, {"1.", "«Медеу Софт» ЖШС", "жүйелер әзірлеу"}, {"2.", "«Зерде» АҚ", ""}, {"3.", "", ""}}) +
           paragraphs({organ + std::string("мемлекеттік мекемесі «Алматы қаласы Кәсіпкерлік басқармасы»"), signature, "(Т.А.Ә., қолы)", "М.О. мөр басылған"});
}

/// What an application says, in the order of its form; "-" where a field is not there.
std::string fields_of(const xml::Document& dossier) {
    const xml::Node application = dossier.root().first_element("application");
    const xml::Node signatory = application.first_element("signatory");
    const auto said = [](xml::Node parent, const char* name) { return parent && parent.first_element(name) ? parent.child_text(name) : std::string("-"); };
    return said(application, "cluster_name") + " | " + said(application, "applicant_name") + " | " + said(signatory, "position") + " | " + said(signatory, "name") +
           " | " + said(signatory, "signature");
}

const std::string head_1 = paragraphs({"Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган", title_1, "Өтінімді тіркеуді өтінемін:"});

TEST(Application, values_may_stand_beside_labels_in_a_table) {
    const char* const expected = "«Тобыл астығы» | «Тобыл» АҚ | Басқарма төрағасы | Омаров Е. Қ. | ";
    EXPECT_EQ(fields_of(aligned(head_1 + table({{"Аумақтық кластердің атауы", "«Тобыл астығы»"}, {"Конкурстың бірінші кезеңіне қатысушының атауы", "«Тобыл» АҚ"},
                                                {"Өкілетті адамның лауазымы", "Басқарма төрағасы"}, {"Т.А.Ә.", "Омаров Е. Қ."}, {"Қолы", ""}}))), expected);
    EXPECT_EQ(fields_of(aligned(head_1 + table({{"1", "Кластердің атауы / Наименование кластера", "«Тобыл астығы»"}, {"2", "Өтініш беруші:", "«Тобыл» АҚ"},
                                                {"3", "Лауазымы (толық)", "Басқарма төрағасы"}, {"4", "Тегі, аты, әкесінің аты", "Омаров Е. Қ."}, {"5", "Қолы", "________"}}))), expected);
    EXPECT_EQ(fields_of(aligned(head_1 + table({{"Аумақтық кластердің атауы", ""}, {"Қатысушының атауы", "«Тобыл» АҚ"}, {"Лауазымы", "____"}, {"Аты-жөні", ""}}))),
              " | «Тобыл» АҚ |  |  | -") << "blank beside its label is empty";
}

TEST(Application, values_may_stand_behind_labels_in_paragraphs) {
    const char* const expected = "«Тобыл астығы» | «Тобыл» АҚ | Басқарма төрағасы | Омаров Ерлан | ";
    for (const char* gap : {": ", ":\t", "\t", " – ", " — ", ": ____"}) {
        const auto line = [&](const char* label, const char* value) { return label + std::string(gap) + value; };
        EXPECT_EQ(fields_of(aligned(head_1 + paragraphs({line("Аумақтық кластердің атауы", "«Тобыл астығы»"), line("Конкурстың бірінші кезеңіне қатысушының атауы", "«Тобыл» АҚ"),
                                                         line("Лауазымы", "Басқарма төрағасы"), line("Т.А.Ә.", "Омаров Ерлан"), line("Қолы", "__________")}))), expected) << gap;
    }
    EXPECT_EQ(fields_of(aligned(head_1 + paragraphs({"Аумақтық кластердің атауы:", "«Тобыл астығы»", "Өтініш беруші:", "«Тобыл» АҚ", "Лауазымы:", "Аты-жөні: Омаров Ерлан"}))),
              "«Тобыл астығы» | «Тобыл» АҚ |  | Омаров Ерлан | -");
}

TEST(Application, a_line_of_a_signature_says_position_and_name) {
    const std::string before = head_1 + paragraphs({"«Тобыл астығы»", "(аумақтық кластердің атауы)", "«Тобыл» АҚ", "(конкурстың бірінші кезеңіне қатысушының атауы)"});
    const char* const expected = "«Тобыл астығы» | «Тобыл» АҚ | Басқарма төрағасы | Е.Қ. Омаров | ";
    EXPECT_EQ(fields_of(aligned(before + paragraphs({"Басқарма төрағасы ______________ Е.Қ. Омаров"}))), expected);
    EXPECT_EQ(fields_of(aligned(before + paragraphs({"Басқарма төрағасы\t\tЕ.Қ. Омаров", "2015 жылғы 10 қыркүйек"}))), expected);
    EXPECT_EQ(fields_of(aligned(before + table({{"Басқарма төрағасы", "________", "Е.Қ. Омаров"}}))), expected);
    EXPECT_EQ(fields_of(aligned(before + paragraphs({"Тобыл қаласы\t2015 жылғы 10 қыркүйек"}))), "«Тобыл астығы» | «Тобыл» АҚ | - | - | -") << "place and date sign nothing";
}

TEST(LocalConclusion, is_read_field_by_field) {
    const auto dossier = aligned(conclusion("Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды."));
    EXPECT_EQ(kind_of(dossier), "local_conclusion");
    const xml::Node conclusion = dossier.root().first_element("local_conclusion");
    EXPECT_EQ(conclusion.child_text("title"), title_3);
    EXPECT_EQ(conclusion.child_text("number"), "11-05/2740");
    EXPECT_EQ(conclusion.child_text("date"), "2015-09-22");
    EXPECT_EQ(conclusion.child_text("cluster_name"), "«Алматы бағдарламалық шешімдер» аумақтық кластері");
    EXPECT_EQ(conclusion.child_text("address"), "Алматы қаласы, Тимирязев көшесі, 42-үй, 050057");
    EXPECT_EQ(conclusion.child_text("phone"), "+7 (727) 000-64-17");
    EXPECT_EQ(conclusion.child_text("organ_name"), "«Алматы қаласы Кәсіпкерлік басқармасы» мемлекеттік мекемесі");
    EXPECT_EQ(conclusion.first_element("confirmation").attribute_or("participants", ""), "present");
    EXPECT_EQ(conclusion.first_element("confirmation").attribute_or("organising", ""), "expedient");
    EXPECT_EQ(conclusion.first_element("signatory").child_text("name"), "Досмұратов Қайрат Серікұлы");
    EXPECT_EQ(conclusion.first_element("signatory").child_text("signature"), "қолы қойылған");
    EXPECT_EQ(conclusion.child_text("seal"), "мөр басылған");
}

TEST(LocalConclusion, a_signatory_is_found_without_the_forms_caption) {
    const std::string whole = conclusion("Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.", "@");
    const auto with = [&](const std::string& last) {
        return whole.substr(0, whole.find("</table>") + std::string("</table>").size()) + last + paragraphs({"М.О. мөр басылған"});
    };
    const auto signatory = [&](const std::string& last) {
        const auto dossier = aligned(with(last));
        const xml::Node found = dossier.root().first_element("local_conclusion").first_element("signatory");
        return found.child_text("name") + " | " + found.child_text("signature");
    };
    EXPECT_EQ(signatory(paragraphs({organ + std::string("мемлекеттік мекемесі Сәрсенов Асқар Ерланұлы, қолы қойылған")})), "Сәрсенов Асқар Ерланұлы | қолы қойылған");
    EXPECT_EQ(signatory(paragraphs({organ + std::string("мемлекеттік мекемесі «Алматы қаласы Кәсіпкерлік басқармасы» Сәрсенов А.Е., қолы қойылған")})), "Сәрсенов А.Е. | қолы қойылған");
    EXPECT_EQ(signatory(paragraphs({"Кәсіпкерлік басқармасының басшысы Сәрсенов А.Е. /қолы/"})), "Кәсіпкерлік басқармасының басшысы Сәрсенов А.Е. | қолы");
    EXPECT_EQ(signatory(paragraphs({"Басқарма басшысы Сәрсенов А.Е.", "/қолы/"})), "Басқарма басшысы Сәрсенов А.Е. | қолы");
    EXPECT_EQ(signatory(table({{"Басқарма басшысы", "қолы қойылған", "Сәрсенов А.Е."}})), "Басқарма басшысы, Сәрсенов А.Е. | қолы қойылған");
    EXPECT_EQ(signatory(paragraphs({"Басқарма басшысы Сәрсенов А.Е. ________ (қолы)"})), "Басқарма басшысы Сәрсенов А.Е. | ");
    EXPECT_EQ(signatory(paragraphs({organ + std::string("мемлекеттік мекемесі Сәрсенов Асқар Ерланұлы")})), "Сәрсенов Асқар Ерланұлы | ");
    EXPECT_EQ(signatory(paragraphs({organ + std::string("мемлекеттік мекемесі")})), " | ");
    EXPECT_EQ(signatory(paragraphs({organ + std::string("мемлекеттік мекемесі «Кәсіпкерлік басқармасы»"), "Кәсіпкерлік басқармасының басшысы ____________ Б. Жұмабаев"})), "Б. Жұмабаев | ");
    EXPECT_EQ(signatory(""), " | ");
}

TEST(LocalConclusion, rows_of_the_table_are_participants) {
    const auto dossier = aligned(conclusion("Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды."));
    const xml::Node table = dossier.root().first_element("local_conclusion").first_element("table");
    const xml::Node first = table.first_element("row");
    EXPECT_EQ(first.child_text("number"), "1.");
    EXPECT_EQ(first.child_text("participant"), "«Медеу Софт» ЖШС");
    EXPECT_EQ(first.child_text("activity"), "жүйелер әзірлеу");
    const xml::Node second = first.next_element("row");
    EXPECT_EQ(second.child_text("activity"), "");
    EXPECT_FALSE(second.next_element("row")) << "a row with its printed number alone is no participant";
}

TEST(LocalConclusion, columns_of_the_table_may_be_titled_in_other_words) {
    std::string text = conclusion("Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.");
    const auto retitle = [&](const std::string& from, const std::string& to) { text.replace(text.find(from), from.size(), to); };
    retitle("Кластерге қатысушының қызмет түрі", "Қызметі");
    retitle("Кластерге қатысушылар", "Қатысушының атауы");
    const auto dossier = aligned(text);
    const xml::Node first = dossier.root().first_element("local_conclusion").first_element("table").first_element("row");
    EXPECT_EQ(first.child_text("participant"), "«Медеу Софт» ЖШС");
    EXPECT_EQ(first.child_text("activity"), "жүйелер әзірлеу");
}

TEST(LocalConclusion, may_confirm_in_words_of_its_own) {
    const auto said = [](const std::string& line) {
        const auto dossier = aligned(conclusion(line));
        const xml::Node confirmation = dossier.root().first_element("local_conclusion").first_element("confirmation");
        return std::string(confirmation ? confirmation.attribute_or("participants", "") : "-") + ' ' + std::string(confirmation ? confirmation.attribute_or("organising", "") : "-");
    };
    EXPECT_EQ(said("Кластер қатысушыларының бар екенін және аумақтық кластерді ұйымдастырудың орынды екенін растайды."), "present expedient");
    EXPECT_EQ(said("Қатысушылардың жоқ екенін және аумақтық кластерді ұйымдастырудың орынсыз екенін растайды."), "absent inexpedient");
    EXPECT_EQ(said("Қатысушылардың болуын растайды және аумақтық кластерді ұйымдастыру орынды деп санайды."), "present expedient");
    EXPECT_EQ(said("Қатысушылардың болуын растайды және аумақтық кластерді ұйымдастыруды орынсыз деп санайды."), "present inexpedient");
    EXPECT_EQ(said("Аумақтық кластер өңір үшін маңызды."), "- -");
}

TEST(LocalConclusion, alternatives_left_standing_are_both) {
    const auto dossier = aligned(conclusion("Қатысушылардың болуын/болмауын және аумақтық кластерді ұйымдастырудың орындылығын/орынсыздығын растайды."));
    const xml::Node confirmation = dossier.root().first_element("local_conclusion").first_element("confirmation");
    EXPECT_EQ(confirmation.attribute_or("participants", ""), "both");
    EXPECT_EQ(confirmation.attribute_or("organising", ""), "both");
}

TEST(LocalConclusion, a_negative_one_says_so) {
    const auto dossier = aligned(conclusion("Қатысушылардың болмауын және аумақтық кластерді ұйымдастырудың орынсыздығын растайды."));
    const xml::Node confirmation = dossier.root().first_element("local_conclusion").first_element("confirmation");
    EXPECT_EQ(confirmation.attribute_or("participants", ""), "absent");
    EXPECT_EQ(confirmation.attribute_or("organising", ""), "inexpedient");
}

TEST(LocalConclusion, a_blank_form_has_fields_that_are_empty) {
    const auto dossier = aligned(paragraphs({title_3, "№ ____________ 20___ жылғы «___» ________________", "1. ________________________ (аумақтық кластердің атауы)",
                                             "2. Мекенжайы және телефоны ________________________", organ + std::string("________ мемлекеттік мекемесі (атауы)"),
                                             "Қатысушылардың болуын/болмауын және аумақтық кластерді ұйымдастырудың орындылығын/орынсыздығын растайды."}) +
                                 table({{"№", "Кластерге қатысушылар", "Кластерге қатысушының қызмет түрі"}, {"1.", "", ""}, {"...", "", ""}}) +
                                 paragraphs({organ + std::string("мемлекеттік мекемесі «(атауы)» ____________ ________________ (Т.А.Ә., қолы)"), "М.О."}));
    const xml::Node conclusion = dossier.root().first_element("local_conclusion");
    for (const char* field : {"number", "date", "cluster_name", "address", "phone", "organ_name"}) {
        ASSERT_TRUE(conclusion.first_element(field)) << field;
        EXPECT_EQ(conclusion.child_text(field), "") << field;
    }
    EXPECT_EQ(conclusion.child_text("seal"), "М.О.");  // The place is there; more a file for a word processor cannot say.
    EXPECT_FALSE(conclusion.first_element("table").first_element("row"));
    EXPECT_EQ(conclusion.first_element("signatory").child_text("name"), "");
}

TEST(LocalConclusion, date_and_number_stand_in_any_order) {
    for (const char* line : {"2015 жылғы 14 қыркүйек № 88", "14.09.2015 ж. № 88", "14 қыркүйек 2015 жыл № 88", "№ 88  «14» қыркүйек 2015 ж.", "2015-09-14 № 88",
                             "Тіркеу нөмірі: 88  Күні: 14.09.2015", "2015 жылдың 14 қыркүйегі № 88", "14 кыркуйек 2015 ж., № 88"}) {
        const auto dossier = aligned(paragraphs({title_3, line, "1. «Тоқыма» аумақтық кластері"}));
        const xml::Node conclusion = dossier.root().first_element("local_conclusion");
        EXPECT_EQ(conclusion.child_text("number"), "88") << line;
        EXPECT_EQ(conclusion.child_text("date"), "2015-09-14") << line;
    }
}

TEST(LocalConclusion, the_cluster_stands_behind_a_label_or_as_point_1) {
    for (const char* line : {"1. Аумақтық кластердің атауы: «Тоқыма» аумақтық кластері", "1. Кластердің атауы – «Тоқыма» аумақтық кластері", "1. Кластер: «Тоқыма» аумақтық кластері",
                             "1. «Тоқыма» аумақтық кластері"}) {
        const auto dossier = aligned(paragraphs({title_3, "№ 88 2015 жылғы 14 қыркүйек", line, "2. Мекенжайы және телефоны Шымкент қ., 8 (7252) 50-12-34"}));
        EXPECT_EQ(dossier.root().first_element("local_conclusion").child_text("cluster_name"), "«Тоқыма» аумақтық кластері") << line;
    }
}

TEST(LocalConclusion, a_line_of_a_signature_says_who_signs) {
    for (const char* line : {"Басқарма басшысы ________________ (Асанов А.Б.)", "Басқарма басшысы Асанов Арман Болатұлы", "Директор: Асанов А.Б. __________", "__________ Асанов А.Б., басқарма басшысы"}) {
        const auto dossier = aligned(paragraphs({title_3, "№ 88 2015 жылғы 14 қыркүйек", "1. «Тоқыма» (аумақтық кластердің атауы)",
                                                 "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.", line, "М.О."}));
        EXPECT_TRUE(dossier.root().first_element("local_conclusion").first_element("signatory").child_text("name").starts_with("Асанов А")) << line;
    }
}

TEST(LocalConclusion, a_position_is_no_name_and_the_name_behind_it_no_signature) {
    const auto signatory = [](const std::vector<std::string>& lines) {
        std::vector<std::string> all{title_3, "№ 88 2015 жылғы 14 қыркүйек", "1. «Тоқыма» (аумақтық кластердің атауы)",
                                     "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды."};
        all.insert(all.end(), lines.begin(), lines.end());
        const auto dossier = aligned(paragraphs(all));
        const xml::Node found = dossier.root().first_element("local_conclusion").first_element("signatory");
        return found ? found.child_text("name") + '|' + found.child_text("signature") : "none";
    };
    EXPECT_EQ(signatory({"«Кәсіпкерлік басқармасы» ММ басшысы _______________ Ахметов Б.С.", "(Т.А.Ә., қолы)"}), "Ахметов Б.С.|");
    EXPECT_EQ(signatory({"Басқарма басшысы __________ (қолы) __________"}), "|");
}

TEST(LocalConclusion, a_body_is_named_by_its_abbreviation) {
    for (const char* line : {"«Оңтүстік Қазақстан облысының кәсіпкерлік басқармасы» ММ", "Оңтүстік Қазақстан облысының әкімдігі"}) {
        const auto dossier = aligned(paragraphs({title_3, "№ 88 2015 жылғы 14 қыркүйек", "1. «Тоқыма» (аумақтық кластердің атауы)", line}));
        EXPECT_EQ(dossier.root().first_element("local_conclusion").child_text("organ_name"), line);
    }
}

TEST(LocalConclusion, contacts_stand_behind_labels_of_many_kinds) {
    for (const std::vector<std::string>& said : {std::vector<std::string>{"2. Мекенжайы: Шымкент қ., Абай к., 14; телефоны: 8 (7252) 50-12-34"},
                                                 {"2. Заңды мекенжайы және байланыс телефоны: Шымкент қ., Абай к., 14, 8 (7252) 50-12-34"},
                                                 {"2. Мекенжайы және телефоны", "Шымкент қ., Абай к., 14", "8 (7252) 50-12-34"}}) {
        std::vector<std::string> all{title_3, "№ 88 2015 жылғы 14 қыркүйек", "1. «Тоқыма» (аумақтық кластердің атауы)"};
        all.insert(all.end(), said.begin(), said.end());
        const auto dossier = aligned(paragraphs(all));
        const xml::Node conclusion = dossier.root().first_element("local_conclusion");
        EXPECT_EQ(conclusion.child_text("address"), "Шымкент қ., Абай к., 14") << said[0];
        EXPECT_EQ(conclusion.child_text("phone"), "8 (7252) 50-12-34") << said[0];
    }
}

TEST(Inventory, is_read_from_its_table) {
    const auto dossier = aligned(paragraphs({"Конкурстық өтінім құрамына кіретін құжаттар тізбесі", "1-том, 25 парақ"}) +
                                 table({{"№", "Құжаттың атауы", "Парақтар"}, {"1", "Конкурсқа қатысуға арналған өтінім", "2"},
                                        {"2", "Аумақтық кластерді дамыту жөніндегі тұжырымдама", "3–23"}, {"3", "Жергілікті атқарушы органның қорытындысы", "24-25"}, {"4", "Қолдау хаты", "26"}}));
    EXPECT_EQ(kind_of(dossier), "inventory");
    const xml::Node volume = dossier.root().first_element("inventory").first_element("volume");
    EXPECT_EQ(volume.attribute_or("number", ""), "1");
    EXPECT_EQ(volume.attribute_or("sheets", ""), "25");
    std::vector<std::string> items;
    for (xml::Node item : volume.elements()) {
        items.push_back(std::string(item.attribute_or("document", "")) + ' ' + std::string(item.attribute_or("from", "")) + '-' + std::string(item.attribute_or("to", "")));
    }
    EXPECT_THAT(items, ::testing::ElementsAre("application 2-2", "concept 3-23", "local_conclusion 24-25", "attachment 26-26"));
}

TEST(Inventory, names_papers_as_briefly_as_people_do) {
    const act::Act act = act::Act::load(base::RealDisk(), support::source_path("/templates"), "kz-535-2015");
    const std::pair<const char*, const char*> entries[] = {
        {"Өтінім (1-қосымша)", "application"}, {"Өтінім", "application"}, {"1. Конкурстық өтінім", "application"}, {"Конкурсқа қатысуға өтінім", "application"},
        {"ӨТІНІМ – 2 парақ", "application"}, {"Өтінім 1-қосымша", "application"}, {"1-қосымша бойынша өтінім, 2 парақ", "application"}, {"Тобыл астығы кластерінің өтінімі", "application"},
        {"Өтінім құрамына кіретін құжаттар тізбесі", "inventory"}, {"Өтінімге қоса берілетін құжаттар", "attachment"}, {"Өтінімге қоса берілетін анықтама", "attachment"},
        {"Өтінімнің көшірмесі", "attachment"}, {"Өтініш беруші туралы мәлімет", "attachment"}, {"Анықтама (өтінім бойынша)", "attachment"},
        {"Тұжырымдама", "concept"}, {"Тұжырымдамасы (2-қосымша)", "concept"}, {"Аумақтық кластердің тұжырымдамасы", "concept"}, {"Тұжырымдамаға қосымшалар", "attachment"},
        {"Қорытынды", "local_conclusion"}, {"Қорытынды (3-қосымша)", "local_conclusion"}, {"Қостанай облысы әкімдігінің қорытындысы", "local_conclusion"}, {"ЖАО қорытындысы", "local_conclusion"},
        {"Сараптамалық қорытынды", "attachment"}, {"Аудиторлық қорытынды", "attachment"}, {"Уәкілетті орган қорытындысы", "authorised_conclusion"},
        {"Стратегия", "strategy"}, {"Кластер стратегиясы (5-қосымша)", "strategy"}, {"Компанияның даму стратегиясы", "attachment"}, {"Жол картасы", "road_map"}, {"Іс-шаралардың жол картасы", "road_map"},
        {"Қолдау хаты", "attachment"}, {"", "attachment"}, {"1-қосымша", "attachment"}};
    for (const auto& [entry, kind] : entries) EXPECT_EQ(kind_of_entry(entry, act), kind) << entry;
}

TEST(Documents, a_concept_is_moved_to_its_place_with_its_outline) {
    const auto dossier = aligned(paragraphs({"«Тобыл астығы» аумақтық кластерін", "дамыту жөніндегі тұжырымдама"}) +
                                 "<heading level='1'>1. Кластердің қысқаша сипаттамасы</heading><p>Мәтін.</p>", "2.docx");
    const xml::Node concept_paper = dossier.root().first_element("concept");
    EXPECT_EQ(concept_paper.attribute_or("file", ""), "2.docx");
    EXPECT_TRUE(concept_paper.first_element("text"));
    EXPECT_EQ(concept_paper.first_element("outline").first_element("section").attribute_or("status", ""), "found");
    EXPECT_FALSE(dossier.root().first_element("documents").first_element("document").first_element("text"));
}

TEST(Documents, a_concepts_structure_under_a_strategys_title_is_a_strategy) {
    std::string text = paragraphs({"Аумақтық кластерді дамыту стратегиясы"});
    for (const Line& line : full_paper(concept_structure())) text += "<" + line.element + ">" + line.text + "</" + line.element + ">";
    const auto dossier = aligned(text);
    EXPECT_EQ(kind_of(dossier), "strategy");
    EXPECT_FALSE(dossier.root().first_element("concept"));
}

TEST(Documents, a_paper_without_a_title_is_known_by_its_sections) {
    std::string text;
    for (const Line& line : full_paper(concept_structure())) text += "<" + line.element + ">" + line.text + "</" + line.element + ">";
    EXPECT_EQ(kind_of(aligned(text)), "concept");
}

TEST(Documents, anything_else_is_an_attachment_and_keeps_its_text) {
    const auto dossier = aligned(paragraphs({"Қолдау хаты", "Біз «Тобыл астығы» аумақтық кластерін құру бастамасын қолдаймыз."}), "letter.docx");
    EXPECT_EQ(kind_of(dossier), "attachment");
    EXPECT_EQ(dossier.root().first_element("attachments").child_text("attachment"), "Қолдау хаты");
    EXPECT_TRUE(dossier.root().first_element("documents").first_element("document").first_element("text"));
}

TEST(Documents, the_authorised_bodys_conclusion_on_a_strategy_is_no_strategy) {
    const auto dossier = aligned(paragraphs({"Уәкілетті органның Аумақтық кластерді дамыту стратегиясы және жол картасы бойынша қорытындысы", "Мәтін."}));
    EXPECT_EQ(kind_of(dossier), "authorised_conclusion");
}

TEST(Documents, a_second_paper_of_a_kind_stays_where_it_is) {
    auto dossier = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1'><concept><title>A</title></concept><documents><document file='b.docx'><text>"
                                        "<p>Аумақтық кластерді дамыту жөніндегі тұжырымдама</p></text></document></documents></dossier>", "d.xml");
    align(dossier, act_535());
    EXPECT_EQ(dossier.root().first_element("concept").child_text("title"), "A");
    EXPECT_EQ(kind_of(dossier), "concept");
    EXPECT_TRUE(dossier.root().first_element("documents").first_element("document").first_element("text"));
}

}  // namespace
}  // namespace irikteu::outline::testing
