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

/// The room that a paragraph takes.
struct MeasuredParagraph {
    int index = 0;  ///< The how-manieth w:p of the body.
    Spacing spacing;
    std::string_view style;     ///< Its id: paragraphs of one style may stand without space between them.
    std::string_view text;
    std::string_view number;
    Typeface typeface = Typeface::serif;
    bool bold = false;
    int half_points = 20;
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
    void begin_section(const PageArea& area);
    void add(const MeasuredParagraph& paragraph);

    /// Tables: columns' widths, then rows and cells as they come. Nested ones are part of their cell.
    /// `percent` of the room, 0 where the table says its width in columns.
    void open_table(std::vector<int> columns, int percent);
    void open_row(int least_height, bool may_split);
    void open_cell(int column, int span, bool spans_rows);
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
    };
    struct OpenTable {
        std::vector<int> columns;
        int row_height = 0;
        bool may_split = true;
    };
    struct Kept {  ///< A paragraph that stays with the next one.
        int height = 0;
        int index = 0;
    };

    int width() const { return boxes_.empty() ? area_.width : boxes_.back().width; }
    int lines_of(const MeasuredParagraph& paragraph, int width) const;
    int line_height_of(const MeasuredParagraph& paragraph) const;
    Typeface face_of(const MeasuredParagraph& paragraph) const;
    void place_lines(int index, int before, int lines, int line, int after);
    void place_kept(int needed);
    void new_page();
    void flow(int height);
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
