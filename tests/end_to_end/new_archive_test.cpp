// An archive that several processes make at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

TEST(NewArchive, IsMadeByOneOfManyAndTakesFromAll) {
    constexpr std::size_t kMany = 12;
    for (int round = 0; round < 3; ++round) {
        const Scratch scratch("new-archive");
        fs::create_directories(scratch.path);
        std::vector<support::Finished> done(kMany);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < kMany; ++i) {
            const std::string file = scratch.path + "/" + std::to_string(i) + ".txt";
            std::ofstream(file) << "event " << i;
            threads.emplace_back([&scratch, &done, file, i] { done[i] = irikteu({"archive", "add", scratch.path + "/archive", file, "--kind", "event", "--series", "OUT"}); });
        }
        for (std::thread& thread : threads) thread.join();
        for (const auto& each : done) EXPECT_EQ(each.status, 0) << each.err;
        const auto verified = irikteu({"archive", "verify", scratch.path + "/archive"});
        EXPECT_THAT(verified.out, testing::HasSubstr("sound, 12 entries"));
    }
}

}  // namespace irikteu::end_to_end
