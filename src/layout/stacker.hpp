#pragma once

#include <algorithm>
#include <cstdint>

#include "layout/list.hpp"

namespace irikteu::layout {

/// What the spaces of an area have to give or take together, out of what they could.
struct Adjustment {
    std::int64_t amount = 0;  ///< Positive: they grow.
    std::int64_t total = 0;   ///< Their stretch where they grow, else their shrink.
};

/// Adds up heights in the block progression direction and resolves spaces (XSL-FO 1.1, 4.3.1) on the way. Spaces that
/// meet count once, the strongest or largest; at an area's start and end those that may be discarded are.
class Stacker {
  public:
    Stacker() = default;
    /// Spaces are adjusted as they are met, each by its share.
    explicit Stacker(const Adjustment& adjustment) : adjustment_(adjustment) {}

    std::int64_t height() const { return height_; }
    /// What it would be with the spaces that wait, before a box.
    std::int64_t height_before_box() const { return height_ + waiting_.resolved().optimum + share(waiting_.resolved()); }
    /// What it would be if the area ended here.
    std::int64_t height_at_end() const { return height_ + retained_.resolved().optimum + share(retained_.resolved()); }
    /// What the spaces so far could give.
    std::int64_t stretch() const { return stretch_; }
    std::int64_t shrink() const { return shrink_; }
    std::int64_t shrink_before_box() const { return shrink_ + waiting_.resolved().shrink; }
    std::int64_t stretch_before_box() const { return stretch_ + waiting_.resolved().stretch; }

    void space(const Piece& p) {
        if (at_start_ && !p.retain) return;
        at_start_ = false;
        waiting_.add(p);
        if (p.retain) retained_ = waiting_;
    }
    /// Something of that height that no space passes.
    void box(std::int64_t height) {
        const Space space = waiting_.resolved();
        const std::int64_t extra = share(space);
        given_ += extra;
        stretch_ += space.stretch;
        shrink_ += space.shrink;
        height_ += space.optimum + extra + height;
        waiting_ = {};
        retained_ = {};
        at_start_ = false;
    }

  private:
    struct Space {
        std::int64_t optimum = 0, stretch = 0, shrink = 0;
    };
    struct Run {
        Space forced, largest;
        Strength precedence = 0;
        bool any_plain = false, any_forced = false;

        void add(const Piece& p) {
            const Space space{p.height, p.flexibility.stretch, p.flexibility.shrink};
            if (p.strength == kAlways) {
                any_forced = true;
                forced = {forced.optimum + space.optimum, forced.stretch + space.stretch, forced.shrink + space.shrink};
            } else if (!any_plain || p.strength > precedence || (p.strength == precedence && space.optimum > largest.optimum)) {
                any_plain = true;
                largest = space;
                precedence = p.strength;
            } else if (p.strength == precedence && space.optimum == largest.optimum) {
                largest.stretch = std::min(largest.stretch, space.stretch);
                largest.shrink = std::min(largest.shrink, space.shrink);
            }
        }
        const Space& resolved() const { return any_forced ? forced : largest; }
    };

    // By running totals, so that nothing is lost in rounding.
    std::int64_t share(const Space& space) const {
        if (adjustment_.total == 0) return 0;
        const std::int64_t upto = adjustment_.amount > 0 ? stretch_ + space.stretch : shrink_ + space.shrink;
        return static_cast<std::int64_t>(static_cast<__int128>(adjustment_.amount) * upto / adjustment_.total) - given_;
    }

    std::int64_t height_ = 0;
    std::int64_t stretch_ = 0, shrink_ = 0, given_ = 0;
    Adjustment adjustment_;
    bool at_start_ = true;
    Run waiting_, retained_;
};

}  // namespace irikteu::layout
