#include "xml/document.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

namespace {
Error error_of(std::string_view bytes, const Limits& limits = {}) {
    try {
        Document::parse(bytes, "x.xml", limits);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::usage, "was parsed");
}
}  // namespace

TEST(Document, GivesNodesAttributesAndText) {
    const auto document = Document::parse(
        "<d xmlns='urn:x' a='1'>\n  <p n='Ә'>Қазақ <b>тілі</b></p><!-- c --><p/></d>", "x.xml");
    const Node p = document.root().first_element("p");
    EXPECT_TRUE(p.is_element("p", "urn:x"));
    EXPECT_EQ(p.line(), 2);
    EXPECT_EQ(p.attribute("n"), "Ә");
    EXPECT_EQ(p.attribute("m"), std::nullopt);
    EXPECT_EQ(p.text(), "Қазақ тілі");
    EXPECT_EQ(p.next_element().path(), "/d[1]/p[2]");
    EXPECT_EQ(document.root().child_text("p"), "Қазақ тілі");
    int children = 0;
    for (Node n : document.root().children()) children += static_cast<bool>(n);
    EXPECT_EQ(children, 4);
}

TEST(Document, CallsNoCutFileAnInternalError) {
    const std::string whole = "<a>\n  <b c='\xD2\x9B'>\xD2\x9B\xD0\xB0\xD0\xBB\xD0\xB0 text</b>\n</a>";
    for (std::size_t size = 1; size < whole.size(); ++size) {
        try {
            Document::parse(whole.substr(0, size), "cut.xml");
            ADD_FAILURE() << size;
        } catch (const base::Error& error) {
            EXPECT_EQ(error.message().find("internal error"), std::string::npos) << size << error.message();
        }
    }
}

TEST(Document, NamesTheLineOfWhatIsNotWellFormed) {
    const Error error = error_of("<a>\n<b>\n</a>");
    EXPECT_EQ(error.code(), ErrorCode::malformed);
    EXPECT_EQ(error.where().file, "x.xml");
    EXPECT_EQ(error.where().line, 3);
}

TEST(Document, NamesTheFirstSlipAndWhereWhatIsNotClosedWasOpened) {
    const auto said = [](const std::string& text) {
        const Error error = error_of(text);
        return std::to_string(error.where().line) + ": " + error.message();
    };
    EXPECT_EQ(said("<a>\n<b>\n</a>"), "3: is not well-formed XML: the element b, opened in line 2, is not closed before </a>");
    EXPECT_EQ(said("<a>\n<b>\n<c>\n</b>\n<d>\n</a>\n"), "4: is not well-formed XML: the element c, opened in line 3, is not closed before </b>");
    EXPECT_EQ(said("<a>\n<x:b xmlns:x='x'>\n<c/>\n"), "4: is not well-formed XML: it ends within the element b, opened in line 2");
    EXPECT_EQ(said("<a>\n<b><![CDATA[ c\n"), "3: is not well-formed XML: it ends within a CDATA section");
    EXPECT_EQ(said("<a>\n<!-- c\n").find("Unregistered"), std::string::npos);
    EXPECT_EQ(said("<a>\n<b c='1' c='2'/>\n&nbsp;\n</b>").substr(0, 3), "2: ");
    EXPECT_EQ(said("<a>\n<b c=1/>\n<d>&e;</a>").substr(0, 3), "2: ");
}

TEST(Document, RefusesDocumentTypesBeforeAnyEntityIsExpanded) {
    const Error error = error_of("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>");
    EXPECT_EQ(error.code(), ErrorCode::malformed);
    EXPECT_NE(std::string(error.what()).find("document type"), std::string::npos);
    EXPECT_EQ(error_of("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>").code(), ErrorCode::malformed);
}

TEST(Document, KeepsItsLimits) {
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<a>";
    EXPECT_EQ(error_of(deep).code(), ErrorCode::limit_exceeded);
    Limits few;
    few.max_nodes = 10;
    EXPECT_EQ(error_of("<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>", few).code(), ErrorCode::limit_exceeded);
    for (const char* text : {"<a><!----><!----><!----><!----><!----><!----><!----><!----><!----><!----></a>", "<a><?p?><?p?><?p?><?p?><?p?><?p?><?p?><?p?><?p?><?p?></a>",
                             "<a>1<b/>2<b/>3<b/>4<b/>5<b/>6</a>", "<a b='' c='' d='' e='' f=''/>", "<?xml version='1.0' encoding='windows-1251'?><a>1<!---->2<?p?>3<b/>4<b/>5<b/>6</a>"})
        EXPECT_EQ(error_of(text, few).code(), ErrorCode::limit_exceeded) << text;
    few.max_nodes = 12;
    for (const char* text : {"<a>1<b/>2<b/>3<b/>4<b/>5<b/>6</a>", "<a b='' c='' d='' e='' f=''/>", "<?xml version='1.0' encoding='windows-1251'?><a>&amp;1<!---->2<?p?>3<b/>4<b/>5<b/></a>"})
        EXPECT_TRUE(Document::parse(text, "x", few)) << text;
    EXPECT_NE(std::string(error_of("<a b='" + std::string(11'000'000, 'x') + "'/>").what()).find("an attribute longer than 10000000 bytes"), std::string::npos);
    Limits small;
    small.max_bytes = 5;
    EXPECT_EQ(error_of("<abcd/>", small).code(), ErrorCode::limit_exceeded);
    EXPECT_EQ(error_of("").code(), ErrorCode::malformed);
    EXPECT_EQ(error_of("PK\3\4").code(), ErrorCode::malformed);
}

TEST(Document, GivesEscapedCharactersBack) {
    const auto document = Document::parse("<a b='1 &amp; 2 &lt; &#x4D8;'>&amp;&#x4D8;<![CDATA[<x>]]></a>", "x");
    EXPECT_EQ(document.root().attribute("b"), "1 & 2 < Ә");
    EXPECT_EQ(document.root().text(), "&Ә<x>");
}

TEST(Document, ReadsUtf16) {
    std::string bytes = "\xFF\xFE";
    for (char c : std::string("<a>x</a>")) bytes += std::string{c, '\0'};
    EXPECT_EQ(Document::parse(bytes, "x").root().text(), "x");
}

TEST(Document, IsBuiltAndWritten) {
    Document document = Document::create("dossier", "urn:irikteu:dossier:1");
    Node section = document.root().append("section");
    section.set_attribute("item", "4.3");
    section.set_attribute("xml:lang", "kk");
    section.append_with_text("title", "A & B");
    Node other = section.append("urn:other", "x");
    other.append_text("1");
    section.append_copy(Document::parse("<q xmlns='urn:q'/>", "q").root());
    EXPECT_EQ(document.serialize(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<dossier xmlns=\"urn:irikteu:dossier:1\">\n"
              "  <section item=\"4.3\" xml:lang=\"kk\">\n"
              "    <title>A &amp; B</title>\n"
              "    <x xmlns=\"urn:other\">1</x>\n"
              "    <q xmlns=\"urn:q\"/>\n"
              "  </section>\n"
              "</dossier>\n");
    Node title = section.first_element("title");
    title.remove();
    EXPECT_FALSE(section.first_element("title"));
    EXPECT_EQ(document.clone().canonical(), document.canonical());
}

TEST(Text, IsTrimmedAndNormalised) {
    EXPECT_EQ(trim(" \n a b\t"), "a b");
    EXPECT_EQ(normalize_space("  a \n\t b  "), "a b");
    EXPECT_EQ(normalize_space("  "), "");
}

}  // namespace irikteu::xml
