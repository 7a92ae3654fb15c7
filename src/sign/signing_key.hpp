#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sign/certificate.hpp"

struct evp_pkey_st;

namespace irikteu::sign {

/// A private key with its certificate, as a PKCS#12 file holds them (RFC 7292). RSA from 2048 bits, or EC on the curves P-256, P-384, P-521.
class SigningKey {
  public:
    /// Throws Error: malformed where the bytes are no PKCS#12 file, usage where the password doesn't open it, invalid where it holds no
    /// key with its certificate or too short a key, unsupported where the algorithm is not ours. `file` is for messages only.
    static SigningKey from_pkcs12(std::string_view bytes, std::string_view password, const std::string& file);

    const Certificate& certificate() const { return certificate_; }
    /// The issuers that the file holds, the nearest first, as far as they make a path; the last may be a root.
    const std::vector<Certificate>& issuers() const { return issuers_; }
    evp_pkey_st* handle() const { return key_.get(); }
    /// RSASSA-PKCS1-v1_5 (RFC 8017) or ECDSA (RFC 5480), over the SHA-256 of the bytes.
    std::string sign(std::string_view bytes) const;
    /// The most bytes that sign() gives.
    std::size_t signature_size() const;

  private:
    SigningKey(std::shared_ptr<evp_pkey_st> key, Certificate certificate) : key_(std::move(key)), certificate_(std::move(certificate)) {}

    std::shared_ptr<evp_pkey_st> key_;
    Certificate certificate_;
    std::vector<Certificate> issuers_;
};

}  // namespace irikteu::sign
