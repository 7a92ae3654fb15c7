// What commands answer in Kazakh and Russian where --lang asks for it, and as JSON where --json does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "english.hpp"
#include "program.hpp"

namespace irikteu::end_to_end {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

void expect_in_each_language(const std::vector<std::string>& command, int status) {
    const auto plain = irikteu(command);
    EXPECT_EQ(plain.status, status) << plain.out << plain.err;
    for (const char* language : {"kk", "ru"}) {
        std::vector<std::string> in = command;
        in.insert(in.end(), {"--lang", language});
        const auto finished = irikteu(in);
        EXPECT_EQ(finished.status, status);
        EXPECT_EQ(english_in(finished.out + finished.err), "");
        EXPECT_NE(finished.out + finished.err, plain.out + plain.err) << "English where no language is asked for";
    }
}

void write(const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string fo(const std::string& flow) {
    return "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='kk'><fo:layout-master-set><fo:simple-page-master master-name='p' page-width='60mm' page-height='60mm'>"
           "<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'>" + flow +
           "</fo:flow></fo:page-sequence></fo:root>";
}

TEST(Languages, OfACheckedBag) {
    const Scratch scratch("bag-words");
    const std::string sum(32, '0'), bag = scratch.path + "/bag/";
    write(bag + "bagit.txt", "BagIt-Version: 0.97 \nTag-File-Character-Encoding: UTF-8\nmore\n");
    write(bag + "bag-info.txt", "Source : x\nPayload-Oxum:1.1\nPayload-Oxum: 2.2\nnothing\n\n");
    write(bag + "data/a", "a");
    write(bag + "data/A", "a");
    write(bag + "data/unlisted", "a");
    write(bag + "manifest-md5.txt", sum + "  data/a\n" + sum + "  data/a\n" + sum + "  data/gone\n" + sum + "  ../out\n" + sum + "  elsewhere\nnothing\n00  data/A\n" + sum + " *data/A\n");
    write(bag + "tagmanifest-md5.txt", sum + "  data/a\n" + sum + "  tagmanifest-md5.txt\n");
    write(bag + "fetch.txt", "nothing\nx - data/b\nhttp://h/c - data/c\n");
    expect_in_each_language({"archive", "check-bag", scratch.path + "/bag"}, 1);
    expect_in_each_language({"archive", "check-bag", scratch.path + "/none"}, 3);
}

TEST(Languages, OfWhatTheArchiveDoesNotHave) {
    const Scratch scratch("archive-words");
    write(scratch.path + "/a.txt", "a");
    ASSERT_EQ(irikteu({"archive", "add", scratch.path + "/archive", scratch.path + "/a.txt", "--kind", "event"}).status, 0);
    expect_in_each_language({"archive", "show", scratch.path + "/archive", "9"}, 2);
    expect_in_each_language({"archive", "show", scratch.path + "/archive", "nine"}, 2);
    expect_in_each_language({"archive", "show", scratch.path + "/none", "1"}, 3);
    std::string log = slurp(scratch.path + "/archive/log/entries");
    write(scratch.path + "/archive/log/entries", log.replace(log.find("Kind: "), 1, "#"));
    expect_in_each_language({"archive", "verify", scratch.path + "/archive"}, 1);
}

TEST(Languages, OfWhatIsNotSigned) {
    const Scratch scratch("sign-words");
    write(scratch.path + "/a.fo", fo("<fo:block>x</fo:block>"));
    const std::string pdf = scratch.path + "/a.pdf";
    ASSERT_EQ(irikteu({"render", scratch.path + "/a.fo", "-o", pdf}).status, 0);
    expect_in_each_language({"sign", pdf}, 2);
    expect_in_each_language({"sign", pdf, "--p12", scratch.path + "/none.p12"}, 3);
    expect_in_each_language({"sign", "prepare", pdf, "-o", scratch.path + "/b.pdf"}, 2);
    expect_in_each_language({"sign", "prepare", pdf, "-o", scratch.path + "/b.pdf", "--field", "f"}, 2);
    expect_in_each_language({"sign", "prepare", pdf, "-o", scratch.path + "/b.pdf", "--name", "12345"}, 2);
    expect_in_each_language({"sign", "prepare", scratch.path + "/a.fo", "-o", scratch.path + "/b.pdf"}, 3);
    write(scratch.path + "/cms", "no CMS");
    expect_in_each_language({"sign", "finish", pdf, scratch.path + "/cms", "-o", scratch.path + "/b.pdf"}, 3);
}

TEST(Languages, OfValidation) {
    const Scratch scratch("validate-words");
    write(scratch.path + "/s.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'><xs:complexType><xs:attribute name='n' type='xs:positiveInteger'/></xs:complexType></xs:element></xs:schema>");
    write(scratch.path + "/a.xml", "<a n='0' m='1'><b/></a>");
    write(scratch.path + "/b.xml", "<a n='1'/>");
    expect_in_each_language({"validate", "--schema", scratch.path + "/s.xsd", scratch.path + "/a.xml"}, 1);
    expect_in_each_language({"validate", scratch.path + "/a.xml"}, 2);
    expect_in_each_language({"validate", "--schema", scratch.path + "/s.xsd", scratch.path + "/none.xml"}, 3);
    EXPECT_EQ(irikteu({"validate", "--schema", scratch.path + "/s.xsd", scratch.path + "/b.xml"}).out, scratch.path + "/b.xml: valid\n");
    EXPECT_THAT(irikteu({"validate", "--schema", scratch.path + "/s.xsd", scratch.path + "/b.xml", "--lang", "ru"}).out, ::testing::Not(HasSubstr("valid\n")));
    const std::string json = irikteu({"validate", "--schema", scratch.path + "/s.xsd", scratch.path + "/a.xml", "--json"}).out;
    EXPECT_EQ(irikteu({"validate", "--schema", scratch.path + "/s.xsd", scratch.path + "/a.xml", "--json", "--lang", "ru"}).out, json) << "what a program reads is the same in all languages";
}

TEST(Languages, OfAVerifiedRendering) {
    const Scratch scratch("render-words");
    write(scratch.path + "/t.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/'>" +
                                       fo("<fo:block><xsl:value-of select='/a/b'/></fo:block><fo:block-container absolute-position='absolute' left='90mm' top='90mm'><fo:block>away</fo:block></fo:block-container>") +
                                       "</xsl:template></xsl:stylesheet>");
    write(scratch.path + "/a.xml", "<a><b>x</b><c>secret</c></a>");
    expect_in_each_language({"render", "--template", scratch.path + "/t.xsl", scratch.path + "/a.xml", "-o", scratch.path + "/a.pdf", "--verify-all"}, 1);
}

TEST(Languages, OfWhatCannotBeFormatted) {
    const Scratch scratch("format-words");
    write(scratch.path + "/image.fo", fo("<fo:block><fo:external-graphic src='no image.png'/></fo:block>"));
    write(scratch.path + "/unknown.fo", fo("<fo:block colour='red'><fo:blok/><fo:float/></fo:block><fo:table><fo:block/></fo:table>"));
    write(scratch.path + "/table.fo", fo("<fo:table><fo:block/></fo:table>"));
    write(scratch.path + "/other.fo", "<html/>");
    write(scratch.path + "/empty.fo", "");
    write(scratch.path + "/address.fo", fo("<fo:block><fo:external-graphic src='http://h/a.png'/></fo:block>"));
    write(scratch.path + "/folder/a", "");
    const std::string image = scratch.path + "/image.fo", pdf = scratch.path + "/a.pdf";
    for (const char* name : {"image", "unknown", "table", "other", "empty", "address", "none"}) expect_in_each_language({"render", scratch.path + '/' + name + ".fo", "-o", pdf}, 3);
    expect_in_each_language({"render", image, "--template", image, "-o", pdf}, 3);
    expect_in_each_language({"render", scratch.path + "/folder", "-o", pdf}, 3);
    expect_in_each_language({"render", scratch.path + "/folder/a/b.fo", "-o", pdf}, 3);
    EXPECT_THAT(irikteu({"render", image, "-o", pdf, "--lang", "ru"}).err, HasSubstr(image + ":1: fo:external-graphic: " + scratch.path + "/no image.png: "));
}

TEST(Languages, TwoEnglishWordsAreFound) {
    EXPECT_EQ(english_in("irikteu: a.pdf: Permission denied\n"), "irikteu: a.pdf: Permission denied\n");
    EXPECT_EQ(english_in("(irikteu archive rebuild-index, irikteu sign --help)"), "");
    EXPECT_EQ(english_in("irikteu: /tmp/a.fo:1: fo:block: не читается\n"), "");
}

TEST(Json, FailuresAreObjectsLineByLine) {
    const Scratch scratch("failures");
    write(scratch.path + "/a.fo", fo("<fo:block colour='red'>\n<fo:blok/></fo:block>"));
    for (const auto& [command, failures, status] : {std::tuple<std::vector<std::string>, std::size_t, int>({"render", scratch.path + "/a.fo", "-o", scratch.path + "/a.pdf"}, 2, 3),
                                                    {{"render", scratch.path + "/none.fo", "-o", scratch.path + "/a.pdf"}, 1, 3},
                                                    {{"archive", "show", scratch.path + "/none", "1"}, 1, 3}}) {
        std::vector<std::string> in = command;
        in.push_back("--json");
        const auto finished = irikteu(in);
        EXPECT_EQ(finished.status, status);
        std::istringstream lines(finished.err);
        std::size_t count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
            const Json failure = Json::parse(line);
            EXPECT_NE(failure["error"], "") << line;
            EXPECT_NE(failure["code"], "") << line;
            EXPECT_THAT(failure["file"].get<std::string>(), HasSubstr(scratch.path)) << line;
            EXPECT_TRUE(failure["line"].is_number()) << line;
        }
        EXPECT_EQ(count, failures) << finished.err;
    }
}

}  // namespace
}  // namespace irikteu::end_to_end
