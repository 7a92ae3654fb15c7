// Going on with a list in another width: pages of one sequence may have bodies of different widths.
#include "layout/list_builder.hpp"

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

}  // namespace

std::size_t text_length(const Paragraph& paragraph, std::size_t atom) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < atom; ++i) {
        if (!is_edge(paragraph.atoms[i])) length += length_of(paragraph.atoms[i]);
    }
    return length;
}

Place ListBuilder::place_of(const List& list, const Cursor& cursor) {
    if (cursor.row != nullptr) return {};
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

const List* ListBuilder::build_from(const FoNode& node, std::int64_t width, const Place& place, Cursor& cursor) {
    resumed_ = place;
    const List* list = build(node, width);
    resumed_ = {};
    std::uint32_t at = 0;
    const Frame* frame = nullptr;
    cursor = {0, nullptr, nullptr};
    for (; at < list->pieces.size(); ++at) {
        const Piece& p = list->pieces[at];
        if (node_of(p) == place.node) break;
        if (p.kind == PieceKind::open) frame = p.frame;
        if (p.kind == PieceKind::close) frame = frame->outer;
        if (p.kind == PieceKind::opportunity || p.kind == PieceKind::forced) cursor = {at + 1, nullptr, frame};
    }
    if (place.done > 0) cursor = {at, nullptr, frame};
    return list;
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
