#include "cli/moment.hpp"

#include <cstdlib>

#include "base/error.hpp"

namespace irikteu::cli {

base::Moment moment_given(const std::string& text, const char* option) {
    const auto moment = base::Moment::parse(text);
    if (!moment) throw base::Error(base::ErrorCode::usage, std::string(option) + " needs a moment as 2015-10-09T10:00:00+06:00");
    return *moment;
}

std::optional<base::Moment> moment_wanted(const std::string& date) {
    if (!date.empty()) return moment_given(date, "--date");
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        char* end = nullptr;
        const long long seconds = std::strtoll(epoch, &end, 10);
        if (end != epoch && *end == '\0') return base::Moment{seconds, 0};
    }
    return std::nullopt;
}

base::Moment moment_of(const std::string& date) { return moment_wanted(date).value_or(base::SystemClock().now()); }

}  // namespace irikteu::cli
