#include "pdf/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "base/error.hpp"
#include "conformance.hpp"
#include "pdf/syntax.hpp"
#include "pdf/text_reading.hpp"
#include "programs.hpp"
#include "sample_pages.hpp"

namespace irikteu::pdf_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Writer : public testing::Test {
  protected:
    base::ErrorCode failure() {
        try {
            pdf::write(maker.pages, fonts);
        } catch (const base::Error& error) {
            return error.code();
        }
        ADD_FAILURE() << "was written";
        return base::ErrorCode::usage;
    }

    pdf::FontSession fonts{library()};
    PageMaker maker{fonts};
};

TEST_F(Writer, the_number_of_threads_does_not_change_the_bytes) {
    for (int page = 0; page < 24; ++page) {
        maker.page();
        for (int line = 0; line < 40; ++line) maker.paragraph("P", 60, 60 + 18 * line, "Бет " + std::to_string(page) + ", жол " + std::to_string(line) + ": әріптер мен сандар");
    }
    for (const auto container : {pdf::Container::classic, pdf::Container::compact}) {
        pdf::WriteOptions one, four;
        one.container = four.container = container;
        four.threads = 4;
        EXPECT_EQ(pdf::write(maker.pages, fonts, one), pdf::write(maker.pages, fonts, four));
        // Nor does it matter how many pages are taken before the rest is there.
        for (const std::uint32_t early : {1u, 20u, 24u}) {
            layout::Pages pages = maker.pages;
            pdf::Writing writing(fonts, four);
            for (std::uint32_t page = 0; page < early; ++page) writing.take(pages, page);
            EXPECT_TRUE(pages.pages[early - 1].items.empty());
            EXPECT_EQ(pdf::write(maker.pages, fonts, one), writing.finish(pages));
        }
    }
}

TEST_F(Writer, forgets_the_pages_of_a_document_that_is_given_up) {
    for (int page = 0; page < 24; ++page) maker.page(), maker.paragraph("P", 60, 60, "Бет " + std::to_string(page));
    pdf::WriteOptions four;
    four.threads = 4;
    pdf::Writing writing(fonts, four);
    for (std::uint32_t page = 0; page < 20; ++page) writing.take(maker.pages, page);
}

TEST_F(Writer, documents_that_differ_have_other_ids_and_equal_ones_the_same) {
    const auto id = [](const std::string& file) {
        const std::regex form("/ID *\\[ *<([0-9A-Fa-f]{32})>");
        std::smatch match;
        const auto tail = file.substr(file.size() - std::min<std::size_t>(file.size(), 4000));
        return std::regex_search(tail, match, form) ? match[1].str() : std::string();
    };
    for (const auto container : {pdf::Container::classic, pdf::Container::compact}) {
        pdf::WriteOptions options;
        options.container = container;
        PageMaker one(fonts), two(fonts);
        one.page();
        two.page();
        one.paragraph("P", 60, 100, "бір");
        two.paragraph("P", 60, 100, "екі");
        const auto first = id(pdf::write(one.pages, fonts, options));
        EXPECT_EQ(first.size(), 32u);
        EXPECT_NE(first, id(pdf::write(two.pages, fonts, options)));
        EXPECT_EQ(first, id(pdf::write(one.pages, fonts, options)));
    }
}

TEST_F(Writer, no_date_means_no_dates_anywhere) {
    maker.page();
    maker.paragraph("P", 60, 100, "Күнсіз");
    const auto path = keep("dateless.pdf", pdf::write(maker.pages, fonts));
    EXPECT_THAT(run({"pdfinfo", path}).output, Not(HasSubstr("Date")));
    EXPECT_THAT(conformance_faults(path), IsEmpty());
}

TEST_F(Writer, words_stand_where_they_were_put_to_the_end_of_a_long_line) {
    maker.page(3500, 400);
    const auto paragraph = maker.element("P");
    const auto face = fonts.face({"serif", layout::Weight::regular, layout::Slant::italic});
    std::vector<base::Length> expected;
    auto x = base::points(50);
    for (int i = 0; i < 60; ++i) {
        const auto word = "Ұқыптылық" + std::to_string(i);
        for (const auto& part : {word, std::string(" ")}) {
            const auto& shaped = fonts.shape(face, part);
            if (part != " ") expected.push_back(x);
            maker.item({paragraph, layout::ArtifactKind::none, layout::TextItem{x, base::points(100), base::millipoints(7300), &shaped, {}, {}}});
            x += base::millipoints(7300).scaled(shaped.advance, 2048);
            if (part == " ") x += base::millipoints(173 + i);  // Justified: every space of another width
        }
    }
    const auto boxes = run({"pdftotext", "-bbox", keep("positions.pdf", pdf::write(maker.pages, fonts)), "-"}).output;
    const std::regex word("<word xMin=\"([0-9.]+)\"[^>]*>Ұқыптылық(\\d+)<");
    std::size_t found = 0;
    for (std::sregex_iterator i(boxes.begin(), boxes.end(), word), none; i != none; ++i, ++found) {
        EXPECT_NEAR(std::stod((*i)[1]), static_cast<double>(expected.at(std::stoul((*i)[2])).millipoints) / 1000, 0.02);
    }
    EXPECT_EQ(found, expected.size());
}

TEST_F(Writer, several_glyphs_for_one_letter_read_as_that_letter) {
    maker.page();
    maker.paragraph("P", 60, 100, "ба\u0301рыс");
    const auto path = keep("cluster.pdf", pdf::write(maker.pages, fonts));
    EXPECT_THAT(run({"pdftotext", path, "-"}).output, HasSubstr("ба\u0301рыс"));
    EXPECT_THAT(conformance_faults(path), IsEmpty());
}

TEST_F(Writer, two_characters_that_share_a_glyph_are_told_apart) {
    maker.page();
    const auto face = fonts.face({"serif", layout::Weight::regular, layout::Slant::upright});
    ASSERT_EQ(fonts.shape(face, "\u00ad").glyphs.at(0).glyph, fonts.shape(face, "-").glyphs.at(0).glyph);
    maker.paragraph("P", 60, 100, "бір \u00ad екі - үш");
    EXPECT_THAT(run({"pdftotext", keep("shared-glyph.pdf", pdf::write(maker.pages, fonts)), "-"}).output, HasSubstr("бір \u00ad екі - үш"));
}

TEST_F(Writer, fields_read_back_by_name_with_their_values) {
    fill_with_everything(maker);
    const auto json = run({"qpdf", "--json=2", "--json-key=acroform", keep("fields.pdf", pdf::write(maker.pages, fonts))}).output;
    for (const char* expected : {"\"applicant\"", "«Құрылыс» ЖШС, 500 ₸", "Төрағаның қолтаңбасы", "\"/Sig\"", "\"/Btn\"", "\"needappearances\": false"}) EXPECT_THAT(json, HasSubstr(expected));
}

TEST_F(Writer, attachments_come_out_as_they_went_in) {
    fill_with_everything(maker);
    const auto path = keep("attachments.pdf", pdf::write(maker.pages, fonts));
    EXPECT_EQ(run({"qpdf", "--show-attachment=source.xml", path}).output, "<құжат/>");
    EXPECT_EQ(run({"qpdf", "--show-attachment=кесте.csv", path}).output, "1;2\n");
}

TEST_F(Writer, bookmarks_labels_and_destinations_lead_to_their_pages) {
    fill_with_everything(maker);
    const auto json = run({"qpdf", "--json=2", "--json-key=outlines", "--json-key=pagelabels", keep("outlines.pdf", pdf::write(maker.pages, fonts))}).output;
    EXPECT_THAT(json, HasSubstr("\"title\": \"Күн тәртібі\""));
    EXPECT_THAT(json, testing::ContainsRegex("\"destpageposfrom1\": 2"));
}

TEST_F(Writer, mutool_finds_nothing_to_mend) {
    fill_with_everything(maker);
    const auto path = keep("mutool.pdf", pdf::write(maker.pages, fonts));
    const auto info = run({"mutool", "info", path});
    EXPECT_EQ(info.status, 0);
    EXPECT_THAT(info.output, Not(HasSubstr("error")));
    EXPECT_THAT(info.output, HasSubstr("Pages: 2"));
    const auto clean = run({"mutool", "clean", path, path + ".clean.pdf"});
    EXPECT_EQ(clean.status, 0);
    EXPECT_THAT(clean.output, Not(HasSubstr("error")));
}

TEST_F(Writer, links_and_bookmarks_to_nowhere_are_errors) {
    maker.page();
    maker.link(maker.element("P"), 60, 100, "мұнда", {"", "жоқ", ""});
    EXPECT_EQ(failure(), base::ErrorCode::invalid);
    PageMaker other(fonts);
    other.page();
    other.pages.bookmarks = {{"Жоқ", 1, "жоқ", {}, true}};
    EXPECT_THROW(pdf::write(other.pages, fonts), base::Error);
}

TEST_F(Writer, a_field_with_a_character_that_no_face_has_is_an_error) {
    maker.page();
    maker.field(layout::Field::Kind::text, "name", "Аты", 60, 60, 100, 20).value = "\U00013000";
    EXPECT_EQ(failure(), base::ErrorCode::missing_glyph);
}

TEST_F(Writer, what_is_longer_than_a_string_of_the_archive_format_is_an_error) {
    maker.page();
    std::string text;
    for (int i = 0; i < 16382; ++i) text += "Қ";
    maker.pages.metadata.title = text;
    pdf::write(maker.pages, fonts);
    maker.pages.metadata.title = text + "Қ";
    EXPECT_EQ(failure(), base::ErrorCode::invalid);
    maker.pages.metadata.title = std::string(32768, 'x');
    EXPECT_EQ(failure(), base::ErrorCode::invalid);
}

TEST_F(Writer, a_line_of_more_glyphs_than_a_string_may_hold_is_shown_in_several_strings) {
    maker.page(14400, 200);
    std::string line;
    for (int i = 0; i < 20000; ++i) line += "і";
    maker.paragraph("P", 10, 60, line);
    const std::string bytes = pdf::write(maker.pages, fonts);
    EXPECT_THAT(conformance_faults(keep("long-line.pdf", bytes)), IsEmpty());
    const auto read = pdf::read_text(bytes);
    ASSERT_EQ(read.off_page.size(), 1u) << "most of it runs out of the page";
    EXPECT_EQ(read.elements.back().text + read.off_page[0], line);
}

TEST_F(Writer, a_title_loses_marks_of_direction_and_takes_no_control_character) {
    maker.page();
    maker.pages.metadata.title = "\u202aХаттама\u202c № \u200e5";
    const std::string bytes = pdf::write(maker.pages, fonts);
    EXPECT_THAT(bytes, HasSubstr(">Хаттама № 5<"));
    EXPECT_THAT(bytes, Not(HasSubstr("\u202a")));
    for (const char* text : {"\u009b5", "\u202e5", "\u007f"}) {
        maker.pages.metadata.title = text;
        EXPECT_EQ(failure(), base::ErrorCode::missing_glyph) << text;
    }
}

TEST_F(Writer, two_fields_of_one_name_are_an_error) {
    maker.page();
    maker.field(layout::Field::Kind::text, "name", "Аты", 60, 60, 100, 20);
    maker.field(layout::Field::Kind::text, "name", "Аты", 60, 90, 100, 20);
    EXPECT_EQ(failure(), base::ErrorCode::invalid);
}

TEST_F(Writer, attachments_need_a_mime_type_and_a_known_relationship) {
    maker.page();
    maker.pages.attachments = {{"a.xml", "", "xml", "a", "Source"}};
    EXPECT_EQ(failure(), base::ErrorCode::invalid);
    maker.pages.attachments = {{"a.xml", "", "text/xml", "a", "Friend"}};
    EXPECT_EQ(failure(), base::ErrorCode::invalid);
}

TEST_F(Writer, pages_that_contradict_themselves_are_our_own_fault) {
    maker.page();
    maker.pages.elements[0].type = "Sect";
    EXPECT_THROW(pdf::write(maker.pages, fonts), std::logic_error);
}

TEST_F(Writer, many_pages_and_ids_make_trees_with_limits_that_hold) {
    for (int i = 0; i < 150; ++i) {
        maker.page();
        const auto note = maker.paragraph("Note", 60, 100, "ескертпе");
        maker.pages.elements[note].id = i % 2 == 0 ? "note-" + std::to_string(i) : "ескерту-" + std::to_string(i);
    }
    EXPECT_THAT(conformance_faults(keep("trees.pdf", pdf::write(maker.pages, fonts))), IsEmpty());
}

TEST(Syntax, numbers_are_short_and_exact) {
    const auto written = [](std::int64_t value) {
        std::string out;
        pdf::append_thousandths(out, value);
        return out;
    };
    EXPECT_EQ(written(0), "0");
    EXPECT_EQ(written(12500), "12.5");
    EXPECT_EQ(written(-7), "-.007");
    EXPECT_EQ(written(40), ".04");
    EXPECT_EQ(written(595276), "595.276");
}

TEST(Syntax, only_well_formed_utf8_passes) {
    for (const std::string text : {"\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80", "\xf8\x88\x80\x80\x80"}) {
        std::string out;
        EXPECT_THROW(pdf::append_text_string(out, text), base::Error);
    }
    std::string out;
    pdf::append_text_string(out, "Қ\U0001F600");
    EXPECT_EQ(out, "<FEFF049AD83DDE00>");
}

}  // namespace
}  // namespace irikteu::pdf_test
