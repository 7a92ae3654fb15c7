#pragma once

#include <cstdint>

#include "layout/list.hpp"

namespace irikteu::layout {

/// Adds up heights in the block progression direction and resolves spaces (XSL-FO 1.1, 4.3.1) on the way. Spaces that
/// meet count once, the strongest or largest; at an area's start and end those that may be discarded are.
class Stacker {
  public:
    explicit Stacker(bool discard_at_start = true) : at_start_(discard_at_start) {}

    std::int64_t height() const { return height_; }
    /// What it would be with the spaces that wait, before a box.
    std::int64_t height_before_box() const { return height_ + waiting_.resolved(); }
    /// What it would be if the area ended here.
    std::int64_t height_at_end() const { return height_ + retained_.resolved(); }

    void space(const Piece& p) {
        if (at_start_ && !p.retain) return;
        at_start_ = false;
        waiting_.add(p);
        if (p.retain) retained_ = waiting_;
    }
    /// Something of that height that no space passes.
    void box(std::int64_t height) {
        height_ += waiting_.resolved() + height;
        waiting_ = {};
        retained_ = {};
        at_start_ = false;
    }

  private:
    struct Run {
        std::int64_t forced = 0;
        std::int64_t largest = 0;
        Strength precedence = 0;
        bool any_plain = false, any_forced = false;

        void add(const Piece& p) {
            if (p.strength == kAlways) {
                any_forced = true;
                forced += p.height;
            } else if (!any_plain || p.strength > precedence || (p.strength == precedence && p.height > largest)) {
                any_plain = true;
                largest = p.height;
                precedence = p.strength;
            }

        }
        std::int64_t resolved() const { return any_forced ? forced : largest; }
    };

    std::int64_t height_ = 0;
    bool at_start_;
    Run waiting_, retained_;
};

}  // namespace irikteu::layout
