// Every blank that can be filled in on the screen, filled in wholly, signed where it asks for it, and handed in: nothing is found wanting.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "end_to_end/filling.hpp"

namespace irikteu::end_to_end {

using ::testing::HasSubstr;
using ::testing::Not;

namespace {

std::string last_of(const std::string& name) { return name.substr(name.rfind('-') + 1); }

const std::map<std::string, std::string> kForms{{"cluster_name", "«Сыр күріші» аумақтық кластері"}, {"applicant_name", "«Қызылорда облысының өңірлік кәсіпкерлер палатасы» ЗТБ"},
    {"position", "Директор"}, {"name", "Әбдіғаппаров Өмірзақ Нұрланұлы"}, {"number", "07-1/55"}, {"year", "15"}, {"month", "қыркүйек"}, {"day", "9"},
    {"address", "Қызылорда қаласы, Абай даңғылы, 60, +7 (7242) 00-62-59"}, {"addressee", "Қазақстан Республикасының Инвестициялар және даму министрлігі"},
    {"organ_name", "«Қызылорда облысының кәсіпкерлік басқармасы»"}, {"present", "on"}, {"expedient", "on"}, {"participant", "«Сыр Маржаны» ЖШС"}, {"activity", "күріш өсіру"},
    {"event", "Зертхана салу"}, {"form", "есеп"}, {"executor", "«Сыр» АҚ"}, {"volume", "2016: 1 250; 2017: 1 300"}, {"source", "меншікті қаражат"}, {"deadline", "2016–2017 жылдар"},
    {"concept", "Экспорттық нарыққа шығу"}, {"results", "Аралық: жоба; түпкілікті: нысан"}, {"target_group", "Шағын кәсіпорындар"}, {"evaluation", "Жыл сайынғы есеп"}};

std::optional<std::string> form(const std::string& name, const std::string& type) {
    const auto value = kForms.find(last_of(name));
    if (type == "/Sig" || name.starts_with("intake") || value == kForms.end()) return std::nullopt;
    return value->second;
}

const std::map<std::string, std::string> kCompany{{"name", "«Сыр Маржаны # Агро» ЖШС"}, {"address-street", "Астық көшесі, #"}, {"address-city", "Жалағаш"}, {"address-zip", "120200"},
    {"capital", "Қазақстан – 100 %"}, {"founded", "10.02.2004"}, {"clients", "Сауда желілері"}, {"country", "отандық компания"}, {"responsible-surname", "Бекмағамбетов"},
    {"responsible-name", "Ғани"}, {"responsible-position", "Директор"}, {"phone", "+7 (7242) 00-88-7#"}, {"mobile", "+7 (777) 000-37-8#"}, {"email", "info@syr-#.example"}, {"site", "www.syr-#.example"},
    {"eqjj-main", "01120"}, {"eqjj-extra-1", "10611"}, {"eqjj-extra-2", "46211"}, {"eqjj-extra-3", "01610"}, {"eqjj-extra-4", "52101"}, {"turnover", "2 900 000"}, {"export", "1 005 720"},
    {"netincome", "10,2"}, {"gva", "899 000"}, {"staff", "410"}, {"rdstaff", "2,6"}, {"rdcost", "14 500"}};

std::optional<std::string> paper(const std::string& name, const std::string& type) {
    if (type == "/Sig") return std::nullopt;
    if (last_of(name) == "cluster_name") return kForms.at("cluster_name");
    if (!name.starts_with("company-")) {
        return "Кластер Қызылорда облысының Жалағаш, Шиелі және Сырдария аудандарында орналасқан, оның құрамында тұқым шаруашылығы, күріш өсіру және қайта өңдеу кәсіпорындары бар. (" + name +
               ")\nЕкінші абзац: 2013 жылы өнім көлемі 8 972 млн теңгені құрады, алдағы жылдары ол өседі.";
    }
    const auto dash = name.find('-', 8);
    std::string of = name.substr(dash + 1);
    if (!kCompany.contains(of)) of = of.substr(0, of.find('-'));  // turnover-2013
    std::string value = kCompany.at(of);
    for (auto at = value.find('#'); at != std::string::npos; at = value.find('#')) value.replace(at, 1, std::to_string((std::stoi(name.substr(8)) - 1) % 10));
    return value;
}

struct TypedBlanks : testing::Test {
    Scratch scratch{"typed-blanks"};
    TypedBlanks() { fs::create_directories(scratch.path); }
    std::string at(const std::string& name) const { return scratch.path + '/' + name; }
    std::string typed(const std::string& appendix, const Typing& typing) {
        EXPECT_EQ(irikteu({"blank", appendix, "-o", at("blank.pdf")}).status, 0);
        EXPECT_GE(fill_each(at("blank.pdf"), typing, at(appendix + ".pdf")), 4u);
        return at(appendix + ".pdf");
    }
    /// Signs the next fields with a key of one's own.
    void sign(const std::string& pdf, int times) {
        if (!fs::exists(at("me.p12"))) {
            ASSERT_EQ(support::run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", at("key.pem"), "-out", at("me.pem"), "-days", "30", "-utf8",
                                    "-subj", "/C=KZ/CN=Әбдіғаппаров Өмірзақ"}).status, 0);
            ASSERT_EQ(support::run({"openssl", "pkcs12", "-export", "-inkey", at("key.pem"), "-in", at("me.pem"), "-out", at("me.p12"), "-passout", "pass:x"}).status, 0);
        }
        for (int i = 0; i < times; ++i) {
            const auto done = irikteu({"sign", pdf, "--p12", at("me.p12")}, {{"IRIKTEU_PASSWORD", "x"}});
            ASSERT_EQ(done.status, 0) << done.err;
        }
    }
};

/// One document by itself, with nothing to complain of.
void expect_conforming(const std::string& pdf, const std::string& left_to_people = {}) {
    const auto check = irikteu({"check", pdf, "--json"});
    ASSERT_EQ(check.status, 0) << check.out << check.err;
    const auto report = nlohmann::json::parse(check.out);
    const auto& findings = report.is_array() ? report[0]["findings"] : report["findings"];
    for (const auto& finding : findings) EXPECT_EQ(finding["rule"], left_to_people) << pdf << ": " << finding.dump();
}

}  // namespace

TEST_F(TypedBlanks, TheApplicationOfTheFirstStageConforms) {
    const auto pdf = typed("1", form);
    EXPECT_THAT(irikteu({"check", pdf}).out, HasSubstr("A1-signature")) << "not before it is signed";
    sign(pdf, 1);
    expect_conforming(pdf);
}

TEST_F(TypedBlanks, AFormThatWasFilledInAfterItsSignatureIsNoSignedForm) {
    const auto pdf = typed("1", form);
    sign(pdf, 1);
    ASSERT_EQ(fill_each(pdf, [](const std::string& name, const std::string&) { return name.ends_with("applicant_name") ? std::optional<std::string>("«Басқа» ЖШС") : std::nullopt; }, at("changed.pdf")), 1u);
    EXPECT_EQ(irikteu({"verify", at("changed.pdf")}).status, 1);
    const auto check = irikteu({"check", at("changed.pdf"), "--lang", "en"});
    EXPECT_EQ(check.status, 3) << check.out;
    EXPECT_THAT(check.out, HasSubstr("D-signature"));
    EXPECT_THAT(check.out, HasSubstr("applicant"));
}

TEST_F(TypedBlanks, TheApplicationOfTheSecondStageConforms) {
    const auto pdf = typed("4", form);
    sign(pdf, 1);
    expect_conforming(pdf);
    EXPECT_NE(irikteu({"check", pdf, "--json"}).out.find("\"stage\": 2,"), std::string::npos) << "known by what the form prints";
}

TEST_F(TypedBlanks, TheLocalConclusionConformsOnceSignedAndSealed) {
    const auto pdf = typed("3", form);
    const auto read = irikteu({"check", pdf});
    EXPECT_THAT(read.out, Not(HasSubstr("A3-phone"))) << "address and telephone stand in one field";
    EXPECT_THAT(read.out, HasSubstr("A3-seal"));
    sign(pdf, 2);
    expect_conforming(pdf);
}

TEST_F(TypedBlanks, TheConceptConformsWithItsCompanySheets) {
    const auto pdf = typed("2", paper);
    expect_conforming(pdf);
    const auto read = irikteu({"read", pdf});
    EXPECT_THAT(read.out, HasSubstr("<p section=\"3.1\" at=\"field concept-3-1\">"));
    EXPECT_THAT(read.out, HasSubstr("<concept sheets=\"22\""));
    EXPECT_THAT(read.out, HasSubstr("<turnover at=\"field company-10-turnover-2013\">2 900 000</turnover>"));
    EXPECT_THAT(read.out, Not(HasSubstr("<unknown")));
}

TEST_F(TypedBlanks, TheStrategyConforms) { expect_conforming(typed("5", paper), "A5-quarters-unseen"); }

TEST_F(TypedBlanks, TheRoadMapConformsWithSumsOfSeveralYearsInOneField) { expect_conforming(typed("6", form)); }

TEST_F(TypedBlanks, WhatIsLeftOutOfAConceptIsFoundMissingAndNothingElse) {
    const auto pdf = typed("2", [](const std::string& name, const std::string& type) { return name == "concept-4-1" || name == "company-3-phone" ? std::nullopt : paper(name, type); });
    const auto check = irikteu({"check", pdf, "--format", "csv", "--lang", "en"});
    EXPECT_EQ(check.status, 1);
    EXPECT_EQ(std::count(check.out.begin(), check.out.end(), '\n'), 3) << check.out;
    EXPECT_THAT(check.out, HasSubstr("A2-empty"));
    EXPECT_THAT(check.out, HasSubstr("A2-company-phone"));
}

TEST_F(TypedBlanks, TogetherInAFolderTheyAreADossierOfTheirStage) {
    fs::create_directories(at("dossier"));
    for (const char* appendix : {"4", "6"}) {
        typed(appendix, form);
        fs::rename(at(std::string(appendix) + ".pdf"), at(std::string("dossier/") + appendix + ".pdf"));
    }
    const auto check = irikteu({"check", at("dossier"), "--json"});
    const auto report = nlohmann::json::parse(check.out);
    EXPECT_EQ((report.is_array() ? report[0] : report)["stage"], 2);
    EXPECT_NE(check.out.find("\"rule\": \"K7-strategy\""), std::string::npos);
    EXPECT_EQ(check.out.find("\"rule\": \"K6-concept\""), std::string::npos);
}

}  // namespace irikteu::end_to_end
