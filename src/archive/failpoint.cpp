#include "archive/failpoint.hpp"

#include <cerrno>

namespace irikteu::archive {

namespace {
Failpoint current = nullptr;
}

void set_failpoint(Failpoint failpoint) { current = failpoint; }

bool is_watched() { return current != nullptr; }

bool passes(WriteStep step) {
    if (!current) return true;
    const int reason = current(step);
    if (reason == 0) return true;
    errno = reason;
    return false;
}

}  // namespace irikteu::archive
