// What is said of a document that can't be laid out as it asks.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/several_errors.hpp"
#include "fake_fonts.hpp"
#include "layout/formatter.hpp"

namespace irikteu::layout {
namespace {

using Lines = std::vector<std::string>;

std::string document(const std::string& flow) {
    return R"(<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" font-size="10pt">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">)" +
           flow + "</fo:flow></fo:page-sequence></fo:root>";
}

/// What is said of it as it is refused, and as it is laid out.
Lines said_of(const std::string& flow) {
    FakeFonts fonts;
    Lines said;
    FormatOptions options;
    options.overflow = [&said](const Overflow& o) { said.push_back(std::to_string(o.where.line) + " " + o.what + (o.more > 0 ? " and " + std::to_string(o.more) + " more" : "")); };
    const auto note = [&said](const base::Error& error) { said.push_back(std::to_string(error.where().line) + " " + error.message()); };
    try {
        format(xml::Document::parse(document(flow), "test.fo"), fonts, options);
    } catch (const base::SeveralErrors& errors) {
        note(errors);
        for (const base::Error& other : errors.others()) note(other);
    } catch (const base::Error& error) {
        note(error);
    }
    return said;
}

TEST(Faults, are_all_named_in_one_run) {
    EXPECT_EQ(said_of("<fo:block colour=\"red\" font-size=\"big\">a</fo:block>\n<fo:float><fo:block bad=\"1\"/></fo:float>\n<fo:block><fo:blok/>b<fo:inline ir:odd=\"1\">c</fo:inline></fo:block>\n"
                      "<fo:block text-align=\"middle\"/>\n<fo:block ir:role=\"H3\">d</fo:block>"),
              (Lines{"4 fo:block: unknown property colour", "4 fo:block: property font-size has the unsupported value \"big\"", "5 fo:float is not supported", "6 unknown formatting object fo:blok",
                     "6 fo:inline: unknown attribute ir:odd", "7 fo:block: property text-align has the unsupported value \"middle\"",
                     "8 fo:block: heading H3 skips a level; the level before is 0"}));
}

TEST(Faults, of_change_bars_are_said_as_others_are) {
    EXPECT_EQ(said_of("<fo:block change-bar-class=\"1\" change-bar-color=\"red\" change-bar-offset=\"2mm\" change-bar-placement=\"start\" change-bar-style=\"solid\" change-bar-width=\"1pt\">a</fo:block>"
                      "<fo:change-bar-begin change-bar-class=\"1\"/><fo:change-bar-end change-bar-class=\"1\"/>\n<fo:block change-bar-colour=\"red\">b</fo:block>\n<fo:change-bar-ende/>"),
              (Lines{"5 fo:block: unknown property change-bar-colour", "6 unknown formatting object fo:change-bar-ende"}));
}

TEST(Faults, are_named_up_to_a_number) {
    const auto said_of_many = [](int count) {
        std::string flow;
        for (int i = 0; i < count; ++i) flow += "\n<fo:block bad-" + std::to_string(i) + "=\"1\"/>";
        return said_of(flow);
    };
    EXPECT_EQ(said_of_many(20).size(), 20u) << "these are all";
    EXPECT_EQ(said_of_many(21).size(), 21u);
    const Lines said = said_of_many(30);
    ASSERT_EQ(said.size(), 21u);
    EXPECT_EQ(said[19], "24 fo:block: unknown property bad-19");
    EXPECT_EQ(said[20], "0 there are more like these: no more than 20 are named");
}

TEST(Faults, of_what_comes_after_the_tree_was_made_are_said_as_they_are_met) {
    EXPECT_EQ(said_of("<fo:block>a</fo:block>\n<fo:block><fo:external-graphic src=\"a.png\"/></fo:block>"), (Lines{"5 fo:external-graphic: no files can be loaded here: a.png"}));
}

TEST(Faults, an_unknown_role_is_passed_over_and_said) {
    EXPECT_EQ(said_of("<fo:block role=\"paragraf\">a</fo:block>\n<fo:block role=\"H1\">b</fo:block><fo:block role=\"TD\">c</fo:block><fo:block role=\"none\">d</fo:block>"),
              (Lines{"4 fo:block: role \"paragraf\" is no structure type, and is passed over"}));
}

TEST(Faults, a_leader_repeats_its_pattern_so_often_only) {
    const auto leader = [](const std::string& size) { return "<fo:block font-size=\"" + size + "\">a<fo:leader leader-pattern=\"dots\" leader-length=\"100%\"/></fo:block>"; };
    EXPECT_EQ(said_of(leader("0.02pt")), Lines{});
    EXPECT_EQ(said_of(leader("0.01pt")), (Lines{"4 fo:leader: its pattern would stand 40000 times in one line, and 20000 is the most"}));
}

TEST(Faults, words_outside_the_page_are_said) {
    const auto placed = [](const std::string& place, const std::string& content) {
        return "<fo:block-container absolute-position=\"absolute\" width=\"100pt\" " + place + "><fo:block>" + content + "</fo:block></fo:block-container><fo:block>x</fo:block>";
    };
    EXPECT_EQ(said_of(placed("top=\"250pt\" left=\"0pt\"", "a b")), (Lines{"4 fo:block: words of it lie outside the page by 59.0 pt"}));
    EXPECT_EQ(said_of(placed("top=\"-30pt\" left=\"0pt\"", "a")), (Lines{"4 fo:block: words of it lie outside the page by 21.0 pt"}));
    EXPECT_EQ(said_of(placed("top=\"0pt\" left=\"205pt\"", "a")), (Lines{"4 fo:block: words of it lie outside the page by 5.0 pt"}));
    EXPECT_EQ(said_of(placed("top=\"0pt\" left=\"0pt\"", "a</fo:block><fo:block space-before=\"300pt\">b")), (Lines{"4 fo:block: words of it lie outside the page by 121.0 pt"}));
    EXPECT_EQ(said_of("<fo:block>a</fo:block><fo:block space-before=\"-100pt\">b</fo:block>"), (Lines{"4 fo:block: words of it lie outside the page by 79.0 pt"}));
    EXPECT_EQ(said_of(placed("top=\"250pt\" left=\"0pt\"", "")), Lines{}) << "nothing is lost";
    EXPECT_EQ(said_of(placed("top=\"180pt\" left=\"190pt\"", "a")), Lines{});
    EXPECT_EQ(said_of(placed("top=\"0pt\" left=\"0pt\" reference-orientation=\"90\"", "a")), Lines{});
}

/// Sixty objects, one a line; # is the number of each.
std::string sixty(const std::string& object) {
    std::string flow;
    for (int i = 0; i < 60; ++i) {
        std::string one = object;
        if (const auto at = one.find('#'); at != std::string::npos) one.replace(at, 1, std::to_string(i));
        flow += one + '\n';
    }
    return flow;
}

const std::string kTooWide = "<fo:block-container width=\"5pt\"><fo:block>word</fo:block></fo:block-container>",
                  kTooHigh = "<fo:block-container height=\"5pt\"><fo:block>a</fo:block><fo:block>b</fo:block></fo:block-container>",
                  kLost = "<fo:block-container absolute-position=\"fixed\" left=\"0pt\" top=\"250pt\"><fo:block>a</fo:block></fo:block-container>",
                  kPageTooLow = "<fo:block-container height=\"300pt\"><fo:block>a</fo:block></fo:block-container>", kLeftOut = "lost#<fo:block>b</fo:block>";

std::size_t count(const Lines& said, const std::string& what) {
    return static_cast<std::size_t>(std::count_if(said.begin(), said.end(), [&](const std::string& line) { return line.find(what) != std::string::npos; }));
}

TEST(Faults, of_each_kind_fifty_are_said_and_how_many_more_there_are) {
    for (int file = 0; file < 2; ++file) {  // Each is counted by itself.
        const Lines said = said_of(sixty(kTooWide) + sixty(kTooHigh) + "<fo:block id=\"x\"/>\n" + sixty("<fo:block id=\"x\"/>"));
        EXPECT_EQ(count(said, "is wider than its line"), 50u);
        EXPECT_EQ(count(said, "its content is higher than its height"), 50u);
        EXPECT_EQ(count(said, "has the id \"x\""), 50u);
        EXPECT_EQ(count(said, " more"), 3u);
        EXPECT_EQ(Lines(said.end() - 3, said.end()), (Lines{"0 what is wider than its place and 10 more", "0 what is higher than its place and 10 more", "0 what is not shown as it is written and 10 more"}));
    }
    EXPECT_EQ(said_of(sixty(kTooWide) + "<fo:block bad=\"1\"/>"), (Lines{"64 fo:block: unknown property bad"})) << "what is refused is not laid out";
}

TEST(Faults, by_which_words_are_lost_are_all_said) {
    const Lines said = said_of(sixty(kTooWide) + sixty(kLost) + sixty(kPageTooLow) + sixty(kLeftOut));
    EXPECT_EQ(count(said, "is wider than its line"), 50u);
    EXPECT_EQ(count(said, "words of it lie outside the page"), 60u);
    EXPECT_EQ(count(said, "is higher than what the page has for it"), 60u);
    EXPECT_EQ(count(said, "is left out"), 60u);
    EXPECT_EQ(said.back(), "0 what is wider than its place and 10 more");
}

}  // namespace
}  // namespace irikteu::layout
