#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace irikteu::xml {

/// Where the nodes of a tree live that is only read: freed together, never one by one.
class Arena {
  public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena();
    /// Zeroed, aligned for any node.
    void* take(std::size_t bytes);
    /// A copy that ends with a zero byte.
    unsigned char* copy(std::string_view text);
    /// Room for `bytes`, of which keep() says how many are used at last.
    unsigned char* reserve(std::size_t bytes);
    void keep(std::size_t bytes) { used_ += (bytes + 7) & ~std::size_t{7}; }

  private:
    struct Block {
        std::unique_ptr<unsigned char[]> bytes;
        Block* next = nullptr;
    };
    void grow(std::size_t bytes);
    unsigned char* at_ = nullptr;
    std::size_t used_ = 0;
    std::size_t size_ = 0;
    Block* blocks_ = nullptr;
};

}  // namespace irikteu::xml
