#include "readers/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "xml/marks.hpp"

namespace irikteu::readers {

namespace {

struct Name {
    std::string_view name;
    Word word;
};

constexpr Name names[] = {
    {"document", Word::document}, {"body", Word::body}, {"p", Word::p}, {"r", Word::r}, {"t", Word::t},
    {"tab", Word::tab}, {"br", Word::br}, {"cr", Word::cr}, {"tbl", Word::tbl}, {"tr", Word::tr}, {"tc", Word::tc},
    {"tblPr", Word::tblPr}, {"tblGrid", Word::tblGrid}, {"tblPrEx", Word::tblPrEx}, {"trPr", Word::trPr},
    {"tcPr", Word::tcPr}, {"pPr", Word::pPr}, {"rPr", Word::rPr}, {"sectPr", Word::sectPr}, {"sdt", Word::sdt},
    {"sdtPr", Word::sdtPr}, {"sdtEndPr", Word::sdtEndPr}, {"sdtContent", Word::sdtContent},
    {"smartTag", Word::smartTag}, {"smartTagPr", Word::smartTagPr}, {"customXml", Word::customXml},
    {"customXmlPr", Word::customXmlPr}, {"hyperlink", Word::hyperlink}, {"ins", Word::ins}, {"del", Word::del},
    {"moveFrom", Word::moveFrom}, {"moveTo", Word::moveTo}, {"fldSimple", Word::fldSimple},
    {"fldChar", Word::fldChar}, {"instrText", Word::instrText}, {"delInstrText", Word::delInstrText},
    {"delText", Word::delText}, {"sym", Word::sym}, {"noBreakHyphen", Word::noBreakHyphen},
    {"softHyphen", Word::softHyphen}, {"ptab", Word::ptab}, {"drawing", Word::drawing}, {"pict", Word::pict},
    {"object", Word::object}, {"txbxContent", Word::txbxContent}, {"altChunk", Word::altChunk}, {"dir", Word::dir},
    {"bdo", Word::bdo}, {"ruby", Word::ruby}, {"rubyBase", Word::rubyBase}, {"rt", Word::rt},
    {"footnoteReference", Word::footnoteReference}, {"endnoteReference", Word::endnoteReference},
    {"subDoc", Word::subDoc}, {"pgNum", Word::pgNum}, {"proofErr", Word::proofErr},
    {"bookmarkStart", Word::bookmarkStart}, {"bookmarkEnd", Word::bookmarkEnd},
    {"lastRenderedPageBreak", Word::lastRenderedPageBreak}, {"contentPart", Word::contentPart},
    {"commentReference", Word::commentReference}, {"glossaryDocument", Word::glossaryDocument},
};

constexpr std::size_t slots = 256;

constexpr std::size_t slot_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash ^ hash >> 15) % slots;
}

/// Open addressing, filled when the program is compiled.
constexpr std::array<Name, slots> make_table() {
    std::array<Name, slots> table{};
    for (const Name& entry : names) {
        std::size_t at = slot_of(entry.name);
        while (!table[at].name.empty()) at = (at + 1) % slots;
        table[at] = entry;
    }
    return table;
}
constexpr std::array<Name, slots> table = make_table();

struct Home {
    std::string_view prefix;
    Vocabulary vocabulary;
};
/// By the beginning of the URI; the first that fits.
constexpr Home homes[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Vocabulary::word},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", Vocabulary::word},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", Vocabulary::compatibility},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", Vocabulary::math},
    {"http://purl.oclc.org/ooxml/officeDocument/math", Vocabulary::math},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", Vocabulary::relationship},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", Vocabulary::relationship},
    {"http://schemas.openxmlformats.org/drawingml/", Vocabulary::drawing},
    {"http://purl.oclc.org/ooxml/drawingml/", Vocabulary::drawing},
    {"http://schemas.microsoft.com/office/drawing/", Vocabulary::drawing},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessing", Vocabulary::drawing},
    {"http://schemas.microsoft.com/office/word/2010/wordml", Vocabulary::word_extension},
    {"http://schemas.microsoft.com/office/word/20", Vocabulary::word_extension},
    {"urn:schemas-microsoft-com:vml", Vocabulary::vml},
    {"urn:schemas-microsoft-com:office:", Vocabulary::vml},
    {"http://schemas.microsoft.com/office/2006/xmlPackage", Vocabulary::package},
};

}  // namespace

Vocabulary vocabulary_of(std::string_view uri) {
    for (const Home& home : homes) {
        if (uri.starts_with(home.prefix)) return home.vocabulary;
    }
    return Vocabulary::other;
}

namespace {

Word word_named(std::string_view name) {
    for (std::size_t at = slot_of(name); !table[at].name.empty(); at = (at + 1) % slots) {
        if (table[at].name == name) return table[at].word;
    }
    return Word::other;
}

}  // namespace

Vocabulary Classifier::vocabulary(xml::Node element) {
    const void* const uri = xml::namespace_mark(element);
    if (uri != last_uri_ || uri == nullptr) {
        last_uri_ = uri;
        last_ = vocabulary_of(element.namespace_uri());
    }
    return last_;
}

Word Classifier::word(xml::Node element) {
    if (vocabulary(element) != Vocabulary::word) return Word::none;
    const void* const mark = xml::name_mark(element);
    Known& known = known_[(reinterpret_cast<std::uintptr_t>(mark) >> 3) % known_.size()];
    if (known.mark != mark) known = {mark, word_named(element.name())};
    return known.word;
}

std::optional<std::string_view> attribute(xml::Node element, std::string_view name) {
    return xml::attribute_in_any_namespace(element, name);
}

int integer_attribute(xml::Node element, std::string_view name, int otherwise) {
    const auto text = attribute(element, name);
    int value = 0;
    if (!text) return otherwise;
    const auto [end, reason] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (reason == std::errc::result_out_of_range) return otherwise;
    return reason == std::errc() && end != text->data() ? value : otherwise;
}

std::optional<bool> on_off(xml::Node element) {
    if (!element) return std::nullopt;
    const auto value = attribute(element, "val");
    return !value || !(*value == "0" || *value == "false" || *value == "off" || *value == "none");
}

}  // namespace irikteu::readers
