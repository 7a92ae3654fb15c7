#include "layout/faults.hpp"

#include <utility>

#include "base/several_errors.hpp"

namespace irikteu::layout {

void Faults::add(base::Error fault) {
    if (!gathering_) throw fault;
    if (faults_.size() < kMost) return faults_.push_back(std::move(fault));
    faults_.emplace_back(fault.code(), "there are more like these: no more than " + std::to_string(kMost) + " are named", base::SourcePosition{fault.where().file, 0, 0, {}});
    end();
}

void Faults::end() {
    gathering_ = false;
    if (faults_.empty()) return;
    const base::Error first = faults_.front();
    faults_.erase(faults_.begin());
    if (faults_.empty()) throw first;
    throw base::SeveralErrors(first, std::exchange(faults_, {}));
}

}  // namespace irikteu::layout
