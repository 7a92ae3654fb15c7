#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/paragraph.hpp"
#include "layout/style.hpp"

/// The vertical list: everything that stacks in a flow, a cell, a list item's body …, measured but not placed. Pages are
/// filled from it, and a list may be left in the middle and gone on with on the next page.
namespace irikteu::layout {

struct List;
struct RowGroup;

/// One line of a paragraph, with what is left over on it. Glyphs get their places only when the line gets its own.
struct Line {
    const Paragraph* paragraph = nullptr;
    std::uint32_t first = 0, end = 0;  ///< Atoms.
    std::int32_t start = 0;            ///< From the list's left edge, text-indent included.
    std::int32_t width = 0;            ///< What is there for the content.
    std::int32_t measure = 0;          ///< The same without text-indent and last-line-end-indent: the base of percentages.
    std::int32_t height = 0;
    std::int32_t baseline = 0;         ///< Below the line's top.
    TextAlign align = TextAlign::start;
    bool hyphen = false;
    bool space_follows = false;
    bool last = false;
    std::span<const List* const> notes;  ///< Bodies of the footnotes whose anchors are on the line.
};

/// The box of a block, block-container or table around its pieces.
struct Frame {
    const FoNode* node = nullptr;
    const Style* style = nullptr;
    const Frame* outer = nullptr;     ///< The frame around it in the same list.
    std::int32_t x = 0, width = 0;    ///< Of the border rectangle.
    std::int32_t minimum_height = 0;  ///< Of the content.
    std::int32_t break_cost = 0;      ///< What leaving it at a break costs: retained edges, a table's footer.
    std::int32_t resume_cost = 0;     ///< What going on with it costs: retained edges, a table's header.
    const List* header = nullptr;     ///< Repeated on every page.
    const List* footer = nullptr;     ///< Before every break.
    bool table = false;
};

/// A block-container of a fixed height or place, or anything else that is placed as a whole.
struct Container {
    const FoNode* node = nullptr;
    const Style* style = nullptr;
    const List* list = nullptr;
    std::int32_t x = 0, width = 0;    ///< Of the border rectangle.
    std::int32_t height = 0;          ///< Of the border rectangle.
    std::int32_t content_height = 0;  ///< What the list takes.
    Measure left, top;                ///< From the containing area's edges; only where absolute.
};

enum class PieceKind : std::uint8_t {
    line,
    space,      ///< Resolved with its neighbours: XSL-FO 1.1, 4.3.1.
    opportunity,  ///< Where a page may end, at a strength.
    forced,     ///< Where a page must end.
    open,       ///< A frame begins.
    close,
    footer,     ///< The table's own footer follows, in place of the repeated one.
    row,        ///< A row group of a table, or a list item.
    container,
    absolute,   ///< A container that takes no room.
    anchor,     ///< An id or a marker.
    marker_end, ///< The object that has markers ends.
};

/// How much a space may give.
struct Flexibility {
    std::int32_t stretch, shrink;  ///< No defaults: it stands in a union.
};

struct Piece {
    PieceKind kind = PieceKind::line;
    bool retain = false;            ///< Space: kept at an end of the area.
    BreakClass break_class = BreakClass::none;
    Strength strength = 0;          ///< Opportunity: of the keep against it. Space: its precedence.
    std::int32_t height = 0;
    union {
        const Line* line = nullptr;
        const Frame* frame;
        const RowGroup* row;
        const Container* container;
        const FoNode* node;
        Flexibility flexibility;  ///< Of a space.
    };
};

struct List {
    std::span<const Piece> pieces;
    std::int32_t height = 0;  ///< When nothing is broken.
    bool has_notes = false;
    bool has_forced = false;  ///< Somewhere in it a page must end.
    BreakClass break_after = BreakClass::none;  ///< Behind it a page must end.
};

/// Part of a cell's before or start edge along grid places that no cell takes, whose border nobody else paints.
struct BareEdge {
    Edge edge = kBefore;
    std::int32_t from = 0, end = 0;  ///< kBefore: millipoints from the cell's x; kStart: rows from its first.
    Border border;
};

/// One cell of a row group, or the label or body of a list item.
struct Cell {
    const FoNode* node = nullptr;
    const Style* style = nullptr;
    const List* list = nullptr;
    std::uint16_t row = 0, rows = 1;
    std::uint16_t column = 0, columns = 1;
    Strength keep_next = 0;                 ///< Of its last content: against a break in the row behind its end.
    std::int32_t x = 0, width = 0;          ///< Of the border rectangle.
    std::int32_t before = 0, after = 0;     ///< What border and padding take.
    std::int32_t before_at_break = 0, after_at_break = 0;  ///< What of them is retained at a break.
    std::int32_t start = 0, end = 0;        ///< From the border rectangle's sides to the content's.
    std::int32_t gap = 0;                   ///< Kept free above and below, half each: border-separation.
    std::array<Border, 4> border;           ///< As painted: with collapsing borders the winners.
    std::span<const BareEdge> bare;         ///< With collapsing borders only.
};

/// Rows that hang together by spanning cells; mostly one row. Also a list item: one row, two cells.
struct RowGroup {
    std::span<const Cell> cells;           ///< In document order.
    std::span<const std::int32_t> heights; ///< Of the rows.
    std::span<const std::int32_t> grown;   ///< How much of it cells that span rows made necessary; empty where they made nothing.
    std::span<const FoNode* const> rows;   ///< The fo:table-row objects; null where cells stand alone.
    std::span<const Strength> splits;      ///< For each row: the strength against a break in it; and, behind
                                           ///< them, for each but the last: against a break after it.
    std::int32_t height = 0;
    std::int32_t x = 0, width = 0;
    bool has_notes = false;
    bool has_forced = false;
    bool collapsed = false;
};

/// Where a list is left: in front of pieces[index], or within the row there.
struct RowState;
struct Cursor {
    std::uint32_t index = 0;
    const RowState* row = nullptr;
    const Frame* frame = nullptr;  ///< The innermost frame that is open there.
};

/// How far a row group has got: rows before `row` are done, of the others' cells the content up to the cursors.
struct RowState {
    std::uint32_t row = 0;
    bool begun = false;                ///< Some of `row` is on an earlier page.
    bool forced = false;               ///< By a break inside a cell.
    std::int32_t partial = 0;          ///< Height of that part of `row`; where it is not begun, by how much the row before it is higher.
    std::span<const Cursor> cells;     ///< One a cell of the group.
    std::span<const std::uint32_t> open;  ///< Of the cells, those that reach into `row` or lie in it.
    std::span<const std::int64_t> left;   ///< Of a single row of a table: how high what is left of each cell is.
};

}  // namespace irikteu::layout
