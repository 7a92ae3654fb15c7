#include "xml/reading_tree.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/error.hpp"
#include "xml/document.hpp"

namespace irikteu::xml {

namespace {

const Limits kLimits;

/// An element as text: names, namespaces, attributes, texts.
std::string shown(Node node) {
    std::string out = "<" + std::string(node.prefix()) + "{" + std::string(node.namespace_uri()) + "}" + std::string(node.name());
    for (const Node a : node.attributes()) out += " " + std::string(a.prefix()) + "{" + std::string(a.namespace_uri()) + "}" + std::string(a.name()) + "='" + std::string(a.content()) + "'";
    out += ">";
    for (const Node child : node.children()) {
        if (child.is_element()) out += shown(child);
        else if (child.kind() == Node::Kind::text) out += child.content();
    }
    return out + "</>";
}

/// What the quick reader makes of it, as XML; empty where it leaves the bytes to the real parser.
std::string quick(const std::string& bytes) {
    ReadingTree tree;
    try {
        tree = ReadingTree::parse(bytes, "a.xml", kLimits);
    } catch (const base::Error&) {
        return {};
    }
    if (tree.is_unusual()) return {};
    return shown(tree.root());
}

const char* const kSound[] = {
    "<a/>",
    "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:a xmlns:w=\"urn:w\"><w:b w:c=\"1\" d='2 \"x\"'>Кластер &amp; &lt;&#1201;&#x20B8;&gt;</w:b></w:a>\n",
    "<a xmlns=\"urn:a\" xmlns:b=\"urn:b\"><b:c xmlns=\"urn:c\" xml:space=\"preserve\"> <d/> </b:c><e b:f=\"\"/></a>",
    "<a>one<!-- two -->three<![CDATA[<four>]]>five</a>",
    "<a b=\"x\ty\r\nz\">x\r\ny\rz</a>",
    "<a>\xF0\x9F\x98\x80 ]] > </a>",
    "<!-- before --><a/><!-- after -->",
    "<a><b></b><b>1</b\n></a>",
};

const char* const kLeftAlone[] = {
    "", " ", "<", "<a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b=1/>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a b=\"1\"c=\"2\"/>",
    "<a>]]></a>", "<a>&b;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xFFFF;</a>", "<a>\x01</a>", "<a>\xC0\x80</a>", "<a>\xED\xA0\x80</a>", "<a>\xEF\xBF\xBF</a>",
    "<!DOCTYPE a><a/>", "<a><!-- -- --></a>", "<a><?xml version=\"1.0\"?></a>", "<b:a/>", "<a b:c=\"1\"/>", "<a xmlns:b=\"\"/>", "<a:b:c xmlns:a=\"x\"/>",
    "<a xmlns:b=\"u\" xmlns:c=\"u\" b:d=\"1\" c:d=\"2\"/>", "<1/>", "<a><![CDATA[x</a>", "<a &amp;/>", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a/>", "<a/ >",
    "<a\x80/>", "<a b=\"&lt\"/>", "<ә/>",
};

}  // namespace

TEST(ReadingTree, IsTheTreeThatTheParserBuilds) {
    for (const char* bytes : kSound) EXPECT_EQ(quick(bytes), shown(Document::parse(bytes, "a.xml").root())) << bytes;
}

TEST(ReadingTree, LeavesToTheParserWhatItDoesNotTake) {
    for (const char* bytes : kLeftAlone) EXPECT_EQ(quick(bytes), "") << bytes;
    EXPECT_EQ(ReadingTree::parse("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>\xCA</a>", "a.xml", kLimits).root().text(), "К");
    EXPECT_THROW(ReadingTree::parse("<a></b>", "a.xml", kLimits), base::Error);
    Limits few;
    few.max_nodes = 3;
    EXPECT_THROW(ReadingTree::parse("<a><b/><b/><b/></a>", "a.xml", few), base::Error);
    few = {};
    few.max_depth = 2;
    EXPECT_THROW(ReadingTree::parse("<a><b><c/></b></a>", "a.xml", few), base::Error);
}

TEST(ReadingTree, NeverTakesWhatTheParserRefuses) {
    std::mt19937 random(535);  // Fixed: the same damage every time.
    const std::string alphabet = "<>/=\"'&;!-[]?: ax\x80\xD0\xBA\n#1";
    int taken = 0;
    for (const char* bytes : kSound) {
        for (int i = 0; i < 2'000; ++i) {
            std::string damaged = bytes;
            for (int k = 0; k < 1 + i % 3; ++k) {
                const std::size_t at = random() % damaged.size();
                const char c = alphabet[random() % alphabet.size()];
                if (i % 2 == 0) damaged[at] = c;
                else damaged.insert(at, 1, c);
            }
            const std::string found = quick(damaged);
            if (found.empty()) continue;
            ++taken;
            try {
                const Document expected = Document::parse(damaged, "a.xml");
                EXPECT_EQ(found, shown(expected.root())) << damaged;
            } catch (const base::Error& error) {
                ADD_FAILURE() << damaged << ": " << error.what();
            }
        }
    }
    EXPECT_GT(taken, 1'000);
}

}  // namespace irikteu::xml
