#include "act/terms.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace irikteu::act {

namespace {

using base::Date;

[[noreturn]] void invalid(const Act& act, xml::Node term, const std::string& why) {
    throw base::Error(base::ErrorCode::invalid, "the term " + std::string(term.attribute_or("id", "")) + ' ' + why,
                      {.file = act.document().source(), .line = term.line(), .column = 0, .place = {}});
}

bool is_unit(std::string_view word) { return word == "working-day" || word == "calendar-day" || word == "month"; }

/// The value of the term's setting; empty where it has none.
std::string reading_of(const Act& act, xml::Node term) {
    const auto setting = term.attribute("setting");
    return setting ? act.setting(*setting) : std::string();
}

std::string unit_of(const Act& act, xml::Node term) {
    const std::string reading = reading_of(act, term);
    return is_unit(reading) ? reading : std::string(term.attribute_or("unit", ""));
}

std::string event_of(const Act& act, xml::Node term) {
    const std::string reading = reading_of(act, term);
    return act.entry("event", reading) ? reading : std::string(term.attribute_or("event", ""));
}

int length_of(const Act& act, xml::Node term) {
    const std::string_view text = term.attribute_or("length", "");
    int length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size() || length < 1 || length > 10'000) invalid(act, term, "has no length");
    return length;
}

int days_in_month(int year, int month) {
    const Date next = month == 12 ? Date{year + 1, 1, 1} : Date{year, month + 1, 1};
    return next.plus_days(-1).day;
}

/// The same day of another month, or that month's last where it has no such day.
Date plus_months(Date day, int months) {
    const int count = day.year * 12 + day.month - 1 + months;
    const int year = count / 12, month = count % 12 + 1;
    return {year, month, std::min(day.day, days_in_month(year, month))};
}

bool is_before(xml::Node term) { return term.attribute_or("direction", "after") == "before"; }
bool is_at_least(xml::Node term) { return term.attribute_or("bound", "at-most") == "at-least"; }

bool names(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const auto blank = list.find(' ');
        if (list.substr(0, blank) == word) return true;
        list = blank == std::string_view::npos ? std::string_view() : list.substr(blank + 1);
    }
    return false;
}

/// The first day, until today, on which the event happened for that one; where the event names nobody it holds for all.
std::optional<Date> day_of(const std::vector<Event>& events, std::string_view id, const std::string& about, Date today) {
    std::optional<Date> first;
    for (const Event& event : events) {
        if (event.id != id || event.day > today || (!event.about.empty() && event.about != about)) continue;
        if (!first || event.day < *first) first = event.day;
    }
    return first;
}

TermState state_of(const RunningTerm& term, Date today) {
    if (!term.due) return TermState::waiting;
    const bool earliest = is_at_least(term.entry) && !is_before(term.entry);
    if (term.done) return (earliest ? *term.done >= *term.due : *term.done <= *term.due) ? TermState::kept : TermState::late;
    if (!is_before(term.entry) && *term.event_day > today) return TermState::planned;
    return earliest || today <= *term.due ? TermState::running : TermState::overdue;
}

/// Whether a term in calendar days or months that ends on a day off ends on the next working day.
bool moves(const Act& act, xml::Node term) {
    return !is_before(term) && !is_at_least(term) && act.setting("term.calendar.end-on-day-off") == "next-working-day";
}

bool is_certain(const Act& act, const RunningTerm& term) {
    if (!term.due) return true;
    // A term in calendar days asks the calendar only whether its last day is worked, where such a term moves.
    if (term.unit != "working-day") return !moves(act, term.entry) || act.calendar().is_complete(term.due->year);
    for (int year = std::min(term.event_day->year, term.due->year); year <= std::max(term.event_day->year, term.due->year); ++year) {
        if (!act.calendar().is_complete(year)) return false;
    }
    return true;
}

}  // namespace

std::string_view to_string(TermState state) {
    switch (state) {
        case TermState::waiting: return "waiting";
        case TermState::planned: return "planned";
        case TermState::running: return "running";
        case TermState::kept: return "kept";
        case TermState::late: return "late";
        case TermState::overdue: return "overdue";
    }
    return "";
}

Date term_end(const Act& act, xml::Node term, Date event_day) {
    const std::string unit = unit_of(act, term);
    const int sign = is_before(term) ? -1 : 1, length = sign * length_of(act, term);
    if (!is_unit(unit)) invalid(act, term, "is counted in no known unit");
    const Date start = act.setting("term.start") == "included" ? event_day.plus_days(-sign) : event_day;
    if (unit == "working-day") return act.calendar().add_working_days(start, length);
    const Date end = unit == "month" ? plus_months(start, length) : start.plus_days(length);
    return moves(act, term) ? act.calendar().working_day_from(end) : end;
}

std::vector<RunningTerm> terms_of(const Act& act, std::string_view stage, const std::vector<Event>& events, Date today) {
    std::vector<RunningTerm> terms;
    for (xml::Node entry : act.document().root().first_element("terms").elements()) {
        if (!names(entry.attribute_or("stages", ""), stage)) continue;
        if (reading_of(act, entry) == "none") continue;  // As the act is read, there is no such term.
        const std::string event = event_of(act, entry), fulfilled_by(entry.attribute_or("fulfilled_by", ""));
        const auto add = [&](std::optional<Date> day, const std::string& about) {
            RunningTerm term{entry, event, unit_of(act, entry), about, day, std::nullopt, day_of(events, fulfilled_by, about, today), TermState::waiting, true};
            if (day) term.due = term_end(act, entry, *day);
            term.state = state_of(term, today);
            term.certain = is_certain(act, term);
            terms.push_back(std::move(term));
        };
        const std::size_t before = terms.size();
        for (const Event& happened : events) {
            if (happened.id == event) add(happened.day, happened.about);
        }
        if (terms.size() == before) add(std::nullopt, {});
    }
    std::stable_sort(terms.begin(), terms.end(), [](const RunningTerm& a, const RunningTerm& b) {
        if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
        return a.due && *a.due < *b.due;
    });
    return terms;
}

}  // namespace irikteu::act
