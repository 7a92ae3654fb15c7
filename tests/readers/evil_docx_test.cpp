#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "builder.hpp"
#include "readers/reader.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;
using namespace test;

namespace {

ErrorCode refused(const std::string& bytes, const Limits& limits = {}) {
    try {
        read(bytes, limits);
    } catch (const Error& error) {
        EXPECT_FALSE(error.message().empty());
        EXPECT_FALSE(error.where().file.empty());
        return error.code();
    }
    ADD_FAILURE() << "was read";
    return ErrorCode::usage;
}

std::string with_main(const std::string& xml) {
    Entries entries = Docx("").entries();
    for (auto& [name, bytes] : entries) {
        if (name == "word/document.xml") bytes = xml;
    }
    return zip(entries);
}

std::string without(const std::string& part) {
    Entries entries = Docx(p("x")).entries();
    std::erase_if(entries, [&](const auto& entry) { return entry.first == part; });
    return zip(entries);
}

std::string with_relationships(const std::string& part, const std::string& content) {
    Entries entries = Docx(p("x")).entries();
    for (auto& [name, bytes] : entries) {
        if (name == part) bytes = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content + "</Relationships>";
    }
    return zip(entries);
}

std::string repeated(const std::string& text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

}  // namespace

TEST(EvilDocx, EntitiesAndDocumentTypesAreRefused) {
    EXPECT_EQ(refused(with_main("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>")), ErrorCode::malformed);
    EXPECT_EQ(refused(with_main("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>")), ErrorCode::malformed);
    EXPECT_EQ(refused(with_main("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")), ErrorCode::malformed);
}

TEST(EvilDocx, DepthIsLimited) {
    EXPECT_EQ(refused(Docx(repeated("<w:sdt><w:sdtContent>", 5000) + p("x") + repeated("</w:sdtContent></w:sdt>", 5000)).bytes()), ErrorCode::limit_exceeded);
}

TEST(EvilDocx, NumberOfElementsIsLimited) {
    EXPECT_EQ(refused(Docx(repeated("<w:p/>", 1'100'000)).bytes()), ErrorCode::limit_exceeded);
}

TEST(EvilDocx, BombsAreRefusedByTheirDirectory) {
    Entries entries = Docx(p("x")).entries();
    entries.emplace_back("word/bomb.xml", std::string(40u << 20, ' '));
    EXPECT_EQ(refused(zip(entries)), ErrorCode::limit_exceeded);
}

TEST(EvilDocx, GiantPartsAndAttributesAreRefused) {
    Limits limits;
    limits.max_part_bytes = 1000;
    EXPECT_EQ(refused(Docx(p(std::string(2000, 'x'))).bytes(), limits), ErrorCode::limit_exceeded);
    EXPECT_NE(refused(Docx("<w:p xx:a=\"" + std::string(11u << 20, 'x') + "\"/>").bytes()), ErrorCode::usage);
}

TEST(EvilDocx, TruncatedOnesAreRefusedAtEveryLength) {
    const std::string whole = Docx(p("сөз")).styles("").bytes();
    for (std::size_t n = 0; n < whole.size(); n += 7) {
        const ErrorCode code = refused(whole.substr(0, n));
        EXPECT_TRUE(code == ErrorCode::malformed || code == ErrorCode::unsupported) << n;
    }
}

TEST(EvilDocx, DamagedOnesAreReadOrRefusedButNeverCrash) {
    const std::string whole = Docx(p("сөз") + p("екі")).styles("").bytes();
    int refusals = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x15);
        try {
            read(damaged);
        } catch (const Error&) {
            ++refusals;
        }
    }
    EXPECT_GT(refusals, 0);
}

TEST(EvilDocx, CyclesAreRefused) {
    const auto style = [](const std::string& id, const std::string& parent) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:basedOn w:val=\"" + parent + "\"/></w:style>";
    };
    EXPECT_EQ(refused(Docx(p("x")).styles(style("a", "b") + style("b", "a")).bytes()), ErrorCode::malformed);
    EXPECT_EQ(refused(Docx(p("x")).styles(style("a", "a")).bytes()), ErrorCode::malformed);
    EXPECT_EQ(refused(with_relationships("word/_rels/document.xml.rels", "<Relationship Id=\"r\" Type=\"x/styles\" Target=\"document.xml\"/>")), ErrorCode::malformed);
}

TEST(EvilDocx, RelationshipsStayInThePackage) {
    EXPECT_EQ(refused(with_relationships("word/_rels/document.xml.rels", "<Relationship Id=\"r\" Type=\"x/styles\" Target=\"../../../etc/passwd\"/>")), ErrorCode::malformed);
    const auto external = read(with_relationships("word/_rels/document.xml.rels", "<Relationship Id=\"r\" Type=\"x/styles\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>"));
    EXPECT_THAT(lines(external), ::testing::ElementsAre("p x"));
}

TEST(EvilDocx, PartsThatAreMissingAreNamed) {
    EXPECT_EQ(refused(without("word/document.xml")), ErrorCode::malformed);
    EXPECT_THAT(lines(read(without("_rels/.rels"))), ::testing::ElementsAre("p x"));  // The media type still tells.
    EXPECT_EQ(refused(with_main("<w:document xmlns:w=\"urn:none\"/>")), ErrorCode::malformed);
}

TEST(EvilDocx, EncryptedOnesAreRefusedWithTheCure) {
    EXPECT_EQ(refused(encrypted_zip(Docx(p("x")).entries())), ErrorCode::unsupported);
    std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    ole += std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    EXPECT_EQ(refused(ole), ErrorCode::unsupported);
}

TEST(EvilDocx, AbsurdSpansCostNothing) {
    const auto dossier = read(Docx("<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2000000000\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"99999999999\"/></w:tcPr>" + p("x") +
                                   "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("y") + "</w:tc></w:tr></w:tbl>").bytes());
    EXPECT_THAT(lines(dossier), ::testing::SizeIs(1));
}

TEST(Corpus, IsReadOrRefusedCleanly) {
    const std::string folder = IRIKTEU_SOURCE_DIR "/../shared/corpus/docx";
    const base::RealDisk disk;
    ASSERT_TRUE(disk.is_folder(folder)) << folder;
    int read_ones = 0;
    int refused_ones = 0;
    for (const auto& entry : disk.list(folder)) {
        if (!entry.name.ends_with(".docx")) continue;
        const std::string path = folder + "/" + entry.name;
        try {
            const auto dossier = read_document(disk.read(path, 64u << 20), path);
            EXPECT_TRUE(dossier.root().first_element("documents").first_element().first_element("ledger")) << entry.name;
            ++read_ones;
        } catch (const Error& error) {
            EXPECT_FALSE(error.message().empty()) << entry.name;
            ++refused_ones;
        }
    }
    EXPECT_EQ(read_ones + refused_ones, 88);
    EXPECT_GE(read_ones, 78);
}

}  // namespace irikteu::readers
