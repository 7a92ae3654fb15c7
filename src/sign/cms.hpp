#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "sign/signing_key.hpp"

namespace irikteu::sign {

/// The most bytes of a CMS that is read here.
inline constexpr std::size_t kMostCmsBytes = 1 << 20;

/// A detached CMS (RFC 5652) over a document's SHA-256, in DER, as PAdES baseline B-B wants it (ETSI EN 319 142-1, 6.3, and EN 319 122-1): signed
/// attributes content-type, message-digest and signing-certificate-v2, no signing-time; the certificate and its issuers below the
/// root are inside. With an RSA key always the same bytes.
std::string make_cms(const SigningKey& key, const base::Digest& document);

/// The most bytes that make_cms() gives for the key.
std::size_t most_cms_bytes(const SigningKey& key);

/// The value of the only signer's signature: what a time stamp is about (EN 319 122-1, 5.3). Throws Error(malformed).
std::string signature_value(std::string_view cms);
/// The CMS with a time-stamp token as unsigned attribute. Throws Error(malformed).
std::string with_timestamp(std::string_view cms, std::string_view token);

/// A CMS made elsewhere, as DER, from DER, PEM or bare Base64. Throws Error(malformed) naming `file` where it is none of these.
std::string read_cms(std::string_view bytes, const std::string& file);

}  // namespace irikteu::sign
