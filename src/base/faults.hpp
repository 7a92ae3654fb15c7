#pragma once

#include <vector>

#include "base/error.hpp"

namespace irikteu::base {

/// What is wrong with a source: said together, so that whoever mends it sees all of it at once.
class Faults {
  public:
    static constexpr std::size_t kMost = 20;

    /// From here on faults are kept.
    void gather() { gathering_ = true; }
    /// Keeps the fault where faults are gathered, once, and throws it where not. Throws kMost of them where there is one more.
    void add(Error fault);
    /// What was gathered; nothing is kept of it.
    std::vector<Error> take();
    /// Throws what was gathered, where there is anything: the first, with the others (SeveralErrors). From here on each is thrown at once.
    void end();

  private:
    std::vector<Error> faults_;
    bool gathering_ = false;
};

/// Throws them: one as it is, several as SeveralErrors. There is at least one.
[[noreturn]] void throw_all(std::vector<Error> faults);
/// The error, and the others that it brings along.
std::vector<Error> all_of(const Error& error);

}  // namespace irikteu::base
