#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "builder.hpp"
#include "readers/reader.hpp"
#include "support/folders.hpp"

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

TEST(EvilDocx, NothingCostsTimeOutOfProportion) {
    const auto seconds = [](const std::string& bytes) {
        const auto begin = std::chrono::steady_clock::now();
        try {
            read(bytes);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    std::string styles;
    for (int i = 0; i < 15'000; ++i) {
        styles += "<w:style w:type=\"paragraph\" w:styleId=\"s" + std::to_string(i) + "\"><w:basedOn w:val=\"s" + std::to_string(i + 1) + "\"/></w:style>";
    }
    std::string contents;
    for (int i = 0; i < 12'000; ++i) contents += p("a" + std::to_string(i) + "\t1") + (i % 5 == 4 ? p("b") : "");
    std::string lists;
    for (int i = 0; i < 60'000; ++i) lists += "<w:abstractNum w:abstractNumId=\"" + std::to_string(i) + "\"/><w:num w:numId=\"" + std::to_string(i) + "\"/>";
    std::string pictures;
    std::string relations;
    for (int i = 0; i < 15'000; ++i) {
        pictures += "<w:r><w:drawing><c:chart r:id=\"a" + std::to_string(i) + "\"/></w:drawing></w:r>";
        relations += "<Relationship Id=\"b" + std::to_string(i) + "\" Type=\"t\" Target=\"t\"/>";
    }
    Entries related = Docx("<w:p>" + pictures + "</w:p>").entries();
    for (auto& [name, bytes] : related) {
        if (name == "word/_rels/document.xml.rels") bytes = "<Relationships>" + relations + "</Relationships>";
    }
    const struct {
        const char* name;
        Entries entries;
    } cases[] = {
        {"styles in a chain", Docx(p("x", "<w:pStyle w:val=\"s0\"/>")).styles(styles).entries()},
        {"fields in fields", Docx("<w:p>" + repeated("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 50'000) + repeated(r("x"), 50'000) + "</w:p>").entries()},
        {"lines like contents", Docx(contents).entries()},
        {"lists that nobody uses", Docx(p("x")).numbering(lists).entries()},
        {"graphics without targets", related},
        {"texts in texts", Docx("<w:p><w:r><w:drawing><a:p>" + repeated("<a:t>", 150) + std::string(5'000'000, 'x') + repeated("</a:t>", 150) + "</a:p></w:drawing></w:r></w:p>").entries()},
        {"comments", Docx(p("x") + repeated("<!---->", 1'100'000)).entries()},
        {"attributes", Docx(repeated("<w:p a=\"1\" b=\"1\" c=\"1\" d=\"1\" e=\"1\" f=\"1\"/>", 100'000)).entries()},
        {"broken fields of contents", Docx(repeated("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>", 40'000)).entries()},
    };
    for (const auto& c : cases) EXPECT_LT(seconds(stored_zip(c.entries)), 5.0) << c.name;  // A second on an idle machine.
}

TEST(EvilDocx, AllPartsTogetherAreLimited) {
    const auto notes = [](int n) {
        return "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + repeated("<w:p/>", n) + "</w:footnotes>";
    };
    Docx docx(p("x"));
    for (int i = 0; i < 6; ++i) docx.part("word/footnotes" + std::to_string(i) + ".xml", "footnotes", "footnotes", notes(200'000));
    EXPECT_EQ(refused(stored_zip(docx.entries())), ErrorCode::limit_exceeded);
}

TEST(EvilDocx, NumberOfParagraphsIsLimited) {
    EXPECT_EQ(refused(stored_zip(Docx(repeated("<w:p/>", 121'000)).entries())), ErrorCode::limit_exceeded);
    EXPECT_EQ(refused(stored_zip(Docx(repeated("<w:p/>", 121'000)).utf16().entries())), ErrorCode::limit_exceeded);
}

TEST(EvilDocx, HeightsBeyondReasonAreCounted) {
    const std::string tall = "<w:spacing w:line=\"31680\" w:lineRule=\"exact\" w:before=\"31680\" w:after=\"31680\"/>";
    const auto dossier = read(stored_zip(Docx("<w:tbl><w:tr><w:trPr><w:trHeight w:val=\"2147483647\"/></w:trPr><w:tc>" + repeated(p(std::string(200'000, 'x'), tall), 4) +
                                   "</w:tc></w:tr></w:tbl>" + repeated(p(std::string(100'000, 'y'), tall + "<w:keepNext/>"), 3) +
                                   "<w:sectPr><w:pgSz w:w=\"1\" w:h=\"1\"/><w:pgMar w:top=\"31680\"/><w:cols w:num=\"9\"/></w:sectPr>").entries()));
    EXPECT_GT(std::stoi(std::string(dossier.root().first_element("documents").first_element().first_element("volume").attribute_or("sheets", "0"))), 1000);
}

TEST(Corpus, IsReadOrRefusedCleanly) {
    const std::string folder = support::source_path("/../shared/corpus/docx");
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
