#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "sign/certificate.hpp"
#include "sign/check.hpp"
#include "sign/network.hpp"
#include "sign/trust_store.hpp"
#include "sign/validation_data.hpp"

namespace irikteu::sign {

/// What signatures are verified with. Borrowed things must outlive the call.
struct VerifyContext {
    const TrustStore& trust;
    const ValidationData& data;  ///< Of the file (DSS) and given beside it.
    base::Moment now;            ///< The moment as of which is verified.
    Network* network = nullptr;  ///< Where given, missing revocation answers are fetched; only for certificates on a trusted path.
};

/// What was found out about one CMS. `valid` as a whole only where every check is.
struct Verification {
    Check integrity;            ///< The bytes are those that were signed.
    Check signature;            ///< Made by the key of the signer's certificate.
    Check signing_certificate;  ///< The signed attribute signing-certificate-v2 names that certificate.
    Check time;                 ///< The time stamp, where there is one; else valid, as of `now`, and the reason says so.
    Check chain;                ///< To a trusted certificate, as of `as_of`.
    Check revocation;           ///< Of the whole path, as of `as_of`, and of the time stamp's.
    base::Moment as_of;         ///< The valid time stamp's moment, else `now`.
    std::optional<base::Moment> timestamp;      ///< The time stamp's moment, whether trusted or not.
    std::optional<base::Moment> claimed_time;   ///< The attribute signing-time; PAdES has none.
    std::optional<Certificate> signer;
    std::string digest_algorithm, signature_algorithm;

    Answer answer() const;
};

/// What a CMS must have: PAdES (ETSI.CAdES.detached) demands signing-certificate-v2, the older adbe.pkcs7.detached does not.
enum class Profile { pades, pkcs7 };

/// Verifies a detached CMS (RFC 5652; EN 319 122-1) about the concatenated parts. `cms` may be followed by zeros, as in a PDF. Never throws for what is wrong
/// with the signature: that is in the answers.
Verification verify_signature(std::string_view cms, const std::vector<std::string_view>& parts, Profile profile, const VerifyContext& context);

/// The same for a document time stamp (ISO 32000-2, 12.8.5): an RFC 3161 token in place of a CMS.
Verification verify_document_timestamp(std::string_view token, const std::vector<std::string_view>& parts, const VerifyContext& context);

/// Everything that a later verification of the CMS needs (PAdES B-LT): its paths' certificates and one usable revocation answer for each but the roots,
/// for the signer and the time stamp. Takes from `given`, and fetches what is missing where there is a network.
/// Throws Error: environment where an answer or an issuer can't be had, invalid where a certificate is revoked.
ValidationData collect_validation_data(std::string_view cms, const ValidationData& given, base::Moment now, Network* network);

}  // namespace irikteu::sign
