#include "layout/paragraph.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "layout/text_transform.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

bool needs_edges(const FoNode& node) {
    return node.object == Object::basic_link || node.style->has_box() || !node.id.empty() ||
           node.style->space_start != Measure{} || node.style->space_end != Measure{};
}

// Other objects are read as wrappers too.
bool is_wrapper(const FoNode& node) { return node.object == Object::wrapper && (!node.source || node.source.name() == "wrapper"); }

bool is_leaf(Object object) {
    return object == Object::character || object == Object::page_number || object == Object::page_number_citation ||
           object == Object::page_number_citation_last || object == Object::leader;
}

}  // namespace

Paragraph* ParagraphBuilder::build(const FoNode& block, Length measure) {
    measure_ = measure;
    block_element_ = block.element;
    block_ = &block;
    atoms_.clear();
    after_space_ = false;
    after_linefeed_ = true;
    has_content_ = has_inlines_ = has_notes_ = has_late_ = takes_line_ = keep_next_space_ = false;
    last_opened_ = 0;
    space_at_end_ = SIZE_MAX;
    keep_first_space_ = false;
    add_children(block);
    const WhiteSpaceTreatment treatment = block.style->white_space;
    // Spaces in front of a linefeed at the end go too where it is a space of no width.
    if (treatment == WhiteSpaceTreatment::if_surrounding || treatment == WhiteSpaceTreatment::if_before) {
        const auto is_linefeed = [](const Atom& a) { return a.kind == AtomKind::opportunity && (a.flags & kLinefeed) != 0; };
        while (atoms_.size() > last_opened_ && is_linefeed(atoms_.back())) atoms_.pop_back();
    }
    const std::size_t behind = begin_of_end();
    if (treatment != WhiteSpaceTreatment::if_after) drop_trailing_spaces(treatment != WhiteSpaceTreatment::preserve, behind);
    if (treatment == WhiteSpaceTreatment::if_surrounding || treatment == WhiteSpaceTreatment::if_before) drop_space_before_leader();
    if (!atoms_.empty() && atoms_.back().kind == AtomKind::leader) atoms_.back().flags |= kLast;
    const auto shows = [](const Atom& a) { return a.kind != AtomKind::opportunity && a.kind != AtomKind::begin && a.kind != AtomKind::end; };
    if (!has_inlines_ && !takes_line_ && std::none_of(atoms_.begin(), atoms_.end(), shows)) return nullptr;
    Paragraph* p = tree_.list_arena().make<Paragraph>();
    p->block = &block;
    p->style = block.style;
    p->atoms = tree_.list_arena().copy(atoms_);
    p->has_inlines = has_inlines_;
    p->has_notes = has_notes_;
    p->has_late = has_late_;
    p->takes_line = takes_line_;
    return p;
}

void ParagraphBuilder::add_children(const FoNode& node) {
    const FoNode* before = nullptr;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        // Text behind an object that stands in the line, be it empty, isn't at the block's start to FOP.
        const bool stands_before = before != nullptr && (is_wrapper(*before) || before->object == Object::footnote || !before->id.empty());
        if (child->object == Object::text && stands_before && !has_content_) {
            after_linefeed_ = false;
            keep_first_space_ = true;
        }
        add(*child);
        if (child->object != Object::marker) before = child;
    }
    if (before == nullptr || (before->object != Object::text && before->object != Object::character)) return;
    const bool by_space = !atoms_.empty() && atoms_.back().kind == AtomKind::space;
    if (!by_space) {
        space_at_end_ = SIZE_MAX;
    } else if (&node != block_) {
        space_at_end_ = atoms_.size() - 1;
    }
}

// A space that ends an inline goes in front of a leader where no inline behind them, and not the block, ends in text (as in FOP, which drops it
// in front of page numbers and words too: we leave them apart).
void ParagraphBuilder::drop_space_before_leader() {
    if (space_at_end_ >= atoms_.size()) return;
    const auto space = atoms_.begin() + static_cast<std::ptrdiff_t>(space_at_end_);
    const auto passed = [](const Atom& a) { return a.kind == AtomKind::space || a.kind == AtomKind::begin || a.kind == AtomKind::end; };
    const auto behind = std::find_if_not(space, atoms_.end(), passed);
    if (behind != atoms_.end() && behind->kind == AtomKind::leader) atoms_.erase(space);
}

// Spaces in front of an empty inline, and those that a marker brought, aren't at the block's end to FOP. They stay.
std::size_t ParagraphBuilder::begin_of_end() {
    const auto is_edge = [](const Atom& a) { return a.kind == AtomKind::begin || a.kind == AtomKind::end; };
    for (std::size_t i = last_opened_; i < atoms_.size(); ++i) {
        if (!is_edge(atoms_[i]) && atoms_[i].kind != AtomKind::space) return 0;
    }
    for (std::size_t i = last_opened_; i > 0 && (is_edge(atoms_[i - 1]) || atoms_[i - 1].kind == AtomKind::space); --i) {
        if (atoms_[i - 1].kind == AtomKind::space) atoms_[i - 1].flags |= kPreserved;
    }
    return last_opened_;
}

void ParagraphBuilder::add(const FoNode& node) {
    switch (node.object) {
        case Object::text: add_text(node, node.text); break;
        case Object::character:
        case Object::page_number:
        case Object::page_number_citation:
        case Object::page_number_citation_last:
        case Object::leader:
        case Object::inline_:
        case Object::basic_link:
        case Object::wrapper:
        case Object::retrieve_marker: add_inline(node); break;
        case Object::instream_foreign_object:
        case Object::qr_code:
        case Object::external_graphic: add_object(AtomKind::image, node); break;
        case Object::field: add_object(AtomKind::field, node); break;
        case Object::footnote:
            add_children(node);
            has_notes_ = true;
            atoms_.push_back({AtomKind::note, 0, 0, node.style, node.element, {}});
            atoms_.back().node = &node;
            break;
        case Object::footnote_body:
        case Object::marker: break;
        default: tree_.fail(ErrorCode::unsupported, node, "is not supported among lines");
    }
}

void ParagraphBuilder::add_content(const FoNode& node) {
    switch (node.object) {
        case Object::character: add_character(node); break;
        case Object::page_number: add_object(AtomKind::page_number, node); break;
        case Object::page_number_citation: add_object(AtomKind::citation, node); break;
        case Object::page_number_citation_last: add_object(AtomKind::citation_last, node); break;
        case Object::leader: add_object(AtomKind::leader, node); break;
        default: add_children(node);
    }
}

// A box of its own, as in FOP: no line ends beside it, whatever it is; a space doesn't stretch.
void ParagraphBuilder::add_character(const FoNode& node) {
    const std::string_view character = node.attribute("character");
    const std::size_t before = atoms_.size();
    add_plain_text(node, character);  // text-transform is for text (as in FOP).
    if (atoms_.size() == before) return;
    if (before > 0 && atoms_[before - 1].kind == AtomKind::word) atoms_[before - 1].flags |= kUnbreakable;
    for (std::size_t i = before; i < atoms_.size(); ++i) {
        const bool space = atoms_[i].kind == AtomKind::space || atoms_[i].kind == AtomKind::fixed_space;
        if (space) atoms_[i].flags |= kUnbreakable | kRigid;
        if (atoms_[i].kind == AtomKind::word) atoms_[i].flags |= kUnbreakable;
    }
}

// Spaces collapse within one object only: those on both sides of an inline's edge are two, as in FOP.
void ParagraphBuilder::add_inline(const FoNode& node) {
    if (is_leaf(node.object) && !needs_edges(node)) {
        add_content(node);
        return;
    }
    takes_line_ = takes_line_ || is_wrapper(node) || !node.id.empty();
    after_space_ = false;
    last_opened_ = atoms_.size();
    if (node.style->keep_with_previous.within_line == kAlways) keep_last_space();
    if (!needs_edges(node)) {
        // What a marker holds has a start of its own.
        const bool marker = node.object == Object::retrieve_marker;
        const bool at_start = std::exchange(after_linefeed_, after_linefeed_ || marker);
        add_children(node);
        after_space_ = false;
        if (marker) {
            after_linefeed_ = after_linefeed_ && at_start;
            last_opened_ = atoms_.size();
        }
        keep_next_space_ = node.style->keep_with_next.within_line == kAlways;
        return;
    }
    const bool others = std::exchange(has_inlines_, true);
    const Style& s = *node.style;
    Atom edge{AtomKind::begin, 0, s.space_start.fixed + s.border_and_padding(kStart), &s, node.element, {}};
    edge.node = &node;
    atoms_.push_back(edge);
    const std::size_t behind = atoms_.size();
    add_content(node);
    if (atoms_.size() == behind && node.id.empty() && !is_leaf(node.object)) {
        atoms_.pop_back();  // Around nothing there is no box, as in FOP.
        has_inlines_ = others;
        return;
    }
    edge.kind = AtomKind::end;
    edge.width = s.space_end.fixed + s.border_and_padding(kEnd);
    atoms_.push_back(edge);
    after_space_ = false;
    keep_next_space_ = s.keep_with_next.within_line == kAlways;
}

// No line ends in front of what comes now: at the spaces before it.
void ParagraphBuilder::keep_last_space() {
    for (auto atom = atoms_.rbegin(); atom != atoms_.rend(); ++atom) {
        if (atom->kind == AtomKind::space) atom->flags |= kUnbreakable;
        if (atom->kind != AtomKind::begin && atom->kind != AtomKind::end && atom->kind != AtomKind::note && atom->kind != AtomKind::space) break;
    }
}

void ParagraphBuilder::add_text(const FoNode& node, std::string_view text) {
    const TextTransform transform = node.style->transform;
    if (transform == TextTransform::none) {
        add_plain_text(node, text);
        return;
    }
    const bool inside = !atoms_.empty() && atoms_.back().kind == AtomKind::word;
    add_plain_text(node, transformed(text, transform, inside ? WordState::inside_word : WordState::between_words));
}

void ParagraphBuilder::add_plain_text(const FoNode& node, std::string_view text) {
    const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;  // Behind it there are spaces only.
    std::size_t word = 0;  // Where the current word starts.
    std::size_t at = 0;
    const auto finish = [&](std::size_t to) {
        if (to > word) add_word(node, text.substr(word, to - word));
    };
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c > 0x20 && c < 0xC2) {
            ++at;
            continue;
        }
        std::size_t length = 1;
        if (c <= 0x20) {
            finish(at);
            if (c == '\n') {
                add_linefeed(node);
            } else {
                add_space(node);
            }
            if ((at == 0 || at >= end) && !atoms_.empty() && atoms_.back().kind == AtomKind::space) atoms_.back().flags |= kAtEdge;
        } else if (c == 0xC2 && text.substr(at, 2) == "\u00A0") {
            finish(at);
            add_fixed_space(node, "\u00A0");
            length = 2;
        } else if (c == 0xE2 && (text.substr(at, 3) == "\u202F" || text.substr(at, 3) == "\u2007")) {
            finish(at);
            add_fixed_space(node, text.substr(at, 3));
            length = 3;
        } else if ((c == 0xC2 && text.substr(at, 2) == "\u0085") || (c == 0xE2 && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029"))) {
            // Line and paragraph separators end the line whatever linefeeds do.
            finish(at);
            end_line(node);
            length = c == 0xC2 ? 2 : 3;
        } else if (c == 0xE2 && text.substr(at, 3) == "\u200B") {
            finish(at);
            add_object(AtomKind::opportunity, node);
            length = 3;
        } else {
            ++at;
            continue;
        }
        at += length;
        word = at;
    }
    finish(at);
    // To FOP no line ends at a preserved space that is a text's last.
    const bool by_space = end < text.size() && !atoms_.empty() && atoms_.back().kind == AtomKind::space;
    if (by_space && block_->style->white_space == WhiteSpaceTreatment::preserve) atoms_.back().flags |= kUnbreakable;
}

// U+00AD allows a hyphen, U+2060 forbids a break; neither is shaped.
void ParagraphBuilder::add_word(const FoNode& node, std::string_view word) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const auto c = static_cast<unsigned char>(word[at]);
        if (c == 0xC2 && word.substr(at, 2) == "\u00AD") {
            add_part(node, word.substr(from, at - from), kHyphenAfter | kSoftHyphen);
            from = at + 2;
            ++at;
        } else if (c == 0xE2 && (word.substr(at, 3) == "\u2060" || word.substr(at, 3) == "\uFEFF")) {
            add_part(node, word.substr(from, at - from), kUnbreakable);
            from = at + 3;
            at += 2;
        }
    }
    add_part(node, word.substr(from), 0);
}

void ParagraphBuilder::add_part(const FoNode& node, std::string_view part, std::uint8_t flags) {
    if (part.empty()) {
        // What a text begins with is of the word in front, of whatever object that is.
        auto last = atoms_.rbegin();
        while (last != atoms_.rend() && (last->kind == AtomKind::begin || last->kind == AtomKind::end)) ++last;
        if (last != atoms_.rend() && last->kind == AtomKind::word) last->flags |= flags;
        return;
    }
    const Style& s = *node.style;
    const FoTree& tree = tree_;
    const auto runs = shaper_.shape(s.face, part, [&tree, &node] { return tree.position(node); });
    for (const ShapedText* run : runs) {
        Atom atom{AtomKind::word, 0, 0, &s, element_of(node), {run}};
        atom.width = shaper_.word_width(*run, s);
        // Letters are spaced within words, across runs too.
        if (!atoms_.empty() && atoms_.back().kind == AtomKind::word) atoms_.back().width += s.letter_spacing;
        atoms_.push_back(atom);
    }
    if (!runs.empty()) atoms_.back().flags = flags;
    after_space_ = after_linefeed_ = keep_next_space_ = keep_first_space_ = false;
    has_content_ = true;
}

Atom ParagraphBuilder::space_atom(AtomKind kind, const Style& style, ElementId element) {
    if (space_style_ != &style) {
        space_style_ = &style;
        const ShapedText* run = shaper_.facts(style.face).space;
        space_ = {AtomKind::space, 0, 0, &style, element, {run}};
        // Letters are spaced from spaces too, on either side (7.17.2).
        space_.width = shaper_.width(*run, style.font_size) + style.word_spacing + 2 * style.letter_spacing;
    }
    Atom atom = space_;
    atom.kind = kind;
    atom.element = element;
    return atom;
}

// White space is the block's matter, whatever an inline says of it (as in FOP).
void ParagraphBuilder::add_space(const FoNode& node) {
    const WhiteSpaceTreatment treatment = block_->style->white_space;
    if (block_->style->collapse_white_space == Toggle::yes && after_space_) return;
    const bool ignored_after = treatment == WhiteSpaceTreatment::if_after || treatment == WhiteSpaceTreatment::if_surrounding;
    if (treatment == WhiteSpaceTreatment::ignore || (ignored_after && after_linefeed_)) return;
    const Style& s = *node.style;
    Atom atom = space_atom(AtomKind::space, s, element_of(node));
    if (follows_space()) atom.width -= s.letter_spacing;
    if (treatment == WhiteSpaceTreatment::preserve || keep_first_space_) atom.flags |= kPreserved;
    keep_first_space_ = false;
    if (s.keep_together.within_line == kAlways || keep_next_space_) atom.flags |= kUnbreakable;
    atoms_.push_back(atom);
    after_space_ = true;
}

void ParagraphBuilder::add_fixed_space(const FoNode& node, std::string_view character) {
    const Style& s = *node.style;
    Atom atom = space_atom(AtomKind::fixed_space, s, element_of(node));
    if (follows_space()) atom.width -= s.letter_spacing;
    if (character != "\u00A0") {
        // A figure space is as wide as a digit, a narrow one a third of an em; neither stretches.
        atom.flags |= kPreserved;
        atom.width = character == "\u2007" ? shaper_.width(*shaper_.shape(s.face, "0", {})[0], s.font_size)
                                           : static_cast<std::int32_t>(Length{s.font_size}.scaled(1, 5).millipoints);
    }
    atoms_.push_back(atom);
    after_space_ = after_linefeed_ = keep_next_space_ = keep_first_space_ = false;
    has_content_ = true;
}

void ParagraphBuilder::add_linefeed(const FoNode& node) {
    switch (block_->style->linefeed) {
        case LinefeedTreatment::ignore: return;
        case LinefeedTreatment::treat_as_space: add_space(node); return;
        case LinefeedTreatment::treat_as_zero_width_space:
            add_object(AtomKind::opportunity, node);
            atoms_.back().flags |= kLinefeed;
            return;
        case LinefeedTreatment::preserve: break;
    }
    end_line(node);
}

void ParagraphBuilder::end_line(const FoNode& node) {
    const WhiteSpaceTreatment treatment = block_->style->white_space;
    drop_trailing_spaces(treatment == WhiteSpaceTreatment::if_before || treatment == WhiteSpaceTreatment::if_surrounding);
    atoms_.push_back({AtomKind::linefeed, 0, 0, node.style, node.element, {}});
    after_linefeed_ = true;
    after_space_ = false;
}

void ParagraphBuilder::add_object(AtomKind kind, const FoNode& node) {
    Atom atom{kind, 0, 0, node.style, node.element, {}};
    atom.node = &node;
    if (kind == AtomKind::leader) {
        atom.width = leader_width(node);
        if (after_linefeed_) atom.flags |= kFirst;
    }
    if (kind == AtomKind::image || kind == AtomKind::field) atom.width = graphics_.size(node, measure_).outer_width();
    if (kind == AtomKind::page_number) atom.width = late_width(node, *node.style, references_.number());
    if (kind == AtomKind::citation_last) atom.width = late_width(node, *node.style, "MMM");
    if (kind == AtomKind::citation) atom.width = late_width(node, *node.style, references_.known_number(node.attribute("ref-id")).value_or("MMM"));
    atoms_.push_back(atom);
    if (kind == AtomKind::opportunity) {
        after_space_ = after_linefeed_ = false;  // No white space itself, whatever it came from.
        return;
    }
    if (kind == AtomKind::page_number || kind == AtomKind::citation || kind == AtomKind::citation_last) has_late_ = true;
    after_space_ = after_linefeed_ = keep_next_space_ = keep_first_space_ = false;
    has_content_ = true;
}

// What a number that isn't known yet may take: for the choice of line ends only.
std::int32_t ParagraphBuilder::late_width(const FoNode& node, const Style& style, std::string_view sample) {
    std::int32_t width = 0;
    for (const ShapedText* run : shaper_.shape(style.face, sample, [&] { return tree_.position(node); })) width += shaper_.width(*run, style.font_size);
    return width;
}

void ParagraphBuilder::drop_trailing_spaces(bool all, std::size_t behind) {
    // The ends of inlines may stand behind the spaces that go.
    const auto stays = [](const Atom& a) { return a.kind == AtomKind::begin || a.kind == AtomKind::end || a.kind == AtomKind::note; };
    const auto goes = [all](const Atom& a) { return a.kind == AtomKind::space && (all || (a.flags & kPreserved) == 0); };
    std::size_t from = atoms_.size();
    while (from > behind && (stays(atoms_[from - 1]) || goes(atoms_[from - 1]))) --from;
    atoms_.erase(std::remove_if(atoms_.begin() + static_cast<std::ptrdiff_t>(from), atoms_.end(), goes), atoms_.end());
}

}  // namespace irikteu::layout
