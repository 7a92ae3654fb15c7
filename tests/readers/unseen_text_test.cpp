// Text that stands in a Word file and on no page: white on white, without fill, off the page. It signs nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "builder.hpp"

namespace irikteu::readers {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace test;

namespace {

std::string signed_with(const std::string& rPr) { return "<w:p>" + r("Қолы:") + r("қойылған", rPr) + "</w:p>"; }

const char* const kWhite = "<w:color w:val=\"FFFFFF\"/>";

}  // namespace

struct Looks {
    const char* name;
    std::string rPr;
    bool is_seen;
};

class UnseenText : public ::testing::TestWithParam<Looks> {};

TEST_P(UnseenText, IsHidden) {
    const xml::Document dossier = read(Docx(signed_with(GetParam().rPr)).bytes());
    EXPECT_EQ(lines(dossier), std::vector<std::string>{GetParam().is_seen ? "p Қолы:қойылған" : "p Қолы:"});
    EXPECT_EQ(ledger(dossier), GetParam().is_seen ? std::vector<std::string>{} : std::vector<std::string>{"hidden 8"});
}

INSTANTIATE_TEST_SUITE_P(
    All, UnseenText,
    ::testing::Values(Looks{"White", kWhite, false}, Looks{"NearlyWhite", "<w:color w:val=\"fdfefe\"/>", false}, Looks{"ThemesPaper", "<w:color w:val=\"auto\" w:themeColor=\"background1\"/>", false},
                      Looks{"ThemesPaperDarkened", "<w:color w:val=\"BFBFBF\" w:themeColor=\"background1\" w:themeShade=\"BF\"/>", true}, Looks{"Grey", "<w:color w:val=\"BFBFBF\"/>", true},
                      Looks{"ThemesTextWithWhiteBesideIt", "<w:color w:val=\"FFFFFF\" w:themeColor=\"text1\"/>", true}, Looks{"WhiteOnAShade", std::string(kWhite) + "<w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>", true},
                      Looks{"WhiteOnWhiteShade", std::string(kWhite) + "<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", false}, Looks{"WhiteHighlighted", std::string(kWhite) + "<w:highlight w:val=\"black\"/>", true},
                      Looks{"WhiteOutlined", std::string(kWhite) + "<w:outline/>", true}, Looks{"HalfAPointHigh", "<w:sz w:val=\"1\"/>", false}, Looks{"TwoPointsHigh", "<w:sz w:val=\"4\"/>", false},
                      Looks{"SixPointsHigh", "<w:sz w:val=\"12\"/>", true}, Looks{"WithoutFill", "<w14:textFill><w14:noFill/></w14:textFill>", false},
                      Looks{"OutlineWithoutFill", "<w14:textOutline><w14:solidFill/></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>", true},
                      Looks{"WithWhiteFill", "<w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"bg1\"/></w14:solidFill></w14:textFill>", false},
                      Looks{"WithTransparentFill", "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"100000\"/></w14:srgbClr></w14:solidFill></w14:textFill>", false},
                      Looks{"WithBlackFill", "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"/></w14:solidFill></w14:textFill>", true}, Looks{"OffThePage", "<w:position w:val=\"-3000\"/>", false},
                      Looks{"RaisedALittle", "<w:position w:val=\"6\"/>", true}, Looks{"WithoutWidth", "<w:w w:val=\"1\"/>", false}, Looks{"Narrow", "<w:w w:val=\"80\"/>", true},
                      Looks{"EachLetterOverTheLast", "<w:spacing w:val=\"-400\"/>", false}, Looks{"Condensed", "<w:spacing w:val=\"-20\"/>", true}),
    [](const auto& looks) { return looks.param.name; });

TEST(WhiteText, IsSeenWhereThePaperHasAColour) {
    const std::string cell = p("a", {}, kWhite);
    const auto table = [&](const std::string& tblPr, const std::string& tcPr) {
        return "<w:tbl><w:tblPr>" + tblPr + "</w:tblPr><w:tr><w:tc><w:tcPr>" + tcPr + "</w:tcPr>" + cell + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr></w:tbl>";
    };
    EXPECT_THAT(lines(Docx(table("", ""))), ElementsAre("table b"));
    EXPECT_THAT(lines(Docx(table("", "<w:shd w:val=\"clear\" w:fill=\"4472C4\"/>"))), ElementsAre("table a | b"));
    EXPECT_THAT(lines(Docx(table("<w:shd w:val=\"clear\" w:themeFill=\"accent1\"/>", ""))), ElementsAre("table a | b"));
    const std::string grid = "<w:style w:type=\"table\" w:styleId=\"g\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd w:val=\"clear\" w:fill=\"4472C4\"/></w:tcPr></w:tblStylePr></w:style>"
                             "<w:style w:type=\"table\" w:styleId=\"h\"><w:basedOn w:val=\"g\"/></w:style>";
    EXPECT_THAT(lines(Docx(table("<w:tblStyle w:val=\"h\"/>", "")).styles(grid)), ElementsAre("table a | b"));
    EXPECT_THAT(lines(Docx(p("a", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>", kWhite))), ElementsAre("p a"));
    EXPECT_THAT(lines(Docx("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + cell + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>")), ElementsAre("p a"));
}

TEST(WhiteText, MayBeWhiteByItsStyle) {
    const std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"w\"><w:rPr>" + std::string(kWhite) + "</w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"c\"><w:rPr>" + kWhite + "</w:rPr></w:style>";
    EXPECT_THAT(lines(Docx(p("a", "<w:pStyle w:val=\"w\"/>")).styles(styles)), IsEmpty());
    EXPECT_THAT(lines(Docx(p("a", {}, "<w:rStyle w:val=\"c\"/>") + p("b")).styles(styles)), ElementsAre("p b"));
    EXPECT_THAT(lines(Docx(p("a", "<w:pStyle w:val=\"w\"/>", "<w:color w:val=\"000000\"/>")).styles(styles)), ElementsAre("p a"));
}

}  // namespace irikteu::readers
