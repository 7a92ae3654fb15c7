#include "act/act.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "base/error.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::act {
namespace {

const std::string templates = support::source_path("/templates");

const Act& act_535() {
    static const Act act = Act::load(base::RealDisk(), templates, "kz-535-2015");
    return act;
}

TEST(Act, conforms_to_its_schema) {
    const auto schema = xml::Schema::load(base::RealDisk(), templates + "/schema/act.xsd");
    for (const auto& fault : schema.validate(act_535().document())) ADD_FAILURE() << fault.line << ": " << fault.message;
}

TEST(Act, the_edition_is_chosen_by_the_day) {
    const auto edition_on = [](const char* day) { return act_535().edition(*base::Date::parse(day)); };
    EXPECT_EQ(edition_on("2015-10-05")->id, "2015-07-16");
    EXPECT_FALSE(edition_on("2015-07-16"));
    EXPECT_FALSE(edition_on("2016-02-18"));
    EXPECT_TRUE(edition_on("2016-02-17"));
}

TEST(Act, settings_have_defaults_and_can_be_overridden) {
    Act act = Act::load(base::RealDisk(), templates, "kz-535-2015");
    EXPECT_EQ(act.setting("document.font.size"), "14");
    act.override_setting("document.font.size", "12");
    EXPECT_EQ(act.setting("document.font.size"), "12");
    EXPECT_THROW(act.setting("no.such.setting"), base::Error);
    EXPECT_THROW(act.override_setting("no.such.setting", "1"), base::Error);
}

TEST(Act, entries_are_found_by_id) {
    EXPECT_EQ(act_535().appendix("2").attribute_or("part", ""), "concept");
    EXPECT_FALSE(act_535().appendix("9"));
    EXPECT_EQ(act_535().entry("limit", "concept.sheets").attribute_or("max", ""), "25");
    EXPECT_EQ(act_535().entry("section", "5.4").child_text("title"), "Энергетикалық инфрақұрылымның дамығандығы");
    EXPECT_FALSE(act_535().entry("limit", "nothing"));
}

/// A folder of templates with one small act.
base::MemoryDisk small_templates(const std::string& act_xml) {
    base::MemoryDisk disk;
    disk.write("t/calendar/kz.xml", "<calendar xmlns='urn:irikteu:calendar:1' country='KZ'/>");
    disk.write("t/a/act.xml", act_xml);
    disk.write("t/a/rules/b.sch", "<b/>");
    disk.write("t/a/rules/a.sch", "<a/>");
    return disk;
}

const std::string small_act =
    "<act xmlns='urn:irikteu:act:1' id='a'><editions><edition id='e' from='2015-01-01'/></editions></act>";

TEST(Act, the_digest_covers_names_and_bytes_of_every_file) {
    auto disk = small_templates(small_act);
    const auto digest = Act::load(disk, "t", "a").digest();
    EXPECT_EQ(Act::load(disk, "t", "a").digest(), digest);
    disk.write("t/a/rules/b.sch", "<c/>");
    EXPECT_NE(Act::load(disk, "t", "a").digest(), digest);
}

TEST(Act, another_act_in_the_folder_is_refused) {
    try {
        Act::load(small_templates("<act xmlns='urn:irikteu:act:1' id='other'/>"), "t", "a");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::invalid);
    }
}

TEST(Act, a_calendar_entry_that_is_no_day_is_refused_with_its_line) {
    auto disk = small_templates(small_act);
    disk.write("t/calendar/kz.xml", "<calendar xmlns='urn:irikteu:calendar:1'>\n<year number='2015'>\n<off date='2015-02-30'/></year></calendar>");
    try {
        Act::load(disk, "t", "a");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::invalid);
        EXPECT_EQ(error.where().line, 3);
    }
}

TEST(Act, brings_the_working_days_of_its_country) {
    EXPECT_FALSE(act_535().calendar().is_working_day(*base::Date::parse("2015-09-24")));  // Kurban Ait
    EXPECT_TRUE(act_535().calendar().is_working_day(*base::Date::parse("2016-03-05")));   // A Saturday that was worked.
}

TEST(Act, an_edition_without_a_first_day_is_refused) {
    EXPECT_THROW(Act::load(small_templates("<act xmlns='urn:irikteu:act:1' id='a'><editions><edition id='e'/></editions></act>"), "t", "a"),
                 base::Error);
}

void collect_ids(xml::Node node, const std::string& element, std::multiset<std::string>& ids) {
    for (xml::Node child : node.elements()) {
        if (child.name() == element) ids.insert(std::string(child.attribute_or("id", "")));
        collect_ids(child, element, ids);
    }
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string rest(text);
    const std::regex word("[^ ]+");
    for (std::sregex_iterator it(rest.begin(), rest.end(), word), end; it != end; ++it) words.push_back(it->str());
    return words;
}

TEST(Act, what_it_refers_to_is_there) {
    const xml::Node root = act_535().document().root();
    const auto has = [&](const char* element, std::string_view id) {
        return static_cast<bool>(act_535().entry(element, id));
    };
    for (xml::Node term : root.first_element("terms").elements()) {
        EXPECT_TRUE(has("event", term.attribute_or("event", ""))) << term.attribute_or("id", "");
        EXPECT_TRUE(has("role", term.attribute_or("who", ""))) << term.attribute_or("id", "");
        const auto setting = term.attribute("setting");
        EXPECT_TRUE(!setting || act_535().settings().contains(*setting)) << term.attribute_or("id", "");
    }
    for (xml::Node clause : root.first_element("coverage").elements()) {
        for (const auto& id : words_of(clause.attribute_or("documents", ""))) EXPECT_TRUE(has("document", id)) << id;
        for (const auto& id : words_of(clause.attribute_or("terms", ""))) EXPECT_TRUE(has("term", id)) << id;
    }
    for (xml::Node appendix : root.first_element("appendices").elements()) {
        EXPECT_TRUE(has("part", appendix.attribute_or("part", "")));
    }
}

TEST(Act, every_clause_of_the_rules_is_covered) {
    std::multiset<std::string> ids;
    collect_ids(act_535().document().root().first_element("coverage"), "clause", ids);
    for (int clause = 1; clause <= 42; ++clause) EXPECT_EQ(ids.count(std::to_string(clause)), 1u) << clause;
    for (int appendix = 1; appendix <= 6; ++appendix) EXPECT_EQ(ids.count("appendix " + std::to_string(appendix)), 1u);
    for (const char* criterion : {"1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "3.1", "3.2", "4.1", "4.2"}) {
        EXPECT_EQ(ids.count(std::string("criteria ") + criterion), 1u) << criterion;
    }
}

TEST(Act, ids_of_one_kind_are_unique) {
    for (const char* element : {"limit", "event", "term", "document", "setting", "part", "role", "participant_kind", "appendix"}) {
        std::multiset<std::string> ids;
        collect_ids(act_535().document().root(), element, ids);
        for (const auto& id : ids) EXPECT_EQ(ids.count(id), 1u) << element << ' ' << id;
    }
    for (const char* appendix : {"2", "5"}) {
        std::multiset<std::string> ids;
        collect_ids(act_535().appendix(appendix), "section", ids);
        for (const auto& id : ids) EXPECT_EQ(ids.count(id), 1u) << id;
    }
}

}  // namespace
}  // namespace irikteu::act
