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
                    "count(preceding-sibling::*) + 1 = @n", "count(preceding-sibling::x) + count(following-sibling::x) = count(../x) - 1",
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

}  // namespace
}  // namespace irikteu::checks
