// The papers of tests/cases, by four producers, sound and damaged: each gives the findings of expected.tsv and no others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/disk.hpp"
#include "pipeline/single_document.hpp"
#include "support/folders.hpp"
#include "xml/xpath.hpp"

namespace irikteu::outline::testing {
namespace {

const std::string cases = support::source_path("/tests/cases/");

std::vector<std::string> parted(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) {
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

/// appendix/item/kind/severity of what counts; what only informs or is for a person does not.
std::vector<std::string> findings_of(xml::Node report) {
    std::vector<std::string> found;
    for (const xml::Node finding : report.elements()) {
        if (finding.name() != "finding") continue;
        const std::string severity(finding.attribute_or("severity", ""));
        if (severity == "info" || severity == "manual") continue;
        std::string one;
        for (const char* name : {"appendix", "item", "kind"}) one += std::string(finding.attribute_or(name, "")) + '/';
        found.push_back(one + severity);
    }
    return found;
}

TEST(Cases, give_the_findings_that_are_expected_and_no_others) {
    const base::RealDisk disk;
    pipeline::JudgeOptions options;
    options.templates_folder = support::source_path("/templates");
    pipeline::Judge judge(disk, options);
    std::ifstream table(cases + "expected.tsv");
    int papers = 0;
    for (std::string line; std::getline(table, line);) {
        std::vector<std::string> columns(4);
        std::stringstream stream(line);
        for (std::string& column : columns) std::getline(stream, column, '\t');
        const auto kind = columns[1] == "-" ? std::nullopt : pipeline::document_kind(judge.act(), columns[1]);
        const auto examination = pipeline::examine_file(judge, cases + "papers/" + columns[0], columns[0], kind);
        auto found = findings_of(examination.report.root());
        auto expected = parted(columns[2], ';');
        for (const std::string& instead : parted(columns[3], ';')) {
            // One of two exchanged items is out of order: either may be named.
            const auto it = std::find(found.begin(), found.end(), instead);
            const auto missed = std::find_if(expected.begin(), expected.end(), [&](const std::string& each) { return std::find(found.begin(), found.end(), each) == found.end(); });
            if (it != found.end() && missed != expected.end()) *it = *missed;
        }
        EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(expected)) << columns[0];
        ++papers;
    }
    EXPECT_GE(papers, 60);
}

}  // namespace
}  // namespace irikteu::outline::testing
