#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "layout/filler.hpp"
#include "layout/graphics.hpp"
#include "layout/list.hpp"
#include "layout/pages.hpp"
#include "layout/references.hpp"
#include "layout/stacker.hpp"

namespace irikteu::layout {

/// An area whose content is turned.
struct Turn {
    std::uint8_t quarters = 0;  ///< To the left.
    std::int64_t x = 0, y = 0, width = 0, height = 0;
    std::size_t first_item = 0;
};

/// A line whose text depends on where other things come to stand: painted when all pages are known.
struct LateLine {
    std::uint32_t page = 0;
    std::size_t item = 0;  ///< Index of the item that it comes before.
    const Line* line = nullptr;
    std::int64_t x = 0, y = 0;
    ArtifactKind artifact = ArtifactKind::none;
    std::vector<Turn> turns;  ///< That it stands in.
};

/// Puts lists at their places on a page: glyphs, borders, backgrounds, images, fields, links, ids.
class Painter {
  public:
    Painter(FoTree& tree, TextShaper& shaper, Graphics& graphics, References& references, Pages& pages);

    /// What is painted next stands on this page, the index of Pages::pages.
    void set_page(std::uint32_t page, std::int64_t page_width, std::int64_t page_height);
    /// The printed number of a page, by its index.
    using PageLabel = std::function<std::string(std::uint32_t page)>;
    void set_labels(PageLabel labels) { labels_ = std::move(labels); }
    /// Everything is an artifact of that kind; none: it is the document's content.
    void set_artifact(ArtifactKind artifact) { artifact_ = artifact; }

    /// Paints the list from `from` to `to` (to its end where null), its left edge at x, its top at y. Returns its
    /// bottom.
    std::int64_t paint(const List& list, Cursor from, const Cursor* to, std::int64_t x, std::int64_t y,
                       const Adjustment& adjustment = {});
    /// What is painted from here to end_turn() is laid out as if the area were not turned, its upper left corner at x, y;
    /// then it is turned into the area, which is `width` wide and `height` high on the page (7.21.3).
    void begin_turn(std::uint8_t quarters, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height);
    void end_turn();
    /// The area against which absolute containers are placed.
    void set_area(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height) {
        area_x_ = x;
        area_y_ = y;
        area_width_ = width;
        area_height_ = height;
    }
    void paint_box_borders(const Style& style, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height) {
        paint_borders(style.border, x, y, width, height, true, true);
    }
    void paint_background(const Style& style, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height);

    /// Footnotes whose anchors were painted since the last call, in order.
    std::vector<const List*> take_notes();
    /// The first page with a line that waits; past the last one where none does.
    std::uint32_t first_waiting_page() const { return late_.empty() ? UINT32_MAX : late_.front().page; }
    /// Paints the lines that waited. Throws Error(invalid) for a reference to an id that nothing has.
    void finish_late_lines();

  private:
    struct OpenFrame {
        const Frame* frame = nullptr;
        std::int64_t top = -1;       // Of the border rectangle; -1: with the next box.
        std::size_t placeholder = 0; // Index of the first of its box items.
        bool resumed = false;
        bool first_row = true;       // No row was painted yet in this fragment.
    };
    struct ListState;

    void open(ListState& s, const Piece& p);
    void close(ListState& s, const Piece& p);
    void resume(ListState& s, const Frame* frame);
    void leave(ListState& s);
    void reserve_boxes(OpenFrame& open);
    void fill_boxes(const OpenFrame& open, std::int64_t x, std::int64_t bottom, bool ended);
    void settle(ListState& s, std::int64_t top);
    void place_row(ListState& s, const RowGroup& group, const RowState* from, const RowState* to, std::int64_t top, std::int64_t height,
                   const Adjustment& adjustment);
    void paint_picture(const Style& style, const BackgroundImage& image, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height);
    /// Items from `end` on go to the place `at`, behind what is there already.
    void move_behind(std::size_t at, std::size_t end);
    static void move(ListState& s, const Frame& frame, std::int64_t sign);
    static Adjustment shrinking(const List& list, std::int64_t by);
    void paint_row(ListState& s, const RowGroup& group, const RowState* from, const RowState* to, std::int64_t y);
    void paint_cell(const RowGroup& group, const Cell& cell, std::size_t index, const RowState* from, const RowState* to,
                    std::int64_t x, std::int64_t y, std::int64_t height, bool first_row);
    /// Rows of a group that are painted now.
    struct RowRange {
        std::uint32_t first = 0, end = 0;
        bool begun = false;  ///< Some of the first is on an earlier page.
    };
    void paint_bare_edges(const Cell& cell, const RowRange& rows, std::span<const std::int64_t> tops, std::int64_t x, bool first_row);
    void paint_cell_borders(const RowGroup& group, const Cell& cell, const Rectangle& area, bool first_row, bool begins, bool ends);
    void paint_container(const Container& box, std::int64_t x, std::int64_t y);
    void paint_absolute(const Container& box);
    void paint_placed(const ListState& s, const Container& box);
    void paint_borders(const std::array<Border, 4>& borders, std::int64_t x, std::int64_t y, std::int64_t width,
                       std::int64_t height, bool before, bool after);
    void anchor(const FoNode& node, std::int64_t x, std::int64_t y);
    void box(Rectangle area, Color color, ArtifactKind kind);
    void line_box(const Border& border, Rectangle area, bool horizontal);

    // Lines, in line_painter.cpp.
    struct Pen;
    void splice_late_lines(std::size_t first, std::size_t end);
    void paint_line(const Line& line, std::int64_t x, std::int64_t y);
    void report_outside(const Line& line, std::int64_t x, std::int64_t y);
    void report_overflow(const Line& line, std::int64_t by);
    void draw_line(const Line& line, std::int64_t x, std::int64_t y);
    void draw_atom(Pen& pen, const Atom& atom);
    void draw_text(Pen& pen, const Atom& atom, std::int64_t width);
    void draw_late(Pen& pen, const Atom& atom);
    void draw_leader(Pen& pen, const Atom& atom, std::int64_t width, std::int64_t room_for_dots);
    void draw_pictures(Pen& pen, const Atom& leader, const FoNode& picture, std::int64_t room);
    std::int64_t times(const Atom& leader, std::int64_t room, std::int64_t step) const;
    std::int64_t baseline_of(const Pen& pen, Raise raise) const;
    void draw_image(Pen& pen, const Atom& atom);
    void draw_shapes(const Drawing& drawing, const Rectangle& area, ElementId element, ArtifactKind kind);
    void draw_field(Pen& pen, const Atom& atom);
    void begin_inline(Pen& pen, const Atom& atom, bool resumed);
    void end_inline(Pen& pen, const Atom& atom, bool ended);
    void decorate(Pen& pen, const Style* style, std::int64_t x);
    std::uint32_t link_of(const FoNode& node);
    std::string late_text(const Atom& atom);
    std::int64_t late_width(const Atom& atom);
    void append(Item item);
    void turn_items(const Turn& turn, std::size_t first, std::size_t end);
    std::vector<Turn> turns_;

    FoTree& tree_;
    TextShaper& shaper_;
    Graphics& graphics_;
    References& references_;
    Pages& pages_;
    PageLabel labels_;
    std::uint32_t page_ = 0;
    std::int64_t page_width_ = 0, page_height_ = 0;
    ArtifactKind artifact_ = ArtifactKind::none;
    std::vector<Item>* items_ = nullptr;
    std::vector<const List*> notes_;
    std::vector<LateLine> late_;
    bool all_known_ = false;
    std::set<std::string, std::less<>> field_names_;
    std::map<const FoNode*, std::uint32_t> links_;  // Never iterated: addresses have no order of their own.
    std::int64_t area_x_ = 0, area_y_ = 0;  // Of the containing area, for absolute containers.
    std::int64_t area_width_ = 0, area_height_ = 0;
    std::int64_t tiles_ = 0;  // Of pictures behind objects, in the whole document.
};

}  // namespace irikteu::layout
