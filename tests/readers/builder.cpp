#include "builder.hpp"

#include <zip.h>

#include <stdexcept>

#include "readers/reader.hpp"

namespace irikteu::readers::test {

namespace {

constexpr const char* namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
    " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
    " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    " xmlns:xx=\"urn:somebody:else\"";

constexpr const char* word_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr const char* relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

enum class Packing { deflated, stored, encrypted };

std::string make_zip(const Entries& entries, Packing packing) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error("zip_open_from_source");
    for (const auto& [name, bytes] : entries) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_RAW);
        if (index < 0) throw std::runtime_error("zip_file_add " + name);
        if (packing == Packing::stored) zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
        if (packing == Packing::encrypted) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret");
    }
    if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
    std::string out;
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    out.resize(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

std::string to_utf16(const std::string& ascii_and_bmp) {
    std::string out = "\xFF\xFE";
    for (std::size_t i = 0; i < ascii_and_bmp.size();) {
        const auto lead = static_cast<unsigned char>(ascii_and_bmp[i]);
        const int more = lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        unsigned c = more == 2 ? lead & 0x0Fu : more == 1 ? lead & 0x1Fu : lead;
        for (int k = 1; k <= more; ++k) c = c << 6 | (static_cast<unsigned char>(ascii_and_bmp[i + k]) & 0x3Fu);
        i += static_cast<std::size_t>(more) + 1;
        out += static_cast<char>(c & 0xFF);
        out += static_cast<char>(c >> 8);
    }
    return out;
}

}  // namespace

std::string zip(const Entries& entries) { return make_zip(entries, Packing::deflated); }
std::string stored_zip(const Entries& entries) { return make_zip(entries, Packing::stored); }
std::string encrypted_zip(const Entries& entries) { return make_zip(entries, Packing::encrypted); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

Docx& Docx::styles(std::string content) {
    return part("word/styles.xml", "styles", "styles", "<w:styles" + std::string(namespaces) + ">" + content + "</w:styles>");
}

Docx& Docx::numbering(std::string content) {
    return part("word/numbering.xml", "numbering", "numbering",
                "<w:numbering" + std::string(namespaces) + ">" + content + "</w:numbering>");
}

Docx& Docx::part(std::string name, std::string type, std::string relationship, std::string bytes, std::string id) {
    if (id.empty()) id = "rId" + std::to_string(parts_.size() + 1);
    if (type.find('/') == std::string::npos) type = word_types + type + "+xml";
    parts_.push_back({std::move(name), std::move(type), std::move(relationship), std::move(bytes), std::move(id)});
    return *this;
}

Docx& Docx::strict() {
    strict_ = true;
    return *this;
}
Docx& Docx::macros() {
    macros_ = true;
    return *this;
}
Docx& Docx::utf16() {
    utf16_ = true;
    return *this;
}

std::string Docx::in_vocabulary(std::string xml) const {
    if (!strict_) return xml;
    xml = replaced(xml, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main");
    xml = replaced(xml, "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/");
    return xml;
}

std::string Docx::main_xml() const {
    const std::string xml = in_vocabulary("<w:document" + std::string(namespaces) + "><w:body>" + body_ + "</w:body></w:document>");
    if (utf16_) return to_utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xml);
    return xml;
}

Entries Docx::entries() const {
    const std::string main_type = macros_ ? "application/vnd.ms-word.document.macroEnabled.main+xml"
                                          : word_types + std::string("document.main+xml");
    std::string types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        "<Override PartName=\"/word/document.xml\" ContentType=\"" + main_type + "\"/>";
    std::string rels;
    Entries more;
    for (const Part& part : parts_) {
        types += "<Override PartName=\"/" + part.name + "\" ContentType=\"" + part.type + "\"/>";
        if (!part.relationship.empty()) {
            rels += "<Relationship Id=\"" + part.id + "\" Type=\"" + relationship_types + part.relationship + "\" Target=\"/" + part.name + "\"/>";
        }
        more.emplace_back(part.name, in_vocabulary(part.bytes));
    }
    const std::string open = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    Entries all = {{"[Content_Types].xml", types + "</Types>"},
                   {"_rels/.rels", in_vocabulary(open + "<Relationship Id=\"rId1\" Type=\"" + relationship_types +
                                                 "officeDocument\" Target=\"word/document.xml\"/></Relationships>")},
                   {"word/document.xml", main_xml()},
                   {"word/_rels/document.xml.rels", in_vocabulary(open + rels + "</Relationships>")}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::string Docx::bytes() const { return zip(entries()); }

std::string Docx::flat_opc() const {
    std::string out = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"
                      "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">";
    for (const auto& [name, bytes] : entries()) {
        if (name == "[Content_Types].xml") continue;
        std::string type = "application/vnd.openxmlformats-package.relationships+xml";
        if (name == "word/document.xml") type = word_types + std::string("document.main+xml");
        for (const Part& part : parts_) {
            if (part.name == name) type = part.type;
        }
        out += "<pkg:part pkg:name=\"/" + name + "\" pkg:contentType=\"" + type + "\"><pkg:xmlData>" + bytes + "</pkg:xmlData></pkg:part>";
    }
    return out + "</pkg:package>";
}

std::string r(const std::string& text, const std::string& rPr) {
    return "<w:r>" + (rPr.empty() ? "" : "<w:rPr>" + rPr + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string p(const std::string& text, const std::string& pPr, const std::string& rPr) {
    return "<w:p>" + (pPr.empty() ? "" : "<w:pPr>" + pPr + "</w:pPr>") + r(text, rPr) + "</w:p>";
}

xml::Document read(const std::string& bytes, const Limits& limits) { return read_document(bytes, "a.docx", limits); }

namespace {

std::string number_of(xml::Node e) {
    const auto number = e.attribute("number");
    return number ? "[" + std::string(*number) + "] " : std::string();
}

std::string cell_text(xml::Node cell);

std::string table_text(xml::Node table) {
    std::string out;
    for (const xml::Node row : table.elements()) {
        if (!out.empty()) out += " / ";
        std::string line;
        for (const xml::Node cell : row.elements()) line += (line.empty() ? "" : " | ") + cell_text(cell);
        out += line;
    }
    return out;
}

std::string cell_text(xml::Node cell) {
    std::string out;
    for (const xml::Node e : cell.elements()) {
        if (!out.empty()) out += " + ";
        out += e.name() == "p" ? e.text() : "(" + table_text(e) + ")";
    }
    const auto columns = cell.attribute("columns");
    const auto rows = cell.attribute("rows");
    if (columns) out += "{c" + std::string(*columns) + "}";
    if (rows) out += "{r" + std::string(*rows) + "}";
    return out;
}

xml::Node document_of(const xml::Document& dossier) {
    return dossier.root().first_element("documents").first_element("document");
}

void gather(xml::Node e, std::string& out) {
    for (const xml::Node child : e.elements()) {
        if (child.name() == "p" || child.name() == "heading") out += number_of(child) + child.text() + " ";
        else gather(child, out);
    }
}

}  // namespace

std::vector<std::string> lines(const xml::Document& dossier) {
    std::vector<std::string> out;
    for (const xml::Node e : document_of(dossier).first_element("text").elements()) {
        if (e.name() == "p") out.push_back("p " + number_of(e) + e.text());
        else if (e.name() == "table") out.push_back("table " + table_text(e));
        else out.push_back("h" + std::string(*e.attribute("level")) + " " + std::string(*e.attribute("how")) + " " + number_of(e) + e.text());
    }
    return out;
}

std::vector<std::string> lines(const Docx& docx) { return lines(read(docx.bytes())); }

std::string words(const xml::Document& dossier) {
    std::string out;
    gather(document_of(dossier).first_element("text"), out);
    return out;
}

std::vector<std::string> ledger(const xml::Document& dossier) {
    std::vector<std::string> out;
    for (const xml::Node e : document_of(dossier).first_element("ledger").elements()) {
        if (e.name() == "ignored") out.push_back(std::string(*e.attribute("reason")) + " " + std::string(*e.attribute("characters")));
        else out.push_back("unknown " + std::string(*e.attribute("element")) + ": " + e.text());
    }
    return out;
}

}  // namespace irikteu::readers::test
