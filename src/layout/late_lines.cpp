// Lines with numbers that are known only when all pages are: painted last, put where they belong.
#include <iterator>

#include "base/error.hpp"
#include "layout/pen.hpp"

namespace irikteu::layout {

using base::ErrorCode;

void Painter::finish_late_lines() {
    all_known_ = true;
    std::size_t end = 0;
    for (std::size_t i = 0; i < late_.size(); i = end) {
        page_ = late_[i].page;
        items_ = &pages_.pages[page_].items;
        while (end < late_.size() && late_[end].page == page_) ++end;
        splice_late_lines(i, end);
    }
    late_.clear();
}

// Puts the lines where they belong in the page's order. Mostly they are the foot's: then nothing has to be moved.
void Painter::splice_late_lines(std::size_t first, std::size_t end) {
    std::vector<Item> behind;
    std::vector<Item>& items = *items_;
    const auto place = items.begin() + static_cast<std::ptrdiff_t>(late_[first].item);
    const std::size_t offset = late_[first].item;
    behind.assign(std::make_move_iterator(place), std::make_move_iterator(items.end()));
    items.erase(place, items.end());
    auto done = behind.begin();
    for (std::size_t i = first; i < end; ++i) {
        const auto upto = behind.begin() + static_cast<std::ptrdiff_t>(late_[i].item - offset);
        std::move(done, upto, std::back_inserter(items));
        done = upto;
        artifact_ = late_[i].artifact;
        const std::size_t from = items.size();
        draw_line(*late_[i].line, late_[i].x, late_[i].y);
        for (auto t = late_[i].turns.rbegin(); t != late_[i].turns.rend(); ++t) {
            if (t->quarters != 0) turn_items(*t, from, items.size());
        }
    }
    std::move(done, behind.end(), std::back_inserter(items));
    artifact_ = ArtifactKind::none;
}

std::string Painter::late_text(const Atom& atom) {
    const FoNode& node = *atom.node;
    if (atom.kind == AtomKind::page_number) return labels_(page_);
    const std::string_view id = node.attribute("ref-id");
    const Placement* place = references_.find(id);
    if (place == nullptr) tree_.fail(ErrorCode::invalid, node, "nothing has the id \"" + std::string(id) + '"');
    return labels_(atom.kind == AtomKind::citation ? place->first_page : place->last_page);
}

std::int64_t Painter::late_width(const Atom& atom) {
    const Style& s = *atom.style;
    std::int64_t width = 0;
    for (const char digit : late_text(atom)) {
        for (const ShapedText* run : shaper_.shape(s.face, std::string_view(&digit, 1), {})) width += shaper_.width(*run, s.font_size) + s.letter_spacing;
    }
    return width;
}

void Painter::draw_late(Pen& pen, const Atom& atom) {
    const Style& s = *atom.style;
    // Digit by digit: numbers are not kerned, so that they stand one below the other (and as FOP has them).
    for (const char digit : late_text(atom)) {
        for (const ShapedText* run : shaper_.shape(s.face, std::string_view(&digit, 1), {})) {
            Atom word = atom;
            word.kind = AtomKind::word;
            word.shaped = run;
            draw_text(pen, word, shaper_.width(*run, s.font_size) + s.letter_spacing);
        }
    }
}

}  // namespace irikteu::layout
