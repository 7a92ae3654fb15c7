#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "kazakh/suffix.hpp"

namespace irikteu::kazakh {

/// "шілде" for 7; lower case, as in a date. Throws base::Error(usage) outside 1…12.
std::string month_name(int month);

/// The date as acts write it: "2015 жылғы 16 шілде", with ordinary spaces (line_breaks() keeps its parts
/// together).
std::string legal_date(base::Date date);

/// The same in a case: attributive "2015 жылғы 16 шілдедегі", ablative "2015 жылғы 16 шілдеден" …
std::string legal_date(base::Date date, Case form);

/// "16.07.2015"
std::string short_date(base::Date date);

/// The day with its month as people write it within a date, without the year: "10 қыркүйек", as far as case forms leave the name alone,
/// the same in Russian and English, there also "September 10".
std::vector<std::string> days_of_month(base::Date date);

/// A date to be filled in by hand: "20__ жылғы «___» ____________". With a year given: "2015 жылғы «___»
/// ____________".
std::string blank_date(std::optional<int> year = std::nullopt);

/// Reads a date that fills the whole text: "2015 жылғы 16 шілде" (also with quotation marks round the day, in
/// any case form, with "ж."), "16 шілде 2015 ж.", "«16» шілде 2015 жыл", "16.07.2015", "16/07/2015 ж.",
/// "2015-07-16"; months in Kazakh or Russian, look-alike letters undone. nullopt for anything else: two-digit
/// years, blanks, days that don't exist, text before or behind.
std::optional<base::Date> parse_date(std::string_view text);

/// A date within a line, from byte `begin` to before byte `end`.
struct FoundDate {
    std::size_t begin;
    std::size_t end;
    base::Date date;
};

/// The first date that a line of up to 400 bytes holds in one of the forms of parse_date(), the longest that begins there: "№ 88
/// «14» қыркүйек 2015 ж.", "2015 жылғы 14 қыркүйек № 88".
std::optional<FoundDate> find_date(std::string_view text);

}  // namespace irikteu::kazakh
