#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace irikteu::base {

/// Decodes Base64 (RFC 4648, 4) with white space anywhere; nullopt where anything else is in it that is no Base64.
std::optional<std::string> decode_base64(std::string_view text);

/// The same of what others wrote: passes over everything that is no digit of Base64 (RFC 2045, 6.8), up to the padding.
std::string decode_any_base64(std::string_view text);

}  // namespace irikteu::base
