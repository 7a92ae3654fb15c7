// A flow's own tables are made and let go row by row; within fo:wrapper they are made at once. The pages are the same.
#include <gtest/gtest.h>

#include "fake_fonts.hpp"
#include "layout/formatter.hpp"
#include "page_text.hpp"

namespace irikteu::layout {
namespace {

struct Random {  // The same numbers everywhere.
    std::uint32_t state;
    int below(int n) {
        state = state * 1664525u + 1013904223u;
        return static_cast<int>((state >> 16) % static_cast<std::uint32_t>(n));
    }
};

std::string block(Random& random, bool late) {
    static constexpr std::string_view kWords[] = {"қала", "15", "№ 4", "ұзақ-ұзақ", "сөз", "кластер", "a"};
    std::string text;
    for (int i = random.below(9); i > 0; --i) text += std::string(kWords[random.below(7)]) + ' ';
    if (random.below(40) == 0) text += "<fo:footnote><fo:inline>*</fo:inline><fo:footnote-body><fo:block>" + std::string(static_cast<std::size_t>(random.below(200)), 'n') + " note</fo:block></fo:footnote-body></fo:footnote>";
    if (late && random.below(30) == 0) text += "<fo:page-number-citation ref-id=\"last\"/>";
    return "<fo:block>" + text + "</fo:block>";
}

std::string table(Random& random, int rows, bool late) {
    const auto cell = [&](const std::string& attributes) {
        return "<fo:table-cell border=\"1pt solid black\" padding=\"1pt\"" + attributes + ">" + block(random, late) + (random.below(9) == 0 ? block(random, late) : "") + "</fo:table-cell>";
    };
    const std::string ends = "<fo:table-row>" + cell("") + cell("") + cell("") + "</fo:table-row>";
    std::string text = std::string("<fo:table table-layout=\"fixed\" width=\"180pt\" border-collapse=\"") + (random.below(2) == 0 ? "collapse" : "separate") + "\">";
    text += "<fo:table-header>" + ends + "</fo:table-header>";
    if (random.below(2) == 0) text += "<fo:table-footer>" + ends + "</fo:table-footer>";
    text += "<fo:table-body>";
    int hanging = 0;
    for (int row = 0; row < rows; ++row) {
        text += "<fo:table-row";
        if (random.below(12) == 0) text += " keep-together.within-page=\"always\"";
        if (random.below(12) == 0) text += " keep-with-next.within-page=\"always\"";
        if (random.below(60) == 0) text += " break-before=\"page\"";
        text += ">";
        if (hanging > 0) {
            --hanging;
        } else if (row + 6 < rows && random.below(15) == 0) {
            hanging = 1 + random.below(3);
            text += cell(" number-rows-spanned=\"" + std::to_string(hanging + 1) + "\"");
        } else {
            text += cell("");
        }
        text += cell("") + cell("") + "</fo:table-row>";
    }
    return text + "</fo:table-body></fo:table>";
}

std::string pages_of(const std::string& flow) {
    FakeFonts fonts;
    std::string taken;
    const auto text = R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-size="10pt"><fo:layout-master-set>
<fo:simple-page-master master-name="p" page-width="200pt" page-height="300pt"><fo:region-body margin-bottom="20pt"/><fo:region-after extent="15pt"/></fo:simple-page-master>
<fo:simple-page-master master-name="q" page-width="200pt" page-height="230pt"><fo:region-body margin-bottom="20pt"/><fo:region-after extent="15pt"/></fo:simple-page-master>
<fo:page-sequence-master master-name="s"><fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference page-position="last" master-reference="q"/>
<fo:conditional-page-master-reference odd-or-even="even" master-reference="q"/><fo:conditional-page-master-reference master-reference="p"/></fo:repeatable-page-master-alternatives></fo:page-sequence-master>
</fo:layout-master-set><fo:page-sequence master-reference="s"><fo:static-content flow-name="xsl-region-after"><fo:block><fo:page-number/></fo:block></fo:static-content>
<fo:flow flow-name="xsl-region-body">)" + flow + "<fo:block id=\"last\">end</fo:block></fo:flow></fo:page-sequence></fo:root>";
    const Pages pages = format(xml::Document::parse(text, "test.fo"), fonts, {});
    EXPECT_GT(pages.pages.size(), 3u);
    return page_text(pages, fonts);
}

TEST(GrowingList, makes_the_same_pages_row_by_row_as_at_once) {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        Random random{seed};
        const bool late = seed % 2 == 0;
        const std::string paragraph = block(random, late);
        const std::string rows = table(random, 40 + random.below(200), late);
        EXPECT_EQ(pages_of(paragraph + rows + paragraph), pages_of(paragraph + "<fo:wrapper>" + rows + "</fo:wrapper>" + paragraph)) << seed;
    }
}

TEST(GrowingList, remembers_lines_only_for_the_same_width_and_style) {
    // The same words in columns of two widths, in two sizes, again and again, over more than one batch of rows.
    const std::string words = "бір екі үш төрт бес алты";
    std::string rows;
    for (int i = 0; i < 3000; ++i) {
        const std::string size = i % 3 == 0 ? " font-size=\"8pt\"" : "";
        rows += "<fo:table-row><fo:table-cell><fo:block" + size + ">" + words + "</fo:block></fo:table-cell><fo:table-cell><fo:block" + size + ">" + words + "</fo:block></fo:table-cell></fo:table-row>";
    }
    const std::string table = "<fo:table table-layout=\"fixed\" width=\"180pt\"><fo:table-column column-width=\"60pt\"/><fo:table-column column-width=\"120pt\"/><fo:table-body>" + rows + "</fo:table-body></fo:table>";
    EXPECT_EQ(pages_of(table), pages_of("<fo:wrapper>" + table + "</fo:wrapper>"));
}

}  // namespace
}  // namespace irikteu::layout
