// The forms that the act prescribes, word for word. data/decree holds the appendices as the decree has them.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "fo_text.hpp"
#include "sample.hpp"

namespace irikteu::compose {

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
    for (const char* mark : {"_", "|", "---", "\\", "#", "--", " "}) erase_all(text, mark);
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

}  // namespace

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
