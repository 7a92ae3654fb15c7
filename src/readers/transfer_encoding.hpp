#pragma once

#include <string>
#include <string_view>

namespace irikteu::readers {

/// Decodes quoted-printable (RFC 2045, 6.7); what is no escape stays.
std::string decode_quoted_printable(std::string_view text);

}  // namespace irikteu::readers
