// What goes onto a page: how much of each section, in columns or across.
#include <algorithm>

#include "base/error.hpp"
#include "layout/column_balance.hpp"
#include "layout/page_sequence_state.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::size_t kMostRebuilt = std::size_t{1} << 30;  // Bytes of lists.

}  // namespace

const List& PageSequences::section_list(Current& current, std::size_t index, const Cursor& from, const Region& body) {
    Section& section = current.sections[index];
    const std::int64_t width = section.spans ? body.width : body.column_width();
    GrowingList* const growing = section.growing.get();
    const bool columns = !section.spans && body.columns > 1;
    if (growing != nullptr && (section.width != width || columns)) growing->grow_to_end();
    const bool over = section.list != nullptr && from.index >= section.list->pieces.size() &&
                      (growing == nullptr || growing->complete());  // Only footnotes are left.
    if (section.list != nullptr && (section.width == width || over)) return *section.list;
    lists_.set_note_width(body.width);  // Footnotes stand across all columns.
    const bool at_start = from.index == 0 && from.row == nullptr;
    if (growing != nullptr) current.former.push_back(std::move(section.growing));
    if (section.list == nullptr || at_start) {
        if (current.sections.size() == 1 && !columns) {
            section.growing = std::make_unique<GrowingList>(lists_, *current.flow, section.first, section.end, width);
            section.list = &section.growing->list();
        } else {
            section.list = lists_.build_part(*current.flow, section.first, section.end, width);
        }
    } else {
        const ListBuilder::Part part{*current.flow, section.first, section.end};
        const Place place = ListBuilder::place_of(*section.list, from);
        const Frame* const table = ListBuilder::open_table(from);
        const std::size_t size = tree_.list_arena().size();
        const bool fits = table != nullptr && body.x + table->x + table->width <= page_width_;
        if (fits || (place.node == nullptr && from.row != nullptr)) {
            section.list = lists_.build_behind(part, width, *section.list, current.cursor);
        } else {
            if (place.node == nullptr) return *section.list;  // Nothing is left that has a width.
            section.list = lists_.build_from(part, width, place, current.cursor);
        }
        rebuilt_ += tree_.list_arena().size() - size;
        if (rebuilt_ > kMostRebuilt) {
            tree_.fail(ErrorCode::limit_exceeded, *current.flow,
                       "the body's width changes on so many pages of so long a flow that it takes more than 1 GiB: part it into page sequences");
        }
    }
    section.width = width;
    const auto separator = current.statics.find("xsl-footnote-separator");
    if (separator != current.statics.end()) current.separator = lists_.build(*separator->second, body.width);
    filler_.set_separator_height(current.separator == nullptr ? 0 : current.separator->height);
    return *section.list;
}

namespace {

BreakClass leading_break(const List& list) {
    for (const Piece& p : list.pieces) {
        if (p.kind == PieceKind::forced) return p.break_class;
        if (p.kind != PieceKind::anchor && p.kind != PieceKind::space && p.kind != PieceKind::marker_end) break;
    }
    return BreakClass::none;
}

}  // namespace

bool PageSequences::fill_page(Current& current, const PageMaster& master, Filling& filling) {
    const Region& body = master.regions[kBody];
    filling.section = current.section;
    filling.cursor = current.cursor;
    page_width_ = master.width;
    page_height_ = master.height;
    lists_.set_areas(master.width, master.height, body.height);
    lists_.set_body_width(body.width);
    const std::vector<Filler::Note> none_left;  // What the page in front left stands with the page's first section.
    while (filling.section < current.sections.size()) {
        const Section& section = current.sections[filling.section];
        const List& list = filling.keeps_lines ? *section.list : section_list(current, filling.section, filling.cursor, body);
        if (filling.parts.empty()) filling.cursor = current.cursor;  // It may have been made anew.
        if (!filling.parts.empty()) {
            filling.forced = leading_break(list);
            if (filling.forced != BreakClass::none) return false;
        }
        const std::int64_t room = std::max<std::int64_t>(body.height - filling.height - filling.notes, 0);  // Columns may end beside footnotes.
        if (!section.spans && body.columns > 1) {
            if (!fill_columns(current, body, room, filling)) return false;
        } else {
            const bool first = filling.parts.empty();
            if (section.growing) section.growing->grow(filling.cursor.index, room + room / 2);
            auto result = fill_area(current, filling.section, filling.cursor, room, first ? Filler::Progress::required : Filler::Progress::optional,
                                          first ? &current.left_notes : &none_left, 0);
            const bool allowed = result.done || result.forced != BreakClass::none || (result.progressed && result.strength < kAlways);
            if (!first && !allowed) return false;
            filling.parts.push_back({&list, filling.cursor, result, 0, filling.height, body.width, false});
            if (leave_room_for_text(current, filling, room, result)) {
                filling.parts.clear();
                filling.forced = current.forced;
                return false;
            }
            filling.parts.back().result = result;
            filling.height += result.height + result.adjustment.amount;
            filling.notes += result.notes;
            filling.cursor = result.end;
            filling.forced = result.forced;
            if (!result.done || result.notes_left > 0) return false;
        }
        ++filling.section;
        filling.cursor = {};
        filling.forced = list.break_after;
        if (filling.section < current.sections.size() && filling.forced != BreakClass::none) return false;
    }
    return true;
}

namespace {

// Whether any space of about the next page's can grow or shrink.
bool gives(const List& list, std::size_t from) {
    constexpr std::size_t kLook = 400;
    const auto rest = list.pieces.subspan(std::min(from, list.pieces.size()));
    return std::any_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(std::min(rest.size(), kLook)),
                       [](const Piece& p) { return p.kind == PieceKind::space && (p.flexibility.stretch != 0 || p.flexibility.shrink != 0); });
}

}  // namespace

// A list that grows does so until the area is full.
Filler::Result PageSequences::fill_grown(Current& current, std::size_t section, const Cursor& from, std::int64_t room, Filler::Progress progress,
                                         const std::vector<Filler::Note>* left_notes) {
    const List& list = *current.sections[section].list;
    GrowingList* const growing = current.sections[section].growing.get();
    for (;;) {
        const auto result = filler_.fill(list, from, room, progress, Filler::Spaces::flexible, left_notes);
        if (!result.saw_end || growing == nullptr || growing->complete()) return result;
        growing->grow(static_cast<std::uint32_t>(list.pieces.size()), room);
    }
}

Filler::Result PageSequences::fill_area(Current& current, std::size_t section, const Cursor& from, std::int64_t room, Filler::Progress progress,
                                        const std::vector<Filler::Note>* left_notes, int column) {
    const List& list = *current.sections[section].list;
    const bool alone = current.sections.size() == 1 && progress == Filler::Progress::required;
    // Notes that come again with a table's header aren't in the plan.
    if (alone && !tree_.has_header_footnotes() && (tree_.has_footnotes() || current.plan.goes_on(list, from, current.index, column) || gives(list, from.index))) {
        const std::int64_t width = current.sections[section].width;
        const auto foresee = [&](std::size_t page) {
            PageKind kind;
            kind.first = page == 0;
            kind.odd = (current.number + static_cast<std::int64_t>(page - current.index)) % 2 != 0;
            const PageMaster* const master = masters_.foresee(*current.sequence, page, kind);
            if (master == nullptr) return PagePlan::Page{0, 1, false};
            const Region& body = master->regions[kBody];
            const bool spans = current.sections[section].spans;
            return PagePlan::Page{body.height, spans ? 1 : body.columns, (spans ? body.width : body.column_width()) == width};
        };
        const auto grow = [&] {
            GrowingList* const growing = current.sections[section].growing.get();
            if (growing == nullptr || growing->complete()) return false;
            growing->grow(static_cast<std::uint32_t>(list.pieces.size()), room);
            return true;
        };
        if (auto result = current.plan.next(list, from, current.index, column, room, left_notes, foresee, grow)) return *result;
    }
    return fill_grown(current, section, from, room, progress, left_notes);
}

// What has its place and waits for nothing.
void PageSequences::let_go(Current& current) {
    if (current.section >= current.sections.size() || !current.left_notes.empty() || painter_.first_waiting_page() != UINT32_MAX) return;
    if (GrowingList* growing = current.sections[current.section].growing.get()) growing->let_go(current.cursor.index);
}

namespace {

constexpr std::size_t kMostPieces = 2'000;  ///< Of one row or list item: the places in it are looked at one by one, each from its beginning.

/// How many pieces it has, or more than `most`.
std::size_t pieces_of(const RowGroup& group, std::size_t most) {
    std::size_t count = 0;
    for (const Cell& cell : group.cells) {
        for (const Piece& piece : cell.list != nullptr ? cell.list->pieces : std::span<const Piece>()) {
            count += 1 + (piece.kind == PieceKind::row && count < most ? pieces_of(*piece.row, most) : 0);
            if (count > most) return count;
        }
    }
    return count;
}

// Whether a break is forced in what is left of the list.
bool breaks_behind(const List& list, const Cursor& from) {
    if (!list.has_forced) return false;
    const auto rest = list.pieces.subspan(std::min<std::size_t>(from.index, list.pieces.size()));
    return std::any_of(rest.begin(), rest.end(), [](const Piece& p) { return p.kind == PieceKind::forced || (p.kind == PieceKind::row && p.row->has_forced); });
}

}  // namespace

// The columns of one section as FOP balances them. False where it can't be done so: beside footnotes and breaks that are forced, with a row that is
// longer than anybody's, and where one would be higher than the room.
bool PageSequences::balance(const List& list, const Region& body, std::int64_t room, const Filling& filling, Filling& balanced) {
    if ((list.has_notes && filler_.counts_notes()) || breaks_behind(list, filling.cursor)) return false;
    NoteFlow no_notes(filler_);
    BreakPlaces reader(filler_, list, filling.cursor, no_notes);
    std::vector<BreakPlaces::Place> places;
    const auto add = [&](const BreakPlaces::Place& place) {
        if (place.strength < kAlwaysInPage) places.push_back(place);
    };
    while (const auto item = reader.next(true)) {
        if (item->place) add(*item->place);
        if (!item->row) continue;
        if (pieces_of(*item->row->group, kMostPieces) > kMostPieces) return false;
        for (const auto& within : reader.places_in(*item->row, 0, item->row->size)) add(within);
    }
    std::vector<ColumnEnd> ends;
    for (const auto& place : places) {
        std::int64_t closing = 0, resuming = 0, headers = 0;  // FOP has a table's header counted behind its rows.
        for (const Frame* frame = place.done ? nullptr : place.end.frame; frame != nullptr; frame = frame->outer) {
            closing += frame->break_cost;
            resuming += frame->resume_cost;
            if (frame->header != nullptr) headers += frame->header->height;
        }
        ends.push_back({place.height - closing - headers, place.next + resuming - headers, closing + resuming});
    }
    Cursor from = filling.cursor;
    std::int64_t begin = reader.begins_at();
    for (const std::size_t end : balanced_columns(ends, begin, body.columns)) {
        const BreakPlaces::Place& place = places[end];
        const std::int64_t height = place.height - begin;
        const auto result = filler_.fill(list, from, height, Filler::Progress::optional);
        if (height > room || result.done != place.done || (!result.done && (result.end.index != place.end.index || result.height != height))) return false;
        const auto column = static_cast<std::int64_t>(balanced.parts.size());
        balanced.parts.push_back({&list, from, result, column * (body.column_width() + body.gap), filling.height, body.column_width(), true});
        from = result.end;
        begin = place.next;
    }
    return !balanced.parts.empty();
}

// Whether the first column of a page as high ends at a place that nothing forbids.
bool PageSequences::fits_column(Current& current, std::size_t section, const Cursor& from, std::int64_t room) {
    filler_.set_ends_column(true);
    const auto result = fill_grown(current, section, from, room, Filler::Progress::optional, nullptr);
    filler_.set_ends_column(false);
    return result.done || result.forced != BreakClass::none || (result.progressed && result.strength < kAlways);
}

// Columns in front of something that spans them are equally long, as far as that goes; the last ones aren't, as in FOP.
bool PageSequences::lay_columns(Current& current, const Region& body, std::int64_t room, Filling& filling) {
    const List& list = *current.sections[filling.section].list;
    const bool first = filling.parts.empty();
    const auto fill = [&](std::int64_t height, std::vector<Filling::Part>& parts) {
        Cursor from = filling.cursor;
        for (int column = 0; column < body.columns; ++column) {
            const bool needs = first && height == room;
            filler_.set_ends_column(column + 1 < body.columns);
            filler_.set_page_begun(column > 0 || !first);
            const auto result = fill_area(current, filling.section, from, height, needs ? Filler::Progress::required : Filler::Progress::optional, nullptr, column);
            filler_.set_ends_column(false);
            filler_.set_page_begun(false);
            const bool allowed = result.done || result.forced != BreakClass::none || (result.progressed && result.strength < kAlways);
            if (!needs && !allowed) return false;
            // What is kept and too high for the rest of the page goes to the next one, where it isn't (as in FOP).
            if (!allowed && column > 0 && fits_column(current, filling.section, from, height)) return false;
            parts.push_back({&list, from, result, column * (body.column_width() + body.gap), filling.height, body.column_width(), true});
            if (result.done) return true;
            from = result.end;
            if (result.forced != BreakClass::none && result.forced != BreakClass::column) return false;
        }
        return false;
    };
    std::vector<Filling::Part> parts;
    const bool done = fill(room, parts);
    const bool balances = done && filling.section + 1 < current.sections.size();
    if (Filling balanced; balances && balance(list, body, room, filling, balanced)) {
        parts = std::move(balanced.parts);
    } else if (balances) {
        std::int64_t least = 0;
        std::int64_t most = room;
        while (least + 10 < most) {
            std::vector<Filling::Part> shorter;
            const std::int64_t middle = (least + most) / 2;
            if (fill(middle, shorter)) {
                most = middle;
                parts = std::move(shorter);
            } else {
                least = middle;
            }
        }
    }
    if (parts.empty()) return false;
    std::int64_t height = 0;
    for (const auto& part : parts) height = std::max(height, part.result.height + part.result.adjustment.amount);
    filling.height += height;
    filling.cursor = parts.back().result.end;
    filling.forced = parts.back().result.forced;
    filling.parts.insert(filling.parts.end(), parts.begin(), parts.end());
    return done;
}

}  // namespace irikteu::layout
