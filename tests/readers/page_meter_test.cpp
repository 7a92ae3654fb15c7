#include "readers/page_meter.hpp"

#include <gtest/gtest.h>

#include "builder.hpp"

namespace irikteu::readers {

using namespace test;

namespace {

std::string repeated(const std::string& text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

const std::string defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\"/><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault></w:docDefaults>";

/// 40 lines of Times New Roman 12, 9,000 twips wide.
std::string page(const std::string& more = {}) {
    return "<w:sectPr>" + more + "<w:pgSz w:w=\"11000\" w:h=\"13040\"/><w:pgMar w:top=\"1000\" w:bottom=\"1000\" w:left=\"1000\" w:right=\"1000\" w:header=\"500\" w:footer=\"500\"/></w:sectPr>";
}

int sheets(const Docx& docx) {
    const auto dossier = read(docx.bytes());
    return std::stoi(std::string(dossier.root().first_element("documents").first_element().first_element("volume").attribute_or("sheets", "0")));
}
int sheets(const std::string& body) { return sheets(Docx(body + page()).styles(defaults)); }

std::string text_row(const std::string& first, const std::string& second, const std::string& tcPr = {}) {
    return "<w:tr><w:tc><w:tcPr>" + tcPr + "</w:tcPr>" + p(first) + "</w:tc><w:tc>" + p(second) + "</w:tc></w:tr>";
}

}  // namespace

TEST(PageMeter, CountsLinesAndBreaks) {
    EXPECT_EQ(sheets(repeated(p("x"), 40)), 1);
    EXPECT_EQ(sheets(repeated(p("x"), 41)), 2);
    EXPECT_EQ(sheets("<w:p><w:r><w:t>a</w:t><w:br w:type=\"page\"/></w:r></w:p>" + p("b") + p("c", "<w:pageBreakBefore/>")), 3);
    EXPECT_EQ(sheets(p(std::string(40 * 75, 'n') + " x")), 2);  // A word longer than the page.
}

TEST(PageMeter, SetsEachRunInItsOwnFace) {
    const std::string words = repeated("абвгд ", 560);  // Some 40 lines of regular type.
    const int plain = sheets("<w:p>" + r(words) + "</w:p>");
    EXPECT_EQ(sheets("<w:p>" + r(words.substr(0, words.size() / 2)) + r(words.substr(words.size() / 2), "<w:sz w:val=\"48\"/>") + "</w:p>"), plain + 2);
    EXPECT_GT(sheets("<w:p>" + r(words, "<w:caps/>") + "</w:p>"), plain);
}

TEST(PageMeter, KeepsParagraphsWholeThatAskForIt) {
    const std::string body = repeated(p("x"), 35) + p(repeated("абвгд ", 110), "<w:keepLines/>");  // Eight lines or so.
    EXPECT_EQ(sheets(body + repeated(p("x"), 33)), 3);
    EXPECT_EQ(sheets(repeated(p("x"), 35) + p(repeated("абвгд ", 110)) + repeated(p("x"), 33)), 2);
}

TEST(PageMeter, GivesRowsTheHeightOfMergedCells) {
    const std::string grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"8000\"/></w:tblGrid>";
    const std::string tall = repeated("абвгд ", 60);  // A word a line in the narrow column.
    EXPECT_EQ(sheets("<w:tbl>" + grid + text_row(tall, "a", "<w:vMerge w:val=\"restart\"/>") + text_row("", "b", "<w:vMerge/>") + text_row("c", "d") + "</w:tbl>"), 2);
}

TEST(PageMeter, MakesRoomForHeadersAndNotes) {
    const std::string w = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const std::string header = "<w:hdr" + w + ">" + repeated(p("x"), 8) + "</w:hdr>";
    const std::string notes = "<w:footnotes" + w + "><w:footnote w:id=\"2\">" + repeated(p("n"), 10) + "</w:footnote></w:footnotes>";
    const auto with = [&](const std::string& body, const std::string& section) {
        return sheets(Docx(body + page(section)).styles(defaults).part("word/header1.xml", "header", "header", header, "h").part("word/footnotes.xml", "footnotes", "footnotes", notes));
    };
    const std::string reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    const std::string in_header = "<w:headerReference w:type=\"default\" r:id=\"h\"/>";
    EXPECT_EQ(with(repeated(p("x"), 39), ""), 1);
    EXPECT_EQ(with(repeated(p("x"), 39), in_header), 2);  // Eight lines do not go into its margin.
    EXPECT_EQ(with("<w:p>" + r("x") + reference + "</w:p>" + repeated(p("x"), 38), ""), 2);
    EXPECT_EQ(with("<w:p>" + r("x") + reference + "</w:p>" + repeated(p("x"), 25), ""), 1);
}

}  // namespace irikteu::readers
