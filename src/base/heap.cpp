#include "base/heap.hpp"

#include <malloc.h>
#include <pthread.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IRIKTEU_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IRIKTEU_WATCHED 1
#endif
#endif

namespace irikteu::base::heap {

#ifdef IRIKTEU_WATCHED

void* allocate(std::size_t size) noexcept { return std::malloc(size); }
void* reallocate(void* block, std::size_t size) noexcept { return std::realloc(block, size); }
void release(void* block) noexcept { std::free(block); }

#else

namespace {

constexpr std::size_t kStep = 16;                 ///< Of small sizes, and what blocks are aligned to.
constexpr std::size_t kFineClasses = 64;          ///< 16, 32 … 1024 bytes; then four classes to each doubling.
constexpr std::size_t kLargestSmall = 16u << 10;
constexpr std::size_t kClasses = kFineClasses + 4 * 4;
constexpr std::size_t kPage = 64u << 10;          ///< Holds blocks of one size, of one heap.
constexpr std::size_t kSegment = 2u << 20;        ///< What is taken from the system at once, and its alignment: a huge page.
constexpr std::size_t kRange = std::size_t{64} << 30;  ///< Of addresses, reserved; what lies elsewhere is malloc's.
constexpr std::size_t kSparePages = 64;           ///< That a heap keeps for itself.

constexpr std::size_t size_of(std::size_t kind) {
    if (kind < kFineClasses) return (kind + 1) * kStep;
    const std::size_t above = kind - kFineClasses;
    return (std::size_t{1024} << (above / 4)) + (above % 4 + 1) * (std::size_t{256} << (above / 4));
}

constexpr std::size_t class_of(std::size_t size) {  // 0 < size <= kLargestSmall
    if (size <= kFineClasses * kStep) return (size + kStep - 1) / kStep - 1;
    const unsigned doubling = static_cast<unsigned>(std::bit_width(size - 1)) - 11;
    return kFineClasses + 4 * doubling + ((size - 1 - (std::size_t{1024} << doubling)) >> (8 + doubling));
}
static_assert(size_of(kClasses - 1) == kLargestSmall && class_of(kLargestSmall) == kClasses - 1);
static_assert(size_of(class_of(1025)) == 1280 && size_of(class_of(1280)) == 1280 && size_of(class_of(1281)) == 1536);
static_assert(size_of(class_of(2048)) == 2048 && size_of(class_of(2049)) == 2560 && class_of(1) == 0);

struct Free {
    Free* next;
};

struct Heap;

/// What is known of a page. It stands at the segment's beginning.
struct alignas(128) Page {
    Free* free = nullptr;      ///< Blocks given back by the owner's thread.
    char* fresh = nullptr;     ///< From here to the end nothing was given out yet.
    char* begin = nullptr;
    char* end = nullptr;
    std::uint32_t size = 0;    ///< Of a block.
    std::uint32_t kind = 0;
    std::uint32_t used = 0;    ///< Blocks that are out.
    bool is_listed = false;    ///< Among the owner's pages with room; else it is the current one, or full.
    Heap* owner = nullptr;
    Page *before = nullptr, *after = nullptr;
};

constinit Page no_page;  ///< Full.

/// A thread's. When the thread ends, another one takes it over with all its pages, so that a page's owner never ends.
struct Heap {
    std::array<Page*, kClasses> current;
    std::array<Page*, kClasses> with_room{};
    Page* spare = nullptr;  ///< Of no class.
    std::size_t spares = 0;
    std::atomic<Free*> from_others{nullptr};  ///< Blocks of ours that other threads gave back.
    Heap* next = nullptr;
    constexpr Heap() { current.fill(&no_page); }
};

constinit Heap no_heap;  ///< Of threads that have none yet, or none any more: without room.
constinit thread_local Heap* mine = &no_heap;
constinit std::atomic<std::uintptr_t> range{UINTPTR_MAX - kRange};  ///< Where it begins; before, where no block lies.

bool is_ours(const void* block) {
    return reinterpret_cast<std::uintptr_t>(block) - range.load(std::memory_order_relaxed) < kRange;
}

Page& page_of(void* block) {
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    return reinterpret_cast<Page*>(address & ~(kSegment - 1))[(address & (kSegment - 1)) / kPage];
}

/// What all threads share.
class Shared {
  public:
    /// A page without class; nullptr where there is no memory.
    Page* page() {
        const Hold hold(*this);
        if (Page* const page = spare_) {
            spare_ = page->after;
            return page;
        }
        if (left_ == 0) {
            char* const segment = map_segment();
            if (segment == nullptr) return nullptr;
            segment_ = segment;
            left_ = kSegment / kPage;
        }
        const std::size_t index = kSegment / kPage - left_--;
        Page* const page = new (segment_ + index * sizeof(Page)) Page;
        page->begin = segment_ + (index == 0 ? sizeof(Page) * kSegment / kPage : index * kPage);
        page->end = segment_ + (index + 1) * kPage;
        return page;
    }

    void give(Page* page) {
        const Hold hold(*this);
        page->after = spare_;
        spare_ = page;
    }

    /// A heap that nobody has; nullptr where there is no memory.
    Heap* heap() {
        const Hold hold(*this);
        if (Heap* const heap = idle_) {
            idle_ = heap->next;
            return heap;
        }
        void* const room = std::malloc(sizeof(Heap));
        return room == nullptr ? nullptr : new (room) Heap;
    }

    void give(Heap* heap) {
        const Hold hold(*this);
        heap->next = idle_;
        idle_ = heap;
    }

    void lock() { pthread_mutex_lock(&mutex_); }
    void unlock() { pthread_mutex_unlock(&mutex_); }

  private:
    struct Hold {
        explicit Hold(Shared& held) : shared(held) { shared.lock(); }
        ~Hold() { shared.unlock(); }
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;
        Shared& shared;
    };

    char* map_segment() {
        if (!is_reserved_) {
            is_reserved_ = true;
            void* const all = ::mmap(nullptr, kRange + kSegment, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
            if (all == MAP_FAILED) return nullptr;
            const auto begin = reinterpret_cast<std::uintptr_t>(all);
            next_ = static_cast<char*>(all) + (kSegment - begin % kSegment) % kSegment;
            end_ = next_ + kRange;
            range.store(reinterpret_cast<std::uintptr_t>(next_), std::memory_order_relaxed);
        }
        if (next_ == end_ || ::mprotect(next_, kSegment, PROT_READ | PROT_WRITE) != 0) return nullptr;
        ::madvise(next_, kSegment, MADV_HUGEPAGE);
        next_ += kSegment;
        return next_ - kSegment;
    }

    pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
    bool is_reserved_ = false;
    char *next_ = nullptr, *end_ = nullptr;  ///< Of the range: what is not mapped yet.
    char* segment_ = nullptr;
    std::size_t left_ = 0;  ///< Pages of the segment that were not given out yet.
    Page* spare_ = nullptr;
    Heap* idle_ = nullptr;
};

constinit Shared shared;

/// When a thread ends. What is freed after it comes back as from another thread.
struct AtEnd {
    ~AtEnd() {
        if (mine != &no_heap) shared.give(mine);
        mine = &no_heap;
    }
};

bool take_heap() {
    Heap* const heap = shared.heap();
    if (heap == nullptr) return false;
    mine = heap;
    static thread_local const AtEnd at_end;
    static_cast<void>(at_end);
    return true;
}

/// A fork while another thread holds the lock would leave the child with a lock that nobody opens.
[[gnu::constructor]] void survive_forks() {
    ::pthread_atfork([] { shared.lock(); }, [] { shared.unlock(); }, [] { shared.unlock(); });
}

void list(Heap& heap, Page& page) {
    page.is_listed = true;
    page.before = nullptr;
    page.after = heap.with_room[page.kind];
    if (page.after != nullptr) page.after->before = &page;
    heap.with_room[page.kind] = &page;
}

void unlist(Heap& heap, Page& page) {
    page.is_listed = false;
    (page.before != nullptr ? page.before->after : heap.with_room[page.kind]) = page.after;
    if (page.after != nullptr) page.after->before = page.before;
}

/// A page of ours got its first room again, or nothing of it is out any more.
[[gnu::noinline]] void page_changed(Heap& heap, Page& page) {
    const bool is_current = heap.current[page.kind] == &page;
    if (page.used == 0) {  // The next blocks lie one behind the other again.
        page.free = nullptr;
        page.fresh = page.begin;
        if (is_current) return;
        if (page.is_listed) unlist(heap, page);
        if (heap.spares == kSparePages) {
            shared.give(&page);
            return;
        }
        ++heap.spares;
        page.after = heap.spare;
        heap.spare = &page;
    } else if (!is_current && !page.is_listed) {
        list(heap, page);
    }
}

void give_back(Heap& heap, Page& page, void* block) {
    Free* const before = page.free;
    static_cast<Free*>(block)->next = before;
    page.free = static_cast<Free*>(block);
    if (--page.used == 0 || before == nullptr) [[unlikely]]
        page_changed(heap, page);
}

void take_back_from_others(Heap& heap) {
    if (heap.from_others.load(std::memory_order_relaxed) == nullptr) return;
    for (Free* block = heap.from_others.exchange(nullptr, std::memory_order_acquire); block != nullptr;) {
        Free* const next = block->next;
        give_back(heap, page_of(block), block);
        block = next;
    }
}

[[gnu::noinline]] void give_to_other(Heap& owner, void* block) {
    Free* const freed = static_cast<Free*>(block);
    freed->next = owner.from_others.load(std::memory_order_relaxed);
    while (!owner.from_others.compare_exchange_weak(freed->next, freed, std::memory_order_release, std::memory_order_relaxed)) {
    }
}

/// Of the heap's current page, which has room.
void* take(Page& page) {
    ++page.used;
    if (Free* const block = page.free) {
        page.free = block->next;
        return block;
    }
    char* const block = page.fresh;
    page.fresh += page.size;
    return block;
}

bool has_room(const Page& page) { return page.free != nullptr || page.fresh + page.size <= page.end; }

[[gnu::noinline]] void* allocate_slowly(std::size_t kind) noexcept {
    if (mine == &no_heap && !take_heap()) return std::malloc(size_of(kind));
    Heap& heap = *mine;
    take_back_from_others(heap);
    Page* page = heap.current[kind];
    if (page != &no_page && has_room(*page)) return take(*page);
    if ((page = heap.with_room[kind]) != nullptr) {
        unlist(heap, *page);
    } else {
        if ((page = heap.spare) != nullptr) {
            heap.spare = page->after;
            --heap.spares;
        } else if ((page = shared.page()) == nullptr) {
            return std::malloc(size_of(kind));
        }
        page->free = nullptr;
        page->fresh = page->begin;
        page->size = static_cast<std::uint32_t>(size_of(kind));
        page->kind = static_cast<std::uint32_t>(kind);
        page->used = 0;
        page->is_listed = false;
        page->owner = &heap;
    }
    heap.current[kind] = page;
    return take(*page);
}

}  // namespace

void* allocate(std::size_t size) noexcept {
    if (size > kLargestSmall) [[unlikely]]
        return std::malloc(size);
    const std::size_t kind = class_of(size + (size == 0));
    Page& page = *mine->current[kind];
    if (Free* const block = page.free) {
        page.free = block->next;
        ++page.used;
        return block;
    }
    char* const block = page.fresh;
    if (static_cast<std::size_t>(page.end - block) < size_of(kind)) [[unlikely]]
        return allocate_slowly(kind);
    page.fresh = block + size_of(kind);
    ++page.used;
    return block;
}

void release(void* block) noexcept {
    if (!is_ours(block)) [[unlikely]] {
        std::free(block);
        return;
    }
    Page& page = page_of(block);
    Heap& heap = *mine;
    if (page.owner == &heap) [[likely]]
        give_back(heap, page, block);
    else
        give_to_other(*page.owner, block);
}

void* reallocate(void* block, std::size_t size) noexcept {
    if (block == nullptr) return allocate(size);
    std::size_t room = 0;  // Unknown: malloc's.
    if (is_ours(block)) {
        room = page_of(block).size;
        if (size <= room && size > room / 2) return block;
    } else if (size > kLargestSmall) {
        return std::realloc(block, size);
    } else {
        room = ::malloc_usable_size(block);
    }
    void* const moved = allocate(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, block, std::min(size, room));
    release(block);
    return moved;
}

#endif

char* duplicate(const char* text) noexcept {
    const std::size_t size = std::strlen(text) + 1;
    void* copy = allocate(size);
    return copy == nullptr ? nullptr : static_cast<char*>(std::memcpy(copy, text, size));
}

}  // namespace irikteu::base::heap

#ifndef IRIKTEU_WATCHED

namespace {
void* allocate_or_throw(std::size_t size) {
    for (;;) {
        if (void* block = irikteu::base::heap::allocate(size)) return block;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) throw std::bad_alloc();
        handler();
    }
}
}  // namespace

// The standard library's other forms, but for those of over-aligned types, are made of these.
void* operator new(std::size_t size) {
    if (void* block = irikteu::base::heap::allocate(size)) [[likely]]
        return block;
    return allocate_or_throw(size);
}
void operator delete(void* block) noexcept { irikteu::base::heap::release(block); }
void operator delete(void* block, std::size_t) noexcept { irikteu::base::heap::release(block); }

#endif
