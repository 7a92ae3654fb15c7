#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/advances.hpp"
#include "readers/spacing.hpp"

namespace irikteu::readers {

// All lengths are twips, 1/20 pt.

/// Where text stands on the pages of a section (ECMA-376-1, 17.6).
struct PageArea {
    int width = 9356;    ///< Of one column.
    int height = 14570;  ///< Of all columns together.
    bool new_page = true;
    bool operator==(const PageArea&) const = default;
};

/// The room between a cell's edge and its text (17.4.42).
struct CellMargins {
    int top = 0;
    int bottom = 0;
    int left = 108;
    int right = 108;
};

/// How a stretch of a paragraph's text is set.
struct TextLook {
    Typeface typeface = Typeface::serif;
    bool bold = false;
    bool caps = false;  ///< Shown as capitals.
    int half_points = 20;
    bool operator==(const TextLook&) const = default;
};
struct TextStretch {
    std::size_t end = 0;  ///< In bytes of the text.
    TextLook look;
};

/// The room that a paragraph takes.
struct MeasuredParagraph {
    int index = 0;  ///< The how-manieth w:p of the body.
    Spacing spacing;
    std::string_view style;     ///< Its id: paragraphs of one style may stand without space between them.
    std::string_view text;
    std::string_view number;
    TextLook look;              ///< Of the paragraph's mark and number, and of text behind the last stretch.
    std::vector<TextStretch> stretches;
    int notes = 0;              ///< Height of the footnotes that it refers to.
    bool keep_with_next = false;
    int picture = 0;            ///< Height of the highest picture in line.
    int extra_lines = 0;        ///< Of text that is not read: a table of contents.
    bool break_before = false;  ///< A page break stands before or in it.
    bool break_after = false;
};

/// Counts pages while a document is read, by our own measurement: lines are broken greedily with the widths of a font that
/// is metric-compatible with the document's. Within a page of LibreOffice for ordinary papers. One document, one thread.
class PageMeter {
  public:
    void set_theme(Typeface minor, Typeface major);
    /// An empty meter for the same document.
    PageMeter with_same_fonts() const;
    /// Of the text, in the section being read.
    int page_width() const { return area_.width; }
    void begin_section(const PageArea& area);
    void add(const MeasuredParagraph& paragraph);
    /// The height of what `fill` adds, set in a column of that width, away from the pages: a header, a note.
    template <class Fill>
    int height_of(int width, Fill fill) {
        open_box(width);
        fill();
        return close_box();
    }

    /// Tables: columns' widths, then rows and cells as they come. Nested ones are part of their cell.
    /// `percent` of the room, 0 where the table says its width in columns.
    void open_table(std::vector<int> columns, int percent, const CellMargins& margins);
    void open_row(int least_height, bool may_split);
    void open_cell(int column, int span, bool spans_rows);
    /// The cell there is part of the one above.
    void continue_cell(int column);
    void close_cell();
    void close_row();
    void close_table();

    /// Ends the document. Pages, at least 1.
    int finish();
    /// Where a paragraph of the body begins, in ten-thousandths of a sheet: 23500 is half-way down the third. After finish().
    std::uint32_t position(int paragraph_index) const;

  private:
    struct Box {  ///< A cell that is being filled.
        int width = 0;
        int height = 0;
        bool spans_rows = false;
        int column = 0;
    };
    struct RowSpan {  ///< A cell over several rows that is not at its end yet.
        int column = 0;
        int remaining = 0;  ///< Of its height, for the rows to come.
        bool goes_on = true;  ///< In the row being read.
    };
    struct OpenTable {
        std::vector<int> edges;  ///< Where each column begins, and the last one ends.
        CellMargins margins;
        int row_height = 0;
        bool may_split = true;
        std::vector<RowSpan> spans;
    };
    struct Lines {
        int count = 1;
        int height = 0;  ///< Of one, on average.
    };
    struct Kept {  ///< A paragraph that stays with the next one.
        int height = 0;
        int index = 0;
    };

    int width() const { return boxes_.empty() ? area_.width : boxes_.back().width; }
    void open_box(int width);
    int close_box();
    Lines lines_of(const MeasuredParagraph& paragraph, int width) const;
    int line_height_of(const Spacing& spacing, int single) const;
    int single_height(const TextLook& look) const;
    Typeface face_of(Typeface typeface) const;
    void place_lines(const MeasuredParagraph& paragraph, int before, Lines lines, int after);
    void end_spans(OpenTable& table, bool all);
    void place_kept(int needed);
    void new_page();
    void flow(std::int64_t height);
    void mark(int index);

    PageArea area_;
    bool begun_ = false;
    int page_ = 0;
    int y_ = 0;
    int space_after_ = 0;        ///< Of the paragraph before; lost at the foot of a page.
    std::string style_before_;
    bool contextual_before_ = false;
    std::vector<Kept> kept_;
    std::vector<OpenTable> tables_;
    std::vector<Box> boxes_;
    std::vector<std::uint32_t> positions_;
    Typeface minor_ = Typeface::narrow_sans;
    Typeface major_ = Typeface::narrow_sans;
};

}  // namespace irikteu::readers
