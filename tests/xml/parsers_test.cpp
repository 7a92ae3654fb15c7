#include "xml/parsers.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "support/folders.hpp"
#include "xml/canonical.hpp"

namespace irikteu::xml {
namespace {

const std::string source = support::source_path();

struct Parsed {
    Document document;
    std::string shown;  ///< Everything that a tree holds; empty where it was refused.
};

void lines(Node node, std::string& out) {
    if (node.is_element() || node.kind() == Node::Kind::comment) out += ' ' + std::to_string(node.line());
    for (Node child : node.children()) lines(child, out);
}

/// Whether our canonical form of a document is libxml2's.
void expect_canonical(const Document& document) {
    std::string ours;
    if (!write_canonical(document.raw(), [&](std::string_view piece) { ours += piece; })) return;
    try {
        EXPECT_EQ(ours, document.canonical());
    } catch (const base::Error&) {  // A namespace's name that libxml2 takes for none.
    }
}

Parsed shown(Document document) {
    Parsed result;
    result.shown = document.serialize_compact();
    expect_canonical(document);
    lines(document.document_node(), result.shown);
    result.document = std::move(document);
    return result;
}

Parsed quickly(std::string_view bytes, const Limits& limits = {}) {
    _xmlDoc* raw = parse_quickly(bytes, limits);
    return raw == nullptr ? Parsed() : shown(Document::adopt(raw, "x.xml"));
}

Parsed thoroughly(std::string_view bytes, const Limits& limits = {}) {
    try {
        return shown(Document::adopt(parse_thoroughly(bytes, "x.xml", limits), "x.xml"));
    } catch (const base::Error&) {
        return {};
    }
}

TEST(Parsers, BuildTheSameTree) {
    for (const char* text : {
             "<a/>", "\xEF\xBB\xBF<a/>", "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<a/>\n", "<?xml version=\"1.0\" standalone = 'no' ?><a></a >",
             "<!--c--><?p  q r?>\n<a x='1'\n y = \"&lt;&#1178;&#x1F600;&quot;'\"\tz='a\n\tb'/><!---->\n<?e?>",
             "<a xmlns='urn:1' xmlns:p='urn:2' p:b='1' b='2' xml:lang='kk'><p:c><d xmlns=''/><p:d xmlns:p='urn:3' p:e=''/></p:c><e/></a>",
             "<a>Қазақ тілі &amp; <![CDATA[<x> & ]]>y]] ><b>\r\n\r</b>&#13;</a>", "<a>\n<b>1</b>\n<c>абв\nгде</c>\n\n<d/></a>", "<a><![CDATA[]]></a>", "<a>a]b</a>",
             "<a>a longer text than fits into a node by itself</a>", "<a b='a longer value than fits into a node by itself'/>", "<a b=\"'>]]>\"/>"}) {
        const Parsed quick = quickly(text);
        EXPECT_NE(quick.shown, "") << text;
        EXPECT_EQ(quick.shown, thoroughly(text).shown) << text;
    }
}

TEST(Parsers, LeaveToTheThoroughOneWhatIsNotPlain) {
    for (const char* text :
         {"", "a", "<a>", "<a/><b/>", "<a></b>", "<a b/>", "<a b=1/>", "<a b='1'c='2'/>", "<a b='<'/>", "<a b='1' b='2'/>", "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>",
          "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xFFFE;</a>", "<a>&#x110000;</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><?xml v?></a>", "<a>\x01</a>", "<a>\xC0\x80</a>",
          "<a>\xED\xA0\x80</a>", "<a>\xEF\xBF\xBF</a>", "<a>\xF5\x80\x80\x80</a>", "<a>\xD0</a>", "<p:a/>", "<a p:b='1'/>", "<a xmlns:p=''/>", "<a xmlns:xml='urn:x'/>",
          "<a xml:id='x'/>", "<!DOCTYPE a><a/>", "<?xml version='1.1'?><a/>", "<?xml version='1.0' encoding='windows-1251'?><a/>", "<?xml encoding='utf-8'?><a/>", "<әріп/>", "<a:b:c/>",
          "<a/>x", "<a", "<a b='", "<a><![CDATA[x", "<a><!--", "<a><?p", " <?xml version='1.0'?><a/>", "<?p:q r?><a/>", "<?pq?r?><a/>"})
        EXPECT_EQ(quickly(text).shown, "") << text;
    EXPECT_EQ(quickly(std::string("<a>\0</a>", 8)).shown, "");
    Limits few;
    few.max_nodes = 4;
    few.max_depth = 2;
    EXPECT_NE(quickly("<a b='1'><c/></a>", few).shown, "");
    EXPECT_EQ(quickly("<a b='1'><c d=''/></a>", few).shown, "");
    EXPECT_EQ(quickly("<a b='1'><c/><!----></a>", few).shown, "");
    EXPECT_EQ(quickly("<a><b><c/></b></a>", few).shown, "");
}

TEST(Parsers, AgreeOnOurOwnFiles) {
    for (const std::string path : {"/templates/kz-535-2015/act.xml", "/templates/schema/dossier.xsd", "/templates/kz-535-2015/rules/stage-1/company.sch",
                                   "/samples/kz-535-2015/competition-1/inbox/01-turkistan-textile.xml"}) {
        const std::string bytes = base::RealDisk().read(source + path, 1u << 24);
        const Parsed quick = quickly(bytes);
        ASSERT_NE(quick.shown, "") << path;
        EXPECT_EQ(quick.shown, thoroughly(bytes).shown) << path;
    }
}

/// Whatever the quick parser takes, libxml2 takes too, and in the same way.
TEST(Parsers, AgreeOnDamagedFiles) {
    const std::string whole =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--c--><a xmlns=\"urn:1\" xmlns:p='urn:2' xml:space=\"preserve\"><?p q?><p:b p:c='1' c=\"&lt;&#65;\">Ә &amp; x]]</p:b>"
        "<d><![CDATA[y]]></d>\r\n<e\tf=\"g\n\"/></a>\n";
    const std::string pieces[] = {"<", ">", "/", "&", ";", "\"", "'", "=", " ", "]]>", "--", "<!--", "?>", "<?", "xmlns", "p:", ":", "\r\n", "\n", "\xD3", "\x98", "\x00", "&#x41;", "<b>", "</d>", "xml:"};
    std::mt19937 random(19757);
    int taken = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text = whole;
        for (unsigned edits = 1 + random() % 2; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0: text.erase(at, 1 + random() % 3); break;
                case 1: text.insert(at, pieces[random() % std::size(pieces)]); break;
                case 2: text[at] = static_cast<char>(random() % 256); break;
                default: std::swap(text[at], text[random() % text.size()]); break;
            }
        }
        // libxml2 does not count the lines that a carriage return alone ends.
        for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1))
            if (text[at + 1] != '\n') text[at] = ' ';
        const Parsed quick = quickly(text);
        if (quick.shown.empty()) continue;
        ++taken;
        ASSERT_EQ(quick.shown, thoroughly(text).shown) << text;
    }
    EXPECT_GT(taken, 2000);
}

}  // namespace
TEST(Parsers, RefuseAnElementWhoseAttributesOrNamespacesWouldTakeLongToCompare) {
    std::string many = "<a";
    for (int i = 0; i < 100'000; ++i) many += " b" + std::to_string(i) + "='>'";
    std::string spaces = "<a";
    for (int i = 0; i < 100'000; ++i) spaces += " xmlns:b" + std::to_string(i) + "='u'";
    for (const std::string& text : {many + "/>", spaces + "/>", "<?xml version='1.0' encoding='windows-1251'?>" + many + "/>"}) {
        try {
            Document::parse(text, "x.xml");
            ADD_FAILURE() << text.substr(0, 40);
        } catch (const base::Error& error) {
            EXPECT_EQ(error.code(), base::ErrorCode::limit_exceeded) << error.what();
        }
    }
}

}  // namespace irikteu::xml
