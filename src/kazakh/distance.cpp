#include "kazakh/distance.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

int bounded_distance(std::u32string_view a, std::u32string_view b, int limit) {
    if (limit < 0) return a == b ? 0 : limit + 1;
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.size() > b.size()) std::swap(a, b);
    const auto more = static_cast<std::size_t>(limit);
    if (b.size() - a.size() > more) return limit + 1;
    if (a.empty()) return static_cast<int>(b.size());

    // One row of the table, and of it only the band of width 2·limit+1 around the diagonal.
    const int beyond = limit + 1;
    std::array<int, 128> few;
    std::vector<int> many(b.size() < few.size() ? 0 : b.size() + 1);
    int* const row = many.empty() ? few.data() : many.data();
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(std::min(j, more + 1));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > more ? i - more : 1;
        const std::size_t last = std::min(b.size(), i + more);
        int diagonal = row[first - 1];
        row[first - 1] = first == 1 ? static_cast<int>(std::min(i, more + 1)) : beyond;
        int best = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const int above = j == i + more ? beyond : row[j];
            int cost = diagonal + (a[i - 1] != b[j - 1]);
            cost = std::min({cost, above + 1, row[j - 1] + 1, beyond});
            diagonal = row[j];
            row[j] = cost;
            best = std::min(best, cost);
        }
        if (best > limit) return beyond;
    }
    return std::min(row[b.size()], beyond);
}

int bounded_distance(std::string_view a, std::string_view b, int limit) {
    return bounded_distance(to_code_points(a), to_code_points(b), limit);
}

}  // namespace irikteu::kazakh
