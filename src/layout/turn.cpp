// Areas whose content is turned (reference-orientation): laid out upright, then every item is put in its place.
#include <algorithm>

#include "layout/painter.hpp"

namespace irikteu::layout {

namespace {

struct Point {
    std::int64_t x, y;
};

Point turned(const Turn& t, std::int64_t x, std::int64_t y) {
    const std::int64_t along = x - t.x;
    const std::int64_t down = y - t.y;
    switch (t.quarters) {
        case 1: return {t.x + down, t.y + t.height - along};
        case 2: return {t.x + t.width - along, t.y + t.height - down};
        case 3: return {t.x + t.width - down, t.y + along};
        default: return {x, y};
    }
}

void turn_rectangle(const Turn& t, Rectangle& r) {
    const Point a = turned(t, r.x.millipoints, r.y.millipoints);
    const Point b = turned(t, r.x.millipoints + r.width.millipoints, r.y.millipoints + r.height.millipoints);
    r.x = {std::min(a.x, b.x)};
    r.y = {std::min(a.y, b.y)};
    r.width = {std::max(a.x, b.x) - r.x.millipoints};
    r.height = {std::max(a.y, b.y) - r.y.millipoints};
}

void turn_point(const Turn& t, Length& x, Length& y) {
    const Point p = turned(t, x.millipoints, y.millipoints);
    x = {p.x};
    y = {p.y};
}

}  // namespace

void Painter::begin_turn(std::uint8_t quarters, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height) {
    turns_.push_back({quarters, x, y, width, height, items_->size()});
}

void Painter::end_turn() {
    const Turn turn = turns_.back();
    turns_.pop_back();
    if (turn.quarters != 0) turn_items(turn, turn.first_item, items_->size());
}

void Painter::turn_items(const Turn& turn, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
        Item& item = (*items_)[i];
        if (auto* text = std::get_if<TextItem>(&item.what)) {
            turn_point(turn, text->x, text->baseline);
            item.turn = static_cast<std::uint8_t>((item.turn + turn.quarters) % 4);
        } else if (auto* box = std::get_if<BoxItem>(&item.what)) {
            turn_rectangle(turn, box->area);
        } else if (auto* image = std::get_if<ImageItem>(&item.what)) {
            turn_rectangle(turn, image->area);
            if (image->clip) {
                Rectangle clip = *image->clip;
                turn_rectangle(turn, clip);
                image->clip = clip;
            }
            item.turn = static_cast<std::uint8_t>((item.turn + turn.quarters) % 4);
        } else if (auto* link = std::get_if<LinkItem>(&item.what)) {
            turn_rectangle(turn, link->area);
        } else if (auto* field = std::get_if<FieldItem>(&item.what)) {
            turn_rectangle(turn, pages_.fields[field->field].area);
        } else if (auto* path = std::get_if<PathItem>(&item.what)) {
            for (PathItem::Segment& s : path->segments) {
                turn_point(turn, s.x1, s.y1);
                turn_point(turn, s.x2, s.y2);
                turn_point(turn, s.x, s.y);
            }
        }
    }
}

}  // namespace irikteu::layout
