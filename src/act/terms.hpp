#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "act/act.hpp"
#include "base/clock.hpp"

namespace irikteu::act {

/// Something that happened on a day, or is to happen on it: an event of act.xml.
struct Event {
    std::string id;
    base::Date day;
    std::string about;  ///< Whom it concerns where the same happens to several: a registration number, a body.
};

enum class TermState {
    waiting,  ///< The event from which it runs has not been stated.
    planned,  ///< It runs from a day that has been stated and is still to come.
    running,  ///< Its last day is today or later.
    kept,     ///< Done in time.
    late,     ///< Done, but not in time.
    overdue,  ///< Not done, and its last day is past.
};

/// "waiting", "planned", "running", "kept", "late", "overdue".
std::string_view to_string(TermState state);

/// A term of the act as it runs from one event.
struct RunningTerm {
    xml::Node entry;                      ///< The element `term` of act.xml.
    std::string event;                    ///< From which it runs; a setting may have put another for the act's own.
    std::string unit;                     ///< In which it is counted, settings applied.
    std::string about;                    ///< As in Event.
    std::optional<base::Date> event_day;
    std::optional<base::Date> due;        ///< The last day on which it is kept; for "at-least … after" the first.
    std::optional<base::Date> done;       ///< The first day of the event that fulfils it; what is stated for a day to come is not done.
    TermState state = TermState::waiting;
    /// False where it is counted in working days of a year of whose moved days off the calendar does not know all.
    bool certain = true;
};

/// The day on which a term ends that runs from an event on `event_day`: its last day; for a term before an event, or one
/// of "at-least", the day that bounds it. The event's own day counts only where the setting term.start is "included"; the
/// end of a term in calendar days or months that is a day off moves by the setting term.calendar.end-on-day-off.
/// `term` is an element `term` of act.xml. Throws Error(invalid) where it makes no sense.
base::Date term_end(const Act& act, xml::Node term, base::Date event_day);

/// Every term of that stage ("1", "2") as it stands on `today`: by the day on which it is due, those without one last, and
/// in the act's order where those are equal. A term that several events of one kind start stands once for each.
std::vector<RunningTerm> terms_of(const Act& act, std::string_view stage, const std::vector<Event>& events, base::Date today);

}  // namespace irikteu::act
