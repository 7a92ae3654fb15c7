#include "readers/unread.hpp"

#include <array>
#include <cstdint>

namespace irikteu::readers {

namespace {

constexpr std::string_view names[] = {
    // Run properties
    "lang", "szCs", "bCs", "iCs", "noProof", "kern", "fitText", "effect", "em", "bdr", "rPrChange", "cs", "rtl", "eastAsianLayout",
    // Paragraph properties
    "tabs", "pBdr", "pPrChange", "adjustRightInd", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "textAlignment", "suppressAutoHyphens",
    "suppressLineNumbers", "kinsoku", "overflowPunct", "topLinePunct", "wordWrap", "textboxTightWrap", "mirrorIndents", "numberingChange",
    // Tables
    "tblLook", "tblBorders", "tcBorders", "cnfStyle", "tcW", "vAlign", "noWrap", "textDirection", "hideMark", "tblLayout", "tblPrChange",
    "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "tblInd", "tblOverlap", "tblpPr",
    // Marks
    "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    "sectPrChange",
    // Styles and lists
    "latentStyles", "rsid", "rsids", "uiPriority", "qFormat", "semiHidden", "unhideWhenUsed", "tmpl", "nsid",
};

constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash ^ hash >> 15) % slots;
}

constexpr std::array<std::string_view, slots> make_table() {
    std::array<std::string_view, slots> table{};
    for (const std::string_view name : names) {
        std::size_t at = slot_of(name);
        while (!table[at].empty()) at = (at + 1) % slots;
        table[at] = name;
    }
    return table;
}
constexpr std::array<std::string_view, slots> table = make_table();

}  // namespace

bool Unread::omits_element(std::string_view name, const char* namespace_uri) {
    if (namespace_uri == nullptr) return false;
    if (namespace_uri != last_uri_) {
        last_uri_ = namespace_uri;
        word_ = vocabulary_of(namespace_uri) == Vocabulary::word;
    }
    if (!word_) return false;
    for (std::size_t at = slot_of(name); !table[at].empty(); at = (at + 1) % slots) {
        if (table[at] == name) return true;
    }
    return false;
}

bool Unread::omits_attribute(std::string_view name) {
    return name.starts_with("rsid") || name == "paraId" || name == "textId" || name == "cs" || name == "eastAsia";
}

}  // namespace irikteu::readers
