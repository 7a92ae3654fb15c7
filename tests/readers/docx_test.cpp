#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "builder.hpp"
#include "base/error.hpp"

namespace irikteu::readers {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace test;

namespace {

std::string cell(const std::string& content, const std::string& tcPr = {}) {
    return "<w:tc>" + (tcPr.empty() ? "" : "<w:tcPr>" + tcPr + "</w:tcPr>") + content + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& trPr = {}) {
    return "<w:tr>" + (trPr.empty() ? "" : "<w:trPr>" + trPr + "</w:trPr>") + cells + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; }
std::string style(const std::string& id, const std::string& name, const std::string& content, const std::string& parent = {}) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" +
           (parent.empty() ? "" : "<w:basedOn w:val=\"" + parent + "\"/>") + content + "</w:style>";
}
std::string styled(const std::string& text, const std::string& id) { return p(text, "<w:pStyle w:val=\"" + id + "\"/>"); }

}  // namespace

// ---- Runs

struct RunCase {
    const char* name;
    std::string body;
    std::vector<std::string> lines;
    std::vector<std::string> ledger;
};

class Runs : public ::testing::TestWithParam<RunCase> {};

TEST_P(Runs, AreReadAsAPersonSeesThem) {
    const xml::Document dossier = read(Docx(GetParam().body).bytes());
    EXPECT_EQ(lines(dossier), GetParam().lines);
    EXPECT_EQ(ledger(dossier), GetParam().ledger);
}

INSTANTIATE_TEST_SUITE_P(
    All, Runs,
    ::testing::Values(
        RunCase{"Plain", p("бір") + p("екі"), {"p бір", "p екі"}, {}},
        RunCase{"SplitRuns", "<w:p>" + r("кла") + r("стер") + "</w:p>", {"p кластер"}, {}},
        RunCase{"SpaceOutsidePreserveIsTrimmed", "<w:p><w:r><w:t>a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r></w:p>", {"p a b"}, {}},
        RunCase{"Empty", p("") + "<w:p/>", {}, {}},
        RunCase{"TabBreakHyphens", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:cr/><w:t>f</w:t></w:r></w:p>", {"p a\tb\nc-de\nf"}, {}},
        RunCase{"Symbols", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t> иә</w:t></w:r></w:p>", {"p ☑иә"}, {}},
        RunCase{"Insertion", "<w:p>" + r("a") + "<w:ins w:id=\"1\">" + r("b") + "</w:ins></w:p>", {"p ab"}, {}},
        RunCase{"Deletion", "<w:p>" + r("a") + "<w:del w:id=\"1\"><w:r><w:delText>bcd</w:delText></w:r></w:del></w:p>", {"p a"}, {"deleted 3"}},
        RunCase{"Move", "<w:p><w:moveFrom w:id=\"1\">" + r("old") + "</w:moveFrom></w:p><w:p><w:moveTo w:id=\"2\">" + r("old") + "</w:moveTo></w:p>", {"p old"}, {"moved-from 3"}},
        RunCase{"DeletedMarkJoins", "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + r("бір ") + "</w:p>" + p("екі"), {"p бір екі"}, {}},
        RunCase{"DeletedParagraph", p("a") + "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>" + p("b"), {"p a", "p b"}, {"deleted 1"}},
        RunCase{"DeletedMarkBeforeTable", "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + r("a") + "</w:p>" + table(row(cell(p("x")) + cell(p("y")))), {"p a", "table x | y"}, {}},
        RunCase{"Hidden", "<w:p>" + r("a") + r("secret", "<w:vanish/>") + r("b", "<w:vanish w:val=\"0\"/>") + "</w:p>", {"p ab"}, {"hidden 6"}},
        RunCase{"HiddenMarkJoins", "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + r("a") + "</w:p>" + p("b"), {"p ab"}, {}},
        RunCase{"StruckOut", "<w:p>" + r("болуын") + r("болмауын", "<w:strike/>") + "</w:p>", {"p болуын"}, {"struck-out 8"}},
        RunCase{"ComplexField", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("7") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", {"p 7"}, {"field-code 6"}},
        RunCase{"NestedField", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("inner") + "<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("outer") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", {"p outer"}, {"field-code 9"}},
        RunCase{"SimpleField", "<w:p><w:fldSimple w:instr=\"DATE\">" + r("16.07.2015") + "</w:fldSimple></w:p>", {"p 16.07.2015"}, {"field-code 4"}},
        RunCase{"FieldWithoutEnd", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + r("lost") + "</w:p>", {}, {"field-code 0", "unknown w:fldChar: lost"}},
        RunCase{"OldCheckBox", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r(" иә") + "</w:p>", {"p ☒ иә"}, {"field-code 12"}},
        RunCase{"DropDown", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"a\"/><w:listEntry w:val=\"b\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", {"p b"}, {"field-code 0"}},
        RunCase{"TransparentContainers", "<w:p><w:hyperlink r:id=\"x\">" + r("a") + "</w:hyperlink><w:smartTag w:element=\"e\">" + r("b") + "</w:smartTag><w:customXml w:element=\"e\"><w:customXmlPr/>" + r("c") + "</w:customXml><w:dir w:val=\"ltr\">" + r("d") + "</w:dir></w:p>", {"p abcd"}, {}},
        RunCase{"Controls", "<w:sdt><w:sdtPr/><w:sdtContent>" + p("block") + "</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent>" + r("inline") + "</w:sdtContent></w:sdt></w:p>", {"p block", "p inline"}, {}},
        RunCase{"CheckBoxControl", "<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:sdtContent></w:sdt>" + r(" a") + "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox></w:sdtPr><w:sdtContent>" + r("☐") + "</w:sdtContent></w:sdt></w:p>", {"p ☒ a☐"}, {"check-box 2"}},
        RunCase{"PlaceholderControlWrittenOver", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>" + r(std::string(220, 'x')) + "</w:p></w:sdtContent></w:sdt>", {"p " + std::string(220, 'x')}, {}},
        RunCase{"PlaceholderControl", "<w:p>" + r("a") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Click here") + "</w:sdtContent></w:sdt></w:p>", {"p a"}, {"placeholder 10"}},
        RunCase{"Ruby", "<w:p><w:r><w:ruby><w:rt>" + r("up") + "</w:rt><w:rubyBase>" + r("base") + "</w:rubyBase></w:ruby></w:r></w:p>", {"p base"}, {"ruby 2"}},
        RunCase{"Formula", "<w:p>" + r("x ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>", {"p x a+b"}, {}},
        RunCase{"TextBoxOnceAndInPlace", "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + p("box") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + p("box") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("after") + "</w:p>", {"p box", "p after"}, {"duplicate-alternative 3"}},
        RunCase{"TextBoxAfterWords", "<w:p>" + r("before") + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("box") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", {"p before", "p box"}, {}},
        RunCase{"UnknownChoiceTakesFallback", "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"xx\"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", {"p old"}, {"duplicate-alternative 3"}},
        RunCase{"WordArt", "<w:p><w:r><w:pict><v:shape><v:textpath string=\"ЖОБА\"/></v:shape></w:pict></w:r></w:p>", {"h1 look ЖОБА"}, {}},
        RunCase{"UnknownElement", "<w:p>" + r("a") + "<xx:thing>words</xx:thing></w:p>", {"p a"}, {"unknown xx:thing: words"}},
        RunCase{"UnknownWithoutText", "<w:p>" + r("a") + "<xx:thing k=\"v\"/></w:p>", {"p a"}, {}}),
    [](const auto& one) { return std::string(one.param.name); });

// ---- Tables of contents

TEST(Contents, OfAFieldAreSetAside) {
    const std::string field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o </w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                              r("1. Мақсаты 3") + "</w:p>" + p("2. Талдау 5") + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    const auto dossier = read(Docx(field + p("мәтін")).bytes());
    EXPECT_THAT(lines(dossier), ElementsAre("p мәтін"));
    EXPECT_THAT(ledger(dossier), ElementsAre("field-code 8", "table-of-contents 23"));
}

TEST(Contents, OfAControlOrAStyleAreSetAside) {
    const std::string control = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                                p("Мазмұны") + p("Кіріспе 1") + "</w:sdtContent></w:sdt>";
    EXPECT_THAT(lines(Docx(control + styled("Талдау 2", "T1") + p("x")).styles(style("T1", "toc 1", ""))), ElementsAre("p x"));
}

TEST(Contents, TypedByHandAreSetAsideOnlyWhereTheyComeAgain) {
    const std::string list = p("Мазмұны") + p("1. Мақсаты ........ 3") + p("2. Талдау ........ 5") + p("3. Болжам     7") + p("4. Қаржы … … … … 9");
    const std::string body = p("Мақсаты") + p("Талдау") + p("Болжам") + p("Қаржы");
    EXPECT_THAT(lines(Docx(list + body)), ElementsAre("p Мақсаты", "p Талдау", "p Болжам", "p Қаржы"));
    EXPECT_EQ(lines(Docx(list)).size(), 5u);
}

// ---- Tables

TEST(Tables, KeepSpansAndNesting) {
    const std::string inner = table(row(cell(p("i")) + cell(p("j"))));
    const Docx docx(table(row(cell(p("a"), "<w:gridSpan w:val=\"2\"/>"), "<w:tblHeader/>") +
                          row(cell(p("b"), "<w:vMerge w:val=\"restart\"/>") + cell(p("c") + p("d"))) +
                          row(cell(p(""), "<w:vMerge/>") + cell(inner + p("")))));
    const auto dossier = read(docx.bytes());
    EXPECT_THAT(lines(dossier), ElementsAre("table a{c2} / b{r2} | c + d / (i | j)"));
    const xml::Node written = dossier.root().first_element("documents").first_element().first_element("text").first_element("table");
    EXPECT_EQ(written.attribute_or("at", ""), "t1");
    EXPECT_EQ(written.first_element("row").attribute_or("header", ""), "true");
    EXPECT_EQ(written.first_element("row").next_element().next_element().first_element("cell").attribute_or("at", ""), "t1r3c2");
}

TEST(Tables, LeaveOutDeletedRowsAndTextThatIsMergedAway) {
    const auto dossier = read(Docx(table(row(cell(p("a"), "<w:vMerge w:val=\"restart\"/>") + cell(p("b"))) +
                                         row(cell(p("x")) + cell(p("y")), "<w:del w:id=\"1\"/>") +
                                         row(cell(p("over"), "<w:vMerge/>") + cell(p("c"))))).bytes());
    EXPECT_THAT(lines(dossier), ElementsAre("table a{r2} | b / c"));
    EXPECT_THAT(ledger(dossier), ElementsAre("deleted 2", "merged-cell 4"));
}

TEST(Tables, ReadControlsAroundRowsAndCells) {
    const Docx docx(table("<w:sdt><w:sdtContent>" + row(cell(p("a")) + "<w:sdt><w:sdtContent>" + cell(p("b")) + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>"));
    EXPECT_THAT(lines(docx), ElementsAre("table a | b"));
}

TEST(Tables, OfOneColumnOnlyPlaceText) {
    const Docx docx(table(row(cell(p("1. Мақсаты", "", "<w:b/>") + p("мәтін")))) + p("соңы"));
    EXPECT_THAT(lines(docx), ElementsAre("h1 look [1.] Мақсаты", "p мәтін", "p соңы"));
}

TEST(Tables, ShowAutomaticNumbersInCells) {
    const std::string number = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    const Docx docx = Docx(table(row(cell(p("", number)) + cell(p("a"))) + row(cell(p("", number)) + cell(p("b")))))
                          .numbering("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    EXPECT_THAT(lines(docx), ElementsAre("table 1. | a / 2. | b"));
}

// ---- Headings

TEST(Headings, ByStyleWhateverItsNameAndParent) {
    const Docx docx = Docx(styled("A", "1") + styled("B", "mine") + styled("C", "3") + styled("D", "Heading4") + styled("E", "body"))
                          .styles(style("1", "heading 1", "") + style("mine", "Менің стилім", "", "1") +
                                  style("3", "Заголовок 3", "") + style("Heading4", "x", "") + style("body", "Негізгі", ""));
    EXPECT_THAT(lines(docx), ElementsAre("h1 style A", "h1 style B", "h3 style C", "h4 style D", "p E"));
}

TEST(Headings, ByOutlineLevel) {
    const Docx docx = Docx(p("A", "<w:outlineLvl w:val=\"1\"/>") + styled("B", "s") + p("C", "<w:outlineLvl w:val=\"9\"/>"))
                          .styles(style("s", "custom", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"));
    EXPECT_THAT(lines(docx), ElementsAre("h2 outline-level A", "h1 outline-level B", "p C"));
}

TEST(Headings, ByLook) {
    const std::string text = p("Бұл кәдімгі абзац, онда кластердің жағдайы туралы көп сөз айтылады және ол жеткілікті ұзын.");
    const struct {
        std::string body;
        std::string expected;
    } cases[] = {
        {p("1. Кластердің мақсаты", "", "<w:b/>"), "h1 look [1.] Кластердің мақсаты"},
        {p("2.1. Талдау", "", "<w:b/>"), "h2 look [2.1.] Талдау"},
        {p("3) Болжам", "", "<w:b/>"), "h2 look [3)] Болжам"},
        {p("КЛАСТЕРДІҢ МАҚСАТЫ"), "h1 look КЛАСТЕРДІҢ МАҚСАТЫ"},
        {p("Мақсаты", "", "<w:caps/>"), "h1 look Мақсаты"},
        {p("Мақсаты", "", "<w:sz w:val=\"32\"/>"), "h1 look Мақсаты"},
        {p("1. Мақсаты", "<w:jc w:val=\"center\"/>"), "h1 look [1.] Мақсаты"},
        {p("II. Талдау", "", "<w:u w:val=\"single\"/>"), "h1 look [II.] Талдау"},
        {p("Кластердің орналасқан орны", "", "<w:u w:val=\"single\"/>"), "h2 look Кластердің орналасқан орны"},
        {p("Мақсаты", "", "<w:b/>"), "h2 look Мақсаты"},
        {"<w:p>" + r("Бұл абзацта ") + r("қалың сөз", "<w:b/>") + r(" бар.") + "</w:p>", "p Бұл абзацта қалың сөз бар."},
        {p("Директор ____________ А. Омаров", "", "<w:b/>"), "p Директор ____________ А. Омаров"},
        {p("бірінші;", "", "<w:b/>"), "p бірінші;"},
        {p("12.04.2015", "", "<w:b/>"), "p 12.04.2015"},
        {p("1. Кәдімгі тармақ"), "p [1.] Кәдімгі тармақ"},
        {p("2015 жылы өндіріс өсті"), "p 2015 жылы өндіріс өсті"},
        {p("қысқа"), "p қысқа"},
    };
    for (const auto& c : cases) EXPECT_THAT(lines(Docx(text + c.body + text)).at(1), c.expected) << c.body;
}

TEST(Headings, ByLookAreNotSeenWhereEverythingIsBold) {
    const Docx docx(p("Бәрі қалың жазылған бірінші абзац", "", "<w:b/>") + p("Екінші де қалың", "", "<w:b/>"));
    EXPECT_THAT(lines(docx), Each(::testing::StartsWith("p ")));
}

TEST(Headings, AreNotTheValuesOfAFormWithSmallCaptions) {
    const std::string caption = p("(аумақтық кластердің атауы, толық жазылады және мөрмен расталады)", "", "<w:sz w:val=\"20\"/>");
    const Docx docx(p("Жетісу алмасы кластері, Алматы облысы", "", "<w:sz w:val=\"28\"/>") + caption);
    EXPECT_THAT(lines(docx), Each(::testing::StartsWith("p ")));
}

TEST(Headings, ThatRunIntoTheParagraphAreCutOff) {
    EXPECT_THAT(lines(Docx("<w:p>" + r("4. Мақсаты", "<w:b/>") + "<w:r><w:br/></w:r>" + r("Мәтін осы жерден басталады, ол ұзақ болады.") + "</w:p>")),
                ElementsAre("h1 look [4.] Мақсаты", "p Мәтін осы жерден басталады, ол ұзақ болады."));
    EXPECT_THAT(lines(Docx("<w:p>" + r("4.2. Талдау.", "<w:b/>") + r(" Мәтін осы жерден басталады, ол ұзақ болады.") + "</w:p>")),
                ElementsAre("h2 look [4.2.] Талдау.", "p Мәтін осы жерден басталады, ол ұзақ болады."));
}

TEST(Headings, LoseTheirLineBreaks) {
    const Docx docx("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + r("Кластердің") + "<w:r><w:br/></w:r>" + r("мақсаты") + "</w:p>");
    EXPECT_THAT(lines(docx), ElementsAre("h1 outline-level Кластердің мақсаты"));
}

TEST(Headings, WithToggledBoldFollowTheRules) {  // 17.7.3: bold in both styles cancels out
    const std::string sheet = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"n\"><w:name w:val=\"Normal\"/></w:style>" +
                              style("b", "bold", "<w:rPr><w:b/></w:rPr>") +
                              "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"strong\"/><w:rPr><w:b/></w:rPr></w:style>";
    const std::string text = p("Бұл кәдімгі абзац, онда кластердің жағдайы туралы көп сөз айтылады.");
    const Docx docx = Docx(text + p("Мақсаты", "<w:pStyle w:val=\"b\"/>") + p("Талдау", "<w:pStyle w:val=\"b\"/>", "<w:rStyle w:val=\"c\"/>")).styles(sheet);
    EXPECT_THAT(lines(docx), ElementsAre(::testing::_, "h2 look Мақсаты", "p Талдау"));
}

// ---- Places and the rest of the package

TEST(Places, CountEveryParagraphAndTable) {
    const auto dossier = read(Docx(p("a") + table(row(cell(p("x")) + cell(p("y")))) + "<w:p/>" + p("b")).bytes());
    const xml::Node text = dossier.root().first_element("documents").first_element().first_element("text");
    EXPECT_EQ(text.first_element().attribute_or("at", ""), "p1");
    EXPECT_EQ(text.last_child().attribute_or("at", ""), "p5");
}

TEST(Package, IsReadInEverySpelling) {
    const Docx plain(p("сөз", "<w:outlineLvl w:val=\"0\"/>"));
    const std::vector<std::string> expected = {"h1 outline-level сөз"};
    EXPECT_EQ(lines(read(Docx(plain).strict().bytes())), expected);
    EXPECT_EQ(lines(read(Docx(plain).utf16().bytes())), expected);
    EXPECT_EQ(lines(read(plain.flat_opc())), expected);
    EXPECT_EQ(lines(read(plain.main_xml())), expected);
    const Docx macros = Docx(plain).macros().part("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "vbaProject", "code");
    const auto dossier = read(macros.bytes());
    EXPECT_EQ(lines(dossier), expected);
    EXPECT_EQ(dossier.root().first_element("documents").first_element().attribute_or("format", ""), "docm");
    EXPECT_THAT(ledger(dossier), ElementsAre("macros 0"));
}

TEST(Package, CountsHeadersNotesAndComments) {
    const auto part = [](const std::string& root) {
        return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + p("abc") + "</w:" + root + ">";
    };
    const Docx docx = Docx(p("x")).part("word/header1.xml", "header", "header", part("hdr"))
                          .part("word/footer1.xml", "footer", "footer", part("ftr"))
                          .part("word/footnotes.xml", "footnotes", "footnotes", part("footnotes"))
                          .part("word/comments.xml", "comments", "comments", part("comments"))
                          .part("word/odd.xml", "somethingNew", "odd", part("odd"));
    EXPECT_THAT(ledger(read(docx.bytes())),
                ElementsAre("comment 3", "footer 3", "header 3", "note 3", "unknown word/odd.xml: abc"));
}

TEST(Package, QuotesAlternativeChunksThatAreNotRead) {
    const Docx docx = Docx(p("x") + "<w:altChunk r:id=\"chunk\"/>" + "<w:altChunk r:id=\"none\"/>").part("word/chunk.rtf", "application/rtf", "aFChunk", "{\\rtf1 a}", "chunk");
    EXPECT_THAT(ledger(read(docx.bytes())), ElementsAre("unknown w:altChunk: word/chunk.rtf (application/rtf)", "unknown w:altChunk: part none"));
}

TEST(Package, ReadsDiagramsAndCountsCharts) {
    const std::string diagram = "<dgm:dataModel xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>қатысушы</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>";
    const std::string chart = "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:t>экспорт</a:t></c:chartSpace>";
    const Docx docx = Docx("<w:p><w:r><w:drawing><dgm:relIds r:dm=\"d\"/></w:drawing><w:drawing><c:chart r:id=\"c\"/></w:drawing></w:r></w:p>")
                          .part("word/d.xml", "application/x", "diagramData", diagram, "d").part("word/c.xml", "application/x", "chart", chart, "c");
    const auto dossier = read(docx.bytes());
    EXPECT_THAT(lines(dossier), ElementsAre("p қатысушы", "p "));
    EXPECT_THAT(ledger(dossier), ElementsAre("chart 7"));
}

TEST(Package, SaysWherePicturesStandAndWhatTheyAreCalled) {
    const auto drawing = [](const std::string& properties) {
        return "<w:r><w:drawing><wp:inline><wp:docPr " + properties + "/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"x\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    };
    const std::string body = "<w:p>" + drawing("name=\"Сурет 1\" descr=\"Кластердің картасы\"") + "</w:p>" +
                             "<w:p><w:r><w:t>Қолы:</w:t></w:r>" + drawing("name=\"Сурет 2\"") + "</w:p>" +
                             "<w:p>" + drawing("name=\"Сурет 3\" hidden=\"1\"") + "</w:p>" +
                             "<w:p><w:r><w:object><v:shape id=\"s1\"><v:imagedata/></v:shape></w:object></w:r></w:p>" +
                             "<w:tbl><w:tr><w:tc><w:p>" + drawing("name=\"Сурет 4\"") + "</w:p></w:tc></w:tr></w:tbl>" +
                             "<w:p><w:r><w:drawing><wp:inline><wp:docPr name=\"Сызық\"/></wp:inline></w:drawing></w:r></w:p>";
    const auto dossier = read(Docx(body).bytes());
    std::vector<std::string> pictures;
    const auto gather = [&](const auto& self, xml::Node node) -> void {
        if (const auto picture = node.attribute("picture")) pictures.push_back(node.text() + "[" + std::string(*picture) + "]");
        for (const xml::Node child : node.elements()) self(self, child);
    };
    gather(gather, dossier.root());
    EXPECT_THAT(pictures, ElementsAre("[Кластердің картасы]", "Қолы:[Сурет 2]", "[s1]", "[Сурет 4]"));
}

}  // namespace irikteu::readers
