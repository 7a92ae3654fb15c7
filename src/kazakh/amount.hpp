#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace irikteu::kazakh {

/// The number that a cell of a table holds: "1 460 000", "8,5 %", "-12", "3.25 мың теңге". Digits may be grouped by spaces
/// of any kind, comma and point are decimal marks (several groups of three behind points are thousands: "12.500.000"), a dash right before the digits is a minus, a unit may follow. nullopt
/// where there is no number, or more than one.
std::optional<double> amount(std::string_view text);

/// Whether a cell says how much, in one number or in several (a sum and its parts, an amount a year): "2016 ж. – 12,0; 2017 ж. – 14".
/// False where one of the numbers is negative or none of money ("12.08.2001"), or there are years alone.
bool is_volume(std::string_view text);

/// Every sum of money or count in running text, in order: "республикалық бюджет – 500, жергілікті бюджет – 1 200,5" has two.
/// Percentages, years (1900–2099 ungrouped) and numbers in the midst of a word are none.
std::vector<double> amounts(std::string_view text);

}  // namespace irikteu::kazakh
