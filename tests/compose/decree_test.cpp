// The forms that the act prescribes, word for word. data/decree holds the appendices as the decree has them.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "fo_text.hpp"
#include "sample.hpp"
#include "support/folders.hpp"

namespace irikteu::compose {

using testing::composer;

namespace {

void erase_all(std::string& text, std::string_view what) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what)) text.erase(at, what.size());
}

/// Wording only: without blanks to fill in, fields, marks of headings and tables, and white space.
std::string wording(std::string text) {
    for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[')) {
        text.erase(at, text.find(']', at) - at + 1);
    }
    text = testing::plain(text);
    for (const char* mark : {"_", "|", "---", "\\", "#", "--", "\u2003", " "}) erase_all(text, mark);
    return text;
}

/// The appendix as the decree has it, without its own caption "N-қосымша" that the next line repeats.
std::string decree(int appendix) {
    const std::string text = testing::file("data/decree/appendix-" + std::to_string(appendix) + ".md");
    return wording(text.substr(text.find('\n')));
}

/// A form without any data, without its footer.
std::string form(const std::string& sample) {
    const std::string text = testing::text_of(testing::composed(sample));
    return wording(text.substr(text.find('\n')));
}

/// A form as a blank whose fields are filled in on the screen.
std::string blank(const std::string& kind) {
    const std::string text = testing::text_of(composer().compose(
        kind, xml::Document::parse("<document xmlns='urn:irikteu:document:1' kind='" + kind + "' fill='fields' date='2015-07-16' clock='2015-07-16T00:00:00Z'/>", "blank.xml")));
    return wording(text.substr(text.find('\n')));
}

/// All text of the blank for a word processor, without the page number.
std::string word_blank(const std::string& appendix) {
    const xml::Document package = composer().blank_for_word(appendix);
    std::string text;
    for (const xml::Node run : testing::all(package, "t")) {
        bool footer = false;
        for (xml::Node above = run.parent(); above; above = above.parent()) footer = footer || above.name() == "ftr";
        if (!footer) text += run.text() + '\n';
    }
    return wording(text);
}

/// The appendix's lines without the numbers of headings, which a word processor gives by itself, without its table and its title.
std::vector<std::string> lines_of(int appendix) {
    std::istringstream text(testing::file("data/decree/appendix-" + std::to_string(appendix) + ".md"));
    std::vector<std::string> lines;
    int skipped = 0;
    for (std::string line; std::getline(text, line);) {
        if (line.empty() || line.starts_with('|')) continue;
        if (++skipped <= 3) continue;
        const std::size_t number = line.find_first_not_of("0123456789.)");
        const bool numbered = number > 1 && number < line.size() && line[number] == ' ';
        line = wording(numbered ? line.substr(number) : line);
        if (line.ends_with(':') && numbered) line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

/// That the text has every line of the appendix in the act's order.
void expect_lines(const std::string& text, int appendix) {
    std::size_t at = 0;
    for (const std::string& line : lines_of(appendix)) {
        const std::size_t found = text.find(line, at);
        ASSERT_NE(found, std::string::npos) << "appendix " << appendix << ": " << line;
        at = found + line.size();
    }
}

/// Without what stands between two places: rows of a table of which a blank has more than the act shows.
std::string without_rows(std::string text, const std::string& from, const std::string& to) {
    const std::size_t start = text.find(from) + from.size();
    return text.erase(start, text.find(to, start) - start);
}

}  // namespace

TEST(PrescribedForm, IsComparedWithTheDecreeItself) {
    const std::string path = support::source_path("/../shared/decree/decree-535-kk.md");
    const base::RealDisk disk;
    ASSERT_TRUE(disk.exists(path)) << path;
    const std::string decree_text = disk.read(path, 16u << 20);
    int compared = 0;
    for (const auto& entry : disk.list(support::source_path("/tests/compose/data/decree"))) {
        std::string copy = testing::file("data/decree/" + entry.name);
        while (copy.ends_with('\n')) copy.pop_back();
        EXPECT_NE(decree_text.find(copy), std::string::npos) << entry.name;
        ++compared;
    }
    EXPECT_EQ(compared, 8);
}

TEST(PrescribedForm, StaysTheDecreesToTheLetterWhereItIsFilledInOnTheScreen) {
    EXPECT_EQ(blank("application-1"), decree(1));
    EXPECT_EQ(blank("application-4"), decree(4));
    const std::string head = wording("Кластерге қатысушының қызмет түрі"), next = wording("Облыстардың, республикалық");
    EXPECT_EQ(without_rows(blank("local-conclusion-3"), head, next), without_rows(decree(3), head, next));
    expect_lines(blank("road-map-6"), 6);
}

TEST(PrescribedForm, IsTheDecreesToTheLetterForAWordProcessor) {
    EXPECT_EQ(word_blank("1"), decree(1));
    EXPECT_EQ(word_blank("4"), decree(4));
    const std::string head = wording("Кластерге қатысушының қызмет түрі"), next = wording("Облыстардың, республикалық");
    EXPECT_EQ(without_rows(word_blank("3"), head, next), without_rows(decree(3), head, next));
    expect_lines(word_blank("6"), 6);
}

TEST(PrescribedStructure, StandsInTheSkeletonsToTheLetter) {
    expect_lines(word_blank("2"), 2);
    expect_lines(word_blank("5"), 5);
    expect_lines(blank("concept"), 2);
    expect_lines(blank("strategy"), 5);
    EXPECT_GT(lines_of(2).size(), 50u);
    EXPECT_GT(lines_of(5).size(), 50u);
}

TEST(PrescribedForm, Appendix1IsTheDecreesToTheLetter) { EXPECT_EQ(form("application-1-short"), decree(1)); }
TEST(PrescribedForm, Appendix3IsTheDecreesToTheLetter) { EXPECT_EQ(form("local-conclusion-3-short"), decree(3)); }
TEST(PrescribedForm, Appendix4IsTheDecreesToTheLetter) { EXPECT_EQ(form("application-4-short"), decree(4)); }

TEST(PrescribedForm, Appendix6IsTheDecreesToTheLetter) { EXPECT_EQ(form("road-map-6-short"), decree(6)); }

TEST(PrescribedForm, TheCompanySheetHasEveryLabelInTheDecreesOrder) {
    std::string labels = testing::file("data/decree/appendix-2-section-7.md");
    // What describes the table in the file itself: its first row, and where cells stand side by side or several times.
    for (const char* mark : {"| жол (row) | ұяшықтар (cells) |", "×4"}) erase_all(labels, mark);
    for (std::size_t at = labels.find("·"); at != std::string::npos; at = labels.find("·")) labels.replace(at, 2, "|");
    const std::string sheet = form("company-sheet-2-short");
    std::size_t at = 0;
    for (std::size_t start = 0; start < labels.size();) {
        const std::size_t end = std::min(labels.find_first_of("|\n", start), labels.size());
        const std::string label = wording(labels.substr(start, end - start));
        start = end + 1;
        if (label.empty()) continue;
        at = sheet.find(label, at);
        ASSERT_NE(at, std::string::npos) << label;
        at += label.size();
    }
}

TEST(PrescribedForm, TheScoreSheetHasTheCriteriaToTheLetter) {
    std::string criteria = testing::file("data/decree/criteria.md");
    criteria = criteria.substr(criteria.find("\n1. "));
    // The sheet ends no criterion with a mark; between the parts of one the mark stands.
    const auto without_marks = [](std::string text) {
        for (const char* mark : {";", ":", "."}) erase_all(text, mark);
        return wording(text);
    };
    EXPECT_NE(without_marks(form("score-sheet-short")).find(without_marks(criteria)), std::string::npos) << without_marks(criteria);
}

}  // namespace irikteu::compose
