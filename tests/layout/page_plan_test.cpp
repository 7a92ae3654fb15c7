// How ends of pages are chosen together, and how far that looks: with lists of lines and spaces that give.
#include "layout/page_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>

namespace irikteu::layout {
namespace {

constexpr std::int32_t kSpace = 4'000, kStretch = 2'000, kShrink = 1'500;

// Lines with spaces between, of which more and more are known.
class Lines {
  public:
    explicit Lines(std::uint32_t count, std::uint32_t known) {
        std::uint32_t random = 7;
        for (std::uint32_t i = 0; i < count; ++i) {
            random = random * 1'103'515'245u + 12'345u;
            add(10'000 + static_cast<std::int32_t>(random >> 20) % 7'000);
        }
        show(known);
    }
    explicit Lines(const std::vector<std::int32_t>& heights) {
        for (const std::int32_t h : heights) add(h);
        show(static_cast<std::uint32_t>(heights.size()));
    }
    void note_on(std::uint32_t line, const List& note) {
        bodies_.push_back(&note);
        Line* noted = arena_.make<Line>(*pieces_[3 * line].line);
        noted->notes = arena_.copy(std::vector<const List*>{&note});
        pieces_[3 * line].line = noted;
        list.has_notes = true;
    }
    void show(std::uint32_t known) {
        known_ = std::min(known, static_cast<std::uint32_t>(heights_.size()));
        list.pieces = std::span<const Piece>(pieces_).first(known_ == heights_.size() ? pieces_.size() : 3 * known_);
    }
    bool grow() {
        if (known_ == heights_.size()) return false;
        show(known_ + 50);
        return true;
    }
    std::uint32_t known() const { return known_; }
    const std::vector<std::int32_t>& heights() const { return heights_; }
    List list;

  private:
    void add(std::int32_t height) {
        if (!heights_.empty()) {
            Piece space;
            space.kind = PieceKind::space;
            space.height = kSpace;
            space.flexibility = {kStretch, kShrink};
            Piece opportunity;
            opportunity.kind = PieceKind::opportunity;
            pieces_.push_back(space);
            pieces_.push_back(opportunity);
        }
        heights_.push_back(height);
        Piece line;
        line.height = height;
        line.line = arena_.make<Line>();
        pieces_.push_back(line);
    }
    Arena arena_;
    std::vector<std::int32_t> heights_;
    std::vector<Piece> pieces_;
    std::vector<const List*> bodies_;
    std::uint32_t known_ = 0;
};

using Room = std::function<std::int64_t(std::size_t)>;

double demerits_of(std::int64_t difference, std::int64_t spaces, bool last, int& fitness) {
    const std::int64_t gives = difference < 0 ? spaces * kShrink : spaces * kStretch + (last ? 10'000'000 : 0);
    double ratio = difference == 0 ? 0 : gives > 0 ? static_cast<double>(difference) / static_cast<double>(gives) : difference < 0 ? -1000 : 1000;
    if (ratio < -1 || ratio > 1) return std::numeric_limits<double>::infinity();
    const int own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : 2;
    const double bad = 1 + 100 * std::pow(std::fabs(ratio), 3);
    const double all = bad * bad + (std::abs(own - fitness) > 1 ? 50 : 0);
    fitness = own;
    return all;
}

// The least there can be, by trying everything.
double least(const std::vector<std::int32_t>& heights, const Room& room, std::size_t from, std::size_t page, int fitness, std::map<std::tuple<std::size_t, std::size_t, int>, double>& known) {
    const auto key = std::make_tuple(from, page, fitness);
    const auto at = known.find(key);
    if (at != known.end()) return at->second;
    double best = std::numeric_limits<double>::infinity();
    std::int64_t height = 0;
    for (std::size_t end = from + 1; end <= heights.size(); ++end) {
        height += heights[end - 1] + (end - 1 > from ? kSpace : 0);
        int own = fitness;
        const bool last = end == heights.size();
        const double here = demerits_of(room(page) - height, static_cast<std::int64_t>(end - from - 1), last, own);
        if (here == std::numeric_limits<double>::infinity()) continue;
        best = std::min(best, here + (last ? 0 : least(heights, room, end, page + 1, own, known)));
    }
    return known[key] = best;
}

struct Made {
    double demerits = 0;
    std::size_t pages = 0;
    std::uint32_t looked_ahead = 0;  // Lines that had to be known beyond a page's first.
    std::vector<std::uint32_t> ends;
};

Made make(Lines& lines, const Room& room) {
    Arena arena;
    Filler filler(arena);
    PagePlan plan(filler);
    Made made;
    Cursor from;
    int fitness = 1;
    for (bool done = false; !done; ++made.pages) {
        const auto result = plan.next(lines.list, from, made.pages, 0, room(made.pages), nullptr, [&](std::size_t page) { return PagePlan::Page{room(page), 1, true}; },
                                      [&] { return lines.grow(); });
        if (!result) break;
        made.looked_ahead = std::max(made.looked_ahead, lines.known() - (from.index + 1) / 3);
        const std::uint32_t first = (from.index + 1) / 3, end = result->done ? static_cast<std::uint32_t>(lines.heights().size()) : (result->end.index + 1) / 3;
        made.demerits += demerits_of(room(made.pages) - result->height, end - first - 1, result->done, fitness);
        made.ends.push_back(end);
        from = result->end;
        done = result->done;
    }
    return made;
}

TEST(PagePlan, finds_the_least_demerits_with_pages_of_whatever_height) {
    const std::vector<Room> rooms{[](std::size_t) { return 100'000; }, [](std::size_t page) { return page % 2 == 0 ? 90'000 : 120'000; },
                                  [](std::size_t page) { return page == 0 ? 70'000 : page % 2 == 0 ? 140'000 : 100'000; },
                                  [](std::size_t page) { return page < 3 ? 80'000 + 20'000 * static_cast<int>(page) : 110'000; }};
    std::size_t compared = 0;
    for (const Room& room : rooms) {
        for (std::uint32_t count = 1; count < 90; ++count) {
            Lines lines(count, 10);
            std::map<std::tuple<std::size_t, std::size_t, int>, double> known;
            const double best = least(lines.heights(), room, 0, 0, 1, known);
            if (best == std::numeric_limits<double>::infinity()) continue;  // Some page has to stay short.
            EXPECT_NEAR(make(lines, room).demerits, best, 1e-6 * best) << count;
            ++compared;
        }
    }
    EXPECT_GT(compared, 200u);
}

TEST(PagePlan, looks_only_so_far_however_long_the_flow_is) {
    for (const std::uint32_t count : {20'000u, 60'000u}) {
        Lines lines(count, 10);
        const Made made = make(lines, [](std::size_t) { return 100'000; });
        EXPECT_EQ(made.ends.back(), count);
        EXPECT_LE(made.looked_ahead, PagePlan::kPlaces + 100);
    }
}

TEST(PagePlan, goes_on_from_the_last_place_before_a_page_that_must_stay_short) {
    // Six lines and their spaces leave 20 points, which five spaces can't give; the seventh line is too high.
    Lines lines({10'000, 10'000, 10'000, 10'000, 10'000, 10'000, 60'000, 10'000});
    const Made made = make(lines, [](std::size_t) { return 100'000; });
    EXPECT_EQ(made.ends, (std::vector<std::uint32_t>{6, 8}));
}

TEST(PagePlan, breaks_a_footnote_of_the_last_line_where_that_fills_the_page) {
    Arena arena;
    std::vector<Piece> body;
    for (int i = 0; i < 4; ++i) {
        if (i > 0) {
            Piece opportunity;
            opportunity.kind = PieceKind::opportunity;
            body.push_back(opportunity);
        }
        Piece line;
        line.height = 10'000;
        line.line = arena.make<Line>();
        body.push_back(line);
    }
    List note;
    note.pieces = body;
    note.height = 40'000;
    Lines lines({20'000, 20'000, 20'000, 20'000, 20'000});
    lines.note_on(2, note);
    Filler filler(arena);
    PagePlan plan(filler);
    const std::vector<Filler::Note> none;
    // Three lines, two spaces and two of the note's four lines.
    const auto page = [](std::size_t) { return PagePlan::Page{88'000, 1, true}; };
    const auto first = plan.next(lines.list, {}, 0, 0, 88'000, &none, page, [] { return false; });
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ((first->end.index + 1) / 3, 3u);
    EXPECT_EQ(first->notes, 20'000);
    EXPECT_EQ(first->notes_left, 1u);
    EXPECT_EQ(first->note_height, 20'000);
    EXPECT_EQ(first->note_end.index, 4u);
    const std::vector<Filler::Note> left{{&note, first->note_end}};
    const auto second = plan.next(lines.list, first->end, 1, 0, 88'000, &left, page, [] { return false; });
    ASSERT_TRUE(second.has_value());
    EXPECT_TRUE(second->done);
    EXPECT_EQ(second->notes, 20'000);
    EXPECT_EQ(second->notes_left, 0u);
}

}  // namespace
}  // namespace irikteu::layout
