#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.hpp"
#include "layout/fo_tree.hpp"

namespace irikteu::layout {

/// Where an id was placed.
struct Placement {
    std::uint32_t first_page = 0;  ///< Index into Pages::pages.
    std::uint32_t last_page = 0;
    Length x, y;                   ///< On the first page.
};

/// The ids that something refers to, and where they came to stand.
class References {
  public:
    explicit References(const FoTree& tree);

    bool is_wanted(std::string_view id) const { return wanted_.find(id) != wanted_.end(); }
    /// Whether the page that the object ends on matters.
    bool is_end_wanted(std::string_view id) const { return ends_wanted_.find(id) != ends_wanted_.end(); }
    bool is_destination(std::string_view id) const { return destinations_.find(id) != destinations_.end(); }
    /// An object with that id has an area there.
    void place(std::string_view id, std::uint32_t page, Length x, Length y);
    const Placement* find(std::string_view id) const;
    /// The next page's number, as it is cited.
    void name_page(std::string label) { labels_.push_back(std::move(label)); }
    /// The number of the page that is being made.
    std::string_view number() const { return labels_.empty() ? std::string_view("1") : std::string_view(labels_.back()); }
    /// So many pages are in front of what comes next, which has a break or a page sequence in front of it: what they hold is known to it, as in FOP.
    void settle(std::size_t pages) { settled_ = pages; }
    /// The number of the first page of what is known; nothing otherwise.
    std::optional<std::string_view> known_number(std::string_view id) const;
    const std::map<std::string, Placement, std::less<>>& placements() const { return placements_; }

  private:
    std::set<std::string, std::less<>> wanted_;
    std::set<std::string, std::less<>> ends_wanted_;
    std::set<std::string, std::less<>> destinations_;
    std::map<std::string, Placement, std::less<>> placements_;
    std::vector<std::string> labels_;  // Of pages.
    std::size_t settled_ = 0;
};

/// A page number as `format` has it: "1", "01", "i", "I", "a", "A" (XSLT 1.0, 7.7.1).
/// nullopt for another format.
std::optional<std::string> format_number(std::int64_t number, std::string_view format);

}  // namespace irikteu::layout
