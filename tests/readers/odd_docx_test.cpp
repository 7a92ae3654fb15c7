// Word files that are in order but odd: what other programs write, what editing leaves behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "builder.hpp"

namespace irikteu::readers {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace test;

namespace {

std::string in_p(const std::string& content) { return "<w:p>" + content + "</w:p>"; }
std::string mark(const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; }
std::string code(const std::string& text) { return "<w:r><w:instrText xml:space=\"preserve\">" + text + "</w:instrText></w:r>"; }
std::string deleted(const std::string& content) { return "<w:del w:id=\"1\">" + content + "</w:del>"; }

}  // namespace

struct OddCase {
    const char* name;
    std::string body;
    std::vector<std::string> lines;
    std::vector<std::string> ledger;
};

class Oddities : public ::testing::TestWithParam<OddCase> {};

TEST_P(Oddities, AreReadAsAPersonSeesThem) {
    const xml::Document dossier = read(Docx(GetParam().body).bytes());
    EXPECT_EQ(lines(dossier), GetParam().lines);
    EXPECT_EQ(ledger(dossier), GetParam().ledger);
}

INSTANTIATE_TEST_SUITE_P(
    All, Oddities,
    ::testing::Values(
        OddCase{"DroppedCapital", p("К", "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>") + p("ластер"), {"p Кластер"}, {}},
        OddCase{"InheritedSpace", "<w:sdt xml:space=\"preserve\"><w:sdtContent><w:p><w:r><w:t>a </w:t></w:r><w:r><w:t xml:space=\"default\"> b </w:t></w:r></w:p></w:sdtContent></w:sdt>", {"p a b"}, {}},
        OddCase{"IgnorableExtension", "<w:p mc:Ignorable=\"xx\">" + r("a") + "<xx:thing>words</xx:thing></w:p>", {"p a"}, {"ignorable-extension 5"}},
        OddCase{"ChoiceByNamespaceNotByPrefix", in_p("<w:r><mc:AlternateContent><mc:Choice xmlns:q=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" Requires=\"q\"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"), {"p new"}, {"duplicate-alternative 3"}},
        OddCase{"VmlInAStrictDocument", in_p("<w:r><mc:AlternateContent><mc:Choice Requires=\"v\"><w:pict><v:shape><v:textbox><w:txbxContent>" + p("box") + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice></mc:AlternateContent></w:r>"), {"p box"}, {}},
        OddCase{"FieldOfASymbol", in_p(mark("begin") + code(" SYMBOL 254 \\f \"Wingdings\" \\s 12 ") + mark("end") + r(" иә")), {"p ☑ иә"}, {"field-code 33"}},
        OddCase{"FieldOfAButton", in_p(mark("begin") + code(" MACROBUTTON NoMacro [атауы] ") + mark("end")), {"p [атауы]"}, {"field-code 29"}},
        OddCase{"NoteWithAMarkOfItsOwn", in_p(r("Мақсаты") + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>"), {"p Мақсаты"}, {"note 1"}},
        OddCase{"CodeDeletedResultKept", in_p(deleted(mark("begin") + code(" REF a ") + mark("separate")) + r("мәтін") + deleted(mark("end")) + r(" соңы")), {"p мәтін соңы"}, {"deleted 7", "field-code 0"}},
        OddCase{"EndDeletedBeginKept", in_p(mark("begin") + code("REF a") + mark("separate") + r("мәтін") + deleted(mark("end"))) + p("кейін"), {"p мәтін", "p кейін"}, {"deleted 0", "field-code 5"}},
        OddCase{"ContentsWithoutEnd", in_p(mark("begin") + code(" TOC \\o ") + mark("separate") + r("Мақсаты 3")) + p("мәтін"), {"p Мақсаты 3", "p мәтін"}, {"field-code 8"}},
        OddCase{"HiddenDrawing", in_p("<w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"a\" hidden=\"1\"/><wps:txbx><w:txbxContent>" + p("box") + "</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>") + p("b"), {"p b"}, {"hidden 3"}},
        OddCase{"HiddenShape", in_p("<w:r><w:pict><v:shape style=\"width:1pt;visibility:hidden\"><v:textbox><w:txbxContent>" + p("box") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"), {}, {"hidden 3"}},
        OddCase{"HtmlInATextBox", in_p("<w:r><w:pict><v:shape><v:textbox><div xmlns=\"\">сөз</div></v:textbox></v:shape></w:pict></w:r>"), {}, {"unknown div: сөз"}},
        OddCase{"SettingsOfADrawing", in_p(r("a") + "<w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>12</wp:posOffset></wp:positionH></wp:anchor></w:drawing></w:r>"), {"p a"}, {}},
        OddCase{"SymbolThatIsHidden", in_p("<w:r><w:rPr><w:vanish/></w:rPr><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + r("a")), {"p a"}, {"hidden 1"}},
        OddCase{"SymbolThatIsNoCharacter", in_p("<w:r><w:sym w:font=\"Arial\" w:char=\"FFFE\"/></w:r>" + r("a")), {"p \uFFFDa"}, {}},
        OddCase{"SectionInAControl", "<w:sdt><w:sdtContent>" + p("a", "<w:sectPr/>") + "</w:sdtContent></w:sdt>" + p("b"), {"p a", "p b"}, {}},
        OddCase{"BreakOfAPageInAHeading", "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r>" + r("Мақсаты") + "<w:r><w:softHyphen/></w:r>" + r(" мен") + "</w:p>", {"h1 outline-level Мақсаты мен"}, {}},
        OddCase{"ControlsAroundEachOther", "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:sdt><w:sdtContent>" + p("a") + "</w:sdtContent></w:sdt></w:tc></w:sdtContent></w:sdt><w:tc>" + p("b") + "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>", {"table a | b"}, {}},
        OddCase{"CheckBoxAroundACell", "<w:tbl><w:tr><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:tc>" + p("☐") + "</w:tc></w:sdtContent></w:sdt><w:tc>" + p("b") + "</w:tc></w:tr></w:tbl>", {"table ☒ | b"}, {"check-box 1"}},
        OddCase{"DeletedFormula", in_p(deleted("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>") + r("a")), {"p a"}, {"deleted 1"}},
        OddCase{"MovedParagraph", "<w:moveFromRangeStart w:id=\"1\" w:name=\"m\"/><w:p><w:pPr><w:rPr><w:moveFrom w:id=\"2\"/></w:rPr></w:pPr><w:moveFrom w:id=\"3\">" + r("көшті") + "</w:moveFrom></w:p><w:moveFromRangeEnd w:id=\"1\"/>" + p("орта") + "<w:p><w:pPr><w:rPr><w:moveTo w:id=\"4\"/></w:rPr></w:pPr><w:moveTo w:id=\"5\">" + r("көшті") + "</w:moveTo></w:p>", {"p орта", "p көшті"}, {"moved-from 5"}}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(HiddenText, IsFoundThroughStylesAndTheirToggles) {
    const std::string sheet = "<w:style w:type=\"paragraph\" w:styleId=\"base\"><w:name w:val=\"base\"/><w:rPr><w:vanish/></w:rPr></w:style>"
                              "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"h\"/><w:basedOn w:val=\"base\"/></w:style>"
                              "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"c\"/><w:rPr><w:vanish/></w:rPr></w:style>"
                              "<w:style w:type=\"character\" w:styleId=\"d\"><w:name w:val=\"d\"/><w:basedOn w:val=\"c\"/></w:style>";
    const std::string list = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    const std::string in_list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    const Docx docx = Docx(p("бір", in_list) + p("жоқ", "<w:pStyle w:val=\"h\"/>" + in_list) + p("екі", in_list) +
                           p("бар", "<w:pStyle w:val=\"h\"/>", "<w:rStyle w:val=\"d\"/>") + p("соң", "", "<w:rStyle w:val=\"d\"/>") + p("түп", "<w:pStyle w:val=\"h\"/>", "<w:vanish w:val=\"0\"/>")).styles(sheet).numbering(list);
    const auto dossier = read(docx.bytes());
    EXPECT_THAT(lines(dossier), ElementsAre("p [1.] бір", "p [2.] екі", "p бар", "p түп"));
    EXPECT_THAT(ledger(dossier), ElementsAre("hidden 6"));
}

TEST(Contents, WithoutPagesAreSetAsideUnderTheirHeading) {
    const std::string list = p("МАЗМҰНЫ") + p("1. Мақсаты") + p("2. Талдау") + p("3. Болжамы") + p("4. Қаржы") + p("5. Шаралар");
    const std::string body = p("1. Мақсаты") + p("мәтін") + p("2. Талдау") + p("мәтін") + p("3. Болжам") + p("мәтін") + p("4. Қаржы") + p("5. Шаралар");
    const auto dossier = read(Docx(list + body).bytes());
    EXPECT_EQ(lines(dossier).size(), 8u);
    EXPECT_THAT(lines(dossier).front(), "p [1.] Мақсаты");
    EXPECT_EQ(lines(read(Docx(p("МАЗМҰНЫ") + body).bytes())).size(), 9u);
}

TEST(Contents, WithOneSpaceBeforeThePageAreSetAsideUnderTheirHeading) {
    const std::string list = p("Содержание") + p("1. Мақсаты 3") + p("2. Талдау 5") + p("3. Болжам 12") + p("4. Қаржы 20");
    EXPECT_THAT(lines(Docx(list + p("Мақсаты") + p("Талдау") + p("Болжам") + p("Қаржы"))), ElementsAre("p Мақсаты", "p Талдау", "p Болжам", "p Қаржы"));
}

TEST(Package, CountsPartsThatNothingShows) {
    const std::string drawn = "<dgm:drawing xmlns:dgm=\"http://schemas.microsoft.com/office/drawing/2008/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>ab</a:t></a:r></a:p></dgm:drawing>";
    const Docx docx = Docx(p("x")).part("word/diagrams/drawing1.xml", "application/vnd.ms-office.drawingml.diagramDrawing+xml", "diagramDrawing", drawn)
                          .part("word/diagrams/data1.xml", "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml", "diagramData", drawn)
                          .part("word/embeddings/a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "package", "PK");
    EXPECT_THAT(ledger(read(docx.bytes())), ElementsAre("duplicate-alternative 2", "embedded-object 0", "unreferenced-part 2"));
}

}  // namespace irikteu::readers
