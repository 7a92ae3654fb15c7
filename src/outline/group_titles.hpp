#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "outline/road_map_parts.hpp"

namespace irikteu::outline {

/// Titles of groups that stand on lines of their own between the tables of a road map. One right above a table is that of its rows; those
/// before it have nothing under them. All the groups one after another, before the first table or before they come again, are only
/// the list of them that the act gives.
class GroupTitles {
  public:
    struct Title {
        int number;  ///< From 1.
        Value title;
    };

    explicit GroupTitles(std::size_t groups) : groups_(groups) {}

    void add(Title title);
    bool empty() const { return pending_.empty(); }
    bool several() const { return pending_.size() > 1; }
    /// A table with measures begins, behind that many groups that have been read. `has_groups`: its rows say themselves to which group they
    /// belong, so what stands above is its own title, however much it sounds like one of theirs. Returns the title of its rows.
    std::optional<Title> take(bool has_groups, std::size_t read);
    /// Puts the groups with nothing under them at their places among the others, where they come nowhere else.
    void put_empty_into(std::vector<Group>& read);

  private:
    struct Empty {
        Title title;
        std::size_t before;  ///< Index of the group before which it stands.
    };
    std::size_t groups_;
    std::vector<Title> pending_;  ///< Since the last table.
    std::vector<Empty> empty_;
    bool has_table_ = false;
};

}  // namespace irikteu::outline
