#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "sign/certificate.hpp"
#include "sign/check.hpp"
#include "sign/network.hpp"

namespace irikteu::sign {

/// Asks a time-stamping authority (RFC 3161) for a token about the SHA-256 of the bytes, with a nonce and the authority's certificate.
/// Throws Error: environment where it can't be reached or refuses, invalid where its answer is about something else or badly signed.
std::string request_timestamp(std::string_view bytes, const std::string& address, Network& network);

/// A time-stamp token as read.
struct Timestamp {
    Check check;                            ///< About these bytes, and signed by the certificate that it names. Says nothing of trust.
    base::Moment time;
    std::vector<Certificate> certificates;  ///< The signer first, then whatever else the token holds.
};

/// Reads and checks a token about the concatenated parts. Never throws for what is wrong with the token.
Timestamp read_timestamp(std::string_view token, const std::vector<std::string_view>& parts);

}  // namespace irikteu::sign
