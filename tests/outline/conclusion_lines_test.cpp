// Appendix 3 line by line: who is named where, what is left blank, and lines that are broken by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "forms.hpp"

namespace irikteu::outline::testing {
namespace {

const char* const title_3 = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы";
const std::string organs = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының ";
const char* const confirms = "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.";

/// What one field says of a conclusion with these lines; "-" where it is not there.
std::string said(const char* field, const std::vector<std::string>& lines, const std::string& title = title_3) {
    std::vector<std::string> all{"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша", title, "№ 88 2015 жылғы 14 қыркүйек"};
    if (title.empty()) all.erase(all.begin() + 1);
    all.insert(all.end(), lines.begin(), lines.end());
    const auto dossier = aligned(paragraphs(all));
    const xml::Node conclusion = dossier.root().first_element("local_conclusion");
    return conclusion.first_element(field) ? conclusion.child_text(field) : "-";
}

TEST(ConclusionBody, is_empty_where_nothing_is_written_between_the_labels_whosever_words_the_first_is_in) {
    for (const std::string& before : {organs, std::string("Атырау облысының жергілікті атқарушы органының "), std::string("Алматы қаласының жергілікті атқарушы органы ")}) {
        EXPECT_EQ(said("organ_name", {before + "________________ мемлекеттік мекемесі (атауы)"}), "") << before;
        EXPECT_EQ(said("organ_name", {before + "мемлекеттік мекемесі"}), "") << before;
        EXPECT_EQ(said("organ_name", {before + "«Кәсіпкерлік басқармасы» мемлекеттік мекемесі (атауы)"}), "«Кәсіпкерлік басқармасы» мемлекеттік мекемесі") << before;
        EXPECT_EQ(said("organ_name", {before + "__Кәсіпкерлік басқармасы__ мемлекеттік мекемесі"}), "Кәсіпкерлік басқармасы мемлекеттік мекемесі") << before;
    }
    const std::string quoted = "«Атырау облысының жергілікті атқарушы органының аппараты» мемлекеттік мекемесі";
    EXPECT_EQ(said("organ_name", {quoted}), quoted) << "a name that begins like the label";
}

TEST(ConclusionBody, is_no_title) {
    const std::string line = organs + "«Кәсіпкерлік басқармасы» мемлекеттік мекемесі (атауы)";
    EXPECT_EQ(said("title", {line, confirms}, ""), "-");
    EXPECT_EQ(said("title", {organs + "____________ (атауы)", confirms}, ""), "-");
    EXPECT_EQ(said("title", {organs, "«Кәсіпкерлік басқармасы» мемлекеттік мекемесі", confirms}, ""), "-");
    EXPECT_EQ(said("title", {line, confirms}), title_3);
    EXPECT_EQ(said("title", {line}, "Облыстардың, республикалық маңызы бар қалалардың, астананың жергілікті атқарушы органдарының қорытындысы жобасы"),
              "Облыстардың, республикалық маңызы бар қалалардың, астананың жергілікті атқарушы органдарының қорытындысы жобасы");
}

TEST(ConclusionBody, does_not_sign) {
    const auto signatory = [](const std::vector<std::string>& lines) { return said("signatory", lines); };
    EXPECT_EQ(signatory({organs + "«Кәсіпкерлік басқармасы» мемлекеттік мекемесі (атауы)", "М.О."}), "-") << "no confirmation, no signature";
    EXPECT_EQ(signatory({"Атырау облысының жергілікті атқарушы органының «Кәсіпкерлік басқармасы» мемлекеттік мекемесі"}), "-");
    EXPECT_EQ(signatory({organs + "мемлекеттік мекемесі «Кәсіпкерлік басқармасы» Асанов Арман Болатұлы"}), "Асанов Арман Болатұлы") << "the only line of the body is that of the signature";
}

TEST(ConclusionTable, holds_participants_and_no_signature) {
    const auto dossier = aligned(paragraphs({title_3, "№ 88 2015 жылғы 14 қыркүйек", organs + "«Кәсіпкерлік басқармасы» мемлекеттік мекемесі (атауы)", confirms}) +
                                 table({{"№", "Кластерге қатысушылар", "Кластерге қатысушының қызмет түрі"}, {"1.", "«Еңбек» ЖШС", "Жүк тасымалы"}, {"2.", "Төлеген Жеке", "Сауда Үйі"}}) +
                                 paragraphs({"М.О."}));
    EXPECT_FALSE(dossier.root().first_element("local_conclusion").first_element("signatory"));
}

TEST(ConclusionFields, left_blank_over_their_captions_take_nothing_from_the_next_line) {
    for (const char* next : {"Телефоны: +7 (7212) 23-85-79", "Мекенжайы және телефоны: Ақтөбе қаласы, 8 (7132) 44-39-49"}) {
        EXPECT_EQ(said("cluster_name", {"1. ____________ (аумақтық кластердің атауы)", next}), "") << next;
        EXPECT_EQ(said("cluster_name", {"____________ (аумақтық кластердің атауы)", next}), "") << next;
        EXPECT_EQ(said("cluster_name", {"1. ____________ (аумақтық кластердің атауы)", next, "Кластер\u00ADге қатысушылар"}), "") << "a word that goes on behind a soft hyphen";
    }
}

TEST(ConclusionFields, left_blank_behind_their_labels_take_nothing_from_the_next_label) {
    EXPECT_EQ(said("address", {"Мекенжайы: ________________", "Телефоны: +7 (7212) 62-35-59"}), "");
    EXPECT_EQ(said("phone", {"Мекенжайы: ________________", "Телефоны: +7 (7212) 62-35-59"}), "+7 (7212) 62-35-59");
    EXPECT_EQ(said("cluster_name", {"Аумақтық кластердің атауы: ________", "Мекенжайы: Ақтау қаласы"}), "");
    EXPECT_EQ(said("address", {"Мекенжайы:", "Ақтау қаласы, Абай көшесі, 36", "Телефоны: +7 (7212) 62-35-59"}), "Ақтау қаласы, Абай көшесі, 36");
    EXPECT_EQ(said("cluster_name", {"____________ (аумақтық кластердің атауы)"}, ""), "") << "nor from the reference to the appendix above";
}

TEST(ConclusionFields, are_found_in_sentences_that_are_broken_to_fit_the_page) {
    EXPECT_EQ(said("phone", {"2) Мекенжайы\nжәне телефоны: Ақтау қаласы, Абай көшесі, 36, тел.: +7 (7212) 82-65-64"}), "+7 (7212) 82-65-64");
    EXPECT_EQ(said("address", {"2. Мекенжайы және\nтелефоны Ақтау қаласы, Абай көшесі, 36, тел.: +7 (7212) 82-65-64"}), "Ақтау қаласы, Абай көшесі, 36");
    EXPECT_EQ(said("cluster_name", {"1. Аумақтық кластердің\nатауы: «Хан Тәңірі» кластері"}), "«Хан Тәңірі» кластері");
    EXPECT_EQ(said("cluster_name", {"1. ________ (аумақтық\nкластердің атауы)", "2. Мекенжайы: Ақтау"}), "");
    EXPECT_EQ(said("confirmation", {"Қатысушылардың болуын\nжәне аумақтық кластерді ұйымдастырудың\nорындылығын растайды."}), confirms);
}

TEST(ConclusionFields, on_lines_of_their_own_stay_apart) {
    EXPECT_EQ(said("address", {"Мекенжайы: Ақтау қаласы, Абай көшесі\nтелефоны: +7 (7212) 82-65-64"}), "Ақтау қаласы, Абай көшесі");
    EXPECT_EQ(said("phone", {"Мекенжайы: Ақтау қаласы, Абай көшесі\nтелефоны: +7 (7212) 82-65-64"}), "+7 (7212) 82-65-64");
    EXPECT_EQ(said("cluster_name", {"«Хан Тәңірі» кластері\n(аумақтық кластердің атауы)"}), "«Хан Тәңірі» кластері");
}

TEST(Applications, have_addressee_and_title_apart_wherever_their_lines_are_broken) {
    const char* const addressee = "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган";
    const char* const title = "Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға арналған өтінім";
    const std::vector<std::string> rest{"«Тобыл» кластері", "(аумақтық кластердің атауы)"};
    for (const std::vector<std::string>& head : {std::vector<std::string>{"Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті\nорган", title},
                                                 {"Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті", "орган", title},
                                                 {addressee, "Аумақтық кластерлерді бірінші конкурстық іріктеуге\nқатысуға арналған өтінім"}}) {
        std::vector<std::string> all = head;
        all.insert(all.end(), rest.begin(), rest.end());
        const auto dossier = aligned(paragraphs(all));
        EXPECT_EQ(dossier.root().first_element("application").child_text("addressee"), addressee) << head[0];
        EXPECT_EQ(dossier.root().first_element("application").child_text("title"), title) << head[0];
    }
}

TEST(Applications, without_title_take_no_value_from_their_head) {
    const std::vector<std::string> fields{"(аумақтық кластердің атауы)", "«Мерей» қауымдастығы", "(конкурстың екінші кезеңіне қатысушының атауы)"};
    for (const char* above : {"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 4-қосымша",
                              "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган Қазақстан Республикасы Инвестициялар және даму министрлігі"}) {
        for (const bool ruled : {true, false}) {
            std::vector<std::string> all{above};
            if (ruled) all.push_back("________");
            all.insert(all.end(), fields.begin(), fields.end());
            const auto dossier = aligned(paragraphs(all));
            const xml::Node application = dossier.root().first_element("application");
            EXPECT_EQ(application.child_text("cluster_name"), "") << above;
            EXPECT_EQ(application.child_text("applicant_name"), "«Мерей» қауымдастығы") << above;
        }
    }
}

TEST(Applications, in_whose_title_other_words_stand_keep_what_follows_it_apart) {
    const auto dossier = aligned(paragraphs({"Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға арналған өтінім", "«Ертіс» аумақтық кластері", "(аумақтық кластердің атауы)",
                                             "«Қаратау» қауымдастығы", "(конкурстың екінші кезеңіне қатысушының атауы)"}));
    EXPECT_EQ(dossier.root().first_element("application").child_text("cluster_name"), "«Ертіс» аумақтық кластері");
}

}  // namespace
}  // namespace irikteu::outline::testing
