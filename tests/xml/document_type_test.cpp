#include <gtest/gtest.h>

#include "base/error.hpp"
#include "xml/document.hpp"
#include "xml/xpath.hpp"

namespace irikteu::xml {
namespace {

using base::Error;
using base::ErrorCode;

Limits with_type() {
    Limits limits;
    limits.document_type = DocumentType::allowed;
    return limits;
}

Document parsed(const std::string& type, const std::string& content) { return Document::parse(type + content, "x.xml", with_type()); }

Document declaring(const std::string& subset, const std::string& content) { return parsed("<!DOCTYPE a [" + subset + "]>\n", content); }

Error error_of(const std::string& type, const std::string& content) {
    try {
        parsed(type, content);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::usage, "was parsed");
}

Error error_declaring(const std::string& subset, const std::string& content) { return error_of("<!DOCTYPE a [" + subset + "]>\n", content); }

/// An entity a level, each ten times the one before.
std::string laughs(int levels) {
    std::string subset = "<!ENTITY e0 'ha ha ha '>";
    for (int level = 1; level <= levels; ++level) {
        subset += "<!ENTITY e" + std::to_string(level) + " '";
        for (int i = 0; i < 10; ++i) subset += "&e" + std::to_string(level - 1) + ";";
        subset += "'>";
    }
    return subset;
}

}  // namespace

TEST(DocumentType, DeclaresEntitiesThatBecomeWhatTheyStandFor) {
    const Document document = declaring("<!ELEMENT a ANY><!ENTITY t 'text'><!ENTITY n '&t;<b>&t;</b> &#38;amp; end'>", "<a k='x &t;'>1 &t; 2 &n; 3</a>");
    EXPECT_EQ(document.canonical(), "<a k=\"x text\">1 text 2 text<b>text</b> &amp; end 3</a>");
    EXPECT_EQ(document.root().first_child().content(), "1 text 2 text") << "one text, not several";
    int children = 0;
    for (Node each : document.document_node().children()) children += static_cast<bool>(each);
    EXPECT_EQ(children, 1) << "the type is no node that anybody walks past";
}

TEST(DocumentType, DeclaresAttributesByDefaultAndOnesThatAreIds) {
    const Document document = declaring("<!ATTLIST b kind CDATA 'usual' i ID #IMPLIED>", "<a><b i='one'/><b i='two' kind='other'/></a>");
    EXPECT_EQ(document.root().first_element("b").attribute("kind"), "usual");
    XPathContext context(document);
    EXPECT_EQ(context.evaluate_string(Expression("id('two')/@kind"), document.root()), "other");
    EXPECT_EQ(document.clone().root().first_element("b").attribute("kind"), "usual");
}

TEST(DocumentType, IsNoneInWhatIsWritten) {
    EXPECT_EQ(declaring("<!ENTITY t 'text'>", "<a>&t;</a>").serialize_compact().find("DOCTYPE"), std::string::npos);
}

TEST(DocumentType, IsNeverReadFromAnotherFile) {
    const Document document = parsed("<!DOCTYPE a PUBLIC '-//X//Y' 'file:///etc/passwd'>", "<a>&lt;</a>");
    EXPECT_EQ(document.root().text(), "<");
    EXPECT_EQ(document.unread_declarations(), "file:///etc/passwd");
    EXPECT_EQ(declaring("", "<a/>").unread_declarations(), "");
    EXPECT_EQ(error_of("<!DOCTYPE a SYSTEM 'a.dtd'>", "<a>&nbsp;</a>").message(), "refers to &nbsp;, which it does not declare itself");
    EXPECT_EQ(error_of("<!DOCTYPE a SYSTEM 'a.dtd'>", "<a k='&nbsp;'/>").message(), "refers to &nbsp;, which it does not declare itself");
    const Error external = error_declaring("<!ENTITY e SYSTEM 'file:///etc/passwd'>", "<a>&e;</a>");
    EXPECT_EQ(external.code(), ErrorCode::unsupported);
    EXPECT_EQ(external.message(), "refers to &e;, which stands in another file; that is never read");
    EXPECT_EQ(error_declaring("<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;", "<a/>").code(), ErrorCode::unsupported);
    EXPECT_EQ(declaring("<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY % p '<!ENTITY t \"text\">'>%p;", "<a>&t;</a>").root().text(), "text") << "not referred to";
}

TEST(DocumentType, MakesNoFileLargerThanItMay) {
    EXPECT_EQ(declaring(laughs(3), "<a>&e3;</a>").root().text().size(), 9000u);
    for (const char* content : {"<a>&e7;</a>", "<a k='&e7;'/>", "<a/>"}) {
        const Error error = error_declaring(laughs(7) + (std::string(content) == "<a/>" ? "<!ATTLIST a k CDATA '&e7;'>" : ""), content);
        EXPECT_EQ(error.code(), ErrorCode::limit_exceeded) << content;
        EXPECT_EQ(error.message(), "declares entities or attributes that add more than 1000000 bytes to it");
    }
    std::string often = "<a>";
    for (int i = 0; i < 1000; ++i) often += "&e;";
    EXPECT_EQ(error_declaring("<!ENTITY e '" + std::string(2000, 'x') + "'>", often + "</a>").code(), ErrorCode::limit_exceeded);
    std::string elements = "<a>";
    for (int i = 0; i < 40'000; ++i) elements += "<b/>";
    EXPECT_EQ(error_declaring("<!ATTLIST b k CDATA '" + std::string(100, 'x') + "'>", elements + "</a>").code(), ErrorCode::limit_exceeded);
    std::string many = "<!ATTLIST b";
    for (int i = 0; i < 501; ++i) many += " k" + std::to_string(i) + " CDATA ''";
    EXPECT_EQ(error_declaring(many + ">", "<a/>").code(), ErrorCode::limit_exceeded);
    std::string parameters = "<!ENTITY % p0 ' '>";
    for (int i = 1; i < 12; ++i) {
        parameters += "<!ENTITY % p" + std::to_string(i) + " '";
        for (int k = 0; k < 10; ++k) parameters += "&#37;p" + std::to_string(i - 1) + ";";
        parameters += "'>";
    }
    EXPECT_EQ(error_declaring(parameters + "%p11;", "<a/>").code(), ErrorCode::limit_exceeded);
}

TEST(DocumentType, NamesWhatIsWrongWithEntities) {
    EXPECT_EQ(error_declaring("<!ENTITY e '&f;'><!ENTITY f '&e;'>", "<a>&e;</a>").message(), "has an entity that refers to itself: &e;");
    EXPECT_EQ(error_declaring("<!ENTITY e '&e;'>", "<a k='&e;'/>").code(), ErrorCode::malformed);
    std::string chain = "<!ENTITY e0 ''>";
    for (int i = 1; i < 40; ++i) chain += "<!ENTITY e" + std::to_string(i) + " '&e" + std::to_string(i - 1) + ";'>";
    EXPECT_EQ(error_declaring(chain, "<a>&e39;</a>").message(), "has entities that refer to each other more than 8 deep");
    const Error undeclared = error_declaring("", "<a>\n&x;</a>");
    EXPECT_EQ(undeclared.code(), ErrorCode::malformed);
    EXPECT_EQ(undeclared.where().line, 3);
    EXPECT_EQ(error_declaring("<!ENTITY e '<b>'>", "<a>&e;</a>").code(), ErrorCode::malformed);
    EXPECT_EQ(error_declaring("<!ENTITY e>", "<a/>").code(), ErrorCode::malformed);
}

TEST(DocumentType, KeepsTheLimitsOfDepthAndNumberInEntities) {
    std::string subset = "<!ENTITY e0 ''>";
    for (int i = 1; i < 8; ++i) {
        subset += "<!ENTITY e" + std::to_string(i) + " '";
        for (int k = 0; k < 40; ++k) subset += "<b>";
        subset += "&e" + std::to_string(i - 1) + ";";
        for (int k = 0; k < 40; ++k) subset += "</b>";
        subset += "'>";
    }
    EXPECT_EQ(error_declaring(subset, "<a>&e7;</a>").message(), "nests elements more than 200 deep");
    Limits few = with_type();
    few.max_nodes = 50;
    EXPECT_THROW(Document::parse("<!DOCTYPE a [<!ENTITY e '<b/><b/><b/><b/><b/><b/><b/><b/><b/><b/>'>]><a>&e;&e;&e;&e;&e;&e;</a>", "x.xml", few), Error);
}

}  // namespace irikteu::xml
