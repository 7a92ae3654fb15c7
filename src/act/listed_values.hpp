#pragma once

#include <string_view>

namespace irikteu::act {

/// Values as people write them into one cell: several of a kind between commas, semicolons or line ends, behind a label or
/// with a word of explanation. Each is true where all that stands there is right.

/// Telephone numbers. The first is whole, the others may leave out what they share with it: "8 (7252) 50-12-34, 50-12-35".
bool are_phones(std::string_view text);
bool are_emails(std::string_view text);
bool are_web_addresses(std::string_view text);
/// A postcode of six digits, the words around it left out.
bool has_postcode(std::string_view text);
/// A code of activities, with the activity in words behind it: "13.20.0 – ...".
bool begins_with_activity_code(std::string_view text);

}  // namespace irikteu::act
