#include "layout/formatter.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>

#include "base/error.hpp"
#include "fake_fonts.hpp"

namespace irikteu::layout {
namespace {

std::string document(const std::string& flow) {
    return R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" font-size="10pt">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">)" +
           flow + "</fo:flow></fo:page-sequence></fo:root>";
}

Pages laid_out(const std::string& flow, FakeFonts& fonts) {
    return format(xml::Document::parse(document(flow), "test.fo"), fonts, {});
}

base::Error failure(const std::string& flow) {
    FakeFonts fonts;
    try {
        laid_out(flow, fonts);
    } catch (const base::Error& error) {
        return error;
    }
    throw std::logic_error("no error");
}

TEST(Formatter, shapes_each_word_once) {
    std::string flow;
    for (int i = 0; i < 500; ++i) flow += "<fo:block>the same words again</fo:block>";
    FakeFonts fonts;
    laid_out(flow, fonts);
    EXPECT_LE(fonts.shapings, 6);
}

TEST(Formatter, loses_no_word_of_a_long_table) {
    std::string flow = "<fo:table table-layout=\"fixed\" width=\"100%\"><fo:table-column column-width=\"100pt\"/>"
                       "<fo:table-column column-width=\"100pt\"/><fo:table-header><fo:table-row><fo:table-cell><fo:block>head"
                       "</fo:block></fo:table-cell></fo:table-row></fo:table-header><fo:table-body>";
    for (int i = 0; i < 2000; ++i) {
        const std::string n = std::to_string(i);
        flow += "<fo:table-row><fo:table-cell><fo:block>a" + n + "</fo:block></fo:table-cell><fo:table-cell><fo:block>b" + n +
                " and some more words that take two lines</fo:block></fo:table-cell></fo:table-row>";
    }
    FakeFonts fonts;
    const Pages pages = laid_out(flow + "</fo:table-body></fo:table>", fonts);
    std::vector<int> seen(2000);
    for (const Page& page : pages.pages) {
        for (const Item& item : page.items) {
            const auto* text = std::get_if<TextItem>(&item.what);
            if (text == nullptr || text->shaped->text[0] != 'a' || text->shaped->text == "and") continue;
            ++seen[static_cast<std::size_t>(std::stoi(text->shaped->text.substr(1)))];
            EXPECT_LE(text->baseline, page.height);
        }
    }
    for (const int count : seen) EXPECT_EQ(count, 1);
}

TEST(Formatter, numbers_parents_before_their_children) {
    FakeFonts fonts;
    const Pages pages = laid_out("<fo:block><fo:block>a</fo:block>b<fo:block>c</fo:block></fo:block>", fonts);
    ASSERT_EQ(pages.elements[0].type, "Document");
    for (std::size_t i = 1; i < pages.elements.size(); ++i) EXPECT_LT(pages.elements[i].parent, i);
}

// Even-odd, by how many of the upright sides are left of the point.
bool is_dark(const PathItem& path, std::int64_t x, std::int64_t y) {
    bool inside = false;
    Length start_x, start_y, last_x, last_y;
    for (const auto& s : path.segments) {
        const Length to_x = s.command == 'Z' ? start_x : s.x, to_y = s.command == 'Z' ? start_y : s.y;
        if (s.command == 'M') {
            start_x = s.x, start_y = s.y;
        } else if (to_x.millipoints == last_x.millipoints && to_x.millipoints < x) {
            if (std::min(to_y.millipoints, last_y.millipoints) < y && y < std::max(to_y.millipoints, last_y.millipoints)) inside = !inside;
        }
        last_x = to_x, last_y = to_y;
    }
    return inside;
}

TEST(Formatter, draws_the_patterns_by_which_a_qr_code_is_found) {
    FakeFonts fonts;
    const Pages pages = laid_out("<fo:block><ir:qr-code text=\"Іріктеу\" width=\"100pt\"/></fo:block>", fonts);
    const PathItem* path = nullptr;
    for (const Item& item : pages.pages[0].items) {
        if (const auto* p = std::get_if<PathItem>(&item.what)) path = p;
    }
    ASSERT_NE(path, nullptr);
    std::int64_t left = path->segments[0].x.millipoints, right = left;
    for (const auto& s : path->segments) {
        if (s.command != 'Z') left = std::min(left, s.x.millipoints), right = std::max(right, s.x.millipoints);
    }
    // 14 bytes at M would be version 1; with the mark that they are UTF-8 it is 2: 25 modules and a quiet zone of 4 on each side in 100 pt.
    const std::int64_t module = (right - left) / 25;
    EXPECT_NEAR(static_cast<double>(module), 100'000.0 / 33, 2);
    EXPECT_NEAR(static_cast<double>(left), 4 * 100'000.0 / 33, 2);
    const auto dark = [&](int column, int row) { return is_dark(*path, left + column * module + module / 2, left + row * module + module / 2); };
    for (int i = 0; i < 7; ++i) {
        for (int j = 0; j < 7; ++j) {
            const int ring = std::max(std::abs(i - 3), std::abs(j - 3));
            EXPECT_EQ(dark(i, j), ring != 2);
            EXPECT_EQ(dark(18 + i, j), ring != 2);
            EXPECT_EQ(dark(i, 18 + j), ring != 2);
        }
    }
    for (int i = 8; i < 17; ++i) EXPECT_EQ(dark(i, 6), i % 2 == 0);
    EXPECT_TRUE(dark(8, 17));
    EXPECT_EQ(pages.elements[2].type, "Figure");
    EXPECT_EQ(pages.elements[2].alternative, "Іріктеу");
}

TEST(Formatter, names_both_places_of_an_id_that_two_objects_have) {
    FakeFonts fonts;
    std::vector<Overflow> said;
    FormatOptions options;
    options.overflow = [&said](const Overflow& o) { said.push_back(o); };
    const std::string twice = "<fo:block id=\"a\">x</fo:block>\n<fo:table id=\"a\"><fo:table-body><fo:table-row><fo:table-cell><fo:block/></fo:table-cell></fo:table-row></fo:table-body></fo:table>";
    format(xml::Document::parse(document(twice), "test.fo"), fonts, options);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_TRUE(said[0].is_passed_over());
    EXPECT_EQ(said[0].where.line, 5);
    EXPECT_NE(said[0].what.find("line 4"), std::string::npos);
    // An inline that a block splits is one object, and what a marker holds may be shown on many pages.
    laid_out("<fo:block><fo:inline id=\"b\">a<fo:block>b</fo:block>c</fo:inline></fo:block>", fonts);
}

TEST(Formatter, says_what_runs_out_of_its_place) {
    FakeFonts fonts;
    std::vector<std::string> said;
    FormatOptions options;
    options.overflow = [&said](const Overflow& o) { said.push_back(std::to_string(o.where.line) + " " + o.what); };
    const auto report = [&](const std::string& flow) {
        said.clear();
        format(xml::Document::parse(document(flow), "test.fo"), fonts, options);
        return said;
    };
    using Lines = std::vector<std::string>;
    const std::string cell = "<fo:table-body><fo:table-row><fo:table-cell><fo:block>x</fo:block></fo:table-cell></fo:table-row></fo:table-body>";
    // Letters are 5 pt wide.
    EXPECT_EQ(report("<fo:block end-indent=\"150pt\">one twelveletters two</fo:block>"), (Lines{"4 fo:block: the word \"twelveletters\" is wider than its line by 15.0 pt"}));
    EXPECT_EQ(report("<fo:block end-indent=\"180pt\" wrap-option=\"no-wrap\">one two</fo:block>"), (Lines{"4 fo:block: a line that may not end before runs out of its place by 15.0 pt"}));
    EXPECT_EQ(report("<fo:block>\n<ir:qr-code text=\"x\" width=\"250pt\"/></fo:block>"), (Lines{"4 fo:block: is higher than what the page has for it by 54.0 pt", "5 ir:qr-code: is wider than its line by 50.0 pt"}));
    EXPECT_EQ(report("<fo:block-container height=\"10pt\"><fo:block>one</fo:block><fo:block>two</fo:block></fo:block-container>"),
              (Lines{"4 fo:block-container: its content is higher than its height by 14.0 pt"}));
    EXPECT_EQ(report("<fo:block-container height=\"300pt\"><fo:block>one</fo:block></fo:block-container>"), (Lines{"4 fo:block-container: is higher than what the page has for it by 100.0 pt"}));
    EXPECT_EQ(report("<fo:table table-layout=\"fixed\"><fo:table-column column-width=\"230pt\"/>" + cell + "</fo:table>"), (Lines{"4 fo:table: its columns are wider than its place by 30.0 pt"}));
    // What fits says nothing; what is painted often is said once.
    EXPECT_EQ(report("<fo:block>one two three</fo:block><fo:block text-align=\"justify\">" + std::string(200, 'x').insert(30, " ").insert(60, " ").insert(90, " ").insert(120, " ").insert(150, " ").insert(180, " ") + "</fo:block>"), Lines{});
    EXPECT_EQ(report("<fo:table table-layout=\"fixed\" width=\"100pt\"><fo:table-column column-width=\"100pt\"/><fo:table-header><fo:table-row><fo:table-cell><fo:block end-indent=\"90pt\">header</fo:block></fo:table-cell></fo:table-row></fo:table-header>"
                     "<fo:table-body><fo:table-row height=\"150pt\"><fo:table-cell><fo:block/></fo:table-cell></fo:table-row><fo:table-row height=\"150pt\"><fo:table-cell><fo:block/></fo:table-cell></fo:table-row></fo:table-body></fo:table>").size(), 1u);
}

TEST(Formatter, takes_no_longer_than_the_document_is_long) {
    // Each of these took time by the square of its length, or twice as long with each level.
    std::string deep = "<fo:block>x</fo:block>", rows, words;
    for (int i = 0; i < 18; ++i) {
        deep = "<fo:table><fo:table-body><fo:table-row><fo:table-cell padding=\"1pt\">" + deep + "</fo:table-cell></fo:table-row></fo:table-body></fo:table>";
    }
    for (int i = 0; i < 300; ++i) deep.insert(deep.find("x</fo"), "x ");
    for (int i = 0; i < 5'000; ++i) {
        rows += std::string("<fo:table-row>") + (i == 0 ? "<fo:table-cell number-rows-spanned=\"5000\"><fo:block>x</fo:block></fo:table-cell>" : "") +
                "<fo:table-cell><fo:block>x</fo:block></fo:table-cell></fo:table-row>";
    }
    std::string slashes, hyphens, syllables;
    for (int i = 0; i < 30'000; ++i) words += "xyz ";
    for (int i = 0; i < 150'000; ++i) slashes += "а/";
    for (int i = 0; i < 40'000; ++i) hyphens += "сала-", syllables += "са";
    std::string mixed;
    for (int i = 0; i < 60'000; ++i) mixed += "w <fo:inline>x</fo:inline>";
    mixed += "<fo:block>b</fo:block>";
    const std::string wrapped = "<fo:block><fo:wrapper>" + mixed + "</fo:wrapper></fo:block>", within = "<fo:block><fo:inline>" + mixed + "</fo:inline></fo:block>";
    const std::string kept = "<fo:block white-space-treatment=\"preserve\" white-space-collapse=\"false\">x" + std::string(100'000, ' ') + "x</fo:block><fo:block break-before=\"page\">x</fo:block>";
    FakeFonts fonts;
    for (const std::string& flow : {wrapped, within, kept, "<fo:block>" + slashes + "</fo:block>", "<fo:block>" + hyphens + "</fo:block>", "<fo:block hyphenate=\"true\">" + syllables + "</fo:block>", deep, "<fo:table><fo:table-body>" + rows + "</fo:table-body></fo:table>", "<fo:block>" + words + "</fo:block>"}) {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_GE(laid_out(flow, fonts).pages.size(), 2u);
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    }
}

TEST(Formatter, repeats_no_picture_without_end) {
    // Two by two pixels behind objects within objects, all as high as a page may be.
    const std::string picture = "background-image=\"url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==)\"";
    const auto error = failure("\n<fo:block-container height=\"14000pt\" width=\"14000pt\" " + picture + "><fo:block>x</fo:block></fo:block-container>");
    EXPECT_EQ(error.code(), base::ErrorCode::limit_exceeded);
    EXPECT_NE(std::string(error.what()).find("test.fo:5: fo:block-container"), std::string::npos) << error.what();
    FakeFonts fonts;
    EXPECT_GE(laid_out("<fo:block-container height=\"190pt\" " + picture + "><fo:block>x</fo:block></fo:block-container>", fonts).pages[0].items.size(), 9'500u);
}

TEST(Formatter, looks_at_each_case_of_a_switch_once) {
    std::string hidden, shown;
    for (int i = 0; i < 20'000; ++i) {
        hidden += "<fo:multi-case starting-state=\"hide\"><fo:block>h</fo:block></fo:multi-case>";
        shown += "<fo:multi-case starting-state=\"show\"><fo:block>s</fo:block></fo:multi-case>";
    }
    FakeFonts fonts;
    EXPECT_EQ(laid_out("<fo:block>x</fo:block><fo:multi-switch>" + hidden + shown + "</fo:multi-switch>", fonts).pages[0].items.size(), 2u);
}

TEST(Formatter, refuses_codes_and_attachments_that_say_too_much_or_too_little) {
    EXPECT_EQ(failure("<fo:block><ir:qr-code/></fo:block>").code(), base::ErrorCode::invalid);
    EXPECT_EQ(failure("<fo:block><ir:qr-code text=\"x\" correction=\"X\"/></fo:block>").code(), base::ErrorCode::invalid);
    EXPECT_EQ(failure("<fo:block><ir:qr-code text=\"" + std::string(2400, 'x') + "\"/></fo:block>").code(), base::ErrorCode::limit_exceeded);
    EXPECT_EQ(failure("<fo:block><ir:qr-code text=\"x\" kind=\"text\"/></fo:block>").code(), base::ErrorCode::unsupported);
    const auto attached = [](const std::string& what) {
        std::string text = document("<fo:block>x</fo:block>");
        text.insert(text.find("<fo:page-sequence"), "<fo:declarations><ir:attachment " + what + "/></fo:declarations>");
        FakeFonts fonts;
        try {
            format(xml::Document::parse(text, "test.fo"), fonts, {});
        } catch (const base::Error& error) {
            return error.code();
        }
        return base::ErrorCode::usage;
    };
    EXPECT_EQ(attached("src=\"data:text/csv;base64,YQ==\" name=\"a.csv\""), base::ErrorCode::usage);
    EXPECT_EQ(attached("src=\"data:text/csv;base64,YQ==\" name=\"a.csv\"> <c/></ir:attachment><ir:attachment src=\"data:text/csv;base64,YQ==\" name=\"b.csv\""), base::ErrorCode::invalid);
    for (const char* size : {"width=\"-5pt\"", "width=\"0pt\"", "height=\"0pt\""}) EXPECT_EQ(failure(std::string("<fo:block><ir:qr-code text=\"x\" ") + size + "/></fo:block>").code(), base::ErrorCode::invalid) << size;
    EXPECT_EQ(attached("src=\"data:text/csv;base64,YQ==\""), base::ErrorCode::invalid);
    EXPECT_EQ(attached("name=\"a.csv\""), base::ErrorCode::invalid);
    EXPECT_EQ(attached("src=\"a.csv\""), base::ErrorCode::unsupported);
    EXPECT_EQ(attached("src=\"data:,;base64,YQ==\" name=\"a\" relationship=\"Friend\""), base::ErrorCode::invalid);
}

TEST(Formatter, names_object_property_and_line_of_what_it_does_not_know) {
    const auto error = failure("<fo:block>\n\n<fo:inline glyph-orientation-vertical=\"90\">x</fo:inline></fo:block>");
    EXPECT_EQ(error.code(), base::ErrorCode::unsupported);
    EXPECT_NE(error.message().find("fo:inline"), std::string::npos);
    EXPECT_NE(error.message().find("glyph-orientation-vertical"), std::string::npos);
    EXPECT_EQ(error.where().line, 6);
    EXPECT_EQ(error.where().file, "test.fo");
}

TEST(Formatter, names_the_character_that_no_face_has) {
    const auto error = failure("<fo:block>\n\u4E2D</fo:block>");
    EXPECT_EQ(error.code(), base::ErrorCode::missing_glyph);
    EXPECT_NE(error.message().find("U+4E2D"), std::string::npos);
}

TEST(Formatter, names_the_character_of_a_leader_that_no_face_has) {
    const auto error = failure("<fo:block><fo:leader leader-pattern=\"use-content\">\u4E2D</fo:leader></fo:block>");
    EXPECT_EQ(error.code(), base::ErrorCode::missing_glyph);
    EXPECT_NE(error.message().find("U+4E2D"), std::string::npos);
    EXPECT_NE(error.where().line, 0);
}

TEST(Formatter, measures_rows_that_spanning_cells_bind_together_once_each) {
    std::string rows, text;
    for (int i = 0; i < 120; ++i) text += "word ";
    for (int i = 0; i < 60; ++i) rows += "<fo:table-row><fo:table-cell number-rows-spanned=\"40\"><fo:block>" + text + "</fo:block></fo:table-cell></fo:table-row>";
    FakeFonts fonts;
    EXPECT_GT(laid_out("<fo:table><fo:table-body>" + rows + "</fo:table-body></fo:table>", fonts).pages.size(), 1u);
}

TEST(Formatter, shares_a_list_item_of_many_lines_out_to_columns_in_linear_time) {
    std::string lines;
    for (int i = 0; i < 16'000; ++i) lines += "<fo:block>x</fo:block>";
    const std::string text = R"X(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-size="10pt">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="1000pt" page-height="14400pt">
<fo:region-body column-count="20"/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body"><fo:list-block provisional-distance-between-starts="10pt"><fo:list-item>
<fo:list-item-label end-indent="label-end()"><fo:block>1</fo:block></fo:list-item-label><fo:list-item-body start-indent="body-start()">)X" +
                             lines + "</fo:list-item-body></fo:list-item></fo:list-block><fo:block span=\"all\">end</fo:block></fo:flow></fo:page-sequence></fo:root>";
    FakeFonts fonts;
    const std::clock_t begun = std::clock();
    const Pages pages = format(xml::Document::parse(text, "test.fo"), fonts, {});
    EXPECT_LT(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC, 2.5);  // Some 6 s where each place is looked for from the item's beginning.
    ASSERT_EQ(pages.pages.size(), 1u);
    EXPECT_EQ(pages.pages[0].items.size(), 16'002u) << "no line is lost";
}

/// What is said while the flow is laid out, and the words that stand on the pages.
std::pair<std::vector<Overflow>, std::string> warnings_and_words(const std::string& flow) {
    FakeFonts fonts;
    std::vector<Overflow> said;
    FormatOptions options;
    options.overflow = [&](const Overflow& o) { said.push_back(o); };
    const Pages pages = format(xml::Document::parse(document(flow), "test.fo"), fonts, options);
    std::string words;
    for (const Item& item : pages.pages.at(0).items) {
        if (const auto* text = std::get_if<TextItem>(&item.what)) words += text->shaped->text + ' ';
    }
    return {said, words};
}

TEST(Formatter, sets_a_family_that_is_absent_in_sans_serif_and_says_so_once) {
    const auto [said, words] = warnings_and_words("<fo:block font-family=\"absent\">x</fo:block>\n<fo:block font-family=\"absent\" font-weight=\"bold\">y</fo:block>");
    EXPECT_EQ(words, "x y ");
    ASSERT_EQ(said.size(), 1u);
    EXPECT_NE(said[0].what.find("absent"), std::string::npos);
    EXPECT_EQ(said[0].where.line, 4);
}

TEST(Formatter, leaves_out_text_where_none_is_allowed_and_says_so) {
    const auto [said, words] = warnings_and_words("<fo:block>a</fo:block>\nloose words<fo:block>b</fo:block>");
    EXPECT_EQ(words, "a b ");
    ASSERT_EQ(said.size(), 1u);
    EXPECT_NE(said[0].what.find("loose words"), std::string::npos);
}

TEST(Formatter, refuses_an_image_where_nothing_loads_any) {
    EXPECT_EQ(failure("<fo:block><fo:external-graphic src=\"a.png\"/></fo:block>").code(), base::ErrorCode::unsupported);
}

TEST(Formatter, refuses_a_document_that_is_no_fo) {
    FakeFonts fonts;
    EXPECT_THROW(format(xml::Document::parse("<root/>", "x"), fonts, {}), base::Error);
}

TEST(Formatter, refuses_content_that_no_region_shows) {
    const auto refused = [](const std::string& from, const std::string& to) {
        std::string text = document("<fo:block>one</fo:block>");
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        FakeFonts fonts;
        try {
            format(xml::Document::parse(text, "x.fo"), fonts, {});
        } catch (const base::Error& error) {
            return std::string(error.message());
        }
        return std::string();
    };
    const std::string flow = "<fo:flow flow-name=\"xsl-region-body\">";
    const auto head = [&](const std::string& name) { return "<fo:static-content flow-name=\"" + name + "\"><fo:block>head</fo:block></fo:static-content>"; };
    EXPECT_NE(refused(flow, head("xsl-region-befor") + flow).find("no page has a region of the name \"xsl-region-befor\""), std::string::npos);
    EXPECT_NE(refused(flow, "<fo:flow flow-name=\"xsl-region-boddy\">").find("\"xsl-region-boddy\""), std::string::npos);
    EXPECT_NE(refused(flow, head("xsl-footnote-separator") + head("xsl-footnote-separator") + flow).find("another flow of its page sequence has the name"), std::string::npos);
    EXPECT_EQ(refused(flow, head("xsl-footnote-separator") + flow), "");
}

TEST(Formatter, goes_on_where_one_line_is_higher_than_the_page) {
    FakeFonts fonts;
    const Pages pages = laid_out("<fo:block line-height=\"300pt\">one</fo:block><fo:block line-height=\"300pt\">two</fo:block>", fonts);
    EXPECT_EQ(pages.pages.size(), 2u);
}

}  // namespace
}  // namespace irikteu::layout
