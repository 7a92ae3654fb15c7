#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_maker.hpp"
#include "pdf/writer.hpp"
#include "programs.hpp"

namespace irikteu::pdf_test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kKazakh = "ӘҒҚ ҢӨҰ ҮҺІ әғқ ңөұ үһі";

class Text : public testing::Test {
  protected:
    std::string write(const std::string& name) { return keep(name, pdf::write(maker.pages, fonts)); }

    pdf::FontSession fonts{library()};
    PageMaker maker{fonts};
};

TEST_F(Text, all_nine_kazakh_letters_come_back_in_both_cases) {
    maker.page();
    maker.paragraph("P", 60, 100, kKazakh);
    maker.paragraph("P", 60, 130, kKazakh, {.family = "sans-serif", .weight = layout::Weight::bold});
    maker.paragraph("P", 60, 160, kKazakh, {.family = "Courier New", .slant = layout::Slant::italic});
    const auto path = write("kazakh.pdf");
    const auto text = run({"pdftotext", path, "-"}).output;
    for (std::size_t at = 0, i = 0; i < 3; ++i) {
        at = text.find(kKazakh, at);
        ASSERT_NE(at, std::string::npos) << text;
        ++at;
    }
    const auto check = run({"qpdf", "--check", path});
    EXPECT_EQ(check.status, 0) << check.output;
}

TEST_F(Text, every_font_is_embedded_subset_and_has_unicode) {
    maker.page();
    maker.paragraph("P", 60, 100, "Бағасы 500 ₸ «Қазақстан»");
    const auto fonts_listed = run({"pdffonts", write("fonts.pdf")}).output;
    EXPECT_THAT(fonts_listed, HasSubstr("+LiberationSerif"));
    EXPECT_THAT(fonts_listed, HasSubstr("+NotoSerif"));
    EXPECT_THAT(fonts_listed, testing::ContainsRegex("LiberationSerif +CID TrueType +Identity-H +yes yes yes"));
    EXPECT_THAT(fonts_listed, testing::ContainsRegex("NotoSerif-Regular +CID TrueType +Identity-H +yes yes yes"));
}

TEST_F(Text, tenge_comes_from_the_fallback_face_and_stays_text) {
    maker.page();
    maker.paragraph("P", 60, 100, "1 000 ₸ төленеді");
    EXPECT_THAT(run({"pdftotext", write("tenge.pdf"), "-"}).output, HasSubstr("1 000 ₸ төленеді"));
}

// At a tenth of the em poppler parts letters; at twice that it takes them for a word again, but not with what else belongs to it.
TEST_F(Text, words_of_spaced_letters_are_read_as_words) {
    maker.page();
    int y = 60;
    for (const int spacing : {1'200, 1'500, 2'400, 4'000}) {
        const auto p = maker.element("P");
        y += 30;
        const TextStyle style{.letter_spacing = base::millipoints(spacing)}, bold{.weight = layout::Weight::bold, .letter_spacing = base::millipoints(spacing)};
        base::Length x = base::points(60);
        for (const std::string_view part : {"ҚОРЫТЫНДЫ", " ", "гипо", "теза", "\u00AD"}) {
            maker.run(p, layout::ArtifactKind::none, x, y, fonts.face({"serif", part == "теза" ? layout::Weight::bold : layout::Weight::regular}), part, part == "теза" ? bold : style);
        }
    }
    const auto text = run({"pdftotext", write("spaced.pdf"), "-"}).output;
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find("ҚОРЫТЫНДЫ гипотеза\u00AD\n", at)) != std::string::npos; ++at) ++found;
    EXPECT_EQ(found, 4u) << text;
}

TEST_F(Text, structure_reads_in_order) {
    maker.page();
    maker.paragraph("H1", 60, 80, "ХАТТАМА № 42", {.weight = layout::Weight::bold, .size = base::points(16)});
    maker.paragraph("P", 60, 110, "Төраға: Ә. Ғабдуллин");
    maker.artifact_line(layout::ArtifactKind::pagination, 290, 820, "1 / 1");
    const auto structure = run({"pdfinfo", "-struct-text", write("structure.pdf")}).output;
    const auto heading = structure.find("ХАТТАМА № 42"), paragraph = structure.find("Төраға: Ә. Ғабдуллин");
    ASSERT_NE(heading, std::string::npos) << structure;
    ASSERT_NE(paragraph, std::string::npos) << structure;
    EXPECT_LT(heading, paragraph);
    EXPECT_THAT(structure, Not(HasSubstr("1 / 1")));
}

TEST_F(Text, two_runs_give_the_same_bytes) {
    maker.page();
    maker.paragraph("P", 60, 100, "Бірдей байттар");
    const auto first = pdf::write(maker.pages, fonts);
    pdf::FontSession other_fonts(library());
    PageMaker other(other_fonts);
    other.page();
    other.paragraph("P", 60, 100, "Бірдей байттар");
    EXPECT_EQ(first, pdf::write(other.pages, other_fonts));
}

}  // namespace
}  // namespace irikteu::pdf_test
