#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "xml/node.hpp"

namespace irikteu::readers {

/// The vocabularies that meet in a word-processing document, transitional and strict spelling alike (ECMA-376-1 and
/// ISO/IEC 29500-4).
enum class Vocabulary : std::uint8_t {
    word,           ///< w: WordprocessingML
    math,           ///< m:
    compatibility,  ///< mc: (ECMA-376-3)
    drawing,        ///< a:, wp:, pic:, dgm:, chart, wps: and other DrawingML
    vml,            ///< v:, o:
    word_extension, ///< w14:, w15: …
    package,        ///< pkg: Flat OPC
    relationship,   ///< r:
    other,
};
Vocabulary vocabulary_of(std::string_view namespace_uri);

/// The elements of WordprocessingML that the reader treats in some way of their own.
enum class Word : std::uint8_t {
    none,  ///< No WordprocessingML element at all.
    other, ///< WordprocessingML, but none of these.
    document, body, p, r, t, tab, br, cr, tbl, tr, tc, tblPr, tblGrid, tblPrEx, trPr, tcPr, pPr, rPr, sectPr,
    sdt, sdtPr, sdtEndPr, sdtContent, smartTag, smartTagPr, customXml, customXmlPr, hyperlink, ins, del, moveFrom,
    moveTo, fldSimple, fldChar, instrText, delInstrText, delText, sym, noBreakHyphen, softHyphen, ptab, drawing, pict,
    object, txbxContent, altChunk, dir, bdo, ruby, rubyBase, rt, footnoteReference, endnoteReference, subDoc, pgNum,
    proofErr, bookmarkStart, bookmarkEnd, lastRenderedPageBreak, contentPart, commentReference, glossaryDocument,
};

/// Tells elements of documents that live as long as itself apart quickly: a document has few names and namespaces, so they
/// are remembered by where they are kept. One thread at a time.
class Classifier {
  public:
    Word word(xml::Node element);
    Vocabulary vocabulary(xml::Node element);

  private:
    struct Known {
        const void* mark = nullptr;
        Word word = Word::none;
    };
    const void* last_uri_ = nullptr;
    Vocabulary last_ = Vocabulary::other;
    std::array<Known, 64> known_{};
};

/// The value of the attribute of that local name, in whatever namespace; nullopt where absent.
std::optional<std::string_view> attribute(xml::Node element, std::string_view name);
/// The attribute's whole number; `otherwise` where absent or none.
int integer_attribute(xml::Node element, std::string_view name, int otherwise);
/// An on/off property (17.17.4): nullopt where `element` is empty, else its val, true where it has none.
std::optional<bool> on_off(xml::Node element);

}  // namespace irikteu::readers
