#include "kazakh/identifier.hpp"

#include <gtest/gtest.h>

#include <string>

namespace irikteu::kazakh {

TEST(BusinessNumbers, AreAcceptedWhenInOrder) {
    for (const char* bin :
         {"150740000014", "150740000024", "150741000038", "141250000011", "150760000013", "150740000511",
          "940140000385", "050540004455", "1507 4000 0014", "150740-000014", " 150740000014 "}) {
        EXPECT_EQ(check_bin(bin), Refusal::none) << bin;
    }
    EXPECT_EQ(check_digit("06121160001"), 2);  // a public sample, of a structure that a БСН hasn't
}

TEST(BusinessNumbers, AreRefusedForDistinctReasons) {
    EXPECT_EQ(check_bin(""), Refusal::empty);
    EXPECT_EQ(check_bin("  "), Refusal::empty);
    EXPECT_EQ(check_bin("15074000001"), Refusal::length);
    EXPECT_EQ(check_bin("1507400000144"), Refusal::length);
    EXPECT_EQ(check_bin("15074000001О"), Refusal::character);  // a Cyrillic О
    EXPECT_EQ(check_bin("151340000014"), Refusal::date);
    EXPECT_EQ(check_bin("150040000014"), Refusal::date);
    EXPECT_EQ(check_bin("150770000014"), Refusal::structure);
    EXPECT_EQ(check_bin("150744000014"), Refusal::structure);
    EXPECT_EQ(check_bin("150740000015"), Refusal::checksum);
    EXPECT_EQ(check_bin("900101350013"), Refusal::structure);  // a person's number
}

TEST(BusinessNumbers, TakeTheSecondPassAndKnowTheImpossible) {
    EXPECT_EQ(check_digit("15074000051"), 1);
    EXPECT_FALSE(check_digit("15074000050"));
    for (char c = '0'; c <= '9'; ++c) {
        EXPECT_EQ(check_bin(std::string("15074000050") + c), Refusal::checksum);
    }
    int impossible = 0;
    for (int serial = 1; serial < 20'000; ++serial) {
        const std::string digits = std::to_string(100'000 + serial).substr(1);
        impossible += !check_digit("150740" + digits);
    }
    EXPECT_EQ(impossible, 165);  // counted independently
    EXPECT_FALSE(check_digit("1507400005"));
    EXPECT_FALSE(check_digit("1507400005x"));
}

TEST(BusinessNumbers, CatchEveryTranspositionOfNeighbours) {
    const std::string bin = "150740000014";
    for (std::size_t i = 0; i + 1 < bin.size(); ++i) {
        std::string swapped = bin;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped != bin) {
            EXPECT_NE(check_bin(swapped), Refusal::none) << swapped;
        }
    }
}

TEST(PersonalNumbers, AreCheckedWithTheDateInThem) {
    for (const char* iin : {"900101350013", "851231400021", "010203550034"})
        EXPECT_EQ(check_iin(iin), Refusal::none) << iin;
    EXPECT_EQ(birth_date_of_iin("900101350013"), (base::Date{1990, 1, 1}));
    EXPECT_EQ(birth_date_of_iin("851231400021"), (base::Date{1985, 12, 31}));
    EXPECT_EQ(birth_date_of_iin("010203550034"), (base::Date{2001, 2, 3}));
    EXPECT_EQ(check_iin("900231350013"), Refusal::date);
    EXPECT_EQ(check_iin("900101750013"), Refusal::structure);
    EXPECT_EQ(check_iin("900101350014"), Refusal::checksum);
    EXPECT_EQ(check_iin("90010135001"), Refusal::length);
    EXPECT_FALSE(birth_date_of_iin("900101350014"));
}

TEST(BankAccounts, AreCheckedByModulo97) {
    EXPECT_EQ(check_iban("KZ86125KZT5004100100"), Refusal::none);
    EXPECT_EQ(check_iban("KZ86 125K ZT50 0410 0100"), Refusal::none);
    EXPECT_EQ(check_iban("kz86125kzt5004100100"), Refusal::none);
    EXPECT_EQ(check_iban("KZ86125KZT5004100101"), Refusal::checksum);
    EXPECT_EQ(check_iban("KZ86125KZT500410010"), Refusal::length);
    EXPECT_EQ(check_iban("KZ8612XKZT5004100100"), Refusal::structure);
    EXPECT_EQ(check_iban("КZ86125KZT5004100100"), Refusal::character);  // a Cyrillic К
    EXPECT_EQ(check_iban("GB82WEST12345698765432"), Refusal::country);
    EXPECT_EQ(check_iban("GB82WEST12345698765433"), Refusal::checksum);
    EXPECT_EQ(check_iban("00000000000000000000"), Refusal::structure);
    EXPECT_EQ(check_iban(""), Refusal::empty);
}

TEST(ActivityCodes, AreDivisionsOfTheClassifier) {
    for (const char* code : {"03120", "03.12.0", "03.120", "03.12", "03.1", "03", "01111", "96090", "62.01.1",
                             "99000", " 10 51 1 "}) {
        EXPECT_EQ(check_activity_code(code), Refusal::none) << code;
    }
    EXPECT_EQ(activity_division("03.12.0"), 3);
    EXPECT_EQ(activity_division("04120"), 0);
    for (const char* code : {"04120", "34000", "40110", "44000", "48000", "54100", "57000", "67000", "76000",
                             "83000", "89000", "00000"}) {
        EXPECT_EQ(check_activity_code(code), Refusal::structure) << code;
    }
    EXPECT_EQ(check_activity_code("3.12"), Refusal::structure);
    EXPECT_EQ(check_activity_code("03..12"), Refusal::structure);
    EXPECT_EQ(check_activity_code("03."), Refusal::structure);
    EXPECT_EQ(check_activity_code("0"), Refusal::length);
    EXPECT_EQ(check_activity_code("031200"), Refusal::length);
    EXPECT_EQ(check_activity_code("A0312"), Refusal::character);
    EXPECT_EQ(check_activity_code(""), Refusal::empty);
    int divisions = 0;
    for (int i = 0; i < 100; ++i) {
        const std::string code = {static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
        divisions += check_activity_code(code) == Refusal::none;
    }
    EXPECT_EQ(divisions, 88);  // NACE Rev. 2 has 88 divisions
}

TEST(Postcodes, AreOfEitherForm) {
    for (const char* code : {"010000", "050 059", "101400", "160011", "A15E3H4"}) {
        EXPECT_EQ(check_postcode(code), Refusal::none) << code;
    }
    for (const char* code : {"000000", "170000", "990000"}) {
        EXPECT_EQ(check_postcode(code), Refusal::structure) << code;  // the regions are 01 to 16
    }
    EXPECT_EQ(check_postcode("A15E3H4", PostcodeForm::digits_only), Refusal::character);
    EXPECT_EQ(check_postcode("01000"), Refusal::length);
    EXPECT_EQ(check_postcode("А15Е3Н4"), Refusal::character);  // Cyrillic
    EXPECT_EQ(check_postcode("115E3H4"), Refusal::structure);
    EXPECT_EQ(check_postcode(""), Refusal::empty);
}

TEST(Telephones, AreThoseOfKazakhstan) {
    for (const char* phone :
         {"+7 (7172) 74-11-22", "8 (7172) 74 11 22", "+77011234567", "8-727-258-79-56", "+7 701 123 45 67",
          "8 (7172) 74-11-22, ішкі 105", "+7\u00A0(7172)\u00A074‑11‑22"}) {
        EXPECT_EQ(check_phone(phone), Refusal::none) << phone;
    }
    EXPECT_EQ(check_phone("+7 495 123 45 67"), Refusal::country);
    EXPECT_EQ(check_phone("+1 212 555 0100"), Refusal::country);
    EXPECT_EQ(check_phone("74-11-22"), Refusal::length);
    EXPECT_EQ(check_phone("9 7172 74 11 22"), Refusal::structure);
    EXPECT_EQ(check_phone("тел. 8 7172 741122"), Refusal::character);
    EXPECT_EQ(check_phone("___"), Refusal::character);
    EXPECT_EQ(check_phone(""), Refusal::empty);
}

TEST(EmailAddresses, HaveOneAtSignAndADomain) {
    for (const char* mail : {"info@mid.gov.kz", "a.b+c@x.kz", "office@цифра.қаз", " info@mid.gov.kz "}) {
        EXPECT_EQ(check_email(mail), Refusal::none) << mail;
    }
    for (const char* mail : {"info@mid", "info.mid.kz", "a@b@c.kz", ".a@b.kz", "a..b@c.kz", "a@-b.kz",
                             "a@b-.kz", "a@b..kz", "a@b.12", "a@mаil.kz"}) {  // the last with a Cyrillic а
        EXPECT_EQ(check_email(mail), Refusal::structure) << mail;
    }
    EXPECT_EQ(check_email("инфо@mid.kz"), Refusal::character);
    EXPECT_EQ(check_email("a b@mid.kz"), Refusal::character);
    EXPECT_EQ(check_email("@mid.kz"), Refusal::length);
    EXPECT_EQ(check_email(""), Refusal::empty);
}

TEST(WebAddresses, HaveADomain) {
    for (const char* web : {"www.mid.gov.kz", "https://mid.gov.kz/page?x=1#y", "http://mid.kz:8080", "mid.kz",
                            "электрондық.қаз/бет"}) {
        EXPECT_EQ(check_web_address(web), Refusal::none) << web;
    }
    for (const char* web : {"mid", "ftp://mid.kz", "http://", "http:///x", "mid..kz", "mid.kz:port",
                            "mid.kz:", "http://mid_kz.kz"}) {
        EXPECT_EQ(check_web_address(web), Refusal::structure) << web;
    }
    EXPECT_EQ(check_web_address("mid.kz бет"), Refusal::character);
    EXPECT_EQ(check_web_address(""), Refusal::empty);
    EXPECT_EQ(to_string(Refusal::checksum), "checksum");
}

}  // namespace irikteu::kazakh
