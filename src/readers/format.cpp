#include "readers/format.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "readers/limits.hpp"
#include "readers/vocabulary.hpp"
#include "readers/zip_archive.hpp"

namespace irikteu::readers {

namespace {

constexpr std::size_t sniffed = 64 << 10;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Format office_format(std::string_view types) {
    if (contains(types, "wordprocessingml.document.main") || contains(types, "wordprocessingml.template.main")) {
        return Format::docx;
    }
    if (contains(types, "ms-word.document.macroEnabled") || contains(types, "ms-word.template.macroEnabled")) {
        return Format::docm;
    }
    if (contains(types, "spreadsheetml") || contains(types, "presentationml")) return Format::xlsx;
    return Format::docx;  // Some producer's own idea of the types: the reader will say.
}

Format zip_format(std::string_view bytes) {
    const Limits limits;
    try {
        const ZipArchive zip = ZipArchive::open(bytes, "zip", limits);
        if (const ZipEntry* types = zip.find("[Content_Types].xml")) {
            return office_format(zip.read(*types, limits.max_part_bytes));
        }
        if (const ZipEntry* mimetype = zip.find("mimetype"); mimetype != nullptr && mimetype->size < 200) {
            return contains(zip.read(*mimetype, 200), "opendocument") ? Format::odt : Format::zip;
        }
        if (zip.find("Index/Document.iwa") != nullptr || zip.find("index.xml") != nullptr) return Format::pages;
        return Format::zip;
    } catch (const base::Error&) {
        // Broken, encrypted or too large to look into: its first entries still tell what it was meant to be.
        const std::string_view start = bytes.substr(0, sniffed);
        if (contains(start, "[Content_Types].xml") || contains(start, "word/document.xml")) return Format::docx;
        if (contains(start.substr(0, 200), "vnd.oasis.opendocument")) return Format::odt;
        return Format::zip;
    }
}

/// The beginning of an XML file as ASCII, whatever its encoding: other characters are lost.
std::string ascii_beginning(std::string_view bytes, std::size_t most) {
    bytes = bytes.substr(0, most);
    std::string text;
    for (const char c : bytes) {
        if (c != '\0' && static_cast<unsigned char>(c) < 0x80) text += c;
    }
    return text;
}

struct StartTag {
    std::string name;
    std::string namespace_uri;
};

std::string attribute_in(std::string_view tag, const std::string& name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const char before = at > 0 ? tag[at - 1] : ' ';
        std::size_t i = at + name.size();
        while (i < tag.size() && (tag[i] == ' ' || tag[i] == '\n' || tag[i] == '\r' || tag[i] == '\t')) ++i;
        if (static_cast<unsigned char>(before) > ' ' || i >= tag.size() || tag[i] != '=') continue;
        i = tag.find_first_of("\"'", i);
        if (i == std::string_view::npos) return {};
        const std::size_t end = tag.find(tag[i], i + 1);
        return end == std::string_view::npos ? std::string() : std::string(tag.substr(i + 1, end - i - 1));
    }
    return {};
}

/// The first element's name and namespace; nullopt where this is no XML, or its tag does not end here unless `open`.
std::optional<StartTag> root_element(std::string_view text, bool open) {
    std::size_t at = 0;
    for (;;) {
        at = text.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos || text[at] != '<' || at + 1 >= text.size()) return std::nullopt;
        const std::string_view end = text[at + 1] == '?' ? "?>" : text.substr(at, 4) == "<!--" ? "-->" : ">";
        if (text[at + 1] != '?' && text[at + 1] != '!') break;
        // A document type may declare things between brackets: the parser refuses it, and says why.
        const std::size_t bracket = text.substr(at, 9) == "<!DOCTYPE" ? text.find_first_of("[>", at) : std::string_view::npos;
        const bool declares = bracket != std::string_view::npos && text[bracket] == '[';
        at = text.find(end, declares ? std::min(text.find(']', bracket), text.size()) : at + 1);
        if (at == std::string_view::npos) return std::nullopt;
        at += end.size();
    }
    const std::size_t close = text.find('>', at);
    if (close == std::string_view::npos && !open) return std::nullopt;
    const std::string_view tag = text.substr(at + 1, std::min(close, text.size()) - at - 1);
    const std::string_view qualified = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    const auto colon = qualified.find(':');
    StartTag start;
    start.name = qualified.substr(colon == std::string_view::npos ? 0 : colon + 1);
    const std::string prefix(colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon));
    start.namespace_uri = attribute_in(tag, prefix.empty() ? "xmlns" : "xmlns:" + prefix);
    return start;
}

Format xml_format(const StartTag& root) {
    const Vocabulary vocabulary = vocabulary_of(root.namespace_uri);
    if (root.namespace_uri == "urn:irikteu:dossier:1") return Format::xml_dossier;
    if (vocabulary == Vocabulary::package && root.name == "package") return Format::flat_opc;
    if (vocabulary == Vocabulary::word && root.name == "document") return Format::word_xml;
    if (root.namespace_uri == "http://schemas.microsoft.com/office/word/2003/wordml") return Format::word_2003_xml;
    if (root.namespace_uri == "urn:oasis:names:tc:opendocument:xmlns:office:1.0") return Format::odt;  // Flat ODF.
    if (root.name == "html" || root.name == "HTML") return Format::html;
    return Format::xml;
}

}  // namespace

Format detect(std::string_view bytes) {
    const auto begins = [&](std::string_view magic) { return bytes.starts_with(magic); };
    if (begins("PK\3\4") || begins("PK\5\6") || begins("PK\7\10")) return zip_format(bytes);
    if (begins("%PDF-")) return Format::pdf;
    if (begins("{\\rt")) return Format::rtf;
    const bool tar = bytes.size() > 262 && bytes.substr(257, 5) == "ustar";
    if (begins("Rar!\x1A\x07") || begins("7z\xBC\xAF\x27\x1C") || begins("\x1F\x8B") || tar) return Format::archive;
    if (begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        const std::string_view marker("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
        return contains(bytes, marker) ? Format::protected_document : Format::doc;
    }
    if (begins("\x89PNG") || begins("\xFF\xD8\xFF") || begins("GIF8") || begins("BM") || begins("II*") || begins("MM\0*")) {
        return Format::image;
    }
    constexpr std::size_t usual = 2000;  // Hardly anybody writes so much before the root's end.
    if (const auto root = root_element(ascii_beginning(bytes, usual), false)) return xml_format(*root);
    const std::string text = ascii_beginning(bytes, sniffed);
    if (const auto root = root_element(text, true)) return xml_format(*root);
    // Blank lines or a long comment may come first.
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (bytes.size() > sniffed && (first == std::string::npos || text[first] == '<')) {
        if (const auto root = root_element(ascii_beginning(bytes, Limits().max_part_bytes), true); root && xml_format(*root) != Format::xml) return xml_format(*root);
    }
    const std::string lower = base::ascii_lower(std::string_view(text).substr(0, 1024));
    if (contains(lower, "<html") || contains(lower, "<!doctype html")) return Format::html;
    if (contains(bytes.substr(0, 1024), "%PDF-")) return Format::pdf;
    return Format::unknown;
}

std::string_view to_string(Format format) {
    switch (format) {
        case Format::xml_dossier: return "xml";
        case Format::docx: return "docx";
        case Format::docm: return "docm";
        case Format::flat_opc: return "flat-opc";
        case Format::word_xml: return "wordprocessingml";
        case Format::zip: return "zip";
        case Format::xml: return "other-xml";
        case Format::pdf: return "pdf";
        case Format::odt: return "odt";
        case Format::rtf: return "rtf";
        case Format::doc: return "doc";
        case Format::protected_document: return "protected";
        case Format::word_2003_xml: return "word-2003-xml";
        case Format::html: return "html";
        case Format::xlsx: return "office";
        case Format::pages: return "pages";
        case Format::archive: return "archive";
        case Format::image: return "image";
        case Format::unknown: break;
    }
    return "unknown";
}

bool is_readable(Format format) {
    return format == Format::xml_dossier || format == Format::docx || format == Format::docm ||
           format == Format::flat_opc || format == Format::word_xml;
}

std::string_view advice(Format format) {
    switch (format) {
        case Format::pdf: return "is a PDF: submit the document that it was made from, saved as .docx";
        case Format::odt: return "is an OpenDocument text: open it and save it as .docx";
        case Format::rtf: return "is an RTF text: open it and save it as .docx";
        case Format::doc: return "is a file of Word 97-2003: open it and save it as .docx";
        case Format::protected_document: return "is protected by a password: save it without one";
        case Format::word_2003_xml: return "is XML of Word 2003: open it and save it as .docx";
        case Format::html: return "is a web page: open it in a word processor and save it as .docx";
        case Format::xlsx: return "is no text document but another Office file: submit a .docx";
        case Format::pages: return "is a document of Apple Pages: export it as Word (.docx)";
        case Format::archive: return "is an archive of a kind that is not opened (RAR, 7z, tar): unpack it and submit the files, or pack them as .zip";
        case Format::image: return "is a picture: submit the text as .docx";
        case Format::xml: return "is XML, but no dossier: the root has to be dossier of urn:irikteu:dossier:1";
        case Format::zip: return "is a zip within a zip within a zip: unpack it";
        default: return "is of a kind that is not known: submit a .docx or a dossier in XML";
    }
}

}  // namespace irikteu::readers
