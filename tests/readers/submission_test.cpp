#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "builder.hpp"
#include "readers/entry_name.hpp"
#include "readers/reader.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace test;

namespace {

const std::string dossier_xml =
    "<dossier xmlns=\"urn:irikteu:dossier:1\" stage=\"1\">\n<intake><number>7</number></intake>\n"
    "<application appendix=\"1\">\n<cluster_name at=\"mine\">Тоқыма</cluster_name>\n<signatory><name/></signatory>\n</application>\n"
    "<attachments><attachment>хат</attachment></attachments>\n</dossier>";

/// "file format error-code" of each document.
std::vector<std::string> files(const xml::Document& dossier) {
    std::vector<std::string> out;
    for (const xml::Node d : dossier.root().first_element("documents").elements()) {
        std::string line(d.attribute_or("file", ""));
        line += " " + std::string(d.attribute_or("format", "-"));
        if (const xml::Node error = d.first_element("error")) line += " " + std::string(error.attribute_or("code", ""));
        out.push_back(line);
    }
    return out;
}

ErrorCode code_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_FALSE(error.message().empty());
        return error.code();
    }
    ADD_FAILURE() << "was read";
    return ErrorCode::usage;
}

void expect_valid(const xml::Document& dossier) {
    static const xml::Schema schema = xml::Schema::load(base::RealDisk(), support::source_path("/templates/schema/dossier.xsd"));
    const xml::Document again = xml::Document::parse(dossier.serialize(), "again");
    for (const xml::SchemaFault& fault : schema.validate(again)) ADD_FAILURE() << fault.line << ": " << fault.message;
}

}  // namespace

TEST(Folder, IsReadFileByFile) {
    base::MemoryDisk disk;
    const std::string concept_docx = Docx(p("1. Мақсаты", "", "<w:b/>") + p("мәтін")).bytes();
    disk.write("in/oskemen/dossier.xml", dossier_xml);
    disk.write("in/oskemen/papers/concept.docx", concept_docx);
    disk.write("in/oskemen/broken.docx", concept_docx.substr(0, concept_docx.size() / 2));
    disk.write("in/oskemen/scan.pdf", "%PDF-1.4");
    disk.write("in/oskemen/~$ncept.docx", "lock");
    const auto dossier = read_dossier(disk, "in/oskemen/");
    EXPECT_EQ(dossier.root().attribute_or("name", ""), "oskemen");
    EXPECT_EQ(dossier.root().attribute_or("stage", ""), "1");
    EXPECT_THAT(files(dossier), ElementsAre("broken.docx docx malformed", "dossier.xml xml", "papers/concept.docx docx",
                                            "scan.pdf pdf malformed", "~$ncept.docx unknown"));
    const xml::Node first = dossier.root().first_element("documents").first_element();
    EXPECT_EQ(first.next_element().next_element().attribute_or("sha256", ""), base::sha256(concept_docx).hex());
    EXPECT_EQ(first.next_element().next_element().attribute_or("bytes", ""), std::to_string(concept_docx.size()));
    EXPECT_THAT(std::string(first.next_element().next_element().next_element().child_text("error")), HasSubstr("PDF"));
    expect_valid(dossier);
}

TEST(Folder, GivesTheSameAsItsZip) {
    base::MemoryDisk disk;
    const std::string paper = Docx(p("a")).bytes();
    disk.write("x/dossier.xml", dossier_xml);
    disk.write("x/б/concept.docx", paper);
    disk.write("y/x.zip", zip({{"x/", ""}, {"x/б/concept.docx", paper}, {"x/dossier.xml", dossier_xml}}));
    Carrier carrier{};
    EXPECT_EQ(read_dossier(disk, "x", {}, &carrier).serialize(), read_dossier(disk, "y/x.zip").serialize());
    EXPECT_EQ(carrier, Carrier::container);
    disk.write("z", disk.read("y/x.zip", 1 << 20));
    read_dossier(disk, "z", {}, &carrier);
    EXPECT_EQ(carrier, Carrier::container) << "whatever a zip is called";
}

TEST(Folder, DoesNotFollowLinksNorGoTooDeep) {
    const std::string root = ::testing::TempDir() + "irikteu-readers-links";
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root + "/a/b/c");
    std::filesystem::create_symlink("/etc/passwd", root + "/link.docx");
    base::RealDisk().write(root + "/a/b/c/x.docx", "x");
    Limits limits;
    limits.max_folders = 2;
    EXPECT_THAT(files(read_dossier(base::RealDisk(), root, limits)), ElementsAre("a/b/c - limit-exceeded", "link.docx - unsupported"));
}

TEST(Folder, MayBringPartsInSeveralXmlFiles) {
    base::MemoryDisk disk;
    disk.write("d/dossier.xml", dossier_xml);
    disk.write("d/a.xml", "<dossier xmlns=\"urn:irikteu:dossier:1\"><concept><title>К</title></concept></dossier>");
    disk.write("d/b.xml", "<dossier xmlns=\"urn:irikteu:dossier:1\">\n<concept/></dossier>");
    disk.write("d/c.xml", "<other/>");
    const auto dossier = read_dossier(disk, "d");
    EXPECT_THAT(files(dossier), ElementsAre("a.xml xml", "b.xml xml invalid", "c.xml other-xml unsupported", "dossier.xml xml"));
    EXPECT_EQ(dossier.root().first_element("concept").attribute_or("file", ""), "a.xml");
    expect_valid(dossier);
}

TEST(XmlDossier, SaysWhereEverythingStands) {
    base::MemoryDisk disk;
    disk.write("in/one.xml", dossier_xml);
    const auto dossier = read_dossier(disk, "in/one.xml");
    const xml::Node application = dossier.root().first_element("application");
    EXPECT_EQ(dossier.root().attribute_or("name", ""), "one");
    EXPECT_EQ(application.attribute_or("file", ""), "one.xml");
    EXPECT_EQ(application.attribute_or("at", ""), "line 3");
    EXPECT_EQ(application.first_element("cluster_name").attribute_or("at", ""), "line 4");
    EXPECT_EQ(application.first_element("signatory").first_element("name").attribute_or("at", ""), "line 5");
    expect_valid(dossier);
}

TEST(XmlDossier, IsRefusedWhereItIsNone) {
    base::MemoryDisk disk;
    const auto refused = [&](const std::string& bytes) {
        disk.write("x.xml", bytes);
        return code_of([&] { read_dossier(disk, "x.xml"); });
    };
    EXPECT_EQ(refused("<dossier/>"), ErrorCode::invalid);
    EXPECT_EQ(refused("<dossier xmlns=\"urn:irikteu:dossier:1\"><a></dossier>"), ErrorCode::malformed);
    EXPECT_EQ(refused("<dossier xmlns=\"urn:irikteu:dossier:1\"><documents/></dossier>"), ErrorCode::invalid);
    EXPECT_EQ(refused("<dossier xmlns=\"urn:irikteu:dossier:1\"><concept><outline appendix=\"2\"/></concept></dossier>"), ErrorCode::invalid);
    EXPECT_EQ(code_of([&] { read_dossier(disk, "absent"); }), ErrorCode::unreadable_file);
    disk.write("f/dossier.xml", "<dossier");
    EXPECT_EQ(code_of([&] { read_dossier(disk, "f"); }), ErrorCode::malformed);
}

TEST(Samples, AreReadAndStayValid) {
    const std::string inbox = support::source_path("/samples/kz-535-2015/competition-1/inbox");
    int read = 0;
    for (const auto& entry : base::RealDisk().list(inbox)) {
        if (!entry.name.ends_with(".xml")) continue;
        expect_valid(read_dossier(base::RealDisk(), inbox + "/" + entry.name));
        ++read;
    }
    EXPECT_GT(read, 0);
}

// ---- Zips

TEST(Zip, NamesAreReadInTheCodePageThatFits) {
    EXPECT_EQ(decode_entry_name("plain.docx"), "plain.docx");
    EXPECT_EQ(decode_entry_name("тұжырымдама.docx"), "тұжырымдама.docx");
    EXPECT_EQ(decode_entry_name("\x8A\xAE\xAD\xE6\xA5\xAF\xE6\xA8\xEF.docx"), "Концепция.docx");   // CP866
    EXPECT_EQ(decode_entry_name("\xCA\xEE\xED\xF6\xE5\xEF\xF6\xE8\xFF.docx"), "Концепция.docx");   // CP1251
}

TEST(Zip, InAZipIsOpenedOnce) {
    base::MemoryDisk disk;
    const std::string paper = Docx(p("a")).bytes();
    const std::string inner = zip({{"concept.docx", paper}, {"deeper.zip", zip({{"x.docx", paper}})}});
    disk.write("d.zip", zip({{"inner.zip", inner}, {"a.docx", paper}}));
    EXPECT_THAT(files(read_dossier(disk, "d.zip")), ElementsAre("a.docx docx", "inner.zip/concept.docx docx", "inner.zip/deeper.zip zip unsupported"));
}

TEST(Zip, ThatIsDamagedInsideIsAnErrorOfThatFileOnly) {
    base::MemoryDisk disk;
    disk.write("d.zip", zip({{"a.docx", Docx(p("a")).bytes()}, {"inner.zip", "PK\3\4 broken"}}));
    EXPECT_THAT(files(read_dossier(disk, "d.zip")), ElementsAre("a.docx docx", "inner.zip zip malformed"));
}

TEST(Zip, IsRefusedWhereItIsHostile) {
    base::MemoryDisk disk;
    const auto refused = [&](const std::string& bytes, const Limits& limits = {}) {
        disk.write("d.zip", bytes);
        return code_of([&] { read_dossier(disk, "d.zip", limits); });
    };
    const std::string good = zip({{"a1.xml", "x"}, {"a2.xml", "y"}});
    EXPECT_EQ(refused(good.substr(0, good.size() - 30)), ErrorCode::malformed);
    EXPECT_EQ(refused(replaced(good, "a2.xml", "a1.xml")), ErrorCode::malformed);
    for (const std::string name : {"../up.xml", "/root.xml", "c:\\x.xml", "a/../../b.xml", "a\\..\\..\\b.xml", "a//b.xml"}) {
        EXPECT_EQ(refused(zip({{"ok.xml", "x"}, {name, "x"}})), ErrorCode::malformed) << name;
    }
    EXPECT_EQ(refused(encrypted_zip({{"a.xml", "x"}})), ErrorCode::unsupported);
    EXPECT_EQ(refused(zip({{"bomb", std::string(32u << 20, '\0')}})), ErrorCode::limit_exceeded);
    Limits few;
    few.max_entries = 3;
    EXPECT_EQ(refused(zip({{"1", "a"}, {"2", "a"}, {"3", "a"}, {"4", "a"}}), few), ErrorCode::limit_exceeded);
    Limits small;
    small.max_total_bytes = 10;
    EXPECT_EQ(refused(zip({{"1", "abcdef"}, {"2", "ghijkl"}}), small), ErrorCode::limit_exceeded);
    small = {};
    small.max_file_bytes = 10;
    EXPECT_EQ(refused(good, small), ErrorCode::limit_exceeded);
}

TEST(Zip, OfManyEntriesIsRefusedBeforeItIsOpened) {
    std::string directory;
    const std::string one("PK\1\2\24\0\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a", 47);
    for (int i = 0; i < 200'000; ++i) directory += one;
    std::string end("PK\5\6\0\0\0\0\377\377\377\377", 12);
    for (int shift = 0; shift < 32; shift += 8) end += static_cast<char>(directory.size() >> shift & 0xFF);
    end += std::string("\4\0\0\0\0\0", 6);
    base::MemoryDisk disk;
    disk.write("d.zip", "PK\3\4" + directory + end);
    EXPECT_EQ(code_of([&] { read_dossier(disk, "d.zip"); }), ErrorCode::limit_exceeded);
}

// ---- One document alone

TEST(Document, OfAnotherKindIsRefusedWithTheCure) {
    try {
        read_document("{\\rtf1", "a.docx");
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::unsupported);
        EXPECT_THAT(error.message(), HasSubstr(".docx"));
    }
}

TEST(Document, IsAValidDossier) {
    const auto dossier = read_document(Docx(p("1. Мақсаты", "", "<w:b/>") + "<w:altChunk r:id=\"x\"/>" + p("x")).bytes(), "in/concept.docx");
    EXPECT_EQ(dossier.root().attribute_or("name", ""), "concept");
    EXPECT_THAT(files(dossier), ElementsAre("concept.docx docx"));
    expect_valid(dossier);
}

}  // namespace irikteu::readers
