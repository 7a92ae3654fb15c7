// Going on with a list in another width: pages of one sequence may have bodies of different widths.
#include "layout/list_builder.hpp"

#include <algorithm>

#include "layout/filler.hpp"

namespace irikteu::layout {

namespace {

std::size_t length_of(const Atom& atom) { return atom.kind == AtomKind::word ? atom.shaped->text.size() : 1; }

bool is_edge(const Atom& atom) { return atom.kind == AtomKind::begin || atom.kind == AtomKind::end || atom.kind == AtomKind::note; }

const FoNode* node_of(const Piece& p) {
    switch (p.kind) {
        case PieceKind::line: return p.line == nullptr ? nullptr : p.line->paragraph->block;
        case PieceKind::container: return p.container->node;
        case PieceKind::row: return p.row->cells.empty() ? nullptr : p.row->cells.front().node;
        default: return nullptr;
    }
}

bool is_item(const RowGroup& group) {
    return !group.cells.empty() && (group.cells[0].node->object == Object::list_item_label || group.cells[0].node->object == Object::list_item_body);
}

}  // namespace

std::size_t text_length(const Paragraph& paragraph, std::size_t atom) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < atom; ++i) {
        if (!is_edge(paragraph.atoms[i])) length += length_of(paragraph.atoms[i]);
    }
    return length;
}

Place ListBuilder::place_of(const List& list, const Cursor& cursor) {
    if (cursor.row != nullptr) {
        // Within a list item what is left of one of its two parts.
        const RowGroup& group = *list.pieces[cursor.index].row;
        if (!is_item(group)) return {};
        const Cell* unfinished = nullptr;
        Cursor from;
        for (std::size_t i = 0; i < group.cells.size(); ++i) {
            const Cursor within = Filler::cell_cursor(cursor.row, i);
            if (within.index >= group.cells[i].list->pieces.size()) continue;
            if (unfinished != nullptr) return {};  // It goes on as it is, both of them.
            unfinished = &group.cells[i];
            from = within;
        }
        return unfinished == nullptr ? Place{} : place_of(*unfinished->list, from);
    }
    for (std::size_t i = cursor.index; i < list.pieces.size(); ++i) {
        const FoNode* node = node_of(list.pieces[i]);
        if (node == nullptr) continue;
        if (list.pieces[i].kind != PieceKind::line) return {node, 0};
        const Line& line = *list.pieces[i].line;
        // What was left out of the paragraph when it was resumed itself counts too.
        return {node, line.paragraph->done + text_length(*line.paragraph, line.first)};
    }
    return {};
}

const Frame* ListBuilder::open_table(const Cursor& cursor) {
    const Frame* table = nullptr;
    for (const Frame* frame = cursor.frame; frame != nullptr; frame = frame->outer) {
        if (frame->table) table = frame;
    }
    return table;
}

const List* ListBuilder::build_behind(const Part& part, std::int64_t width, const List& former, Cursor& cursor) {
    const List* fresh = build_part(part.node, part.first, part.end, width);
    const Frame* const table = open_table(cursor);
    const FoNode* const node = table != nullptr ? table->node : node_of(former.pieces[cursor.index]);
    const auto ends = [&](const Piece& p) { return table != nullptr ? p.kind == PieceKind::close && p.frame->node == node : node_of(p) == node; };
    // What is around it is as wide as the page.
    const Frame* frame = nullptr;
    auto again = fresh->pieces.begin();
    for (; again != fresh->pieces.end() && !ends(*again); ++again) {
        if (again->kind == PieceKind::open) frame = again->frame;
        if (again->kind == PieceKind::close) frame = frame->outer;
    }
    Frame* kept = nullptr;
    if (table != nullptr) {
        kept = arena().make<Frame>();
        *kept = *table;
        kept->outer = frame == nullptr ? nullptr : frame->outer;
        frame = kept;
    }
    std::vector<Piece> pieces(1);  // The place is within the list.
    pieces[0].kind = PieceKind::opportunity;
    for (std::size_t i = cursor.index; i < former.pieces.size(); ++i) {
        pieces.push_back(former.pieces[i]);
        const bool edge = former.pieces[i].kind == PieceKind::close || former.pieces[i].kind == PieceKind::footer;
        if (edge && former.pieces[i].frame == table) pieces.back().frame = kept;
        if (ends(former.pieces[i])) break;
    }
    if (again != fresh->pieces.end()) pieces.insert(pieces.end(), again + 1, fresh->pieces.end());
    List* list = arena().make<List>();
    *list = *fresh;
    list->pieces = arena().copy(pieces);
    list->height = natural_height(list->pieces);
    list->has_notes = fresh->has_notes || former.has_notes;
    list->has_forced = fresh->has_forced || former.has_forced;
    cursor = {1, cursor.row, frame};
    return list;
}

const List* ListBuilder::build_from(const Part& part, std::int64_t width, const Place& place, Cursor& cursor) {
    resumed_ = place;
    const List* list = build_part(part.node, part.first, part.end, width);
    resumed_ = {};
    // Going on from anywhere else would show words twice or not at all.
    if (!find_place(*list, place, cursor)) {
        tree_.fail(base::ErrorCode::unsupported, *place.node, "the body's width changes within it, in a way that can't be gone on from");
    }
    return list;
}

bool ListBuilder::find_place(const List& list, const Place& place, Cursor& cursor) {
    const Frame* frame = nullptr;
    cursor = {0, nullptr, nullptr};
    for (std::uint32_t at = 0; at < list.pieces.size(); ++at) {
        const Piece& p = list.pieces[at];
        if (node_of(p) == place.node) {
            if (place.done > 0) cursor = {at, nullptr, frame};
            return true;
        }
        if (p.kind == PieceKind::row && is_item(*p.row)) {
            std::vector<Cursor> cells;
            std::vector<std::uint32_t> open;
            bool found = false;
            for (const Cell& cell : p.row->cells) {
                open.push_back(static_cast<std::uint32_t>(cells.size()));
                Cursor within;
                const bool here = !found && find_place(*cell.list, place, within);
                cells.push_back(here ? within : Cursor{static_cast<std::uint32_t>(cell.list->pieces.size()), nullptr, nullptr});
                found = found || here;
            }
            if (found) {
                RowState* state = arena().make<RowState>();
                state->begun = true;
                state->cells = arena().copy(cells);
                state->open = arena().copy(open);
                cursor = {at, state, frame};
                return true;
            }
        }
        if (p.kind == PieceKind::open) frame = p.frame;
        if (p.kind == PieceKind::close) frame = frame->outer;
        if (p.kind == PieceKind::opportunity || p.kind == PieceKind::forced) cursor = {at + 1, nullptr, frame};
    }
    return false;
}

void ListBuilder::drop_done(Paragraph& paragraph) {
    std::vector<Atom> left;
    std::size_t done = resumed_.done;
    for (const Atom& atom : paragraph.atoms) {
        if (is_edge(atom) || done == 0) {
            left.push_back(atom);
            continue;
        }
        const std::size_t length = length_of(atom);
        if (length <= done) {
            done -= length;
            continue;
        }
        Atom rest = atom;
        const std::string_view text = std::string_view(atom.shaped->text).substr(done);
        for (const ShapedText* run : shaper_.shape(atom.shaped->face, text, {})) rest.shaped = run;
        rest.width = shaper_.word_width(*rest.shaped, *rest.style);
        left.push_back(rest);
        done = 0;
    }
    paragraph.atoms = arena().copy(left);
    paragraph.resumed = true;
    paragraph.done = resumed_.done;
}

}  // namespace irikteu::layout
