#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "layout/filler.hpp"
#include "layout/list_builder.hpp"
#include "layout/page_masters.hpp"
#include "layout/painter.hpp"

namespace irikteu::layout {

class GrowingList;

/// What one page, and the pages before it, have of markers: XSL-FO 1.1, 6.13.5 to 6.13.7, as FOP reads them.
class Markers {
  public:
    void start_sequence();
    void start_page();
    void end_page();
    void begin(const FoNode& marker);  ///< The marker's parent begins on the page.
    void end(const FoNode& parent);    ///< The parent of markers ends on the page.
    /// It goes on, but isn't seen after this page: a cell whose content is over before its row.
    void leave(const FoNode& parent) { left_.push_back(&parent); }
    /// Null where there is none.
    const FoNode* find(std::string_view name, std::string_view position, std::string_view boundary) const;

  private:
    using ByName = std::map<std::string_view, const FoNode*>;
    void keep_ends(const FoNode& parent, bool last);
    std::vector<const FoNode*> left_;
    std::vector<const FoNode*> open_;  // Parents that go on, the outer ones first.
    ByName first_begun_, first_any_, last_begun_, last_ended_, last_any_;
    ByName sequence_, document_;       // What earlier pages ended with.
};

/// Makes the pages of all page sequences, in order.
class PageSequences {
  public:
    PageSequences(FoTree& tree, const PageMasters& masters, ListBuilder& lists, Filler& filler, Painter& painter,
                  References& references, Pages& pages);
    ~PageSequences();

    /// Appends the sequence's pages. `next` is the sequence behind it, null for the last one: force-page-count="auto"
    /// depends on it.
    void add(const FoNode& sequence, const FoNode* next);

    /// Who takes finished pages (FormatOptions::take_page); may be empty.
    void hand_over(std::function<void(Pages&, std::uint32_t)> taker) { taker_ = std::move(taker); }
    /// Hands over the pages before the first that still waits for something; in between this is done with each new page.
    void hand_over_finished();

    /// The number of a page, formatted as its sequence wants it.
    std::string label(std::uint32_t page) const;

  private:
    struct Current;
    void read_contents(const FoNode& sequence, Current& current);
    std::int64_t first_number(const FoNode& sequence) const;
    bool wants_blank_end(const Current& current, std::int64_t last_number, std::size_t count) const;
    void make_pages(Current& current);
    void make_blank_page(Current& current, bool last);
    const PageMaster& start_page(Current& current, PageKind kind);
    struct Section;
    struct Filling;
    static void read_sections(Current& current);
    const List& section_list(Current& current, std::size_t section, const Cursor& from, const Region& body);
    void let_go(Current& current);
    bool width_changes(const Current& current, const PageMaster& master) const;
    bool fill_page(Current& current, const PageMaster& master, Filling& filling);
    Filler::Result fill_grown(Current& current, std::size_t section, const Cursor& from, std::int64_t room, Filler::Progress progress,
                              const std::vector<Filler::Note>* left_notes);
    Filler::Result fill_area(Current& current, std::size_t section, const Cursor& from, std::int64_t room, Filler::Progress progress,
                             const std::vector<Filler::Note>* left_notes, int column);
    bool balance(const List& list, const Region& body, std::int64_t room, const Filling& filling, Filling& balanced);
    bool fits_column(Current& current, std::size_t section, const Cursor& from, std::int64_t room);
    bool fill_columns(Current& current, const Region& body, std::int64_t room, Filling& filling);
    bool lay_columns(Current& current, const Region& body, std::int64_t room, Filling& filling);
    std::vector<Filler::Note> notes_of(const Current& current, const Filling& filling, std::size_t first) const;
    void leave_late_notes(const std::vector<Filler::Note>& notes, std::int64_t room, Filler::Progress progress, Filler::Result& result);
    bool leave_room_for_text(Current& current, const Filling& filling, std::int64_t room, Filler::Result& result);
    void paint_page(Current& current, const PageMaster& master, const Filling& filling);
    void paint_regions_before(Current& current, const PageMaster& master);
    void paint_regions_after(Current& current, const PageMaster& master);
    void paint_region(Current& current, const Region& region);
    void report_overflow(std::span<const Piece> pieces, std::size_t from, std::size_t to, std::int64_t by) const;
    struct ShownNote {
        Filler::Note note;
        const Cursor* end = nullptr;  // Null: the rest of it.
        std::int64_t height = 0;
    };
    static void leave_notes(Current& current, const Filler::Result& result, std::vector<ShownNote>& notes);
    void paint_notes(Current& current, const Region& body, const std::vector<ShownNote>& notes);
    void show_markers(const List& list, Cursor from, const Cursor* to, const FoNode* cell = nullptr);
    void show_row_markers(const RowGroup& group, const RowState* start, const RowState* stop);
    const List* static_list(Current& current, const FoNode& content, std::int64_t width);
    void retrieve_markers(FoNode& node);
    const FoNode* retrieved(const FoNode& retrieve) const;
    static bool has_retrieve(const FoNode& node);

    FoTree& tree_;
    const PageMasters& masters_;
    ListBuilder& lists_;
    Filler& filler_;
    Painter& painter_;
    References& references_;
    Pages& pages_;
    std::int64_t last_number_ = 0;
    std::vector<std::int64_t> numbers_;          // Of every page.
    std::vector<std::string_view> formats_;      // Of every page.
    std::function<void(Pages&, std::uint32_t)> taker_;
    std::uint32_t handed_over_ = 0;              // Pages.
    Markers markers_;
    std::vector<std::unique_ptr<GrowingList>> kept_;  // Of sequences with lines that wait.
    std::int64_t page_width_ = 0, page_height_ = 0;  // Of the page at hand.
    std::size_t rebuilt_ = 0;                        // Bytes of the lists that were made again because the body's width changed.
};

}  // namespace irikteu::layout
