#pragma once

#include <string>

#include "authority.hpp"
#include "loopback_server.hpp"
#include "protocol.hpp"
#include "seal/signing.hpp"
#include "seal/verification.hpp"

namespace irikteu::sign_test {

/// A network that fails the test's expectations: every use throws Error(environment).
class NoNetwork final : public sign::Network {
  public:
    std::string get(const std::string& address) override;
    std::string post(const std::string& address, std::string_view media_type, std::string_view body) override;
};

/// What `signatory` puts into the next field, with the appearance that the program gives.
seal::SignOptions options_for(int signatory);
/// Signs the next field at level B-B.
std::string signed_by(const std::string& file, int signatory, pdf::FontSession& fonts);
/// The protocol with the first `count` fields signed, each by its signatory; made once.
const std::string& signed_protocol(int count);
/// Verification against the shared authority's root, with a CRL of both authorities, as of now.
seal::VerifyOptions verification();
/// The same without any answer about revocation.
seal::VerifyOptions verification_without_revocation();

base::Moment now();

}  // namespace irikteu::sign_test
