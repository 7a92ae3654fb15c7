#pragma once

#include <atomic>
#include <mutex>

namespace irikteu::base {

/// What is made at its first use, by whichever thread comes first; the others wait. As std::call_once, but what the making
/// throws passes through no function of the C library: where the compiler's run-time library is linked in and the C library loads
/// another one, std::call_once would abort then.
class Once {
  public:
    Once() = default;
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;

    /// Calls `make` unless a call has come to its end before. Where it throws, that goes to the caller, and the next one tries.
    /// `make` may not come back here.
    template <class Make>
    void call(Make&& make) {
        if (made_.load(std::memory_order_acquire)) return;
        const std::lock_guard lock(mutex_);
        if (made_.load(std::memory_order_relaxed)) return;
        make();
        made_.store(true, std::memory_order_release);
    }

  private:
    std::mutex mutex_;
    std::atomic<bool> made_{false};
};

}  // namespace irikteu::base
