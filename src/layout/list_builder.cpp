#include "layout/list_builder.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "layout/stacker.hpp"
#include "layout/table_builder.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

bool has_block_children(const FoNode& node) {
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (is_block_level(child->object)) return true;
        const bool transparent = child->object == Object::wrapper || child->object == Object::retrieve_marker;
        if (transparent && has_block_children(*child)) return true;
    }
    return false;
}

// A break before the first of its children is one before the object, so that nothing of its box stays behind (as in FOP).
BreakClass leading_break(const FoNode& node) {
    BreakClass leading = node.style->break_before;
    if (node.object != Object::block && node.object != Object::block_container && node.object != Object::list_block) return leading;
    const FoNode* child = skip_markers(node.first_child);
    if (child == nullptr || (child->object == Object::list_block && node.object != Object::list_block)) return leading;
    if (is_block_level(child->object) || child->object == Object::list_item) leading = std::max(leading, leading_break(*child));
    return leading;
}

// Where a list, or what is in a table's cell, begins a block, container or part of a list item, its first break isn't heeded (as in FOP).
bool passes_over_leading_breaks(const FoNode& parent, const FoNode& first) {
    if (first.object != Object::list_block && first.object != Object::table) return false;
    return parent.object == Object::block || parent.object == Object::block_container || parent.object == Object::list_item_label || parent.object == Object::list_item_body;
}

bool stands_in_lines(const FoNode& node) {
    if (node.object == Object::wrapper || node.object == Object::retrieve_marker) return node.first_child != nullptr && !has_block_children(node);
    return node.object == Object::text || is_inline_level(node.object);
}

}  // namespace

ListBuilder::ListBuilder(FoTree& tree, TextShaper& shaper, Graphics& graphics, const References& references)
    : tree_(tree), shaper_(shaper), graphics_(graphics), references_(references), paragraphs_(tree, shaper, graphics, references), breaker_(tree, shaper) {}

const List* ListBuilder::build(const FoNode& node, std::int64_t width) { return build_part(node, node.first_child, nullptr, width); }

const List* ListBuilder::build_part(const FoNode& node, const FoNode* first, const FoNode* end, std::int64_t width) {
    Collector c(*this);
    c.width = width;
    add_children(c, node, first, end, 0);
    return finish(c);
}

const List* ListBuilder::finish(Collector& c) {
    List* list = arena().make<List>();
    list->break_after = c.pending_break;
    list->pieces = arena().copy(c.pieces);
    list->height = natural_height(list->pieces);
    list->has_notes = c.has_notes;
    for (const Piece& p : c.pieces) {
        list->has_forced = list->has_forced || p.kind == PieceKind::forced || (p.kind == PieceKind::row && p.row->has_forced);
    }
    return list;
}

BreakClass ListBuilder::take_leading_break(Collector& c) {
    for (std::size_t i = 0; i < c.pieces.size(); ++i) {
        const Piece& p = c.pieces[i];
        if (p.kind == PieceKind::forced) {
            const BreakClass found = p.break_class;
            c.pieces.erase(c.pieces.begin() + static_cast<std::ptrdiff_t>(i));
            return found;
        }
        const bool nothing = p.kind == PieceKind::anchor || p.kind == PieceKind::marker_end || p.kind == PieceKind::opportunity ||
                             p.kind == PieceKind::space;
        if (!nothing) break;
    }
    return BreakClass::none;
}

void ListBuilder::drop_leading_breaks(Collector& c, std::size_t start) {
    while (start < c.pieces.size()) {
        switch (c.pieces[start].kind) {
            case PieceKind::forced: c.pieces.erase(c.pieces.begin() + static_cast<std::ptrdiff_t>(start)); break;
            case PieceKind::anchor:
            case PieceKind::marker_end:
            case PieceKind::opportunity:
            case PieceKind::space:
            case PieceKind::open: ++start; break;
            default: return;
        }
    }
}

void ListBuilder::drop_trailing_breaks(Collector& c) {
    c.pending_break = BreakClass::none;
    for (std::size_t i = c.pieces.size(); i > 0; --i) {
        const Piece& p = c.pieces[i - 1];
        if (p.kind == PieceKind::forced) {
            c.pieces.erase(c.pieces.begin() + static_cast<std::ptrdiff_t>(i - 1));
        } else if (p.kind != PieceKind::space && p.height != 0) {
            return;
        }
    }
}

std::int64_t ListBuilder::percent_base(const FoNode& node, std::int64_t width) {
    const FoNode* parent = node.parent;
    while (parent != nullptr && parent->object == Object::wrapper) parent = parent->parent;
    if (parent == nullptr) return width;
    switch (parent->object) {
        case Object::block: return width - parent->style->start_indent.of(width) - parent->style->end_indent.of(width);
        default: return width;
    }
}

std::int32_t ListBuilder::natural_height(std::span<const Piece> pieces) {
    Stacker stacker;
    for (const Piece& p : pieces) {
        switch (p.kind) {
            case PieceKind::space: stacker.space(p); break;
            case PieceKind::line:
            case PieceKind::row:
            case PieceKind::absolute:
            case PieceKind::container: stacker.box(p.height); break;
            case PieceKind::open:
            case PieceKind::close:
                if (p.height != 0) stacker.box(p.height);
                break;
            default: break;
        }
    }
    return narrow(stacker.height_at_end());
}

void ListBuilder::add_children(Collector& c, const FoNode& node, const FoNode* first_child, const FoNode* end, Strength keep_together) {
    bool first = true;
    bool markers = false;
    for (const FoNode* child = first_child; child != end; child = child->next) {
        if (child->object == Object::marker || child->object == Object::title) {
            if (child->object == Object::marker) add_anchor(c, *child);
            markers = markers || child->object == Object::marker;
            continue;
        }
        if (stands_in_lines(*child)) {
            const FoNode* last = child;
            while (last->next != end && stands_in_lines(*last->next)) last = last->next;
            if (const FoNode* lines = lines_of(node, child, last->next)) {
                if (!first) separate(c, *lines, keep_together);
                first = false;
                add_child(c, *lines, keep_together);
            }
            child = last;
            continue;
        }
        const bool passes_over = first && passes_over_leading_breaks(node, *child);
        const std::size_t start = c.pieces.size();
        if (!first) separate(c, *child, keep_together);
        first = false;
        add_child(c, *child, keep_together);
        if (passes_over) drop_leading_breaks(c, start);
    }
    if (markers) end_markers(c, node);
}

// What stands among lines beside blocks that a marker brought: it was no neighbour of blocks when the tree was built.
const FoNode* ListBuilder::lines_of(const FoNode& parent, const FoNode* first, const FoNode* end) {
    bool blank = true;
    for (const FoNode* child = first; child != end; child = child->next) {
        blank = blank && child->object == Object::text && child->text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }
    if (blank) return nullptr;
    FoNode* block = tree_.arena().make<FoNode>();
    block->object = Object::block;
    block->parent = const_cast<FoNode*>(&parent);
    block->style = &tree_.styles().anonymous(Object::block, *parent.style);
    block->element = parent.element;
    FoNode** last = &block->first_child;
    for (const FoNode* child = first; child != end; child = child->next) {
        FoNode* copy = tree_.arena().make<FoNode>();
        *copy = *child;
        copy->next = nullptr;
        *last = copy;
        last = &copy->next;
    }
    return block;
}

// Markers of the object and of its inlines.
bool ListBuilder::add_markers(Collector& c, const FoNode& node) {
    bool any = false;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::marker) {
            add_anchor(c, *child);
            any = true;
        } else if (child->object == Object::inline_ || child->object == Object::basic_link || child->object == Object::wrapper) {
            if (add_markers(c, *child)) end_markers(c, *child);
        }
    }
    return any;
}

Strength ListBuilder::keep_of_first(const FoNode& parent) {
    const FoNode* child = skip_markers(parent.first_child);
    return child != nullptr ? keep_with_previous(*child) : Strength{0};
}

Strength ListBuilder::keep_with_previous(const FoNode& node) {
    // A wrapper is no neighbour to what is in front of it.
    if (!is_block_level(node.object) && node.object != Object::list_item) return 0;
    const Style& s = *node.style;
    Strength strength = s.keep_with_previous.vertical();
    switch (node.object) {
        case Object::block_container:
            // One of a fixed height is a piece of its own.
            if (s.position == Position::automatic && !s.height && s.turn == 0) strength = std::max(strength, keep_of_first(node));
            break;
        case Object::list_item:
            for (const FoNode* child = node.first_child; child != nullptr; child = child->next) strength = std::max(strength, keep_of_first(*child));
            break;
        case Object::table: strength = std::max(strength, TableBuilder::keep_of_first_row(node)); break;
        default: strength = std::max(strength, keep_of_first(node)); break;
    }
    return strength;
}

void ListBuilder::end_markers(Collector& c, const FoNode& node) {
    Piece p;
    p.kind = PieceKind::marker_end;
    p.node = &node;
    c.pieces.push_back(p);
}

void ListBuilder::separate(Collector& c, const FoNode& node, Strength keep_together) {
    Piece p;
    p.kind = PieceKind::opportunity;
    p.strength = std::max({keep_together, c.keep_next, keep_with_previous(node)});
    c.pieces.push_back(p);
    c.keep_next = 0;
}

// Padding in per cent is of the width around (7.8.31): the style in which it is known stands for the object's. Indents have it in per cent, but
// those within a reference area.
void ListBuilder::resolve_padding(const FoNode& node, std::int64_t width) {
    if (node.style->padding_percent == std::array<std::int32_t, 4>{}) return;
    const Style& original = *unpadded_.emplace(&node, node.style).first->second;
    Style style = original;
    const bool within = node.object == Object::block_container || node.object == Object::table_cell;
    for (const Edge e : {kBefore, kAfter, kStart, kEnd}) {
        const std::int32_t more = narrow(Measure{0, style.padding_percent[e]}.of(width));
        style.padding[e] += more;
        if (!within) continue;
        if (e == kStart && style.indent_by_margin[0]) style.start_indent = style.start_indent + Measure{more, 0};
        if (e == kEnd && style.indent_by_margin[1]) style.end_indent = style.end_indent + Measure{more, 0};
    }
    const_cast<FoNode&>(node).style = &tree_.styles().keep(style);
}

// Of two breaks that meet the stronger counts (4.8).
BreakClass ListBuilder::break_in_front(const Collector& c, const FoNode& node) {
    const bool in_flow = node.style->position == Position::automatic || node.object != Object::block_container;
    return in_flow ? std::max(c.pending_break, leading_break(node)) : BreakClass::none;
}

bool ListBuilder::begin_child(Collector& c, const FoNode& node, Strength keep_together) {
    resolve_padding(node, c.width);
    const Style& s = *node.style;
    const bool in_flow = s.position == Position::automatic || node.object != Object::block_container;
    const BreakClass before = break_in_front(c, node);
    if (before != BreakClass::none && !c.broken) force_break(c, before);
    c.broken = false;
    if (node.object == Object::wrapper || node.object == Object::retrieve_marker) {
        if (!node.id.empty()) add_anchor(c, node);
        add_children(c, node, keep_together);
        return false;
    }
    if (!in_flow) {
        add_container(c, node);
        return false;
    }
    add_space(c, s.space_before, c.width);
    return true;
}

void ListBuilder::add_child(Collector& c, const FoNode& node, Strength keep_together) {
    if (!begin_child(c, node, keep_together)) return;
    switch (node.object) {
        case Object::block: add_block(c, node); break;
        case Object::block_container: add_container(c, node); break;
        case Object::list_block: add_list_block(c, node); break;
        case Object::list_item: add_list_item(c, node); break;
        case Object::table: TableBuilder(*this).add(c, node); break;
        case Object::table_and_caption:
        case Object::table_caption: add_block(c, node); break;
        default: tree_.fail(ErrorCode::unsupported, node, "is not supported here");
    }
    end_child(c, node);
}

void ListBuilder::end_child(Collector& c, const FoNode& node) {
    const Style& s = *node.style;
    if (!node.id.empty() && references_.is_end_wanted(node.id)) add_anchor(c, node);
    add_space(c, s.space_after, c.width);
    c.keep_next = std::max(c.keep_next, s.keep_with_next.vertical());
    if (s.break_after != BreakClass::none) c.pending_break = s.break_after;
}

void ListBuilder::force_break(Collector& c, BreakClass break_class) {
    Piece p;
    p.kind = PieceKind::forced;
    p.break_class = break_class;
    c.pieces.push_back(p);
    c.pending_break = BreakClass::none;
}

void ListBuilder::add_space(Collector& c, const SpaceSpecifier& space, std::int64_t base) {
    if (space.optimum == Measure{} && space.maximum == Measure{}) return;
    Piece p;
    p.kind = PieceKind::space;
    p.retain = space.retain;
    p.strength = space.precedence;
    p.height = narrow(space.optimum.of(base));
    p.flexibility = {narrow(space.maximum.of(base) - p.height), narrow(p.height - space.minimum.of(base))};
    c.pieces.push_back(p);
}

void ListBuilder::add_anchor(Collector& c, const FoNode& node) {
    if (node.object != Object::marker && !references_.is_wanted(node.id)) return;
    Piece p;
    p.kind = PieceKind::anchor;
    p.node = &node;
    c.pieces.push_back(p);
}

Frame* ListBuilder::make_frame(Collector& c, const FoNode& node, std::int64_t x, std::int64_t width) {
    const Style& s = *node.style;
    Frame* f = arena().make<Frame>();
    f->node = &node;
    f->style = &s;
    f->outer = c.frame;
    f->x = narrow(x);
    f->width = narrow(width);
    const auto retained = [&](Edge e) {
        return (s.border[e].retain ? s.border[e].width : 0) + (s.padding_retain[e] ? s.padding[e] : 0);
    };
    f->resume_cost = retained(kBefore);
    f->break_cost = retained(kAfter);
    return f;
}

void ListBuilder::open_frame(Collector& c, Frame& frame) {
    Piece p;
    p.kind = PieceKind::open;
    p.height = frame.style->border_and_padding(kBefore);
    p.frame = &frame;
    c.pieces.push_back(p);
    c.frame = &frame;
}

void ListBuilder::close_frame(Collector& c, const Frame& frame) {
    Piece p;
    p.kind = PieceKind::close;
    p.height = frame.style->border_and_padding(kAfter);
    p.frame = &frame;
    c.pieces.push_back(p);
    c.frame = frame.outer;
}

void ListBuilder::add_block(Collector& c, const FoNode& node) {
    add_framed(c, node, [&] {
        if (has_block_children(node)) {
            add_children(c, node, node.style->keep_together.vertical());
        } else {
            add_lines(c, node);
        }
    });
}

}  // namespace irikteu::layout
