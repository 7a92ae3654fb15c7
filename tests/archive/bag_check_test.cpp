// The cases of the Library of Congress's conformance suite, made anew by their names, and more of the kind.
#include "archive/bag_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "archive/bag_text.hpp"
#include "bag_builder.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

namespace fs = std::filesystem;

namespace {

const std::string kHello = BagBuilder::digest("md5", "hello");

std::string utf16(std::string_view ascii) {
    std::string out;
    for (char c : ascii) out += std::string(1, '\0') + c;
    return out;
}

std::string folder_for(const std::string& name) {
    std::string clean;
    for (char c : name) clean += std::isalnum(static_cast<unsigned char>(c)) ? c : '-';
    const std::string path = ::testing::TempDir() + "irikteu-bag-" + clean;
    fs::remove_all(path);
    return path;
}

struct Case {
    std::string name;
    std::function<void(BagBuilder&)> edit;
    std::set<std::string> errors = {};    ///< Codes.
    std::set<std::string> warnings = {};
};

BagReport checked(const Case& test) {
    BagBuilder bag;
    test.edit(bag);
    const std::string folder = folder_for(test.name);
    bag.write(folder);
    return check_bag(folder);
}

std::set<std::string> codes(const BagReport& report, BagFinding::Severity severity) {
    std::set<std::string> found;
    for (const BagFinding& finding : report.findings) {
        if (finding.severity == severity) found.insert(finding.code);
    }
    return found;
}

void expect(const std::vector<Case>& cases) {
    for (const Case& test : cases) {
        const BagReport report = checked(test);
        EXPECT_EQ(codes(report, BagFinding::Severity::error), test.errors) << test.name;
        EXPECT_EQ(codes(report, BagFinding::Severity::warning), test.warnings) << test.name;
        EXPECT_EQ(report.valid(), test.errors.empty()) << test.name;
    }
}

std::string declaration(const std::string& version, const std::string& encoding) {
    return "BagIt-Version: " + version + "\nTag-File-Character-Encoding: " + encoding + '\n';
}

void listed(BagBuilder& bag, const std::string& path) { bag.files["manifest-md5.txt"] = kHello + "  data/hello.txt\n" + kHello + "  " + path + '\n'; }

/// Lists a path in fetch.txt, and nowhere else.
void fetched(BagBuilder& bag, const std::string& path) { bag.files["fetch.txt"] = "http://example.org/x - " + path + '\n'; }

}  // namespace

TEST(BagCheck, TakesEveryAlgorithmAndVersion) {
    std::vector<Case> cases;
    for (const char* version : {"0.93", "0.94", "0.95", "0.96", "0.97", "1.0"}) {
        cases.push_back({std::string("version ") + version, [version](BagBuilder& b) { b.version = version; }});
    }
    for (const char* algorithm : {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}) {
        cases.push_back({algorithm, [algorithm](BagBuilder& b) { b.algorithms = {algorithm}; b.version = "1.0"; }});
    }
    expect(cases);
}

TEST(BagCheck, TakesWhatTheSuiteCallsValid) {
    expect({
        {"UTF-16-encoded-tag-files", [](BagBuilder& b) {
            b.files["bagit.txt"] = declaration("0.97", "UTF-16BE");
            b.files["bag-info.txt"] = utf16("Payload-Oxum: 5.1\n");
            b.files["manifest-md5.txt"] = utf16(kHello + "  data/hello.txt\n");
            b.files["tagmanifest-md5.txt"] = utf16(b.manifest("md5", false));
        }},
        {"UTF-16 with a mark", [](BagBuilder& b) {
            b.files["bagit.txt"] = declaration("0.97", "UTF-16");
            b.files["manifest-md5.txt"] = "\xFE\xFF" + utf16(kHello + " data/hello.txt\n");
            b.files["tagmanifest-md5.txt"] = "\xFE\xFF" + utf16(b.manifest("md5", false));
        }},
        {"ISO-8859-1-encoded-tag-files", [](BagBuilder& b) {
            b.files["bagit.txt"] = declaration("0.97", "ISO-8859-1");
            b.files["bag-info.txt"] = "Contact-Name: N\xFA\xF1" "ez\n";
        }},
        {"windows-1251", [](BagBuilder& b) { b.files["bagit.txt"] = declaration("0.97", "windows-1251"); }},
        {"duplicate-metadata-entries", [](BagBuilder& b) { b.files["bag-info.txt"] = "Contact-Name: A\nContact-Name: B\nBagging-Date: 2015-10-09\nBagging-Date: 2015-10-10\n"; }},
        {"package-info", [](BagBuilder& b) { b.version = "0.93"; b.files["package-info.txt"] = "Packing-Date: 2009-10-14\nPayload-Oxum: 5.1\n"; }},
        {"bag-with-space", [](BagBuilder& b) { b.files["data/test file with spaces.txt"] = "x"; }},
        {"bag-with-encoded-names", [](BagBuilder& b) { b.files["data/%7Etest1.txt"] = "x"; b.files["data/%test2.txt"] = "y"; b.files["data/dir1/~test3.txt"] = "z"; }},
        {"bag-in-a-bag", [](BagBuilder& b) { b.files["data/bag/bagit.txt"] = "x"; b.files["data/bag/manifest-md5.txt"] = "y"; }},
        {"CR and CRLF", [](BagBuilder& b) {
            b.files["bagit.txt"] = "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n";
            b.files["data/b.txt"] = "b";
            b.files["manifest-md5.txt"] = kHello + "  data/hello.txt\r" + BagBuilder::digest("md5", "b") + "\tdata/b.txt\r";
        }},
        {"upper-case checksum", [](BagBuilder& b) { b.files["data/hello.txt"] = ""; b.files["manifest-md5.txt"] = "D41D8CD98F00B204E9800998ECF8427E data/hello.txt"; }},
        {"local-fetch", [](BagBuilder& b) { b.files["fetch.txt"] = "file:///home/somebody/hello.txt 5 data/hello.txt\n"; }},
        {"every algorithm at once", [](BagBuilder& b) { b.algorithms = {"md5", "sha1", "sha256", "sha512", "sha3256"}; b.version = "1.0"; }},
        {"bag-info over several lines", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "External-Description: one\n  two\r\n\tthree\rPayload-Oxum: 5.1\nPayload-oxum-note: 1\n"; }},
        {"hidden payload", [](BagBuilder& b) { b.version = "1.0"; b.files["data/.hidden/.x"] = "x"; b.files[".git/config"] = "not payload"; }},
        {"tag files in folders", [](BagBuilder& b) { b.version = "1.0"; b.files["metadata/mets.xml"] = "<mets/>"; }},
        {"no tag manifest", [](BagBuilder& b) { b.version = "1.0"; b.files["tagmanifest-md5.txt"] = ""; b.without = {"tagmanifest-md5.txt"}; }},
        {"trailing white space in bagit.txt", [](BagBuilder& b) { b.files["bagit.txt"] = "BagIt-Version: 0.97 \nTag-File-Character-Encoding: UTF-8\n"; }, {}, {"trailing-space"}},
        {"holey-bag", [](BagBuilder& b) { fetched(b, "data/hello.txt"); }},
        {"minimal-bag", [](BagBuilder& b) { b.files = {{"tagmanifest-md5.txt", ""}}; b.files["manifest-md5.txt"] = ""; }, {}, {"manifest-not-in-tag-manifest"}},
        {"upper-case checksum in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["data/hello.txt"] = ""; b.files["manifest-md5.txt"] = "D41D8CD98F00B204E9800998ECF8427E data/hello.txt\n"; }},
        {"algorithm written in capitals and with a hyphen", [](BagBuilder& b) { b.version = "1.0"; b.algorithms = {}; b.files["manifest-SHA-256.txt"] = b.digest("sha256", "hello") + "  data/hello.txt\n"; }},
        {"weak algorithms beside a strong one", [](BagBuilder& b) { b.version = "1.0"; b.algorithms = {"md5", "sha1", "sha512"}; }},
        {"empty payload", [](BagBuilder& b) { b.version = "1.0"; b.files.erase("data/hello.txt"); b.files["manifest-md5.txt"] = ""; b.files["bag-info.txt"] = "Payload-Oxum: 0.0\n"; }},
        {"empty file", [](BagBuilder& b) { b.version = "1.0"; b.files["data/hello.txt"] = ""; }},
        {"manifest without a last line feed", [](BagBuilder& b) { b.files["manifest-md5.txt"] = kHello + "  data/hello.txt"; }},
        {"tag file that no tag manifest lists", [](BagBuilder& b) { b.version = "1.0"; b.files["tagmanifest-md5.txt"] = b.digest("md5", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") + " bagit.txt\n" + b.digest("md5", b.manifest("md5", true)) + " manifest-md5.txt\n"; b.files["readme.txt"] = "x"; }},
        {"basicBag", [](BagBuilder& b) { b.version = "1.0"; b.algorithms = {"sha512"}; b.files["bag-info.txt"] = "Bagging-Date: 2016-02-26\nPayload-Oxum: 5.1\n"; }},
        {"bag-with-escapable-characters", [](BagBuilder& b) { b.files["data/test file with spaces.txt"] = "x"; b.files["data/dir1/test3.txt"] = "y"; b.files["data/dir2/dir3/test5.txt"] = "z"; }},
        {"precomposed-character-in-filename", [](BagBuilder& b) { b.files["data/contr\u00F4le.txt"] = "x"; }},
        {"basic-bag-md5 of 0.95", [](BagBuilder& b) { b.version = "0.95"; b.files["package-info.txt"] = "Packing-Date: 2009-10-14\n"; }},
        {"deep payload", [](BagBuilder& b) { b.version = "1.0"; b.files["data/a/b/c/d/e/f/g.txt"] = "x"; }},
        {"percent signs written as they are before 1.0", [](BagBuilder& b) { b.files["data/100%25.txt"] = "x"; }},
        {"carriage return in a name", [](BagBuilder& b) { b.version = "1.0"; b.files["data/a\rb"] = "x"; b.files["manifest-md5.txt"] = kHello + " data/hello.txt\n" + BagBuilder::digest("md5", "x") + " data/a%0db\n"; }},
        {"repeated labels in another case", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "Contact-Name: A\ncontact-name: B\nCONTACT-NAME: C\n"; }},
        {"line feed in a name", [](BagBuilder& b) { b.version = "1.0"; b.files["data/a\nb%"] = "x"; b.files["manifest-md5.txt"] = kHello + " data/hello.txt\n" + BagBuilder::digest("md5", "x") + " data/a%0Ab%25\n"; }},
    });
}

TEST(BagCheck, WarnsOfWhatTheSuiteWarnsOf) {
    expect({
        {"uncommon-metadata-separators", [](BagBuilder& b) { b.files["bag-info.txt"] = "Source-Organization : A\nContact-Name:B\n"; }, {}, {"bad-metadata"}},
        {"bag-with-leading-dot-slash-in-manifest", [](BagBuilder& b) { b.files["manifest-md5.txt"] = kHello + "  ./data/hello.txt\n"; }, {}, {"dot-step"}},
        {"relative-path", [](BagBuilder& b) { b.files["data/dir/b.txt"] = "hello"; b.files["manifest-md5.txt"] = kHello + "  ./data/hello.txt\n" + kHello + "  data/./dir/b.txt\n"; }, {}, {"dot-step"}},
        {"precomposed-character-in-filename that Darwin decomposed", [](BagBuilder& b) {
            b.files["data/contro\u0302le.txt"] = "hello";
            b.files["manifest-md5.txt"] = kHello + "  data/hello.txt\n" + kHello + "  data/contr\u00F4le.txt\n";
        }, {}, {"normalization"}},
        {"made-with-md5sum-tools", [](BagBuilder& b) { b.files["manifest-md5.txt"] = kHello + " *data/hello.txt\n"; }, {}, {"asterisk"}},
        {"duplicate-file-with-different-case", [](BagBuilder& b) { b.files["data/HELLO.txt"] = "x"; }, {}, {"similar-names"}},
        {"same-filename-listed-twice-with-the-same-hash", [](BagBuilder& b) { listed(b, "data/hello.txt"); }, {}, {"listed-twice"}},
        {"a fetch path that lacks its folder before 1.0", [](BagBuilder& b) { b.files["fetch.txt"] = "file:///home/somebody/hello.txt 5 hello.txt\n"; }, {}, {"not-payload"}},
        {"special-system-files", [](BagBuilder& b) { b.files["data/.DS_Store"] = "x"; b.files["data/Thumbs.db"] = "y"; }, {}, {"system-file"}},
        {"filename-normalization", [](BagBuilder& b) {
            b.files["data/Nu\u0301n\u0303ez"] = "";
            b.files["manifest-md5.txt"] = kHello + " data/hello.txt\nd41d8cd98f00b204e9800998ecf8427e data/N\u00FA\u00F1ez\n";
        }, {}, {"normalization"}},
        {"same-filename-listed-twice-with-different-normalization", [](BagBuilder& b) { b.files["data/Nu\u0301n\u0303ez"] = ""; b.files["data/N\u00FA\u00F1ez"] = ""; }, {}, {"similar-names"}},
        {"the same with but one file", [](BagBuilder& b) { b.files["data/Nu\u0301n\u0303ez"] = ""; b.files["data/N\u00FA\u00F1ez"] = ""; b.without = {"data/Nu\u0301n\u0303ez"}; }, {}, {"normalization", "listed-twice"}},
        {"mark in bag-info", [](BagBuilder& b) { b.files["bag-info.txt"] = "\xEF\xBB\xBFPayload-Oxum: 5.1\n"; }, {}, {"byte-order-mark"}},
    });
}

TEST(BagCheck, RefusesWhatTheSuiteCallsInvalid) {
    expect({
        {"baginfo-missing-encoding", [](BagBuilder& b) { b.files["bagit.txt"] = "BagIt-Version: 0.97\n"; }, {"bad-declaration"}},
        {"bom-in-bagit.txt", [](BagBuilder& b) { b.files["bagit.txt"] = "\xEF\xBB\xBF" + declaration("0.97", "UTF-8"); }, {"byte-order-mark"}},
        {"bagit-with-invalid-whitespace", [](BagBuilder& b) { b.files["bagit.txt"] = "BagIt-Version : 0.97\nTag-File-Character-Encoding: UTF-8\n"; }, {"bad-declaration"}},
        {"invalid-version-number", [](BagBuilder& b) { b.files["bagit.txt"] = declaration(".97", "UTF-8"); }, {"bad-version"}},
        {"a version of the future", [](BagBuilder& b) { b.files["bagit.txt"] = declaration("2.0", "UTF-8"); }, {"unknown-version"}},
        {"an encoding that is none", [](BagBuilder& b) { b.files["bagit.txt"] = declaration("1.0", "latin-nothing"); }, {"unknown-encoding"}},
        {"UTF-16 in bagit.txt", [](BagBuilder& b) { b.files["bagit.txt"] = utf16(declaration("0.97", "UTF-16")); }, {"not-utf-8"}},
        {"corrupt-data-file", [](BagBuilder& b) { b.files["manifest-md5.txt"] = b.manifest("md5", true); b.files["data/hello.txt"] = "hellO"; }, {"wrong-checksum"}},
        {"corrupt-tag-file", [](BagBuilder& b) { b.files["bag-info.txt"] = "a: b\n"; b.files["tagmanifest-md5.txt"] = b.manifest("md5", false); b.files["bag-info.txt"] = "a: c\n"; }, {"wrong-checksum"}, {"manifest-not-in-tag-manifest"}},
        {"extra-file-in-bag", [](BagBuilder& b) { listed(b, "data/hello.txt"); b.files["data/bar"] = "x"; }, {"not-in-manifest"}, {"listed-twice"}},
        {"missing-baginfo", [](BagBuilder& b) { b.files["bag-info.txt"] = "a: b\n"; b.without = {"bag-info.txt"}; }, {"missing-file"}},
        {"missing-bagit.txt", [](BagBuilder& b) { b.without = {"bagit.txt"}; }, {"no-declaration", "missing-file"}},
        {"missing manifest", [](BagBuilder& b) { b.without = {"manifest-md5.txt"}; }, {"no-manifest", "missing-file"}},
        {"missing payload file", [](BagBuilder& b) { b.without = {"data/hello.txt"}; }, {"missing-file"}},
        {"same-filename-listed-twice-with-different-hashes", [](BagBuilder& b) { b.files["manifest-md5.txt"] = kHello + " data/hello.txt\n" + std::string(32, '0') + " data/hello.txt\n"; }, {"listed-twice"}},
        {"the same in 1.0 with the same hash", [](BagBuilder& b) { b.version = "1.0"; listed(b, "data/hello.txt"); }, {"listed-twice"}},
        {"missing-from-manifest 1.0", [](BagBuilder& b) {
            b.version = "1.0";
            b.algorithms = {"md5", "sha512"};
            b.files["manifest-md5.txt"] = b.manifest("md5", true);
            b.files["data/missing.txt"] = "x";
        }, {"not-in-manifest"}},
        {"same-filename-listed-twice-with-different-hashes 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["manifest-md5.txt"] = kHello + " data/hello.txt\n" + std::string(32, '0') + " data/hello.txt\n"; }, {"listed-twice"}},
        {"bagit-with-invalid-whitespace 1.0", [](BagBuilder& b) { b.files["bagit.txt"] = "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n"; }, {"bad-declaration"}},
        {"wrong oxum", [](BagBuilder& b) { b.files["bag-info.txt"] = "Payload-Oxum: 6.1\n"; }, {"wrong-oxum"}},
        {"repeated oxum in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "Payload-Oxum: 5.1\npayload-oxum: 5.1\n"; }, {"repeated-oxum"}},
        {"space before the colon in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "Contact-Name : A\n"; }, {"bad-metadata"}},
        {"no space behind the colon in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "Contact-Name:A\n"; }, {"bad-metadata"}},
        {"fetched from no URL", [](BagBuilder& b) { b.files["fetch.txt"] = "//example.org/x - data/hello.txt\n"; }, {"bad-url"}},
        {"fetched from no host", [](BagBuilder& b) { b.files["fetch.txt"] = "http:///x - data/hello.txt\n"; }, {"bad-url"}},
        {"fetched into a tag file in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["fetch.txt"] = "http://example.org/x 5 hello.txt\n"; }, {"not-payload"}},
        {"fetch line without a length", [](BagBuilder& b) { b.files["fetch.txt"] = "http://example.org/x data/hello.txt\n"; }, {"malformed-line"}},
        {"backslashes for slashes", [](BagBuilder& b) { listed(b, "data\\hello.txt"); }, {"not-payload"}},
        {"a file URL for a path", [](BagBuilder& b) { listed(b, "file:///foo/bar/ham.txt"); }, {"not-payload"}, {"dot-step"}},
        {"payload in a folder's place", [](BagBuilder& b) { listed(b, "data/"); }, {"unsafe-path"}},
        {"a tag manifest that lists itself", [](BagBuilder& b) { b.files["tagmanifest-md5.txt"] = b.digest("md5", "") + " tagmanifest-md5.txt\n"; }, {"wrong-checksum"}, {"tag-manifest-in-tag-manifest", "manifest-not-in-tag-manifest"}},
        {"one right and one wrong manifest", [](BagBuilder& b) { b.algorithms = {"sha256", "sha512"}; b.files["manifest-sha1.txt"] = std::string(40, 'a') + " data/hello.txt\n"; }, {"wrong-checksum"}},
        {"no payload folder", [](BagBuilder& b) { b.files["manifest-md5.txt"] = ""; b.files.erase("data/hello.txt"); b.without = {"data"}; }, {"no-payload-folder"}},
        {"an encoded path in 1.0 that is written plain", [](BagBuilder& b) { b.version = "1.0"; b.files["data/a%0Ab"] = "x"; b.files["manifest-md5.txt"] = kHello + " data/hello.txt\n"; }, {"not-in-manifest"}},
        {"not yet fetched", [](BagBuilder& b) { fetched(b, "data/hello.txt"); b.without = {"data/hello.txt"}; }, {"not-fetched"}},
        {"tag manifest without the manifest in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["tagmanifest-md5.txt"] = ""; }, {"manifest-not-in-tag-manifest"}},
        {"wrong encoding", [](BagBuilder& b) { b.files["bag-info.txt"] = "Contact-Name: \xFF\n"; }, {"wrong-encoding"}},
        {"malformed line", [](BagBuilder& b) { b.files["manifest-md5.txt"] = kHello + " data/hello.txt\ndata/hello.txt\n"; }, {"malformed-line"}},
        {"short checksum", [](BagBuilder& b) { b.files["manifest-md5.txt"] = kHello + " data/hello.txt\nabcd data/hello.txt\n"; }, {"malformed-checksum"}},
        {"only an unknown algorithm", [](BagBuilder& b) { b.algorithms = {}; b.files["manifest-whirlpool.txt"] = "abcd data/hello.txt\n"; }, {"not-checked"}, {"unknown-algorithm"}},
        {"a space in the version number", [](BagBuilder& b) { b.files["bagit.txt"] = declaration("0. 97", "UTF-8"); }, {"bad-version"}},
        {"a tab for the space in bagit.txt", [](BagBuilder& b) { b.files["bagit.txt"] = "BagIt-Version:\t0.97\nTag-File-Character-Encoding: UTF-8\n"; }, {"bad-declaration"}},
        {"two spaces in bagit.txt", [](BagBuilder& b) { b.files["bagit.txt"] = "BagIt-Version:  0.97\nTag-File-Character-Encoding: UTF-8\n"; }, {"bad-declaration"}},
        {"lines of bagit.txt in the other order", [](BagBuilder& b) { b.files["bagit.txt"] = "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 0.97\n"; }, {"bad-declaration"}},
        {"an empty bagit.txt", [](BagBuilder& b) { b.files["bagit.txt"] = ""; }, {"bad-declaration"}},
        {"a third line in bagit.txt of 1.0", [](BagBuilder& b) { b.files["bagit.txt"] = declaration("1.0", "UTF-8") + "Payload-Oxum: 5.1\n"; }, {"extra-line"}},
        {"wrong oxum in the number of files", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "Payload-Oxum: 5.2\n"; }, {"wrong-oxum"}},
        {"an oxum that is none", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "Payload-Oxum: five\n"; }, {"bad-oxum"}},
        {"metadata without a colon in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "nothing\n"; }, {"bad-metadata"}},
        {"metadata that continues nothing in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["bag-info.txt"] = "  more\n"; }, {"bad-metadata"}},
        {"payload in a tag manifest of 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["tagmanifest-md5.txt"] = kHello + " data/hello.txt\n" + b.digest("md5", kHello + "  data/hello.txt\n") + " manifest-md5.txt\n"; }, {"payload-in-tag-manifest"}},
        {"fetched, but in no manifest, in 1.0", [](BagBuilder& b) { b.version = "1.0"; b.files["fetch.txt"] = "http://example.org/x 1 data/other.txt\n"; }, {"fetch-not-in-manifest", "not-fetched"}},
        {"a checksum that is none", [](BagBuilder& b) { b.files["manifest-md5.txt"] = std::string(32, 'z') + " data/hello.txt\n"; }, {"malformed-line", "not-in-manifest"}},
        {"not in data", [](BagBuilder& b) { listed(b, "hello.txt"); }, {"not-payload"}},
    });
}

TEST(BagCheck, RefusesEveryPathThatLeadsOut) {
    for (const char* path : {"../../../README.md", "/tmp/foo", "~/foo", "~root/foo", "C:\\Windows\\System32\\setx.exe", "\\\\?\\UNC\\server\\setx.exe",
                             "%HomeDrive%\\Windows\\setx.exe", "data/../../x", "data/..", "data\\..\\..\\x", "./../x", "c:x", "data/%0A/../../../x"}) {
        expect({{std::string("manifest ") + path, [path](BagBuilder& b) { listed(b, path); }, {"unsafe-path"}},
                {std::string("fetch ") + path, [path](BagBuilder& b) { fetched(b, path); }, {"unsafe-path"}}});
    }
}

TEST(BagCheck, FollowsNoLinkOutOfTheBag) {
    const std::string folder = folder_for("links");
    BagBuilder bag;
    bag.files["data/passwd"] = "x";
    bag.without = {"data/passwd"};
    bag.write(folder);
    fs::create_symlink("/etc/passwd", folder + "/data/passwd");
    const BagReport report = check_bag(folder);
    EXPECT_THAT(codes(report, BagFinding::Severity::error), ::testing::UnorderedElementsAre("link-out-of-bag", "missing-file"));
    EXPECT_THROW(check_bag(folder + "/nowhere"), base::Error);
}

TEST(BagCheck, NamesTheLineOfTheManifestThatListsAMissingFile) {
    const BagReport report = checked({"missing", [](BagBuilder& b) { b.without = {"data/hello.txt"}; }, {}});
    const auto missing = std::find_if(report.findings.begin(), report.findings.end(), [](const BagFinding& finding) { return finding.code == "missing-file"; });
    ASSERT_NE(missing, report.findings.end());
    EXPECT_EQ(missing->line, 0u) << "the missing file has no lines";
    EXPECT_EQ(missing->what, "This file is listed in manifest-md5.txt (line 1) but is not there.");
}

TEST(BagCheck, NamesTheFileTheLineAndTheClause) {
    const BagReport report = checked({"names", [](BagBuilder& b) { listed(b, "/tmp/foo"); }});
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings[0].path, "manifest-md5.txt");
    EXPECT_EQ(report.findings[0].line, 2);
    EXPECT_EQ(report.findings[0].clause, "5.1");
    EXPECT_THAT(report.findings[0].what, ::testing::HasSubstr("/tmp/foo"));
    EXPECT_EQ(report.version, "0.97");
}

TEST(BagText, DecodesWhatIsDeclaredAndNothingElse) {
    EXPECT_EQ(decode_text("\xEF\xBB\xBF" "a", "utf-8"), "a");
    EXPECT_EQ(decode_text(std::string("\xFF\xFE" "a\0", 4), "UTF-16"), "a");
    EXPECT_EQ(decode_text(std::string("\xD8\x3D\xDE\x00", 4), "UTF-16BE"), "\U0001F600");
    EXPECT_FALSE(decode_text(std::string("\xD8\x3D", 2), "UTF-16BE"));
    EXPECT_FALSE(decode_text("\xC0\x80", "UTF-8"));
    EXPECT_FALSE(decode_text("\x80", "US-ASCII"));
    EXPECT_EQ(decode_text("\xEA", "windows-1251"), "к");
    EXPECT_FALSE(is_known_encoding("UTF-8//TRANSLIT"));
}

}  // namespace irikteu::archive
