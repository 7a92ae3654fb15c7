#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"

namespace irikteu::act {

/// One whole day in a calendar (RFC 5545, 3.6.1).
struct CalendarEntry {
    std::string uid;          ///< Stable: a program that reads the file again replaces the entry.
    base::Date day;
    std::string summary;      ///< UTF-8; line feeds allowed.
    std::string description;
    bool done = false;        ///< Nothing is left to do: no alarm.
};

/// An iCalendar stream (RFC 5545): one VEVENT a whole day, with an alarm the day before for what is still to be done.
/// Lines end in CRLF and are folded at 75 octets, never inside a character. `name` is the calendar's, `now` its time stamp.
std::string icalendar(const std::string& name, const std::vector<CalendarEntry>& entries, base::Moment now);

}  // namespace irikteu::act
