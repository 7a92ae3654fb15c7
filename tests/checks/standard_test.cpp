#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/error.hpp"
#include "checks/file_reference.hpp"
#include "schematron_run.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::checks {
namespace {

const std::string source = support::source_path();

/// An element of the cases' file as a file of its own.
std::string written(xml::Node element) {
    xml::Document document = xml::Document::create("box", {});
    return document.root().append_copy(element) ? document.serialize_compact() : std::string();
}

/// The only child of `box`, as the file's document element.
std::string unboxed(const std::string& boxed) {
    const std::size_t begin = boxed.find("<box>") + 5;
    return boxed.substr(begin, boxed.rfind("</box>") - begin);
}

struct Answer {
    std::string verdict, why;
    xml::Document document, report;
    Result result;
};

/// What the engine says of a case, in the words of `expect`.
Answer ask(xml::Node test) {
    Answer answer;
    base::MemoryDisk disk;
    disk.write("schema.sch", unboxed(written(test.first_element("schema"))));
    disk.write("document.xml", unboxed(written(test.first_element("document").first_element())));
    for (xml::Node file = test.first_element("file"); file; file = file.next_element("file"))
        disk.write(std::string(*file.attribute("name")), unboxed(written(file.first_element())));
    const auto read = [&](const std::string& name) { return xml::Document::parse(disk.read(name, 1u << 20), name); };
    try {
        answer.document = read("document.xml");
        const Schematron rules = Schematron::load(disk, "schema.sch", nullptr);
        answer.result = rules.run(answer.document, test.attribute_or("phase", ""), [&](const std::string& name) { return read(file_beside("document.xml", name)); });
        answer.report = svrl(answer.result);
        answer.verdict = !answer.result.unchecked.empty() ? "error" : answer.result.outcomes.empty() ? "valid" : "invalid";
        if (!answer.result.unchecked.empty()) answer.why = answer.result.unchecked.front().message;
    } catch (const base::Error& error) {
        answer.verdict = "error";
        answer.why = error.what();
    }
    return answer;
}

class Standard : public testing::TestWithParam<std::size_t> {};

const xml::Document& cases() {
    static const std::string path = source + "/tests/checks/data/standard.xml";
    static const xml::Document document = xml::Document::parse(base::RealDisk().read(path, 1u << 22), path);
    return document;
}

std::vector<xml::Node> all_cases() {
    std::vector<xml::Node> result;
    for (xml::Node each : cases().root().elements()) result.push_back(each);
    return result;
}

TEST_P(Standard, is_kept) {
    const xml::Node test = all_cases()[GetParam()];
    const std::string name(test.attribute_or("name", ""));
    const Answer answer = ask(test);
    EXPECT_EQ(answer.verdict, test.attribute_or("expect", "")) << name << ": " << answer.why;
    if (!answer.report) return;
    static const xml::Schema schema = xml::Schema::load(base::RealDisk(), source + "/templates/schema/svrl.xsd");
    for (const xml::SchemaFault& fault : schema.validate(answer.report)) ADD_FAILURE() << name << ": " << fault.message;
    const xml::Document again = xml::Document::parse(answer.report.serialize_compact(), "report.svrl");
    xml::XPathContext context(again, {{"svrl", std::string(kSvrlNamespace)}});
    for (xml::Node expected = test.first_element("svrl"); expected; expected = expected.next_element("svrl"))
        EXPECT_TRUE(context.evaluate_boolean(xml::Expression(expected.text()), again.document_node()))
            << name << ": " << expected.text() << "\n" << answer.report.serialize();
}

INSTANTIATE_TEST_SUITE_P(Iso19757, Standard, testing::Range<std::size_t>(0, all_cases().size()));

TEST(Standard, names_of_files_are_uris_seen_from_where_they_stand) {
    EXPECT_EQ(file_beside("x/y.sch", "a/b.sch"), "x/a/b.sch");
    EXPECT_EQ(file_beside("y.sch", "b.sch"), "b.sch");
    EXPECT_EQ(file_beside("x/y.sch", "/b.sch"), "/b.sch");
    EXPECT_EQ(file_beside("x%20z/y.sch", "a%20b%C3%A9%zz%00.sch"), "x%20z/a b\xC3\xA9%zz%00.sch");
    EXPECT_EQ(file_beside("x/y.sch", "file:///a%20b.sch"), "/a b.sch");
    EXPECT_EQ(file_beside("x/y.sch", "https://example.org/b.sch"), "");
}

TEST(Standard, what_document_is_given_as_a_node_is_seen_from_its_file) {
    base::MemoryDisk disk;
    disk.write("rules/s.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='a'><report id='node' test='document(b/@d)/x'/>"
                              "<report id='text' test='document(string(b/@d))/y'/></rule></pattern></schema>");
    disk.write("in/other.xml", "<x/>");
    disk.write("rules/other.xml", "<y/>");
    const Schematron rules = Schematron::load(disk, "rules/s.sch", nullptr);
    const xml::Document document = xml::Document::parse("<a><b d='other.xml'/></a>", "in/d.xml");
    const Result result = rules.run(document, "", nullptr);
    ASSERT_EQ(result.outcomes.size(), 2u) << (result.unchecked.empty() ? "" : result.unchecked.front().message);
    EXPECT_EQ(result.outcomes[0].labels.id, "node");
    EXPECT_EQ(result.outcomes[1].labels.id, "text");
}

TEST(Standard, has_each_case_under_a_name_of_its_own) {
    std::set<std::string_view> names;
    for (xml::Node each : all_cases()) EXPECT_TRUE(names.insert(*each.attribute("name")).second) << *each.attribute("name");
    EXPECT_GT(names.size(), 100u);
}

}  // namespace
}  // namespace irikteu::checks
