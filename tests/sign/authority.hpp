#pragma once

#include <string>
#include <vector>

#include "sign/signing_key.hpp"
#include "sign/trust_store.hpp"

namespace irikteu::sign_test {

/// A small public-key infrastructure made with the openssl program, once for all tests of this run: a root, an issuing authority under it, five
/// signatories with Kazakh names (RSA and EC in turn), a time-stamping authority. Files are in folder().
class Authority {
  public:
    /// The one that all tests share.
    static const Authority& shared();

    const std::string& folder() const { return folder_; }
    std::string path(const std::string& name) const { return folder_ + '/' + name; }
    std::string read(const std::string& name) const;

    /// Signatory 0 … 4. Even ones have RSA keys, odd ones EC.
    sign::SigningKey key(int signatory) const;
    /// The root.
    sign::TrustStore trust() const;
    /// An RFC 3161 answer to a request, by `openssl ts`.
    std::string answer_timestamp(const std::string& request) const;
    /// A CRL (DER) of the issuing authority that lists the signatories given, revoked when it is made.
    std::string crl(const std::vector<int>& revoked) const;
    /// A CRL (DER) of the root, with nobody in it.
    std::string root_crl() const;
    /// An OCSP answer (DER) to a request, by `openssl ocsp`, signed by the issuing authority.
    std::string answer_ocsp(const std::string& request) const;

    static constexpr int kSignatories = 5;
    static constexpr const char* kPassword = "құпия сөз";
    static const std::vector<std::string>& names();

  private:
    Authority();
    void make_config() const;
    void make_root() const;
    void make_issuing() const;
    void make_signatory(int signatory) const;
    void make_timestamping() const;
    void issue(const std::string& name, const std::string& subject, const std::string& extensions) const;

    std::string folder_;
};

/// Runs the openssl program in the folder; throws std::runtime_error with its output where it fails.
std::string openssl(const std::vector<std::string>& arguments);

}  // namespace irikteu::sign_test
