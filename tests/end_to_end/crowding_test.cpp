// On no page of any document does text run into other text or out of the margins: the longest data and the emptiest, and the blanks.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

namespace {

/// In points from the page's upper left corner.
struct Word {
    double left, top, right, bottom;
    std::string text;
};

struct Page {
    double width = 0, height = 0;
    std::vector<Word> words;
};

std::vector<Page> pages_of(const std::string& pdf) {
    static const std::regex page("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
    static const std::regex word("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">(.*)</word>");
    std::vector<Page> pages;
    std::istringstream lines(support::run({"pdftotext", "-bbox", pdf, "-"}).out);
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_search(line, found, page)) pages.push_back({std::stod(found[1]), std::stod(found[2]), {}});
        else if (std::regex_search(line, found, word)) pages.back().words.push_back({std::stod(found[1]), std::stod(found[2]), std::stod(found[3]), std::stod(found[4]), found[5]});
    }
    return pages;
}

/// Nearer than a space between words could be: what a cell's padding and its neighbour's keep apart.
constexpr double kLeastGap = 1.2;

bool collide(const Word& a, const Word& b) {
    const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
    const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return across > -kLeastGap && down > 0.35 * std::min(a.bottom - a.top, b.bottom - b.top);
}

void expect_room(const std::string& pdf, const std::string& name) {
    const auto pages = pages_of(pdf);
    ASSERT_FALSE(pages.empty()) << name;
    std::size_t words = 0;
    for (std::size_t n = 0; n < pages.size(); ++n) {
        const Page& page = pages[n];
        words += page.words.size();
        for (std::size_t i = 0; i < page.words.size(); ++i) {
            const Word& a = page.words[i];
            // House style: 20 mm left, 10 mm right, at least 10 mm above and below.
            EXPECT_TRUE(a.left > 56 && a.right < page.width - 28 && a.top > 28 && a.bottom < page.height - 20) << name << ", page " << n + 1 << ": " << a.text << " leaves the margins";
            for (std::size_t k = i + 1; k < page.words.size(); ++k) {
                EXPECT_FALSE(collide(a, page.words[k])) << name << ", page " << n + 1 << ": " << a.text << " runs into " << page.words[k].text;
            }
        }
    }
    EXPECT_GT(words, 5u) << name;
}

void expect_room_for_all(const std::string& folder, std::size_t least) {
    Scratch scratch("crowding");
    fs::create_directories(scratch.path);
    std::size_t made = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".xml") continue;
        const std::string data = entry.path().string(), bytes = slurp(data);
        const auto root = bytes.find("<document"), kind = bytes.find(" kind=\"", root) + 7;
        const std::string pdf = scratch.path + '/' + entry.path().stem().string() + ".pdf";
        const auto finished = irikteu({"document", "make", bytes.substr(kind, bytes.find('"', kind) - kind), data, "-o", pdf});
        ASSERT_EQ(finished.status, 0) << data << ": " << finished.err;
        expect_room(pdf, entry.path().filename().string());
        ++made;
    }
    EXPECT_GE(made, least);
}

}  // namespace

TEST(Crowding, TheLongestAndTheEmptiestDataHaveRoom) { expect_room_for_all(support::source_path("/tests/compose/data"), 80); }
TEST(Crowding, TheSamplesHaveRoom) { expect_room_for_all(kSamples + "/documents", 38); }

TEST(Crowding, TheBlanksHaveRoom) {
    Scratch scratch("crowding-blanks");
    fs::create_directories(scratch.path);
    for (const char* appendix : {"1", "2", "3", "4", "5", "6"}) {
        const std::string pdf = scratch.path + '/' + appendix + ".pdf";
        ASSERT_EQ(irikteu({"blank", appendix, "-o", pdf}).status, 0);
        expect_room(pdf, std::string("blank ") + appendix);
    }
}

}  // namespace irikteu::end_to_end
