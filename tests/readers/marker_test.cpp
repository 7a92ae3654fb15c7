#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "builder.hpp"

namespace irikteu::readers {

using namespace test;

namespace {

enum class Fate { read, ignored, unknown };

struct Container {
    std::string name;
    std::string body;
    Fate fate;
};

const std::string mark = "МАРКЕР";

std::vector<Container> containers() {
    const std::string run = r(mark);
    const std::string paragraph = p(mark);
    const auto in_p = [](const std::string& content) { return "<w:p>" + content + "</w:p>"; };
    const auto in_cell = [](const std::string& content) {
        return "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc>" + content + "</w:tc></w:tr></w:tbl>";
    };
    const auto alternative = [](const std::string& choice, const std::string& fallback) {
        return "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + choice + "</mc:Choice><mc:Fallback>" + fallback + "</mc:Fallback></mc:AlternateContent>";
    };
    const std::string text_box = "<wps:wsp><wps:txbx><w:txbxContent>" + paragraph + "</w:txbxContent></wps:txbx></wps:wsp>";
    const std::string vml_box = "<w:pict><v:group><v:shape><v:textbox><w:txbxContent>" + paragraph + "</w:txbxContent></v:textbox></v:shape></v:group></w:pict>";
    std::vector<Container> all = {
        {"paragraph", paragraph, Fate::read},
        {"cell", in_cell(paragraph), Fate::read},
        {"nested cell", in_cell(in_cell(paragraph) + "<w:p/>"), Fate::read},
        {"cell in a control", "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:sdt><w:sdtContent><w:tc>" + paragraph + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>", Fate::read},
        {"row in a control", "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>" + paragraph + "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>", Fate::read},
        {"row in custom XML", "<w:tbl><w:customXml w:element=\"e\"><w:tr><w:tc>" + paragraph + "</w:tc></w:tr></w:customXml></w:tbl>", Fate::read},
        {"alternative rows", "<w:tbl>" + alternative("<w:tr><w:tc>" + paragraph + "</w:tc></w:tr>", "") + "</w:tbl>", Fate::read},
        {"words loose in a table", "<w:tbl><xx:a>" + mark + "</xx:a></w:tbl>", Fate::unknown},
        {"block control", "<w:sdt><w:sdtContent>" + paragraph + "</w:sdtContent></w:sdt>", Fate::read},
        {"control in a control", "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>" + paragraph + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>", Fate::read},
        {"block custom XML", "<w:customXml w:element=\"e\">" + paragraph + "</w:customXml>", Fate::read},
        {"block insertion", "<w:ins w:id=\"1\">" + paragraph + "</w:ins>", Fate::read},
        {"block alternative", alternative(paragraph, ""), Fate::read},
        {"block formula", "<m:oMathPara><m:oMath><m:r><m:t>" + mark + "</m:t></m:r></m:oMath></m:oMathPara>", Fate::read},
        {"fraction", in_p("<m:oMath><m:f><m:num><m:r><m:t>" + mark + "</m:t></m:r></m:num></m:f></m:oMath>"), Fate::read},
        {"unknown block", "<xx:block>" + mark + "</xx:block>", Fate::unknown},
        {"unknown block with runs", "<xx:block>" + paragraph + "</xx:block>", Fate::unknown},
        {"new block of Word", "<w:novelty>" + paragraph + "</w:novelty>", Fate::unknown},
        {"run loose in the body", run, Fate::unknown},
        {"words loose in the body", mark, Fate::unknown},
        {"inserted run", in_p("<w:ins w:id=\"1\">" + run + "</w:ins>"), Fate::read},
        {"moved run", in_p("<w:moveTo w:id=\"1\">" + run + "</w:moveTo>"), Fate::read},
        {"run moved away", in_p("<w:moveFrom w:id=\"1\">" + run + "</w:moveFrom>"), Fate::ignored},
        {"deleted run", in_p("<w:del w:id=\"1\"><w:r><w:delText>" + mark + "</w:delText></w:r></w:del>"), Fate::ignored},
        {"inserted and deleted", in_p("<w:ins w:id=\"1\"><w:del w:id=\"2\"><w:r><w:delText>" + mark + "</w:delText></w:r></w:del></w:ins>"), Fate::ignored},
        {"hidden run", in_p(r(mark, "<w:vanish/>")), Fate::ignored},
        {"hyperlink", in_p("<w:hyperlink w:anchor=\"a\">" + run + "</w:hyperlink>"), Fate::read},
        {"smart tag", in_p("<w:smartTag w:element=\"e\"><w:smartTag w:element=\"f\">" + run + "</w:smartTag></w:smartTag>"), Fate::read},
        {"embedding", in_p("<w:bdo w:val=\"ltr\">" + run + "</w:bdo>"), Fate::read},
        {"inline control", in_p("<w:sdt><w:sdtContent>" + run + "</w:sdtContent></w:sdt>"), Fate::read},
        {"simple field", in_p("<w:fldSimple w:instr=\"REF a\">" + run + "</w:fldSimple>"), Fate::read},
        {"field code", in_p("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>" + mark + "</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>"), Fate::ignored},
        {"instruction outside a field", in_p("<w:r><w:instrText>" + mark + "</w:instrText></w:r>"), Fate::ignored},
        {"text box", in_p("<w:r>" + alternative("<w:drawing>" + text_box + "</w:drawing>", vml_box) + "</w:r>"), Fate::read},
        {"text box of VML", in_p("<w:r>" + vml_box + "</w:r>"), Fate::read},
        {"text box in an object", in_p("<w:r><w:object><v:shape><v:textbox><w:txbxContent>" + paragraph + "</w:txbxContent></v:textbox></v:shape></w:object></w:r>"), Fate::read},
        {"text box in a text box", in_p("<w:r><w:drawing><wps:txbx><w:txbxContent>" + in_p("<w:r><w:drawing>" + text_box + "</w:drawing></w:r>") + "</w:txbxContent></wps:txbx></w:drawing></w:r>"), Fate::read},
        {"drawn text", in_p("<w:r><w:drawing><a:graphic><a:sp><a:txBody><a:p><a:r><a:t>" + mark + "</a:t></a:r></a:p></a:txBody></a:sp></a:graphic></w:drawing></w:r>"), Fate::read},
        {"word art", in_p("<w:r><w:pict><v:shape><v:textpath string=\"" + mark + "\"/></v:shape></w:pict></w:r>"), Fate::read},
        {"paragraph in a paragraph", in_p(paragraph), Fate::read},
        {"ruby base", in_p("<w:r><w:ruby><w:rubyBase>" + run + "</w:rubyBase></w:ruby></w:r>"), Fate::read},
        {"ruby", in_p("<w:r><w:ruby><w:rt>" + run + "</w:rt></w:ruby></w:r>"), Fate::ignored},
        {"unknown inline", in_p("<xx:run>" + run + "</xx:run>"), Fate::unknown},
        {"unknown in a run", in_p("<w:r><xx:t>" + mark + "</xx:t></w:r>"), Fate::unknown},
        {"choice that nobody knows", in_p("<w:r><mc:AlternateContent><mc:Choice Requires=\"xx\"><w:t>" + mark + "</w:t></mc:Choice></mc:AlternateContent></w:r>"), Fate::ignored},
        {"run in a strict choice", in_p("<w:r><mc:AlternateContent><mc:Choice Requires=\"v\">" + vml_box + "</mc:Choice></mc:AlternateContent></w:r>"), Fate::read},
        {"text box in a group", in_p("<w:r><w:drawing><a:graphic><a:graphicData><xx:group>" + text_box + "</xx:group></a:graphicData></a:graphic></w:drawing></w:r>"), Fate::read},
        {"text box of plain HTML", in_p("<w:r><w:pict><v:shape><v:textbox><div>" + mark + "</div></v:textbox></v:shape></w:pict></w:r>"), Fate::unknown},
        {"hidden shape", in_p("<w:r><w:pict><v:shape style=\"visibility:hidden\"><v:textbox><w:txbxContent>" + paragraph + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"), Fate::ignored},
        {"dropped capital", p(mark, "<w:framePr w:dropCap=\"drop\"/>") + p("a"), Fate::read},
        {"ignorable block", "<w:sdt mc:Ignorable=\"xx\"><w:sdtContent><xx:a>" + mark + "</xx:a></w:sdtContent></w:sdt>", Fate::ignored},
        {"button of a field", in_p("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>MACROBUTTON a " + mark + "</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>"), Fate::read},
        {"result of a field in a field", in_p("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF b</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run + "<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"end\"/></w:r>"), Fate::read},
        {"field that is deleted around kept text", in_p("<w:del w:id=\"1\"><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r></w:del>" + run + "<w:del w:id=\"2\"><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:del>"), Fate::read},
        {"mark of a note", in_p("<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"9\"/><w:t>" + mark + "</w:t></w:r>"), Fate::ignored},
        {"right-to-left block", "<w:dir w:val=\"rtl\">" + paragraph + "</w:dir>", Fate::read},
        {"moved block", "<w:moveTo w:id=\"1\">" + paragraph + "</w:moveTo>", Fate::read},
        {"block moved away", "<w:moveFrom w:id=\"1\">" + paragraph + "</w:moveFrom>", Fate::ignored},
        {"deleted block", "<w:del w:id=\"1\">" + paragraph + "</w:del>", Fate::ignored},
        {"deleted cell", "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>" + paragraph + "</w:tc></w:tr></w:tbl>", Fate::ignored},
        {"hidden row", "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + paragraph + "</w:tc></w:tr></w:tbl>", Fate::ignored},
        {"matrix", in_p("<m:oMath><m:m><m:mr><m:e><m:r><m:t>" + mark + "</m:t></m:r></m:e></m:mr></m:m></m:oMath>"), Fate::read},
        {"ordinary text of a formula", in_p("<m:oMath><m:r><m:rPr><m:nor/></m:rPr><w:rPr><w:b/></w:rPr><m:t>" + mark + "</m:t></m:r></m:oMath>"), Fate::read},
        {"formatted change", "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr/></w:pPrChange></w:pPr>" + run + "</w:p>", Fate::read},
        {"frame", p(mark, "<w:framePr w:w=\"100\"/>"), Fate::read},
        {"paragraph with a section", p(mark, "<w:sectPr/>"), Fate::read},
    };
    return all;
}

/// All characters that the ledger of one document accounts for.
std::uint64_t accounted(const xml::Document& dossier) {
    const xml::Node ledger = dossier.root().first_element("documents").first_element().first_element("ledger");
    std::uint64_t sum = std::stoull(std::string(ledger.attribute_or("used", "0")));
    for (const xml::Node e : ledger.elements()) {
        sum += e.name() == "ignored" ? std::stoull(std::string(e.attribute_or("characters", "0"))) : e.text().size() / 2;
    }
    return sum;
}

}  // namespace

TEST(Markers, AreReadOrReportedInEveryContainer) {
    for (const Container& container : containers()) {
        SCOPED_TRACE(container.name);
        const xml::Document dossier = read(Docx(container.body).bytes());
        const bool is_read = words(dossier).find(mark) != std::string::npos;
        const std::vector<std::string> entries = ledger(dossier);
        const bool is_quoted = std::any_of(entries.begin(), entries.end(), [](const std::string& entry) {
            return entry.starts_with("unknown") && entry.find(mark) != std::string::npos;
        });
        EXPECT_EQ(is_read, container.fate == Fate::read);
        EXPECT_EQ(is_quoted, container.fate == Fate::unknown);
        EXPECT_GE(accounted(dossier), 6u);
        EXPECT_EQ(words(dossier).find(mark), words(dossier).rfind(mark)) << "read twice";
    }
}

TEST(Markers, AreCountedInEveryPartBesideTheBody) {
    const auto part = [](const std::string& root, const std::string& content) {
        return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\">" + content + "</w:" + root + ">";
    };
    const std::string box = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p(mark) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    const std::string drawn = "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>" + mark + "</a:t></a:r></a:p></c:chartSpace>";
    const struct {
        const char* name;
        std::string type, bytes, expected;
    } parts[] = {
        {"word/header1.xml", "header", part("hdr", p(mark)), "header 6"},
        {"word/footer1.xml", "footer", part("ftr", "<w:tbl><w:tr><w:tc>" + p(mark) + "</w:tc></w:tr></w:tbl>"), "footer 6"},
        {"word/header2.xml", "header", part("hdr", box), "header 6"},
        {"word/footnotes.xml", "footnotes", part("footnotes", "<w:footnote w:id=\"2\">" + p(mark) + "</w:footnote>"), "note 6"},
        {"word/endnotes.xml", "endnotes", part("endnotes", "<w:endnote w:id=\"2\">" + p(mark) + "</w:endnote>"), "note 6"},
        {"word/comments.xml", "comments", part("comments", "<w:comment w:id=\"0\">" + p(mark) + "</w:comment>"), "comment 6"},
        {"word/glossary/document.xml", "document.glossary", part("glossaryDocument", "<w:docParts><w:docPart><w:docPartBody>" + p(mark) + "</w:docPartBody></w:docPart></w:docParts>"), "building-block 6"},
        {"word/document2.xml", "document.main", part("document", "<w:body>" + p(mark) + "</w:body>"), "unreferenced-part 6"},
        {"word/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", drawn, "chart 6"},
        {"word/diagrams/data1.xml", "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml", drawn, "unreferenced-part 6"},
        {"word/novelty.xml", "novelty", part("novelty", p(mark)), "unknown word/novelty.xml: " + mark},
    };
    for (const auto& each : parts) {
        const auto dossier = read(Docx(p("x")).part(each.name, each.type, "any", each.bytes).bytes());
        EXPECT_THAT(ledger(dossier), ::testing::ElementsAre(each.expected)) << each.name;
    }
}

TEST(Markers, KeepEverythingAroundThemInPlace) {
    for (const Container& container : containers()) {
        const xml::Document dossier = read(Docx(p("алдында") + container.body + p("кейін")).bytes());
        EXPECT_THAT(words(dossier), ::testing::StartsWith("алдында")) << container.name;
        EXPECT_THAT(words(dossier), ::testing::EndsWith("кейін ")) << container.name;
    }
}

}  // namespace irikteu::readers
