#include "layout/page_sequence.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "layout/break_places.hpp"
#include "layout/column_balance.hpp"
#include "layout/growing_list.hpp"
#include "layout/note_flow.hpp"
#include "layout/page_plan.hpp"

namespace irikteu::layout {

using base::ErrorCode;

// Blocks of the flow that stand one below the other: in columns, or across them all.
struct PageSequences::Section {
    const FoNode* first = nullptr;
    const FoNode* end = nullptr;
    bool spans = false;
    const List* list = nullptr;
    std::int64_t width = 0;  // For which `list` was made.
    std::unique_ptr<GrowingList> growing;  // Whose list it is, where that is made page by page.
};

// What goes onto one page.
struct PageSequences::Filling {
    struct Part {
        const List* list = nullptr;
        Cursor from;
        Filler::Result result;
        std::int64_t x = 0, y = 0, width = 0;  // From the body's upper left corner.
        bool column = false;
    };
    std::vector<Part> parts;
    std::size_t section = 0;
    Cursor cursor;
    BreakClass forced = BreakClass::none;
    std::int64_t height = 0;
};

// The sequence that is being made.
struct PageSequences::Current {
    const FoNode* sequence = nullptr;
    const FoNode* next = nullptr;
    const FoNode* flow = nullptr;
    std::map<std::string_view, const FoNode*> statics;  // By flow-name.
    std::map<std::pair<const FoNode*, std::int64_t>, const List*> static_lists;
    std::vector<Section> sections;
    std::size_t section = 0;
    Cursor cursor;  // In that section.
    std::int64_t number = 0;
    std::size_t index = 0;
    bool done = false;
    BreakClass forced = BreakClass::none;
    const List* separator = nullptr;
    std::vector<Filler::Note> left_notes;  // From the pages before.
    PagePlan plan;  // For lists with spaces that give.
    explicit Current(Filler& filler) : plan(filler) {}
    std::vector<std::unique_ptr<GrowingList>> former;  // Made for another width; what is being filled may still be of them.
};

PageSequences::~PageSequences() = default;

PageSequences::PageSequences(FoTree& tree, const PageMasters& masters, ListBuilder& lists, Filler& filler, Painter& painter,
                             References& references, Pages& pages)
    : tree_(tree), masters_(masters), lists_(lists), filler_(filler), painter_(painter), references_(references), pages_(pages) {}

std::string PageSequences::label(std::uint32_t page) const {
    return *format_number(numbers_[page], formats_[page]);
}

void PageSequences::read_contents(const FoNode& sequence, Current& current) {
    current.sequence = &sequence;
    for (const FoNode* child = sequence.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::static_content) {
            current.statics[child->attribute("flow-name")] = child;
        } else if (child->object == Object::flow) {
            if (current.flow != nullptr) tree_.fail(ErrorCode::unsupported, *child, "a second flow in one fo:page-sequence");
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

const List& PageSequences::section_list(Current& current, std::size_t index, const Cursor& from, const Region& body) {
    Section& section = current.sections[index];
    const std::int64_t width = section.spans ? body.width : body.column_width();
    GrowingList* const growing = section.growing.get();
    const bool columns = !section.spans && body.columns > 1;
    if (growing != nullptr && (section.width != width || columns)) growing->grow_to_end();
    const bool over = section.list != nullptr && from.index >= section.list->pieces.size() &&
                      (growing == nullptr || growing->complete());  // Only footnotes are left.
    if (section.list != nullptr && (section.width == width || over)) return *section.list;
    lists_.set_note_width(width);
    const bool at_start = from.index == 0 && from.row == nullptr;
    if (growing != nullptr) current.former.push_back(std::move(section.growing));
    if (section.list == nullptr || at_start) {
        if (current.sections.size() == 1 && !columns) {
            section.growing = std::make_unique<GrowingList>(lists_, *current.flow, section.first, section.end, width);
            section.list = &section.growing->list();
        } else {
            section.list = lists_.build_part(*current.flow, section.first, section.end, width);
        }
    } else {
        const ListBuilder::Part part{*current.flow, section.first, section.end};
        const Place place = ListBuilder::place_of(*section.list, from);
        const Frame* const table = ListBuilder::open_table(from);
        const bool fits = table != nullptr && body.x + table->x + table->width <= page_width_;
        if (fits || (place.node == nullptr && from.row != nullptr)) {
            section.list = lists_.build_behind(part, width, *section.list, current.cursor);
        } else {
            if (place.node == nullptr) return *section.list;  // Nothing is left that has a width.
            section.list = lists_.build_from(part, width, place, current.cursor);
        }
    }
    section.width = width;
    const auto separator = current.statics.find("xsl-footnote-separator");
    if (separator != current.statics.end()) current.separator = lists_.build(*separator->second, width);
    filler_.set_separator_height(current.separator == nullptr ? 0 : current.separator->height);
    return *section.list;
}

namespace {

BreakClass leading_break(const List& list) {
    for (const Piece& p : list.pieces) {
        if (p.kind == PieceKind::forced) return p.break_class;
        if (p.kind != PieceKind::anchor && p.kind != PieceKind::space && p.kind != PieceKind::marker_end) break;
    }
    return BreakClass::none;
}

}  // namespace

bool PageSequences::fill_page(Current& current, const PageMaster& master, Filling& filling) {
    const Region& body = master.regions[kBody];
    filling.section = current.section;
    filling.cursor = current.cursor;
    page_width_ = master.width;
    page_height_ = master.height;
    lists_.set_areas(master.width, master.height, body.height);
    lists_.set_body_width(body.width);
    while (filling.section < current.sections.size()) {
        const Section& section = current.sections[filling.section];
        const List& list = section_list(current, filling.section, filling.cursor, body);
        if (filling.parts.empty()) filling.cursor = current.cursor;  // It may have been made anew.
        if (!filling.parts.empty()) {
            filling.forced = leading_break(list);
            if (filling.forced != BreakClass::none) return false;
        }
        const std::int64_t room = body.height - filling.height;
        if (!section.spans && body.columns > 1) {
            if (!fill_columns(current, body, room, filling)) return false;
        } else {
            const bool first = filling.parts.empty();
            if (section.growing) section.growing->grow(filling.cursor.index, room + room / 2);
            const auto result = fill_area(current, filling.section, filling.cursor, room, first ? Filler::Progress::required : Filler::Progress::optional,
                                          current.sections.size() == 1 ? &current.left_notes : nullptr, 0);
            const bool allowed = result.done || result.forced != BreakClass::none || (result.progressed && result.strength < kAlways);
            if (!first && !allowed) return false;
            filling.parts.push_back({&list, filling.cursor, result, 0, filling.height, body.width, false});
            filling.height += result.height + result.adjustment.amount;
            filling.cursor = result.end;
            filling.forced = result.forced;
            if (!result.done || result.notes_left > 0) return false;
        }
        ++filling.section;
        filling.cursor = {};
        filling.forced = list.break_after;
        if (filling.section < current.sections.size() && filling.forced != BreakClass::none) return false;
    }
    return true;
}

namespace {

// Whether any space of about the next page's can grow or shrink.
bool gives(const List& list, std::size_t from) {
    constexpr std::size_t kLook = 400;
    const auto rest = list.pieces.subspan(std::min(from, list.pieces.size()));
    return std::any_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(std::min(rest.size(), kLook)),
                       [](const Piece& p) { return p.kind == PieceKind::space && (p.flexibility.stretch != 0 || p.flexibility.shrink != 0); });
}

}  // namespace

// A list that grows does so until the area is full.
Filler::Result PageSequences::fill_grown(Current& current, std::size_t section, const Cursor& from, std::int64_t room, Filler::Progress progress,
                                         const std::vector<Filler::Note>* left_notes) {
    const List& list = *current.sections[section].list;
    GrowingList* const growing = current.sections[section].growing.get();
    for (;;) {
        const auto result = filler_.fill(list, from, room, progress, Filler::Spaces::flexible, left_notes);
        if (!result.saw_end || growing == nullptr || growing->complete()) return result;
        growing->grow(static_cast<std::uint32_t>(list.pieces.size()), room);
    }
}

Filler::Result PageSequences::fill_area(Current& current, std::size_t section, const Cursor& from, std::int64_t room, Filler::Progress progress,
                                        const std::vector<Filler::Note>* left_notes, int column) {
    const List& list = *current.sections[section].list;
    const bool alone = current.sections.size() == 1 && progress == Filler::Progress::required;
    if (alone && (tree_.has_footnotes() || current.plan.goes_on(list, from, current.index, column) || gives(list, from.index))) {
        const std::int64_t width = current.sections[section].width;
        const auto foresee = [&](std::size_t page) {
            PageKind kind;
            kind.first = page == 0;
            kind.odd = (current.number + static_cast<std::int64_t>(page - current.index)) % 2 != 0;
            const PageMaster* const master = masters_.foresee(*current.sequence, page, kind);
            if (master == nullptr) return PagePlan::Page{0, 1, false};
            const Region& body = master->regions[kBody];
            const bool spans = current.sections[section].spans;
            return PagePlan::Page{body.height, spans ? 1 : body.columns, (spans ? body.width : body.column_width()) == width};
        };
        const auto grow = [&] {
            GrowingList* const growing = current.sections[section].growing.get();
            if (growing == nullptr || growing->complete()) return false;
            growing->grow(static_cast<std::uint32_t>(list.pieces.size()), room);
            return true;
        };
        if (auto result = current.plan.next(list, from, current.index, column, room, left_notes, foresee, grow)) return *result;
    }
    return fill_grown(current, section, from, room, progress, left_notes);
}

// What has its place and waits for nothing.
void PageSequences::let_go(Current& current) {
    if (current.section >= current.sections.size() || !current.left_notes.empty() || painter_.first_waiting_page() != UINT32_MAX) return;
    if (GrowingList* growing = current.sections[current.section].growing.get()) growing->let_go(current.cursor.index);
}

// The columns of one section as FOP balances them. False where it can't be done so: beside footnotes and breaks that are forced, and where one would be higher
// than the room.
bool PageSequences::balance(const List& list, const Region& body, std::int64_t room, const Filling& filling, Filling& balanced) {
    if (list.has_notes || list.has_forced) return false;
    NoteFlow no_notes;
    BreakPlaces reader(filler_, list, filling.cursor, no_notes);
    std::vector<BreakPlaces::Place> places;
    const auto add = [&](const BreakPlaces::Place& place) {
        if (place.strength < kAlwaysInPage) places.push_back(place);
    };
    while (const auto item = reader.next(true)) {
        if (item->place) add(*item->place);
        if (!item->row) continue;
        for (const auto& within : reader.places_in(*item->row, 0, item->row->size)) add(within);
    }
    std::vector<ColumnEnd> ends;
    for (const auto& place : places) {
        std::int64_t closing = 0, resuming = 0, headers = 0;  // FOP has a table's header counted behind its rows.
        for (const Frame* frame = place.done ? nullptr : place.end.frame; frame != nullptr; frame = frame->outer) {
            closing += frame->break_cost;
            resuming += frame->resume_cost;
            if (frame->header != nullptr) headers += frame->header->height;
        }
        ends.push_back({place.height - closing - headers, place.next + resuming - headers, closing + resuming});
    }
    Cursor from = filling.cursor;
    std::int64_t begin = reader.begins_at();
    for (const std::size_t end : balanced_columns(ends, begin, body.columns)) {
        const BreakPlaces::Place& place = places[end];
        const std::int64_t height = place.height - begin;
        const auto result = filler_.fill(list, from, height, Filler::Progress::optional);
        if (height > room || result.done != place.done || (!result.done && (result.end.index != place.end.index || result.height != height))) return false;
        const auto column = static_cast<std::int64_t>(balanced.parts.size());
        balanced.parts.push_back({&list, from, result, column * (body.column_width() + body.gap), filling.height, body.column_width(), true});
        from = result.end;
        begin = place.next;
    }
    return !balanced.parts.empty();
}

// Whether the first column of a page as high ends at a place that nothing forbids.
bool PageSequences::fits_column(Current& current, std::size_t section, const Cursor& from, std::int64_t room) {
    filler_.set_ends_column(true);
    const auto result = fill_grown(current, section, from, room, Filler::Progress::optional, nullptr);
    filler_.set_ends_column(false);
    return result.done || result.forced != BreakClass::none || (result.progressed && result.strength < kAlways);
}

// Columns in front of something that spans them are equally long, as far as that goes; the last ones aren't, as in FOP.
bool PageSequences::fill_columns(Current& current, const Region& body, std::int64_t room, Filling& filling) {
    const List& list = *current.sections[filling.section].list;
    const bool first = filling.parts.empty();
    const auto fill = [&](std::int64_t height, std::vector<Filling::Part>& parts) {
        Cursor from = filling.cursor;
        for (int column = 0; column < body.columns; ++column) {
            const bool needs = first && height == room;
            filler_.set_ends_column(column + 1 < body.columns);
            const auto result = fill_area(current, filling.section, from, height, needs ? Filler::Progress::required : Filler::Progress::optional, nullptr, column);
            filler_.set_ends_column(false);
            const bool allowed = result.done || result.forced != BreakClass::none || (result.progressed && result.strength < kAlways);
            if (!needs && !allowed) return false;
            // What is kept and too high for the rest of the page goes to the next one, where it isn't (as in FOP).
            if (!allowed && column > 0 && fits_column(current, filling.section, from, height)) return false;
            parts.push_back({&list, from, result, column * (body.column_width() + body.gap), filling.height, body.column_width(), true});
            if (result.done) return true;
            from = result.end;
            if (result.forced != BreakClass::none && result.forced != BreakClass::column) return false;
        }
        return false;
    };
    std::vector<Filling::Part> parts;
    const bool done = fill(room, parts);
    const bool balances = done && filling.section + 1 < current.sections.size();
    if (Filling balanced; balances && balance(list, body, room, filling, balanced)) {
        parts = std::move(balanced.parts);
    } else if (balances) {
        std::int64_t least = 0;
        std::int64_t most = room;
        while (least + 10 < most) {
            std::vector<Filling::Part> shorter;
            const std::int64_t middle = (least + most) / 2;
            if (fill(middle, shorter)) {
                most = middle;
                parts = std::move(shorter);
            } else {
                least = middle;
            }
        }
    }
    if (parts.empty()) return false;
    std::int64_t height = 0;
    for (const auto& part : parts) height = std::max(height, part.result.height + part.result.adjustment.amount);
    filling.height += height;
    filling.cursor = parts.back().result.end;
    filling.forced = parts.back().result.forced;
    filling.parts.insert(filling.parts.end(), parts.begin(), parts.end());
    return done;
}

void PageSequences::paint_page(Current& current, const PageMaster& master, const Filling& filling) {
    const Region& body = master.regions[kBody];
    if (tree_.has_markers()) {
        markers_.start_page();
        for (const auto& part : filling.parts) show_markers(*part.list, part.from, part.result.done ? nullptr : &part.result.end);
        markers_.end_page();
    }
    painter_.begin_turn(master.turn, 0, 0, master.page_width(), master.page_height());
    paint_regions_before(current, master);
    painter_.begin_turn(body.turn, body.x, body.y, body.page_width(), body.page_height());
    std::vector<ShownNote> across;  // Footnotes of what spans the columns, or of the only one.
    for (const Filler::Note& note : current.left_notes) across.push_back({note, nullptr, Filler::rest_height(*note.list, note.from)});
    current.left_notes.clear();
    const DisplayAlign align = body.node->style->display_align;
    for (const auto& part : filling.parts) {
        painter_.set_area(body.x, body.y, body.width, body.height);
        report_overflow(part.list->pieces, part.from.index, part.result.done ? part.list->pieces.size() : part.result.end.index + 1, part.y + part.result.height + part.result.adjustment.amount - body.height);
        const std::int64_t used = part.column && filling.parts.size() <= static_cast<std::size_t>(body.columns)
                                      ? part.result.height + part.result.adjustment.amount : filling.height;
        const std::int64_t free = body.height - used;
        const std::int64_t shift = align == DisplayAlign::center ? free / 2 : align == DisplayAlign::after ? free : 0;
        painter_.paint(*part.list, part.from, part.result.done ? nullptr : &part.result.end, body.x + part.x,
                       body.y + part.y + shift, part.result.adjustment);
        std::vector<ShownNote> notes;
        for (const List* note : painter_.take_notes()) notes.push_back({{note, {}}, nullptr, note->height});
        if (!part.column) {
            across.insert(across.end(), notes.begin(), notes.end());
            leave_notes(current, part.result, across);
        } else if (!notes.empty()) {
            Region place = body;
            place.x += part.x;
            paint_notes(current, place, notes);
        }
    }
    if (!across.empty()) paint_notes(current, body, across);
    painter_.end_turn();
    paint_regions_after(current, master);
    painter_.end_turn();
}

// What the body is too low for: the first thing on the page that is higher than all of it.
void PageSequences::report_overflow(std::span<const Piece> pieces, std::size_t from, std::size_t to, std::int64_t by) const {
    const Piece* highest = nullptr;
    for (std::size_t i = from; by > 0 && i < std::min(to, pieces.size()); ++i) {
        const bool has_place = pieces[i].kind == PieceKind::line ? pieces[i].line != nullptr : pieces[i].kind == PieceKind::row || pieces[i].kind == PieceKind::container;
        if (has_place && (highest == nullptr || pieces[i].height > highest->height)) highest = &pieces[i];
    }
    if (highest == nullptr) return;
    const FoNode* node = highest->kind == PieceKind::container ? highest->container->node : highest->kind == PieceKind::line ? highest->line->paragraph->block
                         : highest->row->rows.empty() || highest->row->rows[0] == nullptr ? highest->row->cells[0].node : highest->row->rows[0];
    tree_.overflows(*node, by, "is higher than what the page has for it");
}

// The last notes may be left to the next page; the first of them may be here in part.
void PageSequences::leave_notes(Current& current, const Filler::Result& result, std::vector<ShownNote>& notes) {
    if (result.notes_left == 0 || result.notes_left > notes.size()) return;
    const std::size_t first = notes.size() - result.notes_left;
    for (std::size_t i = first; i < notes.size(); ++i) current.left_notes.push_back(notes[i].note);
    notes.resize(first + 1);
    ShownNote& split = notes.back();
    current.left_notes[0].from = result.note_end;
    split.end = &current.left_notes[0].from;
    split.height = result.note_height;
    if (split.height == 0) notes.pop_back();
}

void PageSequences::paint_notes(Current& current, const Region& body, const std::vector<ShownNote>& notes) {
    std::int64_t height = current.separator == nullptr ? 0 : current.separator->height;
    for (const ShownNote& note : notes) height += note.height;
    std::int64_t y = body.y + body.height - height;
    if (current.separator != nullptr) {
        painter_.set_artifact(ArtifactKind::layout);
        y = painter_.paint(*current.separator, {}, nullptr, body.x, y);
        painter_.set_artifact(ArtifactKind::none);
    }
    for (const ShownNote& note : notes) y = painter_.paint(*note.note.list, note.note.from, note.end, body.x, y);
}

// The items' order is the order of reading: head and left side, the body, right side and foot.
void PageSequences::paint_regions_before(Current& current, const PageMaster& master) {
    const Region& body = master.regions[kBody];
    const Style& b = *body.node->style;
    painter_.set_artifact(ArtifactKind::pagination);
    const std::int64_t edges_x = b.border_and_padding(kStart) + b.border_and_padding(kEnd);
    const std::int64_t edges_y = b.border_and_padding(kBefore) + b.border_and_padding(kAfter);
    painter_.paint_background(b, body.x - b.border_and_padding(kStart), body.y - b.border_and_padding(kBefore),
                              body.page_width() + edges_x, body.page_height() + edges_y);
    painter_.paint_box_borders(b, body.x - b.border_and_padding(kStart), body.y - b.border_and_padding(kBefore),
                               body.page_width() + edges_x, body.page_height() + edges_y);
    for (const RegionKind kind : {kRegionBefore, kRegionStart}) {
        if (master.regions[kind].node != nullptr) paint_region(current, master.regions[kind]);
    }
    painter_.set_artifact(ArtifactKind::none);
}

void PageSequences::paint_regions_after(Current& current, const PageMaster& master) {
    painter_.set_artifact(ArtifactKind::pagination);
    for (const RegionKind kind : {kRegionEnd, kRegionAfter}) {
        if (master.regions[kind].node != nullptr) paint_region(current, master.regions[kind]);
    }
    painter_.set_artifact(ArtifactKind::none);
}

void PageSequences::paint_region(Current& current, const Region& region) {
    const Style& s = *region.node->style;
    painter_.paint_background(s, region.x, region.y, region.page_width(), region.page_height());
    painter_.paint_box_borders(s, region.x, region.y, region.page_width(), region.page_height());
    const auto content = current.statics.find(region.name);
    if (content == current.statics.end()) return;
    const std::int64_t width = region.width - s.border_and_padding(kStart) - s.border_and_padding(kEnd);
    const std::int64_t height = region.height - s.border_and_padding(kBefore) - s.border_and_padding(kAfter);
    lists_.set_areas(page_width_, page_height_, height);
    const List* list = static_list(current, *content->second, width);
    tree_.overflows(*content->second, list->height - height, "its content is higher than the region");
    std::int64_t y = region.y + s.border_and_padding(kBefore);
    if (s.display_align == DisplayAlign::center) y += (height - list->height) / 2;
    if (s.display_align == DisplayAlign::after) y += height - list->height;
    painter_.begin_turn(region.turn, region.x, region.y, region.page_width(), region.page_height());
    painter_.set_area(region.x, region.y, region.width, region.height);
    painter_.paint(*list, {}, nullptr, region.x + s.border_and_padding(kStart), y);
    painter_.end_turn();
    painter_.take_notes();
}

const List* PageSequences::static_list(Current& current, const FoNode& content, std::int64_t width) {
    if (has_retrieve(content)) {
        // Its text is another one on every page.
        FoNode& node = const_cast<FoNode&>(content);
        retrieve_markers(node);
        return lists_.build(content, width);
    }
    const List*& list = current.static_lists[{&content, width}];
    if (list == nullptr) list = lists_.build(content, width);
    return list;
}

bool PageSequences::has_retrieve(const FoNode& node) {
    if (node.object == Object::retrieve_marker) return true;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (has_retrieve(*child)) return true;
    }
    return false;
}

void PageSequences::retrieve_markers(FoNode& node) {
    for (FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->object != Object::retrieve_marker) {
            retrieve_markers(*child);
            continue;
        }
        child->first_child = nullptr;
        const FoNode* marker = retrieved(*child);
        if (marker != nullptr) tree_.build_marker(*marker, *child);
    }
}

// A cell lasts to the end of its row: `cell` ends later than its list.
void PageSequences::show_markers(const List& list, Cursor from, const Cursor* to, const FoNode* cell) {
    for (const Frame* frame = from.frame; frame != nullptr; frame = frame->outer) {
        if (frame->header != nullptr) show_markers(*frame->header, {}, nullptr);
    }
    const std::uint32_t end = to == nullptr ? static_cast<std::uint32_t>(list.pieces.size()) : to->index + (to->row != nullptr ? 1 : 0);
    for (std::uint32_t i = from.index; i < end; ++i) {
        const Piece& p = list.pieces[i];
        if (p.kind == PieceKind::anchor && p.node->object == Object::marker) markers_.begin(*p.node);
        if (p.kind == PieceKind::marker_end && p.node != cell) markers_.end(*p.node);
        if (p.kind == PieceKind::container) show_markers(*p.container->list, {}, nullptr);
        if (p.kind == PieceKind::row) show_row_markers(*p.row, i == from.index ? from.row : nullptr, to != nullptr && i == to->index ? to->row : nullptr);
    }
    for (const Frame* frame = to == nullptr ? nullptr : to->frame; frame != nullptr; frame = frame->outer) {
        if (frame->footer != nullptr) show_markers(*frame->footer, {}, nullptr);
    }
}

// Cells come in the order of the rows in which they end on the page, as in FOP.
void PageSequences::show_row_markers(const RowGroup& group, const RowState* start, const RowState* stop) {
    const std::uint32_t last = stop == nullptr ? static_cast<std::uint32_t>(group.heights.size()) - 1 : stop->row;
    for (std::uint32_t row = start == nullptr ? 0 : start->row; row <= last; ++row) {
        for (std::size_t c = 0; c < group.cells.size(); ++c) {
            const Cell& of = group.cells[c];
            const std::uint32_t behind = of.row + std::uint32_t{of.rows};
            if (of.row > last || std::min(behind - 1, last) != row) continue;
            const FoNode* table_cell = of.node->object == Object::table_cell ? of.node : nullptr;
            show_markers(*of.list, Filler::cell_cursor(start, c), stop == nullptr ? nullptr : &stop->cells[c], table_cell);
            if (table_cell == nullptr) continue;
            if (stop == nullptr || stop->row >= behind) markers_.end(*table_cell);
            else if (stop->cells[c].index >= of.list->pieces.size()) markers_.leave(*table_cell);
        }
    }
}

const FoNode* PageSequences::retrieved(const FoNode& retrieve) const {
    return markers_.find(retrieve.attribute("retrieve-class-name"), retrieve.attribute("retrieve-position"),
                         retrieve.attribute("retrieve-boundary"));
}

}  // namespace irikteu::layout
