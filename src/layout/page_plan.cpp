#include "layout/page_plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace irikteu::layout {

namespace {

constexpr double kInfiniteRatio = 1000, kThreshold = 1;
constexpr double kIncompatible = 50, kBrokenNote = 5000, kDeferredNote = 10000, kKeep = 999;
constexpr std::int64_t kLastStretch = 10'000'000;  // What FOP lets an area stretch at its end, where it need not be full.

// Products are rounded to double before they are added, whatever the compiler could fuse: the same on every machine.
double product(double a, double b) {
    volatile double p = a * b;
    return p;
}

int fitness_of(double ratio) { return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3; }

bool ends(const BreakPlaces::Place& place) { return place.done || place.forced != BreakClass::none; }

}  // namespace

bool PagePlan::goes_on(const List& list, const Cursor& from, std::size_t page, int column) const {
    return running_ && list_ == &list && next_.page == page && next_.column == column && next_.from.index == from.index && same(next_.from.row, from.row);
}

std::optional<Filler::Result> PagePlan::next(const List& list, const Cursor& from, std::size_t page, int column, std::int64_t room, const std::vector<Filler::Note>* left_notes,
                                             const Foresee& foresee, const Grow& grow) {
    if (list_ != &list) {
        list_ = &list;
        ahead_.forget();
        running_ = false;
        last_.reset();
    }
    if (!ahead_.holds(page, room)) {
        ahead_.look(page, foresee);
        running_ = false;
        last_.reset();
        if (!ahead_.holds(page, room)) return std::nullopt;
    }
    // The same area once more.
    if (last_ && last_->first.page == page && last_->first.column == column && last_->first.from.index == from.index && same(last_->first.from.row, from.row)) return last_->second;
    if (!goes_on(list, from, page, column)) {
        results_.clear();
        start({from, page, column}, left_notes, 1);
    }
    if (results_.empty()) run(grow);
    if (results_.empty()) {
        running_ = false;
        return std::nullopt;
    }
    const Filler::Result result = results_.front();
    results_.pop_front();
    last_.emplace(Start{from, page, column}, result);
    const bool same_page = column + 1 < ahead_.at(page).columns;
    next_ = {result.end, same_page ? page : page + 1, same_page ? column + 1 : 0};
    if (results_.empty() && active_.empty()) running_ = false;
    return result;
}

void PagePlan::start(const Start& at, const std::vector<Filler::Note>* left_notes, int fitness) {
    running_ = true;
    breaks_notes_ = left_notes != nullptr;
    next_ = at;
    notes_.clear();
    if (left_notes != nullptr) {
        for (const Filler::Note& note : *left_notes) notes_.push(note);
    }
    places_ = std::make_unique<BreakPlaces>(filler_, *list_, at.from, notes_);
    root_ = std::make_shared<Node>();
    root_->place.end = at.from;
    root_->place.next = places_->begins_at();
    root_->place.notes = notes_.size();
    root_->page = at.page;
    root_->column = at.column;
    root_->fitness = fitness;
    forced_ = root_;
    active_ = {root_};
    passed_.clear();
    too_short_ = deactivated_ = unlike_ = nullptr;
    serial_ = 0;
    notes_before_ = notes_.size();
}

void PagePlan::run(const Grow& grow) {
    bool complete = false;
    while (results_.empty() && !active_.empty()) {
        auto item = places_->next(complete);
        if (!item) {
            if (complete) break;
            complete = !grow();
            continue;
        }
        if (item->row) {
            consider_row(*item->row);
        } else {
            consider(*item->place);
        }
        if (results_.empty() && serial_ - root_->serial > kPlaces) give_out_first();
    }
}

void PagePlan::consider(const BreakPlaces::Place& place) {
    consider_passed(place);
    if (!results_.empty() || active_.empty()) return;
    ++serial_;
    deactivated_ = nullptr;
    changed_ = false;
    for (std::size_t first = 0; first < active_.size();) {
        const int line = active_[first]->line;
        std::array<Record, 4> best;
        std::size_t kept = first, end = first;
        for (; end < active_.size() && active_[end]->line == line; ++end) {
            if (evaluate(active_[end], place, best)) {
                if (kept != end) active_[kept] = std::move(active_[end]);
                ++kept;
            } else {
                changed_ = true;
            }
        }
        active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(kept), active_.begin() + static_cast<std::ptrdiff_t>(end));
        add(best, place);
        first = 0;
        while (first < active_.size() && active_[first]->line <= line) ++first;
    }
    notes_before_ = place.notes;
    if (active_.empty()) {
        recover();
    } else if (ends(place)) {
        choose_end();
    } else if (changed_ && serial_ % 16 == 0) {
        give_out_common();
    }
}

bool PagePlan::evaluate(const NodePtr& node, const BreakPlaces::Place& place, std::array<Record, 4>& best) {
    if (node->serial == serial_) return true;
    // The last one that is open says whether it is a column, as in FOP.
    if (place.strength == kAlwaysInPage && active_.back()->column + 1 >= ahead_.at(active_.back()->page).columns) return true;
    if (place.strength == kAlwaysInColumn) return true;
    if (node->place.is_at(place)) {
        // Nothing between them: what ends in front of it ends here.
        if (ends(place) && node != root_) {
            node->place.done = place.done;
            node->place.forced = place.forced;
            node->place.end = place.end;
            node->serial = serial_;
        }
        return true;
    }
    const Way w = way(*node, place);
    const bool stays = w.ratio >= -1 && !ends(place);
    if (!stays) deactivated_ = later(deactivated_, node);
    Record& record = best[static_cast<std::size_t>(w.fitness)];
    if (w.ratio >= -1 && w.ratio <= kThreshold && (record.from == nullptr || w.demerits < record.way.demerits)) {
        record = {node, w};
        too_short_ = nullptr;
    }
    if (w.ratio > kThreshold && (too_short_ == nullptr || w.demerits <= too_short_->demerits)) too_short_ = make(node, place, w);
    return stays;
}

PagePlan::Way PagePlan::way(const Node& node, const BreakPlaces::Place& place) {
    Way w;
    const std::int64_t room = ahead_.at(node.page).room;
    std::int64_t height = place.height - node.place.next;
    w.shown = node.shown;
    w.shown_height = node.shown_height;
    const std::int64_t noted = notes_.height(place.notes) - node.shown_height;
    if (noted > 0) {
        height += filler_.separator_height();
        const bool any_new = place.notes > notes_before_;
        // What was left to this area may be left once more, where it ends at its first chance.
        const auto defers = [&] { return serial_ == node.serial + 1 && node.shown_height < notes_.height(place.notes); };
        std::int64_t part = 0;
        NoteFlow::Place to;
        if (height + noted > room && breaks_notes_) {
            const bool may_defer = defers();
            if (may_defer || any_new) part = notes_.split(node.shown, node.shown_height, place.notes, notes_before_, any_new, may_defer, room - height, to);
        }
        if (part > 0) {
            w.shown = to;
            w.shown_height += part;
            height += part;
        } else {
            w.shown = notes_.end(place.notes);
            w.shown_height = notes_.height(place.notes);
            height += noted;
        }
    }
    w.difference = room - height;
    w.stretch = place.stretch - node.place.next_stretch;
    w.shrink = place.shrink - node.place.next_shrink;
    const std::int64_t gives = w.difference > 0 ? w.stretch + (ends(place) ? kLastStretch : 0) : w.shrink;
    if (w.difference != 0) w.ratio = gives > 0 ? static_cast<double>(w.difference) / static_cast<double>(gives) : w.difference > 0 ? kInfiniteRatio : -kInfiniteRatio;
    w.fitness = fitness_of(w.ratio);
    const double size = std::fabs(w.ratio);
    double badness = 1 + product(product(product(100, size), size), size);
    if (!ends(place) && place.strength > 0) badness += place.strength == kAlwaysInPage ? kKeep + 1 : kKeep;
    w.demerits = product(badness, badness);
    if (std::abs(w.fitness - node.fitness) > 1) w.demerits += kIncompatible;
    if (place.notes > 0 && w.shown.note + 1 < place.notes) w.demerits += product(place.notes - 1 - w.shown.note, kDeferredNote);
    if (place.notes > 0 && w.shown != notes_.end(w.shown.note + 1)) w.demerits += kBrokenNote;
    w.demerits += node.demerits;
    return w;
}

PagePlan::NodePtr PagePlan::make(const NodePtr& from, const BreakPlaces::Place& place, const Way& w) const {
    auto node = std::make_shared<Node>();
    node->before = from;
    node->place = place;
    node->serial = serial_;
    const bool same_page = from->column + 1 < ahead_.at(from->page).columns;
    node->page = same_page ? from->page : from->page + 1;
    node->column = same_page ? from->column + 1 : 0;
    node->line = from->line + 1;
    node->fitness = w.fitness;
    node->shown = w.shown;
    node->shown_height = w.shown_height;
    node->ratio = w.ratio;
    node->demerits = w.demerits;
    node->difference = w.difference;
    node->stretch = w.stretch;
    node->shrink = w.shrink;
    return node;
}

void PagePlan::add(const std::array<Record, 4>& best, const BreakPlaces::Place& place) {
    double least = std::numeric_limits<double>::infinity();
    for (const Record& r : best) {
        if (r.from != nullptr) least = std::min(least, r.way.demerits);
    }
    for (const Record& r : best) {
        if (r.from == nullptr || r.way.demerits > least + kIncompatible) continue;
        NodePtr node = make(r.from, place, r.way);
        changed_ = true;
        if (!ends(place) && node->column == 0 && !ahead_.at(node->page).alike) {
            // The list is not for the next page.
            if (unlike_ == nullptr || node->demerits < unlike_->demerits) unlike_ = node;
            continue;
        }
        // Another way to the same, with more or fewer pages: the better one stays.
        const auto other = std::find_if(active_.begin(), active_.end(), [&](const NodePtr& n) {
            return n->serial == serial_ && n->fitness == node->fitness && n->line != node->line && n->column == node->column && ahead_.number(n->page) == ahead_.number(node->page) && n->shown == node->shown;
        });
        if (other != active_.end()) {
            if ((*other)->demerits <= node->demerits) continue;
            active_.erase(other);
        }
        const int line = node->line;
        const auto behind = std::find_if(active_.begin(), active_.end(), [line](const NodePtr& n) { return n->line > line; });
        active_.insert(behind, std::move(node));
    }
    if (active_.size() > kWays) {
        const auto worst = std::max_element(active_.begin(), active_.end(), [](const NodePtr& a, const NodePtr& b) { return a->demerits < b->demerits; });
        active_.erase(worst);
    }
}

// Of two nodes the one that ends a page, and then the one that is further.
PagePlan::NodePtr PagePlan::later(const NodePtr& a, const NodePtr& b) const {
    if (a == nullptr) return b;
    if ((a->column == 0) != (b->column == 0)) return a->column == 0 ? a : b;
    if (a->serial != b->serial) return a->serial > b->serial ? a : b;
    return b->demerits < a->demerits ? b : a;
}

void PagePlan::choose_end() {
    NodePtr best;
    for (const NodePtr& node : active_) {
        if (node->serial != serial_) continue;
        // Notes that are left get a page of their own, which to FOP has no demerits.
        if (node->shown_height < notes_.height(node->place.notes)) node->demerits = 0;
        best = later(best, node);
    }
    if (best != nullptr) give_out(best);
    active_.clear();
}

// No way is left: it goes on from the best end that was near.
void PagePlan::recover() {
    NodePtr at = unlike_;
    if (at == nullptr) {
        if (deactivated_ != nullptr && deactivated_ != forced_ && deactivated_->ratio > 0) too_short_ = deactivated_;
        at = too_short_ != nullptr && too_short_ != forced_ ? too_short_ : deactivated_ != forced_ ? deactivated_ : nullptr;
    }
    if (at == nullptr || at == root_) return;
    give_out(at);
    if (at == unlike_ || results_.empty()) return;
    restart(at);
}

void PagePlan::restart(const NodePtr& at) {
    std::vector<Filler::Note> left;
    Cursor from;
    for (std::uint32_t i = notes_.rest_of(at->shown, from); i < at->place.notes; ++i) {
        left.push_back({notes_.note(i).list, from});
        from = i + 1 < notes_.size() ? notes_.note(i + 1).from : Cursor{};
    }
    const bool breaks_notes = breaks_notes_;
    const Start next = next_;
    start({at->place.end, at->page, at->column}, &left, at->fitness);
    breaks_notes_ = breaks_notes;
    next_ = next;
}

PagePlan::NodePtr PagePlan::first_of(NodePtr node) const {
    while (node != nullptr && node->before != root_) node = node->before;
    return node;
}

// What all ways have in common is certain.
void PagePlan::give_out_common() {
    NodePtr first = first_of(active_.front());
    if (first == nullptr) return;
    for (const NodePtr& node : active_) {
        if (first_of(node) != first) return;
    }
    if ((too_short_ != nullptr && first_of(too_short_) != first) || (unlike_ != nullptr && first_of(unlike_) != first)) return;
    give_out(first);
}

// It has looked far enough: the best way's first area is taken.
void PagePlan::give_out_first() {
    NodePtr best;
    for (const NodePtr& node : active_) {
        if (node != root_ && (best == nullptr || node->demerits < best->demerits)) best = node;
    }
    if (best == nullptr) return;
    const NodePtr first = first_of(best);
    std::erase_if(active_, [&](const NodePtr& node) { return first_of(node) != first; });
    if (too_short_ != nullptr && first_of(too_short_) != first) too_short_ = nullptr;
    if (unlike_ != nullptr && first_of(unlike_) != first) unlike_ = nullptr;
    give_out(first);
}

void PagePlan::give_out(const NodePtr& last) {
    std::vector<NodePtr> way;
    for (NodePtr node = last; node != root_ && node != nullptr; node = node->before) way.push_back(node);
    std::reverse(way.begin(), way.end());
    for (const NodePtr& node : way) {
        if (!is_noted_as_painted(*root_, *node)) {
            active_.clear();
            return;
        }
        results_.push_back(result(*root_, *node));
        node->before = nullptr;
        root_ = node;
    }
}

// Notes of several cells are painted cell by cell: those that are left must be the last ones of that order, too.
bool PagePlan::is_noted_as_painted(const Node& from, const Node& to) {
    if (to.shown_height >= notes_.height(to.place.notes)) return true;
    std::vector<const List*> painted;
    const bool to_end = to.place.done;
    collect_notes(*list_, from.place.end, to_end ? nullptr : &to.place.end, painted);
    const std::uint32_t count = to.place.notes - from.place.notes;
    if (painted.size() != count) return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (painted[i] != notes_.note(from.place.notes + i).list) return false;
    }
    return true;
}

Filler::Result PagePlan::result(const Node& from, const Node& to) {
    Filler::Result r;
    r.end = to.place.end;
    r.height = to.place.height - from.place.next;
    r.progressed = true;
    r.done = to.place.done;
    r.forced = to.place.forced;
    r.strength = to.place.strength;
    const std::int64_t noted = to.shown_height - from.shown_height;
    r.notes = noted > 0 ? noted + filler_.separator_height() : 0;
    if (to.shown_height < notes_.height(to.place.notes)) {
        const std::uint32_t first = notes_.rest_of(to.shown, r.note_end);
        r.notes_left = to.place.notes - first;
        if (to.shown.note == first) r.note_height = notes_.shown(to.shown) - (from.shown.note == first ? notes_.shown(from.shown) : 0);
    }
    if (to.ratio < 0) {
        r.adjustment = {to.difference, to.shrink};
    } else if (to.ratio > 1) {
        // All spaces are as large as they may be, those within list items, too.
        r.adjustment = to.stretch > 0 ? Adjustment{to.stretch, to.stretch} : Adjustment{1, 1};
    } else if (!ends(to.place) && to.difference != 0) {
        r.adjustment = {to.difference, to.stretch};
    }
    // In the row that the area begins in, another part of it is on an earlier one.
    if (from.place.end.row != nullptr && to.place.end.row != nullptr && from.place.end.index == to.place.end.index && to.place.end.row->begun &&
        from.place.end.row->begun && from.place.end.row->row == to.place.end.row->row) {
        const RowGroup& group = *list_->pieces[to.place.end.index].row;
        RowState* state = filler_.copy(*to.place.end.row);
        const RowState* const begins = places_->state_of(to.place.end.index);
        state->partial -= static_cast<std::int32_t>(Filler::row_height(group, begins, state->row) - Filler::row_height(group, from.place.end.row, state->row));
        r.end.row = state;
    }
    return r;
}

}  // namespace irikteu::layout
