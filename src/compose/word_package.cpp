#include "compose/word_package.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace irikteu::compose {

namespace {

constexpr std::string_view kPackage = "http://schemas.microsoft.com/office/2006/xmlPackage";
constexpr std::string_view kContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::uint16_t kVersion = 20;        ///< To extract: 2.0.
constexpr std::uint16_t kUtf8Names = 1u << 11;
constexpr std::uint16_t kFirstDay = 1u << 5 | 1;  ///< 1 January 1980, the format's zero.

using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr std::array<std::uint32_t, 256> make_crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1u) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

std::uint32_t crc32(const std::string& bytes) {
    static constexpr auto table = make_crc_table();
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFu] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFu;
}

void put16(std::string& out, std::uint16_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, static_cast<std::uint16_t>(value & 0xFFFF));
    put16(out, static_cast<std::uint16_t>(value >> 16));
}

/// What the local and the central header have in common (APPNOTE 4.3.7, 4.3.12).
void put_entry(std::string& out, const std::string& name, const std::string& bytes) {
    put16(out, kVersion);
    put16(out, kUtf8Names);
    put16(out, 0);  // stored
    put16(out, 0);  // time
    put16(out, kFirstDay);
    put32(out, crc32(bytes));
    put32(out, static_cast<std::uint32_t>(bytes.size()));
    put32(out, static_cast<std::uint32_t>(bytes.size()));
    put16(out, static_cast<std::uint16_t>(name.size()));
    put16(out, 0);  // extra field
}

std::string stored_zip(const Parts& parts) {
    std::string out, directory;
    for (const auto& [name, bytes] : parts) {
        const auto offset = static_cast<std::uint32_t>(out.size());
        put32(out, 0x04034b50u);
        put_entry(out, name, bytes);
        out += name;
        out += bytes;
        put32(directory, 0x02014b50u);
        put16(directory, kVersion);
        put_entry(directory, name, bytes);
        put16(directory, 0);  // comment
        put16(directory, 0);  // disk
        put16(directory, 0);  // internal attributes
        put32(directory, 0);  // external attributes
        put32(directory, offset);
        directory += name;
    }
    const auto start = static_cast<std::uint32_t>(out.size());
    const auto count = static_cast<std::uint16_t>(parts.size());
    out += directory;
    put32(out, 0x06054b50u);
    put32(out, 0);  // disks
    put16(out, count);
    put16(out, count);
    put32(out, static_cast<std::uint32_t>(directory.size()));
    put32(out, start);
    put16(out, 0);  // comment
    return out;
}

/// The element as a document of its own. What it declares itself and what stands above it is declared again.
xml::Document part_of(const xml::Node element) {
    xml::Document document = xml::Document::create(element.name(), element.namespace_uri(), element.prefix());
    for (const xml::Node child : element.elements()) document.root().append_copy(child);
    return document;
}

[[noreturn]] void refuse(const xml::Document& flat, const xml::Node node, const char* why) {
    throw base::Error(base::ErrorCode::invalid, why, {flat.source(), node.line(), 0, {}});
}

}  // namespace

std::string word_package(const xml::Document& flat) {
    const xml::Node package = flat.root();
    if (!package.is_element("package", kPackage)) refuse(flat, package, "is no Flat OPC package");
    xml::Document types = xml::Document::create("Types", kContentTypes);
    Parts parts{{"[Content_Types].xml", {}}};
    for (const xml::Node part : package.elements()) {
        const std::string name(part.attribute("name", kPackage).value_or(""));
        const std::string type(part.attribute("contentType", kPackage).value_or(""));
        const xml::Node data = part.first_element("xmlData");
        const xml::Node content = data ? data.first_element() : xml::Node();
        if (name.size() < 2 || name[0] != '/' || type.empty() || !content) refuse(flat, part, "is no part with a name, a content type and XML");
        xml::Node entry = types.root().append("Override");
        entry.set_attribute("PartName", name);
        entry.set_attribute("ContentType", type);
        parts.emplace_back(name.substr(1), part_of(content).serialize_compact());
    }
    parts.front().second = types.serialize_compact();
    return stored_zip(parts);
}

}  // namespace irikteu::compose
