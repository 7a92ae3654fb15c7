#include "readers/zip_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "builder.hpp"
#include "readers/reader.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;
using ::testing::HasSubstr;
using namespace test;

namespace {

std::string little_endian(std::uint64_t value, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += static_cast<char>(value >> 8 * i & 0xFF);
    return out;
}

void put(std::string& bytes, std::size_t at, std::uint64_t value, int n) { bytes.replace(at, static_cast<std::size_t>(n), little_endian(value, n)); }

std::uint64_t number(const std::string& bytes, std::size_t at, int n) {
    std::uint64_t value = 0;
    for (int i = n; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

const std::string central("PK\1\2", 4), end_mark("PK\5\6", 4);

std::string dossier(const std::string& name) {
    return "<dossier xmlns=\"urn:irikteu:dossier:1\" stage=\"1\"><application appendix=\"1\"><cluster_name>" + name + "</cluster_name></application></dossier>";
}

std::string one(const std::string& name = "Бірі") { return stored_zip({{"dossier.xml", dossier(name)}}); }

std::string two() { return stored_zip({{"dossier.xml", dossier("Бірі")}, {"note.txt", "words"}}); }

/// With `more` put in at `at`, and everything that the end record says moved with it.
std::string with(std::string bytes, std::size_t at, const std::string& more) {
    const std::size_t end = bytes.rfind(end_mark);
    if (at <= number(bytes, end + 16, 4)) put(bytes, end + 16, number(bytes, end + 16, 4) + more.size(), 4);
    return bytes.insert(at, more);
}

/// The name in the dossier, or why there is none.
std::string outcome(const std::string& bytes) {
    base::MemoryDisk disk;
    disk.write("d.zip", bytes);
    try {
        return std::string(read_dossier(disk, "d.zip").root().first_element("application").child_text("cluster_name"));
    } catch (const Error& error) {
        EXPECT_EQ(error.where().file, "d.zip");
        return std::string(to_string(error.code())) + ": " + error.message() + " @ " + error.where().place;
    }
}

}  // namespace

TEST(AmbiguousZip, IsRefusedWithItsPlace) {
    const std::string signed_one = one("Бірі"), unsigned_one = one("Өзгесі");
    std::string in_comment = signed_one;
    put(in_comment, in_comment.size() - 2, unsigned_one.size(), 2);
    in_comment += unsigned_one;
    std::string moved = unsigned_one;  // The second archive's places are counted from the file's beginning.
    put(moved, moved.rfind(central) + 42, signed_one.size(), 4);
    put(moved, moved.rfind(end_mark) + 16, signed_one.size() + number(unsigned_one, unsigned_one.rfind(end_mark) + 16, 4), 4);
    std::string renamed = one(), resized = one(), other_method = one(), other_sum = one(), fewer = two(), overlapping;
    renamed[renamed.find("dossier.xml")] = 'D';
    put(resized, resized.rfind(central) + 20, 100, 4);
    put(resized, resized.rfind(central) + 24, 100, 4);
    put(other_method, 8, 8, 2);
    put(other_sum, 14, 1, 4);
    put(fewer, fewer.rfind(end_mark) + 8, 1, 2);
    put(fewer, fewer.rfind(end_mark) + 10, 1, 2);
    overlapping = stored_zip({{"dossier.xml", stored_zip({{"note.txt", "words"}})}, {"note.txt", "words"}});
    put(overlapping, overlapping.rfind(central) + 42, overlapping.find(std::string("PK\3\4", 4), 4), 4);
    std::string before = with(one(), 0, std::string("PK\3\4 words", 10));
    put(before, before.rfind(central) + 42, 10, 4);
    const std::size_t directory = number(one(), one().rfind(end_mark) + 16, 4);
    const struct {
        const char* name;
        std::string bytes;
        const char* says;
    } cases[] = {
        {"a second archive behind the first", signed_one + unsigned_one, "begins behind other data @ byte"},
        {"a second archive that counts the first in", signed_one + moved, "belong to no entry @ byte 0"},
        {"a second archive in the comment", in_comment, "begins behind other data"},
        {"an end record in the comment", [] { std::string bytes = one(); put(bytes, bytes.size() - 2, 9, 2); return bytes + end_mark + "words"; }(), "two end records"},
        {"data before the first entry", before, "belong to no entry @ byte 0"},
        {"data before the directory", with(one(), directory, "words"), "belong to no entry @ byte"},
        {"another name in the entry's own header", renamed, "differ in its name @ dossier.xml"},
        {"another size", resized, "differ in its size @ dossier.xml"},
        {"another method", other_method, "differ in its method @ dossier.xml"},
        {"another check sum", other_sum, "differ in its check sum @ dossier.xml"},
        {"an end record that counts fewer entries", fewer, "counts 1 entries"},
        {"an entry within another", overlapping, "entries overlap @ note.txt"},
    };
    for (const auto& c : cases) {
        EXPECT_THAT(outcome(c.bytes), HasSubstr(c.says)) << c.name;
        EXPECT_THAT(outcome(c.bytes), ::testing::StartsWith("malformed: ")) << c.name;
    }
}

TEST(UnusualZip, IsReadWhereItHasOneMeaning) {
    const std::string whole = one();
    std::string commented = whole;
    put(commented, commented.size() - 2, 5, 2);
    const std::size_t directory = number(whole, whole.rfind(end_mark) + 16, 4);
    const std::string sums = whole.substr(14, 12);  // They follow the data where a descriptor does.
    const auto late = [&](const std::string& descriptor) {
        std::string bytes = whole;
        put(bytes, 6, number(bytes, 6, 2) | 8, 2);
        put(bytes, 14, 0, 8);
        put(bytes, 22, 0, 4);
        put(bytes, directory + 8, number(bytes, directory + 8, 2) | 8, 2);
        return with(bytes, directory, descriptor);
    };
    const std::string mark("PK\7\10", 4);
    std::string zip64 = whole;
    const std::size_t end = zip64.rfind(end_mark);
    const std::string record = std::string("PK\6\6", 4) + little_endian(44, 8) + little_endian(45, 2) + little_endian(45, 2) + little_endian(0, 8) + little_endian(1, 8) + little_endian(1, 8) +
                               little_endian(end - directory, 8) + little_endian(directory, 8) + std::string("PK\6\7", 4) + little_endian(0, 4) + little_endian(end, 8) + little_endian(1, 4);
    put(zip64, end + 16, 0xFFFFFFFF, 4);
    zip64.insert(end, record);
    std::string contradicting = zip64;
    put(contradicting, contradicting.rfind(end_mark) + 16, 1, 4);
    const struct {
        const char* name;
        std::string bytes;
    } cases[] = {
        {"with a comment", commented + "words"},
        {"with bytes behind its end", whole + "\r\n"},
        {"with zeros between entry and directory", with(whole, directory, std::string(100, '\0'))},
        {"with a descriptor", late(mark + sums)},
        {"with a descriptor without mark", late(sums)},
        {"with a descriptor of long sizes", late(mark + sums.substr(0, 4) + sums.substr(4, 4) + little_endian(0, 4) + sums.substr(8, 4) + little_endian(0, 4))},
        {"with an end record of zip64", zip64},
    };
    for (const auto& c : cases) EXPECT_EQ(outcome(c.bytes), "Бірі") << c.name;
    EXPECT_THAT(outcome(contradicting), HasSubstr("two end records disagree"));
}

}  // namespace irikteu::readers
