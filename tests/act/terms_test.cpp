#include "act/terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "act/coverage.hpp"
#include "act/icalendar.hpp"
#include "base/error.hpp"
#include "support/folders.hpp"

namespace irikteu::act {
namespace {

using base::Date;
using testing::HasSubstr;

const std::string templates = support::source_path("/templates");

Act fresh_act() { return Act::load(base::RealDisk(), templates, "kz-535-2015"); }

const Act& act_535() {
    static const Act act = fresh_act();
    return act;
}

Date day(const char* iso) { return *Date::parse(iso); }

std::string end_of(const Act& act, const char* term, const char* event) { return term_end(act, act.entry("term", term), day(event)).iso(); }

TEST(Terms, end_on_the_days_that_were_worked_out_by_hand) {
    // Five and three working days of clauses 15 and 23, over Kurban Ait, Constitution Day, Independence Day, the worked
    // Saturday of 5 March 2016, 7 to 10 May and the New Year.
    EXPECT_EQ(end_of(act_535(), "verification-1", "2015-09-18"), "2015-09-28");
    EXPECT_EQ(end_of(act_535(), "to-commission-1", "2015-08-27"), "2015-09-02");
    EXPECT_EQ(end_of(act_535(), "verification-1", "2015-12-11"), "2015-12-22");
    EXPECT_EQ(end_of(act_535(), "to-commission-1", "2016-03-03"), "2016-03-09");
    EXPECT_EQ(end_of(act_535(), "verification-1", "2016-05-04"), "2016-05-13");
    EXPECT_EQ(end_of(act_535(), "verification-1", "2015-12-29"), "2016-01-08");
}

TEST(Terms, every_term_of_the_act_has_an_end) {
    const std::vector<std::pair<const char*, const char*>> ends = {
        {"announcement", "2015-08-06"}, {"local-conclusion", "2015-10-12"}, {"verification-1", "2015-10-12"}, {"conclusions", "2015-10-19"},
        {"expert-assessment", "2015-12-04"}, {"to-commission-1", "2015-10-08"}, {"commission-protocol-1", "2015-10-08"},
        {"forward-road-map", "2015-10-08"}, {"agree-road-map", "2015-10-12"}, {"consider-strategy", "2015-10-26"}, {"verification-2", "2015-10-12"},
        {"to-commission-2", "2015-10-08"}, {"commission-protocol-2", "2015-10-08"}, {"regional-conclusion-2", "2015-10-19"}, {"results", "2015-10-08"}, {"repeat", "2015-12-07"}};
    std::set<std::string> tested;
    for (const auto& [term, end] : ends) {
        EXPECT_EQ(end_of(act_535(), term, "2015-10-05"), end) << term;
        tested.insert(term);
    }
    for (xml::Node term : act_535().document().root().first_element("terms").elements()) EXPECT_TRUE(tested.contains(std::string(term.attribute_or("id", ""))));
}

TEST(Terms, follow_the_readings_of_the_act) {
    Act act = fresh_act();
    EXPECT_EQ(end_of(act, "commission-protocol-1", "2015-10-01"), "2015-10-05");  // a Sunday moves to Monday
    act.override_setting("term.calendar.end-on-day-off", "same-day");
    EXPECT_EQ(end_of(act, "commission-protocol-1", "2015-10-01"), "2015-10-04");
    act.override_setting("clause-25.day-kind", "working-day");
    EXPECT_EQ(end_of(act, "commission-protocol-1", "2015-10-01"), "2015-10-06");
    act.override_setting("term.start", "included");
    EXPECT_EQ(end_of(act, "verification-1", "2015-10-05"), "2015-10-09");
    EXPECT_EQ(end_of(act, "repeat", "2015-12-31"), "2016-02-29");  // no such day in the month
    EXPECT_THROW(act.override_setting("clause-25.day-kind", "banking-day"), base::Error);
}

TEST(Terms, stand_as_the_events_and_the_day_make_them) {
    const std::vector<Event> events = {{"announced", day("2015-08-03"), ""},        {"acceptance-closed", day("2015-10-05"), ""},
                                       {"conclusion-request-registered", day("2015-10-12"), "A"}, {"conclusion-request-registered", day("2015-10-13"), "B"},
                                       {"conclusion-given", day("2015-10-27"), "B"}, {"verified", day("2015-10-13"), ""}};
    std::vector<std::string> found;
    for (const RunningTerm& term : terms_of(act_535(), "1", events, day("2015-11-01"))) {
        found.push_back(std::string(term.entry.attribute_or("id", "")) + term.about + ' ' + std::string(to_string(term.state)));
    }
    EXPECT_THAT(found, testing::ElementsAre("announcement kept", "verification-1 late", "conclusionsA overdue", "conclusionsB kept", "expert-assessment running",
                                            "local-conclusion waiting", "to-commission-1 waiting", "commission-protocol-1 waiting", "repeat waiting"));
    EXPECT_EQ(terms_of(act_535(), "2", {}, day("2015-11-01")).size(), 9u);
}

TEST(Terms, are_not_kept_by_what_is_still_to_come) {
    const std::vector<Event> events = {{"announced", day("2015-08-03"), ""}, {"acceptance-closed", day("2015-10-05"), ""}, {"verified", day("2015-10-09"), ""}};
    const auto states = [&](const char* today) {
        std::map<std::string, std::string> found;
        for (const RunningTerm& term : terms_of(act_535(), "1", events, day(today))) {
            found[std::string(term.entry.attribute_or("id", ""))] = std::string(to_string(term.state)) + (term.done ? ' ' + term.done->iso() : "");
        }
        return found;
    };
    auto found = states("2015-08-01");
    EXPECT_EQ(found["announcement"], "running");
    EXPECT_EQ(found["verification-1"], "planned");
    found = states("2015-10-05");
    EXPECT_EQ(found["announcement"], "kept 2015-08-03");
    EXPECT_EQ(found["verification-1"], "running");
    EXPECT_EQ(states("2015-10-09")["verification-1"], "kept 2015-10-09");
}

TEST(Terms, say_when_the_calendar_is_not_sure) {
    const auto state = [](const char* closed) { return terms_of(act_535(), "1", {{"acceptance-closed", day(closed), ""}}, day(closed)); };
    for (const RunningTerm& term : state("2015-10-05")) EXPECT_TRUE(term.certain);
    bool unsure = false;
    for (const RunningTerm& term : state("2017-10-05")) unsure = unsure || !term.certain;
    EXPECT_TRUE(unsure);
}

TEST(Icalendar, is_a_stream_by_rfc_5545) {
    const std::string stream = icalendar("Конкурс, 1; бірінші кезең", {{"a@irikteu", day("2015-12-31"), "Өтінімдерді тексеріп, нәтижелерін хаттамамен ресімдеу керек", "бір\nекі\\", false}},
                                         *base::Moment::parse("2015-10-09T02:00:00+06:00"));
    EXPECT_EQ(stream.find("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), 0u);
    for (const char* part : {"DTSTAMP:20151008T200000Z\r\n", "DTSTART;VALUE=DATE:20151231\r\n", "DTEND;VALUE=DATE:20160101\r\n", "TRIGGER:-P1D\r\n"}) EXPECT_THAT(stream, HasSubstr(part));
    std::string unfolded = stream;
    for (std::size_t at; (at = unfolded.find("\r\n ")) != std::string::npos;) unfolded.erase(at, 3);
    EXPECT_THAT(unfolded, HasSubstr("X-WR-CALNAME:Конкурс\\, 1\\; бірінші кезең\r\n"));
    EXPECT_THAT(unfolded, HasSubstr("DESCRIPTION:бір\\nекі\\\\\r\n"));
    for (std::size_t from = 0; from < stream.size();) {
        const std::size_t to = stream.find("\r\n", from);
        ASSERT_NE(to, std::string::npos);
        EXPECT_LE(to - from, 75u);
        EXPECT_NE(static_cast<unsigned char>(stream[from]) & 0xC0, 0x80) << "folded inside a character";
        from = to + 2;
    }
    EXPECT_EQ(stream.find('\n') == 0, false);
}

TEST(Coverage, has_a_row_for_every_clause_and_sub_clause_of_the_decree) {
    std::set<std::string> rows;
    for (const ClauseService& row : coverage_of(act_535())) EXPECT_TRUE(rows.insert(row.id).second) << row.id << " stands twice";
    std::set<std::string> wanted = {"decree 1", "decree 2"};
    for (int i = 1; i <= 42; ++i) wanted.insert(std::to_string(i));
    const std::vector<std::pair<std::string, int>> parts = {{"2", 12}, {"6", 3}, {"7", 5}, {"28", 2}};
    for (const auto& [clause, count] : parts) {
        for (int i = 1; i <= count; ++i) wanted.insert(clause + '(' + std::to_string(i) + ')');
    }
    const std::vector<std::pair<std::string, int>> criteria = {{"1", 3}, {"2", 8}, {"3", 2}, {"4", 2}};
    for (const auto& [criterion, count] : criteria) {
        for (int i = 1; i <= count; ++i) wanted.insert("criteria " + criterion + '.' + std::to_string(i));
    }
    for (int i = 1; i <= 6; ++i) wanted.insert("appendix " + std::to_string(i));
    for (xml::Node appendix : act_535().document().root().first_element("appendices").elements()) {
        const xml::Node structure = appendix.first_element("structure");
        if (!structure) continue;
        for (xml::Node section : structure.elements()) wanted.insert("appendix " + std::string(appendix.attribute_or("id", "")) + ", " + std::string(section.attribute_or("id", "")));
    }
    EXPECT_EQ(rows, wanted);
}

TEST(Coverage, names_documents_and_terms_that_exist_and_says_why_a_person_has_to_look) {
    std::set<std::string> terms;
    for (const ClauseService& row : coverage_of(act_535(), "kk")) {
        const auto has = [&](const char* mode) { return std::find(row.modes.begin(), row.modes.end(), mode) != row.modes.end(); };
        EXPECT_FALSE(row.modes.empty()) << row.id;
        for (const std::string& mode : row.modes) EXPECT_TRUE(mode == "check" || mode == "document" || mode == "term" || mode == "by-hand") << row.id;
        for (const std::string& document : row.documents) EXPECT_TRUE(act_535().entry("document", document)) << document;
        for (const std::string& term : row.terms) EXPECT_TRUE(act_535().entry("term", term)) << term;
        terms.insert(row.terms.begin(), row.terms.end());
        EXPECT_EQ(has("document"), !row.documents.empty()) << row.id;
        EXPECT_EQ(has("term"), !row.terms.empty()) << row.id;
        if (has("by-hand")) {
            EXPECT_FALSE(row.note.empty()) << row.id;
        }
        if (!row.of.empty()) {
            EXPECT_EQ(row.id.rfind(row.of, 0), 0u) << row.id;
        }
    }
    for (xml::Node term : act_535().document().root().first_element("terms").elements()) EXPECT_TRUE(terms.contains(std::string(term.attribute_or("id", ""))));
}

TEST(Settings, say_from_when_and_whether_a_term_runs) {
    Act act = fresh_act();
    const std::vector<Event> events = {{"acceptance-closed", {2015, 10, 5}, ""}, {"conclusion-given", {2015, 10, 26}, "1"},
                                       {"conclusion-request-registered", {2016, 2, 8}, "1"}, {"commission-sitting", {2015, 11, 20}, ""}, {"competition-failed", {2015, 10, 12}, ""}};
    const auto due = [&](const std::string& stage, std::string_view id) {
        for (const RunningTerm& term : terms_of(act, stage, events, {2015, 10, 5}))
            if (term.entry.attribute("id") == id) return term.due ? term.due->iso() : std::string("waits");
        return std::string("none");
    };
    EXPECT_EQ(due("1", "expert-assessment"), "2015-12-04");
    EXPECT_EQ(due("2", "regional-conclusion-2"), "none");
    EXPECT_EQ(due("1", "commission-protocol-1"), "2015-11-23");
    EXPECT_EQ(due("1", "repeat"), "2015-12-14");  // 12 December 2015 is a Saturday.
    act.override_setting("clause-20.start", "conclusion-given");
    act.override_setting("clause-33.term", "working-day");
    act.override_setting("clause-25.day-kind", "working-day");
    act.override_setting("clause-42.start", "acceptance-closed");
    EXPECT_EQ(due("1", "expert-assessment"), "2015-12-25");
    EXPECT_EQ(due("2", "regional-conclusion-2"), "2016-02-22");
    EXPECT_EQ(due("1", "commission-protocol-1"), "2015-11-25");
    EXPECT_EQ(due("1", "repeat"), "2015-12-07");  // 5 December 2015 is a Saturday.
    act.override_setting("clause-33.term", "calendar-day");
    EXPECT_EQ(due("2", "regional-conclusion-2"), "2016-02-18");
    act.override_setting("term.calendar.end-on-day-off", "same-day");
    EXPECT_EQ(due("1", "repeat"), "2015-12-05");
    act.override_setting("term.start", "included");
    EXPECT_EQ(due("1", "repeat"), "2015-12-04");
}

TEST(Terms, are_uncertain_where_the_calendar_of_their_last_day_is_not_known) {
    Act act = fresh_act();
    const auto certain = [&](const char* id, Date day, const std::string& event) {
        for (const RunningTerm& term : terms_of(act, "1", {{event, day, ""}}, {2015, 1, 1}))
            if (term.entry.attribute("id") == id) return term.certain;
        return false;
    };
    EXPECT_TRUE(certain("expert-assessment", {2015, 10, 5}, "acceptance-closed"));
    EXPECT_FALSE(certain("expert-assessment", {2019, 10, 5}, "acceptance-closed"));
    EXPECT_FALSE(certain("verification-1", {2019, 10, 5}, "acceptance-closed"));
    act.override_setting("term.calendar.end-on-day-off", "same-day");
    EXPECT_TRUE(certain("expert-assessment", {2019, 10, 5}, "acceptance-closed"));
    EXPECT_FALSE(certain("verification-1", {2019, 10, 5}, "acceptance-closed"));
}

TEST(Settings, answer_every_ambiguity_of_the_act_and_can_be_set) {
    std::set<int> answered;
    Act act = fresh_act();
    for (xml::Node setting : act.document().root().first_element("settings").elements()) {
        const std::string id(setting.attribute_or("id", "")), value(setting.attribute_or("default", "")), values(setting.attribute_or("values", ""));
        EXPECT_FALSE(setting.text().empty()) << id << " gives no reason";
        act.override_setting(id, value);
        std::istringstream numbers{std::string(setting.attribute_or("ambiguity", ""))}, words{values};
        for (int number; numbers >> number;) answered.insert(number);
        for (std::string word; words >> word;) act.override_setting(id, word);
        if (!values.empty()) {
            EXPECT_THROW(act.override_setting(id, "nonsense"), base::Error) << id;
        }
    }
    for (int i = 1; i <= 37; ++i) EXPECT_TRUE(answered.contains(i)) << i;
}

}  // namespace
}  // namespace irikteu::act
