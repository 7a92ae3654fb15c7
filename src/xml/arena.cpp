#include "xml/arena.hpp"

#include <algorithm>
#include <cstring>

namespace irikteu::xml {

namespace {

constexpr std::size_t block_bytes = 1u << 18;

}  // namespace

Arena::~Arena() {
    while (blocks_ != nullptr) {
        Block* next = blocks_->next;
        delete blocks_;
        blocks_ = next;
    }
}

void Arena::grow(std::size_t bytes) {
    auto block = std::make_unique<Block>();
    size_ = std::max(bytes, block_bytes);
    block->bytes.reset(new unsigned char[size_]);
    at_ = block->bytes.get();
    used_ = 0;
    block->next = blocks_;
    blocks_ = block.release();
}

unsigned char* Arena::reserve(std::size_t bytes) {
    if (size_ - used_ < bytes + 8) grow(bytes + 8);
    return at_ + used_;
}

void* Arena::take(std::size_t bytes) {
    unsigned char* taken = reserve(bytes);
    keep(bytes);
    std::memset(taken, 0, bytes);
    return taken;
}

unsigned char* Arena::copy(std::string_view text) {
    unsigned char* copied = reserve(text.size() + 1);
    if (!text.empty()) std::memcpy(copied, text.data(), text.size());
    copied[text.size()] = 0;
    keep(text.size() + 1);
    return copied;
}

}  // namespace irikteu::xml
