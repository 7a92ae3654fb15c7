#include "base/heap.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <random>
#include <thread>
#include <utility>
#include <vector>

namespace irikteu::base {
namespace {

/// A block that is full of one byte, so that blocks which overlap are seen.
struct Filled {
    unsigned char* block;
    std::size_t size;
    unsigned char fill;

    static Filled make(std::size_t size, unsigned char fill) {
        auto* block = static_cast<unsigned char*>(heap::allocate(size));
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % 16, 0u) << size;
        std::memset(block, fill, size);
        return {block, size, fill};
    }
    bool holds() const {
        for (std::size_t i = 0; i < size; ++i)
            if (block[i] != fill) return false;
        return true;
    }
};

TEST(Heap, GivesAlignedBlocksThatDoNotOverlapAndKeepTheirBytes) {
    std::mt19937 random(7);
    std::vector<Filled> blocks;
    for (int step = 0; step < 200'000; ++step) {
        const bool large = random() % 50 == 0;
        if (blocks.size() < 2000 && random() % 5 < 3) {
            blocks.push_back(Filled::make(random() % (large ? 100'000 : 700), static_cast<unsigned char>(random())));
            continue;
        }
        if (blocks.empty()) continue;
        Filled& each = blocks[random() % blocks.size()];
        ASSERT_TRUE(each.holds());
        if (random() % 3 == 0) {
            const std::size_t size = random() % (large ? 100'000 : 1500);
            each.block = static_cast<unsigned char*>(heap::reallocate(each.block, size));
            const std::size_t kept = std::min(size, each.size);
            ASSERT_TRUE((Filled{each.block, kept, each.fill}.holds()));
            std::memset(each.block, each.fill, size);
            each.size = size;
        } else {
            heap::release(each.block);
            std::swap(each, blocks.back());
            blocks.pop_back();
        }
    }
    for (const Filled& each : blocks) {
        EXPECT_TRUE(each.holds());
        heap::release(each.block);
    }
}

TEST(Heap, TakesBlocksBackOnAnotherThreadAndUsesThemAgain) {
    // What one thread makes and another frees, as reports are: without handing on, each round would take new memory.
    std::uintptr_t least = UINTPTR_MAX, most = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<Filled> blocks;
        std::thread maker([&] {
            for (int i = 0; i < 3000; ++i) blocks.push_back(Filled::make(1000, static_cast<unsigned char>(i)));
        });
        maker.join();
        for (const Filled& each : blocks) {
            ASSERT_TRUE(each.holds());
            if (round > 100) {
                least = std::min(least, reinterpret_cast<std::uintptr_t>(each.block));
                most = std::max(most, reinterpret_cast<std::uintptr_t>(each.block));
            }
            heap::release(each.block);
        }
    }
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(most - least, 100u * 3000u * 1000u);
#endif
}

TEST(Heap, TakesNothingBackAndRefusesWhatNobodyHas) {
    heap::release(nullptr);
#ifndef __SANITIZE_ADDRESS__
    EXPECT_EQ(heap::allocate(SIZE_MAX - 3), nullptr);
    EXPECT_THROW(static_cast<void>(::operator new(SIZE_MAX / 2)), std::bad_alloc);
#endif
    char* copy = heap::duplicate("as it is");
    EXPECT_STREQ(copy, "as it is");
    heap::release(copy);
}

}  // namespace
}  // namespace irikteu::base
