#include "layout/page_sequence.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace irikteu::layout {

using base::ErrorCode;

// The sequence that is being made.
struct PageSequences::Current {
    const FoNode* sequence = nullptr;
    const FoNode* next = nullptr;
    const FoNode* flow = nullptr;
    std::map<std::string_view, const FoNode*> statics;  // By flow-name.
    std::map<std::pair<const FoNode*, std::int64_t>, const List*> static_lists;
    const List* list = nullptr;
    std::int64_t width = 0;  // For which `list` was made.
    Cursor cursor;
    std::int64_t number = 0;
    std::size_t index = 0;
    bool done = false;
    BreakClass forced = BreakClass::none;
    const List* separator = nullptr;
};

PageSequences::PageSequences(FoTree& tree, const PageMasters& masters, ListBuilder& lists, Filler& filler, Painter& painter,
                             References& references, Pages& pages)
    : tree_(tree), masters_(masters), lists_(lists), filler_(filler), painter_(painter), references_(references), pages_(pages) {}

std::string PageSequences::label(std::uint32_t page) const {
    return *format_number(numbers_[page], formats_[page]);
}

void PageSequences::read_contents(const FoNode& sequence, Current& current) {
    current.sequence = &sequence;
    for (const FoNode* child = sequence.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::static_content) {
            current.statics[child->attribute("flow-name")] = child;
        } else if (child->object == Object::flow) {
            if (current.flow != nullptr) tree_.fail(ErrorCode::unsupported, *child, "a second flow in one fo:page-sequence");
            current.flow = child;
        } else if (child->object != Object::title) {
            tree_.fail(ErrorCode::invalid, *child, "is not allowed in fo:page-sequence");
        }
    }
    if (current.flow == nullptr) tree_.fail(ErrorCode::invalid, sequence, "has no fo:flow");
}

std::int64_t PageSequences::first_number(const FoNode& sequence) const {
    const std::string_view initial = sequence.attribute("initial-page-number");
    const std::int64_t next = last_number_ + 1;
    if (initial.empty() || initial == "auto") return next;
    if (initial == "auto-odd") return next % 2 == 1 ? next : next + 1;
    if (initial == "auto-even") return next % 2 == 0 ? next : next + 1;
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(initial.data(), initial.data() + initial.size(), number);
    if (fault != std::errc{} || end != initial.data() + initial.size() || number < 1) {
        tree_.fail(ErrorCode::unsupported, sequence, "initial-page-number=\"" + std::string(initial) + '"');
    }
    return number;
}

bool PageSequences::wants_blank_end(const Current& current, std::int64_t last, std::size_t count) const {
    const FoNode& sequence = *current.sequence;
    const std::string_view force = sequence.attribute("force-page-count");
    if (force == "no-force") return false;
    if (force == "even") return count % 2 != 0;
    if (force == "odd") return count % 2 == 0;
    if (force == "end-on-even") return last % 2 != 0;
    if (force == "end-on-odd") return last % 2 == 0;
    if (!force.empty() && force != "auto") tree_.fail(ErrorCode::unsupported, sequence, "force-page-count=\"" + std::string(force) + '"');
    if (current.next == nullptr) return false;
    const std::string_view initial = current.next->attribute("initial-page-number");
    if (initial.empty() || initial == "auto") return false;
    if (initial == "auto-odd") return last % 2 != 0;
    if (initial == "auto-even") return last % 2 == 0;
    std::int64_t number = 0;
    std::from_chars(initial.data(), initial.data() + initial.size(), number);
    return number > 0 && number % 2 == last % 2;
}

void PageSequences::add(const FoNode& sequence, const FoNode* next) {
    Current current;
    current.next = next;
    read_contents(sequence, current);
    const std::string_view format = sequence.attribute("format");
    if (!format.empty() && !format_number(1, format)) {
        tree_.fail(ErrorCode::unsupported, sequence, "format=\"" + std::string(format) + '"');
    }
    current.number = first_number(sequence);
    sequence_markers_ = markers_.size();
    const std::size_t pages_before = pages_.pages.size();
    make_pages(current);
    if (wants_blank_end(current, current.number - 1, current.index)) make_blank_page(current, true);
    last_number_ = current.number - 1;
    if (sequence.id.empty()) return;
    references_.place(sequence.id, static_cast<std::uint32_t>(pages_before), {}, {});
    references_.place(sequence.id, static_cast<std::uint32_t>(pages_.pages.size() - 1), {}, {});
}

const PageMaster& PageSequences::start_page(Current& current, PageKind kind) {
    const PageMaster& master = masters_.choose(*current.sequence, current.index, kind);
    Page page;
    page.width = {master.width};
    page.height = {master.height};
    const std::string_view format = current.sequence->attribute("format");
    formats_.push_back(format.empty() ? std::string_view("1") : format);
    numbers_.push_back(current.number);
    page.label = *format_number(current.number, formats_.back());
    pages_.pages.push_back(std::move(page));
    painter_.set_page(static_cast<std::uint32_t>(pages_.pages.size() - 1), master.width, master.height);
    ++current.number;
    ++current.index;
    return master;
}

void PageSequences::make_blank_page(Current& current, bool last) {
    PageKind kind;
    kind.first = current.index == 0;
    kind.odd = current.number % 2 != 0;
    kind.blank = true;
    kind.last = last;
    const PageMaster& master = start_page(current, kind);
    paint_regions_before(current, master);
    paint_regions_after(current, master);
}

void PageSequences::make_pages(Current& current) {
    const bool asks_for_last = masters_.asks_for_last(*current.sequence);
    while (!current.done) {
        PageKind kind;
        kind.first = current.index == 0;
        kind.odd = current.number % 2 != 0;
        const bool wrong_side = (current.forced == BreakClass::even_page && kind.odd) ||
                                (current.forced == BreakClass::odd_page && !kind.odd);
        if (wrong_side) {
            make_blank_page(current, false);
            continue;
        }
        const PageMaster* master = &masters_.choose(*current.sequence, current.index, kind);
        std::vector<Filler::Result> columns;
        bool done = fill_page(current, *master, columns);
        // Where a blank page follows, that one is the last.
        if (done && asks_for_last && !wants_blank_end(current, current.number, current.index + 1)) {
            kind.last = true;
            const PageMaster* last_master = &masters_.choose(*current.sequence, current.index, kind);
            if (last_master != master) {
                std::vector<Filler::Result> last_columns;
                if (fill_page(current, *last_master, last_columns)) {
                    columns = last_columns;
                } else {
                    // Not all fits on a page of the last master: this one is not the last.
                    kind.last = false;
                    fill_page(current, *master, columns);
                    done = true;
                }
            }
        }
        const PageMaster& page_master = start_page(current, kind);
        paint_page(current, page_master, columns);
        current.cursor = columns.back().end;
        current.forced = columns.back().forced;
        current.done = done;
    }
}

void PageSequences::make_list(Current& current, const FoNode& body, std::int64_t width) {
    lists_.set_note_width(width);
    current.width = width;
    if (current.list == nullptr) {
        current.list = lists_.build(*current.flow, width);
    } else {
        const Place place = ListBuilder::place_of(*current.list, current.cursor);
        if (place.node == nullptr) {
            tree_.fail(ErrorCode::unsupported, body, "the body's width changes in the middle of a row");
        }
        current.list = lists_.build_from(*current.flow, width, place, current.cursor);
    }
    const auto separator = current.statics.find("xsl-footnote-separator");
    if (separator != current.statics.end()) current.separator = lists_.build(*separator->second, width);
    filler_.set_separator_height(current.separator == nullptr ? 0 : current.separator->height);
}

bool PageSequences::fill_page(Current& current, const PageMaster& master, std::vector<Filler::Result>& columns) {
    const Region& body = master.regions[kBody];
    columns.clear();
    const std::int64_t width = body.column_width();
    if (current.list == nullptr || current.width != width) make_list(current, *body.node, width);
    Cursor from = current.cursor;
    for (int column = 0; column < body.columns; ++column) {
        const auto result = filler_.fill(*current.list, from, body.height, Filler::Progress::required,
                                         Filler::Spaces::flexible);
        columns.push_back(result);
        if (result.done) return true;
        from = result.end;
        if (result.forced != BreakClass::none && result.forced != BreakClass::column) return false;
    }
    return false;
}

void PageSequences::paint_page(Current& current, const PageMaster& master, const std::vector<Filler::Result>& columns) {
    const Region& body = master.regions[kBody];
    if (tree_.has_markers()) {
        Cursor from = current.cursor;
        for (const auto& column : columns) {
            show_markers(*current.list, from, column.done ? nullptr : &column.end);
            from = column.end;
        }
    }
    paint_regions_before(current, master);
    Cursor from = current.cursor;
    std::int64_t x = body.x;
    for (const auto& column : columns) {
        painter_.set_area(body.x, body.y, body.width, body.height);
        const std::int64_t free = body.height - column.height - column.adjustment.amount;
        const DisplayAlign align = body.node->style->display_align;
        const std::int64_t shift = align == DisplayAlign::center ? free / 2 : align == DisplayAlign::after ? free : 0;
        painter_.paint(*current.list, from, column.done ? nullptr : &column.end, x, body.y + shift,
                       column.adjustment);
        from = column.end;
        auto notes = painter_.take_notes();
        if (!notes.empty()) {
            Region place = body;
            place.x = x;
            paint_notes(current, place, std::move(notes));
        }
        x += body.column_width() + body.gap;
    }
    paint_regions_after(current, master);
}

void PageSequences::paint_notes(Current& current, const Region& body, std::vector<const List*> notes) {
    std::int64_t height = current.separator == nullptr ? 0 : current.separator->height;
    for (const List* note : notes) height += note->height;
    std::int64_t y = body.y + body.height - height;
    if (current.separator != nullptr) {
        painter_.set_artifact(ArtifactKind::layout);
        y = painter_.paint(*current.separator, {}, nullptr, body.x, y);
        painter_.set_artifact(ArtifactKind::none);
    }
    for (const List* note : notes) y = painter_.paint(*note, {}, nullptr, body.x, y);
}

// The items' order is the order of reading: head and left side, the body, right side and foot.
void PageSequences::paint_regions_before(Current& current, const PageMaster& master) {
    const Region& body = master.regions[kBody];
    const Style& b = *body.node->style;
    painter_.set_artifact(ArtifactKind::pagination);
    const std::int64_t edges_x = b.border_and_padding(kStart) + b.border_and_padding(kEnd);
    const std::int64_t edges_y = b.border_and_padding(kBefore) + b.border_and_padding(kAfter);
    painter_.paint_background(b, body.x - b.border_and_padding(kStart), body.y - b.border_and_padding(kBefore),
                              body.width + edges_x, body.height + edges_y);
    painter_.paint_box_borders(b, body.x - b.border_and_padding(kStart), body.y - b.border_and_padding(kBefore),
                               body.width + edges_x, body.height + edges_y);
    for (const RegionKind kind : {kRegionBefore, kRegionStart}) {
        if (master.regions[kind].node != nullptr) paint_region(current, master.regions[kind]);
    }
    painter_.set_artifact(ArtifactKind::none);
}

void PageSequences::paint_regions_after(Current& current, const PageMaster& master) {
    painter_.set_artifact(ArtifactKind::pagination);
    for (const RegionKind kind : {kRegionEnd, kRegionAfter}) {
        if (master.regions[kind].node != nullptr) paint_region(current, master.regions[kind]);
    }
    painter_.set_artifact(ArtifactKind::none);
}

void PageSequences::paint_region(Current& current, const Region& region) {
    const Style& s = *region.node->style;
    painter_.paint_background(s, region.x, region.y, region.width, region.height);
    painter_.paint_box_borders(s, region.x, region.y, region.width, region.height);
    const auto content = current.statics.find(region.name);
    if (content == current.statics.end()) return;
    const std::int64_t width = region.width - s.border_and_padding(kStart) - s.border_and_padding(kEnd);
    const std::int64_t height = region.height - s.border_and_padding(kBefore) - s.border_and_padding(kAfter);
    const List* list = static_list(current, *content->second, width);
    std::int64_t y = region.y + s.border_and_padding(kBefore);
    if (s.display_align == DisplayAlign::center) y += (height - list->height) / 2;
    if (s.display_align == DisplayAlign::after) y += height - list->height;
    painter_.set_area(region.x, region.y, region.width, region.height);
    painter_.paint(*list, {}, nullptr, region.x + s.border_and_padding(kStart), y);
    painter_.take_notes();
}

const List* PageSequences::static_list(Current& current, const FoNode& content, std::int64_t width) {
    if (has_retrieve(content)) {
        // Its text is another one on every page.
        FoNode& node = const_cast<FoNode&>(content);
        retrieve_markers(node);
        return lists_.build(content, width);
    }
    const List*& list = current.static_lists[{&content, width}];
    if (list == nullptr) list = lists_.build(content, width);
    return list;
}

bool PageSequences::has_retrieve(const FoNode& node) {
    if (node.object == Object::retrieve_marker) return true;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (has_retrieve(*child)) return true;
    }
    return false;
}

void PageSequences::retrieve_markers(FoNode& node) {
    for (FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->object != Object::retrieve_marker) {
            retrieve_markers(*child);
            continue;
        }
        child->first_child = nullptr;
        const FoNode* marker = retrieved(*child);
        if (marker != nullptr) tree_.build_marker(*marker, *child);
    }
}

void PageSequences::show_markers(const List& list, Cursor from, const Cursor* to) {
    const auto page = static_cast<std::uint32_t>(pages_.pages.size() - 1);
    const std::uint32_t end = to == nullptr ? static_cast<std::uint32_t>(list.pieces.size()) : to->index + (to->row != nullptr ? 1 : 0);
    for (std::uint32_t i = from.index; i < end; ++i) {
        const Piece& p = list.pieces[i];
        if (p.kind == PieceKind::anchor && p.node->object == Object::marker) markers_.push_back({p.node, page});
        if (p.kind != PieceKind::row) continue;
        const RowState* start = i == from.index ? from.row : nullptr;
        const RowState* stop = to != nullptr && i == to->index ? to->row : nullptr;
        for (std::size_t c = 0; c < p.row->cells.size(); ++c) {
            show_markers(*p.row->cells[c].list, Filler::cell_cursor(start, c), stop == nullptr ? nullptr : &stop->cells[c]);
        }
    }
}

// 6.13.6: the first that starts on the page, unless told otherwise; where none does, the last one before.
const FoNode* PageSequences::retrieved(const FoNode& retrieve) const {
    const std::string_view name = retrieve.attribute("retrieve-class-name");
    const std::string_view position = retrieve.attribute("retrieve-position");
    const std::string_view boundary = retrieve.attribute("retrieve-boundary");
    const auto page = static_cast<std::uint32_t>(pages_.pages.size() - 1);
    const FoNode* first = nullptr;
    const FoNode* last = nullptr;
    const FoNode* carried = nullptr;
    const std::size_t start = boundary == "document" ? 0 : sequence_markers_;
    for (std::size_t i = start; i < markers_.size(); ++i) {
        const PlacedMarker& m = markers_[i];
        if (m.node->attribute("marker-class-name") != name) continue;
        if (m.page < page) {
            if (boundary != "page") carried = m.node;
            continue;
        }
        if (first == nullptr) first = m.node;
        last = m.node;
    }
    if (position == "first-including-carryover") return carried != nullptr ? carried : first;
    if (position == "last-starting-within-page" || position == "last-ending-within-page") return last != nullptr ? last : carried;
    return first != nullptr ? first : carried;
}

}  // namespace irikteu::layout
