#include "xml/tree_room.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <string>
#include <thread>
#include <vector>

#include "xml/document.hpp"

namespace irikteu::xml {

namespace {
std::string items(int many) {
    std::string text = "<list xmlns='urn:x' xmlns:y='urn:y' xml:lang='kk'>";
    for (int i = 0; i < many; ++i) text += "<item y:n='" + std::to_string(i) + "' long='a value of more than sixteen bytes'>text " + std::to_string(i) + ", a long one<!-- c --></item>\n";
    return text + "</list>";
}
}  // namespace

TEST(TreeRoom, HoldsTreesOfManyChunksAndTheNextDocumentTakesThem) {
    for (int round = 0; round < 3; ++round) {
        const Document document = Document::parse(items(5000), "x.xml");
        const Document other = Document::parse(items(3), "y.xml");
        EXPECT_EQ(document.root().last_child().previous_sibling().text(), "text 4999, a long one");
        EXPECT_EQ(document.serialize_compact().size(), document.clone().serialize_compact().size());
        EXPECT_EQ(other.root().child_text("item"), "text 0, a long one");
    }
}

TEST(TreeRoom, OfADocumentIsFoundByItsAddress) {
    const Document document = Document::create("a", "urn:x");
    const Document copy = document.clone();
    EXPECT_EQ(TreeRoom::of(nullptr), nullptr);
    EXPECT_EQ(TreeRoom::of(copy.raw()), nullptr);
    const Document next = Document::create("a", "urn:x");
    if (TreeRoom::of(document.raw()) != nullptr) {
        EXPECT_NE(TreeRoom::of(document.raw()), TreeRoom::of(next.raw()));
    }
}

TEST(TreeRoom, GivesTreesThatNodeChanges) {
    Document document = Document::parse(items(3), "x.xml");
    const Document donor = Document::parse("<z:d xmlns:z='urn:z'><z:e f='g'>moved</z:e></z:d>", "z.xml");
    Node root = document.root();
    Node first = root.first_element();
    for (int i = 0; i < 3; ++i) first.set_attribute("long", "another value of more than sixteen bytes " + std::to_string(i));
    first.set_attribute("xml:lang", "ru");
    first.set_attribute("xml:lang", "en");
    first.append_text(" and");
    first.append_text(" more than there was room for");
    first.rename("renamed");
    first.next_element().remove();
    root.insert_before("aside").remove();
    first.insert_before("head").append("urn:other", "foreign").append_text(std::string(100'000, 'x'));
    root.append_copy(donor.root().first_element());
    root.last_child().declare_namespace("w", "urn:w");
    root.first_element().remove_attribute("none");
    EXPECT_EQ(first.attribute("long"), "another value of more than sixteen bytes 2");
    EXPECT_EQ(first.attribute("lang", "http://www.w3.org/XML/1998/namespace"), "en");
    EXPECT_EQ(first.text(), "text 0, a long one and more than there was room for");
    const Document again = Document::parse(document.serialize_compact(), "again.xml");
    EXPECT_EQ(again.canonical(), document.canonical());
    EXPECT_EQ(again.root().first_element().first_element().text().size(), 100'000u);
}

TEST(TreeRoom, GoesWhereverItsDocumentIsFreed) {
    for (int i = 0; i < 1000; ++i) xmlFreeDoc(Document::parse(items(300), "x.xml").release());
    std::vector<Document> made;
    std::thread([&] {
        for (int i = 0; i < 20; ++i) made.push_back(Document::parse(items(300), "x.xml"));
    }).join();
    for (const Document& each : made) EXPECT_EQ(each.root().last_child().previous_sibling().attribute("n", "urn:y"), "299");
    made.clear();
}

TEST(TreeRoom, LetsLibxml2JoinAndMoveWhatLiesInIt) {
    Document document = Document::parse("<a><b>a text that is longer than sixteen bytes</b><c/></a>", "x.xml");
    xmlNodePtr text = document.root().first_element().raw()->children;
    xmlNodeAddContent(text, BAD_CAST " and goes on");
    mix_into(document.raw());
    EXPECT_EQ(document.root().child_text("b"), "a text that is longer than sixteen bytes and goes on");
    xmlUnlinkNode(text);
    xmlAddChild(document.root().first_element("c").raw(), text);
    xmlNodeSetContent(document.root().first_element("b").raw(), BAD_CAST "new");
    EXPECT_EQ(document.root().text(), "newa text that is longer than sixteen bytes and goes on");
}

}  // namespace irikteu::xml
