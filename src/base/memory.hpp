#pragma once

/// How the process' memory is got from the system; only speed depends on it.
namespace irikteu::base {

/// For a program's start: what is freed stays with the process for the next who asks, and the heap grows in large steps, in
/// huge pages where the system has them (MADV_HUGEPAGE): a check would spend a third of its system time in 2,000 page faults.
void reuse_memory();

/// For a thread's start: the same pages for what it allocates.
void prefer_large_pages();

}  // namespace irikteu::base
