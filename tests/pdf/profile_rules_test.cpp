// Every rule of the validator's profiles is tested, or profile_rules.tsv says why not.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/disk.hpp"
#include "support/folders.hpp"

namespace irikteu::pdf_test {
namespace {

struct Row {
    std::string profile, rule, how, what, shown_by;
};

std::string source(const std::string& name) { return base::RealDisk().read(support::source_path("/tests/pdf/") + name, 1 << 20); }

std::vector<Row> rows() {
    std::vector<Row> rows;
    std::istringstream lines(source("profile_rules.tsv"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        Row row;
        std::istringstream fields(line);
        for (auto* field : {&row.profile, &row.rule, &row.how, &row.what, &row.shown_by}) std::getline(fields, *field, '\t');
        rows.push_back(row);
    }
    return rows;
}

std::string checks() {
    std::string all;
    for (const char* name : {"annotation", "content", "document", "font", "metadata", "raw", "structure"}) all += source(std::string(name) + "_rules.cpp");
    return all;
}

/// The edits of conformance_test.cpp: name → the clause that is to be found broken.
std::map<std::string, std::string> edits() {
    std::map<std::string, std::string> edits;
    const std::string text = source("conformance_test.cpp");
    static const std::regex edit(R"re(Edit\{"(\w+)", "(?:[^"\\]|\\.)*", "(?:[^"\\]|\\.)*", "([^"]+)"\})re");
    for (std::sregex_iterator i(text.begin(), text.end(), edit), none; i != none; ++i) edits[(*i)[1]] = (*i)[2];
    return edits;
}

TEST(ProfileRules, are_all_listed_once) {
    std::set<std::string> seen;
    std::map<std::string, int> count;
    for (const Row& row : rows()) {
        EXPECT_TRUE(seen.insert(row.profile + ' ' + row.rule).second) << row.rule << " stands twice";
        ++count[row.profile];
    }
    EXPECT_EQ(count["PDF/A-3A"], 155);
    EXPECT_EQ(count["PDF/UA-1"], 106);
}

TEST(ProfileRules, are_checked_or_have_a_reason) {
    const std::string all = checks();
    for (const Row& row : rows()) {
        if (row.how == "reader") {
            EXPECT_GT(row.what.size(), 20u) << row.rule << " has no reason";
            continue;
        }
        ASSERT_TRUE(row.how == "checked" || row.how == "never") << row.rule << ' ' << row.how;
        EXPECT_NE(all.find(row.how == "checked" ? '"' + row.what + '"' : row.what), std::string::npos) << row.rule << ": no check knows " << row.what;
    }
}

TEST(ProfileRules, checks_are_shown_to_fire_by_an_edit_or_have_a_reason) {
    const auto known = edits();
    ASSERT_GT(known.size(), 70u);
    for (const Row& row : rows()) {
        if (row.how != "checked" || row.shown_by[0] == '(') continue;
        const auto edit = known.find(row.shown_by);
        ASSERT_NE(edit, known.end()) << row.rule << ": there is no edit " << row.shown_by;
        EXPECT_EQ(row.what.rfind(edit->second, 0), 0u) << row.rule << ": the edit breaks " << edit->second << ", not " << row.what;
    }
}

}  // namespace
}  // namespace irikteu::pdf_test
