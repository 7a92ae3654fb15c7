#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace irikteu::layout {

/// Memory for the many small things of one run, given back all at once. What is made here is never destroyed, so it
/// must not own anything. Addresses stay valid while the arena lives. Not for several threads at once.
class Arena {
  public:
    Arena() = default;
    Arena(Arena&&) noexcept = default;
    Arena& operator=(Arena&&) noexcept = default;

    template <class T, class... Arguments>
    T* make(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (take(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
    }
    template <class T>
    std::span<T> copy(std::span<const T> from) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (from.empty()) return {};
        T* to = static_cast<T*>(take(sizeof(T) * from.size(), alignof(T)));
        std::uninitialized_copy(from.begin(), from.end(), to);
        return {to, from.size()};
    }
    template <class T>
    std::span<T> copy(const std::vector<T>& from) {
        return copy(std::span<const T>(from));
    }
    std::string_view text(std::string_view from) {
        const auto kept = copy(std::span<const char>(from.data(), from.size()));
        return {kept.data(), kept.size()};
    }

    /// Gives everything back but the largest chunk, which is used again.
    void clear() {
        if (chunks_.size() > 1) {
            chunks_.front() = std::move(chunks_.back());
            chunks_.resize(1);
        }
        used_ = total_ = 0;
    }
    /// Bytes that the chunks hold.
    std::size_t size() const { return total_ + used_; }

  private:
    void* take(std::size_t size, std::size_t alignment) {
        std::size_t at = (used_ + alignment - 1) / alignment * alignment;
        if (chunks_.empty() || at + size > capacity_) {
            total_ += used_;
            add_chunk(size);
            at = 0;
        }
        used_ = at + size;
        return chunks_.back().get() + at;
    }
    // Chunks double up to some megabytes, so that a page costs little and a thousand pages few faults.
    void add_chunk(std::size_t least) {
        capacity_ = std::max(least, std::min(kFirst << std::min<std::size_t>(chunks_.size(), 20), kLargest));
        if (capacity_ >= kLargest) {
            capacity_ = (capacity_ + kLargest - 1) / kLargest * kLargest;
            auto* bytes = static_cast<std::byte*>(std::aligned_alloc(kLargest, capacity_));
            if (bytes == nullptr) throw std::bad_alloc();
            chunks_.emplace_back(bytes);
            madvise(bytes, capacity_, MADV_HUGEPAGE);  // A wish only.
        } else {
            auto* bytes = static_cast<std::byte*>(std::malloc(capacity_));
            if (bytes == nullptr) throw std::bad_alloc();
            chunks_.emplace_back(bytes);
        }
    }

    struct Free {
        void operator()(std::byte* bytes) const { std::free(bytes); }
    };
    static constexpr std::size_t kFirst = 32 * 1024;
    static constexpr std::size_t kLargest = 2 * 1024 * 1024;
    std::vector<std::unique_ptr<std::byte, Free>> chunks_;
    std::size_t used_ = 0;  // Of the last chunk.
    std::size_t total_ = 0; // Of the others.
    std::size_t capacity_ = 0;
};

}  // namespace irikteu::layout
