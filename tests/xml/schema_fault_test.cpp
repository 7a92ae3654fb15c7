#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk.hpp"
#include "xml/schema.hpp"

using testing::ElementsAre;

namespace irikteu::xml {
namespace {

/// "kind element@attribute: values with a bar between", of each fault.
std::vector<std::string> told_by(const Schema& schema, const std::string& text) {
    const Document document = Document::parse(text, "a.xml");
    std::vector<std::string> result;
    for (const SchemaFault& fault : schema.validate(document)) {
        std::string told = std::string(fault.kind) + ' ' + fault.element + (fault.attribute.empty() ? "" : '@' + fault.attribute) + ':';
        for (const std::string& value : fault.values) told += (told.ends_with(':') ? " " : "|") + value;
        result.push_back(told);
    }
    return result;
}

Schema schema() {
    base::MemoryDisk disk;
    disk.write("s/a.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
      <xs:element name="r"><xs:complexType><xs:sequence>
        <xs:element name="a" maxOccurs="2"><xs:complexType><xs:attribute name="n" type="xs:positiveInteger" use="required"/><xs:attribute name="f" fixed="q"/></xs:complexType></xs:element>
        <xs:element name="e" minOccurs="0" type="listed"/>
        <xs:element name="l" minOccurs="0" type="short"/>
        <xs:element name="m" minOccurs="0" type="small"/>
        <xs:element name="p" minOccurs="0" type="pattern"/>
        <xs:element name="d" minOccurs="0" type="digits"/>
        <xs:element name="i" minOccurs="0"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>
      </xs:sequence><xs:attribute name="l" type="short"/></xs:complexType></xs:element>
      <xs:simpleType name="listed"><xs:restriction base="xs:string"><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="short"><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="small"><xs:restriction base="xs:integer"><xs:minInclusive value="2"/><xs:maxExclusive value="5"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="pattern"><xs:restriction base="xs:string"><xs:pattern value="a+"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="digits"><xs:restriction base="xs:decimal"><xs:totalDigits value="3"/><xs:fractionDigits value="1"/></xs:restriction></xs:simpleType>
    </xs:schema>)");
    return Schema::load(disk, "s/a.xsd");
}

std::vector<std::string> told(const std::string& inside, const std::string& root = "<r xmlns='urn:t'>") {
    static const Schema one = schema();
    return told_by(one, root + inside + "</r>");
}

TEST(SchemaFault, IsTakenApart) {
    EXPECT_THAT(told(""), ElementsAre("missing r: a"));
    EXPECT_THAT(told("<a/>"), ElementsAre("attribute-missing a@n:"));
    EXPECT_THAT(told("<a n='1' z='1'/>"), ElementsAre("attribute-not-allowed a@z:"));
    EXPECT_THAT(told("<a n='0'/>"), ElementsAre("type a@n: 0|xs:positiveInteger"));
    EXPECT_THAT(told("<a n='1' f='w'/>"), ElementsAre("fixed a@f: w|q"));
    EXPECT_THAT(told("<a n='1'>text</a>"), ElementsAre("text-in-empty a:"));
    EXPECT_THAT(told("<a n='1'><b/></a>"), ElementsAre("elements-in-empty a:"));
    EXPECT_THAT(told("<a n='1'/>text"), ElementsAre("text-among-elements r:"));
    EXPECT_THAT(told("<a n='1'/><b/>"), ElementsAre("unexpected-but b: e, l, m, p, d, i"));
    EXPECT_THAT(told("<a n='1'/><i/><b/>"), ElementsAre("unexpected b:"));
    EXPECT_THAT(told("<a n='1'/><e>7</e>"), ElementsAre("not-listed e: 7|'1', '2'"));
    EXPECT_THAT(told("<a n='1'/><l>x</l>"), ElementsAre("min-length l: 1|2"));
    EXPECT_THAT(told("<a n='1'/>", "<r xmlns='urn:t' l='xxxx'>"), ElementsAre("max-length r@l: 4|3"));
    EXPECT_THAT(told("<a n='1'/><m>1</m>"), ElementsAre("less m: 1|2"));
    EXPECT_THAT(told("<a n='1'/><m>5</m>"), ElementsAre("not-below m: 5|5"));
    EXPECT_THAT(told("<a n='1'/><p>b</p>"), ElementsAre("pattern p: b|a+"));
    EXPECT_THAT(told("<a n='1'/><d>1234</d>"), ElementsAre("digits d: 1234|3"));
    EXPECT_THAT(told("<a n='1'/><d>1.23</d>"), ElementsAre("fraction-digits d: 1.23|1"));
    EXPECT_THAT(told("<a n='1'/><m>x</m>"), ElementsAre("type m: x|small"));
    EXPECT_THAT(told("<a n='1'/><i>x</i>"), ElementsAre("type i: x|xs:int", "value i: x"));
    EXPECT_THAT(told("<a n='1'/><e><b/></e>").front(), "elements-in-text e:");
}

TEST(SchemaFault, IsTakenApartWhereKeysAreBroken) {
    base::MemoryDisk disk;
    disk.write("k.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">
      <xs:complexType><xs:sequence><xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="n" type="xs:int"/><xs:attribute name="to" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
      <xs:key name="numbers"><xs:selector xpath="a"/><xs:field xpath="@n"/></xs:key>
      <xs:keyref name="goals" refer="numbers"><xs:selector xpath="a"/><xs:field xpath="@to"/></xs:keyref>
    </xs:element></xs:schema>)");
    const Schema keys = Schema::load(disk, "k.xsd");
    EXPECT_THAT(told_by(keys, "<r><a n='1'/><a n='1'/></r>"), ElementsAre("key-duplicate a: ['1']|numbers"));
    EXPECT_THAT(told_by(keys, "<r><a n='1' to='3'/></r>"), ElementsAre("key-unmatched a: ['3']|goals"));
    EXPECT_THAT(told_by(keys, "<r><a/></r>"), ElementsAre("key-incomplete a: numbers"));
}

TEST(SchemaFault, TellsANamespaceThatIsNotTheSchemas) {
    EXPECT_THAT(told("<a xmlns='' n='1'/>"), ElementsAre("unexpected-but {}a: a"));
    EXPECT_THAT(told("<o:a xmlns:o='urn:o' n='1'/>"), ElementsAre("unexpected-but {urn:o}a: a"));
    EXPECT_THAT(told("<a n='1' xmlns:o='urn:o' o:z='1'/>"), ElementsAre("attribute-not-allowed a@{urn:o}z:"));
    EXPECT_THAT(told("", "<r xmlns='urn:o'>"), ElementsAre("root {urn:o}r:"));
}

}  // namespace
}  // namespace irikteu::xml
