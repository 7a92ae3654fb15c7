#include "kazakh/distance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace irikteu::kazakh {

TEST(BoundedDistance, CountsEditsUpToItsLimit) {
    EXPECT_EQ(bounded_distance("кластер", "кластер", 2), 0);
    EXPECT_EQ(bounded_distance("кластер", "клестер", 2), 1);
    EXPECT_EQ(bounded_distance("кластер", "ластерр", 2), 2);
    EXPECT_EQ(bounded_distance("кластер", "конкурс", 2), 3);
    EXPECT_EQ(bounded_distance("", "аб", 2), 2);
    EXPECT_EQ(bounded_distance("", "абв", 2), 3);
    EXPECT_EQ(bounded_distance("аб", "аб", 0), 0);
    EXPECT_EQ(bounded_distance("аб", "ба", 0), 1);
}

TEST(BoundedDistance, AgreesWithTheWholeTable) {
    // A small deterministic generator; the unbounded table is the reference.
    std::uint32_t state = 7;
    const auto random = [&](std::uint32_t below) {
        return (state = state * 1664525u + 1013904223u) / 65536u % below;
    };
    for (int round = 0; round < 3000; ++round) {
        std::u32string a(random(9), U'a'), b(random(9), U'a');
        for (char32_t& c : a) c += random(3);
        for (char32_t& c : b) c += random(3);
        std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t j = 0; j <= b.size(); ++j) {
                if (i == 0 || j == 0) {
                    table[i][j] = static_cast<int>(i + j);
                } else {
                    table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                            table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
                }
            }
        }
        for (int limit = 0; limit < 7; ++limit) {
            EXPECT_EQ(bounded_distance(a, b, limit), std::min(table[a.size()][b.size()], limit + 1));
        }
    }
}

}  // namespace irikteu::kazakh
