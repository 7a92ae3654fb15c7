#include "base/memory.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

// libmimalloc's, where it is linked in: its header need not be installed.
extern "C" {
__attribute__((weak)) int mi_version();
__attribute__((weak)) void mi_option_set(int option, long value);
}

namespace irikteu::base {

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

namespace {

constexpr std::size_t kHugePage = 2u << 20;
constexpr int kLargestReused = 32 << 20;                ///< Bytes: the most that M_MMAP_THRESHOLD may be.
constexpr std::size_t kThreadHeap = 64u << 20;          ///< Of glibc, and its alignment.
constexpr std::size_t kMoreThanIsThere = 200u << 10;    ///< Than the heap begins with.

/// libmimalloc would get a thread's first memory from the system a mebibyte at a time: then there are no huge pages, and twice as many faults.
void commit_whole_segments() {
    constexpr int kEagerCommitDelay = 14;  // mi_option_t of <mimalloc.h> 2.0 and 2.1.
    if (mi_version != nullptr && mi_option_set != nullptr && mi_version() >= 200 && mi_version() < 220) mi_option_set(kEagerCommitDelay, 0);
}

}  // namespace

void reuse_memory() {
    commit_whole_segments();
    ::mallopt(M_MMAP_THRESHOLD, kLargestReused);
    ::mallopt(M_TRIM_THRESHOLD, 4 * kLargestReused);
    ::mallopt(M_TOP_PAD, kLargestReused / 2);  // A thread's heap would grow by a system call a page.
    // The heap goes on where a huge page may begin. Anybody may move the break; malloc sees it and goes on behind.
    auto* const end = static_cast<char*>(::sbrk(0));
    const std::size_t past = reinterpret_cast<std::uintptr_t>(end) % kHugePage;
    if (past != 0 && ::sbrk(static_cast<std::intptr_t>(kHugePage - past)) == reinterpret_cast<void*>(-1)) return;
    void* volatile grown = std::malloc(kMoreThanIsThere);  // Volatile: or the compiler leaves both out.
    std::free(grown);
    char* const begin = end + (kHugePage - past) % kHugePage;
    auto* const now = static_cast<char*>(::sbrk(0));
    if (now > begin) ::madvise(begin, static_cast<std::size_t>(now - begin), MADV_HUGEPAGE);
    else prefer_large_pages();  // Another malloc is linked in.
}

void prefer_large_pages() {
    void* const any = std::malloc(16);
    if (any == nullptr) return;
    // Advice only: where the thread's blocks lie otherwise than glibc's do, it is of no consequence.
    const auto heap = reinterpret_cast<std::uintptr_t>(any) & ~(kThreadHeap - 1);
    ::madvise(reinterpret_cast<void*>(heap), kThreadHeap, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
    if (reinterpret_cast<std::uintptr_t>(any) - heap < kHugePage)
        ::madvise(reinterpret_cast<void*>(heap), kHugePage, MADV_POPULATE_WRITE);  // Its first page is there already, and it is a small one.
#endif
    std::free(any);
}

#else

void reuse_memory() {}
void prefer_large_pages() {}

#endif

}  // namespace irikteu::base
