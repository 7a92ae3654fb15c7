// Borders of boxes and cells as rectangles.
#include <algorithm>

#include "layout/painter.hpp"

namespace irikteu::layout {

void Painter::paint_borders(const std::array<Border, 4>& b, std::int64_t x, std::int64_t y, std::int64_t width,
                            std::int64_t height, bool before, bool after) {
    if (before && b[kBefore].width > 0) line_box(b[kBefore], {{x}, {y}, {width}, {b[kBefore].width}}, true);
    if (after && b[kAfter].width > 0) {
        line_box(b[kAfter], {{x}, {y + height - b[kAfter].width}, {width}, {b[kAfter].width}}, true);
    }
    const std::int64_t top = y + (before ? b[kBefore].width : 0);
    const std::int64_t bottom = y + height - (after ? b[kAfter].width : 0);
    if (b[kStart].width > 0) line_box(b[kStart], {{x}, {top}, {b[kStart].width}, {bottom - top}}, false);
    if (b[kEnd].width > 0) {
        line_box(b[kEnd], {{x + width - b[kEnd].width}, {top}, {b[kEnd].width}, {bottom - top}}, false);
    }
}

// Double is two thirds with a third between them; dashes are three widths long, dots one, as far apart as they are long.
void Painter::line_box(const Border& border, Rectangle area, bool horizontal) {
    const std::int64_t length = (horizontal ? area.width : area.height).millipoints;
    const std::int64_t thick = border.width;
    const auto part = [&](std::int64_t along, std::int64_t long_, std::int64_t across, std::int64_t thick_) {
        Rectangle r;
        if (horizontal) {
            r = {{area.x.millipoints + along}, {area.y.millipoints + across}, {long_}, {thick_}};
        } else {
            r = {{area.x.millipoints + across}, {area.y.millipoints + along}, {thick_}, {long_}};
        }
        box(r, border.color, ArtifactKind::layout);
    };
    if (border.style == BorderStyle::double_ && thick >= 1500) {
        part(0, length, 0, thick / 3);
        part(0, length, thick - thick / 3, thick / 3);
        return;
    }
    if (border.style != BorderStyle::dashed && border.style != BorderStyle::dotted) {
        part(0, length, 0, thick);
        return;
    }
    const std::int64_t dash = std::max<std::int64_t>(border.style == BorderStyle::dashed ? 3 * thick : thick, 500);
    for (std::int64_t at = 0; at < length; at += 2 * dash) part(at, std::min(dash, length - at), 0, thick);
}

// Collapsed borders are centred on the grid; each is painted once, by the cell before it.
void Painter::paint_cell_borders(const RowGroup& group, const Cell& cell, const Rectangle& area, bool first_row, bool begins,
                                 bool ends) {
    const auto& b = cell.border;
    const std::int64_t x = area.x.millipoints;
    const std::int64_t y = area.y.millipoints;
    const std::int64_t height = area.height.millipoints;
    if (!group.collapsed) {
        paint_borders(b, x, y, cell.width, height, begins, ends);
        return;
    }
    const std::int64_t left = x - b[kStart].width / 2;
    const std::int64_t right = x + cell.width + (b[kEnd].width - b[kEnd].width / 2);
    if (first_row && b[kBefore].width > 0) {
        line_box(b[kBefore], {{left}, {y - b[kBefore].width / 2}, {right - left}, {b[kBefore].width}}, true);
    }
    if (b[kAfter].width > 0) {
        line_box(b[kAfter], {{left}, {y + height - b[kAfter].width / 2}, {right - left}, {b[kAfter].width}}, true);
    }
    if (cell.column == 0 && b[kStart].width > 0) line_box(b[kStart], {{left}, {y}, {b[kStart].width}, {height}}, false);
    if (b[kEnd].width > 0) line_box(b[kEnd], {{x + cell.width - b[kEnd].width / 2}, {y}, {b[kEnd].width}, {height}}, false);
}

// Nobody stands in front of these edges to paint them. At a page's head the whole before edge is painted already.
void Painter::paint_bare_edges(const Cell& cell, const RowRange& rows, std::span<const std::int64_t> tops, std::int64_t x, bool first_row) {
    const auto& b = cell.border;
    for (const BareEdge& edge : cell.bare) {
        const std::int64_t width = edge.border.width;
        if (edge.edge == kBefore) {
            const bool begins = cell.row > rows.first || (cell.row == rows.first && !rows.begun && !first_row);
            if (!begins) continue;
            const std::int64_t left = x + cell.x + edge.from - (edge.from == 0 ? b[kStart].width / 2 : 0);
            const std::int64_t right = x + cell.x + edge.end + (edge.end == cell.width ? b[kEnd].width - b[kEnd].width / 2 : 0);
            line_box(edge.border, {{left}, {tops[cell.row - rows.first] - width / 2}, {right - left}, {width}}, true);
        } else {
            const std::uint32_t from = std::max(cell.row + static_cast<std::uint32_t>(edge.from), rows.first);
            const std::uint32_t end = std::min(cell.row + static_cast<std::uint32_t>(edge.end), rows.end);
            if (from >= end) continue;
            const std::int64_t top = tops[from - rows.first];
            line_box(edge.border, {{x + cell.x - width / 2}, {top}, {width}, {tops[end - rows.first] - top}}, false);
        }
    }
}

}  // namespace irikteu::layout
