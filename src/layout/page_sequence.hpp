#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/filler.hpp"
#include "layout/list_builder.hpp"
#include "layout/page_masters.hpp"
#include "layout/painter.hpp"

namespace irikteu::layout {

/// The markers that pages so far have shown: XSL-FO 1.1, 6.13.7.
struct PlacedMarker {
    const FoNode* node = nullptr;
    std::uint32_t page = 0;
};

/// Makes the pages of all page sequences, in order.
class PageSequences {
  public:
    PageSequences(FoTree& tree, const PageMasters& masters, ListBuilder& lists, Filler& filler, Painter& painter,
                  References& references, Pages& pages);

    /// Appends the sequence's pages. `next` is the sequence behind it, null for the last one: force-page-count="auto"
    /// depends on it.
    void add(const FoNode& sequence, const FoNode* next);

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
    void make_list(Current& current, const FoNode& body, std::int64_t width);
    bool fill_page(Current& current, const PageMaster& master, std::vector<Filler::Result>& columns);
    void paint_page(Current& current, const PageMaster& master, const std::vector<Filler::Result>& columns);
    void paint_regions_before(Current& current, const PageMaster& master);
    void paint_regions_after(Current& current, const PageMaster& master);
    void paint_region(Current& current, const Region& region);
    void paint_notes(Current& current, const Region& body, std::vector<const List*> notes);
    void show_markers(const List& list, Cursor from, const Cursor* to);
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
    std::vector<PlacedMarker> markers_;
    std::size_t sequence_markers_ = 0;           // Where the current sequence's begin.
};

}  // namespace irikteu::layout
