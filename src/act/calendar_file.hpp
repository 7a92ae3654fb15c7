#pragma once

#include <string>

#include "base/disk.hpp"
#include "kazakh/calendar.hpp"

namespace irikteu::act {

/// Reads a calendar of working days (templates/calendar/kz.xml; schema/calendar.xsd). Throws Error: unreadable_file,
/// malformed, invalid with the line of the entry that makes no sense.
kazakh::Calendar load_calendar(const base::Disk& disk, const std::string& path);

}  // namespace irikteu::act
