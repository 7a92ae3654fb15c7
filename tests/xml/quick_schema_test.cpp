#include "xml/quick_schema.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::xml {
namespace {

constexpr const char* kHead = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a" elementFormDefault="qualified">)";

/// A schema of our own that uses each thing which the quick form knows, and some that it does not.
const std::string kSchema = std::string(kHead) + R"(
  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
  <xs:attributeGroup name="g"><xs:attribute name="at" type="xs:string"/></xs:attributeGroup>
  <xs:simpleType name="kind"><xs:restriction base="xs:string"><xs:enumeration value="x"/><xs:enumeration value="y"/></xs:restriction></xs:simpleType>
  <xs:complexType name="field"><xs:simpleContent><xs:extension base="xs:string"><xs:attributeGroup ref="g"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:complexType name="tree"><xs:sequence>
    <xs:element name="label" type="field" minOccurs="0"/><xs:element name="tree" type="tree" minOccurs="0" maxOccurs="unbounded"/><xs:element name="end" type="xs:boolean"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="open"><xs:choice minOccurs="0" maxOccurs="unbounded">
    <xs:element name="p" type="field"/><xs:element name="n" type="xs:decimal"/><xs:element name="d" type="xs:date"/>
  </xs:choice><xs:attribute name="count" type="xs:positiveInteger" use="required"/></xs:complexType>
  <xs:element name="r"><xs:complexType><xs:all>
    <xs:element name="tree" type="tree"/><xs:element name="open" type="open" minOccurs="0"/>
    <xs:element name="none" minOccurs="0"><xs:complexType><xs:attribute name="kind" type="kind"/><xs:attribute name="size" type="xs:nonNegativeInteger"/></xs:complexType></xs:element>
    <xs:element name="mixed" minOccurs="0"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
  </xs:all><xs:attribute ref="xml:lang"/></xs:complexType></xs:element>
</xs:schema>)";

const std::string kXml = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/></xs:schema>)";

base::MemoryDisk disk_with(const std::string& schema) {
    base::MemoryDisk disk;
    disk.write("s/a.xsd", schema);
    disk.write("s/xml.xsd", kXml);
    return disk;
}

bool accepts(const std::string& content, const std::string& schema = kSchema) {
    const base::MemoryDisk disk = disk_with(schema);
    const auto quick = QuickSchema::compile(Document::parse(schema, "s/a.xsd"), disk, "s/a.xsd");
    return quick && quick->accepts(Document::parse(content, "a.xml"));
}

std::string in(const std::string& content) { return R"(<r xmlns="urn:a" xml:lang="kk">)" + content + "</r>"; }

TEST(QuickSchema, AcceptsWhatIsPlainlyValid) {
    EXPECT_TRUE(accepts(in("<tree><end>true</end></tree>")));
    EXPECT_TRUE(accepts(in(" <open count='3'><p at='1'>a<!-- c -->b</p><n>1.50</n><p/></open><tree> <label>l</label><tree><end>1</end></tree><end>0</end></tree>")));
    EXPECT_TRUE(accepts(in("<none kind='y' size='0'/><tree><end>true</end></tree>")));
    EXPECT_TRUE(accepts("<o:r xmlns:o='urn:a'><o:tree><o:end>true</o:end></o:tree></o:r>"));
}

TEST(QuickSchema, LeavesEverythingElseToTheThoroughOne) {
    const std::string tree = "<tree><end>true</end></tree>";
    for (const std::string& each : std::vector<std::string>{
             "", tree + tree, tree + "text", tree + "<none> </none>", tree + "<none kind='z'/>", tree + "<none size='-1'/>", tree + "<none size='+1'/>",
             tree + "<none other='1'/>", tree + "<open/>", tree + "<open count='0'/>", tree + "<open count='1'><n>a</n></open>", tree + "<open count='1'><n> 1 </n></open>",
             tree + "<open count='1'><d>2015-09-21</d></open>", tree + "<open count='1'><p><b/></p></open>", tree + "<mixed>a</mixed>", "<tree/>",
             "<tree><end>true</end><label/></tree>", "<tree><end>true</end><end>true</end></tree>", tree + "<x xmlns='urn:b'/>", "<tree xmlns=''><end>true</end></tree>",
             tree + "<none xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>"})
        EXPECT_FALSE(accepts(in(each))) << each;
    EXPECT_FALSE(accepts("<r xmlns='urn:b'/>"));
    EXPECT_FALSE(accepts("<r><tree><end>true</end></tree></r>"));
    EXPECT_FALSE(accepts("<r><tree xmlns='urn:a'><end>true</end></tree></r>"));
    EXPECT_FALSE(accepts("<tree xmlns='urn:a'><end>true</end></tree>"));
    EXPECT_FALSE(accepts("<r xmlns='urn:a' xml:lang='k'><tree><end>true</end></tree></r>"));
}

TEST(QuickSchema, DoesNotTakeSchemasWithMoreThanItKnows) {
    const auto with = [](const std::string& more) { return std::string(kHead) + more + "</xs:schema>"; };
    const std::string document = "<r xmlns='urn:a'/>";
    EXPECT_TRUE(accepts(document, with("<xs:element name='r'><xs:complexType/></xs:element>")));
    for (const std::string& each : std::vector<std::string>{
             "<xs:element name='r'><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>",
             "<xs:element name='r' nillable='true'><xs:complexType/></xs:element>",
             "<xs:element name='r' abstract='true'><xs:complexType/></xs:element>",
             "<xs:element name='r'><xs:complexType/><xs:unique name='u'><xs:selector xpath='a'/><xs:field xpath='@b'/></xs:unique></xs:element>",
             "<xs:element name='r'><xs:complexType><xs:attribute name='a' default='1'/></xs:complexType></xs:element>",
             "<xs:element name='r' type='xs:token'/>", "<xs:element name='r' type='unknown'/>", "<xs:element name='r'/>",
             "<xs:include schemaLocation='b.xsd'/><xs:element name='r'><xs:complexType/></xs:element>",
             "<xs:element name='r'><xs:complexType/></xs:element><xs:element name='s' substitutionGroup='r'/>"})
        EXPECT_FALSE(accepts(document, with(each))) << each;
}

TEST(QuickSchema, LeavesTypesWithoutEndToTheThoroughOne) {
    const auto chain = [](int types) {
        std::string schema = std::string(kHead) + "<xs:element name='r' type='t0'/>";
        for (int i = 0; i < types; ++i) {
            const std::string n = std::to_string(i), next = std::to_string(i + 1);
            schema += "<xs:complexType name='t" + n + "'><xs:sequence><xs:element name='e' type='t" + next + "' minOccurs='0'/></xs:sequence></xs:complexType>";
        }
        return schema + "<xs:complexType name='t" + std::to_string(types) + "'/></xs:schema>";
    };
    EXPECT_TRUE(accepts("<r xmlns='urn:a'><e><e/></e></r>", chain(50)));
    EXPECT_TRUE(accepts("<r xmlns='urn:a'><e><e/></e></r>", chain(20000)));
}

TEST(Schema, OfStrangersIsLibxml2sAlone) {
    base::MemoryDisk disk;
    disk.write("s/a.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:t' elementFormDefault='qualified'><xs:element name='r' type='xs:string'/></xs:schema>");
    EXPECT_FALSE(Schema::load(disk, "s/a.xsd").validate(Document::parse("<r>x</r>", "a.xml")).empty());
    EXPECT_TRUE(Schema::load(disk, "s/a.xsd").validate(Document::parse("<r xmlns='urn:t'>x</r>", "a.xml")).empty());
    EXPECT_FALSE(Schema::load(disk, "s/a.xsd", Schema::When::needed).validate(Document::parse("<r>x</r>", "a.xml")).empty());
}

TEST(QuickSchema, NeverAcceptsWhatLibxml2FindsInvalid) {
    // Dossiers with random damage: what is accepted here has no fault there.
    const base::RealDisk disk;
    const std::string path = support::source_path("/templates/schema/dossier.xsd");
    const Document written = Document::parse(disk.read(path, 1u << 20), path);
    const auto quick = QuickSchema::compile(written, disk, path);
    ASSERT_TRUE(quick);
    // The thorough form alone: a schema that the quick one does not take as a whole, and that says the same.
    std::string same = disk.read(path, 1u << 20);
    same.insert(same.rfind("</xs:schema>"), "<xs:notation name='n' public='n'/>");
    base::MemoryDisk other;
    other.write("s/dossier.xsd", same);
    other.write("s/xml.xsd", disk.read(support::source_path("/templates/schema/xml.xsd"), 1u << 20));
    ASSERT_FALSE(QuickSchema::compile(Document::parse(same, "s/dossier.xsd"), other, "s/dossier.xsd"));
    const Schema thorough = Schema::load(other, "s/dossier.xsd");

    std::mt19937 random(11);
    int accepted = 0, refused = 0;
    for (const char* name : {"competition-1/inbox/01-turkistan-textile.xml", "competition-1/inbox/10-qyzylorda-rice.xml", "competition-1/inbox/04-atyrau-petrochem.xml"}) {
        const std::string original = disk.read(support::source_path(std::string("/samples/kz-535-2015/") + name), 1u << 20);
        ASSERT_TRUE(thorough.validate(Document::parse(original, name)).empty());
        EXPECT_TRUE(quick->accepts(Document::parse(original, name)));
        for (int round = 0; round < 150; ++round) {
            Document document = Document::parse(original, name);
            for (int cut = 1 + static_cast<int>(random() % 3); cut > 0; --cut) {
                Node node = document.root();
                while (node.first_element() && random() % 5 != 0) {
                    Node child = node.first_element();
                    for (auto steps = random() % 12; steps > 0 && child.next_element(); --steps) child = child.next_element();
                    node = child;
                }
                switch (random() % 7) {
                    case 0: if (node.parent().is_element()) node.remove(); break;
                    case 1: node.append("p"); break;
                    case 2: node.append_text(random() % 2 ? "12" : " "); break;
                    case 3: node.set_attribute(random() % 2 ? "at" : "sheets", random() % 2 ? "7" : "x"); break;
                    case 4: node.set_attribute("stage", "2"); break;
                    case 5: if (node.parent().is_element()) node.parent().append_copy(node); break;
                    default: node.rename(random() % 2 ? "title" : "p"); break;
                }
            }
            const bool valid = thorough.validate(document).empty();
            const bool quickly = quick->accepts(document);
            EXPECT_FALSE(quickly && !valid) << document.serialize().substr(0, 2000);
            accepted += quickly;
            refused += !valid;
        }
    }
    EXPECT_GT(accepted, 30);
    EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace irikteu::xml
