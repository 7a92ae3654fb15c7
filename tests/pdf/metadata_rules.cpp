#include <regex>
#include <set>

#include "pdf_file.hpp"

// Rules on XMP (ISO 19005-3, 6.6; ISO 14289-1, 5): a reader for the plain packets this project writes, which refuses everything else.
namespace irikteu::pdf_test {

namespace {

bool is_utf8(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t n = c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 0;
        if (n == 0 || i + n > text.size()) return false;
        for (std::size_t k = 1; k < n; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
        }
        i += n;
    }
    return true;
}

/// Every start tag has its end tag; collects namespace prefixes with their URIs and the element names.
bool balanced(const std::string& xml, std::set<std::string>& elements, std::map<std::string, std::string>& prefixes) {
    std::vector<std::string> open;
    static const std::regex tag("<(/?)([A-Za-z]+:[A-Za-z]+)((?:\\s+[A-Za-z:]+=\"[^\"<]*\")*)\\s*(/?)>|<\\?[^>]*\\?>|<");
    static const std::regex declaration("xmlns:([A-Za-z]+)=\"([^\"]*)\"");
    for (std::sregex_iterator i(xml.begin(), xml.end(), tag), none; i != none; ++i) {
        const std::smatch& match = *i;
        if (match[0] == "<") return false;
        if (match[0].str().starts_with("<?")) continue;
        const auto name = match[2].str();
        if (match[1] == "/") {
            if (open.empty() || open.back() != name) return false;
            open.pop_back();
            continue;
        }
        elements.insert(name);
        const auto attributes = match[3].str();
        for (std::sregex_iterator d(attributes.begin(), attributes.end(), declaration); d != none; ++d) prefixes[(*d)[1]] = (*d)[2];
        if (match[4] != "/") open.push_back(name);
    }
    static const std::regex bare("&(?!(amp|lt|gt|quot|apos);)");
    return open.empty() && !std::regex_search(xml, bare);
}

std::string unescaped(std::string text) {
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    }
    return text;
}

/// The text of a property, through rdf:li where it is a list.
std::string property(const std::string& xml, const std::string& name) {
    const auto start = xml.find("<" + name + ">"), end = xml.find("</" + name + ">");
    if (start == std::string::npos || end == std::string::npos) return {};
    auto body = xml.substr(start + name.size() + 2, end - start - name.size() - 2);
    static const std::regex item("<rdf:li[^>]*>([^<]*)</rdf:li>");
    std::smatch match;
    if (std::regex_search(body, match, item)) body = match[1];
    return unescaped(body);
}

/// "D:20151005180000+06'00'" as "2015-10-05T18:00:00+06:00".
std::string iso_date(const std::string& date) {
    static const std::regex form("D:(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:Z|([+-]\\d\\d)'(\\d\\d)'?)");
    std::smatch match;
    if (!std::regex_match(date, match, form)) return "no date: " + date;
    const auto zone = match[7].matched ? match[7].str() + ":" + match[8].str() : std::string("Z");
    return match[1].str() + "-" + match[2].str() + "-" + match[3].str() + "T" + match[4].str() + ":" + match[5].str() + ":" + match[6].str() + zone;
}

void check_info(const PdfFile& file, const std::string& xml, Faults& faults) {
    const auto& info = file.get(file.trailer(), "/Info");
    for (const auto& [key, name] : {std::pair<const char*, const char*>{"/Title", "dc:title"}, {"/Author", "dc:creator"}, {"/Subject", "dc:description"}, {"/Producer", "pdf:Producer"}, {"/Creator", "xmp:CreatorTool"}}) {
        faults.require(text_of(file.get(info, key)).value_or("") == property(xml, name), "6.6.3", std::string(key) + " of Info and " + name + " of XMP differ");
    }
    for (const auto& [key, name] : {std::pair<const char*, const char*>{"/CreationDate", "xmp:CreateDate"}, {"/ModDate", "xmp:ModifyDate"}}) {
        const auto date = text_of(file.get(info, key));
        faults.require((date ? iso_date(*date) : std::string()) == property(xml, name), "6.6.3", std::string(key) + " of Info and " + name + " of XMP differ");
    }
}

void check_extension_schema(const std::string& xml, Faults& faults) {
    const auto required = [&](const char* name, const char* value) {
        faults.require(property(xml, name) == value, "6.6.2.3.3", std::string(name) + " is not " + value);
    };
    required("pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
    required("pdfaSchema:prefix", "pdfuaid");
    required("pdfaProperty:name", "part");
    required("pdfaProperty:valueType", "Integer");
    required("pdfaProperty:category", "internal");
    faults.require(!property(xml, "pdfaSchema:schema").empty() && !property(xml, "pdfaProperty:description").empty(), "6.6.2.3.3", "the extension schema lacks descriptions");
    static const std::regex container("<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">");
    faults.require(std::regex_search(xml, container), "6.6.2.3.3", "the extension schemas are no bag");
}

}  // namespace

void check_metadata(const PdfFile& file, Faults& faults) {
    const auto reference = file.catalog().value("/Metadata", Json());
    const auto packet = file.data(reference);
    if (!packet) return faults.add("6.6.2.1", "the catalog has no metadata stream");
    faults.require(is_name(file.get(reference, "/Type"), "/Metadata") && is_name(file.get(reference, "/Subtype"), "/XML"), "6.6.2.1", "type of the metadata stream");
    faults.require(!file.has(reference, "/Filter"), "6.6.2.1", "the metadata are deflated, so that a plain search can't find them");
    const auto& xml = *packet;
    faults.require(is_utf8(xml), "6.6.2.1", "XMP is not UTF-8");
    const auto header = xml.substr(0, xml.find("?>"));
    faults.require(header.starts_with("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""), "6.6.2.1", "no XMP packet header");
    faults.require(header.find("bytes=") == std::string::npos && header.find("encoding=") == std::string::npos, "6.6.2.1", "bytes or encoding in the packet header");
    std::set<std::string> elements;
    std::map<std::string, std::string> prefixes;
    faults.require(balanced(xml, elements, prefixes), "6.6.2.1", "XMP is not well formed");
    const std::map<std::string, std::string> known{{"x", "adobe:ns:meta/"}, {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}, {"dc", "http://purl.org/dc/elements/1.1/"},
        {"xmp", "http://ns.adobe.com/xap/1.0/"}, {"pdf", "http://ns.adobe.com/pdf/1.3/"}, {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"}, {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
        {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"}, {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"}, {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"}};
    for (const auto& [prefix, uri] : prefixes) faults.require(known.count(prefix) > 0 && known.at(prefix) == uri, "6.6.2.3.1", "unknown namespace " + prefix + " " + uri);
    const std::set<std::string> plain{"dc:format", "dc:title", "dc:description", "dc:creator", "dc:language", "xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "pdf:Producer", "pdf:Keywords", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part"};
    for (const auto& name : elements) {
        const auto prefix = name.substr(0, name.find(':'));
        const bool frame = prefix == "x" || prefix == "rdf" || prefix.starts_with("pdfaE") || prefix.starts_with("pdfaS") || prefix.starts_with("pdfaP");
        faults.require(frame || plain.count(name) > 0, "6.6.2.3.1", "unknown XMP property " + name);
    }
    faults.require(property(xml, "pdfaid:part") == "3" && property(xml, "pdfaid:conformance") == "A", "6.6.4", "XMP does not say PDF/A-3a");
    faults.require(property(xml, "pdfuaid:part") == "1", "UA 5", "XMP does not say PDF/UA-1");
    faults.require(!property(xml, "dc:title").empty(), "UA 7.1", "no dc:title");
    check_info(file, xml, faults);
    check_extension_schema(xml, faults);
}

}  // namespace irikteu::pdf_test
