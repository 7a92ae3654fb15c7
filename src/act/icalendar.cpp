#include "act/icalendar.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace irikteu::act {

namespace {

constexpr std::size_t longest_line = 75;  // octets, RFC 5545, 3.1

/// TEXT, RFC 5545, 3.3.11.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n') out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    }
    return out;
}

class Stream {
  public:
    void line(const std::string& text) {
        std::size_t from = 0, room = longest_line;
        while (text.size() - from > room) {
            std::size_t to = from + room;
            while (base::goes_on(text[to])) --to;
            out_.append(text, from, to - from) += "\r\n ";
            from = to;
            room = longest_line - 1;
        }
        out_.append(text, from) += "\r\n";
    }
    void line(const char* name, const std::string& value) { line(name + (':' + value)); }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

std::string basic(base::Date day) {
    std::string iso = day.iso();
    iso.erase(std::remove(iso.begin(), iso.end(), '-'), iso.end());
    return iso;
}

/// "20151009T040000Z"
std::string in_utc(base::Moment moment) {
    moment.offset_minutes = 0;
    std::string digits;
    for (const char c : moment.iso().substr(0, 19)) {
        if (c != '-' && c != ':') digits += c;
    }
    return digits + 'Z';
}

void write(Stream& stream, const CalendarEntry& entry, const std::string& stamp) {
    stream.line("BEGIN", "VEVENT");
    stream.line("UID", escaped(entry.uid));
    stream.line("DTSTAMP", stamp);
    stream.line("DTSTART;VALUE=DATE", basic(entry.day));
    stream.line("DTEND;VALUE=DATE", basic(entry.day.plus_days(1)));
    stream.line("SUMMARY", escaped(entry.summary));
    if (!entry.description.empty()) stream.line("DESCRIPTION", escaped(entry.description));
    stream.line("TRANSP", "TRANSPARENT");
    if (!entry.done) {
        stream.line("BEGIN", "VALARM");
        stream.line("ACTION", "DISPLAY");
        stream.line("DESCRIPTION", escaped(entry.summary));
        stream.line("TRIGGER", "-P1D");
        stream.line("END", "VALARM");
    }
    stream.line("END", "VEVENT");
}

}  // namespace

std::string icalendar(const std::string& name, const std::vector<CalendarEntry>& entries, base::Moment now) {
    Stream stream;
    stream.line("BEGIN", "VCALENDAR");
    stream.line("VERSION", "2.0");
    stream.line("PRODID", "-//irikteu//terms//EN");
    stream.line("CALSCALE", "GREGORIAN");
    stream.line("METHOD", "PUBLISH");
    stream.line("X-WR-CALNAME", escaped(name));
    const std::string stamp = in_utc(now);
    for (const CalendarEntry& entry : entries) write(stream, entry, stamp);
    stream.line("END", "VCALENDAR");
    return stream.take();
}

}  // namespace irikteu::act
