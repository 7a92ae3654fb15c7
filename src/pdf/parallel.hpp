#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace irikteu::pdf {

/// Calls work(task, worker) for every task from 0 to count - 1, on at most `threads` threads, each with a worker number of its own below
/// `threads`. Tasks must not depend on one another. After a task has thrown no new ones begin, and the exception of one that threw comes out here.
template <class Work>
void for_each_parallel(std::size_t count, std::size_t threads, const Work& work) {
    const std::size_t workers = std::min(std::max<std::size_t>(threads, 1), count);
    if (workers <= 1) {
        for (std::size_t task = 0; task < count; ++task) work(task, std::size_t{0});
        return;
    }
    std::atomic<std::size_t> next{0};
    std::vector<std::exception_ptr> failures(workers);
    const auto run = [&](std::size_t worker) {
        try {
            for (std::size_t task = next++; task < count; task = next++) work(task, worker);
        } catch (...) {
            failures[worker] = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t worker = 1; worker < workers; ++worker) others.emplace_back(run, worker);
        run(0);
    }
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

}  // namespace irikteu::pdf
