// What goes onto a page is painted: the body, its footnotes, the regions around with what they retrieve.
#include <algorithm>

#include "layout/page_sequence_state.hpp"

namespace irikteu::layout {

void PageSequences::paint_page(Current& current, const PageMaster& master, const Filling& filling) {
    const Region& body = master.regions[kBody];
    if (tree_.has_markers()) {
        markers_.start_page();
        for (const auto& part : filling.parts) show_markers(*part.list, part.from, part.result.done ? nullptr : &part.result.end);
        markers_.end_page();
    }
    painter_.begin_turn(master.turn, 0, 0, master.page_width(), master.page_height());
    paint_regions_before(current, master);
    painter_.begin_turn(body.turn, body.x, body.y, body.page_width(), body.page_height());
    std::vector<ShownNote> across;  // Footnotes, below all columns.
    for (const Filler::Note& note : current.left_notes) across.push_back({note, nullptr, Filler::rest_height(*note.list, note.from)});
    current.left_notes.clear();
    const DisplayAlign align = body.node->style->display_align;
    for (const auto& part : filling.parts) {
        painter_.set_area(body.x, body.y, body.width, body.height);
        report_overflow(part.list->pieces, part.from.index, part.result.done ? part.list->pieces.size() : part.result.end.index + 1, part.y + part.result.height + part.result.adjustment.amount - body.height);
        const std::int64_t used = part.column && filling.parts.size() <= static_cast<std::size_t>(body.columns)
                                      ? part.result.height + part.result.adjustment.amount : filling.height;
        const std::int64_t free = body.height - used;
        const std::int64_t shift = align == DisplayAlign::center ? free / 2 : align == DisplayAlign::after ? free : 0;
        const Cursor* const end = part.result.done ? nullptr : &part.result.end;
        Adjustment adjustment = part.result.adjustment;
        // No plan counts what the spaces within list items grow by. What would run into the footnotes or out of the body for it (FOP cuts it off) doesn't grow.
        const std::int64_t most = std::max(body.height - part.y - part.result.notes, part.result.height + adjustment.amount);
        if (adjustment.amount > 0 && Filler::adjusted_height(*part.list, part.from, end, adjustment) > most) adjustment = {};
        painter_.paint(*part.list, part.from, end, body.x + part.x, body.y + part.y + shift, adjustment);
        for (const List* note : painter_.take_notes()) across.push_back({{note, {}}, nullptr, note->height});
        leave_notes(current, part.result, across);
    }
    if (!across.empty()) paint_notes(current, body, across);
    painter_.end_turn();
    paint_regions_after(current, master);
    painter_.end_turn();
}

// What the body is too low for: the first thing on the page that is higher than all of it.
void PageSequences::report_overflow(std::span<const Piece> pieces, std::size_t from, std::size_t to, std::int64_t by) const {
    const Piece* highest = nullptr;
    for (std::size_t i = from; by > 0 && i < std::min(to, pieces.size()); ++i) {
        const bool has_place = pieces[i].kind == PieceKind::line ? pieces[i].line != nullptr : pieces[i].kind == PieceKind::row || pieces[i].kind == PieceKind::container;
        if (has_place && (highest == nullptr || pieces[i].height > highest->height)) highest = &pieces[i];
    }
    if (highest == nullptr) return;
    const FoNode* node = highest->kind == PieceKind::container ? highest->container->node : highest->kind == PieceKind::line ? highest->line->paragraph->block
                         : highest->row->rows.empty() || highest->row->rows[0] == nullptr ? highest->row->cells[0].node : highest->row->rows[0];
    tree_.overflows(*node, by, Overflow::Kind::lost, "is higher than what the page has for it");
}

// The last notes may be left to the next page; the first of them may be here in part.
void PageSequences::leave_notes(Current& current, const Filler::Result& result, std::vector<ShownNote>& notes) {
    if (result.notes_left == 0 || result.notes_left > notes.size()) return;
    const std::size_t first = notes.size() - result.notes_left;
    for (std::size_t i = first; i < notes.size(); ++i) current.left_notes.push_back(notes[i].note);
    notes.resize(first + 1);
    ShownNote& split = notes.back();
    current.left_notes[0].from = result.note_end;
    split.end = &current.left_notes[0].from;
    split.height = result.note_height;
    if (split.height == 0) notes.pop_back();
}

void PageSequences::paint_notes(Current& current, const Region& body, const std::vector<ShownNote>& notes) {
    std::int64_t height = current.separator == nullptr ? 0 : current.separator->height;
    for (const ShownNote& note : notes) height += note.height;
    std::int64_t y = body.y + body.height - height;
    if (current.separator != nullptr) {
        painter_.set_artifact(ArtifactKind::layout);
        y = painter_.paint(*current.separator, {}, nullptr, body.x, y);
        painter_.set_artifact(ArtifactKind::none);
    }
    for (const ShownNote& note : notes) {
        // What comes again with a header is read once.
        const bool whole = note.note.from.index == 0 && note.note.from.row == nullptr;
        const bool again = tree_.has_header_footnotes() && whole && !current.read_notes.insert(note.note.list).second;
        if (again) painter_.set_artifact(ArtifactKind::pagination);
        y = painter_.paint(*note.note.list, note.note.from, note.end, body.x, y);
        painter_.set_artifact(ArtifactKind::none);
    }
}

// The items' order is the order of reading: head and left side, the body, right side and foot.
void PageSequences::paint_regions_before(Current& current, const PageMaster& master) {
    const Region& body = master.regions[kBody];
    const Style& b = *body.node->style;
    painter_.set_artifact(ArtifactKind::pagination);
    const std::int64_t edges_x = b.border_and_padding(kStart) + b.border_and_padding(kEnd);
    const std::int64_t edges_y = b.border_and_padding(kBefore) + b.border_and_padding(kAfter);
    painter_.paint_background(b, body.x - b.border_and_padding(kStart), body.y - b.border_and_padding(kBefore),
                              body.page_width() + edges_x, body.page_height() + edges_y);
    painter_.paint_box_borders(b, body.x - b.border_and_padding(kStart), body.y - b.border_and_padding(kBefore),
                               body.page_width() + edges_x, body.page_height() + edges_y);
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
    painter_.paint_background(s, region.x, region.y, region.page_width(), region.page_height());
    painter_.paint_box_borders(s, region.x, region.y, region.page_width(), region.page_height());
    const auto content = current.statics.find(region.name);
    if (content == current.statics.end()) return;
    const std::int64_t width = region.width - s.border_and_padding(kStart) - s.border_and_padding(kEnd);
    const std::int64_t height = region.height - s.border_and_padding(kBefore) - s.border_and_padding(kAfter);
    lists_.set_areas(page_width_, page_height_, height);
    const List* list = static_list(current, *content->second, width);
    tree_.overflows(*content->second, list->height - height, Overflow::Kind::lost, "its content is higher than the region");
    std::int64_t y = region.y + s.border_and_padding(kBefore);
    if (s.display_align == DisplayAlign::center) y += (height - list->height) / 2;
    if (s.display_align == DisplayAlign::after) y += height - list->height;
    painter_.begin_turn(region.turn, region.x, region.y, region.page_width(), region.page_height());
    painter_.set_area(region.x, region.y, region.width, region.height);
    painter_.paint(*list, {}, nullptr, region.x + s.border_and_padding(kStart), y);
    painter_.end_turn();
    painter_.take_notes();
}

const List* PageSequences::static_list(Current& current, const FoNode& content, std::int64_t width) {
    if (has_retrieve(content)) {
        // Its text is another one on every page.
        FoNode& node = const_cast<FoNode&>(content);
        retrieve_markers(node);
        return lists_.build(content, width);
    }
    const List*& list = current.static_lists[{&content, width, references_.number().size()}];
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

// A cell lasts to the end of its row: `cell` ends later than its list.
void PageSequences::show_markers(const List& list, Cursor from, const Cursor* to, const FoNode* cell) {
    for (const Frame* frame = from.frame; frame != nullptr; frame = frame->outer) {
        if (frame->header != nullptr) show_markers(*frame->header, {}, nullptr);
    }
    const std::uint32_t end = to == nullptr ? static_cast<std::uint32_t>(list.pieces.size()) : to->index + (to->row != nullptr ? 1 : 0);
    for (std::uint32_t i = from.index; i < end; ++i) {
        const Piece& p = list.pieces[i];
        if (p.kind == PieceKind::anchor && p.node->object == Object::marker) markers_.begin(*p.node);
        if (p.kind == PieceKind::marker_end && p.node != cell) markers_.end(*p.node);
        if (p.kind == PieceKind::container) show_markers(*p.container->list, {}, nullptr);
        if (p.kind == PieceKind::row) show_row_markers(*p.row, i == from.index ? from.row : nullptr, to != nullptr && i == to->index ? to->row : nullptr);
    }
    for (const Frame* frame = to == nullptr ? nullptr : to->frame; frame != nullptr; frame = frame->outer) {
        if (frame->footer != nullptr) show_markers(*frame->footer, {}, nullptr);
    }
}

// Cells come in the order of the rows in which they end on the page, as in FOP.
void PageSequences::show_row_markers(const RowGroup& group, const RowState* start, const RowState* stop) {
    const std::uint32_t last = stop == nullptr ? static_cast<std::uint32_t>(group.heights.size()) - 1 : stop->row;
    for (std::uint32_t row = start == nullptr ? 0 : start->row; row <= last; ++row) {
        for (std::size_t c = 0; c < group.cells.size(); ++c) {
            const Cell& of = group.cells[c];
            const std::uint32_t behind = of.row + std::uint32_t{of.rows};
            if (of.row > last || std::min(behind - 1, last) != row) continue;
            const FoNode* table_cell = of.node->object == Object::table_cell ? of.node : nullptr;
            show_markers(*of.list, Filler::cell_cursor(start, c), stop == nullptr ? nullptr : &stop->cells[c], table_cell);
            if (table_cell == nullptr) continue;
            if (stop == nullptr || stop->row >= behind) markers_.end(*table_cell);
            else if (stop->cells[c].index >= of.list->pieces.size()) markers_.leave(*table_cell);
        }
    }
}

const FoNode* PageSequences::retrieved(const FoNode& retrieve) const {
    return markers_.find(retrieve.attribute("retrieve-class-name"), retrieve.attribute("retrieve-position"),
                         retrieve.attribute("retrieve-boundary"));
}

}  // namespace irikteu::layout
