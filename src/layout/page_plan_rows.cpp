// The places within rows and list items where areas may end: of many, those are looked at that matter.
#include <algorithm>
#include <iterator>

#include "layout/page_plan.hpp"

namespace irikteu::layout {

namespace {

constexpr std::size_t kPassed = 64;  // Rows that are remembered while nothing behind them is free.

}  // namespace

// Only those places of a row are looked at where an area can be full, and the one in front of them; also for areas that begin within it.
void PagePlan::consider_row(const BreakPlaces::Row& row) {
    std::vector<BreakPlaces::Place> places;
    std::int64_t reached = INT64_MIN;
    for (std::vector<NodePtr> nodes = active_;;) {
        for (const NodePtr& node : nodes) want_places(row, *node, reached, places);
        if (places.empty()) break;
        const BreakPlaces::Place place = places.front();
        places.erase(places.begin());
        reached = place.height;
        consider(place);
        if (!results_.empty() || active_.empty()) return;
        nodes.clear();
        std::copy_if(active_.begin(), active_.end(), std::back_inserter(nodes), [this](const NodePtr& n) { return n->serial == serial_; });
    }
    if (row.forced) {
        consider(*row.forced);
    } else if (reached == INT64_MIN) {
        if (passed_.size() == kPassed) passed_.erase(passed_.begin());
        passed_.push_back(row);
    }
}

// Only the last place of the last row that has one within reach can be better than those in front, and, where it is kept, the last that is free.
void PagePlan::consider_passed(const BreakPlaces::Place& place) {
    if (passed_.empty()) return;
    const auto reaches = [this](const BreakPlaces::Place& p) {
        return [this, &p](const NodePtr& node) { return way(*node, p).ratio >= -1; };
    };
    const bool too_far = !std::all_of(active_.begin(), active_.end(), reaches(place));
    const std::vector<BreakPlaces::Row> passed = std::move(passed_);
    passed_.clear();
    std::vector<BreakPlaces::Place> wanted;  // The last first.
    for (auto row = passed.rbegin(); too_far && row != passed.rend(); ++row) {
        const auto last = places_->places_in(*row, row->size, row->size);
        if (last.empty()) continue;
        wanted.push_back(last.back());
        if (last.back().strength != 0) {
            const auto all = places_->places_in(*row, 0, last.back().height - 1);
            const auto free = std::find_if(all.rbegin(), all.rend(), [](const BreakPlaces::Place& p) { return p.strength == 0; });
            if (free != all.rend()) wanted.push_back(*free);
        }
        if (wanted.back().strength == 0 && std::any_of(active_.begin(), active_.end(), reaches(wanted.back()))) break;
    }
    for (auto p = wanted.rbegin(); p != wanted.rend() && results_.empty() && !active_.empty(); ++p) consider(*p);
    if (wanted.empty() && place.strength != 0) passed_ = passed;
}

// Those behind `reached`, by their height.
void PagePlan::want_places(const BreakPlaces::Row& row, const Node& node, std::int64_t reached, std::vector<BreakPlaces::Place>& places) const {
    std::int64_t closing = 0;
    Stacker none;
    Filler::resume(none, row.in_front.end.frame, closing);
    const std::int64_t best = ahead_.at(node.page).room - (row.in_front.height - node.place.next) - closing;
    const std::int64_t most = best + (row.in_front.shrink - node.place.next_shrink);
    const std::int64_t noted = notes_.size() == 0 ? 0 : notes_.height(row.in_front.notes + row.notes) - node.shown_height + filler_.separator_height();
    const std::int64_t least = best - (row.in_front.stretch - node.place.next_stretch) - std::max<std::int64_t>(noted, 0);
    if (least >= row.size) return;
    for (const BreakPlaces::Place& found : places_->places_in(row, least, most)) {
        if (found.height <= reached) continue;
        const auto at = std::lower_bound(places.begin(), places.end(), found, [](const auto& a, const auto& b) { return a.height < b.height; });
        if (at == places.end() || at->height != found.height || !same(at->end.row, found.end.row)) places.insert(at, found);
    }
}

}  // namespace irikteu::layout
