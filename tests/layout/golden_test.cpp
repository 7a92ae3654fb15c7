// Every .fo in cases/ is formatted with the fake fonts and compared with the text of the same name in golden/. Where they
// differ, what came out is written beside the test binary, to be looked at and, if it is right, moved.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/disk.hpp"
#include "layout/formatter.hpp"
#include "page_text.hpp"
#include "support/folders.hpp"

namespace irikteu::layout {
namespace {

const std::string kFolder = support::source_path("/tests/layout");

// A PNG of 20 by 10 pixels as far as its head goes; layout doesn't look further.
const std::string kPng("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x14\0\0\0\x0a\x08\x02\0\0\0", 29);

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : base::RealDisk().list(kFolder + "/cases")) {
        if (entry.name.size() > 3 && entry.name.substr(entry.name.size() - 3) == ".fo") {
            names.push_back(entry.name.substr(0, entry.name.size() - 3));
        }
    }
    return names;
}

std::string formatted(const std::string& name) {
    base::RealDisk disk;
    const auto document = xml::Document::parse(disk.read(kFolder + "/cases/" + name + ".fo", 1 << 20), name + ".fo");
    FakeFonts fonts;
    FormatOptions options;
    options.load_image = [](std::string_view) { return kPng; };
    try {
        return page_text(format(document, fonts, options), fonts);
    } catch (const base::Error& error) {
        return "error " + std::string(to_string(error.code())) + " " + error.what() + "\n";
    }
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, is_laid_out_as_expected) {
    base::RealDisk disk;
    const std::string golden = kFolder + "/golden/" + GetParam() + ".txt";
    const std::string actual = formatted(GetParam());
    const std::string expected = disk.exists(golden) ? disk.read(golden, 1 << 20) : "";
    if (actual != expected) disk.write(support::build_path("/tests/layout-actual/") + GetParam() + ".txt", actual);
    EXPECT_EQ(actual, expected);
}

TEST_P(Golden, is_laid_out_alike_twice) { EXPECT_EQ(formatted(GetParam()), formatted(GetParam())); }

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(case_names()), test_name);

}  // namespace
}  // namespace irikteu::layout
