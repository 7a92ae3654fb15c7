#include "xml/stylesheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "base/faults.hpp"
#include "xml/schema.hpp"

namespace irikteu::xml {

namespace {

std::string sheet(const std::string& body) {
    return "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:f' "
           "exclude-result-prefixes='f'>" + body + "</xsl:stylesheet>";
}

base::Error failure(const base::MemoryDisk& disk, const std::string& path) {
    try {
        const auto stylesheet = Stylesheet::load(disk, path, "t");
        stylesheet.apply(Document::parse("<a/>", "a"), {}, {});
    } catch (const base::Error& error) {
        return error;
    }
    return base::Error(base::ErrorCode::usage, "did not fail");
}

}  // namespace

TEST(Stylesheet, TransformsWithImportsParametersAndFunctions) {
    base::MemoryDisk disk;
    disk.write("t/style/common.xsl", sheet("<xsl:template name='c'><c/></xsl:template>"));
    disk.write("t/act/main.xsl", sheet("<xsl:import href='../style/common.xsl'/><xsl:param name='who'/>"
                                       "<xsl:template match='/'><out who='{$who}' d='{f:twice(/a)}'>"
                                       "<xsl:call-template name='c'/></out></xsl:template>"));
    FunctionLibrary library;
    library.add("urn:f", "twice", [](std::span<const Value> a) -> Value { return to_string(a[0]) + to_string(a[0]); });
    const auto stylesheet = Stylesheet::load(disk, "t/act/main.xsl", "t");
    const auto result = stylesheet.apply(Document::parse("<a>ұ</a>", "a"), {{"who", "it's \"me\""}}, library);
    EXPECT_EQ(result.root().attribute("who"), "it's \"me\"");
    EXPECT_EQ(result.root().attribute("d"), "ұұ");
    EXPECT_TRUE(result.root().first_element("c"));
}

TEST(Stylesheet, NamesFileAndLineOfWhatFails) {
    base::MemoryDisk disk;
    disk.write("t/a.xsl", sheet("\n\n<xsl:template match='/'>\n<xsl:value-of select='f:none()'/></xsl:template>"));
    disk.write("t/b.xsl", sheet("<xsl:template match='/'>\n<xsl:message terminate='yes'>no name</xsl:message></xsl:template>"));
    disk.write("t/c.xsl", sheet("\n<xsl:template match='a['/>"));
    const base::Error a = failure(disk, "t/a.xsl");
    EXPECT_EQ(a.where().file, "t/a.xsl") << a.what();
    EXPECT_EQ(a.where().line, 4) << a.what();
    const base::Error b = failure(disk, "t/b.xsl");
    EXPECT_EQ(b.message(), "no name");
    EXPECT_EQ(b.where().line, 2) << b.what();
    EXPECT_EQ(failure(disk, "t/c.xsl").code(), base::ErrorCode::malformed);
    // What a template says of the data names their place.
    disk.write("t/e.xsl", sheet("<xsl:template match='/*'>\n<xsl:message terminate='yes'>no <xsl:value-of select=\"'name'\"/></xsl:message></xsl:template>"));
    const base::Error e = failure(disk, "t/e.xsl");
    EXPECT_EQ(e.message(), "no name");
    EXPECT_EQ(e.where().line, 1) << e.what();
    EXPECT_EQ(e.where().file, "a");
}

TEST(Stylesheet, EndsWhatWouldNeverEnd) {
    base::MemoryDisk disk;
    disk.write("t/twice.xsl", sheet("<xsl:template match='/'><a><xsl:call-template name='n'/></a></xsl:template>\n<xsl:template name='n'><xsl:param name='n' select='40'/>"
                                    "<xsl:if test='$n &gt; 0'><b/><xsl:call-template name='n'><xsl:with-param name='n' select='$n - 1'/></xsl:call-template>"
                                    "<xsl:call-template name='n'><xsl:with-param name='n' select='$n - 1'/></xsl:call-template></xsl:if></xsl:template>"));
    disk.write("t/long.xsl", sheet("<xsl:template match='/'><a><xsl:call-template name='n'/></a></xsl:template>\n<xsl:template name='n'><xsl:param name='s' select=\"'0123456789'\"/>"
                                   "<xsl:call-template name='n'><xsl:with-param name='s' select='concat($s, $s)'/></xsl:call-template></xsl:template>"));
    for (const char* name : {"t/twice.xsl", "t/long.xsl"}) {
        const base::Error error = failure(disk, name);
        EXPECT_EQ(error.code(), base::ErrorCode::invalid) << name;
        EXPECT_EQ(error.where().file, name) << error.what();
        EXPECT_EQ(error.where().line, 2) << error.what();
    }
    EXPECT_NE(failure(disk, "t/long.xsl").message().find("concat() would make a string of"), std::string::npos) << failure(disk, "t/long.xsl").what();
    // A loop of a hundred thousand and a string of a megabyte are nothing unusual.
    disk.write("t/fair.xsl", sheet("<xsl:template match='/'><a><xsl:call-template name='n'><xsl:with-param name='n' select='16'/></xsl:call-template></a></xsl:template>\n<xsl:template name='n'><xsl:param name='n'/><xsl:param name='s' select=\"'0123456789'\"/>"
                                   "<xsl:if test='$n &gt; 0'><xsl:call-template name='n'><xsl:with-param name='n' select='$n - 1'/><xsl:with-param name='s' select='concat($s, $s)'/></xsl:call-template>"
                                   "<xsl:call-template name='n'><xsl:with-param name='n' select='$n - 1'/></xsl:call-template></xsl:if></xsl:template>"));
    EXPECT_NO_THROW(Stylesheet::load(disk, "t/fair.xsl", "t").apply(Document::parse("<a/>", "a"), {}, {}));
}

TEST(Stylesheet, RefusesElementsThatXsltDoesNotHave) {
    base::MemoryDisk disk;
    disk.write("t/a.xsl", sheet("<xsl:template match='/'>\n<a><xsl:valu-of select='.'/></a></xsl:template>"));
    disk.write("t/b.xsl", sheet("<xsl:import href='a.xsl'/>"));
    const std::string later = "<xsl:stylesheet version='2.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>";
    disk.write("t/c.xsl", later + "<xsl:template match='/'><a><xsl:try><xsl:fallback><b/></xsl:fallback></xsl:try></a></xsl:template></xsl:stylesheet>");
    disk.write("t/d.xsl", sheet("<d:note xmlns:d='urn:d'><xsl:example/></d:note><xsl:template match='/'><a/></xsl:template>"));
    disk.write("t/e.xsl", "<a xsl:version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n<xsl:iff test='1'/></a>");
    disk.write("t/f.xsl", sheet("<xsl:template match='/'><a xsl:version='3.0'><xsl:try><xsl:fallback><b/></xsl:fallback></xsl:try></a></xsl:template>"));
    for (const char* path : {"t/a.xsl", "t/b.xsl"}) {
        const base::Error error = failure(disk, path);
        EXPECT_EQ(error.code(), base::ErrorCode::malformed) << path;
        EXPECT_EQ(error.where().file, "t/a.xsl") << error.what();
        EXPECT_EQ(error.where().line, 2) << error.what();
        EXPECT_NE(error.message().find("xsl:valu-of"), std::string::npos) << error.what();
    }
    EXPECT_EQ(failure(disk, "t/e.xsl").where().line, 2);
    for (const char* path : {"t/c.xsl", "t/d.xsl", "t/f.xsl"}) EXPECT_EQ(failure(disk, path).message(), "did not fail") << path;
}

TEST(Stylesheet, TellsAllItsFaultsWithTheirPlaces) {
    base::MemoryDisk disk;
    disk.write("t/part.xsl", sheet("\n<xsl:template name='p'><xsl:value-of select='p['/></xsl:template>"));
    disk.write("t/a.xsl", sheet("<xsl:import href='part.xsl'/><xsl:template match='/'>\n<xsl:value-of select='a['/>\n<xsl:if/>\n<xsl:valu-of/></xsl:template>"));
    std::vector<std::string> places;
    try {
        Stylesheet::load(disk, "t/a.xsl", "t");
    } catch (const base::Error& error) {
        for (const base::Error& fault : base::all_of(error)) places.push_back(base::to_string(fault.where()));
    }
    EXPECT_THAT(places, ::testing::UnorderedElementsAre("t/part.xsl:2", "t/a.xsl:2", "t/a.xsl:3", "t/a.xsl:4"));
}

TEST(Stylesheet, ReadsNothingOutsideItsFolder) {
    base::MemoryDisk disk;
    disk.write("secret.xml", "<secret/>");
    disk.write("t/a.xsl", sheet("<xsl:template match='/'><o><xsl:copy-of select=\"document('../secret.xml')\"/></o></xsl:template>"));
    disk.write("t/b.xsl", sheet("<xsl:import href='../secret.xml'/><xsl:template match='/'/>"));
    const auto result = Stylesheet::load(disk, "t/a.xsl", "t").apply(Document::parse("<a/>", "a"), {}, {});
    EXPECT_FALSE(result.root().first_element());
    EXPECT_EQ(failure(disk, "t/b.xsl").code(), base::ErrorCode::malformed);
}

TEST(Schema, FindsEveryFaultWithItsLine) {
    base::MemoryDisk disk;
    disk.write("s/part.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType name='one'>"
                             "<xs:restriction base='xs:string'><xs:enumeration value='1'/></xs:restriction></xs:simpleType></xs:schema>");
    disk.write("s/main.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='part.xsd'/>"
                             "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b' type='one' maxOccurs='9'/>"
                             "</xs:sequence></xs:complexType></xs:element></xs:schema>");
    const auto schema = Schema::load(disk, "s/main.xsd");
    EXPECT_TRUE(schema.validate(Document::parse("<a><b>1</b></a>", "a")).empty());
    const auto document = Document::parse("<a><b>1</b>\n<b>2</b>\n<b>3</b></a>", "a");
    const auto faults = schema.validate(document);
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0].line, 2);
    EXPECT_EQ(faults.back().line, 3);
    disk.write("s/bad.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='nothing'/></xs:schema>");
    EXPECT_THROW(Schema::load(disk, "s/bad.xsd"), base::Error);
}

}  // namespace irikteu::xml
