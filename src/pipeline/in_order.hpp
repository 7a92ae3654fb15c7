#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/memory.hpp"

namespace irikteu::pipeline {

/// Makes results 0 … count-1 on several threads and hands them to `take` in order, on the calling thread. Few results wait
/// at any time, so that memory does not grow with their number. What `make` throws is thrown when its turn comes; then
/// nothing more is made. `make` has to be safe on several threads at once.
template <class Result>
void in_order(std::size_t count, unsigned threads, const std::function<Result(std::size_t)>& make,
              const std::function<void(Result)>& take) {
    if (count < 2 || threads < 2) {
        for (std::size_t i = 0; i < count; ++i) take(make(i));
        return;
    }
    struct Slot {
        std::optional<Result> result;
        std::exception_ptr failure;
    };
    const std::size_t room = threads * 4u;  // How far the threads may run ahead of `take`.
    std::vector<Slot> slots(room);
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t next = 0, taken = 0;
    bool stopped = false;
    const auto work = [&] {
        base::prefer_large_pages();
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [&] { return stopped || next == count || next < taken + room; });
            if (stopped || next == count) return;
            const std::size_t index = next++;
            lock.unlock();
            Slot made;
            try {
                made.result = make(index);
            } catch (...) {
                made.failure = std::current_exception();
            }
            lock.lock();
            slots[index % room] = std::move(made);
            changed.notify_all();
        }
    };
    std::vector<std::jthread> pool;
    const auto stop = [&] {
        const std::lock_guard lock(mutex);
        stopped = true;
        changed.notify_all();
    };
    try {
        for (unsigned i = 0; i < threads; ++i) pool.emplace_back(work);
        for (std::size_t i = 0; i < count; ++i) {
            std::unique_lock lock(mutex);
            Slot& slot = slots[i % room];
            changed.wait(lock, [&] { return slot.result || slot.failure; });
            Slot mine;
            std::swap(mine, slot);
            ++taken;
            changed.notify_all();
            lock.unlock();
            if (mine.failure) std::rethrow_exception(mine.failure);
            take(std::move(*mine.result));
        }
    } catch (...) {
        stop();
        throw;
    }
}

}  // namespace irikteu::pipeline
