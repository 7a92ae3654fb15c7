// What the patterns' authors ask for: their notices go along with the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/folders.hpp"

namespace irikteu::kazakh {
namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PatternNotices, HoldTheHeadOfEachSource) {
    const std::string notices = read(support::build_path("/share/irikteu/hyphenation-notices.txt"));
    EXPECT_THAT(notices, ::testing::StartsWith(read(support::source_path("/src/kazakh/patterns/README.md"))));
    std::size_t sources = 0;
    for (const auto& entry : std::filesystem::directory_iterator(support::source_path("/src/kazakh/patterns"))) {
        if (entry.path().extension() != ".cpp") continue;
        ++sources;
        std::string head;
        std::ifstream file(entry.path(), std::ios::binary);
        for (std::string line; std::getline(file, line) && line.starts_with("//");) head += line.substr(line.starts_with("// ") ? 3 : 2) + '\n';
        EXPECT_GT(head.size(), 100u) << entry.path();
        EXPECT_NE(notices.find("======== " + entry.path().filename().string() + '\n' + head), std::string::npos) << entry.path();
    }
    EXPECT_EQ(sources, 11u);
}

}  // namespace
}  // namespace irikteu::kazakh
