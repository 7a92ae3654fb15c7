#include "kazakh/calendar.hpp"

#include <gtest/gtest.h>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "support/folders.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::kazakh {

namespace {

const std::string calendar_file = support::source_path("/templates/calendar/kz.xml");
const std::string schema_file = support::source_path("/templates/schema/calendar.xsd");

xml::Document calendar_document() {
    return xml::Document::parse(base::RealDisk().read(calendar_file, 1u << 20), calendar_file);
}

int number(xml::Node node, std::string_view name, int otherwise) {
    const auto value = node.attribute(name);
    return value ? std::stoi(std::string(*value)) : otherwise;
}

/// As the act module reads the file.
CalendarData calendar_data() {
    const xml::Document document = calendar_document();
    CalendarData data;
    for (const xml::Node holiday : document.root().first_element("holidays").elements()) {
        data.holidays.push_back({number(holiday, "month", 0), number(holiday, "day", 0),
                                 number(holiday, "first-year", 0), number(holiday, "last-year", 9999),
                                 holiday.attribute("on-day-off") == "stays" ? FixedHoliday::OnDayOff::stays
                                                                            : FixedHoliday::OnDayOff::moves,
                                 holiday.text(), std::string(*holiday.attribute("source"))});
    }
    for (const xml::Node year : document.root().elements()) {
        if (year.name() != "year") continue;
        if (year.attribute("complete") == "true") data.complete_years.push_back(number(year, "number", 0));
        for (const xml::Node day : year.elements()) {
            const auto date = base::Date::parse(*day.attribute("date"));
            EXPECT_EQ(date->year, number(year, "number", 0)) << date->iso();
            data.changes.push_back(
                {*date, day.name() == "works", day.text(), std::string(*day.attribute("source"))});
        }
    }
    return data;
}

const Calendar& kazakhstan() {
    static const Calendar calendar(calendar_data());
    return calendar;
}

base::Date day(const char* iso) {
    return base::Date::parse(iso).value();
}

int weekdays_off(const Calendar& calendar, int year) {
    int off = 0;
    for (base::Date d{year, 1, 1}; d.year == year; d = d.plus_days(1)) off += !calendar.is_working_day(d);
    return off;
}

}  // namespace

TEST(CalendarFile, ObeysItsSchema) {
    const auto schema = xml::Schema::load(base::RealDisk(), schema_file);
    const xml::Document document = calendar_document();
    for (const auto& fault : schema.validate(document)) ADD_FAILURE() << fault.line << ": " << fault.message;
}

TEST(Calendar, ComputesTheWorkedTerms) {
    const struct {
        const char* event;
        int days;
        const char* last;
    } terms[] = {
        {"2015-09-18", 5, "2015-09-28"}, {"2015-08-27", 3, "2015-09-02"}, {"2015-12-11", 5, "2015-12-22"},
        {"2016-03-03", 3, "2016-03-09"}, {"2016-05-04", 5, "2016-05-13"}, {"2015-12-29", 5, "2016-01-08"},
    };
    for (const auto& term : terms) {
        EXPECT_EQ(kazakhstan().add_working_days(day(term.event), term.days).iso(), term.last) << term.event;
        EXPECT_EQ(kazakhstan().working_days_between(day(term.event), day(term.last)), term.days)
            << term.event;
    }
}

TEST(Calendar, CountsTheDaysOffThatWerePublished) {
    EXPECT_EQ(weekdays_off(kazakhstan(), 2015), 120);
    EXPECT_EQ(weekdays_off(kazakhstan(), 2016), 121);
}

TEST(Calendar, RuleAndListAgreeForTheCompleteYears) {
    // What the statutory rule gives with nothing but Kurban Ait and the moved days of the Government.
    CalendarData data = calendar_data();
    data.complete_years.clear();
    std::erase_if(data.changes, [](const DayChange& change) {
        const bool decided = change.source.find("kurban") != change.source.npos ||
                             change.source.find("labour-code-2015 march-2016") != change.source.npos;
        return !decided;
    });
    EXPECT_GT(data.changes.size(), 5u);
    const Calendar by_rule(std::move(data));
    for (base::Date d{2015, 1, 1}; d.year < 2017; d = d.plus_days(1)) {
        EXPECT_EQ(by_rule.is_working_day(d), kazakhstan().is_working_day(d)) << d.iso();
    }
    EXPECT_TRUE(kazakhstan().is_complete(2015));
    EXPECT_FALSE(by_rule.is_complete(2015));
}

TEST(Calendar, MovesHolidaysOfOtherYearsByTheLaw) {
    for (const char* off :
         {"2014-03-10", "2014-03-24", "2014-03-25", "2014-07-07", "2014-09-01", "2017-01-03", "2017-05-08",
          "2017-12-18", "2017-12-19", "2018-12-03", "2018-12-18", "2019-03-25", "2020-03-24", "2020-03-25",
          "2021-01-04", "2021-05-10", "2022-01-04", "2022-05-10", "2023-10-25", "2025-06-06"}) {
        EXPECT_FALSE(kazakhstan().is_working_day(day(off))) << off;
    }
    for (const char* works : {"2014-10-06", "2017-01-09", "2014-05-04", "2018-12-29", "2020-05-11",
                              "2022-12-01", "2022-12-19", "2023-01-09", "2011-12-01", "2023-07-01"}) {
        EXPECT_TRUE(kazakhstan().is_working_day(day(works))) << works;
    }
}

TEST(Calendar, CountsBackAndNotAtAll) {
    const Calendar& c = kazakhstan();
    EXPECT_EQ(c.add_working_days(day("2015-09-28"), -5).iso(), "2015-09-18");
    EXPECT_EQ(c.add_working_days(day("2015-09-24"), 0).iso(), "2015-09-24");
    EXPECT_EQ(c.working_days_between(day("2015-09-28"), day("2015-09-18")), -5);
    EXPECT_EQ(c.working_days_between(day("2015-09-18"), day("2015-09-18")), 0);
    EXPECT_EQ(c.working_day_from(day("2015-09-24")).iso(), "2015-09-25");
    EXPECT_EQ(c.working_day_from(day("2016-01-01")).iso(), "2016-01-05");
    EXPECT_THROW(c.add_working_days(day("2015-09-24"), 100'001), base::Error);
}

TEST(Calendar, AddingAndCountingAreInverse) {
    const Calendar& c = kazakhstan();
    for (base::Date d{2015, 1, 1}; d.year < 2017; d = d.plus_days(3)) {
        for (const int n : {1, 3, 5, 10, 61}) {
            EXPECT_EQ(c.working_days_between(d, c.add_working_days(d, n)), n) << d.iso();
            EXPECT_TRUE(c.is_working_day(c.add_working_days(d, n)));
        }
    }
}

TEST(Calendar, KnowsWhyADayIsOff) {
    ASSERT_NE(kazakhstan().change_on(day("2015-09-24")), nullptr);
    EXPECT_EQ(kazakhstan().change_on(day("2015-09-24"))->name, "Құрбан айт");
    EXPECT_EQ(kazakhstan().change_on(day("2015-09-25")), nullptr);
}

TEST(Calendar, WorksOutsideTheYearsThatItPrepared) {
    EXPECT_FALSE(kazakhstan().is_working_day(day("1999-05-10")));  // 9 May was a Sunday
    EXPECT_EQ(kazakhstan().add_working_days(day("2099-12-30"), 3).year, 2100);
}

TEST(Calendar, RefusesContradictions) {
    CalendarData twice;
    twice.changes = {{{2015, 1, 5}, false, "", ""}, {{2015, 1, 5}, true, "", ""}};
    EXPECT_THROW(Calendar{twice}, base::Error);
    CalendarData impossible;
    impossible.holidays.push_back({2, 30, 0, 9999, FixedHoliday::OnDayOff::moves, "", ""});
    EXPECT_THROW(Calendar{impossible}, base::Error);
}

}  // namespace irikteu::kazakh
