// Lists, their items and block containers in a list.
#include <algorithm>

#include "base/error.hpp"
#include "layout/list_builder.hpp"

namespace irikteu::layout {

using base::ErrorCode;

void ListBuilder::add_list_block(Collector& c, const FoNode& node) {
    add_framed(c, node, [&] { add_children(c, node, node.style->keep_together.vertical()); });
}

void ListBuilder::add_list_item(Collector& c, const FoNode& node) {
    BreakClass break_before = BreakClass::none;
    const std::size_t start = c.pieces.size();
    add_framed(c, node, [&] {
        std::vector<Cell> cells;
        bool markers = false;
        RowGroup* group = arena().make<RowGroup>();
        for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
            if (child->object == Object::marker) {
                add_anchor(c, *child);
                markers = true;
                continue;
            }
            if (child->object != Object::list_item_label && child->object != Object::list_item_body) {
                tree_.fail(ErrorCode::invalid, *child, "is not allowed in fo:list-item");
            }
            Cell cell;
            cell.node = child;
            cell.style = child->style;
            Collector inner(*this);
            inner.width = c.width;
            if (!child->id.empty()) add_anchor(inner, *child);
            add_children(inner, *child, child->style->keep_together.vertical());
            const BreakClass leading = take_leading_break(inner);
            if (leading != BreakClass::none) break_before = leading;
            drop_trailing_breaks(inner);
            cell.keep_next = inner.keep_next;
            c.keep_next = std::max(c.keep_next, inner.keep_next);
            cell.list = finish(inner);
            cell.width = narrow(c.width);
            group->has_notes = group->has_notes || cell.list->has_notes;
            group->has_forced = group->has_forced || cell.list->has_forced;
            group->height = std::max(group->height, cell.list->height);
            cells.push_back(cell);
        }
        group->cells = arena().copy(cells);
        const std::vector<std::int32_t> heights{group->height};
        group->heights = arena().copy(heights);
        const std::vector<const FoNode*> rows{nullptr};
        group->rows = arena().copy(rows);
        const std::vector<Strength> splits{node.style->keep_together.vertical()};
        group->splits = arena().copy(splits);
        group->x = narrow(c.x);
        group->width = narrow(c.width);
        c.has_notes = c.has_notes || group->has_notes;
        Piece p;
        p.kind = PieceKind::row;
        p.height = group->height;
        p.row = group;
        c.pieces.push_back(p);
        if (markers) end_markers(c, node);
    });
    if (break_before != BreakClass::none) {
        Piece p;
        p.kind = PieceKind::forced;
        p.break_class = break_before;
        c.pieces.insert(c.pieces.begin() + static_cast<std::ptrdiff_t>(start), p);
    }
}

// Whether something is placed absolutely by the container itself.
static bool places_within(const FoNode& node) {
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        const bool container = child->object == Object::block_container;
        if (container && child->style->position == Position::absolute) return true;
        if (!container && child->object != Object::table && places_within(*child)) return true;
    }
    return false;
}

void ListBuilder::add_container(Collector& c, const FoNode& node) {
    settle_indents(node, c.width);
    const Style& s = *node.style;
    const std::int64_t start = s.start_indent.of(c.width);
    std::int64_t content = s.width ? s.width->of(percent_base(node, c.width)) : c.width - start - s.end_indent.of(c.width);
    if (s.position != Position::automatic || s.height || s.turn != 0) {
        add_fixed_container(c, node, content);
        return;
    }
    if (!node.id.empty()) add_anchor(c, node);
    Frame* frame = nullptr;
    if (s.has_box() || s.minimum_height || places_within(node)) {
        frame = make_frame(c, node, c.x + start - s.border_and_padding(kStart),
                           content + s.border_and_padding(kStart) + s.border_and_padding(kEnd));
        open_frame(c, *frame);
    }
    const std::int64_t x = c.x;
    const std::int64_t width = c.width;
    c.x += start;
    c.width = content;
    add_children(c, node, s.keep_together.vertical());
    c.x = x;
    c.width = width;
    if (frame != nullptr) close_frame(c, *frame);
}

void ListBuilder::add_fixed_container(Collector& c, const FoNode& node, std::int64_t content) {
    const Style& s = *node.style;
    const bool absolute = s.position != Position::automatic;
    if (absolute && !s.width) {
        const std::int64_t base = s.position == Position::fixed && areas_.page_width > 0 ? areas_.page_width : c.width;
        // Its border and padding stand outside of that, unless margins are said (as in FOP).
        content = base - (s.left ? s.left->of(base) : 0) - (s.right ? s.right->of(base) : 0) - s.start_indent.of(base) - s.end_indent.of(base);
    }
    Collector inner(*this);
    const std::int32_t edges = s.border_and_padding(kBefore) + s.border_and_padding(kAfter);
    std::int64_t height = s.height ? s.height->of(areas_.height) : 0;
    // Bottom said, but no height, it is what is left between top and bottom (7.6); in the flow's area from its upper edge on, as in FOP.
    const std::int64_t around = s.position == Position::fixed ? areas_.page_height : areas_.height;
    if (absolute && !s.height && s.bottom && (s.top || s.position == Position::absolute)) {
        height = around - (s.top ? s.top->of(around) : 0) - s.bottom->of(around) - edges;
    }
    const bool across = s.turn % 2 != 0;
    // Width and height are the content's, as it is turned; where the width is open, lines run as far as the area is high.
    if (across && !s.width) content = areas_.height - edges;
    const std::int32_t sides = s.border_and_padding(kStart) + s.border_and_padding(kEnd);
    inner.width = content;
    // Turned with lines of a stated length and open in height, it goes on to the other side; with lines as long as they may be, it is as high as its
    // content (as in FOP).
    if (across && !absolute && !s.width) height = 0;
    if (across && !absolute && s.width && height <= 0) height = c.width - s.start_indent.of(c.width) - s.end_indent.of(c.width);
    if (!node.id.empty()) add_anchor(inner, node);
    // What is placed within it is placed by its own height.
    const std::int64_t area = areas_.height;
    if (height > 0 && !across) areas_.height = height;
    add_children(inner, node, kAlways);
    areas_.height = area;
    Container* box = arena().make<Container>();
    box->node = &node;
    box->style = &s;
    box->list = finish(inner);
    box->content_height = box->list->height;
    // A height of nothing is one, but not per cent of an unknown one.
    const bool nothing = s.height && s.height->percent == 0 && !across && !absolute;
    if (height <= 0) height = nothing ? 0 : box->content_height;
    tree_.overflows(node, box->content_height - height, Overflow::Kind::too_high, "its content is higher than its height");
    box->height = narrow((across ? content : height) + edges);
    box->width = narrow((across ? height : content) + sides);
    box->x = narrow(c.x + s.start_indent.of(c.width) - s.border_and_padding(kStart));
    Piece p;
    p.kind = absolute ? PieceKind::absolute : PieceKind::container;
    p.height = absolute ? 0 : box->height;
    p.container = box;
    c.pieces.push_back(p);
}

}  // namespace irikteu::layout
