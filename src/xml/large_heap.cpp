#include "xml/large_heap.hpp"

#include <dlfcn.h>
#include <libxml/xmlmemory.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>

#include "xml/tree_room.hpp"

namespace irikteu::xml {

namespace {

constexpr const char* kFile = "libmimalloc.so.2";  // The ABI of <mimalloc.h> 2.0.
constexpr std::size_t kAlignment = 64u << 20;       // Of what it may be given: more than its segments have.
constexpr std::size_t kReserved = std::size_t{4} << 30;         // Of addresses; what is not used costs nothing.

// Its blocks lie in huge pages where the system has them: a tree of 100 MB would spend 40 ms in faults of small ones.
void give_large_pages(void* library) {
    using Manage = bool(void* start, std::size_t size, bool is_committed, bool is_large, bool is_zero, int numa_node);
    const auto manage = reinterpret_cast<Manage*>(::dlsym(library, "mi_manage_os_memory"));
    if (manage == nullptr) return;
    void* const room = ::mmap(nullptr, kReserved + kAlignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) return;
    auto* const begin = reinterpret_cast<char*>((reinterpret_cast<std::uintptr_t>(room) + kAlignment - 1) / kAlignment * kAlignment);
    ::madvise(begin, kReserved, MADV_HUGEPAGE);
    manage(begin, kReserved, true, false, true, -1);
}

}  // namespace

bool use_large_heap() {
    ::setenv("MIMALLOC_RESET_DELAY", "0", 0);  // What the transformed document leaves is the layout's, at once: 20 MB less at 500 pages.
    // Local: its malloc() doesn't come in the place of anybody's.
    void* library = ::dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return false;
    give_large_pages(library);
    const auto free_ = reinterpret_cast<xmlFreeFunc>(::dlsym(library, "mi_free"));
    const auto malloc_ = reinterpret_cast<xmlMallocFunc>(::dlsym(library, "mi_malloc"));
    const auto realloc_ = reinterpret_cast<xmlReallocFunc>(::dlsym(library, "mi_realloc"));
    const auto strdup_ = reinterpret_cast<xmlStrdupFunc>(::dlsym(library, "mi_strdup"));
    const bool is_used = free_ != nullptr && malloc_ != nullptr && realloc_ != nullptr && strdup_ != nullptr && xmlMemSetup(free_, malloc_, realloc_, strdup_) == 0;
    if (is_used) use_rooms();
    return is_used;
}

}  // namespace irikteu::xml
