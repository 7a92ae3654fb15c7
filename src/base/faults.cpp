#include "base/faults.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/several_errors.hpp"

namespace irikteu::base {

void Faults::add(Error fault) {
    if (!gathering_) throw fault;
    if (std::any_of(faults_.begin(), faults_.end(), [&](const Error& known) { return std::string_view(known.what()) == fault.what(); })) return;
    if (faults_.size() < kMost) return faults_.push_back(std::move(fault));
    faults_.emplace_back(fault.code(), "there are more like these: no more than " + std::to_string(kMost) + " are named", SourcePosition{fault.where().file, 0, 0, {}});
    end();
}

std::vector<Error> Faults::take() { return std::exchange(faults_, {}); }

void Faults::end() {
    gathering_ = false;
    if (!faults_.empty()) throw_all(take());
}

void throw_all(std::vector<Error> faults) {
    const Error first = faults.front();
    faults.erase(faults.begin());
    if (faults.empty()) throw first;
    throw SeveralErrors(first, std::move(faults));
}

std::vector<Error> all_of(const Error& error) {
    std::vector<Error> all = {error};
    if (const auto* several = dynamic_cast<const SeveralErrors*>(&error)) all.insert(all.end(), several->others().begin(), several->others().end());
    return all;
}

}  // namespace irikteu::base
