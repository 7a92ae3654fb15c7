#pragma once

#include <string>
#include <string_view>

/// For this folder's sources only.
namespace irikteu::sign {

/// What of a CMS SignedData is not in its one prescribed form, or an empty text. OpenSSL reads more than the standards allow, and what it
/// overlooks is signed by nobody: tags with a false constructed bit, long or indefinite lengths (PDF wants DER: ISO 32000-1, 12.8.3.3.1, X.690, 10),
/// and the two version numbers (RFC 5652, 5.1 and 5.3). `der` begins with the CMS; what follows it is not looked at.
std::string fault_of_form(std::string_view der);

}  // namespace irikteu::sign
