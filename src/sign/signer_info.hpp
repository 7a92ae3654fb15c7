#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sign/certificate.hpp"
#include "sign/check.hpp"
#include "sign/openssl.hpp"

/// For this folder's sources only.
namespace irikteu::sign {

struct ComputedDigest {
    std::string bytes;
    bool weak = false;  ///< MD5, SHA-1 and the like: collisions can be made.
};
/// Of the concatenated parts; nullopt where the algorithm is not known here.
std::optional<ComputedDigest> digest_of(const ASN1_OBJECT* algorithm, const std::vector<std::string_view>& parts);

/// What the only signer of a CMS says and whether it holds; nothing of trust.
struct SignerChecks {
    Check integrity;            ///< message-digest is the content's, content-type is right.
    Check signature;            ///< The certificate's key signed the attributes.
    Check signing_certificate;  ///< The attribute signing-certificate-v2, or its forerunner, names the certificate.
    bool names_certificate = false;  ///< Whether there is such an attribute.
    std::vector<Certificate> certificates;  ///< The signer first; empty where it is not there.
    std::string digest, algorithm;          ///< Names.
    std::optional<base::Moment> signing_time;  ///< As claimed by the signed attribute.
    std::optional<std::string> timestamp_token;
    std::string signature_value;
};

/// Checks a SignedData with exactly one signer. `parts`: the content; `content_type`: its type's NID; `more`: where to look for the certificate
/// beside the CMS itself. Throws Error(malformed) where the structure is broken.
SignerChecks check_signer(CMS_ContentInfo* cms, const std::vector<std::string_view>& parts, int content_type, const std::vector<Certificate>& more);

}  // namespace irikteu::sign
