#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace irikteu::base {

/// What work in a process of its own may cost.
struct IsolationLimits {
    std::chrono::milliseconds time{10'000};       ///< On the wall; processor time is held to the same.
    std::uint64_t memory = 512u << 20;            ///< Bytes on top of what this process has mapped.
    std::uint64_t max_result_bytes = 64u << 20;
};

/// Runs `work` in a child process that can neither write files, start programs nor outlive its limits, and gives what it returns. For readers of
/// strangers' files whose library may crash, loop or swell: that kills the child, not us. `work` must not touch what other threads may hold
/// locked; memory is safe. Throws the base::Error that `work` threw (code, message and place); Error(limit_exceeded) where time, memory or the
/// result's size ran out; Error(malformed) where the child crashed; Error(environment) where no process could be started.
std::string run_isolated(const std::function<std::string()>& work, const IsolationLimits& limits = {});

}  // namespace irikteu::base
