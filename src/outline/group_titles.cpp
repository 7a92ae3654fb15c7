#include "outline/group_titles.hpp"

#include <algorithm>
#include <utility>

namespace irikteu::outline {

void GroupTitles::add(Title title) {
    const auto same = [&](const Title& each) { return each.number == title.number; };
    if (std::any_of(pending_.begin(), pending_.end(), same)) pending_.clear();
    pending_.push_back(std::move(title));
}

std::optional<GroupTitles::Title> GroupTitles::take(bool has_groups, std::size_t read) {
    const bool is_list = !std::exchange(has_table_, true) && pending_.size() * 2 > groups_;
    auto titles = std::exchange(pending_, {});
    if (titles.empty() || has_groups || is_list) return std::nullopt;
    Title last = std::move(titles.back());
    titles.pop_back();
    for (Title& title : titles) empty_.push_back({std::move(title), read});
    return last;
}

void GroupTitles::put_empty_into(std::vector<Group>& read) {
    for (Title& title : pending_) {
        if (has_table_) empty_.push_back({std::move(title), read.size()});
    }
    pending_.clear();
    // From the last one on, so that the places of those before it stay; of two of one group the first one counts.
    for (auto each = empty_.rbegin(); each != empty_.rend(); ++each) {
        const auto is_it = [&](const auto& group) { return group.number == each->title.number; };
        const bool again = std::any_of(read.begin(), read.end(), is_it) ||
                           std::any_of(std::next(each), empty_.rend(), [&](const Empty& other) { return is_it(other.title); });
        if (!again) read.insert(read.begin() + static_cast<std::ptrdiff_t>(each->before), Group{each->title.number, each->title.title, {}});
    }
    empty_.clear();
}

}  // namespace irikteu::outline
