#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "act/act.hpp"
#include "support/folders.hpp"

/// Every title, caption, label and text of the appendices in act.xml, compared with the decree to the letter.
/// decree-535-kk.md is the decree's text with its forms laid out as tables.
namespace irikteu::act {
namespace {

const Act& act_535() {
    static const Act act = Act::load(base::RealDisk(), support::source_path("/templates"), "kz-535-2015");
    return act;
}

/// Lines of one appendix, without blank ones and Markdown's heading signs.
std::vector<std::string> lines_of(const std::string& appendix) {
    std::istringstream decree(base::RealDisk().read(support::source_path("/tests/act/decree-535-kk.md"), 1u << 20));
    std::vector<std::string> lines;
    bool inside = false;
    for (std::string line; std::getline(decree, line);) {
        if (line.starts_with("## ")) inside = line.starts_with("## " + appendix + "-");
        if (line.starts_with("### ")) line.erase(0, 4);
        if (inside && !line.empty() && !line.starts_with("## ")) lines.push_back(line);
    }
    return lines;
}

bool is_cell(const std::string& line, const std::string& text) {
    for (const char* separator : {"|", " · "}) {
        std::size_t start = 0;
        while (start <= line.size()) {
            std::size_t end = line.find(separator, start);
            if (end == std::string::npos) end = line.size();
            std::string_view cell = xml::trim(std::string_view(line).substr(start, end - start));
            if (const auto bar = cell.rfind("| "); bar != std::string_view::npos) cell.remove_prefix(bar + 2);
            if (cell.ends_with(" |")) cell.remove_suffix(2);
            if (const auto times = cell.find(" ×"); times != std::string_view::npos) cell = cell.substr(0, times);
            if (xml::trim(cell) == text) return true;
            start = end + std::string_view(separator).size();
        }
    }
    return false;
}

void flatten_sections(xml::Node parent, std::vector<xml::Node>& sections) {
    for (xml::Node child : parent.elements()) {
        if (child.name() != "section") continue;
        sections.push_back(child);
        flatten_sections(child, sections);
    }
}

class StructureTitles : public ::testing::TestWithParam<const char*> {};

TEST_P(StructureTitles, stand_in_the_decree_with_their_numbers_and_in_its_order) {
    const auto lines = lines_of(GetParam());
    std::vector<xml::Node> sections;
    flatten_sections(act_535().appendix(GetParam()).first_element("structure"), sections);
    ASSERT_GT(sections.size(), 40u);
    auto from = lines.begin();
    for (xml::Node section : sections) {
        const std::string number(section.attribute_or("number", ""));
        const std::string line = (number.empty() ? "" : number + " ") + section.first_element("title").text();
        const auto found = std::find_if(from, lines.end(), [&](const std::string& each) { return each == line || each == line + ":"; });
        ASSERT_NE(found, lines.end()) << line;
        from = found + 1;
    }
}

TEST_P(StructureTitles, leave_no_line_of_the_structure_out) {
    const auto lines = lines_of(GetParam());
    std::vector<xml::Node> sections;
    const xml::Node appendix = act_535().appendix(GetParam());
    flatten_sections(appendix.first_element("structure"), sections);
    std::vector<std::string> known{appendix.child_text("title"), appendix.child_text("paper_title")};
    for (xml::Node text : appendix.first_element("intro") ? appendix.first_element("intro").elements() : xml::Node().elements()) known.push_back(text.text());
    for (xml::Node section : sections) {
        const std::string number(section.attribute_or("number", ""));
        known.push_back((number.empty() ? "" : number + " ") + section.first_element("title").text());
        known.push_back(known.back() + ":");
        for (xml::Node note : section.elements()) {
            if (note.name() == "note") known.push_back(note.text());
        }
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].starts_with("|")) continue;
        EXPECT_NE(std::find(known.begin(), known.end(), lines[i]), known.end()) << lines[i];
    }
}

TEST_P(StructureTitles, have_short_forms_that_they_begin_with) {
    std::vector<xml::Node> sections;
    flatten_sections(act_535().appendix(GetParam()).first_element("structure"), sections);
    for (xml::Node section : sections) {
        const std::string brief = section.child_text("short");
        EXPECT_TRUE(section.child_text("title").starts_with(brief)) << brief;
    }
}

INSTANTIATE_TEST_SUITE_P(Appendix, StructureTitles, ::testing::Values("2", "5"));

/// Elements whose text is the decree's own, below an appendix but outside its structure.
void collect_texts(xml::Node parent, std::vector<std::string>& texts) {
    for (xml::Node child : parent.elements()) {
        const auto name = child.name();
        if (name == "section" || name == "paper_title" || name == "intro" || name == "alias") continue;  // people's other wordings
        if (!child.first_element()) texts.push_back(child.text());
        collect_texts(child, texts);
    }
}

class AppendixTexts : public ::testing::TestWithParam<const char*> {};

TEST_P(AppendixTexts, of_forms_and_tables_stand_in_the_decree) {
    const auto lines = lines_of(GetParam());
    std::vector<std::string> texts;
    collect_texts(act_535().appendix(GetParam()), texts);
    ASSERT_FALSE(texts.empty());
    for (const auto& text : texts) {
        const bool stands = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
        EXPECT_TRUE(stands) << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Appendix, AppendixTexts, ::testing::Values("1", "2", "3", "4", "5", "6"));

TEST(CompanySheet, has_every_row_and_cell_of_the_decree_and_no_other) {
    std::vector<std::string> titles;
    std::function<void(xml::Node)> collect = [&](xml::Node parent) {
        for (xml::Node child : parent.elements()) {
            if (child.name() == "title" || child.name() == "year") titles.push_back(child.text());
            collect(child);
        }
    };
    collect(act_535().entry("sheet", "7.sheet"));
    const auto lines = lines_of("2");
    std::size_t rows = 0;
    for (const auto& line : lines) rows += line.starts_with("| ") && !line.starts_with("| жол");
    EXPECT_EQ(rows, 12u + 8u);
    EXPECT_EQ(titles.size(), 12u + 8u + 3u + 3u + 2u + 4u);
    for (const auto& title : titles) {
        EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.starts_with("|") && is_cell(line, title); })) << title;
    }
}

TEST(RoadMap, has_every_column_group_and_attribute_of_the_decree) {
    const auto lines = lines_of("6");
    const xml::Node appendix = act_535().appendix("6");
    std::size_t numbered = 0;
    for (const auto& line : lines) numbered += line.size() > 2 && line[0] >= '1' && line[0] <= '9' && line[1] == '.';
    std::size_t stated = 0;
    for (const char* list : {"groups", "attributes"}) {
        for (xml::Node entry : appendix.first_element(list).elements()) {
            if (entry.name() == "title") continue;
            ++stated;
            const std::string line = std::string(entry.attribute_or("number", "")) + " " + entry.child_text("title");
            EXPECT_NE(std::find(lines.begin(), lines.end(), line), lines.end()) << line;
        }
    }
    EXPECT_EQ(stated, numbered);
    const auto header = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("| №"); });
    std::string columns = "|";
    for (xml::Node column : appendix.first_element("table").elements()) columns += " " + column.child_text("title") + " |";
    EXPECT_EQ(columns, *header);
}

}  // namespace
}  // namespace irikteu::act
