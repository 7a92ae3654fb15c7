#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "base/error.hpp"
#include "base/faults.hpp"
#include "xml/schema.hpp"
#include "schematron_run.hpp"
#include "support/folders.hpp"

using testing::ElementsAre;
using testing::IsEmpty;

namespace irikteu::checks {
namespace {

TEST(Schematron, reports_failed_asserts_and_successful_reports_of_matching_nodes) {
    SchematronRun rules("<pattern><rule context='b'><assert id='a' test='. = 1'/><report id='r' test='. = 2'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a><b>1</b></a>"), IsEmpty());
    EXPECT_THAT(rules.ids("<a><b>2</b><c><b>3</b></c></a>"), ElementsAre("a", "r", "a"));
}

TEST(Schematron, lets_only_the_first_matching_rule_of_a_pattern_fire) {
    const std::string rules = "<rule context='b'><assert id='one' test='false()'/></rule><rule context='*'><assert id='two' test='false()'/></rule>";
    EXPECT_THAT(SchematronRun("<pattern>" + rules + "</pattern>").ids("<a><b/></a>"), ElementsAre("two", "one"));
    EXPECT_THAT(SchematronRun("<pattern>" + rules + "</pattern><pattern>" + rules + "</pattern>").ids("<b/>"), ElementsAre("one", "one"));
    EXPECT_THAT(SchematronRun("<group>" + rules + "</group>").ids("<b/>"), ElementsAre("one", "two"));
}

TEST(Schematron, takes_variables_of_the_schema_in_any_order_but_not_in_a_circle) {
    const std::string rule = "<pattern><rule context='b'><report id='r' test='$a = 7 and $d = 14'/></rule></pattern>";
    EXPECT_THAT(SchematronRun("<let name='d' value='$a + $a'/><let name='a' value='$b + $c'/><let name='b' value='$c * 2 + 1'/><let name='c' value='2'/>" + rule).ids("<b/>"), ElementsAre("r"));
    try {
        SchematronRun("<let name='c' value='2'/><let name='d' value='$a'/><let name='a' value='$b'/><let name='b' value='$a'/>" + rule).load();
        ADD_FAILURE() << "a circle was taken";
    } catch (const base::Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("is defined by itself, together with variables beside it: d"));
    }
    EXPECT_THROW(SchematronRun("<let name='a' value='$a'/><let name='d' value='1'/>" + rule).load(), base::Error);
}

TEST(Schematron, matches_attributes_texts_comments_instructions_and_the_root) {
    SchematronRun rules(
        "<pattern><rule context='/'><report id='root' test='a'/></rule><rule context='@n'><report id='attribute' test='. = 5'/></rule>"
        "<rule context='text()'><report id='text' test='. = \"t\"'/></rule><rule context='comment()'><report id='comment' test='. = \"c\"'/></rule>"
        "<rule context='processing-instruction(\"p\")'><report id='pi' test='true()'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a n='5'>t<!--c--><?p x?><?q x?></a>"), ElementsAre("root", "attribute", "text", "comment", "pi"));
    std::vector<std::string> places;
    for (const Outcome& outcome : rules.result().outcomes) places.push_back(outcome.location);
    EXPECT_THAT(places, ElementsAre("/", "/a[1]/@n", "/a[1]/text()[1]", "/a[1]/comment()[1]", "/a[1]/processing-instruction('p')[1]"));
}

TEST(Schematron, gives_locations_that_select_exactly_the_node) {
    const std::string source = "<a xmlns='urn:1' xmlns:p='urn:2'>x<b/>y<b p:n='1'/><c xmlns=''/><?t u?><?t v?></a>";
    SchematronRun rules("<pattern><rule context='/ | node() | @*'><assert test='false()'/></rule></pattern>");
    const Result& result = rules.run(source);
    const xml::Document again = xml::Document::parse(source, "again.xml");
    xml::XPathContext context(again);
    ASSERT_EQ(result.outcomes.size(), 10u);
    for (const Outcome& outcome : result.outcomes) {
        const xml::NodeSet nodes = context.evaluate_nodes(xml::Expression(outcome.location), again.document_node());
        ASSERT_EQ(nodes.size(), 1u) << outcome.location;
        EXPECT_EQ(nodes[0].path(), outcome.node.path());
    }
}

TEST(Schematron, understands_every_form_of_match_pattern) {
    const std::string document = "<r><a k='1'><b/><b x='2'/><c><b/></c></a><b/></r>";
    const std::vector<std::pair<std::string, std::size_t>> cases = {
        {"b", 4}, {"a/b", 2}, {"a//b", 3}, {"/r/b", 1}, {"//c/b", 1}, {"b[2]", 1}, {"a/b[last()]", 1}, {"b[@x]", 1},
        {"b[@x = 2][not(*)]", 1}, {"b/@x", 1}, {"attribute::k", 1}, {"child::c/child::b", 1}, {"*[b]", 3}, {"a[@k='1']//b", 3},
        {"b[count(preceding-sibling::b) + 1]", 4}, {"c | a[c]", 2}, {"r/*", 2}, {"b[position() = 1]", 3}, {"node()[self::c]", 1}, {"/", 1}};
    for (const auto& [context, count] : cases) {
        SchematronRun rules("<pattern><rule context=\"" + context + "\"><assert test='false()'/></rule></pattern>");
        EXPECT_EQ(rules.run(document).outcomes.size(), count) << context;
        EXPECT_THAT(rules.result().unchecked, IsEmpty()) << context;
    }
}

TEST(Schematron, refuses_contexts_that_are_no_match_patterns) {
    for (const std::string context : {"a/..", "self::a", "ancestor::b", "a +", "(a)", "count(a)", "a/", "$x", "p:a", ""}) {
        SchematronRun rules("<pattern><rule context=\"" + context + "\"><assert test='false()'/></rule></pattern>");
        EXPECT_THROW(rules.load(), base::Error) << context;
    }
}

TEST(Schematron, resolves_prefixes_by_ns_elements) {
    SchematronRun rules("<ns prefix='p' uri='urn:1'/><pattern><rule context='p:a | @p:n'><report id='x' test='ancestor-or-self::p:a'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a xmlns='urn:1'/>"), ElementsAre("x"));
    EXPECT_THAT(rules.ids("<q:a xmlns:q='urn:1' q:n='1'/>"), ElementsAre("x", "x"));
    EXPECT_THAT(rules.ids("<a/>"), IsEmpty());
}

TEST(Schematron, sees_variables_of_schema_phase_pattern_and_rule) {
    SchematronRun rules(
        "<let name='s' value='count(//b)'/><phase id='p'><let name='f' value='$s + 1'/><active pattern='q'/></phase>"
        "<pattern id='q'><let name='t' value='$f + 1'/><rule context='b[$t = 4]'><let name='u' value='$t + 1'/>"
        "<let name='v' value='$u + @n'/><report id='x' test='$v = 8'><value-of select='$s'/>,<value-of select='$v'/></report></rule></pattern>");
    EXPECT_THAT(rules.ids("<a><b n='3'/><b n='1'/></a>", "p"), ElementsAre("x"));
    EXPECT_EQ(rules.result().outcomes[0].text.plain(), "2,8");
}

TEST(Schematron, keeps_variables_of_one_name_apart_by_scope) {
    SchematronRun rules(
        "<let name='v' value='1'/><pattern><let name='v' value='2'/><rule context='a[$v = 2]'><let name='v' value='3'/><report id='in' test='$v = 3'/></rule>"
        "<rule context='b'><report id='after' test='$v = 2'/></rule></pattern><pattern><rule context='a'><report id='global' test='$v = 1'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a><b/></a>"), ElementsAre("in", "after", "global"));
}

TEST(Schematron, takes_a_variable_from_element_content) {
    SchematronRun rules("<let name='m'>\n<x xmlns=''><y>1</y></x> </let><pattern><rule context='/'><report id='r' test='count($m[self::x]/y) = 1 and $m = \"1\"'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a/>"), ElementsAre("r"));
}

TEST(Schematron, runs_only_the_patterns_of_the_phase) {
    SchematronRun rules(
        "<phase id='one'><active pattern='p1'/></phase><phase id='two' when='/b'><active pattern='p2'/></phase>"
        "<pattern id='p1'><rule context='*'><report id='r1' test='true()'/></rule></pattern>"
        "<pattern id='p2'><rule context='*'><report id='r2' test='true()'/></rule></pattern>", "defaultPhase='one'");
    EXPECT_THAT(rules.ids("<a/>"), ElementsAre("r1"));
    EXPECT_THAT(rules.ids("<a/>", "#DEFAULT"), ElementsAre("r1"));
    EXPECT_THAT(rules.ids("<a/>", "two"), ElementsAre("r2"));
    EXPECT_THAT(rules.ids("<a/>", "#ALL"), ElementsAre("r1", "r2"));
    EXPECT_THAT(rules.ids("<b/>", "#ANY"), ElementsAre("r2"));
    EXPECT_THAT(rules.load().phases(), ElementsAre("one", "two"));
    EXPECT_THROW(rules.run("<a/>", "three"), base::Error);
}

TEST(Schematron, restricts_a_phase_to_the_part_that_it_names) {
    SchematronRun rules("<phase id='p' from='part'><active pattern='q'/></phase><pattern id='q'><rule context='b'><report id='x' test='true()'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a><b/><part><b/><part><b/></part></part></a>", "p"), ElementsAre("x", "x"));
}

TEST(Schematron, instantiates_abstract_patterns_with_their_parameters) {
    SchematronRun rules(
        "<pattern abstract='true' id='t'><param name='limit' value='5'/><let name='l' value='$limit'/><rule context='$row'>"
        "<assert id='c' test='count($cell) &lt; $l' diagnostics='d'>at most <value-of select='$l'/> <name path='name($cell)'/></assert></rule></pattern>"
        "<pattern is-a='t' id='i1'><param name='row' value='tr'/><param name='cell' value='td'/><param name='limit' value='2'/></pattern>"
        "<pattern is-a='t' id='i2'><param name='row' value='list'/><param name='cell' value='item'/></pattern>"
        "<diagnostics><diagnostic id='d'><value-of select='count($cell)'/></diagnostic></diagnostics>");
    EXPECT_THAT(rules.ids("<a><tr><td/><td/></tr><list><item/></list></a>"), ElementsAre("c"));
    EXPECT_EQ(rules.result().outcomes[0].text.plain(), "at most 2 td");
    EXPECT_EQ(rules.result().outcomes[0].diagnostics[0].plain(), "2");
    EXPECT_EQ(rules.result().patterns[0].labels.id, "i1");
}

TEST(Schematron, extends_rules_by_abstract_rules_one_above_the_other) {
    SchematronRun rules(
        "<rules><rule abstract='true' id='shared'><report id='s' test='true()'/></rule></rules><pattern>"
        "<rule abstract='true' id='r1'><let name='v' value='@n'/><assert id='a' test='false()'>v is <value-of select='$v'/></assert></rule>"
        "<rule abstract='true' id='r2'><extends rule='r1'/><assert id='b' test='$v = 2'/></rule>"
        "<rule context='x'><extends rule='r2'/><extends rule='shared'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<x n='2'/>"), ElementsAre("a", "s"));
    EXPECT_EQ(rules.result().outcomes[0].text.plain(), "v is 2");
}

TEST(Schematron, refuses_schemas_that_contradict_the_standard) {
    const std::vector<std::string> wrong = {
        "<pattern><rule context='a'><extends rule='none'/></rule></pattern>",
        "<pattern><rule abstract='true' id='r'/></pattern><pattern><rule context='a'><extends rule='r'/></rule></pattern>",
        "<pattern><rule context='*' id='r'/><rule context='a'><extends rule='r'/></rule></pattern>",
        "<pattern><rule abstract='true' id='r'><extends rule='r'/></rule><rule context='a'><extends rule='r'/></rule></pattern>",
        "<pattern is-a='none'/>", "<pattern><rule/></pattern>", "<pattern><rule context='a'><assert/></rule></pattern>",
        "<pattern><rule context='a'><assert test='1 +'/></rule></pattern>", "<pattern><rule context='a'><assert test='a' diagnostics='no'/></rule></pattern>",
        "<phase id='p'><active pattern='no'/></phase>", "<rule context='a'/>", "<pattern><assert test='a'/></pattern>", "<include href='none.sch'/>",
        "<pattern><let value='1'/></pattern>", "<include href='http://example.org/a.sch'/>"};
    for (const std::string& content : wrong) EXPECT_THROW(SchematronRun(content).load(), base::Error) << content;
    EXPECT_THROW(SchematronRun("", "queryBinding='xslt2'").load(), base::Error);
    EXPECT_THROW(SchematronRun("", "defaultPhase='none'").load(), base::Error);
}

TEST(Schematron, names_the_file_and_the_element_of_a_faulty_schema) {
    SchematronRun rules("<include href='sub/p.sch'/>");
    rules.add("sub/p.sch", "<pattern xmlns='http://purl.oclc.org/dsdl/schematron'>\n<rule context='a'>\n<assert id='x' test='1 +'/></rule></pattern>");
    try {
        rules.load();
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.where().file, "sub/p.sch");
        EXPECT_EQ(error.where().line, 3);
        EXPECT_EQ(error.where().place, "assert \"x\"");
    }
}

TEST(Schematron, tells_all_faults_of_a_schema_up_to_twenty) {
    const auto places = [](const std::string& content) {
        std::vector<std::string> found;
        try {
            SchematronRun(content).load();
        } catch (const base::Error& error) {
            for (const base::Error& fault : base::all_of(error)) found.push_back(fault.where().place);
        }
        return found;
    };
    EXPECT_THAT(places("<pattern id='p'><rule context='a['><let name='v' value='1 +'/><assert id='x' test='$v +' diagnostics='no'>a</assert><assert id='y' test='$v'>b<value-of select='('/></assert></rule></pattern>"
                       "<pattern id='q'><rule context='a'><assert id='z' test='$w'/></rule></pattern><pattern is-a='none'/>"),
                ElementsAre("pattern", "rule with context a[", "let \"v\"", "assert \"x\"", "assert \"x\"", "value-of", "assert \"z\""));
    std::string many;
    for (int i = 0; i < 12; ++i) many += "<pattern><rule context='a'><assert id='a" + std::to_string(i) + "' test='1 +'/><assert id='b" + std::to_string(i) + "' test='1 +'/></rule></pattern>";
    const std::vector<std::string> most = places(many);
    ASSERT_EQ(most.size(), 21u) << "twenty, and that there are more";
    EXPECT_EQ(most[19], "assert \"b9\"") << "in their order, whichever thread compiled them";
    EXPECT_THAT(places("<phase id='p'><active pattern='no'/></phase><phase id='q'><active pattern='neither'/></phase>"), ElementsAre("active", "active")) << "phases, where the patterns are right";
}

TEST(Schematron, includes_files_and_parts_of_them_relative_to_each_file) {
    SchematronRun rules("<include href='sub/p.sch'/><pattern><rule context='/'><include href='sub/more.sch#check'/><extends href='sub/more.sch#r'/></rule></pattern>");
    const std::string ns = " xmlns='http://purl.oclc.org/dsdl/schematron'";
    rules.add("sub/p.sch", "<pattern" + ns + "><include href='rule.sch'/></pattern>");
    rules.add("sub/rule.sch", "<rule" + ns + " context='/'><report id='deep' test='true()'/></rule>");
    rules.add("sub/more.sch", "<schema" + ns + "><pattern><rule abstract='true' xml:id='r'><let name='v' value='1'/><assert id='other' test='$v = 2'/></rule>"
                              "<rule abstract='true'><assert id='check' test='false()'/></rule></pattern></schema>");
    EXPECT_THAT(rules.ids("<a/>"), ElementsAre("deep", "check", "other"));
    EXPECT_THAT(rules.load().files(), ElementsAre("main.sch", "sub/p.sch", "sub/rule.sch", "sub/more.sch"));
}

TEST(Schematron, refuses_files_that_include_themselves) {
    SchematronRun rules("<include href='a.sch'/>");
    rules.add("a.sch", "<include xmlns='http://purl.oclc.org/dsdl/schematron' href='a.sch'/>");
    EXPECT_THROW(rules.load(), base::Error);
    SchematronRun again("<extends href='main.sch'/>");
    EXPECT_THROW(again.load(), base::Error);
}

TEST(Schematron, gives_messages_with_values_names_and_mark_up) {
    SchematronRun rules(
        "<pattern><rule context='p:b'><assert id='x' test='false()'><emph>Bad</emph> <name/> in <name path='name(..)'/>: <value-of select='@n'/> "
        "<span class='c'>s</span><dir value='rtl'>d</dir> <xsl:copy-of select='node()'/></assert></rule></pattern><ns prefix='p' uri='urn:1'/>");
    const Result& result = rules.run("<a xmlns:q='urn:1'><q:b n='5'><i>in</i></q:b></a>");
    EXPECT_EQ(result.outcomes.at(0).text.plain(), "Bad q:b in a: 5 sd in");
    const std::string report = rules.report().serialize_compact();
    for (const std::string piece : {"<svrl:emph>Bad</svrl:emph>", "<svrl:span class=\"c\">s</svrl:span>", "<svrl:dir dir=\"rtl\">d</svrl:dir>", "<i"})
        EXPECT_THAT(report, testing::HasSubstr(piece));
}

TEST(Schematron, hands_on_role_flag_see_and_language) {
    SchematronRun rules(
        "<let name='f' value='concat(\"dyn\", \"amic\")'/><pattern><rule context='a' role='r' flag='g' xml:lang='de'>"
        "<assert test='false()' see='#s' icon='i' fpi='f'/><assert test='false()' role='own' flag='$f' severity='fatal'/></rule></pattern>", "xml:lang='en'");
    const Result& result = rules.run("<a/>");
    EXPECT_EQ(result.outcomes[0].labels.role, "r");
    EXPECT_EQ(result.outcomes[0].labels.flag, "g");
    EXPECT_EQ(result.outcomes[0].labels.see, "#s");
    EXPECT_EQ(result.outcomes[0].labels.lang, "de");
    EXPECT_EQ(result.outcomes[1].labels.role, "own");
    EXPECT_EQ(result.outcomes[1].labels.flag, "dynamic");
    EXPECT_EQ(result.outcomes[1].labels.severity, "fatal");
    EXPECT_EQ(result.lang, "en");
}

TEST(Schematron, puts_the_finding_on_the_subject) {
    SchematronRun rules("<pattern><rule context='a' subject='b'><assert test='false()'><name/></assert><assert test='false()' subject='@n'><name/></assert><assert test='false()' subject='none'/></rule></pattern>");
    const Result& result = rules.run("<a n='1'><b/></a>");
    EXPECT_EQ(result.outcomes[0].location, "/a[1]/b[1]");
    EXPECT_EQ(result.outcomes[0].text.plain(), "b");
    EXPECT_EQ(result.outcomes[1].location, "/a[1]/@n");
    EXPECT_EQ(result.outcomes[2].location, "/a[1]");
}

TEST(Schematron, gives_diagnostics_and_properties_with_their_language) {
    SchematronRun rules(
        "<pattern><rule context='a'><let name='v' value='7'/><assert test='false()' diagnostics='d1 d2' properties='p1'/></rule></pattern>"
        "<diagnostics><diagnostic id='d1' xml:lang='ru'>раз <value-of select='$v'/></diagnostic><diagnostic id='d2'>two</diagnostic></diagnostics>"
        "<properties><property id='p1' role='item' scheme='s'><value-of select='@n'/></property></properties>", "xml:lang='kk'");
    const Outcome& outcome = rules.run("<a n='4.3'/>").outcomes.at(0);
    EXPECT_EQ(outcome.diagnostics.at(0).plain(), "раз 7");
    EXPECT_EQ(outcome.diagnostics.at(0).lang, "ru");
    EXPECT_EQ(outcome.diagnostics.at(1).lang, "kk");
    EXPECT_EQ(outcome.properties.at(0).role, "item");
    EXPECT_EQ(outcome.properties.at(0).scheme, "s");
    EXPECT_EQ(outcome.properties.at(0).plain(), "4.3");
}

TEST(Schematron, never_takes_a_run_time_error_for_a_pass) {
    SchematronRun rules(
        "<pattern id='p'><rule id='r' context='b'><assert id='x' test='g() = 1'/><assert id='y' test='true()'/><assert id='z' test='f()'/></rule></pattern>");
    const Result& result = rules.run("<a><b/><b/></a>");
    EXPECT_FALSE(result.passed());
    ASSERT_EQ(result.unchecked.size(), 2u);
    EXPECT_EQ(result.unchecked[0].assertion, "x");
    EXPECT_EQ(result.unchecked[0].rule, "r");
    EXPECT_EQ(result.unchecked[0].pattern, "p");
    EXPECT_EQ(result.unchecked[0].times, 2u);
    EXPECT_EQ(result.unchecked[0].location, "/a[1]/b[1]");
    EXPECT_EQ(result.unchecked[1].assertion, "z");
}

TEST(Schematron, does_not_let_later_rules_speak_where_a_context_could_not_be_evaluated) {
    SchematronRun rules("<pattern><rule id='r' context='b[g() = 1]'><assert test='true()'/></rule><rule context='*'><report id='later' test='self::b'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a><b/></a>"), IsEmpty());
    EXPECT_EQ(rules.result().unchecked.size(), 1u);
}

TEST(Schematron, keeps_a_finding_whose_message_or_variable_fails) {
    SchematronRun rules("<let name='bad' value='f()'/><pattern><rule context='a'><report id='x' test='true()'>v: <value-of select='$bad'/></report></rule></pattern>");
    EXPECT_THAT(rules.ids("<a/>"), ElementsAre("x"));
    EXPECT_EQ(rules.result().outcomes[0].text.plain(), "v:");
    EXPECT_EQ(rules.result().unchecked.size(), 2u);
}

TEST(Schematron, looks_up_keys_of_the_xslt_binding) {
    SchematronRun rules(
        "<xsl:key name='k' match='item | @*' use='@id | self::node()[not(self::*)]'/><xsl:key name='c' match='*'><xsl:text>all</xsl:text></xsl:key>"
        "<pattern><rule context='ref'><assert id='dangling' test='key(\"k\", @to)'/><report id='many' test='count(key(\"k\", following::ref/@to)) = 1'/></rule>"
        "<rule context='item[key(\"k\", \"b\")]'><report id='all' test='count(key(\"c\", \"all\")) = 5'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<r><item id='a'/><item id='b'/><ref to='z'/><ref to='q'/></r>"), ElementsAre("all", "all", "many"));
    SchematronRun unknown("<xsl:key name='k' match='a' use='1'/><pattern><rule context='a'><assert test='key(\"no\", 1)'/></rule></pattern>");
    EXPECT_EQ(unknown.run("<a/>").unchecked.size(), 1u);
}

TEST(Schematron, checks_subordinate_documents) {
    SchematronRun rules("<let name='w' value='1'/><pattern documents='/a/@href[$w = 1]'><rule context='/'><report id='x' test='sub'/></rule></pattern>");
    rules.add("sub.xml", "<sub/>");
    EXPECT_THAT(rules.ids("<a href='sub.xml'/>"), ElementsAre("x"));
    EXPECT_THAT(rules.result().documents, ElementsAre("document.xml", "sub.xml"));
    EXPECT_EQ(rules.result().fired[0].document, 1u);
    EXPECT_THAT(rules.ids("<a href='none.xml'/>"), IsEmpty());
    EXPECT_EQ(rules.result().unchecked.size(), 1u);
}

TEST(Schematron, visits_each_node_that_a_rule_names) {
    SchematronRun rules("<pattern><rule context='a' visit-each='b'><report id='x' test='. = 2'/></rule></pattern>");
    EXPECT_THAT(rules.ids("<a><b>1</b><b>2</b><b>2</b></a>"), ElementsAre("x", "x"));
}

TEST(Schematron, calls_the_functions_it_was_given) {
    xml::FunctionLibrary functions;
    functions.add("urn:f", "twice", [](std::span<const xml::Value> a) -> xml::Value { return 2 * xml::to_number(a[0]); });
    const SchematronRun rules("<ns prefix='f' uri='urn:f'/><pattern><rule context='a[f:twice(@n) = 4]'><report test='f:twice(3) = 6'/></rule></pattern>");
    const xml::Document document = xml::Document::parse("<a n='2'/>", "a.xml");
    EXPECT_EQ(rules.load(&functions).run(document, "").outcomes.size(), 1u);
}

TEST(Schematron, refuses_calls_of_functions_that_there_are_not_where_it_is_written_for_this_program) {
    xml::FunctionLibrary functions;
    functions.add("urn:f", "one", [](std::span<const xml::Value>) -> xml::Value { return 1.0; });
    const auto schema = [](const std::string& ns, const std::string& test) {
        return SchematronRun(ns + "<pattern><rule context='a'><assert test=\"" + test + "\">x</assert></rule></pattern>");
    };
    const std::string own = "<ns prefix='f' uri='urn:f'/>";
    EXPECT_NO_THROW(schema(own, "f:one() = count(text() | key('a', 'b')) and normalize-space(.)").load(&functions));
    EXPECT_THROW(schema(own, "f:two()").load(&functions), base::Error);
    EXPECT_THROW(schema(own, "normalise-space(.)").load(&functions), base::Error);
    EXPECT_NO_THROW(schema("", "normalise-space(.)").load(&functions)) << "another engine may have it, and no node may ask for it";
}

TEST(Schematron, may_be_run_by_several_threads_at_once) {
    const Schematron rules = SchematronRun("<xsl:key name='k' match='b' use='.'/><let name='n'><x/></let><pattern><rule context='b[$n]'><report test='key(\"k\", 3)'/></rule></pattern>").load();
    std::vector<std::size_t> counts(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        threads.emplace_back([&rules, &counts, i] {
            for (int round = 0; round < 20; ++round) {
                const xml::Document document = xml::Document::parse("<a><b>1</b><b>2</b><b>3</b></a>", "a.xml");
                counts[i] += rules.run(document, "").outcomes.size();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_THAT(counts, testing::Each(60u));
}

TEST(Schematron, agrees_with_another_engine_on_random_schemas) {
    const std::string path = support::source_path("/tests/checks/data/lxml-cases.xml");
    const xml::Document cases = xml::Document::parse(base::RealDisk().read(path, 1u << 24), path);
    std::size_t count = 0;
    for (xml::Node each : cases.root().elements()) {
        base::MemoryDisk disk;
        disk.write("s.sch", each.first_element("schema").text());
        const xml::Document document = xml::Document::parse(each.first_element("document").text(), "d.xml");
        const Result result = Schematron::load(disk, "s.sch", nullptr).run(document, "");
        std::string ids;
        for (const Outcome& outcome : result.outcomes) ids.append(ids.empty() ? "" : " ").append(outcome.labels.id);
        EXPECT_EQ(ids, *each.attribute("expected")) << *each.attribute("seed");
        EXPECT_THAT(result.unchecked, IsEmpty());
        ++count;
    }
    EXPECT_EQ(count, 120u);
}

TEST(Schematron, writes_svrl_that_is_valid) {
    const xml::Schema schema = xml::Schema::load(base::RealDisk(), support::source_path("/templates/schema/svrl.xsd"));
    SchematronRun rules(
        "<title>T</title><ns prefix='p' uri='urn:p'/><phase id='f'><active pattern='q'/></phase>"
        "<pattern id='q' role='x'><title>Q</title><rule context='a' role='error' flag='g'><assert id='i' test='g()'/><assert test='false()' diagnostics='d' properties='e' see='#s' icon='i' fpi='f'>"
        "<emph>1</emph><dir value='ltr'>2</dir><span class='c'>3</span><xsl:copy-of select='@*|b'/></assert><report test='true()' severity='fatal'/></rule></pattern>"
        "<group id='g'><rule context='b'><assert test='true()'/></rule></group>"
        "<diagnostics><diagnostic id='d' xml:lang='ru'>д</diagnostic></diagnostics><properties><property id='e' role='r' scheme='s'>v</property></properties>", "xml:lang='kk' schemaVersion='1'");
    for (const std::string phase : {"f", "#ALL"}) {
        EXPECT_EQ(rules.run("<a n='1'><b/></a>", phase).outcomes.size(), 2u);
        const xml::Document report = rules.report();
        for (const xml::SchemaFault& fault : schema.validate(report)) ADD_FAILURE() << fault.message << "\n" << report.serialize();
    }
}

TEST(Schematron, lists_what_it_asserts) {
    const Schematron rules = SchematronRun("<pattern><rule context='a' role='error'><assert id='x' test='1' see='#c'/><report id='y' test='0'/></rule></pattern>").load();
    ASSERT_EQ(rules.assertions().size(), 2u);
    EXPECT_EQ(rules.assertions()[0].see, "#c");
    EXPECT_EQ(rules.assertions()[1].role, "error");
}

}  // namespace
}  // namespace irikteu::checks
