#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace irikteu::base {

/// A day of the proleptic Gregorian calendar.
struct Date {
    int year = 0;
    int month = 0;  ///< 1…12
    int day = 0;    ///< 1…31
    auto operator<=>(const Date&) const = default;
    /// Reads exactly "2015-10-05"; nullopt where it is no such day.
    static std::optional<Date> parse(std::string_view iso);
    /// "2015-10-05"
    std::string iso() const;
    /// Days since 1970-01-01, negative before.
    std::int64_t days() const;
    static Date from_days(std::int64_t days);
    Date plus_days(std::int64_t n) const { return from_days(days() + n); }
    /// 1 Monday … 7 Sunday (ISO 8601).
    int weekday() const;
};

/// A moment with the offset in which its author wrote it.
struct Moment {
    std::int64_t seconds = 0;  ///< Since 1970-01-01T00:00:00Z.
    int offset_minutes = 0;    ///< East of Greenwich.
    bool operator==(const Moment& b) const { return seconds == b.seconds; }
    auto operator<=>(const Moment& b) const { return seconds <=> b.seconds; }
    /// Reads "2015-10-05T18:00:00+06:00"; seconds may be left out, "Z" is +00:00. nullopt where it is no such moment.
    static std::optional<Moment> parse(std::string_view iso);
    /// "2015-10-05T18:00:00+06:00"
    std::string iso() const;
    /// "D:20151005180000+06'00'" (ISO 32000-1, 7.9.4)
    std::string pdf() const;
    /// The civil day in its own offset.
    Date date() const;
    /// "18:00" in its own offset.
    std::string time_of_day() const;
};

/// The only source of "now".
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

/// The computer's clock, in the time of Astana: UTC+06:00 in the years of the act, UTC+05:00 since 1 March 2024.
class SystemClock final : public Clock {
  public:
    Moment now() const override;
};

/// A clock that stands still: for repeatable runs and tests.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Moment moment) : moment_(moment) {}
    Moment now() const override { return moment_; }

  private:
    Moment moment_;
};

}  // namespace irikteu::base
