// Papers whose title was left out, hidden or deleted: the rest of the form says what they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "forms.hpp"

namespace irikteu::outline::testing {
namespace {

const char* const refers_to_1 = "Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 1-қосымша";
const char* const refers_to_3 = "Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша";
const char* const refers_to_6 = "Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 6-қосымша";
const char* const confirms = "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.";
const char* const body = "Жамбыл облысының жергілікті атқарушы органының «Жамбыл облысының кәсіпкерлік басқармасы» мемлекеттік мекемесі";

std::string participants() { return table({{"№", "Кластерге қатысушылар", "Кластерге қатысушының қызмет түрі"}, {"1.", "«Қайнар» ЖШС", "Жүк тасымалы"}}); }

std::string labels(const std::string& stage) {
    return table({{"Аумақтық кластердің атауы", "«Жетісу» кластері"}, {"Конкурстың " + stage + " кезеңіне қатысушының атауы", "«Жетісу» бірлестігі"}}) +
           table({{"Өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы", "Директор"}, {"Т.А.Ә.", "М. Сүлейменова"}, {"Қолы", "________"}});
}

TEST(PapersWithoutTitle, are_known_by_the_appendix_that_they_refer_to_and_something_of_it) {
    EXPECT_EQ(kind_of(aligned(paragraphs({refers_to_3, "№ 45 2015 жылғы 22 мамыр", "Аумақтық кластердің атауы: «Көк тоқыма»"}))), "local_conclusion");
    EXPECT_EQ(kind_of(aligned(paragraphs({"Аумақтық кластерлерге конкурстық", "іріктеу жүргізу қағидаларына", "3-қосымша", body}))), "local_conclusion") << "over three lines";
    EXPECT_EQ(kind_of(aligned(paragraphs({refers_to_1}) + labels("бірінші"))), "application");
    EXPECT_EQ(kind_of(aligned(paragraphs({refers_to_6, "1-топ. Нарықтық стратегияны іске асыру жөніндегі іс-шаралар", "Көрме"}))), "road_map");
}

TEST(PapersWithoutTitle, are_known_by_three_fields_where_they_refer_to_nothing) {
    EXPECT_EQ(kind_of(aligned(paragraphs({"№ 45 2015 жылғы 22 мамыр", "1) Аумақтық кластердің атауы: «Көк тоқыма»", body, confirms}) + participants())), "local_conclusion");
    const auto second = aligned(labels("екінші") + paragraphs({"осы өтінімді аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысу үшін қажетті құжаттар топтамасын жібереді."}));
    EXPECT_EQ(kind_of(second), "application");
    EXPECT_EQ(second.root().first_element("application").attribute_or("appendix", ""), "4");
    EXPECT_EQ(second.root().first_element("application").child_text("applicant_name"), "«Жетісу» бірлестігі");
}

TEST(PapersWithoutTitle, are_of_the_stage_whose_labels_they_have) {
    const auto dossier = aligned(paragraphs({"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 4-қосымша"}) + labels("екінші"));
    EXPECT_EQ(dossier.root().first_element("application").attribute_or("appendix", ""), "4");
    EXPECT_EQ(aligned(paragraphs({refers_to_1}) + labels("бірінші")).root().first_element("application").attribute_or("appendix", ""), "1");
}

TEST(PapersWithoutTitle, are_applications_by_two_fields_and_the_organisers_block) {
    const auto fields = table({{"Аумақтық кластердің атауы", "«Шыңғыстау»"}}) +
                        table({{"Өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы", "Директор"}, {"Т.А.Ә.", "Төлегенов С."}, {"Қолы", ""}});
    EXPECT_EQ(kind_of(aligned(fields)), "attachment");
    EXPECT_EQ(kind_of(aligned(fields + paragraphs({"осы өтінімнің көшірмесі өтініш берушіге беріледі"}))), "application");
}

TEST(PapersWithoutTitle, are_known_by_labels_that_are_broken_within_their_cells) {
    EXPECT_EQ(kind_of(aligned(paragraphs({refers_to_1}) + table({{"Аумақтық\nкластердің атауы", "«Жетісу» кластері"}}))), "application");
}

TEST(PapersWithoutTitle, are_a_road_map_by_its_groups_of_measures) {
    const auto columns = table({{"№", "Іс-шаралар", "Аяқтау нысаны", "Жауапты орындаушы", "Қаржыландыру көзі", "Орындау мерзімі"}, {"1", "Көрме", "есеп", "палата", "бюджет", "2016"}});
    EXPECT_EQ(kind_of(aligned(paragraphs({"1. Нарықтық стратегияны іске асыру жөніндегі іс-шаралар"}) + columns +
                              paragraphs({"2. Инновациялық стратегияны іске асыру жөніндегі іс-шаралар"}) + columns)), "road_map");
    EXPECT_EQ(kind_of(aligned(columns)), "attachment") << "a plan of measures is none yet";
    EXPECT_EQ(kind_of(aligned(paragraphs({"Нарықтық стратегияны іске асыру жөніндегі іс-шаралар"}) + columns)), "attachment") << "nor with one group";
    const auto all_columns = table({{"№", "Іс-шараның атауы", "Аяқтау нысаны", "Жауапты орындаушы", "Жылдар бойынша қаржыландыру көлемі, млн теңге", "Қаржыландыру көзі", "Орындау мерзімі"},
                                    {"1. ", "Нарықтық стратегияны іске асыру жөніндегі іс-шаралар", "", "", "", "", ""}, {"1", "Көрме", "есеп", "палата", "5", "бюджет", "2016"}});
    EXPECT_EQ(kind_of(aligned(paragraphs({"Осы мақсатқа жету үшін үш міндет қойылды."}) + all_columns)), "road_map") << "but for all the columns";
}

TEST(PapersWithoutTitle, are_attachments_where_they_only_sound_like_a_form) {
    EXPECT_EQ(kind_of(aligned(paragraphs({refers_to_3, "Қолдау хаты", "Біз аумақтық кластерді құру бастамасын қолдаймыз."}))), "attachment") << "nothing of the form";
    EXPECT_EQ(kind_of(aligned(paragraphs({"Шартқа 3-қосымша", "Аумақтық кластердің атауы: «Көк тоқыма»"}))), "attachment") << "another document's appendix";
    EXPECT_EQ(kind_of(aligned(paragraphs({body, "Мекенжайы және телефоны: Тараз қаласы, 8 (7262) 45-12-34", "Хатыңызға жауап ретінде мынаны хабарлаймыз."}))), "attachment") << "a letter";
    EXPECT_EQ(kind_of(aligned(table({{"Аумақтық кластердің атауы", "«Жетісу»"}, {"Лауазымы", "Директор"}, {"Т.А.Ә.", "М. Сүлейменова"}, {"Қолы", ""}}))), "attachment") << "a list of staff";
    EXPECT_EQ(kind_of(aligned(table({{"№", "Шаралар", "Жауаптылар", "Мерзімі", "Сомасы"}, {"1", "Көрме", "палата", "2016", "5"}}))), "attachment") << "a plan";
}

TEST(PapersWithoutTitle, are_unknown_where_only_their_file_is_called_like_a_part) {
    const std::string text = paragraphs({"«Көк тоқыма» кластерін өркендету жөніндегі баяндама", "Мәтін."});
    for (const char* file : {"Тұжырымдама.docx", "folder/2_Тұжырымдама.docx", "Концепция.docx"}) EXPECT_EQ(kind_of(aligned(text, file)), "unknown") << file;
    for (const char* file : {"Лицензия.docx", "баяндама.docx", "x"}) EXPECT_EQ(kind_of(aligned(text, file)), "attachment") << file;
    EXPECT_FALSE(aligned(text, "Тұжырымдама.docx").root().first_element("attachments"));
}

}  // namespace
}  // namespace irikteu::outline::testing
