// Images, drawings and fields in lines.
#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "layout/fields.hpp"
#include "layout/pen.hpp"

namespace irikteu::layout {

using base::ErrorCode;

void Painter::draw_image(Pen& pen, const Atom& atom) {
    const FoNode& node = *atom.node;
    const auto size = graphics_.size(node, {pen.line->measure});
    const Style& s = *atom.style;
    const std::int64_t top = baseline_of(pen, raised(s, size.outer_height())) - size.outer_height();
    paint_background(s, pen.x, top, size.outer_width(), size.outer_height());
    paint_borders(s.border, pen.x, top, size.outer_width(), size.outer_height(), true, true);
    std::int64_t left = pen.x + size.start;
    std::int64_t content_top = top + size.before;
    const std::int64_t free_x = size.width - size.content_width;
    const std::int64_t free_y = size.height - size.content_height;
    if (s.text_align == TextAlign::center) left += free_x / 2;
    if (s.text_align == TextAlign::end) left += free_x;
    if (s.display_align == DisplayAlign::center) content_top += free_y / 2;
    if (s.display_align == DisplayAlign::after) content_top += free_y;
    const Rectangle area{{left}, {content_top}, {size.content_width}, {size.content_height}};
    const ElementId element = artifact_ == ArtifactKind::none ? atom.element : kArtifact;
    const ArtifactKind kind = artifact_ == ArtifactKind::none ? ArtifactKind::layout : artifact_;
    if (const Drawing* drawing = graphics_.drawing(node)) {
        draw_shapes(*drawing, area, element, element == kArtifact ? kind : ArtifactKind::none);
    } else {
        append({element, element == kArtifact ? kind : ArtifactKind::none, ImageItem{area, graphics_.image(node), {}}});
    }
    if (element != kArtifact && !pages_.elements[element].bounds) pages_.elements[element].bounds = area;
    if (!node.id.empty()) anchor(node, pen.x, top);
    pen.x += size.outer_width();
}

void Painter::draw_shapes(const Drawing& drawing, const Rectangle& area, ElementId element, ArtifactKind kind) {
    const double sx = drawing.width > 0 ? static_cast<double>(area.width.millipoints) / drawing.width : 0;
    const double sy = drawing.height > 0 ? static_cast<double>(area.height.millipoints) / drawing.height : 0;
    const auto place = [&](double value, double scale, Length from) { return Length{from.millipoints + std::llround(value * scale)}; };
    for (const Drawing::Shape& shape : drawing.shapes) {
        PathItem path;
        path.color = shape.color;
        path.even_odd = shape.even_odd;
        if (shape.stroke > 0) path.stroke = {std::max<std::int64_t>(std::llround(shape.stroke * std::min(sx, sy)), 1)};
        path.segments.reserve(shape.segments.size());
        for (const Drawing::Segment& s : shape.segments) {
            path.segments.push_back({s.command, place(s.x1, sx, area.x), place(s.y1, sy, area.y), place(s.x2, sx, area.x),
                                     place(s.y2, sy, area.y), place(s.x, sx, area.x), place(s.y, sy, area.y)});
        }
        append({element, kind, std::move(path)});
    }
}

void Painter::draw_field(Pen& pen, const Atom& atom) {
    const FoNode& node = *atom.node;
    const auto size = graphics_.size(node, {pen.line->measure});
    const std::int64_t top = baseline_of(pen, raised(*atom.style, size.outer_height())) - size.outer_height();
    paint_background(*atom.style, pen.x, top, size.outer_width(), size.outer_height());
    paint_borders(atom.style->border, pen.x, top, size.outer_width(), size.outer_height(), true, true);
    Field field = make_field(tree_, node);
    if (!field_names_.insert(field.name).second) tree_.fail(ErrorCode::invalid, node, "another field has this name already: \"" + field.name + '"');
    field.area = {{pen.x + size.start}, {top + size.before}, {size.width}, {size.height}};
    field.page = page_;
    field.element = atom.element;
    pages_.fields.push_back(std::move(field));
    append({atom.element, artifact_, FieldItem{static_cast<std::uint32_t>(pages_.fields.size() - 1)}});
    pen.x += size.outer_width();
}

}  // namespace irikteu::layout
