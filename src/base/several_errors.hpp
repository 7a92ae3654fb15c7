#pragma once

#include <utility>
#include <vector>

#include "base/error.hpp"

namespace irikteu::base {

/// Several failures of one file, found together: the first, and the others, each with its own place.
class SeveralErrors : public Error {
  public:
    SeveralErrors(const Error& first, std::vector<Error> others) : Error(first), others_(std::move(others)) {}
    const std::vector<Error>& others() const { return others_; }

  private:
    std::vector<Error> others_;
};

}  // namespace irikteu::base
