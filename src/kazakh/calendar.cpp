#include "kazakh/calendar.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace irikteu::kazakh {

namespace {

constexpr int first_known = 2000, last_known = 2049, longest_term = 100'000;

bool is_weekend(base::Date day) {
    return day.weekday() >= 6;
}

std::size_t day_of_year(base::Date day) {
    return static_cast<std::size_t>(day.days() - base::Date{day.year, 1, 1}.days());
}

}  // namespace

Calendar::Calendar(CalendarData data) : data_(std::move(data)) {
    std::sort(data_.changes.begin(), data_.changes.end(),
              [](const DayChange& a, const DayChange& b) { return a.day < b.day; });
    for (std::size_t i = 1; i < data_.changes.size(); ++i) {
        if (data_.changes[i].day == data_.changes[i - 1].day) {
            throw base::Error(base::ErrorCode::invalid,
                              "the calendar has two entries for " + data_.changes[i].day.iso());
        }
    }
    for (const FixedHoliday& holiday : data_.holidays) {
        if (!base::Date::parse(base::Date{2015, holiday.month, holiday.day}.iso())) {
            throw base::Error(base::ErrorCode::invalid, "the calendar has a holiday on day " +
                                                            std::to_string(holiday.day) + " of month " +
                                                            std::to_string(holiday.month));
        }
    }
    std::sort(data_.complete_years.begin(), data_.complete_years.end());
    for (int number = first_known; number <= last_known; ++number) years_.push_back(made(number));
}

bool Calendar::is_complete(int year) const {
    return std::binary_search(data_.complete_years.begin(), data_.complete_years.end(), year);
}

const DayChange* Calendar::change_on(base::Date day) const {
    const auto at = std::lower_bound(data_.changes.begin(), data_.changes.end(), day,
                                     [](const DayChange& change, base::Date d) { return change.day < d; });
    return at != data_.changes.end() && at->day == day ? &*at : nullptr;
}

Calendar::Year Calendar::made(int number) const {
    const base::Date first{number, 1, 1};
    const auto length = static_cast<std::size_t>(base::Date{number + 1, 1, 1}.days() - first.days());
    Year year;
    year.works.resize(length);
    const auto weekday_before = static_cast<std::size_t>(first.weekday()) - 1;
    for (std::size_t i = 0; i < length; ++i) year.works[i] = (weekday_before + i) % 7 < 5;

    const auto lay_changes = [&](bool works) {
        for (const DayChange& change : data_.changes) {
            if (change.day.year == number && change.works == works)
                year.works[day_of_year(change.day)] = works;
        }
    };
    lay_changes(false);
    if (!is_complete(number)) {
        std::vector<base::Date> to_move;
        for (const FixedHoliday& holiday : data_.holidays) {
            if (number < holiday.first_year || number > holiday.last_year) continue;
            const base::Date day{number, holiday.month, holiday.day};
            if (is_weekend(day) && holiday.on_day_off == FixedHoliday::OnDayOff::moves)
                to_move.push_back(day);
            year.works[day_of_year(day)] = false;
        }
        // Only when all holidays stand can the next working day behind each be known.
        std::sort(to_move.begin(), to_move.end());
        for (const base::Date& day : to_move) {
            const auto from = year.works.begin() + static_cast<std::ptrdiff_t>(day_of_year(day));
            const auto next = std::find(from, year.works.end(), true);
            if (next != year.works.end()) *next = false;
        }
    }
    lay_changes(true);
    return year;
}

const Calendar::Year& Calendar::year(int number, Year& spare) const {
    if (number >= first_known && number <= last_known)
        return years_[static_cast<std::size_t>(number - first_known)];
    return spare = made(number);
}

bool Calendar::is_working_day(base::Date day) const {
    Year spare;
    return year(day.year, spare).works[day_of_year(day)];
}

base::Date Calendar::add_working_days(base::Date event, int count) const {
    if (count > longest_term || count < -longest_term) {
        throw base::Error(base::ErrorCode::usage,
                          "a term of " + std::to_string(count) + " working days is out of bounds");
    }
    base::Date day = event;
    const int step = count < 0 ? -1 : 1;
    while (count != 0) {
        day = day.plus_days(step);
        if (is_working_day(day)) count -= step;
    }
    return day;
}

int Calendar::working_days_between(base::Date from, base::Date to) const {
    const base::Date late = std::max(from, to);
    int count = 0;
    base::Date day = std::min(from, to);
    if (from < to) day = day.plus_days(1);
    const base::Date end = from < to ? late.plus_days(1) : late;
    for (; day < end; day = day.plus_days(1)) count += is_working_day(day);
    return from < to ? count : -count;
}

base::Date Calendar::working_day_from(base::Date day) const {
    while (!is_working_day(day)) day = day.plus_days(1);
    return day;
}

}  // namespace irikteu::kazakh
