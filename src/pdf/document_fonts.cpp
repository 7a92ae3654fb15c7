#include "pdf/document_fonts.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "pdf/font_subset.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::string_view kZeroWidthSpace = "\xE2\x80\x8B";
constexpr std::size_t kMostCodes = 65536;

/// First and last character of each range a form field may be filled with; what the face lacks is left out.
constexpr char32_t kRepertoire[][2] = {{0x20, 0x7e},     {0xa0, 0xff},     {0x401, 0x401},   {0x406, 0x406},   {0x410, 0x44f},
                                       {0x451, 0x451},   {0x456, 0x456},   {0x492, 0x493},   {0x49a, 0x49b},   {0x4a2, 0x4a3},
                                       {0x4ae, 0x4b1},   {0x4ba, 0x4bb},   {0x4d8, 0x4d9},   {0x4e8, 0x4e9},   {0x2013, 0x2014},
                                       {0x2018, 0x201e}, {0x2026, 0x2026}, {0x20ac, 0x20ac}, {0x20b8, 0x20b8}, {0x2116, 0x2116}};

/// Six letters that name the subset (ISO 32000-1, 9.6.4), made of the program's digest.
std::string subset_tag(std::string_view program) {
    const auto digest = base::sha256(program);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest.bytes[i] % 26);
    return tag;
}

}  // namespace

std::string DocumentFonts::resource_name(std::size_t font) {
    std::string name("F");
    append_integer(name, static_cast<std::int64_t>(font + 1));
    return name;
}

namespace {

bool needs_escape(unsigned byte) { return byte == '(' || byte == ')' || byte == '\\' || byte == '\r'; }

void prepare_plain(EncodedText& text) {
    const auto& glyphs = text.shaped->glyphs;
    if (!text.clusters.empty()) return;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const unsigned code = text.codes[i];
        if (glyphs[i].x_offset != 0 || glyphs[i].y_offset != 0 || needs_escape(code >> 8) || needs_escape(code & 0xffu)) return;
    }
    text.plain = true;
    text.bytes.reserve(2 * glyphs.size());
    text.drift.reserve(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        text.bytes += static_cast<char>(text.codes[i] >> 8);
        text.bytes += static_cast<char>(text.codes[i] & 0xffu);
        const std::int64_t wanted = glyphs[i].advance * std::int64_t{1000};
        text.drift.push_back(static_cast<std::int32_t>(text.widths[i] * text.units_per_em - wanted));
        text.length += wanted;
    }
}

}  // namespace

std::size_t DocumentFonts::font_index(layout::FaceId face) {
    const auto [place, fresh] = by_face_.try_emplace(face, fonts_.size());
    if (fresh) {
        fonts_.emplace_back();
        fonts_.back().face_id = face;
        fonts_.back().face = &library_.face(face);
    }
    return place->second;
}

std::uint16_t DocumentFonts::code(Font& font, std::uint32_t glyph, std::string_view text) {
    std::size_t end = 0;
    const char32_t first = next_character(text, end);
    const auto next = static_cast<std::uint16_t>(font.codes.size());
    bool fresh = false;
    std::uint16_t found = 0;
    if (end == text.size()) {
        const auto entry = font.by_character.try_emplace(std::uint64_t{glyph} << 32 | first, next);
        fresh = entry.second;
        found = entry.first->second;
    } else {
        const auto entry = font.by_text.try_emplace({glyph, std::string(text)}, next);
        fresh = entry.second;
        found = entry.first->second;
    }
    if (fresh) {
        if (font.codes.size() >= kMostCodes) throw base::Error(base::ErrorCode::limit_exceeded, "a document uses more than 65535 glyphs of a face");
        const auto width = static_cast<std::int32_t>(font.face->thousandths(font.face->glyph_advance(glyph)));
        font.codes.push_back({glyph, std::string(text), width});
    }
    return found;
}

const EncodedText& DocumentFonts::encode(const layout::ShapedText& shaped) {
    auto& [known, text] = lately_[(reinterpret_cast<std::uintptr_t>(&shaped) >> 5) % lately_.size()];
    if (known == &shaped) return *text;
    text = &encode_once(shaped);
    known = &shaped;
    return *text;
}

const EncodedText& DocumentFonts::encode_once(const layout::ShapedText& shaped) {
    auto& slot = encoded_[&shaped];
    if (slot) return *slot;
    slot = std::make_unique<EncodedText>();
    slot->shaped = &shaped;
    slot->font = font_index(shaped.face);
    auto& font = fonts_[slot->font];
    slot->units_per_em = font.face->metrics().units_per_em;
    const auto& glyphs = shaped.glyphs;
    const std::string_view text = shaped.text;
    slot->codes.reserve(glyphs.size());
    slot->widths.reserve(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size();) {
        std::size_t end = i + 1;
        while (end < glyphs.size() && glyphs[end].cluster == glyphs[i].cluster) ++end;
        const std::size_t text_end = end < glyphs.size() ? glyphs[end].cluster : text.size();
        const auto source = text.substr(glyphs[i].cluster, text_end - glyphs[i].cluster);
        if (end - i > 1) slot->clusters.push_back({i, end - i, std::string(source)});
        for (std::size_t k = i; k < end; ++k) {
            const auto id = code(font, glyphs[k].glyph, k == i ? source : kZeroWidthSpace);
            slot->codes.push_back(id);
            slot->widths.push_back(font.codes[id].width);
        }
        i = end;
    }
    prepare_plain(*slot);
    return *slot;
}

void DocumentFonts::add_repertoire(layout::FaceId face) {
    auto& font = fonts_[font_index(face)];
    for (const auto& range : kRepertoire) {
        for (char32_t c = range[0]; c <= range[1]; ++c) {
            const auto glyph = font.face->glyph(c);
            if (glyph == 0 || c == 0xad) continue;
            std::string text;
            base::append_utf8(text, c);
            code(font, glyph, text);
        }
    }
}

std::string DocumentFonts::to_unicode(const Font& font) const {
    std::string map =
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    constexpr std::size_t kMost = 100;  // Entries of one block (ISO 32000-1, 9.7.5.4 by way of the CMap specification).
    for (std::size_t first = 1; first < font.codes.size(); first += kMost) {
        const auto last = std::min(font.codes.size(), first + kMost);
        append_integer(map, static_cast<std::int64_t>(last - first));
        map += " beginbfchar\n";
        for (std::size_t i = first; i < last; ++i) {
            constexpr char digits[] = "0123456789ABCDEF";
            map += {'<', digits[i >> 12 & 15], digits[i >> 8 & 15], digits[i >> 4 & 15], digits[i & 15], '>', '<'};
            append_utf16_hex(map, font.codes[i].text);
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

namespace {

template <class Number>
void append_bytes(std::string& key, Number number) {
    key.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

std::shared_ptr<const FontProgram> DocumentFonts::program_of(const Font& font, const std::vector<std::uint32_t>& glyphs, Deflater& deflater) const {
    std::string key;
    append_bytes(key, font.face_id);
    append_bytes(key, deflater.level());
    for (const auto glyph : glyphs) append_bytes(key, glyph);
    auto& programs = library_.cuts().programs;
    if (auto known = programs.find(key)) return known;
    auto cut = subset(*font.face, glyphs);
    return programs.keep(key, {subset_tag(cut.program), cut.program.size(), deflater.deflate(cut.program), std::move(cut.glyphs)});
}

std::shared_ptr<const EmbeddedFont> DocumentFonts::embedded(const Font& font, Deflater& deflater) const {
    std::string key;
    append_bytes(key, font.face_id);
    append_bytes(key, deflater.level());
    for (const auto& code : font.codes) {
        append_bytes(key, code.glyph);
        append_bytes(key, code.text.size());
        key += code.text;
    }
    auto& fonts = library_.cuts().fonts;
    if (auto known = fonts.find(key)) return known;

    EmbeddedFont made;
    std::vector<std::uint32_t> glyphs;  // In ascending order, whichever was used first.
    for (const auto& entry : font.codes) glyphs.push_back(entry.glyph);
    std::sort(glyphs.begin(), glyphs.end());
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    made.program = program_of(font, glyphs, deflater);
    std::string map;
    for (std::size_t i = 0; i < font.codes.size(); ++i) {
        const auto place = static_cast<std::size_t>(std::lower_bound(glyphs.begin(), glyphs.end(), font.codes[i].glyph) - glyphs.begin());
        map += static_cast<char>(made.program->glyphs[place] >> 8);
        map += static_cast<char>(made.program->glyphs[place] & 0xff);
        if (i == 0) continue;
        if (i > 1) made.widths += ' ';
        append_integer(made.widths, font.codes[i].width);
    }
    made.to_glyph = deflater.deflate(map);
    made.to_unicode = deflater.deflate(to_unicode(font));
    return fonts.keep(key, std::move(made));
}

Reference DocumentFonts::write_font(const Font& font, Objects& objects, Deflater& deflater) const {
    const auto cut = embedded(font, deflater);
    const auto& face = *font.face;
    std::string name;
    append_name(name, cut->program->tag + "+" + face.postscript_name());
    const auto program = objects.add_stream("/Length1 " + std::to_string(cut->program->length) + "/Filter/FlateDecode", cut->program->deflated);
    const auto to_glyph = objects.add_stream("/Filter/FlateDecode", cut->to_glyph);
    const auto unicode = objects.add_stream("/Filter/FlateDecode", cut->to_unicode);

    const auto number = [&](std::int64_t font_units) { return std::to_string(face.thousandths(font_units)); };
    const auto& bounds = face.bounds();
    const auto& metrics = face.metrics();
    // Ascent and descent are what glyphs reach, as FOP has them too; lines are set by the typographic ones.
    // Symbolic (4), because the codes are no standard encoding; fixed pitch 1, italic 64 (ISO 32000-1, table 123).
    const int flags = 4 | (face.fixed_pitch() ? 1 : 0) | (face.italic_angle() != 0 ? 64 : 0);
    const auto descriptor = objects.add("<</Type/FontDescriptor/FontName" + name + "/Flags " + std::to_string(flags) + "/FontBBox[" +
                                        number(bounds[0]) + ' ' + number(bounds[1]) + ' ' + number(bounds[2]) + ' ' + number(bounds[3]) +
                                        "]/ItalicAngle " + std::to_string(face.italic_angle()) + "/Ascent " + number(bounds[3]) +
                                        "/Descent " + number(bounds[1]) + "/CapHeight " + number(metrics.cap_height) + "/StemV " +
                                        (face.bold() ? "140" : "80") + "/FontFile2 " + to_string(program) + ">>");
    const auto descendant = objects.add("<</Type/Font/Subtype/CIDFontType2/BaseFont" + name +
                                        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                                        to_string(descriptor) + "/W[1[" + cut->widths + "]]/CIDToGIDMap " + to_string(to_glyph) + ">>");
    return objects.add("<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" + to_string(descendant) +
                       "]/ToUnicode " + to_string(unicode) + ">>");
}

void DocumentFonts::write(Reference resources, Objects& objects, Deflater& deflater) const {
    std::string fonts = "<<";
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        const auto font = write_font(fonts_[i], objects, deflater);
        append_name(fonts, resource_name(i));
        fonts += ' ';
        append_reference(fonts, font);
    }
    objects.fill(resources, fonts + ">>");
}

}  // namespace irikteu::pdf
