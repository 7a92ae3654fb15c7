#pragma once

#include <vector>

#include "base/error.hpp"

namespace irikteu::layout {

/// What a source has that is not supported: said together, so that whoever mends it sees all of it at once.
class Faults {
  public:
    static constexpr std::size_t kMost = 20;

    /// From here on faults are kept.
    void gather() { gathering_ = true; }
    /// Keeps the fault where faults are gathered, and throws it where not. Throws kMost of them where there is one more.
    void add(base::Error fault);
    /// Throws what was gathered, where there is anything: the first, with the others (base::SeveralErrors). From here on each is thrown at once.
    void end();

  private:
    std::vector<base::Error> faults_;
    bool gathering_ = false;
};

}  // namespace irikteu::layout
