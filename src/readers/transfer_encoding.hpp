#pragma once

#include <string>
#include <string_view>

namespace irikteu::readers {

/// Decodes Base64 (RFC 4648), passing over everything that is no digit of it, up to the padding.
std::string decode_base64(std::string_view text);
/// Decodes quoted-printable (RFC 2045, 6.7); what is no escape stays.
std::string decode_quoted_printable(std::string_view text);

}  // namespace irikteu::readers
