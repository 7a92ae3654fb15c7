#pragma once

#include <functional>
#include <string>

#include "base/error.hpp"

namespace irikteu::layout {

/// Something that is wider or higher than its place, or that is passed over: where in the source, and what, in words.
struct Overflow {
    base::SourcePosition where;
    std::string what;
};
using ReportOverflow = std::function<void(const Overflow&)>;

}  // namespace irikteu::layout
