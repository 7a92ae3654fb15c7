#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace irikteu::layout {

/// What is known of pages before they are made. Of those that repeat, by one or two, the first two stand for all.
class PagesAhead {
  public:
    struct Page {
        std::int64_t room = 0;  ///< Height of its body.
        int columns = 1;
        bool alike = true;      ///< The list is for it, too: its body is as wide.
        bool operator==(const Page&) const = default;
    };
    /// The page with that index in its sequence, as long as nothing forces another one.
    using Foresee = std::function<Page(std::size_t page)>;

    bool holds(std::size_t page, std::int64_t room) const;
    void look(std::size_t page, const Foresee& foresee);
    void forget() { pages_.clear(); }
    const Page& at(std::size_t page) const { return pages_[number(page)]; }
    /// The same for pages that are followed by the same ones.
    std::size_t number(std::size_t page) const;

  private:
    static constexpr std::size_t kPages = 64;
    std::size_t first_ = 0, repeats_ = 0;
    std::vector<Page> pages_;
};

}  // namespace irikteu::layout
