#include "layout/painter.hpp"

#include <algorithm>
#include <numeric>

#include "base/error.hpp"

namespace irikteu::layout {

// One list on its way down the page.
struct Painter::ListState {
    Stacker stacker;
    std::int64_t x = 0, y = 0;
    std::vector<OpenFrame> frames;
    bool first_row = true;  // For rows outside of any table's frame.
};

Painter::Painter(FoTree& tree, TextShaper& shaper, Graphics& graphics, References& references, Pages& pages)
    : tree_(tree), shaper_(shaper), graphics_(graphics), references_(references), pages_(pages) {}

void Painter::set_page(std::uint32_t page, std::int64_t page_width, std::int64_t page_height) {
    page_ = page;
    page_width_ = area_width_ = page_width;
    page_height_ = area_height_ = page_height;
    area_x_ = area_y_ = 0;
    items_ = &pages_.pages[page].items;
}

std::vector<const List*> Painter::take_notes() {
    std::vector<const List*> notes;
    notes.swap(notes_);
    return notes;
}

void Painter::append(Item item) { items_->push_back(std::move(item)); }

void Painter::box(Rectangle area, Color color, ArtifactKind kind) {
    if (area.width.millipoints <= 0 || area.height.millipoints <= 0) return;
    append({kArtifact, artifact_ == ArtifactKind::pagination ? artifact_ : kind, BoxItem{area, color}});
}

std::int64_t Painter::paint(const List& list, Cursor from, const Cursor* to, std::int64_t x, std::int64_t y,
                            const Adjustment& adjustment) {
    ListState s;
    s.stacker = Stacker(adjustment);
    s.x = x;
    s.y = y;
    resume(s, from.frame);
    const std::uint32_t end = to == nullptr ? static_cast<std::uint32_t>(list.pieces.size()) : to->index;
    for (std::uint32_t i = from.index; i < end; ++i) {
        const Piece& p = list.pieces[i];
        switch (p.kind) {
            case PieceKind::space: s.stacker.space(p); break;
            case PieceKind::open: open(s, p); break;
            case PieceKind::close: close(s, p); break;
            case PieceKind::anchor: anchor(*p.node, s.x, s.y + s.stacker.height_before_box()); break;
            case PieceKind::absolute:
                s.stacker.box(0);
                paint_placed(s, *p.container);
                break;
            case PieceKind::opportunity:
            case PieceKind::forced:
            case PieceKind::marker_end:
            case PieceKind::footer: break;
            case PieceKind::line:
            case PieceKind::container:
            case PieceKind::row: {
                const RowState* state = i == from.index ? from.row : nullptr;
                std::int64_t height = p.height;
                if (state != nullptr) {
                    const auto rows = Filler::painted_heights(*p.row, *state);
                    height = std::accumulate(rows.begin(), rows.end(), std::int64_t{0});
                }
                s.stacker.box(height);
                const std::int64_t top = s.y + s.stacker.height() - height;
                settle(s, top);
                if (p.kind == PieceKind::line) {
                    if (p.line != nullptr) paint_line(*p.line, s.x, top);
                } else if (p.kind == PieceKind::container) {
                    paint_container(*p.container, s.x + p.container->x, top);
                } else {
                    place_row(s, *p.row, state, nullptr, top, height, adjustment);
                }
                break;
            }
        }
    }
    if (to != nullptr && to->row != nullptr) {
        const Piece& p = list.pieces[end];
        const RowState* state = end == from.index ? from.row : nullptr;
        std::int64_t height = to->row->partial;
        for (std::uint32_t r = state == nullptr ? 0 : state->row; r < to->row->row; ++r) {
            height += Filler::row_height(*p.row, state, r);
        }
        s.stacker.box(height);
        const std::int64_t top = s.y + s.stacker.height() - height;
        settle(s, top);
        place_row(s, *p.row, state, to->row, top, height, adjustment);
    }
    if (to != nullptr) leave(s);
    return y + s.stacker.height_at_end();
}

// A container around that goes on with the flow is an area too.
void Painter::paint_placed(const ListState& s, const Container& c) {
    const auto around = std::find_if(s.frames.rbegin(), s.frames.rend(), [](const OpenFrame& f) { return f.frame->node->object == Object::block_container; });
    if (around == s.frames.rend()) {
        paint_absolute(c);
        return;
    }
    const Frame& frame = *around->frame;
    const Style& style = *frame.style;
    const std::int64_t old_x = area_x_, old_y = area_y_, old_width = area_width_;
    area_x_ = s.x + frame.x + style.border_and_padding(kStart);
    area_y_ = around->top < 0 ? s.y + s.stacker.height() : around->top + style.border_and_padding(kBefore);
    area_width_ = frame.width - style.border_and_padding(kStart) - style.border_and_padding(kEnd);
    paint_absolute(c);
    area_x_ = old_x;
    area_y_ = old_y;
    area_width_ = old_width;
}

// The spaces within list items grow and shrink with the page's, and the item with them; those in tables' cells don't (as in FOP).
void Painter::place_row(ListState& s, const RowGroup& group, const RowState* from, const RowState* to, std::int64_t top, std::int64_t height,
                        const Adjustment& adjustment) {
    const bool item = !group.cells.empty() && (group.cells[0].node->object == Object::list_item_label || group.cells[0].node->object == Object::list_item_body);
    if (!item || adjustment.total == 0) {
        paint_row(s, group, from, to, top);
        return;
    }
    std::int64_t bottom = top;
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
        const Cell& cell = group.cells[i];
        const Cursor start = Filler::cell_cursor(from, i);
        const Cursor* stop = to != nullptr ? &to->cells[i] : nullptr;
        if (stop != nullptr && stop->index == start.index && stop->row == start.row) continue;
        bottom = std::max(bottom, paint(*cell.list, start, stop, s.x + group.x + cell.x + cell.start, top, adjustment));
    }
    s.stacker.box(bottom - top - height);
}

void Painter::settle(ListState& s, std::int64_t top) {
    for (auto f = s.frames.rbegin(); f != s.frames.rend() && f->top < 0; ++f) f->top = top;
}

// Items are painted in order, but a frame's extent is known only at its end: its boxes get their places beforehand.
void Painter::reserve_boxes(OpenFrame& open_frame) {
    const Style& style = *open_frame.frame->style;
    open_frame.placeholder = items_->size();
    const std::size_t count = (style.background ? 1u : 0u) + 4u;
    // A picture may take any number of items: what is behind a frame that has one is put there at its end.
    if (style.background_image) return;
    const bool plain = !style.background && std::all_of(style.border.begin(), style.border.end(), [](const Border& b) { return b.width == 0; });
    if (plain) return;
    for (std::size_t i = 0; i < count; ++i) append({kArtifact, ArtifactKind::background, BoxItem{}});
}

// 7.13.6: what is moved keeps its place in the flow.
void Painter::move(ListState& s, const Frame& frame, std::int64_t sign) {
    const Style& style = *frame.style;
    if (!style.relative) return;
    s.x += sign * (style.left ? style.left->fixed : style.right ? -style.right->fixed : 0);
    s.y += sign * (style.top ? style.top->fixed : style.bottom ? -style.bottom->fixed : 0);
}

void Painter::open(ListState& s, const Piece& p) {
    OpenFrame f;
    f.frame = p.frame;
    move(s, *p.frame, 1);
    if (p.height != 0) {
        s.stacker.box(p.height);
        f.top = s.y + s.stacker.height() - p.height;
        settle(s, f.top);
    }
    reserve_boxes(f);
    s.frames.push_back(f);
}

void Painter::close(ListState& s, const Piece& p) {
    if (p.height != 0) {
        s.stacker.box(p.height);
        settle(s, s.y + s.stacker.height() - p.height);
    }
    const OpenFrame f = s.frames.back();
    s.frames.pop_back();
    fill_boxes(f, s.x, s.y + s.stacker.height(), true);
    move(s, *f.frame, -1);
}

void Painter::resume(ListState& s, const Frame* frame) {
    if (frame == nullptr) return;
    resume(s, frame->outer);
    OpenFrame f;
    f.frame = frame;
    f.resumed = true;
    move(s, *frame, 1);
    f.top = s.y + s.stacker.height();
    reserve_boxes(f);
    if (frame->resume_cost != 0) s.stacker.box(frame->resume_cost);
    s.frames.push_back(f);
    if (frame->header == nullptr) return;
    const ArtifactKind before = artifact_;
    if (artifact_ == ArtifactKind::none) artifact_ = ArtifactKind::pagination;
    paint(*frame->header, {}, nullptr, s.x, s.y + s.stacker.height() - frame->header->height);
    artifact_ = before;
    s.frames.back().first_row = false;
}

void Painter::leave(ListState& s) {
    while (!s.frames.empty()) {
        const OpenFrame f = s.frames.back();
        s.frames.pop_back();
        if (f.frame->footer != nullptr) {
            const ArtifactKind before = artifact_;
            if (artifact_ == ArtifactKind::none) artifact_ = ArtifactKind::pagination;
            s.stacker.box(f.frame->footer->height);
            paint(*f.frame->footer, {}, nullptr, s.x, s.y + s.stacker.height() - f.frame->footer->height);
            artifact_ = before;
        }
        const std::int32_t retained = f.frame->break_cost - (f.frame->footer != nullptr ? f.frame->footer->height : 0);
        if (retained != 0) s.stacker.box(retained);
        fill_boxes(f, s.x, s.y + s.stacker.height(), false);
        move(s, *f.frame, -1);
    }
}

void Painter::fill_boxes(const OpenFrame& f, std::int64_t x, std::int64_t bottom, bool ended) {
    const Style& style = *f.frame->style;
    const std::int64_t top = f.top < 0 ? bottom : f.top;
    if (bottom <= top) return;
    const std::int64_t left = x + f.frame->x;
    std::size_t at = f.placeholder;
    if (style.background_image) {
        const std::size_t items = items_->size();
        paint_background(style, left, top, f.frame->width, bottom - top);
        if (!f.frame->table || style.collapse_borders == Toggle::no) {
            paint_borders(style.border, left, top, f.frame->width, bottom - top, !f.resumed || style.border[kBefore].retain, ended || style.border[kAfter].retain);
        }
        move_behind(at, items);
        return;
    }
    if (style.background) {
        (*items_)[at++].what = BoxItem{{{left}, {top}, {f.frame->width}, {bottom - top}}, *style.background};
    }
    if (f.frame->table && style.collapse_borders == Toggle::yes) return;
    // Painted behind what is there already, then moved into the places kept.
    const std::size_t end = items_->size();
    const bool before = !f.resumed || style.border[kBefore].retain;
    const bool after = ended || style.border[kAfter].retain;
    paint_borders(style.border, left, top, f.frame->width, bottom - top, before, after);
    const std::size_t count = items_->size() - end;
    if (count == 0) return;
    if (count <= 4) {
        for (std::size_t i = 0; i < count; ++i) (*items_)[at + i] = std::move((*items_)[end + i]);
        items_->resize(end);
    }
}

void Painter::paint_background(const Style& style, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height) {
    if (style.background) box({{x}, {y}, {width}, {height}}, *style.background, ArtifactKind::background);
    if (style.background_image) paint_picture(style, *style.background_image, x, y, width, height);
}

// Copies are items one by one: a file of a few hundred bytes must not take gigabytes.
constexpr std::int64_t kMostTiles = 1'000'000;

// 7.8: within the padding rectangle, from its corner on.
void Painter::paint_picture(const Style& style, const BackgroundImage& image, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height) {
    const std::uint32_t index = graphics_.image(image);
    const Image& picture = graphics_.picture(index);
    x += style.border[kStart].width;
    y += style.border[kBefore].width;
    width -= style.border[kStart].width + style.border[kEnd].width;
    height -= style.border[kBefore].width + style.border[kAfter].width;
    if (width <= 0 || height <= 0) return;
    // Copies beside each other of what has one pixel there are one that is stretched.
    const bool wide = image.repeat_x && picture.pixel_width == 1, high = image.repeat_y && picture.pixel_height == 1;
    const std::int64_t tile_width = wide ? width : picture.natural_width;
    const std::int64_t tile_height = high ? height : picture.natural_height;
    const auto first = [](std::int64_t from, std::int64_t place, std::int64_t tile, bool repeats) {
        return repeats ? from + (place % tile + tile) % tile - (place % tile == 0 ? 0 : tile) : from + place;
    };
    const std::int64_t left = wide ? x : first(x, image.x.of(width - tile_width), tile_width, image.repeat_x);
    const std::int64_t top = high ? y : first(y, image.y.of(height - tile_height), tile_height, image.repeat_y);
    const Rectangle place{{x}, {y}, {width}, {height}};
    const ArtifactKind kind = artifact_ == ArtifactKind::pagination ? artifact_ : ArtifactKind::background;
    const auto copies = [](std::int64_t from, std::int64_t end, std::int64_t tile, bool repeats) { return repeats ? std::max<std::int64_t>((end - from + tile - 1) / tile, 0) : 1; };
    tiles_ += copies(left, x + width, tile_width, image.repeat_x) * copies(top, y + height, tile_height, image.repeat_y);
    if (tiles_ > kMostTiles) {
        FoNode node;
        node.source = image.source;
        node.object = object_named(image.source.name(), image.source.namespace_uri()).value_or(Object::block);
        tree_.fail(base::ErrorCode::limit_exceeded, node,
                   "pictures behind objects are repeated more than " + std::to_string(kMostTiles) + " times in this document: take a larger picture");
    }
    for (std::int64_t down = top; down < y + height; down += tile_height) {
        for (std::int64_t across = left; across < x + width; across += tile_width) {
            ImageItem item{{{across}, {down}, {tile_width}, {tile_height}}, index, {}};
            const bool inside = across >= x && down >= y && across + tile_width <= x + width && down + tile_height <= y + height;
            if (!inside) item.clip = place;
            append({kArtifact, kind, std::move(item)});
            if (!image.repeat_x) break;
        }
        if (!image.repeat_y) break;
    }
}

void Painter::move_behind(std::size_t at, std::size_t end) {
    const std::size_t count = items_->size() - end;
    if (count == 0 || at >= end) return;
    std::rotate(items_->begin() + static_cast<std::ptrdiff_t>(at), items_->begin() + static_cast<std::ptrdiff_t>(end), items_->end());
    for (auto late = late_.rbegin(); late != late_.rend() && late->page == page_; ++late) {
        if (late->item >= at) late->item += count;
    }
}

void Painter::paint_row(ListState& s, const RowGroup& group, const RowState* from, const RowState* to, std::int64_t y) {
    bool& first_row = s.frames.empty() ? s.first_row : s.frames.back().first_row;
    const std::uint32_t first = from == nullptr ? 0 : from->row;
    const std::uint32_t end = to == nullptr ? static_cast<std::uint32_t>(group.heights.size()) : to->row + (to->begun ? 1 : 0);
    const auto painted = from != nullptr && to == nullptr ? Filler::painted_heights(group, *from) : std::vector<std::int64_t>{};
    std::vector<std::int64_t> tops{y};
    for (std::uint32_t r = first; r < end; ++r) {
        const bool partial = to != nullptr && to->begun && r == to->row;
        const bool stretched = to != nullptr && !to->begun && r + 1 == to->row;
        const std::int64_t whole = painted.empty() ? Filler::row_height(group, from, r) : painted[r - first];
        tops.push_back(tops.back() + (partial ? to->partial : whole + (stretched ? to->partial : 0)));
    }
    for (std::uint32_t r = first; r < end; ++r) {
        const FoNode* node = group.rows[r];
        if (node == nullptr) continue;
        const std::int64_t height = tops[r - first + 1] - tops[r - first];
        if (node->parent->object != Object::table) paint_background(*node->parent->style, s.x + group.x, tops[r - first], group.width, height);
        paint_background(*node->style, s.x + group.x, tops[r - first], group.width, height);
    }
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
        const Cell& cell = group.cells[i];
        const std::uint32_t last = cell.row + cell.rows - 1u;
        if (last < first || cell.row >= end) continue;
        const std::uint32_t top_row = std::max<std::uint32_t>(cell.row, first);
        const std::uint32_t bottom_row = std::min(last, end - 1);
        const std::int64_t top = tops[top_row - first];
        paint_cell(group, cell, i, from, to, s.x + group.x, top, tops[bottom_row - first + 1] - top, first_row && top_row == first);
        if (!cell.bare.empty()) paint_bare_edges(cell, {.first = first, .end = end, .begun = from != nullptr && from->begun}, tops, s.x + group.x, first_row);
    }
    first_row = false;
}

void Painter::paint_cell(const RowGroup& group, const Cell& cell, std::size_t index, const RowState* from, const RowState* to,
                         std::int64_t x, std::int64_t y, std::int64_t height, bool first_row) {
    const Cursor start = Filler::cell_cursor(from, index);
    const bool reached = to != nullptr && cell.row + cell.rows - 1u >= to->row;
    const Cursor* stop = reached ? &to->cells[index] : nullptr;
    const std::int64_t rect_x = x + cell.x;
    // At a break there is nothing to be separated from.
    const bool gone_on = from != nullptr && (cell.row < from->row || (cell.row == from->row && from->begun));
    const std::int64_t rect_y = y + (gone_on ? 0 : cell.gap / 2);
    const std::int64_t rect_height = height - (gone_on ? 0 : cell.gap / 2) - (reached ? 0 : cell.gap - cell.gap / 2);
    paint_background(*cell.style, rect_x, rect_y, cell.width, rect_height);
    const std::int32_t before = Filler::before_edge(cell, from);
    const bool begins = before == cell.before || cell.style->border[kBefore].retain;
    const bool ends = stop == nullptr || cell.style->border[kAfter].retain;
    paint_cell_borders(group, cell, {{rect_x}, {rect_y}, {cell.width}, {rect_height}}, first_row, begins, ends);
    if (stop != nullptr && stop->index == start.index && stop->row == start.row) return;
    std::int64_t shift = 0;
    // Labels and bodies inherit it and have no use for it.
    const bool aligned = cell.node == nullptr || cell.node->object == Object::table_cell;
    const DisplayAlign align = aligned ? cell.style->display_align : DisplayAlign::automatic;
    const bool whole = stop == nullptr || (stop->index >= cell.list->pieces.size() && stop->row == nullptr);
    if (align == DisplayAlign::center || align == DisplayAlign::after) {
        const std::int64_t after = stop == nullptr ? cell.after : cell.after_at_break;
        // With the space that an item that goes on counts.
        const std::int64_t content = Filler::counted_space(cell, from, index) + (whole ? Filler::rest_height(*cell.list, start) : Filler::adjusted_height(*cell.list, start, stop, {}));
        const std::int64_t free = rect_height - before - after - content;
        shift = std::max<std::int64_t>(align == DisplayAlign::center ? free / 2 : free, 0);
    }
    if (cell.node == nullptr || cell.node->object != Object::table_cell) {
        paint(*cell.list, start, stop, rect_x + cell.start, rect_y + before + shift);
        return;
    }
    // What is placed absolutely in a cell is placed from its content's left side and from its border's upper edge (as in FOP).
    const std::int64_t old_x = area_x_, old_y = area_y_, old_width = area_width_;
    area_x_ = rect_x + cell.start;
    area_y_ = rect_y + cell.before - cell.border[kBefore].width - cell.style->padding[kBefore];
    area_width_ = cell.width - cell.start - cell.end;
    paint(*cell.list, start, stop, rect_x + cell.start, rect_y + before + shift);
    area_x_ = old_x;
    area_y_ = old_y;
    area_width_ = old_width;
}


void Painter::anchor(const FoNode& node, std::int64_t x, std::int64_t y) {
    if (node.object == Object::marker) return;
    references_.place(node.id, page_, {x}, {y});
}

}  // namespace irikteu::layout
