#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "builder.hpp"
#include "readers/transfer_encoding.hpp"

namespace irikteu::readers {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace test;

namespace {

const std::string chunk = "<w:altChunk r:id=\"chunk\"/>";

xml::Document read_with(const std::string& type, const std::string& bytes, const std::string& name = "word/chunk.bin") {
    return read(Docx(p("алдында") + chunk + p("кейін")).part(name, type, "aFChunk", bytes, "chunk").bytes());
}

}  // namespace

TEST(Chunks, OfHtmlAreReadInTheirPlace) {
    const std::string page =
        "<!DOCTYPE html><html><head><title>T</title><style>p {color: red}</style></head><body><h1>1. Мақсаты</h1>"
        "<p>Бірінші&nbsp;абзац,\n  <b>қалың</b> &laquo;сөз&raquo; &#1201;</p><p style='display:none'>жасырын<p>екі<br>қатар"
        "<ol><li>бір<li>екі</ol><ul><li>тармақ</ul><!-- түсініктеме -->"
        "<table><tr><th colspan=2>бас</th></tr><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>соңы</body></html>";
    const auto dossier = read_with("text/html", page);
    EXPECT_THAT(lines(dossier), ElementsAre("p алдында", "h1 style [1.] Мақсаты", "p Бірінші\u00A0абзац, қалың «сөз» ұ", "p екі\nқатар", "p [1.] бір",
                                            "p [2.] екі", "p [•] тармақ", "table бас{c2} / a | b + c", "p соңы", "p кейін"));
    EXPECT_THAT(ledger(dossier), ElementsAre("hidden 7"));
}

TEST(Chunks, OfOtherEncodingsAreDecoded) {
    EXPECT_THAT(lines(read_with("text/html", "<p>\xCA\xEB\xE0\xF1\xF2\xE5\xF0</p>")), ElementsAre("p алдында", "p Кластер", "p кейін"));
    EXPECT_THAT(lines(read_with("text/html", std::string("\xFF\xFE<\0p\0>\0\x3a\x04", 10))), ElementsAre("p алдында", "p к", "p кейін"));
}

TEST(Chunks, OfPlainTextAreReadLineByLine) {
    EXPECT_THAT(lines(read_with("text/plain", "бір <1>\r\nекі & үш")), ElementsAre("p алдында", "p бір <1>", "p екі & үш", "p кейін"));
}

TEST(Chunks, OfMimeAreUnpacked) {
    const std::string message =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n  boundary=\"--=Mark\"\r\n\r\n----=Mark\r\nContent-Type: image/png\r\n\r\nx\r\n"
        "----=Mark\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<p class=3D\"a\">=D0=9A=D0=BB=D0=B0=\r\n=D1=81=D1=82=D0=B5=D1=80</p>\r\n----=Mark--\r\n";
    EXPECT_THAT(lines(read_with("message/rfc822", message)), ElementsAre("p алдында", "p Кластер", "p кейін"));
}

TEST(Chunks, OfWordAreReadWithTheirOwnStylesAndNumbers) {
    const std::string sheet = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 2\"/></w:style>";
    const Docx inner = Docx(p("Мақсаты", "<w:pStyle w:val=\"a\"/>") + p("ішкі")).styles(sheet);
    const Docx outer = Docx(p("алдында", "<w:pStyle w:val=\"a\"/>") + chunk + p("кейін")).part("word/chunk.docx", "application/docx", "aFChunk", inner.bytes(), "chunk");
    const auto dossier = read(outer.bytes());
    EXPECT_THAT(lines(dossier), ElementsAre("p алдында", "h2 style Мақсаты", "p ішкі", "p кейін"));
    EXPECT_THAT(ledger(dossier), IsEmpty());
    EXPECT_EQ(dossier.root().first_element("documents").first_element().first_element("text").last_child().attribute_or("at", ""), "p4");
}

TEST(Chunks, ThatHoldEachOtherEndSomewhere) {
    std::string bytes = Docx(p("түп")).bytes();
    for (int i = 0; i < 6; ++i) {
        bytes = Docx(p("қабат") + chunk).part("word/chunk.docx", "application/docx", "aFChunk", bytes, "chunk").bytes();
    }
    const auto dossier = read(bytes);
    EXPECT_EQ(lines(dossier).size(), 3u);
    EXPECT_EQ(ledger(dossier).size(), 1u);
    EXPECT_THAT(ledger(dossier).front(), ::testing::StartsWith("unknown w:altChunk"));
}

TEST(Chunks, ThatAreDamagedAreQuoted) {
    const auto dossier = read_with("application/docx", Docx(p("x")).bytes().substr(0, 300));
    EXPECT_THAT(lines(dossier), ElementsAre("p алдында", "p кейін"));
    EXPECT_THAT(ledger(dossier), ElementsAre(::testing::StartsWith("unknown w:altChunk: word/chunk.bin")));
}

TEST(Chunks, OfFlatOpcAreTakenFromTheirBinaryData) {
    const std::string flat = "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
                             "<pkg:part pkg:name=\"/_rels/.rels\"><pkg:xmlData><Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships></pkg:xmlData></pkg:part>"
                             "<pkg:part pkg:name=\"/word/_rels/document.xml.rels\"><pkg:xmlData><Relationships><Relationship Id=\"chunk\" Type=\"x/aFChunk\" Target=\"c.htm\"/></Relationships></pkg:xmlData></pkg:part>"
                             "<pkg:part pkg:name=\"/word/c.htm\" pkg:contentType=\"text/html\"><pkg:binaryData>PHA+0YHTmdC7\r\n0LXQvDwvcD4=</pkg:binaryData></pkg:part>"
                             "<pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData>" + Docx(chunk).main_xml() + "</pkg:xmlData></pkg:part></pkg:package>";
    EXPECT_THAT(lines(read(flat)), ElementsAre("p сәлем"));
}

TEST(TransferEncodings, AreDecodedAsFarAsTheyGo) {
    EXPECT_EQ(decode_quoted_printable("a=3Db=\nc=zz="), "a=bc=zz=");
}

}  // namespace irikteu::readers
