#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/length.hpp"
#include "layout/fonts.hpp"
#include "layout/rare.hpp"

/// Finished pages: everything at a fixed place, nothing left to decide. What the PDF writer gets.
/// Coordinates: origin at the page's upper left corner, x to the right, y down, integer millipoints.
namespace irikteu::layout {

using base::Length;

/// sRGB, 0…255.
struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Color&) const = default;
};

struct Rectangle {
    Length x, y, width, height;
};

/// Index into Pages::elements, or artifact.
using ElementId = std::uint32_t;
inline constexpr ElementId kArtifact = std::numeric_limits<ElementId>::max();

/// One element of the logical structure (ISO 32000-1, 14.7). Elements stand in document order (pre-order), the root
/// "Document" first; a parent's id is less than its children's. Elements may be empty (an empty cell).
struct StructureElement {
    ShortName type;  ///< Standard structure type: Document, Sect, H1…H6, P, L, LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD,
                     ///< Link, Form, Note, Reference, Figure, Caption, Span, Div, TOC, TOCI.
    ElementId parent = kArtifact;  ///< kArtifact for the root only.
    RareText title;                ///< /T
    RareText alternative;          ///< /Alt
    RareText actual_text;          ///< /ActualText
    RareText language;             ///< /Lang, where it differs from the parent's.
    RareText id;                   ///< /ID, needed for Note.
    int column_span = 1;           ///< TH, TD
    int row_span = 1;
    enum class Scope : std::uint8_t { none, column, row, both } scope = Scope::none;  ///< TH
    enum class Numbering : std::uint8_t { none, disc, circle, square, decimal, upper_roman, lower_roman, upper_alpha, lower_alpha } numbering = Numbering::none;  ///< L
    Rare<Rectangle> bounds;        ///< Figure: /BBox, on the page of its first content.
};

enum class ArtifactKind : std::uint8_t { none, pagination, layout, background };

/// A shaped run at its baseline's left end. Words and the spaces between them are runs of their own, in reading order;
/// the writer joins neighbours. The shaped text belongs to the FontSource.
struct TextItem {
    Length x, baseline;
    Length size;
    const ShapedText* shaped = nullptr;
    Length letter_spacing;  ///< Added after every glyph.
    Color color;
};
/// A filled rectangle: backgrounds, borders, rules, underlines.
struct BoxItem {
    Rectangle area;
    Color color;
};
struct ImageItem {
    Rectangle area;
    std::uint32_t image = 0;  ///< Index into Pages::images.
    Rare<Rectangle> clip;     ///< What of it is seen; absent: all.
};
struct FieldItem {
    std::uint32_t field = 0;  ///< Index into Pages::fields.
};
struct LinkItem {
    Rectangle area;
    std::uint32_t link = 0;  ///< Index into Pages::links.
};
/// A vector mark: a PDF-neutral path, filled. Commands M, L, C, Z with absolute page coordinates.
struct PathItem {
    struct Segment {
        char command = 'M';
        Length x1, y1, x2, y2, x, y;
    };
    std::vector<Segment> segments;
    Color color;
    bool even_odd = false;
    Length stroke;  ///< More than 0: the path is stroked that thick instead of filled.
};

struct Item {
    ElementId element = kArtifact;
    ArtifactKind artifact = ArtifactKind::none;  ///< Where element is kArtifact.
    std::variant<TextItem, BoxItem, ImageItem, FieldItem, LinkItem, PathItem> what;
    /// Quarter turns to the left: of text around its baseline's left end, of an image within its area. Everything else
    /// has its final place whatever the turn.
    std::uint8_t turn = 0;
};

struct Page {
    Length width, height;
    std::vector<Item> items;  ///< In painting order, which is also reading order.
    std::string label;        ///< As printed: "7"; empty: none.
};

struct Image {
    enum class Kind : std::uint8_t { png, jpeg } kind = Kind::png;
    std::string bytes;  ///< The file as it is.
    int pixel_width = 0, pixel_height = 0;
    std::int32_t natural_width = 0, natural_height = 0;  ///< Millipoints, by its own resolution: 72 pixels an inch where it states none.
    std::string named_by;        ///< The object that names it first, for what is wrong with its pixels: "fo:external-graphic" …
    base::SourcePosition where;  ///< … and its place.
};

struct Field {
    enum class Kind : std::uint8_t { signature, text, check_box } kind = Kind::text;
    std::string name;     ///< Partial field name /T: unique, without dots.
    std::string tooltip;  ///< /TU: what a screen reader says.
    std::string value;    ///< Text, or "on" for a ticked box.
    std::string caption;  ///< Signature: what the empty box shows.
    Rectangle area;
    std::uint32_t page = 0;
    FaceId face = 0;
    Length size;  ///< Font size.
    bool multi_line = false, required = false, read_only = false;
    int max_length = 0;   ///< Characters; 0: no limit.
    ElementId element = kArtifact;  ///< Its Form element.
};

struct Link {
    std::string uri;          ///< Outside; or
    std::string destination;  ///< inside: a Destination's name.
    std::string description;  ///< /Contents, needed by PDF/UA.
};

struct Destination {
    std::string name;
    std::uint32_t page = 0;
    Length x, y;
};

struct Bookmark {
    std::string title;
    int level = 1;  ///< 1 outermost; a level is never more than one deeper than the one before.
    std::string destination;
    std::string uri;  ///< Instead of a destination: out of the document.
    bool open = true;
};

struct Attachment {
    std::string name;          ///< "source.xml"
    std::string bytes;
    std::string mime_type;     ///< "application/xml"
    std::string description;
    std::string relationship;  ///< Source, Data, Alternative, Supplement, Unspecified (ISO 19005-3, 6.8)
};

/// What goes into Info and XMP.
struct Metadata {
    std::string title;
    std::string author;
    std::string subject;
    std::string language = "kk";
    std::optional<base::Moment> date;  ///< Creation and modification; without it no dates are written.
};

struct Pages {
    std::vector<Page> pages;
    std::vector<StructureElement> elements;
    std::vector<Image> images;
    std::vector<Field> fields;
    std::vector<Link> links;
    std::vector<Destination> destinations;
    std::vector<Bookmark> bookmarks;
    std::vector<Attachment> attachments;
    Metadata metadata;
};

}  // namespace irikteu::layout
