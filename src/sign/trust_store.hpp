#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "sign/certificate.hpp"
#include "sign/check.hpp"

namespace irikteu::sign {

/// The certificates that are trusted without proof.
struct TrustStore {
    std::vector<Certificate> anchors;

    /// Adds those of a PEM or DER file, or of every file in a folder whose name ends in .pem, .crt or .cer.
    /// Throws Error where one can't be read, or where there is none.
    void add(const base::Disk& disk, const std::string& path);
};

/// What a certificate is asked to be good for.
enum class Purpose { signing, time_stamping };

/// A certification path (RFC 5280, 6).
struct Path {
    Check check;
    std::vector<Certificate> certificates;  ///< The leaf first, then its issuers as far as known; where valid up to a trust anchor.
    bool expired_only = false;              ///< Invalid for no other reason than that a certificate had expired at the moment.
};

/// Looks for a path from the certificate to a trust anchor and checks it as of the moment: signatures, validity, constraints, key usage, keys from
/// 2048 bits (EC: 256 bits), no SHA-1. Revocation is another matter. No path to an anchor is "not checked".
Path find_path(const Certificate& leaf, const std::vector<Certificate>& pool, const TrustStore& trust, base::Moment at, Purpose purpose);

}  // namespace irikteu::sign
