// The forms that the act prescribes, word for word. data/decree holds the appendices as the decree has them.

#include <gtest/gtest.h>

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

}  // namespace irikteu::compose
