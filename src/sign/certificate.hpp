#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

struct x509_st;

namespace irikteu::sign {

/// An X.509 certificate (RFC 5280): a value, cheap to copy. Safe to read from several threads.
class Certificate {
  public:
    /// From DER. Throws Error(malformed) where the bytes are no certificate, or more than one.
    static Certificate from_der(std::string_view der);
    /// All certificates of a PEM text (other blocks are passed over), or the one of a DER file. Throws Error(malformed) naming `file`
    /// where there is none.
    static std::vector<Certificate> read(std::string_view bytes, const std::string& file);
    /// Takes part in the ownership of an OpenSSL object.
    explicit Certificate(x509_st* handle);

    const std::string& der() const { return der_; }
    /// The subject's common name in UTF-8 without control and formatting characters; the whole subject where it has none.
    std::string common_name() const;
    /// The subject's surname and given name (2.5.4.4, 2.5.4.42), likewise; empty where it has none.
    std::string surname() const;
    std::string given_name() const;
    /// RFC 2253, UTF-8.
    std::string subject() const;
    std::string issuer() const;
    /// Upper-case hexadecimal digits.
    std::string serial_number() const;
    base::Moment not_before() const;
    base::Moment not_after() const;
    /// Subject and issuer are the same name.
    bool self_issued() const;
    /// Whether `other` has the name, and the key identifier, of this one's issuer. Doesn't check the signature.
    bool names_as_issuer(const Certificate& other) const;
    /// http addresses of the extensions CRL distribution points and authority information access.
    std::vector<std::string> crl_addresses() const;
    std::vector<std::string> ocsp_addresses() const;
    std::vector<std::string> issuer_addresses() const;

    x509_st* handle() const { return handle_.get(); }
    bool operator==(const Certificate& other) const { return der_ == other.der_; }

  private:
    std::shared_ptr<x509_st> handle_;
    std::string der_;
};

/// The certificate's issuers among `pool`, from `leaf` (which comes first) as far as there are any: by name and key identifier only.
std::vector<Certificate> issuers_of(const Certificate& leaf, const std::vector<Certificate>& pool);
/// Adds those that are not there yet.
void add_certificates(std::vector<Certificate>& pool, const std::vector<Certificate>& more);

}  // namespace irikteu::sign
