#pragma once

#include <string>
#include <string_view>

namespace irikteu::readers {

/// A number in one of the formats of ST_NumberFormat (ECMA-376-1, 17.18.59), as Word shows it. Formats of scripts that
/// do not occur in Kazakhstan and numbers below what a format can say come out in digits; "none" gives nothing.
/// `custom` is the pattern of the format "custom", "001, 002, 003, ..." for instance.
std::string format_number(int number, std::string_view format, std::string_view custom = {});

}  // namespace irikteu::readers
