#include "readers/numbering.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "builder.hpp"
#include "readers/number_format.hpp"

namespace irikteu::readers {

using ::testing::ElementsAre;
using namespace test;

namespace {

std::string lvl(int level, const std::string& format, const std::string& text, const std::string& more = {}, int start = 1) {
    return "<w:lvl w:ilvl=\"" + std::to_string(level) + "\"><w:start w:val=\"" + std::to_string(start) + "\"/><w:numFmt w:val=\"" + format +
           "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string abstract(int id, const std::string& content) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + content + "</w:abstractNum>";
}
std::string num(int id, int abstract_id, const std::string& overrides = {}) {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) + "\"/>" + overrides + "</w:num>";
}
std::string item(int num_id, int level) {
    return p("x", "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(num_id) + "\"/></w:numPr>");
}
/// The numbers of these paragraphs, "-" where there is none.
std::vector<std::string> numbers(Docx docx) {
    std::vector<std::string> out;
    const auto dossier = read(docx.bytes());
    for (const xml::Node e : dossier.root().first_element("documents").first_element().first_element("text").elements()) {
        out.emplace_back(e.attribute_or("number", "-"));
    }
    return out;
}

const std::string three = abstract(0, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2.") + lvl(2, "russianLower", "%3)"));

}  // namespace

TEST(Numbering, CountsLevelsAndStartsThemAfresh) {
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 2) + item(1, 0) + item(1, 1) + item(1, 2)).numbering(three + num(1, 0))),
                ElementsAre("1.", "1.1.", "1.2.", "а)", "б)", "2.", "2.1.", "а)"));
}

TEST(Numbering, GoesOnOverListsOfOneDefinitionAndRestartsWhereOverridden) {
    const std::string definitions = three + num(1, 0) + num(2, 0) + num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0)).numbering(definitions)), ElementsAre("1.", "2.", "5.", "6."));
}

TEST(Numbering, TakesLevelsThatAListReplaces) {
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 0)).numbering(three + num(1, 0, "<w:lvlOverride w:ilvl=\"0\">" + lvl(0, "upperRoman", "%1)") + "</w:lvlOverride>"))),
                ElementsAre("I)", "II)"));
}

TEST(Numbering, WritesLegalNumbersInDigits) {
    const std::string legal = abstract(0, lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>") + lvl(2, "decimal", "%1.%2.%3"));
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 0) + item(1, 1) + item(1, 2)).numbering(legal + num(1, 0))),
                ElementsAre("I.", "II.", "2.1", "II.1.1"));
}

TEST(Numbering, HonoursRestartsThatAreForbiddenOrLimited) {
    const std::string never = abstract(0, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>"));
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1)).numbering(never + num(1, 0))), ElementsAre("1.", "1)", "2.", "2)"));
    const std::string limited = abstract(0, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%2.") + lvl(2, "decimal", "%3)", "<w:lvlRestart w:val=\"1\"/>"));
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 2)).numbering(limited + num(1, 0))),
                ElementsAre("1.", "1.", "1)", "2.", "2)", "2.", "1)"));
}

TEST(Numbering, FollowsNumberingStyles) {
    const std::string linked = abstract(0, "<w:styleLink w:val=\"List\"/>" + lvl(0, "decimal", "%1)")) + abstract(1, "<w:numStyleLink w:val=\"List\"/>");
    EXPECT_THAT(numbers(Docx(item(7, 0) + item(7, 0)).numbering(linked + num(1, 0) + num(7, 1))), ElementsAre("1)", "2)"));
}

TEST(Numbering, FindsTheLevelThatIsTiedToAStyle) {
    const std::string sheet = "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    const std::string tied = abstract(0, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2.", "<w:pStyle w:val=\"H2\"/>"));
    EXPECT_THAT(numbers(Docx(item(1, 0) + p("x", "<w:pStyle w:val=\"H2\"/>") + p("x", "<w:pStyle w:val=\"H2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")).styles(sheet).numbering(tied + num(1, 0))),
                ElementsAre("1.", "1.1.", "-"));
}

TEST(Numbering, PassesOverParagraphsThatWereDeleted) {
    const std::string gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>";
    EXPECT_THAT(numbers(Docx(item(1, 0) + gone + item(1, 0)).numbering(three + num(1, 0))), ElementsAre("1.", "2."));
}

TEST(Numbering, ShowsBullets) {
    const std::string bullets = abstract(0, lvl(0, "bullet", "\uF0B7") + lvl(1, "bullet", "–") + lvl(2, "none", ""));
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1) + item(1, 2)).numbering(bullets + num(1, 0))), ElementsAre("•", "–", "-"));
}

TEST(Numbering, SurvivesNonsense) {
    EXPECT_THAT(numbers(Docx(item(99, 0) + item(1, 77) + item(-5, -5)).numbering(num(1, 42))), ElementsAre("-", "-", "-"));
    const std::string circle = abstract(0, "<w:styleLink w:val=\"a\"/><w:numStyleLink w:val=\"a\"/>");
    EXPECT_ANY_THROW(numbers(Docx(item(1, 0)).numbering(circle + num(1, 0))));
}

TEST(NumberFormat, FollowsTheStandard) {
    const struct {
        int number;
        const char* format;
        const char* expected;
    } cases[] = {{4, "decimal", "4"}, {4, "decimalZero", "04"}, {14, "decimalZero", "14"}, {4, "upperRoman", "IV"}, {1999, "lowerRoman", "mcmxcix"},
                 {1, "upperLetter", "A"}, {26, "lowerLetter", "z"}, {27, "lowerLetter", "aa"}, {53, "lowerLetter", "aaa"}, {1, "russianLower", "а"},
                 {10, "russianLower", "к"}, {26, "russianLower", "ы"}, {29, "russianUpper", "Я"}, {30, "russianLower", "аа"}, {3, "ordinal", "3rd"}, {12, "ordinal", "12th"},
                 {5, "none", ""}, {5, "chineseCounting", "5"}, {0, "upperRoman", "0"}, {-3, "lowerLetter", "-3"}, {7, "decimalEnclosedParen", "(7)"}};
    for (const auto& c : cases) EXPECT_EQ(format_number(c.number, c.format), c.expected) << c.number << c.format;
    EXPECT_EQ(format_number(7, "custom", "001, 002, 003, ..."), "007");
}

TEST(Numbering, BeginsAnewWithTheOverriddenStart) {  // 17.9.26: also whenever it is restarted
    const std::string over = "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1)).numbering(three + num(1, 0, over))),
                ElementsAre("1.", "1.5.", "1.6.", "2.", "2.5."));
}

TEST(Numbering, FollowsALinkThroughTheStyleSheet) {  // 17.9.21: no abstractNum says styleLink
    const std::string link = "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>";
    const std::string sheet = "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:name w:val=\"list\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1)).styles(sheet).numbering(three + link + num(1, 7) + num(2, 0))), ElementsAre("1.", "1.1."));
}

TEST(Numbering, WritesLegalNumbersInDigitsThroughout) {  // 17.9.4
    const std::string legal = abstract(3, lvl(0, "upperRoman", "%1.") + lvl(1, "lowerLetter", "%1.%2.", "<w:isLgl/>"));
    EXPECT_THAT(numbers(Docx(item(1, 0) + item(1, 1)).numbering(legal + num(1, 3))), ElementsAre("I.", "1.1."));
}

TEST(Numbering, StaysShortWhateverTheFileSays) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "%1\u0451";
    const auto shown = numbers(Docx(item(1, 0) + item(2, 0)).numbering(abstract(0, lvl(0, "lowerLetter", text, "", 32000)) + abstract(1, lvl(0, "upperLetter", "%1", "", 32000)) + num(1, 0) + num(2, 1)));
    EXPECT_LE(shown.at(0).size(), 255u);
    EXPECT_EQ(shown.at(1), "T");  // As Word: letters repeat up to thirty times.
}

}  // namespace irikteu::readers
