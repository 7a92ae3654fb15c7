// From ir:qr-code in a document to what a reader's camera and a reader's voice get of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/formatter.hpp"
#include "page_maker.hpp"
#include "pdf/writer.hpp"
#include "programs.hpp"

namespace irikteu::pdf_test {
namespace {

using testing::HasSubstr;

std::string written(const std::string& name, const std::string& flow) {
    pdf::FontSession fonts{library()};
    const std::string fo = R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xml:lang="kk" font-family="serif">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="20mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">)" + flow + "</fo:flow></fo:page-sequence></fo:root>";
    layout::Pages pages = layout::format(xml::Document::parse(fo, name), fonts, {});
    pages.metadata.title = name;
    return keep(name + ".pdf", pdf::write(pages, fonts));
}

/// What zbarimg reads in the page as poppler paints it.
std::string scanned(const std::string& pdf, const std::string& name) {
    const std::string picture = keep(name, "");
    const auto painted = run({"pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", pdf, picture});
    EXPECT_EQ(painted.status, 0) << painted.output;
    return run({"zbarimg", "--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture + ".png"}).output;
}

TEST(QrCode, is_read_by_a_scanner_as_it_was_written) {
    const std::string address = "https://cluster.gov.kz/verify?no=15&amp;day=2015-10-05";
    EXPECT_EQ(scanned(written("qr-address", "<fo:block><ir:qr-code text=\"" + address + "\"/></fo:block>"), "qr-address"), "https://cluster.gov.kz/verify?no=15&day=2015-10-05\n");
    const std::string kazakh = "Хаттама № 15: «Тоқыма» аумақтық кластері, Ә Ғ Қ Ң Ө Ұ Ү Һ І";
    for (const std::string correction : {"L", "M", "Q", "H"}) {
        const std::string code = "<fo:block>Алдында <ir:qr-code text=\"" + kazakh + "\" correction=\"" + correction + "\" color=\"#203060\"/> артында</fo:block>";
        EXPECT_EQ(scanned(written("qr-kazakh-" + correction, code), "qr-kazakh-" + correction), kazakh + "\n") << correction;
    }
}

TEST(QrCode, is_read_scaled_and_beside_others) {
    std::string flow;
    for (const std::string width : {"18mm", "30mm", "60mm"}) flow += "<fo:block space-after=\"10mm\"><ir:qr-code text=\"" + width + " кең\" width=\"" + width + "\"/></fo:block>";
    const std::string read = scanned(written("qr-sizes", flow), "qr-sizes");
    for (const char* width : {"18mm", "30mm", "60mm"}) EXPECT_THAT(read, HasSubstr(std::string(width) + " кең\n"));
}

TEST(QrCode, is_a_figure_that_says_what_it_holds) {
    const auto pdf = written("qr-figure", "<fo:block>Тексеру: <ir:qr-code text=\"https://example.kz/15\" ir:alt=\"Хаттаманы тексеру сілтемесі\"/></fo:block>"
                                          "<fo:block><ir:qr-code text=\"https://example.kz/16\"/></fo:block>");
    const auto structure = run({"pdfinfo", "-struct", pdf});
    EXPECT_EQ(structure.status, 0);
    const auto first = structure.output.find("Figure");
    ASSERT_NE(first, std::string::npos) << structure.output;
    EXPECT_NE(structure.output.find("Figure", first + 1), std::string::npos) << structure.output;
    // Without a description its text is one.
    const auto objects = run({"qpdf", "--qdf", "--object-streams=disable", "--static-id", pdf, "-"}).output;
    EXPECT_THAT(objects, HasSubstr("/Alt (https://example.kz/16)"));
    EXPECT_THAT(objects, HasSubstr("/BBox"));
    const auto json = run({"qpdf", "--json", pdf}).output;
    EXPECT_THAT(json, HasSubstr("Хаттаманы тексеру сілтемесі"));
}

}  // namespace
}  // namespace irikteu::pdf_test
