// Blanks: what they are, and that one filled in by a program passes the outline check.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "act/act.hpp"
#include "compose/composer.hpp"
#include "compose/word_package.hpp"
#include "end_to_end/program.hpp"
#include "pdf/conformance.hpp"
#include "support/folders.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;

namespace {

/// What an applicant would type into the control of that tag.
std::string answer(const std::string& tag) {
    static const std::map<std::string, std::string> known = {
        {"name", "«Түркістан Иіру» АҚ"}, {"address.street-1", "Тәуке хан даңғылы, 12"}, {"address.city-1", "Шымкент қаласы"}, {"address.zip-1", "160012"},
        {"capital", "Қазақстан Республикасы"}, {"founded", "2008 жылғы 14 наурыз"}, {"clients", "тігін фабрикалары"}, {"country", "отандық компания"},
        {"responsible.surname-1", "Қалиев"}, {"responsible.name-1", "Ерлан"}, {"responsible.position-1", "бас технолог"}, {"phone", "+7 (7252) 00-12-34"},
        {"mobile", "+7 (701) 000-12-34"}, {"email", "kense@iiru.example"}, {"site", "www.iiru.example"}, {"eqjj.main-1", "13.10.1"}, {"eqjj.extra-1", "13.20.1"},
        {"eqjj.extra-2", "13.30.0"}, {"eqjj.extra-3", "13.92.1"}, {"eqjj.extra-4", "14.12.0"}};
    if (!tag.starts_with("company-")) {
        return "Кластерге қатысушылар бұл бөлікте нақты деректер мен есептерді келтіреді, олардың көздерін және мерзімдерін көрсетеді.";
    }
    const std::string id = tag.substr(tag.find('-', 8) + 1);
    const auto found = known.find(id);
    if (found == known.end()) return "12";
    // Companies that share an address or a telephone would be suspected of affiliation.
    const int number = std::stoi(tag.substr(8));
    std::string text = found->second;
    if (id == "name") text = "«Түркістан Иіру " + std::to_string(number) + "» АҚ";
    if (id == "phone" || id == "mobile") text = text.substr(0, text.size() - 2) + std::to_string(34 + number);
    if (id == "email" || id == "site") text.insert(text.find(".example"), std::to_string(number));
    if (id == "address.street-1" || id == "responsible.surname-1") text += std::string(id[0] == 'a' ? "/" : "-") + std::to_string(number);
    return text;
}

/// The blank with every control filled, as a word processor leaves it.
std::string filled(const std::string& appendix) {
    const base::RealDisk disk;
    const act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    std::string flat = compose::Composer(disk, act).blank_for_word(appendix).serialize_compact();
    const std::string placeholder = "<w:showingPlcHdr/>";
    for (std::size_t at = flat.find(placeholder); at != std::string::npos; at = flat.find(placeholder, at)) {
        const std::size_t start = flat.rfind("<w:tag w:val=\"", at) + 14;
        const std::string tag = flat.substr(start, flat.find('"', start) - start);
        const std::size_t text = flat.find("<w:t>", at) + 5;
        const bool note = flat.compare(text, std::string_view("Осы").size(), "Осы") != 0 && !tag.starts_with("company-");
        if (note || tag == "company-note") {
            at += placeholder.size();
            continue;
        }
        flat.replace(text, flat.find("</w:t>", text) - text, answer(tag));
        flat.erase(at, placeholder.size());
    }
    return compose::word_package(xml::Document::parse(flat, "blank.xml"));
}

}  // namespace

TEST(Blanks, ArePdfsThatCanBeFilledIn) {
    const Scratch scratch("blank-pdf");
    fs::create_directories(scratch.path);
    for (const char* appendix : {"1", "2", "3", "4", "5", "6"}) {
        const std::string pdf = scratch.path + '/' + appendix + ".pdf";
        ASSERT_EQ(irikteu({"blank", appendix, "-o", pdf}).status, 0) << appendix;
        EXPECT_EQ(support::run({"qpdf", "--check", pdf}).status, 0) << appendix;
        EXPECT_THAT(pdf_test::conformance_faults(pdf), ::testing::IsEmpty()) << appendix;
        EXPECT_THAT(support::run({"qpdf", "--json", "--json-key=acroform", pdf}).out, ::testing::HasSubstr("/Tx")) << appendix;
    }
}

TEST(Blanks, SayOfEveryFieldWhatItIsForInTheOrderOfThePage) {
    const Scratch scratch("blank-fields");
    fs::create_directories(scratch.path);
    const std::string house = scratch.path + "/house.xsl";
    std::ofstream(house) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:import href='" << support::source_path()
                         << "/templates/style/house.xsl'/></xsl:stylesheet>";
    for (const char* appendix : {"1", "2", "3", "4", "5", "6"}) {
        const std::string pdf = scratch.path + '/' + appendix + ".pdf";
        ASSERT_EQ(irikteu({"blank", appendix, "-o", pdf}).status, 0) << appendix;
        const Json form = Json::parse(support::run({"qpdf", "--json", "--json-key=acroform", pdf}).out)["acroform"];
        EXPECT_GT(form["fields"].size(), 8u) << appendix;
        int page = 1;
        std::set<std::string> names;
        for (const Json& field : form["fields"]) {
            EXPECT_NE(field["alternativename"].get<std::string>(), "") << field["fullname"];
            EXPECT_TRUE(names.insert(field["fullname"].get<std::string>()).second) << field["fullname"];
            EXPECT_GE(field["pageposfrom1"].get<int>(), page) << field["fullname"];
            page = field["pageposfrom1"].get<int>();
        }
        const std::string open = support::run({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"}).out;
        EXPECT_THAT(open, ::testing::HasSubstr("/Tabs /S")) << appendix;
        // A house style that takes in all of the common style leaves the fields.
        const std::string own = scratch.path + "/own.pdf";
        ASSERT_EQ(irikteu({"blank", appendix, "-o", own, "--house", house}).status, 0) << appendix;
        EXPECT_EQ(Json::parse(support::run({"qpdf", "--json", "--json-key=acroform", own}).out)["acroform"]["fields"].size(), form["fields"].size()) << appendix;
    }
}

TEST(Blanks, AreWordFilesThatTheReaderUnderstands) {
    const Scratch scratch("blank-docx");
    fs::create_directories(scratch.path);
    for (const char* appendix : {"1", "2", "3", "4", "5", "6"}) {
        const std::string docx = scratch.path + '/' + appendix + ".docx";
        ASSERT_EQ(irikteu({"blank", appendix, "--format", "docx", "-o", docx}).status, 0) << appendix;
        EXPECT_EQ(irikteu({"read", docx}).status, 0) << appendix;
    }
    EXPECT_THAT(irikteu({"read", scratch.path + "/2.docx"}).out, ::testing::HasSubstr("number=\"2.1.\""));
}

TEST(Blanks, RefuseAnAppendixThatIsNone) {
    const auto finished = irikteu({"blank", "7", "-o", "-"});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, ::testing::HasSubstr("\"7\""));
}

TEST(Blanks, OfTheConceptPassTheOutlineCheckWhenFilledIn) {
    const Scratch scratch("blank-filled");
    fs::create_directories(scratch.path + "/dossier");
    base::RealDisk().write(scratch.path + "/dossier/concept.docx", filled("2"));
    const auto finished = irikteu({"check", "--json", scratch.path + "/dossier"});
    const Json answer = Json::parse(finished.out, nullptr, false);
    ASSERT_FALSE(answer.is_discarded()) << finished.err;
    const Json& report = answer.is_array() ? answer.at(0) : answer;
    int seen = 0;
    for (const Json& finding : report["findings"]) {
        ++seen;
        if (finding["document"] != "concept" || finding["severity"] == "manual" || finding["kind"] == "volume") continue;
        ADD_FAILURE() << finding.dump(1);
    }
    EXPECT_GT(seen, 0) << "the other parts of the dossier are missing, and that is said";
}

TEST(Blanks, OfTheFormsConformAsWordFilesOnceTheyAreFilledIn) {
    static const std::map<std::string, std::string> known = {
        {"cluster_name", "«Сыр күріші» аумақтық кластері"}, {"applicant_name", "«Қызылорда облысының өңірлік кәсіпкерлер палатасы» ЗТБ"}, {"position", "Директор"},
        {"name", "Әбдіғаппаров Өмірзақ Нұрланұлы"}, {"signature", "Ө. Әбдіғаппаров"}, {"addressee", "Қазақстан Республикасының Инвестициялар және даму министрлігі"},
        {"event", "Зертхана салу"}, {"form", "есеп"}, {"executor", "«Сыр» АҚ"}, {"volume", "2016: 1 250 мың теңге; 2017: 1 300 мың теңге"}, {"source", "меншікті қаражат"},
        {"deadline", "2016–2017 жылдар"}, {"item1", "Экспорттық нарыққа шығу"}, {"item2", "Аралық: жоба; түпкілікті: нысан"}, {"item7", "Шағын кәсіпорындар"},
        {"item8", "Жыл сайынғы есеп"}};
    const Scratch scratch("blank-forms");
    fs::create_directories(scratch.path);
    const base::RealDisk disk;
    const act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    const compose::Composer composer(disk, act);
    for (const char* appendix : {"1", "4", "6"}) {
        xml::Document blank = composer.blank_for_word(appendix);
        int typed = 0;
        const std::function<void(xml::Node)> type = [&](xml::Node node) {
            std::vector<xml::Node> children;
            for (const xml::Node child : node.elements()) children.push_back(child);
            for (xml::Node child : children) {
                if (child.name() != "sdt") {
                    type(child);
                    continue;
                }
                xml::Node properties = child.first_element("sdtPr");
                std::string tag(properties.first_element("tag").attribute("val", properties.first_element("tag").namespace_uri()).value_or(""));
                xml::Node hint = properties.first_element("showingPlcHdr");
                const auto found = known.find(tag.substr(tag.find_last_of("-.") + 1));
                if (!hint || found == known.end()) continue;
                hint.remove();
                std::vector<xml::Node> texts;
                const std::function<void(xml::Node)> collect = [&](xml::Node below) {
                    for (const xml::Node each : below.elements()) each.name() == "t" ? texts.push_back(each) : collect(each);
                };
                collect(child);
                for (std::size_t i = 0; i < texts.size(); ++i) {
                    while (xml::Node old = texts[i].first_child()) old.remove();
                    if (i == 0) texts[i].append_text(found->second);
                }
                ++typed;
            }
        };
        type(blank.root());
        EXPECT_GE(typed, 5) << appendix;
        const std::string path = scratch.path + '/' + appendix + ".docx";
        base::RealDisk().write(path, compose::word_package(blank));
        const auto finished = irikteu({"check", "--json", path});
        EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
        const Json answer = Json::parse(finished.out, nullptr, false);
        for (const Json& finding : (answer.is_array() ? answer.at(0) : answer)["findings"]) ADD_FAILURE() << appendix << ": " << finding.dump(1);
    }
}

TEST(Blanks, OfTheStrategyHaveAllPrescribedHeadings) {
    const Scratch scratch("blank-strategy");
    fs::create_directories(scratch.path);
    base::RealDisk().write(scratch.path + "/strategy.docx", filled("5"));
    const std::string text = irikteu({"read", scratch.path + "/strategy.docx"}).out;
    const base::RealDisk disk;
    const act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    for (const xml::Node section : act.appendix("5").first_element("structure").elements()) {
        EXPECT_THAT(text, ::testing::HasSubstr(">" + section.child_text("title") + "</heading>"));
    }
}

TEST(TheTemplates, OfTheActHaveNoFault) {
    const auto finished = irikteu({"templates", "check"});
    EXPECT_EQ(finished.status, 0) << finished.out;
    EXPECT_THAT(finished.out, ::testing::Not(::testing::HasSubstr("error:")));
}

TEST(TheTemplates, AreFoundFaultyWhereAValueIsUnknownOrAMessageIsMissing) {
    const Scratch scratch("templates");
    fs::create_directories(scratch.path);
    fs::copy(support::source_path("/templates"), scratch.path + "/templates", fs::copy_options::recursive);
    fs::create_directory_symlink(support::build_path("/share/irikteu/fonts"), scratch.path + "/fonts");
    const auto replace = [&scratch](const std::string& file, const std::string& from, const std::string& to) {
        const std::string path = scratch.path + "/templates/kz-535-2015/" + file;
        std::string text = slurp(path);
        ASSERT_NE(text.find(from), std::string::npos);
        std::ofstream(path, std::ios::binary) << text.replace(text.find(from), from.size(), to);
    };
    replace("documents/results.xsl", "d:basis", "d:bassis");
    replace("messages/ru.xml", "key=\"verdict.late\"", "key=\"verdict.later\"");
    replace("documents/parts/phrases.xsl", "$p:organiser/c:phone", "$p:organizer/c:phone");
    replace("documents/repeat.xsl", "<fo:block ", "<fo:block keep-wiht-next=\"always\" ");
    replace("documents/protocol-22.xsl", "name=\"agenda\"", "name=\"agenta\"");
    replace("documents/inventory.xsl", "@sheets", "@sheats");
    replace("documents/receipt.xsl", "p:dossier-files", "p:dossier-fails");
    replace("documents/announcement.xsl", "use-attribute-sets=\"s:paragraph\"", "use-attribute-sets=\"s:paragraf\"");
    replace("documents/parts/stage.xsl", "16 * $p:stage - 1", "f:ordinals($p:stage)");
    replace("documents/parts/stage.xsl", "xmlns:p=", "xmlns:f=\"urn:irikteu:functions:1\" xmlns:p=");
    replace("documents/conclusion-33.xsl", "<xsl:import", "<xsl:imports");
    replace("documents/README.md", "`letter-27`", "letter-27");
    replace("rules/stage-1/completeness.sch", "test=\"d:concept or", "test=\"d:concept[ or");
    replace("rules/stage-2/completeness.sch", "test=\"d:application or", "test=\"d:application( or");
    replace("rules/stage-2/completeness.sch", "f:setting('clause-8", "f:settings('clause-8");
    replace("documents/letter-28.xsl", "</xsl:stylesheet>", "<xsl:template name='q'><xsl:value-of select='a['/><xsl:if/></xsl:template></xsl:stylesheet>");
    const auto finished = irikteu({"--data", scratch.path, "templates", "check"});
    EXPECT_EQ(finished.status, 1);
    EXPECT_THAT(finished.out, ::testing::HasSubstr("d:bassis"));
    EXPECT_THAT(finished.out, ::testing::HasSubstr("lacks the message verdict.late\n"));
    for (const char* fault : {"$p:organizer, which nobody defines", "the parameter agenta, which it does not have", "@sheats, which no schema knows",
                              "the template p:dossier-fails, which nobody defines", "the attribute set s:paragraf, which nobody defines",
                              "the function f:ordinals, which the program does not have", "conclusion-33.xsl", "says nothing of the document letter-27", "sets the property keep-wiht-next of block, which there is not", "d:concept[ or", "d:application( or", "f:settings()", "could not compile select expression 'a['", "test is not defined"}) {
        EXPECT_THAT(finished.out, ::testing::HasSubstr(fault));
    }
    EXPECT_THAT(finished.out, ::testing::HasSubstr("documents/inventory.xsl:"));
}

}  // namespace irikteu::end_to_end
