#include "layout/column_balance.hpp"

namespace irikteu::layout {
namespace {

/// A column may be longer than the next one by that much for its sake.
constexpr std::int64_t kRelaxed = 4'000;
constexpr std::size_t kMostRounds = 100;

using Ends = std::vector<std::size_t>;

class Balance {
  public:
    Balance(std::span<const ColumnEnd> ends, std::int64_t begin, int columns) : ends_(ends), begin_(begin), columns_(columns) {}

    Ends run() const {
        Ends before;
        Ends now{ends_.size() - 1};
        for (std::size_t round = 0; round < kMostRounds; ++round) {
            Ends next = nearest_to_share(average(now));
            if (next == now || next == before) {
                now = std::move(next);
                break;
            }
            before = std::move(now);
            now = std::move(next);
        }
        level(now);
        return now;
    }

  private:
    std::int64_t begins(const Ends& columns, std::size_t column) const { return column == 0 ? begin_ : ends_[columns[column - 1]].next; }
    std::int64_t length(std::int64_t begin, std::size_t end) const { return ends_[end].height - begin + ends_[end].cost; }

    std::int64_t average(const Ends& columns) const {
        std::int64_t sum = 0;
        for (std::size_t c = 0; c < columns.size(); ++c) sum += length(begins(columns, c), columns[c]);
        return sum / columns_;
    }

    Ends nearest_to_share(std::int64_t share) const {
        Ends columns;
        std::int64_t offset = -begin_;  // From heights to the sum of all columns up to there.
        std::int64_t wanted = share;
        std::int64_t last_sum = 0;
        std::size_t last = 0;
        bool any = false;  // A place behind the last end, and not too far.
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            const std::int64_t sum = ends_[i].height + offset + ends_[i].cost;
            if (sum <= wanted || static_cast<int>(columns.size()) + 1 >= columns_) {
                last_sum = sum;
                last = i;
                any = true;
                continue;
            }
            const bool back = any && sum - wanted > wanted - last_sum;
            const std::size_t end = back ? last : i;
            if (end + 1 == ends_.size()) break;
            columns.push_back(end);
            offset = (back ? last_sum : sum) - ends_[end].next;
            wanted += share;
            any = false;
            i = end;
        }
        columns.push_back(ends_.size() - 1);
        return columns;
    }

    // What a column that is shorter than the next one may take from it, it takes.
    void level(Ends& columns) const {
        for (bool changes = true; changes;) {
            changes = false;
            std::int64_t next_length = length(begins(columns, columns.size() - 1), columns.back());
            for (std::size_t c = columns.size() - 1; c > 0; --c) {
                std::int64_t own = length(begins(columns, c - 1), columns[c - 1]);
                if (own < next_length && columns[c - 1] + 1 < columns[c]) {
                    const std::int64_t longer = length(begins(columns, c - 1), columns[c - 1] + 1);
                    if (longer <= kRelaxed + next_length) {
                        ++columns[c - 1];
                        own = longer;
                        changes = true;
                    }
                }
                next_length = own;
            }
        }
    }

    std::span<const ColumnEnd> ends_;
    std::int64_t begin_;
    int columns_;
};

}  // namespace

std::vector<std::size_t> balanced_columns(std::span<const ColumnEnd> ends, std::int64_t begin, int columns) {
    if (ends.empty()) return {};
    return Balance(ends, begin, columns).run();
}

}  // namespace irikteu::layout
