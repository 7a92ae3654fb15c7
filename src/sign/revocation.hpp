#pragma once

#include "sign/certificate.hpp"
#include "sign/check.hpp"
#include "sign/validation_data.hpp"

namespace irikteu::sign {

/// Whether a certificate had been revoked at a moment, by the OCSP answers and CRLs given. Only an answer counts that its issuer, or a responder
/// whom the issuer certified for that, has signed, and that was made after the moment or was still in force then.
/// A revocation after the moment leaves the certificate valid, and the reason tells of it. No such answer: "not checked".
Check check_revocation(const Certificate& certificate, const Certificate& issuer, base::Moment at, const ValidationData& data);

}  // namespace irikteu::sign
