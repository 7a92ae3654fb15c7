#include "compose/composer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "base/error.hpp"
#include "fo_text.hpp"
#include "sample.hpp"
#include "support/folders.hpp"

namespace irikteu::compose {

using base::Error;
using base::ErrorCode;
using ::testing::Contains;
using ::testing::HasSubstr;
using testing::composed;
using testing::composer;
using testing::data_of;

namespace {

xml::Document parse(const std::string& attributes, const std::string& content = {}) {
    return xml::Document::parse(
        "<document xmlns='urn:irikteu:document:1' " + attributes + ">\n" + content + "</document>", "data.xml");
}

/// The error of composing `data` as that kind; fails where there is none.
Error error_of(std::string_view kind, const xml::Document& data) {
    try {
        composer().compose(kind, data);
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was refused";
    return Error(ErrorCode::usage, "");
}

}  // namespace

TEST(Composer, ListsTheKindsThatHaveTemplates) {
    EXPECT_THAT(composer().kinds(), Contains("application-1"));
    EXPECT_THAT(composer().kinds(), Contains("conformity-1"));
    EXPECT_THAT(composer().kinds(), Contains("return-1"));
    EXPECT_THAT(composer().kinds(), Contains("protocol-15"));
}

TEST(Composer, NamesTheKindsItKnowsWhereAskedForAnother) {
    const Error error = error_of("protocol-99", parse("kind='protocol-99' date='2015-10-09' clock='2015-10-09T10:00:00Z'"));
    EXPECT_EQ(error.code(), ErrorCode::usage);
    EXPECT_THAT(error.message(), HasSubstr("protocol-99"));
    EXPECT_THAT(error.message(), HasSubstr("application-1, "));
    EXPECT_THAT(error.message(), HasSubstr("return-1"));
}

TEST(Composer, RefusesDataOfAnotherKind) {
    const Error error = error_of("return-1", data_of("application-1-full"));
    EXPECT_EQ(error.code(), ErrorCode::usage);
    EXPECT_THAT(error.message(), HasSubstr("application-1"));
}

/// The Commission's protocol on stage 1 with an attribute of its data set otherwise; the least points are 61.5.
xml::Document protocol_25(const std::string& from, const std::string& to) {
    std::string text = data_of("protocol-25-full").serialize();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return xml::Document::parse(text.replace(at, from.size(), to), "data.xml");
}

TEST(Composer, RefusesAProtocolThatContradictsWhoSat) {
    const Error votes = error_of("protocol-25", protocol_25("<vote for=\"4\"", "<vote for=\"60\""));
    EXPECT_THAT(votes.message(), HasSubstr("the vote counts 61 votes, but only"));
    EXPECT_EQ(votes.where().file, "data.xml") << "the data are at fault, not the template";
    EXPECT_GT(votes.where().line, 50);
    EXPECT_THAT(error_of("protocol-25", protocol_25("<opinion member=\"Құсайынов Асқар", "<opinion member=\"Құсайынов Дәурен")).message(), HasSubstr("who is no member that was present"));
    std::string nobody = data_of("protocol-25-full").serialize();
    for (std::size_t at = 0; (at = nobody.find("<member role=", at)) != std::string::npos; at += 20) {
        const std::size_t end = nobody.find('>', at);
        if (nobody.substr(at, end - at).find("present=") == std::string::npos) nobody.insert(end, " present=\"false\"");
    }
    EXPECT_THAT(error_of("protocol-25", xml::Document::parse(nobody, "data.xml")).message(), HasSubstr("nobody sat"));
}

TEST(Composer, RefusesAProtocolWhoseDecisionsContradictThePoints) {
    EXPECT_THAT(error_of("protocol-25", protocol_25("points=\"60.5\" passed=\"false\"", "points=\"60.5\" passed=\"true\"")).message(),
                HasSubstr("2015-1/01 has 60.5 points and is said to be let into the second stage, but the least that are let in are 61.5"));
    EXPECT_THAT(error_of("protocol-25", protocol_25("points=\"62.5\" passed=\"true\"", "points=\"62.5\"")).message(), HasSubstr("2015-1/03 has 62.5 points and is said not to be"));
    EXPECT_THAT(error_of("protocol-25", protocol_25("points=\"61.5\" passed=\"true\"", "points=\"61.50\" passed=\"false\"")).message(), HasSubstr("clause-24.tie: passes"));
    const std::string reading = "<settings><setting name='clause-24.tie' value='fails'/></settings></competition>";
    EXPECT_THAT(error_of("protocol-25", protocol_25("</competition>", reading)).message(), HasSubstr("2015-1/02 has 61.5 points and is said to be"));
    const xml::Document strict = protocol_25("</competition>", reading);
    const std::string text = strict.serialize();
    const std::string from = "points=\"61.5\" passed=\"true\"";
    const std::string said = testing::text_of(composer().compose("protocol-25", xml::Document::parse(std::string(text).replace(text.find(from), from.size(), "points=\"61.5\" passed=\"false\""), "data.xml")));
    EXPECT_THAT(said, HasSubstr("артық балл жинаған қатысушы ғана"));
}

TEST(Composer, RefusesXmlThatIsNoDocument) {
    const Error error = error_of("return-1", xml::Document::parse("<dossier kind='return-1'/>", "data.xml"));
    EXPECT_EQ(error.code(), ErrorCode::invalid);
    EXPECT_EQ(error.where().file, "data.xml");
}

TEST(Composer, SaysWhereDataBreakTheirSchema) {
    const Error error = error_of(
        "application-1", parse("kind='application-1' date='2015-10-09' clock='2015-10-09T10:00:00Z'",
                               "<dossier xmlns='urn:irikteu:dossier:1'>\n<colour/></dossier>"));
    EXPECT_EQ(error.code(), ErrorCode::invalid);
    EXPECT_EQ(error.where().line, 3);
    EXPECT_THAT(error.where().place, HasSubstr("colour"));
    EXPECT_THAT(error.message(), HasSubstr("colour"));
}

TEST(Composer, RefusesAPersonsNameThatIsNone) {
    const std::string path = support::source_path("/samples/kz-535-2015/documents/letter-27.xml"), letter = base::RealDisk().read(path, 1u << 20);
    for (const std::string name : {"Байтілеуов Жандос Қасымұлы", "Төлебаев Ерлан Сәкенұлы"}) {
        ASSERT_NE(letter.find(name), std::string::npos);
        const Error error = error_of("letter-27", xml::Document::parse(std::string(letter).replace(letter.find(name), name.size(), "12345"), "letter.xml"));
        EXPECT_EQ(error.code(), ErrorCode::invalid);
        EXPECT_THAT(error.message(), HasSubstr("no letters: \"12345\""));
        EXPECT_EQ(error.where().file, "letter.xml");
        EXPECT_GT(error.where().line, 0);
        EXPECT_FALSE(error.where().place.empty());
    }
}

TEST(Composer, RefusesDataWithoutAPartThatTheKindNeeds) {
    for (const char* kind : {"conformity-1", "return-1", "protocol-15", "announcement", "receipt"}) {
        const Error error = error_of(kind, parse("kind='" + std::string(kind) +
                                                 "' date='2015-10-09' clock='2015-10-09T10:00:00Z'"));
        EXPECT_EQ(error.code(), ErrorCode::invalid) << kind;
        EXPECT_THAT(error.message(), HasSubstr("needs the part competition")) << kind;
    }
}

TEST(Composer, TakesTheSheetAndTheLetterFromTheActsSettings) {
    const base::RealDisk disk;
    act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    act.override_setting("document.margin.left", "30");
    act.override_setting("document.font.size", "13");
    const Composer narrow(disk, act);
    const xml::Document fo = narrow.compose("application-1", data_of("application-1-full"));
    EXPECT_EQ(testing::all(fo, "simple-page-master").front().attribute("margin-left"), "30mm");
    EXPECT_EQ(fo.root().attribute("font-size"), "13pt");
    const xml::Document usual = composed("application-1-full");
    EXPECT_EQ(testing::all(usual, "simple-page-master").front().attribute("margin-left"), "20mm");
}

TEST(Composer, LeavesTheDataAsTheyWere) {
    const xml::Document data = data_of("protocol-15-usual");
    const std::string before = data.canonical();
    composer().compose("protocol-15", data);
    EXPECT_EQ(data.canonical(), before);
}

TEST(Composer, GivesTheSameBytesOnEveryThread) {
    const std::string expected = composed("protocol-15-long").serialize_compact();
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([&result] {
            for (int i = 0; i < 3; ++i) result = composed("protocol-15-long").serialize_compact();
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) EXPECT_EQ(result, expected);
}

}  // namespace irikteu::compose
