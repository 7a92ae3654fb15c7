#include "layout/overflow.hpp"

#include <string_view>

namespace irikteu::layout {

namespace {

using Kind = Overflow::Kind;

/// Nothing for kinds of which each is said.
std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::too_wide: return "what is wider than its place";
        case Kind::too_high: return "what is higher than its place";
        case Kind::too_small: return "what may be unreadable";
        case Kind::passed_over: return "what is not shown as it is written";
        case Kind::lost:
        case Kind::left_out: break;
    }
    return {};
}

}  // namespace

void OverflowLimit::say(const Overflow& overflow) {
    if (++said_[static_cast<std::size_t>(overflow.kind)] <= kMost || name_of(overflow.kind).empty()) report_(overflow);
}

void OverflowLimit::say_the_rest() {
    for (std::size_t i = 0; i < said_.size(); ++i) {
        const std::string_view name = name_of(static_cast<Kind>(i));
        if (said_[i] <= kMost || name.empty()) continue;
        Overflow rest;
        rest.where.file = file_;
        rest.what = name;
        rest.kind = static_cast<Kind>(i);
        rest.more = said_[i] - kMost;
        report_(rest);
    }
}

}  // namespace irikteu::layout
