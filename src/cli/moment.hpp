#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"

namespace irikteu::cli {

/// What was given to an option of that name, as 2015-10-09T10:00:00+06:00. Throws Error(usage) where it is no moment.
base::Moment moment_given(const std::string& text, const char* option);
/// What was given to --date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else nothing.
std::optional<base::Moment> moment_wanted(const std::string& date);
/// The same, else now.
base::Moment moment_of(const std::string& date);

}  // namespace irikteu::cli
