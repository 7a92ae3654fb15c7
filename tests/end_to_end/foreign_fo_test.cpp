// What other people's XSL-FO brings: each file of foreign/ becomes a PDF that keeps the rules of PDF/A-3a and PDF/UA-1, or is refused with its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/base64.hpp"
#include "end_to_end/program.hpp"
#include "pdf/conformance.hpp"
#include "support/folders.hpp"

namespace irikteu::end_to_end {

namespace {

const std::string kForeign = support::source_path("/tests/end_to_end/foreign");

/// Files that can't become such a PDF, and what is said of them.
const std::map<std::string, std::string> kRefused{
    {"small_page", "from 3 to 14400 points"}, {"big_page", "from 3 to 14400 points"}, {"unicode_pua", "no face has the character U+E000"},
    {"field_static", "must not stand in static content"}};

std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(kForeign)) {
        if (entry.path().extension() == ".fo") found.push_back(entry.path().stem().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

struct Rendered {
    Scratch scratch;
    std::string pdf;
    explicit Rendered(const std::string& name) : scratch("foreign-" + name), pdf(scratch.path + "/out.pdf") { fs::create_directories(scratch.path); }
    auto run(const std::string& name) const { return irikteu({"render", kForeign + '/' + name + ".fo", "-o", pdf, "--verify"}); }
    std::string structure() const { return support::run({"pdfinfo", "-struct-text", pdf}).out; }
};

class ForeignFo : public testing::TestWithParam<std::string> {};

}  // namespace

TEST_P(ForeignFo, KeepsTheRulesOrIsRefusedWithItsPlace) {
    const Rendered rendered(GetParam());
    const auto finished = rendered.run(GetParam());
    const auto refused = kRefused.find(GetParam());
    if (refused != kRefused.end()) {
        EXPECT_EQ(finished.status, 3) << finished.err;
        EXPECT_THAT(finished.err, ::testing::HasSubstr(GetParam() + ".fo"));
        EXPECT_THAT(finished.err, ::testing::HasSubstr(refused->second));
        return;
    }
    ASSERT_EQ(finished.status, 0) << finished.err;
    EXPECT_THAT(pdf_test::conformance_faults(rendered.pdf), ::testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Files, ForeignFo, testing::ValuesIn(names()), [](const auto& test) { return test.param; });

TEST(ForeignFo, RolesOfTheRecommendationBecomeTagsWhereTheTaggingStaysSound) {
    const Rendered rendered("roles_skip");
    ASSERT_EQ(rendered.run("roles_skip").status, 0);
    const auto structure = rendered.structure();
    EXPECT_THAT(structure, ::testing::ContainsRegex("H1[^H]*\"One\"[^H]*H2[^H]*\"Three\"[^H]*H2[^H]*\"Two\"[^H]*H3[^H]*\"Six\""));
    EXPECT_THAT(support::run({"pdfinfo", rendered.pdf}).out, ::testing::HasSubstr("One")) << "the first heading is the title";
}

TEST(ForeignFo, TitlesComeFromWhereOtherFormattersTakeThem) {
    const std::map<std::string, std::string> expected{{"fop_ext", "Document title"}, {"title_seq", "The <Title> & so"}, {"plain", "plain"}};
    for (const auto& [name, title] : expected) {
        const Rendered rendered(name);
        ASSERT_EQ(rendered.run(name).status, 0);
        EXPECT_THAT(support::run({"pdfinfo", rendered.pdf}).out, ::testing::ContainsRegex("Title: +" + title));
    }
}

TEST(ForeignFo, LanguagesOfInlinesAndBlocksAreKept) {
    const Rendered rendered("langs");
    ASSERT_EQ(rendered.run("langs").status, 0);
    const auto objects = support::run({"qpdf", "--qdf", "--object-streams=disable", rendered.pdf, "-"}).out;
    for (const char* tag : {"(en)", "(en-GB)", "(de)", "(fr)", "(en-US)", "(x-klingon)", "(de-AT)", "(ru)"}) {
        EXPECT_THAT(objects, ::testing::HasSubstr(std::string("/Lang ") + tag));
    }
    EXPECT_THAT(objects, ::testing::Not(::testing::HasSubstr("/Lang ()")));
    EXPECT_THAT(objects, ::testing::Not(::testing::HasSubstr("/Lang (123)")));
}

TEST(ForeignFo, AnImageOfInksNeedsNoCmykOutputIntent) {
    const Rendered rendered("image_cmyk");
    ASSERT_EQ(rendered.run("image_cmyk").status, 0);
    const auto objects = support::run({"qpdf", "--qdf", "--object-streams=disable", rendered.pdf, "-"}).out;
    EXPECT_THAT(objects, ::testing::HasSubstr("/DeviceN"));
    EXPECT_THAT(objects, ::testing::Not(::testing::HasSubstr("/DeviceCMYK")));
}

TEST(ForeignFo, WhatALeaderShouldShowIsMissedWhereItIsTooShortForIt) {
    const Scratch scratch("foreign-leader");
    fs::create_directories(scratch.path);
    const auto verified = [&](const std::string& length) {
        const std::string fo = scratch.path + "/leader.fo";
        std::ofstream(fo) << R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif" font-size="10pt"><fo:layout-master-set>
<fo:simple-page-master master-name="a" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body"><fo:block>a<fo:leader leader-pattern="use-content" leader-length=")"
                          << length << R"(">Stars</fo:leader>b</fo:block></fo:flow></fo:page-sequence></fo:root>)";
        return irikteu({"render", fo, "-o", scratch.path + "/leader.pdf", "--verify"});
    };
    const auto shown = verified("100pt"), lost = verified("1pt");
    EXPECT_EQ(shown.status, 0) << shown.err;
    EXPECT_EQ(lost.status, 1);
    EXPECT_THAT(lost.out + lost.err, ::testing::HasSubstr("leader[1]: Stars"));
}

TEST(ForeignFo, MarksOfDirectionAreLeftOutAndControlCharactersAreRefusedWithTheirPlace) {
    const Scratch scratch("foreign-marks");
    fs::create_directories(scratch.path);
    const auto rendered = [&](const std::string& text) {
        const std::string fo = scratch.path + "/marks.fo";
        std::ofstream(fo) << R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif"><fo:layout-master-set>
<fo:simple-page-master master-name="a" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body">
<fo:block>)" << text << "</fo:block></fo:flow></fo:page-sequence></fo:root>";
        return irikteu({"render", fo, "-o", scratch.path + "/marks.pdf", "--verify"});
    };
    // As a telephone number comes out of an address book.
    const auto number = rendered("\u202a+7 701\u202c \u2066555\u2069\u200e");
    EXPECT_EQ(number.status, 0) << number.err;
    EXPECT_EQ(support::run({"pdftotext", scratch.path + "/marks.pdf", "-"}).out.substr(0, 11), "+7 701 555\n");
    for (const char* command : {"\u009b", "\u007f", "\u202e"}) {
        const auto refused = rendered(std::string("A") + command + "B");
        EXPECT_EQ(refused.status, 3) << command;
        EXPECT_THAT(refused.err, ::testing::HasSubstr("marks.fo:4: no face has the character U+")) << command;
    }
}

TEST(ForeignFo, WhatLiesOutsideThePageIsNotShown) {
    const Scratch scratch("foreign-outside");
    fs::create_directories(scratch.path);
    const auto verified = [&](const std::string& content) {
        const std::string fo = scratch.path + "/outside.fo";
        std::ofstream(fo) << R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif" font-size="10pt"><fo:layout-master-set>
<fo:simple-page-master master-name="a" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body"><fo:block>Here</fo:block>
)" << content << "</fo:flow></fo:page-sequence></fo:root>";
        return irikteu({"render", fo, "-o", scratch.path + "/outside.pdf", "--verify"});
    };
    const auto at = [](const std::string& place, const std::string& turn = "0") {
        return "<fo:block-container absolute-position='absolute' width='100pt' height='20pt' " + place + " reference-orientation='" + turn + "'><fo:block>Secret words</fo:block></fo:block-container>";
    };
    for (const std::string inside : {"left='90pt' top='170pt'", "left='0pt' top='0pt'", "left='145pt' top='0pt'"}) EXPECT_EQ(verified(at(inside)).status, 0) << inside;
    EXPECT_EQ(verified(at("left='0pt' top='60pt'", "90")).status, 0);
    for (const std::string outside : {"left='300pt' top='0pt'", "left='-120pt' top='0pt'", "left='0pt' top='230pt'", "left='0pt' top='-40pt'", "left='170pt' top='0pt'"}) {
        const auto lost = verified(at(outside));
        EXPECT_EQ(lost.status, 1) << outside;
        EXPECT_THAT(lost.err, ::testing::HasSubstr("block-container[1]/block[1]: Secret words (lies outside the page)")) << outside;
    }
    EXPECT_EQ(verified(at("left='300pt' top='0pt'", "90")).status, 1);
}

namespace {

/// A document of one page in a folder of its own; its flow begins in line 4.
struct Written {
    Scratch scratch;
    std::string fo, pdf;
    Written(const std::string& name, const std::string& flow) : scratch("foreign-" + name), fo(scratch.path + "/one.fo"), pdf(scratch.path + "/one.pdf") {
        fs::create_directories(scratch.path);
        std::ofstream(fo) << R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif" font-size="10pt"><fo:layout-master-set>
<fo:simple-page-master master-name="a" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body">
)" << flow << "</fo:flow></fo:page-sequence></fo:root>";
    }
    /// 8 pixels square, cut off behind so many bytes.
    void put_image(const std::string& name, std::size_t bytes = SIZE_MAX) const {
        static const std::string kPng = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADElEQVR4nGNgoA4AAABIAAEuuDx+AAAAAElFTkSuQmCC";
        std::ofstream(scratch.path + '/' + name, std::ios::binary) << base::decode_base64(kPng)->substr(0, bytes);
    }
    auto run() const { return irikteu({"render", fo, "-o", pdf}); }
};

}  // namespace

TEST(ForeignFo, EveryFaultIsNamedInOneRunWithItsLine) {
    const Written written("faults", "<fo:block colour='red'>a</fo:block>\n<fo:float/>\n<fo:block font-size='big'>b</fo:block>");
    const auto refused = written.run();
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(refused.err, "irikteu: " + written.fo + ":4: fo:block: unknown property colour\nirikteu: " + written.fo + ":5: fo:float is not supported\nirikteu: " + written.fo +
                               ":6: fo:block: property font-size has the unsupported value \"big\"\n");
}

TEST(ForeignFo, ATemplateThatMakesNoRootIsNamedWithWhatItMakes) {
    const Written written("no-root", "<fo:block/>");
    const std::string folder = fs::path(written.fo).parent_path().string(), sheet = folder + "/t.xsl";
    std::ofstream(folder + "/a.xml") << "<a>text</a>";
    for (const auto& [makes, says] : {std::pair<std::string, std::string>("<html><b/></html>", ":2: this template makes html, not fo:root\n"),
                                      {"<root xmlns='urn:other'/>", ":2: this template makes root of the namespace \"urn:other\", not fo:root\n"},
                                      {"<xsl:value-of select='.'/>", ": this template makes no element of these data: it has to make fo:root\n"}}) {
        std::ofstream(sheet) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/'>\n" << makes << "</xsl:template></xsl:stylesheet>";
        const auto refused = irikteu({"render", "--template", sheet, folder + "/a.xml", "-o", folder + "/a.pdf"});
        EXPECT_EQ(refused.status, 3);
        EXPECT_EQ(refused.err, "irikteu: " + sheet + says);
    }
    std::ofstream(folder + "/a.fo") << "<html/>";
    EXPECT_EQ(irikteu({"render", folder + "/a.fo", "-o", folder + "/a.pdf"}).err, "irikteu: " + folder + "/a.fo:1: the document element is html, not fo:root\n");
}

TEST(ForeignFo, FiftyWarningsOfAKindAreSaidAndHowManyMoreThereAre) {
    std::string flow;
    for (int i = 0; i < 70; ++i) flow += "<fo:block-container width='1mm'><fo:block>unbreakable" + std::to_string(i) + "</fo:block></fo:block-container>\n";
    const Written written("many-warnings", flow);
    const auto made = written.run();
    EXPECT_EQ(made.status, 0);
    EXPECT_EQ(std::count(made.err.begin(), made.err.end(), '\n'), 51) << made.err.substr(0, 400);
    EXPECT_THAT(made.err, ::testing::EndsWith("irikteu: warning: " + written.fo + ": and 20 more of that kind: what is wider than its place\n"));
    const auto json = irikteu({"render", written.fo, "-o", fs::path(written.fo).replace_extension("pdf").string(), "--json"});
    EXPECT_EQ(std::count(json.err.begin(), json.err.end(), '\n'), 51);
    EXPECT_THAT(json.err, ::testing::EndsWith("\"more\":20,\"warning\":\"what is wider than its place\"}\n"));
    for (const char* language : {"kk", "ru"}) {
        const auto said = irikteu({"render", written.fo, "-o", written.pdf, "--lang", language}).err;
        const auto last = said.substr(said.rfind("irikteu: warning: ") + 18);
        EXPECT_THAT(last, ::testing::HasSubstr("20")) << last;
        EXPECT_THAT(last, ::testing::Not(::testing::HasSubstr("more of that kind"))) << last;
        EXPECT_THAT(last, ::testing::Not(::testing::HasSubstr("wider"))) << last;
    }
}

TEST(ForeignFo, AnImageThatIsCutOffIsNamedWithItsLine) {
    const Written written("cut", "<fo:block>a</fo:block>\n<fo:block><fo:external-graphic src='cut.png'/></fo:block>");
    written.put_image("cut.png", 60);
    const auto refused = written.run();
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(refused.err, "irikteu: " + written.fo + ":5: fo:external-graphic: PNG: cut short\n");
}

TEST(ForeignFo, LinksAndParagraphsWithoutContentAreNotInTheStructure) {
    const Written written("empty", "<fo:block>one <fo:basic-link external-destination='http://a.example/'/> two <fo:basic-link external-destination='http://b.example/'>three</fo:basic-link></fo:block>"
                                   "<fo:block><fo:basic-link external-destination='http://c.example/'/></fo:block><fo:block><fo:external-graphic src='whole.png'/></fo:block>");
    written.put_image("whole.png");
    const auto finished = written.run();
    ASSERT_EQ(finished.status, 0) << finished.err;
    const std::string structure = support::run({"pdfinfo", "-struct-text", written.pdf}).out;
    const auto count = [&structure](const std::string& type) {
        std::size_t found = 0;
        std::istringstream lines(structure);
        for (std::string line; std::getline(lines, line);) found += line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with(type);
        return found;
    };
    EXPECT_EQ(count("Link"), 1u) << structure;
    EXPECT_EQ(count("P"), 1u) << structure;
    EXPECT_THAT(pdf_test::conformance_faults(written.pdf), ::testing::IsEmpty());
}

TEST(ForeignFo, ValuesThatATemplateFormatsAreFound) {
    const Scratch scratch("foreign-values");
    fs::create_directories(scratch.path);
    std::ofstream(scratch.path + "/t.xsl") << R"T(<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:f="urn:irikteu:functions:1">
<xsl:template match="/d"><fo:root font-family="serif"><fo:layout-master-set><fo:simple-page-master master-name="a" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body"><fo:block><xsl:value-of select="format-number(sum, '#,##0.00')"/></fo:block><fo:block><xsl:value-of select="f:words(count)"/></fo:block>
<fo:block><xsl:value-of select="f:date-case(day, 'LOC')"/></fo:block><fo:block><xsl:value-of select="format-number(rate, '0.0')"/></fo:block></fo:flow></fo:page-sequence></fo:root></xsl:template></xsl:stylesheet>)T";
    std::ofstream(scratch.path + "/d.xml") << "<d><sum>1250000.5</sum><count>27</count><day>2015-09-14</day>\n<rate>3.14159</rate></d>";
    const auto verified = irikteu({"render", "--template", scratch.path + "/t.xsl", scratch.path + "/d.xml", "-o", scratch.path + "/o.pdf", "--verify-all"});
    EXPECT_EQ(verified.status, 1);
    EXPECT_THAT(verified.err, ::testing::HasSubstr("3 of 4 values of the data"));
    EXPECT_THAT(verified.err, ::testing::HasSubstr("leaves them out, rounds them or says them in other words:\n  " + scratch.path + "/d.xml:2: /d[1]/rate[1]: 3.14159\n"));
}

TEST(ForeignFo, ListsSayHowTheyAreNumbered) {
    const Scratch scratch("foreign-lists");
    fs::create_directories(scratch.path);
    const std::string fo = scratch.path + "/lists.fo";
    std::string lists;
    for (const char* label : {"1)", "<fo:inline>b</fo:inline>.", "\u2022", "\u2013"}) {
        lists += "<fo:list-block>";
        for (const char* item : {"one", "two"})
            lists += std::string("<fo:list-item><fo:list-item-label><fo:block>") + label + "</fo:block></fo:list-item-label><fo:list-item-body><fo:block>" + item + "</fo:block></fo:list-item-body></fo:list-item>";
        lists += "</fo:list-block>";
    }
    std::ofstream(fo) << R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif"><fo:layout-master-set>
<fo:simple-page-master master-name="a" page-width="200pt" page-height="400pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body">)" << lists << "</fo:flow></fo:page-sequence></fo:root>";
    ASSERT_EQ(irikteu({"render", fo, "-o", scratch.path + "/lists.pdf"}).status, 0);
    const std::string objects = support::run({"qpdf", "--qdf", "--object-streams=disable", scratch.path + "/lists.pdf", "-"}).out;
    for (const char* numbering : {"Decimal", "LowerAlpha", "Disc"}) EXPECT_THAT(objects, ::testing::HasSubstr(std::string("/ListNumbering /") + numbering));
    std::size_t count = 0;
    for (auto at = objects.find("/ListNumbering"); at != std::string::npos; at = objects.find("/ListNumbering", at + 1)) ++count;
    EXPECT_EQ(count, 3u) << "a dash is no numbering that PDF knows";
    EXPECT_THAT(pdf_test::conformance_faults(scratch.path + "/lists.pdf"), ::testing::IsEmpty());
}

}  // namespace irikteu::end_to_end
