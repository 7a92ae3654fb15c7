#include "base/clock.hpp"

#include <chrono>
#include <cstdio>

namespace irikteu::base {

namespace {

/// The time of Astana: UTC+06:00, since 1 March 2024, with the whole country, UTC+05:00.
constexpr std::int64_t kOneZoneSince = 1'709'229'600;  // 2024-03-01T00:00:00+06:00
constexpr int astana_offset_minutes(std::int64_t seconds) { return (seconds < kOneZoneSince ? 6 : 5) * 60; }

/// Reads exactly `count` decimal digits at `at`; -1 where there are none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string two(int n) {
    std::string text = std::to_string(n);
    return text.size() < 2 ? '0' + text : text;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const int y = digits(iso, 0, 4);
    const int m = digits(iso, 5, 2);
    const int d = digits(iso, 8, 2);
    if (y < 1 || m < 1 || d < 1) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                                          std::chrono::day{static_cast<unsigned>(d)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{y, m, d};
}

std::string Date::iso() const {
    std::string y = std::to_string(year);
    while (y.size() < 4) y.insert(0, 1, '0');
    return y + '-' + two(month) + '-' + two(day);
}

std::int64_t Date::days() const {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    return std::chrono::sys_days{ymd}.time_since_epoch().count();
}

Date Date::from_days(std::int64_t n) {
    const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{n}}};
    return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

int Date::weekday() const {
    const std::int64_t n = (days() + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<int>(n < 0 ? n + 7 : n) + 1;
}

std::optional<Moment> Moment::parse(std::string_view iso) {
    const auto date = Date::parse(iso.substr(0, 10));
    if (!date || iso.size() < 17 || iso[10] != 'T' || iso[13] != ':') return std::nullopt;
    const int hour = digits(iso, 11, 2);
    const int minute = digits(iso, 14, 2);
    int second = 0;
    std::size_t at = 16;
    if (iso[at] == ':') {
        second = digits(iso, 17, 2);
        at = 19;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
    int offset = 0;
    const std::string_view zone = iso.substr(at);
    if (zone != "Z") {
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return std::nullopt;
        const int h = digits(zone, 1, 2);
        const int m = digits(zone, 4, 2);
        if (h < 0 || h > 14 || m < 0 || m > 59) return std::nullopt;
        offset = (zone[0] == '-' ? -1 : 1) * (h * 60 + m);
    }
    return Moment{date->days() * 86400 + hour * 3600 + minute * 60 + second - offset * 60, offset};
}

namespace {
struct Civil {
    Date date;
    int hour, minute, second;
};
Civil civil(const Moment& moment) {
    const std::int64_t local = moment.seconds + moment.offset_minutes * 60;
    std::int64_t day = local / 86400;
    std::int64_t rest = local % 86400;
    if (rest < 0) {
        rest += 86400;
        --day;
    }
    return {Date::from_days(day), static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60),
            static_cast<int>(rest % 60)};
}
}  // namespace

std::string Moment::iso() const {
    const Civil c = civil(*this);
    const int o = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    return c.date.iso() + 'T' + two(c.hour) + ':' + two(c.minute) + ':' + two(c.second) +
           (offset_minutes < 0 ? '-' : '+') + two(o / 60) + ':' + two(o % 60);
}

std::string Moment::pdf() const {
    const Civil c = civil(*this);
    const int o = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    std::string y = std::to_string(c.date.year);
    while (y.size() < 4) y.insert(0, 1, '0');
    return "D:" + y + two(c.date.month) + two(c.date.day) + two(c.hour) + two(c.minute) + two(c.second) +
           (offset_minutes < 0 ? '-' : '+') + two(o / 60) + '\'' + two(o % 60) + '\'';
}

Date Moment::date() const { return civil(*this).date; }

std::string Moment::time_of_day() const {
    const Civil c = civil(*this);
    return two(c.hour) + ':' + two(c.minute);
}

Moment SystemClock::now() const {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
    return {seconds, astana_offset_minutes(seconds)};
}

}  // namespace irikteu::base
