#pragma once

#include <cstddef>

/// The heap of the whole process: operator new and delete, and libxml2's allocation, come from here (but not malloc of others).
/// Made for what a check does: a million small blocks that live and die together, on threads that share little. Blocks up
/// to 16 KB lie in pages for one size and one thread, one behind the other as they were asked for; a page of which nothing is
/// out any more begins anew, so that the next tree lies in memory as it is read, too. What another thread frees goes back to the
/// one that made it. Larger blocks are malloc's. Pages are not given back to the system. Where sanitizers watch, all is
/// malloc's.
namespace irikteu::base::heap {

/// At least `size` bytes, aligned for any fundamental type; nullptr where there is no memory. Any thread.
void* allocate(std::size_t size) noexcept;
/// As realloc(): nullptr where there is no memory, and then `block` stays.
void* reallocate(void* block, std::size_t size) noexcept;
/// Of allocate(), on any thread; nullptr is nothing.
void release(void* block) noexcept;
/// A copy of a string that ends in NUL; nullptr where there is no memory.
char* duplicate(const char* text) noexcept;

}  // namespace irikteu::base::heap
