#include "base/once.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace irikteu::base {
namespace {

TEST(Once, MakesOnceForAllThreads) {
    Once once;
    std::atomic<int> made{0};
    int value = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            once.call([&] {
                ++made;
                value = 7;
            });
            EXPECT_EQ(value, 7);
        });
    }
    for (std::thread& each : threads) each.join();
    EXPECT_EQ(made, 1);
}

TEST(Once, GivesWhatTheMakingThrowsToTheCallerAndLetsTheNextOneTry) {
    Once once;
    EXPECT_THROW(once.call([] { throw std::runtime_error("not yet"); }), std::runtime_error);
    int made = 0;
    once.call([&] { ++made; });
    once.call([&] { ++made; });
    EXPECT_EQ(made, 1);
}

}  // namespace
}  // namespace irikteu::base
