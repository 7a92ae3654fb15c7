#include "layout/page_sequence.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/error.hpp"
#include "layout/page_sequence_state.hpp"

namespace irikteu::layout {

using base::ErrorCode;

PageSequences::~PageSequences() = default;

PageSequences::PageSequences(FoTree& tree, const PageMasters& masters, ListBuilder& lists, Filler& filler, Painter& painter,
                             References& references, Pages& pages)
    : tree_(tree), masters_(masters), lists_(lists), filler_(filler), painter_(painter), references_(references), pages_(pages) {}

std::string PageSequences::label(std::uint32_t page) const {
    return *format_number(numbers_[page], formats_[page]);
}

void PageSequences::read_contents(const FoNode& sequence, Current& current) {
    current.sequence = &sequence;
    // What goes to no region would be lost without a word; to FOP too it is an error.
    std::set<std::string_view> names;
    const auto check_name = [&](const FoNode& node) {
        const std::string_view name = node.attribute("flow-name");
        if (!names.insert(name).second) tree_.fail(ErrorCode::invalid, node, "another flow of its page sequence has the name \"" + std::string(name) + "\" too");
        if (name == "xsl-footnote-separator" || name == "xsl-before-float-separator" || masters_.has_region(name)) return;
        tree_.fail(ErrorCode::invalid, node, "no page has a region of the name \"" + std::string(name) + '"');
    };
    for (const FoNode* child = sequence.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::static_content) {
            check_name(*child);
            current.statics[child->attribute("flow-name")] = child;
        } else if (child->object == Object::flow) {
            if (current.flow != nullptr) tree_.fail(ErrorCode::unsupported, *child, "a second flow in one fo:page-sequence");
            check_name(*child);
            current.flow = child;
        } else if (child->object != Object::title) {
            tree_.fail(ErrorCode::invalid, *child, "is not allowed in fo:page-sequence");
        }
    }
    if (current.flow == nullptr) tree_.fail(ErrorCode::invalid, sequence, "has no fo:flow");
}

std::int64_t PageSequences::first_number(const FoNode& sequence) const {
    const std::string_view initial = sequence.attribute("initial-page-number");
    const std::int64_t next = last_number_ + 1;
    if (initial.empty() || initial == "auto") return next;
    if (initial == "auto-odd") return next % 2 == 1 ? next : next + 1;
    if (initial == "auto-even") return next % 2 == 0 ? next : next + 1;
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(initial.data(), initial.data() + initial.size(), number);
    if (fault != std::errc{} || end != initial.data() + initial.size()) {
        tree_.fail(ErrorCode::unsupported, sequence, "initial-page-number=\"" + std::string(initial) + '"');
    }
    return std::max<std::int64_t>(number, 1);
}

namespace {

bool forces_page_count(const FoNode& sequence) {
    const std::string_view force = sequence.attribute("force-page-count");
    return !force.empty() && force != "auto" && force != "no-force";
}

}  // namespace

bool PageSequences::wants_blank_end(const Current& current, std::int64_t last, std::size_t count) const {
    const FoNode& sequence = *current.sequence;
    const std::string_view force = sequence.attribute("force-page-count");
    if (force == "no-force") return false;
    if (force == "even") return count % 2 != 0;
    if (force == "odd") return count % 2 == 0;
    if (force == "end-on-even") return last % 2 != 0;
    if (force == "end-on-odd") return last % 2 == 0;
    if (!force.empty() && force != "auto") tree_.fail(ErrorCode::unsupported, sequence, "force-page-count=\"" + std::string(force) + '"');
    if (current.next == nullptr) return false;
    const std::string_view initial = current.next->attribute("initial-page-number");
    if (initial.empty() || initial == "auto") return false;
    if (initial == "auto-odd") return last % 2 != 0;
    if (initial == "auto-even") return last % 2 == 0;
    std::int64_t number = 0;
    std::from_chars(initial.data(), initial.data() + initial.size(), number);
    return number > 0 && number % 2 == last % 2;
}

void PageSequences::add(const FoNode& sequence, const FoNode* next) {
    Current current(filler_);
    current.next = next;
    read_contents(sequence, current);
    const std::string_view format = sequence.attribute("format");
    if (!format.empty() && !format_number(1, format)) {
        tree_.fail(ErrorCode::unsupported, sequence, "format=\"" + std::string(format) + '"');
    }
    current.number = first_number(sequence);
    references_.settle(pages_.pages.size());
    markers_.start_sequence();
    read_sections(current);
    const std::size_t pages_before = pages_.pages.size();
    make_pages(current);
    if (wants_blank_end(current, current.number - 1, current.index)) make_blank_page(current, forces_page_count(*current.sequence));
    if (painter_.first_waiting_page() != UINT32_MAX) {
        // Lines of it are painted when all pages are known.
        for (Section& section : current.sections) kept_.push_back(std::move(section.growing));
        for (auto& former : current.former) kept_.push_back(std::move(former));
    }
    last_number_ = current.number - 1;
    if (sequence.id.empty()) return;
    references_.place(sequence.id, static_cast<std::uint32_t>(pages_before), {}, {});
    references_.place(sequence.id, static_cast<std::uint32_t>(pages_.pages.size() - 1), {}, {});
}

const PageMaster& PageSequences::start_page(Current& current, PageKind kind) {
    const PageMaster& master = masters_.choose(*current.sequence, current.index, kind);
    Page page;
    page.width = {master.page_width()};
    page.height = {master.page_height()};
    const std::string_view format = current.sequence->attribute("format");
    formats_.push_back(format.empty() ? std::string_view("1") : format);
    numbers_.push_back(current.number);
    page.label = *format_number(current.number, formats_.back());
    references_.name_page(page.label);
    // Pages of one document are much alike.
    const std::size_t items = pages_.pages.empty() ? 0 : pages_.pages.back().items.size() + 16;
    hand_over_finished();
    pages_.pages.push_back(std::move(page));
    pages_.pages.back().items.reserve(items);
    painter_.set_page(static_cast<std::uint32_t>(pages_.pages.size() - 1), master.width, master.height);
    ++current.number;
    ++current.index;
    return master;
}

void PageSequences::hand_over_finished() {
    if (!taker_) return;
    const std::uint32_t end = std::min(static_cast<std::uint32_t>(pages_.pages.size()), painter_.first_waiting_page());
    while (handed_over_ < end) taker_(pages_, handed_over_++);
}

void PageSequences::make_blank_page(Current& current, bool last) {
    PageKind kind;
    kind.first = current.index == 0;
    kind.odd = current.number % 2 != 0;
    kind.blank = true;
    kind.last = last;
    const PageMaster& master = start_page(current, kind);
    markers_.start_page();
    markers_.end_page();
    painter_.begin_turn(master.turn, 0, 0, master.page_width(), master.page_height());
    paint_regions_before(current, master);
    paint_regions_after(current, master);
    painter_.end_turn();
}

namespace {

// The side that the first thing in the flow asks for.
BreakClass first_side(const FoNode& node) {
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::marker) continue;
        const BreakClass own = child->style->break_before;
        if (own == BreakClass::even_page || own == BreakClass::odd_page) return own;
        return is_block_level(child->object) || child->object == Object::wrapper ? first_side(*child) : BreakClass::none;
    }
    return BreakClass::none;
}

}  // namespace

// Whether what doesn't fit the master would go on in lines of another width.
bool PageSequences::width_changes(const Current& current, const PageMaster& master) const {
    PageKind next;
    next.odd = (current.number + 1) % 2 != 0;
    const PageMaster* const other = masters_.foresee(*current.sequence, current.index + 1, next);
    return other != nullptr && other->regions[kBody].column_width() != master.regions[kBody].column_width();
}

void PageSequences::make_pages(Current& current) {
    current.forced = first_side(*current.flow);
    const bool asks_for_last = masters_.asks_for_last(*current.sequence);
    while (!current.done) {
        PageKind kind;
        kind.first = current.index == 0;
        kind.odd = current.number % 2 != 0;
        const bool wrong_side = (current.forced == BreakClass::even_page && kind.odd) ||
                                (current.forced == BreakClass::odd_page && !kind.odd);
        if (wrong_side) {
            make_blank_page(current, false);
            continue;
        }
        const PageMaster* master = &masters_.choose(*current.sequence, current.index, kind);
        Filling filling;
        bool done = fill_page(current, *master, filling);
        bool blank_last = false;
        // Where a page is asked for behind it, that one is the last; one that only the next sequence needs isn't, as in FOP.
        const bool forced_end = forces_page_count(*current.sequence) && wants_blank_end(current, current.number, current.index + 1);
        const bool asks_for_only = kind.first && masters_.asks_for_only(*current.sequence);
        if (asks_for_only && !forced_end) {
            // The master of the only page, where that holds all; else the first page's, whether all is on it or not (as in FOP).
            PageKind only = kind;
            only.only = only.last = true;
            Filling only_filling;
            const PageMaster* only_master = &masters_.choose(*current.sequence, current.index, only);
            if (only_master != master && fill_page(current, *only_master, only_filling)) {
                filling = std::move(only_filling);
                kind = only;
                done = true;
            } else if (only_master->regions[kBody].column_width() != master->regions[kBody].column_width()) {
                filling = Filling();  // Its lines were made for the other width meanwhile.
                done = fill_page(current, *master, filling);
            }
        } else if (done && asks_for_last) {
            kind.only = kind.first;
            kind.last = !forced_end;
            const PageMaster* last_master = &masters_.choose(*current.sequence, current.index, kind);
            if (last_master != master) {
                Filling last_filling;
                // As in FOP: where there is a master for an only page too, lines that aren't too long for the last page stay as they are.
                last_filling.keeps_lines = masters_.asks_for_only(*current.sequence) && last_master->regions[kBody].column_width() > master->regions[kBody].column_width();
                if (fill_page(current, *last_master, last_filling)) {
                    filling = std::move(last_filling);
                } else {
                    // Not all fits on a page of the last master: this one is not the last, but an empty one, as in FOP; it does without
                    // where what doesn't fit would have to be laid out anew.
                    kind.last = kind.only = false;
                    blank_last = !width_changes(current, *last_master);
                }
            }
        }
        const PageMaster& page_master = start_page(current, kind);
        paint_page(current, page_master, filling);
        current.section = filling.section;
        current.cursor = filling.cursor;
        let_go(current);
        current.forced = filling.forced;
        if (current.forced != BreakClass::none) references_.settle(pages_.pages.size());
        current.done = done;
        if (blank_last) make_blank_page(current, true);
    }
}

// Only blocks and containers that are children of the flow span columns (7.21.4); lists and tables do within them.
void PageSequences::read_sections(Current& current) {
    Section section;
    section.first = current.flow->first_child;
    bool any = false;
    for (const FoNode* child = section.first; child != nullptr; child = child->next) {
        const bool inherits = child->object == Object::marker || child->object == Object::wrapper;
        const bool may = child->object == Object::block || child->object == Object::block_container;
        const bool spans = inherits ? section.spans : may && child->style->span_all;
        if (spans != section.spans && any) {
            section.end = child;
            current.sections.push_back(std::move(section));
            section = {};
            section.first = child;
        }
        section.spans = spans;
        any = any || !inherits;
    }
    current.sections.push_back(std::move(section));
}

}  // namespace irikteu::layout
