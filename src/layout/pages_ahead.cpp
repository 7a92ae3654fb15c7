#include "layout/pages_ahead.hpp"

namespace irikteu::layout {

bool PagesAhead::holds(std::size_t page, std::int64_t room) const {
    if (pages_.empty() || page < first_) return false;
    const Page& known = at(page);
    return known.room == room && known.alike;
}

void PagesAhead::look(std::size_t page, const Foresee& foresee) {
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

std::size_t PagesAhead::number(std::size_t page) const {
    const std::size_t number = page - first_;
    if (number < pages_.size()) return number;
    const std::size_t loop = pages_.size() - repeats_;
    return loop + (number - loop) % repeats_;
}

}  // namespace irikteu::layout
