// PDF blanks that somebody filled in are handed in as dossiers and read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "end_to_end/filling.hpp"
#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

using ::testing::HasSubstr;
using ::testing::Not;

namespace {

const std::map<std::string, std::string> kApplication{{"application-cluster_name", "«Сыр күріші» аумақтық кластері"},
    {"application-applicant_name", "«Қызылорда облысының кәсіпкерлер палатасы» ЗТБ"}, {"application-signatory-position", "Директор"},
    {"application-signatory-name", "Әбдіғаппаров Өмірзақ Ңұрланұлы"}, {"intake-number", "77"}};

struct FilledForms : testing::Test {
    Scratch scratch{"filled-form"};
    FilledForms() { fs::create_directories(scratch.path); }
    std::string blank(const std::string& appendix) {
        const std::string path = scratch.path + "/blank-" + appendix + ".pdf";
        EXPECT_EQ(irikteu({"blank", appendix, "-o", path}).status, 0);
        return path;
    }
    std::string filled(const std::string& appendix, const std::map<std::string, std::string>& values, const std::string& name) {
        const std::string path = scratch.path + '/' + name;
        fill(blank(appendix), values, path);
        return path;
    }
};

}  // namespace

TEST_F(FilledForms, AnApplicationIsReadBackFieldByField) {
    const auto pdf = filled("1", kApplication, "application.pdf");
    const auto read = irikteu({"read", pdf});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("<cluster_name at=\"field application-cluster_name\">«Сыр күріші» аумақтық кластері</cluster_name>"));
    EXPECT_THAT(read.out, HasSubstr("«Қызылорда облысының кәсіпкерлер палатасы» ЗТБ</applicant_name>"));
    EXPECT_THAT(read.out, HasSubstr("Әбдіғаппаров Өмірзақ Ңұрланұлы</name>"));
    EXPECT_THAT(read.out, HasSubstr("kind=\"application\""));
    EXPECT_THAT(read.out, HasSubstr("<ignored reason=\"intake\" characters=\"2\"/>")) << "the organiser's block is not the applicant's";
    EXPECT_THAT(read.out, Not(HasSubstr("<unknown")));
    EXPECT_THAT(read.out, Not(HasSubstr("<intake")));
}

TEST_F(FilledForms, WhatStandsOnTheApplicantsCopyIsNotTakenTwice) {
    const std::string blank = scratch.path + "/with-copy.pdf", path = scratch.path + "/filled.pdf";
    ASSERT_EQ(irikteu({"blank", "1", "--applicant-copy", "-o", blank}).status, 0);
    fill(blank, {{"application-cluster_name", "«Сыр күріші»"}, {"application-cluster_name-copy", "«Сыр күріші»"}}, path);
    const auto read = irikteu({"read", path});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("<ignored reason=\"applicant-copy\" characters=\"12\"/>"));
    EXPECT_THAT(read.out, Not(HasSubstr("<unknown")));
}

TEST_F(FilledForms, AloneInAFolderOrInAZipTheyAreTheSameDossierPart) {
    fs::create_directories(scratch.path + "/dossier");
    filled("1", kApplication, "dossier/application.pdf");
    filled("3", {{"local_conclusion-cluster_name", "«Сыр күріші»"}, {"local_conclusion-participants-present", "on"}, {"local_conclusion-row-2-participant", "«Сыр» ЖШС"},
                 {"local_conclusion-row-2-activity", "күріш өсіру"}, {"local_conclusion-row-1-participant", "«Арал» ЖШС"}, {"local_conclusion-date-year", "15"},
                 {"local_conclusion-date-day", "9"}, {"local_conclusion-date-month", "09"}},
           "dossier/conclusion.pdf");
    const auto read = irikteu({"read", scratch.path + "/dossier"});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, ::testing::ContainsRegex("<application [^>]*file=\"application.pdf\""));
    EXPECT_THAT(read.out, ::testing::ContainsRegex("<local_conclusion [^>]*file=\"conclusion.pdf\""));
    EXPECT_THAT(read.out, HasSubstr("participants=\"present\""));
    EXPECT_THAT(read.out, HasSubstr(">2015-09-09</date>"));
    EXPECT_LT(read.out.find("«Арал» ЖШС"), read.out.find("«Сыр» ЖШС")) << "rows in the order of the form";
    EXPECT_THAT(read.out, HasSubstr("күріш өсіру</activity>"));
    const auto check = irikteu({"check", scratch.path + "/dossier/application.pdf"});
    EXPECT_THAT(check.out, Not(HasSubstr("A1-cluster"))) << check.out;
    EXPECT_NE(check.status, 3) << check.out << check.err;
}

TEST_F(FilledForms, ARoadMapKeepsItsGroupsAndMeasures) {
    const auto pdf = filled("6", {{"road_map-1-1-event", "Зертхана салу"}, {"road_map-1-1-executor", "Әкімдік"}, {"road_map-1-1-volume", "2016: 1 250"}, {"road_map-4-2-event", "Оқыту"},
                                  {"road_map-4-2-target_group", "жұмысшылар"}},
                            "road-map.pdf");
    const auto read = irikteu({"read", pdf});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("<group number=\"1\">"));
    EXPECT_THAT(read.out, HasSubstr("<event number=\"4.2\">"));
    EXPECT_THAT(read.out, HasSubstr("Зертхана салу</title>"));
    EXPECT_THAT(read.out, HasSubstr("жұмысшылар</target_group>"));
    EXPECT_THAT(read.out, Not(HasSubstr("<event number=\"1.2\">"))) << "nothing was typed there";
}

TEST_F(FilledForms, AnUntouchedBlankIsReadAndEmpty) {
    const auto read = irikteu({"read", blank("4")});
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("<application"));
    EXPECT_THAT(read.out, Not(HasSubstr("<cluster_name")));
}

TEST_F(FilledForms, APaperOfOursWithItsDataAttachedIsReadAsFarAsItsPagesShowThem) {
    const std::string pdf = scratch.path + "/issued.pdf";
    ASSERT_EQ(irikteu({"document", "make", "application-1", kSamples + "/documents/application-1.xml", "-o", pdf}).status, 0);
    const auto read = irikteu({"read", pdf});
    ASSERT_EQ(read.status, 0) << read.err;
    const std::string data = slurp(kSamples + "/documents/application-1.xml");
    const auto start = data.find("<cluster_name>") + 13;
    EXPECT_THAT(read.out, HasSubstr(data.substr(start, data.find("</cluster_name>", start) - start)));
    EXPECT_THAT(read.out, Not(HasSubstr("<signature"))) << "words about a signature are none";
    EXPECT_THAT(read.out, HasSubstr("<ignored reason=\"not-shown\""));
    EXPECT_THAT(read.out, Not(HasSubstr("<intake"))) << "nor is the organiser's block taken from it";
}

TEST_F(FilledForms, ADataAttachmentThatThePagesContradictIsNotBelieved) {
    const std::string pdf = scratch.path + "/issued.pdf", forged = scratch.path + "/forged.pdf", data = scratch.path + "/source.xml";
    ASSERT_EQ(irikteu({"document", "make", "application-1", kSamples + "/documents/application-1.xml", "-o", pdf}).status, 0);
    std::string xml = slurp(kSamples + "/documents/application-1.xml");
    const auto start = xml.find("<name>", xml.find("<signatory>")) + 6;
    xml.replace(start, xml.find("</name>", start) - start, "Басқа Адам Бөтенұлы");
    std::ofstream(data) << xml;
    ASSERT_EQ(support::run({"qpdf", pdf, "--remove-attachment=source.xml", "--", forged + "1"}).status, 0);
    ASSERT_EQ(support::run({"qpdf", forged + "1", "--add-attachment", data, "--key=source.xml", "--", "--", forged}).status, 0);
    const auto read = irikteu({"read", forged});
    EXPECT_THAT(read.out, Not(HasSubstr("Бөтенұлы")));
    EXPECT_THAT(read.out, HasSubstr("</cluster_name>"));
    EXPECT_THAT(read.out, HasSubstr("<ignored reason=\"not-shown\""));
}

TEST_F(FilledForms, OtherPdfsAndBrokenOnesAreRefusedWithTheirReason) {
    const std::string letter = scratch.path + "/letter.pdf", broken = scratch.path + "/broken.pdf";
    ASSERT_EQ(irikteu({"document", "make", "results", kSamples + "/documents/results.xml", "-o", letter}).status, 0);
    const auto other = irikteu({"read", letter});
    EXPECT_EQ(other.status, 3);
    EXPECT_THAT(other.err, HasSubstr("is a PDF"));
    std::ofstream(broken, std::ios::binary) << "%PDF-1.7\n" << std::string(5000, 'x');
    EXPECT_EQ(irikteu({"read", broken}).status, 3);
    const std::string whole = slurp(blank("1"));
    for (const std::size_t cut : {whole.size() / 3, whole.size() - 40}) {
        std::ofstream(broken, std::ios::binary | std::ios::trunc) << whole.substr(0, cut);
        const auto read = irikteu({"read", broken});
        EXPECT_EQ(read.status, 3) << "cut at " << cut;
        EXPECT_THAT(read.err, HasSubstr("not a PDF that can be read"));
        EXPECT_EQ(read.out, "");
    }
}

TEST_F(FilledForms, ABombInsideCostsNeitherTimeNorMemory) {
    // Hundreds of megabytes of zeros in less than one, as anybody can hand in.
    const std::string zeros = scratch.path + "/zeros", bomb = scratch.path + "/bomb.pdf";
    fs::create_directories(scratch.path);
    std::ofstream(zeros).close();
    fs::resize_file(zeros, 200'000'000);
    ASSERT_EQ(support::run({"qpdf", blank("1"), "--add-attachment", zeros, "--key=source.xml", "--", "--", bomb}).status, 0);
    fs::remove(zeros);
    const auto read = irikteu({"read", bomb});
    EXPECT_EQ(read.status, 3);
    EXPECT_THAT(read.err, HasSubstr("holds more than 24 MB"));
    EXPECT_LT(read.seconds, 5);
    EXPECT_LT(read.peak_kilobytes, 200 * 1024);
    // Under another name it is nobody's data: not inflated at all.
    const std::string other = scratch.path + "/other.pdf";
    ASSERT_EQ(support::run({"qpdf", bomb, "--copy-attachments-from", bomb, "--prefix=x", "--", "--remove-attachment=source.xml", "--", other}).status, 0);
    const auto harmless = irikteu({"read", other});
    EXPECT_EQ(harmless.status, 0) << harmless.err;
    EXPECT_LT(harmless.peak_kilobytes, 200 * 1024);
}

namespace {

/// The blank with changes to its objects, as qpdf's JSON has them.
void change(const std::string& blank, const std::function<void(nlohmann::json&)>& change, const std::string& changed) {
    auto all = nlohmann::json::parse(support::run({"qpdf", "--json-output", blank, "-"}).out);
    change(all["qpdf"][1]);
    std::ofstream(changed + ".json") << all.dump();
    ASSERT_EQ(support::run({"qpdf", "--json-input", changed + ".json", changed}).status, 0);
}

}  // namespace

TEST_F(FilledForms, TreesThatRunInCirclesAreWalkedOnce) {
    const std::string circles = scratch.path + "/circles.pdf";
    change(blank("1"), [](nlohmann::json& objects) {
        objects["obj:900 0 R"]["value"] = {{"/Kids", {"900 0 R", "900 0 R", "901 0 R"}}};
        objects["obj:901 0 R"]["value"] = {{"/Kids", {"900 0 R", "901 0 R", "900 0 R"}}};
        objects["obj:902 0 R"]["value"] = {{"/T", "u:circle"}, {"/FT", "/Tx"}, {"/Kids", {"902 0 R", "902 0 R"}}};
        for (auto& [key, object] : objects.items()) {
            if (!object.contains("value") || !object["value"].is_object()) continue;
            auto& value = object["value"];
            if (value.value("/Type", "") == "/Catalog") value["/Names"] = {{"/EmbeddedFiles", "900 0 R"}};
            if (value.contains("/Fields")) value["/Fields"].push_back("902 0 R");
            if (value.contains("/AcroForm") && value["/AcroForm"].is_object()) value["/AcroForm"]["/Fields"].push_back("902 0 R");
        }
    }, circles);
    const auto read = irikteu({"read", circles});
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("<application"));
    EXPECT_LT(read.seconds, 2);
}

TEST_F(FilledForms, WithoutItsReaderOnePdfIsUnreadAndTheOthersAreReported) {
    const std::string part = scratch.path + "/part", pdf = filled("1", kApplication, "application.pdf");
    fs::create_directories(part);
    fs::copy_file(support::build_path("/irikteu"), part + "/irikteu");
    fs::create_directory_symlink(support::build_path("/share"), part + "/share");
    const std::string other = kCompetition + "/inbox/01-turkistan-textile.xml";
    const auto check = support::run({part + "/irikteu", "check", "--json", pdf, other});
    EXPECT_EQ(check.status, 3) << check.err;
    const auto reports = nlohmann::json::parse(check.out);
    ASSERT_EQ(reports.size(), 2u);
    EXPECT_EQ(reports[0]["verdict"], "undetermined");
    EXPECT_THAT(reports[0].dump(), HasSubstr("irikteu-whole, which reads PDFs, could not be started"));
    EXPECT_EQ(reports[1]["verdict"], "conforming");
}

}  // namespace irikteu::end_to_end
