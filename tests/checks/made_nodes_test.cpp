#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schematron_run.hpp"

using testing::ElementsAre;
using testing::HasSubstr;

// Nodes that functions of EXSLT make: whoever holds some still holds them when others were made and went. Told best with AddressSanitizer.
namespace irikteu::checks {
namespace {

const std::string kNames = "<ns prefix='str' uri='http://exslt.org/strings'/><ns prefix='exsl' uri='http://exslt.org/common'/>";
const std::string kDocument = "<r><a>one two three</a><a>four five</a><b>six</b></r>";
/// Makes nodes, and lets them go.
const std::string kOthers = "<report id='x' test=\"count(str:tokenize(concat(., ' 1 2 3 4 5 6'), ' ')[count(str:tokenize('7 8', ' ')) = 3]) = 1\"/>";

std::vector<std::string> said(const std::string& content, const std::string& phase = {}) {
    SchematronRun rules(kNames + content);
    std::vector<std::string> result;
    for (const Outcome& outcome : rules.run(kDocument, phase).outcomes) {
        result.push_back(outcome.text.plain());
        for (const Text& each : outcome.diagnostics) result.back() += "|" + each.plain();
        for (const Text& each : outcome.properties) result.back() += "|" + each.plain();
    }
    for (const Unchecked& each : rules.result().unchecked) result.push_back(each.message);
    return result;
}

std::string let(const std::string& name, const std::string& words) { return "<let name='" + name + "' value=\"str:tokenize(" + words + ", ' ')\"/>"; }
std::string rule(const std::string& context, const std::string& content) { return "<rule context='" + context + "'>" + content + "</rule>"; }
const std::string kT = "<report test='$t'><value-of select='$t[1]'/>-<value-of select='$t[last()]'/></report>";

TEST(MadeNodes, of_a_variable_stay_while_a_rule_hides_it) {
    EXPECT_THAT(said(let("t", "'p q'") + "<pattern>" + rule("a", let("t", ".") + kOthers + kT) + "</pattern><pattern>" + rule("b", kOthers + kT) + "</pattern>"),
                ElementsAre("one-three", "four-five", "p-q"));
}

TEST(MadeNodes, of_a_variable_stay_while_a_pattern_and_its_rule_hide_it) {
    const std::string pattern = "<pattern>" + let("t", "'k l'") + rule("a[2]", let("t", ".") + kOthers + kT) + rule("a", kOthers + kT) + rule("b", kOthers + kT) + "</pattern>";
    EXPECT_THAT(said(let("t", "'p q'") + pattern + "<pattern>" + rule("b", kOthers + kT) + "</pattern>"), ElementsAre("k-l", "four-five", "k-l", "p-q"));
}

TEST(MadeNodes, of_a_phase_stay) {
    EXPECT_THAT(said("<phase id='f'>" + let("t", "'p q'") + "<active pattern='one'/><active pattern='two'/></phase><pattern id='one'>" + rule("a", let("t", ".") + kOthers + kT) +
                     "</pattern><pattern id='two'>" + rule("b", kOthers + kT) + "</pattern>", "f"),
                ElementsAre("one-three", "four-five", "p-q"));
}

TEST(MadeNodes, that_a_rule_visits_stay_until_all_are_visited) {
    const std::string visit = "<rule context='a' visit-each=\"str:tokenize(., ' ')\">" + let("u", "concat(., ' u')") + kOthers;
    EXPECT_THAT(said("<pattern>" + visit + "<report test='$u'><value-of select='.'/></report></rule></pattern>"), ElementsAre("one", "two", "three", "four", "five"));
}

/// What is known of one list must not be taken for what is known of the next, at the same place.
TEST(MadeNodes, that_are_visited_are_looked_at_anew) {
    const std::string visit = "<pattern><rule context='a' visit-each=\"str:tokenize(., ' ')\">" + kOthers +
                              "<report test='true()'><value-of select='count(//token)'/><value-of select='count(../token)'/><value-of select=\"//token[. = 'five']\"/>"
                              "<value-of select='count(preceding-sibling::token)'/></report></rule></pattern>";
    EXPECT_THAT(said(visit), ElementsAre("330", "331", "332", "22five0", "22five1"));
}

TEST(MadeNodes, are_there_for_diagnostics_and_properties) {
    const std::string content = "<pattern>" + rule("a", let("t", ".") + kOthers + "<report test=\"str:tokenize(., ' ')\" diagnostics='d' properties='p'><value-of select=\"str:tokenize(., 'e')\"/></report>") +
                                "</pattern><diagnostics><diagnostic id='d'><value-of select='$t[2]'/></diagnostic></diagnostics>"
                                "<properties><property id='p'><value-of select=\"str:tokenize('m n', ' ')[2]\"/></property></properties>";
    EXPECT_THAT(said(content), ElementsAre("on|two|n", "four fiv|five|n"));
}

TEST(MadeNodes, of_a_context_and_a_key_serve) {
    EXPECT_THAT(said("<xsl:key name='k' match='a' use='substring(., 1, 3)'/><pattern>" + let("t", "'one fou'") +
                     rule("a[str:tokenize(., &apos; &apos;)[3]]", kOthers + "<report test='key(\"k\", $t)'><value-of select='count(key(\"k\", $t))'/></report>") + rule("a", kT) + "</pattern>"),
                ElementsAre("2", "one-fou"));
}

TEST(MadeNodes, are_copied_into_the_result) {
    SchematronRun rules(kNames + let("t", "'p q'") + "<pattern>" + rule("a", let("u", ".") + "<report subject=\"str:tokenize('v w', ' ')\" test='true()'><xsl:copy-of select='$t | $u'/>"
                        "<xsl:copy-of select=\"exsl:node-set('s')\"/></report>") + "</pattern>");
    const Result& result = rules.run(kDocument);
    ASSERT_EQ(result.outcomes.size(), 2u);
    for (const Outcome& outcome : result.outcomes) EXPECT_EQ(outcome.node.name(), "a");
    EXPECT_EQ(result.outcomes[1].location, "/r[1]/a[2]");
    const std::string report = rules.report().serialize();
    EXPECT_THAT(report, HasSubstr("<token>p</token>"));
    EXPECT_THAT(report, HasSubstr("<token>three</token>"));
    EXPECT_THAT(report, HasSubstr("<token>five</token>"));
}

TEST(MadeNodes, that_could_not_be_asked_have_the_place_of_the_rule) {
    SchematronRun rules(kNames + "<pattern><rule context='a' visit-each=\"str:tokenize(., ' ')\"><assert test=\"str:tokenize(., ' ')/self::node()[str:tokenize()]\"/></rule></pattern>");
    for (const Unchecked& each : rules.run(kDocument).unchecked) {
        EXPECT_EQ(each.node.name(), "a");
        EXPECT_EQ(each.location, "/r[1]/a[1]");
    }
    EXPECT_FALSE(rules.result().unchecked.empty());
}

TEST(MadeNodes, of_a_variable_reach_other_documents) {
    SchematronRun rules(kNames + let("t", "'p q'") + "<pattern documents=\"'o.xml'\">" + let("u", "'k l'") + rule("c", let("t", ".") + kOthers + kT) + rule("d", kOthers + kT +
                        "<report test='$u'><value-of select='$u[2]'/></report>") + "</pattern><pattern>" + rule("b", kOthers + kT) + "</pattern>");
    rules.add("o.xml", "<o><c>e f</c><c>g h</c><d/></o>");
    std::vector<std::string> texts;
    for (const Outcome& outcome : rules.run(kDocument).outcomes) texts.push_back(outcome.text.plain());
    EXPECT_THAT(texts, ElementsAre("e-f", "g-h", "p-q", "l", "p-q"));
}

}  // namespace
}  // namespace irikteu::checks
