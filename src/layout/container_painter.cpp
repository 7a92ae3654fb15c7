// Containers that are placed as a whole, in the flow or out of it.
#include <algorithm>

#include "layout/painter.hpp"

namespace irikteu::layout {

// What the spaces of a list that is too high for its place have to give, where they can give it.
Adjustment Painter::shrinking(const List& list, std::int64_t by) {
    Stacker stacker;
    for (const Piece& p : list.pieces) {
        if (p.kind == PieceKind::space) stacker.space(p);
        const bool edge = p.kind == PieceKind::open || p.kind == PieceKind::close;
        if (p.kind == PieceKind::line || p.kind == PieceKind::container || p.kind == PieceKind::row || p.kind == PieceKind::absolute || (edge && p.height != 0)) stacker.box(p.height);
    }
    return stacker.shrink() >= by ? Adjustment{-by, stacker.shrink()} : Adjustment{};
}

void Painter::paint_container(const Container& c, std::int64_t x, std::int64_t y) {
    const Style& style = *c.style;
    paint_background(style, x, y, c.width, c.height);
    paint_borders(style.border, x, y, c.width, c.height, true, true);
    const std::int64_t content = c.height - style.border_and_padding(kBefore) - style.border_and_padding(kAfter);
    const std::int64_t across = c.width - style.border_and_padding(kStart) - style.border_and_padding(kEnd);
    const std::int64_t free = (style.turn % 2 == 0 ? content : across) - c.content_height;
    const Adjustment adjustment = free < 0 ? shrinking(*c.list, -free) : Adjustment{};
    std::int64_t shift = 0;
    if (style.display_align == DisplayAlign::center) shift = free / 2;
    if (style.display_align == DisplayAlign::after) shift = free;
    const std::int64_t old_x = area_x_;
    const std::int64_t old_y = area_y_;
    const std::int64_t old_width = area_width_;
    const std::int64_t old_height = area_height_;
    area_x_ = x + style.border_and_padding(kStart);
    area_y_ = y + style.border_and_padding(kBefore);
    area_width_ = c.width - style.border_and_padding(kStart) - style.border_and_padding(kEnd);
    area_height_ = content;
    begin_turn(style.turn, area_x_, area_y_, area_width_, area_height_);
    if (style.turn % 2 != 0) std::swap(area_width_, area_height_);
    paint(*c.list, {}, nullptr, area_x_, area_y_ + std::max<std::int64_t>(shift, 0), adjustment);
    end_turn();
    area_x_ = old_x;
    area_y_ = old_y;
    area_width_ = old_width;
    area_height_ = old_height;
}

// XSL-FO 1.1, 7.6: fixed against the page, absolute against the nearest reference area that a container or region makes.
void Painter::paint_absolute(const Container& c) {
    const Style& style = *c.style;
    const bool fixed = style.position == Position::fixed;
    const std::int64_t width = fixed ? page_width_ : area_width_;
    const std::int64_t height = fixed ? page_height_ : area_height_;
    std::int64_t x = fixed ? 0 : area_x_;
    std::int64_t y = fixed ? 0 : area_y_;
    // As in FOP it is the content that is placed; in the flow's area from the right or below only where its size is said.
    const std::int64_t own_width = c.width - style.border_and_padding(kStart) - style.border_and_padding(kEnd);
    const std::int64_t own_height = c.height - style.border_and_padding(kBefore) - style.border_and_padding(kAfter);
    x -= style.border_and_padding(kStart);
    y -= style.border_and_padding(kBefore);
    if (style.left) {
        x += style.left->of(width);
    } else if (style.right && (fixed || style.width)) {
        x += width - style.right->of(width) - own_width;
    }
    if (style.top) {
        y += style.top->of(height);
    } else if (style.bottom && (fixed || style.height)) {
        y += height - style.bottom->of(height) - own_height;
    }
    paint_container(c, x, y);
}

}  // namespace irikteu::layout
