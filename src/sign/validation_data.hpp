#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "sign/certificate.hpp"
#include "sign/network.hpp"

namespace irikteu::sign {

/// What a signature can be checked with later (ETSI EN 319 142-1, 5.4): certificates, CRLs (RFC 5280) and OCSP answers (RFC 6960), each in DER.
struct ValidationData {
    std::vector<Certificate> certificates;
    std::vector<std::string> crls;
    std::vector<std::string> ocsp_answers;

    /// Adds what a file holds: certificates or CRLs in PEM or DER, or an OCSP answer in DER. Throws Error(malformed) where it is none of these.
    void add_file(const base::Disk& disk, const std::string& path);
    void add(const ValidationData& more);
};

/// Asks for the revocation of a certificate at the addresses that it names: OCSP first, then CRLs. What comes is added to `data` unchecked.
/// Throws Error(environment) where none answers, or the certificate names no http address.
void fetch_revocation(const Certificate& certificate, const Certificate& issuer, Network& network, ValidationData& data);
/// Fetches issuers that the certificates name and that are not in the pool, until a root or nothing more is named.
void fetch_issuers(const Certificate& leaf, Network& network, std::vector<Certificate>& pool);

}  // namespace irikteu::sign
