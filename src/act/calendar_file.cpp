#include "act/calendar_file.hpp"

#include <charconv>

#include "base/error.hpp"
#include "xml/document.hpp"

namespace irikteu::act {

namespace {

[[noreturn]] void invalid(const std::string& path, xml::Node node, const std::string& message) {
    throw base::Error(base::ErrorCode::invalid, message, {.file = path, .line = node.line(), .column = 0, .place = {}});
}

int number(const std::string& path, xml::Node node, std::string_view attribute, int otherwise) {
    const auto text = node.attribute(attribute);
    if (!text) return otherwise;
    int value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size()) invalid(path, node, "@" + std::string(attribute) + " is no number");
    return value;
}

kazakh::FixedHoliday holiday(const std::string& path, xml::Node node) {
    kazakh::FixedHoliday holiday;
    holiday.month = number(path, node, "month", 0);
    holiday.day = number(path, node, "day", 0);
    holiday.first_year = number(path, node, "first-year", holiday.first_year);
    holiday.last_year = number(path, node, "last-year", holiday.last_year);
    holiday.on_day_off = node.attribute_or("on-day-off", "moves") == "stays" ? kazakh::FixedHoliday::OnDayOff::stays
                                                                             : kazakh::FixedHoliday::OnDayOff::moves;
    holiday.name = node.text();
    holiday.source = node.attribute_or("source", "");
    return holiday;
}

void read_year(const std::string& path, xml::Node year, kazakh::CalendarData& data) {
    if (year.attribute_or("complete", "false") == "true") data.complete_years.push_back(number(path, year, "number", 0));
    for (xml::Node entry : year.elements()) {
        const auto day = base::Date::parse(entry.attribute_or("date", ""));
        if (!day) invalid(path, entry, "@date is no day like 2015-07-16");
        data.changes.push_back({*day, entry.name() == "works", entry.text(), std::string(entry.attribute_or("source", ""))});
    }
}

}  // namespace

kazakh::Calendar load_calendar(const base::Disk& disk, const std::string& path) {
    const auto document = xml::Document::parse(disk.read(path, 4u << 20), path);
    const xml::Node root = document.root();
    if (!root.is_element("calendar", "urn:irikteu:calendar:1")) invalid(path, root, "the root element is no calendar");
    kazakh::CalendarData data;
    for (xml::Node part : root.elements()) {
        if (part.name() == "year") read_year(path, part, data);
        if (part.name() != "holidays") continue;
        for (xml::Node node : part.elements()) data.holidays.push_back(holiday(path, node));
    }
    return kazakh::Calendar(std::move(data));
}

}  // namespace irikteu::act
