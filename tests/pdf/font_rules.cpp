#include <cmath>
#include <regex>

#include "pdf_file.hpp"

// Rules on fonts (ISO 19005-3, 6.2.11; ISO 14289-1, 7.21): embedding, widths, glyphs, Unicode.
namespace irikteu::pdf_test {

namespace {

/// What the rules ask of a TrueType program.
class TrueType {
  public:
    explicit TrueType(const std::string& program) : bytes_(program) {
        const int tables = u16(4);
        for (int i = 0; i < tables; ++i) {
            const auto at = 12 + 16 * static_cast<std::size_t>(i);
            tables_[bytes_.substr(at, 4)] = u32(at + 8);
        }
        units_per_em_ = u16(tables_.at("head") + 18);
        glyphs_ = u16(tables_.at("maxp") + 4);
        metrics_ = u16(tables_.at("hhea") + 34);
    }
    int glyphs() const { return glyphs_; }
    double width(int glyph) const { return 1000.0 * u16(tables_.at("hmtx") + 4 * static_cast<std::size_t>(std::min(glyph, metrics_ - 1))) / units_per_em_; }

  private:
    int u16(std::size_t at) const { return static_cast<unsigned char>(bytes_.at(at)) << 8 | static_cast<unsigned char>(bytes_.at(at + 1)); }
    std::size_t u32(std::size_t at) const { return static_cast<std::size_t>(u16(at)) << 16 | static_cast<std::size_t>(u16(at + 2)); }

    const std::string& bytes_;
    std::map<std::string, std::size_t> tables_;
    int units_per_em_ = 1, glyphs_ = 0, metrics_ = 0;
};

/// Code → UTF-16 hexadecimal digits, of bfchar entries.
std::map<unsigned, std::string> unicode_map(const std::string& cmap) {
    std::map<unsigned, std::string> map;
    static const std::regex entry("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]*)>\\s*\n");
    for (std::size_t at = cmap.find("beginbfchar"); at != std::string::npos; at = cmap.find("beginbfchar", at + 1)) {
        const auto end = cmap.find("endbfchar", at);
        const auto block = cmap.substr(at, end - at);
        for (std::sregex_iterator i(block.begin(), block.end(), entry), none; i != none; ++i) map[static_cast<unsigned>(std::stoul((*i)[1], nullptr, 16))] = (*i)[2];
    }
    return map;
}

std::map<unsigned, double> width_map(const PdfFile& file, const Json& widths) {
    std::map<unsigned, double> map;
    for (std::size_t i = 0; i + 1 < widths.size();) {
        auto code = widths[i].get<unsigned>();
        const auto& next = file.resolve(widths[i + 1]);
        if (next.is_array()) {
            for (const auto& width : next) map[code++] = width.get<double>();
            i += 2;
        } else {
            for (; code <= next.get<unsigned>(); ++code) map[code] = widths[i + 2].get<double>();
            i += 3;
        }
    }
    return map;
}

void check_unicode(const std::string& where, const std::string& digits, bool replaced, Faults& faults) {
    faults.require(!digits.empty() && digits.size() % 4 == 0, "6.2.11.7.2", where + ": no Unicode");
    for (std::size_t i = 0; i + 3 < digits.size(); i += 4) {
        const auto unit = std::stoul(digits.substr(i, 4), nullptr, 16);
        faults.require(unit != 0 && unit != 0xfeff && unit != 0xfffe, "6.2.11.7.2", where + ": a forbidden Unicode value");
        faults.require(unit < 0xe000 || unit > 0xf8ff || replaced, "6.2.11.7.3", where + ": private use without ActualText");
    }
}

void check_codes(const PdfFile& file, const std::string& reference, const Json& descendant, const std::string& program, const std::map<unsigned, bool>& codes, Faults& faults) {
    const auto cmap = file.data(file.resolve(Json(reference)).value("/ToUnicode", Json()));
    faults.require(cmap.has_value(), "6.2.11.7.2", "font " + reference + ": no ToUnicode");
    const auto unicode = unicode_map(cmap.value_or(""));
    const auto to_glyph = file.data(descendant.value("/CIDToGIDMap", Json()));
    if (!to_glyph) return faults.add("6.2.11.3.2", "font " + reference + ": no CIDToGIDMap stream");
    const auto widths = width_map(file, file.get(descendant, "/W"));
    const TrueType font(program);
    for (const auto& [code, replaced] : codes) {
        const auto where = "font " + reference + " code " + std::to_string(code);
        if (2 * code + 1 >= to_glyph->size()) {
            faults.add("6.2.11.8", where + ": no glyph");
            continue;
        }
        const int glyph = static_cast<unsigned char>((*to_glyph)[2 * code]) << 8 | static_cast<unsigned char>((*to_glyph)[2 * code + 1]);
        faults.require(glyph != 0, "6.2.11.8", where + ": .notdef");
        faults.require(glyph < font.glyphs(), "6.2.11.4.1", where + ": the glyph is not in the program");
        const auto width = widths.find(code);
        const double stated = width == widths.end() ? file.get(descendant, "/DW").is_number() ? file.get(descendant, "/DW").get<double>() : 1000 : width->second;
        faults.require(std::abs(stated - font.width(glyph)) <= 1, "6.2.11.5", where + ": the width differs");
        const auto text = unicode.find(code);
        check_unicode(where, text == unicode.end() ? std::string() : text->second, replaced, faults);
    }
}

void check_font(const PdfFile& file, const std::string& reference, const Json& font, const ContentFacts& facts, Faults& faults) {
    const auto where = "font " + reference;
    if (!is_name(file.get(font, "/Subtype"), "/Type0")) return faults.add("6.2.11.2", where + " is not Type0");
    faults.require(is_name(file.get(font, "/Encoding"), "/Identity-H"), "6.2.11.3.1", where + ": encoding");
    const auto& descendants = file.get(font, "/DescendantFonts");
    if (!descendants.is_array() || descendants.size() != 1) return faults.add("6.2.11.2", where + ": no descendant");
    const auto& descendant = file.resolve(descendants[0]);
    faults.require(is_name(file.get(descendant, "/Subtype"), "/CIDFontType2"), "6.2.11.2", where + ": descendant");
    const auto& descriptor = file.get(descendant, "/FontDescriptor");
    for (const char* key : {"/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"}) {
        faults.require(file.has(descriptor, key), "6.2.11.2", where + ": the descriptor has no " + key);
    }
    faults.require(!file.has(descriptor, "/CIDSet"), "6.2.11.4.2", where + ": CIDSet, which the tests do not know");
    faults.require(file.get(font, "/BaseFont") == file.get(descriptor, "/FontName") && file.get(descendant, "/BaseFont") == file.get(font, "/BaseFont"), "6.2.11.2", where + ": names differ");
    const auto program = file.data(descriptor.value("/FontFile2", Json()));
    if (!program) return faults.add("6.2.11.4.1", where + " is not embedded");
    const auto codes = facts.codes_of_font.find(reference);
    if (codes != facts.codes_of_font.end()) check_codes(file, reference, descendant, *program, codes->second, faults);
}

}  // namespace

void check_fonts(const PdfFile& file, const ContentFacts& facts, Faults& faults) {
    for (const auto& [reference, value] : file.objects()) {
        if (!is_name(file.get(value, "/Type"), "/Font") || is_name(file.get(value, "/Subtype"), "/CIDFontType2")) continue;
        check_font(file, reference, value, facts, faults);
    }
}

}  // namespace irikteu::pdf_test
