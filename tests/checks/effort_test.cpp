// What rules may cost: idioms that join nodes with nodes grow with the document, not with its square, and rules that
// never end are cut off with their names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk.hpp"
#include "checks/schematron.hpp"

namespace irikteu::checks {
namespace {

constexpr int kMany = 4000;

/// Elements that refer to each other.
const xml::Document& records() {
    static const xml::Document document = [] {
        std::string text = "<r>";
        for (int i = 0; i < kMany; ++i) {
            const std::string n = std::to_string(i);
            text += "<x id='i" + n + "' ref='i" + std::to_string(kMany - 1 - i) + "' n='" + std::to_string(i + 1) + "' t='" + std::to_string(i % 3) + "'><y k='k" + n + "'>v" + n + "</y></x>";
        }
        return xml::Document::parse(text + "</r>", "records.xml");
    }();
    return document;
}

Schematron schema(const std::string& checks) {
    base::MemoryDisk disk;
    disk.write("rules.sch",
               "<schema xmlns='http://purl.oclc.org/dsdl/schematron' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n"
               "<let name='ids' value='//x/@id'/><let name='xs' value='//x'/><xsl:key name='by-k' match='x' use='y/@k'/>\n"
               "<pattern><rule context='x' id='r'>\n" + checks + "</rule></pattern></schema>");
    return Schematron::load(disk, "rules.sch", nullptr);
}

class Idiom : public testing::TestWithParam<const char*> {};

TEST_P(Idiom, grows_with_the_document) {
    Schematron rules = schema("<assert test=\"" + std::string(GetParam()) + "\"/>");
    rules.allow(std::uint64_t{4} * 100 * kMany);  // A hundred steps a node for the assert; its square would be forty times that.
    const Result result = rules.run(records(), {});
    EXPECT_TRUE(result.outcomes.empty());
    for (const Unchecked& each : result.unchecked) ADD_FAILURE() << each.message;
}

INSTANTIATE_TEST_SUITE_P(
    Joins, Idiom,
    testing::Values("count(//x[@id = current()/@id]) = 1", "count(../x[@id = current()/@id]) = 1", "count(/r/x[@id = current()/@id]) = 1",
                    "count(preceding-sibling::*) + 1 = @n", "count(self::x/preceding-sibling::*) + 1 = @n", "count(preceding-sibling::x) + count(following-sibling::x) = count(../x) - 1",
                    "count(//*[name() = name(current())]) > 1", "not(@id = preceding::*/@id)", "not(@id = preceding-sibling::x/@id)",
                    "not(@id = following::*/@id)", "not(preceding::x/@id = @id)", "@ref = //x/@id", "@ref = $ids",
                    "count($xs[@id = current()/@ref]) = 1", "$xs[@id = current()/@ref]/@n > 0", "count(//*[count(//*) > 3]) > 3",
                    "count(preceding::y) = @n - 1", "count(//x[@t = current()/@t]) > 1", "not(preceding-sibling::z)",
                    "//x[@id = current()/@ref and @t]/y", "count(//x[y/@k = current()/y/@k]) = 1", "sum(//x/@n) > 0",
                    "string-length(/) > 5", "count(//x[@n = current()/@n + 1]) = 1 or @n = count(//x)", "@n >= //x/@n",
                    "generate-id(key('by-k', y/@k)[1]) = generate-id(//x[@id = current()/@id])", "count(following::y) = count(//y) - @n",
                    "not(@id = preceding::x[@t]/@id)", "preceding-sibling::x[@id = 'i0'] or @n = 1"));

TEST(Effort, of_a_rule_without_end_is_cut_off_and_the_others_are_asked) {
    Schematron rules = schema("<assert id='endless' test=\"count(//*[count(following::*[count(preceding::*[*]) > count(current()/*)]) > 3]) > 3\">e</assert>\n"
                              "<assert id='false' test='@t != 1'>f</assert>");
    rules.allow(4'000'000);
    const Result result = rules.run(records(), {});
    ASSERT_EQ(result.unchecked.size(), 1u);
    EXPECT_EQ(result.unchecked.front().assertion, "endless");
    EXPECT_THAT(result.unchecked.front().message, testing::HasSubstr("the assert \"endless\" at rules.sch:4 takes more than the 1000000 steps"));
    EXPECT_EQ(result.unchecked.front().times, 1u);
    EXPECT_EQ(result.outcomes.size(), kMany / 3);
}

TEST(Effort, of_a_context_without_end_is_cut_off) {
    base::MemoryDisk disk;
    disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='x[count(//*[count(following::*[*[. != current()]]) > 3]) > 3]'>"
                            "<assert test='false()'/></rule></pattern><pattern><rule context='r'><assert test='false()'/></rule></pattern></schema>");
    Schematron rules = Schematron::load(disk, "rules.sch", nullptr);
    rules.allow(1'000'000);
    const Result result = rules.run(records(), {});
    ASSERT_EQ(result.unchecked.size(), 1u);
    EXPECT_THAT(result.unchecked.front().message, testing::HasSubstr("the rule at rules.sch:1 takes more"));
    EXPECT_EQ(result.outcomes.size(), 1u);
}

TEST(Effort, of_all_rules_together_is_limited) {
    std::string checks;
    for (int i = 0; i < 6; ++i) checks += "<report test=\"//*[. = current()/following::*[*[. != current()/@id]]/@id and @n = '" + std::to_string(i) + "']\"/>";
    Schematron rules = schema(checks);
    rules.allow(1'000'000);
    const Result result = rules.run(records(), {});
    ASSERT_FALSE(result.unchecked.empty());
    EXPECT_THAT(result.unchecked.back().message, testing::HasSubstr("the rules together take more than 1000000 steps"));
}

// Texts count as nodes do: what is made, searched or said may not grow without end either.
class Texts : public testing::TestWithParam<const char*> {};

TEST_P(Texts, are_part_of_the_effort) {
    std::string content;
    for (int i = 0; i < 100'000; ++i) content += "ab ";
    std::string nodes;
    for (int i = 0; i < 500; ++i) nodes += "<x n='" + std::to_string(i) + "'/>";
    const xml::Document document = xml::Document::parse("<r><t>" + content + "</t>" + nodes + "</r>", "long.xml");
    base::MemoryDisk disk;
    disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>" + std::string(GetParam()) + "</schema>");
    Schematron rules = Schematron::load(disk, "rules.sch", nullptr);
    rules.allow(4'000'000);
    const Result result = rules.run(document, {});
    ASSERT_FALSE(result.unchecked.empty());
    EXPECT_THAT(result.unchecked.front().message, testing::AnyOf(testing::HasSubstr("takes more than"), testing::HasSubstr("takes too long")));
    EXPECT_LT(result.outcomes.size(), 500u);
}

INSTANTIATE_TEST_SUITE_P(
    Effort, Texts,
    testing::Values("<pattern><rule context='x'><assert test='contains(/, @n)'/><report test='contains(/, concat(@n, /))'/></rule></pattern>",
                    "<pattern><rule context='x'><assert test='concat(/, @n) = 1'/></rule></pattern>",
                    "<pattern><rule context='x'><assert test='translate(/, \"ab\", @n) = 1'/></rule></pattern>",
                    "<pattern><rule context='x'><assert test='substring-before(/, @n)'/><assert test='substring(/, @n) = 1'/></rule></pattern>",
                    "<pattern><rule context='x'><assert test='string-length(concat(@n, normalize-space(/))) = 1'/></rule></pattern>"));

TEST(Effort, of_visiting_nodes_from_each_other_is_limited) {
    base::MemoryDisk disk;
    disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='x' visit-each='//x'><assert test='true()'/></rule></pattern></schema>");
    Schematron rules = Schematron::load(disk, "rules.sch", nullptr);
    rules.allow(4'000'000);
    const Result result = rules.run(records(), {});
    ASSERT_EQ(result.unchecked.size(), 1u);
    EXPECT_THAT(result.unchecked.front().message, testing::HasSubstr("the rule at rules.sch:1 takes more than"));
}

TEST(Effort, of_the_variables_of_a_pattern_is_limited) {
    base::MemoryDisk disk;
    disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><let name='n' value='count(//*[count(following::*[count(preceding::*[*]) > count(current()/*)]) > 3])'/>"
                            "<rule context='r'><assert test='$n > 0'/></rule></pattern></schema>");
    Schematron rules = Schematron::load(disk, "rules.sch", nullptr);
    rules.allow(1'000'000);
    EXPECT_FALSE(rules.run(records(), {}).unchecked.empty());
}

/// So many patterns that each match all elements.
Schematron everywhere(int patterns) {
    std::string content;
    for (int i = 0; i < patterns; ++i) content += "<pattern><rule context='*'><assert test='true()'/></rule></pattern>";
    base::MemoryDisk disk;
    disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>" + content + "</schema>");
    return Schematron::load(disk, "rules.sch", nullptr);
}

TEST(Effort, of_asking_rules_of_nodes_is_limited) {
    Schematron rules = everywhere(30);
    rules.allow(40 * kMany);  // Half of what they take to be asked of each x and each y.
    const Result result = rules.run(records(), {});
    ASSERT_EQ(result.unchecked.size(), 1u);
    EXPECT_THAT(result.unchecked.front().message, testing::HasSubstr("the rules together take more than"));
    rules.allow(400 * kMany);
    EXPECT_TRUE(rules.run(records(), {}).unchecked.empty());
}

TEST(Effort, of_keeping_which_rules_fire_is_limited) {
    std::string text = "<r>";
    for (int i = 0; i < 60'000; ++i) text += "<x/>";
    const xml::Document document = xml::Document::parse(text + "</r>", "many.xml");
    EXPECT_EQ(everywhere(2).run(document, {}).fired.size(), 120'002u);
    const Result result = everywhere(150).run(document, {});
    ASSERT_EQ(result.unchecked.size(), 1u);
    EXPECT_THAT(result.unchecked.front().message, testing::HasSubstr("match more than 8388608 nodes"));
    EXPECT_TRUE(result.fired.empty());
}

// The second way: what our evaluator doesn't know is libxml2's.
class Doubling : public testing::TestWithParam<const char*> {};

TEST_P(Doubling, of_a_text_has_an_end) {
    std::string lets = "<let name='v0' value='string(/)'/>";
    for (int i = 1; i < 40; ++i)
        lets += "<let name='v" + std::to_string(i) + "' value='concat($v" + std::to_string(i - 1) + ", $v" + std::to_string(i - 1) + GetParam() + ")'/>";
    const Result result = [&] {
        base::MemoryDisk disk;
        disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>" + lets + "<pattern><rule context='r'><assert test='$v39 = 1'/></rule></pattern></schema>");
        return Schematron::load(disk, "rules.sch", nullptr).run(records(), {});
    }();
    ASSERT_FALSE(result.unchecked.empty());
    EXPECT_THAT(result.unchecked.front().message, testing::AnyOf(testing::HasSubstr("concat() makes a string of more than 67108864 bytes"), testing::HasSubstr("takes too long")));
}

INSTANTIATE_TEST_SUITE_P(Effort, Doubling, testing::Values("", ", namespace::none"));

TEST(Effort, of_a_report_is_limited) {
    std::string content(3 << 20, 'a');
    const xml::Document document = xml::Document::parse("<r><t>" + content + "</t>" + [] { std::string all; for (int i = 0; i < 200; ++i) all += "<x/>"; return all; }() + "</r>", "long.xml");
    base::MemoryDisk disk;
    disk.write("rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='x'><assert test='false()'><value-of select='/r/t'/></assert></rule></pattern></schema>");
    const Result result = Schematron::load(disk, "rules.sch", nullptr).run(document, {});
    ASSERT_EQ(result.unchecked.size(), 1u);
    EXPECT_THAT(result.unchecked.front().message, testing::HasSubstr("the report is larger than 268435456 bytes"));
    EXPECT_GT(result.outcomes.size(), 80u);
    EXPECT_LT(result.outcomes.size(), 100u);
    Schematron smaller = Schematron::load(disk, "rules.sch", nullptr);
    smaller.allow_report(std::size_t{32} << 20);
    EXPECT_LT(smaller.run(document, {}).outcomes.size(), 12u);
}

}  // namespace
}  // namespace irikteu::checks
