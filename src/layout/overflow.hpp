#pragma once

#include <functional>
#include <string>

#include "base/error.hpp"

namespace irikteu::layout {

/// Something that is wider or higher than its place, or that is passed over: where in the source, and what, in words.
struct Overflow {
    base::SourcePosition where;
    std::string what;
    bool passed_over = false;  ///< Something of the source is not shown as it says, or not at all.
};
using ReportOverflow = std::function<void(const Overflow&)>;

}  // namespace irikteu::layout
