#include <gtest/gtest.h>

#include <limits>
#include <map>

#include "base/error.hpp"
#include "data.hpp"
#include "kazakh/date.hpp"
#include "kazakh/number.hpp"
#include "kazakh/suffix.hpp"

namespace irikteu::kazakh {

TEST(Suffixes, GiveEveryFormOfTheTable) {
    const std::map<std::string, Case> cases = {{"GEN", Case::genitive},      {"DAT", Case::dative},
                                               {"ACC", Case::accusative},    {"LOC", Case::locative},
                                               {"ABL", Case::ablative},      {"INS", Case::instrumental},
                                               {"LOCADJ", Case::attributive}};
    const auto lines = data_lines("suffixes.tsv");
    EXPECT_EQ(lines.size(), 73u);
    for (const std::string& line : lines) {
        const auto row = fields_of(line);
        const std::string &stem = row.at(0), &kind = row.at(1), &form = row.at(2), &expected = row.at(3);
        if (form == "POSS3") {
            EXPECT_EQ(with_possessive(stem), expected);
        } else if (kind == "number") {
            EXPECT_EQ(number_with_case(std::stoll(stem), cases.at(form)), expected);
        } else {
            EXPECT_EQ(with_case(stem, cases.at(form), kind == "3sg" ? Ending::possessive : Ending::plain),
                      expected);
        }
    }
}

TEST(Suffixes, FollowTheLoanwordsThatGoTheirOwnWay) {
    EXPECT_EQ(with_case("субъект", Case::genitive), "субъектінің");
    EXPECT_EQ(with_case("акт", Case::accusative), "актіні");
    EXPECT_EQ(with_case("рейтинг", Case::dative), "рейтингке");
    EXPECT_EQ(with_case("холдинг", Case::genitive), "холдингтің");
    EXPECT_EQ(with_case("автомобиль", Case::dative), "автомобильге");
    EXPECT_EQ(with_case("роль", Case::genitive), "рольдің");
    EXPECT_EQ(with_possessive("объект"), "объектісі");
    EXPECT_EQ(with_possessive("банк"), "банкі");
    EXPECT_EQ(with_possessive("кәсіпорын"), "кәсіпорны");
    EXPECT_EQ(with_possessive("халық"), "халқы");
    EXPECT_EQ(with_possessive("дамыту"), "дамытуы");
    EXPECT_EQ(with_possessive("клуб"), "клубы");
}

TEST(Suffixes, ChangeTheLastWordAndReadAbbreviationsByTheirLetters) {
    EXPECT_EQ(with_case("Инвестициялар және даму министрлігі", Case::dative, Ending::possessive),
              "Инвестициялар және даму министрлігіне");
    EXPECT_EQ(with_case("«Астана» аумақтық кластері", Case::genitive, Ending::possessive),
              "«Астана» аумақтық кластерінің");
    EXPECT_EQ(with_case("ҒЗТКЖ", Case::dative), "ҒЗТКЖ-ге");
    EXPECT_EQ(with_case("РҚАО", Case::genitive), "РҚАО-ның");
    EXPECT_EQ(with_case("ЖШС", Case::genitive), "ЖШС-нің");
    EXPECT_EQ(with_case("АҚ", Case::genitive), "АҚ-ның");
    EXPECT_EQ(with_case("ҚР", Case::genitive), "ҚР-ның");
    EXPECT_EQ(with_case("", Case::genitive), "");
    EXPECT_EQ(with_case("2015", Case::genitive), "2015");
}

TEST(Suffixes, MakePlurals) {
    for (const auto& [one, many] : std::map<std::string, std::string>{{"кластер", "кластерлер"},
                                                                      {"хаттама", "хаттамалар"},
                                                                      {"орган", "органдар"},
                                                                      {"құжат", "құжаттар"},
                                                                      {"өтінім", "өтінімдер"},
                                                                      {"мақсат", "мақсаттар"},
                                                                      {"жол", "жолдар"},
                                                                      {"сөз", "сөздер"},
                                                                      {"субъект", "субъектілер"},
                                                                      {"кәсіпорын", "кәсіпорындар"},
                                                                      {"қорытынды", "қорытындылар"}}) {
        EXPECT_EQ(plural(one), many);
    }
}

TEST(NumbersInWords, AreRight) {
    const std::map<std::int64_t, std::string> numbers = {
        {0, "нөл"},
        {5, "бес"},
        {10, "он"},
        {20, "жиырма"},
        {40, "қырық"},
        {60, "алпыс"},
        {99, "тоқсан тоғыз"},
        {100, "жүз"},
        {101, "жүз бір"},
        {200, "екі жүз"},
        {535, "бес жүз отыз бес"},
        {1000, "мың"},
        {1001, "мың бір"},
        {2015, "екі мың он бес"},
        {21'000, "жиырма бір мың"},
        {101'000, "жүз бір мың"},
        {1'000'000, "бір миллион"},
        {1'001'000, "бір миллион мың"},
        {12'345'678, "он екі миллион үш жүз қырық бес мың алты жүз жетпіс сегіз"},
        {2'000'000'000, "екі миллиард"},
        {-3, "минус үш"},
        {std::numeric_limits<std::int64_t>::min(),
         "минус тоғыз квинтиллион екі жүз жиырма үш квадриллион үш жүз жетпіс екі триллион отыз алты "
         "миллиард "
         "сегіз жүз елу төрт миллион жеті жүз жетпіс бес мың сегіз жүз сегіз"},
    };
    for (const auto& [number, words] : numbers) EXPECT_EQ(in_words(number), words);
}

TEST(NumbersInWords, ForMoneyLeaveNoRoomAtTheFront) {
    EXPECT_EQ(in_words_of_money(1000), "бір мың");
    EXPECT_EQ(in_words_of_money(1'100), "бір мың жүз");
    EXPECT_EQ(in_words_of_money(100), "бір жүз");
    EXPECT_EQ(in_words_of_money(100'000), "бір жүз мың");
    EXPECT_EQ(in_words_of_money(1'000'000), "бір миллион");
    EXPECT_EQ(in_words_of_money(2'000), "екі мың");
}

TEST(Ordinals, HaveNoneOfIcusFaults) {
    const std::map<std::int64_t, std::string> ordinals = {{1, "бірінші"},
                                                          {2, "екінші"},
                                                          {3, "үшінші"},
                                                          {4, "төртінші"},
                                                          {5, "бесінші"},
                                                          {6, "алтыншы"},
                                                          {7, "жетінші"},
                                                          {8, "сегізінші"},
                                                          {9, "тоғызыншы"},
                                                          {10, "оныншы"},
                                                          {20, "жиырмасыншы"},
                                                          {30, "отызыншы"},
                                                          {40, "қырқыншы"},
                                                          {50, "елуінші"},
                                                          {60, "алпысыншы"},
                                                          {70, "жетпісінші"},
                                                          {80, "сексенінші"},
                                                          {90, "тоқсаныншы"},
                                                          {100, "жүзінші"},
                                                          {1000, "мыңыншы"},
                                                          {42, "қырық екінші"},
                                                          {140, "жүз қырқыншы"},
                                                          {2015, "екі мың он бесінші"},
                                                          {1'000'000, "бір миллионыншы"},
                                                          {0, "нөлінші"}};
    for (const auto& [number, words] : ordinals) EXPECT_EQ(ordinal_in_words(number), words);
    for (const auto& [number, digits] : std::map<std::int64_t, std::string>{{1, "1-ші"},
                                                                            {6, "6-шы"},
                                                                            {9, "9-шы"},
                                                                            {10, "10-шы"},
                                                                            {20, "20-шы"},
                                                                            {40, "40-шы"},
                                                                            {50, "50-ші"},
                                                                            {60, "60-шы"},
                                                                            {70, "70-ші"},
                                                                            {80, "80-ші"},
                                                                            {90, "90-шы"},
                                                                            {100, "100-ші"},
                                                                            {1000, "1000-шы"}}) {
        EXPECT_EQ(ordinal(number), digits);
    }
}

TEST(GroupedNumbers, UseNoBreakSpaces) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1\u00A0000");
    EXPECT_EQ(grouped(1'234'567), "1\u00A0234\u00A0567");
    EXPECT_EQ(grouped(-1'000), "-1\u00A0000");
    EXPECT_EQ(grouped(-100), "-100");
    EXPECT_EQ(grouped(std::numeric_limits<std::int64_t>::min()),
              "-9\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808");
}

TEST(NumberSuffixes, FollowTheLastSpokenWord) {
    const std::map<std::int64_t, std::string> datives = {
        {1, "ге"},  {2, "ге"},  {3, "ке"},  {4, "ке"},  {5, "ке"},   {6, "ға"},    {7, "ге"},
        {8, "ге"},  {9, "ға"},  {10, "ға"}, {20, "ға"}, {30, "ға"},  {40, "қа"},   {50, "ге"},
        {60, "қа"}, {70, "ке"}, {80, "ге"}, {90, "ға"}, {100, "ге"}, {1000, "ға"}, {1'000'000, "ға"}};
    for (const auto& [number, suffix] : datives)
        EXPECT_EQ(suffix_for_number(number, Case::dative), suffix) << number;
    EXPECT_EQ(number_with_case(6, Case::ablative), "6-дан");
    EXPECT_EQ(number_with_case(2015, Case::locative), "2015-те");
    EXPECT_EQ(number_with_case(535, Case::genitive), "535-тің");
}

TEST(LegalDates, AreWrittenAsActsWriteThem) {
    const base::Date date{2015, 7, 16};
    EXPECT_EQ(legal_date(date), "2015 жылғы 16 шілде");
    EXPECT_EQ(legal_date(date, Case::attributive), "2015 жылғы 16 шілдедегі");
    EXPECT_EQ(legal_date(date, Case::ablative), "2015 жылғы 16 шілдеден");
    EXPECT_EQ(legal_date(date, Case::dative), "2015 жылғы 16 шілдеге");
    EXPECT_EQ(short_date({2015, 7, 6}), "06.07.2015");
    EXPECT_EQ(blank_date(), "20__ жылғы «___» ____________");
    EXPECT_EQ(blank_date(2015), "2015 жылғы «___» ____________");
    const std::vector<std::string> attributives = {
        "қаңтардағы", "ақпандағы", "наурыздағы",   "сәуірдегі", "мамырдағы",  "маусымдағы",
        "шілдедегі",  "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы"};
    for (int month = 1; month <= 12; ++month) {
        EXPECT_EQ(legal_date({2015, month, 1}, Case::attributive), "2015 жылғы 1 " + attributives[month - 1]);
    }
    EXPECT_THROW(month_name(13), base::Error);
}

TEST(ParsedDates, AreReadInEveryUsualForm) {
    for (const char* text : {"2015 жылғы 16 шілде",
                             "2015 жылғы 16 шілдедегі",
                             "2015 жылғы «16» шілде",
                             "2015 ж. 16 шілде",
                             "16 шілде 2015 ж.",
                             "«16» шілде 2015 ж.",
                             "«16» шілде 2015 жыл",
                             "16-шілде 2015 жыл",
                             "16.07.2015",
                             "16.7.2015",
                             "16/07/2015",
                             "2015-07-16",
                             "16.07.2015 ж.",
                             "16.07.2015 жылы",
                             "  2015\u00A0жылғы  16\u202Fшілде ",
                             "2015 жылғы 16 шiлде",
                             "2015 ЖЫЛҒЫ 16 ШІЛДЕ",
                             "16 июля 2015 г.",
                             "16 июля 2015 года",
                             "2015 жылғы 16 шілдеде",
                             "2015 жылғы 16 шілдеден",
                             "2015 жылдың 16 шілдесі",
                             "2015 жылгы 16 шилде",
                             "\"16\" шілде 2015"}) {
        const auto date = parse_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->iso(), "2015-07-16") << text;
    }
    for (int month = 1; month <= 12; ++month) {
        const base::Date date{2016, month, 28};
        EXPECT_EQ(parse_date(legal_date(date)), date);
        EXPECT_EQ(parse_date(legal_date(date, Case::attributive)), date);
    }
}

TEST(ParsedDates, AreFoundWithinALine) {
    for (const char* text : {"2015 жылғы 14 қыркүйек № 88",
                             "14.09.2015 ж. № 215",
                             "14 қыркүйек 2015 жыл № 88",
                             "№ 88   «14» қыркүйек 2015 ж.",
                             "№ 215  14.09.2015",
                             "2015-09-14 № 88",
                             "2015 жылдың 14 қыркүйегі, № 7",
                             "14/09/2015 № 3",
                             "Күні: 14 кыркуйек 2015 ж., Шымкент қаласы",
                             "№ 14 2015 жылғы 14 қыркүйек"}) {
        const auto found = find_date(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->date.iso(), "2015-09-14") << text;
        EXPECT_EQ(parse_date(std::string_view(text).substr(found->begin, found->end - found->begin)), found->date) << text;
    }
    for (const char* text : {"", "№ 2015", "тел. 8 (7252) 50-12-34", "2015 жылғы қыркүйек № 14", "31.09.2015", "114.09.2015", "114 қыркүйек 2015"}) {
        EXPECT_FALSE(find_date(text)) << text;
    }
}

TEST(ParsedDates, AreRefusedWhenTheyAreNone) {
    for (const char* text : {"",
                             "2015",
                             "16 шілде",
                             "2015 жылғы шілде",
                             "2015 жылғы 31 маусым",
                             "30.02.2015",
                             "16.13.2015",
                             "16.07.15",
                             "15-07-16",
                             "20__ жылғы «___» ________",
                             "2015 жылғы 16 шілде қаулы",
                             "күні 16.07.2015",
                             "16.07/2015",
                             "2015-7-16",
                             "2015 жылғы 16",
                             "16 16 шілде 2015",
                             "32 шілде 2015",
                             "2015 16 шілде",
                             "16 шілдегі 2015",
                             "99999.01.2015",
                             "шілде 2015",
                             "2015 жылғы 0 шілде",
                             "..",
                             "16.07.20155"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
    EXPECT_FALSE(parse_date(std::string(100'000, '1')));
}

}  // namespace irikteu::kazakh
