#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"

namespace irikteu::kazakh {

/// One day on which what the weekday or the rule says is not so: a holiday, a moved day, a Saturday that is
/// worked.
struct DayChange {
    base::Date day;
    bool works = false;
    std::string name;    ///< Why, for people.
    std::string source;  ///< Where that is written.
};

/// A holiday on the same day of every year of its time.
struct FixedHoliday {
    int month = 0;
    int day = 0;
    int first_year = 0;    ///< Of the rule; 0: as long as anybody remembers.
    int last_year = 9999;  ///< Inclusive.
    enum class OnDayOff {
        moves,  ///< On a Saturday or Sunday: the next working day after it is off (Law "On holidays", article
                ///< 5).
        stays,  ///< Religious days never move.
    } on_day_off = OnDayOff::moves;
    std::string name;
    std::string source;
};

/// What templates/calendar/kz.xml says.
struct CalendarData {
    std::vector<FixedHoliday> holidays;
    /// Changes by date. In a complete year they are all there is beside the weekend; in other years they are
    /// laid over what the rule for `holidays` gives (Kurban Ait, days that the Government moved).
    std::vector<DayChange> changes;
    std::vector<int> complete_years;
};

/// The working days of the five-day week, Monday to Friday. Immutable: any thread.
class Calendar {
  public:
    /// Throws base::Error(invalid) for two changes of one day, and for a holiday that is no day of a year.
    explicit Calendar(CalendarData data);

    bool is_working_day(base::Date day) const;

    /// The last day of a term of `count` working days that an event on `event` starts: the day of the event
    /// itself is not counted. 0 gives `event`; a negative count goes back. Throws base::Error(usage) beyond
    /// 100 000.
    base::Date add_working_days(base::Date event, int count) const;

    /// Working days behind `from` up to and with `to`, so that add_working_days(from, n) == to for a working
    /// day `to`; negative where `to` is earlier (then those from `to` on, without `from`).
    int working_days_between(base::Date from, base::Date to) const;

    /// `day` where it is a working day, else the first one behind it: for calendar terms that end on a day
    /// off.
    base::Date working_day_from(base::Date day) const;

    /// The entry for the day, with its name and source; nullptr where the data have none. Borrowed from the
    /// calendar.
    const DayChange* change_on(base::Date day) const;

    /// True where every day of the year was entered and not computed by rule.
    bool is_complete(int year) const;

    const CalendarData& data() const { return data_; }

  private:
    struct Year {
        std::vector<bool> works;  ///< By day of the year, from 0.
    };
    const Year& year(int number, Year& spare) const;
    Year made(int number) const;

    CalendarData data_;
    std::vector<Year> years_;  ///< Computed in advance for the years that dossiers bear.
};

}  // namespace irikteu::kazakh
