#include "layout/page_plan.hpp"

#include <algorithm>
#include <cstdlib>

namespace irikteu::layout {

namespace {

// Knuth and Plass's classes of ratios, in thousandths.
int fitness_of(int ratio) { return ratio < -500 ? 0 : ratio <= 500 ? 1 : ratio <= 1000 ? 2 : 3; }

constexpr std::int64_t kIncompatible = 5'000'000'000;

bool ends_plan(const Filler::Result& end) { return end.done || end.forced != BreakClass::none; }

template <class Number>
int order(Number a, Number b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

int order(const RowState* a, const RowState* b) {
    if (a == b) return 0;
    if (a == nullptr || b == nullptr) return a == nullptr ? -1 : 1;
    if (const int by = order(a->row, b->row)) return by;
    if (const int by = order(a->begun, b->begun)) return by;
    if (const int by = order(a->partial, b->partial)) return by;
    if (const int by = order(a->cells.size(), b->cells.size())) return by;
    for (std::size_t i = 0; i < a->cells.size(); ++i) {
        if (const int by = order(a->cells[i].index, b->cells[i].index)) return by;
        if (const int by = order(a->cells[i].row, b->cells[i].row)) return by;
    }
    return 0;
}

}  // namespace

bool PagePlan::Place::operator<(const Place& other) const {
    if (index != other.index) return index < other.index;
    if (const int by = order(row, other.row)) return by < 0;
    return page != other.page ? page < other.page : column < other.column;
}

bool PagePlan::Foreseen::holds(std::size_t page, std::int64_t room) const {
    if (pages_.empty() || page < first_) return false;
    const Page& known = pages_[same_as(page)];
    return known.room == room && known.alike;
}

void PagePlan::Foreseen::look(std::size_t page, const Foresee& foresee) {
    first_ = page;
    pages_.clear();
    for (std::size_t i = 0; i < kPages; ++i) {
        pages_.push_back(foresee(page + i));
        if (!pages_.back().alike) break;  // Nothing is planned beyond.
    }
    repeats_ = 1;
    while (pages_.size() > 2 && pages_[pages_.size() - 1] == pages_[pages_.size() - 3]) {
        pages_.pop_back();
        repeats_ = 2;
    }
    if (pages_.size() >= 2 && pages_[pages_.size() - 1] == pages_[pages_.size() - 2]) {
        repeats_ = 1;
        while (pages_.size() >= 2 && pages_[pages_.size() - 1] == pages_[pages_.size() - 2]) pages_.pop_back();
    }
}

std::size_t PagePlan::Foreseen::same_as(std::size_t page) const {
    const std::size_t number = page - first_;
    if (number < pages_.size()) return number;
    const std::size_t loop = pages_.size() - repeats_;
    return loop + (number - loop) % repeats_;
}

std::optional<Filler::Result> PagePlan::next(const List& list, const Cursor& from, std::size_t page, int column, std::int64_t room, const Foresee& foresee, const Fill& fill) {
    if (list_ != &list) {
        fitness_.clear();
        nodes_.clear();
        list_ = &list;
        foreseen_ = {};
    }
    forget_before(from.index);
    if (!foreseen_.holds(page, room)) {
        foreseen_.look(page, foresee);
        nodes_.clear();
        if (!foreseen_.holds(page, room)) return std::nullopt;
    }
    const Place place{from.index, from.row, foreseen_.same_as(page), column};
    Node& node = nodes_[place];
    node.place = place;
    node.from = from;
    if (!node.explored || from.index > trusted_) look_ahead(node, fill);
    const auto reached = fitness_.find({from.index, from.row, 0, 0});
    const Way& way = node.ways[static_cast<std::size_t>(reached == fitness_.end() ? 1 : reached->second)];
    if (node.ends.empty()) return std::nullopt;
    const Filler::Result& result = node.ends[way.end].result;
    if (way.stuck == from.index) return std::nullopt;
    fitness_[{result.end.index, result.end.row, 0, 0}] = fitness_of(result.ratio);
    return result;
}

void PagePlan::forget_before(std::uint32_t index) {
    nodes_.erase(nodes_.begin(), nodes_.lower_bound({index, nullptr, 0, 0}));
    fitness_.erase(fitness_.begin(), fitness_.lower_bound({index, nullptr, 0, 0}));
}

// Explores what can be reached, the nearest places first, until it is enough; what can't be any more is forgotten.
void PagePlan::look_ahead(Node& root, const Fill& fill) {
    ++plan_;
    reached_ = reached_ends_ = 0;
    Pending pending;
    reach(root, pending);
    while (!pending.empty() && (reached_ == 0 || (reached_ < kPlaces && reached_ends_ < kEnds))) {
        Node& node = *pending.begin()->second;
        pending.erase(pending.begin());
        explore(node, fill);
        ++reached_;
        reached_ends_ += node.ends.size();
        for (const End& end : node.ends) {
            if (end.next != nullptr) reach(*end.next, pending);
        }
    }
    std::erase_if(nodes_, [this](const auto& entry) { return entry.second.mark != plan_; });
    weigh_from(root);
    const std::uint32_t here = root.place.index;
    trusted_ = pending.empty() ? kNowhere : here + (std::max(pending.begin()->first.first, here) - here) / 2;
}

void PagePlan::reach(Node& first, Pending& pending) {
    std::vector<Node*> open{&first};
    while (!open.empty()) {
        Node& node = *open.back();
        open.pop_back();
        if (node.mark == plan_) continue;
        node.mark = plan_;
        if (!node.explored) {
            if (node.serial == 0) node.serial = ++serial_;
            pending[{node.from.index, node.serial}] = &node;
            continue;
        }
        ++reached_;
        reached_ends_ += node.ends.size();
        for (const End& end : node.ends) {
            if (end.next != nullptr) open.push_back(end.next);
        }
    }
}

void PagePlan::keep_best(std::vector<Filler::Result>& ends) {
    if (ends.size() <= kEndsOfOne) return;
    const std::size_t count = std::max(kLeastEnds, kEndsOfOne * kEndsOfOne / ends.size());
    std::vector<std::int64_t> demerits;
    for (const Filler::Result& end : ends) demerits.push_back(end.demerits);
    std::nth_element(demerits.begin(), demerits.begin() + static_cast<std::ptrdiff_t>(count - 1), demerits.end());
    const std::int64_t most = demerits[count - 1];
    std::size_t left = count;
    std::erase_if(ends, [&](const Filler::Result& end) { return end.demerits > most || left == 0 || left-- == 0; });
}

void PagePlan::explore(Node& node, const Fill& fill) {
    node.explored = true;
    const Place place = node.place;
    const Page& page = foreseen_.at(place.page);
    std::vector<Filler::Result> ends;
    const Filler::Result last = fill(node.from, page.room, ends);
    if (last.demerits >= 0 && ends_plan(last)) ends.push_back(last);
    keep_best(ends);
    // What begins behind: the next column, or the next page's first one.
    const bool same_page = place.column + 1 < page.columns;
    const std::size_t following = same_page ? place.page : foreseen_.same_after(place.page);
    const bool open = same_page || foreseen_.at(following).alike;
    for (const Filler::Result& result : ends) {
        End end{result, nullptr, fitness_of(result.ratio)};
        if (open && !ends_plan(result)) {
            const Place next{result.end.index, result.end.row, following, same_page ? place.column + 1 : 0};
            const auto [at, added] = nodes_.try_emplace(next);
            if (added) {
                at->second.place = next;
                at->second.from = result.end;
            }
            end.next = &at->second;
        }
        node.ends.push_back(std::move(end));
    }
}

// Every place after those that can be reached from it.
void PagePlan::weigh_from(Node& root) {
    struct Step {
        Node* node;
        std::size_t end;
    };
    std::vector<Step> steps{{&root, 0}};
    root.ordered = plan_;
    while (!steps.empty()) {
        Step& step = steps.back();
        if (step.end == step.node->ends.size()) {
            weigh(*step.node);
            steps.pop_back();
            continue;
        }
        Node* const next = step.node->ends[step.end++].next;
        if (next == nullptr || next->ordered == plan_) continue;
        next->ordered = plan_;
        steps.push_back({next, 0});
    }
}

void PagePlan::weigh(Node& node) {
    for (int before = 0; before < static_cast<int>(node.ways.size()); ++before) {
        Way best;
        best.stuck = node.explored && node.ends.empty() ? node.from.index : kNowhere;
        for (std::uint32_t i = 0; i < node.ends.size(); ++i) {
            const End& end = node.ends[i];
            Way way{end.result.demerits + (std::abs(end.fitness - before) > 1 ? kIncompatible : 0), kNowhere, i};
            if (end.next != nullptr) {
                const Way& on = end.next->ways[static_cast<std::size_t>(end.fitness)];
                way.demerits += on.demerits;
                way.stuck = on.stuck;
            }
            const bool better = way.stuck != best.stuck ? way.stuck > best.stuck : way.demerits < best.demerits;
            if (i == 0 || better) best = way;
        }
        node.ways[static_cast<std::size_t>(before)] = best;
    }
}

}  // namespace irikteu::layout
